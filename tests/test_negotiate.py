"""Numbers for meetings: who is one creditor, what is counted, and that everything adds up to the list."""

from __future__ import annotations

from copy import copy
from datetime import timedelta
from typing import TYPE_CHECKING

import polars as pl
import pytest
from attrs import evolve
from tests.conftest import AS_OF, ROOT

from dluhy import check_list
from dluhy.negotiating import BANDS, SMALL, negotiate, with_creditors
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.engine.evaluate import Engine
    from dluhy.law.pack import Pack
    from dluhy.negotiating import Meeting, Negotiation

HEAD = (
    "Kód osoby;Datum narození;Druh;Typ poplatku za odpad;Rok;Spisová značka exekuce;Způsob vymáhání;Stav exekuce;"
    "Oprávněný;IČO oprávněného;Jistina;Náklady;Zůstatek"
)


def _row(code: str = "a", **other: str) -> str:
    told = {
        "code": code, "born": "1.6.2010", "kind": "odpad", "type": "systém", "year": "2022", "mark": "101 EX 1/23",
        "by": "exekutor", "state": "běží", "creditor": "Město Cheb", "ico": "", "principal": "500", "costs": "100",
        "balance": "600",
    } | other  # fmt: skip
    return ";".join(told.values())


def _checked(folder: Path, *lines: str) -> ListResult:
    path = folder / "s.csv"
    path.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return check_list(path, AS_OF)


def _meeting(folder: Path, *lines: str) -> Meeting:
    (meeting,) = negotiate(_checked(folder, *lines), routes="RM-W0").meetings
    return meeting


@pytest.fixture(scope="module")
def practice() -> Negotiation:
    return negotiate(check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF), routes="RM-W0")


@pytest.mark.thorough
def test_meetings_add_up_to_the_list(practice: Negotiation) -> None:
    result = practice.result
    without = with_creditors(result.judged).filter(pl.col("verdict") != "not_child_debt")
    meetings = practice.meetings
    assert sum(m.debts.debts for m in meetings) == without.height
    assert sum(m.debts.balance or 0 for m in meetings) == without["balance"].sum()
    assert sum(m.not_owed.debts for m in meetings) == without.filter(pl.col("child_owes") == "no").height
    assert len(meetings) == without["creditor_key"].n_unique()


def test_within_a_meeting_regimes_tones_ages_and_people_add_up(practice: Negotiation) -> None:
    for meeting in practice.meetings:
        assert sum(part.sums.debts for part in meeting.regimes) == meeting.debts.debts
        assert sum(part.sums.balance or 0 for part in meeting.regimes) == (meeting.debts.balance or 0)
        assert sum(sums.debts for sums in meeting.tones.values()) == meeting.debts.debts
        assert meeting.children + meeting.adults + meeting.unknown_age == meeting.debts.people
        assert meeting.not_owed.debts <= meeting.debts.debts


def test_a_creditor_is_its_number_else_its_name_however_it_is_written(tmp_path: Path) -> None:
    result = _checked(
        tmp_path,
        _row("a", ico="25596641"),
        _row("b", creditor="MESTO CHEB"),
        _row("c", creditor="Cheb", ico="25596641"),
        _row("d", creditor="Město  Cheb."),
        _row("e", creditor="Obec Luby"),
        _row("f", creditor="OBEC LUBY"),
        _row("g", creditor=""),
    )
    keys = with_creditors(result.judged)["creditor_key"].to_list()
    assert keys == ["25596641"] * 4 + ["obecluby"] * 2 + [""]
    found = negotiate(result).meetings
    assert [(m.name, m.ico, m.debts.debts) for m in found] == [
        ("Město Cheb", "25596641", 4), ("Obec Luby", None, 2), (None, None, 1),
    ]  # fmt: skip


def test_a_name_with_two_numbers_takes_neither(tmp_path: Path) -> None:
    result = _checked(tmp_path, _row("a", ico="25596641"), _row("b", ico="00990159"), _row("c"))
    assert with_creditors(result.judged)["creditor_key"].to_list() == ["25596641", "00990159", "mestocheb"]


def test_a_list_without_creditors_has_one_meeting_without_a_name(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok\na;1.6.2010;odpad;2018\n", encoding="utf-8")
    (meeting,) = negotiate(check_list(path, AS_OF)).meetings
    assert (meeting.name, meeting.ico, meeting.debts.debts) == (None, None, 1)
    assert meeting.debts.balance is None


@pytest.mark.parametrize(("wanted", "names"), [
    ("25596641", ["Město Cheb"]), ("255 966 41", ["Město Cheb"]), ("mesto cheb", ["Město Cheb"]),
    ("luby", ["Obec Luby"]),
])  # fmt: skip
def test_one_creditor_is_chosen_by_number_name_or_part_of_it(tmp_path: Path, wanted: str, names: list[str]) -> None:
    result = _checked(tmp_path, _row("a", ico="25596641"), _row("b", creditor="Obec Luby"))
    assert [m.name for m in negotiate(result, creditor=wanted).meetings] == names


@pytest.mark.parametrize("wanted", ["Aš", "1", "", "e", "–"])
def test_no_or_more_than_one_such_creditor_is_a_problem(tmp_path: Path, wanted: str) -> None:
    result = _checked(tmp_path, _row("a", ico="25596641"), _row("b", creditor="Obec Luby"))
    with pytest.raises(InputError) as caught:
        negotiate(result, creditor=wanted)
    assert [problem.code for problem in caught.value.problems] == ["creditor"]


def test_facts_of_a_person_come_from_the_whole_list(tmp_path: Path) -> None:
    lines = [_row("a", year="2021"), _row("a", year="2022", creditor="Obec Luby", mark="102 EX 2/23")]
    meetings = negotiate(_checked(tmp_path, *lines)).meetings
    assert [duty.children for meeting in meetings for duty in meeting.duties] == [1, 1]
    alone = _meeting(tmp_path, lines[0])
    assert sum(duty.children for duty in alone.duties) == 0


def test_enforcements_are_counted_once_by_their_mark_and_only_while_they_run(tmp_path: Path) -> None:
    found = _meeting(
        tmp_path,
        _row(year="2021"),
        _row(year="2022"),
        _row(year="2016", type="", mark="102 EX 2/23", state="zastavena"),
        _row("b", mark="103 EX 3/23", state="odložena"),
        _row("c", born="1.1.2000", year="2014", type="", mark="104 EX 4/23"),
        _row("d", mark="", by="úřad"),
        _row("e", mark="", by="úřad"),
        _row("f", mark="", by=""),
        _row("g", mark="", by="", state=""),
    ).enforcements
    assert (found.by_executor, found.by_executor_to_stop, found.by_office, found.by_unknown) == (3, 2, 2, 1)
    assert found.costs == 40000
    assert found.all == 6


@pytest.mark.parametrize("band", BANDS)
def test_the_nearest_birthday_is_told_only_as_a_band(tmp_path: Path, band: int) -> None:
    for days, told in ((band, band), (band + 1, next((b for b in BANDS if b > band), None))):
        birthday = AS_OF + timedelta(days=days)
        born = f"{birthday.day}.{birthday.month}.{birthday.year - 18}"
        assert _meeting(tmp_path, _row(born=born), _row("b", born="1.1.2015", year="2024")).nearest == told


def test_grown_ups_have_no_band_and_no_steps_of_children(tmp_path: Path) -> None:
    meeting = _meeting(tmp_path, _row(born="21.11.2008"))
    assert (meeting.children, meeting.adults, meeting.nearest) == (0, 1, None)
    assert meeting.steps_of_children == ()
    assert meeting.steps_of_others


def test_steps_are_summed_over_people_in_the_order_of_the_pack(tmp_path: Path) -> None:
    lines = [_row("a"), _row("b", mark="102 EX 2/23", balance="50"), _row("c", born="1.1.2006", mark="103 EX 3/23")]
    result = _checked(tmp_path, *lines)
    (meeting,) = negotiate(result).meetings
    stop = {step.step: step for step in meeting.steps_of_children}["W0-STOP-EXECUTOR"]
    assert (stop.people, stop.balance, stop.conditional, stop.by_creditor) == (2, 65000, False, True)
    order = list(result.checker.pack.steps)
    for steps in (meeting.steps_of_children, meeting.steps_of_others):
        places = [order.index(step.step) for step in steps]
        assert places == sorted(places)
    others = {step.step: step for step in meeting.steps_of_others}
    assert others["W0-STOP-EXECUTOR"].people == 1
    assert not others["W0-MOTION"].by_creditor


def test_what_is_missing_is_counted_and_nothing_is_asked_of_paid_debts(tmp_path: Path) -> None:
    meeting = _meeting(tmp_path, _row("a", born=""), _row("b", born="", balance="0"), _row("c"))
    deciding = {q.fact: (q.debts, q.people) for q in meeting.questions if q.effect == "missing"}
    assert deciding["birth_date"] == (1, 1)


def test_debts_not_from_childhood_are_counted_apart_and_a_creditor_with_no_other_has_no_paper(tmp_path: Path) -> None:
    old = _row("b", born="1.1.1990", mark="102 EX 2/23")
    meeting = _meeting(tmp_path, _row(), old, _row("c", born="1.1.1990", creditor="Obec Luby", mark="103 EX 3/23"))
    assert meeting.name == "Město Cheb"
    assert (meeting.debts.debts, meeting.others.debts) == (1, 1)
    assert meeting.debts.balance == 60000


def test_small_counts_are_noticed_and_only_they(tmp_path: Path) -> None:
    few = [_row(f"a{n}", mark=f"10{n} EX 1/23") for n in range(SMALL)]
    assert _meeting(tmp_path, *few[1:]).small
    assert not _meeting(tmp_path, *few).small


@pytest.mark.thorough
def test_what_stopping_costs_lies_between_the_creditors_cheapest_and_dearest_route(practice: Negotiation) -> None:
    steps = practice.result.checker.pack.ladders["RM-W0"].step
    assert practice.routes == tuple(steps)
    known = [step.cost_most for step in steps if step.bears == "municipality" and step.cost_most is not None]
    assert practice.stop_costs == (min(known) * 100, max(known) * 100)
    assert max(known) > min(known)
    without = negotiate(practice.result, routes="NIC", creditor="město cheb")
    assert (without.routes, without.stop_costs) == ((), None)


def test_the_routes_of_the_pack_tell_what_stopping_costs_unless_another_ladder_is_named(practice: Negotiation) -> None:
    by_default = negotiate(practice.result, creditor="město cheb")
    assert by_default.routes == tuple(practice.result.checker.pack.ladders["RM-ROUTES"].step)
    assert by_default.stop_costs is not None
    assert 0 <= by_default.stop_costs[0] < by_default.stop_costs[1]


def test_no_person_code_or_mark_is_in_the_numbers(tmp_path: Path) -> None:
    shown = str(_meeting(tmp_path, _row("osoba-77", mark="101 EX 4711/23")))
    assert "osoba-77" not in shown
    assert "4711" not in shown
    assert "2010" not in shown


def test_the_advance_comes_from_the_pack_where_it_is_known(practice: Negotiation) -> None:
    series = practice.result.checker.pack.series
    value = series["fruitless_advance"].period[-1].value if "fruitless_advance" in series else None
    assert practice.advance == (None if value is None else value * 100)
    pack = practice.result.checker.pack
    bare = evolve(pack, series={name: s for name, s in pack.series.items() if not name.startswith("fruitless")})
    engine = evolve(practice.result.checker, engine=_with_pack(practice.result, bare))
    assert negotiate(evolve(practice.result, checker=engine), creditor="město cheb").advance is None


def _with_pack(result: ListResult, pack: Pack) -> Engine:
    engine = copy(result.checker.engine)
    engine.pack = pack
    return engine
