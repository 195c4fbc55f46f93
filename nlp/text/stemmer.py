"""Porter's stemmer for English, with the extensions that ROUGE scores in the literature were computed with.

M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. The departures from the paper are those of
NLTK's default mode, which rouge-score uses: a list of irregular words, short words left alone, -ies and -ied of
four-letter words, y to i only after a consonant, -alli taken twice, -fulli, -logi, and vowel + consonant counted as
a short stem. So `stem` gives what NLTK 3's `PorterStemmer().stem` gives, without needing NLTK.

>>> [stem(word) for word in ("negotiations", "happily", "dying", "responses", "controlled")]
['negoti', 'happili', 'die', 'respons', 'control']
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = {
    "skies": "sky", "sky": "sky", "dying": "die", "lying": "lie", "tying": "tie", "news": "news",
    "inning": "inning", "innings": "inning", "outing": "outing", "outings": "outing",
    "canning": "canning", "cannings": "canning", "howe": "howe",
    "proceed": "proceed", "exceed": "exceed", "succeed": "succeed",
}  # fmt: skip

# Suffix -> what replaces it, when the stem before it has measure > 0 (steps 2 and 3) or > 1 (step 4).
_STEP2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
    "fulli": "ful",
}  # fmt: skip
_STEP3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_STEP4 = (
    "al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize".split()  # and -ion after s or t
)


def _longest_of(suffixes: list[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(suffixes, key=len, reverse=True))})$")


_ENDS2, _ENDS3, _ENDS4 = _longest_of(list(_STEP2)), _longest_of(list(_STEP3)), _longest_of([*_STEP4, "ion"])


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of one lowercase word. Words of one or two letters are their own stem; so is "".

    Letters other than a, e, i, o, u and a y after a consonant count as consonants, digits too. Stems are kept in
    memory for the 65,536 words used last: in running text nearly every word has been seen before.
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 2:
        return word
    for step in (_plural, _past, _final_y, _double_suffix, _suffix, _residue, _final_e):
        word = step(word)
    return word


def _form(stem: str) -> str:
    """The word as consonants and vowels: "toy" is "cvc"."""
    form = ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and form.endswith("c"))
        form += "v" if vowel else "c"
    return form


def _measure(stem: str) -> int:
    """Porter's m: how often a vowel is followed by a consonant."""
    return _form(stem).count("vc")


def _is_short(stem: str) -> bool:
    """Porter's *o: ends consonant, vowel, consonant (but w, x, y); or is just vowel and consonant."""
    form = _form(stem)
    return form == "vc" or (form.endswith("cvc") and stem[-1] not in "wxy")


def _plural(word: str) -> str:
    """Step 1a."""
    if word.endswith("ies"):
        return word[:-1] if len(word) == 4 else word[:-2]
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    """Step 1b: -eed, -ed, -ing, and what that leaves at the end."""
    if word.endswith("ied"):
        return word[:-1] if len(word) == 4 else word[:-2]
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    stem = next((word[: -len(end)] for end in ("ed", "ing") if word.endswith(end)), "")
    if "v" not in _form(stem):
        return word
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if len(stem) > 1 and stem[-1] == stem[-2] and _form(stem)[-1] == "c":
        return stem if stem[-1] in "lsz" else stem[:-1]
    return stem + "e" if _measure(stem) == 1 and _is_short(stem) else stem


def _final_y(word: str) -> str:
    """Step 1c: y after a consonant is i, unless that consonant is all there is."""
    return word[:-1] + "i" if word.endswith("y") and len(word) > 2 and _form(word[:-1])[-1] == "c" else word


def _double_suffix(word: str) -> str:
    """Step 2."""
    if word.endswith("alli") and _measure(word[:-4]) > 0:
        return _double_suffix(word[:-2])
    if word.endswith("logi"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    return _replaced(word, _ENDS2, _STEP2)


def _suffix(word: str) -> str:
    """Step 3."""
    return _replaced(word, _ENDS3, _STEP3)


def _replaced(word: str, ends: re.Pattern[str], replacements: dict[str, str]) -> str:
    match = ends.search(word)
    if match is None or _measure(word[: match.start()]) == 0:
        return word
    return word[: match.start()] + replacements[match[0]]


def _residue(word: str) -> str:
    """Step 4."""
    match = _ENDS4.search(word)
    if match is None:
        return word
    stem = word[: match.start()]
    if match[0] == "ion" and not stem.endswith(("s", "t")):
        return word
    return stem if _measure(stem) > 1 else word


def _final_e(word: str) -> str:
    """Step 5."""
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _is_short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
