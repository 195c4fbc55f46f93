"""A Report arranged for the page: in the page's order, with every number already in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nlp.reports import _figures, _marks, _rulebook, _scorebook, _tally
from nlp.reports import _wording as wording
from nlp.reports._records import suppressed_counts
from nlp.reports._views import ArticlePage, Example, Glance, Note, Page, Quote, RuleEntry
from nlp.suppression import without_comments
from nlp.types import ArticleReport, Finding, Report, Score, SummarySentence, Suppressed

# How many examples of a rule the foot of the page gives.
EXAMPLES = 3


def page(report: Report) -> Page:
    """Arranges a report. Articles keep the number of their place in the input, whatever their place on the page."""
    tallies = _tally.rule_tallies(report)
    anchors = {tally.rule: f"rule-{n}" for n, tally in enumerate(sorted(tallies, key=lambda t: t.rule), start=1)}
    in_order = [_article(report, index, anchors) for index in range(len(report.articles))]
    articles = tuple(in_order[index] for index in _tally.worst_first(report))
    findings = [finding for item in report.articles for finding in item.findings]
    words = sum(_tally.words(item) for item in report.articles)
    return Page(
        title=f"Quality report: {articles[0].title}" if len(articles) == 1 else "Quality report",
        articles=articles,
        glance=_glance(words, findings, report.totals),
        totals=_scorebook.groups(report.totals),
        rules=_rules(tallies, in_order, anchors),
        warnings=tuple((article, warning) for article in in_order for warning in article.item.article.warnings),
        not_checked=wording.distinct(line for item in report.articles for line in item.not_checked),
        failures=report.failures,
        signature=report.signature,
        suppressed=_suppressed(left for item in report.articles for left in item.suppressed),
    )


def _article(report: Report, index: int, rule_anchors: dict[str, str]) -> ArticlePage:
    item, anchor = report.articles[index], f"a{index + 1}"
    # The comments that talk to newsproof are no part of what a reader sees.
    findings, article = _tally.ordered(item.findings), without_comments(item.article)
    headline = article.layout.headline
    scores = {**report.totals, **item.scores} if len(report.articles) == 1 else item.scores
    return ArticlePage(
        item=item,
        anchor=anchor,
        place=_place(article.path, article.line),
        title=wording.shortened(headline.of(article.text) if headline else article.text, 90) or article.id,
        glance=_glance(_tally.words(item), findings, scores),
        strip=tuple(_figures.strip(findings, len(article.text))),
        blocks=_marks.blocks(article, findings),
        notes={n: _note(n, finding, anchor, rule_anchors) for n, finding in enumerate(findings, start=1)},
        summary=tuple(_summarized(item, sentence, anchor) for sentence in item.summary.sentences),
        left_out=tuple(
            _quote(item, out.source_index, anchor, reason=out.reason) for out in item.summary.input.left_out
        ),
        scores=_scorebook.groups(scores),
        suppressed=_suppressed(item.suppressed),
    )


def _suppressed(suppressed: Iterable[Suppressed]) -> str:
    """What was found but is not on the page; "" when nothing was left out."""
    counts = suppressed_counts(suppressed)
    parts = [
        f"{counts['comment']:,} suppressed by comments in the text" if counts["comment"] else "",
        f"{counts['baseline']:,} known from a baseline" if counts["baseline"] else "",
    ]
    return wording.listed([part for part in parts if part])


def _place(path: str | None, line: int | None) -> str:
    return "" if path is None else path if line is None else f"{path}, line {line}"


def _glance(words: int, findings: Sequence[Finding], scores: dict[str, Score]) -> Glance:
    counts = _tally.counts(findings)
    by_category = wording.distinct(finding.category for finding in findings)
    frequent = sorted(by_category.items(), key=lambda pair: (-pair[1], pair[0]))
    penalty = _scorebook.row(_tally.PENALTY, scores[_tally.PENALTY]) if _tally.PENALTY in scores else None
    return Glance(
        words=words,
        counts=counts,
        bars=tuple(_figures.proportions(counts)),
        categories=", ".join(f"{count} {category}" for category, count in frequent),
        penalty=penalty if penalty and penalty.value else None,
    )


def _note(number: int, finding: Finding, article: str, rule_anchors: dict[str, str]) -> Note:
    remarks = [f"confidence {finding.confidence:.2f}"]
    if finding.detector != "rules":
        remarks.append(f"found by {wording.detector(finding.detector)}")
    if finding.quoted:
        remarks.append("inside a quotation")
    if finding.safe and finding.replacements:
        remarks.append("safe to apply")
    if finding.evidence in ("source", "both"):
        remarks.append("found with the source text")
    return Note(
        number=number,
        anchor=f"{article}-n{number}",
        mark=f"{article}-f{number}",
        finding=finding,
        rule_anchor=rule_anchors[finding.rule],
        remarks=tuple(remarks),
    )


def _quote(item: ArticleReport, index: int, anchor: str, *, reason: str = "") -> Quote:
    sentence = next((s for s in item.article.sentences if s.index == index), None)
    text = sentence.of(without_comments(item.article).text) if sentence else ""
    link = f"{anchor}-s{index + 1}" if sentence else ""
    return Quote(index + 1, link, wording.shortened(text, 110), reason=reason)


def _summarized(item: ArticleReport, sentence: SummarySentence, anchor: str) -> Quote:
    source = next((s for s in item.article.sentences if s.index == sentence.source_index), None)
    was = source.of(item.article.text) if source and sentence.repaired else sentence.text
    number = (sentence.source_index or 0) + 1
    link = f"{anchor}-s{number}" if source else ""
    stretches = tuple(wording.changed(was, sentence.text))
    return Quote(number, link, sentence.text, stretches, sentence.repaired, errors=tuple(_errors(sentence)))


def _errors(sentence: SummarySentence) -> Iterator[str]:
    for made_by, findings in (("the translation", sentence.findings), ("the summarizer", sentence.introduced)):
        for finding in findings:
            yield f"“{wording.shortened(finding.text, 60)}” ({finding.severity}, made by {made_by}): {finding.message}"


def _rules(
    tallies: Iterable[_tally.RuleTally], articles: Sequence[ArticlePage], anchors: dict[str, str]
) -> tuple[RuleEntry, ...]:
    known = _rulebook.explanations(anchors)
    entries = []
    for tally in tallies:
        surest = sorted(tally.places, key=lambda place: -articles[place[0]].notes[place[1]].finding.confidence)
        index, number = surest[0]
        explanation = known.get(tally.rule)
        entries.append(
            RuleEntry(
                anchor=anchors[tally.rule],
                tally=tally,
                title=explanation.title if explanation else "",
                why=explanation.why if explanation else articles[index].notes[number].finding.message,
                examples=tuple(_example(articles[i], n, single=len(articles) == 1) for i, n in surest[:EXAMPLES]),
            )
        )
    return tuple(entries)


def _example(article: ArticlePage, number: int, *, single: bool) -> Example:
    note, text = article.notes[number], article.item.article.text
    before, quoted, after = wording.context(text, note.finding.start, note.finding.end)
    place = f"note {number}" if single else f"article {article.anchor[1:]}, note {number}"
    return Example(note.anchor, place, before, quoted, after)
