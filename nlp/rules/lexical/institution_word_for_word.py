"""French courts, prosecutors and office-holders translated word by word: "the elected of the town", "the parquet".

Why it matters
    French institutions have names that English words do not cover: "les élus" are elected officials, "le
    parquet" is the prosecutor's office, "garde à vue" police custody, "juge d'instruction" an investigating
    magistrate. Word for word they are puzzles, or floors.
Flags
    The ⟦elected⟧ of the town declined to comment.                     ⇒ elected officials | councillors
    Several local ⟦elected⟧ have resigned.                             ⇒ elected officials | councillors
    The ⟦parquet⟧ opened an inquiry on Monday.                         ⇒ prosecutor's office | prosecutors
    The Paris ⟦parquet⟧ declined to comment.                           ⇒ prosecutor's office | prosecutors
    The ⟦parquet⟧ of Bobigny asked for 10 years.                       ⇒ prosecutor's office | prosecutors
    An ⟦instruction judge⟧ will hear the suspects.                     ⇒ investigating magistrate
    He appeared before the ⟦correctional court⟧ of Lille.              ⇒ criminal court
    Three men were ⟦placed in guard⟧ on Friday.                        ⇒ taken into police custody
    He was released and ⟦placed under judicial control⟧.               ⇒ placed under judicial supervision
    A ⟦judicial information⟧ was opened against him.                   ⇒ judicial investigation
    Police ⟦interpellated⟧ six people overnight.                       ⇒ arrested | detained
    The operation led to 12 ⟦interpellations⟧ near the station.        ⇒ arrests
    An ⟦arrest mandate⟧ was issued against the minister.               ⇒ arrest warrant
    The ⟦Guard of the Seals⟧ presented the bill.                       ⇒ Justice minister
Leaves alone
    The elected president of the club declined to comment.
    The newly elected of both houses met.
    Couples danced on the parquet, and the parquet floor shone.
    The parquet in the hall was laid in 1880.
    The house stayed under police guard.
    The tribunal is under judicial control, as the constitution demands.
    A member of the Knesset filed an interpellation to the minister.
    Elected officials of the town and the prosecutor's office declined to comment.
Limits
    Prefects, gendarmes and prefectures keep their names in English news and are left alone.
Source
    Inventory FRE-L316; French Ministry of Justice, glossary of terms in English.
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_OFFICE_ACTS = (
    r" (?:of [A-Z]\w+|has|had|said|says|opened|opens|declined|announced|asked|asks|appealed|appeals|confirmed|indicated|requested"
    r"|requests|did not|wants|ordered|decided|told|specified|also|refused|general)\b"
)
_POLICE = r"police|policemen|gendarmes?|officers|custody|demonstrators|protesters|suspects?|operation|drugs?|clashes|riots?|raids?"
_PHRASES = Phrases(
    (
        Row(
            r"electeds?",
            "elected officials | councillors",
            before=r"(?:the|some|many|several|these|those|local|municipal|regional|other)",
            after=r" (?:of|from) (?:the (?:town|city|region|municipality|department|majority|opposition|left|right|republic|district"
            r"|province|village|national rally|party|islands?|suburbs|nation|territory)|[A-Z])",
            unless=r"newly elected",
        ),
        Row(
            r"electeds?",
            "elected officials | councillors",
            before=r"(?:local|municipal|ecologist|environmentalist|green|socialist|communist|centrist|opposition|majority)",
            after=r"(?:,| (?:have|has|are|were|who|said|say|want|denounce|fear|called|call|and|demand|protest|[a-z]+ed))\b",
            unless=r"newly elected",
        ),
        Row(r"parquet", "prosecutor's office | prosecutors", after=_OFFICE_ACTS, unless=r"floor(?:ing|s)?|danc\w+|wood\w*|on the parquet"),
        Row(r"(?:instruction|instructing) judge(?P<s>s?)", "investigating magistrate{s}"),
        Row(r"judge(?P<s>s?) of (?:the )?instruction", "investigating magistrate{s}"),
        Row(r"correctional (?P<what>court|tribunal)(?P<s>s?)", "criminal court{s}"),
        Row(r"tribunal(?P<s>s?) of (?:great|grand|big|large|high) instance", "high court{s}"),
        Row(r"guard of (?:the )?seals", "justice minister"),
        Row(r"(?P<verb>placed|put|taken) (?:in|into|under) (?:police )?guard(?:ed)?(?: (?:at|to|in) (?:sight|view))?",
            "taken into police custody", before=r"(?:was|were|been|is|are|being|and|be)", unless=r"(?:house|building|hospital) \w+ under|under (?:police |heavy |armed )?guard"),
        Row(r"(?P<verb>placed|put|left|remains?|released) under judicial control", "{verb} under judicial supervision"),
        Row(r"judicial information(?P<s>s?)", "judicial investigation{s}", near=r"open(?:ed|ing|s)?"),
        Row(r"(?P<kind>international |european )?arrest mandate(?P<s>s?)|mandate(?P<t>s?) of (?:arrest|deposit)", "{kind}arrest warrant{s}{t}"),
        Row(r"interpellated", "arrested | detained", near=_POLICE),
        Row(r"interpellation(?P<s>s?)", "arrest{s}", near=_POLICE, unless=r"parliament|minister|MPs?|lawmakers?|deput(?:y|ies)|Knesset|question"),
        Row(r"(?:substitute (?:of the )?prosecutor|prosecutor substitute)", "deputy prosecutor"),
        Row(r"penitentiary administration", "prison service"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L316",
    slug="institution-word-for-word",
    category="terminology",
    mqm="terminology/wrong term",
    severity="major",
    confidence=0.88,
    message="The name of a French institution or procedure, translated word by word; English has a term for it.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
