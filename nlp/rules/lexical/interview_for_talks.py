"""'entretien' between heads of state translated as "interview": "the interview with Mr. Macron".

Why it matters
    French "entretien" is any conversation that was arranged: a journalist's interview, but also the talks of two
    presidents. "Interview" makes one of them a reporter.
Flags
    President Putin and his counterpart Emmanuel Macron met. Mr. Putin stressed, during the
        ⟦interview with Mr. Macron⟧, that he wanted peace.                 ⇒ talks with Mr. Macron | meeting with Mr. Macron
    Chancellor Scholz had ⟦an interview with President Biden⟧ on Monday.   ⇒ talks with President Biden | a meeting with President Biden
    The Turkish president held a ⟦telephone interview with his Russian counterpart⟧.
        ⇒ telephone conversation with his Russian counterpart | phone call with his Russian counterpart
    President Xi Jinping received Vladimir Putin, the Russian president. The ⟦interview between Mr. Putin and Mr. Xi⟧ was cordial.
        ⇒ meeting between Mr. Putin and Mr. Xi | talks between Mr. Putin and Mr. Xi
    Prime Minister Meloni ⟦interviewed with her Spanish counterpart⟧ in Rome.
        ⇒ spoke with her Spanish counterpart | held talks with her Spanish counterpart
    The minister will have a long ⟦interview with his British counterpart⟧.
        ⇒ meeting with his British counterpart | conversation with his British counterpart
    The two presidents discussed Syria during their ⟦interview⟧.           ⇒ talks | meeting
    Rishi Sunak, the prime minister, is ready. Mr. Sunak and President Biden will have ⟦an interview⟧ in London.
        ⇒ talks | a meeting
    The king received his Belgian counterpart for ⟦an interview⟧.          ⇒ talks | a meeting
    Foreign Minister Lavrov said before his ⟦interviews with US Secretary of State Antony Blinken⟧ that he was ready.
        ⇒ talks with US Secretary of State Antony Blinken
Leaves alone
    President Putin rebuked his counterpart Emmanuel Macron for his interview with The Economist.
    In an interview with President Trump, Bill O’Reilly called President Putin a killer.
    President Macron said in an interview with CNN that President Putin must leave Ukraine.
    The newspaper published an interview with President Macron. President Putin commented on the interview with Mr. Macron.
    The reporter’s interview with Prime Minister Johnson lasted an hour.
    She had an interview with the minister’s staff for a job as an adviser.
    Police had an interview with Mr. Smith.
    James Comey interviewed with President Trump for the post of director.
    The two presidents discussed Syria during their television interview.
Limits
    Both sides must be leaders by the article's own words; who is only named, without a title anywhere, is not seen.
Source
    Seed article, "lors de l'entretien avec M. Macron".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from nlp.rules.lexical._leaders import NAME, TITLE, WORD, is_leader, named_with, surnames
from nlp.rules.rule import Match, Rule
from nlp.types import Article

_REACH = 400
_MANY = 10  # an article that speaks of so many interviews in the media is about them
_QUALIFIER = rf"(?:the|his|her|its|their|new|former|then|foreign|defen[cs]e|interior|vice|deputy|US|U\.S\.|EU|{WORD}|[a-z-]{{3,24}})"
_PARTY = (
    rf"(?:(?:{_QUALIFIER} ){{0,5}}{TITLE}(?: of (?:the )?{WORD})?(?: {NAME})?|(?:Mr|Mrs|Ms|Mme|M)\.? {NAME}|{NAME})"
)
_MENTION = re.compile(r"\binterview(?P<form>s|ed|ing)?\b")
_WITH = re.compile(
    rf"(?: by (?:tele)?phone| on {WORD}| of [\w -]{{1,24}} (?:hours?|minutes))? with (?P<party>{_PARTY})"
)
_BETWEEN = re.compile(rf" (?P<join>between|of) (?P<first>{_PARTY}) (?:and|with) (?P<party>{_PARTY})")
_INDEFINITE = re.compile(r"\b(?P<article>an?|another|one|each|every) (?P<adjectives>(?:[\w-]{1,24} ){0,3})$")
_BY_PHONE = re.compile(r"\b(?:tele)?phone $")
_OPENING = re.compile(r"\b(?:[Ii]n|[Dd]uring) (?:an?|the|his|her|this|that) (?:[\w-]{1,24} ){0,2}$")
_THEIRS = re.compile(r"\b(?:[Tt]heir|[Tt]he|this) $")
_ONE = re.compile(r"\b(?:this|that|first|second|third|last|latest|next) $")
_SINGULAR_VERB = re.compile(r",? (?:is|was|has|lasts|takes|comes|also|will be held)\b")
_TWO = re.compile(r"\b[Tt]he two (?:leaders|presidents|heads of (?:state|government)|(?:foreign )?ministers)\b")
_HAVE = re.compile(r"\b(?:have|had|hold|held|holds|having|holding|for) (?:an?|another|their) (?:[\w-]{1,24} ){0,2}$")
_RECEIVED = re.compile(rf"\b(?:receiv|host|welcom|met|meet)\w* (?P<party>{_PARTY}) (?:[\w ]{{1,40}} )?for an? ")
_PAIR = re.compile(
    rf"\b(?P<first>{_PARTY}) and (?P<second>{_PARTY}) (?:will|would|should|are to|have|had|held|are due to)\b"
)
_MEDIA = re.compile(
    r"\b(?:channels?|television|TV|radio|newspapers?|magazines?|weekly|daily|journalists?|reporters?|podcasts?|broadcast\w*|aired"
    r"|published|news|presenters?|anchors?|columnists?|editors?|interviewers?|viewers|listeners|readers|YouTube|website|documentary|gave|gives|giving|granted|grants|watch\w*|shown|sat down|sit down|on[- ]camera|media|reporter"
    r"|BBC|CNN|CBS|NBC|ABC|MSNBC|AFP|AP|Reuters|Bloomberg|Fox|Sky|Times|Post|Guardian|Economist|Journal|Figaro|Monde|Parisien"
    r"|Libération|Liberation|Mediapart|TF1|France (?:2|24|Inter|Info)|franceinfo|RTL|BFM\w*|LCI|CNews|Europe 1|RMC|Spiegel|Bild|Zeit"
    r"|ARD|ZDF|Corriere|Repubblica|País|Pais|Mundo|RIA|TASS|Tass|Interfax|Kommersant|Jazeera|Arabiya|Axios|Politico|Time|NHK|Welt"
    r"|press(?! (?:conference|service|release|statement|secretary|office)))\b"
)
_JOB = re.compile(
    r"\b(?:jobs?|posts?|positions?|candida\w+|nomin\w+|vacancy|roles?|director|recruit\w+|hir(?:e|ed|ing)|applicants?)\b"
)
_SUBJECT = re.compile(
    rf"(?P<subject>{NAME}) (?:has |had |also )?(?:said|told|asked|says|interviewed|recalled|claimed|called)\b"
)


def _find(article: Article) -> Iterator[Match]:
    text = article.text
    if "interview" not in text:
        return
    known = surnames(text)
    starts = [sentence.start for sentence in article.sentences]
    mentions = [(mention, *_windows(article, starts, mention.start())) for mention in _MENTION.finditer(text)]
    by_media = [sentence for _, sentence, _ in mentions if _MEDIA.search(sentence)]
    if len(by_media) > _MANY:
        return
    for mention, sentence, context in mentions:
        match = _talks(article, mention, sentence, context, known)
        if match and not any(_may_be_the_same(match["party"], other, known) for other in by_media):
            yield match


def _windows(article: Article, starts: list[int], at: int) -> tuple[str, str]:
    """The sentence that the offset lies in, and the same with the sentence before it; both bounded."""
    index = bisect_right(starts, at) - 1
    if index < 0:
        return "", ""
    end = min(article.sentences[index].end, at + _REACH)
    before = article.sentences[max(0, index - 1)].start
    return article.text[max(starts[index], at - _REACH) : end], article.text[max(before, at - 2 * _REACH) : end]


def _may_be_the_same(party: str, media_interview: str, known: frozenset[str]) -> bool:
    """A journalist's interview told of elsewhere may be this one unless it names another leader and not this one."""
    return not named_with(media_interview, known, other_than=party) or any(
        word in media_interview for word in re.findall(rf"\b{WORD}\b", party) if word in known
    )


def _talks(
    article: Article, mention: re.Match[str], sentence: str, context: str, known: frozenset[str]
) -> Match | None:
    text, start = article.text, mention.start()
    before = text[max(0, start - 80) : start]
    if _MEDIA.search(sentence) or _JOB.search(sentence):
        return None
    other = _BETWEEN.match(text, mention.end(), mention.end() + _REACH)
    with_ = other or _WITH.match(text, mention.end(), mention.end() + _REACH)
    if with_ is None:
        if mention["form"] is None and _both_have_it(text, before, mention.end(), sentence, known):
            return _match(article, start, mention.end(), form="bare", before=before)
        return None
    party = with_["party"]
    if not is_leader(party, known) or (other and not is_leader(other["first"], known)):
        return None
    if not other and "ounterpart" not in party and not named_with(context.replace(party, ""), known, other_than=party):
        return None
    if not other and _somebody_else_asks(text, before, with_.end(), sentence, known):
        return None
    form = "between" if other else mention["form"] or "with"
    return _match(
        article, start, with_.end(), form=form, before=before, party=party, first=other["first"] if other else ""
    )


def _both_have_it(text: str, before: str, end: int, sentence: str, known: frozenset[str]) -> bool:
    """Two leaders share the interview: "their interview", or "Mr. Biden and Mr. Xi will have an interview"."""
    if _THEIRS.search(before) and _TWO.search(sentence):
        return True
    if not _HAVE.search(before) or text.startswith((" with", " by a", " by the"), end):
        return False
    received = _RECEIVED.search(before)
    pair = _PAIR.search(sentence)
    return bool(received and is_leader(received["party"], known)) or bool(
        pair and is_leader(pair["first"], known) and is_leader(pair["second"], known)
    )


def _somebody_else_asks(text: str, before: str, end: int, sentence: str, known: frozenset[str]) -> bool:
    """Such as: "In an interview with President Trump, Bill O’Reilly called", "Bill O’Reilly said in an interview with"."""
    follows = re.match(rf", (?P<subject>{NAME})\b", text[end : end + 120]) if _OPENING.search(before) else None
    leads = _SUBJECT.match(sentence)
    return any(found is not None and not is_leader(found["subject"], known) for found in (follows, leads))


def _match(
    article: Article, start: int, end: int, *, form: str, before: str, party: str = "", first: str = ""
) -> Match:
    """The match; its span takes in "telephone", and an article that the repair would not stand."""
    phone = _BY_PHONE.search(before)
    indefinite = _INDEFINITE.search(before)
    if phone:
        start -= len(phone[0])
    elif indefinite and not indefinite["adjectives"] and indefinite["article"] in ("a", "an"):
        start -= len(indefinite[0])
    single = bool(indefinite or _ONE.search(before) or _SINGULAR_VERB.match(article.text, end))
    has = bool(re.search(r"\b(?:has|have|had) $", before))
    groups = {
        "form": form,
        "party": party,
        "first": first,
        "phone": "phone" if phone else "",
        "one": "one" if single else "",
    }
    groups |= {"an": "an" if indefinite and not indefinite["adjectives"] else "", "has": "has" if has else ""}
    return Match(article, article.text, 0, start, end, groups)


def _repair(match: Match) -> tuple[str, ...]:
    tail = (
        f" between {match['first']} and {match['party']}" if match["form"] == "between" else f" with {match['party']}"
    )
    if match["form"] in ("ed", "ing"):
        speak = "speaking" if match["form"] == "ing" else "spoken" if match["has"] else "spoke"
        return f"{speak}{tail}", ("holding" if match["form"] == "ing" else "held") + f" talks{tail}"
    if match["phone"]:
        return f"telephone conversation{tail}", f"phone call{tail}"
    if match["form"] == "s":
        return (f"talks{tail}",)
    if match["form"] == "bare":
        if match["an"]:
            return "talks", "a meeting"
        return ("meeting", "talks") if match["one"] else ("talks", "meeting")
    if match["an"]:
        return f"talks{tail}", f"a meeting{tail}"
    if match["one"]:
        return f"meeting{tail}", f"{'talks' if match['form'] == 'between' else 'conversation'}{tail}"
    return f"talks{tail}", f"meeting{tail}"


RULE = Rule(
    id="FRE-L317",
    slug="interview-for-talks",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.93,
    message="French 'entretien' between leaders is talks or a meeting; an interview is given to a journalist.",
    find=_find,
    repair=_repair,
)
