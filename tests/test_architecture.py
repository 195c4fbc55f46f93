"""The plan of the house, enforced: imports go one way, heavy packages stay behind their doors."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "nlp"

# A file imports only from rooms above its own.
ROOMS = [
    "errors",
    "types",
    "plain",
    "registry",
    "config",
    "text",
    "models",
    "read",
    "rules",
    "detectors",
    "selection",
    "repair",
    "ranking",
    "summarizers",
    "metrics",
    "statistics",
    "scoring",
    "suppression",
    "baseline",
    "ensemble",
    "detection",
    "attribution",
    "pipeline",
    "events",
    "integrations",
    "fixing",
    "batch",
    "evaluation",
    "reports",
    "commands",
    "cli",
    "__main__",
]
# Rooms whose files are components: they share code only through files with a leading underscore.
COMPONENT_ROOMS = {"detectors", "summarizers", "metrics", "evaluation", "reports", "commands"}
HEAVY = {"torch", "transformers", "safetensors", "gguf", "accelerate", "sentencepiece", "tokenizers"}
NOT_ON_IMPORT = ("torch", "transformers", "numpy", "scipy", "datasets", "pyarrow", "trafilatura", "sacrebleu", "jinja2")

FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path, *, top_level_only: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if top_level_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where things come from"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_file_imports_only_from_rooms_above(path: Path):
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "nlp" or len(parts) < 2 or parts[1] not in ROOMS:
            continue
        assert ROOMS.index(parts[1]) <= ROOMS.index(here), f"{path.name} in {here} imports {name}"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) in COMPONENT_ROOMS], ids=lambda p: f"{room(p)}/{p.name}")
def test_components_never_import_one_another(path: Path):
    here = room(path)
    for name in imports(path):
        parts = name.split(".")
        if parts[:2] == ["nlp", here] and len(parts) > 2:
            assert parts[2].startswith("_"), f"{path.name} imports its sibling {name}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").glob("*/*.py")), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_rules_import_no_other_rule(path: Path):
    for name in imports(path):
        if name.startswith("nlp.rules."):
            family, *rest = name.split(".")[2:]
            shared = rest and rest[0].startswith("_")
            assert family == "rule" or shared, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_models_imports_torch_and_its_kin(path: Path):
    found = {name.split(".")[0] for name in imports(path)} & HEAVY
    assert not found or room(path) in ("models", "integrations"), f"{path} imports {found}"


def loaded_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import nlp",
        "import io, contextlib, nlp.cli\nwith contextlib.redirect_stdout(io.StringIO()): nlp.cli.main(['--help'])",
        *(
            "import io, contextlib, nlp.cli\n"
            "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
            f"    nlp.cli.main(['{c}', '-h'])"
            for c in (
                "detect",
                "summarize",
                "score",
                "compare",
                "annotations",
                "report",
                "baseline",
                "fix",
                "rules",
                "explain",
            )
        ),
    ],
)
def test_import_and_help_load_nothing_heavy(code: str):
    assert not loaded_after(code) & set(NOT_ON_IMPORT)


def test_import_nlp_loads_only_itself():
    script = "import sys; import nlp; print(*[m for m in sys.modules if m.startswith('nlp')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["nlp"]


def test_public_names_can_all_be_imported():
    import nlp

    for name in nlp.__all__:
        assert getattr(nlp, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'detekt'"):
        _ = nlp.detekt


def test_every_room_on_disk_is_in_the_plan():
    rooms = {room(path) for path in FILES if path.name != "__init__.py" or path.parent != PACKAGE}
    assert rooms <= set(ROOMS)
