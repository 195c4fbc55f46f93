import json
import subprocess
import sys

import pytest

from nlp.cli import main
from nlp.summarizers import _auto

NEWS = "Ministers met in Paris on Monday. The talks go on until Friday. No deal is near, officials said. Rain fell too."


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(_auto, "choose", lambda: "lead")


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_jsonl_is_one_line_an_article_in_order_with_exactly_these_keys(tmp_path, capsys):
    records = [{"id": f"n{i}", "text": NEWS.replace("Monday", f"May {i}")} for i in (3, 1, 2)]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    assert main(["summarize", str(path), "--format", "jsonl", "--sentences", "2"]) == 0
    rows = lines(capsys.readouterr().out)
    assert [row["id"] for row in rows] == ["n3", "n1", "n2"]
    for row in rows:
        assert list(row) == ["id", "summary", "sentences", "method", "input", "signature"]
        assert row["method"] == "lead"
        keys = ["text", "source_index", "repaired", "supported_by", "findings", "introduced", "refused"]
        assert [list(sentence) for sentence in row["sentences"]] == [keys] * 2
        assert list(row["input"]) == ["sentences", "words", "eligible", "left_out"]
    assert rows[1]["summary"] == "Ministers met in Paris on May 1. The talks go on until Friday."


def test_a_faulty_input_is_a_row_and_a_line_and_the_others_are_read(tmp_path, capsys):
    path = tmp_path / "news.jsonl"
    path.write_text(f'{json.dumps({"id": "a", "text": NEWS})}\n{{"id": \n{json.dumps({"id": "b", "text": NEWS})}\n')
    assert main(["summarize", str(path), "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    rows = lines(out)
    assert [row["id"] for row in rows] == ["a", None, "b"]
    assert sorted(rows[1]["error"]) == ["message", "where"]
    assert rows[1]["error"]["where"].endswith("news.jsonl:2")
    assert err.count("\n") == 1
    assert "news.jsonl:2" in err


def test_text_shows_summary_method_and_what_was_left_out(seed_path, capsys):
    assert main(["summarize", str(seed_path), "--sentences", "2"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[:4] == [
        "000_959a71210dff82b1",
        "West ‘didn’t heed’ Russian concerns, Putin says",
        "",
        "Russian President Vladimir Putin complained to his French counterpart Emmanuel Macron on Friday",
    ]
    assert "lead: 2 of " in out
    assert "layout residue (3)" in out
    assert max(map(len, out.splitlines())) <= 100


def test_the_seed_article_comes_out_clean_by_every_method(seed_path, root, capsys):
    forbidden = json.loads((root / "seeds" / "gold.json").read_text(encoding="utf-8"))["summary_must_not_contain"]
    for method in ("lead", "textrank"):
        for sentences in (1, 3, 50):
            assert main(["summarize", str(seed_path), "--method", method, "--sentences", str(sentences)]) == 0
            summary = capsys.readouterr().out
            assert not [words for words in forbidden if words in summary]


def test_words_limit_and_an_empty_summary_with_its_note(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(NEWS, encoding="utf-8")
    assert main(["summarize", str(path), "--max-words", "12", "--format", "jsonl"]) == 0
    assert (
        lines(capsys.readouterr().out)[0]["summary"]
        == "Ministers met in Paris on Monday. The talks go on until Friday."
    )
    assert main(["summarize", str(path), "--max-words", "2", "--format", "jsonl"]) == 0
    row = lines(capsys.readouterr().out)[0]
    assert (row["summary"], row["sentences"]) == ("", [])
    assert "No sentence fits into 2 words" in row["note"]
    assert main(["summarize", str(path), "--max-words", "2"]) == 0
    assert "(no summary)" in capsys.readouterr().out


def test_out_is_written_whole_or_not_at_all(tmp_path, capsys, monkeypatch):
    source, out = tmp_path / "a.txt", tmp_path / "out.jsonl"
    source.write_text(NEWS, encoding="utf-8")
    assert main(["summarize", str(source), "--format", "jsonl", "--out", str(out)]) == 0
    before = out.read_bytes()
    assert lines(before.decode("utf-8"))[0]["id"] == "a"
    monkeypatch.setattr("nlp.pipeline.summarize_many", lambda *args, **options: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["summarize", str(source), "--format", "jsonl", "--out", str(out)])
    assert out.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "out.jsonl"]


def test_an_unknown_method_is_told_before_anything_is_read(capsys):
    assert main(["summarize", "no-such-file.txt", "--method", "cenroid"]) == 2
    assert capsys.readouterr().err == "nlp: there is no summarizer 'cenroid'; did you mean centroid?\n"


@pytest.mark.parametrize(
    "options",
    [["--sentences", "0"], ["--sentences", "two"], ["--sentences", "2", "--max-words", "9"], ["--max-words", "-1"]],
)
def test_lengths_that_make_no_sense_are_refused(options, seed_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["summarize", str(seed_path), *options])
    assert stopped.value.code == 2
    assert capsys.readouterr().out == ""


def test_a_summary_reads_standard_input(monkeypatch, seed_path):
    done = subprocess.run(
        [sys.executable, "-m", "nlp", "summarize", "-", "--method", "lead", "--sentences", "1"],
        input=seed_path.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert "Russian President Vladimir Putin complained" in done.stdout.decode("utf-8")


def test_the_batch_script_writes_a_line_an_article(tmp_path, root, seed_path):
    out = tmp_path / "out.jsonl"
    script = root / "scripts" / "batch_summarize.py"
    arguments = [sys.executable, str(script), str(seed_path.parent), str(out), "--method", "lead", "--sentences", "1"]
    subprocess.run(arguments, check=False, cwd=root, capture_output=True)
    rows = lines(out.read_text(encoding="utf-8"))
    assert [row["method"] for row in rows if row["id"]] == ["lead"]
    assert rows[0]["id"] == "000_959a71210dff82b1"


def test_settings_comments_and_baseline_are_heeded(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    bad = "The government counts to raise the tax on fuel in the spring of next year."
    (tmp_path / "a.txt").write_text(f"{bad}\n\nThe minister left for Geneva on Friday to sign the treaty.\n")
    assert main(["summarize", "a.txt", "--method", "lead", "--sentences", "1"]) == 0
    assert bad not in capsys.readouterr().out
    assert main(["summarize", "a.txt", "--method", "lead", "--sentences", "1", "--ignore", "calque"]) == 0
    assert bad in " ".join(capsys.readouterr().out.split())
    (tmp_path / "nlp.toml").write_text('ignore = ["calque"]')
    assert main(["summarize", "a.txt", "--method", "lead", "--sentences", "1"]) == 0
    assert bad in " ".join(capsys.readouterr().out.split())
    (tmp_path / "nlp.toml").unlink()
    assert main(["baseline", "a.txt", "--out", "known.json"]) == 0
    capsys.readouterr()
    assert main(["summarize", "a.txt", "--method", "lead", "--sentences", "1", "--baseline", "known.json"]) == 0
    captured = capsys.readouterr()
    assert bad not in " ".join(captured.out.split())
    assert captured.err == "nlp: 1 known from known.json\n"
    (tmp_path / "a.txt").write_text(f"{bad} <!-- nlp: disable-line -->\n\nThe minister left for Geneva on Friday.\n")
    assert main(["summarize", "a.txt", "--method", "lead", "--sentences", "1"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert bad in shown
    assert "<!--" not in shown


EVENTS = [
    {"id": "a", "event": "storm", "text": "A storm hit the coast of Brittany on Monday. Two people died in Brest."},
    {"id": "b", "event": "rail", "text": "Trains to Paris were stopped on Monday. Nobody at the station knew why."},
    {"id": "c", "event": "storm", "text": "The storm moves on to Normandy. Schools in Caen stay closed."},
    {"id": "d", "text": "Rain fell on the town."},
]


@pytest.fixture
def events(tmp_path, monkeypatch):
    from nlp.summarizers import _quality

    monkeypatch.setattr(_quality.span_model, "available", lambda: False)
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in EVENTS), encoding="utf-8")
    return path


def test_one_summary_an_event_with_the_article_of_each_sentence(events, capsys):
    assert main(["summarize", str(events), "--group-field", "event", "--format", "jsonl", "--sentences", "2"]) == 2
    out, err = capsys.readouterr()
    failed, storm, rail = lines(out)
    assert "there is no field 'event'" in failed["error"]["message"]
    assert "news.jsonl:4" in err
    assert (storm["id"], [s["article"] for s in storm["sentences"]]) == ("storm", ["a", "c"])
    assert (rail["id"], [s["article"] for s in rail["sentences"]]) == ("rail", ["b", "b"])
    assert main(["summarize", str(events), "--group-field", "event", "--sentences", "1"]) == 2
    assert "A storm hit the coast of Brittany on Monday. [a]" in capsys.readouterr().out


def test_a_query_is_answered_by_news_and_refused_by_others(events, capsys):
    options = ["summarize", str(events), "--sentences", "1", "--format", "jsonl", "--query", "who knew at the station?"]
    assert main([*options, "--method", "news"]) == 0
    assert lines(capsys.readouterr().out)[1]["summary"] == "Nobody at the station knew why."
    assert main([*options, "--method", "lead"]) == 2
    assert capsys.readouterr().err == "nlp: the method lead takes no query; news does\n"
    assert main(["summarize", str(events), "--group-field", "event", "--method", "lead"]) == 2
    assert "takes one article at a time" in capsys.readouterr().err
