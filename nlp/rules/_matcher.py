"""Which patterns match somewhere in a text, and where: many patterns, one reading.

RE2 sets read a whole text and say which patterns match in it (Cox 2010, "Regular Expression Matching in the Wild");
the few that do are then run by themselves to find the places. RE2 is linear in the length of the text whatever the
text, so hostile input costs no more than news.

A set of all patterns has an automaton that fits no cache. Sets of a few dozen read faster in sum than one set of all
(on two megabytes of news: one set 19 MB/s, four 41, eight 33), and their automata are built sooner.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from nlp.rules.rule import Rule
from nlp.types import Span

_AT_A_TIME = 24  # patterns in a set
# RE2's automaton starts over when it outgrows this; its default of 8 MiB is too little for two dozen patterns.
_SET_MEMORY = 64 << 20


class PatternError(ValueError):
    """A pattern that RE2 does not understand; `rule` has it."""

    def __init__(self, rule: Rule, cause: Exception) -> None:
        super().__init__(f"the pattern of rule {rule.id} is not RE2 syntax: {cause}")


class Hit(NamedTuple):
    """A match of a rule's pattern: the unit and its number, the span in it, the named groups ("" for one without part).

    The span is the group "span" where the pattern has one.
    """

    rule: Rule
    unit: str
    number: int
    start: int
    end: int
    groups: dict[str, str]


class Matcher:
    """The patterns of rules with one scope. Raises PatternError."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        import re2

        options = re2.Options()
        options.max_mem = _SET_MEMORY
        options.log_errors = False
        self._patterns: list[_Pattern] = []
        self._sets: list[tuple[int, Any]] = []
        for first in range(0, len(rules), _AT_A_TIME):
            patterns = re2.Set.SearchSet(options)
            for rule in rules[first : first + _AT_A_TIME]:
                try:
                    # In a text of many units, "^" and "$" are the ends of lines. The plain pattern says it again.
                    anywhere = f"(?m){rule.pattern}".encode()
                    patterns.Add(anywhere)
                    alone = re2.compile(rule.pattern.encode(), options)
                    names = tuple((name.decode(), group) for name, group in alone.groupindex.items())
                    self._patterns.append(_Pattern(rule, re2.compile(anywhere, options), alone, names))
                except re2.error as error:
                    raise PatternError(rule, error) from error
            patterns.Compile()
            self._sets.append((first, patterns))

    def matching(self, documents: Sequence[tuple[str, Sequence[Span]]]) -> list[list[Hit]]:
        """For each document, a text and its units: the matches of each pattern in each unit alone, in the order of
        rules and units.

        All units of a document are read at once, a line break between them, so a match may reach over a unit's end;
        therefore each unit that one touches is read again by itself. No match within a unit is lost by this: the
        places that RE2 finds do not overlap, and it passes over no place where a match begins but those inside another.
        Several documents are read one set after the other, so that the set's automaton stays in the cache.
        """
        encoded = [[text[u.start : u.end].encode("utf-8", "surrogatepass") for u in units] for text, units in documents]
        joined = [b"\n".join(parts) for parts in encoded]
        starts = [list(itertools.accumulate((len(part) + 1 for part in parts), initial=0)) for parts in encoded]
        found: list[list[Hit]] = [[] for _ in documents]
        for first, patterns in self._sets:
            candidates = [
                (first + i, number) for number, whole in enumerate(joined) for i in patterns.Match(whole) or ()
            ]
            for candidate, number in sorted(candidates):
                pattern, parts = self._patterns[candidate], encoded[number]
                text, units = documents[number]
                for index in _touched(pattern.anywhere, joined[number], starts[number]):
                    found[number] += _hits(pattern, units[index].of(text), parts[index], index)
        return found


class _Pattern(NamedTuple):
    """A rule's pattern as it is run `anywhere` in a text of many units and `alone` on one, and its named groups."""

    rule: Rule
    anywhere: Any
    alone: Any
    names: tuple[tuple[str, int], ...]


def _hits(pattern: _Pattern, unit: str, encoded: bytes, number: int) -> Iterator[Hit]:
    """The matches of a pattern in one unit. RE2 is given bytes, which spares it to encode the text once more."""
    plain = len(unit) == len(encoded)
    read = characters = 0  # bytes and characters of the unit up to the last match
    for match in pattern.alone.finditer(encoded):
        begin, end = match.span()
        spans = {name: match.span(group) for name, group in pattern.names}
        start, stop = spans.get("span", (begin, end))
        if start == stop:
            continue
        groups = {name: _decoded(encoded[a:b]) if a >= 0 else "" for name, (a, b) in spans.items()}
        if not plain:
            characters += len(_decoded(encoded[read:start]))
            read = start
            start, stop = characters, characters + len(_decoded(encoded[start:stop]))
        yield Hit(pattern.rule, unit, number, start, stop, groups)


def _decoded(encoded: bytes) -> str:
    return encoded.decode("utf-8", "surrogatepass")


def _touched(pattern: Any, joined: bytes, starts: Sequence[int]) -> Iterator[int]:  # noqa: ANN401 - re2 has no types
    """The units that matches of a pattern lie in, each once; `starts` are where units begin, and where all end.

    The search goes on at the next unit, for one match is enough to read a unit again.
    """
    units = len(starts) - 1
    following = 0
    while following < units and (match := pattern.search(joined, starts[following])):
        start, end = match.span()
        first = max(bisect.bisect_right(starts, start) - 1, following)
        following = max(min(bisect.bisect_left(starts, end), units), first + 1)
        yield from range(first, min(following, units))
