"""'a déclaré le ministre' after a quotation, word by word: "It is over", has declared the minister.

Why it matters
    After a quotation French puts the perfect before the subject. English has the past tense, and the subject
    first or after a bare "said"; "told AFP the minister" makes the minister the one who was told.
Flags
    "It is over", ⟦has declared the minister⟧.                         ⇒ the minister said
    “We will not yield,” ⟦has warned Emmanuel Macron⟧ on Friday.       ⇒ Emmanuel Macron warned
    The tests will be free, ⟦has explained the minister⟧.              ⇒ the minister explained
    "There are only four or five in the world", ⟦told AFP a spokeswoman⟧ for Sotheby's.
        ⇒ a spokeswoman told AFP
    “I was afraid,” ⟦told Reuters Jean Dupont⟧, a pharmacist.          ⇒ Jean Dupont told Reuters
    “Nobody was hurt”, ⟦has told AFP the prosecutor⟧.                  ⇒ the prosecutor told AFP
    “It's too late”, ⟦had replied the mayor⟧.                          ⇒ the mayor had replied
    “Never again,” ⟦explained to AFP Tuesday Anna Vidal⟧, who lost her house.   ⇒ Anna Vidal told AFP on Tuesday
    The lot is the dearest so far, ⟦told AFP a spokesman⟧, Dan Lee.    ⇒ a spokesman told AFP
    “We did it!” ⟦told to AFP a fan⟧.                                  ⇒ a fan told AFP
Leaves alone
    "It is over," said the minister.
    "It is over," the minister has declared.
    The director of "The Pianist" has said the trial will go on.
    “Nobody was hurt,” he told AFP on Monday.
    The company, which has promised the unions new talks, told Reuters the plan stands.
    The man who wrote “Emma”, has told Anna about it.
    “I don't know,” has become the minister's answer.
    The mayor, 62, has told the council he will leave.
    The company, based in Lyon, has announced the closure.
    The group behind “Emma,” has announced the sequel.
    The Senate, after a long debate, has confirmed the minister.
    The mayor, 62, told AFP the minister had lied.
    A source told AFP the talks had failed.
    “I think so,” he told BBC Radio Kent. “No,” she added, told BBC Sport.
Limits
    Without a quotation only at the end of a sentence.
Source
    Inventory FRE-R402; Associated Press style on attribution.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_NAME = r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: (?:de |van |von |al-)?[A-Z][\w’'-]+){0,3}"
_SPEAKER = (
    r"(?:president|prime minister|minister|mayor|spokes(?:man|woman|person)|official|chairman|chairwoman|leader|lawyer|prosecutor"
    r"|historian|resident|director|manager|analyst|economist|expert|coach|captain|fan|mother|father|wife|husband|brother|sister|son"
    r"|daughter|police|ministry|government|company|union|group|agency|source|witness|doctor|nurse|teacher|student|farmer|fisherman"
    r"|researcher|scientist|senator|lawmaker|deputy|diplomat|general|commander|officer|chief|boss|founder|owner|player|striker|goalkeeper"
    r"|author|actor|actress|singer|filmmaker|writer|priest|bishop|pope|judge|governor|prefect|secretary|commissioner|ambassador|activist"
    r"|volunteer|neighbou?r|man|woman|boy|girl|shopkeeper|pharmacist|engineer|driver|passenger|survivor|refugee|candidate|organi[sz]ers?"
    r"|authorities|firefighters?|federation|prosecution|defen[cs]e|head)"
)
_OFFICE = rf"(?:the|a|an|its|his|her|their|one of the) (?:[\w’'-]+ ){{0,3}}?{_SPEAKER}\b"
_MEDIA = r"(?:the )?(?:AFP|Reuters|AP|CNN|BBC|TASS|Interfax|Bloomberg|RTL|BFM\w*|[Ff]ranceinfo|Le Monde|Le Figaro|agency|press)"
_HAS_CHANNELS = re.compile(r"BBC|CNN|AP$|Bloomberg")
# With these and no quotation, a speaker behind the verb can be nothing but its subject.
_PLAIN = frozenset(
    "explained declared indicated stated added announced specified underlined said stressed affirmed precised".split()
)
_VERBS = frozenset(
    "declared said announced explained warned added replied confirmed stated told indicated affirmed assured stressed underlined"
    " concluded recalled specified precised commented regretted promised admitted acknowledged confided hammered insisted launched"
    " summarized written claimed estimated judged deplored denounced reacted retorted responded continued repeated noted observed"
    " argued asked reiterated mentioned tweeted welcomed lamented testified reported pleaded predicted".split()
)
# Three words at least: a shorter quotation may be a title.
_AFTER_QUOTE = re.compile(r"[“\"«‘](?:[^“”\"«»]*\s){2}[^“”\"«»]*[”\"»’]\s?,?\s*$")
_AFTER_ANY_QUOTE = re.compile(r"[”\"»’]\s?,?\s*$")
_TITLE_OF_WORK = re.compile(
    r"\b(?:of|wrote|film|book|novel|song|series|album|show|play|magazine) [“\"«‘][^“”\"«»]*[”\"»’],?\s*$", re.IGNORECASE
)
_AFTER_CLAUSE = re.compile(r"[^,]{12,},\s*$")
_HAS_ITS_VERB = re.compile(r"\s*(?:has|have|had|is|was|were|are|will|would|said|could|can|that)\b")
_ENDS = re.compile(r"\s*(?:[.,]|$)")


def _is_inverted(match: Match) -> bool:
    perfect, media = bool(match["aux"]), bool(match["media"])
    if not (perfect or media) or (match["verb"] == "told" and not media):
        return False
    if media and match["name"] and (" " not in match["name"] or _HAS_CHANNELS.search(match["media"])):
        return False  # "told BBC Sport", "told Reuters Health"
    before = match.unit[max(0, match.start - 300) : match.start]
    rest = match.unit[match.end : match.end + 40]
    if _HAS_ITS_VERB.match(rest):
        return False
    if (_AFTER_ANY_QUOTE if media else _AFTER_QUOTE).search(before):
        return not _TITLE_OF_WORK.search(before)
    plain = media or bool(match["office"] and match["verb"] in _PLAIN)
    return bool(plain and _AFTER_CLAUSE.search(before) and _ENDS.match(rest))


def _repair(match: Match) -> tuple[str, ...]:
    who, verb = match["name"] or match["office"], match["verb"]
    if match["media"]:
        return (f"{who} told {match['media']}" + (f" on {match['day']}" if match["day"] else ""),)
    verb = {
        "declared": "said",
        "stated": "said",
        "written": "wrote",
        "precised": "said",
        "launched": "said",
        "reacted": "said",
        "hammered": "said",
    }.get(verb, verb)
    if match["aux"] == "had ":
        return (f"{who} had {match['verb']}",)
    return (f"{who} {verb}",)


RULE = Rule(
    id="FRE-R402",
    slug="inverted-attribution",
    category="word-order",
    mqm="linguistic conventions/grammar/word order",
    severity="minor",
    confidence=0.92,
    message="French puts the verb in the perfect before the speaker; English has the speaker first, and the past tense.",
    pattern=(
        rf"[,!?”\"»’] ?[,”\"»’]? ?\b(?P<span>(?P<aux>(?:has|have|had) )?(?P<verb>{'|'.join(sorted(_VERBS))})(?: (?:to )?(?P<media>{_MEDIA})(?: (?:on )?(?P<day>[A-Z]\w+day))?)?"
        rf" (?:(?P<office>{_OFFICE})|(?P<name>{_NAME})))"
    ),
    guard=_is_inverted,
    repair=_repair,
)
