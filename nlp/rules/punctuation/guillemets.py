r"""Guillemets: « … » or << … >> where English has quotation marks.

Why it matters
    They are the quotation marks of French, Russian, Spanish and others; English readers do not use them, and
    programs that look for quotations miss them.
Flags
    He called it ⟦« ⟧unacceptable⟦ »⟧.                        ⇒ " ; "
    He called it ⟦«⟧unacceptable⟦»⟧.                          ⇒ " ; "
    “No,” he said. She answered ⟦« ⟧yes⟦ »⟧.                 ⇒ “ ; ”
    He called it ⟦<< ⟧unacceptable⟦ >>⟧.                      ⇒ " ; "
    In German style ⟦»⟧no⟦«⟧ was the answer.                   ⇒ " ; "
    The word ⟦‹⟧no⟦›⟧ was the answer.                         ⇒ ' ; '
Leaves alone
    Home » World » Europe
    He called it "unacceptable".
    If 1 << 8 is 256, then 256 >> 8 is 1.
    Read more »
    › Next
    The rate is < 5 and > 2.
Limits
    A guillemet without its partner in the paragraph is left alone: it is an arrow of the page.
Source
    Inventory FRE-P502.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.rules.rule import Match, Rule
from nlp.types import Article

_PAIR = re.compile(
    r"(?P<open>«[ \u00a0\u202f]?)[^«»\n]+?(?P<close>[ \u00a0\u202f]?»)"
    r"|(?P<open2>»)(?=\w)[^«»\n]+?(?<=[\w.,!?…])(?P<close2>«)"
    r"|(?P<open3><<[ \u00a0]?)(?=[A-Za-z])[^<>\n]{2,300}?(?P<close3>[ \u00a0]?>>)"
    r"|(?P<open4>‹[ \u00a0\u202f]?)(?=\w)[^‹›\n]+?(?P<close4>[ \u00a0\u202f]?›)"
)
_HINTS = ("«", "»", "<<", "‹")


def _guillemets(article: Article) -> Iterator[Match]:
    text = article.text
    if not any(hint in text for hint in _HINTS):
        return
    curly = "“" in text or "”" in text
    for pair in _PAIR.finditer(text):
        for group, (start, end) in ((name, pair.span(name)) for name in pair.groupdict() if pair[name]):
            opening, single = group.startswith("open"), group.endswith("4")
            marks = ("‘’" if single else "“”") if curly else ("''" if single else '""')
            yield Match(article, text, 0, start, end, {"mark": marks[0 if opening else 1]})


RULE = Rule(
    id="GEN-P502",
    slug="guillemets",
    category="punctuation",
    mqm="locale conventions/quotation marks",
    severity="minor",
    confidence=0.97,
    languages=(),
    message="Guillemets; English uses quotation marks.",
    find=_guillemets,
    repair="{mark}",
    safe=True,
)
