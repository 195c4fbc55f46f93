"""Files inside installed packages, found without importing the package.

Weight packages may run anything when imported and need dependencies that are not installed; only their files
are wanted.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from pathlib import Path


def find(package: str, *parts: str) -> Path | None:
    """The file or folder `parts` inside an installed top-level package; None when either is not there.

    >>> find("nlp", "types.py").name
    'types.py'
    >>> find("nlp", "no-such-file") is None, find("no_such_package", "types.py") is None
    (True, True)
    """
    if "." in package:
        raise ValueError(f"'{package}' is inside a package, and looking there would import it")
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        place = Path(folder, *parts)
        if place.exists():
            return place
    return None


def version(distribution: str) -> str | None:
    """The version of an installed distribution, None when it is not installed."""
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None
