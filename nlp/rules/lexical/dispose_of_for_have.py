"""'disposer de' translated as "dispose of": "the government disposes of a majority".

Why it matters
    French "disposer de" is to have at one's disposal. English "dispose of" is to get rid of: the opposite.
Flags
    The government ⟦disposes of⟧ a comfortable majority.               ⇒ has
    The army ⟦disposes of⟧ 200 tanks.                                  ⇒ has
    Investigators ⟦dispose of⟧ new evidence.                           ⇒ have
    She ⟦disposes of⟧ ten days to appeal.                              ⇒ has
    The commission does not ⟦dispose of⟧ the necessary means.          ⇒ have
    The mayor will ⟦dispose of⟧ a budget of 3 million euros.           ⇒ have
    They ⟦disposed of⟧ sufficient resources.                           ⇒ had
Leaves alone
    The company disposes of waste, and disposed of its loss-making unit.
    The gang disposed of the evidence in the river.
    The team disposed of two rivals in a week.
    The court disposed of 200 cases.
    The law disposes of the question.
    The army will dispose of 200 tanks that are too old.
Limits
    Where getting rid of it makes sense (arms, assets, evidence that exists) the phrase is left alone.
Source
    Gardner 2016, "dispose of".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_HELD = (
    r" (?:an? |the |its |his |their |her |no |all the |enough |sufficient |significant |considerable |substantial |more |little )?"
    r"(?:(?:comfortable|large|narrow|absolute|relative|clear|sufficient|necessary|required|important|annual|limited|own|real|wide|strong"
    r"|adequate|legal|financial|human|needed|total|solid|good|full|broad) )*"
    r"(?:majority(?! of (?:its|his|her|their|the|all|cases))|means|right of|right to|budgets?|powers?|veto|mandate|margin of|room for|network|competen(?:ce|cies)"
    r"|time to|freedom|autonomy|leeway|voting rights)\b"
    r"|(?: (?:the )?(?:necessary|sufficient|enough|required|considerable|significant|new) (?:\w+ )?(?:resources|information|evidence|elements|funds|forces))\b"
)
_DEADLINE = r" (?:\w+|\d+) (?:days|weeks|months|years|hours) (?:to|in which|for)\b"
_NUMBERS = r" (?:about |some |more than |nearly |around |at least )?\d[\d,. ]* (?:\w+ )?(?:tanks|soldiers|troops|men|aircraft|planes|seats|beds|helicopters|ships|submarines|agents|officers|missiles|warheads|police officers|staff|employees)\b"
_RIDDANCE = r"old|obsolete|scrap\w*|destroy\w*|waste|rivers?|sold|sell|sells|selling|surplus|outdated|burn\w*|bury|buried|dump\w*|illegally|former"
_PHRASES = Phrases(
    (
        Row(r"disposes of", "has", after=f"(?:{_HELD}|{_DEADLINE}|{_NUMBERS})", unless=_RIDDANCE),
        Row(r"dispose of", "have", after=f"(?:{_HELD}|{_DEADLINE})", unless=_RIDDANCE),
        Row(
            r"disposed of",
            "had",
            after=f"(?:{_HELD}|{_DEADLINE})",
            unless=_RIDDANCE + r"|(?:was|were|is|are|been|be|being) disposed",
        ),
        Row(r"disposing of", "having", after=f"(?:{_HELD}|{_DEADLINE})", unless=_RIDDANCE),
    )
)

RULE = Rule(
    id="FRE-L335",
    slug="dispose-of-for-have",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="critical",
    confidence=0.88,
    message="French 'disposer de' is to have; English 'dispose of' is to get rid of.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
