r"""A nationality, weekday or month with a small first letter: "the french President", "on monday".

Why it matters
    French writes these words small and some titles large; English does the contrary.
Flags
    The ⟦french President⟧ met the ⟦italian⟧ minister on ⟦monday⟧.    ⇒ French president ; Italian ; Monday
    It happened in ⟦january⟧ and last ⟦december⟧.                     ⇒ January ; December
    On 12 ⟦march⟧ 2024 two men died.                                  ⇒ March
    The ⟦european⟧ partners and the ⟦americans⟧ agreed.               ⇒ European ; Americans
    A ⟦german⟧-led group and a pro-⟦russian⟧ party lost.              ⇒ German ; Russian
    Two ⟦ukrainians⟧ were hurt on ⟦sunday⟧ evening.                   ⇒ Ukrainians ; Sunday
    He speaks ⟦english⟧ and ⟦spanish⟧.                                ⇒ English ; Spanish
Leaves alone
    The soldiers march on; they may leave; an august assembly.
    He had french fries, a danish pastry and turkish delight.
    They polish the floor and sit on the china.
    the law was passed on monday by the french parliament.
    The french doors and the venetian blinds were open.
    Write to info@french.example or see www.german.example/english.
    The #american tag and the user @french_news are known.
    The French president met the Italian minister on Monday.
Limits
    A sentence without any capital letter is left alone. "march", "may" and "august" only beside a number; "polish" and "turkey" never.
Source
    Inventory FRE-E704; Sowels, Université Paris 1, on capitals.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_PEOPLES = """french english german italian spanish american british russian ukrainian chinese japanese european african asian
belgian canadian australian brazilian mexican argentine argentinian algerian moroccan tunisian libyan egyptian israeli
palestinian lebanese syrian iraqi iranian turkish saudi indian pakistani afghan korean vietnamese thai indonesian greek
portuguese dutch danish swedish norwegian finnish irish scottish welsh austrian hungarian romanian bulgarian czech slovak
serbian croatian bosnian albanian georgian armenian belarusian polynesian corsican breton parisian londoner malian senegalese
nigerian ivorian congolese rwandan ethiopian kenyan somali sudanese cuban venezuelan colombian chilean peruvian haitian
québécois quebecer catalan basque""".split()
_NO_PLURAL = ("ish", "ese", "ch", "sh")
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = "january|february|april|june|july|september|october|november|december"
_TITLE = "President|Minister|Prime Minister|Ambassador|Government|Chancellor|Army|Parliament|State|Authorities|Republic"
# Things whose name has lost its country.
_THINGS = re.compile(
    r"[ -](?:fries|doors?|windows?|press|horn|kiss|toast|twist|bread|beans?|dressing|braid|shepherds?|measles|muffins?|pastr|"
    r"delight|baths?|oven|courage|roulette|dressing|rubber|ink|elm|checkers|setters?|coffee|breakfast|cheese|chard|wolfhound|terrier|"
    r"onion|heel|sandwich|bull(?:dog)?|yogh?urt|cabbage|rose|moss|bond)"
)
_ADDRESS = re.compile(r"[@#/._\w]$")


def _is_small(match: Match) -> bool:
    if (
        match.unit[max(0, match.start - 300) : match.end + 300].islower()
        or _ADDRESS.search(match.before)
        or re.match(r"[@_/]|\.\w", match.after)
    ):
        return False
    if match["month"] in ("march", "may", "august") and not _beside_number(match):
        return False
    if match["month"] and re.search(r"\b[Tt]he \d{1,2}(?:er)? $", match.before):
        return False  # the whole date is another rule's
    return not (match["people"] and _THINGS.match(match.after))


def _beside_number(match: Match) -> bool:
    """A day or a year stands beside the month: "12 march", "march 2024", but not "12 may leave"."""
    day_before = re.search(r"(?:^|\D)(?:[1-9]|[12]\d|3[01]) $", match.before)
    return bool(
        (day_before and re.match(r"(?: \d{4}\b|[.,;)]|$)", match.after)) or re.match(r" (?:19|20)\d\d\b", match.after)
    )


def _repair(match: Match) -> tuple[str, ...]:
    word, _, title = match.text.partition(" ")
    return (f"{word.capitalize()} {title.lower()}".strip(),)


_PLURALS = [word + ("" if word.endswith(_NO_PLURAL) else "s?") for word in _PEOPLES]

RULE = Rule(
    id="GEN-E704",
    slug="small-initial",
    category="capitalization",
    mqm="linguistic conventions/capitalization",
    severity="minor",
    confidence=0.95,
    languages=(),
    message="Nationalities, languages, weekdays and months begin with a capital letter in English.",
    pattern=(
        rf"\b(?P<span>(?P<people>{'|'.join(_PLURALS)})(?: (?P<title>{_TITLE}))?|(?P<day>(?:{_DAYS})s?)"
        rf"|(?P<month>{_MONTHS}|march|may|august))\b"
    ),
    guard=_is_small,
    repair=_repair,
    safe=True,
)
