"""A French word with an English ending, or none: "the previsions", "a perquisition", "the patronat".

Why it matters
    The translator did not find the word and let it through. Some of these stand in large dictionaries as
    rarities, so that a spelling checker says nothing, but no reader of news knows them in the sense they have here.
Flags
    The bank has lowered its growth ⟦previsions⟧.                      ⇒ forecasts
    Police carried out six ⟦perquisitions⟧ in the suburbs.             ⇒ searches | raids
    His home was ⟦perquisitioned⟧ on Tuesday.                          ⇒ searched
    ⟦The patronat⟧ rejected the offer.                                 ⇒ Employers | The employers' organisations
    The bill was drafted without ⟦concertation⟧ with the unions.       ⇒ consultation
    ⟦Frequentation⟧ of museums fell by a third.                        ⇒ Attendance
    The situation is ⟦inedited⟧.                                       ⇒ unprecedented
    The ministry gave no further ⟦precisions⟧.                         ⇒ details
    He offered his ⟦demission⟧ and had ⟦demissioned⟧ once before.      ⇒ resignation ; resigned
    Parliament voted the ⟦destitution⟧ of the president.               ⇒ removal | impeachment
    Traffic ⟦perturbations⟧ are expected on Thursday.                  ⇒ disruptions
    ⟦An inedit⟧ poem was sold.                                         ⇒ An unprecedented | An unpublished
    The economic ⟦conjuncture⟧ is difficult.                           ⇒ climate | situation
    It was a highly ⟦mediatized⟧ trial.                                ⇒ publicised
    The ⟦integrists⟧ have been banned.                                 ⇒ fundamentalists
    The ⟦planification⟧ of the works took a year.                      ⇒ planning
Leaves alone
    The Permanent Concertation Council meets in Madrid.
    The family lived in destitution, and the destitution of the refugees was shown.
    At this juncture nobody knows.
    Measurements of different precisions were compared.
    Perturbations of the orbit were computed.
    The prevision of Cicero was famed.
    His forecast proved right.
Limits
    Words that are French as they stand ("rentrée", "mairie") are another rule's.
Source
    Gardner 2016 for "planification", "precision"; French-English dictionaries for the rest.
"""

from __future__ import annotations

from nlp.rules.lexical._phrases import Phrases, Row
from nlp.rules.rule import Rule

_PHRASES = Phrases(
    (
        Row(r"previsions", "forecasts"),
        Row(r"perquisitions", "searches | raids"),
        Row(r"perquisition", "search | raid"),
        Row(r"perquisitioned", "searched"),
        Row(r"perquisitioning", "searching"),
        Row(r"the patronat", "employers | the employers' organisations"),
        Row(r"concertations?", "consultation", unless=r"(?-i:Concertation)"),
        Row(r"frequentation", "attendance"),
        Row(r"an inedit(?:ed)?", "an unprecedented | an unpublished"),
        Row(r"inedit(?:ed)?", "unprecedented"),
        Row(r"precisions", "details", before=r"(?:further|more|other|additional|any|no|some|several|new|without giving|(?:gave|give|given|provided|bring|brought|asked for)(?: \w+)?)", unless=r"measurements?|accuracy"),
        Row(r"demission(?P<s>s?)", "resignation{s}"),
        Row(r"demissioned", "resigned"),
        Row(r"destitution", "removal | impeachment", after=r" of (?:the )?(?:\w+ )?(?:president|prime minister|mayor|minister|king|governor|(?-i:[A-Z][a-z]+ [A-Z]))"),
        Row(r"destitution", "impeachment", after=r" (?:procedure|proceedings|vote|trial|motion)\b"),
        Row(r"destituted", "removed from office | dismissed"),
        Row(r"perturbation(?P<s>s?)", "disruption{s}", before=r"(?:traffic|train|rail|transport|major|strong|numerous|important|flight|service)"),
        Row(r"conjuncture", "climate | situation", before=r"(?:economic|difficult|current|international|unfavou?rable|global|bad|present)"),
        Row(r"mediati[sz]ed", "publicised", before=r"(?:very|highly|strongly|heavily|much|widely|most|overly|so)"),
        Row(r"integrist(?P<s>s?)", "fundamentalist{s}"),
        Row(r"integrism", "fundamentalism"),
        Row(r"planification", "planning"),
    )
)  # fmt: skip

RULE = Rule(
    id="FRE-L319",
    slug="french-word-in-english-dress",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="major",
    confidence=0.93,
    message="'{text}' is a French word that was let through; English news has another for it.",
    pattern=_PHRASES.pattern,
    guard=_PHRASES.fits,
    repair=_PHRASES.repair,
)
