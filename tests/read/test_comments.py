"""Comments that talk to newsproof, in web pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from nlp.cli import main
from nlp.read.html import text

A, B, C, D = (f"The president said on day {n} that the talks would go on, “for weeks”, officials said." for n in "1234")
HEADING = "<h1>Storm hits coast</h1>"
NEXT, LINE, OFF, ON = (
    f"<!-- nlp: {c} -->" for c in ("disable-next-line", "disable-line", "disable=calque -- so", "enable")
)


def extracted(body: str, top: str = "", title: str = "Storm hits coast | Site") -> str:
    page = (
        f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{top}<nav><a href='/'>Home page of the site</a>"
        f"</nav><article>{body}</article><footer>All rights reserved</footer></body></html>"
    )
    return text(io.BytesIO(page.encode()), name="page.html")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"\n{NEXT}\n<p>{A}</p>\n<p>{B}</p><p>{C}</p>", [NEXT, A, B, C]),
        (f"<p>{A}</p>{LINE}\n<p>{B} {LINE}</p><p>{LINE}{C}</p>", [f"{A} {LINE}", f"{B} {LINE}", f"{LINE} {C}"]),
        (f"<p>{A}</p>\n{OFF}\n<p>{B}</p>\n{ON}\n<p>{C}</p>", [A, OFF, B, ON, C]),
        (
            f"<p>{A}</p><p>{B} He <em>said</em> {ON}<b>so</b> again.</p><p>{C}</p>",
            [A, f"{B} He said {ON} so again.", C],
        ),
        (f"<p>{A}</p><p>{B}</p><p>{C}</p>\n{ON}\n", [A, B, C, ON]),
        (f"<p>{A}</p><p>{B}</p><ul>\n{NEXT}\n<li>{C}</li><li>{D}</li></ul>", [A, B, NEXT, f"- {C}", f"- {D}"]),
    ],
)
def test_a_comment_stands_where_the_page_has_it(body: str, lines: list[str]):
    assert extracted(HEADING + body).splitlines() == ["Storm hits coast", "", *lines]


@pytest.mark.parametrize("heading", [HEADING, ""])
def test_a_comment_outside_of_the_article_stands_before_the_next_text_of_it(heading: str):
    lines = extracted(f"{heading}<p>{A}</p><p>{B}</p><p>{C}</p>", top=f"{OFF}\n").splitlines()
    assert [line for line in lines if line != OFF] == ["Storm hits coast", "", A, B, C]
    assert lines.index(OFF) == (0 if heading else 2)


def test_other_comments_and_pages_without_any_are_as_before():
    plain = extracted(f"{HEADING}<p>{A}</p><p>{B}</p><p>{C}</p>")
    assert extracted(f"{HEADING}<!-- ad: nlp --><p>{A}</p><p>{B}</p><p>{C}</p>") == plain
    assert "⧼" not in extracted(f"{HEADING}{NEXT}<p>{A} ⧼0⧽</p><p>{B}</p><p>{C}</p>", title="A ⧼0⧽ title")


def test_detect_heeds_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    bad = "The government counts to raise the tax next year, and the the minister said it would."
    body = f"{HEADING}<p>{A}</p>\n<!-- nlp: disable-next-line=doubled-word -- his words -->\n<p>{bad}</p><p>{C}</p>"
    file = tmp_path / "page.html"
    file.write_text(f"<html><head><title>Storm hits coast</title></head><body><article>{body}</article></body></html>")
    assert main(["detect", str(file), "--no-config", "--select", "doubled-word,count-for-intend"]) == 1
    captured = capsys.readouterr()
    assert "FRE-C201" in captured.out
    assert "GEN-P506" not in captured.out
    assert captured.err == "nlp: 1 suppressed by comments\n"
