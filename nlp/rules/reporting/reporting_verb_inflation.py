"""French reporting verbs kept after quotations: underlined, confided, hammered, launched.

Why it matters
    French news varies its verbs of saying ("souligne", "confie", "martèle", "lance"); English news says "said".
    One such verb is a choice. Several in an article, and a third of its quotations, are a translation.
Flags
    "We are ready", ⟦underlined⟧ the mayor, who then precised his plan and ⟦launched⟧ a warning.
        ⇒ said | stressed ; issued
    “It is late,” ⟦confided⟧ the minister. “Too late,” ⟦hammered⟧ his rival.   ⇒ said ; said
    “I am sure,” ⟦rejoices⟧ the coach. “Never again,” he ⟦launched⟧.           ⇒ says ; said
Leaves alone
    “It is late,” said the minister. “Too late,” hammered his rival. “No,” she said. “Yes,” he said. “Why?” he asked.
    “We are ready,” underlined the mayor.
    The company launched a product and underlined its goals.
    He launched a warning shot.
Limits
    At least two in an article, and three in ten of its attributions; what stands before the quotation is not counted.
    "Precised" counts, but is flagged by FRE-L303.
Source
    Inventory FRE-R401.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.rules.rule import Match, Rule, spans_at
from nlp.types import Article, Span

# Advisory, so the gate is strict: two at least, and this share of all attributions.
_FEWEST, _SHARE = 2, 0.3
_SAY = {
    "underline": ("said", "stressed"),
    "precise": ("said", "added"),
    "confide": ("said",),
    "hammer": ("said",),
    "launch": ("said",),
    "slip": ("said",),
    "rejoice": ("said",),
    "specify": ("said", "added"),
    "temper": ("said",),
    "judge": ("said",),
    "thunder": ("said",),
}
_FORMS = {
    form: (base, tense)
    for base in _SAY
    for form, tense in (
        (base + "s" if not base.endswith("y") else base[:-1] + "ies", "present"),
        (
            {"slip": "slipped", "specify": "specified"}.get(base, base + ("d" if base.endswith("e") else "ed")),
            "past",
        ),
    )
}
_PRESENT = {"said": "says", "stressed": "stresses", "added": "adds"}
# A closing quotation mark, who speaks (or not yet), and the verb.
_WHO = r"(?:(?:he|she|they|the (?:[\w’'-]{1,24} ){0,2}[\w’'-]{1,24}|(?:Mr|Mrs|Ms)\.? [\w’'-]{1,24}|[A-Z][\w’'-]{1,24}(?: [A-Z][\w’'-]{1,24})?) )?"
_ATTRIBUTION = re.compile(
    rf"[”\"»’]\s?,?\s{{1,2}}{_WHO}(?:(?:then|also|has|had|have|further) )?(?P<verb>[a-z]{{3,12}}(?:ed|es|s|id|ld|ote|pt))\b"
)
_ORDINARY = frozenset(
    "said says told tells asked asks added adds wrote writes explained explains replied replies warned warns stressed stresses"
    " insisted insists argued argues noted notes recalled recalls stated states declared declares announced announces admitted"
    " admits acknowledged claimed claims concluded concludes continued continues shouted joked tweeted posted read reads".split()
)
_ELSEWHERE = re.compile(
    r"\b(?:who|he|she|they|and)(?: then| also| has| had)* (?P<verb>precise[ds]|launch(?:ed|es)(?= (?:a|an|this|another) (?:[a-z]+ )?(?:warning|appeal|call|alert|cry)\b(?! (?:shot|light|system))))\b"
)


def _find(article: Article) -> Iterator[Match]:
    if sum(article.text.count(form) for form in _FORMS) < _FEWEST:
        return
    inflated: list[Span] = []
    attributions = 0
    for pattern in (_ATTRIBUTION, _ELSEWHERE):
        for found in pattern.finditer(article.text):
            verb = found["verb"]
            attributions += verb in _FORMS or verb in _ORDINARY
            if verb in _FORMS:
                inflated.append(Span(*found.span("verb")))
    if len(inflated) >= max(_FEWEST, _SHARE * attributions):
        yield from spans_at(article, [span for span in inflated if not span.of(article.text).startswith("precise")])


def _repair(match: Match) -> tuple[str, ...]:
    base, tense = _FORMS[match.text]
    if base == "launch" and re.match(r" (?:a|an|this|another) ", match.unit[match.end : match.end + 10]):
        return ("issued" if tense == "past" else "issues",)
    return _SAY[base] if tense == "past" else tuple(_PRESENT[word] for word in _SAY[base])


RULE = Rule(
    id="FRE-R401",
    slug="reporting-verb-inflation",
    category="register",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.65,
    message="French varies its verbs of saying; in English news 'said' is seldom too plain, and this article has several like '{text}'.",
    find=_find,
    repair=_repair,
    in_quotes=False,
)
