"""Which candidates make the summary, and the account of it.

The candidate with the highest gain that still fits is taken, the earlier one on a tie, then gains are asked for again.
A sentence that points back to the one before it ("He also said", "As such,") is taken together with that one, when
both fit; their gain is then the mean. Where the sentence before may not be used, it is avoided, and only used when
there is nothing else: then the summary says so. A question or a short sentence is taken beside a neighbour only, which
it brings along where it is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import nlp
from nlp.errors import OptionError
from nlp.summarizers._selection import Candidate, Pool
from nlp.text.tokens import count_words
from nlp.types import Finding, LeftOut, Summary, SummaryInput, SummarySentence

# The scores of all candidates, higher is better, given the positions of those chosen so far: first none,
# then more each time.
Gain = Callable[[Sequence[int]], Sequence[float]]

_MOST_TOGETHER = 3  # sentences that lean on one another are taken together, up to so many


def build(
    pool: Pool,
    gain: Gain,
    *,
    method: str,
    settings: str = "",
    sentences: int | None,
    max_words: int | None,
    several: bool = False,
) -> Summary:
    """The summary of the best candidates within the limits, in the article's order.

    At most `sentences` sentences of together at most `max_words` words; both limits hold where both are given.
    `settings` are the method's own, for the signature: "damping:0.85". `several` says that the pool is of several
    articles, so that each sentence names its own. Raises OptionError when no limit is given or one is below 1.
    """
    check(sentences, max_words)
    lengths = [count_words(candidate.text) for candidate in pool.candidates]
    chosen = sorted(_choose(pool.candidates, lengths, gain, _Room(sentences, max_words)))
    made = tuple(_sentence(pool.candidates, i, set(chosen), several=several) for i in chosen)
    left_out = pool.left_out if several else tuple(LeftOut(out.source_index, out.reason) for out in pool.left_out)
    return Summary(
        id=pool.id,
        summary=" ".join(sentence.text for sentence in made),
        sentences=made,
        method=method,
        input=SummaryInput(pool.sentences, pool.words, len(pool.candidates), left_out),
        signature=signature(method, settings, sentences, max_words),
        note=_note(lengths, len(chosen), sentences, max_words),
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """How much may still be taken; None is without limit."""

    sentences: int | None
    words: int | None

    def holds(self, sentences: int, words: int) -> bool:
        return (self.sentences is None or sentences <= self.sentences) and (self.words is None or words <= self.words)

    def less(self, sentences: int, words: int) -> _Room:
        return _Room(
            None if self.sentences is None else self.sentences - sentences,
            None if self.words is None else self.words - words,
        )


def _choose(pool: Sequence[Candidate], lengths: Sequence[int], gain: Gain, room: _Room) -> list[int]:
    chosen: list[int] = []
    needed = _needed(pool)
    leaning = [[*own, [_before(pool, i)]] if pool[i].leans else own for i, own in enumerate(needed)]
    while room.sentences != 0:
        best = _best(lengths, gain(chosen), room, chosen, leaning)
        if not best and not chosen:  # only sentences that point back to what may not be used
            best = _best(lengths, gain(chosen), room, chosen, needed)
        if not best:
            break
        chosen += best
        room = room.less(len(best), sum(lengths[i] for i in best))
    return chosen


# For each candidate, what must be in the summary with it: one of the candidates of each list, the first if none is.
_Company = Sequence[Sequence[Sequence[int]]]


def _needed(pool: Sequence[Candidate]) -> list[list[list[int]]]:
    """The neighbours of questions and of short sentences; those that stand alone come first."""
    place = {(candidate.article, candidate.source_index): i for i, candidate in enumerate(pool)}
    near = [[place[own.article, n] for n in own.needs if (own.article, n) in place] for own in pool]
    return [[sorted(others, key=lambda j: bool(pool[j].needs))] if others else [] for others in near]


def _best(
    lengths: Sequence[int],
    gains: Sequence[float],
    room: _Room,
    chosen: Sequence[int],
    company: _Company,
) -> list[int]:
    """The candidate that gains most, with those it is taken with, in their order; [] when none fits."""
    best: tuple[float, int] | None = None
    taken: list[int] = []
    for i in range(len(lengths)):
        group = [] if i in chosen else _group(i, company, chosen)
        if not group or not room.holds(len(group), sum(lengths[j] for j in group)):
            continue
        key = (sum(gains[j] for j in group) / len(group), -i)
        if best is None or key > best:
            best, taken = key, group
    return taken


def _group(i: int, company: _Company, chosen: Sequence[int]) -> list[int]:
    """A candidate and those it is taken with that are not chosen yet, in order; [] when they are not to be had."""
    group = [i]
    for own in group:  # which grows
        for choice in company[own]:
            standing = [j for j in choice if j in chosen or (j in group and (len(choice) == 1 or not company[j]))]
            if standing:
                continue
            other = next((j for j in choice if j not in group), -1)
            if other < 0 or len(group) == _MOST_TOGETHER:
                return []
            group.append(other)
    return sorted(group)


def _before(pool: Sequence[Candidate], i: int) -> int:
    """The candidate that is the sentence right before another one; -1 where that sentence is none."""
    previous, own = (pool[i - 1] if i else None), pool[i]
    return (
        i - 1 if previous and (previous.article, previous.source_index + 1) == (own.article, own.source_index) else -1
    )


def _sentence(pool: Sequence[Candidate], i: int, chosen: set[int], *, several: bool) -> SummarySentence:
    candidate = pool[i]
    return SummarySentence(
        text=candidate.text,
        source_index=candidate.source_index,
        repaired=candidate.repaired,
        supported_by=(candidate.source_index,),
        findings=candidate.findings,
        introduced=tuple(_introduced(candidate, alone=_before(pool, i) not in chosen)),
        article=candidate.article if several else None,
    )


def _introduced(candidate: Candidate, *, alone: bool) -> Iterator[Finding]:
    """What is wrong with a sentence only because it was taken out of its place."""
    if candidate.leans and alone:
        yield Finding(
            rule="SUM-X101",
            slug="out-of-place",
            category="summary",
            mqm="fluency/coherence",
            severity="minor",
            confidence=0.8,
            start=candidate.leans.start,
            end=candidate.leans.end,
            text=candidate.leans.of(candidate.text),
            message="This points back to a sentence that is not in the summary.",
            detector="summarizer",
        )


def check(sentences: int | None, max_words: int | None) -> None:
    """Raises OptionError unless there is a limit and every limit is at least 1."""
    if sentences is None and max_words is None:
        raise OptionError("say how long the summary may be: a number of sentences or of words")
    for name, limit in (("sentences", sentences), ("max_words", max_words)):
        if limit is not None and limit < 1:
            raise OptionError(f"{name} must be at least 1, not {limit}")


def _note(lengths: Sequence[int], chosen: int, sentences: int | None, max_words: int | None) -> str | None:
    if not lengths:
        return "No sentence of the article was fit to use."
    if not chosen:
        return f"No sentence fits into {max_words} words; the shortest that was fit to use has {min(lengths)}."
    if sentences is not None and chosen == len(lengths) < sentences:
        verb = "was" if chosen == 1 else "were"
        return f"Only {chosen} of the article's sentences {verb} fit to use."
    return None


def signature(method: str, settings: str, sentences: int | None, max_words: int | None) -> str:
    """What is needed to get the same summary again."""
    parts = [f"newsproof:{nlp.__version__}", f"summarizer:{method}", settings]
    parts.append(f"sentences:{sentences}" if sentences else "")
    parts.append(f"max_words:{max_words}" if max_words else "")
    return "|".join(filter(None, parts))
