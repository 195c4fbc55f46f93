import gzip
import io
import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest

from nlp.errors import InputError
from nlp.read.paths import SUFFIXES, read_articles
from nlp.types import Article, Failure

BODY = "The president said on Monday that the talks would go on for several more weeks, officials said."
PAGE = f"<html><body><article><p>{BODY}</p><p>{BODY}</p><p>{BODY}</p></article></body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty: messages then name short paths."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def texts(*paths, **options):
    return [article.text for article in read_articles(paths, **options)]


def problem(*paths, **options):
    with pytest.raises(InputError) as caught:
        list(read_articles(paths, **options))
    assert "\n" not in str(caught.value)
    return str(caught.value)


class TestWhereFilesAre:
    def test_a_folder_is_read_in_order_without_what_is_hidden_or_of_another_kind(self, folder):
        for name in ["b.txt", "a/z.txt", "a/b.html", ".hidden.txt", ".git/x.txt", "gold.json", "README.md", "c.JSONL"]:
            path = folder / "news" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text({".JSONL": '{"text": "json"}', ".html": PAGE}.get(path.suffix, name), "utf-8")
        read = [article.path for article in read_articles(["news"])]
        assert read == [str(Path("news", name)) for name in ["a/b.html", "a/z.txt", "b.txt", "c.JSONL"]]

    def test_a_link_back_up_is_not_followed(self, folder):
        (folder / "news").mkdir()
        (folder / "news" / "a.txt").write_text("one", "utf-8")
        (folder / "news" / "loop").symlink_to(folder / "news")
        assert texts("news") == ["one"]

    def test_a_glob(self, folder):
        for name in "cab":
            (folder / f"{name}.txt").write_text(name, "utf-8")
        (folder / "d.md").write_text("d", "utf-8")
        assert texts("*") == ["a", "b", "c"]

    def test_a_file_whose_name_looks_like_a_glob(self, folder):
        (folder / "a[1].txt").write_text("one", "utf-8")
        assert texts("a[1].txt") == ["one"]

    def test_paths_keep_their_order(self, folder):
        for name in "ab":
            (folder / f"{name}.txt").write_text(name, "utf-8")
        assert texts("b.txt", Path("a.txt"), "b.txt") == ["b", "a", "b"]

    def test_what_is_not_there(self, folder):
        assert problem("none.txt") == "none.txt: there is no such file or folder"
        assert problem("*.txt") == "*.txt: no file that can be read matches"

    def test_a_folder_without_articles(self, folder):
        (folder / "empty").mkdir()
        (folder / "empty" / "gold.json").write_text("{}", "utf-8")
        assert problem("empty") == f"empty: there are no articles in this folder (looked for {', '.join(SUFFIXES)})"

    def test_a_kind_of_file_that_is_not_known(self, folder):
        (folder / "a.docx").write_text("x", "utf-8")
        assert problem("a.docx") == f"a.docx: no known kind of file; known are {', '.join(SUFFIXES)}"

    def test_a_missing_path_is_an_error_before_anything_is_read(self, folder):
        (folder / "a.txt").write_text("one", "utf-8")
        with pytest.raises(InputError, match=r"none\.txt"):
            next(read_articles(["a.txt", "none.txt"]))


class TestStandardInput:
    def test_json_lines(self):
        stream = io.BytesIO(b' \n{"text": "one", "id": "x"}\n{"text": "two"}\n')
        read = list(read_articles(["-"], stdin=stream))
        assert [(a.id, a.text, a.path, a.line) for a in read] == [
            ("x", "one", "<stdin>", 2),
            ("<stdin>:3", "two", "<stdin>", 3),
        ]
        assert not stream.closed

    def test_plain_text(self):
        (read,) = read_articles(["-"], stdin=io.BytesIO("Été ici.\n".encode()))
        assert (read.id, read.text) == ("stdin", "Été ici.\n")

    def test_nothing(self):
        assert problem("-", stdin=io.BytesIO(b"")) == "<stdin>: the file is empty"


class TestPlainFiles:
    def test_the_text_is_kept_with_its_line_ends(self, folder):
        (folder / "a.txt").write_bytes("Head\r\n\r\nÉté… x\u00a0y.\r\n".encode())
        (read,) = read_articles(["a.txt"])
        assert (read.id, read.path, read.line, read.text) == ("a", "a.txt", None, "Head\r\n\r\nÉté… x\u00a0y.\r\n")

    def test_a_signature_is_no_part_of_the_text(self, folder):
        (folder / "a.txt").write_bytes(b"\xef\xbb\xbfHello.")
        assert texts("a.txt") == ["Hello."]

    def test_options_reach_the_article(self, folder):
        (folder / "a.txt").write_text("Bonjour.", "utf-8")
        (read,) = read_articles(["a.txt"], lang="fr", source_lang="en")
        assert (read.lang, read.source_lang) == ("fr", "en")

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "a.txt: the file is empty"),
            (b" \n\n", "a.txt: there is no text, only blank lines"),
            (b"\xef\xbb\xbf\n", "a.txt: there is no text, only whitespace"),
            ("Hi".encode("utf-16"), "a.txt: this is UTF-16, not UTF-8; save it as UTF-8"),
            (
                "One\nCafé".encode("cp1252"),
                (
                    "a.txt:2: byte 4 of this line (0xe9) is not UTF-8; "
                    "if the file is in windows-1252 or another encoding, save it as UTF-8"
                ),
            ),
        ],
    )
    def test_what_can_be_wrong(self, folder, data, message):
        (folder / "a.txt").write_bytes(data)
        assert problem("a.txt") == message

    def test_a_file_that_cannot_be_opened(self, folder):
        (folder / "dangling.txt").symlink_to(folder / "nowhere")
        (folder / "news").mkdir()
        (folder / "news" / "dangling.txt").symlink_to(folder / "nowhere")
        assert problem("dangling.txt") == "dangling.txt: there is no such file or folder"
        assert problem("news").endswith("dangling.txt: cannot be read: No such file or directory")

    def test_more_than_50_mb(self, folder, monkeypatch):
        monkeypatch.setattr("nlp.read._bytes.LONGEST", 1_000_000)
        (folder / "a.txt").write_bytes(b"a" * 1_000_001)
        assert problem("a.txt") == "a.txt: more than 1 MB is no single article; give many articles as JSON Lines"


class TestErrorsInABatch:
    def test_the_run_goes_on_with_the_next_row_and_file(self, folder):
        (folder / "a.jsonl").write_bytes(b'{"text": "one"}\n{oops\n{"text": "caf\xe9"}\n{"text": "four"}\n')
        (folder / "b.txt").write_bytes(b"")
        (folder / "c.txt").write_text("last", "utf-8")
        read = list(read_articles(["a.jsonl", "b.txt", "none", "c.txt"], on_error="yield"))
        assert [r.text if isinstance(r, Article) else r.where for r in read] == [
            "one", "a.jsonl:2", "a.jsonl:3", "four", "b.txt", "none", "last",
        ]  # fmt: skip
        assert read[4] == Failure(where="b.txt", message="the file is empty")

    def test_a_gzip_file_cut_short_gives_what_it_holds_first(self, folder):
        packed = gzip.compress(b'{"text": "one"}\n' * 3)
        (folder / "a.jsonl.gz").write_bytes(packed[:-4])
        (folder / "b.jsonl.gz").write_bytes(b"no gzip")
        *read, cut, no_gzip = read_articles(["a.jsonl.gz", "b.jsonl.gz"], on_error="yield")
        assert [article.text for article in read] == ["one"] * 3
        assert cut.where == "a.jsonl.gz"
        assert cut.message.startswith("this gzip file is damaged or cut short")
        assert no_gzip.message.startswith("this gzip file is damaged or cut short (Not a gzipped file")

    def test_raised_errors_come_in_their_place(self, folder):
        (folder / "a.jsonl").write_text('{"text": "one"}\n{oops\n', "utf-8")
        reading = read_articles(["a.jsonl"])
        assert next(reading).text == "one"
        with pytest.raises(InputError) as caught:
            next(reading)
        assert caught.value.where == "a.jsonl:2"


def test_reading_is_lazy(folder):
    def endless():
        for number in itertools.count():
            yield json.dumps({"text": f"number {number}"}).encode() + b"\n"

    class Stream(io.RawIOBase):
        lines = endless()

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            line = next(self.lines)
            buffer[: len(line)] = line
            return len(line)

    read = read_articles(["-"], stdin=Stream())
    assert [article.text for article in itertools.islice(read, 3)] == ["number 0", "number 1", "number 2"]
    read.close()


def test_nothing_heavy_is_imported_before_it_is_needed():
    code = (
        "import sys, nlp.read.paths, nlp.commands._inputs;"
        "print(*{'numpy', 'pyarrow', 'trafilatura', 'py3langid', 'sentencex'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"
