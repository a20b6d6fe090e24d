"""Small promises of wage deductions that no other test makes: mutants of the code showed that they were missing."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
from attrs import evolve
from tests.deductions.test_amounts_data import BY_PAY_YEAR, BY_WAGE_MONTH

from dluhy.deductions import Claim, Spouse, deduct_frame, wage_sets
from dluhy.deductions.amounts import amounts_day, end_of_month, pay_day_decides
from dluhy.deductions.answering import answer, claims_of, document_problems, household_of
from dluhy.deductions.claims import ranked, wants
from dluhy.deductions.counted import counted, pension_term
from dluhy.deductions.division import Want, divide
from dluhy.deductions.document import DeductionDocument
from dluhy.deductions.figures import Payment, acting_claims, binds_from, figures, pension_limit, second_for_all
from dluhy.deductions.model import Household
from dluhy.deductions.reading import parse
from dluhy.deductions.several import multiples, severance_flags
from dluhy.engine.arithmetic import EXPRESSIONS, INTEGERS
from dluhy.law.models import EVIDENCE_FROM_STRONGEST, weakest
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from dluhy.deductions import Deduction
    from dluhy.deductions.counted import Counted
    from dluhy.deductions.division import Division, Pool
    from dluhy.deductions.figures import Figures

PACK: Final = default_pack()
PAID, MONTH = date(2026, 5, 12), date(2026, 4, 1)
SETS: Final = {each.key: each for each in wage_sets(PACK).sets}

QUOTIENTS: Final = [(0, 3, 0, 0), (1, 3, 0, 1), (2, 3, 0, 1), (3, 3, 1, 1), (4, 3, 1, 2), (-1, 3, -1, 0), (7, 1, 7, 7)]


def worked_out(expression: pl.Expr, *columns: int | None) -> int | None:
    """Return the value of an expression over columns `a`, `b` of one row."""
    frame = pl.DataFrame({name: [value] for name, value in zip("ab", columns, strict=False)},
                         schema=dict.fromkeys("ab"[: len(columns)], pl.Int64))  # fmt: skip
    found: int | None = frame.select(expression.alias("found"))["found"][0]
    return found


@pytest.mark.parametrize(("a", "by", "down", "up"), QUOTIENTS)
def test_numbers_and_columns_are_divided_the_same_way_up_or_down(a: int, by: int, down: int, up: int) -> None:
    assert (INTEGERS.floor_div(a, by), INTEGERS.ceil_div(a, by)) == (down, up)
    column = pl.col("a")
    assert (worked_out(EXPRESSIONS.floor_div(column, by), a), worked_out(EXPRESSIONS.ceil_div(column, by), a)) == (
        down,
        up,
    )


@pytest.mark.parametrize(("a", "b"), [(1, 2), (2, 1), (3, 3), (-1, 0)])
def test_the_smaller_and_the_larger_are_the_same_of_numbers_and_columns(a: int, b: int) -> None:
    assert (INTEGERS.least(a, b), INTEGERS.greatest(a, b)) == (min(a, b), max(a, b))
    columns = pl.col("a"), pl.col("b")
    assert worked_out(EXPRESSIONS.least(*columns), a, b) == min(a, b)
    assert worked_out(EXPRESSIONS.greatest(*columns), a, b) == max(a, b)


def test_what_is_not_known_stays_not_known_in_a_column() -> None:
    column, one = pl.col("a"), EXPRESSIONS.number(1)
    made = (EXPRESSIONS.least(column, one), EXPRESSIONS.greatest(column, one), EXPRESSIONS.floor_div(column, 3),
            EXPRESSIONS.ceil_div(column, 3))  # fmt: skip
    assert [worked_out(each, None) for each in made] == [None] * 4


def test_a_number_is_itself_and_in_a_column_wide_enough_for_any_sum_of_money() -> None:
    assert INTEGERS.number(7) == 7
    found = pl.select(found=EXPRESSIONS.number(7))["found"]
    assert (found.dtype, found.to_list()) == (pl.Int64(), [7])


def people(key: str, *, dependants: int | None = 0, own: str | None = None, **spouse: Any) -> Counted:  # noqa: ANN401
    """Return who is counted under the amounts of a year."""
    return counted(Household(dependants=dependants, spouse=Spouse(**spouse), own_pension=own), SETS[key], PACK)


COUNTED: Final = [
    ("until 2024 being married is enough", "2024", {"married": True}, True, "S2"),
    ("until 2024 without a word nobody knows", "2024", {}, None, "S2"),
    ("until 2024 a pension makes no marriage", "2024", {"own": "old_age"}, None, "S2"),
    ("no marriage, no spouse", "2026", {"married": False}, False, "S2"),
    ("what the payer knows decides", "2026", {"counts": True}, True, "S2"),
    ("what the payer knows decides against pensions", "2026", {"counts": False, "own": "old_age"}, False, "S2"),
    ("a pension of the debtor is enough", "2026", {"married": True, "own": "old_age"}, True, "S2"),
    ("a pension of the spouse is enough", "2026", {"married": True, "own": "none", "pension": "orphan"}, True, "S2"),
    ("a pension is no marriage", "2026", {"own": "old_age"}, None, "S2"),
    ("that an early pension is enough is not settled", "2026", {"married": True, "own": "early_old_age"}, True, "M"),
    ("neither pension is enough", "2026", {"married": True, "own": "none", "pension": "invalidity_1"}, False, "S2"),
    ("one pension is not known", "2026", {"married": True, "own": "none"}, None, "S2"),
    ("neither pension is known", "2026", {"married": True}, None, "S2"),
]


@pytest.mark.parametrize("row", COUNTED, ids=[row[0] for row in COUNTED])
def test_a_spouse_is_counted_as_the_law_of_the_year_has_it(
    row: tuple[str, str, dict[str, Any], bool | None, str],
) -> None:
    _, key, facts, spouse, evidence = row
    found = people(key, dependants=2, **facts)
    assert (found.spouse, found.evidence) == (spouse, evidence)
    assert found.number == (3 if spouse else 2)
    assert found.unknown == (("spouse",) if spouse is None else ())
    assert not found.problems


def test_dependants_of_whom_nobody_knows_are_not_counted_and_are_named() -> None:
    known = people("2026", dependants=None, married=False)
    assert (known.number, known.unknown) == (0, ("dependants",))
    assert people("2026", dependants=None).unknown == ("dependants", "spouse")


def test_a_pension_of_which_nobody_knows_says_nothing() -> None:
    assert pension_term(PACK, None, "counts_spouse") == (None, "S2")
    assert pension_term(PACK, "early_old_age", "many_orders_exception") == (True, "M")
    assert pension_term(PACK, "none", "counts_spouse") == (False, "S2")


CONTRADICTIONS: Final = [
    ("2024", {"counts": True, "married": False}, "no marriage"),
    ("2026", {"counts": True, "married": False, "own": "old_age"}, "no marriage"),
    ("2026", {"counts": True, "own": "none", "pension": "none"}, "no pension"),
    ("2026", {"counts": True, "married": True, "own": "widow", "pension": "invalidity_1"}, "no pension"),
    ("2024", {"counts": True, "own": "none", "pension": "none"}, None),
    ("2026", {"counts": True, "own": "none"}, None),
    ("2026", {"counts": True, "own": "none", "pension": "old_age"}, None),
    ("2026", {"counts": False, "married": False, "own": "none", "pension": "none"}, None),
]
REFUSALS: Final = {
    "no marriage": (
        "manžel se má počítat, ale dlužník není v manželství", "a spouse is counted, but there is no marriage",
    ),
    "no pension": (
        "manžel se má počítat, ale ani jeden z manželů nemá důchod, který k tomu stačí",
        "the spouse is counted, but neither spouse has a pension that suffices",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "reason"), CONTRADICTIONS)
def test_a_spouse_who_cannot_count_is_refused_with_the_reason_in_both_languages(
    key: str, facts: dict[str, Any], reason: str | None
) -> None:
    expected = () if reason is None else (Problem("spouse_contradiction", "/spouse/counts", *REFUSALS[reason]),)
    assert people(key, **facts).problems == expected


TABLE: Final = [*((row, True) for row in BY_WAGE_MONTH), *((row, False) for row in BY_PAY_YEAR)]


def test_the_sets_are_the_lines_of_the_published_table() -> None:
    assert list(SETS) == [row.key for row, _ in TABLE]


@pytest.mark.parametrize(("row", "by_month"), TABLE, ids=[row.key for row, _ in TABLE])
def test_each_set_has_its_months_and_amounts(row: Any, *, by_month: bool) -> None:  # noqa: ANN401 - a line of the table
    found, ((year, month), (last_year, last_month)) = SETS[row.key], row.months
    assert (found.first, found.last) == (date(year, month, 1), end_of_month(date(last_year, last_month, 1)))
    assert found.by_wage_period is by_month
    assert (found.living_minimum, found.housing, found.energy, found.total) == (
        row.living, row.housing, row.energy, row.total,
    )  # fmt: skip
    assert (found.debtor, found.person, Fraction(found.threshold, 100)) == (row.debtor, row.person, row.threshold)


def test_unrounded_amounts_are_whole_numbers_of_one_common_part() -> None:
    sets = wage_sets(PACK)
    whole = zip(sets.sets, sets.debtor_parts, sets.person_parts, strict=True)
    assert all(
        (Fraction(debtor, sets.parts_of_koruna), Fraction(person, sets.parts_of_koruna)) == (each.debtor, each.person)
        for each, debtor, person in whole
    )


DECIDING: Final = [
    ("2024-12-31", "2024-11-05", "2024-11-30", "2024"),
    ("2020-01-31", "2019-12-31", "2019-12-31", "2019b"),
    ("2019-07-10", "2019-05-31", "2019-05-31", "2019a"),
    ("2019-07-10", "2019-06-01", "2019-06-30", "2019b"),
    ("2020-05-10", "2020-02-01", "2020-02-29", "2020a"),
    ("2025-01-01", "2024-12-01", "2025-01-01", "2025"),
    ("2026-12-31", "2026-11-01", "2026-01-01", "2026"),
]


@pytest.mark.parametrize(("paid", "wage", "day", "key"), DECIDING)
def test_the_day_whose_amounts_apply_is_the_last_of_the_wage_month_and_since_2025_the_first_of_the_pay_year(
    paid: str, wage: str, day: str, key: str
) -> None:
    paid_on, wage_period = date.fromisoformat(paid), date.fromisoformat(wage)
    sets = wage_sets(PACK)
    assert pay_day_decides(PACK, paid_on) is (paid_on.year >= 2025)
    assert amounts_day(PACK, paid_on, wage_period) == date.fromisoformat(day)
    assert sets.sets[sets.index_for(paid_on, wage_period)].key == key
    assert sets.sets[sets.index_on(date.fromisoformat(day))].key == key


@pytest.mark.parametrize("paid", [date(2014, 12, 31), date(2027, 1, 1)])
def test_a_payment_outside_the_known_law_is_refused_whatever_month_its_wage_is_for(paid: date) -> None:
    with pytest.raises(HorizonError):
        wage_sets(PACK).index_for(paid, date(2020, 5, 1))


def test_a_day_of_no_set_is_named_with_the_amount_that_is_not_known() -> None:
    with pytest.raises(HorizonError, match=r"living_minimum_single|housing_for_wages"):
        wage_sets(PACK).index_on(date(2011, 1, 31))
    with pytest.raises(KeyError, match=r"2026, 5, 5"):
        wage_sets(PACK).index_on(date(2026, 5, 5))


def test_a_set_is_known_as_well_as_its_weakest_part_and_cites_each_provision_once() -> None:
    assert weakest(["S2", "M", "S"]) == "M"
    assert weakest(["S2"]) == "S2"
    assert (SETS["2021"].evidence, SETS["2024"].evidence) == ("S", "S2")
    for each in SETS.values():
        cited = [cite.at for cite in each.cites]
        assert len(set(cited)) == len(cited)
    assert {cite.at.split(" ")[0] for cite in SETS["2026"].cites} >= {"595/2006", "361/2025"}
    (note,) = SETS["2022a"].notes
    assert note.cs
    assert note.en


def claim(**facts: Any) -> Claim:  # noqa: ANN401 - any fact of a claim
    """Build a claim called `a`."""
    return Claim(id="a", **facts)


CLASSES: Final = [
    ("a kind tells", {"kind": "loan"}, PAID, ("non_priority", None, "S", False)),
    ("a kind of claim", {"kind": "social_insurance"}, PAID, ("other_priority", 6, "S2", False)),
    ("a kind of debt stands for one of claim", {"kind": "local_fee_waste"}, PAID, ("other_priority", 6, "S2", False)),
    ("arrears", {"kind": "maintenance_arrears"}, PAID, ("maintenance_arrears", 2, "S2", False)),
    ("running maintenance", {"kind": "maintenance_current"}, PAID, ("current_maintenance", 1, "S2", False)),
    ("nothing is known", {}, PAID, ("non_priority", None, "S2", True)),
    ("stated without a kind", {"priority": True}, PAID, ("other_priority", 6, "S2", False)),
    ("denied without a kind", {"priority": False}, PAID, ("non_priority", None, "S2", False)),
    ("a kind of debt that tells nothing", {"kind": "inherited"}, PAID, ("non_priority", None, "S2", True)),
    ("a fine: the law does not say", {"kind": "fine"}, PAID, ("non_priority", None, "S2", True)),
    ("a fine of which the order says it", {"kind": "fine", "priority": True}, PAID, ("other_priority", 6, "S2", False)),
    ("assigned maintenance before 2026", {"kind": "assigned_maintenance"}, date(2025, 12, 31),
     ("non_priority", None, "S2", True)),
    ("assigned maintenance of 2026", {"kind": "assigned_maintenance"}, date(2026, 1, 1),
     ("assigned_maintenance", 4, "S2", False)),
    ("a foster contribution enforced since 2021", {"kind": "foster_contribution", "began_on": date(2021, 12, 31)}, PAID,
     ("other_priority", 6, "S", False)),
    ("a foster contribution enforced since 2022", {"kind": "foster_contribution", "began_on": date(2022, 1, 1)}, PAID,
     ("non_priority", None, "S", False)),
    ("a foster contribution of unknown beginning", {"kind": "foster_contribution"}, PAID,
     ("non_priority", None, "S2", True)),
    ("a stated priority that agrees", {"kind": "social_insurance", "priority": True}, PAID,
     ("other_priority", 6, "S2", False)),
    ("a denied priority that agrees", {"kind": "loan", "priority": False}, PAID, ("non_priority", None, "S", False)),
]  # fmt: skip


@pytest.mark.parametrize("row", CLASSES, ids=[row[0] for row in CLASSES])
def test_a_claim_has_the_class_of_its_kind_on_its_day(
    row: tuple[str, dict[str, Any], date, tuple[str, int | None, str, bool]],
) -> None:
    _, facts, paid_on, expected = row
    problems: list[Problem] = []
    (found,) = ranked([claim(**facts)], paid_on, PACK, problems)
    assert not problems
    assert (found.claim_class, found.place, found.evidence, found.assumed) == expected
    assert found.claim == claim(**facts)
    assert found.priority is (expected[1] is not None)
    assert found.ordered


CLAIM_REFUSALS: Final = [
    ({"kind": "social_insurance", "priority": False}, "priority_contradicts_kind", "/claims/a/priority",
     "pohledávka tohoto druhu je k tomu dni přednostní, ale je uveden opak",
     "a claim of this kind has priority on that day, but the opposite is stated"),
    ({"kind": "loan", "priority": True}, "priority_contradicts_kind", "/claims/a/priority",
     "pohledávka tohoto druhu není k tomu dni přednostní, ale je uveden opak",
     "a claim of this kind has no priority on that day, but the opposite is stated"),
    ({"kind": "made_up"}, "not_in_list", "/claims/a/kind", "takový druh pohledávky tu není",
     "there is no such kind of claim"),
    ({"kind": "maintenance"}, "maintenance_untold", "/claims/a/kind",
     "uveďte, zda jde o běžné výživné (maintenance_current), nebo o dlužné (maintenance_arrears)",
     "say whether it is running maintenance (maintenance_current) or arrears (maintenance_arrears)"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "code", "place", "cs", "en"), CLAIM_REFUSALS)
def test_a_claim_that_contradicts_its_kind_is_refused_with_the_reason_in_both_languages(
    facts: dict[str, Any], code: str, place: str, cs: str, en: str
) -> None:
    problems: list[Problem] = []
    ranked([claim(**facts)], PAID, PACK, problems)
    assert problems == [Problem(code, place, cs, en)]


def test_a_kind_that_the_law_did_not_have_yet_is_told_and_the_other_claims_are_still_read() -> None:
    problems: list[Problem] = []
    found = ranked([claim(kind="substitute_maintenance"), claim(kind="loan")], date(2021, 6, 30), PACK, problems)
    assert [problem.place for problem in problems] == ["/claims/a/kind"]
    assert all("2021-06-30" in told and "2021-07-01" in told for told in (problems[0].cs, problems[0].en))
    assert [each.claim_class for each in found] == ["non_priority", "non_priority"]
    assert [each.assumed for each in found] == [True, False]


def ratio(of: Claim, *others: Claim) -> int | None:
    """Return the running maintenance by which a claim shares, beside others."""
    return wants(ranked([of, *others], PAID, PACK, []))[0].monthly


def test_running_maintenance_decides_the_ratio_as_stated_or_as_due() -> None:
    anna: dict[str, Any] = {"entitled": "Anna"}
    arrears = Claim(id="old", kind="maintenance_arrears", **anna)
    due = Claim(id="now", kind="maintenance_current", balance=400, **anna)
    stated = Claim(id="now", kind="maintenance_current", balance=400, monthly=500, **anna)
    other = Claim(id="petr", kind="maintenance_current", balance=900, entitled="Petr")
    assert ratio(arrears) is None
    assert ratio(arrears, other) is None
    assert ratio(arrears, due) == 400
    assert ratio(arrears, due, other) == 400
    assert ratio(arrears, stated) == 500
    assert ratio(stated) == ratio(evolve(stated, entitled=None)) == 500
    assert ratio(evolve(arrears, balance=70)) is None
    assert ratio(evolve(arrears, monthly=300)) == 300
    assert ratio(evolve(arrears, monthly=300), due) == 300
    assert ratio(evolve(arrears, entitled=None, monthly=300), stated) == 300
    assert ratio(evolve(arrears, entitled=None), stated) is None
    assert ratio(evolve(due, entitled=None)) == 400
    assert ratio(Claim(id="tax", kind="tax_or_fee", monthly=300)) is None
    assert ratio(arrears, Claim(id="x", kind="maintenance_arrears", balance=400, **anna)) is None


def test_a_claim_stands_for_division_with_its_class_place_day_and_rest() -> None:
    day = date(2026, 3, 2)
    (found,) = wants(ranked([claim(kind="tax_or_fee", delivered_on=day, balance=70)], PAID, PACK, []))
    assert (found.id, found.claim_class, found.place, found.delivered_on, found.balance) == (
        "a", "other_priority", 6, day, 70,
    )  # fmt: skip


BASE: Final = 14_102_00
"""The protected amount of a debtor alone in 2026."""
LOANS: Final = tuple(
    Claim(id=f"loan {n}", kind="loan", delivered_on=date(2026, 3, 1), issued_on=date(2021, 1, 1)) for n in range(4)
)
TAX: Final = Claim(id="tax", kind="tax_or_fee", delivered_on=date(2026, 3, 1), issued_on=date(2021, 1, 1))
TRUSTEE: Final = Claim(id="trustee", kind="insolvency", delivered_on=date(2026, 3, 1))


def paid(net: int, *claims: Claim, own: str | None = None, **more: Any) -> Payment:  # noqa: ANN401 - any fact
    """Return a payment of so many haléře to a debtor alone."""
    household = Household(dependants=0, spouse=Spouse(married=False), own_pension=own)
    known: dict[str, Any] = {"paid_on": PAID, "wage_period": MONTH, "claims": claims, "household": household} | more
    return Payment(net=net, **known)


def month(net: int, *claims: Claim, **more: Any) -> Figures:  # noqa: ANN401 - any fact
    """Return the figures of such a payment."""
    return figures(paid(net, *claims, **more), PACK)


def third_of(crowns: int, *claims: Claim, **more: Any) -> Figures:  # noqa: ANN401 - any fact
    """Return the figures of a payment whose third has so many crowns."""
    return month(BASE + 300 * crowns, *claims, **more)


def test_what_is_impossible_is_refused_before_anything_is_computed() -> None:
    with pytest.raises(InputError) as refused:
        month(-1, evolve(LOANS[0], balance=-5))
    assert {problem.place for problem in refused.value.problems} == {"/net", "/claims/loan 0/balance"}


def test_every_contradiction_of_a_payment_is_told_at_once() -> None:
    household = Household(dependants=0, spouse=Spouse(married=False, counts=True))
    found = month(BASE, evolve(TAX, priority=False), household=household)
    assert [problem.code for problem in found.problems] == ["spouse_contradiction", "priority_contradicts_kind"]


def test_each_figure_of_a_month_follows_from_the_one_before() -> None:
    found = month(BASE + 31_521_00 + 1_000_50, TAX, LOANS[0])
    assert (found.amounts.key, found.counted.number) == ("2026", 0)
    assert (found.whole_base, found.base, found.remainder) == (BASE, BASE, 32_521_50)
    assert (found.third, found.unlimited, found.thirds, found.capacity) == (10_507_00, 1_000_50, 2, 22_014_50)
    assert (found.deducted, found.fee, found.before) == (22_014_50, 0, None)
    assert [each.claim.id for each in found.claims] == ["tax", "loan 0"]
    assert not found.waiting


def test_the_part_laid_on_a_payer_takes_the_place_of_the_protected_amount() -> None:
    found = month(10_000_00, LOANS[0], base_share=4_000_00)
    assert (found.whole_base, found.base, found.remainder, found.third) == (BASE, 4_000_00, 6_000_00, 2_000_00)
    nothing = month(10_000_00, LOANS[0], base_share=0)
    assert (nothing.base, nothing.third) == (0, 3_333_00)


@pytest.mark.parametrize(("rounding", "base"), [("exact", 28_203_00), ("2dp", 28_204_00)])
def test_amounts_of_four_people_are_rounded_once_or_each_to_haler_first(rounding: str, base: int) -> None:
    household = Household(dependants=4, spouse=Spouse(married=False))
    assert month(0, household=household, rounding=rounding).base == base


def test_back_pay_adds_only_what_it_raises_the_deduction_by() -> None:
    found = month(500_00, LOANS[0], earlier_net=BASE + 1_000_00)
    assert found.before == (1_000_00, 333_00, 0)
    assert (found.remainder, found.third, found.unlimited, found.deducted) == (500_00, 167_00, 0, 167_00)
    over = month(2_000_00, LOANS[0], earlier_net=BASE + 31_000_00)
    assert over.before == (31_000_00, 10_333_00, 0)
    assert (over.remainder, over.third, over.unlimited) == (2_000_00, 174_00, 1_479_00)
    above = month(2_000_00, LOANS[0], earlier_net=BASE + 31_522_00)
    assert above.before == (31_522_00, 10_507_00, 1_00)
    assert (above.remainder, above.third, above.unlimited, above.deducted) == (2_000_00, 0, 2_000_00, 2_000_00)


START: Final = [
    ({}, date.min),
    ({"issued_on": date(2026, 2, 3)}, date(2026, 2, 3)),
    ({"delivered_on": date(2024, 9, 30)}, date(2024, 9, 30)),
    ({"delivered_on": date(2024, 10, 1)}, date(2024, 11, 1)),
    ({"delivered_on": date(2026, 2, 3), "issued_on": date(2026, 1, 3)}, date(2026, 3, 1)),
    ({"delivered_on": date(2026, 2, 28), "enforcement": "court_executor"}, date(2026, 3, 1)),
    ({"delivered_on": date(2026, 2, 3), "enforcement": "none"}, date(2026, 3, 1)),
    ({"delivered_on": date(2026, 2, 3), "enforcement": "tax"}, date(2026, 2, 3)),
    ({"delivered_on": date(2025, 12, 1)}, date(2026, 1, 1)),
]


@pytest.mark.parametrize(("facts", "first"), START)
def test_an_order_binds_from_its_day_or_from_the_next_month_as_its_kind_has_it(
    facts: dict[str, Any], first: date
) -> None:
    assert binds_from(claim(**facts), PACK) == first


def test_an_order_acts_from_its_first_day_and_waits_before_it() -> None:
    early, late = evolve(LOANS[0], delivered_on=date(2026, 4, 30)), evolve(LOANS[1], delivered_on=date(2026, 5, 1))
    for day, acting, waiting in ((date(2026, 4, 30), [], (early, late)), (date(2026, 5, 1), [early], (late,))):
        assert acting_claims(paid(BASE, early, late, paid_on=day), PACK) == (acting, waiting)
    assert acting_claims(paid(BASE, claims=None), PACK) == ([], ())
    found = month(BASE, early, late)
    assert ([each.claim for each in found.claims], found.waiting) == ([early], (late,))


THREE: Final = LOANS[:3]
EXTENTS: Final = [
    ("no claim", 2_000, (), {}, ("one_third", False), 1, False),
    ("unknown claims", 2_000, (), {"claims": None}, ("one_third", False), 1, False),
    ("three orders", 500, THREE, {}, ("one_third", False), 1, False),
    ("four orders, pension not known, low", 1_088, LOANS, {}, ("many_orders", True), 2, True),
    ("four orders, pension not known, at the limit", 1_089, LOANS, {}, ("many_orders", False), 2, True),
    ("four orders, no pension", 1_088, LOANS, {"own": "none"}, ("many_orders", False), 2, True),
    ("four orders, a pension that does not help", 500, LOANS, {"own": "widow"}, ("many_orders", False), 2, True),
    ("four orders, a pension", 1_088, LOANS, {"own": "old_age"}, ("many_orders_pension", False), 1, False),
    ("four orders, a pension, at the limit", 1_089, LOANS, {"own": "old_age"}, ("many_orders", False), 2, True),
    ("a priority claim", 500, (TAX,), {}, ("priority", False), 2, False),
    ("a priority claim among four, low", 500, (*THREE, TAX), {}, ("priority", True), 2, True),
    ("a priority claim among four, high", 2_000, (*THREE, TAX), {}, ("priority", False), 2, True),
    ("a priority claim among four, a pension", 500, (*THREE, TAX), {"own": "orphan"}, ("priority", False), 2, False),
    ("debt relief", 500, LOANS, {"debt_relief": True}, ("debt_relief", False), 2, True),
    ("a trustee", 500, (LOANS[0], TRUSTEE), {}, ("debt_relief", False), 2, False),
    ("two claims of one order are one", 500, (*THREE, evolve(LOANS[3], order="x"), evolve(TAX, order="x", kind="loan")),
     {}, ("many_orders", True), 2, True),
    ("four claims of three orders", 500, (evolve(LOANS[0], order="x"), evolve(LOANS[1], order="x"), *LOANS[2:]), {},
     ("one_third", False), 1, False),
    ("an agreed deduction is no order", 500, (*THREE, evolve(LOANS[3], kind="agreed_deduction")), {},
     ("one_third", False), 1, False),
]  # fmt: skip


@pytest.mark.parametrize("row", EXTENTS, ids=[row[0] for row in EXTENTS])
def test_one_third_or_two_are_taken_for_the_reason_of_the_law(
    row: tuple[str, int, tuple[Claim, ...], dict[str, Any], tuple[str, bool], int, bool],
) -> None:
    _, crowns, claims, facts, expected, thirds, for_all = row
    found = third_of(crowns, *claims, **facts)
    assert (found.extent, found.pension_decides) == expected
    assert (found.thirds, found.capacity) == (thirds, thirds * crowns * 100)
    assert second_for_all(paid(BASE, *claims, **facts), found.claims, found.third, PACK) is for_all
    assert found.second_for_all is for_all


@pytest.mark.parametrize(("wage", "extent"), [("2024-09-01", "one_third"), ("2024-10-01", "many_orders")])
def test_four_orders_take_two_thirds_of_the_wage_of_october_2024(wage: str, extent: str) -> None:
    old = [evolve(each, issued_on=None, delivered_on=date(2024, 1, 2)) for each in LOANS]
    found = month(30_000_00, *old, wage_period=date.fromisoformat(wage), paid_on=date(2024, 11, 10))
    assert found.extent == extent


def test_a_pension_helps_below_the_costs_of_a_trustee_with_tax() -> None:
    assert pension_limit(PACK, PAID) == 1_089_00


def day_known(**days: Any) -> Claim:  # noqa: ANN401 - a day
    """Return a loan of which only these days are known."""
    return Claim(id="a", kind="loan", **days)


OLD, NEW = date(2021, 12, 31), date(2022, 1, 1)
FEES: Final = [
    ("the day of issue decides", day_known(issued_on=OLD, delivered_on=NEW), {}, 0),
    ("a new order", day_known(issued_on=NEW, delivered_on=NEW), {}, 50_00),
    ("without a day of issue that of delivery", day_known(delivered_on=OLD), {}, 0),
    ("without a day of issue that of delivery since 2022", day_known(delivered_on=NEW), {}, 50_00),
    ("without both the pay day", day_known(), {}, 50_00),
    ("kept this month already", day_known(issued_on=NEW), {"fee_due": False}, 0),
    ("a payer of a pension", day_known(issued_on=NEW), {"income": "pension"}, 0),
    ("a payer of an income of which the law is not settled", day_known(issued_on=NEW), {"income": "other"}, 0),
    ("debt relief", day_known(issued_on=NEW), {"debt_relief": True}, 0),
    ("unknown claims", day_known(), {"claims": None}, 50_00),
]


@pytest.mark.parametrize("row", FEES, ids=[row[0] for row in FEES])
def test_the_payer_of_a_wage_keeps_its_fee_for_orders_since_2022(
    row: tuple[str, Claim, dict[str, Any], int],
) -> None:
    _, one, facts, fee = row
    assert third_of(3_000, one, **facts).fee == fee


def test_one_new_order_is_enough_for_the_fee_and_a_pay_day_before_2022_has_none() -> None:
    assert third_of(3_000, *LOANS, day_known(issued_on=NEW)).fee == 50_00
    early = {"paid_on": date(2021, 12, 31), "wage_period": date(2021, 12, 1)}
    assert month(30_000_00, day_known(), **early).fee == 0
    assert month(30_000_00, claims=None, **early).fee == 0


@pytest.mark.parametrize(("crowns", "fee"), [(0, 0), (1, 1), (30, 10), (100, 34), (148, 50), (10_507, 50)])
def test_where_nobody_knows_the_claims_the_fee_is_at_most_a_third_of_what_may_be_taken(crowns: int, fee: int) -> None:
    found = third_of(crowns, claims=None)
    assert (found.fee, found.deducted) == (fee * 100, crowns * 100)
    assert (found.division.parts, found.division.taken) == ((), 0)


def test_where_nobody_knows_the_claims_a_high_wage_owes_a_whole_fee() -> None:
    found = month(100_000_00, claims=None)
    assert (found.fee, found.deducted) == (50_00, found.capacity)
    assert found.unlimited > found.third > 0


def test_what_is_taken_of_the_unlimited_part_alone_bears_a_fee_too() -> None:
    """Back pay on top of the largest third: one third of 60 Kč."""
    earlier = BASE + 31_521_00
    unknown = month(60_00, claims=None, earlier_net=earlier)
    assert (unknown.third, unknown.unlimited, unknown.fee, unknown.deducted) == (0, 60_00, 20_00, 60_00)


@pytest.mark.parametrize("crowns", [1, 2, 3_000])
def test_where_nothing_is_owed_the_payer_keeps_nothing_however_little_may_be_taken(crowns: int) -> None:
    found = third_of(crowns, Claim(id="a", kind="loan", issued_on=NEW, balance=0))
    assert (found.fee, found.deducted, found.division.taken) == (0, 0, 0)


def test_four_orders_that_end_are_paid_from_both_thirds_with_the_fee_on_top() -> None:
    found = third_of(1_100, *(evolve(each, issued_on=NEW, balance=400_00) for each in LOANS))
    assert (found.fee, found.deducted) == (50_00, 1_650_00)
    assert [found.division.of_claim(each.id) for each in LOANS] == [400_00] * 4


def test_the_fee_of_four_small_orders_is_a_third_of_what_both_thirds_give() -> None:
    """Both thirds of 60 Kč are 120 Kč, so the fee is 40 Kč: 23 Kč on top of the 97 Kč owed, the rest out of them."""
    found = third_of(60, *(evolve(each, issued_on=NEW, balance=24_25) for each in LOANS))
    assert (found.fee, found.deducted) == (40_00, 120_00)
    ended = third_of(90, *(evolve(each, issued_on=NEW, balance=30_00) for each in LOANS))
    assert (ended.fee, ended.deducted) == (50_00, 170_00)


def test_debt_relief_takes_both_thirds_and_divides_nothing() -> None:
    found = third_of(3_000, LOANS[0], debt_relief=True)
    assert (found.deducted, found.fee, found.division.parts, found.division.taken) == (6_000_00, 0, (), 0)


FRAME: Final[dict[str, list[Any]]] = {"paid_on": [PAID] * 2, "net": [BASE, BASE]}
NEGATIVE: Final = ("částka je záporná", "the amount is negative")
NO_CODE: Final = ("takový kód tu není", "there is no such code")
NO_PENSION: Final = (
    "manžel se má počítat, ale není, nebo nikdo z manželů nemá důchod, který k tomu stačí",
    "a spouse is counted, but there is none, or neither has a pension that suffices",
)
TOO_SOON: Final = ("mzda je vyplacena dřív, než začal měsíc, za který je", "the wage is paid before its month began")
MONTH_NEEDED: Final = (
    "tady rozhoduje měsíc, za který mzda náleží; uveďte jej", "the month the wage is for decides here; state it",
)  # fmt: skip
COLUMN_REFUSALS: Final[list[tuple[dict[str, list[Any]], str, str, tuple[str, str]]]] = [
    ({"net": [0, -1]}, "value", "column net row 1", NEGATIVE),
    ({"base_share": [None, -1]}, "value", "column base_share row 1", NEGATIVE),
    ({"balance": [0, -1]}, "value", "column balance row 1", NEGATIVE),
    ({"orders": [0, -1]}, "value", "column orders row 1", ("počet je záporný", "the number is negative")),
    ({"dependants": [0, -1]}, "value", "column dependants row 1", ("počet není možný", "the number is impossible")),
    ({"dependants": [1_000, 1_001]}, "value", "column dependants row 1",
     ("počet není možný", "the number is impossible")),
    ({"paid_on": [PAID, None]}, "value", "column paid_on row 1", ("chybí den výplaty", "the pay day is missing")),
    ({"order_issued_on": [PAID, date(2026, 5, 13)]}, "value", "column order_issued_on row 1",
     ("příkaz je vydán až po výplatě", "the order was issued after the payment")),
    ({"wage_period": [date(2026, 5, 31), date(2026, 6, 1)]}, "value", "column wage_period row 1", TOO_SOON),
    ({"own_pension": ["none", "made_up"]}, "not_in_list", "column own_pension row 1", NO_CODE),
    ({"spouse_pension": [None, "made_up"]}, "not_in_list", "column spouse_pension row 1", NO_CODE),
    ({"component_rounding": ["2dp", "3dp"]}, "not_in_list", "column component_rounding row 1", NO_CODE),
    ({"priority": ["yes", "no"]}, "column_type", "column priority",
     ("sloupec má být typu Boolean", "the column should be of type Boolean")),
    ({"net": ["1", "2"]}, "column_type", "column net",
     ("sloupec má být typu Int64", "the column should be of type Int64")),
    ({"own_pension": [1, 2]}, "column_type", "column own_pension",
     ("sloupec má být typu String", "the column should be of type String")),
    ({"spouse_married": [None, False], "spouse_counts": [True, True]}, "spouse_contradiction",
     "column spouse_counts row 1", NO_PENSION),
    ({"own_pension": [None, "none"], "spouse_pension": ["none", "widow"], "spouse_counts": [True, True]},
     "spouse_contradiction", "column spouse_counts row 1", NO_PENSION),
    ({"paid_on": [PAID, date(2024, 12, 31)], "wage_period": [None, None]}, "wage_period_needed",
     "column wage_period row 1", MONTH_NEEDED),
]  # fmt: skip


def refused(columns: dict[str, list[Any]]) -> list[Problem]:
    """Return everything said against a frame; fails if it is answered."""
    with pytest.raises(InputError) as caught:
        deduct_frame(pl.DataFrame(columns))
    return caught.value.problems


@pytest.mark.parametrize(("columns", "code", "place", "texts"), COLUMN_REFUSALS)
def test_the_first_wrong_row_of_a_column_is_named_with_the_reason_in_both_languages(
    columns: dict[str, list[Any]], code: str, place: str, texts: tuple[str, str]
) -> None:
    assert refused(FRAME | columns) == [Problem(code, place, *texts)]


def test_everything_wrong_with_the_columns_of_a_frame_is_told_at_once() -> None:
    absent = ("chybí povinný sloupec", "a required column is missing")
    assert refused({"priority": ["yes"]}) == [
        Problem("column_missing", "column paid_on", *absent),
        Problem("column_missing", "column net", *absent),
        Problem("column_type", "column priority", "sloupec má být typu Boolean",
                "the column should be of type Boolean"),
    ]  # fmt: skip
    wrong = FRAME | {"net": [-1, -2], "orders": [-1, 0], "own_pension": ["made_up", "made_up"]}
    assert [problem.place for problem in refused(wrong)] == [
        "column own_pension row 0", "column net row 0", "column orders row 0",
    ]  # fmt: skip


KIND_OF_TEXT: Final = [pl.String(), pl.Categorical(), pl.Enum(["none", "old_age"])]
WHOLE: Final = [pl.Int8(), pl.UInt16(), pl.Int32(), pl.UInt64(), pl.Int64()]


@pytest.mark.parametrize("dtype", KIND_OF_TEXT, ids=str)
def test_codes_are_read_from_any_kind_of_text(dtype: pl.DataType) -> None:
    frame = pl.DataFrame(FRAME).with_columns(
        own_pension=pl.Series(["none", "old_age"], dtype=dtype), spouse_married=pl.lit(value=True),
        spouse_pension=pl.lit("none"),
    )  # fmt: skip
    assert deduct_frame(frame)["counted"].to_list() == [0, 1]


@pytest.mark.parametrize("dtype", WHOLE, ids=str)
def test_numbers_are_read_from_any_column_of_whole_numbers(dtype: pl.DataType) -> None:
    frame = pl.DataFrame(FRAME).with_columns(dependants=pl.Series([0, 4], dtype=dtype))
    assert deduct_frame(frame)["base"].to_list() == [BASE, 28_203_00]


def test_a_column_of_nulls_is_as_good_as_none() -> None:
    frame = pl.DataFrame(FRAME)
    empty = frame.with_columns(pl.lit(None).alias(name) for name in ("orders", "own_pension", "priority", "balance"))
    assert deduct_frame(empty).equals(deduct_frame(frame))


def test_a_wage_may_be_paid_in_its_month_before_the_day_that_names_it() -> None:
    early = FRAME | {"wage_period": [date(2026, 5, 31), date(2026, 5, 1)]}
    assert deduct_frame(pl.DataFrame(early)).height == 2


def test_results_have_the_columns_and_types_that_are_promised() -> None:
    found = deduct_frame(pl.DataFrame(FRAME))
    money = ("counted", "base", "remainder", "third", "unlimited", "thirds", "capacity", "deducted", "left", "fee")
    assert found.columns == ["amounts", *money, "unknown_dependants", "unknown_spouse", "unknown_priority"]
    assert {found.schema[name] for name in money} == {pl.Int64()}
    assert {found.schema[name] for name in found.columns[-3:]} == {pl.Boolean()}
    assert found["amounts"].to_list() == ["2026", "2026"]
    assert found.select("unknown_dependants", "unknown_spouse", "unknown_priority").row(0) == (True, True, True)


def test_a_frame_without_rows_has_a_result_without_rows() -> None:
    empty = pl.DataFrame(FRAME).clear()
    assert deduct_frame(empty).shape == (0, 14)


DAYS: Final = {"paid_on": [date(2024, 12, 31), date(2025, 1, 1), date(2024, 12, 31)],
               "wage_period": [date(2024, 12, 1), date(2024, 12, 1), date(2023, 12, 31)], "net": [0, 0, 0]}  # fmt: skip


def test_each_row_has_the_amounts_of_its_day() -> None:
    found = deduct_frame(pl.DataFrame(DAYS))
    assert found["amounts"].to_list() == ["2024", "2025", "2023"]
    assert found["base"].to_list() == [12_705_00, 13_027_00, 13_638_00]


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2027, 1, 1)])
def test_a_frame_with_one_day_outside_the_known_law_is_refused(day: date) -> None:
    frame = pl.DataFrame({"paid_on": [PAID, day], "wage_period": [MONTH, date(2014, 12, 1)], "net": [0, 0]})
    with pytest.raises(HorizonError):
        deduct_frame(frame)


TAKEN: Final[list[tuple[str, dict[str, Any], tuple[int, int, int]]]] = [
    ("nothing is said", {}, (1, 3_000_00, 50_00)),
    ("no claims", {"orders": 0}, (1, 0, 0)),
    ("a priority claim", {"priority": True}, (2, 6_000_00, 50_00)),
    ("four orders", {"orders": 4}, (2, 6_000_00, 50_00)),
    ("three orders", {"orders": 3}, (1, 3_000_00, 50_00)),
    ("debt relief", {"debt_relief": True, "orders": 0}, (2, 6_000_00, 0)),
    ("an order of 2021", {"order_issued_on": OLD}, (1, 3_000_00, 0)),
    ("no fee", {"fee_due": False}, (1, 3_000_00, 0)),
    ("a small rest and the fee on top", {"balance": 60_00, "orders": 1}, (1, 91_00, 31_00)),
    ("a small rest without a fee", {"balance": 60_00, "fee_due": False}, (1, 60_00, 0)),
    ("all is paid", {"balance": 0, "orders": 1}, (1, 0, 0)),
    ("an unknown rest", {"balance": None, "orders": 1}, (1, 3_000_00, 50_00)),
]


@pytest.mark.parametrize("row", TAKEN, ids=[row[0] for row in TAKEN])
def test_a_row_is_deducted_from_for_what_is_said_of_its_claims_alone_and_among_others(
    row: tuple[str, dict[str, Any], tuple[int, int, int]],
) -> None:
    _, facts, (thirds, deducted, fee) = row
    one = pl.DataFrame({"paid_on": [PAID], "net": [BASE + 9_000_00]} | {name: [each] for name, each in facts.items()})
    other = pl.DataFrame({"paid_on": [PAID], "net": [BASE]})
    for frame in (one, pl.concat([other, one, other], how="diagonal_relaxed")):
        found = deduct_frame(frame).row(frame.height // 2, named=True)
        assert (found["thirds"], found["deducted"], found["fee"]) == (thirds, deducted, fee)
        assert found["left"] == BASE + 9_000_00 - deducted


@pytest.mark.parametrize(("third", "pension", "thirds"), [
    (1_088, "old_age", 1), (1_089, "old_age", 2), (1_088, "widow", 2), (1_088, None, 2),
])  # fmt: skip
def test_a_pension_keeps_the_second_third_of_four_orders_closed_in_a_frame_too(
    third: int, pension: str | None, thirds: int
) -> None:
    net = BASE + 300 * third
    frame = pl.DataFrame({"paid_on": [PAID], "net": [net], "orders": [4], "own_pension": [pension]},
                         schema_overrides={"own_pension": pl.String})  # fmt: skip
    assert deduct_frame(frame)["thirds"].to_list() == [thirds]
    assert deduct_frame(frame.with_columns(priority=pl.lit(value=True)))["thirds"].to_list() == [2]


@pytest.mark.parametrize(("wage", "thirds"), [("2024-09-30", 1), ("2024-10-01", 2)])
def test_four_orders_open_the_second_third_from_the_wage_of_october_2024_in_a_frame_too(wage: str, thirds: int) -> None:
    frame = pl.DataFrame(
        {"paid_on": [date(2024, 11, 10)], "wage_period": [date.fromisoformat(wage)], "net": [BASE], "orders": [4]}
    )
    assert deduct_frame(frame)["thirds"].to_list() == [thirds]


def test_where_nobody_says_the_month_four_orders_count_by_the_month_before_the_pay_day() -> None:
    frame = pl.DataFrame({"paid_on": [date(2025, 1, 31), PAID], "wage_period": [None, MONTH], "net": [0, BASE],
                          "orders": [4, 4]}, schema_overrides={"wage_period": pl.Date})  # fmt: skip
    assert deduct_frame(frame)["thirds"].to_list() == [2, 2]


LOAN: Final = {"kind": "loan", "delivered_on": "2026-03-01", "issued_on": "2021-01-01"}
ALONE: Final[dict[str, Any]] = {"dependants": 0, "spouse": {"married": False}}


def document(**parts: Any) -> DeductionDocument:  # noqa: ANN401 - any JSON
    """Return a document about a wage of April 2026."""
    head = {"paid_on": "2026-05-12", "wage_period": "2026-04", **ALONE}
    return parse(DeductionDocument, json.dumps(head | parts), PACK)


def answered(**parts: Any) -> Deduction:  # noqa: ANN401 - any JSON
    """Return what such a document is answered with."""
    return answer(document(**parts), PACK)


DOCUMENT_REFUSALS: Final[list[tuple[dict[str, Any], list[Problem]]]] = [
    ({}, [Problem("net_needed", "/net", "chybí čistý příjem: net, incomes, payers, nebo back_pay",
                  "a net income is missing: net, incomes, payers or back_pay")]),
    ({"net": "1", "payers": [{"net": "1"}]},
     [Problem("income_twice", "/payers", "příjem je uveden vícekrát (net, payers); ponechte jedno",
              "the income is stated more than once (net, payers); keep one")]),
    ({"incomes": [{"net": "1"}], "payers": [{"net": "1"}]},
     [Problem("income_twice", "/payers", "příjem je uveden vícekrát (incomes, payers); ponechte jedno",
              "the income is stated more than once (incomes, payers); keep one")]),
    ({"incomes": [{"net": "1"}, {}]},
     [Problem("net_needed", "/incomes/1/net", "chybí čistý příjem", "the net income is missing")]),
    ({"payers": [{}, {"net": "1"}]},
     [Problem("net_needed", "/payers/0/net", "chybí čistý příjem", "the net income is missing")]),
    ({"back_pay": [{"wage_period": "2026-01", "net_before": "1"}]},
     [Problem("net_needed", "/back_pay/0/net", "chybí čistý příjem", "the net income is missing")]),
    ({"back_pay": [{"wage_period": "2026-01", "net": "1", "net_before": "0"}, {"net": "1"}]},
     [Problem("net_before_needed", "/back_pay/1/net_before", "chybí, kolik se za ten měsíc vyplatilo dřív (nic: 0)",
              "what was paid for the month before (0: nothing)")]),
    ({"incomes": [{"kind": "severance", "net": "1"}]},
     [Problem("multiples_needed", "/incomes/0/multiples",
              "u odstupného uveďte, kolikanásobek výdělku to je; sráží se z každého násobku zvlášť",
              "state of how many multiples of earnings the severance pay is; each is deducted from separately")]),
    ({"payers": [{"net": "1"}], "back_pay": [{"wage_period": "2026-01", "net": "1", "net_before": "0"}]},
     [Problem("back_pay_of_payers", "/back_pay",
              "doplatek je od jednoho plátce; spočítejte jej v samostatném dokumentu s částí, kterou má ten plátce "
              "nechat",
              "back pay comes from one payer; compute it in a document of its own, with that payer’s part to be "
              "left")]),
    ({"back_pay": [{"wage_period": month, "net": "1", "net_before": "0"} for month in ("2026-05", "2026-06")]},
     [Problem("period_after_payment", "/back_pay/1/wage_period", "doplatek je za měsíc, který ještě nezačal",
              "the back pay is for a month that has not begun")]),
    ({"net": "1", "back_pay": [{"wage_period": "2026-04", "net": "1", "net_before": "1"}]},
     [Problem("month_twice", "/back_pay/0/wage_period",
              "za tento měsíc je v dokumentu už jiná výplata; sečtěte je, nebo je spočítejte jako výplatní pásky",
              "another payment of the document is for this month; add them, or compute them as payslips")]),
    ({"net": "1", "claims": [{"id": "2"}, {}]},
     [Problem("duplicate_id", "/claims/1/id", "toto označení už má jiná položka",
              "another item has this reference already")]),
    ({"payers": [{"id": "a", "net": "1"}, {"id": "a", "net": "1"}]},
     [Problem("duplicate_id", "/payers/1/id", "toto označení už má jiná položka",
              "another item has this reference already")]),
    ({"payers": [{"id": "a", "net": "1"}, {"net": "1"}],
      "claims": [{"payer": "a"}, {"payer": "2"}, {"payer": "1"}, {}]},
     [Problem("unknown_payer", "/claims/2/payer", "takový plátce v dokumentu není",
              "there is no such payer in the document")]),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "problems"), DOCUMENT_REFUSALS)
def test_a_document_that_contradicts_itself_is_told_why_in_both_languages(
    parts: dict[str, Any], problems: list[Problem]
) -> None:
    assert document_problems(document(**parts)) == problems
    with pytest.raises(InputError) as caught:
        answered(**parts)
    assert caught.value.problems == problems


def test_a_claim_names_only_a_payer_of_the_document() -> None:
    assert [each.place for each in document_problems(document(net="1", claims=[{}, {"payer": "a"}]))] == [
        "/claims/1/payer"
    ]


def test_a_claim_of_a_document_keeps_every_fact_and_is_called_by_its_number_without_a_name() -> None:
    said = {
        "kind": "maintenance_arrears", "priority": True, "delivered_on": "2026-03-01", "issued_on": "2026-02-01",
        "began_on": "2026-01-01", "order": "o", "balance": "7", "entitled": "e", "monthly": "3", "payer": "p",
        "enforcement": "tax",
    }  # fmt: skip
    claims = claims_of(document(net="1", claims=[{"id": "first"}, said]).claims)
    assert claims == (
        Claim(id="first"),
        Claim(
            id="2", kind="maintenance_arrears", priority=True, delivered_on=date(2026, 3, 1),
            issued_on=date(2026, 2, 1), began_on=date(2026, 1, 1), order="o", balance=700, entitled="e", monthly=300,
            payer="p", enforcement="tax",
        ),
    )  # fmt: skip
    assert claims_of(None) is None
    assert claims_of([]) == ()


def test_a_document_says_who_is_counted_and_how_the_payer_rounds() -> None:
    said = document(net="1", dependants=3, own_pension="widow", spouse={"married": True, "pension": "orphan"})
    spouse = Spouse(married=True, pension="orphan")
    assert household_of(said) == Household(dependants=3, spouse=spouse, own_pension="widow")
    assert household_of(document(net="1", spouse={"counts": True})).spouse == Spouse(counts=True)
    assert household_of(document(net="1", spouse=None)).spouse == Spouse()
    assert answered(net="1", dependants=4, component_rounding="2dp").base == 28_204_00
    assert answered(net="1", dependants=4, component_rounding="exact").base == 28_203_00
    assert answered(net="1", dependants=4).base == 28_203_00
    assert answered(net="20000", debt_relief=True).thirds == 2
    assert answered(net="20000", debt_relief=False).thirds == 1
    assert answered(net="20000", base_share="5000").base == 5_000_00
    assert answered(incomes=[{"net": "20000"}], base_share="5000").base == 5_000_00


def test_incomes_like_a_wage_are_added_up_before_anything_is_protected() -> None:
    found = answered(incomes=[{"net": "10000"}, {"kind": "agreement", "net": "7000.50"}], claims=[LOAN])
    assert (found.net, found.base, found.third, found.deducted) == (17_000_50, BASE, 966_00, 966_00)
    assert not found.parts


def test_the_fee_is_due_where_a_wage_is_among_the_incomes() -> None:
    new = LOAN | {"issued_on": "2026-01-01"}
    wage = answered(incomes=[{"kind": "pension", "net": "10000"}, {"net": "10000"}], claims=[new])
    pension = answered(incomes=[{"kind": "pension", "net": "10000"}, {"kind": "sickness", "net": "9000"}], claims=[new])
    assert (wage.fee, pension.fee) == (50_00, 0)
    assert answered(net="20000", income="pension", claims=[new]).fee == 0


def test_each_multiple_of_a_severance_has_the_whole_protected_amount() -> None:
    found = answered(incomes=[{"kind": "severance", "net": "60000.01", "multiples": 3}, {"net": "20000"}],
                     claims=[LOAN])  # fmt: skip
    assert [(part.part, part.net, part.base) for part in found.parts] == [
        (None, 20_000_00, BASE), ("severance 1/3", 20_000_01, BASE), ("severance 2/3", 20_000_00, BASE),
        ("severance 3/3", 20_000_00, BASE),
    ]  # fmt: skip
    assert found.deducted == 4 * 1_966_00
    assert [each.amount for each in found.allocations] == [4 * 1_966_00]


def test_haler_that_do_not_divide_go_to_the_first_multiples() -> None:
    payment = paid(11)
    assert [each.net for each in multiples(payment, 3, PACK)] == [4, 4, 3]
    assert [each.net for each in multiples(evolve(payment, net=9), 3, PACK)] == [3, 3, 3]
    assert [each.part for each in multiples(payment, 2, PACK)] == ["severance 1/2", "severance 2/2"]


def test_what_the_law_leaves_open_about_severance_is_told_where_there_is_some() -> None:
    severance = evolve(paid(11), income="severance")
    assert [(flag.code, flag.evidence) for flag in severance_flags([paid(11), severance], PACK)] == [
        ("severance_statutory", "?"), ("severance_new_income", "S"),
    ]  # fmt: skip
    assert not list(severance_flags([paid(11)], PACK))
    found = answered(incomes=[{"kind": "severance", "net": "60000", "multiples": 3}], claims=[LOAN])
    assert {"severance_statutory", "severance_new_income"} <= {flag.code for flag in found.flags}


def test_before_the_law_said_so_a_severance_is_the_income_of_one_month() -> None:
    days = date(2020, 4, 23), date(2020, 4, 24)
    before, since = (evolve(paid(11), income="severance", paid_on=day) for day in days)
    assert [(each.part, each.net) for each in multiples(before, 3, PACK)] == [("severance", 11)]
    assert len(multiples(since, 3, PACK)) == 3
    (flag,) = severance_flags([before], PACK)
    assert (flag.code, flag.evidence) == ("severance_one_month", "M")


def test_an_income_that_may_not_be_taken_stands_apart_and_is_left_whole() -> None:
    found = answered(incomes=[{"kind": "child_benefit", "net": "1000"}, {"net": "20000"}], claims=[LOAN])
    assert [(part.part, part.net, part.deducted) for part in found.parts] == [
        (None, 20_000_00, 1_966_00), ("child_benefit", 1_000_00, 0),
    ]  # fmt: skip
    assert (found.net, found.deducted, found.left) == (21_000_00, 1_966_00, 19_034_00)
    alone = answered(incomes=[{"kind": "child_benefit", "net": "1000"}])
    assert (alone.part, alone.deducted, alone.left) == (None, 0, 1_000_00)


def payers(*shares: str | None, **more: Any) -> Deduction:  # noqa: ANN401 - any JSON
    """Return what several payers of 20 000 Kč deduct for one loan of unknown size."""
    given = [{"net": "20000", "base_share": share} for share in shares]
    return answered(payers=given, **({"claims": [LOAN]} | more))


def test_payers_with_their_parts_of_the_protected_amount_are_added_up() -> None:
    found = payers("4102", "10000")
    assert [(part.payer, part.base, part.deducted) for part in found.parts] == [
        ("1", 4_102_00, 5_299_00), ("2", 10_000_00, 3_333_00),
    ]  # fmt: skip
    assert (found.payer, found.part, found.net, found.base) == (None, None, 40_000_00, BASE)
    assert (found.remainder, found.third, found.unlimited) == (25_898_00, 8_632_00, 0)
    assert (found.thirds, found.capacity, found.deducted, found.left) == (1, 8_632_00, 8_632_00, 31_368_00)
    assert (found.steps, found.possibilities) == ((), ())
    assert [flag.code for flag in found.flags if flag.code.startswith("split")] == []


def test_parts_that_do_not_make_the_protected_amount_are_told_with_both_sums() -> None:
    (flag,) = [flag for flag in payers("4102.01", "10000").flags if flag.code == "split_differs"]
    assert flag.values == {"shares": 14_102_01, "base": BASE}
    assert not [flag for flag in answered(net="20000", base_share="5000").flags if flag.code == "split_differs"]


def test_without_every_part_the_payers_are_only_an_orientation_together() -> None:
    for found in (payers(None, None), payers("4102", None)):
        assert found.flags[0].code == "split_unknown"
        assert found.flags[0].values == {"payers": 2}
        assert (found.net, found.base, found.deducted) == (40_000_00, BASE, 8_632_00)
    assert "split_unknown" not in {flag.code for flag in answered(payers=[{"net": "20000"}]).flags}


def test_an_order_binds_the_payer_it_was_delivered_to_and_one_without_a_name_every_payer() -> None:
    claims = [LOAN | {"id": "x", "payer": "2"}, LOAN | {"id": "y", "order": "y"}]
    first, second = payers("4102", "10000", claims=claims).parts
    assert [each.claim for each in first.allocations] == ["y"]
    assert [each.claim for each in second.allocations] == ["x", "y"]


def test_what_one_payer_pays_off_the_next_does_not_owe() -> None:
    found = payers("4102", "10000", claims=[LOAN | {"id": "x", "balance": "6000"}])
    assert [part.deducted for part in found.parts] == [5_299_00, 701_00]
    (both,) = found.allocations
    assert (both.first_third, both.second_third, both.unlimited, both.amount, both.rest) == (
        6_000_00,
        0,
        0,
        6_000_00,
        0,
    )


def test_a_share_that_one_part_cannot_tell_is_not_told_in_the_sum() -> None:
    claims = [LOAN | {"id": "x"}, LOAN | {"id": "y"}]
    found = payers("4102", "10000", claims=claims)
    assert [(each.amount, each.first_third) for each in found.allocations] == [(None, None), (None, None)]
    assert found.deducted == 8_632_00


def test_a_flag_of_several_parts_is_told_once_and_the_weakest_evidence_counts() -> None:
    found = payers("4102", "10000", own_pension="early_old_age", spouse={"married": True})
    assert [flag.code for flag in found.flags].count("early_pension") == 1
    assert found.evidence == max((part.evidence for part in found.parts), key=EVIDENCE_FROM_STRONGEST.index)


def test_back_pay_adds_to_its_month_and_the_fee_is_kept_once_a_month() -> None:
    late = [{"wage_period": "2026-01", "net": "5000", "net_before": "20000"}, {"wage_period": "2026-02", "net": "600",
            "net_before": "20000"}]  # fmt: skip
    new = [LOAN | {"issued_on": "2026-01-01"}]
    with_wage, alone = answered(net="20000", back_pay=late, claims=new), answered(back_pay=late, claims=new)
    assert [(part.part, part.wage_period, part.deducted, part.fee) for part in with_wage.parts] == [
        (None, MONTH, 1_966_00, 50_00), ("back_pay", date(2026, 1, 1), 1_666_00, 0),
        ("back_pay", date(2026, 2, 1), 200_00, 0),
    ]  # fmt: skip
    assert [part.fee for part in alone.parts] == [50_00, 0]
    undated = answered(back_pay=[{"net": "5000", "net_before": "0"}], claims=new, base_share="1000", income="pension")
    assert (undated.wage_period, undated.base, undated.fee, undated.part) == (MONTH, 1_000_00, 0, "back_pay")


def test_running_maintenance_is_due_anew_for_another_month_and_not_for_the_same() -> None:
    child = {"kind": "maintenance_current", "balance": "1000", "monthly": "1000", "entitled": "e"} | {
        name: LOAN[name] for name in ("delivered_on", "issued_on")
    }
    before = {"net": "5000", "net_before": "20000"}
    same = answered(net="20000", back_pay=[before], claims=[child])
    other = answered(net="20000", back_pay=[before | {"wage_period": "2026-01"}], claims=[child])
    assert [part.deducted for part in same.parts] == [1_000_00, 0]
    assert [part.deducted for part in other.parts] == [1_000_00, 1_000_00]


def test_contradictions_of_several_payments_are_told_at_once_and_each_once() -> None:
    with pytest.raises(InputError) as caught:
        payers("4102", "10000", claims=[LOAN | {"priority": True}, {"kind": "tax_or_fee", "priority": False}])
    assert [problem.place for problem in caught.value.problems] == ["/claims/0/priority", "/claims/1/priority"]


DELIVERED: Final = date(2026, 3, 2)


def arrears(name: str, balance: int | None, monthly: int | None) -> Want:
    """Return arrears of maintenance that want to be paid."""
    return Want(name, "maintenance_arrears", 2, DELIVERED, balance, monthly)


def divided(*claims: Want, second: int = 0, first: int = 0) -> Division:
    """Return how two thirds are divided without a fee."""
    pools: dict[Pool, int] = {"second_third": second, "unlimited": 0, "first_third": first}
    return divide(claims, pools, fee=0, second_for_all=False)


def test_one_haler_of_running_maintenance_is_a_ratio_and_none_at_all_is_not() -> None:
    told = divided(arrears("a", 500, 1), arrears("b", 500, 0), second=300)
    assert (told.of_claim("a"), told.of_claim("b"), told.uncertain) == (300, 0, frozenset())
    untold = divided(arrears("a", 500, 0), arrears("b", 500, 0), second=300)
    assert (untold.of_claim("a"), untold.of_claim("b"), untold.taken) == (None, None, 300)


def test_of_nothing_everybody_gets_nothing_and_that_is_certain() -> None:
    found = divided(arrears("a", 500, None), arrears("b", 500, None))
    assert (found.of_claim("a"), found.of_claim("b"), found.uncertain) == (0, 0, frozenset())


def test_arrears_of_unknown_size_leave_the_shares_open_although_the_ratio_is_known() -> None:
    found = divided(arrears("a", 300, 100), arrears("b", None, 100), second=1_000)
    assert found.uncertain == {"a", "b"}
    assert (found.from_pool("a", "second_third"), found.from_pool("b", "second_third"), found.taken) == (
        None, None, 1_000,
    )  # fmt: skip


def test_a_share_once_open_stays_open_when_others_become_open_later() -> None:
    paid_off = Want("p", "other_priority", 6, DELIVERED, 100)
    undated = Want("q", "other_priority", 6, None, 5_000)
    loan = Want("z", "non_priority", None, DELIVERED, 5_000)
    found = divided(paid_off, undated, loan, second=300, first=300)
    assert found.uncertain == {"p", "q", "z"}
    assert {part.amount for part in found.parts} == {None}
    assert found.taken == 600


def test_who_is_certain_keeps_the_amounts_of_its_parts_beside_those_who_are_not() -> None:
    running = Want("c", "current_maintenance", 1, DELIVERED, 200, 200)
    found = divided(running, arrears("a", 900, None), arrears("b", 900, None), second=1_000)
    assert [(part.claim, part.amount) for part in found.parts] == [("c", 200), ("a", None), ("b", None)]


def test_the_place_of_a_class_decides_also_where_it_is_before_the_first() -> None:
    trustee, running = Want("t", "trustee", 0, DELIVERED, 200), Want("c", "current_maintenance", 1, DELIVERED, 200, 200)
    found = divided(running, trustee, second=200)
    assert (found.of_claim("t"), found.of_claim("c")) == (200, 0)


def test_the_month_of_one_row_may_be_far_from_those_of_the_others() -> None:
    frame = pl.DataFrame({
        "paid_on": [date(2024, 12, 31), PAID, date(2025, 2, 10), PAID],
        "wage_period": [date(2024, 12, 1), MONTH, date(2020, 1, 1), None], "net": [0] * 4,
    })  # fmt: skip
    assert deduct_frame(frame)["amounts"].to_list() == ["2024", "2026", "2025", "2026"]


def test_each_row_of_a_frame_is_rounded_as_its_payer_rounds() -> None:
    frame = pl.DataFrame({"paid_on": [PAID] * 3, "net": [0] * 3, "dependants": [4] * 3,
                          "component_rounding": ["2dp", "exact", None]})  # fmt: skip
    assert deduct_frame(frame)["base"].to_list() == [28_204_00, 28_203_00, 28_203_00]


def test_a_fee_on_top_never_exceeds_what_may_be_taken_in_a_frame_either() -> None:
    frame = pl.DataFrame({"paid_on": [PAID] * 2, "net": [BASE + 300_00, BASE + 9_000_00], "orders": [1, 1],
                          "balance": [80_00, 2_980_00]})  # fmt: skip
    found = deduct_frame(frame)
    assert found["fee"].to_list() == [34_00, 50_00]
    assert found["deducted"].to_list() == [100_00, 3_000_00]


def test_results_have_the_same_types_whatever_the_days() -> None:
    one, several = deduct_frame(pl.DataFrame(FRAME)), deduct_frame(pl.DataFrame(DAYS))
    assert one.schema == several.schema == deduct_frame(pl.DataFrame(FRAME).clear()).schema


def test_a_frame_without_any_pay_day_is_refused() -> None:
    frame = pl.DataFrame({"paid_on": [None, None], "net": [0, 0]}, schema={"paid_on": pl.Date, "net": pl.Int64})
    with pytest.raises(InputError, match="column paid_on row 0"):
        deduct_frame(frame)


def test_a_wage_paid_on_the_first_of_its_month_is_not_too_soon() -> None:
    frame = pl.DataFrame({"paid_on": [date(2026, 5, 1)], "wage_period": [date(2026, 5, 31)], "net": [0]})
    assert deduct_frame(frame).height == 1


def test_each_payer_keeps_a_fee_of_its_own() -> None:
    found = payers("4102", "10000", claims=[LOAN | {"issued_on": "2026-01-01"}])
    assert [part.fee for part in found.parts] == [50_00, 50_00]
    assert found.fee == 100_00


def test_back_pay_of_nothing_adds_nothing() -> None:
    found = answered(net="20000", back_pay=[{"wage_period": "2026-01", "net": "0", "net_before": "20000"}])
    assert [(part.net, part.deducted) for part in found.parts] == [(20_000_00, 1_966_00), (0, 0)]
