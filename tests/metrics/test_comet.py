"""COMET and xCOMET through a stand-in for the package unbabel-comet, which the tests do not install."""

from __future__ import annotations

import importlib.machinery
import sys
from types import ModuleType, SimpleNamespace

import pytest

from nlp.cli import main
from nlp.errors import MissingPart
from nlp.metrics import comet, xcomet
from nlp.models import comet as models
from nlp.types import Sample

SAMPLES = [
    Sample("1", "He counts to leave.", ("He plans to leave.", "He intends to go."), "Il compte partir."),
    Sample("2", "Fine.", (), "Bien."),
    Sample("3", "Nowhere.", ("Nowhere.",), None),
]
SPAN = {"text": " counts", "start": 2, "end": 9, "severity": "major", "confidence": 0.7}


class Model:
    """Scores by length; marks the same span in every translation that has room for it."""

    def __init__(self) -> None:
        self.batches: list[list[dict[str, str]]] = []

    def predict(self, data, *, batch_size, gpus, progress_bar):
        assert (batch_size, progress_bar) == (8, False)
        self.batches.append(data)
        spans = [[SPAN] if len(row["mt"]) > 9 else [] for row in data]
        return SimpleNamespace(
            scores=[len(row["mt"]) / 100 for row in data], metadata=SimpleNamespace(error_spans=spans)
        )


@pytest.fixture
def model(monkeypatch):
    loaded = Model()

    def download_model(name):
        if "/" not in name:
            raise KeyError(f"Model '{name}' not supported by COMET.")
        return f"/checkpoints/{name}"

    package = ModuleType("comet")
    package.__spec__ = importlib.machinery.ModuleSpec("comet", None)
    package.download_model = download_model
    package.load_from_checkpoint = lambda path: loaded
    monkeypatch.setitem(sys.modules, "comet", package)
    models.load.cache_clear()
    yield loaded
    models.load.cache_clear()


def test_comet_needs_source_and_reference_and_takes_the_first(model):
    assert comet.measure(SAMPLES) == [(0.19, 1.0), (0.0, 0.0), (0.0, 0.0)]
    assert model.batches == [[{"src": "Il compte partir.", "mt": "He counts to leave.", "ref": "He plans to leave."}]]
    assert comet.signature(nref="var").startswith("comet|Unbabel/wmt22-comet-da|unbabel-comet:")


def test_xcomet_reads_with_and_without_a_reference_but_not_in_one_batch(model):
    assert xcomet.measure(SAMPLES) == [(0.19, 1.0), (0.05, 1.0), (0.0, 0.0)]
    assert [["ref" in row for row in batch] for batch in model.batches] == [[True], [False]]


@pytest.mark.usefixtures("model")
def test_xcomets_spans_are_findings_without_the_space_before_them():
    first, *others = xcomet.spans(SAMPLES)
    [finding] = first
    assert (finding.start, finding.end, finding.text) == (3, 9, "counts")
    assert (finding.severity, finding.confidence, finding.detector) == ("major", 0.7, "xcomet")
    assert others == [(), ()]


@pytest.mark.usefixtures("model")
def test_a_model_that_is_not_to_be_had_is_told():
    with pytest.raises(MissingPart, match="the COMET model nonsense is neither here nor on the hub"):
        comet.measure(SAMPLES, model="nonsense")


def test_without_the_package_it_says_how_to_get_it(tmp_path, capsys):
    if "comet" in sys.modules or models.find_spec("comet"):
        pytest.skip("unbabel-comet is installed")
    with pytest.raises(MissingPart, match=r"pip install 'newsproof\[comet\]'"):
        comet.measure(SAMPLES)
    path = tmp_path / "x.jsonl"
    path.write_text('{"target": "x", "source": "y", "references": ["z"]}\n', encoding="utf-8")
    assert main(["score", "translation", str(path), "--metrics", "comet"]) == 2
    assert "newsproof[comet]" in capsys.readouterr().err
