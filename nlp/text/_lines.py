"""What ends a line, and with it a paragraph, wherever newsproof looks at text.

Not everything `str.splitlines` takes: U+0085 is more often a cp1252 ellipsis that was read as Latin-1
(mojibake inside a sentence) than a line end, and U+001C to U+001E do not occur in news.
"""

from __future__ import annotations

LINE_BREAKS = "\n\r\v\f\u2028\u2029"
