"""The dated data of wage deductions: the published table of protected amounts, the edges of each period, the claims."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import pytest
from attrs import frozen
from tests.law.support import shipped_pack

from dluhy.law.amounts import known_code, known_ratio, known_value, period_on
from dluhy.law.citations import act_of
from dluhy.law.models import EVIDENCE_FROM_STRONGEST, Citation
from dluhy.problems import HorizonError

if TYPE_CHECKING:
    from dluhy.law.models import Amount, Series

PACK = shipped_pack()
EDGE: Final = timedelta(days=1)
UNKNOWN, OUTSIDE = "unknown", "outside"
VAT_PERCENT: Final = 21


def decimal(text: str) -> Fraction:
    return Fraction(text.replace(" ", ""))


@frozen
class Row:
    """One line of the published table; amounts in CZK, exact."""

    key: str
    months: tuple[tuple[int, int], tuple[int, int]]
    living: int
    housing: int
    energy: int
    total: int
    debtor: Fraction
    person: Fraction
    threshold: Fraction
    third: int


def row(  # noqa: PLR0913, PLR0917 - one line of a table
    key: str, first: str, last: str, living: int, housing: int, total: int, debtor: str, person: str, threshold: str,
    third: int, energy: int = 0,
) -> Row:  # fmt: skip
    months = ((int(first[:4]), int(first[5:])), (int(last[:4]), int(last[5:])))
    exact = decimal(debtor), decimal(person), decimal(threshold)
    return Row(key, months, living, housing, energy, total, *exact, third)


BY_WAGE_MONTH = [
    row("2015", "2015-01", "2015-12", 3410, 5767, 9177, "6118", "1529.5", "9177", 3059),
    row("2016", "2016-01", "2016-12", 3410, 5858, 9268, "18536/3", "4634/3", "9268", 3089),
    row("2017", "2017-01", "2017-12", 3410, 5822, 9232, "18464/3", "4616/3", "9232", 3077),
    row("2018", "2018-01", "2018-12", 3410, 5928, 9338, "18676/3", "4669/3", "9338", 3112),
    row("2019a", "2019-01", "2019-05", 3410, 6233, 9643, "19286/3", "9643/6", "9643", 3214),
    row("2019b", "2019-06", "2019-12", 3410, 6233, 9643, "19286/3", "9643/6", "19286", 6428),
    row("2020a", "2020-01", "2020-03", 3410, 6502, 9912, "6608", "1652", "19824", 6608),
    row("2020b", "2020-04", "2020-06", 3860, 6502, 10362, "6908", "1727", "20724", 6908),
    row("2020c", "2020-07", "2020-12", 3860, 6502, 10362, "7771.5", "2590.5", "20724", 6908),
    row("2021", "2021-01", "2021-12", 3860, 6637, 10497, "7872.75", "2624.25", "20994", 6998),
    row("2022a", "2022-01", "2022-03", 3860, 7935, 11795, "8846.25", "2948.75", "23590", 7863),
    row("2022b", "2022-04", "2022-06", 4250, 7935, 12185, "9138.75", "3046.25", "24370", 8123),
    row("2022c", "2022-07", "2022-09", 4620, 7935, 12555, "9416.25", "3138.75", "25110", 8370),
    row("2022d", "2022-10", "2022-12", 4620, 10185, 14805, "11103.75", "3701.25", "29610", 9870),
    row("2023", "2023-01", "2023-12", 4860, 15597, 20457, "13638", "3409.5", "30685.5", 10228),
    row("2024", "2024-01", "2024-12", 4860, 14197, 19057, "38114/3", "19057/6", "28585.5", 9528),
]
BY_PAY_YEAR = [
    row("2025", "2025-01", "2025-12", 4860, 14680, 19540, "39080/3", "9770/3", "29310", 9770),
    row("2026", "2026-01", "2026-12", 4860, 9430, 16590, "14101.5", "3525.375", "31521", 10507, energy=2300),
]

CONTENTS: list[tuple[str, str, int | str]] = [
    ("living_minimum_single", "2006-12-31", OUTSIDE), ("living_minimum_single", "2007-01-01", 3126),
    ("living_minimum_single", "2011-12-31", 3126), ("living_minimum_single", "2012-01-01", 3410),
    ("living_minimum_single", "2020-03-31", 3410), ("living_minimum_single", "2020-04-01", 3860),
    ("living_minimum_single", "2022-03-31", 3860), ("living_minimum_single", "2022-04-01", 4250),
    ("living_minimum_single", "2022-06-30", 4250), ("living_minimum_single", "2022-07-01", 4620),
    ("living_minimum_single", "2022-12-31", 4620), ("living_minimum_single", "2023-01-01", 4860),
    ("living_minimum_single", "2026-09-30", 4860), ("living_minimum_single", "2026-10-01", 5500),
    ("living_minimum_single", "2026-12-31", 5500), ("living_minimum_single", "2027-01-01", OUTSIDE),
    ("housing_for_wages", "2014-12-31", OUTSIDE), ("housing_for_wages", "2015-01-01", 5767),
    ("housing_for_wages", "2015-12-31", 5767), ("housing_for_wages", "2016-01-01", 5858),
    ("housing_for_wages", "2016-12-31", 5858), ("housing_for_wages", "2017-01-01", 5822),
    ("housing_for_wages", "2017-12-31", 5822), ("housing_for_wages", "2018-01-01", 5928),
    ("housing_for_wages", "2018-12-31", 5928), ("housing_for_wages", "2019-01-01", 6233),
    ("housing_for_wages", "2019-12-31", 6233), ("housing_for_wages", "2020-01-01", 6502),
    ("housing_for_wages", "2020-12-31", 6502), ("housing_for_wages", "2021-01-01", 6637),
    ("housing_for_wages", "2021-12-31", 6637), ("housing_for_wages", "2022-01-01", 6815),
    ("housing_for_wages", "2022-01-27", 6815), ("housing_for_wages", "2022-01-28", 7935),
    ("housing_for_wages", "2022-09-30", 7935), ("housing_for_wages", "2022-10-01", 10185),
    ("housing_for_wages", "2022-12-31", 10185), ("housing_for_wages", "2023-01-01", 15597),
    ("housing_for_wages", "2023-12-31", 15597), ("housing_for_wages", "2024-01-01", 14197),
    ("housing_for_wages", "2024-12-31", 14197), ("housing_for_wages", "2025-01-01", 14680),
    ("housing_for_wages", "2025-09-30", 14680), ("housing_for_wages", "2025-10-01", UNKNOWN),
    ("housing_for_wages", "2025-12-31", UNKNOWN), ("housing_for_wages", "2026-01-01", 9430),
    ("housing_for_wages", "2026-09-30", 9430), ("housing_for_wages", "2026-10-01", OUTSIDE),
    ("energy_for_wages", "2025-12-31", 0), ("energy_for_wages", "2026-01-01", 2300),
    ("energy_for_wages", "2026-09-30", 2300), ("energy_for_wages", "2026-10-01", OUTSIDE),
    ("protected_share_debtor", "2006-12-31", OUTSIDE), ("protected_share_debtor", "2007-01-01", "2/3"),
    ("protected_share_debtor", "2020-06-30", "2/3"), ("protected_share_debtor", "2020-07-01", "3/4"),
    ("protected_share_debtor", "2022-12-31", "3/4"), ("protected_share_debtor", "2023-01-01", "2/3"),
    ("protected_share_debtor", "2025-12-31", "2/3"), ("protected_share_debtor", "2026-01-01", "17/20"),
    ("protected_share_debtor", "2026-12-31", "17/20"), ("protected_share_debtor", "2027-01-01", OUTSIDE),
    ("protected_share_person", "2006-12-31", OUTSIDE), ("protected_share_person", "2007-01-01", "1/4"),
    ("protected_share_person", "2020-06-30", "1/4"), ("protected_share_person", "2020-07-01", "1/3"),
    ("protected_share_person", "2022-12-31", "1/3"), ("protected_share_person", "2023-01-01", "1/4"),
    ("protected_share_person", "2026-12-31", "1/4"), ("protected_share_person", "2027-01-01", OUTSIDE),
    ("unlimited_threshold_multiple", "2006-12-31", OUTSIDE), ("unlimited_threshold_multiple", "2007-01-01", "1/1"),
    ("unlimited_threshold_multiple", "2019-05-31", "1/1"), ("unlimited_threshold_multiple", "2019-06-01", "2/1"),
    ("unlimited_threshold_multiple", "2022-12-31", "2/1"), ("unlimited_threshold_multiple", "2023-01-01", "3/2"),
    ("unlimited_threshold_multiple", "2025-12-31", "3/2"), ("unlimited_threshold_multiple", "2026-01-01", "19/10"),
    ("unlimited_threshold_multiple", "2026-12-31", "19/10"), ("unlimited_threshold_multiple", "2027-01-01", OUTSIDE),
    ("wage_amounts_day", "2024-12-31", "last_of_wage_period"), ("wage_amounts_day", "2025-01-01", "first_of_pay_year"),
    ("spouse_rule", "2024-12-31", "always"), ("spouse_rule", "2025-01-01", "documented_pension"),
    ("many_orders", "2024-09-30", 0), ("many_orders", "2024-10-01", 4),
    ("trustee_month_fee", "2024-09-30", OUTSIDE), ("trustee_month_fee", "2024-10-01", 750),
    ("trustee_month_expenses", "2024-09-30", OUTSIDE), ("trustee_month_expenses", "2024-10-01", 150),
    ("payer_month_fee", "2021-12-31", 0), ("payer_month_fee", "2022-01-01", 50),
    ("payer_fee_share", "2021-12-31", OUTSIDE), ("payer_fee_share", "2022-01-01", "1/3"),
    ("deductions_start", "2024-09-30", "at_once"), ("deductions_start", "2024-10-01", "next_calendar_month"),
    ("severance_by_multiples", "2020-04-23", "as_one_month"), ("severance_by_multiples", "2020-04-24", "by_multiples"),
    ("class_of_assigned_maintenance", "2025-12-31", UNKNOWN),
    ("class_of_assigned_maintenance", "2026-01-01", "assigned_maintenance"),
    ("class_of_assignment_fee", "2025-12-31", UNKNOWN), ("class_of_assignment_fee", "2026-01-01", "assignment_fee"),
    ("class_of_substitute_maintenance", "2021-06-30", OUTSIDE),
    ("class_of_substitute_maintenance", "2021-07-01", "substitute_maintenance"),
    ("class_of_foster_contribution", "2021-12-31", "other_priority"),
    ("class_of_foster_contribution", "2022-01-01", "non_priority"),
    ("class_of_fine", "2026-01-01", UNKNOWN), ("class_of_costs", "2026-01-01", UNKNOWN),
]  # fmt: skip
"""Series, day, what held on it."""

DEBTS: list[tuple[str, str | None]] = [
    ("local_fee_waste", "tax_or_fee"),
    ("local_fee_other", "tax_or_fee"),
    ("transport_fare", "transport_fare"),
    ("health_insurance_premium", "health_insurance"),
    ("library", "library"),
    ("telecom", "telecom"),
    ("loan", "loan"),
    ("rent", "rent"),
    ("other_contract", "other_contract"),
    ("energy", "energy"),
    ("health_bill", "health_bill"),
    ("maintenance", "maintenance_arrears"),
    ("court_costs", "court_costs"),
    ("regulatory_fee_health", None),
    ("school_meals", None),
    ("school_care", None),
    ("institutional_care", None),
    ("other_public", None),
    ("tort", None),
    ("fine", None),
    ("inherited", None),
]
"""Kind of debt, the kind of claim it is; none where the kind of debt does not tell it."""

MINE = {name for name, _, _ in CONTENTS}


def content(period: Amount) -> int | str | None:
    """Return what a period holds, ratios in lowest terms as in CONTENTS."""
    if period.ratio is not None:
        exact = Fraction(period.ratio)
        return f"{exact.numerator}/{exact.denominator}"
    return period.code if period.value is None else period.value


def held(series: Series, day: date) -> int | str:
    try:
        period = period_on(series, day)
    except HorizonError:
        return OUTSIDE
    found = content(period)
    return UNKNOWN if found is None else found


def end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def day_of_amounts(wage_month: tuple[int, int], paid_on: date) -> date:
    """Return the day asked for a wage, by the shipped code."""
    rule = known_code(PACK.series["wage_amounts_day"], paid_on)
    return {"last_of_wage_period": end_of(*wage_month), "first_of_pay_year": date(paid_on.year, 1, 1)}[rule]


def computed(key: str, months: tuple[tuple[int, int], tuple[int, int]], day: date) -> Row:
    """Return the table's line worked out from the series of a day, in exact fractions."""
    names = ("living_minimum_single", "housing_for_wages", "energy_for_wages")
    living, housing, energy = (known_value(PACK.series[name], day) for name in names)
    total = living + housing + energy
    debtor = total * known_ratio(PACK.series["protected_share_debtor"], day)
    person = debtor * known_ratio(PACK.series["protected_share_person"], day)
    threshold = total * known_ratio(PACK.series["unlimited_threshold_multiple"], day)
    return Row(key, months, living, housing, energy, total, debtor, person, threshold, int(threshold / 3))


def months_between(first: tuple[int, int], last: tuple[int, int]) -> list[tuple[int, int]]:
    numbers = range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])
    return [(number // 12, number % 12 + 1) for number in numbers]


@pytest.mark.parametrize("line", BY_WAGE_MONTH, ids=lambda line: line.key)
def test_wages_paid_until_2024_have_the_published_amounts_of_the_month_they_are_for(line: Row) -> None:
    for month in months_between(*line.months):
        paid = min(end_of(*month) + timedelta(days=14), date(2024, 12, 31))

        assert computed(line.key, line.months, day_of_amounts(month, paid)) == line


@pytest.mark.parametrize("line", BY_PAY_YEAR, ids=lambda line: line.key)
def test_wages_paid_from_2025_have_the_published_amounts_of_the_year_of_payment(line: Row) -> None:
    """Whatever month they are for, and on every day of the year: changes within it do not count."""
    year = line.months[0][0]
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]

    assert days[-1] == date(year, 12, 31)
    for paid in days:
        for month in ((year - 1, 12), (year, paid.month), (2022, 11)):
            assert computed(line.key, line.months, day_of_amounts(month, paid)) == line


@pytest.mark.parametrize(
    ("month", "paid", "key"),
    [
        ((2024, 12), date(2024, 12, 31), "2024"),
        ((2024, 12), date(2025, 1, 1), "2025"),
        ((2025, 12), date(2025, 12, 31), "2025"),
        ((2025, 12), date(2026, 1, 1), "2026"),
        ((2026, 9), date(2026, 10, 15), "2026"),
        ((2022, 9), date(2022, 10, 14), "2022c"),
        ((2022, 12), date(2023, 1, 13), "2022d"),
        ((2019, 5), date(2019, 6, 14), "2019a"),
        ((2020, 6), date(2020, 7, 15), "2020b"),
    ],
)
def test_the_line_that_applies_around_a_change(month: tuple[int, int], paid: date, key: str) -> None:
    line = next(line for line in (*BY_WAGE_MONTH, *BY_PAY_YEAR) if line.key == key)

    assert computed(key, line.months, day_of_amounts(month, paid)) == line


def test_the_lines_of_the_table_follow_one_another_without_a_gap() -> None:
    lines = [*BY_WAGE_MONTH, *BY_PAY_YEAR]
    told = [month for line in lines for month in months_between(*line.months)]

    assert told == months_between((2015, 1), (2026, 12))


def test_wages_paid_in_2027_have_no_amounts() -> None:
    with pytest.raises(HorizonError):
        computed("2027", ((2027, 1), (2027, 1)), day_of_amounts((2026, 12), date(2027, 1, 1)))


@pytest.mark.parametrize(("name", "day", "expected"), CONTENTS)
def test_a_series_holds_on_a_day_what_the_law_of_that_day_says(name: str, day: str, expected: int | str) -> None:
    assert held(PACK.series[name], date.fromisoformat(day)) == expected


def test_the_days_above_stand_at_both_sides_of_every_edge() -> None:
    asked = {(name, date.fromisoformat(day)) for name, day, _ in CONTENTS}
    periods = [(name, period) for name in MINE for period in PACK.series[name].period]
    starts = {(name, period.from_) for name, period in periods if period.from_ is not None}
    starts |= {(name, period.to + EDGE) for name, period in periods if period.to is not None}

    assert {(name, day - back) for name, day in starts for back in (timedelta(0), EDGE)} <= asked


@pytest.mark.parametrize("name", sorted(MINE))
def test_every_period_is_cited_and_a_weak_one_says_why(name: str) -> None:
    for period in PACK.series[name].period:
        assert period.cites
        assert period.note is not None or period.evidence in {"S2", "S"}


@pytest.mark.parametrize(
    ("name", "day", "words"),
    [
        ("housing_for_wages", date(2022, 3, 31), "6 815"),
        ("housing_for_wages", date(2022, 10, 31), "9 416,25"),
        ("many_orders", date(2024, 10, 1), "praxe"),
        ("deductions_start", date(2024, 10, 1), "výslovně neříká"),
        ("payer_month_fee", date(2022, 1, 1), "prvního příkazu"),
    ],
)
def test_what_a_reader_should_verify_is_noted(name: str, day: date, words: str) -> None:
    note = period_on(PACK.series[name], day).note

    assert note is not None
    assert words in note.cs


def test_the_limit_of_the_pensioners_exception_is_1089() -> None:
    day = date(2026, 1, 1)
    parts = [known_value(PACK.series[name], day) for name in ("trustee_month_fee", "trustee_month_expenses")]

    assert known_value(PACK.series["vat_percent"], day) == VAT_PERCENT
    assert sum(parts) * Fraction(100 + VAT_PERCENT, 100) == Fraction(1089)


@pytest.mark.parametrize(
    ("pension", "counts", "evidence"),
    [
        ("none", False, "S2"),
        ("old_age", True, "S2"),
        ("early_old_age", True, "M"),
        ("invalidity_1", False, "S"),
        ("invalidity_2", True, "S2"),
        ("invalidity_3", True, "S2"),
        ("orphan", True, "S2"),
        ("widow", False, "S"),
    ],
)
def test_which_pensions_count_a_spouse_and_make_the_exception(pension: str, counts: bool, evidence: str) -> None:  # noqa: FBT001
    more = PACK.term("pensions", pension).more

    assert (more["counts_spouse"], more["many_orders_exception"], more["evidence"]) == (counts, counts, evidence)


def test_the_second_third_is_divided_in_the_order_of_the_statute() -> None:
    classes = PACK.vocabularies["claim_classes"]
    priority = [code for code, term in classes.items() if term.more["priority"]]

    assert sorted(priority, key=lambda code: classes[code].more["rank"]) == [
        "trustee",
        "current_maintenance",
        "maintenance_arrears",
        "assignment_fee",
        "assigned_maintenance",
        "substitute_maintenance",
        "other_priority",
    ]
    assert set(classes) - set(priority) == {"non_priority"}
    assert len({term.more["rank"] for term in classes.values()}) == len(classes)


def kinds() -> dict[str, dict[str, Any]]:
    return {code: term.more for code, term in PACK.vocabularies["claim_kinds"].items()}


def test_a_kind_of_claim_has_a_class_or_the_series_that_tells_it() -> None:
    classes = PACK.vocabularies["claim_classes"]
    for more in kinds().values():
        assert ("class" in more) != ("class_series" in more)
        assert "class" not in more or more["class"] in classes
        assert "class_series" not in more or PACK.series[more["class_series"]].vocabulary == "claim_classes"
        assert more["evidence"] in EVIDENCE_FROM_STRONGEST


def test_what_vocabularies_cite_is_known() -> None:
    for name in ("claim_classes", "claim_kinds"):
        for term in PACK.vocabularies[name].values():
            assert term.more["cites"]
            assert all(act_of(Citation(at=cite), PACK.acts) for cite in term.more["cites"])


@pytest.mark.parametrize(("debt", "claim"), DEBTS)
def test_a_kind_of_debt_is_a_kind_of_claim_only_where_it_tells_it(debt: str, claim: str | None) -> None:
    assert PACK.vocabularies["debt_kinds"][debt].more.get("claim") == claim
    assert claim is None or claim in kinds()


def test_every_kind_of_debt_is_in_the_table_above() -> None:
    assert {debt for debt, _ in DEBTS} == set(PACK.vocabularies["debt_kinds"])
