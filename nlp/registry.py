"""Names to components: a component is a module, found by listing its room's folder, never registered.

Built-in components are the files of a room (`nlp/metrics/bleu.py` is the metric `bleu`; a leading
underscore hides a file). Other packages add theirs through an entry point in the group `nlp.<room>`,
which names a module: `[project.entry-points."nlp.metrics"]  my_metric = "my_package.my_metric"`.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import pkgutil
from functools import cache
from types import ModuleType

from nlp.errors import UnknownName

ROOMS = ("rules", "detectors", "summarizers", "metrics", "evaluation", "reports", "commands")


@cache
def _modules(room: str) -> dict[str, str]:
    """Component name to dotted module name, built-ins first; a built-in's name cannot be taken over."""
    package = importlib.import_module(f"nlp.{room}")
    found = {
        info.name: f"nlp.{room}.{info.name}"
        for info in pkgutil.iter_modules(package.__path__)
        if not info.name.startswith("_") and not info.ispkg
    }
    for entry in importlib.metadata.entry_points(group=f"nlp.{room}"):
        found.setdefault(entry.name, entry.value)
    return found


def names(room: str) -> list[str]:
    """The names of a room's components, sorted; none of them is imported."""
    return sorted(_modules(room))


def load(room: str, name: str) -> ModuleType:
    """The module of one component.

    Raises UnknownName, with the nearest names, when there is none. A component that is there but
    fails to import raises its own error, unhidden.
    """
    modules = _modules(room)
    if name not in modules:
        raise UnknownName(room.rstrip("s"), name, modules)
    return importlib.import_module(modules[name])
