r"""HTML left in the text: "&amp;", "&nbsp;", "&#8217;", "<br>", "<p>".

Why it matters
    The page was taken apart carelessly. The translator saw the code as words, and so does the reader.
Flags
    Johnson ⟦&amp;⟧ Johnson recalled the drug.                 ⇒ &
    The minister⟦&#8217;⟧s aides were silent.                  ⇒ ’
    About 30⟦&nbsp;⟧people fled.
    He resigned.⟦<br/>⟧The vote is on Monday.
    The ⟦<strong>⟧prime minister⟦</strong>⟧ resigned.          ⇒ (delete) ; (delete)
    See ⟦<a href="https://example.com">⟧the report⟦</a>⟧.      ⇒ (delete) ; (delete)
Leaves alone
    AT&T and Marks & Spencer merged.
    The Q&A session; the R&D budget.
    If x < y and y > z, the test fails.
    He sold it at <20 euros.
    The address is example.com/?a=1&copy=2 today.
Limits
    Only the entities and tags of ordinary text.
Source
    HTML Living Standard, named character references; own collection from scraped news pages.
"""

from __future__ import annotations

import html

from nlp.rules.rule import Match, Rule

_ENTITY = (
    r"&(?:#\d{2,5}|#x[0-9A-Fa-f]{2,4}|amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[lr]aquo|hellip|[nm]dash|euro|pound|copy"
    r"|shy|thinsp|[aeiouAEIOU](?:acute|grave|circ|uml)|[cC]cedil|oelig);"
)
_TAG = (
    r"</?(?:p|br|b|i|em|strong|u|a|div|span|img|h[1-6]|ul|ol|li|script|iframe|figure|blockquote)(?:\s[^<>]{0,300})?/?>"
)


def _repair(match: Match) -> tuple[str, ...]:
    if match.text[0] == "&":
        return (html.unescape(match.text).replace("\u00a0", " "),)
    glued = match.before[-1:].strip() and match.after[:1].strip()
    ends_block = match.text[1:3].lower().rstrip(">/ ") in ("p", "br", "di", "li")
    return (" " if glued and ends_block else "",)


RULE = Rule(
    id="GEN-S965",
    slug="html-residue",
    category="encoding",
    mqm="linguistic conventions/character encoding",
    severity="minor",
    confidence=0.97,
    languages=(),
    scope="paragraph",
    message="A piece of the page's HTML code.",
    pattern=rf"(?i:{_ENTITY}|{_TAG})",
    repair=_repair,
    safe=True,
    evidence="layout",
)
