"""English verb forms: the few that rules need to recognise a verb and to repair a tense.

The irregular verbs are those of any school grammar; regular forms follow the usual spelling rules
(Huddleston & Pullum 2002, ch. 18, §5).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

# base past participle; alternatives by "/", the first is used for repairs
_IRREGULAR = """
arise arose arisen; awake awoke awoken; be was/were been; bear bore borne/born; beat beat beaten; become became
become; begin began begun; bend bent bent; bet bet bet; bind bound bound; bite bit bitten; bleed bled bled; blow
blew blown; break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast; build built
built; burn burned/burnt burned/burnt; burst burst burst; buy bought bought; cast cast cast; catch caught caught;
choose chose chosen; cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt
dealt; dig dug dug; do did done; draw drew drawn; dream dreamed/dreamt dreamed/dreamt; drink drank drunk; drive
drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found;
flee fled fled; fly flew flown; forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got got/gotten; give gave given; go went
gone; grow grew grown; hang hung hung; have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held;
hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led; learn learned/learnt learned/learnt;
leave left left; lend lent lent; let let let; lie lay lain; light lit lit; lose lost lost; make made made; mean
meant meant; meet met met; mislead misled misled; overcome overcame overcome; overthrow overthrew overthrown; pay
paid paid; put put put; quit quit quit; read read read; rebuild rebuilt rebuilt; ride rode ridden; ring rang rung;
rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set
set set; shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown; shrink shrank
shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid; speak spoke
spoken; spend spent spent; split split split; spread spread spread; spring sprang sprung; stand stood stood; steal
stole stolen; stick stuck stuck; strike struck struck; strive strove striven; swear swore sworn; sweep swept swept;
swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told; think
thought thought; throw threw thrown; undergo underwent undergone; understand understood understood; undertake
undertook undertaken; uphold upheld upheld; upset upset upset; wake woke woken; wear wore worn; win won won; wind
wound wound; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; write wrote
written
"""

# Regular verbs whose final consonant doubles although they have more than one syllable.
_DOUBLING = frozenset(
    """admit commit compel control defer deter equip expel infer occur omit permit prefer rebel refer regret
    submit""".split()
)
_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    entries = (entry.split() for entry in _IRREGULAR.replace("\n", " ").split(";"))
    return {base: (tuple(past.split("/")), tuple(participle.split("/"))) for base, past, participle in entries}


@cache
def base_forms() -> frozenset[str]:
    """Base forms of verbs that are common in news: the list in verbs.txt and all irregular verbs."""
    lines = (files("nlp.text") / "verbs.txt").read_text(encoding="utf-8").splitlines()
    listed = {word for line in lines if not line.startswith("#") for word in line.split()}
    return frozenset(listed | set(_irregular()))


def is_base(word: str) -> bool:
    """Whether the word, in lower case, is the base form of a common verb.

    >>> is_base("implement"), is_base("votes")
    (True, False)
    """
    return word.lower() in base_forms()


def past(base: str) -> str:
    """The simple past of a base form.

    >>> past("resign"), past("take"), past("carry"), past("stop")
    ('resigned', 'took', 'carried', 'stopped')
    """
    return _irregular()[base][0][0] if base in _irregular() else _regular_past(base)


def participle(base: str) -> str:
    """The past participle of a base form.

    >>> participle("take"), participle("live")
    ('taken', 'lived')
    """
    return _irregular()[base][1][0] if base in _irregular() else _regular_past(base)


def third_person(base: str) -> str:
    """The third person singular present.

    >>> third_person("try"), third_person("reach"), third_person("have")
    ('tries', 'reaches', 'has')
    """
    if base in ("have", "be"):
        return {"have": "has", "be": "is"}[base]
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def gerund(base: str) -> str:
    """The -ing form.

    >>> gerund("make"), gerund("die"), gerund("run"), gerund("see")
    ('making', 'dying', 'running', 'seeing')
    """
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return (base + base[-1] if _doubles(base) else base) + "ing"


@cache
def _forms() -> dict[str, dict[str, str]]:
    """For each kind of inflected form, the form and its base."""
    tables: dict[str, dict[str, str]] = {"past": {}, "participle": {}, "third": {}, "gerund": {}}
    for base in sorted(base_forms()):
        pasts, participles = _irregular().get(base, ((_regular_past(base),), (_regular_past(base),)))
        for form in pasts:
            tables["past"].setdefault(form, base)
        for form in participles:
            tables["participle"].setdefault(form, base)
        tables["third"].setdefault(third_person(base), base)
        tables["gerund"].setdefault(gerund(base), base)
        if base.endswith(("el", "al")) and not _doubles(base):  # British: cancelled, signalling
            tables["past"].setdefault(base + "led", base)
            tables["participle"].setdefault(base + "led", base)
            tables["gerund"].setdefault(base + "ling", base)
    return tables


def base_of_participle(word: str) -> str | None:
    """The base form of a past participle, or None when it is none of a known verb.

    >>> base_of_participle("gone"), base_of_participle("cancelled"), base_of_participle("table")
    ('go', 'cancel', None)
    """
    return _forms()["participle"].get(word.lower())


def base_of_past(word: str) -> str | None:
    """The base form of a simple past, or None."""
    return _forms()["past"].get(word.lower())


def base_of_third_person(word: str) -> str | None:
    """The base form of a third person singular present, or None."""
    return _forms()["third"].get(word.lower())


def base_of_gerund(word: str) -> str | None:
    """The base form of an -ing form, or None."""
    return _forms()["gerund"].get(word.lower())


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if _doubles(base) else base) + "ed"


def _doubles(base: str) -> bool:
    """Whether the final consonant doubles: "stop" → "stopped", but "open" → "opened"."""
    if base in _DOUBLING:
        return True
    ends_cvc = (
        len(base) > 2
        and base[-1] not in _VOWELS + "wxy"
        and base[-2] in _VOWELS
        and (base[-3] not in _VOWELS or base[-3:-1] == "ui")
    )
    syllables = sum(c in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, c in enumerate(base))
    return ends_cvc and syllables == 1
