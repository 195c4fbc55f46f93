"""'délai' translated as "delay": "within a delay of two months".

Why it matters
    A French "délai" is the time allowed. An English delay is time lost, so a promise of speed becomes its opposite.
Flags
    The reply must come within ⟦a delay⟧ of two months.                ⇒ a period | a time limit
    The work will be done in the best ⟦delays⟧.                        ⇒ time
    He wants an answer within the shortest ⟦delay⟧.                    ⇒ time
    The law sets ⟦a delay⟧ of reflection of seven days.                ⇒ a period
    Appeals must be filed within the legal ⟦delays⟧.                   ⇒ time limits
    The ⟦delay⟧ of appeal is ten days.                                 ⇒ period
    It must pay within ⟦a reasonable delay⟧.                           ⇒ a reasonable time
Leaves alone
    The train left after a delay of two hours.
    Delays of up to a day are expected within the network.
    He blamed the delays in the best-run ministry.
    There was a reasonable delay before the verdict.
    The appeal was heard without delay.
    Within a day the delay had grown.
Limits
    "Delays" for "times" elsewhere ("delivery delays") cannot be told from time lost.
Source
    Gardner 2016, "delay"; any French dictionary, "délai".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PHRASES = Phrases(
    (
        Row(r"a (?P<how>reasonable|short|brief|very short|relatively short) delay", "a {how} time", before=r"within"),
        Row(r"a delay", "a period | a time limit", before=r"within"),
        Row(r"a delay", "a period", after=r" of (?:reflection|notice|appeal|grace)\b"),
        Row(r"delays?", "time", before=r"(?:in|within) (?:the )?(?:best|shortest|briefest|quickest)(?: possible)?"),
        Row(r"delay(?P<s>s?)", "time limit{s}", before=r"within (?:the|these|this|those)(?: (?:legal|prescribed|required|set|statutory|agreed|planned|imposed|foreseen))?"),
        Row(r"delay", "period", before=r"the(?: legal)?", after=r" of (?:appeal|prescription|reflection|limitation)\b"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L327",
    slug="delay-for-time-limit",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.92,
    message="French 'délai' is the time allowed; an English delay is time lost.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
