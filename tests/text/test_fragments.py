from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from nlp.text.fragments import extractive_fragments

tokens = st.lists(st.sampled_from("abc"), max_size=20)


def longest_fragments(article: list[str], summary: list[str]) -> list[tuple[int, int]]:
    """The procedure of Grusky et al. (2018), figure 3, word for word."""
    found, i = [], 0
    while i < len(summary):
        best, j = 0, 0
        while j < len(article):
            length = 0
            while (
                i + length < len(summary) and j + length < len(article) and summary[i + length] == article[j + length]
            ):
                length += 1
            best = max(best, length)
            j += max(length, 1)
        if best:
            found.append((i, i + best))
        i += max(best, 1)
    return found


def test_fragments_are_the_longest_from_the_left():
    article = "a b c d e f c d x".split()
    assert [(f.start, f.end) for f in extractive_fragments(article, "c d x a b z e f".split())] == [
        (0, 3),
        (3, 5),
        (6, 8),
    ]


def test_the_article_is_one_fragment_of_itself():
    article = "to be or not to be".split()
    assert [(f.start, f.end) for f in extractive_fragments(article, article)] == [(0, 6)]


def test_nothing_in_common_gives_no_fragment():
    assert extractive_fragments(["a"], ["b", "c"]) == []
    assert extractive_fragments([], ["b"]) == []
    assert extractive_fragments(["a"], []) == []


def test_two_words_the_article_lacks_are_not_a_fragment():
    assert extractive_fragments("x y z".split(), "p p".split()) == []


@given(tokens, tokens)
def test_fragments_cover_at_least_what_the_paper_finds(article, summary):
    # The paper's inner loop jumps over a match (j = j' on line 8), so in repetitive text it can miss the longest
    # fragment its own definition asks for; ours never is shorter.
    ours = extractive_fragments(article, summary)
    start = 0
    for fragment in ours:
        assert not any(token in article for token in summary[start : fragment.start])
        text = "".join(summary[fragment.start : fragment.end])
        assert text in "".join(article)
        longer = "".join(summary[fragment.start : fragment.end + 1])
        assert fragment.end == len(summary) or longer not in "".join(article)
        start = fragment.end
    if ours:
        paper = longest_fragments(article, summary)
        assert ours[0].end - ours[0].start >= paper[0][1] - paper[0][0]


def test_repetitive_text_stays_fast():
    start = time.perf_counter()
    extractive_fragments(["a", "b"] * 5000, ["a", "b", "a"] * 2000)
    assert time.perf_counter() - start < 5
