"""Findings as a JUnit report: one suite an article, one failed test a finding, for servers that show tests.

An article in which nothing was found is one passed test, what a comment or a baseline leaves out is a skipped one, and
an input that failed is an error.

Source: the JUnit XML of Apache Ant's task, as Jenkins and GitLab read it; it has no standard of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from nlp.reports._places import place, repairs
from nlp.types import Article, Detection, Failure, Finding

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def chunks(items: Iterable[Detection | Failure]) -> Iterator[str]:
    """The suites as the items come."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newsproof">\n'
    for item in items:
        yield _failed(item) if isinstance(item, Failure) else _suite(item)
    yield "</testsuites>\n"


def _suite(item: Detection) -> str:
    name = item.article.path or item.article.id
    if item.article.line is not None:
        name += f":{item.article.line}"
    cases = [_case(item.article, finding, name) for finding in item.findings]
    for left in item.suppressed:
        case = _attributes(classname=name, name=_title(left.finding))
        cases.append(f"    <testcase{case}><skipped{_attributes(message=left.reason or left.by)}/></testcase>\n")
    if not item.findings:
        cases.append(f"    <testcase{_attributes(classname=name, name='nothing found')}/>\n")
    counts = _attributes(
        name=name, tests=len(cases), failures=len(item.findings), errors=0, skipped=len(item.suppressed)
    )
    return f"  <testsuite{counts}>\n{''.join(cases)}  </testsuite>\n"


def _case(article: Article, finding: Finding, name: str) -> str:
    where = place(article, finding)
    spot = ":".join(str(part) for part in (where.path, where.line, where.column) if part is not None)
    instead = f"\ninstead: {repairs(finding)}" if finding.replacements else ""
    body = _text(f"{spot}\n{finding.text}{instead}")
    failure = _attributes(message=finding.message, type=finding.severity)
    case = _attributes(classname=name, name=f"{_title(finding)} at {finding.start}")
    return f"    <testcase{case}>\n      <failure{failure}>{body}</failure>\n    </testcase>\n"


def _failed(failure: Failure) -> str:
    counts = _attributes(name=failure.where, tests=1, failures=0, errors=1, skipped=0)
    case = _attributes(classname=failure.where, name="can be read")
    error = _attributes(message=failure.message)
    return f"  <testsuite{counts}>\n    <testcase{case}><error{error}/></testcase>\n  </testsuite>\n"


def _title(finding: Finding) -> str:
    return f"{finding.rule} {finding.slug}"


def _attributes(**values: object) -> str:
    return "".join(f" {name}={quoteattr(_FORBIDDEN.sub('�', str(value)))}" for name, value in values.items())


def _text(value: str) -> str:
    return escape(_FORBIDDEN.sub("�", value))
