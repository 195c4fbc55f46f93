from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF

from nlp import compare
from nlp.errors import OptionError, SampleError, UnknownName
from nlp.plain import to_dict
from nlp.scoring import fitting, samples_from, score
from nlp.statistics.intervals import bootstrap_interval
from nlp.types import Finding, Sample

ARTICLE = "The talks resume on Monday in Paris, Moscow said. More than 12,000 people marched. Nobody else spoke."
FINDING = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 1, "T", "")
SUMMARIES = [
    Sample("a", "Talks resume on Monday in Paris.", ("The talks resume in Paris.",), ARTICLE),
    Sample("b", "In Paris, 13,000 people marched.", ("12,000 people marched.",), ARTICLE),
    Sample("c", "", ("Nobody spoke.",), ARTICLE),
    Sample("d", "Nobody else spoke.", (), ARTICLE),
]


class TestSamplesFrom:
    def test_one_reference_each(self):
        assert samples_from(["h", "i"], references=["r", "s"], sources=["x", "y"], ids=["1st", "2nd"]) == [
            Sample("1st", "h", ("r",), "x"),
            Sample("2nd", "i", ("s",), "y"),
        ]

    def test_several_references_each(self):
        samples = samples_from(["h", "i"], references=[["r", "s"], []])
        assert [sample.references for sample in samples] == [("r", "s"), ()]
        assert [sample.id for sample in samples] == ["1", "2"]

    @pytest.mark.parametrize(
        ("lists", "message"),
        [
            ({"references": ["r"]}, "2 hypotheses, but 1 references"),
            ({"references": [["r", "s"]]}, "1 references lists; give one list of references for each hypothesis"),
            ({"references": "rs"}, "references is one string"),
            ({"references": ["r", ["s"]]}, "nested wrongly"),
            ({"references": [[["r"]], [["s"]]]}, "nested wrongly"),
            ({"references": [None, "s"]}, "nested wrongly"),
            ({"references": [1, 2]}, "nested wrongly"),
            ({"sources": ["x"]}, "2 hypotheses, but 1 sources"),
            ({"sources": ["x", 2]}, "source 2 is not a string but int"),
            ({"ids": ["1"]}, "2 hypotheses, but 1 ids"),
        ],
    )
    def test_what_does_not_fit_is_an_error(self, lists, message):
        with pytest.raises(SampleError, match=message):
            samples_from(["h", "i"], **lists)

    def test_a_string_is_no_list_of_hypotheses(self):
        with pytest.raises(SampleError, match="one string"):
            samples_from("hypothesis")
        with pytest.raises(SampleError, match="hypothesis 2 is not a string but NoneType"):
            samples_from(["h", None])


class TestScore:
    def test_all_metrics_that_fit_what_the_samples_have(self):
        table = score(SUMMARIES, task="summary")
        assert list(table.aggregate) == [
            *("rouge1", "rouge2", "rougeL", "rougeLsum", "bleu", "chrf"),
            *("bigram_support", "compression", "consistency", "coverage", "density", "name_support"),
            *("negation_support", "novel_bigrams", "number_support", "pair_support", "quotation_support"),
            *("redundancy", "seams", "sentence_support", "trigram_support", "word_support"),
        ]
        assert [sample.id for sample in table.samples] == ["a", "b", "c", "d"]
        assert all(list(sample.scores) == list(table.aggregate) for sample in table.samples)

    def test_without_references_and_source_only_findings_can_be_counted(self):
        table = score([Sample("1", "He counts to leave.")], task="translation", findings=[[FINDING]])
        assert list(table.aggregate) == ["artifact_density", "mqm_penalty", "mqm_per_100_words"]
        assert table.aggregate["artifact_density"].value == 25
        assert table.aggregate["mqm_penalty"].value == 5

    def test_a_metric_asked_for_by_name_without_what_it_needs_is_none_with_a_note(self):
        table = score([Sample("1", "Talks.")], task="translation", metrics=["bleu", "number_support", "mqm_penalty"])
        notes = {name: (s.value, s.n, s.note) for name, s in table.aggregate.items()}
        assert notes == {
            "bleu": (None, 0, "no references were given"),
            "number_support": (None, 0, "the text it was made from was not given"),
            "mqm_penalty": (None, 0, "no artifacts were looked for"),
        }
        assert table.samples[0].scores["bleu"].note == "no references were given"

    def test_samples_left_out_are_counted_and_said(self):
        table = score(SUMMARIES, task="summary")
        rouge = table.aggregate["rouge1"]
        assert rouge.n == 3
        assert rouge.note == "1 of 4 samples left out: no references were given"
        assert table.aggregate["density"].note == "1 of 4 samples left out: the summary has no words"
        assert table.samples[3].scores["rouge1"].value is None

    def test_an_empty_hypothesis_scores_and_counts(self):
        table = score(SUMMARIES, task="summary")
        empty = table.samples[2].scores
        assert empty["rouge1"].value == 0
        assert empty["density"].value is None
        assert empty["density"].note == "the summary has no words"
        of_others = [table.samples[i].scores["rouge1"].value for i in (0, 1)]
        assert table.aggregate["rouge1"].value == pytest.approx(sum(of_others) / 3)

    def test_the_aggregates_of_bleu_and_chrf_are_the_corpus_scores(self):
        hypotheses = [sample.hypothesis for sample in SUMMARIES[:3]]
        streams = [[sample.references[0] for sample in SUMMARIES[:3]]]
        table = score(SUMMARIES[:3], task="summary", metrics=["bleu", "chrf"])
        assert table.aggregate["bleu"].value == BLEU().corpus_score(hypotheses, streams).score
        assert table.aggregate["chrf"].value == CHRF().corpus_score(hypotheses, streams).score
        assert "eff:no" in table.aggregate["bleu"].signature
        assert "eff:yes" in table.samples[0].scores["bleu"].signature

    def test_intervals_are_those_of_the_metric_alone(self):
        fit = fitting("summary")
        table = score(SUMMARIES, task="summary")
        for name in ("rouge1", "name_support", "bleu", "coverage"):
            expected = bootstrap_interval(fit[name].measure(SUMMARIES), fit[name].value)
            assert table.aggregate[name].interval == pytest.approx(expected)
            assert table.aggregate[name].signature.endswith("|ci:95|bs:1000|seed:12345")
            assert all(sample.scores[name].interval is None for sample in table.samples)

    def test_a_single_sample_and_no_resamples_have_no_interval(self):
        for table in (score(SUMMARIES[:1], task="summary"), score(SUMMARIES, task="summary", resamples=0)):
            assert all(s.interval is None for s in table.aggregate.values())
            assert all("seed" not in s.signature for s in table.aggregate.values())

    def test_signatures_count_references(self):
        def nref(*references: tuple[str, ...]) -> str:
            samples = [Sample(str(i), "talks", given) for i, given in enumerate(references)]
            return score(samples, task="summary", metrics=["rouge1"]).aggregate["rouge1"].signature

        assert "nref:1|" in nref(("a",), ("b",))
        assert "nref:2|" in nref(("a", "b"), ())
        assert "nref:var|" in nref(("a",), ("b", "c"))
        assert "nref:0|" in nref((), ())

    def test_signatures_say_how_artifacts_were_found(self):
        table = score(SUMMARIES[:1], task="summary", findings=[[]], findings_signature="rules:40#12345678")
        assert table.aggregate["mqm_penalty"].signature.endswith("|rules:40#12345678")
        assert table.samples[0].scores["artifact_density"].signature.endswith("|rules:40#12345678")
        assert "rules:" not in table.aggregate["rouge1"].signature

    def test_options_reach_the_metric_and_its_signature(self):
        options = {"rouge1": {"tokenizer": "rouge155", "stem": True}}
        table = score([Sample("1", "nations", ("national",))], task="summary", metrics=["rouge1"], options=options)
        assert table.aggregate["rouge1"].value == 1
        assert "tok:rouge155|stem:porter" in table.aggregate["rouge1"].signature

    def test_the_task_reaches_the_metrics_that_want_it(self):
        sample = [Sample("1", "Three people, 3 billion.", (), "Trois personnes, 3 milliards.")]
        assert score(sample, task="translation").aggregate["number_support"].value == 1
        assert score(sample, task="summary").aggregate["number_support"].value == pytest.approx(0.5)

    def test_ter_of_long_samples_is_computed_only_when_asked_for(self):
        long = [Sample("1", "Talks resume. " * 40, ("Talks resume. " * 40,))]
        assert score(long, task="translation").aggregate["ter"].value is None
        assert "slow" in score(long, task="translation").samples[0].scores["ter"].note
        assert score(long, task="translation", metrics=["ter"]).aggregate["ter"].value == 0

    def test_everything_can_be_written_as_json(self):
        to_dict(score(SUMMARIES, task="summary", findings=[[FINDING]] * 4))

    @pytest.mark.parametrize(
        ("options", "error", "message"),
        [
            ({"metrics": ["rogue1"]}, UnknownName, "no metric 'rogue1'; did you mean rouge1"),
            ({"metrics": ["ter"]}, OptionError, "ter is a metric for translation, not for summary"),
            ({"metrics": []}, OptionError, "at least one"),
            ({"metrics": "rouge1"}, OptionError, "a list"),
            ({"options": {"rogue1": {}}}, UnknownName, "rogue1"),
            ({"options": {"rouge1": {"stemmer": True}}}, OptionError, "no option 'stemmer'; it has tokenizer, stem"),
            ({"options": {"coverage": {"stem": True}}}, OptionError, "it has none"),
            ({"options": {"number_support": {"task": "summary"}}}, OptionError, "no option 'task'"),
            ({"resamples": -1}, OptionError, "resamples"),
            ({"findings": [[]]}, SampleError, "4 samples, but findings of 1"),
        ],
    )
    def test_wrong_options_are_errors(self, options, error, message):
        with pytest.raises(error, match=message):
            score(SUMMARIES, task="summary", **options)

    def test_an_unknown_task_is_an_error(self):
        with pytest.raises(UnknownName, match="no task 'summaries'; did you mean summary"):
            score(SUMMARIES, task="summaries")

    @pytest.mark.parametrize(
        ("samples", "message"),
        [
            ([], "nothing to score"),
            (["text"], "a sample is a str"),
            ([Sample("1", None)], "sample 1: hypothesis and source must be strings"),
            ([Sample("1", "h", "reference")], "references of sample 1 are nested wrongly"),
            ([Sample("1", "h", (("r",),))], "references of sample 1 are nested wrongly"),
        ],
    )
    def test_what_cannot_be_scored_is_an_error(self, samples, message):
        with pytest.raises(SampleError, match=message):
            score(samples, task="summary")


texts = st.lists(st.sampled_from("talks resume in Paris Moscow 12,000 13 . мир 中国".split()), max_size=8).map(" ".join)
sample_lists = st.lists(st.tuples(texts, st.lists(texts, max_size=2), texts), min_size=1, max_size=6)


@given(sample_lists, st.randoms(use_true_random=False))
def test_the_order_of_samples_changes_nothing(drawn, rng: random.Random):
    samples = [Sample(str(i), h, tuple(r), s) for i, (h, r, s) in enumerate(drawn)]
    shuffled = rng.sample(samples, k=len(samples))
    there, back = (score(given, task="summary", resamples=0) for given in (samples, shuffled))
    assert there.aggregate.keys() == back.aggregate.keys()
    for name in there.aggregate:
        assert there.aggregate[name].value == back.aggregate[name].value
    assert {s.id: s.scores for s in there.samples} == {s.id: s.scores for s in back.samples}


@given(sample_lists)
def test_no_number_is_ever_nan_and_none_always_has_a_note(drawn):
    samples = [Sample(str(i), h, tuple(r), s) for i, (h, r, s) in enumerate(drawn)]
    for task in ("summary", "translation"):
        table = score(samples, task=task, resamples=20, findings=[[]] * len(samples))
        for found in [table.aggregate, *(sample.scores for sample in table.samples)]:
            for one in found.values():
                assert (one.value is None) <= (one.note is not None)
                assert one.value is None or math.isfinite(one.value)
                assert one.value is not None or (one.n == 0 and one.interval is None)


class TestInputs:
    HYPOTHESES = ("The talks resume.", "", "Nobody spoke.")
    REFERENCES = ("The talks resume.", "It rained.", "Nobody else spoke.")

    def test_lists_are_scored_as_samples_are(self):
        samples = samples_from(self.HYPOTHESES, references=self.REFERENCES)
        by_lists = score(hypotheses=self.HYPOTHESES, references=self.REFERENCES, metrics=["bleu", "chrf"])
        assert by_lists == score(samples, task="translation", metrics=["bleu", "chrf"])

    def test_the_task_is_what_fits_the_metrics(self):
        assert score(hypotheses=["a"], references=["a"], metrics=["rouge1"]).aggregate["rouge1"].value == 1
        assert "ter" in score(hypotheses=["a"], references=["a"]).aggregate
        with pytest.raises(OptionError, match="no task fits rouge1, ter together"):
            score(hypotheses=["a"], references=["a"], metrics=["rouge1", "ter"])

    def test_a_dataset_gets_a_column_a_metric(self):
        datasets = pytest.importorskip("datasets")
        rows = {"summary": self.HYPOTHESES, "references": [[r] for r in self.REFERENCES], "more": [1, 2, 3]}
        scored = score(datasets.Dataset.from_dict(rows), task="summary", metrics=["rouge1", "coverage"])
        assert scored.column_names == ["summary", "references", "more", "rouge1", "coverage"]
        assert list(scored["rouge1"]) == [1.0, 0.0, 0.8]
        assert list(scored["coverage"]) == [None, None, None]
        assert scored.features["coverage"].dtype == "float64"
        with pytest.raises(OptionError, match="already has a column 'rouge1'"):
            score(scored, task="summary", metrics=["rouge1"])

    def test_columns_of_a_dataset_can_be_named(self):
        datasets = pytest.importorskip("datasets")
        data = datasets.Dataset.from_dict({"out": self.HYPOTHESES, "gold": self.REFERENCES})
        with pytest.raises(SampleError, match=r"no column for the translation .* it has: out, gold"):
            score(data, metrics=["chrf"])
        fields = {"hypothesis": "out", "references": "gold"}
        assert score(data, metrics=["chrf"], fields=fields)["chrf"][0] == 100
        with pytest.raises(UnknownName, match="no column 'god'; did you mean gold"):
            score(data, metrics=["chrf"], fields={"hypothesis": "out", "references": "god"})
        with pytest.raises(UnknownName, match="no field 'reference'; did you mean references"):
            score(data, metrics=["chrf"], fields={"reference": "gold"})

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({}, "nothing to score"),
            ({"hypotheses": []}, "nothing to score"),
            ({"samples": []}, "nothing to score"),
            ({"samples": "text"}, "str cannot be scored"),
            ({"samples": {"a": 1}}, "dict cannot be scored"),
            ({"samples": ["text"]}, "a sample is a str, not a Sample"),
            ({"hypotheses": ["a"], "references": ["a", "b"]}, "1 hypotheses, but 2 references"),
        ],
    )
    def test_what_cannot_be_scored_is_an_error(self, arguments, message):
        with pytest.raises(SampleError, match=message):
            score(**arguments)

    def test_samples_and_lists_together_are_an_error(self):
        with pytest.raises(OptionError, match="not both: references"):
            score([Sample("1", "a")], references=["a"])
        with pytest.raises(OptionError, match="fields name the columns"):
            score(hypotheses=["a"], fields={"hypothesis": "b"})

    def test_a_metric_that_runs_a_model_is_computed_when_asked_for_only(self):
        assert "bertscore" not in score(hypotheses=["a"], references=["a"]).aggregate


def test_a_table_prints_as_one():
    table = score(hypotheses=["The talks resume.", "Nobody"], references=["The talks resume.", "No one"], resamples=20)
    text = str(table).splitlines()
    assert text[0].startswith("bleu")
    assert len(text) == len(table.aggregate)
    assert "  n=2" in text[0]
    html = table._repr_html_()
    assert html.count("<tr") == len(table.aggregate) + 1
    assert 'title="BLEU|nrefs:1|' in html
    empty = score(hypotheses=["a"], references=["a"], metrics=["name_support"])
    assert str(empty) == "name_support  -  n=0  (the text it was made from was not given)"
    assert "<td>-</td>" in empty._repr_html_()


class TestDocuments:
    HYPOTHESES = ("a b", "a b", "a b", "x y", "x y", "x y")
    REFERENCES = ("a b",) * 6
    DOCUMENTS = ("1", "1", "1", "2", "2", "2")

    def test_intervals_are_over_documents_and_the_signature_says_so(self):
        lists = {"hypotheses": self.HYPOTHESES, "references": self.REFERENCES, "metrics": ["rouge1"]}
        by_sample = score(**lists).aggregate["rouge1"]
        by_document = score(**lists, documents=self.DOCUMENTS).aggregate["rouge1"]
        assert by_sample.value == by_document.value == 0.5
        assert by_document.interval == (0.0, 1.0)
        assert by_sample.interval != (0.0, 1.0)
        assert by_document.signature == by_sample.signature + "|unit:document"
        assert score(**lists, documents=["1"] * 6).aggregate["rouge1"].interval is None

    def test_documents_must_be_as_many(self):
        with pytest.raises(SampleError, match="1 hypotheses, but 2 documents"):
            score(hypotheses=["a"], documents=["1", "2"])

    def test_whole_documents_are_compared(self):
        systems = {"base": self.HYPOTHESES, "new": self.REFERENCES}
        options = {"references": self.REFERENCES, "metrics": ["rouge1"], "trials": 999}
        [by_sample], [by_document] = (
            compare(systems, documents=documents, **options).tests for documents in (None, self.DOCUMENTS)
        )
        assert (by_sample.n, by_document.n) == (6, 2)
        assert by_document.p > by_sample.p
        assert by_document.signature.endswith("|unit:cluster|holm")
