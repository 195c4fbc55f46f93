from __future__ import annotations

from nlp import registry
from nlp.evaluation import segments
from nlp.evaluation._segments import Segment
from nlp.metrics._rows import UNDEFINED, mean_row


def test_the_metric_is_asked_for_each_segment_alone_and_nothing_has_no_penalty(monkeypatch):
    metric = registry.load("metrics", "predicted_mqm")

    def measure(samples):
        return [mean_row(float(len(s.hypothesis))) if s.hypothesis else UNDEFINED for s in samples]

    monkeypatch.setattr(metric, "measure", measure)
    made = [Segment("news", "zh-en", "d", "s", False, "源", text, ()) for text in ("abc", "", "a")]
    assert segments.predicted_mqm(made) == [3.0, 0.0, 1.0]
