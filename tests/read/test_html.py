import io

import pytest

from nlp.errors import InputError
from nlp.read.html import text
from nlp.read.paths import read_articles

PARAGRAPHS = [
    f"The president said on day {n} that the talks would go on, “for weeks”, officials said." for n in range(4)
]


def page(title="Storm hits coast | Site", heading="Storm hits coast", head="", paragraphs=PARAGRAPHS):
    h1 = f"<h1>{heading}</h1>" if heading else ""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<!DOCTYPE html><html><head>{head}<title>{title}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{h1}{body}</article><footer>All rights reserved</footer></body></html>"
    )


def extracted(html, encoding="utf-8"):
    return text(io.BytesIO(html.encode(encoding)), name="page.html")


def test_headline_then_a_blank_line_then_a_paragraph_a_line():
    assert extracted(page()) == "Storm hits coast\n\n" + "\n".join(PARAGRAPHS)


def test_a_title_that_the_text_does_not_repeat_comes_first():
    assert extracted(page(title="Storm hits coast", heading="")) == "Storm hits coast\n\n" + "\n".join(PARAGRAPHS)


def test_offsets_are_into_the_extracted_text(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page(), encoding="utf-8")
    (article,) = read_articles([path])
    assert article.id == "page"
    assert article.layout.headline.of(article.text) == "Storm hits coast"
    assert [s.of(article.text) for s in article.sentences if s.kind == "body"] == PARAGRAPHS


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<meta charset='windows-1252'>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_the_page_declares(head, encoding):
    word = "Москва" if encoding == "cp1251" else "café –"
    html = page(head=head, paragraphs=[f"{word} {p.replace('“', '').replace('”', '')}" for p in PARAGRAPHS])
    assert word in extracted(html, encoding)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (b"", "page.html: the file is empty"),
        (b"<html></html>", "page.html: no article text was found in this page"),
        (b"<p>caf\xe9", "page.html:1: byte 7 of this line (0xe9) is not UTF-8"),
        (b'<meta charset="klingon"><p>x', "page.html: the page declares the encoding klingon, which is not known"),
        (b'<meta charset="ascii"><p>\x81', "page.html: the page says it is in ascii, but byte 26 is not"),
    ],
)
def test_what_can_be_wrong(html, message):
    with pytest.raises(InputError) as caught:
        text(io.BytesIO(html), name="page.html")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
