"""The words between a verb and a date, and whether the date can still be the verb's."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.text.verbs import base_of_gerund, base_of_participle, base_of_past

# A clause, a comparison or a span of time begins: the date is not the verb's.
_BREAKS = frozenset(
    """that which who whom whose when while where why how if because or but since after before until till by than from
    as although unless despite following during between will would can could may might shall should must is are
    was were be being has have had did do does not never always often ever usually traditionally regularly
    generally every each both twice times far due compared and so yet today now tomorrow meanwhile like unlike
    including pending versus regarding concerning about over scheduled planned expected set""".split()
)
# After these a noun must follow, so the date belongs to something else.
OPEN = frozenset(
    "on in of to for at with over about during under into per the a an its his her their this these".split()
)
# A date after one of these is as likely the event's as the verb's.
_EVENT = frozenset(
    """attack attacks strike strikes vote votes talks meeting summit election elections debate ceremony match game
    final trial hearing protest protests march rally demonstration demonstrations conference appointment
    interview event events incident accident crash killing killings murder shooting explosion blast bombing
    crisis war revolution coup raid raids violence clashes riots riot protests speech decision announcement
    ruling statement fire earthquake disaster massacre genocide conflict race defeat victory win loss draw visit
    arrest death deaths dinner session show concert deadline action mobilization round launch collapse closure
    release opening departure arrival report article invasion flight flights return games matches dispute
    referendum poll polls mandate duty schedule agenda calendar holiday work rest school""".split()
)
_NOUNS_TOO = frozenset("set cut cost put".split())


def date_can_cross(words: Sequence[str]) -> bool:
    """Whether a date behind these lower-case words can belong to a verb in front of them. `words` has at least one."""
    return not (
        words[-1] in OPEN
        or words[-1] in _EVENT
        or any(word in _BREAKS or (_is_past_or_gerund(word) and word not in _NOUNS_TOO) for word in words)
    )


def _is_past_or_gerund(word: str) -> bool:
    return any(lookup(word) for lookup in (base_of_participle, base_of_past, base_of_gerund))
