"""An article before the name of a country: "the Turkey", "the France and the Germany".

Why it matters
    French countries take the article ("la Turquie"); English ones do not, but for a few ("the Netherlands").
Flags
    ⟦The Turkey⟧ is a member of NATO.                                   ⇒ Turkey
    He wants peace between ⟦the Iran⟧ and ⟦the Israel⟧.                 ⇒ Iran ; Israel
    The troops of ⟦the Russia⟧ have left.                               ⇒ Russia
    ⟦The Canada⟧'s government fell.                                     ⇒ Canada
    Trade with ⟦the Asia⟧ is growing.                                   ⇒ Asia
    Elections will be held in ⟦the Brazil⟧, the minister said.          ⇒ Brazil
Leaves alone
    The Iraq war cost 3,000 billion dollars.
    The Russia of Mr. Putin is not that of his predecessor.
    The China that he knew is gone.
    The Japan men's team won.
    The Russia-Georgia war of 2008 lasted five days.
    The France and Germany desks were merged.
    The Netherlands and the United Kingdom signed.
    He left the Brazil squad in May.
    The Russia to Germany pipeline was shut.
    It is on the Russia.tv site.
    The Georgia, a ship, sank; the Jordan is a river.
Limits
    Countries whose name is something else too, or that long had an article (Georgia, Jordan, Chad, the Ukraine, the
    Lebanon), are left alone.
Source
    Not in the inventory: 384 for eleven countries in the Bing, 4 in the human post-edits of the same 10,000 sentences.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_COUNTRIES = (
    "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bangladesh Belarus Belgium"
    " Bolivia Bosnia Brazil"
    " Bulgaria Cambodia Cameroon Canada Chile China Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt Eritrea"
    " Estonia Ethiopia Finland"
    " France Germany Ghana Greece Guatemala Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel"
    " Italy Japan Kazakhstan"
    " Kenya Kosovo Kuwait Kyrgyzstan Laos Latvia Liberia Libya Lithuania Luxembourg Madagascar Malaysia Mali Malta"
    " Mauritania Mexico Moldova"
    " Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Nicaragua Niger Nigeria Norway Pakistan Palestine"
    " Panama Paraguay Peru"
    " Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sweden"
    " Switzerland Syria Taiwan"
    " Tajikistan Tanzania Thailand Tunisia Turkey Turkmenistan Uganda Uruguay Uzbekistan Venezuela Vietnam Zambia"
    " Zimbabwe Africa Asia Europe"
    " Quebec Catalonia Corsica Brittany Normandy Scotland"
)
# What may follow a name but not a noun that it modifies.
_NO_NOUN = re.compile(
    r"$|\.(?!\w)|[,;:!?)”\"]|['’]s? | (?:and|or|in|on|to|with|is|are|was|were|has|have|had|will|would|could|should"
    r"|can|may|must|might|does|did|by|at|for|as|from|but|while"
    r"|than|since|because|after|before|during|under|towards?|against|into|without|if|when|where|not|also|has|remains"
    r"|wants|became|becomes|continues)\b"
)
_PAIR = re.compile(
    r" (?:(?:and|or) [A-Z][\w’-]+ (?!(?:and|or|in|on|to|with|is|are|was|were|has|have|had|will|would|could|can|by|at"
    r"|for|as|from|but)\b)[a-z]|to [A-Z])"
)


def _stands_alone(match: Match) -> bool:
    return bool(_NO_NOUN.match(match.after)) and not _PAIR.match(match.after)


RULE = Rule(
    id="FRE-D907",
    slug="the-before-country",
    category="determiner",
    mqm="linguistic conventions/grammar/function words",
    severity="minor",
    confidence=0.95,
    message="English puts no article before '{country}'; French does.",
    pattern=rf"\b(?P<span>[Tt]he (?P<country>{_COUNTRIES.replace(' ', '|')}))\b",
    guard=_stands_alone,
    repair="{country}",
)
