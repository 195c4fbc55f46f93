"""The guard over one draft: which sentences pass, what is asked for again, what stands instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from nlp.models.generation import Decoding, Generation, Generator
from nlp.models.profiles import Profile
from nlp.summarizers import _reading, _selection
from nlp.summarizers._support import Evidence
from nlp.summarizers._writing import Draft, Limits, sentences_of, within
from nlp.text.tokens import count_words
from nlp.types import Article, Finding, Refused, SummarySentence

# Each beam costs as much as the sentence did.
_BEAMS = 2
_CONTEXT = 2  # article sentences that a refused one is written again from


@dataclass
class Refusal:
    """A refused sentence: its place in the draft, what it is to be written again from, and what came of it."""

    place: int
    refused: list[Refused]
    source: str
    rewritten: str | None = None


@dataclass
class Guard:
    """Judges one draft. `sentences` is the summary when what is refused has been offered new sentences."""

    article: Article
    findings: Sequence[Finding]
    draft: Draft
    limits: Limits
    refusals: list[Refusal] = field(init=False)

    def __post_init__(self) -> None:
        self.evidence = Evidence(self.draft.reading)
        self.refusals = []
        for place, sentence in enumerate(self.draft.sentences):
            reasons = self.evidence.objections(sentence)
            if reasons:
                closest = sorted(self.evidence.closest(sentence, _CONTEXT))
                source = " ".join(self.evidence.lines(closest))
                self.refusals.append(Refusal(place, [Refused(sentence, reasons)], source))

    def offer(self, refusal: Refusal, candidates: Sequence[Generation]) -> None:
        """Takes the first of the candidates whose first whole sentence passes and is not in the draft already."""
        for candidate in candidates:
            for sentence in sentences_of(candidate, self.article.lang)[:1]:
                reasons = self.evidence.objections(sentence)
                if not reasons and not self._said(sentence):
                    refusal.rewritten = sentence
                    return
                if reasons and all(sentence != other.text for other in refusal.refused):
                    refusal.refused.append(Refused(sentence, reasons))

    def _said(self, sentence: str) -> bool:
        """Whether a sentence says again what one that passed says."""
        words = frozenset(_selection.keys(sentence))
        refused = {refusal.place for refusal in self.refusals}
        others = [text for place, text in enumerate(self.draft.sentences) if place not in refused]
        others += [refusal.rewritten for refusal in self.refusals if refusal.rewritten]
        return any(
            len(words & other) >= _selection.DUPLICATE * len(words | other)
            for other in (frozenset(_selection.keys(text)) for text in others)
        )

    @cached_property
    def sentences(self) -> tuple[SummarySentence, ...]:
        """The summary: what passed, what was written again, and the article's own sentences for the rest."""
        refusals = {refusal.place: refusal for refusal in self.refusals}
        pool = [c for c in _selection.candidates(self.article, self.findings).candidates if not c.needs]
        taken: set[int] = set()
        chosen: list[SummarySentence] = []
        for place, text in enumerate(self.draft.sentences):
            refusal = refusals.get(place)
            refused = tuple(refusal.refused) if refusal else ()
            if refusal is None or refusal.rewritten:
                written = refusal.rewritten if refusal and refusal.rewritten else text
                chosen.append(self._written(written, refused))
                taken.update(chosen[-1].supported_by[:1])
                continue
            rest = [candidate for candidate in pool if candidate.source_index not in taken]
            closest = self.evidence.closest(text, len(self.draft.reading.lines))
            ranked = sorted(
                rest, key=lambda candidate: (_rank(candidate.source_index, closest), candidate.source_index)
            )
            fitting = [candidate for candidate in ranked if self._fits([*chosen], candidate.text)]
            if fitting:
                chosen.append(_extracted(fitting[0], refused))
                taken.add(fitting[0].source_index)
        if not self.draft.sentences:  # nothing was written that could be used: the article's first sentences
            texts = within([candidate.text for candidate in pool], self.limits)
            return tuple(_extracted(candidate, ()) for candidate in pool[: len(texts)])
        kept = within([sentence.text for sentence in chosen], self.limits)
        return tuple(chosen[: len(kept)])

    @property
    def note(self) -> str | None:
        """The draft's note, and where sentences are fewer than were written, why."""
        lost = len(self.draft.sentences) - len(self.sentences)
        own = f"{lost} refused, with nothing short enough to stand instead." if lost > 0 else ""
        if not self.draft.sentences and self.sentences:
            own = "The article's first sentences stand instead."
        return " ".join(filter(None, (self.draft.note, own))) or None

    def _written(self, text: str, refused: tuple[Refused, ...]) -> SummarySentence:
        closest = self.evidence.closest(text, 2)
        findings = {line.source_index: line.findings for line in self.draft.reading.lines}
        standing = [finding for index in closest[:1] for finding in findings[index] if finding.text in text]
        return SummarySentence(text, None, supported_by=closest, findings=tuple(standing), refused=refused)

    def _fits(self, chosen: Sequence[SummarySentence], text: str) -> bool:
        words = sum(count_words(sentence.text) for sentence in chosen) + count_words(text)
        return self.limits.max_words is None or words <= self.limits.max_words


def one_sentence(profile: Profile) -> Decoding:
    """How a refused sentence is written again: one sentence, and all beams come back."""
    decoding = Limits(1, None).decoding(profile)
    return Decoding(decoding.max_new_tokens, min_new_tokens=0, beams=_BEAMS, candidates=_BEAMS, length=decoding.length)


def fitting(source: str, generator: Generator, decoding: Decoding) -> str:
    """The source, or the first of the parts that it must be divided in to fit the model."""
    return (_reading.chunks([source], generator.room(decoding), generator.count) or [""])[0]


def _rank(index: int, closest: Sequence[int]) -> int:
    return closest.index(index) if index in closest else len(closest)


def _extracted(candidate: _selection.Candidate, refused: tuple[Refused, ...]) -> SummarySentence:
    return SummarySentence(
        candidate.text,
        candidate.source_index,
        candidate.repaired,
        supported_by=(candidate.source_index,),
        findings=candidate.findings,
        refused=refused,
    )
