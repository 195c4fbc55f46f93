"""What the guard lets through, replaces and costs: `guarded` summaries of CNN/DailyMail articles, checked by others.

    python scripts/evaluate_guarded.py [--data DIR] [--limit N] [--model NAME] [--engine NAME] [--store FILE]

Data: DIR/summ-quality/summeval.docs.jsonl.gz (100 CNN/DailyMail articles; MIT, public as SummEval); DIR is $NLP_BENCH
or ../shared/bench. Every summary is checked for unsupported numbers, names and quotations by plain string matching on
the article (`_independent_check.py`, which knows nothing of the guard), before the guard and behind it. --store keeps
what the model wrote, so that a run can be broken off and taken up again, and a changed guard be tried on the same.
"""

from __future__ import annotations

import argparse
import dataclasses
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from _independent_check import small_words, unsupported
from scipy.stats import binomtest

import nlp
from nlp.models import generators
from nlp.models.generation import Decoding, Generation, Generator, by_length
from nlp.models.profiles import Profile
from nlp.summarizers import abstractive, guarded
from nlp.types import Article, Summary

ROOT = Path(__file__).resolve().parent.parent


class Stored:
    """A generator that keeps what another one wrote in a file, and asks it only for what is not there."""

    def __init__(self, inner: Generator, path: Path | None) -> None:
        self.inner, self.path = inner, path
        self.kept: dict[str, tuple[Generation, ...]] = {}
        if path and path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                self.kept[record["key"]] = tuple(Generation(**one) for one in record["written"])

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def profile(self) -> Profile:
        return self.inner.profile

    @property
    def signature(self) -> str:
        return self.inner.signature

    def room(self, decoding: Decoding) -> int:
        return self.inner.room(decoding)

    def count(self, texts: Sequence[str]) -> list[int]:
        return self.inner.count(texts)

    def generate(
        self, sources: Sequence[str], decoding: Decoding, *, batch_size: int = 8, lang: str = "en"
    ) -> list[tuple[Generation, ...]]:
        keys = [repr((self.inner.signature, dataclasses.astuple(decoding), lang, source)) for source in sources]
        missing = [i for i, key in enumerate(keys) if key not in self.kept]
        for batch in by_length([len(sources[i]) for i in missing], batch_size):
            chosen = [missing[i] for i in batch]
            texts = [sources[i] for i in chosen]
            for i, written in zip(
                chosen, self.inner.generate(texts, decoding, batch_size=batch_size, lang=lang), strict=True
            ):
                self.kept[keys[i]] = written
                if self.path:
                    record = {"key": keys[i], "written": [dataclasses.asdict(one) for one in written]}
                    with self.path.open("a", encoding="utf-8") as stream:
                        stream.write(json.dumps(record) + "\n")
            print(f"\r{sum(key in self.kept for key in keys)} of {len(keys)}", end="", file=sys.stderr, flush=True)
        return [self.kept[key] for key in keys]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = os.environ.get("NLP_BENCH") or ROOT.parent / "shared" / "bench"
    parser.add_argument("--data", type=Path, default=Path(default), metavar="DIR")
    parser.add_argument("--limit", type=int, default=100, metavar="N", help="articles (default: 100)")
    parser.add_argument("--sentences", type=int, default=2, metavar="N")
    parser.add_argument("--model", metavar="NAME", help="hub id or folder (default: SmolLM2-135M-Instruct)")
    parser.add_argument("--engine", default="torch", choices=generators.ENGINES)
    parser.add_argument("--batch-size", type=int, default=8, metavar="N")
    parser.add_argument("--store", type=Path, metavar="FILE", help="keep what the model wrote here (JSON Lines)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N summaries")
    options = parser.parse_args()
    path = options.data / "summ-quality" / "summeval.docs.jsonl.gz"
    if not path.is_file():
        print(f"{path} is missing: the 100 articles of SummEval (github.com/Yale-LILY/SummEval, MIT)", file=sys.stderr)
        return 2
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][: options.limit]
    articles = [nlp.article(record["article"], id=record["doc_id"]) for record in records]
    findings = [nlp.detect(article) for article in articles]
    generator = Stored(generators.load(options.model, engine=options.engine), options.store)
    settings = {"model": generator, "sentences": options.sentences, "batch_size": options.batch_size}
    plain = abstractive.summarize_many(articles, findings=findings, **settings)
    summaries = guarded.summarize_many(articles, findings=findings, **settings)
    print(file=sys.stderr)
    for line in report(articles, plain, summaries):
        print(line)
    for article, before, after in list(zip(articles, plain, summaries, strict=True))[: options.show]:
        print(f"\n{article.id}\n  written: {before.summary}\n  guarded: {after.summary}")
        for sentence in after.sentences:
            for refused in sentence.refused:
                print(f"    refused: {refused.text}\n             {'; '.join(refused.reasons)}")
    return 0


def report(articles: Sequence[Article], plain: Sequence[Summary], summaries: Sequence[Summary]) -> Iterator[str]:
    yield f"{summaries[0].signature}\n{len(articles)} articles, independent check by string match\n"
    small = small_words(article.text for article in articles)
    for name, given in (("abstractive", plain), ("guarded", summaries)):
        counts: Counter[str] = Counter()
        examples: list[str] = []
        for article, summary in zip(articles, given, strict=True):
            for sentence in summary.sentences:
                for kind, text in unsupported(sentence.text, article.text, small):
                    counts[kind] += 1
                    examples.append(f"{kind} '{text}' in: {sentence.text[:100]}")
        total = sum(len(summary.sentences) for summary in given)
        empty = sum(not summary.sentences for summary in given)
        yield (
            f"{name}: {total} sentences, {empty} empty summaries; unsupported: {counts['number']} numbers, "
            f"{counts['name']} names, {counts['quotation']} quotations"
        )
        if name == "guarded":
            yield from (f"    {example}" for example in examples)
    sentences = [sentence for summary in summaries for sentence in summary.sentences]
    kinds = Counter(
        "extracted" if s.source_index is not None else "rewritten" if s.refused else "as written" for s in sentences
    )
    for kind in ("as written", "rewritten", "extracted"):
        low, high = binomtest(kinds[kind], len(sentences)).proportion_ci(method="wilson")
        yield f"{kind}: {kinds[kind]} of {len(sentences)} ({kinds[kind] / len(sentences):.0%} [{low:.0%}, {high:.0%}])"
    reasons = Counter(
        reason.partition(" '")[0].partition(" “")[0].partition("% of")[2] or reason.partition(" '")[0]
        for s in sentences
        for refused in s.refused[:1]
        for reason in refused.reasons
    )
    yield "refused because: " + ", ".join(f"{reason} ({n})" for reason, n in reasons.most_common(8))


if __name__ == "__main__":
    sys.exit(main())
