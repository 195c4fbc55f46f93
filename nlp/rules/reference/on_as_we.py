"""'on' translated as we in a report: "We do not know who is behind the attack".

Why it matters
    French "on ne sait pas" has nobody in particular in mind. "We" makes the newspaper, or the reader, the one who does
    not know; English news says "it is not known".
Flags
    ⟦We do not know⟧ who is behind the attack.        ⇒ It is not known      ⇐ On ne sait pas qui est derrière l'attaque.
    ⟦We still do not know⟧ whether he will come.      ⇒ It is still not known  ⇐ On ignore encore s'il viendra.
    In Paris, ⟦we do not know⟧ how many died.         ⇒ it is not known      ⇐ À Paris, on ignore combien sont morts.
    ⟦We learned⟧ that he had fled.                    ⇒ It emerged           ⇐ On a appris qu'il avait fui.
    ⟦We don’t know⟧ if the bank will pay.             ⇒ It is not known      ⇐ On ne sait pas si la banque paiera.
Leaves alone
    We do not know who is behind the attack.
    We do not know who is behind the attack.                                 ⇐ Nous ne savons pas qui est derrière l'attaque.
    “We do not know who did it,” he said.                                    ⇐ « On ne sait pas qui l'a fait », a-t-il dit.
    It is not known who is behind the attack.                                ⇐ On ne sait pas qui est derrière l'attaque.
    We do not know who is behind it, but our work goes on.                   ⇐ On ne sait pas qui est derrière, mais notre travail continue.
Limits
    Needs the source. Only knowing and learning; elsewhere "we" for "on" is often right in comment.
Source
    Inventory FRE-G803; Isabelle & Kuhn 2018, arXiv:1806.02725 (generic pronoun).
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_ON = {
    "know": re.compile(r"\b(?:on|l['’]on) (?:ne (?:le )?sait|n['’]en sait|ignor)", re.IGNORECASE),
    "learned": re.compile(r"\bon (?:a appris|apprend|vient d['’]apprendre|apprenait)", re.IGNORECASE),
}
_NOUS = re.compile(r"\b(?:nous|notre|nos|je|j['’])\b", re.IGNORECASE)


def _is_nobody(match: Match) -> bool:
    source = match.article.source or ""
    return bool(_ON["learned" if match["learned"] else "know"].search(source)) and not _NOUS.search(source)


def _repair(match: Match) -> tuple[str, ...]:
    impersonal = "it emerged" if match["learned"] else f"it is{match['still']} not known"
    return (like(match.text, impersonal),)


RULE = Rule(
    id="FRE-G803",
    slug="on-as-we",
    category="reference",
    mqm="accuracy/mistranslation",
    severity="minor",
    confidence=0.8,
    message="The source has nobody in particular in mind ('on'); 'we' makes it the newspaper or the reader.",
    pattern=(
        r"\b(?P<span>[Ww]e(?P<still> still)? (?:do not|don['’]t)(?: yet)? know|[Ww]e (?:have )?(?P<learned>learned"
        r"|learnt|learn))"
        r" (?:who|what|why|how|where|when|whether|if|that|which)\b"
    ),
    guard=_is_nobody,
    repair=_repair,
    in_quotes=False,
    needs_source=True,
    evidence="both",
)
