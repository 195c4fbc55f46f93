"""'ne … que' (only) lost: "does not concern that three towns", "concerns three towns".

Why it matters
    French "ne … que" restricts: "ne concerne que trois villes" is only three towns. Translated as a negation it says
    the opposite; left out, the point of the sentence is gone.
Flags
    The plan ⟦does not concern that⟧ three towns.        ⇒ concerns only    ⇐ Le plan ne concerne que trois villes.
    The strike concerns ⟦three⟧ towns.                   ⇒ only three       ⇐ La grève ne concerne que trois villes.
    Turnout was ⟦40%⟧ in the south.                      ⇒ only 40%         ⇐ La participation n'était que de 40 % dans le sud.
    The family received ⟦500,000⟧ dollars.               ⇒ only 500,000     ⇐ La famille n'a reçu que 500 000 dollars.
    He spoke. The house had ⟦12⟧ rooms.                  ⇒ only 12          ⇐ Il a parlé. La maison ne comptait que 12 pièces.
    The absence ⟦is that the⟧ proof of it.               ⇒ is only the      ⇐ Cette absence n'est que la preuve de cela.
Leaves alone
    The plan concerns only three towns.                  ⇐ Le plan ne concerne que trois villes.
    No more than 40% voted.                              ⇐ Seuls, ils n'étaient que 40 % à voter.
    He has just 12 seats.                                ⇐ Il n'a que 12 sièges.
    The plan concerns three towns.                       ⇐ Le plan concerne trois villes.
    The plan does not concern that town.
    Three towns voted. He does not think that 12 is enough.   ⇐ Trois villes ont voté. Il ne pense pas que 12 suffisent.
    It was confirmed on 3 May, not before.               ⇐ Il n'a été confirmé que le 3 mai.
    Nobody denies that 12 people died.                   ⇐ On ne peut nier que 12 personnes sont mortes.
Limits
    Needs the source. Only where a number follows "que" and stands in the English sentence too, or where the English
    has the wreck of a negation ("not … that", "is that the").
Source
    Inventory FRE-C208; Isabelle & Kuhn 2018, arXiv:1806.02725 (restrictive "ne … que").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.rules.rule import Match, Rule
from nlp.text.sentences import split
from nlp.text.verbs import is_base, past, third_person
from nlp.types import Article, Sentence

_NE_QUE = re.compile(
    r"\bn(?:e |['’])(?P<middle>(?:[\w’'-]+ ){1,4}?)(?:que |qu['’])(?P<rest>[^.;:!?]{1,60})", re.IGNORECASE
)
# Another negation, a comparison, or a verb that takes a clause: then "que" is no restriction.
_OTHER_QUE = re.compile(
    r"\b(?:pas|plus|jamais|rien|aucune?|personne|guère|point|ni|nulle?|autres?|moins|aussi|autant|davantage|mieux"
    r"|même|telle?|afin|parce|lorsque|nier|nie"
    r"|doute\w*|dire|dit|pens\w+|croi\w+|sai[st]|savoir|ignor\w+|signifi\w+|veut|veulent|faut|cache\w*|empêche\w*"
    r"|exclu\w+|oubli\w+|affirm\w+|prétend\w*|prouv\w+|démontr\w+|conclu\w+|imagin\w+|garanti\w+|contest\w+|assur\w+"
    r"|avant|sans)\b",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(
    r"\b(?:only|just|mere(?:ly)?|sole(?:ly)?|alone|simply|purely|exclusively|but|except|nothing|nobody|none|hardly"
    r"|barely|scarcely|unless|until|before"
    r"|limited|confined|exceed\w*|few|little|least|most|lone|single|no more|not more|fewer|less than|other than"
    r"|as low as|rather|unique(?:ly)?|sooner)\b",
    re.IGNORECASE,
)
_WORDS = dict(
    zip(
        "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent".split(),
        "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred".split(),
        strict=True,
    )
)
_NUMBER = re.compile(
    r"^(?:[^\W\d]+['’ ]){0,3}?(?P<number>\d[\d .,\u00A0\u202F]*|" + "|".join(_WORDS) + r")\b", re.IGNORECASE
)
_IS_ONLY = re.compile(
    r"(?:est|sont|était|étaient|soit|fut|serait|reste|ait)(?: (?:donc|ainsi|souvent|encore|pourtant|aussi|en fait"
    r"|en réalité|simplement))? $"
)
_WRECK = re.compile(
    r"\b(?:(?P<do>does|do|did) not (?P<verb>[a-z]+) (?:that|than|as(?! (?:much|many|far|well|if)\b))|(?P<be>is|are"
    r"|was|were) (?:not )?that(?P<article> the| an?))\b"
)


def find(article: Article) -> Iterator[Match]:
    """The lost restrictions of an article that carries its source."""
    source = article.source or ""
    if " que " not in source and "qu" not in source:
        return
    originals = list(split(source, 0, len(source), lang="fr"))
    for index, original in enumerate(originals):
        for restriction in _NE_QUE.finditer(original.of(source)):
            if not _OTHER_QUE.search(restriction["middle"]):
                yield from _lost_in(article, restriction, index / len(originals))


def _lost_in(article: Article, restriction: re.Match[str], where: float) -> Iterator[Match]:
    number = _NUMBER.match(restriction["rest"])
    copula = _IS_ONLY.search(restriction["middle"])
    index = round(where * len(article.sentences))
    for sentence in article.sentences[max(0, index - 1) : index + 2]:
        text = sentence.of(article.text)
        if _RESTRICTED.search(text):
            continue
        wreck = _WRECK.search(text)
        if wreck and (copula if wreck["be"] else is_base(wreck["verb"])):
            yield _at(article, sentence, *wreck.span(), repair=_repaired(wreck))
            return
        found = list(_english(number["number"]).finditer(text)) if number else []
        if len(found) == 1:
            yield _at(article, sentence, *found[0].span(), repair=f"only {found[0][0]}")
            return


def _english(number: str) -> re.Pattern[str]:
    if number.lower() in _WORDS:
        return re.compile(rf"\b{_WORDS[number.lower()]}\b", re.IGNORECASE)
    whole, _, decimals = re.sub(r"[ .\u00A0\u202F]", "", number.strip(" .,")).partition(",")
    thousands = r"[,.  ]?".join(re.findall(r"\d{1,3}(?=(?:\d{3})*$)", whole))
    return re.compile(rf"(?<![\d.,]){thousands}{f'[.,]{decimals}' if decimals else ''}(?![\ds]|[.,]\d)%?")


def _repaired(wreck: re.Match[str]) -> str:
    if wreck["be"]:
        return f"{wreck['be']} only{wreck['article']}"
    verb = wreck["verb"]
    return f"{past(verb) if wreck['do'] == 'did' else third_person(verb) if wreck['do'] == 'does' else verb} only"


def _at(article: Article, sentence: Sentence, start: int, end: int, *, repair: str) -> Match:
    return Match(article, sentence.of(article.text), sentence.start, start, end, {"repair": repair})


RULE = Rule(
    id="FRE-C208",
    slug="lost-only",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.8,
    message="The source restricts ('ne … que': only); the English does not say so.",
    find=find,
    repair="{repair}",
    needs_source=True,
    evidence="both",
)
