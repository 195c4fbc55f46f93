from __future__ import annotations

import pytest

from nlp.rules.docs import parse
from nlp.types import Span

DOC = """Title line.

Why it matters
    Because of this
    and that.
Flags
    He ⟦counts to leave⟧ and ⟦counts to stay⟧.   ⇒ intends to leave | plans to leave ; intends to stay
    ⟦Posted at 7:06⟧\\nText.
        ⇒ (delete)
    It concerns ⟦three towns⟧.   ⇐ Il ne concerne que trois villes.
Leaves alone
    He counts the votes.
Limits
    None.
Source
    Here.
"""


def test_sections_and_examples_are_read():
    doc = parse(DOC)
    assert doc.title == "Title line."
    assert doc.sections["Why it matters"] == "Because of this\nand that."
    two, posted, sourced = doc.flags
    assert two.text == "He counts to leave and counts to stay."
    assert two.spans == (Span(3, 18), Span(23, 37))
    assert two.repairs == (("intends to leave", "plans to leave"), ("intends to stay",))
    assert posted.text == "Posted at 7:06\nText."
    assert posted.repairs == (("",),)
    assert sourced.repairs is None
    assert sourced.source == "Il ne concerne que trois villes."
    assert [example.text for example in doc.leaves_alone] == ["He counts the votes."]


def test_missing_section_is_named():
    with pytest.raises(ValueError, match="has no section Limits"):
        parse(DOC.replace("Limits", "Limitations"))


def test_repairs_must_fit_the_spans():
    with pytest.raises(ValueError, match="2 spans but 1 repairs"):
        parse(DOC.replace(" ; intends to stay", ""))


def test_unclosed_mark_is_an_error():
    with pytest.raises(ValueError, match="a mark is not closed"):
        parse(DOC.replace("7:06⟧", "7:06"))
