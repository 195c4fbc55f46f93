r"""Damaged characters: "CÃ´te dâ€™Ivoire" for "Côte d’Ivoire", or the replacement character.

Why it matters
    The text was read in the wrong encoding somewhere on its way. Names in it can no longer be searched or
    compared, and every program downstream sees other words than the author wrote.
Flags
    The army of C⟦Ã´⟧te d⟦â€™⟧Ivoire withdrew.                 ⇒ ô ; ’
    The ⟦Ã‰⟧lys⟦Ã©⟧e said it was ⟦â€œ⟧ready⟦â€⟧.           ⇒ É ; é ; “ ; ”
    He paid ⟦Â£⟧20 and 30 ⟦â‚¬⟧.                                 ⇒ £ ; €
    The c⟦Å“⟧ur of the matter.                                  ⇒ œ
    Macron⟦�⟧s visit began on Monday.
    It was damaged twice: C⟦ÃƒÂ´⟧te.                           ⇒ ô
    It was read as Mac Roman: Beyonc⟦√©⟧ or it⟦‚Äô⟧s.           ⇒ é ; ’
    The of⟦ﬁ⟧cial spoke.                                        ⇒ fi
Leaves alone
    The café in São Paulo was closed at 30 °C.
    “Où est l’Élysée?” he asked – in vain…
    His name is Šarūnas Ñáñez Đorđević of Kraków’s “Łódź”.
    Москва and 北京 are capitals.
    The price is £20 or €30, 5 µg or ½ pound.
    The family emoji 👨‍👩‍👧 was used.
Limits
    A replacement character hides what it replaced, so no repair is offered for it.
Source
    Inventory FRE-S956; Speer 2019, ftfy (Zenodo), whose judgement decides and whose repair is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.rules.rule import Match, Rule
from nlp.types import Article

# UTF-8 read as a one-byte encoding begins with one of these; a text with none of them is not looked at further.
_HINTS = "ÃÂâÅÄÐÑØÙðïÎÏ√‚вРС├Γ\N{REPLACEMENT CHARACTER}ﬁﬂ\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99"
_SUSPECT = re.compile(r"\N{REPLACEMENT CHARACTER}+|[ﬁﬂ]|Ã |[^\x00-\x7f\N{REPLACEMENT CHARACTER}]{2,}|[\x80-\x9f]")
# The last: what is left of a closing quotation mark after its third byte, which cp1252 does not know, was dropped.
_KNOWN = {"ﬁ": "fi", "ﬂ": "fl", "â€": "”"}


def _damage(article: Article) -> Iterator[Match]:
    text = article.text
    if text.isascii() or not any(hint in text for hint in _HINTS):
        return
    for found in _SUSPECT.finditer(text):
        start, end = found.span()
        repair = _KNOWN.get(found[0]) or _reread(text, start, end)
        if repair is not None or found[0][0] == "\N{REPLACEMENT CHARACTER}":
            yield Match(article, text, 0, start, end, {"repair": repair or ""})


def _reread(text: str, start: int, end: int) -> str | None:
    """The characters as ftfy reads them, alone or between their neighbours; None where it finds nothing wrong."""
    from ftfy import fix_encoding

    for left, right in ((start, end), (max(0, start - 1), min(len(text), end + 1))):
        fixed = fix_encoding(text[left:right])
        before, after = text[left:start], text[end:right]
        if fixed != text[left:right] and fixed.startswith(before) and fixed.endswith(after):
            return fixed[len(before) : len(fixed) - len(after)]
    return None


def _repair(match: Match) -> tuple[str, ...]:
    return (match["repair"],) if match["repair"] else ()


RULE = Rule(
    id="GEN-S956",
    slug="mojibake",
    category="encoding",
    mqm="linguistic conventions/character encoding",
    severity="major",
    confidence=0.99,
    languages=(),
    message="Characters damaged by a wrong encoding.",
    find=_damage,
    repair=_repair,
    safe=True,
    evidence="layout",
)
