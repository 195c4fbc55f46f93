"""newsproof as transformers pipelines, for people who think in pipelines. Importing this module registers two tasks:

    import transformers, nlp.integrations.transformers_pipelines

    summarize = transformers.pipeline("news-summarization", model=NEWSPROOF)
    summarize(text, sentences=2)     # {"summary_text": …, "sentences": […], …}: the record of `nlp summarize`
    find = transformers.pipeline("mt-artifacts", model=NEWSPROOF)
    find(text, source_lang="fr")     # [{"rule": …, "start": …, "end": …, "replacements": […], …}, …]

where NEWSPROOF, in this module, stands for the model that transformers wants and newsproof does not need. A text or a
list of texts is taken. Options are those of `nlp.summarize` and `nlp.detect`, with `source_lang`; they can be given
once, to `transformers.pipeline`, or with each call.
"""

from __future__ import annotations

from typing import Any

import torch
from transformers import Pipeline
from transformers.pipelines import PIPELINE_REGISTRY

from nlp import pipeline
from nlp.detection import as_article
from nlp.plain import to_dict
from nlp.read.assemble import article
from nlp.types import Article

_ARTICLE = ("lang", "source_lang", "source")


class Newsproof(torch.nn.Module):
    """No weights: it only has what transformers asks of a model."""

    def __init__(self) -> None:
        super().__init__()
        self.device = torch.device("cpu")
        self.config = None


NEWSPROOF = Newsproof()


class _NewsproofPipeline(Pipeline):
    """What both have in common: a text becomes an article, and options are passed on."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - transformers' own
        super().__init__(**{"device": -1, **options})

    def check_model_type(self, supported_models: object) -> None:
        """Any will do."""

    def _sanitize_parameters(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        reading = {name: options.pop(name) for name in _ARTICLE if name in options}
        return reading, options, {}

    def preprocess(self, input_: Any, **reading: Any) -> Any:  # noqa: ANN401
        return as_article(input_) if isinstance(input_, Article) else article(input_, **reading)

    def postprocess(self, model_outputs: Any, **options: Any) -> Any:  # noqa: ANN401
        return model_outputs

    def forward(self, model_inputs: Any, **options: Any) -> Any:  # noqa: ANN401
        """Without moving tensors, since there are none."""
        return self._forward(model_inputs, **options)


class NewsSummarizationPipeline(_NewsproofPipeline):
    """The task "news-summarization"."""

    def _forward(self, input_tensors: Any, **options: Any) -> Any:  # noqa: ANN401
        record: dict[str, Any] = to_dict(pipeline.summarize(input_tensors, **options))
        return {"summary_text": record.pop("summary"), **record}


class ArtifactsPipeline(_NewsproofPipeline):
    """The task "mt-artifacts"."""

    def _forward(self, input_tensors: Any, **options: Any) -> Any:  # noqa: ANN401
        found: list[dict[str, Any]] = to_dict(pipeline.detect(input_tensors, **options))
        return found


PIPELINE_REGISTRY.register_pipeline("news-summarization", NewsSummarizationPipeline, type="text")
PIPELINE_REGISTRY.register_pipeline("mt-artifacts", ArtifactsPipeline, type="text")
