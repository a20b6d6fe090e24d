"""What must hold of every net wage: sums reconcile, more gross is never much less net, exact fractions agree."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.household.net_wage import ChildRelief, Earner, NetWage, Wage, net_wage

KINDS: Final = ("employment", "agreement_perform_job", "agreement_work_activity", "small_scale")
YEARS: Final = st.integers(2023, 2026)
LAW: Final = {  # crowns, from the notices and acts of the year, kept apart from the rules for this test
    2023: (17_300, 40_324 * 4, "0.065", 4_000, (10_000, 1), "0"),
    2024: (18_900, 43_967 * 3, "0.071", 4_000, (10_000, 1), "0"),
    2025: (20_800, 46_557 * 3, "0.071", 4_500, (11_500, 0), "0.065"),
    2026: (22_400, 48_967 * 3, "0.071", 4_500, (12_000, 0), "0.065"),
}
RELIEF: Final = (1_267, 1_860, 2_320)
HUNDRED: Final = 100
HALER: Final = Fraction(1, 100)


def one(year: int, gross: int, kind: str, *, declaration: bool, count: int = 0, **facts: Any) -> NetWage:  # noqa: ANN401
    known = {
        "invalidity": 0,
        "ztp_p": False,
        "state_insured": False,
        "working_pensioner": False,
        "self_employed": False,
    }
    return net_wage(
        Earner(
            month=date(year, 5, 1),
            wages=(Wage(employer="A", gross=gross, kind=kind, declaration=declaration),),
            relief_children=tuple(ChildRelief(order=n + 1, ztp_p=False) for n in range(count)),
            **(known | facts),
        )
    )


def second_reading(  # noqa: PLR0913 - what a case consists of
    year: int, halere: int, kind: str, *, declaration: bool, count: int, state: bool, pensioner: bool
) -> tuple[int, int]:
    """Return net and bonus in crowns by exact fractions, written from the acts for this test alone."""
    minimum, high, rate, small, (job, more), relief_rate = LAW[year]
    gross = halere * HALER
    limits = {"employment": Fraction(0), "agreement_perform_job": job + more * HALER}
    insured = gross >= limits.get(kind, Fraction(small))
    base = ceil(gross) if insured else 0
    social = ceil(base * Fraction(rate)) - (ceil(base * Fraction(relief_rate)) if pensioner else 0)
    for_health = insured or kind == "small_scale"
    health = ceil(gross * Fraction("0.045")) if for_health else 0
    missing = minimum - gross if for_health and gross < minimum and not (state or pensioner) else 0
    ends = job + more * HALER if kind == "agreement_perform_job" else small + (HALER if year < 2025 else 0)
    if not declaration and gross < ends:
        tax, bonus = floor(floor(gross) * Fraction("0.15")), 0
    else:
        rounded = ceil(gross) if gross <= HUNDRED else ceil(gross / HUNDRED) * HUNDRED
        tax = ceil(min(rounded, high) * Fraction("0.15") + max(0, rounded - high) * Fraction("0.23"))
        reliefs = sum(RELIEF[min(n, 2)] for n in range(count)) if declaration else 0
        rest = max(0, tax - (2_570 if declaration else 0))
        tax, bonus = max(0, rest - reliefs), max(0, reliefs - rest)
        bonus = bonus if bonus >= 50 and gross >= floor(Fraction(minimum, 2)) else 0
    net = gross - social - health - ceil(missing * Fraction("0.135")) - tax
    return int(net * HUNDRED), bonus * HUNDRED


@settings(max_examples=400, deadline=None)
@given(
    year=YEARS, gross=st.integers(0, 25_000_000), small=st.booleans(), kind=st.sampled_from(KINDS),
    declaration=st.booleans(), count=st.integers(0, 4), state=st.booleans(), pensioner=st.booleans(),
)  # fmt: skip
def test_a_second_reading_of_the_acts_in_exact_fractions_agrees(  # noqa: PLR0913 - what a case consists of
    *, year: int, gross: int, small: bool, kind: str, declaration: bool, count: int, state: bool, pensioner: bool
) -> None:
    halere = gross // (10 if small else 1)
    found = one(
        year, halere, kind, declaration=declaration, count=count, state_insured=state, working_pensioner=pensioner
    )
    wanted = second_reading(year, halere, kind, declaration=declaration, count=count, state=state, pensioner=pensioner)
    assert (found.net, found.bonus) == wanted


@settings(max_examples=200, deadline=None)
@given(year=YEARS, gross=st.integers(0, 30_000_000), kind=st.sampled_from(KINDS), declaration=st.booleans())
def test_a_line_adds_up(*, year: int, gross: int, kind: str, declaration: bool) -> None:
    found = one(year, gross, kind, declaration=declaration, count=2)
    (line,) = found.lines
    taken = (line.social, line.health, line.health_top_up, line.advance, line.withholding)
    assert line.gross - sum(each or 0 for each in taken) == line.net == found.net
    assert all((each or 0) % 100 == 0 for each in (*taken, line.bonus, line.base))
    assert (line.advance_before or 0) - (line.credits_used or 0) - (line.relief_used or 0) == line.advance
    assert min(each or 0 for each in (*taken, line.bonus)) >= 0


def jumps(year: int) -> tuple[int, ...]:
    """Return the gross wages at which net and bonus may fall: insurance and the end of withholding begin."""
    _, _, _, small, (job, more), _ = LAW[year]
    return small * 100, small * 100 + 1, job * 100 + more


@settings(max_examples=300, deadline=None)
@given(
    year=YEARS, gross=st.integers(0, 20_000_000), more=st.integers(1, 500_000), kind=st.sampled_from(KINDS),
    declaration=st.booleans(), count=st.integers(0, 3),
)  # fmt: skip
def test_net_never_rises_by_more_than_gross_but_for_withholding_and_rounding(  # noqa: PLR0913 - as above
    *, year: int, gross: int, more: int, kind: str, declaration: bool, count: int
) -> None:
    """Below the minimum wage a crown earned saves 13.5 haléře of the top-up; every rounding may hide a crown.

    Where an income stops being taxed apart, and so many crowns of the base are rounded, the advance may be lower by
    less than 2 crowns than withholding was. The bonus is beside the net wage and may begin at half the minimum wage.
    """
    before, after = (one(year, each, kind, declaration=declaration, count=count) for each in (gross, gross + more))
    assert before.net is not None
    assert after.net is not None
    saved = (before.lines[0].health_top_up or 0) - (after.lines[0].health_top_up or 0)
    assert after.net - before.net <= more + max(saved, 0) + 4 * 100


@settings(max_examples=300, deadline=None)
@given(
    year=YEARS, gross=st.integers(0, 20_000_000), more=st.integers(1, 2_000_000), kind=st.sampled_from(KINDS),
    declaration=st.booleans(), count=st.integers(0, 3),
)  # fmt: skip
def test_net_falls_with_more_gross_only_by_rounding_or_across_a_threshold(  # noqa: PLR0913 - as above
    *, year: int, gross: int, more: int, kind: str, declaration: bool, count: int
) -> None:
    """The base of the advance goes by hundreds: a crown more may cost 23 crowns of tax and one of each contribution."""
    crossed = any(gross < jump <= gross + more for jump in jumps(year))
    before, after = (one(year, each, kind, declaration=declaration, count=count) for each in (gross, gross + more))
    assert before.net is not None
    assert after.net is not None
    if (kind == "employment" and declaration) or not crossed:
        assert after.net - before.net >= -26 * 100


@settings(max_examples=100, deadline=None)
@given(year=YEARS, gross=st.integers(0, 20_000_000), kind=st.sampled_from(KINDS), count=st.integers(0, 4))
def test_a_declaration_and_a_child_never_lower_what_is_paid_out(year: int, gross: int, kind: str, count: int) -> None:
    unsigned = one(year, gross, kind, declaration=False, count=count)
    signed = one(year, gross, kind, declaration=True, count=count)
    another = one(year, gross, kind, declaration=True, count=count + 1)
    assert (unsigned.net or 0) <= (signed.net or 0) <= (another.net or 0)
    assert (signed.bonus or 0) <= (another.bonus or 0)


@settings(max_examples=100, deadline=None)
@given(
    wages=st.lists(st.tuples(st.sampled_from("ABC"), st.integers(0, 3_000_000), st.sampled_from(KINDS)), max_size=5),
    dice=st.randoms(use_true_random=False),
)
def test_the_order_of_contracts_does_not_matter(wages: list[tuple[str, int, str]], dice: Any) -> None:  # noqa: ANN401
    said = [Wage(employer=name, gross=gross, kind=kind, declaration=name == "A") for name, gross, kind in wages]
    mixed = list(said)
    dice.shuffle(mixed)
    facts: dict[str, Any] = {
        "month": date(2026, 1, 1), "relief_children": (), "invalidity": 0, "ztp_p": False, "state_insured": False,
        "working_pensioner": False, "self_employed": False,
    }  # fmt: skip
    one_way, other = (net_wage(Earner(wages=tuple(each), **facts)) for each in (said, mixed))
    assert (one_way.net, one_way.bonus, one_way.gross) == (other.net, other.bonus, other.gross)
