"""Unknown is not no: what is not known is tried every way, and only what decides is asked."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.household.net_wage import ChildRelief, Earner, Wage, net_wage
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA

JANUARY: Final = date(2026, 1, 1)
NOTHING_ELSE: Final[dict[str, Any]] = {
    "relief_children": (), "invalidity": 0, "ztp_p": False, "state_insured": False, "working_pensioner": False,
    "self_employed": False,
}  # fmt: skip
FILLED: Final[dict[str, tuple[Any, ...]]] = {
    "wage_invalidity": (0, 1, 2, 3), "wage_ztp_p": (False, True), "wage_state_insured": (False, True),
    "wage_pensioner_relief": (False, True), "wage_self_employed": (False, True),
    "wage_relief_children": ((), (ChildRelief(order=1, ztp_p=False),), (ChildRelief(order=3, ztp_p=True),)),
}  # fmt: skip
FIELDS: Final = {
    "wage_invalidity": "invalidity", "wage_ztp_p": "ztp_p", "wage_state_insured": "state_insured",
    "wage_pensioner_relief": "working_pensioner", "wage_self_employed": "self_employed",
    "wage_relief_children": "relief_children",
}  # fmt: skip
YES_NO: Final = st.none() | st.booleans()
KINDS: Final = ("employment", "agreement_perform_job", "agreement_work_activity", "small_scale")
WAGES: Final = st.lists(
    st.builds(
        Wage,
        employer=st.sampled_from("AB"),
        gross=st.sampled_from((0, 3_000_00, 4_500_00, 11_200_00, 12_000_00, 15_000_00, 22_400_00, 30_000_00)),
        kind=st.sampled_from(KINDS),
        declaration=st.sampled_from((None, False, False)),
    ),
    max_size=2,
)
EARNERS: Final = st.builds(
    Earner,
    month=st.sampled_from((date(2023, 3, 1), date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 1))),
    wages=WAGES.map(tuple),
    relief_children=st.none() | st.just(()) | st.just((ChildRelief(order=1),)),
    invalidity=st.none() | st.integers(0, 3),
    ztp_p=YES_NO,
    state_insured=YES_NO,
    working_pensioner=YES_NO,
    self_employed=YES_NO,
)


def earner(gross: int, declaration: bool | None = None, kind: str = "employment", **facts: Any) -> Earner:  # noqa: ANN401, FBT001
    wage = Wage(employer="A", gross=gross * KORUNA, kind=kind, declaration=declaration)
    return Earner(month=JANUARY, wages=(wage,), **(NOTHING_ELSE | facts))


def test_an_unknown_declaration_gives_both_ends_and_is_asked() -> None:
    found = net_wage(earner(30_000))
    assert (found.net, found.least, found.most) == (None, 22_020_00, 24_590_00)
    assert found.questions == ("wage_declaration",)
    (line,) = found.lines
    assert (line.advance, line.declaration, line.social) == (None, None, 2_130_00)


def test_unknown_children_leave_the_bonus_without_an_upper_bound() -> None:
    found = net_wage(earner(30_000, declaration=True, relief_children=None))
    assert (found.least, found.most) == (24_590_00, 26_520_00)
    assert (found.bonus, found.bonus_least, found.bonus_most) == (None, 0, None)
    assert found.questions == ("wage_relief_children",)


def test_unknown_children_do_not_matter_without_a_declaration_or_a_chance_of_a_bonus() -> None:
    assert net_wage(earner(30_000, declaration=False, relief_children=None)).questions == ()
    low = net_wage(earner(11_000, declaration=True, relief_children=None, state_insured=True))
    assert low.questions == ()
    assert low.bonus == 0


def test_an_unknown_card_of_a_child_gives_both_ends() -> None:
    found = net_wage(earner(30_000, declaration=True, relief_children=(ChildRelief(order=1),)))
    assert (found.least, found.most) == (25_857_00, 26_520_00)
    assert (found.bonus_least, found.bonus_most) == (0, 604_00)
    assert found.questions == ("wage_child_ztp_p",)


def test_exemptions_are_asked_only_below_the_minimum_wage() -> None:
    unknown: dict[str, Any] = {"state_insured": None, "self_employed": None}
    assert net_wage(earner(22_400, declaration=True, **unknown)).questions == ()
    low = net_wage(earner(20_000, declaration=True, **unknown))
    assert low.questions == ("wage_state_insured", "wage_self_employed")
    assert low.most - low.least == 324 * KORUNA


def test_one_known_exemption_settles_the_others() -> None:
    found = net_wage(earner(10_000, declaration=True, state_insured=True, self_employed=None))
    assert found.questions == ()
    assert found.net == 8_840_00


def test_a_person_of_whom_nothing_is_known_is_not_called_a_self_payer() -> None:
    found = net_wage(Earner(month=JANUARY, wages=()))
    assert found.self_paid_health is None
    assert "wage_state_insured" in found.questions
    assert found.flags == ()


def test_the_declaration_may_be_with_either_employer_but_not_both() -> None:
    wages = tuple(
        Wage(employer=name, gross=gross, kind="employment") for name, gross in (("A", 30_000_00), ("B", 10_000_00))
    )
    found = net_wage(Earner(month=JANUARY, wages=wages, **NOTHING_ELSE))
    assert found.most - found.least == 2_570_00
    assert found.questions == ("wage_declaration",)


@settings(max_examples=150, deadline=None)
@given(asked=EARNERS)
def test_every_filling_stays_within_the_ends(asked: Earner) -> None:
    found = net_wage(asked)
    assert found.least <= found.most
    assert (found.net is None) == (found.least != found.most)
    for code, values in FILLED.items():
        if getattr(asked, FIELDS[code]) is None:
            for value in values:
                filled = net_wage(evolve(asked, **{FIELDS[code]: value}))
                assert found.least <= filled.least
                assert filled.most <= found.most
                assert filled.bonus_least >= found.bonus_least


@settings(max_examples=150, deadline=None)
@given(asked=EARNERS)
def test_a_fact_that_is_not_asked_changes_nothing(asked: Earner) -> None:
    found = net_wage(asked)
    for code, values in FILLED.items():
        if code not in found.questions and getattr(asked, FIELDS[code]) is None:
            for value in values:
                filled = net_wage(evolve(asked, **{FIELDS[code]: value}))
                assert (filled.least, filled.most, filled.bonus, filled.self_paid_health) == (
                    found.least, found.most, found.bonus, found.self_paid_health,
                )  # fmt: skip
                assert filled.lines == found.lines


@settings(max_examples=100, deadline=None)
@given(asked=EARNERS)
def test_nothing_unknown_nothing_asked(asked: Earner) -> None:
    wages = tuple(evolve(wage, declaration=wage.employer == "A") for wage in asked.wages)
    found = net_wage(evolve(asked, wages=wages, **NOTHING_ELSE))
    assert found.questions == ()
    assert found.net is not None
    assert found.bonus is not None
    assert all(value is not None for line in found.lines for value in (line.net, line.bonus, line.declaration))


def test_every_code_has_words() -> None:
    pack = default_pack()
    facts = pack.vocabularies["household_facts"]
    assert all(
        facts[code].more["ask_cs"] and facts[code].more["ask_en"]
        for code in (*FILLED, "wage_declaration", "wage_child_ztp_p")
    )


@pytest.mark.parametrize(
    ("kind", "questions"), [("employment", ("wage_pensioner_relief",)), ("agreement_perform_job", ())]
)
def test_the_pensioners_relief_is_asked_where_contributions_are_paid(kind: str, questions: tuple[str, ...]) -> None:
    gross = 30_000 if kind == "employment" else 5_000
    found = net_wage(earner(gross, declaration=True, kind=kind, state_insured=True, working_pensioner=None))
    assert found.questions == questions
