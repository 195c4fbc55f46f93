"""Post-edited French news in which the speaker changes places with another name: an error of who is quoted, made to
measure SRC-Q503, since nobody has annotated such errors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.detectors._source import speakers
from nlp.detectors._source.pair import Pair
from nlp.evaluation._table import Cell, Table
from nlp.statistics.intervals import bootstrap_interval
from nlp.text.names import names


def table(pairs: Sequence[Pair], others: Sequence[Pair]) -> Table:
    """How many swaps are flagged, and how many of the `pairs` and `others` as they are."""
    made = list(swaps(pairs))
    rows: list[tuple[Cell | str, ...]] = []
    for name, chosen in (("swapped", made), ("post-edits as they are", pairs), ("MT as it is", others)):
        flagged = [(float(any(speakers.check(pair))), 1.0) for pair in chosen]
        share = sum(hit for hit, _ in flagged) / len(flagged) if flagged else None
        interval = bootstrap_interval(flagged, lambda total: total[0] / total[1]) if flagged else None
        rows.append((name, Cell(len(chosen), digits=0), Cell(share, interval)))
    return Table(
        "Who is quoted (SRC-Q503): French news, the speaker's name and another one swapped",
        ("text", "n", "flagged"),
        tuple(rows),
        ("Sentences with one speaker on either side and another name that the source spells.",),
    )


def swaps(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs that have a speaker on both sides and another name, with these two exchanged in the translation."""
    for pair in pairs:
        ours, theirs = speakers.speakers_in(pair.target, "en"), speakers.speakers_in(pair.source, "fr")
        if len(ours) != 1 or len(theirs) != 1:
            continue
        speaker = ours[0]
        other = next(
            (
                name
                for name in names(pair.target)
                if not name.overlaps(speaker) and speakers.spells(name.of(pair.target), pair.source)
            ),
            None,
        )
        if other is not None:
            first, second = sorted((speaker, other), key=lambda span: span.start)
            text = pair.target
            swapped = (
                text[: first.start]
                + second.of(text)
                + text[first.end : second.start]
                + first.of(text)
                + text[second.end :]
            )
            yield Pair(pair.source, swapped, pair.lang)
