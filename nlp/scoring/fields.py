"""The usual names of a record's fields, for files and data sets alike."""

from __future__ import annotations

from nlp.scoring.measuring import Task

# first come first served
HYPOTHESIS: dict[Task, tuple[str, ...]] = {
    "summary": ("summary", "hypothesis", "decoded", "prediction"),
    "translation": ("target", "translation", "hypothesis", "prediction", "text"),
}
SOURCE: dict[Task, tuple[str, ...]] = {
    "summary": ("article", "source", "document", "text"),
    "translation": ("source", "src_text"),
}
REFERENCE = ("references", "reference")
ID = ("id", "doc_id")
