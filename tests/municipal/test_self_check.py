"""A municipality as a creditor: every number is its own, what is not known is told, and nothing is scored."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import asdict
from tests.conftest import AS_OF, ROOT

from dluhy import check_list
from dluhy.cli import main
from dluhy.documents.fields import fields, names, part_of
from dluhy.law.pack import default_pack
from dluhy.municipal.place.collection import Collection
from dluhy.municipal.place.document import Place, parse_place
from dluhy.municipal.self_check.answers import answers_of, standing
from dluhy.municipal.self_check.checking import self_check
from dluhy.municipal.self_check.ledger import ledger_of
from dluhy.municipal.self_check.ledger_checks import CHECKS
from dluhy.problems import InputError
from dluhy.report.self_check import self_check_report
from dluhy.report.self_check_text import self_check_lines
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.municipal.self_check.ledger import Ledger
    from dluhy.problems import Language

PACK = default_pack()
HEAD = (
    "Kód osoby;Datum narození;Druh;Typ poplatku za odpad;Rok;Datum splatnosti;Spisová značka exekuce;Způsob vymáhání;"
    "Stav exekuce;Oprávněný;Jistina;Zvýšení;Úrok;Penále;Náklady;Vymoženo;Zůstatek;Datum vzniku;"
    "Poslední vymožené plnění;Postižena nemovitost;Zahájení exekuce;Doložka zapsána"
)
EXAMPLE = ROOT / "fixtures" / "obec_ukazka.toml"
FACTS_ONLY = {"waiver_requests", "waivers_granted"}
"""Answers that are numbers to show, not practice to judge."""


def row(code: str = "a", **other: str) -> str:
    told = {
        "code": code, "born": "1.6.1990", "kind": "odpad", "type": "systém", "year": "2024", "due": "31.5.2024",
        "mark": "101 EX 1/25", "by": "exekutor", "state": "běží", "creditor": "Město Nikde", "principal": "900",
        "increase": "0", "interest": "0", "penalty": "0", "costs": "100", "recovered": "200", "balance": "1000",
        "arose": "", "last": "1.10.2026", "land": "ne", "began": "1.2.2015", "clause": "1.4.2015",
    } | other  # fmt: skip
    return ";".join(told.values())


def checked(folder: Path, *rows: str) -> ListResult:
    path = folder / "seznam.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return check_list(path, AS_OF)


def ledger(folder: Path, *rows: str) -> Ledger:
    return ledger_of(checked(folder, *rows))


def statuses(folder: Path, *rows: str) -> dict[str, str]:
    """Return of each check how it came out on the whole of a small list: held, undecided or nothing."""
    found = ledger(folder, *rows).found
    return {name: "held" if each.tally.debts else "undecided" if each.undecided else "nothing"
            for name, each in found.items()}  # fmt: skip


CHILD = {"born": "1.6.2012"}
CASES: tuple[tuple[str, dict[str, str], str], ...] = (
    ("minors_enforced", CHILD, "held"),
    ("minors_enforced", {}, "nothing"),
    ("minors_enforced", CHILD | {"state": "zastavena"}, "nothing"),
    ("minors_enforced", CHILD | {"state": "", "by": "", "mark": ""}, "undecided"),
    ("minors_enforced", CHILD | {"state": "", "by": "nevymáhá se", "mark": ""}, "nothing"),
    ("owed_by_nobody", {"born": "1.6.2002", "year": "2012", "due": "31.3.2012", "type": ""}, "held"),
    ("owed_by_nobody", {"born": "1.6.1990", "year": "2012", "due": "31.3.2012", "type": ""}, "nothing"),
    ("owed_by_guardian", CHILD, "held"),
    ("owed_by_guardian", CHILD | {"balance": "0", "state": "skončena"}, "nothing"),
    ("shared_with_guardian", {"born": "1.6.2002", "year": "2014", "due": "31.5.2014", "type": ""}, "held"),
    ("shared_with_guardian", CHILD, "nothing"),
    ("increases_on_children", CHILD | {"increase": "900"}, "held"),
    ("increases_on_children", CHILD | {"increase": "0"}, "nothing"),
    ("increases_on_children", CHILD | {"increase": ""}, "undecided"),
    ("increases_on_children", {"increase": "900"}, "nothing"),
    ("fines_of_children", CHILD | {"kind": "pokuta", "type": "", "arose": "1.3.2024"}, "held"),
    ("fines_of_children", {"kind": "pokuta", "type": "", "arose": "1.3.2024"}, "nothing"),
    ("civil_of_children", CHILD | {"kind": "knihovna", "type": "", "arose": "1.3.2024"}, "held"),
    ("civil_of_children", {"kind": "knihovna", "type": "", "arose": "1.3.2024"}, "nothing"),
    ("tax_accessories", {"penalty": "10"}, "held"),
    ("tax_accessories", {}, "nothing"),
    ("tax_accessories", {"interest": "", "penalty": ""}, "undecided"),
    ("over_triple", {"principal": "900", "increase": "5000"}, "held"),
    ("over_triple", {"principal": "900", "increase": "1800"}, "nothing"),
    ("past_six_years", {"year": "2019", "due": "31.5.2019", "type": "", "by": "daňová exekuce", "mark": ""}, "held"),
    ("past_six_years", {"year": "2019", "due": "31.5.2019", "type": ""}, "nothing"),
    ("past_six_years", {"by": "daňová exekuce", "mark": ""}, "nothing"),
    ("executor_for_fees", {}, "held"),
    ("executor_for_fees", {"by": "daňová exekuce", "mark": ""}, "nothing"),
    ("executor_for_fees", {"by": "", "mark": ""}, "undecided"),
    ("executor_for_fees", CHILD, "nothing"),
    ("costs_over_debt", {"costs": "901"}, "held"),
    ("costs_over_debt", {"costs": "900"}, "nothing"),
    ("costs_over_debt", {"costs": ""}, "undecided"),
    ("costs_over_recovered", {"costs": "201"}, "held"),
    ("costs_over_recovered", {"costs": "200"}, "nothing"),
    ("costs_over_recovered", {"recovered": ""}, "undecided"),
    ("fruitless", {"last": "1.10.2019"}, "held"),
    ("fruitless", {"last": "1.10.2026"}, "nothing"),
    ("fruitless", {"last": ""}, "undecided"),
    ("fruitless", {"last": "1.10.2019", "land": "ano"}, "nothing"),
    ("fruitless", {"last": "1.10.2019", "land": ""}, "undecided"),
)  # fmt: skip


@pytest.mark.sweep(6)
@pytest.mark.parametrize(("check", "told", "expected"), CASES)
def test_a_check_holds_fails_or_stays_open_by_what_one_row_says(
    check: str, told: dict[str, str], expected: str, tmp_path: Path
) -> None:
    assert statuses(tmp_path, row(**told))[check] == expected


def test_a_child_exempt_in_an_institution_is_found(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    told = f"{HEAD};Dítě v zařízení;Druh zařízení;Počet měsíců v zařízení"
    path.write_text(f"{told}\n{row(**CHILD)};ano;dětský domov;12\n", encoding="utf-8")
    assert ledger_of(check_list(path, AS_OF)).found["exempt_in_care"].tally.debts == 1


def test_executors_are_counted_by_person_and_only_running(tmp_path: Path) -> None:
    two = (row("a"), row("a", mark="102 EX 7/25", year="2023", due="31.5.2023"))
    assert statuses(tmp_path, *two)["several_executors"] == "held"
    assert statuses(tmp_path, row("a"), row("b", mark="102 EX 7/25"))["several_executors"] == "nothing"
    ended = (row("a"), row("a", mark="102 EX 7/25", state="zastavena", year="2023", due="31.5.2023"))
    assert statuses(tmp_path, *ended)["several_executors"] == "nothing"
    unmarked = (row("a"), row("a", mark="", year="2023", due="31.5.2023"))
    assert statuses(tmp_path, *unmarked)["several_executors"] == "undecided"


def test_every_check_has_one_item_of_practice_and_every_item_a_check_or_an_answer() -> None:
    checks = [item.check for item in PACK.practices.values() if item.check is not None]
    assert sorted(checks) == sorted(CHECKS)
    assert {case[0] for case in CASES} | {"exempt_in_care", "several_executors"} == set(CHECKS)


def test_every_answer_about_collecting_is_asked_for_and_every_key_is_in_the_document() -> None:
    keys = [item.key for item in PACK.practices.values() if item.key is not None]
    assert len(set(keys)) == len(keys)
    collecting = {key.partition(".")[2] for key in keys if key.startswith("collection.")}
    assert collecting == set(names(Collection)) - FACTS_ONLY
    for key in [*keys, *(other for item in PACK.practices.values() for other in item.only_if)]:
        part, _, name = key.partition(".")
        inside = part_of(fields(Place)["fees" if part == "fee" else part])
        assert inside is not None
        assert name in fields(inside), key


def test_codes_of_practice_are_codes_of_the_answers_list() -> None:
    for item in PACK.practices.values():
        wanted = {item.key: item.among} | dict(item.only_if)
        for key, values in wanted.items():
            part, _, name = (key or "").partition(".")
            inside = part_of(fields(Place)[{"fee": "fees"}.get(part, part)]) if part else None
            if inside is None:
                continue
            extra = fields(inside)[name].json_schema_extra
            listed = extra.get("x-list") if isinstance(extra, dict) else None
            for value in values:
                assert isinstance(value, bool) if listed is None else value in PACK.vocabularies[str(listed)]


def test_no_item_says_more_than_its_label_bears() -> None:
    for item in PACK.practices.values():
        if item.label == "law":
            assert item.cites
            assert item.evidence in {"S2", "S", "D"}
        if item.label == "opinion":
            assert any("ochránce" in cite.at for cite in item.citations)


@pytest.fixture(scope="module")
def practice() -> Ledger:
    return ledger_of(check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF))


def test_the_numbers_add_up_to_the_list(practice: Ledger) -> None:
    parts = (practice.childhood, practice.others, practice.undecided)
    assert sum(part.debts for part in parts) == practice.whole.debts
    assert sum(part.balance or 0 for part in parts) == practice.whole.balance
    assert sum(regime.tally.debts for regime in practice.regimes) == practice.childhood.debts
    assert sum(regime.tally.balance or 0 for regime in practice.regimes) == practice.childhood.balance
    for found in practice.found.values():
        assert 0 <= found.tally.debts + found.undecided <= found.of == practice.whole.debts
    for absent in practice.absent:
        assert 0 < absent.debts <= max(practice.found[check].undecided for check in absent.checks) * len(absent.checks)


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    rows = [row(f"p{number % 7}", **told) for number, (_, told, _) in enumerate(CASES)]
    first = ledger(tmp_path, *rows)
    random.Random(3).shuffle(rows)  # noqa: S311 - a seeded order
    second = ledger(tmp_path, *rows)
    assert first.found == second.found
    assert (first.whole, first.childhood, first.enforcing) == (second.whole, second.childhood, second.enforcing)


def test_costs_are_held_against_what_was_recovered_only_where_both_are_known(tmp_path: Path) -> None:
    rows = (
        row("a", costs="300", recovered="100"),
        row("b", costs="50", recovered=""),
        row("c", costs="", recovered="70"),
        row("d", by="nevymáhá se", mark="", state="", costs="9", recovered="9"),
    )
    found = ledger(tmp_path, *rows).enforcing
    assert asdict(found) == {"enforced": 3, "both": 1, "no_costs": 1, "no_recovered": 1, "costs": 30_000,
                             "recovered": 10_000}  # fmt: skip


def test_a_list_without_the_sum_recovered_says_so_and_sums_nothing(practice: Ledger) -> None:
    assert practice.enforcing.recovered is None
    assert practice.enforcing.no_recovered == practice.enforcing.enforced
    assert practice.absent[0].fact == "recovered"


def test_an_unreadable_sum_recovered_loses_no_row(tmp_path: Path) -> None:
    result = checked(tmp_path, row("a", recovered="ano"), row("b"))
    assert result.complete
    assert result.judged["recovered"].to_list() == [None, 20_000]


def test_only_one_creditor_can_be_asked_for(tmp_path: Path) -> None:
    result = checked(tmp_path, row("a"), row("b", creditor="Dopravní podnik Nikde"))
    assert ledger_of(result, "podnik").whole.debts == 1
    with pytest.raises(InputError) as told:
        ledger_of(result, "nikdo")
    assert told.value.problems[0].code == "creditor"


HEAD_OF_PLACE = 'code = "555177"\nas_of = "2026-11-21"\n'


@pytest.mark.parametrize(
    ("text", "item", "expected"),
    [
        ("", "sells_claims", "unknown"),
        ("[collection]\nsells_claims = true\n", "sells_claims", "change"),
        ("[collection]\nsells_claims = false\n", "sells_claims", "fine"),
        ("[collection]\ncontacts_before_title = 1\n", "contacts_before_title", "change"),
        ("[collection]\ncontacts_before_title = 2\n", "contacts_before_title", "fine"),
        ('[collection]\nenforcing = "executor"\n', "enforcing", "change"),
        ('[collection]\nenforcing = "own_first"\n', "enforcing", "fine"),
        ('[collection]\nincrease = "never"\n', "increases_for_minors", "not_asked"),
        ("", "increases_for_minors", "unknown"),
        ('[collection]\nincrease = "always"\nincreases_for_minors = true\n', "increases_for_minors", "change"),
        ('[[fees]]\nyear = 2026\nkind = "none"\n', "exempts_children", "not_asked"),
        ('[[fees]]\nyear = 2026\nkind = "system"\nexempts_children = false\n', "exempts_children", "change"),
        ('[[fees]]\nyear = 2026\nkind = "system"\nexempts_children = false\nrelieves_children = true\n',
         "exempts_children", "not_asked"),
        ('[[fees]]\nyear = 2020\nassessed_to = "child"\n[[fees]]\nyear = 2025\nassessed_to = "guardian"\n',
         "assessed_to", "fine"),
        ("[housing]\nflat_rules_exclude_debtors = true\n", "flat_rules_exclude_debtors", "change"),
        ("[housing]\nflat_rules_exclude_debtors = true\ninstalments_lift_exclusion = true\n",
         "flat_rules_exclude_debtors", "not_asked"),
    ],
)  # fmt: skip
def test_an_answer_is_fine_to_change_open_or_not_asked(text: str, item: str, expected: str) -> None:
    answers = answers_of(parse_place(HEAD_OF_PLACE + text))
    assert standing(PACK.practices[item], answers) == expected


def test_children_come_first_and_then_the_order_of_the_pack(practice: Ledger) -> None:
    found = self_check(check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF), parse_place(EXAMPLE.read_bytes()))
    keys = [(change.item.topic != "children", change.item.order) for change in found.changes]
    assert keys == sorted(keys)
    assert {change.item.id for change in found.changes} & {item.id for item in (*found.fine, *found.open)} == set()
    assert found.ledger == practice


def test_a_document_of_a_later_day_is_refused(tmp_path: Path) -> None:
    place = parse_place('code = "555177"\nas_of = "2026-11-22"\n')
    with pytest.raises(InputError) as told:
        self_check(checked(tmp_path, row()), place)
    assert [problem.code for problem in told.value.problems] == ["after_as_of"]


@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_told_result_names_nobody_and_scores_nothing(language: Language) -> None:
    result = check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF)
    report = self_check_report(self_check(result, parse_place(EXAMPLE.read_bytes())), PACK, language)
    text = "\n".join(self_check_lines(report, texts(language)))
    people = result.intake.personal
    shown = {str(value) for name in people.columns if name != "row" for value in people[name].drop_nulls().to_list()}
    assert shown
    assert not [value for value in shown if len(value) > 5 and value in text]
    assert ".." not in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_every_change_tells_why_how_and_on_what_basis() -> None:
    result = check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF)
    report = self_check_report(self_check(result, parse_place(EXAMPLE.read_bytes())), PACK, "cs")
    assert len(report.changes) > 20
    for change in report.changes:
        assert change.reason
        assert change.how
        assert change.label
        assert (change.numbers is None) != (change.answer is None)
        assert change.provisions or PACK.practices[change.id].label == "proposal"


def test_the_command_prints_text_and_json_and_never_overwrites(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "s.csv"
    path.write_text("\n".join([HEAD, row(**CHILD)]) + "\n", encoding="utf-8")
    words = ("municipal", "self-check", str(path), "--as-of", "2026-11-21")
    assert run(*words, "--place", str(EXAMPLE)) == 0
    assert "Co změnit" in capsys.readouterr().out
    out = tmp_path / "vysledek.json"
    assert run(*words, "--json", "--out", str(out)) == 0
    told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert told["changes"][0]["id"] == "minors_enforced"
    assert told["place"] is None
    assert run(*words, "--json", "--out", str(out)) == 2
    path.write_text("\n".join([HEAD, row(born="neznámo kdy"), row("b")]) + "\n", encoding="utf-8")
    assert run(*words) == 1
    assert run(*words, "--place", str(path)) == 2


def test_a_question_is_a_sentence_and_says_where_its_answer_belongs(tmp_path: Path) -> None:
    report = self_check_report(self_check(checked(tmp_path, row())), PACK, "cs")
    told = " ".join(" ".join(self_check_lines(report, texts("cs"))).split())
    assert "Před každým krokem ověřuje věk dlužníka v den splatnosti? (v obec.toml [collection] age_check)" in told
    assert "Komu úřad vyměřuje nedoplatek nezletilého? (v obec.toml [[fees]] assessed_to)" in told


def test_a_day_the_pack_does_not_know_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "s.csv"
    path.write_text(f"{HEAD}\n{row()}\n", encoding="utf-8")
    assert run("municipal", "self-check", str(path), "--as-of", "2026-03-01") == 2
    assert "before_horizon" in capsys.readouterr().err


def run(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code


def test_the_shipped_example_is_a_sound_document() -> None:
    place = parse_place(EXAMPLE.read_bytes())
    assert place.as_of == date(2026, 11, 21)


def contradicting(folder: Path, collected: str, **child: str) -> list[str]:
    text = f'code = "560286"\nas_of = "2026-11-21"\n[[fees]]\nyear = 2026\nkind = "system"\n{collected}'
    found = self_check(checked(folder, row(**(CHILD | child))), parse_place(text.encode()))
    fine = {item.id for item in found.fine}
    assert not fine & {each.item.id for each in found.contradicted}
    return [f"{each.item.id}: {check.id} {hit.tally.debts}" for each in found.contradicted for check, hit in each.found]


def test_a_good_answer_that_the_own_list_contradicts_is_told_so_and_not_as_fine(tmp_path: Path) -> None:
    good = 'assessed_to = "guardian"\n'
    assert contradicting(tmp_path, good) == ["assessed_to: owed_by_guardian 1"]
    assert contradicting(tmp_path, good, balance="0", state="skončena") == []
    assert contradicting(tmp_path, 'assessed_to = "child"\n') == []


@pytest.mark.parametrize("language", ["cs", "en"])
def test_a_contradiction_is_told_with_the_answer_and_the_numbers(tmp_path: Path, language: Language) -> None:
    text = b'code = "560286"\nas_of = "2026-11-21"\n[collection]\nage_check = true\nstop_list_of_minors = true\n'
    found = self_check(checked(tmp_path, row(**CHILD)), parse_place(text))
    report = self_check_report(found, PACK, language)
    assert [(each.id, each.against[0].numbers.debts) for each in report.contradicted] == [
        ("age_check", 1), ("stop_list_of_minors", 1)
    ]  # fmt: skip
    told = "\n".join(str(line) for line in self_check_lines(report, texts(language)))
    assert texts(language)("self-check-contradicted") in told
    assert report.contradicted[0].title not in report.fine


def test_the_undecided_debts_are_told_by_the_verdicts_of_the_workbook_and_add_up(tmp_path: Path) -> None:
    result = checked(
        tmp_path, row("a", born=""), row("b", kind="výživné", type="", arose="1.3.2024", **CHILD), row("c")
    )
    report = self_check_report(self_check(result), PACK, "cs")
    given = result.judged["verdict"].cast(str).to_list()
    assert report.undecided_by
    assert sum(each.numbers.debts for each in report.undecided_by) == report.undecided.debts
    for each in report.undecided_by:
        assert each.numbers.debts == given.count(each.verdict)
        assert each.label.replace("\u00a0", " ") == PACK.term("verdicts", each.verdict).cs


def test_every_change_says_who_does_it_and_by_when(tmp_path: Path) -> None:
    report = self_check_report(self_check(checked(tmp_path, row(**CHILD))), PACK, "cs")
    told = " ".join(" ".join(self_check_lines(report, texts("cs"))).replace("\u00a0", " ").split())
    assert report.changes
    for change in report.changes:
        assert [step.intervention for step in change.steps] == [name.split(" ")[0] for name in change.interventions]
        for step in change.steps:
            assert step.actor
            assert step.limit.replace("\u00a0", " ") in told
