"""Findings as text for people and editors: place, rule, severity, message; the line; carets; the repair.

The place is `file:line:column` for a text file and `file:row:column` for a row of a table or of JSON Lines,
columns counted from 1, so that editors can jump to it. A failed input has no lines here; the command tells of
it on standard error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlp.types import Article, Detection, Failure, Finding


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """The findings of each article as it comes, and a last line that counts them."""
    articles = findings = 0
    for item in items:
        if isinstance(item, Detection):
            articles += 1
            findings += len(item.findings)
            yield "".join(_finding_as_text(item.article, finding) + "\n\n" for finding in item.findings)
        else:
            yield ""
    if articles:
        what = "nothing found" if not findings else f"{findings} finding{'s' * (findings > 1)}"
        yield f"{what} in {articles} article{'s' * (articles > 1)}.\n"


def _finding_as_text(article: Article, finding: Finding) -> str:
    line, column, excerpt, marks = _line_with_marks(article.text, finding)
    place = f"{article.path or article.id}:{line if article.line is None else article.line}:{column}"
    lines = [
        f"{place}  {finding.rule} {finding.slug}  {finding.severity}  {finding.message}",
        f"    {excerpt}",
        f"    {marks}",
    ]
    if finding.replacements:
        instead = " | ".join(r or "(delete)" for r in finding.replacements)
        lines.append(f"    instead: {instead}")
    return "\n".join(lines)


def _line_with_marks(text: str, finding: Finding, *, width: int = 96) -> tuple[int, int, str, str]:
    """Line and column from 1, the line cut to the neighbourhood of the span, and carets under the span."""
    line_start = text.rfind("\n", 0, finding.start) + 1
    line_end = text.find("\n", finding.start)
    line_end = len(text) if line_end < 0 else line_end
    line_number = text.count("\n", 0, finding.start) + 1
    end = min(finding.end, line_end, finding.start + width)
    room = max(0, width - (end - finding.start)) // 2
    start, stop = max(line_start, finding.start - room), min(line_end, end + room)
    lead = "…" if start > line_start else ""
    tail = "…" if stop < line_end else ""
    excerpt = lead + text[start:stop].replace("\t", " ").rstrip("\r") + tail
    marks = " " * (len(lead) + finding.start - start) + "^" * max(1, end - finding.start)
    return line_number, finding.start - line_start + 1, excerpt, marks
