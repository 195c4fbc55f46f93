"""The parts of a news page in plain text: kicker, headline, dateline, byline, publication lines, source marker.

Precision comes first: a part is claimed where a whole line, or the very beginning or end of one, has its
form, and body text is left alone in doubt. What each part looks like is said at its pattern.
"""

from __future__ import annotations

import re

from nlp.text._lines import LINE_BREAKS
from nlp.types import Layout, Span

_LINE = re.compile(f"[^{LINE_BREAKS}]+")

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_NUMBER = r"\d{1,4}(?:[:./hT-]\d{1,4}){0,4}(?:st|nd|rd|th|h|am|pm|Z)?"
_MOMENT = (
    rf"(?:{_NUMBER}|{_MONTH}|{_WEEKDAY}|[ap]\.?\s?m\.?|h|noon|midnight|today|yesterday|(?:an?\s)?(?:hour|minute|day)s?"
    r"|mins?|ago|of|at|on|in|the|GMT|UTC|[CEMP]E?[SD]?T|BST|IST|JST|local\stime|Moscow\stime|Paris\stime)"
)
# "Posted at 7:06", "Published on 28 January 2022 at 10:12", "Last updated: 2 hours ago": nothing but a moment
# after the verb. One line may hold both stamps.
_WHEN = rf"(?:\s?:|\son|\sat)?\s{_MOMENT}(?:[\s,]\s?(?:[–—-]\s)?{_MOMENT}){{0,12}}(?!\w)"
_PUBLISHED = re.compile(rf"\b(?:First\s|Originally\s)?(?:Posted|Published){_WHEN}", re.IGNORECASE)
_UPDATED = re.compile(rf"\b(?:Last\s)?(?:Updated|Modified){_WHEN}", re.IGNORECASE)
_MOMENTS = re.compile(rf"(?:{_MOMENT}(?!\w)|[\s.|,;·•–—/()-])*", re.IGNORECASE)
_LONGEST_STAMP_LINE = 120

# "By Jane Doe", "BY JANE DOE and John Roe, AFP": a whole short line of names.
_NAME = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'.-]+)"
_PARTICLE = r"(?:de|da|di|du|des|del|della|van|von|der|den|ten|bin|bint|al|el|la|le|y|of|the)"
_FULL_NAME = rf"{_NAME}(?:\s(?:{_PARTICLE}\s){{0,2}}{_NAME}){{1,3}}"
_AGENCY_NAME = (
    r"(?:AFP|AP|Reuters|TASS|dpa|DPA|EFE|ANSA|UPI|PTI|Xinhua|Bloomberg|Interfax|Kyodo|Yonhap"
    r"|Agence France-Presse|(?:The )?Associated Press)"
)
_AUTHOR = rf"(?:{_FULL_NAME}|{_AGENCY_NAME})"
_BYLINE = re.compile(
    rf"(?:By|BY)\s{_AUTHOR}(?:(?:,|\sand|\sAND|,\sand|\s&|,?\sin|,?\sfor|\s\||\s[–—-])\s(?:{_AUTHOR}|{_NAME})){{0,5}}"
)
_NOT_A_NAME = re.compile(rf"(?:By|BY)\s(?:{_MONTH}|{_WEEKDAY}|The(?!\sAssociated)|This|That|Our|Its|His|Her|All|No)\s")
_LONGEST_BYLINE = 120

# "(Moscow)", "(Reuters) -", "PARIS (AFP) —", "MOSCOW, Jan. 28 —", "Moscow, January 28 (Interfax) –",
# "MOSCOW, January 28. /TASS/.": the beginning of a paragraph. A city in small letters needs a date or agency.
_LONGEST_DATELINE = 60
_PLACE = r"(?:,\s[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){0,2})?"
_DATE = rf"(?:[,.]\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)"
_AGENCY = r"(?:\.?\s\((?:dpa|[A-ZÀ-Þ][\w.,/’' -]{1,40})\))"
_BIG_CITY = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[\s/][A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3})"
_CITY = r"(?:[A-ZÀ-Þ][\w.’'-]+(?:[\s/][A-ZÀ-Þ][\w.’'-]+){0,2})"
_DASH = r"\s?(?:—|–|--|-|―)(?=\s)"
_DATELINE = re.compile(
    rf"{_BIG_CITY}{_PLACE}{_DATE}?{_AGENCY}?{_DASH}"
    rf"|{_CITY}{_PLACE}(?:{_DATE}{_AGENCY}?|{_AGENCY}){_DASH}"
    rf"|{_BIG_CITY}{_PLACE}{_DATE}\.?\s/[A-Z]\w{{1,15}}/\.(?=\s)"
    r"|\([A-ZÀ-Þ][\w.’'-]+(?:,?\s[A-ZÀ-Þ0-9][\w.’'-]*){0,4}\)(?:\s?(?:—|–|--|-)(?=\s))?(?=\s+[A-ZÀ-Þ0-9“\"«‘])"
)
_NOT_A_PLACE = re.compile(
    r"\(?(?:BREAKING|UPDATED?|EXCLUSIVE|ANALYSIS|OPINION|WATCH|VIDEOS?|PHOTOS?|LIVE|READ|RELATED|CORRECT(?:S|ED|ION)"
    r"|NATO|EU|UN|US|USA|UK|COVID|FIFA|UEFA|WHO|NEWS|REPORT|EXPLAINER|FACTBOX|TIMELINE|INTERVIEW|SPORTS?)\b",
    re.IGNORECASE,
)

# "source site-63", also glued to its neighbour; "Source: AFP" as a line or after the last sentence.
_SITE_MARKER = re.compile(r"[(\[]?sources?\s?[:–-]?\s?site[-_ ]?\d+[)\]]?\.?$", re.IGNORECASE)
_NAMED_MARKER = re.compile(
    r"(?:^|(?<=[.!?…”\"’)\]])\s*)(?P<marker>[(\[]?Sources?\s?:\s?[\w“\"(][^.!?…:]{0,60}(?:\.\w[\w/]*)*[)\]]?)$",
    re.IGNORECASE,
)
_LONGEST_MARKER = 90

# A headline has no more; the longest of 65 native English ones on hand has 24 words.
_LONGEST_HEADLINE = 200
_LONGEST_KICKER = 40
_SENTENCE_END = re.compile(r"[.,;:][”’\"')\]]?$")


def find_layout(text: str) -> Layout:
    """The layout of a plain-text news page; no paragraphs, and every part None, for a text of whitespace.

    Paragraphs are the lines that are not blank, without the whitespace around them: each character that is
    no whitespace lies in exactly one. The dateline covers its dash or brackets, so that the sentence goes on
    at the first word behind `dateline.end`; a source marker reaches to the end of its paragraph.
    """
    paragraphs = tuple(_paragraphs(text))
    folded = text.casefold()
    published = _stamp(text, paragraphs, _PUBLISHED) if "posted" in folded or "published" in folded else None
    updated = _stamp(text, paragraphs, _UPDATED) if "updated" in folded or "modified" in folded else None
    byline = _byline(text, paragraphs)
    furniture = [part for part in (published, updated, byline) if part]
    rest = [p for p in paragraphs if not any(part.overlaps(p) for part in furniture)]
    kicker, headline = _headline(text, rest)
    return Layout(
        kicker=kicker,
        headline=headline,
        dateline=_dateline(text, rest[1:4] if headline else rest[:3]),
        byline=byline,
        published=published,
        updated=updated,
        source_marker=_source_marker(text, paragraphs),
        paragraphs=paragraphs,
    )


def _paragraphs(text: str) -> list[Span]:
    found = []
    for line in _LINE.finditer(text):
        written = line[0]
        stripped = written.strip()
        if stripped:
            at = line.start() + (len(written) - len(written.lstrip()) if written[0].isspace() else 0)
            found.append(Span(at, at + len(stripped)))
    return found


def _stamp(text: str, paragraphs: tuple[Span, ...], pattern: re.Pattern[str]) -> Span | None:
    """The first stamp of this kind on a line that holds nothing else than stamps."""
    for paragraph in paragraphs:
        if paragraph.end - paragraph.start > _LONGEST_STAMP_LINE:
            continue
        line = paragraph.of(text)
        found = pattern.search(line)
        if found and _MOMENTS.fullmatch(_UPDATED.sub("", _PUBLISHED.sub("", line))):
            return Span(paragraph.start + found.start(), paragraph.start + found.end())
    return None


def _byline(text: str, paragraphs: tuple[Span, ...]) -> Span | None:
    """A byline among the first six paragraphs or at the end."""
    for paragraph in (*paragraphs[:6], *paragraphs[6:][-2:]):
        line = paragraph.of(text) if paragraph.end - paragraph.start <= _LONGEST_BYLINE else ""
        if len(paragraphs) > 1 and _BYLINE.fullmatch(line) and not _NOT_A_NAME.match(line):
            return paragraph
    return None


def _headline(text: str, paragraphs: list[Span]) -> tuple[Span | None, Span | None]:
    """Kicker and headline: the first line, where it is short, is no sentence, and more text follows."""
    if len(paragraphs) < 2:
        return None, None
    first = paragraphs[0]
    line = first.of(text)
    if len(line) > _LONGEST_HEADLINE or _SENTENCE_END.search(line) or _dateline(text, [first]):
        return None, None
    kicker, _, rest = line.partition(" | ")
    if kicker.strip() and rest.strip() and len(kicker) <= _LONGEST_KICKER and len(kicker) < len(rest):
        begin = first.end - len(rest.lstrip())
        return Span(first.start, first.start + len(kicker.rstrip())), Span(begin, first.end)
    return None, first


def _dateline(text: str, paragraphs: list[Span]) -> Span | None:
    """A dateline that begins one of these paragraphs, where that goes on for the length of a sentence."""
    for paragraph in paragraphs:
        found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_DATELINE))
        if found and paragraph.end - found.end() > _LONGEST_DATELINE and not _NOT_A_PLACE.match(found[0]):
            return Span(*found.span())
    return None


def _source_marker(text: str, paragraphs: tuple[Span, ...]) -> Span | None:
    """The marker at the end of the last paragraph, or a line of its own among the last three."""
    for paragraph in reversed(paragraphs[-3:]):
        begin = max(paragraph.start, paragraph.end - _LONGEST_MARKER)
        tail = text[begin : paragraph.end]
        found = _SITE_MARKER.search(tail) or _NAMED_MARKER.search(tail)
        if found is None:
            continue
        at = begin + found.start(found.lastgroup or 0)
        if at > paragraphs[0].start and (paragraph is paragraphs[-1] or at == paragraph.start):
            return Span(at, paragraph.end)
    return None
