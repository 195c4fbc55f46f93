"""'syndicat' translated as "syndicate": "the syndicates call for a strike".

Why it matters
    A French "syndicat" is a trade union. An English syndicate is a group of banks, gamblers or criminals.
Flags
    The ⟦syndicates⟧ called for a strike on Thursday.                  ⇒ unions | trade unions
    A teachers’ ⟦syndicate⟧ denounced the reform.                      ⇒ union | trade union
    The railway workers and their ⟦syndicates⟧ walked out.             ⇒ unions | trade unions
    According to the ⟦syndicate⟧ CGT, 300 jobs are threatened.         ⇒ union | trade union
    The overseers’ ⟦syndicate⟧ has asked staff to strike.              ⇒ union | trade union
Leaves alone
    A crime syndicate paid the workers to strike the bank.
    The syndicate of banks will place the bonds.
    Betting syndicates in Asia were behind the match.
    The syndicate that owns the horse met its employees.
    The column is run by a newspaper syndicate.
Limits
    Needs a strike, a trade or a union's name in the sentence.
Source
    Any French dictionary, "syndicat".
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PHRASES = Phrases(
    (
        Row(
            r"syndicate(?P<s>s?)",
            "union{s} | trade union{s}",
            near=r"strik(?:e|es|ing)|strikers|walk(?:ed)? out|walkout|CGT|CFDT|CFTC|Unsa|SUD|Force Ouvrière|FO|workers|employees|staff|teachers['’]?"
            r"|wages?|salar(?:y|ies)|pensions?|collective bargaining|magistrates|police officers|railway(?:men)?|doctors['’]?",
            unless=r"crim\w+|drugs?|gangs?|mafia|cartel|betting|bets?|gambling|banks?|bonds?|loans?|investors?|insurance|Lloyd['’]s|horse"
            r"|newspaper|television|comic|traffick\w+|smuggl\w+|lottery|financ\w+|underwrit\w+|launder\w+|fraud|scam",
        ),
    )
)

RULE = Rule(
    id="FRE-L334",
    slug="syndicate-for-union",
    category="false-friend",
    mqm="accuracy/mistranslation/false friend",
    severity="major",
    confidence=0.88,
    message="A French 'syndicat' is a trade union; an English syndicate is of banks, gamblers or criminals.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
