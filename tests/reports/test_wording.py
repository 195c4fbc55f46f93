from hypothesis import given
from hypothesis import strategies as st

from nlp.reports import _wording as wording


@given(old=st.text(max_size=40), new=st.text(max_size=40))
def test_the_stretches_of_a_change_are_the_new_text(old, new):
    assert "".join(text for text, _ in wording.changed(old, new)) == new


@given(st.text(max_size=40))
def test_nothing_is_new_against_itself(text):
    assert not any(new for _, new in wording.changed(text, text))


@given(text=st.text(max_size=300), length=st.integers(1, 80))
def test_shortened_text_is_one_line_of_bounded_length(text, length):
    short = wording.shortened(text, length)
    assert "\n" not in short
    assert len(short) <= 2 * length + 1


def test_context_stays_on_the_line_of_the_span():
    text = "First line.\nIt is the interview with him.\nLast line."
    at = text.index("interview")
    assert wording.context(text, at, at + 9) == ("It is the ", "interview", " with him.")


def test_writable_shows_what_a_page_cannot_hold():
    assert wording.writable("a\x00b\x07\x85\ud800\n\té") == "a␀b␇��\n\té"
    wording.writable("\udfff").encode("utf-8")
