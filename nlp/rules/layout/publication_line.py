r"""A publication line in the text: "Posted at 7:06", "Updated at 8:46 a.m.", "Reading time: 3 min".

Why it matters
    It belongs to the page, not to the article. Read as text it is noise, and a summarizer may take its time
    for the time of the event.
Flags
    ⟦Posted at 7:06⟧\n⟦Updated at 8:46 a.m.⟧\nThe minister spoke.          ⇒ (delete) ; (delete)
    The minister spoke.\n⟦Published on 28 January 2022 at 10:12⟧           ⇒ (delete)
    ⟦Posted on Jan. 28, 2022 at 7:06 a.m.⟧\nThe talks failed.              ⇒ (delete)
    ⟦Posted at 3:12 p.m. Updated at 5:01 p.m.⟧ The minister spoke today.   ⇒ (delete)
    ⟦Reading time: 3 min⟧\nThe talks failed.                               ⇒ (delete)
    ⟦Last updated: 28/01/2022 - 10:12⟧\nThe talks failed.                  ⇒ (delete)
    ⟦Published yesterday at 16:05⟧\nThe talks failed.                      ⇒ (delete)
    ⟦Put online on 28 January 2022 at 10h12⟧\nThe talks failed.            ⇒ (delete)
    ⟦Updated 8:10 AM EDT, Tue July 29, 2014⟧\nThe talks failed.           ⇒ (delete)
    ⟦Updated 2 hours ago⟧\nThe talks failed.                              ⇒ (delete)
    ⟦Modified on March 3, 2022⟧\nThe talks failed.                         ⇒ (delete)
Leaves alone
    The video was posted at 7:06 by a neighbour.
    Posted at the gate since Monday, two soldiers let nobody in.
    Published in 2019, the report names three banks.
    Updated figures will be released on Friday.
    Published on Monday by the ministry, the figures show a rise.
Limits
    Only English wording; a line left in another language is another rule's.
Source
    Inventory FRE-S951; seed article.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule

_CLOCK = (
    r"\d{1,2}\s?(?:[:.h]\s?\d{2})(?::\d{2})?(?:\s?(?i:[ap]\.?\s?m)\b\.?)?(?:\s?(?:GMT|UTC|CET|CEST|BST|EST|EDT|ET))?"
    r"|\d{1,2}\s?(?i:[ap]\.?\s?m)\b\.?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    r"(?:(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:the )?"
    rf"(?:{_DAY} {_MONTH}(?:,? \d{{4}})?|{_MONTH} {_DAY}(?:,? \d{{4}})?|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    r"|\d{4}-\d{2}-\d{2})|today|yesterday)"
)
_STAMP = (
    rf"(?:(?:on |the )?{_DATE}(?:,? ?[-–—|]? ?(?:at )?(?:{_CLOCK}))?|(?:at )?(?:{_CLOCK})(?:,? (?:on )?{_DATE})?"
    r"|\d+ (?:minutes?|mins?|hours?|days?) ago)"
)
_VERB = (
    r"(?i:(?:first |last |article |story )?(?:posted|published|updated|modified|edited|created|put online|online"
    r"|posted online|published online))"
)
_LINE = rf"{_VERB}\s?:?\s(?:it )?{_STAMP}"
_READING = r"(?i:reading time|read time)\s?:?\s\d+\s?min(?:utes?|s)?\b\.?|\d+[ -]min(?:ute)?s? read"


def _ends_or_capital_follows(match: Match) -> bool:
    """Nothing follows, or a new sentence does: "Posted at 7:06 The minister", never "posted at 7:06 by"."""
    following = match.after.lstrip(" \t.·|•–—-")
    return not following or not (following[0].islower() or match.after.startswith(","))


RULE = Rule(
    id="GEN-S951",
    slug="publication-line",
    category="residue",
    mqm="other/non-translation",
    severity="minor",
    confidence=0.98,
    languages=(),
    scope="paragraph",
    message="A publication line of the web page, not part of the article.",
    pattern=rf"^\W?(?P<span>(?:{_LINE}|{_READING})(?:[\s,;|·•–—-]+(?:{_LINE}|{_READING}))*(?:\.$)?)",
    guard=_ends_or_capital_follows,
    repair="",
    safe=True,
    evidence="layout",
)
