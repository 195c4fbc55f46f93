"""Findings as annotations of a GitHub workflow: one command a finding, in the log that the runner reads.

Severities become levels (neutral: notice, minor: warning, major and critical: error). An input that failed is an error.

Source: GitHub Docs, "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlp.reports._places import place, repairs
from nlp.types import Article, Detection, Failure, Finding, Severity

_LEVELS: dict[Severity, str] = {"neutral": "notice", "minor": "warning", "major": "error", "critical": "error"}


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """One line a finding, as the items come."""
    for item in items:
        if isinstance(item, Failure):
            yield f"::error title=newsproof::{_data(f'{item.where}: {item.message}')}\n"
        else:
            yield "".join(_annotation(item.article, finding) + "\n" for finding in item.findings)


def _annotation(article: Article, finding: Finding) -> str:
    where = place(article, finding)
    values: dict[str, str | int | None] = {"file": where.path, "line": where.line, "endLine": where.end_line}
    if where.line == where.end_line:  # columns count only within one line
        values |= {"col": where.column, "endColumn": where.end_column}
    values["title"] = f"{finding.rule} {finding.slug}"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value is not None)
    instead = f"\nInstead: {repairs(finding)}" if finding.replacements else ""
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(f'“{finding.text}” {finding.message}{instead}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
