import subprocess
import sys

import pytest

from nlp.models import _packages


def test_a_file_is_found_without_running_the_package(tmp_path, monkeypatch):
    package = tmp_path / "weights_of_somebody"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    (package / "model" / "a.bin").write_bytes(b"x")
    monkeypatch.syspath_prepend(tmp_path)
    assert _packages.find("weights_of_somebody", "model", "a.bin") == package / "model" / "a.bin"
    assert _packages.find("weights_of_somebody", "model", "b.bin") is None
    assert "weights_of_somebody" not in sys.modules


def test_what_is_not_installed_is_none():
    assert _packages.find("no_such_package_anywhere", "a") is None
    assert _packages.version("no-such-package-anywhere") is None
    assert _packages.version("pytest")


def test_a_module_without_a_folder_is_none():
    assert _packages.find("this", "a") is None


def test_a_dotted_name_is_refused():
    with pytest.raises(ValueError, match="would import it"):
        _packages.find("os.path", "a")


def test_the_modules_import_nothing_heavy():
    script = (
        "import sys, nlp.models._packages, nlp.models.encoder as e, nlp.summarizers.centroid; e.available();"
        "print([m for m in ('torch', 'transformers', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
