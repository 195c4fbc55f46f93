"""What holds for every metric, also for those of other packages that are installed."""

from __future__ import annotations

import inspect
import random

import pytest

from nlp import registry
from nlp.errors import MissingPart
from nlp.types import Finding, Sample

TEXTS = (
    "The talks resume on Monday in Paris. Mr. Macron said 12,000 people came.",
    "Talks with Moscow resume. Nobody spoke, said Emmanuel Macron in Paris, but 13 left.",
    "Президент выступил в пятницу.",
    "",
)
FINDING = Finding("FRE-X", "x", "calque", "accuracy/mistranslation", "major", 0.9, 0, 1, "x", "")
SAMPLES = [
    Sample(f"{i}{j}", hypothesis, references=(reference,) if j != 2 else (), source=reference)
    for i, hypothesis in enumerate(TEXTS)
    for j, reference in enumerate(TEXTS[:3])
]
FINDINGS = [[FINDING] * (index % 3) for index in range(len(SAMPLES))]

METRICS = {name: registry.load("metrics", name) for name in registry.names("metrics")}
every_metric = pytest.mark.parametrize("name", METRICS)


@pytest.fixture(autouse=True)
def _skip_what_is_not_installed(request: pytest.FixtureRequest):
    """A metric that runs a model which is not here cannot be held to anything but its description."""
    name = getattr(request.node, "callspec", None) and request.node.callspec.params.get("name")
    if name and hasattr(METRICS[name], "BY_NAME_ONLY"):
        try:
            METRICS[name].signature()
        except MissingPart as error:
            pytest.skip(str(error))


def measure(name: str, order: list[int] | None = None) -> list[tuple[float, ...]]:
    module = METRICS[name]
    order = list(range(len(SAMPLES))) if order is None else order
    options = {"findings": [FINDINGS[i] for i in order]} if "findings" in module.NEEDS else {}
    return module.measure([SAMPLES[i] for i in order], **options)


@every_metric
def test_a_metric_describes_itself(name):
    module = METRICS[name]
    assert set(module.TASKS) <= {"summary", "translation"}
    assert module.TASKS
    assert set(module.NEEDS) <= {"references", "source", "findings"}
    assert module.NEEDS or hasattr(module, "BY_NAME_ONLY"), "what needs nothing would be measured every time"
    assert module.HIGHER_IS_BETTER in (True, False, None)
    assert isinstance(module.PERCENT, bool)
    assert module.UNDEFINED_BECAUSE
    first, _, meaning = module.__doc__.partition("\n")[0].partition(": ")
    assert first, "the docstring begins with Name: meaning"
    assert meaning
    for section in ("Range ", "Source ", "Undefined ", ">>> "):
        assert section in module.__doc__


@every_metric
def test_there_is_one_row_a_sample_and_all_are_of_one_length(name):
    rows = measure(name)
    assert len(rows) == len(SAMPLES)
    assert len({len(row) for row in rows}) == 1
    assert all(type(x) is float for row in rows for x in row)


@every_metric
def test_a_row_does_not_depend_on_the_other_samples(name):
    rows = measure(name)
    order = list(range(len(SAMPLES)))
    random.Random(1).shuffle(order)
    assert measure(name, order) == [rows[i] for i in order]
    assert measure(name, [4]) == [rows[4]]


@every_metric
def test_a_row_of_zeros_is_undefined_and_any_other_is_not(name):
    module = METRICS[name]
    width = len(measure(name)[0])
    assert module.value((0.0,) * width) is None
    for row in measure(name):
        assert (module.value(row) is None) == (not any(row))


@every_metric
def test_a_value_is_a_plain_float_in_its_range(name):
    module = METRICS[name]
    for row in measure(name):
        value = module.value(row)
        assert value is None or type(value) is float
        assert value is None or value >= 0
        if module.PERCENT and value is not None:
            assert value <= 1


@every_metric
def test_no_samples_have_no_rows(name):
    assert measure(name, []) == []


@every_metric
def test_a_signature_is_one_line_that_begins_with_a_name_and_ends_with_a_version(name):
    module = METRICS[name]
    signature = module.signature()
    assert "\n" not in signature
    assert "|v:" in signature or "|version:" in signature
    options = set(inspect.signature(module.measure).parameters) - {"samples", "findings"}
    assert options <= set(inspect.signature(module.signature).parameters), "an option that the signature hides"
