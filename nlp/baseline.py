"""Findings that are known and accepted, so that only new ones are reported.

A baseline counts findings by rule and by the text they quote, whitespace made equal: prose is reflowed, lines
and articles move, and the same words stay the same finding. One more than was counted is new.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.errors import InputError
from nlp.types import Finding, Suppressed

VERSION = 1
_VERSION_KEY = "newsproof_baseline"
_HINT = "`nlp baseline PATH… --out FILE` writes one"


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is known, by rule and quoted text. `name` is what it is called in messages."""

    counts: Mapping[tuple[str, str], int]
    name: str = "the baseline"

    def to_json(self) -> str:
        """The baseline as a file, one finding a line, sorted: the same findings give the same bytes."""
        entries = (
            json.dumps({"rule": rule, "text": text, "count": count}, ensure_ascii=False)
            for (rule, text), count in sorted(self.counts.items())
        )
        body = ",\n".join(entries)
        return f'{{\n"{_VERSION_KEY}": {VERSION},\n"findings": [\n{body}{chr(10) * bool(body)}]\n}}\n'


def collect(findings: Iterable[Finding]) -> Baseline:
    """The baseline that knows just these findings."""
    return Baseline(Counter(_key(finding) for finding in findings))


def load(path: str | Path) -> Baseline:
    """The baseline of a file. Raises InputError when it cannot be read or is not one."""
    where = str(path)
    try:
        data = json.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}; {_HINT}", where=where) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not a baseline, since it is not JSON ({error}); {_HINT}", where=where) from error
    if not isinstance(data, dict) or _VERSION_KEY not in data:
        raise InputError(f"is not a baseline: '{_VERSION_KEY}' is not in it; {_HINT}", where=where)
    if data[_VERSION_KEY] != VERSION:
        what = f"is a baseline of version {data[_VERSION_KEY]}, and this newsproof reads version {VERSION}; {_HINT}"
        raise InputError(what, where=where)
    entries = data.get("findings")
    if not isinstance(entries, list):
        raise InputError(f"is not a baseline: 'findings' is not a list; {_HINT}", where=where)
    counts: Counter[tuple[str, str]] = Counter()
    for number, entry in enumerate(entries, start=1):
        rule, text, count = _entry(entry, f"{where}: finding {number}")
        counts[rule, text] += count
    return Baseline(counts, name=where)


def _entry(entry: Any, where: str) -> tuple[str, str, int]:  # noqa: ANN401 - whatever stands in the file
    values = entry if isinstance(entry, dict) else {}
    rule, text, count = values.get("rule"), values.get("text"), values.get("count")
    if not isinstance(rule, str) or not isinstance(text, str) or type(count) is not int or count < 1:
        raise InputError("a finding has a 'rule' and a 'text', both strings, and a 'count' from 1", where=where)
    return rule, " ".join(text.split()), count


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, " ".join(finding.text.split())


class Known:
    """What is left of a baseline during one run: each finding that it has uses up one of its count."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self.digest = hashlib.sha256(baseline.to_json().encode("utf-8", "surrogatepass")).hexdigest()[:8]
        self._left = Counter(baseline.counts)

    def split(self, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """The findings that are new and those that are known, each in the order given."""
        new: list[Finding] = []
        known: list[Suppressed] = []
        for finding in findings:
            key = _key(finding)
            if self._left[key] > 0:
                self._left[key] -= 1
                known.append(Suppressed(finding, "baseline"))
            else:
                new.append(finding)
        return tuple(new), tuple(known)

    def copy(self) -> Known:
        """The same baseline with what is left of it now, for a trial."""
        trial = copy.copy(self)
        trial._left = self._left.copy()
        return trial

    def become(self, trial: Known) -> None:
        """Takes over what is left after a trial."""
        self._left = trial._left.copy()

    @property
    def unused(self) -> int:
        """How many of the baseline's findings were not met so far."""
        return self._left.total()
