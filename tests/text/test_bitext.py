"""Which sentences render which, in texts cut differently."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nlp.text.bitext import align

SENTENCES = st.lists(st.text(min_size=1, max_size=60), max_size=7)


@given(SENTENCES, SENTENCES)
def test_beads_cover_both_texts_in_order(source: list[str], target: list[str]):
    beads = align(source, target)
    assert [i for bead in beads for i in range(bead.source.start, bead.source.end)] == list(range(len(source)))
    assert [j for bead in beads for j in range(bead.target.start, bead.target.end)] == list(range(len(target)))


@given(st.lists(st.text("abcdefgh ", min_size=20, max_size=60), min_size=1, max_size=7))
def test_a_text_is_aligned_with_itself_one_to_one(sentences: list[str]):
    assert all(bead.source == bead.target for bead in align(sentences, sentences))


def test_a_sentence_left_out_has_an_empty_side():
    source = ["Il est né en 1985 à Lyon.", "Sa mère était médecin dans cette ville.", "En 2011, il part pour Rome."]
    beads = align(source, ["He was born in 1985 in Lyon.", "In 2011, he leaves for Rome."], ratio=1.0)
    assert [bead.target.end - bead.target.start for bead in beads] == [1, 0, 1]


def test_an_embedder_may_say_what_lengths_do_not():
    same = {(0, 0), (1, 2)}
    beads = align(
        ["aaaa aaaa", "bbbb bbbb"],
        ["aaaa aaaa", "cccc cccc", "bbbb bbbb"],
        similarity=lambda a, b: float((a.start, b.start) in same and a.end - a.start == b.end - b.start == 1),
    )
    assert [(bead.source.start, bead.target.start) for bead in beads if bead.source.end > bead.source.start] == [
        (0, 0),
        (1, 2),
    ]
