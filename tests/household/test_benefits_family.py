"""Parental allowance, substitute maintenance, emergency assistance, housing support and the list of all benefits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from dluhy.dates import Span, parse_span
from dluhy.household.benefits import ALREADY, Asked, benefits_of
from dluhy.household.benefits_child_benefit import child_benefit
from dluhy.household.benefits_emergency import emergency_help
from dluhy.household.benefits_housing_support import housing_support
from dluhy.household.benefits_parental import parental_allowance
from dluhy.household.benefits_shared import assessed_income
from dluhy.household.benefits_substitute_maintenance import MaintenanceClaim, substitute_maintenance
from dluhy.household.model import Circle, Estimate, Housing, IncomeLine, Member, Possessions
from dluhy.household.social_assistance_income import business_least
from dluhy.law.amounts import period_on
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

MONTH = date(2026, 11, 1)
PARENT = Member(id="a", role="debtor", born=parse_span("1990-01-01"), activity="parental_leave")


def circle_of(*births: str, parent: Member = PARENT, **known: Any) -> Circle:  # noqa: ANN401 - a test's shorthand
    children = [Member(id=f"c{n}", role="child", born=parse_span(born)) for n, born in enumerate(births)]
    return Circle(on=MONTH, members=(parent, *children), **{"incomes": (), **known})


def codes(estimate: Estimate) -> list[str]:
    return [flag.code for flag in estimate.reasons]


def value(estimate: Estimate, code: str) -> dict[str, Any]:
    return next(dict(flag.values) for flag in estimate.reasons if flag.code == code)


@pytest.mark.parametrize(
    ("born", "month", "total"),
    [
        ("2023-12-31", "2026-11-01", 30_000_000),
        ("2024-01-01", "2026-11-01", 35_000_000),
        ("2026-10-31", "2026-11-01", 35_000_000),
    ],
)
def test_the_day_of_birth_decides_the_total(born: str, month: str, total: int) -> None:
    found = parental_allowance(circle_of(born), month=date.fromisoformat(month), multiples=False, drawn=0)
    assert found.seems == "seems_entitled"
    assert value(found, "parental_total") == {"limit": total}
    assert (found.least, found.most) == (None, None)


@pytest.mark.parametrize(
    ("born", "month", "seems"),
    [
        ("2023-11-30", "2026-11-01", "seems_entitled"),
        ("2022-11-01", "2026-11-30", "seems_entitled"),
        ("2022-10-31", "2026-11-01", "seems_not"),
        ("2024-01-01", "2026-12-31", "seems_entitled"),
        ("2023-12-31", "2026-12-31", "seems_entitled"),
    ],
)
def test_the_allowance_is_due_to_the_month_in_which_the_child_reaches_the_age(
    born: str, month: str, seems: str
) -> None:
    assert parental_allowance(circle_of(born), month=date.fromisoformat(month), multiples=False, drawn=0).seems == seems


def test_multiple_births_double_from_2026() -> None:
    found = parental_allowance(circle_of("2025-05-05"), month=date(2026, 1, 1), multiples=True, drawn=0)
    assert value(found, "parental_total") == {"limit": 70_000_000}
    before = parental_allowance(circle_of("2025-05-05"), month=date(2025, 12, 1), multiples=True, drawn=0)
    assert value(before, "parental_total") == {"limit": 52_500_000}


def test_what_is_left_needs_what_was_drawn() -> None:
    circle = circle_of("2025-05-05")
    asked = parental_allowance(circle, month=MONTH, multiples=False)
    assert (asked.seems, asked.missing) == ("cannot_say", ("parental_drawn",))
    some = parental_allowance(circle, month=MONTH, multiples=False, drawn=34_000_000)
    assert value(some, "parental_left") == {"estimate": 1_000_000}
    assert codes(parental_allowance(circle, month=MONTH, multiples=False, drawn=35_000_000)) == ["parental_used_up"]


def test_between_both_totals_of_unknown_twins_nothing_can_be_said() -> None:
    circle = circle_of("2025-05-05")
    assert parental_allowance(circle, month=MONTH, drawn=36_000_000).seems == "cannot_say"
    assert parental_allowance(circle, month=MONTH, drawn=34_000_000).seems == "seems_entitled"
    assert parental_allowance(circle, month=MONTH, drawn=70_000_000).seems == "seems_not"


def test_the_youngest_child_counts_and_its_care() -> None:
    assert codes(parental_allowance(circle_of("2015-01-01"), month=MONTH)) == ["child_too_old"]
    assert parental_allowance(circle_of("2015-01-01", "2025-05-05"), month=MONTH, drawn=0, multiples=False).seems == (
        "seems_entitled"
    )
    busy = Member(id="a", born=parse_span("1990-01-01"), activity="employed")
    unknown = parental_allowance(circle_of("2025-05-05", parent=busy), month=MONTH, drawn=0, multiples=False)
    assert unknown.missing == ("child_carer",)
    away = evolve(busy, child_carer=False)
    assert codes(parental_allowance(circle_of("2025-05-05", parent=away), month=MONTH)) == ["nobody_cares_at_home"]
    assert codes(parental_allowance(circle_of(), month=MONTH)) == ["no_dependent_child"]


def test_maternity_benefit_comes_first() -> None:
    incomes = (IncomeLine(person="a", kind="maternity", net=1_500_000),)
    found = parental_allowance(circle_of("2026-09-09", incomes=incomes), month=MONTH, drawn=0, multiples=False)
    assert "maternity_first" in codes(found)


def claim(**known: Any) -> MaintenanceClaim:  # noqa: ANN401 - a test's shorthand
    full = {"child": "c0", "title": True, "monthly": 400_000, "paid": 0, "enforced": True, "payouts": 0}
    return MaintenanceClaim(**{**full, **known})


@pytest.mark.parametrize(
    ("monthly", "paid", "amount"),
    [(400_000, 0, 300_000), (300_000, 0, 300_000), (299_900, 0, 299_900), (400_000, 150_000, 250_000)],
)
def test_the_state_pays_what_is_missing_up_to_the_ceiling(monthly: int, paid: int, amount: int) -> None:
    claims = [claim(monthly=monthly, paid=paid)]
    found = substitute_maintenance(circle_of("2016-01-01"), month=MONTH, claims=claims)
    assert (found.seems, found.least, found.most) == ("seems_entitled", amount, amount)


def test_children_add_up_and_unknown_ones_leave_the_top_open() -> None:
    circle = circle_of("2016-01-01", "2018-01-01")
    both = substitute_maintenance(circle, month=MONTH, claims=[claim(), claim(child="c1", monthly=100_000)])
    assert (both.least, both.most) == (400_000, 400_000)
    one = substitute_maintenance(circle, month=MONTH, claims=[claim(), MaintenanceClaim(child="c1", title=True)])
    assert (one.seems, one.least, one.most) == ("seems_entitled", 300_000, None)
    assert "maintenance_amount" in one.missing


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"title": False}, "no_maintenance_title"),
        ({"enforced": False}, "no_enforcement"),
        ({"paid": 400_000}, "maintenance_paid"),
        ({"payouts": 72}, "payouts_used_up"),
    ],
)
def test_one_known_fact_settles_that_nothing_is_due(known: dict[str, Any], reason: str) -> None:
    blank = {"monthly": 400_000, "payouts": None, "enforced": None, "title": None, "paid": None}
    claims = [claim(**{**blank, **known})]
    found = substitute_maintenance(circle_of("2016-01-01"), month=MONTH, claims=claims)
    assert (found.seems, codes(found)) == ("seems_not", [reason])


@pytest.mark.parametrize(
    ("month", "payouts", "seems"),
    [
        (date(2023, 6, 30), 24, "seems_not"),
        (date(2023, 7, 1), 24, "seems_entitled"),
        (date(2025, 6, 30), 48, "seems_not"),
        (date(2025, 7, 1), 48, "seems_entitled"),
        (date(2026, 11, 1), 71, "seems_entitled"),
    ],
)
def test_the_number_of_payments_by_month(month: date, payouts: int, seems: str) -> None:
    found = substitute_maintenance(circle_of("2016-01-01"), month=month, claims=[claim(payouts=payouts)])
    assert found.seems == seems


def test_maintenance_is_asked_about_where_there_is_a_child() -> None:
    assert substitute_maintenance(circle_of("2016-01-01"), month=MONTH).missing == ("maintenance_claims",)
    assert codes(substitute_maintenance(circle_of(), month=MONTH)) == ["no_dependent_child"]
    assert codes(substitute_maintenance(circle_of("2016-01-01"), month=MONTH, claims=[])) == ["no_maintenance_title"]


def test_ceilings_of_emergency_assistance_follow_the_individuals_minimum() -> None:
    needs = {"disaster", "sudden_loss", "durable_goods", "child_education", "exclusion", "harm_to_health"}
    found = emergency_help(circle_of(), month=MONTH, needs=needs)
    assert value(found, "emergency_disaster") == {"limit": 15 * 550_000}
    assert value(found, "emergency_sudden_loss") == {"limit": 40 * 550_000}
    assert value(found, "emergency_durable_goods") == {"limit": 10 * 550_000}
    assert value(found, "emergency_child_education") == {"limit": 10 * 550_000}
    assert value(found, "emergency_exclusion") == {"limit": 4 * 550_000, "amount": 100_000}
    assert value(found, "emergency_harm_to_health") == {"minimum": 313_000}
    assert (found.seems, found.least) == ("cannot_say", None)
    september = emergency_help(circle_of(), month=date(2026, 9, 30), needs={"disaster"})
    assert value(september, "emergency_disaster") == {"limit": 15 * 486_000}


def test_emergency_assistance_is_asked_about_and_refuses_strange_needs() -> None:
    assert emergency_help(circle_of(), month=MONTH).missing == ("emergency_need",)
    assert emergency_help(circle_of(), month=MONTH, needs=()).seems == "seems_not"
    assert "emergency_exclusion" in codes(emergency_help(circle_of(housing=Housing(tenure="none")), month=MONTH))
    with pytest.raises(InputError):
        emergency_help(circle_of(), month=MONTH, needs={"holiday"})
    for month in (date(2024, 1, 1), date(2025, 10, 1), date(2026, 7, 31)):
        for need in ("sudden_loss", "exclusion"):
            told = emergency_help(circle_of(), month=month, needs={need}).reasons[0]
            assert (told.code, told.evidence) == ("emergency_ceiling_unknown", "?")
    assert codes(emergency_help(circle_of(), month=date(2026, 8, 1), needs={"sudden_loss"}))[0] == (
        "emergency_sudden_loss"
    )


def wage(crowns: int) -> dict[str, Any]:
    return {"incomes": (IncomeLine(person="a", kind="wage", net=crowns * 100),)}


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (date(2025, 12, 31), ["benefit_not_yet"]),
        (date(2026, 1, 1), ["housing_register_later", "housing_counselling"]),
        (date(2026, 6, 30), ["housing_register_later", "housing_counselling"]),
    ],
)
def test_housing_support_begins_with_counselling(month: date, expected: list[str]) -> None:
    assert codes(housing_support(circle_of(**wage(5_000)), month=month, home_threatened=True)) == expected


def test_housing_support_says_that_both_conditions_are_met_or_what_would_show_otherwise() -> None:
    met = housing_support(circle_of(**wage(5_000)), month=MONTH, home_threatened=True)
    assert codes(met)[0] == "housing_support_met"
    assert met.missing == ()
    over = housing_support(circle_of(**wage(11_001)), month=MONTH, home_threatened=True)
    assert "housing_support_met" not in codes(over)
    assert over.missing == ("specific_needs", "divorcing", "home_not_obtainable")
    far = housing_support(circle_of(**wage(30_000)), month=MONTH, home_threatened=True)
    assert far.missing == ("home_not_obtainable",)
    assert housing_support(circle_of(**wage(30_000)), month=MONTH).missing == ("home_threatened",)


def test_a_home_dearer_than_the_income_says_how_much_is_missing() -> None:
    home = Housing(tenure="rented", dwelling="flat_or_house", rent=500_000, services=0, energy=10_000)
    found = housing_support(circle_of(**wage(5_000), housing=home), month=MONTH)
    flag = next(flag for flag in found.reasons if flag.code == "nothing_left_until_benefit")
    assert flag.values["amount"] == 10_000
    enough = housing_support(circle_of(**wage(5_100), housing=home), month=MONTH)
    assert next(f for f in enough.reasons if f.code == "little_left_until_benefit").values["amount"] == 0


def test_what_is_left_after_housing_holds_only_until_a_benefit_that_seems_due_is_drawn() -> None:
    home = Housing(tenure="rented", dwelling="flat_or_house", rent=1_000_000, services=0, energy=0)
    rich = Possessions(savings=10**9)
    due = circle_of(**wage(12_000), housing=home)
    assert "little_left_until_benefit" in codes(housing_support(due, month=MONTH))
    assert "little_left_after_housing" in codes(housing_support(evolve(due, possessions=rich), month=MONTH))
    drawn = IncomeLine(person="a", kind="social_assistance_benefit", net=100)
    drawing = evolve(due, incomes=(*(due.incomes or ()), drawn))
    assert "little_left_after_housing" in codes(housing_support(drawing, month=MONTH))


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        ("maintenance", 400_000),
        ("child_maintenance", 400_000),
        ("pension", 400_000),
        ("child_benefit", 400_000),
        ("housing_benefit", 400_000),
        ("sickness", 400_000),
        ("wage", 0),
        ("business", 0),
        ("tax_bonus", 0),
    ],
)
def test_of_a_childs_incomes_only_its_earnings_do_not_count(kind: str, amount: int) -> None:
    lines = (IncomeLine(person="c0", kind=kind, net=400_000, childs=True),)
    found = assessed_income(circle_of("2016-01-01", incomes=lines), default_pack(), MONTH)
    assert found.total == amount
    assert found.missing == ()


@pytest.mark.parametrize("kind", ["substitute_child_maintenance", "social_benefit", "of another list", None])
def test_an_income_the_act_does_not_settle_stays_unknown_unless_nothing_comes(kind: str | None) -> None:
    for amount, missing in ((400_000, ("income_kind",)), (0, ())):
        lines = (IncomeLine(person="a", kind=kind, net=amount),)
        found = assessed_income(circle_of("2016-01-01", incomes=lines), default_pack(), MONTH)
        assert found.known == 0
        assert found.missing == missing


def test_a_main_business_counts_at_least_its_share_of_the_average_wage() -> None:
    lines = (IncomeLine(person="a", kind="business", net=100_000),)
    least = business_least(MONTH, default_pack())
    main = circle_of("2016-01-01", parent=evolve(PARENT, activity="self_employed"), incomes=lines)
    assert assessed_income(main, default_pack(), MONTH).total == least > 100_000
    open_ = assessed_income(circle_of("2016-01-01", incomes=lines), default_pack(), MONTH)
    assert open_.known == 100_000
    assert (open_.total, open_.missing) == (None, ("business_kind",))
    assert value(housing_support(main, month=MONTH), "housing_support_income_over")["income"] == least


def test_maintenance_of_children_in_foster_care_is_of_the_state() -> None:
    lines = tuple(IncomeLine(person=child, kind="foster_child_allowance", net=700_000) for child in ("c0", "c1"))

    both = substitute_maintenance(circle_of("2016-01-01", "2018-01-01", incomes=lines), month=MONTH)
    assert codes(both) == ["maintenance_of_state"]
    one = substitute_maintenance(circle_of("2016-01-01", "2018-01-01", incomes=lines[:1]), month=MONTH)
    assert one.missing == ("maintenance_claims",)


def test_nobody_is_asked_for_maintenance_of_children_who_live_with_both_parents() -> None:
    members = (
        PARENT,
        Member(id="b", role="spouse", born=parse_span("1991-01-01")),
        Member(id="c", role="child", born=parse_span("2016-01-01")),
    )
    circle = Circle(on=MONTH, members=members, incomes=())
    assert codes(substitute_maintenance(circle, month=MONTH)) == ["both_parents_here"]
    assert substitute_maintenance(evolve(circle, members=members[::2]), month=MONTH).seems == "cannot_say"
    assert codes(substitute_maintenance(circle, month=MONTH, claims=[])) == ["no_maintenance_title"]


def test_an_income_of_several_kinds_asks_which_it_is() -> None:
    lines = (IncomeLine(person="a", kind="foster_benefit_recurrent", net=1_000_000),)
    former = child_benefit(circle_of("2016-01-01", incomes=lines), month=date(2025, 6, 1))
    assert "foster_benefit_kind" in former.missing
    assert "income_kind" not in former.missing
    # by Act 151/2025 both count, the allowance of the child does not
    carer = housing_support(circle_of("2016-01-01", incomes=lines), month=MONTH, home_threatened=True)
    assert carer.missing == ()


@pytest.mark.parametrize(
    ("month", "specific", "limit"),
    [
        (date(2026, 7, 1), False, 486_000 * 16 // 10),
        (date(2026, 8, 31), True, 486_000 * 16 // 10),
        (date(2026, 9, 1), False, 486_000 * 2),
        (date(2026, 10, 1), False, 550_000 * 2),
        (date(2026, 10, 1), True, 550_000 * 3),
    ],
)
def test_the_income_limit_of_housing_support_by_month(month: date, *, specific: bool, limit: int) -> None:
    for income, code in ((limit, "housing_support_income"), (limit + 1, "housing_support_income_over")):
        incomes = (IncomeLine(person="a", kind="wage", net=income),)
        found = housing_support(circle_of(incomes=incomes), month=month, home_threatened=True, specific_needs=specific)
        assert code in codes(found)
        assert value(found, code) == {"income": income, "limit": limit}
        assert found.seems == "cannot_say"


def test_a_divorce_counts_as_being_without_a_home_and_raises_the_limit_and_needs_of_annex_3_only_raise_it() -> None:
    safe = Housing(tenure="rented", rent=100_000, services=0, energy=0)
    circle = circle_of(**wage(15_000), housing=safe)
    divorce = housing_support(circle, month=MONTH, home_threatened=False, divorcing=True)
    assert codes(divorce)[:2] == ["housing_support_met", "divorce_counts_as_without_home"]
    assert divorce.missing == ()
    needs = housing_support(circle, month=MONTH, home_threatened=False, specific_needs=True, divorcing=False)
    assert (needs.seems, codes(needs)[0]) == ("seems_not", "suitable_home_safe")

    def limit(*, specific: bool, divorcing: bool) -> int | None:
        found = housing_support(
            circle, month=MONTH, home_threatened=True, specific_needs=specific, divorcing=divorcing
        )  # fmt: skip
        return found.steps[0].value

    assert limit(specific=True, divorcing=False) == limit(specific=False, divorcing=True) == 3 * 550_000
    assert limit(specific=False, divorcing=False) == 2 * 550_000


def test_housing_support_never_seems_an_entitlement_and_asks() -> None:
    found = housing_support(circle_of(**wage(9_000)), month=MONTH)
    assert (found.seems, found.missing) == ("cannot_say", ("home_threatened",))
    safe = Housing(tenure="rented", rent=100_000, services=0, energy=0)
    settled = housing_support(circle_of(**wage(30_000), housing=safe), month=MONTH, home_threatened=False)
    assert (settled.seems, codes(settled)[0]) == ("seems_not", "suitable_home_safe")
    assert "without_suitable_home" in codes(housing_support(circle_of(housing=Housing(dwelling="hostel")), month=MONTH))


def test_who_has_no_more_than_the_minimum_after_housing_counts_as_without_a_home() -> None:
    home = Housing(tenure="rented", rent=350_000, services=0, energy=0)
    at = housing_support(circle_of(**wage(9_000), housing=home), month=MONTH, home_threatened=False)
    assert value(at, "little_left_until_benefit") == {"amount": 550_000, "minimum": 550_000}
    above = circle_of(incomes=(IncomeLine(person="a", kind="wage", net=900_001),), housing=home)
    assert housing_support(above, month=MONTH, home_threatened=False).seems == "seems_not"
    drawn = IncomeLine(person="a", kind="social_assistance_benefit", net=100)
    with_benefit = circle_of(incomes=(*wage(9_000)["incomes"], drawn), housing=home)
    assert housing_support(with_benefit, month=MONTH, home_threatened=False).seems == "seems_not"


def test_all_benefits_come_once_and_in_words() -> None:
    pack = default_pack()
    found = benefits_of(circle_of("2025-05-05", **wage(9_000)), month=MONTH)
    names = [each.benefit for each in found]
    assert len(names) == len(set(names))
    assert names[-4:] == ["child_benefit", "housing_benefit", "living_benefit", "housing_supplement"]
    for each in found:
        assert each.benefit in pack.vocabularies["benefits"]
        assert each.benefit in pack.vocabularies["benefit_places"]
        assert set(codes(each)) <= set(pack.vocabularies["benefit_reasons"])
        assert set(each.missing) <= set(pack.vocabularies["household_facts"])
        assert set(each.assumed) <= set(pack.vocabularies["benefit_assumptions"])
        assert {step.code for step in each.steps} <= set(pack.vocabularies["benefit_steps"])


@pytest.mark.parametrize("month", [date(2025, 9, 1), date(2025, 12, 1), date(2026, 3, 1), MONTH])
@pytest.mark.parametrize("crowns", [0, 9_000, 90_000])
def test_reasons_have_the_values_their_words_name(month: date, crowns: int) -> None:
    pack = default_pack()
    home = Housing(tenure="rented", dwelling="flat_or_house", rent=900_000, services=100_000, energy=100_000)
    needs = frozenset(pack.vocabularies["emergency_needs"])
    for drawn in (0, 10_000_000, 35_000_000):
        asked = Asked(
            drawn=drawn, multiples=False, claims=(claim(), claim(payouts=99)), needs=needs, home_threatened=True
        )
        circle = circle_of("2025-05-05", "2016-01-01", housing=home, **wage(crowns))
        for each in benefits_of(circle, month=month, asked=asked):
            for flag in each.reasons:
                term = pack.term("benefit_reasons", flag.code)
                for text in (term.cs, term.en):
                    assert "{" not in text.format(**flag.values)


def test_a_benefit_that_is_drawn_is_not_proposed_again() -> None:
    incomes = (IncomeLine(person="a", kind="parental", net=1_000_000),)
    circle = circle_of("2025-05-05", incomes=incomes)
    found = {each.benefit: each for each in benefits_of(circle, month=MONTH, asked=Asked(drawn=0, multiples=False))}
    assert found["parental_allowance"].seems == "seems_not"
    assert codes(found["parental_allowance"])[0] == ALREADY
    assert ALREADY not in codes(found["substitute_maintenance"])


def test_nothing_received_of_a_benefit_is_not_drawing_it() -> None:
    incomes = (IncomeLine(person="a", kind="parental", net=0),)
    found = {each.benefit: each for each in benefits_of(circle_of("2025-05-05", incomes=incomes), month=MONTH)}
    assert ALREADY not in codes(found["parental_allowance"])


def test_a_household_of_which_nothing_is_known_gets_questions_and_no_refusal_of_what_exists() -> None:
    found = benefits_of(Circle(on=MONTH), month=MONTH)
    refused = {each.benefit for each in found if each.seems == "seems_not"}
    assert refused == {"child_benefit", "housing_benefit", "living_benefit", "housing_supplement"}
    assert all(each.missing or each.reasons for each in found)


@pytest.mark.parametrize("month", [date(2022, 12, 31), date(2027, 1, 1)])
def test_months_outside_the_topic_are_refused(month: date) -> None:
    with pytest.raises(HorizonError):
        benefits_of(circle_of(), month=month)


def test_an_unknown_birth_of_a_child_is_asked_for() -> None:
    child = Member(id="c", role="child", dependent_child=True)
    circle = Circle(on=MONTH, members=(PARENT, child), incomes=())
    assert parental_allowance(circle, month=MONTH).missing == ("birth_date",)
    spread = evolve(child, born=Span(date(2023, 6, 1), date(2024, 6, 1)))
    found = parental_allowance(evolve(circle, members=(PARENT, spread)), month=MONTH, drawn=0, multiples=False)
    assert (found.seems, found.missing) == ("seems_entitled", ("birth_date",))


def test_situations_of_emergency_assistance_are_cited_by_the_numbering_of_their_time() -> None:
    for term in default_pack().vocabularies["emergency_needs"].values():
        now, before = term.more["cites"]
        assert now["wording"] == {"from": date(2026, 8, 1)}
        assert before["wording"] == {"to": date(2026, 7, 31)}
        number, former = (int(cite["at"].split("odst. ")[1][0]) for cite in (now, before))
        assert former == number + 1


@pytest.mark.parametrize(
    ("series", "day"),
    [("parental_multiples_factor", date(2026, 1, 1)), ("parental_choice_without_proof", date(2025, 7, 1))],
)
def test_what_only_the_press_says_is_to_be_verified(series: str, day: date) -> None:
    period = period_on(default_pack().series[series], day)
    assert period.evidence == "S"
    assert period.note is not None
    assert "K ověření." in period.note.cs
    assert "To be verified." in period.note.en
