"""Of large households only the outermost combinations are weighed, and those are found among all of them."""

from __future__ import annotations

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from dluhy.engine.arithmetic import INTEGERS
from dluhy.household.minimum import COUNTED, amounts_on, minimum_of, outermost_counts
from dluhy.law.pack import default_pack

AMOUNTS = amounts_on(default_pack(), date(2026, 11, 1))
BANDS = st.lists(st.sampled_from(COUNTED), min_size=1, unique=True).map(tuple)


@given(st.lists(BANDS, min_size=1, max_size=5), st.permutations(sorted(AMOUNTS.values())))
def test_the_least_and_the_greatest_are_those_of_all_combinations(
    bands: list[tuple[str, ...]], amounts: list[int]
) -> None:
    of_bands = dict(zip(AMOUNTS, amounts, strict=True))
    every = [{band: chosen.count(band) for band in COUNTED} for chosen in product(*bands)]
    kept = outermost_counts(bands, of_bands)
    assert all(counts in every for counts in kept)
    for adults in (True, False):
        all_of, kept_of = (
            {minimum_of(INTEGERS, counts, of_bands) for counts in some if bool(counts["adult"]) is adults}
            for some in (every, kept)
        )
        assert bool(kept_of) == bool(all_of)
        if all_of:
            assert (min(kept_of), max(kept_of)) == (min(all_of), max(all_of))


def test_the_work_grows_with_the_number_of_members() -> None:
    assert len(outermost_counts([COUNTED] * 300, AMOUNTS)) <= 2 * 2 ** len(COUNTED)
