"""newsproof: find machine-translation artifacts in translated news, summarize without them, score the result.

Importing this package runs nothing; each public name is imported when it is first used (PEP 562).
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# public name -> the module that defines it
_PUBLIC = {
    "Article": "nlp.types",
    "Finding": "nlp.types",
    "Report": "nlp.types",
    "Sample": "nlp.types",
    "Score": "nlp.types",
    "Summary": "nlp.types",
    "NewsproofError": "nlp.errors",
    "article": "nlp.read.assemble",
    "read_articles": "nlp.read.paths",
    "detect": "nlp.pipeline",
    "summarize": "nlp.pipeline",
    "summarize_many": "nlp.pipeline",
    "summarize_event": "nlp.events",
    "fix": "nlp.fixing",
    "score": "nlp.scoring",
    "compare": "nlp.scoring.comparing",
    "evaluate_module": "nlp.scoring.evaluate_module",
    "report": "nlp.pipeline",
    "unsupported": "nlp.text.unsupported",
}

__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attribute can be anything
    if name not in _PUBLIC:
        raise AttributeError(f"module 'nlp' has no attribute '{name}'")
    return getattr(importlib.import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
