r"""A photo credit in the text: "© AFP", "(c) Ludovic MARIN, AFP/Archives", "Photo: Jane Doe / Reuters".

Why it matters
    The credit belongs to a picture. In the middle of a sentence it breaks the sentence.
Flags
    The prime minister ⟦(c) Ludovic MARIN, AFP/Archives⟧ said he would stay.           ⇒ (delete)
    ⟦© AFP⟧\nThe prime minister said he would stay.                                    ⇒ (delete)
    ⟦© 2022 AFP / Ludovic Marin⟧\nThe prime minister said he would stay.               ⇒ (delete)
    Farmers in Lyon. ⟦(Photo by John Smith/Getty Images)⟧\nThe strike goes on.         ⇒ (delete)
    ⟦PHOTO JOHN DOE, ASSOCIATED PRESS⟧\nThe strike goes on.                            ⇒ (delete)
    Protesters in Paris on Monday. ⟦Photo: REUTERS/Jane Doe⟧\nThe strike goes on.      ⇒ (delete)
    Protesters in Paris on Monday. ⟦(AP Photo/Evan Doe)⟧\nThe strike goes on.          ⇒ (delete)
    Protesters in Paris ⟦Photo credit: Jean Dupont⟧\nThe strike goes on.               ⇒ (delete)
    The accused in court. ⟦© DR⟧\nThe strike goes on.                                  ⇒ (delete)
    He resigned.\n⟦Illustration photo⟧\nThe strike goes on.                            ⇒ (delete)
Leaves alone
    The act names (a) the state, (b) the region and (c) the town.
    The photo, by the AFP agency, shows a tank.
    He told AFP/Reuters reporters nothing.
    LONDON (Reuters) - The bank raised its rate.
    A photo published by the Associated Press shows the two men.
    A photo by Getty Images shows the prime minister.
    Photo by photo, the court went through the evidence.
    NEW DELHI (AP) - The prime minister will attend.
    The station burned down, Kyodo reported (AP/Kyodo News).
    Photo: that is the word he used for his painting.
    Picture this: a town without cars.
    The firm's shares rose on the AP Moller-Maersk news.
Limits
    A credit of bare names on the line of its caption is not seen; nor is the caption itself.
Source
    Inventory FRE-S954; credit lines of the French and Canadian press.
"""

from __future__ import annotations

from nlp.rules.rule import Match, Rule

_AGENCY = (
    r"(?:AFP|Agence France-Presse|A(?:ssociated|SSOCIATED) P(?:ress|RESS)|AP Photo|AP|R(?:euters|EUTERS)|EPA(?:-EFE)?"
    r"|EFE|ANSA|ANP|AAP|dpa|DPA|PA(?: Wire| Media)?|Belga|BELGA|DR|D\.R\.|Pool|POOL|ZUMA|Twitter|Instagram"
    r"|(?i:getty images|getty|shutterstock|sipa press|sipa|abaca(?:press)?|maxppp|keystone|bloomberg|nurphoto"
    r"|anadolu(?: agency)?|xinhua|sputnik|tass|unsplash|pixabay|istock|alamy|hans lucas|icon sport"
    r"|(?:the )?canadian press|la presse canadienne|la presse|archives?))"
)
_NAME = r"\p{Lu}[\p{L}'’.-]*"
_NAMES = rf"{_NAME}(?: (?:de |van |von )?{_NAME}){{0,3}}"
_JOINT = r"\s?(?:[/,|]|-|–|—|\bvia\b|\bfor\b|\s)\s?"
# "Ludovic MARIN, AFP/Archives", "AFP / Ludovic Marin", "REUTERS/Jane Doe"
_CREDIT = rf"(?:(?:{_NAMES}{_JOINT})?{_AGENCY}(?:\s?/\s?(?:{_AGENCY}|{_NAMES})|(?:,| via| for) {_AGENCY})*)"
_SIGN = r"(?:©|Ⓒ|\([cC]\))\s?(?:\d{4},?\s)?"
_PICTURE = r"(?:(?:archive|file|illustration|press) )?(?:photos?|pictures?|image|photograph)(?: credits?)?"
_BESIDE = rf"(?:(?i:{_PICTURE}|credits?)\s?(?::|–|/|\bby\b)\s?|PHOTOS? )"
_CAPTION = r"(?i:(?:illustration|illustrative|archive|file) (?:photo|picture|image))"


def _stands_beside_the_text(match: Match) -> bool:
    """A credit that begins with a word, not with © or a bracket, is no subject: not "Photo by AP shows"."""
    following = match.after.lstrip(" )")
    return not match.text[0].isalpha() or (match.text[0].isupper() and not following[:1].islower())


RULE = Rule(
    id="GEN-S954",
    slug="photo-credit",
    category="residue",
    mqm="other/non-translation",
    severity="minor",
    confidence=0.95,
    languages=(),
    scope="paragraph",
    message="The credit of a picture, not part of the article.",
    pattern=(
        rf"(?P<span>\((?:{_SIGN}|{_BESIDE})(?:{_CREDIT}|{_NAMES})\)|\(AP Photo/{_NAMES}\)|{_SIGN}{_CREDIT}"
        rf"|\b(?i:photos? credits?|credits?(?: photo)?)\s?:\s?(?:{_CREDIT}|{_NAMES})|\b{_BESIDE}{_CREDIT}"
        rf"|^©\s?[^.\n]{{1,60}}$|^{_CAPTION}$|^(?:AP Photo|AFP|REUTERS|Reuters)\s?/\s?{_NAMES}$)"
    ),
    guard=_stands_beside_the_text,
    repair="",
    safe=True,
    evidence="layout",
)
