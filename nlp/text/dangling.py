"""Words at the beginning of an English sentence that point back to the one before it.

A sentence taken out of its place loses what "He also", "As such," or "The move" stand for. What is looked for:

- a connective: "But", "As such,", "For this reason,", "On the other hand,"; "However" only before a comma, so that
  "However hard they try" stays whole;
- a pronoun before any name: "He said", "In a statement, she said", "“We are ready,” he said". "It" that stands for
  what follows is none: "It is clear that", "It remains to be seen whether";
- "this", "these", "such" before a noun or a verb, but not before a time: "This week", "These days";
- "The move", "The decision", "The latter" and their like, where nothing after the noun says which.

Words inside a quotation are the speaker's, and are not looked at: "“This is a victory,” the minister said" stands
alone.
"""

from __future__ import annotations

import re

from nlp.types import Span

_TIMES = (
    "week weekend month year season summer winter spring autumn fall morning afternoon evening night time century "
    "decade day days weeks months years Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "March April May June July August September October November December"
)
_LINKING = (
    "as such|as a result|as a consequence|as well|in addition|in contrast|by contrast|in turn|in response|in return|"
    "in other words|in fact|in the process|in this context|in this regard|in this respect|in that case|"
    "in this case|in the same vein|at the same time|after that|after this|since then|until then|"
    "for this reason|for that reason|for this purpose|for example|for instance|for (?:his|her|their|its) part|"
    "on the other hand|on the contrary|on the one hand|that is why|this is why|all the same|even so|"
    "because of this|despite this|to this end|to that end|among them|among these|among those|of these|of those|"
    "likewise|similarly|moreover|furthermore|besides|additionally|consequently|therefore|thus|hence|"
    "nevertheless|nonetheless|otherwise|instead|conversely|indeed|afterwards?|thereafter|subsequently|meanwhile|"
    "however|also|then|still|so|and yet"
)
_EVENTS = (
    "move decision announcement remark remarks comment comments incident revelation duo pair trio couple latter former "
    "latest measure measures proposal gesture"
)
_WHICH = "to|of|by|that|which|on|in|for|against|from|at|with|made|taken|announced|comes? (?:as|after)"

_CONNECTIVE = re.compile(rf"(?:But|And|Or|Nor|Yet)\b(?!\s*,?\s*[\"“])|(?i:{_LINKING})\s*,|(?:So|Then|Thus|Hence) [a-z]")
_SUBJECT = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
_PRONOUN = re.compile(rf"{_SUBJECT}\b|(?:His|Her|Their|Its|Both|Others|Another|Neither)\b(?! of the\b| [A-Z])")
_EXPLETIVE = re.compile(
    r"It(?:\s+(?:is|was|will be|would be|has been|became|remains|remained|seems|seemed|appears|appeared|turned out|"
    r"emerged|takes|took)\b|['’]s\b).{0,80}?\b(?:that|whether|to|who|if|how|why|when|not)\b|It (?:is|was) [A-Z]"
)
_DEMONSTRATIVE = re.compile(rf"(?:This|These|That|Those|Such)\b(?! (?:{_TIMES.replace(' ', '|')})\b| who\b| which\b)")
_EVENT = re.compile(rf"The (?:latest |same )?(?:{_EVENTS.replace(' ', '|')})\b(?!\s+(?:{_WHICH})\b)")
_INTRODUCTION = re.compile(
    r"(?:In|At|On|After|During|For|Asked|Speaking|Later|Earlier|Before|While|When|As|According|Since|Until)\b"
    rf"(?P<between>[^,;:\"“”]{{0,60}}), (?P<pronoun>{_SUBJECT})\b"
)
_AFTER_QUOTATION = re.compile(r"[,.!?…][\"”’']+\s(?P<pronoun>he|she|they)\s[a-z]+(?:ed|id|s|ote|old|ys)\b")
_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|President|Minister)\b|[a-z]\s+[A-Z][a-z]+")
_OPENING = " \t(["
_QUOTED = "\"“‘'«„`"


def dangling(sentence: str) -> Span | None:
    """Where the words lie that point back to an earlier sentence; None when the sentence stands alone.

    >>> [bool(dangling(s)) for s in ("He also spoke.", "As such, it fell.", "The move is new.", "Rain fell.")]
    [True, True, True, False]
    >>> [bool(dangling(s)) for s in ("This week it rained.", "The decision to go is new.", "It is clear that he won.")]
    [False, False, False]
    """
    start = len(sentence) - len(sentence.lstrip(_OPENING))
    if sentence[start : start + 1] not in _QUOTED:
        if _EXPLETIVE.match(sentence, start):
            return None
        for pattern in (_CONNECTIVE, _PRONOUN, _DEMONSTRATIVE, _EVENT):
            found = pattern.match(sentence, start)
            if found:
                return Span(start, found.end())
        introduced = _INTRODUCTION.match(sentence, start)
        if introduced and not _PERSON.search(introduced["between"]):
            return Span(*introduced.span("pronoun"))
    attributed = _AFTER_QUOTATION.search(sentence)
    if attributed and not _PERSON.search(sentence[: _first_quotation(sentence)]):
        return Span(*attributed.span("pronoun"))
    return None


def _first_quotation(sentence: str) -> int:
    return min((place for mark in _QUOTED if (place := sentence.find(mark)) >= 0), default=0)
