import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.text.sentences import split

# "|" marks where sentences end.
NEWS = """
He met Sen. Jones on Jan. 26.| It rained.
Updated at 8:46 a.m. Monday.| The talks went on.
He came at 5 p.m. Moscow time.| The others came later.
At 10 a.m. (0200 GMT) the vote began.| It passed.
He came at 5 p.m.| The others came later.
The U.S. embassy in Kyiv closed.| It reopened later.
He lives in the U.S.| The embassy is closed.
The U.S. Secretary of State, e.g. Mr. Pompeo, left.| He returned.
See no. 20 of the list.| It is long.
He said no.| Talks ended.
It cost 3.5 bn. euros last year.| Nobody paid.
The fee is Rs. 500 per head.| It is high.
Lt. Col. James T. Kirk spoke.| He left.
George W. Bush and J. R. R. Tolkien met.| They talked.
Gen. Mark A. Milley, chairman of the Joint Chiefs, spoke.| He left.
Rep. Ocasio-Cortez, D-N.Y., and Gov. Cuomo met.| They spoke.
Acme Inc. said profits rose.| Its shares fell.
It was bought by Acme Inc.| The price was not disclosed.
St. Petersburg, Mt. Everest and Ft. Worth are far.| He lives in Yard St.| The house is old.
Roe v. Wade was decided in 1973.| It was overturned.
On 4. January he came.| She left.
The vote is in Sept.| The result comes in Oct.
On Sept. 11 the towers fell.| The war began.
So do I.| The rest do not.
It was not me.| West said so.
Yahoo! Japan grew.| It was sold.
It rose 3.5 percent to 12,000.50 points.| Then it fell.
Visit travel.gov.gr or NHL.Com for more.| It is free.
He works at McDonald’s.| The pay is low.
1. The first point is this.| It is short.
● Russia won.| Japan lost.
""".strip().splitlines()

QUOTED = """
“It is over.”| The mayor left.
“Is it over?” he asked.| Nobody knew.
“Why is that?” Schladow said.| He left.
“Go!” she shouted.| They went.
“We won. |We are happy,” he said.
“I know,” he said.| “You came.”
He asked: “Why?”| She did not answer.
"I left."| "You came."
He said, ‘It is over.’| The mayor left.
« C’est fini. »| The mayor left.
(He left in 2020.)| The others stayed.
It was over . ''| Then he left .
It got worse.| He left. "
""".strip().splitlines()

ELLIPSES_AND_BREAKS = """
We will see… maybe tomorrow.| He left.
We waited…| Then it rained.
The allies count […] implement the plan.| He left.
The allies count […] NATO as a friend.| He left.
He left.| […] The others stayed.
It will be +19... +24 degrees.| It is warm.
as well as on exercises.| soldiers on the outskirts of the camp.
The vote passed.|The next one failed.
MOSCOW, Jan. 28 — President Putin spoke.| He left.
""".strip().splitlines()


@pytest.mark.parametrize("case", NEWS + QUOTED + ELLIPSES_AND_BREAKS)
def test_sentences_end_where_a_reader_ends_them(case):
    text = case.replace("|", "")
    assert [span.of(text) for span in split(text, 0, len(text))] == [part.strip() for part in case.split("|")]


def test_only_the_paragraph_is_split_and_offsets_are_the_text_s():
    text = "Before. “É 😀 here.” Then this.  After."
    spans = split(text, 8, 32)
    assert [span.of(text) for span in spans] == ["“É 😀 here.”", "Then this."]


def test_a_blank_paragraph_has_no_sentences():
    assert split("a \n\t b", 1, 5) == []
    assert split("", 0, 0) == []


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("fr", "M. Macron est là. « Oui. » Il part.", 3),
        ("ru", "Он пришёл. Она ушла.", 2),
        ("zh", "他来了。她走了。", 2),
    ],
)
def test_other_languages_are_split_too(lang, text, count):
    assert len(split(text, 0, len(text), lang=lang)) == count


@given(
    st.text(alphabet=st.sampled_from("aB1 .!?…“”\"'’()[]»\u00a0-,\n●é") | st.characters()),
    st.sampled_from(["en", "fr"]),
)
def test_sentences_tile_everything_but_whitespace(text, lang):
    spans = split(text, 0, len(text), lang=lang)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["“", '"', "“a. ", ". ", "a. ", "… ", "[…] ", "A. ", "me. The ", ". ”", "a.”", "'", "a"]
)
def test_hostile_text_takes_linear_time(piece):
    text = piece * (100_000 // len(piece))
    started = time.perf_counter()
    split(text, 0, len(text))
    assert time.perf_counter() - started < 2
