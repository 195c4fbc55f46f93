"""Learned error spans: what a model expects a professional annotator to mark, with how grave and of what kind.

The model reads sentences in their context, and the source too where the article has it paragraph by paragraph. With
`with_lm` it is joined by a language model that reads the whole article, which is better and slower; the full profile
does so, since its fluency detector needs that reading anyhow. Neither knows a rule or gives a reason: a finding says
how likely an annotator would mark this, no more. Two operating points (`nlp/models/spans/MODEL_CARD.md` has the
figures):

    precise    for reports: quiet on good English, leaves most errors unfound
    balanced   for evaluation and quality estimation: as much as the best F1 is to be expected of
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nlp.detectors._operating_points import OPERATING_POINTS, OperatingPoint, threshold
from nlp.errors import OptionError
from nlp.models import lm_spans, span_ensemble, span_model
from nlp.models._loading import sha256
from nlp.rules.naming import RuleName
from nlp.text.quotations import quotations
from nlp.text.sentences import split
from nlp.types import Article, Finding, Severity, Span

if TYPE_CHECKING:
    from nlp.models.span_model import Reading

_NAMES = {
    "accuracy/mistranslation": "a mistranslation",
    "accuracy/addition": "something that was added",
    "accuracy/omission": "something left out beside it",
    "terminology": "an unfit term",
    "linguistic-conventions/grammar": "a grammar error",
    "linguistic-conventions/spelling": "a spelling error",
    "linguistic-conventions/punctuation": "a punctuation error",
    "style/awkward": "awkward wording",
    "locale-conventions": "a name, date or number in another country's form",
    "other": "an error",
}
# A word between two marked ones is marked with them from this share of the threshold on: annotators mark phrases. Of
# .9, .8, .7, .6 and .5, chosen on development documents by matched spans (.301 without, .311 with), at a cost of less
# than .002 in F1 over characters.
_BRIDGE = 0.7
FINDS = tuple(RuleName("SPAN", f"learned-{category.rpartition('/')[2]}", "learned") for category in _NAMES)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that are likely enough part of an error. `probability` is their mean, weighted by length."""

    start: int
    end: int
    probability: float
    severity: Severity
    category: str


def available() -> bool:
    """Whether the model and its libraries are installed. Does not import torch."""
    return span_model.available()


def signature(*, operating_point: OperatingPoint = "precise", with_lm: bool = False) -> str:
    """The operating point and the trained weights that mark the spans."""
    weights = [span_model.FOLDER / span_model.WEIGHTS, *([lm_spans.FOLDER / lm_spans.WEIGHTS] if with_lm else [])]
    return f"{operating_point}#{'+'.join(sha256(file)[:8] for file in weights)}"


def detect(
    article: Article, *, operating_point: OperatingPoint = "precise", with_lm: bool = False
) -> Iterator[Finding]:
    """The findings in the article's sentences, furniture left out, in the order of the text.

    Raises OptionError for an operating point that is none, MissingPart when the weights or torch are not installed.
    """
    yield from detect_all([article], operating_point=operating_point, with_lm=with_lm)[0]


def detect_all(
    articles: Sequence[Article], *, operating_point: OperatingPoint = "precise", with_lm: bool = False
) -> list[list[Finding]]:
    """As `detect`, of each article; the models read all of them in batches."""
    if operating_point not in OPERATING_POINTS:
        raise OptionError(f"the operating point is {' or '.join(OPERATING_POINTS)}, not '{operating_point}'")
    places = [_places(article) for article in articles]
    if not any(places):
        return [[] for _ in articles]
    sources = [_sources(article, own) for article, own in zip(articles, places, strict=True)]
    readings = span_ensemble.read(
        [article.text for article in articles],
        [[(place.start, place.end) for place in own] for own in places],
        sources,
        with_lm=with_lm,
    )
    points = operating_points(span_model.load().config, with_lm=with_lm)
    return [
        list(_findings(article, own, beside, read, threshold(read, operating_point, points), points))
        for article, own, beside, read in zip(articles, places, sources, readings, strict=True)
    ]


def operating_points(config: dict[str, Any], *, with_lm: bool) -> dict[str, Any]:
    """The thresholds in the tagger's config: its own, or those of both models together."""
    points: dict[str, Any] = (config["together"] if with_lm else config)["operating_points"]
    return points


def _findings(
    article: Article,
    places: Sequence[Span],
    sources: Sequence[str],
    readings: Sequence[Reading],
    least: float,
    points: dict[str, Any],
) -> Iterator[Finding]:
    quoted = quotations(article.text)
    for place, source, reading in zip(places, sources, readings, strict=True):
        for stretch in stretches(reading, least, points):
            start, end = place.start + stretch.start, place.start + stretch.end
            kind = stretch.category.rpartition("/")[2]
            yield Finding(
                rule="SPAN",
                slug=f"learned-{kind}",
                category="learned",
                mqm=stretch.category,
                severity=stretch.severity,
                confidence=round(stretch.probability, 3),
                start=start,
                end=end,
                text=article.text[start:end],
                message=(
                    f"A model trained on professional annotation expects {_NAMES[stretch.category]} here "
                    f"({stretch.severity}; an annotator would mark it with probability {stretch.probability:.2f})."
                ),
                quoted=any(quotation.start <= start and end <= quotation.end for quotation in quoted),
                detector="spans",
                evidence="both" if source else "target",
            )


def stretches(reading: Reading, least: float, points: dict[str, Any]) -> Iterator[Stretch]:
    """What a reading marks: words at least as likely as `least`, joined where only space lies between, or one word
    that is nearly as likely (`_BRIDGE`).
    """
    import numpy as np

    from nlp.models._tagger import CATEGORIES

    probability = reading.error.tolist()
    groups: list[list[int]] = []
    for index in (index for index, likely in enumerate(probability) if likely >= least):
        between = range(groups[-1][-1] + 1, index) if groups else range(index)
        bridged = len(between) <= 1 and all(probability[other] >= _BRIDGE * least for other in between)
        if groups and bridged:
            groups[-1] += [*between, index]
        else:
            groups.append([index])
    for group in groups:
        sizes = (reading.words[group, 1] - reading.words[group, 0]).astype(float)
        major = float(np.average(reading.major[group], weights=sizes))
        category = CATEGORIES[int(np.average(reading.category[group], axis=0, weights=sizes).argmax())]
        yield Stretch(
            start=int(reading.words[group[0], 0]),
            end=int(reading.words[group[-1], 1]),
            probability=float(np.average(reading.error[group], weights=sizes)),
            severity="major" if major >= points["major"] else "minor",
            category=category,
        )


def _places(article: Article) -> list[Span]:
    if article.sentences:
        return [Span(s.start, s.end) for s in article.sentences if s.kind != "furniture"]
    return split(article.text, 0, len(article.text))


def _sources(article: Article, places: Sequence[Span]) -> list[str]:
    """The source beside each sentence: its paragraph's, with the paragraph's first sentence, where both texts have as
    many paragraphs; else, or when none is given, "" for all.
    """
    if not article.source:
        return [""] * len(places)
    source = [line.strip() for line in article.source.splitlines() if line.strip()]
    position, starts = 0, []
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            starts.append(position)
        position += len(line)
    if len(starts) != len(source):
        return [""] * len(places)
    beside, used = [], set()
    for place in places:
        paragraph = max(index for index, start in enumerate(starts) if start <= place.start)
        beside.append("" if paragraph in used else source[paragraph])
        used.add(paragraph)
    return beside


def explain(rule: str) -> str | None:
    """What this detector's findings are, for their rule "SPAN"; None for another name."""
    return f"SPAN\n\n{(__doc__ or '').strip()}" if rule.upper() == "SPAN" else None
