from __future__ import annotations

import pytest
from sacrebleu.metrics import BLEU

from nlp import compare
from nlp.errors import OptionError, SampleError, UnknownName
from nlp.plain import from_dict, to_dict
from nlp.scoring.comparing import Comparison
from nlp.types import Finding, Sample

REFERENCES = [f"The talks number {i} resume on Monday in Paris, said the minister." for i in range(40)]
BASE = [text.replace("resume", "will resume").replace("said the minister", "the minister") for text in REFERENCES]
BETTER = [text.replace("resume", "will resume") for text in REFERENCES]


def test_a_clear_gain_is_better_with_the_metrics_own_values():
    result = compare({"base": BASE, "new": BETTER}, references=REFERENCES, trials=999)
    assert (result.task, result.baseline, result.samples) == ("translation", "base", 40)
    assert [(test.system, test.metric) for test in result.tests] == [("new", "bleu"), ("new", "chrf")]
    bleu = result.tests[0]
    assert bleu.value == BLEU().corpus_score(BETTER, [REFERENCES]).score
    assert bleu.baseline == BLEU().corpus_score(BASE, [REFERENCES]).score == result.scores["bleu"].value
    assert bleu.difference == bleu.value - bleu.baseline
    assert bleu.interval[0] <= bleu.difference <= bleu.interval[1]
    assert (bleu.p, bleu.p_holm, bleu.better, bleu.n) == (0.001, 0.002, True, 40)
    assert bleu.signature.endswith("|test:randomization|trials:999|ci:95|bs:1000|seed:12345|holm")


def test_lower_is_better_for_ter():
    result = compare({"base": BASE, "new": BETTER}, references=REFERENCES, metrics=["ter"], trials=999)
    assert result.tests[0].difference < 0
    assert result.tests[0].better is True
    result = compare({"base": BETTER, "new": BASE}, references=REFERENCES, metrics=["ter"], trials=999)
    assert result.tests[0].better is False


def test_a_system_against_itself_is_not_shown_to_differ():
    result = compare({"base": BASE, "same": list(BASE)}, references=REFERENCES)
    assert {(test.difference, test.p, test.p_holm, test.better) for test in result.tests} == {(0.0, 1.0, 1.0, None)}
    assert result.apart == ()


def test_p_is_corrected_for_all_systems_and_metrics():
    systems = {"base": BASE, "one": BETTER, "two": REFERENCES}
    result = compare(systems, references=REFERENCES, metrics=["chrf", "bleu"], trials=999)
    assert [test.p for test in result.tests] == [0.001] * 4
    assert [test.p_holm for test in result.tests] == pytest.approx([0.004] * 4)


def test_summaries_are_compared_by_rouge_or_without_references_by_the_article():
    articles = ["The talks resume on Monday in Paris, Moscow said. Nobody else spoke."] * 3
    summaries = {"base": ["Talks resume.", "Nobody spoke.", ""], "new": ["Talks resume Monday.", "Nobody.", "Moscow."]}
    result = compare(summaries, references=["Talks resume."] * 3, task="summary", trials=50)
    assert [test.metric for test in result.tests] == ["rouge1", "rouge2", "rougeLsum"]
    result = compare(summaries, sources=articles, task="summary", trials=50)
    assert "coverage" in {test.metric for test in result.tests}
    assert "rouge1" not in {test.metric for test in result.tests}


def test_samples_are_matched_by_id_and_share_the_baselines_references():
    base = [Sample(str(i), text, (REFERENCES[i],)) for i, text in enumerate(BASE)]
    shuffled = [Sample(str(i), BETTER[i]) for i in reversed(range(40))]
    by_id = compare({"base": base, "new": shuffled}, metrics=["chrf"], trials=99)
    in_order = compare({"base": BASE, "new": BETTER}, references=REFERENCES, metrics=["chrf"], trials=99)
    assert by_id.tests == in_order.tests


def test_the_samples_that_differ_most_come_losses_first():
    new = [*BETTER[:20], *(text[:30] for text in BASE[20:])]
    result = compare({"base": BASE, "new": new}, references=REFERENCES, metrics=["chrf"], examples=2, trials=99)
    changes = [apart.value - apart.baseline for apart in result.apart]
    assert len(changes) == 4
    assert changes[0] <= changes[1] < 0 < changes[3] <= changes[2]
    first = result.apart[0]
    assert first.hypothesis == new[int(first.id) - 1]
    assert first.baseline_hypothesis == BASE[int(first.id) - 1]
    assert first.references == (REFERENCES[int(first.id) - 1],)


def test_artifacts_can_be_compared():
    finding = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 1, "x", "")
    findings = {"base": [[finding]] * 40, "new": [[]] * 40}
    texts = {"base": BASE, "new": BASE}
    result = compare(texts, metrics=["artifact_density"], findings=findings, trials=999)
    assert result.tests[0].better is True
    undefined = compare(texts, metrics=["artifact_density"], trials=99).tests[0]
    assert (undefined.difference, undefined.p, undefined.p_holm, undefined.better) == (None, None, None, None)
    assert undefined.note == "no artifacts were looked for"


@pytest.mark.parametrize(
    ("systems", "message"),
    [
        ({}, "0 system was given"),
        ({"a": ["x"]}, "1 system was given"),
        ({"a": ["x"], "b": ["x", "y"]}, "b: there are 2 hypotheses, but 1 references"),
        ({"a": [Sample("1", "x", ("x",))], "b": [Sample("2", "x", ("x",))]}, "b has no sample '1', which a has"),
        ({"a": [Sample("1", "x", ("x",))] * 2, "b": [Sample("1", "x", ("x",))] * 2}, "ids occur twice in b"),
        ({"a": [], "b": []}, "nothing to score"),
    ],
)
def test_what_cannot_be_compared_is_an_error(systems, message):
    lists = {} if any(isinstance(x, Sample) for own in systems.values() for x in own) else {"references": ["x"]}
    lists = {"references": []} if systems == {"a": [], "b": []} else lists
    with pytest.raises(SampleError, match=message):
        compare(systems, metrics=["chrf"], **lists)


def test_wrong_options_are_errors():
    texts = {"base": BASE, "new": BETTER}
    with pytest.raises(UnknownName, match="no test 'sign'"):
        compare(texts, references=REFERENCES, test="sign")
    with pytest.raises(OptionError, match="at least 1"):
        compare(texts, references=REFERENCES, trials=0)
    with pytest.raises(UnknownName, match="no metric among those compared 'ter'"):
        compare(texts, references=REFERENCES, metrics=["bleu"], by="ter", trials=9)
    with pytest.raises(SampleError, match="neither references nor sources"):
        compare(texts)


def test_a_comparison_can_be_written_and_read():
    result = compare({"base": BASE[:5], "new": BETTER[:5]}, references=REFERENCES[:5], trials=9, resamples=9)
    assert from_dict(Comparison, to_dict(result)) == result


def test_a_comparison_is_a_table_in_a_notebook():
    html = compare({"<old>": BASE[:5], "new": BETTER[:5]}, references=REFERENCES[:5], trials=9)._repr_html_()
    assert html.count("<tr") == 3
    assert "against &lt;old&gt;, 5 samples" in html
    assert "<td>+" in html
