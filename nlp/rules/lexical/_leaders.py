"""Who in an article leads a state or government, told from the titles the article gives."""

from __future__ import annotations

import re

# One word of a name; the length is bounded so that no input makes the search slow.
WORD = r"[A-ZÀ-Þ][\w'’-]{1,24}"
NAME = rf"{WORD}(?: (?:(?:de|du|van|von|der|al|bin|ben|el|da|di) )?{WORD}){{0,3}}"
TITLE = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Mm]inister|[Ss]ecretary of [Ss]tate|[Ff]oreign [Ss]ecretary"
    r"|[Kk]ing|[Ee]mir|[Ss]ultan|[Cc]rown [Pp]rince|[Hh]ead of (?:[Ss]tate|[Gg]overnment|diplomacy)|[Ss]ecretary[- ][Gg]eneral"
    r"|[Hh]igh [Rr]epresentative|[Cc]ounterpart|[Ss]upreme [Ll]eader|Kremlin chief|head of the Kremlin)"
)
# "President Macron", and "the president, Emmanuel Macron," between two commas.
_TITLED = re.compile(rf"\b{TITLE}(?: of (?:the )?{WORD})?(?P<comma>,)? (?P<name>{NAME})(?(comma)(?=[,.;)]))")
_EXPLAINED = re.compile(rf"\b(?P<name>{NAME}), (?:the |his |her |its )?(?:[\w-]{{1,24}} ){{0,3}}{TITLE}\b")
_HONORIFIC = re.compile(rf"\bM(?:r|rs|s)\.? (?P<word>{WORD})\b(?! {WORD})")
_A_TITLE = re.compile(rf"\b{TITLE}\b")
_TWO_LEADERS = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]hese) (?:two |three |four )?(?:leaders|[Pp]residents|heads of (?:state|government)|[Mm]inisters|chancellors)\b"
)
_NO_SURNAME = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September"
    " October November December Kremlin Elysee Élysée Republic".split()
)


def surnames(text: str) -> frozenset[str]:
    """Surnames that stand beside a leader's title somewhere in the text; empty when there are none.

    >>> sorted(surnames("President Joe Biden met Boris Johnson, the British prime minister."))
    ['Biden', 'Johnson']
    >>> sorted(surnames("President Xi Jinping spoke. Mr. Xi left."))
    ['Jinping', 'Xi']
    """
    called = {match["word"] for match in _HONORIFIC.finditer(text)}
    found: set[str] = set()
    for pattern in (_TITLED, _EXPLAINED):
        for match in pattern.finditer(text):
            words = [word.removesuffix("’s").removesuffix("'s") for word in match["name"].split()]
            found.update(words[1:] or words)
            found.update(called.intersection(words[:1]))  # Xi Jinping, called Mr. Xi
    return frozenset(found - _NO_SURNAME)


def is_leader(words: str, known: frozenset[str]) -> bool:
    """Whether the words name a leader: by a title, or by a surname that is known for one."""
    return bool(_A_TITLE.search(words)) or any(name in known for name in re.findall(r"[\wÀ-ÿ-]+", words))


def named_with(text: str, known: frozenset[str], *, other_than: str) -> bool:
    """Whether a leader is named in the text besides the one that the words `other_than` stand for."""
    if _TWO_LEADERS.search(text):
        return True
    same = set(re.findall(r"[\wÀ-ÿ-]+", other_than))
    if any(name in known and name not in same for name in re.findall(r"[\wÀ-ÿ-]+", text)):
        return True
    return any(not set(match["name"].split()) & same for match in _TITLED.finditer(text))
