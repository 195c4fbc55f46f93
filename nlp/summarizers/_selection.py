"""Which sentences of an article may enter a summary, as they would stand there.

A method reads `candidates(article, findings)`, scores them, and hands the scores to `nlp.summarizers._choice.build`.

A body sentence may be used, with its safe repairs, unless

- it is layout residue, or holds some that cannot be cut out safely, or an elision mark;
- it holds an artifact of major or critical severity that cannot be repaired safely;
- a quotation begins or ends in it but not both, or goes on before and after it: nobody could tell who speaks;
- it is not a whole sentence, beginning in lower case or lacking its full stop, as captions and headings do
  (unless most of the article is written that way), and no rest of another (below);
- it says again what an earlier sentence said;
- it only says who reported what the sentence before says ("This was reported by Interfax.");
- it has fewer than four words, or is a question outside quotation marks, and no company (below).

A question is worth reading beside what follows it or what raised it, and a short sentence ("She does not care.")
beside what it is about. So they may be used with a neighbour of the same paragraph: unless one is there already, a
question brings the sentence after it along, a short sentence the one before it. Alone in its paragraph a question is
mostly a heading, and a line of three words furniture; a sentence of a single word is mostly a mistake in splitting.

What begins in lower case right after another sentence of its paragraph is mostly the rest of that one, split at an
abbreviation ("in the 64th. minute but …": 9 of the 11 in 7,800 sentences of news and translations looked at). It may be
used together with it.

A dateline is cut from the sentence that follows it ("(Moscow) Russian President …"). It is no part of the
sentence, so the sentence does not count as repaired.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.summarizers import _fitness, _repair
from nlp.summarizers._terms import unit_vectors
from nlp.text.dangling import dangling
from nlp.text.quotations import quotations
from nlp.text.tokens import count_words, words
from nlp.types import Article, Finding, LeftOut, Sentence, Span

# Share of common words (Jaccard) from which two sentences count as the same: "Police arrested a man of 30
# in Lyon on Sunday." and the same with "31" for "30" are, two sentences about the same arrest are not.
DUPLICATE = 0.8
# Cosine from which a sentence of another article says the same. Two agencies' sentences on one fact mostly lie above,
# two facts of one event below; set by hand.
NEAR = 0.6

_QUOTATION_MARKS = '“”„"«»'  # in every language they come in twos


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may enter the summary, as it would stand there; `source_index` is the article's.

    `findings` are those whose text is still in it. `leans` are the words that point back to the sentence before, in
    `text`; an article's first sentence has none. `needs` are the article's sentences one of which must stand beside
    it, the best first. `place` counts the candidates of its article, `article` is its id.
    """

    source_index: int
    text: str
    repaired: bool
    findings: tuple[Finding, ...] = ()
    leans: Span | None = None
    needs: tuple[int, ...] = ()
    place: int = 0
    article: str = ""


@dataclass(frozen=True, slots=True)
class Pool:
    """The candidates of an article (or of several) in its order, and the account of all its sentences and words.

    `translated` says that a source language or a source text is given.
    """

    id: str
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    sentences: int
    words: int
    translated: bool = False


def candidates(article: Article, findings: Sequence[Finding] = ()) -> Pool:
    """The sentences of an article that may enter a summary; every other one is among those left out."""
    kept: list[Candidate] = []
    left_out: list[LeftOut] = []
    quoted = quotations(article.text)
    for sentence in article.sentences:
        candidate = _candidate(article, sentence, findings, quoted)
        if isinstance(candidate, LeftOut):
            left_out.append(candidate)
        else:
            kept.append(candidate)
    judges = [_incomplete, _duplicates, _without_company]
    if _in_pieces(kept):
        judges.remove(_incomplete)
        kept = [own if _fitness.weakness(own.text) else replace(own, needs=()) for own in kept]
    for judge in judges:
        refused = {refusal.source_index: refusal for refusal in judge(kept)}
        kept = [candidate for candidate in kept if candidate.source_index not in refused]
        left_out.extend(refused.values())
    first = next((sentence.index for sentence in article.sentences if sentence.kind == "body"), 0)
    kept = [
        replace(candidate, place=place, leans=candidate.leans if candidate.source_index > first else None)
        for place, candidate in enumerate(kept)
    ]
    left_out.sort(key=lambda refusal: refusal.source_index)
    translated = article.source_lang is not None or article.source is not None
    words = count_words(article.text)
    return Pool(article.id, tuple(kept), tuple(left_out), len(article.sentences), words, translated)


def together(articles: Sequence[Article], findings: Sequence[Sequence[Finding]], *, id: str) -> Pool:  # noqa: A002
    """The candidates of several articles on one event; what an earlier article said is not said again.

    Beside sentences of the same words, those with a cosine of `NEAR` to one of an earlier article are left out.
    """
    pools = [candidates(article, own) for article, own in zip(articles, findings, strict=True)]
    kept = [c for pool in pools for c in pool.candidates]
    left_out = [refusal for pool in pools for refusal in pool.left_out]
    for judge in (_duplicates, _near_duplicates, _without_company):
        refused = {(refusal.article, refusal.source_index): refusal for refusal in judge(kept)}
        kept = [c for c in kept if (c.article, c.source_index) not in refused]
        left_out.extend(refused.values())
    order = {article.id: number for number, article in enumerate(articles)}
    left_out.sort(key=lambda refusal: (order[refusal.article or ""], refusal.source_index))
    sentences, words = sum(pool.sentences for pool in pools), sum(pool.words for pool in pools)
    return Pool(id, tuple(kept), tuple(left_out), sentences, words, any(pool.translated for pool in pools))


def keys(text: str) -> list[str]:
    """The words of a text for comparing it with others: case folded, one kind of apostrophe.

    >>> keys("NATO didn’t answer.")
    ['nato', "didn't", 'answer']
    """
    return [word.casefold().replace("’", "'") for word in words(text)]


def _candidate(
    article: Article, sentence: Sentence, findings: Sequence[Finding], quoted: Sequence[Span]
) -> Candidate | LeftOut:
    if sentence.kind == "headline":
        return LeftOut(sentence.index, "headline", article.id)
    span = _without_dateline(article, sentence)
    if sentence.kind == "furniture" or _repair.is_residue(span, findings):
        return LeftOut(sentence.index, "layout residue", article.id)
    mended = _repair.mend(article.text, span, findings)
    reason = _repair.objection(mended)
    english = article.lang.split("-")[0] == "en"
    if not reason and sum(map(mended.text.count, _QUOTATION_MARKS)) % 2:
        reason = "part of a quotation"
    if not reason and english and _fitness.only_credits(mended.text):
        reason = "only says who reported it"
    needs = _company(article, sentence, mended.text)
    if not reason and not needs:
        reason = _fitness.weakness(mended.text)
    if not reason and any(q.start < span.start and span.end < q.end for q in quoted):
        reason = "part of a quotation"
    if reason:
        return LeftOut(sentence.index, reason, article.id)
    leans = dangling(mended.text) if english else None
    return Candidate(sentence.index, mended.text, mended.repaired, mended.remaining, leans, needs, article=article.id)


def _without_dateline(article: Article, sentence: Sentence) -> Span:
    """Where the sentence proper lies, behind a dateline and the dashes and spaces after it."""
    start = sentence.start
    dateline = article.layout.dateline
    if dateline and sentence.start <= dateline.end < sentence.end and dateline.start <= sentence.start:
        start = dateline.end
        while start < sentence.end and article.text[start] in " \t\r\n\u00a0\u202f-–—:":
            start += 1
    return Span(start, sentence.end)


def _company(article: Article, sentence: Sentence, text: str) -> tuple[int, ...]:
    """The neighbours that a question, a short sentence or a rest may be used with, the best first; none for others."""
    before, after = ((i,) if _together(article, sentence, i) else () for i in (sentence.index - 1, sentence.index + 1))
    weakness = _fitness.weakness(text)
    if count_words(text) == 1 and weakness == "too short":
        return ()
    if _fitness.begins_inside(text):
        return before
    if weakness is None:
        return ()
    return after + before if weakness == "a question" else before + after


def _together(article: Article, sentence: Sentence, index: int) -> bool:
    """Whether the sentence at `index` is body text of the same paragraph."""
    if not 0 <= index < len(article.sentences):
        return False
    other = article.sentences[index]
    return other.kind == "body" and other.paragraph == sentence.paragraph


def _without_company(pool: Sequence[Candidate]) -> Iterator[LeftOut]:
    """Those beside which no sentence stands that could be used alone, or through others that could."""
    usable = {(own.article, own.source_index) for own in pool if not own.needs}
    waiting = [own for own in pool if own.needs]
    while helped := [own for own in waiting if any((own.article, i) in usable for i in own.needs)]:
        usable.update((own.article, own.source_index) for own in helped)
        waiting = [own for own in waiting if own not in helped]
    for own in waiting:
        yield LeftOut(own.source_index, _fitness.weakness(own.text) or "not a whole sentence", own.article)


def _incomplete(pool: Sequence[Candidate]) -> Iterator[LeftOut]:
    """Those that begin or end in the middle and are no rest of the sentence before."""
    for candidate in pool:
        if not _fitness.whole(candidate.text) and not (candidate.needs and _fitness.ends(candidate.text)):
            yield LeftOut(candidate.source_index, "not a whole sentence", candidate.article)


def _in_pieces(pool: Sequence[Candidate]) -> bool:
    """Whether most sentences begin or end in the middle: then the article is written that way."""
    return 2 * sum(not _fitness.whole(candidate.text) for candidate in pool) > len(pool)


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
            yield _repeats(pool[i], pool[same[0]])
            continue
        for word in prefix:
            seen.setdefault(word, []).append(i)


def _near_duplicates(pool: Sequence[Candidate]) -> Iterator[LeftOut]:
    """Those that say nearly the same as one of an article before."""
    vectors = unit_vectors([keys(candidate.text) for candidate in pool])
    likeness = (vectors @ vectors.T).tocsr()
    refused: set[int] = set()
    for i, candidate in enumerate(pool):
        row = slice(likeness.indptr[i], likeness.indptr[i + 1])
        like = [j for j, s in zip(likeness.indices[row], likeness.data[row], strict=True) if j < i and s >= NEAR]
        others = sorted(j for j in like if j not in refused and pool[j].article != candidate.article)
        if others:
            refused.add(i)
            yield _repeats(candidate, pool[others[0]])


def _repeats(candidate: Candidate, first: Candidate) -> LeftOut:
    elsewhere = f" of {first.article}" if first.article != candidate.article else ""
    reason = f"a duplicate of sentence {first.source_index}{elsewhere}"
    return LeftOut(candidate.source_index, reason, candidate.article)
