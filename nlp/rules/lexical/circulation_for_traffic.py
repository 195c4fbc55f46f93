"""'circulation' translated as "circulation": "the circulation of trains was interrupted".

Why it matters
    French "circulation" is traffic. English circulation is of blood, air, money or newspapers.
Flags
    ⟦Train circulation⟧ was interrupted for two hours.                 ⇒ Train traffic
    ⟦The circulation of trains⟧ resumed at noon.                       ⇒ Train traffic
    ⟦The circulation of vehicles⟧ is banned in the centre.             ⇒ Vehicle traffic
    ⟦Road circulation⟧ is difficult this morning.                      ⇒ Road traffic
    ⟦The circulation of certain express trains⟧ is cancelled.          ⇒ The running of certain express trains
Leaves alone
    Circulation of the newspaper fell by half.
    The banknotes went out of circulation, and the circulation of goods slowed.
    Poor circulation keeps the patient in bed.
    Free circulation of workers is a right.
    The circulation of the virus on trains is a concern.
Limits
    Bare "circulation" without the vehicles is left alone.
Source
    Any French dictionary, "circulation".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_RUNS = r"(?:[.,;]|$| (?:is|was|has|will|on|between|resumed?|resumes|remains?|and|at|during|interrupted|disrupted|in (?:both|the (?:cent|city|tunnel)))\w*\b)"
_PHRASES = Phrases(
    (
        Row(
            r"(?P<what>trains?|rail|railway|road|vehicle|car|automobile|bus|tram|metro|lorry|truck) circulation",
            "{what} traffic",
            after=_RUNS,
        ),
        Row(r"(?:the )?circulation of (?P<what>train|vehicle|car|truck|tram)s", "{what} traffic", after=_RUNS),
        Row(
            r"circulation",
            "traffic",
            after=r" (?:was|is|has been|remains?|will be|had to be) (?:very |completely |totally |temporarily )?(?:interrupted|cut|disrupted"
            r"|restored|blocked|difficult|banned|suspended|dense|alternate|diverted|stopped)\b",
            near=r"motorway|roads?|highway|[AN]\d+|lanes?|bridge|tunnel|trains?|vehicles|ring road|line|street|drivers",
        ),
        Row(
            r"the circulation of (?P<what>(?:some|certain|several|all|the) (?:express |regional |high-speed )?(?:trains|buses|lines))",
            "the running of {what}",
        ),
    )
)

RULE = Rule(
    id="FRE-L330",
    slug="circulation-for-traffic",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="minor",
    confidence=0.88,
    message="French 'circulation' of trains or cars is traffic.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
