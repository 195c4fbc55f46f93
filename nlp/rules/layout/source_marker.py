r"""An aggregator's source marker: "source site-63", "Source: site 12", "The post … appeared first on …".

Why it matters
    It is bookkeeping of whoever copied the article, often glued to the last sentence.
Flags
    Another meeting is scheduled for February.\n⟦source site-63⟧                ⇒ (delete)
    Another meeting is scheduled for February. ⟦source site-63⟧                 ⇒ (delete)
    Another meeting is scheduled for February.⟦Source: site 12⟧                 ⇒ (delete)
    Another meeting is scheduled for ⟦(source: website_7)⟧                      ⇒ (delete)
    ⟦source site-63⟧\nAnother meeting is scheduled for February.                ⇒ (delete)
    ⟦source site-63⟧ Another meeting is scheduled for February.                 ⇒ (delete)
    He resigned.\n⟦source news-24⟧                                              ⇒ (delete)
    He resigned.\n⟦Source: example.com⟧                                         ⇒ (delete)
    He resigned.\n⟦Source link⟧                                                 ⇒ (delete)
    He resigned.\n⟦The post Minister resigns appeared first on Example News.⟧   ⇒ (delete)
    He resigned.\n⟦Read the original article here⟧                              ⇒ (delete)
Leaves alone
    A source close to the site said that 63 people had left.
    The source site of the leak was searched.
    Sources: the ministry and the police, he wrote, were silent.
    He cited the source site-63 in his book.
    The firm manages resource site 12.
    According to the source, 20 people died.
    Source: World Bank
    Source code was found on the laptop.
    Read the full article 5 of the treaty, he said.
Limits
    The name of an agency after "Source:" may be honest attribution and is left alone.
Source
    Seed article; own collection from aggregators.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_NUMBERED = (
    r"\(?(?i:sources?)\s?[:–-]?\s?(?i:web)?(?i:site|portal|feed|page|media|outlet|domain|blog)\s?[-_ #]?\s?\d+\)?"
)
_OWN_LINE = (
    r"(?i:sources?\s?[:–-]?\s?[a-z]+[-_]\d+|sources?\s?[:–-]?\s?(?:https?://\S+|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}"
    r"(?:/\S*)?)|source link|(?:original )?source|link to (?:the )?source)"
)
_ORIGIN = (
    r"(?:The post .{3,200} (?:appeared first|first appeared) on [^.]{2,80}"
    r"|(?i:(?:read|see|view) (?:the )?(?:original|source|full) article)(?: (?:here|on [^.]{2,40}))?"
    r"|(?i:(?:this article was )?(?:originally|first) (?:published|posted)) (?:at|on|by|in) [A-Z][^.]{2,60})"
)


def _stands_at_an_edge(match: Match) -> bool:
    """The marker ends its paragraph, or, when it has a number, begins it before a new sentence."""
    if re.search(r"(?:re|out|in|multi|open|the|a|this|that|close) ?$", match.before):
        return False
    ends = not match.after.strip(" .)")
    begins = match["numbered"] and not match.before.strip(" (") and match.after.lstrip(" .:-–—")[:1].isupper()
    return ends or bool(begins)


RULE = Rule(
    id="GEN-S961",
    slug="source-marker",
    category="residue",
    mqm="other/non-translation",
    severity="major",
    confidence=0.98,
    languages=(),
    scope="paragraph",
    message="A source marker of the site that copied the article, not part of it.",
    pattern=rf"(?P<span>(?P<numbered>{_NUMBERED})|^(?:{_OWN_LINE}|{_ORIGIN})(?:\.$)?)",
    guard=_stands_at_an_edge,
    repair="",
    safe=True,
    evidence="layout",
)
