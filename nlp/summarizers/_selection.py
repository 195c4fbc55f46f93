"""What the extractive summarizers share: which sentences may be used, how many, and the account of it.

A method reads `candidates(article, findings)`, scores them, and hands the scores to `build`.

A body sentence may be used, with its safe repairs, unless

- it is layout residue, or holds some that cannot be cut out safely, or an elision mark;
- it holds an artifact of major or critical severity that cannot be repaired safely;
- it has fewer than four words, or is a question outside quotation marks;
- a quotation begins or ends in it but not both: without its neighbour nobody could tell who speaks;
- it is not a whole sentence, beginning in lower case or lacking its full stop, as captions and headings do
  (unless most of the article is written that way);
- it says again what an earlier sentence said.

A dateline is cut from the sentence that follows it ("(Moscow) Russian President …"). It is no part of the
sentence, so the sentence does not count as repaired.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import nlp
from nlp.errors import OptionError
from nlp.summarizers import _repair
from nlp.text.tokens import count_words, words
from nlp.types import (
    Article,
    Finding,
    LeftOut,
    Sentence,
    Span,
    Summary,
    SummaryInput,
    SummarySentence,
)

# The scores of all candidates, higher is better, given the positions of those chosen so far: first none,
# then one more each time.
Gain = Callable[[Sequence[int]], Sequence[float]]

MINIMUM_WORDS = 4
# Share of common words (Jaccard) from which two sentences count as the same: "Police arrested a man of 30
# in Lyon on Sunday." and the same with "31" for "30" are, two sentences about the same arrest are not.
DUPLICATE = 0.8

_CLOSING = "”’\"»')]"
_OPENING = "“‘\"«'([„- –—"
_QUOTATION_MARKS = '“”„"«»'  # in every language they come in twos
_FULL_STOPS = ".!?…。！？।۔؟։"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may enter the summary, as it would stand there; `source_index` is the article's.

    `findings` are those whose text is still in it.
    """

    source_index: int
    text: str
    repaired: bool
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Pool:
    """The candidates of an article in its order, and the account of the others."""

    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]


def candidates(article: Article, findings: Sequence[Finding] = ()) -> Pool:
    """The sentences of an article that may enter a summary; every other one is among those left out."""
    kept: list[Candidate] = []
    left_out: list[LeftOut] = []
    for sentence in article.sentences:
        candidate = _candidate(article, sentence, findings)
        if isinstance(candidate, LeftOut):
            left_out.append(candidate)
        else:
            kept.append(candidate)
    for judge in (_incomplete, _duplicates):
        refused = {refusal.source_index: refusal for refusal in judge(kept)}
        kept = [candidate for candidate in kept if candidate.source_index not in refused]
        left_out.extend(refused.values())
    return Pool(tuple(kept), tuple(sorted(left_out, key=lambda refusal: refusal.source_index)))


def build(
    article: Article,
    pool: Pool,
    gain: Gain,
    *,
    method: str,
    settings: str = "",
    sentences: int | None,
    max_words: int | None,
) -> Summary:
    """The summary of the best candidates within the limits, in the article's order.

    The candidate with the highest gain that still fits is taken, the earlier one on a tie, then gains are
    asked for again: at most `sentences` sentences of together at most `max_words` words; both limits hold
    where both are given. `settings` are the method's own, for the signature: "damping:0.85". Raises
    OptionError when no limit is given or one is below 1.
    """
    _check(sentences, max_words)
    lengths = [count_words(candidate.text) for candidate in pool.candidates]
    chosen = [pool.candidates[i] for i in sorted(_choose(lengths, gain, sentences, max_words))]
    return Summary(
        id=article.id,
        summary=" ".join(candidate.text for candidate in chosen),
        sentences=tuple(_sentence(candidate) for candidate in chosen),
        method=method,
        input=SummaryInput(
            sentences=len(article.sentences),
            words=count_words(article.text),
            eligible=len(pool.candidates),
            left_out=pool.left_out,
        ),
        signature=_signature(method, settings, sentences, max_words),
        note=_note(lengths, len(chosen), sentences, max_words),
    )


def keys(text: str) -> list[str]:
    """The words of a text for comparing it with others: case folded, one kind of apostrophe.

    >>> keys("NATO didn’t answer.")
    ['nato', "didn't", 'answer']
    """
    return [word.casefold().replace("’", "'") for word in words(text)]


def _sentence(candidate: Candidate) -> SummarySentence:
    return SummarySentence(
        text=candidate.text,
        source_index=candidate.source_index,
        repaired=candidate.repaired,
        supported_by=(candidate.source_index,),
        findings=candidate.findings,
    )


def _candidate(article: Article, sentence: Sentence, findings: Sequence[Finding]) -> Candidate | LeftOut:
    if sentence.kind == "headline":
        return LeftOut(sentence.index, "headline")
    span = _without_dateline(article, sentence)
    if sentence.kind == "furniture" or _repair.is_residue(span, findings):
        return LeftOut(sentence.index, "layout residue")
    mended = _repair.mend(article.text, span, findings)
    reason = _repair.objection(mended) or _unfit(mended.text)
    if reason:
        return LeftOut(sentence.index, reason)
    return Candidate(sentence.index, mended.text, mended.repaired, mended.remaining)


def _without_dateline(article: Article, sentence: Sentence) -> Span:
    """Where the sentence proper lies, behind a dateline and the dashes and spaces after it."""
    start = sentence.start
    dateline = article.layout.dateline
    if dateline and sentence.start <= dateline.end < sentence.end and dateline.start <= sentence.start:
        start = dateline.end
        while start < sentence.end and article.text[start] in " \t\r\n\u00a0\u202f-–—:":
            start += 1
    return Span(start, sentence.end)


def _unfit(text: str) -> str | None:
    if count_words(text) < MINIMUM_WORDS:
        return "too short"
    if text.endswith(("?", "？", "؟")):
        return "a question"
    return "part of a quotation" if sum(map(text.count, _QUOTATION_MARKS)) % 2 else None


def _incomplete(pool: Sequence[Candidate]) -> Iterator[LeftOut]:
    """Those that begin or end in the middle, unless most do: then the article is written that way."""
    broken = [candidate.source_index for candidate in pool if not _whole(candidate.text)]
    if 2 * len(broken) <= len(pool):
        for index in broken:
            yield LeftOut(index, "not a whole sentence")


def _whole(text: str) -> bool:
    first = text.lstrip(_OPENING).partition(" ")[0]
    inside = first[:1].islower() and first.islower()  # neither "30-year-old" nor "iPhone" is
    return not inside and text.rstrip(_CLOSING + " ").endswith(tuple(_FULL_STOPS))


def _duplicates(pool: Sequence[Candidate]) -> Iterator[LeftOut]:
    """Those that repeat an earlier one: the same words, or nearly all of them.

    Only pairs that share a rare word are compared: two sets with Jaccard similarity t share one of the
    len - ceil(t * len) + 1 rarest words of each (prefix filtering, Bayardo et al. 2007).
    """
    sets = [frozenset(keys(candidate.text)) for candidate in pool]
    frequency = Counter(word for members in sets for word in members)
    seen: dict[str, list[int]] = {}
    for i, members in enumerate(sets):
        prefix = sorted(members, key=lambda word: (frequency[word], word))
        prefix = prefix[: len(members) - math.ceil(DUPLICATE * len(members)) + 1]
        earlier = {j for word in prefix for j in seen.get(word, ())}
        same = [j for j in sorted(earlier) if len(members & sets[j]) >= DUPLICATE * len(members | sets[j])]
        if same:
            yield LeftOut(pool[i].source_index, f"a duplicate of sentence {pool[same[0]].source_index}")
            continue
        for word in prefix:
            seen.setdefault(word, []).append(i)


def _choose(lengths: Sequence[int], gain: Gain, sentences: int | None, max_words: int | None) -> list[int]:
    chosen: list[int] = []
    left = set(range(len(lengths)))
    room = max_words
    while left and len(chosen) != sentences:
        fitting = [i for i in left if room is None or lengths[i] <= room]
        if not fitting:
            break
        gains = gain(chosen)
        best = max(fitting, key=lambda i: (gains[i], -i))
        chosen.append(best)
        left.remove(best)
        room = None if room is None else room - lengths[best]
    return chosen


def _check(sentences: int | None, max_words: int | None) -> None:
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


def _signature(method: str, settings: str, sentences: int | None, max_words: int | None) -> str:
    parts = [f"newsproof:{nlp.__version__}", f"summarizer:{method}", settings]
    parts.append(f"sentences:{sentences}" if sentences else "")
    parts.append(f"max_words:{max_words}" if max_words else "")
    return "|".join(filter(None, parts))
