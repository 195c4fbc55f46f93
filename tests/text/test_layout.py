import json
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.layout import find_layout
from nlp.types import Layout

BODY = "The president said on Monday that the talks would go on for several more weeks, officials said."


def part(name, text):
    span = getattr(find_layout(text), name)
    return span and span.of(text)


def test_the_seed_article(root, seed_text):
    facts = json.loads((root / "seeds" / "gold.json").read_text(encoding="utf-8"))["facts"]
    assert part("kicker", seed_text) == facts["kicker"]
    assert part("headline", seed_text) == facts["headline"]
    assert part("dateline", seed_text) == f"({facts['dateline']})"
    assert part("published", seed_text) == f"Posted at {facts['posted']}"
    assert part("updated", seed_text) == f"Updated at {facts['updated']} a.m."
    assert part("source_marker", seed_text) == "source site-63"
    assert part("byline", seed_text) is None
    assert len(find_layout(seed_text).paragraphs) == 15


def test_a_blank_text_has_no_layout():
    assert find_layout(" \r\n\t\n") == Layout()
    assert find_layout("") == Layout()


class TestHeadline:
    @pytest.mark.parametrize("line", ["Storm hits coast", "Is the war over?", "West ‘didn’t heed’ concerns"])
    @pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
    def test_a_short_first_line_before_more_text(self, line, gap):
        assert part("headline", line + gap + BODY) == line

    @pytest.mark.parametrize("line", [BODY, "“It is over.”", "He said:", "x" * 201, "MOSCOW — " + BODY[:-1]])
    def test_a_body_sentence_is_none(self, line):
        assert part("headline", f"{line}\n{BODY}") is None

    def test_a_line_alone_is_none(self):
        assert part("headline", "Storm hits coast") is None

    def test_furniture_above_it_is_passed_over(self):
        assert part("headline", f"Posted at 7:06\n\nStorm hits coast\n\n{BODY}") == "Storm hits coast"

    def test_a_kicker_is_the_short_part_before_the_bar(self):
        text = f"War | West ‘didn’t heed’ concerns\n{BODY}"
        assert (part("kicker", text), part("headline", text)) == ("War", "West ‘didn’t heed’ concerns")

    def test_the_name_of_a_site_behind_a_bar_is_no_headline(self):
        text = f"West ‘didn’t heed’ Russian concerns | CNN\n{BODY}"
        assert (part("kicker", text), part("headline", text)) == (None, text.split("\n")[0])


class TestDateline:
    @pytest.mark.parametrize(
        "line",
        [
            "(Moscow)",
            "(Washington, D.C.)",
            "(Reuters) -",
            "PARIS (AFP) —",
            "MOSCOW, Jan. 28 —",
            "NEW DELHI (AP) -",
            "BERLIN —",
            "KABUL, Afghanistan (AP) —",
            "ISTANBUL/ANKARA, Jan 28 (Reuters) -",
            "SAINT-ÉTIENNE (AFP) –",
            "London (dpa) -",
            "Moscow, January 28 (Interfax) –",
            "MOSCOW, January 28. /TASS/.",
        ],
    )
    def test_forms(self, line):
        assert part("dateline", f"Storm hits coast\n\n{line} {BODY}") == line
        assert part("dateline", f"{line} {BODY}\n{BODY}") == line

    @pytest.mark.parametrize("line", ["NATO —", "BREAKING -", "(Video)", "Berlin —", "A —", "Smith (left) -", "1990 —"])
    def test_what_is_none(self, line):
        assert part("dateline", f"Storm hits coast\n\n{line} {BODY}") is None

    def test_a_site_s_name_below_the_headline_is_none(self):
        assert part("dateline", f"Storm hits coast\n(Sankei Sports) - Yahoo! News\n{BODY}") is None

    def test_deep_in_the_body_is_none(self):
        assert part("dateline", "\n".join(["Storm hits coast", *[BODY] * 3, f"PARIS — {BODY}"])) is None


class TestPublicationLines:
    @pytest.mark.parametrize(
        "line",
        [
            "Posted at 7:06",
            "Posted at 7 h 06",
            "Posted Jan. 28, 2022 at 7:06 a.m.",
            "Published on 28 January 2022 at 10:12",
            "Published: Friday, Jan 28 2022, 10:12 EST",
            "First published on Fri 28 Jan 2022 10.12 GMT",
            "Published yesterday at 5:30 p.m.",
        ],
    )
    def test_published(self, line):
        assert part("published", f"{BODY}\n{line}\n{BODY}") == line

    @pytest.mark.parametrize("line", ["Updated at 8:46 a.m.", "Last updated: 2 hours ago", "Modified on 28/01/2022"])
    def test_updated(self, line):
        assert part("updated", f"{BODY}\n{line}\n{BODY}") == line

    def test_both_on_one_line(self):
        text = f"{BODY}\nPublished: 28/01/2022 - 10:12 | Updated: 28/01/2022 - 11:13\n"
        assert part("published", text) == "Published: 28/01/2022 - 10:12"
        assert part("updated", text) == "Updated: 28/01/2022 - 11:13"

    def test_a_date_before_the_verb(self):
        assert part("updated", f"25 February 2015 Last updated at 00:03 GMT\n{BODY}") == "Last updated at 00:03 GMT"

    @pytest.mark.parametrize(
        "line",
        [
            "Published by Gallimard in 2019",
            "Posted on Facebook at 7:06",
            "Updated figures came at 8",
            "Published on Monday, the report says 28 people died.",
        ],
    )
    def test_a_line_that_says_more_is_body(self, line):
        layout = find_layout(f"{BODY}\n{line}\n{BODY}")
        assert (layout.published, layout.updated) == (None, None)


class TestByline:
    @pytest.mark.parametrize(
        "line",
        [
            "By Jane Doe",
            "BY JANE DOE",
            "By Jane Doe and John Roe, AFP",
            "By Jean-Pierre de la Tour, Le Monde",
            "By J. R. Smith",
            "By AFP",
            "By The Associated Press",
        ],
    )
    def test_forms(self, line):
        assert part("byline", f"Storm hits coast\n{line}\n{BODY}") == line
        assert part("byline", "\n".join(["Storm hits coast", *[BODY] * 9, line])) == line

    @pytest.mark.parametrize(
        "line", ["By Monday Evening", "By The Sea", "By Vladimir Putin’s own admission", "By Moscow"]
    )
    def test_what_is_none(self, line):
        assert part("byline", f"Storm hits coast\n{line}\n{BODY}") is None


class TestSourceMarker:
    @pytest.mark.parametrize("marker", ["source site-63", "source: site-7", "Source site_12"])
    @pytest.mark.parametrize("glue", ["\n", " ", ""])
    def test_an_aggregator_s_marker_also_glued_to_its_neighbour(self, marker, glue):
        assert part("source_marker", f"{BODY}\n{BODY}{glue}{marker}\n") == marker

    @pytest.mark.parametrize("marker", ["Source: AFP", "(Source: Agence France-Presse)", "Source: www.lemonde.fr"])
    @pytest.mark.parametrize("glue", ["\n", " "])
    def test_a_named_source(self, marker, glue):
        assert part("source_marker", f"{BODY}\n{BODY}{glue}{marker}") == marker

    @pytest.mark.parametrize(
        "line",
        ["Sources: officials said the deal was done.", "He cited a source: the Kremlin", "The source of the Nile"],
    )
    def test_body_text_is_none(self, line):
        assert part("source_marker", f"{BODY}\n{line}") is None

    def test_a_text_is_never_all_marker(self):
        assert part("source_marker", "source site-63") is None


@given(st.text(alphabet=st.sampled_from("aB1 .,\n\r\u2028|—-()“Source: site-Posted at 7:06By ") | st.characters()))
def test_paragraphs_tile_everything_but_whitespace(text):
    layout = find_layout(text)
    assert all(p.of(text) == p.of(text).strip() != "" for p in layout.paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(layout.paragraphs))
    assert "".join("".join(p.of(text) for p in layout.paragraphs).split()) == "".join(text.split())
    for name in ("kicker", "headline", "dateline", "byline", "published", "updated", "source_marker"):
        span = getattr(layout, name)
        assert span is None or sum(p.start <= span.start < span.end <= p.end for p in layout.paragraphs) == 1


@pytest.mark.parametrize(
    "piece", ["A", "A ", "A-", "(A ", "By A ", "Posted at 7 ", "source ", "\n", "a\n", "Source : "]
)
def test_hostile_text_takes_linear_time(piece):
    started = time.process_time()
    find_layout(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 2


@pytest.mark.parametrize("line", ["Published" + " 1" * 55 + "x", "By" + " A." * 38 + "x", "AA, " * 14 + "AA x"])
def test_hostile_lines_take_little_time(line):
    started = time.process_time()
    find_layout(f"{line}\n" * 500)
    assert time.process_time() - started < 2
