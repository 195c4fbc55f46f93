"""An apostrophe cut off from its word: "the country ' s economy", "they do n't".

Why it matters
    A program cut the text into words and did not put the word together again.
Flags
    The country⟦ ' s⟧ economy grew.                    ⇒ 's
    The ministers⟦ ’ s⟧ plan failed.                   ⇒ ’s
    Europe⟦ 's⟧ banks agreed.                          ⇒ 's
    They did⟦ n't⟧ vote, and we⟦ 'll⟧ see.             ⇒ n't ; 'll
    He can⟦ ' t⟧ say.                                  ⇒ 't
Leaves alone
    The country's economy grew.
    He wrote the letters 's' and 't' on the wall.
    In the '60s, rock 'n' roll was new.
    He called it 'super', and 's was his letter.
    The line “ 's wonderful ” is from a song.
Limits
    Only the endings of English: 's, 't, 're, 've, 'll, 'd, 'm, n't.
Source
    Own collection; the tokenised output of Moses (Koehn et al. 2007).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule


def _is_ending(match: Match) -> bool:
    if re.search(r"[“‘\"'(,.;:]$", match.before) or not match.before[-1:].isalpha():
        return False
    # "the letters 's' and 't'": a closing quotation mark follows at once.
    return not re.match(r"['’”\"]| (?:was|is) (?:his|her|the) letter", match.after)


RULE = Rule(
    id="GEN-P511",
    slug="spaced-apostrophe",
    category="punctuation",
    mqm="linguistic conventions/spacing",
    severity="minor",
    confidence=0.97,
    languages=(),
    message="The ending belongs to the word before it.",
    pattern=r"[A-Za-z](?P<span> (?:(?:['’] ?(?:s|t|re|ve|ll|d|m))|n['’]t))\b",
    guard=_is_ending,
    repair=lambda match: (match.text.replace(" ", ""),),
    safe=True,
)
