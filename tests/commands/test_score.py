from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from sacrebleu.metrics import BLEU

from nlp.cli import main

ARTICLE = "The talks resume on Monday in Paris, Moscow said. More than 12,000 people marched. Nobody else spoke."
SUMMARIES = [
    {
        "id": "a",
        "article": ARTICLE,
        "summary": "Talks resume on Monday.",
        "references": ["The talks resume.", "Talks."],
    },
    {"id": "b", "article": ARTICLE, "summary": "More than 13,000 marched.", "references": ["Many people marched."]},
    {"id": "c", "article": ARTICLE, "summary": "", "references": []},
]
TRANSLATIONS = [
    {
        "id": "a",
        "target": "He counts to leave Paris.",
        "source": "Il compte quitter Paris.",
        "reference": "He plans to leave.",
    },
    {
        "id": "b",
        "target": "It cost 1,234.5 euros.",
        "source": "Cela a coûté 1 234,5 euros.",
        "reference": "It cost a lot.",
    },
]


def write(path: Path, records: list[dict]) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


@pytest.fixture
def summaries(tmp_path) -> str:
    return write(tmp_path / "summaries.jsonl", SUMMARIES)


@pytest.fixture
def translations(tmp_path) -> str:
    return write(tmp_path / "translations.jsonl", TRANSLATIONS)


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_table_has_value_interval_and_number_with_notes_and_signatures(summaries, capsys):
    assert main(["score", "summary", summaries]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("3 summaries, 1 of them empty\n")
    rows = {line.split()[0]: line.split() for line in out.splitlines() if line and not line.startswith(" ")}
    assert rows["metric"] == ["metric", "value", "95%", "interval", "n", "better"]
    assert rows["rouge1"][1].endswith("%")
    assert rows["rouge1"][-2:] == ["2", "higher"]
    assert "rouge1: 1 of 3 samples left out: no references were given" in out
    assert "rouge1.f1|tok:unicode|stem:no|case:lower|norm:nfkc|nref:var|v:" in out
    assert "mqm_per_100_words|weights:wmt|per:100words|" in out
    assert "|rules:" in out


def test_json_holds_the_numbers_unrounded(translations, capsys):
    assert main(["score", "translation", translations, "--format", "json", "--source-lang", "fr"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["task"], record["samples"]) == ("translation", 2)
    expected = BLEU().corpus_score([r["target"] for r in TRANSLATIONS], [[r["reference"] for r in TRANSLATIONS]])
    assert record["scores"]["bleu"]["value"] == expected.score
    assert record["scores"]["number_support"]["value"] == 1
    assert record["scores"]["artifact_density"]["value"] > 0
    assert "|src:fr|" in record["scores"]["artifact_density"]["signature"]
    assert "per_sample" not in record


def test_jsonl_per_sample_has_one_line_an_input_in_order(summaries, capsys):
    assert (
        main(["score", "summary", summaries, "--format", "jsonl", "--per-sample", "--metrics", "density,rouge1"]) == 0
    )
    stdout, stderr = capsys.readouterr()
    records = lines(stdout)
    assert [record["id"] for record in records] == ["a", "b", "c"]
    assert list(records[0]["scores"]) == ["density", "rouge1"]
    assert records[2]["scores"] == {"density": None, "rouge1": None}
    assert records[2]["notes"] == {"density": "the summary has no words", "rouge1": "no references were given"}
    assert records[0]["notes"] == {}
    assert list(records[0]) == ["id", "scores", "notes"]
    assert [line.split("|")[0] for line in stderr.splitlines()] == ["density", "rouge1.f1"]


def test_jsonl_has_one_line_a_metric(summaries, capsys):
    assert main(["score", "summary", summaries, "--format", "jsonl", "--metrics", "density,rouge1"]) == 0
    records = lines(capsys.readouterr().out)
    assert [(r["task"], r["metric"], r["n"]) for r in records] == [("summary", "density", 2), ("summary", "rouge1", 2)]


def test_the_table_per_sample(summaries, capsys):
    assert main(["score", "summary", "--metrics", "coverage", "--per-sample", "--format", "table", summaries]) == 0
    shown = [line.split() for line in capsys.readouterr().out.splitlines()[-4:]]
    assert shown == [["id", "coverage"], ["a", "1.00"], ["b", "0.80"], ["c", "-"]]


def test_per_sample_is_json_lines_where_no_format_is_named(summaries, capsys):
    assert main(["score", "summary", summaries, "--per-sample", "--metrics", "coverage"]) == 0
    assert lines(capsys.readouterr().out)[2] == {
        "id": "c",
        "scores": {"coverage": None},
        "notes": {"coverage": "the summary has no words"},
    }


def test_csv_has_a_line_a_metric_or_a_line_a_sample(summaries, capsys):
    assert main(["score", "summary", summaries, "--format", "csv", "--metrics", "rouge1,coverage"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["metric"] for row in rows] == ["rouge1", "coverage"]
    assert float(rows[0]["low"]) <= float(rows[0]["value"]) <= float(rows[0]["high"])
    assert rows[0]["signature"].startswith("rouge1.f1|")
    arguments = ["--format", "csv", "--per-sample", "--metrics", "rouge1,coverage"]
    assert main(["score", "summary", summaries, *arguments]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows[2] == {"id": "c", "rouge1": "", "coverage": ""}
    assert rows[0]["coverage"] == "1.0"


def test_latex_and_markdown_hold_the_rows_of_the_table(summaries, capsys):
    arguments = ["score", "summary", summaries, "--metrics", "rouge1,name_support", "--per-sample", "--format"]
    assert main([*arguments, "latex"]) == 0
    latex = capsys.readouterr().out
    assert "\\begin{tabular}{lrrrr}" in latex
    assert "name\\_support & " in latex
    assert "\\% to " in latex
    assert "% Signatures: rouge1.f1|" in latex
    assert main([*arguments, "markdown"]) == 0
    markdown = capsys.readouterr().out
    assert (
        "| metric | value | 95% interval | n | better |\n| --- | ---: | ---: | ---: | ---: |\n| rouge1 | " in markdown
    )
    assert "- `rouge1.f1|" in markdown
    assert "| c | - | - |" in markdown


PARALLEL = {
    "out.txt": "He counts to leave.\n\nIt rained\u2028hard.\n",
    "ref.txt": "He plans to leave.\nNobody spoke.\nIt rained hard.\n",
    "ref2.txt": "He intends to go.\n\nIt poured.\n",
    "src.txt": "Il compte partir.\r\nPersonne.\r\nIl pleut.\r\n",
    "short.txt": "One line.\n",
    "none.txt": "",
}


@pytest.fixture
def parallel(tmp_path, monkeypatch):
    for name, text in PARALLEL.items():
        (tmp_path / name).write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("parallel")
def test_parallel_files_are_scored_line_by_line_and_an_empty_line_counts(capsys):
    files = ["--hypotheses", "out.txt", "--references", "ref.txt", "ref2.txt", "--sources", "src.txt"]
    assert main(["score", "translation", *files, "--metrics", "bleu,chrf,ter", "--format", "json"]) == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    assert [score["n"] for score in scores.values()] == [3, 3, 3]
    assert "nrefs:var" in scores["bleu"]["signature"]
    files = ["--hypotheses", "out.txt", "--references", "ref.txt"]
    assert main(["score", "translation", *files, "--metrics", "bleu", "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)["scores"]["bleu"]["value"]
    hypotheses, references = (PARALLEL[name].split("\n")[:3] for name in ("out.txt", "ref.txt"))
    assert value == BLEU().corpus_score(hypotheses, [references]).score


@pytest.mark.usefixtures("parallel")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--hypotheses", "out.txt", "--references", "short.txt"], "out.txt has 3 lines, but short.txt has 1"),
        (["--hypotheses", "out.txt", "--sources", "short.txt"], "out.txt has 3 lines, but short.txt has 1"),
        (["--hypotheses", "none.txt"], "none.txt: there is nothing to score: the file is empty"),
        (["--references", "ref.txt"], "the hypotheses are missing: add --hypotheses FILE"),
        (["x.jsonl", "--hypotheses", "out.txt"], "not both"),
        (["--hypotheses", "gone.txt"], "gone.txt: cannot be read"),
        (["--hypotheses", "out.txt", "--option", "bleu.tokenise=zh"], "bleu has no option 'tokenise'; it has tokenize"),
        (["--hypotheses", "out.txt", "--option", "blue.x=1"], "there is no metric 'blue'; did you mean bleu"),
        (["--hypotheses", "out.txt", "--option", "ter.x=1"], "--option ter.x=1: ter is not among --metrics"),
        (["--hypotheses", "out.txt", "--option", "bleu"], "--option bleu: write it as METRIC.NAME=VALUE"),
    ],
)
def test_parallel_files_that_do_not_fit_are_one_line_and_exit_two(arguments, message, capsys):
    metrics = [] if "x.jsonl" in arguments else ["--metrics", "bleu"]
    assert main(["score", "translation", *arguments, *metrics]) == 2
    stderr = capsys.readouterr().err
    assert message in stderr
    assert stderr.count("\n") == 1


def test_empty_hypotheses_are_counted_and_models_that_were_not_run_are_named(summaries, capsys):
    assert main(["score", "summary", summaries]) == 0
    out = capsys.readouterr().out
    assert out.startswith("3 summaries, 1 of them empty\n")
    assert "Not computed unless named in --metrics, since they run a model: bertscore" in out
    assert main(["score", "summary", summaries, "--metrics", "rouge1", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["empty"] == 1


def test_bleu_takes_characters_in_languages_without_spaces(translations, capsys):
    for lang, expected in (("zh", "tok:zh"), ("ja-JP", "tok:char"), ("de", "tok:13a")):
        assert main(["score", "translation", translations, "--lang", lang, "--metrics", "bleu"]) == 0
        assert expected in capsys.readouterr().out


def test_options_of_one_metric(translations, capsys):
    given = ["--metrics", "bleu", "--option", "bleu.tokenize=char", "--format", "json"]
    assert main(["score", "translation", translations, *given]) == 0
    assert "tok:char" in json.loads(capsys.readouterr().out)["scores"]["bleu"]["signature"]


def test_a_summary_gets_a_few_metrics_and_all_when_asked(summaries, capsys):
    def printed(*options):
        assert main(["score", "summary", summaries, "--format", "json", "--resamples", "0", *options]) == 0
        return list(json.loads(capsys.readouterr().out)["scores"])

    few, many = printed(), printed("--metrics", "all")
    assert set(few) < set(many)
    assert few[:4] == ["rouge1", "rouge2", "rougeLsum", "consistency"]
    assert {"bleu", "coverage", "seams", "mqm_penalty"} <= set(many)


def test_one_text_of_each(tmp_path, capsys):
    for name, text in (("a", ARTICLE), ("s", "Talks resume on Monday."), ("r", "The talks resume."), ("q", "Talks.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    given = ["--article", "a.txt", "--summary", "s.txt", "--reference", "r.txt", "--reference", "q.txt"]
    arguments = [str(tmp_path / word) if word.endswith(".txt") else word for word in given]
    assert main(["score", "summary", *arguments, "--format", "json"]) == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    assert "nref:2" in scores["rouge1"]["signature"]
    assert scores["consistency"]["value"] == 1
    assert scores["rouge1"]["interval"] is None


def test_an_empty_summary_file_scores(tmp_path, capsys):
    (tmp_path / "s.txt").write_text("", encoding="utf-8")
    (tmp_path / "r.txt").write_text("Talks.", encoding="utf-8")
    arguments = ["--summary", str(tmp_path / "s.txt"), "--reference", str(tmp_path / "r.txt")]
    assert main(["score", "summary", *arguments, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["scores"]["rouge1"]["value"] == 0


def test_fields_can_be_named(tmp_path, capsys):
    records = [{"name": 7, "doc": ARTICLE, "text": "no", "mt": "Talks resume.", "refs": "Talks resume."}]
    path = write(tmp_path / "x.jsonl", records)
    fields = ["--id-field", "name", "--source-field", "doc", "--hypothesis-field", "mt", "--reference-field", "refs"]
    arguments = [*fields, "--metrics", "rouge1,coverage", "--format", "jsonl", "--per-sample"]
    assert main(["score", "summary", path, *arguments]) == 0
    [record] = lines(capsys.readouterr().out)
    assert (record["id"], record["scores"]) == ("7", {"rouge1": 1.0, "coverage": 1.0})


def test_tables_and_packed_files_and_standard_input(tmp_path, capsys, monkeypatch):
    table = tmp_path / "x.csv"
    table.write_text("id,target,reference\n1,Talks resume.,Talks resume.\n2,Nobody came.,\n", encoding="utf-8")
    packed = tmp_path / "x.jsonl.gz"
    packed.write_bytes(gzip.compress(b'{"target": "Talks.", "reference": "Talks."}\n'))
    stdin = io.TextIOWrapper(io.BytesIO(b'{"target": "Talks.", "reference": null}\n'), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert (
        main(
            [
                "score",
                "translation",
                str(table),
                str(packed),
                "-",
                "--metrics",
                "chrf",
                "--format",
                "jsonl",
                "--per-sample",
            ]
        )
        == 0
    )
    records = lines(capsys.readouterr().out)
    assert [record["scores"]["chrf"] for record in records] == [100, None, 100, None]
    assert [record["id"] for record in records] == ["1", "2", f"{packed}:1", "<stdin>:1"]


def test_tokenizer_and_stemmer_reach_the_scores(summaries, capsys):
    options = ["--tokenizer", "rouge155", "--stem", "--metrics", "rouge2", "--format", "json"]
    assert main(["score", "summary", summaries, *options]) == 0
    assert "tok:rouge155|stem:porter" in json.loads(capsys.readouterr().out)["scores"]["rouge2"]["signature"]


def test_artifacts_are_not_counted_in_a_language_the_rules_do_not_know(translations, capsys):
    assert main(["score", "translation", translations, "--lang", "de", "--format", "json"]) == 0
    assert "artifact_density" not in json.loads(capsys.readouterr().out)["scores"]


def test_out_writes_a_file_and_nothing_else(summaries, tmp_path, capsys):
    out = tmp_path / "scores.json"
    assert main(["score", "summary", summaries, "--format", "json", "--out", str(out)]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads(out.read_text(encoding="utf-8"))["samples"] == 3


def test_an_input_at_fault_is_one_line_and_leaves_no_file(tmp_path, capsys):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"summary": "x"}\n{"summary": \n', encoding="utf-8")
    out = tmp_path / "scores.json"
    assert main(["score", "summary", str(path), "--out", str(out)]) == 2
    stdout, stderr = capsys.readouterr()
    assert stdout == ""
    assert stderr.startswith(f"nlp: {path}:2: this is not JSON")
    assert stderr.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (
            {"text2": "x"},
            "no field for the summary (summary, hypothesis, decoded, prediction); name it with --hypothesis-field",
        ),
        ({"summary": None}, "the field 'summary' is null, not a string"),
        ({"summary": 5}, "the field 'summary' is int, not a string"),
        ({"summary": "x", "article": {"a": 1}}, "the field 'article' is dict, not a string"),
        ({"summary": "x", "references": [["r"]]}, "the references in 'references' are nested wrongly"),
        ({"summary": "x", "references": {"r": 1}}, "the references in 'references' are nested wrongly"),
    ],
)
def test_a_record_at_fault_is_told_with_its_place(record, message, tmp_path, capsys):
    path = write(tmp_path / "x.jsonl", [SUMMARIES[0], record])
    assert main(["score", "summary", path]) == 2
    stderr = capsys.readouterr().err
    assert f"{path}:2: {message}" in stderr
    assert stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "nothing to score: give a file of records, --summary FILE, or --hypotheses FILE"),
        (["--article", "a.txt"], "the summary is missing: add --summary FILE"),
        (["x.jsonl", "--summary", "s.txt"], "not both"),
        (["missing.jsonl"], "missing.jsonl: cannot be read: No such file"),
        (["{folder}"], "cannot be read"),
        (["{summaries}", "--metrics", "rogue1"], "there is no metric 'rogue1'; did you mean rouge1"),
        (["{summaries}", "--metrics", "ter"], "ter is a metric for translation, not for summary"),
        (["{summaries}", "--metrics", ","], "metrics is a list with at least one name"),
        (["{summaries}", "--resamples", "-1"], "the number of resamples cannot be -1"),
        (["{summaries}", "--id-field", "nr"], "there is no field 'nr'; it has: id, article"),
        (["{empty}"], "there is no record in it: it is empty"),
    ],
)
def test_wrong_arguments_are_one_line_and_exit_two(arguments, message, summaries, tmp_path, capsys):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    places = {"summaries": summaries, "folder": str(tmp_path), "empty": str(tmp_path / "empty.jsonl")}
    assert main(["score", "summary", *(argument.format_map(places) for argument in arguments)]) == 2
    stdout, stderr = capsys.readouterr()
    assert stdout == ""
    assert message in stderr
    assert stderr.count("\n") == 1


def test_the_same_input_gives_the_same_output(summaries, capsys):
    main(["score", "summary", summaries, "--format", "json", "--per-sample"])
    first = capsys.readouterr().out
    main(["score", "summary", summaries, "--format", "json", "--per-sample"])
    assert capsys.readouterr().out == first


def test_the_settings_file_says_what_artifacts_are_looked_for(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.txt").write_text("The government counts to raise the tax on fuel in the spring of next year.")
    arguments = ["score", "translation", "--translation", "t.txt", "--metrics", "artifact_density", "--format", "json"]

    def density() -> float:
        assert main(arguments) == 0
        return json.loads(capsys.readouterr().out)["scores"]["artifact_density"]["value"]

    assert density() > 0
    (tmp_path / "nlp.toml").write_text('ignore = ["calque"]')
    assert density() == 0
    arguments.append("--no-config")
    assert density() > 0


def test_a_field_can_name_the_document(tmp_path, capsys):
    records = [record | {"doc": i // 2} for i, record in enumerate([*SUMMARIES, *SUMMARIES])]
    path = write(tmp_path / "x.jsonl", records)
    arguments = ["--metrics", "coverage", "--document-field", "doc"]
    assert main(["score", "summary", path, *arguments]) == 0
    assert "|unit:document" in capsys.readouterr().out
    assert main(["score", "summary", write(tmp_path / "y.jsonl", SUMMARIES), *arguments]) == 2
    assert "y.jsonl:1: there is no document in 'doc'; it has: id, article" in capsys.readouterr().err


def test_what_the_article_does_not_bear_out_is_printed(tmp_path, capsys):
    article, summary = tmp_path / "article.txt", tmp_path / "summary.txt"
    article.write_text("Twelve people met in Paris on Friday.", encoding="utf-8")
    summary.write_text("Thirteen people met in Paris on Monday.", encoding="utf-8")
    arguments = ["score", "summary", "--article", str(article), "--summary", str(summary), "--metrics", "consistency"]
    assert main([*arguments, "--resamples", "0"]) == 0
    assert 'consistency: not in the article: number "Thirteen"; word "Monday"' in capsys.readouterr().out
