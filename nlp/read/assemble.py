"""A text, and what is known about it, to an Article with layout, sentences and warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.errors import InputError
from nlp.text.comments import blanked
from nlp.text.language import SURE, identify, plainly_english
from nlp.text.layout import find_layout
from nlp.text.sentences import split
from nlp.types import Article, Layout, Sentence, SentenceKind, Span


def article(
    text: str,
    *,
    id: str = "text",  # noqa: A002 - the name of the field
    lang: str = "en",
    source_lang: str | None = None,
    source: str | None = None,
    references: Sequence[str] = (),
    path: str | None = None,
    line: int | None = None,
    check_language: bool = True,
) -> Article:
    """An article from its text, which stays as it is, character by character.

    Sentences cover all of the text but whitespace, in order. A headline is one sentence, with its kicker;
    so is a line of furniture (byline, publication line, source marker). The dateline belongs to the first
    sentence of its paragraph: `layout.dateline` says where to cut it off. A source marker glued to the
    last paragraph is a sentence of its own. Comments that talk to newsproof (`nlp.text.comments`) stay in the text,
    but count as blank: a sentence may hold one, and none is made of them alone.

    With `check_language`, a text that is certainly not in `lang` gets a warning; texts of fewer than 60
    letters are not judged. Raises InputError when there is nothing but whitespace.

    >>> [sentence.of("Storm hits coast") for sentence in article("Storm hits coast").sentences]
    ['Storm hits coast']
    """
    if not text.strip():
        raise InputError("there is no text, only whitespace", where=path or id)
    seen = blanked(text)
    layout = find_layout(seen) if seen.strip() else Layout()
    return Article(
        id=id,
        text=text,
        lang=lang,
        source_lang=source_lang,
        source=source,
        references=tuple(references),
        path=path,
        line=line,
        layout=layout,
        sentences=tuple(_sentences(seen, layout, lang)),
        warnings=tuple(_language_warnings(seen, lang)) if check_language else (),
    )


def _sentences(text: str, layout: Layout, lang: str) -> Iterator[Sentence]:
    index = 0
    lines = [part for part in (layout.published, layout.updated, layout.byline) if part]
    for number, paragraph in enumerate(layout.paragraphs):
        for span, kind in _pieces(text, paragraph, layout, lines, lang):
            yield Sentence(index, span.start, span.end, number, kind)
            index += 1


def _pieces(
    text: str, paragraph: Span, layout: Layout, lines: Sequence[Span], lang: str
) -> Iterator[tuple[Span, SentenceKind]]:
    """The sentences of a paragraph, each with its kind; `lines` are what makes a paragraph furniture."""
    if _within(layout.headline, paragraph):
        yield paragraph, "headline"
        return
    if any(line.overlaps(paragraph) for line in lines):
        yield paragraph, "furniture"
        return
    marker = _within(layout.source_marker, paragraph)
    dateline = _within(layout.dateline, paragraph)
    # A dateline is set aside first, so that nothing is cut within "MOSCOW, January 28. /TASS/."
    begin = dateline.end if dateline else paragraph.start
    spans = split(text, begin, marker.start if marker else paragraph.end, lang=lang)
    if dateline:
        spans[:1] = [Span(paragraph.start, spans[0].end if spans else begin)]
    for span in spans:
        yield span, "body"
    if marker:
        yield marker, "furniture"


def _within(part: Span | None, paragraph: Span) -> Span | None:
    return part if part and part.overlaps(paragraph) else None


def _language_warnings(text: str, lang: str) -> Iterator[str]:
    if _primary(lang) == "en" and plainly_english(text):
        return
    found = identify(text)
    if found and found[0] != _primary(lang) and found[1] >= SURE:
        yield f"The text is in {found[0]} (probability {found[1]:.2f}), not in {lang}."


def _primary(lang: str) -> str:
    """The language of a tag: "en" of "en-GB"."""
    return lang.lower().replace("_", "-").split("-")[0]
