"""A French news nickname, word by word: "the tenant of the Elysee", "the Hexagon", "the Phocaean city".

Why it matters
    French avoids a name by a nickname that its readers know. English readers do not know that "the Hexagon" is
    France, "the Phocaean city" Marseille, or that somebody who rents the Elysee is the president.
Flags
    ⟦The tenant of the Elysee⟧ will speak tonight.                     ⇒ The French president
    ⟦The tenant of the White House⟧ has cancelled the trip.            ⇒ The US president
    The virus has spread across ⟦the Hexagon⟧.                         ⇒ France
    Rain fell on ⟦the Phocaean city⟧.                                  ⇒ Marseille
    The ⟦hexagonal⟧ market is saturated.                               ⇒ French
    The party’s new ⟦number one⟧ was elected on Sunday.                ⇒ leader
    ⟦The boss of the Socialists⟧ refused.                              ⇒ The leader of the Socialists
    ⟦Across the Rhine⟧, the measure has been praised.                  ⇒ In Germany
    He was named ⟦host of Matignon⟧.                                   ⇒ French prime minister
    Tourists return to ⟦the Isle of Beauty⟧.                           ⇒ Corsica
Leaves alone
    The tenant of the flat will speak tonight.
    The French president spoke at the Elysee.
    The hexagon has six sides, and a hexagonal tower stands there.
    The current occupant of the White House spoke.
    Troops crossed the river across the Rhine from Strasbourg.
    She is number one in the charts, the party number one fear.
    The boss of the company refused.
Limits
    A list; nicknames that English shares ("the Kremlin", "the Old Continent") are left alone.
Source
    Inventory FRE-R404.
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PARTY = (
    r"(?:socialists|communists|greens|ecologists|environmentalists|republicans|centrists|liberals|conservatives|radicals|far right"
    r"|national rally|national front|socialist party|insoumis|rebellious france|modem|LR|PS|RN|PCF|LFI|CGT|CFDT|FO|Medef)"
)
_LODGER = r"(?:tenant|host|lodger|resident|renter)"
_PHRASES = Phrases(
    (
        Row(rf"(?:the )?(?:new |current |former )?{_LODGER} of (?:the )?(?:Elysee|Elysée|Élysée)(?: Palace)?", "the French president"),
        Row(rf"the (?P<when>new |current |former )?{_LODGER} of the White House", "the {when}US president"),
        Row(rf"the (?P<when>new |current |former )?{_LODGER} of the Kremlin", "the {when}Russian president"),
        Row(rf"the (?P<when>new |current |former )?{_LODGER} of Matignon", "the {when}French prime minister"),
        Row(rf"{_LODGER} of Matignon", "French prime minister"),
        Row(rf"the (?P<when>new |current |former )?{_LODGER} of (?:10 )?Downing Street", "the {when}British prime minister"),
        Row(r"the (?-i:Hexagon)", "France", unless=r"geometr\w*|sides|shape\w*|company|plc|tower|building|pentagon|theat(?:re|er)|stage|venue|concert|Reading|game|board|squares?|Saturn"),
        Row(r"hexagonal", "French", after=r" (?:market|territory|politics|press|economy|championship|team|cinema|soil|rap|scene|public|consumers|soccer|football)\b"),
        Row(r"the (?:Phoc[ae]*an|Phocian) city", "Marseille"),
        Row(r"the capital of the Gauls", "Lyon"),
        Row(r"the city of the popes", "Avignon"),
        Row(r"the (?:Island|Isle) of Beauty", "Corsica"),
        Row(r"number (?:one|1)", "leader", before=r"(?:party|union|movement)['’]s(?: (?:new|former|current))?", unless=r"priority|enemy|fear|concern|goal|aim|problem|issue|choice|target|asset|seed"),
        Row(rf"the boss of (?P<who>(?:the )?{_PARTY})", "the leader of {who}"),
        Row(r"(?:across|beyond|over) the Rhine", "in Germany", after=r","),
        Row(r"(?:across|beyond|over) the Alps", "in Italy", after=r","),
        Row(r"(?:across|beyond|over) the Pyrenees", "in Spain", after=r","),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-R404",
    slug="french-periphrasis",
    category="register",
    mqm="style/audience appropriateness/culture-specific reference",
    severity="minor",
    confidence=0.9,
    message="'{text}' is a nickname of French news that English readers do not know.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
    in_quotes=False,
)
