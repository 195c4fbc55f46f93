"""Scores of summaries and translations: all metrics that fit, over all samples and of each one; and comparisons.

>>> table = score(
...     hypotheses=["Talks resume in Paris."], references=["The talks resume."], metrics=["rouge1", "number_support"]
... )
>>> round(table.aggregate["rouge1"].value, 3), table.aggregate["number_support"].note
(0.571, 'the text it was made from was not given')
"""

from __future__ import annotations

from nlp.metrics._samples import samples_from
from nlp.scoring.inputs import score
from nlp.scoring.measuring import Findings, Task, fitting

__all__ = ["Findings", "Task", "fitting", "samples_from", "score"]
