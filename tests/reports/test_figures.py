from nlp.reports._figures import WIDTH, proportions, strip
from nlp.types import Finding


def finding(start, end, severity="minor"):
    return Finding("FRE-X1", "slug", "calque", "accuracy", severity, 0.5, start, end, "", "message")


def test_proportions_fill_the_width_the_gravest_first():
    bars = proportions({"neutral": 1, "minor": 1, "major": 0, "critical": 1})
    assert [bar.severity for bar in bars] == ["critical", "minor", "neutral"]
    assert [bar.x for bar in bars] == [0, *(bar.x + bar.width for bar in bars[:-1])]
    assert sum(bar.width for bar in bars) == WIDTH
    assert proportions({"neutral": 0, "minor": 0, "major": 0, "critical": 0}) == []


def test_a_strip_shows_where_findings_lie_and_keeps_them_inside():
    first, last = strip([finding(50, 60), finding(100, 100)], 100)
    assert (first.x, first.width) == (500, 100)
    assert last.x + last.width == WIDTH
    assert strip([finding(0, 0)], 0)[0].x == 0


def test_graver_findings_stand_taller_and_are_drawn_last():
    bars = strip([finding(0, 9, "critical"), finding(0, 9, "neutral")], 10)
    assert [bar.severity for bar in bars] == ["neutral", "critical"]
    assert bars[0].height < bars[1].height
