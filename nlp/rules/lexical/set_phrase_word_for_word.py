"""A fixed expression of French news, word by word: "his vital prognosis is engaged", "a white weapon".

Why it matters
    The words are English, the expression is not: "pronostic vital engagé" means that somebody may die, an "arme
    blanche" is a knife, a "règlement de comptes" a settling of scores, "forces de l'ordre" the police.
Flags
    ⟦His vital prognosis is engaged⟧.                                  ⇒ His life is in danger
    ⟦Her vital prognosis is no longer engaged⟧.                        ⇒ Her life is no longer in danger
    ⟦The vital prognosis of the driver is engaged⟧.                    ⇒ The driver's life is in danger
    The man carried ⟦a white weapon⟧.                                  ⇒ a knife | a bladed weapon
    Police do not rule out ⟦a regulation of accounts⟧.                 ⇒ a settling of scores
    The ⟦forces of order⟧ used tear gas.                               ⇒ police | security forces
    He was stopped during an ⟦identity control⟧.                       ⇒ identity check
    The tax concerns ⟦physical persons⟧ and ⟦moral persons⟧.           ⇒ individuals | natural persons ; companies | legal entities
    Trains are late because of a ⟦social movement⟧.                    ⇒ strike
    The ⟦state of urgency⟧ was extended.                               ⇒ state of emergency
    The children suffered a ⟦food intoxication⟧.                       ⇒ food poisoning
    She claims damages for ⟦moral prejudice⟧.                          ⇒ emotional distress | pain and suffering
    The ⟦actors of the conflict⟧ will meet in Geneva.                  ⇒ parties to the conflict
Leaves alone
    The prognosis is good, and the vital signs are stable.
    White weapons collectors met black ones.
    The forces of order and chaos fight in the play.
    The civil rights movement was a social movement of its time.
    He acted with a sense of urgency, being a moral person.
    The actors of the theatre are on strike.
    No physical person was in the room but a voice.
Limits
    A list: an expression that is not in it is not seen.
Source
    French-English dictionaries, each expression under its noun.
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_ENGAGED = r"(?:engaged|committed|at stake|involved|in play|compromised)"
_PHRASES = Phrases(
    (
        Row(rf"(?P<whose>his|her|their|[\w-]+['’]s) (?:vital|life) prognosis (?P<be>is|was) (?P<not>not |no longer )?{_ENGAGED}", "{whose} life {be} {not}in danger"),
        Row(rf"the vital prognosis of the (?P<who>\w+) (?P<be>is|was) (?P<not>not |no longer )?{_ENGAGED}", "the {who}'s life {be} {not}in danger"),
        Row(r"(?:an? |the )?vital prognosis"),
        Row(r"a white weapon", "a knife | a bladed weapon"),
        Row(r"white weapon(?P<s>s?)", "bladed weapon{s}", near=r"attack\w*|stab\w*|police|wounded|injured|armed|knife|blows?"),
        Row(r"(?:a )?regulations? of accounts", "a settling of scores"),
        Row(r"forces of (?:the )?order", "police | security forces", near=r"police|tear gas|demonstrat\w+|protest\w*|clash\w*|arrest\w*|riots?|gunm[ae]n|attack\w*|streets?|intervene[ds]?|officers?|deployed", unless=r"order and|theat(?:re|er)|play"),
        Row(r"identity control(?P<s>s?)", "identity check{s}"),
        Row(r"physical persons", "individuals | natural persons"),
        Row(r"moral persons", "companies | legal entities", near=r"physical|natural|tax\w*|liab\w+|law|legal|entit(?:y|ies)"),
        Row(r"moral person", "company | legal entity", near=r"physical person|natural person|liab\w+|tax"),
        Row(r"social movement", "strike", before=r"(?:because of|due to|following|owing to|by|announced|national|during)(?: an?| the| this)?", near=r"trains?|sncf|ratp|traffic|flights?|metro|rail\w*|airport|unions?|strik\w+|delays?|cancell\w+|staff|employees"),
        Row(r"state of urgency", "state of emergency"),
        Row(r"(?:food|alimentary) intoxication(?P<s>s?)", "food poisoning"),
        Row(r"carbon monoxide intoxication(?P<s>s?)", "carbon monoxide poisoning"),
        Row(r"moral prejudice", "emotional distress | pain and suffering"),
        Row(r"(?P<kind>material|financial|economic|ecological) prejudice", "{kind} damage", near=r"suffered|compensat\w+|estimat\w+|euros|damages|amount\w*|repair"),
        Row(r"(?:actors|protagonists) of the (?P<what>conflict|crisis|negotiations|talks|dispute)", "parties to the {what}"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L336",
    slug="set-phrase-word-for-word",
    category="calque",
    mqm="accuracy/mistranslation",
    severity="major",
    confidence=0.93,
    message="'{text}' is a fixed French expression, translated word by word; English says it otherwise.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
