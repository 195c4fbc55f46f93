"""'politique' (a policy) translated as "politics": "it pursues a politics of openness".

Why it matters
    French has one word for politics and policy. A government conducts a policy; politics is the contest for power.
Flags
    The union pursues ⟦a politics⟧ of enlargement.                     ⇒ a policy
    Berlin has conducted ⟦a politics⟧ of dialogue for years.           ⇒ a policy
    France's foreign ⟦politics⟧ has not changed.                       ⇒ policy
    The bank will tighten its monetary ⟦politics⟧.                     ⇒ policy
    Reform of the common agricultural ⟦politics⟧ is overdue.           ⇒ policy
    The government wants to continue its ⟦politics⟧ of austerity.      ⇒ policy
Leaves alone
    The politics of austerity divides the party.
    He wrote on the politics of whaling and the politics of values.
    British politics and foreign politicians interest him.
    She left politics to conduct an orchestra.
    The polarized politics of the 1990s continues.
    It was the politics of fear.
Limits
    "The politics of" anything may be meant; a verb of governing must stand before it.
Source
    Gardner 2016, "policy"; any French dictionary, "politique".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_CONDUCT = (
    r"(?:conduct|pursu|implement|apply|appli|carr|adopt|continu|abandon|tighten|defin|defend|lead|led|follow)(?:y|ies|ied|e|es|ed|ing|s)?"
    r"(?: out| on)?"
)
_COURSE = (
    r" of (?:enlargement|austerity|rigou?r|openness|recovery|dialogue|sanctions|reforms?|firmness|appeasement|d[eé]tente|containment"
    r"|reconciliation|privati[sz]ation|deregulation|employment|cohesion|non-intervention|isolation|rapprochement|deterrence|growth"
    r"|neutrality|cooperation|integration|expansion|quotas|tax cuts)\b"
)
_FIELD = r"(?:foreign|monetary|budgetary|agricultural|migratory|fiscal)"
_PHRASES = Phrases(
    (
        Row(r"a politics", "a policy", before=_CONDUCT, after=_COURSE),
        Row(r"politics", "policy", before=rf"{_CONDUCT} (?:its|his|her|their|this)(?: \w+)?", after=_COURSE),
        Row(r"politics", "policy", before=rf"(?:its|his|her|their|common|new|[\w-]+['’]s) (?:\w+ )?{_FIELD}"),
    )
)

RULE = Rule(
    id="FRE-L337",
    slug="politics-for-policy",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.9,
    message="French 'politique' is politics and policy; what a government pursues is a policy.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
