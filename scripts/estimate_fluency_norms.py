"""Make the table of how surprising words of natively English news are, and of how often annotators mark the extreme.

    python scripts/estimate_fluency_norms.py --data DIR [--out nlp/detectors/fluency_norms.json]

Norms: the first 20 documents of the natively English news in DIR/mt-docs/wmt21.en-original (the other 45 are kept for
measuring how much is marked in good English), and 24 of the XSum development articles (BBC) in
DIR/summ-consistency/aggrefact.xsum.val, by the hash of their text. Both are counted, not copied: fourteen numbers are
what remains of them. Confidence: 40 translations of DIR/mt-spans/newstest2020 and 2021 (Apache-2.0), none held out:
the mean share of raters who marked a word more surprising than `EXTREME`. The README names where the data is public.

The table that ships was made with the body of the model in bfloat16, which moves a token by 0.06 bits on average.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from nlp.detectors._fluency_norms import FILE, Norm, estimate
from nlp.evaluation import _segments
from nlp.models import causal_lm, surprisal
from nlp.text.word_kinds import KINDS, Word, words

EXTREME = 0.002
NATIVE, XSUM, TRANSLATIONS = 20, 24, 40


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
    """Translations by systems that are not held out, one a document."""
    chosen = {}
    for name in ("newstest2020", "newstest2021"):
        segments = _segments.read(data / f"mt-spans/{name}.zh-en.jsonl.gz")
        for document in _segments.documents(s for s in segments if not s.is_human and _segments.part(s) != "held-out"):
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    lm = causal_lm.load()
    by_kind = defaultdict(list)
    texts = english(options.data)
    for text in differences(texts, lm):
        for word, difference in text:
            by_kind[word.kind].append(difference)
    norms: dict[str, Norm] = {kind: estimate(by_kind[kind]) for kind in KINDS}

    documents = translations(options.data)
    every, extreme = [], []
    for document, text in zip(
        documents, differences(["\n".join(s.target for s in d) for d in documents], lm), strict=True
    ):
        for word, difference in text:
            share = marked(document, word)
            every.append(share)
            if norms[word.kind].tail(difference) < EXTREME:
                extreme.append(share)
    table = {
        "made by": "scripts/estimate_fluency_norms.py",
        "model": lm.signature,
        "from": f"{NATIVE} documents of WMT21's natively English news and {XSUM} XSum development articles",
        "extreme": EXTREME,
        "confidence": {
            "value": round(sum(extreme) / len(extreme), 2),
            "words": len(extreme),
            "of": len(every),
            "all words": round(sum(every) / len(every), 3),
            "from": f"{len(documents)} translations of newstest2020 and 2021 zh-en, none held out, share of raters",
        },
        "kinds": {kind: {"words": n.words, "begin": n.begin, "excess": n.excess} for kind, n in norms.items()},
    }
    options.out.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(table, indent=2))


if __name__ == "__main__":
    main()
