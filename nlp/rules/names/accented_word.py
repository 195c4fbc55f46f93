"""A word with a letter that English does not have, and that is no name: "the sóttvarnalæknis said", "a réopéré man".

Why it matters
    The translator did not know the word and left it; the reader does not know it either.
Flags
    The ⟦sóttvarnalæknis⟧ warned of the virus.
    The banks ⟦amorcèrent⟧ a recovery.
    They were ⟦définitivement⟧ lost, he said.
    The ⟦nádraží⟧ is closed, and the ⟦verkalýðshreyfing⟧ protests.
    Inflation ⟦détériorasse⟧ the market.
    He was near the ⟦straße⟧.
Leaves alone
    The café, the fiancée and the résumé are known words.
    José Ramón and Lech Wałęsa met in Kraków.
    He ordered crème brûlée à la carte, and said voilà.
    The song “La vie en rosé, déjà vu” is old.
    The Société générale de santé and the Hôtel de la côte are firms.
    The paper (sóttvarnalæknis) is in Icelandic.
    jean-yves décary spoke in paris and raúl in madrid.
    The étude and the coup d’état are over; tickets cost 5 złoty.
    See www.sóttvarnir.is or @décor for more.
Limits
    Names of firms and titles in small letters are left alone when a word beside them has a capital. Words without such
    letters are left to other rules.
Source
    Own collection: 365 in MT of 752,000 words from Icelandic, Japanese and Russian, none in the human translations.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_ACCENTED = "ßà-öø-ÿāăąćčďđēėęěğģīįķļłńņňōőœřśşšťţūůűųźżž"
# What English dictionaries have with the accent.
_ENGLISH = frozenset(
    """à âge aide-mémoire aperçu après appliqué apéritif attaché auto-da-fé bête bêtes blasé bric-à-brac brûlée café cafés
    cabaña canapé canapés château châteaux chic ché cliché cliché-ridden clichéd clichés cloisonné communiqué communiqués
    compère confrère consommé cortège cortèges coup coulée coupé crème créole crèche crèches crêpe crêpes croûton croûtons
    crudités cachaça débâcle débutante débutantes début débuts décolletage décolleté décor déclassé dépôt déjà démarche
    démodé détente détour diamanté discothèque divorcé divorcée doppelgänger éclair éclairs éclat élan élite élites émigré
    émigrés en entrée entrées entrepôt épée époque état étude études événement exposé exposés façade façades facsimilé faïence
    fête fêtes fiancé fiancée fiancées fiancés fin-de-siècle flambé föhn frappé fräulein führer glacé gruyère habitué habitués
    idée ingénue jalapeño jalapeños jäger lamé litterateur façon macramé mâché mañana manqué matinée matinées mêlée melée
    ménage métier mésalliance moiré mélange naïf naïve naïveté naïvely née nouveau né noël outré papier-mâché passé pastis
    pâté pâtés pâtissier pâtisserie piñata piñatas pièce piqué plié portière précis première premières prêt-à-porter protégé
    protégée protégés provençal purée purées raisonné rapprochement recherché résumé résumés retroussé risqué rösti rôle rôles
    rosé rosés roué roués sauté sautéed séance séances señor señora smörgåsbord soirée soirées soufflé soufflés soupçon suède
    table-d’hôte tête tête-à-tête té touché vis-à-vis voilà voyeur über éminence naïvety façade-like jardinière chargé cause
    célèbre bürgermeister kümmel cögito façaded coöperate coöperation reëlect reëlected reëlection preëminent zoölogy
    złoty złotys décors señores maté yerba açaí caffè latte façades pão kräuter garçon jamón piñon niño niña façana
    café-goers café-style être idéal carté crème-de-la-crème état-major l’état d’être œuvre œuvres manœuvre manœuvres
    fœtus fœtal æsthetic encyclopædia mediæval archæology pæan dæmon ægis""".split()
)
# A capital at the beginning of the sentence, or on a word such as these, makes no name.
_NO_NAME = (
    "The|A|An|This|That|These|Those|His|Her|Their|Its|In|On|At|Of|Some|No|Many|Most|All|And|But|For|He|She|It|They"
)
_NAME_BESIDE = (
    re.compile(
        rf"(?:(?<=[\w,;’'\"”] )(?!(?:{_NO_NAME})[ -])[A-ZÀ-Þ][\w’'.-]*|[À-Þ]\w*|\b[A-Z][\w]*[à-ÿ]\w*"
        r"|\b(?:de|des|du|la|le|les|del|von|van|di|da|et|y|d’|l’))[ -]$"
    ),
    re.compile(r"[ -](?:(?:de|des|du|la|del|et|y) )?[A-ZÀ-Þ]"),
)
_CODE = re.compile(r"[@#/._’'-]$"), re.compile(r"[/_@]|\.\w")


def _is_left_over(match: Match) -> bool:
    word = match.text.lower()
    if word in _ENGLISH or word.replace("'", "’") in _ENGLISH:
        return False
    if _CODE[0].search(match.before) or _CODE[1].match(match.after):
        return False
    # Text without capitals says nothing about what is a name.
    if not re.search(r"[A-Z]", match.unit[:1] + match.before[-80:] + match.after[:80]):
        return False
    if match.before.count("(") > match.before.count(")"):
        return False
    return not (_NAME_BESIDE[0].search(match.before) and match.before.strip()) and not _NAME_BESIDE[1].match(
        match.after
    )


RULE = Rule(
    id="GEN-E709",
    slug="accented-word",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="major",
    confidence=0.9,
    languages=(),
    message="'{text}' is no English word; it seems to be left from the source.",
    pattern=(
        rf"(?:^|[\s“\"(\[—–-])(?P<span>[a-z]*[{_ACCENTED}][a-z{_ACCENTED}’'-]*[a-z{_ACCENTED}])(?:[\s.,;:!?”\")\]—–-]|$)"
    ),
    guard=_is_left_over,
    in_quotes=False,
)
