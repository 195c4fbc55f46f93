from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from nlp.reports._marks import blocks
from nlp.types import Article, Finding, Layout, Sentence, Span


def finding(start, end, rule="FRE-X1"):
    return Finding(rule, "slug", "calque", "accuracy", "minor", 0.5, start, end, "", "message")


def article(text, **parts):
    return Article("id", text, **parts)


def text_of(block):
    return "".join(piece.text for run in block.runs for piece in run.pieces)


def shown(found):
    return [(block.role, text_of(block)) for block in found]


TEXT = "Ukraine | West rejects\n\n(Moscow) He spoke.\n\nPosted at 7:06\n\nThe end. source site-63"
LAYOUT = Layout(
    kicker=Span(0, 7),
    headline=Span(10, 22),
    dateline=Span(24, 32),
    published=Span(44, 58),
    source_marker=Span(69, 83),
    paragraphs=(Span(0, 22), Span(24, 42), Span(44, 58), Span(60, 83)),
)


def test_parts_of_the_layout_become_blocks_in_their_place():
    assert shown(blocks(article(TEXT, layout=LAYOUT), [])) == [
        ("kicker", "Ukraine"),
        ("separator", " | "),
        ("headline", "West rejects\n\n"),
        ("paragraph", "(Moscow) He spoke.\n\n"),
        ("published", "Posted at 7:06\n\n"),
        ("paragraph", "The end. source site-63"),
    ]


def test_a_part_inside_a_paragraph_is_a_piece_of_it():
    found = blocks(article(TEXT, layout=LAYOUT), [])
    roles = [(piece.text, piece.role) for block in found for run in block.runs for piece in run.pieces if piece.role]
    assert roles == [("(Moscow)", "dateline"), ("source site-63", "source_marker")]


def test_text_the_layout_says_nothing_about_is_shown_all_the_same():
    text = "Share this\n\nHe spoke.\n\nRead also: more"
    layout = Layout(paragraphs=(Span(12, 21),))
    assert [block[1] for block in shown(blocks(article(text, layout=layout), []))] == [
        "Share this\n\n",
        "He spoke.\n\n",
        "Read also: more",
    ]


def test_without_layout_blank_lines_part_paragraphs_else_line_ends_do():
    assert [text for _, text in shown(blocks(article("One\ntwo.\n\nThree."), []))] == ["One\ntwo.\n\n", "Three."]
    assert [text for _, text in shown(blocks(article("One\ntwo."), []))] == ["One\n", "two."]


def test_empty_text_has_no_blocks_and_white_space_one():
    assert blocks(article(""), []) == ()
    assert [text_of(block) for block in blocks(article(" \n\n "), [])] == [" \n\n "]


def test_overlapping_findings_are_cut_at_every_boundary():
    (block,) = blocks(article("one two three four"), [finding(0, 7), finding(4, 13)])
    pieces = [(p.text, p.covering, p.ending) for run in block.runs for p in run.pieces]
    assert pieces == [("one ", (1,), ()), ("two", (1, 2), (1,)), (" three", (2,), (2,)), (" four", (), ())]


def test_nested_findings_that_end_together_end_at_one_piece():
    (block,) = blocks(article("one two three"), [finding(0, 7), finding(4, 7)])
    assert [p.ending for run in block.runs for p in run.pieces] == [(), (1, 2), ()]


def test_a_finding_of_no_length_gets_an_empty_piece():
    found = blocks(article("one.\n\ntwo."), [finding(3, 3), finding(10, 10)])
    assert [[(p.text, p.ending) for run in b.runs for p in run.pieces] for b in found] == [
        [("one", ()), ("", (1,)), (".\n\n", ())],
        [("two.", ()), ("", (2,))],
    ]
    assert [b.beginning for b in found] == [(1,), (2,)]


def test_a_finding_over_two_paragraphs_begins_in_the_first_and_ends_in_the_second():
    found = blocks(article("one two\n\nthree four"), [finding(4, 14)])
    assert [b.beginning for b in found] == [(1,), ()]
    assert [[p.text for run in b.runs for p in run.pieces if p.ending] for b in found] == [[], ["three"]]


def test_a_sentence_is_a_run_and_only_its_first_piece_begins_it():
    sentences = (Sentence(0, 0, 4, 0), Sentence(1, 5, 18, 0))
    found = blocks(article("One. Two\n\nand more.", sentences=sentences), [])
    assert [[(run.sentence, run.first) for run in block.runs] for block in found] == [
        [(0, True), (None, False), (1, True)],
        [(1, False), (None, False)],
    ]


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


def clipped(pairs, length):
    return [Span(min(a, length), min(b, length)) for a, b in pairs]


@given(
    text=st.text(alphabet="ab |.\n\u05d0\U0001f600", max_size=60),
    marked=st.lists(spans, max_size=6),
    parts=st.lists(st.none() | spans, min_size=7, max_size=7),
    paragraphs=st.lists(spans, max_size=4),
)
def test_blocks_are_a_partition_and_every_finding_begins_and_ends_once(text, marked, parts, paragraphs):
    names = ("kicker", "headline", "dateline", "byline", "published", "updated", "source_marker")
    named = {
        name: None if pair is None else clipped([pair], len(text))[0] for name, pair in zip(names, parts, strict=True)
    }
    layout = Layout(**named, paragraphs=tuple(clipped(paragraphs, len(text))))
    cuts = sorted({p for pair in paragraphs for p in pair if p <= len(text)})
    sentences = tuple(Sentence(i, a, b, 0) for i, (a, b) in enumerate(pairwise(cuts)))
    findings = [finding(span.start, span.end) for span in clipped(marked, len(text))]
    found = blocks(article(text, layout=layout, sentences=sentences), findings)

    pieces = [piece for block in found for run in block.runs for piece in run.pieces]
    assert "".join(piece.text for piece in pieces) == text
    if text:
        everyone = list(range(1, len(findings) + 1))
        assert sorted(n for block in found for n in block.beginning) == everyone
        assert sorted(n for piece in pieces for n in piece.ending) == everyone
        for n, f in enumerate(findings, start=1):
            assert "".join(piece.text for piece in pieces if n in piece.covering) == text[f.start : f.end]
    first = [run.sentence for block in found for run in block.runs if run.first]
    assert len(first) == len(set(first))
