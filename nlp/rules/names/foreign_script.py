"""A word in a script that English is not written in: "the 地震 struck", "said Путин".

Why it matters
    The translator left it as it was; most readers cannot even spell it.
Flags
    The ⟦地震⟧ struck at noon.
    The president, ⟦Путин⟧, denied it.
    Tokyo ⟦ー⟧ the city ⟦山形⟧ was hit.
    He lives in ⟦Αθήνα⟧ today.
    The ⟦الجزيرة⟧ channel reported it.
    It costs 5 ⟦руб⟧. today.
Leaves alone
    The Yamagata Shimbun (山形新聞) reported it.
    The word “перестройка” means rebuilding.
    Wind speed is 5 μm and the angle α is small.
    The company, 任天堂 in Japanese, was founded in Kyoto.
    Σ and Δ are letters; π is 3.14.
    Temperatures of 22°С are expected.
    See стопкоронавирус.рф for more.
Limits
    Single letters are left alone, and words in brackets or quotation marks, which give the original on purpose.
Source
    Own collection: 126 in MT of 752,000 words, 5 in human translations, all in addresses or units.
"""

from __future__ import annotations

import re

from nlp.rules.rule import Match, Rule

_SCRIPTS = (
    r"\p{Greek}\p{Cyrillic}\p{Hebrew}\p{Arabic}\p{Devanagari}\p{Thai}\p{Georgian}\p{Armenian}\p{Han}\p{Hiragana}"
    r"\p{Katakana}\p{Hangul}"
)
_ON_PURPOSE = re.compile(
    r"^,? (?:in (?:\w+ )?(?:Japanese|Chinese|Korean|Russian|Arabic|Greek|Hebrew|Ukrainian|Thai|Hindi)|means|meaning)\b"
)
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _is_left_over(match: Match) -> bool:
    if len(match.text) < 2 and not _IDEOGRAPH.match(match.text):
        return False
    if re.search(r"[\w°./@-]$", match.before) or re.match(r"\.?\w|[/@]", match.after):
        return False
    inside = match.before.count("(") > match.before.count(")") or match.before.count("[") > match.before.count("]")
    return not inside and not _ON_PURPOSE.match(match.after)


RULE = Rule(
    id="GEN-E710",
    slug="foreign-script",
    category="untranslated",
    mqm="accuracy/untranslated",
    severity="major",
    confidence=0.95,
    languages=(),
    scope="paragraph",
    message="'{text}' is in a script that English is not written in; it was not translated.",
    pattern=rf"(?P<span>[{_SCRIPTS}ー]+)",
    guard=_is_left_over,
    in_quotes=False,
)
