"""Findings as one SARIF 2.1.0 log, for code scanning and editors.

Severities become levels (neutral: note, minor: warning, major and critical: error) and the confidence a rank of 0 to
100. A result of a text file carries its repairs as fixes; of a row only the line is known, of a page not even that, so
they carry none. What a comment or a baseline leaves out is a suppressed result. The fingerprint is made of the rule and
the words quoted, so that a result is known again when lines move. An input that failed is a notification.

Source: OASIS Standard, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, with errata 01 (2023).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import nlp
from nlp.repair import Edit, edit
from nlp.reports._places import Place, place, position
from nlp.rules import library
from nlp.rules.docs import parse
from nlp.types import Article, Detection, Failure, Finding, Severity, Suppressed

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"neutral": "note", "minor": "warning", "major": "error", "critical": "error"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """The log, in one piece: it begins with the rules, which are known at the end."""
    log = _Log()
    for item in items:
        if isinstance(item, Failure):
            log.notifications.append(_notification(item))
            continue
        found: list[Finding | Suppressed] = [*item.findings, *item.suppressed]
        for one in sorted(found, key=lambda one: _finding(one).sort_key()):
            log.add(item.article, one)
        log.signature = log.signature or item.signature
    text = json.dumps(log.document(), ensure_ascii=False, indent=2, allow_nan=False)
    yield _SURROGATE.sub("\ufffd", text) + "\n"


class _Log:
    """What a run consists of, gathered while the items go by."""

    def __init__(self) -> None:
        self.results: list[dict[str, Any]] = []
        self.notifications: list[dict[str, Any]] = []
        self.rules: dict[str, Finding] = {}
        self.seen: Counter[str] = Counter()
        self.signature = ""

    def add(self, article: Article, one: Finding | Suppressed) -> None:
        finding = _finding(one)
        self.rules.setdefault(finding.rule, finding)
        where = place(article, finding)
        words = f"{finding.rule}\n{' '.join(finding.text.split())}"
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.seen[digest] += 1
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": list(self.rules).index(finding.rule),
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [_location(article, finding, where)],
            "partialFingerprints": {"ruleAndText/v1": f"{digest}:{self.seen[digest]}"},
            "rank": round(100 * finding.confidence, 1),
            "suppressions": [_suppression(one)] if isinstance(one, Suppressed) else [],
            "properties": _properties(article, finding),
        }
        if where.column is not None and finding.replacements:
            result["fixes"] = [_fix(article, finding, replacement) for replacement in finding.replacements]
        self.results.append(result)

    def document(self) -> dict[str, Any]:
        driver = {
            "name": "newsproof",
            "version": nlp.__version__,
            "rules": [_descriptor(rule, finding) for rule, finding in self.rules.items()],
        }
        invocation = {"executionSuccessful": not self.notifications, "toolExecutionNotifications": self.notifications}
        run = {
            "tool": {"driver": driver},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "results": self.results,
            "properties": {"signature": self.signature},
        }
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _finding(one: Finding | Suppressed) -> Finding:
    return one.finding if isinstance(one, Suppressed) else one


def _message(finding: Finding) -> str:
    best = finding.replacements[0] if finding.replacements else None
    instead = "" if best is None else " Delete it." if not best else f" Instead: {best}"
    return finding.message + instead


def _location(article: Article, finding: Finding, where: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(where.path)}
    if where.line is not None:
        physical["region"] = {"startLine": where.line}
    if where.column is not None:
        physical["region"] |= {
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
            "charOffset": finding.start,
            "charLength": finding.end - finding.start,
            "snippet": {"text": finding.text},
        }
    return {"physicalLocation": physical, "logicalLocations": [{"name": article.id, "kind": "article"}]}


def _artifact(path: str) -> dict[str, str]:
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    return {"uri": quote(PurePath(path).as_posix(), errors="surrogateescape")}


def _fix(article: Article, finding: Finding, replacement: str) -> dict[str, Any]:
    change: Edit = edit(article.text, finding, replacement)
    line, column = position(article.text, change.start)
    end_line, end_column = position(article.text, change.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    kind = "Safe repair" if finding.safe and replacement == finding.replacements[0] else "Proposal, to be read"
    return {
        "description": {"text": kind},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(article.path or article.id),
                "replacements": [{"deletedRegion": region, "insertedContent": {"text": change.new}}],
            }
        ],
    }


def _suppression(suppressed: Suppressed) -> dict[str, str]:
    kind = "inSource" if suppressed.by == "comment" else "external"
    return {"kind": kind} | ({"justification": suppressed.reason} if suppressed.reason else {})


def _properties(article: Article, finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "confidence": finding.confidence,
        "category": finding.category,
        "mqm": finding.mqm,
        "quoted": finding.quoted,
        "article": article.id,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
    }


def _descriptor(rule_id: str, finding: Finding) -> dict[str, Any]:
    """What is said of a rule; of a finding that no rule of the library made, what the finding says."""
    descriptor: dict[str, Any] = {
        "id": rule_id,
        "name": finding.slug,
        "properties": {"category": finding.category, "tags": [finding.category, finding.mqm]},
    }
    rule = next((rule for rule in library.all_rules() if rule.id == rule_id), None)
    if rule is not None:
        doc = parse(rule.doc)
        why = " ".join(doc.sections["Why it matters"].split())
        descriptor |= {
            "shortDescription": {"text": doc.title},
            "fullDescription": {"text": why},
            "help": {"text": f"{why}\n\n`nlp explain {rule_id}` shows examples, limits and sources."},
            "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": not rule.preview},
        }
    return descriptor


def _notification(failure: Failure) -> dict[str, Any]:
    return {"level": "error", "message": {"text": f"{failure.where}: {failure.message}"}}
