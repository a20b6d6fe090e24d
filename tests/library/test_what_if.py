"""What if: a change finds its place by ids, is read as people write it, or is refused with what was probably meant."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy import InputError, what_if
from dluhy.case.what_if import changed
from dluhy.case.what_if_values import REMOVED
from dluhy.cli import main
from dluhy.law.pack import default_pack
from dluhy.report.what_if import DifferenceReport
from dluhy.report.what_if_text import what_if_text

if TYPE_CHECKING:
    from dluhy.problems import Language

CASE = Path("fixtures/domacnosti/02_duchodce_najem_exekuce.toml")
DOCUMENT: dict[str, Any] = {
    "ref": "A-1",
    "as_of": "2026-11-21",
    "people": [{"id": "klient", "role": "debtor", "birth_date": "1980-01-01"}],
    "debts": [
        {"id": "dluh-1", "kind": "loan", "balance": "1000"},
        {"id": "dluh-1.5", "kind": "loan", "creditor": {"name": "Banka A"}},
        {"id": "costs", "kind": "court_costs", "follows": "dluh-1"},
    ],
    "enforcements": [
        {"id": "e1", "debts": ["dluh-1", "costs"]},
        {"id": "e2", "debts": ["dluh-1", "dluh-1.5"]},
    ],
    "incomes": [{"person": "klient", "kind": "wage", "net": 20000}],
    "budget": [{"kind": "expense", "amount": 500, "debt": "dluh-1"}, {"kind": "expense", "amount": 1}],
}


def change(*asked: str) -> dict[str, Any]:
    """Return the document with changes."""
    return changed(DOCUMENT, asked, default_pack()).values


def refused(*asked: str) -> list[tuple[str, str]]:
    """Return code and Czech sentence of each problem."""
    with pytest.raises(InputError) as caught:
        change(*asked)
    assert all(problem.en and problem.place for problem in caught.value.problems)
    return [(problem.code, problem.cs) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("asked", "path", "value"),
    [
        ("debts.dluh-1.balance=5000", ("debts", 0, "balance"), "5000"),
        ("debts.dluh-1.balance=12 500,50 Kč", ("debts", 0, "balance"), "12500.50"),
        ("debts.dluh-1.balance=\u00a012\u00a0500,50", ("debts", 0, "balance"), "12500.50"),
        ("debts.dluh-1.balance=−5", ("debts", 0, "balance"), "-5"),
        ("debts.dluh-1.5.balance=7", ("debts", 1, "balance"), "7"),
        ("debts.dluh-1.5.creditor.name=Banka B", ("debts", 1, "creditor", "name"), "Banka B"),
        ("debts.1.creditor.name=Banka B", ("debts", 1, "creditor", "name"), "Banka B"),
        ("people.klient.pension=old_age", ("people", 0, "pension"), "old_age"),
        ("people.klient.pension=starobní důchod", ("people", 0, "pension"), "old_age"),
        ("people.klient.care_degree=2", ("people", 0, "care_degree"), 2),
        ("people.klient.state_insured=ano", ("people", 0, "state_insured"), True),
        ("people.klient.state_insured=FALSE", ("people", 0, "state_insured"), False),
        ("relief.petition_on=2026-12-01", ("relief", "petition_on"), "2026-12-01"),
        ("relief.petition_on=21. 11. 2026", ("relief", "petition_on"), "2026-11-21"),
        ("relief.petition_on=11/2026", ("relief", "petition_on"), "2026-11"),
        ("relief.attachments=asset_list, income_documents", ("relief", "attachments"),
         ["asset_list", "income_documents"]),
        ("relief.attachments=[]", ("relief", "attachments"), []),
        ("incomes.0.net=25000", ("incomes", 0, "net"), "25000"),
        ("as_of=2026-12-01", ("as_of",), "2026-12-01"),
        ("home.tenure=rented", ("home", "tenure"), "rented"),
        ('people.klient.birth_date={"from": "1980"}', ("people", 0, "birth_date"), {"from": "1980"}),
        ('debts.+={"id": "novy", "kind": "loan"}', ("debts", 3), {"id": "novy", "kind": "loan"}),
        ("enforcements.e2.debts.+=costs", ("enforcements", 1, "debts"), ["dluh-1", "dluh-1.5", "costs"]),
        ('assets.+={"kind": "savings"}', ("assets", 0), {"kind": "savings"}),
    ],
)  # fmt: skip
def test_a_key_finds_its_place_and_a_value_its_type(asked: str, path: tuple[Any, ...], value: object) -> None:
    found: Any = change(asked)
    for part in path:
        found = found[part]
    assert found == value
    assert type(found) is type(value)


def test_the_document_given_stays_as_it_is() -> None:
    before = json.dumps(DOCUMENT)
    change("debts.dluh-1=", "incomes.0.net=1", "relief.petition_on=2026-12-01")
    assert json.dumps(DOCUMENT) == before


def test_nothing_behind_the_sign_makes_a_value_unknown() -> None:
    assert "balance" not in change("debts.dluh-1.balance=")["debts"][0]
    assert "incomes" not in change("incomes=")
    assert change("debts.dluh-1.balance=null") == change("debts.dluh-1.balance=")


def test_what_stands_only_on_a_debt_goes_with_it_and_is_told() -> None:
    found = changed(DOCUMENT, ["debts.dluh-1="], default_pack())
    assert [debt["id"] for debt in found.values["debts"]] == ["dluh-1.5"]
    assert found.values["enforcements"] == [{"id": "e2", "debts": ["dluh-1.5"]}]
    assert found.values["budget"] == [{"kind": "expense", "amount": 1}]
    assert found.changes[0].value is REMOVED
    assert set(found.changes[0].also) == {"/debts/2", "/enforcements/0", "/enforcements/1/debts/0", "/budget/0"}


def test_members_are_taken_away_whatever_the_order_asked_for() -> None:
    both = ["debts.dluh-1.5=", "debts.dluh-1="]
    assert change(*both) == change(*reversed(both))
    assert change(*both)["debts"] == []
    assert change(*both)["enforcements"] == []


@pytest.mark.parametrize(
    ("asked", "code", "hint"),
    [
        ("debts.dluh-2.balance=1", "what_if_key", "dluh-1"),
        ("debts.dluh-1.balace=1", "what_if_key", "balance"),
        ("debts.dluh-1.zůstatek=1", "what_if_key", "balance"),
        ("dbts.dluh-1=", "what_if_key", "debts"),
        ("incomes.7.net=1", "what_if_key", "0"),
        ("debts.dluh-1.balance.x=1", "what_if_key", "hodnota"),
        ("debts.+.balance=1", "what_if_key", "+"),
        ("debts.+=", "what_if_value", "přidat"),
        ("debts.dluh-1=5", "what_if_value", "JSON"),
        ("people.klient.pension=starobni", "what_if_value", "old_age"),
        ("people.klient.state_insured=asi", "what_if_value", "ano"),
        ("debts.dluh-1.balance=moc", "what_if_value", "částka"),
        ("debts.dluh-1.balance=1.2.3", "what_if_value", "částka"),
        ("people.klient.care_degree=dva", "what_if_value", "celé číslo"),
        ("relief.petition_on=31. 2. 2026", "what_if_value", "kalendáři"),
        ("home={", "what_if_value", "JSON"),
        ('home={"tenure": NaN}', "what_if_value", "JSON"),
        ("balance", "what_if_form", "klíč=hodnota"),
        ("=5", "what_if_form", "klíč=hodnota"),
        ("", "what_if_form", "klíč=hodnota"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_told_with_what_was_probably_meant(asked: str, code: str, hint: str) -> None:
    [(found, sentence)] = refused(asked)
    assert found == code
    assert hint in sentence


@pytest.mark.parametrize(
    "asked",
    [
        ("debts.dluh-1.balance=1", "debts.dluh-1.balance=2"),
        ("debts.dluh-1.balance=1", "debts.0.balance=1"),
        ("debts.dluh-1=", "debts.dluh-1.balance=1"),
        ('home={"tenure": "rented"}', "home.tenure=owned"),
    ],
)
def test_two_changes_of_one_place_contradict_each_other(asked: tuple[str, str]) -> None:
    assert [code for code, _ in refused(*asked)] == ["what_if_conflict"]


def test_all_that_is_wrong_is_told_at_once_and_never_a_value() -> None:
    problems = refused("debts.x.balance=1", "people.klient.pension=tajne", "incomes.0.net=800101/0018", "x")
    assert len(problems) == 4
    assert not any("tajne" in sentence or "800101" in sentence for _, sentence in problems)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_no_change_whatever_its_signs_raises_anything_but_a_problem(key: str, value: str) -> None:
    for asked in (f"{key}={value}", f"debts.{key}={value}", f"debts.dluh-1.balance={value}", f"as_of={value}"):
        with suppress(InputError):
            assert isinstance(change(asked), dict)


def test_a_changed_document_is_checked_like_any_other() -> None:
    with pytest.raises(InputError) as caught:
        what_if(DOCUMENT, ["people.klient.birth_date=2027-01-01"])
    [problem] = caught.value.problems
    assert problem.code == "born_after_as_of"
    assert problem.cs.startswith("s touto změnou")


def test_the_same_id_twice_in_the_document_is_refused_before_any_change() -> None:
    twice = DOCUMENT | {"people": [{"id": "klient"}, {"id": "klient"}]}
    with pytest.raises(InputError) as caught:
        what_if(twice, ["people.klient.pension=old_age"])
    assert caught.value.problems[0].code == "duplicate_id"


def test_a_higher_income_shows_in_every_topic_and_nothing_else_does() -> None:
    found = what_if(CASE, ["incomes.0.net=25 000"])
    report = found.report("cs")
    topics = {each.path[0] for each in report.changes}
    assert topics >= {"deductions", "household", "relief", "strategies", "agenda"}
    assert not topics & {"debts", "people", "defects", "notes"}
    assert all(each.before != each.after for each in report.changes)
    deducted = next(each for each in report.changes if each.path[-2:] == ("deduction", "deducted"))
    assert (deducted.before, deducted.after) == ("1699.00", "3632.00")  # thirds of what is above 14 102
    text = found.text("cs")
    assert "+1\u00a0933,00\u00a0Kč" in text
    assert all(len(line) <= 100 for line in text.splitlines())
    assert "pujcka" not in text


def test_a_change_that_changes_nothing_says_so() -> None:
    found = what_if(CASE, ["incomes.0.net=19200"])
    assert found.report().changes == ()
    assert "nezměnilo nic" in found.text("cs")
    assert "Nothing of the result would change" in found.text("en")


def test_a_debt_taken_away_goes_and_its_tasks_with_it() -> None:
    found = what_if(CASE, ["debts.uver="]).report("en")
    gone = {each.path for each in found.changes if each.kind == "gone"}
    assert ("debts", "uver") in gone
    assert found.what_if[0].also == ("/enforcements/0",)


def test_both_receipts_name_the_document_that_is_there() -> None:
    told = json.loads(what_if(CASE, ["incomes.0.net=25000"]).json("cs"))
    assert told["receipt"]["input_sha256"] == told["receipt_then"]["input_sha256"]
    assert told["what_if"] == [{"also": [], "place": "/incomes/0/net", "written": "incomes.0.net=25000"}]


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(words)
    return int(caught.value.code or 0)


@pytest.mark.thorough
def test_a_result_with_changes_and_strict_law_replays_as_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "r.json"
    asked = ["--what-if", "incomes.0.net=25000", "--what-if", "relief.petition_on=1. 12. 2026"]
    assert run("screen", str(CASE), *asked, "--strict-law", "--json", "--lang", "en", "--out", str(result)) == 0
    assert run("replay", str(result), str(CASE)) == 0
    result.write_text(result.read_text().replace("25000.00", "25001.00"))
    assert run("replay", str(result), str(CASE)) == 1
    capsys.readouterr()


def test_a_result_under_strict_law_replays_as_the_same(tmp_path: Path) -> None:
    result = tmp_path / "r.json"
    assert run("screen", str(CASE), "--strict-law", "--json", "--out", str(result)) == 0
    assert run("replay", str(result), str(CASE)) == 0


def test_wrong_changes_end_with_status_two_and_leave_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.txt"
    assert run("screen", str(CASE), "--what-if", "incomes.0.nt=1", "--out", str(out)) == 2
    assert run("screen", str(CASE), "--what-if", "incomes.0.net=1", "--chart", str(tmp_path / "c.svg")) == 2
    assert not out.exists()
    assert "nemá to být net?" in capsys.readouterr().err


def test_a_gross_wage_beside_a_net_one_that_stays_is_refused_with_the_way_out() -> None:
    [(code, sentence)] = refused("incomes.0.gross=27900")
    assert code == "what_if_net_decides"
    assert "incomes.0.net=" in sentence
    both = change("incomes.0.gross=27900", "incomes.0.net=")
    assert both["incomes"][0]["gross"] == "27900"
    assert "net" not in both["incomes"][0]


def test_what_can_be_added_is_explained_and_no_member_of_the_list() -> None:
    [(_, sentence)] = refused("incomes.7.net=1")
    assert ", +" not in sentence
    assert "přidá" in sentence


def table(*changes: DifferenceReport, language: Language = "cs") -> str:
    report = what_if(CASE, ["incomes.0.net=19200"]).report(language)
    return what_if_text(evolve(report, changes=changes))


def test_amounts_with_an_unknown_end_are_said_in_words_and_never_broken() -> None:
    ends = {"least": None, "most": "-1789.00"}, {"least": "23973.00", "most": "28265.00"}
    text = table(DifferenceReport(("household", "left"), (), "changed", *ends))
    assert "nejvýš" in text
    assert "−1\u00a0789,00\u00a0Kč" in text
    assert "23\u00a0973,00\u00a0Kč až" in text
    assert "28\u00a0265,00\u00a0Kč" in text
    assert "—–" not in text


@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_field_without_a_name_is_left_to_the_json(language: Language) -> None:
    text = table(DifferenceReport(("relief", "some_new_field"), (), "changed", 1, 2), language=language)
    assert "some" not in text


def test_no_way_recommended_is_said_as_such() -> None:
    now, then = {"label": None, "refused": "no_way_out"}, {"label": "oddlužení", "refused": None}
    text = table(DifferenceReport(("strategies", "klient", "advice"), ("klient",), "changed", now, then))
    assert "žádný" in text
    assert "oddlužení" in text


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["cs", "en"])
def test_whatever_changes_no_word_of_the_program_is_shown(language: Language) -> None:
    for asked in ("incomes.0.net=40000", "debts.uver=", "people.klient.pension=old_age", "home.tenure=rented"):
        text = what_if(CASE, [asked]).text(language)
        assert not re.search(r"[a-z]+_[a-z]", text.partition("\n\n")[2])


def test_the_table_shows_outcomes_and_leaves_out_the_way_to_them() -> None:
    text = what_if(CASE, ["incomes.0.net=25 000"]).text("cs")
    assert "doporučený postup" in text
    assert "[0]" not in text  # months of a course
    assert "_" not in text  # every field shown has a name


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("02_matka_dve_deti_najem_mikropujcka.json", "debts.mikropujcka.balance=5000"),
        ("02_matka_dve_deti_najem_mikropujcka.json", "people.matka.pension=old_age"),
        ("09_drivejsi_oddluzeni_zruseno.json", "history="),
    ],
)
def test_a_czech_table_has_neither_codes_nor_names_of_fields(name: str, asked: str) -> None:
    text = what_if(CASE.parents[1] / "klienti" / name, [asked]).text("cs").split("\n", 2)[2]
    assert "_" not in text
    assert not {"owed", "claims", "net", "course", "never", "dropped", "opens", "ask"} & set(text.split())
