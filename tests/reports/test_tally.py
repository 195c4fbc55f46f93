from dataclasses import replace

from nlp.reports import _tally
from nlp.types import Report


def test_counts_name_every_severity(seed_item):
    assert _tally.counts(seed_item.findings) == {"total": 13, "neutral": 0, "minor": 7, "major": 6, "critical": 0}
    assert _tally.counts([])["total"] == 0


def test_rules_come_by_frequency_with_the_places_of_their_findings(seed_item):
    tallies = _tally.rule_tallies(Report((seed_item, seed_item), {}, "s"))
    assert (tallies[0].rule, tallies[0].count, tallies[0].articles) == ("GEN-L101", 4, 2)
    assert tallies[0].places == ((0, 1), (0, 2), (1, 1), (1, 2))
    assert [tally.severity for tally in tallies[1:]] == ["major"] * 6 + ["minor"] * 5


def test_the_worst_article_comes_first_and_undefined_last(seed_item):
    def item(penalty, findings=()):
        score = replace(seed_item.scores["mqm_per_100_words"], value=penalty)
        return replace(seed_item, findings=findings, scores={"mqm_per_100_words": score})

    report = Report((item(1.0), item(None), item(9.0), item(1.0, seed_item.findings), item(0.0)), {}, "s")
    assert _tally.worst_first(report) == [2, 3, 0, 4, 1]


def test_articles_without_scores_are_ordered_by_their_findings(seed_item):
    clean, minor = replace(seed_item, findings=(), scores={}), replace(seed_item, scores={})
    assert _tally.worst_first(Report((clean, minor), {}, "s")) == [1, 0]
