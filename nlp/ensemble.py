"""Several detectors over many articles, and their findings as one list an article.

    rules     patterns with a guard; a rule knows what it found and often what to put instead
    source    the translation against its source: numbers, names, negation, what is missing
    spans     a model trained on professional annotation: where an annotator would mark an error; beside fluency, two
    fluency   a language model: words that nothing before them led to

Detectors of other packages explain less than the first two and more than the models. Where findings of several
detectors overlap, the one that explains best stays and names the others as its support.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from nlp import registry, selection
from nlp.config import Settings
from nlp.models import lm_spans
from nlp.types import SEVERITIES, Article, Finding, Support

FAST = ("rules", "source")
MODELS = ("spans", "fluency")

# Articles that detectors are given at once; it sets speed and memory only.
AT_ONCE = 32


def best_installed() -> tuple[str, ...]:
    """The detectors that can run here: those without a model, and those whose model is installed."""
    return (*FAST, *(name for name in MODELS if registry.load("detectors", name).available()))


@cache
def chosen(settings: Settings) -> tuple[str, ...]:
    """The detectors that the settings name, the best explaining first; without a word of theirs, the fast ones.

    One that the settings leave nothing to find is not among them.
    """
    return tuple(sorted((d for d in settings.detecting or FAST if selection.runs(d, settings)), key=_rank))


def _rank(detector: str) -> tuple[int, str]:
    if detector in FAST:
        return FAST.index(detector), ""
    return (len(FAST) + 1 + MODELS.index(detector), "") if detector in MODELS else (len(FAST), detector)


def find(articles: Sequence[Article], settings: Settings) -> list[list[Finding]]:
    """The findings of each article by each chosen detector, detector by detector, nothing left out or merged.

    Raises MissingPart when a detector's model is not installed.
    """
    found: list[list[Finding]] = [[] for _ in articles]
    for name in chosen(settings):
        if name == "source" and not any(article.source for article in articles):
            continue
        module = registry.load("detectors", name)
        options = options_of(name, settings)
        if hasattr(module, "detect_all"):
            lists = module.detect_all(articles, **options)
        else:
            lists = [module.detect(article, **options) for article in articles]
        for mine, new in zip(found, lists, strict=True):
            mine += selection.keeps(settings, name, new)
    return found


def options_of(detector: str, settings: Settings) -> dict[str, Any]:
    """What the settings say to a detector; nothing to those of other packages."""
    if detector == "rules":
        return {"settings": settings}
    if detector == "source":
        previews = settings.previews or any(rule.preview for rule in selection.wanted("source", settings))
        return {"preview": previews, "words": None if set(chosen(settings)) & set(MODELS) else False}
    if detector == "spans":
        return {"operating_point": settings.operating_point, "with_lm": with_lm(settings)}
    return {"lm": settings.lm} if detector == "fluency" else {}


def with_lm(settings: Settings) -> bool:
    """Whether the span tagger is joined by the network on the language model: where the fluency detector has the model
    read the text anyhow, and it is the default one, which the network belongs to.
    """
    return "fluency" in chosen(settings) and settings.lm is None and lm_spans.available()


def signatures(settings: Settings, *, with_source: bool) -> Iterator[str]:
    """What made the findings beside the rules: each detector that says so, with its model."""
    for name in chosen(settings):
        if name == "source" and not with_source:
            continue
        module = registry.load("detectors", name)
        if hasattr(module, "signature"):
            yield f"{'checks' if name == 'source' else name}:{module.signature(**options_of(name, settings))}"
        left_out = selection.left_out(name, settings) if name != "rules" else []
        if left_out:
            yield f"without:{','.join(left_out)}"


def merged(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, sorted, those of different detectors that overlap made one: the best explained of them.

    Within one detector, a finding that no longer (or equal, but graver or surer) one explains is left out first. Then
    each becomes support of the better explained findings it overlaps, and is gone when at least half of it lies in
    them; a longer one stays beside them, for what it says of the rest.
    """
    kept: list[Finding] = []
    for detector in sorted({finding.detector for finding in findings}, key=_rank):
        better = sorted(kept, key=Finding.sort_key)
        for finding in without_absorbed([f for f in findings if f.detector == detector]):
            touched = [other for other in better if _shared(finding, other)]
            for other in touched:
                index = kept.index(other)
                kept[index] = replace(kept[index], support=(*kept[index].support, _support(finding)))
                better[better.index(other)] = kept[index]
            if 2 * _covered(finding, touched) < finding.end - finding.start or not touched:
                kept.append(finding)
    return sorted(kept, key=Finding.sort_key)


def _shared(one: Finding, other: Finding) -> bool:
    """Whether they have a character in common; one of no length has where it lies within or at an end."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _covered(finding: Finding, others: Sequence[Finding]) -> int:
    """How many characters of a finding lie in others, which are sorted by their start."""
    total, position = 0, finding.start
    for other in others:
        start, end = max(other.start, position), min(other.end, finding.end)
        if end > start:
            total, position = total + end - start, end
    return total


def _support(finding: Finding) -> Support:
    return Support(finding.detector, finding.rule, finding.confidence, finding.message)


def without_absorbed(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Findings that no longer (or equal, but graver or surer) finding of another rule explains."""
    wide_first = sorted(findings, key=lambda f: (f.start, -f.end, -SEVERITIES.index(f.severity), -f.confidence, f.rule))
    open_ones: list[Finding] = []  # those before this one that reach beyond its start
    for finding in wide_first:
        open_ones = [other for other in open_ones if other.end > finding.start]
        if not any(
            finding.end <= other.end
            and other.rule != finding.rule
            and SEVERITIES.index(other.severity) >= SEVERITIES.index(finding.severity)
            for other in open_ones
        ):
            yield finding
        open_ones.append(finding)
