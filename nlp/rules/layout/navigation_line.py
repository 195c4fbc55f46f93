r"""Navigation of the web page in the text: "Skip to main content", "Home > World > Europe", "Back to top".

Why it matters
    Menus and links are no part of the article; a reader or a program that takes them for text is misled.
Flags
    ⟦Skip to main content⟧\nThe strike goes on.                    ⇒ (delete)
    ⟦Skip to main content⟧ The strike goes on in Paris.             ⇒ (delete)
    He resigned.\n⟦Back to top⟧                                    ⇒ (delete)
    He resigned.\n⟦Previous article Next article⟧                  ⇒ (delete)
    ⟦Home > World > Europe⟧\nHe resigned on Tuesday.               ⇒ (delete)
    ⟦Menu⟧\n⟦Search⟧\nHe resigned on Tuesday.                     ⇒ (delete) ; (delete)
    He resigned.\n⟦Please enable JavaScript.⟧                      ⇒ (delete)
    ⟦Click here to view the video⟧\nHe resigned.                   ⇒ (delete)
    He resigned.\n⟦All rights reserved.⟧                           ⇒ (delete)
Leaves alone
    Skip to the end, his lawyer told the court.
    Home is where the heart is.
    Search teams found two survivors.
    Menu prices rose by 5%.
    Rates went from 3 > 5 > 8 within a year.
    Next, the article quotes the minister.
    Back to top form, the champion won in Rome.
Limits
    A menu in which only names of sections stand, without an arrow between them, is not seen.
Source
    Own collection from scraped news pages.
"""

from __future__ import annotations

from nlp.rules.layout._page import furniture, stands_alone
from nlp.rules.rule import Rule

_CRUMB = r"(?-i:\p{Lu}[\p{L}'’&-]*(?: [\p{L}'’&-]+){0,3})"
_WORDS = r"(?-i:(?: [a-z][\w'’-]*){0,6})"

RULE = Rule(
    id="GEN-S963",
    slug="navigation-line",
    category="residue",
    mqm="other/non-translation",
    severity="minor",
    confidence=0.96,
    languages=(),
    message="Navigation of the web page, not part of the article.",
    pattern=furniture(
        (
            r"(?:skip|go|jump) (?:directly |straight )?to (?:the )?(?:main |page )?(?:content|navigation|menu)",
            r"(?:back|return) to (?:the )?(?:top(?: of (?:the )?page)?|homepage|home page|home)",
            r"skip navigation|top of (?:the )?page|(?:previous|next) (?:article|page|story|post)",
            r"menu|(?:main )?navigation|search|close|homepage|loading|page not found|error 404",
            rf"home(?:page)?(?: ?[>›»/] ?{_CRUMB})+",
            r"(?:please )?(?:enable|activate) javascript(?: in your browser)?",
            rf"click here(?: to (?:view|see|watch|read|download|subscribe|listen){_WORDS})?",
            r"(?:load|show|see|view) more(?: (?:articles|stories|news))?|see all(?: (?:articles|news|the news))?",
            r"all rights reserved|terms of (?:use|service)|privacy policy|legal notice|contact us|about us",
        )
    ),
    guard=stands_alone,
    repair="",
    safe=True,
    evidence="layout",
)
