"""A French acronym left in the text: ONU, OTAN, UE, FMI, PIB.

Why it matters
    International bodies have other letters in English (ONU is the UN, OTAN is NATO, OMS is the WHO), so the
    reader does not recognise what he knows.
Flags
    ⟦The ONU⟧ and ⟦the OTAN⟧ condemned the strike.                     ⇒ The UN ; NATO
    ⟦OTAN⟧ troops left.                                                ⇒ NATO
    It is ⟦an ONU⟧ envoy.                                              ⇒ a UN
    The report was written by a group from ⟦ONU⟧.                      ⇒ the UN | UN
    They cannot force ⟦the BCE⟧ to cut rates.                          ⇒ the ECB
    The country's ⟦PIB⟧ fell by 3%.                                    ⇒ GDP
    Several ⟦ONG⟧ and ⟦ONGs⟧ warn of famine.                           ⇒ NGOs ; NGOs
    ⟦an OGM⟧ was found; ⟦the SIDA⟧ epidemic grows.                     ⇒ a GMO ; the AIDS
    ⟦The UE⟧ and ⟦the FMI⟧ lent 3 billion.                             ⇒ The EU ; the IMF
    ⟦A PME⟧ in the north went bankrupt.                                ⇒ An SME
Leaves alone
    The UN and NATO condemned the strike.
    The UE (user equipment) connects to the network.
    ONU-Habitat, the onu and Otan are names here.
    The PIB office of the Indian government said so.
    The OMS Energy company and a FMI truck were named.
    The WHO, the IMF and the ECB met.
    CPI rose by 3 percent, and the PAC paid for the ad.
Limits
    Letters that mean something else in English (CPI, PAC, TVA, RCA) are left alone.
Source
    Inventory FRE-R405; names of the bodies in their official languages.
"""

from __future__ import annotations

import re

from nlp.rules.lexical._phrases import around, article_for
from nlp.rules.rule import Match, Rule

_ENGLISH = {
    "ONU": "UN",
    "OTAN": "NATO",
    "UE": "EU",
    "OMS": "WHO",
    "FMI": "IMF",
    "BCE": "ECB",
    "OMC": "WTO",
    "AIEA": "IAEA",
    "OCDE": "OECD",
    "OIT": "ILO",
    "CICR": "ICRC",
    "PNUD": "UNDP",
    "ALENA": "NAFTA",
    "OPEP": "OPEC",
    "CEDH": "ECHR",
    "TPIY": "ICTY",
    "AQMI": "AQIM",
    "URSS": "USSR",
    "PIB": "GDP",
    "SIDA": "AIDS",
    "VIH": "HIV",
    "ONG": "NGO",
    "OGM": "GMO",
    "PME": "SME",
}
_WITHOUT_ARTICLE = ("NATO", "OPEC", "NAFTA", "HIV")
_WITH_ARTICLE = ("UN", "EU", "WHO", "IMF", "ECB", "WTO", "IAEA", "OECD", "ILO", "ICRC", "ECHR", "USSR", "UNDP", "ICTY")
# Letters that a company, an office or a technical term has too: the company they must be in.
_ELSEWHERE = {
    "UE": re.compile(r"\b(?:EU|Europe\w*|Brussels|member|France|French|German\w*|Britain|UK|countries|summit|commission|euros?|FMI|OTAN"
                     r"|ONU|BCE|Commission|accession|sanctions|Union|Turkey|hopes|Russia\w*|Ukrain\w+)\b", re.IGNORECASE),
    "OMS": re.compile(r"\b(?:health|virus|pandemic|epidemic|vaccin\w+|Covid|disease|Geneva|Tedros|doctors?|cases|outbreak|waves?|warn\w*)\b", re.IGNORECASE),
    "PIB": re.compile(r"\b(?:growth|economy|economic|deficit|debt|fell|rose|grew|percent|quarter|recession|inflation|budget)\b|%", re.IGNORECASE),
    "BCE": re.compile(r"\b(?:rates?|bank|euro|eurozone|Frankfurt|inflation|Draghi|Lagarde|Trichet|monetary|interest)\b", re.IGNORECASE),
    "OIT": re.compile(r"\b(?:labou?r|work|workers|Geneva|UN|employment)\b", re.IGNORECASE),
    "PME": re.compile(r"\b(?:companies|company|business\w*|firms?|jobs|bankrupt\w*|employees|industr\w+|economy|enterprises)\b", re.IGNORECASE),
    "FMI": re.compile(r"\b(?:loans?|lent|lend\w*|debt|growth|econom\w+|Washington|Lagarde|Georgieva|Strauss-Kahn|billion|bank|crisis|UE|EU|aid)\b", re.IGNORECASE),
    "OGM": re.compile(r"\b(?:crops?|food|maize|corn|plants?|seeds?|farm\w*|Monsanto|found|ban\w*|soy\w*)\b", re.IGNORECASE),
}  # fmt: skip
_NEVER = re.compile(r"(?!)")
_OTHER_SENSE = {
    "PIB": re.compile(r"\b(?:India\w*|Delhi|bureau|tweet\w*|press|said in)\b", re.IGNORECASE),
    "OMS": re.compile(r"\b(?:outright|bonds?|monetary|purchases|ECB)\b", re.IGNORECASE),
}
_PART_OF_NAME = re.compile(
    r"[-–/&@.][\w]|\w*\d| (?:Women|Femmes|Habitat|Energy|Inc|Ltd|Corp|Group|Technolog\w+|truck)\b"
)
_PLURAL_BEFORE = re.compile(
    r"\b(?:several|many|some|two|three|four|five|six|ten|\d+|these|those|both|few|other|all|international|local|most)\s+$",
    re.IGNORECASE,
)
_BARE_BEFORE = re.compile(r"\b(?:from|to|by|of|with|in|at|and|for)\s+$")


def _is_left_over(match: Match) -> bool:
    acronym = match["acronym"].removesuffix("s")
    if _PART_OF_NAME.match(match.unit, match.end) or re.search(
        r"[\w@/&.-]$", match.unit[max(0, match.start - 1) : match.start]
    ):
        return False
    if _OTHER_SENSE.get(acronym, _NEVER).search(around(match)):
        return False
    if (
        acronym in _ELSEWHERE
        and not match["article"]
        and re.match(r" [A-Z][a-z]", match.unit[match.end : match.end + 3])
    ):
        return False  # "UE Boom"
    company = _ELSEWHERE.get(acronym)
    return company is None or company.search(around(match).replace(match.text, " ")) is not None


def _repair(match: Match) -> tuple[str, ...]:
    english = _ENGLISH[match["acronym"].removesuffix("s")]
    before = match.unit[max(0, match.start - 20) : match.start]
    article = match["article"]
    if english in ("NGO", "SME", "GMO") and (match["acronym"].endswith("s") or _PLURAL_BEFORE.search(before)):
        return (f"{article} {english}s" if article else f"{english}s",)
    if article in ("a", "an", "A", "An"):
        spelled = "a" if english[0] in "UGW" or english == "NATO" else "an"
        return (f"{article_for('x' if spelled == 'a' else 'e', article)} {english}",)
    if article:
        return (english if english in _WITHOUT_ARTICLE else f"{article} {english}",)
    follows = re.match(
        r"[.,;:)]|$| (?:and|or|to|has|have|is|was|said|will|says)\b", match.unit[match.end : match.end + 8]
    )
    if english in _WITH_ARTICLE and _BARE_BEFORE.search(before) and follows:
        return f"the {english}", english
    return (english,)


RULE = Rule(
    id="FRE-R405",
    slug="french-acronym",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="major",
    confidence=0.95,
    languages=("fr", "es", "it", "pt", "ro"),
    message="'{acronym}' has other letters in English.",
    pattern=(
        r"\b(?P<span>(?:(?P<article>[Tt]he|THE|[Aa]n?) )?"
        rf"(?P<acronym>{'|'.join(sorted(_ENGLISH, key=len, reverse=True))}|ONGs|PMEs|OGMs))\b"
    ),
    guard=_is_left_over,
    repair=_repair,
)
