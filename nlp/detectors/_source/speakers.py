"""SRC-Q503 speaker-changed: who speaks in the translation is not who speaks in the source, and both are in both texts.

Looked at is only a name beside a verb of speech, before it ("Putin said", "Poutine a déclaré") or, behind a quotation
or a comma, after it (", said Putin"); where both texts have exactly one such speaker, names are compared by their
letters (`spelling`). Verbs of speech are listed for French, Spanish, Italian, Portuguese and German. A name that is
missing from one of the texts is left to SRC-E301 and SRC-W701.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nlp.detectors._source.pair import Flag, Pair
from nlp.detectors._source.spelling import spelled_alike, spellings
from nlp.text.tokens import word_spans
from nlp.types import Span

_ENGLISH = (
    "said|says|added|adds|declared|declares|stated|states|explained|explains|insisted|insists|warned|warns|announced|"
    "announces|claimed|claims|argued|argues|admitted|admits|confirmed|confirms|stressed|stresses|noted|notes|replied|"
    "replies|acknowledged|recalled|assured|concluded|concludes|commented|told (?:reporters|journalists|the press)"
)
_VERBS = {
    "fr": (
        "(?:a|avait) (?:déclaré|dit|affirmé|expliqué|ajouté|annoncé|indiqué|précisé|estimé|souligné|assuré|confié|"
        "rappelé|averti|prévenu|reconnu|insisté|lancé|répondu|soutenu|martelé|poursuivi|noté|observé|commenté|regretté|raconté|"
        "conclu|admis|confirmé)|déclare|dit|affirme|explique|ajoute|annonce|indique|précise|estime|souligne|assure|"
        "confie|rappelle|avertit|prévient|reconnaît|insiste|lance|répond|soutient|martèle|poursuit|note|observe|commente|"
        "regrette|raconte|conclut|admet|confirme"
    ),
    "es": (
        "(?:ha|había) (?:dicho|declarado|afirmado|explicado|añadido|agregado|anunciado|indicado|señalado|asegurado|"
        "subrayado|advertido|reconocido|insistido|respondido|sostenido|manifestado|comentado|concluido|admitido|confirmado)"
        "|dijo|dice|declaró|afirmó|explicó|añadió|agregó|anunció|indicó|señaló|aseguró|subrayó|advirtió|reconoció|insistió|"
        "respondió|sostuvo|manifestó|comentó|concluyó|admitió|confirmó"
    ),
    "it": (
        "(?:ha|aveva) (?:detto|dichiarato|affermato|spiegato|aggiunto|annunciato|precisato|sottolineato|assicurato|"
        "avvertito|ammesso|insistito|risposto|sostenuto|commentato|concluso|confermato)|dice|disse|dichiara|afferma|spiega|"
        "aggiunge|annuncia|precisa|sottolinea|assicura|avverte|ammette|insiste|risponde|sostiene|commenta|conclude|conferma"
    ),
    "pt": (
        "disse|diz|declarou|afirmou|explicou|acrescentou|anunciou|indicou|assegurou|sublinhou|advertiu|reconheceu|insistiu|"
        "respondeu|sustentou|comentou|concluiu|admitiu|confirmou"
    ),
    "de": (
        "sagte|sagt|erklärte|erklärt|betonte|betont|meinte|meint|warnte|warnt|fügte|behauptete|räumte|bestätigte|"
        "kündigte|antwortete|kommentierte|unterstrich"
    ),
}
_NO_SPEAKERS = frozenset(
    "he she it they we this that il elle ils elles on ceci cela él ella esto lui lei questo ele ela isto er sie es "
    "dies das".split()
)
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+(?: (?:de |del |della |van |von |al-|bin )?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+){0,5}"


def check(pair: Pair) -> Iterator[Flag]:
    """At most one flag, on the speaker's name in the translation."""
    if pair.lang not in _VERBS:
        return
    ours, theirs = speakers_in(pair.target, "en"), speakers_in(pair.source, pair.lang)
    if len(ours) != 1 or len(theirs) != 1:
        return
    (speaker,), (speaks,) = ours, theirs
    said, says = speaker.of(pair.target), speaks.of(pair.source)
    elsewhere = pair.source[: speaks.start] + pair.source[speaks.end :]
    beside = pair.target[: speaker.start] + pair.target[speaker.end :]
    if spells(said, says) or not spells(said, elsewhere) or not spells(says, beside):
        return
    yield Flag("SRC-Q503", speaker, speaks, f"Here “{said}” speaks; in the source it is “{says}”.")


def spells(names: str, text: str) -> bool:
    """Whether the text spells one of the names as a capitalized word of its own."""
    known = spellings(" ".join(word for word in _words(text) if word[0].isupper()))
    return bool(known) and any(spelled_alike(word, known) for word in _words(names) if len(word) > 2)


def _words(text: str) -> list[str]:
    return [span.of(text) for span in word_spans(text)]


def speakers_in(text: str, lang: str) -> Sequence[Span]:
    """Places of the names beside a verb of speech, one for each verb that has one; pronouns are no names."""
    found = (match.span("after" if match["after"] else "before") for match in _pattern(lang).finditer(text))
    return [Span(*span) for span in found if text[slice(*span)].lower() not in _NO_SPEAKERS]


@lru_cache
def _pattern(lang: str) -> re.Pattern[str]:
    verbs = _ENGLISH if lang == "en" else _VERBS[lang]
    title = r"(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Herr|Frau|señor|señora)"
    after = rf"(?<=[,\"”»’'])\s(?:{verbs})\s(?:{title}\s)?(?P<after>{_NAME})"
    return re.compile(rf"{after}|\b(?P<before>{_NAME})(?:,\s(?:{verbs})[.,]|\s(?:{verbs})\b)")
