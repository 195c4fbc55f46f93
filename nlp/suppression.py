"""Findings that a comment in the text leaves out.

    <!-- nlp: disable=FRE-T107 -->                from here on …
    <!-- nlp: enable=FRE-T107 -->                 … to here, else to the end of the text
    <!-- nlp: disable-next-line=FRE-T107,calque -->   the next line with text in it
    <!-- nlp: disable-line=FRE-T107 -->           the line it stands in
    <!-- nlp: disable-line -- quoted on purpose -->   all rules; what follows " -- " is the reason

Rules are named as in `--select`: ids, slugs, categories or beginnings of ids, parted by commas; without names
all are meant. The last `disable` or `enable` before a finding that names its rule decides. In a text without a
line end a paragraph is a line, so the comment before a paragraph, or in it, speaks for the whole of it.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from nlp.errors import UnknownName
from nlp.rules.naming import RuleName, answers
from nlp.selection import check_names
from nlp.text._lines import LINE_BREAKS
from nlp.text.comments import Comment, blanked, comments
from nlp.types import Article, Finding, Span, Suppressed

_REGION, _LINE = ("disable", "enable"), ("disable-line", "disable-next-line")
_TEXT_OF_LINE = re.compile(rf"\S[^{LINE_BREAKS}]*")
_LINE_BREAK = re.compile(f"\r\n|[{LINE_BREAKS}]")


def without_comments(article: Article) -> Article:
    """The article with spaces for its comments, so that every offset stays; the same article when it has none."""
    text = blanked(article.text)
    return article if text == article.text else dataclasses.replace(article, text=text)


def split(text: str, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """The findings that stay and those that the comments of the text leave out, each in the order given."""
    spoken = [comment for comment in comments(text) if _understood(comment)]
    if not spoken:
        return tuple(findings), ()
    regions = [comment for comment in spoken if comment.command in _REGION]
    of_line = [comment for comment in spoken if comment.command in _LINE]
    lines = list(zip(_lines(text, of_line), of_line, strict=True))
    kept: list[Finding] = []
    left_out: list[Suppressed] = []
    for finding in findings:
        comment = _silencer(finding, regions, lines)
        if comment is None:
            kept.append(finding)
        else:
            left_out.append(Suppressed(finding, "comment", comment.reason))
    return tuple(kept), tuple(left_out)


def warnings(text: str, findings: Sequence[Finding] = ()) -> Iterator[str]:
    """What is wrong with the comments of a text: one not understood, or a name that is no rule's and no finding's."""
    written = list(comments(text))
    breaks = _breaks(text) if written else []
    for comment in written:
        place = f"Line {bisect(breaks, (comment.span.start, 0)) + 1}, {comment.span.of(text)}:"
        if not _understood(comment):
            yield f"{place} not understood; write {', '.join((*_REGION, *_LINE))}, then =RULE or nothing."
        for name in comment.names or ():
            try:
                check_names((name,))
            except UnknownName as error:
                if not any(_named(finding, (name,)) for finding in findings):
                    yield f"{place} {error}"


def _understood(comment: Comment) -> bool:
    return comment.command in (*_REGION, *_LINE) and comment.names != ()


def _silencer(finding: Finding, regions: list[Comment], lines: list[tuple[Span, Comment]]) -> Comment | None:
    for line, comment in lines:
        if line.overlaps(finding) and _named(finding, comment.names):
            return comment
    said = [c for c in regions if c.span.start <= finding.start and _named(finding, c.names)]
    return said[-1] if said and said[-1].command == "disable" else None


def _named(finding: Finding, names: tuple[str, ...] | None) -> bool:
    """Whether one of the names means what was found; None names all."""
    found = RuleName(finding.rule, finding.slug, finding.category)
    return names is None or any(answers(found, name) for name in names)


def _lines(text: str, spoken: Sequence[Comment]) -> Iterator[Span]:
    """The line each comment speaks for, without its line end; an empty span where no line follows."""
    breaks = _breaks(text) if spoken else []
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    # Other comments may stand between a comment and its line.
    texts = [match.span() for match in _TEXT_OF_LINE.finditer(blanked(text))] if spoken else []
    for comment in spoken:
        line = bisect(starts, comment.span.start) - 1
        if comment.command == "disable-line":
            yield Span(starts[line], ends[line])
        else:
            following = bisect(texts, (ends[line], 0))
            yield Span(*texts[following]) if following < len(texts) else Span(len(text), len(text))


def _breaks(text: str) -> list[tuple[int, int]]:
    """Where the line ends begin and end."""
    return [match.span() for match in _LINE_BREAK.finditer(text)]
