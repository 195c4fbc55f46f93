"""Longest common subsequences of two lists of tokens, a machine word of table cells at a time.

A row of the classical table differs from cell to cell by 0 or 1, so a row is kept as one integer with a bit for
each token of the first list: 0 where the count steps up, 1 where it stays. The update is Hyyrö's, "Bit-parallel
LCS-length computation revisited", AWOCA 2004; Python's integers are as long as the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def lcs_length(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens the longest common subsequence has; 0 when either list is empty.

    >>> lcs_length("police kill the gunman".split(), "the gunman kill police".split())
    2
    """
    if len(other) > len(one):
        one, other = other, one  # bits are cheaper than steps
    row = (1 << len(one)) - 1
    for row in _rows(one, other):  # noqa: B007 - the last one is wanted
        pass
    return len(one) - row.bit_count()


def lcs_positions(one: Sequence[str], other: Sequence[str]) -> int:
    """The positions in `one` of a longest common subsequence, as bits of an integer: bit i for `one[i]`.

    Of several such subsequences it is the one that rouge-score 0.1.2 takes: read from the ends, a match is
    taken at once; else the last token of `one` is given up, unless only giving up that of `other` keeps the length.

    >>> bin(lcs_positions("police kill the gunman".split(), "the gunman kill police".split()))
    '0b1100'
    """
    rows = list(_rows(one, other))
    taken = 0
    i, j = len(one) - 1, len(other) - 1
    while i >= 0 and j >= 0:
        if one[i] == other[j]:
            taken |= 1 << i
            i, j = i - 1, j - 1
        elif rows[j] >> i & 1:
            i -= 1
        else:
            j -= 1
    return taken


def _rows(one: Sequence[str], other: Sequence[str]) -> Iterator[int]:
    """The table's row after each token of `other`."""
    full = (1 << len(one)) - 1
    where: dict[str, int] = {}
    for index, token in enumerate(one):
        where[token] = where.get(token, 0) | 1 << index
    row = full
    for token in other:
        found = row & where.get(token, 0)
        if found:
            row = ((row + found) | (row - found)) & full
        yield row
