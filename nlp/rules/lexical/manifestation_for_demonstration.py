"""'manifestation', 'manifester' translated as "manifestation", "manifest": "the manifestation gathered 2,000".

Why it matters
    A French "manifestation" in the street is a demonstration. An English manifestation is a sign of something.
Flags
    The ⟦manifestation⟧ gathered 2,000 people.                         ⇒ demonstration | protest
    Police broke up a banned ⟦manifestation⟧ in the capital.           ⇒ demonstration | protest
    Student ⟦manifestations⟧ against the reform turned violent.        ⇒ demonstrations | protests
    Thousands ⟦manifested⟧ in the streets of Lyon on Saturday.         ⇒ demonstrated | protested
    Teachers have ⟦manifested⟧ against the bill.                       ⇒ demonstrated | protested
    The unions called for a ⟦manifestation⟧ on Thursday.               ⇒ demonstration | protest
    ⟦Manifestations⟧ took place in several cities.                     ⇒ Demonstrations | Protests
    The ⟦manifestants⟧ threw stones at the police.                     ⇒ protesters | demonstrators
    Several ⟦manifesters⟧ were hurt.                                   ⇒ protesters | demonstrators
    Police dispersed the ⟦manifestation⟧.    ⇒ demonstration | protest
Leaves alone
    The law is a manifestation of the government's fear of the street.
    The disease has many manifestations in the skin.
    Anger manifested itself against the ruling party.
    It is one of the most violent manifestations of racism in years.
    Symptoms manifested in the patients within days.
    The ship's manifest was checked.
Limits
    "Manifestation" of culture or sport (a French "manifestation sportive", an event) is not looked for.
Source
    Inventory FRE-L308; any French dictionary, "manifestation".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_CROWD = (
    r"(?:thousands|hundreds|dozens|tens of thousands|people|persons|protesters|demonstrators|workers|employees|students|pupils"
    r"|teachers|farmers|unions|residents|inhabitants|citizens|women|opponents|supporters|activists|militants|nurses|doctors"
    r"|police officers|lawyers|yellow vests|strikers|pensioners|retirees|parents|taxi drivers|they)"
)
_HAVE = r"(?: (?:have|had|also|again|already|then))*"
_STREET = (
    r"(?: (?:on \w+day|yesterday|today|again|peacefully|this \w+|in [A-Z]\w+))* (?:in (?:the streets?|front of|central|[A-Z]\w+)|outside|across|against|to (?:demand|denounce|protest|call for|say|support)"
    r"|for (?:the|better|higher|more|their))\b"
)
_KIND = (
    r"(?:banned|unauthori[sz]ed|undeclared|prohibited|spontaneous|silent|peaceful|student|union|street|monster|giant|mass|massive"
    r"|farmers['’]?|workers['’]?|teachers['’]?|opposition|anti-[\w-]+|pro-[\w-]+|popular|weekly|feminist|violent)"
)
_HAPPENS = (
    r" (?:(?:gathered|gathers|brought together|brings together|drew|took place|takes? place|degenerated|turned violent|began at"
    r"|set off|dispersed|is planned|are planned)|(?:was|were|is|are|has been|have been) (?:banned|dispersed|organi[sz]ed|called"
    r"|planned|cancelled|canceled|authori[sz]ed|prohibited|scheduled)|(?:that|which) (?:gathered|degenerated|brought together)"
    r"|against the (?:\w+ )?(?:government|reform|law|bill|war|president|regime|project|plan|police|dictatorship|rise)"
    r"|in the streets?|in front of|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|of (?:\w+ )?(?:students|workers|farmers|teachers"
    r"|protesters|opponents|supporters|pensioners|employees|police officers|yellow vests))\b"
)
_SCENE = r"tear gas|demonstrators|protesters|banners|placards|processions?|marchers|strikers|yellow vests|water cannon|organi[sz]ers"
_SIGN = r"disease|symptoms?|racism|cancer|art|feelings?|emotions?|belief|will of|manifestations? of"
_PHRASES = Phrases(
    (
        Row(r"manifestant(?P<s>s?)|manifester(?P<t>s?)", "protester{s}{t} | demonstrator{s}{t}"),
        Row(r"manifestation(?P<s>s?)", "demonstration{s} | protest{s}", after=_HAPPENS),
        Row(
            r"manifestation(?P<s>s?)",
            "demonstration{s} | protest{s}",
            before=r"(?:dispersed?|disperses|banned?|bans|joined|attended|organi[sz]ed|authori[sz]ed|called for) (?:an?|the)",
        ),
        Row(
            r"manifestation(?P<s>s?)",
            "demonstration{s} | protest{s}",
            before=_KIND,
            unless=_SIGN,
        ),
        Row(r"manifestation(?P<s>s?)", "demonstration{s} | protest{s}", near=_SCENE, unless=_SIGN),
        Row(r"manifested", "demonstrated | protested", before=_CROWD + _HAVE, after=_STREET),
        Row(r"manifest", "demonstrate | protest", before=_CROWD + r"(?: (?:will|to|would|still))*", after=_STREET),
    )
)

RULE = Rule(
    id="FRE-L308",
    slug="manifestation-for-demonstration",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.92,
    message="A French 'manifestation' in the street is a demonstration or protest.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
