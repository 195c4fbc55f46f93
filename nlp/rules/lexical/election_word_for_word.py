"""The vocabulary of French elections, word for word: "35% of the voices", "the second tour".

Why it matters
    French "voix" is a voice and a vote, "tour" a tour and a round, "élections anticipées" elections held early.
    The literal words say something else, or nothing.
Flags
    She won 35% of the ⟦voices⟧.                                       ⇒ votes | vote
    The bill passed by 290 ⟦voices⟧ to 210.                            ⇒ votes
    The motion got 45 ⟦voices⟧ in favour and 12 ⟦voices⟧ against.      ⇒ votes ; votes
    He came third with 12 percent of the ⟦suffrages⟧.                  ⇒ votes | vote
    The ⟦second tour⟧ of the presidential election is on Sunday.       ⇒ second round
    He was beaten in the ⟦first tour⟧ of voting.                       ⇒ first round
    The president called ⟦anticipated⟧ elections for March.            ⇒ early | snap
    ⟦Anticipated⟧ legislative elections will be held.                  ⇒ Early | Snap
    The ⟦head of list⟧ of the Greens welcomed the result.              ⇒ lead candidate
    The ⟦heads of list⟧ met for a debate before the European elections.  ⇒ lead candidates
Leaves alone
    Nearly 35% of the voices on the radio are women's.
    Two voices against the plan were heard in the hall.
    The much anticipated elections were delayed, as were the long-anticipated elections.
    The second tour of the band begins in May.
    It was the first tour of duty of the general.
    The anticipated election of a new pope drew crowds.
    He is at the head of the list.
Limits
    "Outgoing" for an incumbent ("sortant") is left alone: the president may be leaving.
Source
    Any French dictionary, "voix", "tour", "anticipé", "tête de liste".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_VOTE = r"adopted|motion|bill|resolution|ballot|elected|candidates?|rejected|abst\w+|passed|vot\w+"
_PHRASES = Phrases(
    (
        Row(r"voices", "votes | vote", before=r"\d[\d.,]* ?(?:%|percent|per cent) of(?: the)?", after=r"(?: (?:in|against|cast|for|at|to)\b|[.,;]|$)", unless=r"radio|women's|women’s|choir|songs?|music|actors?"),
        Row(r"voices", "votes", before=r"by \d+", after=r" (?:to|against)\b"),
        Row(r"voices", "votes", before=r"\d+", after=r" (?:in favou?r|against|for|to \d+)\b", near=_VOTE),
        Row(r"voices", "votes", before=r"(?:with|by|obtained|got|won) \d+", near=_VOTE),
        Row(r"suffrages", "votes | vote", before=r"(?:\d[\d.,]* ?(?:%|percent|per cent) of(?: the)?|\d+|majority of(?: the)?)(?: cast)?"),
        Row(r"(?P<which>first|second|two) tour(?P<s>s?)", "{which} round{s}", after=r" of (?:the |an? )?(?:[\w-]+ )?(?:elections?|vot(?:e|ing)|ballot|presidentials?|legislatives?|primary|polls?|municipals?|scrutiny|regionals?)\b(?! (?:observers|monitors|campaign))"),
        Row(r"anticipated", "early | snap", after=r" (?:(?:legislative|parliamentary|general|presidential|local|municipal|regional) elections?|elections)\b", unless=r"(?:much|highly|widely|eagerly|hotly|long|most|keenly|closely|so|the)[ -]anticipated"),
        Row(r"head(?P<s>s?) of list", "lead candidate{s}"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L321",
    slug="election-word-for-word",
    category="terminology",
    mqm="terminology/wrong term",
    severity="major",
    confidence=0.93,
    message="A term of French elections, translated word by word ('voix' is a vote, 'tour' a round, 'anticipé' early).",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
