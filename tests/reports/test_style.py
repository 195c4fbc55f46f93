"""Colours of the page, in both schemes."""

import re
from importlib import resources

import pytest


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SEVERITIES = ("critical", "major", "minor", "neutral")
PAIRS = [
    *((front, "paper") for front in ("ink", "muted", "link", *SEVERITIES)),
    *((front, f"{name}-tint") for name in SEVERITIES for front in ("ink", "muted", name)),
    ("link", "neutral-tint"),
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back"), PAIRS, ids="-on-".join)
def test_contrast_meets_wcag_aa(scheme, front, back):
    style = resources.files("nlp.reports").joinpath("templates/report.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", style.split(":root {")[scheme + 1]))
    assert contrast(colours[front], colours[back]) >= 4.5
