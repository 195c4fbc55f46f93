from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.models import _next_token

torch = pytest.importorskip("torch")


def made(rows: int, pieces: int, *, bias: bool, spread: float = 3.0, seed: int = 0):
    """States, a last layer and wanted tokens."""
    generator = torch.Generator().manual_seed(seed)
    head = torch.nn.Linear(8, pieces, bias=bias)
    with torch.no_grad():
        for parameter in head.parameters():
            parameter.copy_(spread * torch.randn(parameter.shape, generator=generator))
    states = torch.randn(rows, 8, generator=generator)
    return states, head, torch.randint(0, pieces, (rows,), generator=generator)


def by_definition(states, head, wanted):
    with torch.inference_mode():
        logp = torch.log_softmax(head.double()(states.double()), dim=-1) / math.log(2)
        head.float()
    return -logp[range(len(wanted)), wanted].numpy(), -(logp.exp2() * logp).sum(-1).numpy()


@given(st.integers(1, 9), st.integers(1, 70), st.integers(1, 80), st.booleans(), st.sampled_from([0.01, 1.0, 6.0]))
@settings(deadline=None, max_examples=60)
def test_it_is_the_definition_whatever_the_parts(rows, pieces, part, bias, spread):
    states, head, wanted = made(rows, pieces, bias=bias, spread=spread)
    expected = by_definition(states, head, wanted)
    with pytest.MonkeyPatch.context() as patch, torch.inference_mode():
        patch.setattr(_next_token, "PART", part)
        measured = _next_token.uncertainty(states, head, wanted)
    for ours, theirs in zip(measured, expected, strict=True):
        np.testing.assert_allclose(ours.numpy(), theirs, atol=1e-4)


def test_scores_that_overflow_an_exponential_do_no_harm():
    states, head, wanted = made(4, 5000, bias=False, spread=200.0)
    with torch.inference_mode():
        measured = _next_token.uncertainty(states, head, wanted)
    for ours, theirs in zip(measured, by_definition(states, head, wanted), strict=True):
        np.testing.assert_allclose(ours.numpy(), theirs, rtol=1e-5, atol=1e-2)


def test_a_place_is_the_same_alone_and_in_company():
    states, head, wanted = made(300, 9000, bias=True)
    with torch.inference_mode():
        together = _next_token.uncertainty(states, head, wanted)
        for index in (0, 150, 299):
            alone = _next_token.uncertainty(states[index : index + 1], head, wanted[index : index + 1])
            for one, many in zip(alone, together, strict=True):
                assert one.item() == pytest.approx(many[index].item(), abs=1e-4)


def test_no_places_have_no_uncertainty():
    states, head, wanted = made(0, 50, bias=False)
    with torch.inference_mode():
        assert [x.tolist() for x in _next_token.uncertainty(states, head, wanted)] == [[], []]
        assert _next_token.likeliest(states, head, 5) == []


def test_the_likeliest_come_best_first_and_there_may_be_fewer_than_asked_for():
    states, head, _ = made(3, 4, bias=True)
    with torch.inference_mode():
        scores = head(states)
        for row, ids in zip(scores, _next_token.likeliest(states, head, 9), strict=True):
            assert ids == row.argsort(descending=True).tolist()
