from nlp.reports._rulebook import explanations


def test_only_rules_asked_for_and_installed_are_explained():
    found = explanations(["FRE-C201", "XX-UNKNOWN"])
    assert list(found) == ["FRE-C201"]
    assert found["FRE-C201"].title == "Counting where intending is meant."
    assert found["FRE-C201"].why == 'French "compter" before a verb means to intend.'
