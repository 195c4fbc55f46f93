"""How a reporter and a source speak to each other, word by word: "joined by AFP", "declared to AFP".

Why it matters
    French "joint par l'AFP" is reached, "interrogé par" asked, "a déclaré à l'AFP" told AFP. In English one is
    joined by friends and interrogated by the police, and declares nothing to an agency.
Flags
    ⟦Joined by AFP⟧, the mayor declined to comment.                    ⇒ Contacted by AFP
    The ministry, ⟦joined by telephone⟧, confirmed the figure.         ⇒ reached by telephone
    The company, ⟦interrogated by AFP⟧, denied it.                     ⇒ asked by AFP
    She was ⟦interrogated by journalists⟧ on the reform.               ⇒ asked by journalists | questioned by journalists
    “It is over,” he ⟦declared to AFP⟧.                                ⇒ told AFP
    The union ⟦indicated to the Agence France-Presse⟧ that it would leave.   ⇒ told the Agence France-Presse
    He had ⟦confided to Le Monde⟧ that he was tired.                   ⇒ told Le Monde
Leaves alone
    The suspects were interrogated by police, then by a reporter’s former colleague at the ministry.
    He was joined by Paul McCartney, who joined by train in Leeds.
    The president declared to parliament that the war was over.
    “I am happy,” he declared to reporters, as he had indicated to the agency.
    A spokesman confirmed to AFP that it was true and explained to the BBC how it worked.
    The BBC was joined by other broadcasters.
    Reached by phone, the mayor told AFP that he was well.
Limits
    "Confirmed to" and "explained to" an agency are English enough; a sentence that begins with
    "Interrogated by" is FRE-C215's.
Source
    Any French dictionary, "joindre", "interroger"; Associated Press style on attribution.
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_AGENCY = (
    r"(?:the )?(?:AFP|Agence France-Presse|Reuters|Le Monde|Le Figaro|Le Parisien|Lib[eé]ration|Franceinfo|RTL|BFM\w*|RMC|Europe 1"
    r"|France (?:2|3|Inter|Info|Bleu)|La Presse|Radio-Canada|Le Soir|our (?:colleagues|editorial staff|newspaper))"
)
_PRESS = rf"(?:{_AGENCY}|(?:the )?(?:journalists|reporters|press|media|local media))"
_PHRASES = Phrases(
    (
        Row(rf"joined by (?P<who>{_AGENCY})", "contacted by {who}"),
        Row(r"joined by (?P<how>(?:tele)?phone)", "reached by {how}"),
        Row(rf"(?-i:interrogated) by (?P<who>{_PRESS})", "asked by {who} | questioned by {who}", before=r"(?:was|were|been|being|is|are|when)"),
        Row(rf"(?-i:interrogated) by (?P<who>{_PRESS})", "asked by {who}"),
        Row(rf"(?:declared|indicated|affirmed|stated|confided|precised|assured) to (?P<who>{_AGENCY})", "told {who}"),
        Row(rf"(?:declares|indicates|affirms|states|confides|assures) to (?P<who>{_AGENCY})", "tells {who}"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-R410",
    slug="media-contact",
    category="calque",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.92,
    message="French 'joint', 'interrogé', 'a déclaré à': English says reached or contacted, asked, and told.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
