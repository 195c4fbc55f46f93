from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu import significance as sacrebleu_tests
from sacrebleu.metrics import BLEU
from scipy import stats

from nlp.metrics import bleu
from nlp.statistics.significance import bootstrap_p, holm, paired_test, random_signs, randomization_p
from nlp.types import Sample

WORDS = "the a talks resume on Monday in Paris Moscow denied it nobody spoke president said of and".split()


def mean(total) -> float | None:
    return total[0] / total[1] if total[1] else None


def rows_of(values) -> np.ndarray:
    return np.array([(float(x), 1.0) for x in values])


def corpus(seed: int, n: int = 120, noise: float = 0.3) -> tuple[list[str], list[str]]:
    """References, and hypotheses in which a share of the words is another one."""
    rng = np.random.default_rng(seed)
    references = [list(rng.choice(WORDS, size=rng.integers(6, 16))) for _ in range(n)]
    noisy = [[str(rng.choice(WORDS)) if rng.random() < noise else w for w in words] for words in references]
    return [" ".join(words) for words in references], [" ".join(words) for words in noisy]


@pytest.fixture(scope="module")
def three_systems() -> tuple[list[str], list[str], list[str], list[str]]:
    """References, a baseline, one that is a little better, one that is much better."""
    references, baseline = corpus(1, noise=0.35)
    rng = np.random.default_rng(7)

    def noisy(noise: float) -> list[str]:
        return [" ".join(str(rng.choice(WORDS)) if rng.random() < noise else w for w in r.split()) for r in references]

    return references, baseline, noisy(0.31), noisy(0.26)


def bleu_rows(hypotheses: list[str], references: list[str]) -> np.ndarray:
    return np.array(
        bleu.measure([Sample("x", h, (r,)) for h, r in zip(hypotheses, references, strict=True)]), dtype=float
    )


def sacrebleu_p(kind: str, hypotheses: list[str], baseline: list[str], references: list[str], trials: int) -> float:
    test = sacrebleu_tests.PairedTest(
        [("baseline", baseline), ("system", hypotheses)], {"BLEU": BLEU()}, [references], kind, n_samples=trials
    )
    _, scores = test()
    return scores["BLEU"][1].p_value


def test_randomization_of_corpus_bleu_is_that_of_sacrebleu(three_systems):
    references, baseline, *systems = three_systems
    for hypotheses in systems:
        result = paired_test(
            bleu_rows(hypotheses, references), bleu_rows(baseline, references), bleu.value, trials=3000, resamples=10
        )
        expected = sacrebleu_p("ar", hypotheses, baseline, references, 3000)
        # two draws of 3,000 trials: four standard errors of their difference
        assert result.p == pytest.approx(expected, abs=4 * (2 * max(expected, 0.001) / 3000) ** 0.5)
        theirs = BLEU().corpus_score(hypotheses, [references]).score - BLEU().corpus_score(baseline, [references]).score
        assert result.difference == pytest.approx(theirs, abs=1e-10)


def test_bootstrap_of_corpus_bleu_is_twice_that_of_sacrebleu_which_looks_at_one_side(three_systems):
    references, baseline, hypotheses, _ = three_systems
    one, other = bleu_rows(hypotheses, references), bleu_rows(baseline, references)
    result = paired_test(one, other, bleu.value, test="bootstrap", resamples=3000)
    theirs = sacrebleu_p("bs", hypotheses, baseline, references, 3000)
    assert 0.001 < theirs < 0.2
    assert result.p == pytest.approx(2 * theirs, rel=0.35)


def test_five_better_sentences_are_no_proof(three_systems):
    # Swapping five sentences gives 32 arrangements, two of them as extreme as the observed one. sacreBLEU, which does
    # not count the observed one and its mirror image, says p < 0.001.
    references, baseline, _, better = three_systems
    differing = [i for i, (b, s) in enumerate(zip(baseline, better, strict=True)) if len(s.split()) > 7 and s != b]
    system = list(baseline)
    for i in differing[:5]:
        system[i] = references[i]
    result = paired_test(bleu_rows(system, references), bleu_rows(baseline, references), bleu.value, trials=3000)
    assert result.p == pytest.approx(2 / 32, abs=0.02)
    assert sacrebleu_p("ar", system, baseline, references, 3000) < 0.001


def test_randomization_of_a_mean_is_scipys_permutation_test():
    rng = np.random.default_rng(3)
    one, other = rng.normal(0.1, 1, 60), rng.normal(0, 1, 60)
    ours = randomization_p(rows_of(one), rows_of(other), mean, trials=10_000)
    theirs = stats.permutation_test(
        (one, other),
        lambda a, b, axis=-1: a.mean(axis=axis) - b.mean(axis=axis),
        permutation_type="samples",
        n_resamples=9_999,
        rng=np.random.default_rng(4),
    ).pvalue
    assert ours == pytest.approx(theirs, abs=0.025)


def test_randomization_by_hand():
    # Of the 16 sign patterns of (1, 1, 1, 1) two are as extreme as the observed one: p = 1/8.
    p = randomization_p(rows_of([1, 1, 1, 1]), rows_of([0, 0, 0, 0]), mean, trials=20_000)
    assert p == pytest.approx(1 / 8, abs=0.01)


def test_equal_systems_are_not_different():
    rows = rows_of(np.random.default_rng(0).random(30))
    for test in ("randomization", "bootstrap"):
        result = paired_test(rows, rows, mean, test=test, trials=200, resamples=200)
        assert (result.difference, result.interval, result.p) == (0.0, (0.0, 0.0), 1.0)


def test_under_the_null_p_is_below_five_percent_about_five_times_in_a_hundred():
    rng = np.random.default_rng(11)
    for test in ("randomization", "bootstrap"):
        found = [
            paired_test(
                rows_of(rng.random(40)), rows_of(rng.random(40)), mean, test=test, trials=200, resamples=200, seed=i
            ).p
            for i in range(200)
        ]
        assert 0.01 < np.mean(np.array(found) < 0.05) < 0.10


def test_a_clear_difference_is_found_with_its_sign_and_interval():
    rng = np.random.default_rng(2)
    baseline = rng.random(200)
    result = paired_test(rows_of(baseline - 0.1), rows_of(baseline), mean, trials=999)
    assert result.difference == pytest.approx(-0.1)
    assert result.interval == pytest.approx((-0.1, -0.1))
    assert result.p == 1 / 1000
    assert result.n == 200
    assert result.signature == "test:randomization|trials:999|ci:95|bs:1000|seed:12345"


def test_a_sample_undefined_for_one_is_left_out_of_both():
    one, other = rows_of([1, 2, 3, 4]), rows_of([1, 1, 1, 1])
    other[3] = 0
    result = paired_test(one, other, mean, trials=50, resamples=50)
    assert result.n == 3
    assert result.difference == 1.0


def test_clusters_are_swapped_whole():
    rng = np.random.default_rng(5)
    documents = np.repeat(np.arange(8), 25)
    shift = rng.normal(0, 1, 8)[documents]  # the systems differ by document, not by sentence
    one, other = rows_of(shift), rows_of(np.zeros(200))
    by_sentence = paired_test(one, other, mean, trials=2000)
    by_document = paired_test(one, other, mean, trials=2000, clusters=documents.tolist())
    assert by_document.p > 10 * by_sentence.p
    assert by_document.n == 8
    assert by_document.signature.endswith("|unit:cluster")
    width = [high - low for low, high in (by_sentence.interval, by_document.interval)]
    assert width[1] > 3 * width[0]


def test_nothing_defined_is_none():
    nothing = np.zeros((3, 2))
    result = paired_test(nothing, rows_of([1, 2, 3]), mean)
    assert (result.difference, result.interval, result.p, result.n) == (None, None, None, 0)
    assert paired_test(rows_of([1]), rows_of([2]), mean).p is None


def test_the_same_seed_gives_the_same_p_and_signs_are_pinned():
    one, other = rows_of(range(9)), rows_of([0, 2, 1, 5, 3, 9, 4, 4, 1])
    assert paired_test(one, other, mean, trials=500) == paired_test(one, other, mean, trials=500)
    [signs] = random_signs(6, 2, 12345)
    assert signs.tolist() == PINNED_SIGNS


PINNED_SIGNS = [[1, -1, 1, 1, 1, -1], [-1, 1, 1, 1, 1, -1]]


def test_signs_are_even():
    signs = np.concatenate(list(random_signs(70, 4000, 1)))
    assert signs.shape == (4000, 70)
    assert set(np.unique(signs)) == {-1.0, 1.0}
    assert np.abs(signs.mean(axis=0)).max() < 0.07


def test_bootstrap_p_by_hand():
    # the observed difference is 2; one of four draws lies 2 or more away from it
    assert bootstrap_p(2.0, [2.0, 3.0, 1.5, -0.5]) == 2 / 5
    assert bootstrap_p(2.0, [None, 2.0]) == 1 / 2


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        ([], []),
        ([0.2], [0.2]),
        ([0.01, 0.02, 0.03], [0.03, 0.04, 0.04]),
        ([0.03, 0.01, 0.02], [0.04, 0.03, 0.04]),
        ([0.5, 0.6], [1.0, 1.0]),
        ([None, 0.04, None], [None, 0.04, None]),
    ],
)
def test_holm_by_hand(p, expected):
    assert holm(p) == pytest.approx(expected) if None not in p else holm(p) == expected


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_rejects_what_the_closed_test_of_bonferroni_rejects(p):
    # Holm's method is the closure of Bonferroni's: the corrected p is the largest, over all sets of hypotheses that
    # hold this one, of Bonferroni's p of the set.
    for index, corrected in enumerate(holm(p)):
        others = [i for i in range(len(p)) if i != index]
        sets = (s for r in range(len(p)) for s in itertools.combinations(others, r))
        closed = max(min(1.0, (len(s) + 1) * min([p[index], *(p[i] for i in s)])) for s in sets)
        assert corrected == pytest.approx(closed)


def test_what_is_out_of_range_is_an_error():
    rows = rows_of([1, 2])
    with pytest.raises(ValueError, match="one shape"):
        paired_test(rows, rows_of([1, 2, 3]), mean)
    with pytest.raises(ValueError, match="no test 'sign'"):
        paired_test(rows, rows, mean, test="sign")
    with pytest.raises(ValueError, match="at least one trial"):
        paired_test(rows, rows, mean, trials=0)


def test_ten_thousand_samples_are_compared_in_seconds():
    rng = np.random.default_rng(0)
    one, other = rows_of(rng.random(10_000)), rows_of(rng.random(10_000))
    start = time.perf_counter()
    paired_test(one, other, mean, trials=1000)
    assert time.perf_counter() - start < 3
