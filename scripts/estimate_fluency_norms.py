"""Make the table of how surprising words of natively English news are, and of how often annotators mark the extreme.

    python scripts/estimate_fluency_norms.py --data DIR [--out nlp/detectors/fluency_norms.json] [--words FILE]

Norms: the first 20 documents of the natively English news in DIR/mt-docs/wmt21.en-original (the other 45 are kept for
measuring how much is marked in good English), and 48 of the XSum development articles (BBC) in
DIR/summ-consistency/aggrefact.xsum.val, by the hash of their text. Both are counted, not copied: fourteen numbers are
what remains of them.

Confidence: up to 200 translations from the training and development part of DIR/mt-spans/newstest2020 and 2021
(Apache-2.0), one a document: the mean share of raters who marked a word more surprising than `EXTREME`, of the kinds
that are marked. Printed beside it, with intervals over documents: the same share by kind of word, and of the most
surprising 25, 50, 100 … words, to see how it falls with the rank. `--words` keeps what was measured of each word, and a
second run takes it from there. The README names where the data is public. About 76,000 words are read in float32: five
minutes on two free cores.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from nlp.detectors._fluency_norms import FILE, MARKED, Norm, estimate
from nlp.evaluation import _segments
from nlp.models import causal_lm, surprisal
from nlp.statistics.intervals import bootstrap_interval
from nlp.text.word_kinds import KINDS, Kind, Word, words

EXTREME = 0.002
NATIVE, XSUM, TRANSLATIONS = 20, 48, 200
RANKS = (25, 50, 100, 200, 400, 800, 1600)


def drawn(name: str) -> int:
    """A number that depends on a name alone."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)


def records(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def english(data: Path) -> list[str]:
    """Natively English news."""
    native = ["\n".join(r["segments"]) for r in records(data / "mt-docs/wmt21.en-original.jsonl.gz")]
    xsum = {r["article"] for r in records(data / "summ-consistency/aggrefact.xsum.val.jsonl.gz")}
    short = sorted((a for a in xsum if 150 <= len(a.split()) <= 700), key=drawn)
    return native[:NATIVE] + short[:XSUM]


def differences(texts: list[str], lm: causal_lm.CausalLM) -> Iterator[list[tuple[Word, float]]]:
    """The words of each text, and by how much each surprises more than expected."""
    for start in range(0, len(texts), 8):
        group = texts[start : start + 8]
        for text, reading in zip(group, surprisal.read(group, lm), strict=True):
            every = words(text)
            found = surprisal.places(reading, text, [(w.start, w.end) for w in every])
            yield [(w, p.difference) for w, p in zip(every, found, strict=True)]
        print(f"{min(start + 8, len(texts))} of {len(texts)} texts", flush=True)


def translations(data: Path) -> list[list[_segments.Segment]]:
    """Translations of the training and development part, one a document."""
    chosen = {}
    for name in ("newstest2020", "newstest2021"):
        segments = _segments.read(data / f"mt-spans/{name}.zh-en.jsonl.gz")
        for document in _segments.documents(
            s for s in segments if not s.is_human and _segments.part(s) in ("train", "dev")
        ):
            key = document[0].document
            if key not in chosen or drawn(key + document[0].system) < drawn(key + chosen[key][0].system):
                chosen[key] = document
    return sorted(chosen.values(), key=lambda d: drawn(d[0].document))[:TRANSLATIONS]


def marked(segments: list[_segments.Segment], word: Word) -> float:
    """The share of raters who marked some of a word of the segments joined by line ends."""
    position = 0
    for segment in segments:
        start, end = word.start - position, word.end - position
        if 0 <= start < len(segment.target):
            hits = (any(e.start < end and start < e.end for e in r.errors) for r in segment.ratings)
            return sum(hits) / len(segment.ratings)
        position += len(segment.target) + 1
    return 0.0


class Measured(NamedTuple):
    """A word: by how much it surprises, and for one of a translation the share of raters who marked it."""

    document: str
    kind: Kind
    difference: float
    marked: float | None = None


def measure(data: Path, lm: causal_lm.CausalLM) -> Iterator[Measured]:
    """The words of the English news, then those of the translations."""
    for index, text in enumerate(differences(english(data), lm)):
        for word, difference in text:
            yield Measured(f"native {index}", word.kind, difference)
    documents = translations(data)
    texts = ["\n".join(segment.target for segment in document) for document in documents]
    for document, text in zip(documents, differences(texts, lm), strict=True):
        for word, difference in text:
            yield Measured(document[0].document, word.kind, difference, marked(document, word))


def kept(file: Path) -> list[Measured]:
    """What an earlier run measured."""
    with file.open(encoding="utf-8", newline="") as rows:
        return [
            Measured(r["document"], r["kind"], float(r["difference"]), float(r["marked"]) if r["marked"] else None)
            for r in csv.DictReader(rows)
        ]


def keep(measured: Sequence[Measured], file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([Measured._fields, *measured])


def share_marked(chosen: Sequence[Measured]) -> tuple[float, tuple[float, float] | None]:
    """The mean share of raters who marked the words, and its interval over documents."""
    rows = [(word.marked or 0.0, 1.0) for word in chosen]
    interval = bootstrap_interval(
        rows, lambda sums: sums[0] / sums[1] if sums[1] else None, clusters=[word.document for word in chosen]
    )
    return sum(share for share, _ in rows) / len(rows), interval


def tell(title: str, chosen: Sequence[Measured]) -> None:
    if chosen:
        mean, interval = share_marked(chosen)
        between = f"[{interval[0]:.3f}, {interval[1]:.3f}]" if interval else ""
        print(f"{title:<44} {len(chosen):>7,} words, marked {mean:.3f} {between}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--words", type=Path, help="a CSV file for what was measured; read instead where it is there")
    options = parser.parse_args()
    lm = causal_lm.load()
    if options.words and options.words.is_file():
        measured = kept(options.words)
    else:
        measured = list(measure(options.data, lm))
        if options.words:
            keep(measured, options.words)

    native = [word for word in measured if word.marked is None]
    norms: dict[Kind, Norm] = {k: estimate([w.difference for w in native if w.kind == k]) for k in KINDS}

    def tail(word: Measured) -> float:
        return norms[word.kind].tail(word.difference)

    translated = [word for word in measured if word.marked is not None]
    able = sorted((word for word in translated if word.kind in MARKED), key=tail)
    extreme = [word for word in able if tail(word) < EXTREME]
    value, interval = share_marked(extreme)
    table = {
        "made by": "scripts/estimate_fluency_norms.py",
        "model": lm.signature,
        "from": f"{NATIVE} documents of WMT21's natively English news and {XSUM} XSum development articles",
        "extreme": EXTREME,
        "confidence": {
            "value": round(value, 2),
            "interval": [round(x, 2) for x in interval] if interval else None,
            "words": len(extreme),
            "of": len(able),
            "all words": round(share_marked(able)[0], 3),
            "from": f"{len({word.document for word in translated})} translations of newstest2020 and 2021 zh-en, "
            "training and development part: share of raters, interval over documents",
        },
        "kinds": {kind: {"words": n.words, "begin": n.begin, "excess": n.excess} for kind, n in norms.items()},
    }
    options.out.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(table, indent=2))
    for kind in KINDS:
        of_kind = [word for word in translated if word.kind == kind]
        tell(f"{kind}, all", of_kind)
        tell(f"{kind}, rarer than {EXTREME}", [word for word in of_kind if tail(word) < EXTREME])
    for rank in [r for r in RANKS if r < len(able)] + [len(able)]:
        tell(f"most surprising {rank:,} (tail {tail(able[rank - 1]):.5f})", able[:rank])


if __name__ == "__main__":
    main()
