"""'de son côté', 'quant à lui' translated as "on its side", "as for him": "the union, on its side, rejected".

Why it matters
    French hands the word from one party to the next with "de son côté" or "quant à lui". In English what is on
    its side has fallen over, and "as for him" begins a sentence or is not said at all.
Flags
    The union⟦, on its side,⟧ rejected the offer.                      ⇒ , meanwhile, | , for its part,
    The minister⟦, on his side,⟧ said he was confident.                ⇒ , meanwhile, | , for his part,
    ⟦On their side,⟧ the rebels accuse the army of firing first.       ⇒ Meanwhile, | For their part,
    The mayor⟦, as for him,⟧ has announced that he will sue.           ⇒ , meanwhile, | , for his part,
    ⟦From its side,⟧ the Kremlin denied any involvement.               ⇒ Meanwhile, | For its part,
    The president⟦, of his side,⟧ called for calm.                     ⇒ , meanwhile, | , for his part,
    The opposition⟦, as for it,⟧ demands new elections.                ⇒ , meanwhile, | , for its part,
Leaves alone
    The lorry, on its side, blocked the road.
    The ship lay on its side, said the captain.
    As for him, he rejected the offer.
    With the law on its side, the union rejected the offer.
    On her side, a scar was visible.
    On his side of the border, the general warned of war.
    The boy, on his side, was found breathing.
Limits
    Only before words of saying or deciding.
Source
    Inventory FRE-R403; any French dictionary, "côté", "quant à".
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule, like

_ACT = re.compile(
    r"\s?(?:(?:the|a|an|his|her|its|their|[A-Z][\w.'’-]*) (?:[\w'’-]+ ){0,5}?)?(?:(?:has|have|had|will|would|also|did not|does not) )*"
    r"(?:said|says|say|announc\w+|declar\w+|reject\w*|accus\w+|den(?:y|ies|ied)|call(?:s|ed)? (?:for|on)|warn\w*|told|explain\w*|promis\w+"
    r"|assur\w+|stress\w*|indicat\w+|confirm\w*|insist\w*|believ\w+|want(?:s|ed)?|consider\w*|estimat\w+|denounc\w+|welcom\w+|recall\w*"
    r"|not(?:es|ed)|ask(?:s|ed)?|urg(?:e|es|ed)|reiterat\w+|refus\w+|stat(?:es|ed)|affirm\w*|claim\w*|critici\w+|regret\w*|deplor\w+"
    r"|demand\w*|express\w*|hail\w*|judg(?:es|ed)|react\w*|respond\w*|repl(?:y|ies|ied)|argu(?:e|es|ed)|suggest\w*|propos\w+|threaten\w*"
    r"|decid\w+|plan(?:s|ned)?|hop(?:e|es|ed)|condemn\w*|underlin\w+|mention\w*|report\w*|point(?:s|ed) out|approv\w+|support\w*)\b",
)
_PARTS = {"its": "its", "his": "his", "her": "her", "their": "their", "him": "his", "it": "its", "them": "their"}


def _speaks_next(match: Match) -> bool:
    if match["whom"] and not match.text.startswith(","):
        return False
    return _ACT.match(match.unit, match.end, match.end + 120) is not None


def _repair(match: Match) -> tuple[str, ...]:
    part = f"for {_PARTS[match['whose']]} part" if match["whose"] else f"for {_PARTS[match['whom']]} part"
    if match.text.startswith(","):
        return ", meanwhile,", f", {part},"
    return like(match.text, "meanwhile,"), like(match.text, f"{part},")


RULE = Rule(
    id="FRE-R403",
    slug="on-its-side",
    category="calque",
    mqm="style/unidiomatic",
    severity="minor",
    confidence=0.92,
    message="French 'de son côté' passes the word on: meanwhile, for its part; English 'on its side' is a position.",
    pattern=r"(?P<span>(?:^|,) ?(?i:(?:on|from|of|for) (?P<whose>its|his|her|their) side|as for (?P<whom>him|her|it|them)),)",
    guard=_speaks_next,
    repair=_repair,
    in_quotes=False,
)
