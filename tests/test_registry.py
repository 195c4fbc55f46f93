from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from nlp import registry
from nlp.errors import UnknownName

PACKAGE = Path(registry.__file__).parent


@pytest.mark.parametrize("room", ["detectors", "summarizers", "metrics", "reports", "commands"])
def test_components_are_the_files_of_the_folder(room: str):
    files = {path.stem for path in (PACKAGE / room).glob("*.py") if not path.stem.startswith("_")}
    assert set(registry.names(room)) == files


def test_unknown_component_names_the_nearest():
    with pytest.raises(UnknownName, match=r"there is no metric 'rogue1'; did you mean .*rouge1"):
        registry.load("metrics", "rogue1")


def test_entry_points_add_components_but_never_replace_one(monkeypatch: pytest.MonkeyPatch):
    entries = [
        EntryPoint("mine", "json.decoder", "nlp.reports"),
        EntryPoint("html", "json.encoder", "nlp.reports"),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: entries if group == "nlp.reports" else [])
    registry._modules.cache_clear()
    try:
        assert registry.load("reports", "mine").__name__ == "json.decoder"
        assert registry.load("reports", "html").__name__ == "nlp.reports.html"
    finally:
        registry._modules.cache_clear()
