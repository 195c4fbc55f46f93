r"""A French institution named in French without a word of explanation: "the Conseil d'État rejected the appeal".

Why it matters
    The reader of English does not know what it is. Good papers keep the name and add what it does.
Flags
    The ⟦Conseil d'État⟧ rejected the appeal.
    He was questioned by the ⟦DGSI⟧ on Monday.
    The ⟦Cour de cassation⟧ ruled on Friday. The Cour de cassation is in Paris.
    The ⟦Quai d’Orsay⟧ declined to comment.
Leaves alone
    France's top administrative court, the Conseil d'Etat, rejected the appeal.
    The Conseil d'État, the highest administrative court, rejected the appeal.
    The state railway SNCF cancelled the trains.
    The domestic intelligence agency (DGSI) arrested him.
    The union CGT called a strike.
    The Banque de France (central bank) raised the rate.
Limits
    In preview: many papers leave well-known names alone. Only the first mention in an article is looked at.
Source
    Inventory FRE-E703.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_NAMES = (
    r"Conseil d['’][EÉ]tat|Conseil constitutionnel|Cour de cassation|Cour des comptes|Cour d['’]assises|Assemblée nationale"
    r"|Quai d['’]Orsay|Matignon|Bercy|Beauvau|SNCF|RATP|CNIL|DGSI|DGSE|Insee|INSEE|Pôle emploi|France Travail|Banque de France"
    r"|CGT|CFDT|Medef|MEDEF|Sécurité sociale|Conseil supérieur de la magistrature|Caisse des dépôts|Météo-France|GIGN|BRI|CRS"
)
_GLOSS = re.compile(
    r"\b(?:court|agency|union|railway|operator|institute|ministry|bank|body|watchdog|regulator|company|confederation|police|unit"
    r"|office|service|employers|statistics|assembly|parliament|chamber|authority|intelligence|forecaster|group)\b",
    re.IGNORECASE,
)


def _is_first_and_bare(match: Match) -> bool:
    """No noun that says what it is, within 60 characters on either side in the sentence."""
    if match.text in match.article.text[: match.offset + match.start]:
        return False
    beside = match.before[-60:], match.after[:60].split(".")[0]
    apposition = match.after.startswith((",", " (", ")")) or match.before.rstrip().endswith(("(", ","))
    return not any(_GLOSS.search(part) for part in beside) or not (apposition or _GLOSS.search(match.before[-30:]))


RULE = Rule(
    id="FRE-E703",
    slug="unglossed-institution",
    category="untranslated",
    mqm="audience appropriateness/culture-specific reference",
    severity="minor",
    confidence=0.5,
    message="A French institution that readers of English may not know; say what it is.",
    pattern=rf"\b(?P<span>{_NAMES})(?:\W|$)",
    guard=_is_first_and_bare,
    preview=True,
)
