r"""A teaser for another article in the text: "Read also: Why the trains are empty", "To read also".

Why it matters
    The link belongs to another story. A reader takes its title for part of this one, and a summarizer may
    choose it.
Flags
    The strike continues. ⟦Read also: Why the trains are empty⟧ Talks resume Monday.
    The strike continues.\n⟦Read also: Why the trains are empty⟧\nTalks resume Monday.     ⇒ (delete)
    The strike continues. ⟦Read also: Why are the trains empty?⟧ Talks resume Monday.       ⇒ (delete)
    ⟦To read also: In Lyon, the mayor gives up⟧\nTalks resume Monday.                       ⇒ (delete)
    ⟦READ ALSO | Macron in Kyiv for a third visit⟧\nTalks resume Monday.                    ⇒ (delete)
    ⟦Read also Why Emmanuel Macron lost the vote⟧ The minister resigned on Monday.
    Talks resume Monday.\n⟦Read more⟧                                                       ⇒ (delete)
    Talks resume Monday.\n⟦On the same subject⟧\n⟦You may also like⟧                        ⇒ (delete) ; (delete)
    Talks resume Monday.\n⟦Watch: Farmers block the road to Paris⟧                          ⇒ (delete)
    Talks resume Monday.\n⟦Also read › Pensions: what will change⟧                          ⇒ (delete)
    Talks resume Monday. ⟦(Read also: The strike in figures)⟧                               ⇒ (delete)
    The strike continues in Paris ⟦Read also: Trains stay empty⟧                            ⇒ (delete)
Leaves alone
    She can also read: her mother taught her.
    Read also by his opponents, the book sold well.
    See also the report of the court, he said.
    Related: that is how the two cases are, the judge said.
    The two cases are related: both men knew the victim.
    Watch the sky tonight.
    For the figures see also Table 3.
    "Read more: it will make you free," he told them.
    Read more slowly, the teacher told him.
Limits
    Where the title is glued to the next sentence without a full stop its end is guessed, and no repair offered.
Source
    Inventory FRE-S953 ("À lire aussi", "Lire aussi", "Sur le même sujet").
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule

_ALSO = (
    r"(?:to )?(?:re-?read|read|see|view|watch|listen|discover) also|also (?:to )?(?:read|see|watch|listen)"
    r"|also on this (?:subject|topic)"
)
_LABEL = (
    r"related(?: (?:articles?|stor(?:y|ies)|content|topics?|news|video))?|(?:on|in) the same (?:subject|topic|section)"
    r"|you (?:may|might) (?:also )?(?:like|be interested)|recommended(?: for you| reading)?"
    r"|most (?:read|popular|viewed)|trending(?: now)?|(?:do not|don['’]t) miss|not to be missed"
    r"|more on this (?:story|topic|subject)|read (?:more|the full (?:article|story)|the rest(?: of the article)?)"
)
_ONLY_WITH_TITLE = r"read|to read|see more|watch|listen|(?:read|see) our (?:file|article|report|interview)"
_SIGN = r"\s*[:>›»→|–]\s*"
# A sentence glued to the title: it begins with a word that opens sentences, or with the last capital of the line.
_OPENER = r"(?:The|An?|In|On|At|It|He|She|They|We|This|These|But|For|According|After|Since)\s\S+\s.*\."
_CAPITAL = r"\p{Lu}[\p{L}’'-]*\s\S+\s[^\p{Lu}]*\S*\."


def _is_teaser(match: Match) -> bool:
    """At the beginning of its sentence; within one only with a capital and a colon, "in Paris Read also: …"."""
    return not match.before.strip("-–—•·*>›»→|▶►(: ") or (match.text[0].isupper() and match["sign"].strip() == ":")


def _repair(match: Match) -> tuple[str, ...]:
    return () if match["glued"] else ("",)


RULE = Rule(
    id="GEN-S953",
    slug="related-article-teaser",
    category="residue",
    mqm="other/non-translation",
    severity="minor",
    confidence=0.95,
    languages=(),
    message="A pointer to another article of the site, not part of this one.",
    pattern=(
        rf"(?:^[^\p{{L}}\p{{N}}“\"(]*|\w )(?P<span>\(?(?:"
        rf"(?:(?i:{_ALSO}|{_LABEL}|{_ONLY_WITH_TITLE})(?P<sign>{_SIGN})|(?i:{_ALSO})\s)[\p{{Lu}}\d“\"‘'«]\S*.*?"
        rf"|(?i:{_ALSO}|{_LABEL}))(?:[.…]+$)?)(?:[.…\s:>›»→]*|(?P<glued>\s(?:{_OPENER}|{_CAPITAL})))$"
    ),
    guard=_is_teaser,
    repair=_repair,
    safe=True,
    evidence="layout",
)
