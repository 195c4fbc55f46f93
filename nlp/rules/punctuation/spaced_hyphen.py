"""A hyphen inside a word set between spaces: "post - war", "vice - president", "Jean - Paul".

Why it matters
    A program cut the text into words and did not put the word together again; the reader takes the hyphen for a dash.
Flags
    The ⟦post - war⟧ years and an ⟦anti - American⟧ mood.         ⇒ post-war ; anti-American
    The ⟦vice - president⟧ of the bank left.                      ⇒ vice-president
    The ⟦so - called⟧ marvels of television.                      ⇒ so-called
    ⟦Jean - Paul⟧ Sartre was there.                               ⇒ Jean-Paul
    It lasted ⟦twenty - five⟧ years.                              ⇒ twenty-five
    Their ⟦well - being⟧ is ⟦long - term⟧ work.                   ⇒ well-being ; long-term
    The group ⟦al - Qaeda⟧ denied it.                             ⇒ al-Qaeda
    The ⟦Franco - German⟧ couple agreed.                          ⇒ Franco-German
Leaves alone
    The post - held by women since 1990 - is vacant.
    He was well - being rich helped.
    The price was twenty - five less than before.
    The pros - and the cons - were heard.
    The ex - who had left - came back.
    He is anti - which surprised nobody.
    He was so - called or not - proud.
    Half - half of them, at least - agreed.
Limits
    Only prefixes and words that are nothing without the second half.
Source
    Own collection; the tokenised output of Moses (Koehn et al. 2007) and of Google and Bing fed with tokenised text.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_PREFIX = r"(?i:anti|pro|ex|pre|semi|neo|ultra|pseudo|quasi|co|multi|mid|bio|infra|inter|intra|non|sub|socio|macro|micro|crypto)"
_PEOPLE = r"(?:Franco|Anglo|Afro|Latino|Euro|Sino|Russo|Greco|Israelo|Indo|Austro|African|Latin|Social|social)"
_WORDS = (
    r"(?i:so - called|well - being|well - known|long - term|short - term|medium - term|know - how|third - world"
    r"|nation - states?|vice - (?:president|minister|premier|chairman|chancellor|governor)s?|self - [a-z]+(?:ed|ing|ion|ment|ence|ism)"
    r"|post - (?:[a-z]+(?:ist|ial|ern|ism)|war|Soviet|election|Saddam|Kyoto|Cold)|half - (?:century|dozen|time|hour)s?"
    r"|under - (?:[a-z]+(?:mate|mated|lying|ented|oped|mined|ployed)|clothes|secretary)|cutting - edge|three - quarters|middle - class)"
)
_TENS = (
    r"(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) - (?:one|two|three|four|five|six|seven|eight|nine))"
)
_NAMES = r"(?:Jean|Marie|Anne|Pierre) - [A-ZÉ]\w+|[Aa]l - [A-Z]\w+|Wal - Mart|T - Mobile|Clichy - la|Hauts - de"
# What may begin after an author's dash.
_OTHER = (
    "which|that|they|with|from|have|were|will|after|before|when|where|while|such|also|even|this|those|these|what|some|most"
    "|many|more|then|there|including|whose|despite|because|although|and|the|who|for|not|but|held|being|according"
)
_CLAUSE = re.compile(rf"(?:{_OTHER})$", re.IGNORECASE)


def _is_one_word(match: Match) -> bool:
    word = match.text.lower()
    if word.startswith(("well -", "so -")):
        return not (re.search(r"\b(?:is|was|are|were) $", match.before) or match.after.startswith(" or not"))
    if match["tens"]:
        return not re.match(r" (?:less|more|fewer|of)\b", match.after)
    return not _CLAUSE.search(word)


RULE = Rule(
    id="GEN-P510",
    slug="spaced-hyphen",
    category="punctuation",
    mqm="linguistic conventions/spacing",
    severity="minor",
    confidence=0.95,
    languages=(),
    message="The hyphen belongs to the word; no spaces stand around it.",
    pattern=(
        rf"\b(?P<span>{_PREFIX} - [A-Za-z][a-zà-ÿ]{{3,}}|{_PEOPLE} - [A-Z]?[a-zà-ÿ]{{4,}}|{_WORDS}|(?P<tens>{_TENS})|{_NAMES})\b"
    ),
    guard=_is_one_word,
    repair=lambda match: (match.text.replace(" - ", "-"),),
    safe=True,
)
