from __future__ import annotations

import pytest

from nlp.detectors.rules import IN_QUOTATION, detect
from nlp.read.assemble import article
from nlp.rules.library import all_rules


def test_a_finding_in_a_quotation_says_so():
    text = "“The government counts to raise the tax,” he said. The government counts to raise the tax."
    quoted, plain = sorted(detect(article(text, source_lang="fr")), key=lambda finding: finding.start)
    assert (quoted.quoted, plain.quoted) == (True, False)
    assert quoted.message == plain.message + IN_QUOTATION


@pytest.mark.parametrize("rule", [r for r in all_rules() if r.mqm.startswith("style")], ids=lambda rule: rule.id)
def test_style_is_left_to_the_speaker(rule):
    assert not rule.in_quotes


def test_style_is_reported_outside_quotations_only():
    text = "“The tenant of the Elysee will speak,” he said. The tenant of the Elysee will speak."
    assert [f.quoted for f in detect(article(text, source_lang="fr"))] == [False]
