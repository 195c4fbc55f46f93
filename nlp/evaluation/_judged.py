"""Summaries that people judged, from seven public sets, in one form.

    summeval          CNN/DM articles, 16 systems, experts on four dimensions, 1 to 5 (Fabbri et al., TACL 2021)
    newsroom          7 systems, four dimensions, 1 to 5 (Grusky et al., NAACL 2018)
    qags.cnndm, .xsum the share of a summary's sentences that are consistent (Wang et al., ACL 2020)
    aggrefact.cnndm, .xsum  consistent or not, validation part (Tang et al., ACL 2023)
    frank             the share of sentences without a factual error, validation part (Pagnoni et al., NAACL 2021)

Articles recur across sets, and whole summaries do: a set that trained something must be kept from the others.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.errors import InputError
from nlp.types import Sample

SETS = ("summeval", "newsroom", "qags.cnndm", "qags.xsum", "aggrefact.cnndm", "aggrefact.xsum", "frank")

_PUBLIC = {
    "summeval": "github.com/Yale-LILY/SummEval",
    "newsroom": "lil.nlp.cornell.edu/newsroom",
    "qags": "github.com/W4ngatang/qags",
    "aggrefact": "github.com/Liyan06/AggreFact",
    "frank": "github.com/artidoro/frank",
}
SHINGLE = 8  # words in a row
RECURS = 0.2  # share of its shingles that makes an article the same as another, cut or tokenized differently


@dataclass(frozen=True, slots=True)
class Judged:
    """A summary and what people said of it, by dimension. `sample.source` is the article; `document` its name, the
    same for summaries of one article; `origin` is the corpus it is from, "cnndm", "xsum" or "newsroom".
    """

    sample: Sample
    document: str
    system: str
    origin: str
    human: dict[str, float]

    @property
    def article(self) -> str:
        return self.sample.source or ""


def read(data: Path, name: str) -> list[Judged]:
    """One of `SETS`. Raises InputError for a file that is missing, or a record of another kind."""
    family, _, part = name.partition(".")
    if family in ("summeval", "newsroom"):
        return list(_with_documents(data / "summ-quality", family))
    file = {"frank": "frank.valid", "aggrefact": f"aggrefact.{part}.val"}.get(family, name)
    return list(_with_articles(data / "summ-consistency" / f"{file}.jsonl.gz", family, part))


def _with_documents(folder: Path, family: str) -> Iterator[Judged]:
    documents = {record["doc_id"]: record for _, record in _records(folder / f"{family}.docs.jsonl.gz", family)}
    path = folder / f"{family}.summaries.jsonl.gz"
    for where, record in _records(path, family):
        if record["doc_id"] not in documents:
            raise InputError(f"there is no document {record['doc_id']}", where=where)
        document = documents[record["doc_id"]]
        yield Judged(
            Sample(
                id=f"{record['doc_id']}/{record['system']}",
                hypothesis=record["summary"],
                references=tuple(document["references"]),
                source=document["article"],
            ),
            document=record["doc_id"],
            system=record["system"],
            origin="cnndm" if family == "summeval" else "newsroom",
            human=record["scores"],
        )


def _with_articles(path: Path, family: str, part: str) -> Iterator[Judged]:
    field = {"qags": "score", "aggrefact": "label", "frank": "factuality"}[family]
    for number, (_, record) in enumerate(_records(path, family)):
        if record[field] is None:
            continue
        yield Judged(
            Sample(id=str(record.get("id", number)), hypothesis=record["summary"], source=record["article"]),
            document=hashlib.sha256(record["article"].encode()).hexdigest()[:16],
            system=record.get("system", ""),
            origin=record.get("origin", part),
            human={"consistency": float(record[field])},
        )


def _records(path: Path, family: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if not path.is_file():
        raise InputError(f"there is no such file; the set is public: {_PUBLIC[family]}", where=str(path))
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
            except ValueError as error:
                raise InputError(f"not JSON ({error})", where=f"{path}:{number}") from error
            yield f"{path}:{number}", record


def recurring(articles: Iterable[str], among: Iterable[str]) -> set[str]:
    """The articles that are also among the others, in whole or in part, however they are tokenized.

    >>> text = "The Kremlin said on Friday that Russia will determine its future reaction."
    >>> recurring([text, "Another one."], [text.upper() + " More."]) == {text}
    True
    """
    others: dict[int, set[int]] = {}
    sizes = []
    for index, other in enumerate(set(among)):
        shingles = _shingles(other)
        sizes.append(len(shingles))
        for shingle in shingles:
            others.setdefault(shingle, set()).add(index)
    found = set()
    for article in set(articles):
        shingles = _shingles(article)
        shared: dict[int, int] = {}
        for shingle in shingles:
            for index in others.get(shingle, ()):
                shared[index] = shared.get(index, 0) + 1
        if any(count > RECURS * min(len(shingles), sizes[index]) for index, count in shared.items()):
            found.add(article)
    return found


def _shingles(text: str) -> set[int]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}
