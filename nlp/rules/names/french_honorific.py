r"""A French form of address: "M. Macron", "Mme Le Pen", "Me Dupond-Moretti".

Why it matters
    "M." reads like an initial, "Me" like a pronoun. English has Mr. and Ms., and no title for a lawyer.
Flags
    ⟦M.⟧ Macron met ⟦Me⟧ Dupond-Moretti.                       ⇒ Mr. ; lawyer | attorney
    According to ⟦M.⟧ Scholz, the talks failed.               ⇒ Mr.
    ⟦Mme⟧ Le Pen and ⟦Mlle⟧ Dubois were there.                ⇒ Ms. | Mrs. ; Ms. | Miss
    ⟦MM.⟧ Macron and Scholz met in Paris.                     ⇒ Messrs.
    When ⟦M.⟧ Macron spoke, ⟦M.M.⟧ Smith and Kahneman left.   ⇒ Mr. ; Messrs.
    “⟦M.⟧ Putin is lying,” he said.                           ⇒ Mr.
    His lawyer, ⟦Me⟧ Jean Dupont, was silent.                 ⇒ lawyer | attorney
    ⟦Mme.⟧ Lagarde raised the rate.                           ⇒ Ms. | Mrs.
Leaves alone
    M. Night Shyamalan made a film.
    Richard M. Nixon resigned, and John M. Smith stayed.
    The author is M. Scott Peck.
    Tell Me Why is a song; the Me Too movement grew.
    She asked me. Dupont said nothing.
    The film Call Me Madam was shown at the M. K. Gandhi hall.
    Dial M for murder at the M. H. de Young museum.
    He works for J. M. Barrie and for the M. Cohen & Sons company.
Limits
    A first name after "M." is taken for a title only when it is a common French one.
Source
    Inventory FRE-E702.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_FRENCH_NAMES = frozenset(
    """Alain Alexandre Alexis André Antoine Arnaud Aurélien Bernard Benoît Bruno Charles Christian Christophe Claude Clément
    Cédric Damien Daniel David Denis Didier Dominique Edouard Édouard Emmanuel Eric Éric Etienne Étienne Fabien Fabrice
    Florian Franck François Frédéric Gabriel Gérald Gérard Gilbert Gilles Grégory Guillaume Guy Henri Hervé Hubert Hugo
    Jacques Jean Jean-Baptiste Jean-Claude Jean-François Jean-Luc Jean-Marc Jean-Marie Jean-Michel Jean-Pierre Jean-Yves
    Jordan Jérôme Julien Laurent Louis Luc Lucas Marc Marcel Mathieu Matthieu Maurice Maxime Michel Nicolas Olivier Pascal
    Patrick Paul Philippe Pierre Raphaël Raymond Rémi Rémy René Richard Robert Roger Romain Roland Sébastien Serge
    Stéphane Sylvain Thibault Thierry Thomas Valéry Victor Vincent Vladimir Volodymyr Joe Donald Yannick Yves Xavier""".split()
)
_NOT_A_LAWYER = frozenset(
    "Too And The You Why Time First Before After Now In Out Up On A Al Generation Decade Day".split()
)
_TITLES = {
    "M": ("Mr.",),
    "MM": ("Messrs.",),
    "Mme": ("Ms.", "Mrs."),
    "Mmes": ("Mses.",),
    "Mlle": ("Ms.", "Miss"),
    "Me": ("lawyer", "attorney"),
}
# A capitalised word before "M." is a first name ("Richard M. Nixon"), unless it is one of these.
_OPENERS = frozenset(
    """When While As If But And For With Like In On At To By From After Before Since Although Because Then So Yesterday Today
    Tomorrow That Did Does Has Is Was Will Would Can What Why How Where Both Even Only Thus Yet Or Nor Than Neither""".split()
)
_WORD_BEFORE = re.compile(r"([A-Z][\w'’-]*[.,]?) $")
_SECOND_NAME = re.compile(r" (?:(?:de|du|d['’]|Le|La|El|Al) ?)?[\w'’-]+ (?:[A-Z][a-z]|[A-Z]\.|&|and Sons)")


def _is_title(match: Match) -> bool:
    title, name = match["title"].replace(".", ""), match["name"]
    if title not in ("M", "Me"):
        return True
    before = _WORD_BEFORE.search(match.before)
    if match.before.endswith(".") or (before and before[1].rstrip(",") not in _OPENERS):
        return False
    if title == "Me":
        return (
            name not in _NOT_A_LAWYER and len(name) > 2 and not re.search(r"\b(?:the|a|an|tell|call) $", match.before)
        )
    return name in _FRENCH_NAMES or not _SECOND_NAME.match(match.after)


RULE = Rule(
    id="FRE-E702",
    slug="french-honorific",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="minor",
    confidence=0.93,
    message="A French form of address; '{title}' is not used in English.",
    pattern=r"\b(?P<span>(?P<title>M\.M\.|MM?\.|Mmes?\b\.?|Mlle\b\.?|Me))\s(?P<name>(?:(?:de|du|d['’]|Le|La|El|Al) ?)?\p{Lu}[\p{L}'’-]+)",
    guard=_is_title,
    repair=lambda match: _TITLES[match["title"].replace(".", "")],
)
