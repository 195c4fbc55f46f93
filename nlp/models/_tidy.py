"""What models write around a summary: thinking aloud, list marks, bold, "Here is the summary:"."""

from __future__ import annotations

import re

_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_MARKUP = re.compile(r"(?m)^[ \t]*(?:[-*•#>]+|\d{1,2}[.)])[ \t]+|\*\*|__")
_PREAMBLE = re.compile(r"\A\s*[^\n.!?]{0,80}:[ \t]*(?:\n|\Z)")  # "Here is a summary of the article:"
_LABEL = re.compile(r"\A\s*(?:summary|résumé)\s*:\s*", re.IGNORECASE)


def tidy(text: str, *, line_mark: str | None = None) -> str:
    r"""What a model wrote as plain lines: no thinking aloud, list marks, bold, or "Here is the summary:".

    >>> tidy("Here is a summary:\n\n- **Talks** failed.\n- Nobody  spoke.")
    'Talks failed.\nNobody spoke.'
    """
    if line_mark:
        text = text.replace(line_mark, "\n")
    text = _LABEL.sub("", _PREAMBLE.sub("", _MARKUP.sub("", _THOUGHTS.sub("", text))))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
