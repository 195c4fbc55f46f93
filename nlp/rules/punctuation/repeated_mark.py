r"""A punctuation mark set twice: "left,, and", "left. ." or "left..".

Why it matters
    One of the two belonged to a word that was lost, or the text was joined carelessly.
Flags
    He left⟦,,⟧ and nobody saw him.                           ⇒ ,
    He left⟦, ,⟧ and nobody saw him.                          ⇒ ,
    He left⟦. .⟧ Nobody saw him.                              ⇒ .
    He left⟦..⟧ Nobody saw him.                               ⇒ .
    He left⟦;;⟧ nobody saw him.                               ⇒ ;
    He left⟦,.⟧                                               ⇒ .
    He bought art⟦ ..⟧                                        ⇒ .
    He said⟦::⟧ no.                                           ⇒ :
Leaves alone
    He left... and came back.
    He left.. and came back.
    He left . . . and came back.
    What?! No!! Why??
    They bought guns, tanks, etc., and left.
    The call std::sort is C++.
    The folder ../data is empty.
    He left at 5 p.m., she later.
    He wrote "well....." and left.
Limits
    Exclamation and question marks may be repeated for emphasis and are left alone.
Source
    Own collection.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule


def _is_no_ellipsis(match: Match) -> bool:
    before, after = match.before, match.after
    if "." in match.text and (before.rstrip(" ").endswith((".", "…")) or after.lstrip(" ").startswith((".", "…", "/"))):
        return False
    if match.text.strip() == ".." and after[:1] == " " and after[1:2].islower():
        return False  # meant for an ellipsis
    return bool(before.strip()) and before[-1] not in ".,;:" and not after[:1].isalnum()


RULE = Rule(
    id="GEN-P505",
    slug="repeated-mark",
    category="punctuation",
    mqm="linguistic conventions/punctuation",
    severity="minor",
    confidence=0.93,
    languages=(),
    scope="paragraph",
    message="A punctuation mark is set twice.",
    pattern=r"(?P<span> ?(?:, ?,|\. \.|\.\.|; ?;|::|, ?\.|: ;))(?:[\s”’\")\]]|$)",
    guard=_is_no_ellipsis,
    repair=lambda match: ("." if "." in match.text else match.text.strip()[0],),
    safe=True,
)
