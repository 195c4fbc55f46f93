"""'mettre en examen' translated word for word: "He was put in examination".

Why it matters
    In French law a suspect is "mis en examen": placed under formal investigation by a judge. No English reader
    takes "put in examination" for that.
Flags
    He was ⟦put in examination⟧ on Friday.                            ⇒ placed under formal investigation
    Two executives have been ⟦placed under examination⟧ for fraud.    ⇒ placed under formal investigation
    The judge ⟦put him in examination⟧ for murder.                    ⇒ placed him under formal investigation
    Her ⟦setting in examination⟧ surprised the party.                 ⇒ formal investigation
    The mayor, ⟦set in examination⟧ in May, denies everything.        ⇒ placed under formal investigation
    After his ⟦putting under examination⟧, he resigned.               ⇒ formal investigation
Leaves alone
    The patient was under examination for two hours.
    The plan is under examination by the committee.
    The samples were placed under a microscope for examination.
    He put the question in the examination.
    She failed in the examination.
Limits
    "indicted" and "charged", which come close, are left to the editor.
Source
    Inventory FRE-C205; French code of criminal procedure, art. 80-1.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule


def _repair(match: Match) -> tuple[str, ...]:
    if match["noun"]:
        return ("formal investigation",)
    return (f"placed{match['whom']} under formal investigation",)


RULE = Rule(
    id="FRE-C205",
    slug="put-in-examination",
    category="calque",
    mqm="terminology/wrong term",
    severity="major",
    confidence=0.9,
    message="French 'mise en examen' is being placed under formal investigation by a judge.",
    pattern=(
        r"\b(?P<span>(?:(?:put|placed|set)(?P<whom> (?:him|her|them|(?:Mr\.? |Mrs\.? |Ms\.? )?[A-Z][\w’-]+))?"
        r"|(?P<noun>setting|putting|placing|placement)) (?:in|under|on) (?:formal )?examination)\b"
    ),
    repair=_repair,
)
