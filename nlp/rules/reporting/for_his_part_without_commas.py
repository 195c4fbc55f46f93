"""'pour sa part' between subject and verb without commas: "Mr. Putin for his part stressed".

Why it matters
    French sets "pour sa part" behind the verb's auxiliary without commas. English has the expression too, but as
    an aside; without its commas the reader stumbles.
Flags
    ⟦Mr. Putin for his part stressed⟧ that talks would go on.
        ⇒ Mr. Putin, for his part, stressed
    ⟦The union for its part rejected⟧ the offer.                       ⇒ The union, for its part, rejected
    ⟦Angela Merkel for her part said⟧ nothing.                         ⇒ Angela Merkel, for her part, said
    ⟦The Americans for their part have promised⟧ help.                 ⇒ The Americans, for their part, have promised
    On Friday ⟦the French president for his part announced⟧ a visit.   ⇒ the French president, for his part, announced
Leaves alone
    Mr. Putin, for his part, stressed that talks would go on.
    He was jailed for his part in the robbery.
    The court sentenced three men for their part and fined a fourth.
    She won a prize for her part played in the film.
    The actor was praised for his part said to be the hardest of the play.
    Belgium admitted responsibility for its part in the killing.
    Iran for its part, scares investors.
    The committee elected the senator for her part said to be decisive.
Limits
    Before verbs that tell what was said or done; other verbs are left alone.
Source
    Seed article, "M. Poutine a pour sa part souligné".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.rules.rule import Match, Rule
from nlp.text.verbs import base_of_past
from nlp.types import Article

_SAID = (
    r"stressed|said|says|announced|announces|declared|rejected|rejects|accused|accuses|denied|denies|called|calls|warned|warns"
    r"|added|told|explained|explains|promised|assured|underlined|indicated|confirmed|insisted|insists|believes|believed|wants|wanted"
    r"|considers|considered|estimated|estimates|denounced|denounces|welcomed|welcomes|recalled|recalls|noted|notes|asked|asks|urged"
    r"|urges|reiterated|refused|refuses|stated|affirmed|claimed|claims|criticized|criticised|regretted|regrets|deplored|demanded"
    r"|demands|expressed|hailed|judged|reacted|responded|replied|repeated|argued|argues|suggested|proposed|threatened|decided"
)
_AUXILIARY = r"has|have|had|will|would|did not|does not|is|was|are|were"
# A person, an office, a state, from the beginning of its clause.
_SUBJECT = re.compile(
    r"(?:^|[.!?…][”\"’)]* |[,;:—–] |[“\"(]|\b(?:[Aa]nd|[Bb]ut|that|[Ww]hile|[Oo]n \w+day|[Tt]oday|[Yy]esterday) )"
    r"(?P<subject>(?:(?:Mr|Mrs|Ms|Dr)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[\w’'-]+ ){0,4}[\w’'-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}))$",
    re.MULTILINE,
)
_PHRASE = re.compile(
    rf" (?P<phrase>for (?:his|her|its|their) part) (?P<verb>(?:(?:{_AUXILIARY}) )?(?:also )?(?:{_SAID}|[a-z]+ed))\b"
)
_REACH = 100
# What one is praised or jailed for, so that "part" is a role.
_FOR_A_ROLE = re.compile(
    r"\b(?:jailed|sentenced|convicted|fined|praised|arrested|prize|award|awards|punished|responsib\w+|paid|charged|tried|suspended"
    r"|criticised|criticized|blamed|known|thanked|nominated|credit\w*|wanted|sought|remembered)\b",
    re.IGNORECASE,
)


def _find(article: Article) -> Iterator[Match]:
    text = article.text
    for found in _PHRASE.finditer(text) if " part " in text else ():
        subject = _SUBJECT.search(text[max(0, found.start() - _REACH) : found.start()])
        if subject and _is_subject_alone(subject["subject"]):
            start = found.start() - len(subject["subject"])
            yield Match(article, text, 0, start, found.end(), {"subject": subject["subject"], **found.groupdict()})


def _is_subject_alone(subject: str) -> bool:
    """No verb stands in it that "for his part" would belong to."""
    return not _FOR_A_ROLE.search(subject) and not any(w.islower() and base_of_past(w) for w in subject.split())


RULE = Rule(
    id="FRE-R409",
    slug="for-his-part-without-commas",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.8,
    message="French 'pour sa part' stands without commas; in English '{phrase}' between subject and verb is an aside.",
    find=_find,
    repair="{subject}, {phrase}, {verb}",
    in_quotes=False,
)
