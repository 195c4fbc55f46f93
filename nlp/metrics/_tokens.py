"""How texts become the tokens that overlap metrics compare."""

from __future__ import annotations

import re
import unicodedata

from nlp.errors import OptionError
from nlp.text.stemmer import stem

TOKENIZERS = ("unicode", "rouge155")

# Scripts written without spaces between words; each of their characters is a token (Unicode blocks).
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),  # ideographic iteration mark and zero
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),  # Katakana phonetic extensions
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),  # Han compatibility
    (0x20000, 0x3FFFF),  # Han extensions
)
_ASCII_RUN = re.compile(r"[a-z0-9]+")


class _Separating(dict[int, str]):
    """A table for `str.translate` that fills itself: what is no part of a word becomes a space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category == "Cf":  # soft hyphens, joiners and marks of direction are no part of the spelling
            replacement = ""
        elif category[0] not in "LMN":
            replacement = " "
        elif any(first <= code <= last for first, last in _UNSPACED):
            replacement = f" {character} "
        else:
            replacement = character
        self[code] = replacement
        return replacement


_SEPARATING = _Separating()


def tokens(text: str, *, tokenizer: str = "unicode", stem_words: bool = False) -> list[str]:
    """Lowercase tokens of a text; [] when it has none.

    unicode   runs of letters, digits and combining marks after NFKC; single characters for scripts that put no
              spaces between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese). On ASCII text it gives what
              rouge155 gives.
    rouge155  runs of a-z and 0-9, all else is a break, as in ROUGE-1.5.5 and rouge-score; for ASCII English only.

    `stem_words` takes Porter stems of words of more than three ASCII letters or digits.
    Raises OptionError for another tokenizer.

    >>> tokens("L’ÉTAT, c’est moi: 中国!")
    ['l', 'état', 'c', 'est', 'moi', '中', '国']
    """
    if tokenizer == "rouge155":
        found = _ASCII_RUN.findall(text.lower())
    elif tokenizer != "unicode":
        raise OptionError(f"there is no tokenizer '{tokenizer}' for words; known: {', '.join(TOKENIZERS)}")
    elif text.isascii():
        found = _ASCII_RUN.findall(text.lower())
    else:
        found = unicodedata.normalize("NFKC", text.lower()).translate(_SEPARATING).split()
    if stem_words:
        found = [stem(token) if len(token) > 3 and token.isascii() else token for token in found]
    return found
