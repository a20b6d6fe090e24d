"""Nobody may ask more often than allowed, and nobody is shut out for longer than needed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dluhy_service.rates import Rates


@given(
    per_minute=st.integers(1, 600),
    steps=st.lists(st.floats(0, 5, allow_nan=False), min_size=1, max_size=200),
)
def test_never_more_than_the_limit_in_any_minute_beyond_what_had_filled_up(per_minute: int, steps: list[float]) -> None:
    rates, now, taken = Rates(per_minute), 0.0, 0
    for step in steps:
        now += step
        left, _ = rates.take("k", now)
        taken += left >= 0
    assert taken <= per_minute + now * per_minute / 60 + 1e-6


@given(per_minute=st.integers(1, 600))
def test_who_waits_as_long_as_he_was_told_may_ask_again(per_minute: int) -> None:
    rates = Rates(per_minute)
    for _ in range(per_minute):
        rates.take("k", 0.0)
    left, wait = rates.take("k", 0.0)
    assert left == -1
    assert wait == rates.wait("k", 0.0)
    assert rates.take("k", float(wait))[0] >= 0


def test_one_does_not_use_up_another_ones_requests() -> None:
    rates = Rates(1)
    assert [rates.take(who, 0.0)[0] for who in ("a", "a", "b")] == [0, -1, 0]


def test_memory_does_not_grow_with_those_who_asked() -> None:
    rates = Rates(10)
    for number in range(30_000):
        rates.take(str(number), float(number))
    assert len(rates._buckets) <= 10_001  # noqa: SLF001 - that is what is tested
