"""Summaries of events: the articles that have the same value in one field, together."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from nlp import events, pipeline
from nlp.types import Detection, Failure, Summary

_WIDTH = 100


def summaries(
    items: Iterable[Detection | Failure],
    *,
    sentences: int | None,
    max_words: int | None,
    query: str | None,
    with_lm: bool = False,
) -> Iterator[Summary | Failure]:
    """The failures as they come, then a summary of each event in the order of its first article.

    All articles are held in memory, since the last one may be on the first one's event.
    """
    groups: dict[str, list[Detection]] = {}
    for item in items:
        if isinstance(item, Failure):
            yield item
        else:
            groups.setdefault(item.article.group or item.article.id, []).append(item)
    for name, detections in groups.items():
        yield events.summarize_event(
            [detection.article for detection in detections],
            id=name,
            sentences=sentences,
            max_words=max_words,
            query=query,
            findings=[pipeline.standing(detection) for detection in detections],
            with_lm=with_lm,
        )


def as_text(summary: Summary) -> str:
    """An event's summary for a person, a sentence a paragraph with its article's id."""
    parts = [summary.id, ""]
    for sentence in summary.sentences:
        parts += [textwrap.fill(f"{' '.join(sentence.text.split())} [{sentence.article}]", _WIDTH), ""]
    account = f"{summary.method}: {len(summary.sentences)} of {summary.input.eligible} usable sentences."
    parts.append("  " + " ".join(filter(None, (account, summary.note))))
    return "\n".join(parts) + "\n\n"
