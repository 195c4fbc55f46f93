import numpy as np
import pytest

from nlp.models import token_vectors, word_vectors
from nlp.types import Span

pytestmark = pytest.mark.skipif(not word_vectors.available(), reason="the encoder is not installed")

TEXTS = ["He told the truth, in 2011.", "東京で会議が開かれた。", "", " - ", "Il est né à Lyon."]


def test_words_have_a_vector_each_whatever_the_batch():
    together = word_vectors.encode(TEXTS, batch_size=3)
    for text, read in zip(TEXTS, together, strict=True):
        (alone,) = word_vectors.encode([text])
        assert read.words == alone.words
        np.testing.assert_allclose(read.vectors, alone.vectors, atol=1e-4)
        assert read.vectors.shape == (len(read.words), word_vectors.WIDTH)
    assert [span.of(TEXTS[0]) for span in together[0].words] == ["He", "told", "the", "truth", "in", "2011"]
    assert together[2].words == together[3].words == ()
    assert len(together[1].words) > 3  # pieces, since there are no spaces
    assert Span(0, len(TEXTS[1])) not in together[1].words


def test_encoders_opened_one_after_another_are_read_at_the_same_layers():
    first = word_vectors.encode(TEXTS)
    for _ in range(2):
        again = word_vectors.encode(TEXTS, model=word_vectors.opened())
        for one, other in zip(first, again, strict=True):
            np.testing.assert_array_equal(one.vectors, other.vectors)


def test_token_vectors_are_the_same_before_and_after_word_vectors():
    def read():
        token_vectors.load.cache_clear()
        encoder = token_vectors.load(token_vectors.MULTILINGUAL)
        return encoder.vectors(encoder.pieces(TEXTS[0]))

    before = read()
    word_vectors.encode(TEXTS, model=word_vectors.opened())
    np.testing.assert_array_equal(read(), before)
