r"""An elision mark outside a quotation: "The president said the law […] would pass".

Why it matters
    Inside a quotation the mark is an editor's honest sign that words of the speaker were left out. In the
    running text nobody is quoted, so it shows that the article itself was cut, before or by the translation.
Flags
    The president said the law ⟦[…]⟧ would pass.                         ⇒ (delete)
    The ministers ⟦(...)⟧ will meet again on Monday.                     ⇒ (delete)
    Talks failed on Friday. ⟦[ . . . ]⟧ The parties left Geneva.         ⇒ (delete)
    ⟦(…)⟧ The parties left Geneva on Monday.                             ⇒ (delete)
Leaves alone
    “The law […] will pass,” he said.
    "We count (...) on our allies," the statement reads.
    “The law will pass,” he said. […] “Nobody can stop it.”
    He spoke of « a law […] that will pass ».
    The law, he said, would pass... or not.
    The list holds the names [in French] of all ministers.
Limits
    A long quotation that is set as a block, without quotation marks, is taken for running text. At the very
    end of an article the mark is a truncation, which is another rule's.
Source
    Inventory FRE-S955.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule

_OPENING, _CLOSING = '“«"„‘', '”»"’'


def _joins_no_quotations(match: Match) -> bool:
    """Neither between two pieces of a quotation nor at the end of the article."""
    before, after = match.before.rstrip(), match.after.lstrip(" .,")
    last = match.offset + len(match.unit) >= len(match.article.text.rstrip())
    return not (before.endswith(tuple(_CLOSING)) or after.startswith(tuple(_OPENING)) or (last and not after))


RULE = Rule(
    id="GEN-S955",
    slug="elision-mark",
    category="elision",
    mqm="accuracy/omission",
    severity="minor",
    confidence=0.85,
    languages=(),
    scope="paragraph",
    message="Words were left out here, outside any quotation: the article was cut.",
    pattern=r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)",
    guard=_joins_no_quotations,
    repair="",
    in_quotes=False,
    evidence="layout",
)
