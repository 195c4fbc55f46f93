"""The words that `nlp.text.numbers` reads: English numbers, and orders of magnitude in many languages."""

from __future__ import annotations

from decimal import Decimal

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

# English number words below a hundred; ordinals apart, since they end a number
SMALL = {word: value for value, word in enumerate([*_UNITS.split(), "seventeen", "eighteen", "nineteen"])}
SMALL |= {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_UNITS.split(), start=1)}
ORDINALS |= {f"{word}th": SMALL[word] for word in ("fourteen", "fifteen", "sixteen")}
ORDINALS |= {f"{word}th": SMALL[word] for word in ("seventeen", "eighteen", "nineteen")}
ORDINALS |= {f"{word[:-1]}ieth": SMALL[word] for word in _TENS.split()}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_EXACT: dict[int, str] = {
    2: "hundred hundert honderd 百 백 مئة مائة",
    3: "thousand k tausend tsd mille mil mila duizend tusen tusind tys tis mii bin тыс тис 千 천 ألف آلاف हज़ार हजार",
    4: "万 萬 만",
    5: "lakh lakhs लाख",
    6: "million millions m mn mln mio mill millionen millones millón milhão milhões milioni milione miljoen miljon "
    "miljoner millioner milyon milioane млн مليون ملايين εκατομμύρια εκατ",
    7: "crore crores करोड़ करोड",
    8: "亿 億 억",
    9: "billion billions bn mrd mld md mds mia milliard milliards milliarde milliarden miliardi miliardo miljard "
    "miljarder milliarder milyar bilhão bilhões млрд مليار مليارات δισ δισεκατομμύρια अरब",
    12: "trillion trillions tn trn billionen billón billones bilião biliões biljoen biljoner billioner trilhão "
    "trilhões трлн 兆 조 تريليون",
}
# Inflected languages: the beginning is enough.
_BEGINNINGS = {
    "тысяч": 3, "тисяч": 3, "tysi": 3, "tisíc": 3, "þúsund": 3, "tisic": 3, "хиляд": 3, "χιλιάδ": 3,
    "миллион": 6, "мільйон": 6, "милион": 6, "milion": 6, "milión": 6, "milljón": 6,
    "milljarð": 9, "milljörð": 9, "миллиард": 9, "мільярд": 9, "милиард": 9, "miliard": 9,
    "триллион": 12, "трильйон": 12,
}  # fmt: skip
_POWER = {word: power for power, words in _EXACT.items() for word in words.split()}
_LONG_SCALE = {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18}
_MAYBE_A_UNIT = frozenset("k m".split())  # kilo…, metres


def magnitudes(word: str, *, foreign: bool) -> tuple[Decimal, ...]:
    """What a number before `word` may be multiplied with; () when the word is no magnitude.

    >>> [[f"{factor:.0e}" for factor in magnitudes(word, foreign=True)] for word in ("Mrd", "billion", "миллиона")]
    [['1e+9'], ['1e+9', '1e+12'], ['1e+6']]
    """
    word = word.lower()
    power = _POWER.get(word)
    if power is None:
        power = next((power for start, power in _BEGINNINGS.items() if word.startswith(start)), None)
    if power is None:
        return ()
    powers = [power]
    if word in _MAYBE_A_UNIT:
        powers.append(0)
    if foreign and word in _LONG_SCALE:
        powers.append(_LONG_SCALE[word])
    return tuple(Decimal(10) ** power for power in powers)
