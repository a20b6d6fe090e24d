"""The state social assistance benefit: both changes of the law, and what is said of the unknown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from dluhy.dates import Span
from dluhy.household.model import Circle, Housing, IncomeLine, Member, Possessions
from dluhy.household.social_assistance import social_assistance
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from dluhy.household.model import Estimate

KORUNA = 100
PRAHA, BRNO, OSTRAVA, PLZEN, SOKOLOV, CHEB = "554782", "582786", "554821", "554791", "560286", "554481"
KNOWN: dict[str, Any] = {"pension": "none", "named_carer": False, "care_degree": 0}
JAN, SEP, OCT, NOV = date(2026, 1, 1), date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)


def born_in(year: int, month: int = 1, day: int = 1) -> Span:
    return Span(date(year, month, day), date(year, month, day))


def adult(identity: str = "a", year: int = 1985, **facts: Any) -> Member:  # noqa: ANN401 - fields of the record
    told = {"role": "debtor", "activity": "employed", "work_hours": 160, **KNOWN, **facts}
    return Member(id=identity, born=born_in(year), **told)


def child(identity: str, year: int, month: int = 6) -> Member:
    return Member(id=identity, role="child", born=born_in(year, month))


def income(person: str, kind: str, crowns: float, **facts: Any) -> IncomeLine:  # noqa: ANN401 - fields of the record
    return IncomeLine(person=person, kind=kind, net=round(crowns * KORUNA), **facts)


def rented(rent: int, services: int = 0, energy: int = 0, place: str = SOKOLOV, **facts: Any) -> Housing:  # noqa: ANN401 - fields of the record
    told = {"tenure": "rented", "dwelling": "flat_or_house", "solid_fuel": False, **facts}
    sums = {"rent": rent * KORUNA, "services": services * KORUNA, "energy": energy * KORUNA}
    return Housing(municipality=place, **{**sums, **told})


def household(*members: Member, incomes: tuple[IncomeLine, ...] = (), housing: Housing | None = None) -> Circle:
    return Circle(
        on=JAN,
        members=members,
        incomes=incomes,
        housing=housing or rented(8000, 1500, 2000),
        possessions=Possessions(savings=0, cars=0, homes=0),
    )


def crowns(estimate: Estimate) -> dict[str, float | None]:
    parts = {part.benefit.removeprefix("social_assistance_"): part for part in estimate.parts}
    amounts: dict[str, float | None] = {}
    for name, part in {**parts, "total": estimate}.items():
        assert part.least == part.most
        amounts[name] = None if part.least is None else part.least / KORUNA
    return amounts


def codes(estimate: Estimate) -> set[str]:
    return {flag.code.removeprefix("assistance_") for flag in estimate.reasons}


COUPLE = household(
    adult("a"),
    adult("b", 1988, role="spouse", activity="parental_leave", work_hours=None),
    child("c1", 2024),
    child("c2", 2018, 1),
    incomes=(income("a", "wage", 25000), income("b", "parental", 12000, after_maternity=True)),
    housing=rented(18000, 2000, 5000, PRAHA),
)
SENIOR = household(
    adult("a", 1954, activity="pensioner", work_hours=None, pension="old_age"),
    incomes=(income("a", "pension", 8000),),
    housing=rented(0, 1000, 3000, PLZEN, tenure="owned"),
)
LONE_PARENT = household(
    adult("a", 1991),
    child("c1", 2017, 5),
    child("c2", 2013, 5),
    incomes=(income("a", "wage", 19801), income("a", "tax_bonus", 1000)),
    housing=rented(8500, 2500, 3500),
)
SINGLE = household(
    adult("a", activity="registered_jobseeker", work_hours=None), housing=rented(0, tenure="with_relatives")
)
CHEB_SENIOR = household(
    adult("a", 1954, activity="pensioner", work_hours=None, pension="old_age"),
    incomes=(income("a", "pension", 14000),),
    housing=rented(0, 2500, 3000, CHEB, tenure="owned"),
)


@pytest.mark.parametrize(("wage", "living"), [(6949.8, 0), (0, 4860), (1, 4859.3)])
def test_the_living_component_is_what_the_needs_exceed_seven_tenths_of_the_income_by(
    wage: float, living: float
) -> None:
    circle = evolve(SINGLE, incomes=(income("a", "unemployment", wage),))
    assert crowns(social_assistance(circle, month=JAN))["living"] == pytest.approx(living, abs=0.001)


@pytest.mark.parametrize(
    ("district", "persons", "vulnerable", "norm"),
    [("CZ0641", 4, False, 12860), ("CZ0100", 1, True, 16810)],
)
def test_the_norm_rent_is_that_of_the_district_from_october_2026(
    district: str, persons: int, norm: int, *, vulnerable: bool
) -> None:
    old: dict[str, Any] = {"pension": "old_age", "activity": "pensioner", "work_hours": None} if vulnerable else {}
    members = tuple(
        adult(str(n), **{"role": "other" if n else "debtor", "child_carer": False, **old}) for n in range(persons)
    )
    circle = household(*members, housing=evolve(rented(90000), municipality=None, district=district))
    steps = {step.code: step.value for step in social_assistance(circle, month=OCT).steps}
    assert steps["assistance_norm"] == norm * KORUNA
    assert steps["assistance_home"] == norm * KORUNA


@pytest.mark.parametrize(("month", "needs"), [(JAN, 3130), (NOV, 3130), (date(2025, 10, 1), 3130)])
def test_who_breaks_the_support_plan_has_the_subsistence_minimum_of_the_regulation(month: date, needs: int) -> None:
    breaker = household(adult("a", plan_kept=False))
    steps = {step.code: step.value for step in social_assistance(breaker, month=month).steps}
    assert steps["assistance_needs"] == needs * KORUNA


@pytest.mark.parametrize(
    ("facts", "needs"),
    [
        ({"pension": "old_age"}, 5500),
        ({"pension": "invalidity_3"}, 5500),
        ({"pension": "invalidity_2"}, 3130),
        ({"year": 1950}, 5500),
    ],
)
def test_the_subsistence_minimum_is_not_used_for_the_old_and_the_most_disabled(
    facts: dict[str, Any], needs: int
) -> None:
    circle = household(adult("a", plan_kept=False, **facts))
    steps = {step.code: step.value for step in social_assistance(circle, month=NOV).steps}
    assert steps["assistance_needs"] == needs * KORUNA


def test_both_changes_of_october_2026_reach_a_lone_parent() -> None:
    before, after = (social_assistance(LONE_PARENT, month=month) for month in (SEP, OCT))
    assert (before.least, after.least) == (1585800, 1817200)
    norms = [next(s.value for s in e.steps if s.code == "assistance_norm") for e in (before, after)]
    assert norms == [10600 * KORUNA, 12230 * KORUNA]
    assert "hint_lone_parent" not in codes(before)
    assert "hint_lone_parent" in codes(after)


def test_the_hint_to_lone_parents_is_for_those_whose_youngest_child_is_past_the_old_limit() -> None:
    small = evolve(LONE_PARENT, members=(adult("a", 1991), child("c1", 2021)))
    assert "hint_lone_parent" not in codes(social_assistance(small, month=NOV))


@pytest.mark.parametrize("month", [date(2025, 9, 30), date(2020, 1, 1)])
def test_before_october_2025_there_is_no_such_benefit(month: date) -> None:
    estimate = social_assistance(COUPLE, month=month)
    assert (estimate.seems, estimate.least, codes(estimate)) == ("seems_not", 0, {"not_yet"})


def test_after_the_last_known_month_nothing_is_said() -> None:
    with pytest.raises(HorizonError, match="2026-12-31"):
        social_assistance(COUPLE, month=date(2027, 1, 1))


@pytest.mark.parametrize(("month", "seems"), [(date(2026, 6, 30), "seems_not"), (date(2026, 7, 1), "seems_entitled")])
def test_who_draws_the_old_benefits_has_the_new_one_from_july_2026(month: date, seems: str) -> None:
    circle = evolve(COUPLE, incomes=(*(COUPLE.incomes or ()), income("a", "housing_benefit", 1000)))
    estimate = social_assistance(circle, month=month)
    assert estimate.seems == seems
    assert ("old_benefits" in codes(estimate)) == (seems == "seems_not")


@pytest.mark.parametrize(
    ("possessions", "reason"),
    [
        ({"savings": 20_000_000}, None),
        ({"savings": 20_000_001}, "savings_over"),
        ({"cars": 1}, None),
        ({"cars": 2}, "cars_over"),
        ({"homes": 1}, None),
        ({"homes": 2}, "homes_over"),
    ],
)
def test_possessions_over_the_limit_rule_the_benefit_out(possessions: dict[str, int], reason: str | None) -> None:
    circle = evolve(SINGLE, possessions=Possessions(**{"savings": 0, "cars": 0, "homes": 0, **possessions}))
    estimate = social_assistance(circle, month=NOV)
    assert (estimate.seems == "seems_not") == (reason is not None)
    assert reason is None or codes(estimate) == {reason}
    assert ("second_home" in codes(estimate)) == (possessions.get("homes") == 1)


@pytest.mark.parametrize(("members", "limit"), [(1, 200), (2, 250), (3, 300), (4, 350), (5, 400), (6, 400)])
def test_the_limit_of_savings_grows_with_the_household(members: int, limit: int) -> None:
    people = tuple(adult(str(n), role="other", child_carer=False) for n in range(members))
    for more, seems in ((0, False), (1, True)):
        circle = evolve(
            household(*people), possessions=Possessions(savings=limit * 1000 * KORUNA + more, cars=0, homes=0)
        )
        assert ("savings_over" in codes(social_assistance(circle, month=NOV))) == seems


def test_an_owner_may_have_the_home_lived_in_and_one_more_for_a_time() -> None:
    for homes, expected in ((1, set()), (2, {"second_home"}), (3, {"homes_over"})):
        owner = evolve(CHEB_SENIOR, possessions=Possessions(savings=0, cars=0, homes=homes))
        assert codes(social_assistance(owner, month=NOV)) & {"second_home", "homes_over"} == expected


def test_cars_count_by_adults_and_not_by_members() -> None:
    two_cars = Possessions(savings=0, cars=2, homes=0)
    assert "cars_over" in codes(social_assistance(evolve(LONE_PARENT, possessions=two_cars), month=NOV))
    assert "cars_over" not in codes(social_assistance(evolve(COUPLE, possessions=two_cars), month=NOV))


def test_possessions_nobody_knows_are_said_to_be_untested() -> None:
    estimate = social_assistance(evolve(COUPLE, possessions=Possessions()), month=NOV)
    assert estimate.seems == "seems_entitled"
    untested = {f"assistance_{what}_not_tested" for what in ("savings", "cars", "homes")}
    assert untested <= set(estimate.assumed)


def test_who_lives_alone_and_is_not_vulnerable_must_be_active() -> None:
    idle = household(adult("a", activity="none", work_hours=None))
    estimate = social_assistance(idle, month=NOV)
    assert (estimate.seems, estimate.least, estimate.most) == ("seems_not", 0, 0)
    assert {"single_inactive", "hint_register"} <= codes(estimate)


def test_an_idle_adult_takes_the_child_bonus_and_a_share_of_the_rest_from_a_family() -> None:
    idle = adult("b", 1988, role="spouse", activity="none", work_hours=None, child_carer=False)
    wage = (income("a", "wage", 25000),)
    with_idle = evolve(COUPLE, members=(adult("a", child_carer=False), idle, child("c", 2018)), incomes=wage)
    registered = evolve(idle, activity="registered_jobseeker")
    without = evolve(with_idle, members=(adult("a", child_carer=False), registered, child("c", 2018)))
    before, after = crowns(social_assistance(with_idle, month=NOV)), crowns(social_assistance(without, month=NOV))
    assert before["child"] == 0
    assert after["child"] == 1000
    assert (before["housing"] or 0) < (after["housing"] or 0)
    flag = next(f for f in social_assistance(with_idle, month=NOV).reasons if f.code == "assistance_hint_register")
    assert flag.values == {"persons": "b"}


def test_who_should_register_is_named_in_one_order_however_the_members_come() -> None:
    idle = [adult(name, 1988, role="other", activity="none", work_hours=None, child_carer=False) for name in "bca"]
    for members in (idle, idle[::-1]):
        found = social_assistance(household(*members), month=NOV).reasons
        flag = next(flag for flag in found if flag.code == "assistance_hint_register")
        assert flag.values == {"persons": "a, b, c"}


def test_what_a_lone_parent_and_a_foster_carer_are_taken_to_be_is_told() -> None:
    assert "assistance_no_grandparent" in social_assistance(LONE_PARENT, month=NOV).assumed
    assert "assistance_no_grandparent" not in social_assistance(COUPLE, month=NOV).assumed
    assert "assistance_no_grandparent" not in social_assistance(SINGLE, month=NOV).assumed
    carer = household(adult("a", activity="foster_carer", work_hours=None))
    assert "assistance_foster_reward" in social_assistance(carer, month=NOV).assumed
    pensioner = household(adult("a", activity="foster_carer", work_hours=None, pension="old_age"))
    assert "assistance_foster_reward" not in social_assistance(pensioner, month=NOV).assumed


@pytest.mark.parametrize(
    ("vocabulary", "code", "said"),
    [
        ("benefit_reasons", "assistance_homes_over", "exekuci"),
        ("benefit_assumptions", "assistance_no_home_sold", "exekuci"),
        ("benefit_assumptions", "assistance_homes_not_tested", "celá patří členům"),
        ("vulnerability_reasons", "maternity_benefit", "nemocenské v souvislosti s porodem"),
        ("vulnerability_reasons", "widowed", "12 kalendářních měsíců"),
        ("work_activity_reasons", "foster_carer", "nejdéle 2 roky"),
        ("benefit_places", "social_assistance", "do 8 dnů"),
        ("benefit_reasons", "emergency_harm_to_health", "nesplňuje podmínky dávky"),
        ("benefit_reasons", "emergency_exclusion", "pěstounské péče"),
        ("benefit_reasons", "emergency_exclusion", "trestná činnost"),
    ],
)
def test_the_words_say_what_the_provision_says(vocabulary: str, code: str, said: str) -> None:
    assert said in default_pack().term(vocabulary, code).cs


def test_where_the_act_can_be_read_in_two_ways_both_are_shown() -> None:
    idle = adult("a", activity="none", work_hours=None, child_carer=False)
    estimate = social_assistance(household(idle, child("c", 2016), housing=rented(9000, 0, 1000)), month=NOV)
    assert "inactive_reading" in codes(estimate)
    assert estimate.least is not None
    assert estimate.most is not None
    assert estimate.least < estimate.most


@pytest.mark.parametrize(
    ("housing", "known"),
    [
        ({"rent": None}, False),
        ({"services": None}, None),
        ({"energy": None}, True),
        ({"municipality": None, "rent": 1_200_000}, False),
        ({"municipality": None}, True),
        ({"tenure": None}, False),
        ({"solid_fuel": None}, True),
        ({"tenure": "owned", "rent": None, "services": None}, True),
        ({"tenure": "with_relatives", "rent": None, "municipality": None, "energy": None}, True),
        ({"rent": 1_500_000, "services": None}, True),
    ],
)
def test_an_unknown_sum_gives_a_range_or_no_number_unless_it_cannot_matter(
    housing: dict[str, Any], *, known: bool | None
) -> None:
    circle = evolve(LONE_PARENT, housing=evolve(rented(5000, 500, 1000), **housing))
    estimate = social_assistance(circle, month=NOV)
    if known is None:
        assert (estimate.least or 0) < (estimate.most or 0)
        assert estimate.missing
        return
    assert (estimate.least is not None) == known
    assert (estimate.most is not None) == known
    assert bool(estimate.missing) != known


def replaced(home: Housing, name: str, amount: int | None) -> Housing:
    changed: dict[str, Any] = {name: amount}
    return evolve(home, **changed)


@pytest.mark.parametrize("unknown", ["services", "energy"])
@pytest.mark.parametrize("sum_", [0, 20_000, 150_000, 10_000_000])
def test_the_range_of_an_unknown_cost_holds_every_amount_of_it(unknown: str, sum_: int) -> None:
    home = rented(9000, 500, 1000)
    known = social_assistance(evolve(LONE_PARENT, housing=replaced(home, unknown, sum_)), month=NOV)
    vague = social_assistance(evolve(LONE_PARENT, housing=replaced(home, unknown, None)), month=NOV)
    assert None not in {known.least, vague.least, vague.most}
    assert (vague.least or 0) <= (known.least or 0) <= (vague.most or 0)


def test_keeping_the_support_plan_is_told_with_what_it_adds() -> None:
    member = Member(
        id="a", role="debtor", born=Span(date(1985, 5, 5), date(1985, 5, 5)), plan_kept=False, pension="none",
        named_carer=False, care_degree=0, activity="registered_jobseeker",
    )  # fmt: skip
    broken = evolve(SINGLE, members=(member,), incomes=(), housing=rented(4000, 500, 500))
    found = social_assistance(broken, month=NOV)
    kept = social_assistance(evolve(broken, members=(evolve(member, plan_kept=True),)), month=NOV)
    added = next(flag for flag in found.reasons if flag.code == "assistance_plan_adds")
    assert added.values["estimate"] == (kept.least or 0) - (found.least or 0) == (5500 - 3130) * 100
    assert "assistance_plan_adds" not in {flag.code for flag in kept.reasons}


def test_thirty_people_of_whom_nothing_is_known_are_answered_at_once() -> None:
    people = tuple(Member(id=f"m{number}") for number in range(30))
    found = social_assistance(Circle(on=NOV, members=people, incomes=()), month=NOV)
    assert found.seems == "cannot_say"
    assert [flag.code for flag in found.reasons] == ["assistance_many_unknown"]


def test_a_known_reason_settles_it_although_the_rent_is_unknown() -> None:
    poor = evolve(SINGLE, housing=evolve(rented(0), rent=None, services=None))
    estimate = social_assistance(poor, month=NOV)
    assert estimate.seems == "seems_entitled"
    assert estimate.least is None
    assert {part.benefit: part.least for part in estimate.parts}["social_assistance_living"] == 5500 * KORUNA


@pytest.mark.parametrize(
    ("incomes", "missing"),
    [(None, "incomes"), ((IncomeLine(person="a", kind="wage", net=None),), "income_amount")],
)
def test_an_unknown_income_gives_no_number(incomes: tuple[IncomeLine, ...] | None, missing: str) -> None:
    estimate = social_assistance(evolve(LONE_PARENT, incomes=incomes), month=NOV)
    assert (estimate.seems, estimate.least, estimate.most) == ("cannot_say", None, None)
    assert missing in estimate.missing


def test_an_unknown_income_does_not_matter_beside_one_that_is_too_high() -> None:
    rich = (income("a", "wage", 200_000), IncomeLine(person="a", kind="wage", net=None))
    assert social_assistance(evolve(LONE_PARENT, incomes=rich), month=NOV).seems == "seems_not"


def test_unknown_members_give_no_answer_and_a_prisoner_alone_no_household() -> None:
    assert social_assistance(evolve(COUPLE, members=None), month=NOV).missing == ("household_members",)
    alone = social_assistance(household(adult("a", activity="prisoner")), month=NOV)
    assert (alone.seems, codes(alone)) == ("seems_not", {"nobody"})


def test_a_prisoner_does_not_count_and_brings_no_income() -> None:
    prisoner = adult("p", role="spouse", activity="prisoner")
    incomes = (*(LONE_PARENT.incomes or ()), income("p", "prisoner_reward", 5000))
    with_prisoner = evolve(LONE_PARENT, members=(*(LONE_PARENT.members or ()), prisoner), incomes=incomes)
    estimate = social_assistance(with_prisoner, month=NOV)
    assert estimate.least == social_assistance(LONE_PARENT, month=NOV).least
    assert "assistance_prisoner_out" in estimate.assumed


def test_unknown_facts_of_people_are_tried_both_ways_and_asked_for() -> None:
    known = household(adult("a"), housing=rented(12000, 0, 1000))
    unknown = evolve(known, members=(adult("a", pension=None, work_hours=None),))
    estimate = social_assistance(unknown, month=NOV)
    assert (estimate.seems, estimate.least) == ("cannot_say", 0)
    assert {"pension_kind", "work_hours"} <= set(estimate.missing)
    pensioner = evolve(known, members=(adult("a", pension="old_age"),))
    assert estimate.most == social_assistance(pensioner, month=NOV).most


@pytest.mark.parametrize(("crowns_of_rent", "small"), [(1681, True), (1979, True), (1980, False), (2100, False)])
def test_a_benefit_below_300_is_said_to_be_saved_up(crowns_of_rent: int, *, small: bool) -> None:
    circle = household(
        adult("a", 1954, pension="old_age", activity="pensioner"),
        incomes=(income("a", "pension", 15000),),
        housing=rented(crowns_of_rent, 0, 0),
    )
    estimate = social_assistance(circle, month=NOV)
    assert estimate.least
    assert ("small_amount" in codes(estimate)) == small == (estimate.least < 30_000)


def test_codes_that_no_list_has_are_refused_all_at_once() -> None:
    wrong = evolve(COUPLE, housing=Housing(tenure="castle", dwelling="tent"), incomes=(income("a", "lottery", 1),))
    with pytest.raises(InputError) as refused:
        social_assistance(wrong, month=NOV)
    assert [p.place for p in refused.value.problems] == ["housing.tenure", "housing.dwelling", "incomes[0].kind"]


def test_every_code_an_estimate_speaks_in_has_words() -> None:
    pack = default_pack()
    for circle in (COUPLE, SENIOR, LONE_PARENT, SINGLE, evolve(COUPLE, housing=Housing(), possessions=Possessions())):
        estimate = social_assistance(circle, month=NOV)
        for estimated in (estimate, *estimate.parts):
            assert estimated.benefit in pack.vocabularies["benefits"]
            assert set(estimated.missing) <= set(pack.vocabularies["household_facts"])
        assert set(estimate.assumed) <= set(pack.vocabularies["benefit_assumptions"])
        assert {step.code for step in estimate.steps} <= set(pack.vocabularies["benefit_steps"])
        for flag in estimate.reasons:
            for text in (pack.term("benefit_reasons", flag.code).cs, pack.term("benefit_reasons", flag.code).en):
                assert text.format(**flag.values)
