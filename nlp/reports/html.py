"""A report as one HTML page that needs nothing else: no network, no script to be read, no font.

Style and script are written into the page; its Content-Security-Policy allows exactly these two, by their
hashes, and forbids everything else, so that nothing in an article can load or run. All text is escaped.
The same report gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from nlp.reports._page import page
from nlp.reports._wording import counted, detector, number, writable
from nlp.types import Report


def render(report: Report) -> str:
    """The page. Control characters and lone surrogates in a text are shown by stand-ins (␀, �)."""
    import jinja2
    import markupsafe

    style, script = _file("report.css"), _file("report.js")
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_file),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"counted": counted, "detector": detector, "number": number}
    return writable(
        environment.get_template("report.html.j2").render(
            page=page(report),
            style=markupsafe.Markup(style),  # noqa: S704 - a file of this package
            script=markupsafe.Markup(script),  # noqa: S704 - a file of this package
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _file(name: str) -> str:
    return resources.files("nlp.reports").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """The hash of an inline element as Content-Security-Policy writes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
