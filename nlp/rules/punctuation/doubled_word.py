r"""A word set twice: "the the", "of of", "countries countries".

Why it matters
    A slip of the translator or of an editor who changed half of a sentence.
Flags
    ⟦The the⟧ minister resigned.                              ⇒ The
    He spoke ⟦of of⟧ the war ⟦and and⟧ the peace.             ⇒ of ; and
    These are poor ⟦countries countries⟧.                     ⇒ countries
    She left ⟦because because⟧ she was tired.                 ⇒ because
    They ⟦would would⟧ go.                                    ⇒ would
    The house was built ⟦in in⟧ the capital.                  ⇒ in
    It is ⟦a a⟧ shame.                                        ⇒ a
Leaves alone
    He had had enough.
    He said that that was wrong.
    It is very very cold, and so so sad.
    What it is is a mistake.
    He gave her her book.
    The room he came in in May was cold.
    Walla Walla and Pago Pago are towns.
    The vitamin A a day keeps him well.
    He handed it in in time, and went on on Monday.
    The The played in London.
    It was a long, long way; no, no, never.
    The rights they have have been violated.
    The house he lived in in Lyon and the one he asked for for his son.
    Without it it would fail; the truth is is that it will.
Limits
    Only words of a list. Prepositions that may end a clause ("came in in May") count only before "the" and the
    like, "is is" only without "what" and the like before it.
Source
    Own collection; the exceptions after Huddleston & Pullum 2002.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

# Words that never follow themselves in good English.
_NEVER_TWICE = """the a an of and or but from their its our your my because than if when while although would could should
been between during we also such each those these as after before not be only into without against according
government minister president country countries people party public state states law war year years company companies
meeting police world report percent european french russian american united national foreign economic million billion"""
# Words that may: prepositions that end a clause, and verbs after a clause that is their subject.
_PREPOSITIONS = "in on at to for with by"
_VERBS = "is are was were"
_PHRASAL = re.compile(
    r"\b(?:c[ao]m(?:e|es|ing)|go|goes|going|gone|went|mov(?:e|es|ed|ing)|br(?:ing|ought)|hand(?:s|ed)?|step(?:s|ped)?|t[ao]ken?|took"
    r"|let|settled?|drop(?:ped)?|set|kick(?:ed)?|carr(?:y|ied)|look(?:s|ed|ing)?|wait(?:s|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)?"
    r"|car(?:es?|ed|ing)|log(?:ged)?|check(?:ed)?|tun(?:e|ed)|h[eo]ld|pass(?:ed)?|st[ao]nds?|stood|stopp?(?:ed)?|used|listen(?:ed|ing)?"
    r"|ha(?:ve|s|d)|want(?:s|ed)?|refer(?:s|red)?|talk(?:ed|ing)?|speak|spoke|liv(?:e|es|ed|ing)|work(?:ed|ing)?|it|them|him|he|they) $"
)
_DETERMINER = re.compile(r" (?:the|an?|this|these|those|his|its|their|our|my|which|all|both|[A-Z]\w+)\b")
_CLAUSE = re.compile(
    r"\b(?:what|who|how|where|all|which|that|whatever|whoever|it|as|think|thing|problem|question|point|reason|truth|fact|issue|he"
    r"|she|they|we|you|there)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)


def _is_a_slip(match: Match) -> bool:
    first, second = match.text.split()
    starts = not match.before.strip(" “\"‘'(")
    if first.lower() != second or not (first == second or starts):
        return False
    if second in _PREPOSITIONS.split():
        return bool(_DETERMINER.match(match.after)) and not _PHRASAL.search(match.before)
    return second not in _VERBS.split() or not _CLAUSE.search(match.before)


RULE = Rule(
    id="GEN-P506",
    slug="doubled-word",
    category="doubled-word",
    mqm="accuracy/addition",
    severity="minor",
    confidence=0.96,
    languages=(),
    message="The word is there twice: '{text}'.",
    pattern=rf"(?i:\b(?:{'|'.join(rf'{w} +{w}' for w in f'{_NEVER_TWICE} {_PREPOSITIONS} {_VERBS}'.split())})\b)",
    guard=_is_a_slip,
    repair=lambda match: (match.text.split()[0],),
    safe=True,
)
