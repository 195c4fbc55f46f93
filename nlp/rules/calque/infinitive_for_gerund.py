"""An infinitive where English has -ing: "succeeded to escape", "prevents them to leave", "without to wait".

Why it matters
    After "éviter de", "réussir à", "empêcher … de", "sans" French has an infinitive. The English verb or preposition
    takes a gerund, often with a preposition of its own.
Flags
    He ⟦avoided to answer⟧ the question.                              ⇒ avoided answering
    The team ⟦succeeded to win⟧ the cup.                              ⇒ succeeded in winning
    Police ⟦prevented the demonstrators to come⟧ too close.           ⇒ prevented the demonstrators from coming
    The court wants to ⟦prevent Mr Gadd to travel⟧ to France.         ⇒ prevent Mr Gadd from traveling
    Two men ⟦accused to have⟧ sold arms were tried.                    ⇒ accused of having
    Is the army ⟦capable to hold⟧ the town?                           ⇒ capable of holding
    The firm ⟦considers to sell⟧ its shares.                          ⇒ considers selling
    They have ⟦difficulties to understand⟧ the text.                  ⇒ difficulty understanding
    Prices fell ⟦without to reach⟧ last year's low.                   ⇒ without reaching
    The migrants ⟦contribute to reduce⟧ the shortage.                 ⇒ contribute to reducing
    We ⟦look forward to meet⟧ the new mayor.                          ⇒ look forward to meeting
    The allies ⟦insisted to take⟧ part.                               ⇒ insisted on taking
    The bank ⟦envisages to close⟧ ten branches.                       ⇒ envisages closing
    He left ⟦with the aim to create⟧ a party.                         ⇒ with the aim of creating
Leaves alone
    He was considered to be a hero.
    The group, considered to have links with the army, was banned.
    For those in cars, it’s recommended to close the windows.
    These are what he would consider to be normal things.
    She succeeded to the throne.
    Residents are recommended to stay at home.
    They prevented a plot to send arms.
    The risks to price stability are high.
    They look forward to work and to play.
    He suggested to Mr. Barroso that they meet.
    The accused told the police that he was asleep.
    He had never thought to ask.
    The army prevented the attack to save lives.
    He contributed to change in the country.
    The day before to a total of 14,000 cases.
    They prevented competition and allowed it to unfairly influence the vote.
    The aim to win is not enough.
    It is difficult to understand.
Limits
    In preview: the French who post-edit make the mistake as often as machines do. After "prevent" only pronouns, names and groups of people, since an infinitive may also tell the purpose.
Source
    Court of Auditors, Misused English words; Swan, Practical English Usage, "-ing form or infinitive?".
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import gerund, is_base

# By what stands between the word and the -ing form.
_HEADS = {
    "": (
        r"avoid(?:s|ed|ing)?|consider(?:s|ed|ing)?|envisag(?:e|es|ed|ing)|contemplat(?:e|es|ed|ing)|suggest(?:s|ed"
        r"|ing)?"
        r"|recommend(?:s|ed|ing)?|risk(?:s|ed|ing)?|difficult(?:y|ies)|without"
    ),
    " in": r"succeed(?:s|ed|ing)?",
    " on": r"insist(?:s|ed|ing)?",
    " of": r"accused|capable|incapable|thinks?|thinking|the fact|(?:with|in) the (?:aim|goal|objective)",
    " to": r"contribut(?:e|es|ed|ing)|look(?:s|ed|ing)? forward|opposed|devoted|dedicated|accustomed",
}
_HINDER = r"(?:prevent(?:s|ed|ing)?|dissuad(?:e|es|ed|ing)|discourag(?:e|es|ed|ing)|prohibit(?:s|ed|ing)?)"
_GROUP = (
    r"(?:people|community|communities|governments?|authorities|police|army|men|women|children|compan(?:y|ies)"
    r"|countr(?:y|ies)"
    r"|states?|banks?|troops|forces|courts?|unions?|part(?:y|ies)|students|residents|migrants|opponents|refugees"
    r"|employees|team"
    r"|president|minister|world|exchange rate|[a-z]+(?:ors|ists|ians|eers)|workers|players|fighters|leaders|soldiers"
    r"|foreigners|voters|drivers|supporters|lawyers)"
)
_WHO = (
    r"(?:him|her|them|us|me|it|you|(?:M(?:r|rs|s)\.? )?[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){0,2}"
    rf"|(?:(?:the|its|his|her|their|our|these|those|many|some) )?(?:[a-z]+ )?{_GROUP})"
)
# Verbs that are no nouns: "contributed to change" is good English.
_NO_NOUN = frozenset(
    """reduce improve create make strengthen ensure build solve maintain develop raise lower bring give keep weaken
    worsen explain transform establish stabilize stabilise see meet hear manage receive continue discover become
    get have be go join know learn find feed finance preserve protect reinforce restore limit avoid prevent
    understand allow let take lose leave accept increase""".split()
)
_NOT_BEFORE = {
    "think": re.compile(r"\b(?:not|never|n['’]t|to|even|ever|did|do|does|could|would) $"),
    "accused": re.compile(r"\b(?:the|an|two|three|other|no) $", re.IGNORECASE),
    "difficulty": re.compile(r"\b(?:in|the|its|this|of|with) $"),
    "difficulties": re.compile(r"\b(?:in|the|its|these|of|with) $"),
}
_SUBJECT = re.compile(
    r"\b(?:he|she|it|they|we|who|which|that|would|could|will|may|might|has|have|had|[A-Z][\w’-]+)(?: also)?\s+$"
)


def _takes_a_gerund(match: Match) -> bool:
    head = match["head"]
    if not is_base(match["verb"]):
        return False
    if head.startswith("consider") and match["verb"] in ("be", "have"):
        return False  # "what I consider to be wrong"
    if head in ("considered", "suggested", "recommended"):
        return bool(_SUBJECT.search(match.before))
    if head.startswith("risk"):
        return bool(_SUBJECT.search(match.before))
    unwanted = _NOT_BEFORE.get("think" if head.startswith("think") else head)
    if unwanted and unwanted.search(match.before):
        return False
    return _connector(head) != " to" or match["verb"] in _NO_NOUN


def _connector(head: str) -> str:
    return next((connector for connector, heads in _HEADS.items() if re.fullmatch(heads, head)), " from")


def _repair(match: Match) -> tuple[str, ...]:
    head = "difficulty" if match["head"] == "difficulties" else match["head"]
    start = head or f"{match['hinder']} {match['who']}"
    return (f"{start}{_connector(match['head'])} {gerund(match['verb'])}",)


RULE = Rule(
    id="FRE-C223",
    slug="infinitive-for-gerund",
    category="calque",
    mqm="linguistic conventions/grammar",
    severity="minor",
    confidence=0.9,
    message="English takes an -ing form here, where French takes an infinitive.",
    pattern=(
        rf"\b(?P<span>(?:(?P<head>{'|'.join(_HEADS.values())})"
        rf"|(?P<hinder>{_HINDER}) (?P<who>{_WHO})) to (?P<verb>[a-z]+))\b"
    ),
    guard=_takes_a_gerund,
    repair=_repair,
    preview=True,
)
