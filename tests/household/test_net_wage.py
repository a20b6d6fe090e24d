"""Published net wages come out as printed; each threshold holds to the crown; what cannot be answered is refused."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from dluhy.household.net_wage import ChildRelief, Earner, NetWage, Wage, net_wage
from dluhy.household.payroll_figures import figures_on
from dluhy.law.amounts import cell_on, known_value
from dluhy.law.citations import act_of
from dluhy.law.models import Citation
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import HorizonError, InputError

_DOCUMENT: Final = tomllib.loads(Path("fixtures/law_cases_net_wage.toml").read_text(encoding="utf-8"))
WAGES, CHANGES, LEVELS = _DOCUMENT["wage"], _DOCUMENT["change"], _DOCUMENT["level"]
YEARS: Final = (2023, 2024, 2025, 2026)
NOTHING_ELSE: Final[dict[str, Any]] = {
    "relief_children": (), "invalidity": 0, "ztp_p": False, "state_insured": False, "working_pensioner": False,
    "self_employed": False,
}  # fmt: skip
FIRM: Final = "A"


def month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


def wage(gross: float, kind: str = "employment", declaration: bool | None = None, employer: str = FIRM) -> Wage:  # noqa: FBT001
    return Wage(employer=employer, gross=round(gross * KORUNA), kind=kind, declaration=declaration)


def asked(when: date, *wages: Wage, **facts: Any) -> NetWage:  # noqa: ANN401 - the fields of an earner
    """Return the net wage of a person of whom everything else is known to be no."""
    return net_wage(Earner(month=when, wages=wages, **(NOTHING_ELSE | facts)))


def of_year(year: int, *wages: Wage, **facts: Any) -> NetWage:  # noqa: ANN401 - the fields of an earner
    return asked(date(year, 7, 15), *wages, **facts)


def children(*orders: int) -> tuple[ChildRelief, ...]:
    return tuple(ChildRelief(order=order, ztp_p=False) for order in orders)


def crowns(halere: int | None) -> float | None:
    return None if halere is None else halere / KORUNA


def printed(found: NetWage) -> dict[str, float | None]:
    (line,) = found.lines
    values = {name: crowns(getattr(line, name)) for name in ("social", "health", "health_top_up", "advance", "net")}
    return values | {"health_with_top_up": (values["health"] or 0) + (values["health_top_up"] or 0)}


@pytest.mark.parametrize("case", WAGES, ids=[case["id"] for case in WAGES])
def test_a_published_wage_comes_out_as_printed(case: dict[str, Any]) -> None:
    said = case["provided"]
    declared = case.get("assumed", {}).get("declaration")
    wages = [wage(each["gross"], each["kind"], each.get("declaration", declared)) for each in said["wages"]]
    facts: dict[str, Any] = {"relief_children": children(*range(1, said.get("relief_children", 0) + 1))}
    facts |= {name: said[name] for name in ("state_insured",) if name in said}
    found = printed(asked(month(case["month"]), *wages, **facts))
    assert {name: found[name] for name in case["expected"]} == case["expected"]


@pytest.mark.parametrize("case", CHANGES, ids=[case["id"] for case in CHANGES])
def test_a_published_change_between_years_comes_out_as_printed(case: dict[str, Any]) -> None:
    before, after = (
        sum((asked(month(when), wage(gross, declaration=True)).net or 0) for gross in case["provided"]["wages"])
        for when in case["months"]
    )
    assert (before - after) * 12 == case["expected"]["yearly_loss"] * KORUNA


@pytest.mark.parametrize("case", LEVELS, ids=[case["id"] for case in LEVELS])
def test_a_published_amount_of_a_year_is_in_the_pack(case: dict[str, Any]) -> None:
    pack, when = default_pack(), month(case["month"])
    figures, cap = figures_on(pack, when), known_value(pack.series["social_yearly_cap_times"], when)
    table = pack.tables["guaranteed_pay_month"]
    found: dict[str, Any] = {
        "minimum_wage": figures.minimum_wage // KORUNA,
        "guaranteed_pay": [cell_on(table, when, "month", f"group_{group}") for group in (2, 3, 4)],
        "high_from": figures.high_from // KORUNA,
        "yearly_cap": known_value(pack.series["average_wage"], when) * cap,
    }
    assert {name: found[name] for name in case["expected"]} == case["expected"]


def test_every_case_names_a_source_with_a_link() -> None:
    sources = _DOCUMENT["source"]
    assert {case["source"] for case in (*WAGES, *CHANGES, *LEVELS)} == set(sources)
    assert all(source["links"] for source in sources.values())


@pytest.mark.parametrize(
    ("year", "minimum", "high_from", "job", "small", "bonus_income"),
    [
        (2023, 17300, 161296, 10000.01, 4000, 8650),
        (2024, 18900, 131901, 10000.01, 4000, 9450),
        (2025, 20800, 139671, 11500, 4500, 10400),
        (2026, 22400, 146901, 12000, 4500, 11200),
    ],
)
def test_the_law_of_each_year(  # noqa: PLR0913, PLR0917 - a row of the table
    year: int, minimum: int, high_from: int, job: float, small: int, bonus_income: int
) -> None:
    """In crowns; to 2024 an agreement to perform a job had to exceed its decisive income."""
    found = figures_on(default_pack(), date(year, 1, 1))
    assert found.minimum_wage == minimum * KORUNA
    assert found.high_from == high_from * KORUNA
    assert found.perform_job_insured_from == round(job * KORUNA)
    assert found.small_insured_from == small * KORUNA
    assert found.bonus_income == bonus_income * KORUNA


@pytest.mark.parametrize("year", YEARS)
def test_an_agreement_to_perform_a_job_is_insured_and_no_longer_taxed_apart_from_its_decisive_income(year: int) -> None:
    first = figures_on(default_pack(), date(year, 1, 1)).perform_job_insured_from
    (below,), (at,) = (
        of_year(year, wage(halere / KORUNA, "agreement_perform_job", declaration=False)).lines
        for halere in (first - 1, first)
    )
    assert (below.social, below.health, below.health_top_up, below.advance) == (0, 0, 0, 0)
    assert below.withholding == (first - 1) // KORUNA * 15 // 100 * KORUNA
    assert at.social
    assert at.health
    assert at.withholding == 0
    assert at.advance


@pytest.mark.parametrize("kind", ["agreement_work_activity", "small_scale"])
@pytest.mark.parametrize(
    ("year", "decisive", "apart"), [(2023, 4000, 600), (2024, 4000, 600), (2025, 4500, 0), (2026, 4500, 0)]
)
def test_the_decisive_income_of_a_small_job(year: int, decisive: int, apart: int, kind: str) -> None:
    """To 2024 an income of just the decisive amount was insured and still taxed by withholding."""
    (at,) = of_year(year, wage(decisive, kind, declaration=False), state_insured=True).lines
    (below,) = of_year(year, wage(decisive - 1, kind, declaration=False), state_insured=True).lines
    assert at.social
    assert at.withholding == apart * KORUNA
    assert (at.advance == 0) == bool(apart)
    assert below.social == 0
    assert (below.health == 0) == (kind == "agreement_work_activity")
    assert below.advance == 0
    assert below.withholding


def test_an_employment_below_the_decisive_income_is_insured_and_taxed_apart_without_a_declaration() -> None:
    (line,) = of_year(2026, wage(4499, declaration=False), state_insured=True).lines
    assert (line.social, line.health) == (320 * KORUNA, 203 * KORUNA)
    assert (line.advance, line.withholding) == (0, 674 * KORUNA)


def test_withholding_rounds_its_base_and_the_tax_down() -> None:
    (line,) = of_year(2026, wage(1001.99, "agreement_perform_job", declaration=False)).lines
    assert line.withholding == 150 * KORUNA


@pytest.mark.parametrize(
    ("gross", "base"),
    [(0, 0), (0.01, 1), (99.5, 100), (100, 100), (100.01, 200), (101, 200), (12300, 12300), (12300.01, 12400)],
)
def test_the_base_of_the_advance_is_rounded_up_to_crowns_and_above_a_hundred_to_hundreds(
    gross: float, base: int
) -> None:
    (line,) = of_year(2026, wage(gross, declaration=True), state_insured=True).lines
    assert line.base == base * KORUNA


@pytest.mark.parametrize(("gross", "advance"), [(146900, 22035), (147000, 22058), (147100, 22081)])
def test_the_higher_rate_begins_above_three_average_wages(gross: int, advance: int) -> None:
    """Of 147,000: 15 % of 146,901 is 22,035.15, 23 % of 99 is 22.77; the sum is rounded up, not its parts."""
    (line,) = of_year(2026, wage(gross, declaration=False)).lines
    assert line.advance_before == advance * KORUNA


def test_social_insurance_gained_the_sickness_part_in_2024() -> None:
    assert [of_year(year, wage(10001.5, declaration=True)).lines[0].social for year in YEARS] == [
        65100, 71100, 71100, 71100,
    ]  # fmt: skip


def test_the_base_of_social_insurance_is_rounded_up_before_the_rate() -> None:
    """7.1 % of 14.05 is less than a crown, of 15 more than one (589/1992 § 5d)."""
    assert of_year(2026, wage(14.05, declaration=True)).lines[0].social == 2 * KORUNA


def test_a_working_pensioner_has_the_relief_from_2025_rounded_on_its_own() -> None:
    """7.1 % of 10,010 is 710.71, 6.5 % is 650.65: 711 less 651."""
    found = [of_year(year, wage(10010, declaration=True), working_pensioner=True).lines[0] for year in YEARS]
    assert [line.social for line in found] == [651 * KORUNA, 711 * KORUNA, 60 * KORUNA, 60 * KORUNA]
    assert [line.health_top_up for line in found] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("facts", "credit"),
    [
        ({}, 2570), ({"invalidity": 1}, 2780), ({"invalidity": 2}, 2780), ({"invalidity": 3}, 2990),
        ({"ztp_p": True}, 3915), ({"invalidity": 3, "ztp_p": True}, 4335),
    ],
)  # fmt: skip
@pytest.mark.parametrize("year", YEARS)
def test_the_credits_of_a_month(year: int, facts: dict[str, Any], credit: int) -> None:
    signed, unsigned = (of_year(year, wage(50000, declaration=said), **facts).lines[0] for said in (True, False))
    assert signed.credits_used == credit * KORUNA
    assert unsigned.credits_used == 0
    assert unsigned.advance == 7500 * KORUNA


@pytest.mark.parametrize(
    ("orders", "relief"), [((1,), 1267), ((2,), 1860), ((3,), 2320), ((7,), 2320), ((1, 2, 3, 4), 7767)]
)
@pytest.mark.parametrize("year", YEARS)
def test_the_relief_for_children_by_their_order(year: int, orders: tuple[int, ...], relief: int) -> None:
    (line,) = of_year(year, wage(80000, declaration=True), relief_children=children(*orders)).lines
    assert line.relief_used == relief * KORUNA


def test_the_relief_for_a_child_with_the_card_is_double() -> None:
    cards = (ChildRelief(order=1, ztp_p=False), ChildRelief(order=2, ztp_p=True))
    (line,) = of_year(2026, wage(80000, declaration=True), relief_children=cards).lines
    assert line.relief_used == (1267 + 2 * 1860) * KORUNA


def test_a_bonus_of_fifty_crowns_is_paid_and_one_of_forty_nine_is_not() -> None:
    """4,380 less 2,570 is 50 less than 1,860; 5,055 less 2,570 is 49 less than twice 1,267."""
    paid = of_year(2026, wage(29200, declaration=True), relief_children=children(2))
    unpaid = of_year(2026, wage(33700, declaration=True), relief_children=(ChildRelief(order=1, ztp_p=True),))
    assert paid.bonus == 50 * KORUNA
    assert unpaid.bonus == 0
    assert [flag.code for flag in unpaid.flags] == ["bonus_too_small"]
    assert [line.advance for line in (*paid.lines, *unpaid.lines)] == [0, 0]


@pytest.mark.parametrize(("year", "half"), [(2023, 8650), (2024, 9450), (2025, 10400), (2026, 11200)])
def test_the_bonus_needs_half_the_minimum_wage_at_the_payer_with_the_declaration(year: int, half: int) -> None:
    other = wage(30000, declaration=False, employer="B")
    below, at = (
        of_year(year, wage(gross, declaration=True), other, relief_children=children(1))
        for gross in (half - 0.01, half)
    )
    assert below.bonus == 0
    assert "bonus_income_low" in [flag.code for flag in below.flags]
    assert at.bonus == 1267 * KORUNA
    assert at.lines[1].bonus == 0


@pytest.mark.parametrize(
    ("facts", "pays"),
    [
        ({}, True), ({"state_insured": True}, False), ({"ztp_p": True}, False), ({"invalidity": 1}, False),
        ({"invalidity": 3}, False), ({"working_pensioner": True}, False), ({"self_employed": True}, False),
    ],
)  # fmt: skip
def test_who_pays_the_top_up_to_the_minimum_base(facts: dict[str, Any], pays: bool) -> None:  # noqa: FBT001
    (line,) = of_year(2026, wage(10001, declaration=True), **facts).lines
    assert line.health == 451 * KORUNA
    assert line.health_top_up == (1674 * KORUNA if pays else 0)


@pytest.mark.parametrize("year", YEARS)
def test_the_minimum_base_is_the_minimum_wage(year: int) -> None:
    minimum = figures_on(default_pack(), date(year, 1, 1)).minimum_wage / KORUNA
    top_ups = [of_year(year, wage(gross)).lines[0].health_top_up for gross in (minimum - 1, minimum)]
    assert top_ups == [KORUNA, 0]


def test_the_top_up_looks_at_all_employers_together() -> None:
    enough = of_year(2026, wage(12000), wage(10400, employer="B"))
    short = of_year(2026, wage(12000), wage(10399, employer="B"))
    assert [line.health_top_up for line in enough.lines] == [0, 0]
    assert [line.health_top_up for line in short.lines] == [KORUNA, 0]
    assert "top_up_through_largest" in short.assumed


def test_unpaid_leave_still_owes_the_minimum() -> None:
    found = of_year(2026, wage(0, declaration=True))
    assert found.net == -3024 * KORUNA
    assert [(flag.code, flag.values.get("amount")) for flag in found.flags] == [
        ("health_topped_up", 302400), ("net_below_zero", 302400),
    ]  # fmt: skip


@pytest.mark.parametrize(("year", "premium"), [(2023, 2336), (2024, 2552), (2025, 2808), (2026, 3024)])
def test_a_person_without_taxable_income_pays_health_insurance_out_of_pocket(year: int, premium: int) -> None:
    nobody = of_year(year)
    low = of_year(year, wage(5000, "agreement_perform_job", declaration=True))
    assert nobody.self_paid_health == low.self_paid_health == premium * KORUNA
    assert low.net == 5000 * KORUNA
    assert [flag.code for flag in nobody.flags] == ["self_paid_health_due"]
    for fact in ({"state_insured": True}, {"invalidity": 2}, {"self_employed": True}, {"working_pensioner": True}):
        assert of_year(year, **fact).self_paid_health == 0
    assert of_year(year, ztp_p=True).self_paid_health == premium * KORUNA


def test_agreements_of_a_kind_with_one_employer_are_added_up() -> None:
    (line,) = of_year(2026, wage(6000, "agreement_perform_job"), wage(6001, "agreement_perform_job")).lines
    assert line.social == (426 + 427) * KORUNA  # each contract has a base of its own
    assert line.health == 541 * KORUNA  # 4.5 % of 12,001
    apart = of_year(2026, wage(6000, "agreement_perform_job"), wage(6001, "agreement_perform_job", employer="B"))
    assert [line.social for line in apart.lines] == [0, 0]


def test_small_jobs_add_up_for_social_insurance_and_only_agreements_for_health() -> None:
    (line,) = of_year(2026, wage(3000, "agreement_work_activity"), wage(2500, "small_scale"), state_insured=True).lines
    assert line.social == (213 + 178) * KORUNA
    assert line.health == 113 * KORUNA


def test_an_agreement_to_perform_a_job_is_taxed_apart_from_an_employment_with_the_same_employer() -> None:
    (line,) = of_year(2026, wage(30000, declaration=False), wage(11999, "agreement_perform_job")).lines
    assert line.withholding == 1799 * KORUNA
    assert line.base == 30000 * KORUNA
    (signed,) = of_year(2026, wage(30000, declaration=True), wage(11999, "agreement_perform_job")).lines
    assert signed.withholding == 0
    assert signed.base == 42000 * KORUNA


def test_each_employer_rounds_its_own_and_only_one_counts_the_credit() -> None:
    found = of_year(2026, wage(20001, declaration=True), wage(20001, declaration=False, employer="B"))
    assert [line.advance for line in found.lines] == [(3015 - 2570) * KORUNA, 3015 * KORUNA]
    assert found.net == sum(line.net or 0 for line in found.lines)


def test_a_bonus_is_not_set_off_against_the_advance_of_another_employer() -> None:
    found = of_year(
        2026, wage(15000, declaration=True), wage(10000, declaration=False, employer="B"), relief_children=children(1)
    )
    assert found.bonus == 1267 * KORUNA
    assert [line.advance for line in found.lines] == [0, 1500 * KORUNA]


def test_a_known_declaration_leaves_none_for_the_others() -> None:
    found = of_year(2026, wage(30000, declaration=True), wage(20000, employer="B"))
    assert [line.declaration for line in found.lines] == [True, False]
    assert found.questions == ()


def test_every_step_cites_acts_of_the_pack() -> None:
    pack = default_pack()
    found = of_year(2026, wage(10000, declaration=True), relief_children=children(1))
    assert {step.code for step in found.steps} >= {"social", "health", "health_top_up", "advance", "net"}
    assert all(act_of(cite, pack.acts) for step in found.steps for cite in step.cites)
    kinds = pack.vocabularies["employment_kinds"].values()
    steps = pack.vocabularies["payroll_steps"].values()
    assert all(act_of(Citation(at=at), pack.acts) for term in (*kinds, *steps) for at in term.more["cites"])


def test_the_steps_lead_to_the_net_wage() -> None:
    found = of_year(2026, wage(17000, declaration=True), relief_children=children(1))
    value = {step.code: step.value or 0 for step in found.steps}
    taken = sum(value.get(code, 0) for code in ("social", "health", "health_top_up", "advance", "withholding"))
    assert found.gross - taken == value["net"] == found.net


@pytest.mark.parametrize("when", [date(2022, 12, 31), date(2027, 1, 1)])
def test_a_month_outside_what_is_known_is_refused_by_name(when: date) -> None:
    with pytest.raises(HorizonError, match=r"2023-01-01|2026-12-31"):
        asked(when, wage(30000))


def test_everything_wrong_is_said_at_once() -> None:
    wages = (
        wage(-1, declaration=True), wage(30000, "bonus", declaration=True, employer="B"), wage(1, declaration=False),
    )  # fmt: skip
    twice = (*children(1, 1), ChildRelief(order=0))
    with pytest.raises(InputError) as caught:
        asked(date(2026, 1, 1), *wages, relief_children=twice, invalidity=4)
    places = [(problem.code, problem.place) for problem in caught.value.problems]
    assert places == [
        ("value", "wages[0].gross"), ("not_in_list", "wages[1].kind"), ("contradiction", "wages[0].declaration"),
        ("contradiction", "wages[2].declaration"), ("declaration_twice", "wages[1].declaration"),
        ("order_twice", "relief_children[0].order"), ("order_twice", "relief_children[1].order"),
        ("value", "relief_children[2].order"), ("value", "invalidity"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"month": "2026-11"}, "month"),
        ({"month": datetime(2026, 11, 1)}, "month"),  # noqa: DTZ001 - a day with a time of no zone
        ({"wages": (Wage(employer="a", gross=100.5, kind="employment"),)}, "wages[0].gross"),  # type: ignore[arg-type]
        ({"wages": (Wage(employer="a", gross="100", kind="employment"),)}, "wages[0].gross"),  # type: ignore[arg-type]
        ({"wages": (Wage(employer="a", gross=True, kind="employment"),)}, "wages[0].gross"),
        ({"relief_children": (ChildRelief(order=1.0),)}, "relief_children[0].order"),  # type: ignore[arg-type]
        ({"invalidity": "3"}, "invalidity"),
    ],
)
def test_values_of_another_kind_are_refused_with_their_place(change: dict[str, Any], place: str) -> None:
    earner = Earner(**{"month": date(2026, 11, 1), "wages": (), **change})
    with pytest.raises(InputError) as caught:
        net_wage(earner)
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("type", place)]
