"""Rates of small places: exact intervals, smoothing, and a ranking that one child does not turn round."""

from __future__ import annotations

from math import isclose

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.region.building import AS, CHEB, LUBY, PREBUZ, SOKOLOV, people

from dluhy.region.joining import overview
from dluhy.region.rates import Prior, gamma_quantile, interval, prior, smoothed

# Exact 95 % limits of a Poisson count as they are printed in tables (Garwood 1936; Pearson and Hartley, table 40).
TABLE = {0: (0, 3.689), 1: (0.0253, 5.572), 2: (0.242, 7.225), 5: (1.623, 11.668), 10: (4.795, 18.390),
         20: (12.217, 30.888), 50: (37.111, 65.919)}  # fmt: skip


@pytest.mark.parametrize("count", sorted(TABLE))
def test_intervals_are_those_of_the_tables(count: int) -> None:
    for found, printed in zip(interval(count), TABLE[count], strict=True):
        assert isclose(found, printed, abs_tol=0.0006)


@given(st.integers(0, 3000))
def test_an_interval_holds_its_count_and_grows_with_it(count: int) -> None:
    low, high = interval(count)
    assert low <= count <= high
    above = interval(count + 1)
    assert low < above[0]
    assert high < above[1]


def test_a_quantile_of_an_exponential_variable_is_known() -> None:
    assert isclose(gamma_quantile(0.5, 1.0), 0.6931471805599453, rel_tol=1e-12)


def test_places_that_differ_by_chance_only_are_all_drawn_to_the_mean() -> None:
    given_prior = prior([1, 2, 3], [1000, 1000, 1000])
    assert given_prior.shape is None
    assert smoothed(3, 1000, given_prior) == (0.002, 0.002)


def test_moments_are_those_of_marshall() -> None:
    # by hand: mean 24/300 = 0.08; spread (0.07² + 0.12² + 0.05²)/3 = 0.0218/3; variance 0.0218/3 − 0.08/100
    counts, bases = [1, 20, 3], [100, 100, 100]
    found = prior(counts, bases)
    assert found.shape is not None
    assert isclose(found.mean, 0.08)
    assert isclose(found.shape, 0.0064 / (0.0218 / 3 - 0.0008))


@settings(deadline=None)
@given(count=st.integers(0, 50), base=st.integers(1, 100_000), more=st.integers(1, 100_000))
def test_the_smaller_the_place_the_more_its_rate_is_drawn_to_the_mean(count: int, base: int, more: int) -> None:
    drawn = Prior(0.01, 2.0)
    small, large = (smoothed(count * each, base * each, drawn)[0] for each in (1, 1 + more))
    own = count / base
    assert abs(large - own) <= abs(small - own) + 1e-12


def test_one_child_does_not_carry_a_village_to_the_top() -> None:
    made = overview([people(CHEB, 90), people(AS, 70), people(SOKOLOV, 10), people(LUBY, 0), people(PREBUZ, 1)])
    rows = {row["code"]: row for row in made.ranking.filter(pl.col("measure") == "children").iter_rows(named=True)}
    assert rows[PREBUZ]["base"] < 100
    assert rows[PREBUZ]["rate"] == max(row["rate"] for row in rows.values())
    assert rows[PREBUZ]["rank"] > rows[AS]["rank"]
    assert rows[PREBUZ]["rank"] > rows[CHEB]["rank"]
    assert (rows[PREBUZ]["rank_from"], rows[PREBUZ]["rank_to"]) == (1, 5)
    assert rows[CHEB]["rank_by_count"] == 1
    assert rows[AS]["standing"] == "above"
    assert rows[SOKOLOV]["standing"] == "below"


def test_equal_places_share_a_rank_and_a_place_without_inhabitants_has_none() -> None:
    made = overview([people(CHEB, 9), people(AS, 9), people("555177", 2)], region="CZ041")
    rows = {row["code"]: row for row in made.ranking.filter(pl.col("measure") == "children").iter_rows(named=True)}
    assert rows[CHEB]["rank_by_count"] == rows[AS]["rank_by_count"] == 1
    assert rows["555177"]["rank"] is None
    assert rows["555177"]["rate"] is None
    assert any(finding.code == "no_base" for finding in made.findings)


def test_what_cannot_be_told_apart_is_symmetric() -> None:
    made = overview([people(CHEB, 90), people(AS, 70), people(SOKOLOV, 10), people(LUBY, 2), people(PREBUZ, 1)])
    rows = made.ranking.filter(pl.col("measure") == "children").to_dicts()
    for row in rows:
        surely_before = sum(other["rate_from"] > row["rate_to"] for other in rows)
        surely_after = sum(other["rate_to"] < row["rate_from"] for other in rows)
        assert (row["rank_from"], row["rank_to"]) == (1 + surely_before, len(rows) - surely_after)
