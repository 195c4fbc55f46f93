from nlp.reports._scorebook import groups, row
from nlp.types import Score


def test_scores_of_the_summary_stand_apart():
    scores = {"artifact_density": Score("artifact_density", 1.5, "s"), "summary coverage": Score("coverage", 0.5, "s")}
    assert [(group.title, [r.name for r in group.rows]) for group in groups(scores)] == [
        ("Translation", ["Artifact density"]),
        ("Summary", ["Coverage"]),
    ]
    assert groups({}) == ()


def test_undefined_scores_are_gathered_by_their_reason():
    scores = {name: Score(name, None, "s", note="no references") for name in ("bleu", "ter")}
    (group,) = groups(scores)
    assert (group.rows, group.undefined) == ((), {"no references": ["BLEU", "TER"]})


def test_zero_is_a_value():
    assert row("artifact_density", Score("artifact_density", 0.0, "s")).value == "0.00"


def test_a_metric_says_how_it_is_written_and_which_way_is_better():
    share = row("rouge1", Score("rouge1", 0.5, "s", interval=(0.4, 0.6)))
    assert (share.name, share.value, share.interval, share.better) == (
        "ROUGE-1",
        "50.00%",
        "40.00% to 60.00%",
        "higher",
    )
    assert row("ter", Score("ter", 61.2, "s")).better == "lower"


def test_a_metric_that_is_not_installed_keeps_its_name():
    unknown = row("their_metric", Score("their_metric", 2.0, "s"))
    assert (unknown.name, unknown.hint, unknown.better) == ("their metric", "", "")
