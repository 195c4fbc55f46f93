r"""An advertising or cookie notice in the text: "Advertisement", "The rest after this ad", "We use cookies".

Why it matters
    The notice separates pieces of a page. Between two paragraphs of an article it means nothing.
Flags
    He resigned.\n⟦Advertisement⟧\nThe vote is on Monday.              ⇒ (delete)
    He resigned. ⟦The rest after this ad⟧ The vote is on Monday.         ⇒ (delete)
    He resigned.\n⟦Article continues below advertisement⟧               ⇒ (delete)
    He resigned.\n⟦Advertising⟧\n⟦Scroll to continue⟧                  ⇒ (delete) ; (delete)
    ⟦This site uses cookies.⟧\nHe resigned.                             ⇒ (delete)
    ⟦Accept all cookies⟧\n⟦Manage my preferences⟧\nHe resigned.        ⇒ (delete) ; (delete)
    ⟦Sponsored content⟧\nHe resigned.                                   ⇒ (delete)
Leaves alone
    Advertising revenue fell by a third.
    The site uses cookies to follow its readers, the regulator said.
    He spoke after this ad was broadcast.
    Advertisement sales have doubled, according to the group.
    Ad hoc talks will begin on Monday.
Limits
    The advertisement itself is not recognised, only its label.
Source
    Inventory FRE-S952; own collection from scraped news pages ("La suite après la publicité").
"""

from __future__ import annotations

from nlp.rules.layout._page import furniture, stands_alone
from nlp.rules.rule import Rule

_AD = r"(?:(?:this|the|an?|our) )?(?:ad|advert|advertisement|advertising|publicity)"
# Any words without a capital letter, so that the next sentence is not taken along.
_WORDS = r"(?-i:(?: [a-z][\w'’-]*){0,9})"

RULE = Rule(
    id="GEN-S964",
    slug="advertisement-line",
    category="residue",
    mqm="other/non-translation",
    severity="minor",
    confidence=0.97,
    languages=(),
    message="A label of advertising or cookies, not part of the article.",
    pattern=furniture(
        (
            r"advertisements?|advertising|publicity|adverts?",
            r"sponsored(?: content| article| by)?|paid content|promoted(?: content)?",
            rf"(?:the |article |story )?(?:rest|continuation|continue[sd])(?: of the article)? (?:after|below) {_AD}",
            r"scroll (?:down )?to continue(?: reading)?",
            rf"(?:we|(?:this|our) (?:web)?site) uses? cookies(?: to{_WORDS})?",
            r"(?:accept|reject|refuse|decline|manage) (?:all |the |my |your )*(?:cookies|preferences|consent)",
            rf"by (?:continuing|clicking){_WORDS},? you (?:accept|agree to){_WORDS}",
        )
    ),
    guard=stands_alone,
    repair="",
    safe=True,
    evidence="layout",
)
