"""A folder of benchmark data as small as it can be, in the layout of the real one."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

ELSEWHERE = "Fewer voters than expected turned out for the primary in Florida, a sign that enthusiasm has faded by now."
ARTICLES = [
    "The Kremlin said on Friday that Russia will determine its future reaction after it has studied the responses.",
    "Mr Tucker will take over as chairman of the bank on 1 October, the insurer said in a statement to the press.",
    "Nurses in Wales have voted to strike for three days in March after talks on pay with the government failed.",
    "Exeter has been dubbed too posh for the game after its makers found that nowhere in town has rents so low.",
]


def write(path: Path, records: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(record) + "\n" for record in records)


@pytest.fixture
def articles() -> list[str]:
    return ARTICLES


@pytest.fixture
def data(tmp_path: Path) -> Path:
    def judged(article: str, label: str, value: object) -> dict[str, object]:
        return {"article": article, "summary": article[:40] + ".", "system": "s", "origin": "xsum", label: value}

    for family, named in (("summeval", ARTICLES), ("newsroom", [ELSEWHERE])):
        documents = [{"doc_id": f"d{i}", "article": a, "references": ["R."]} for i, a in enumerate(named)]
        write(tmp_path / f"summ-quality/{family}.docs.jsonl.gz", documents)
        summaries = [
            {"doc_id": d["doc_id"], "system": s, "summary": text, "scores": {"relevance": 3.0, "consistency": score}}
            for d in documents
            for s, text, score in (("good", str(d["article"]), 5.0), ("bad", "Nobody has 17 dogs.", 1.0))
        ]
        write(tmp_path / f"summ-quality/{family}.summaries.jsonl.gz", summaries)
    folder = tmp_path / "summ-consistency"
    write(folder / "frank.valid.jsonl.gz", [judged(ARTICLES[0], "factuality", v) for v in (0.5, None)])
    for part in ("cnndm", "xsum"):
        write(folder / f"qags.{part}.jsonl.gz", [judged(ARTICLES[1].upper() + " More.", "score", 0.75)])
        write(folder / f"aggrefact.{part}.val.jsonl.gz", [judged(ARTICLES[1], "label", 0)])
    texts = ["Twelve people met in Paris on Monday.", "Twelve people did meet on Monday in Paris.", "Dogs bark."]
    write(
        tmp_path / "mt-perturbed/demetr.base.jsonl.gz",
        [{"id": i, "lang": "french", "source": "S.", "reference": texts[0], "mt": texts[1]} for i in (1, 3)],
    )
    write(
        tmp_path / "mt-perturbed/demetr.perturbed.jsonl.gz",
        [
            {"id": i, "pert": f"critical_id{k}_{name}", "severity": "critical", "target": text}
            for i in (1, 3)
            for k, (name, text) in enumerate([("nonsense_text", texts[2]), ("better_text", texts[0])])
        ],
    )
    for test_set, reference in (("newstest2020", "Human-A.0"), ("newstest2021", "ref.A")):
        write(
            tmp_path / f"mt-spans/{test_set}.zh-en.jsonl.gz",
            [
                {
                    "test_set": test_set,
                    "lp": "zh-en",
                    "doc_id": f"d{i}",
                    "seg_id": str(i),
                    "system": system,
                    "is_human": system == reference,
                    "source": f"S{i}.",
                    "target": text,
                    "ratings": [{"rater": "r", "mqm": penalty, "errors": []}],
                }
                for i in range(3)
                for system, text, penalty in (
                    (reference, texts[0], 0.0),
                    ("good", texts[1], 1.0),
                    ("middling", texts[1][:25], 5.0),
                    ("bad", texts[2], 25.0),
                )
            ],
        )
    return tmp_path
