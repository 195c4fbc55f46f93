"""Patterns for lines that are page furniture: one or more fixed phrases that fill a whole sentence."""

from __future__ import annotations

from nlp.rules.rule import Match

_BETWEEN = r"[\s|·•,;:/»›>–—-]+"
# "Share this article The minister spoke": what follows glued furniture is a sentence of at least three words.
_LEAST_REST = 3


def furniture(phrases: tuple[str, ...]) -> str:
    """A pattern for a sentence made of these phrases only, or of these phrases and another sentence glued on.

    Phrases are matched without regard to case; what follows a phrase glued on is the group "rest".
    """
    phrase = f"(?:{'|'.join(phrases)})"
    return (
        rf"^[^\p{{L}}\p{{N}}“”\"‘«(\[]*(?P<span>(?i:\b{phrase}(?:{_BETWEEN}{phrase})*)(?:[.!…]+$)?)"
        r"(?:[.!…\s»›>→|·•:-]*$|[.!]?\s+(?P<rest>\p{Lu}[^\r\n]*))"
    )


def stands_alone(match: Match) -> bool:
    """The furniture fills its sentence, or is too wordy to begin the one glued to it; a single word fills its line."""
    if " " in match.text:
        return not match["rest"] or len(match["rest"].split()) >= _LEAST_REST
    text, end = match.article.text, match.offset + len(match.unit)
    return (
        not match["rest"]
        and text[max(0, match.offset - 1) : match.offset] in ("", "\n", "\r")
        and text[end : end + 1] in ("", "\n", "\r")
    )
