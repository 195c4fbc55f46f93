"""'alors que', 'sans que', 'avant que' translated word for word: "began then that talks were under way".

Why it matters
    Many French conjunctions end in "que". English ones do without "that": while, because, although, once, unless.
    "then that" for "alors que" is not understood at all.
Flags
    The strike began ⟦then that⟧ talks were under way.                    ⇒ while | whereas
    Fear has not decreased, ⟦then that⟧ the talks failed.                 ⇒ while | whereas
    Russia recognised the territory, ⟦while that⟧ the rest of the world did not.    ⇒ while
    He was released ⟦because that⟧ the judge had resigned.                ⇒ because
    They opened fire ⟦before that⟧ the police gave any warning.           ⇒ before
    He began his campaign ⟦after that⟧ the regions agreed to the plan.    ⇒ after
    The border will open ⟦once that⟧ the treaty is signed.                ⇒ once
Leaves alone
    It was then that he left.
    If it rains, then that man will be late.
    They knew then that the policy had failed.
    Before that he worked in Hoffenheim.
    He left, and after that the party collapsed.
    I met him once that summer.
    One fare applies now, while before that it was valid in one town.
    He told me then that the talks were over.
    It was believed for a while that the banks could merge.
    For that he must resign.
    First that the plan is dead, and then that the status quo is untenable.
Limits
    "after that", "before that" are flagged only without a comma or a break before them and with a full clause after.
Source
    Inventory FRE-C213.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_SAID = re.compile(
    r"\b(?:know|knew|known|knows|sa(?:y|ys|id|ying)|t(?:ell|ells|old)|realis(?:e|es|ed)|realiz(?:e|es|ed)|decid(?:e"
    r"|es|ed)|agre(?:e|ed)|announc\w+|believ\w+"
    r"|th(?:ink|inks|ought)|learn\w*|understood|understand|explain\w*|discover\w*|f(?:ind|ound)|claim\w*|argu\w+"
    r"|hope\w*|fear\w*|suggest\w*|report\w*"
    r"|clear|obvious|sure|certain|fact|news|proof|evidence|emerg\w+|appear\w*|seem\w*|felt|feel|show\w*|prov\w+"
    r"|first|was|is|were|only|just|even|until|since"
    r"|by|from|if|see|saw|seen|promis\w+|insist\w*|add\w*|not)\b(?:[^.,;:]{0,25})$"
)
# Where "that" begins a clause with a subject of its own.
_CLAUSE = re.compile(
    r" (?:the|an|a|he|she|they|we|you|it|there|his|her|its|their|our|these|those|[a-z]{3,}[^s\W]s (?:were|are|had"
    r"|have|was))\b"
)
_SUBJECT_THAT = re.compile(
    r" (?:is|was|would|will|has|had|could|can|means|meant|should|must|may|might|does|did|one|man|same|very|way|much)\b"
)
_PAUSE = re.compile(
    r"(?:^|[.,;:–—(“\"]|\b(?:and|but|or|while|whereas|because|although|just|soon|shortly|long|only|ever|even|years?"
    r"|months?|weeks?|days?|hours?|minutes?|time))\s*$"
)
_REPAIRS = {"then": ("while", "whereas")}


def _is_conjunction(match: Match) -> bool:
    word = match["word"].lower()
    if not _CLAUSE.match(match.after) or _SUBJECT_THAT.match(match.after):
        return False
    if word == "then":
        return not (_SAID.search(match.before) or re.search(r"(?:^|\b[Ii]f [^.]*|\b(?:and|but|or))\s*$", match.before))
    if word == "while":
        return not re.search(r"\b(?:a|the|little|long|worth)\s+$", match.before)
    if word in ("before", "after", "without", "since", "until"):
        return not _PAUSE.search(match.before) and bool(match.before)
    return not re.search(r"\b(?:at|all at|only|just|more than|not|is|was)\s+$", match.before)


RULE = Rule(
    id="FRE-C213",
    slug="conjunction-with-that",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.9,
    message="French conjunctions end in 'que' ('alors que', 'avant que'); the English one takes no 'that'.",
    pattern=(
        r"\b(?P<span>(?P<word>[Tt]hen|[Ww]hile|[Ww]hereas|[Bb]ecause|[Aa]lthough|[Uu]nless|[Oo]nce|[Bb]efore"
        r"|[Aa]fter|[Uu]ntil) that)\b"
    ),
    guard=_is_conjunction,
    repair=lambda match: _REPAIRS.get(match["word"], (match["word"],)),
)
