"""Two lists compared: each change, what is never matched by guess, and sums that add up whatever the lists hold."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final

import fastexcel
import polars as pl
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import AS_OF, ROOT
from tests.strategies import examples

from dluhy.cli import main
from dluhy.comparing import CHANGES, compare_files, compare_lists, reconcile
from dluhy.intake.lists import ReconciliationError
from dluhy.matching import matched
from dluhy.problems import InputError
from dluhy.report.comparison import rows, summary_lines
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.comparing import Comparison

HEAD: Final = (
    "Kód osoby;Datum narození;Druh;Typ poplatku za odpad;Rok;Spisová značka exekuce;Způsob vymáhání;Stav exekuce;"
    "Jistina;Náklady;Zůstatek"
)
BEFORE: Final = date(2026, 1, 1)


def _row(code: str = "a", **other: str) -> str:
    told = {
        "code": code, "born": "1.6.2010", "kind": "odpad", "type": "systém", "year": "2022", "mark": "101 EX 1/23",
        "by": "exekutor", "state": "běží", "principal": "500", "costs": "0", "balance": "500",
    } | other  # fmt: skip
    return ";".join(told.values())


def _list(path: Path, *lines: str, head: str = HEAD) -> Path:
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def _compared(folder: Path, old: list[str], new: list[str], head: str = HEAD) -> Comparison:
    return compare_files(
        _list(folder / "old.csv", *old, head=head), _list(folder / "new.csv", *new, head=head), AS_OF, BEFORE
    )


def _changes(comparison: Comparison) -> list[str]:
    return comparison.changes["change"].to_list()


def test_a_debt_that_stays_as_it_was_has_no_change(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row()], [_row()])
    assert comparison.debts["status"].to_list() == ["matched"]
    assert comparison.debts["matched_by"].to_list() == ["file_mark"]
    assert _changes(comparison) == []


@pytest.mark.sweep(12)
@pytest.mark.parametrize(("old", "new", "change"), [
    ({}, {"state": "zastavena"}, ["stopped"]),
    ({"state": "odložena"}, {"state": "ukončena"}, ["stopped"]),
    ({"state": "zastavena"}, {"state": "zastavena"}, []),
    ({}, {"balance": "500,01"}, ["worsened"]),
    ({}, {"costs": "1"}, ["worsened"]),
    ({}, {"balance": "499,99"}, ["eased"]),
    ({}, {"state": "odložena"}, ["eased"]),
    ({"state": "odložena"}, {}, ["worsened"]),
    ({"state": "zastavena"}, {}, ["worsened"]),
    ({"mark": "", "by": "úřad"}, {}, ["worsened"]),
    ({"mark": "", "by": ""}, {}, ["worsened"]),
    ({"mark": "", "by": "", "state": ""}, {"state": "zastavena"}, []),
    ({}, {"by": "úřad"}, []),
    ({}, {"balance": "0"}, ["paid"]),
    ({"balance": "0"}, {"balance": "0"}, []),
    ({"balance": ""}, {"balance": "0"}, []),
    ({"born": "21.11.2008"}, {"born": "21.11.2008"}, ["came_of_age"]),
    ({"born": "22.11.2008"}, {"born": "22.11.2008"}, []),
    ({"born": "1.1.2008"}, {"born": "1.1.2008"}, []),
    ({"born": "2.1.2008"}, {"born": "2.1.2008"}, ["came_of_age"]),
    ({"born": ""}, {}, ["decided"]),
    ({}, {"born": ""}, ["undecided"]),
    ({"kind": ""}, {}, ["decided"]),
    ({}, {"born": "1.6.1990"}, ["verdict_changed"]),
])  # fmt: skip
def test_each_change_is_told_on_its_own_side_of_the_boundary(
    tmp_path: Path, old: dict[str, str], new: dict[str, str], change: list[str]
) -> None:
    comparison = _compared(tmp_path, [_row(**old)], [_row(**new)])
    assert comparison.debts["status"].to_list() == ["matched"]
    assert _changes(comparison) == change


def test_a_debt_only_in_one_list_is_new_or_gone_with_its_balance(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row("a"), _row("b", mark="2 EX 2/20")], [_row("a"), _row("c", balance="70")])
    assert comparison.changes.select("change", "person", "amount").rows() == [("new", "c", 7000), ("gone", "b", 50000)]


def test_the_amount_of_a_worse_debt_is_what_grew_and_nothing_that_fell(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row()], [_row(balance="400", costs="30")])
    assert comparison.changes.select("change", "amount").rows() == [("worsened", 3000)]


def test_without_a_file_mark_person_kind_year_and_principal_tell_a_debt(tmp_path: Path) -> None:
    old = [_row(mark="", year="2022"), _row(mark="", year="2023")]
    comparison = _compared(tmp_path, old, [_row(mark="", year="2023"), _row(mark="", year="2022")])
    assert comparison.debts.select("new_row", "old_row", "matched_by").rows() == [(2, 3, "debt"), (3, 2, "debt")]


def test_a_debt_enforced_under_another_mark_is_the_same_debt(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row()], [_row(mark="202 EX 9/25")])
    assert comparison.debts["matched_by"].to_list() == ["debt"]


def test_two_candidates_are_never_matched_by_guess(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row(mark=""), _row(mark="")], [_row(mark="")])
    assert comparison.debts.select("status", "reason").rows() == [
        ("unmatched_new", "ambiguous"), ("unmatched_old", "ambiguous"), ("unmatched_old", "ambiguous"),
    ]  # fmt: skip
    assert _changes(comparison) == []


def test_two_debts_alike_in_one_list_alone_are_new(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row("b")], [_row("b"), _row(mark=""), _row(mark="")])
    assert comparison.debts["status"].to_list() == ["matched", "new", "new"]


def test_two_of_one_mark_and_year_are_told_apart_by_their_principal(tmp_path: Path) -> None:
    lines = [_row(principal="500"), _row(principal="700")]
    comparison = _compared(tmp_path, lines, lines[::-1])
    assert comparison.debts.select("new_row", "old_row").rows() == [(2, 3), (3, 2)]


def test_another_principal_is_no_match_and_no_new_debt(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row(mark="")], [_row(mark="", principal="501")])
    assert comparison.debts["reason"].to_list() == ["principal_differs", "principal_differs"]


def test_rows_without_a_person_or_a_debt_are_unmatched_with_the_reason(tmp_path: Path) -> None:
    nobody, nothing = _row(""), _row("b", mark="", kind="")
    comparison = _compared(tmp_path, [_row(), nobody, nothing], [_row()])
    assert comparison.debts["reason"].to_list() == [None, "no_person", "no_debt"]


def test_a_missing_kind_filled_in_is_matched_only_without_a_rival(tmp_path: Path) -> None:
    one = _compared(tmp_path, [_row(kind="")], [_row()])
    assert one.debts["matched_by"].to_list() == ["only_candidate"]
    two = _compared(tmp_path, [_row(kind="", year="")], [_row(), _row(year="2023")])
    assert two.debts["reason"].to_list() == ["ambiguous"] * 3


NAMED: Final = HEAD.replace("Kód osoby", "Jméno a příjmení")


def test_people_without_codes_are_matched_by_name_and_birth_whatever_their_order(tmp_path: Path) -> None:
    old = [_row("Nová Ema"), _row("Malý Jan", mark="7 EX 7/20")]
    comparison = _compared(tmp_path, old, [_row("Adam Ota", mark="8 EX 8/20"), *old[::-1]], head=NAMED)
    assert comparison.keyed == ("name", "name")
    assert comparison.debts["status"].to_list() == ["new", "matched", "matched"]
    assert comparison.debts["old_row"].to_list() == [None, 3, 2]


def test_people_without_codes_are_not_matched_by_marks_that_hold_in_one_list_only(tmp_path: Path) -> None:
    from dluhy import check_list

    old = check_list(_list(tmp_path / "o.csv", _row("Nová Ema"), head=NAMED), BEFORE)
    new = check_list(_list(tmp_path / "n.csv", _row("Malý Jan"), head=NAMED), AS_OF)
    assert old.judged["person_id"].to_list() == new.judged["person_id"].to_list() == ["(O00001)"]
    assert compare_lists(old, new).debts["reason"].to_list() == ["no_person", "no_person"]


def test_lists_that_know_people_differently_are_told_and_not_matched(tmp_path: Path) -> None:
    old, new = _list(tmp_path / "o.csv", _row()), _list(tmp_path / "n.csv", _row("Nová Ema"), head=NAMED)
    comparison = compare_files(old, new, AS_OF, BEFORE)
    assert comparison.keyed_differently
    assert comparison.debts["reason"].to_list() == ["keyed_differently"] * 2
    said = " ".join(summary_lines(comparison, texts("cs"))).replace("\u00a0", " ")
    assert "starší kódem, novější jménem a datem narození" in said
    assert "Přibyl" not in said


def test_both_files_problems_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        compare_files(tmp_path / "x.csv", tmp_path / "y.csv", AS_OF, BEFORE)
    assert [problem.place for problem in caught.value.problems] == ["x.csv", "y.csv"]


@pytest.mark.sweep(1)
@pytest.mark.heavy
@pytest.mark.parametrize("name", ["seznam_ukazka.xlsx", "seznam_z_praxe.xlsx"])
def test_a_list_compared_with_itself_has_nothing_new_gone_or_changed(name: str) -> None:
    path = ROOT / "fixtures" / name
    comparison = compare_files(path, path, AS_OF, AS_OF)
    assert set(comparison.debts["status"]) <= {"matched", "unmatched_new", "unmatched_old"}
    both = comparison.debts.filter(pl.col("status") == "matched")
    assert both.filter(pl.col("old_row") != pl.col("new_row")).height == 0
    assert comparison.changes.height == 0
    assert both.height > comparison.new.judged.height * 0.9


def test_a_lost_debt_is_noticed(tmp_path: Path) -> None:
    comparison = _compared(tmp_path, [_row(), _row("b", mark="2 EX 2/20")], [_row()])
    reconcile(comparison)
    with pytest.raises(ReconciliationError):
        reconcile(evolve(comparison, debts=comparison.debts.head(1)))
    with pytest.raises(ReconciliationError):
        reconcile(evolve(comparison, debts=comparison.debts.with_columns(pl.col("old_balance") + 1)))


_KEYS: Final = st.fixed_dictionaries({
    "person": st.sampled_from([None, "a", "b"]), "enforcement_ref": st.sampled_from([None, "1", "2"]),
    "debt_kind": st.sampled_from([None, "x", "y"]), "when": st.sampled_from([None, "2020", "2021"]),
    "principal": st.sampled_from([None, 100, 200]), "balance": st.integers(-5, 500),
})  # fmt: skip


def _side(lines: list[dict[str, object]], side: str) -> pl.DataFrame:
    schema = {"person": pl.String, "enforcement_ref": pl.String, "debt_kind": pl.String, "when": pl.String,
              "principal": pl.Int64, "balance": pl.Int64}  # fmt: skip
    frame = pl.DataFrame(lines, schema=schema).with_row_index("row")
    return frame.rename({name: f"{side}_{name}" for name in frame.columns if name != "person"})


@examples(300)
@given(st.lists(_KEYS, max_size=7), st.lists(_KEYS, max_size=7))
def test_every_debt_stands_once_and_balances_add_up(old: list[dict[str, object]], new: list[dict[str, object]]) -> None:
    debts = matched(_side(old, "old"), _side(new, "new"))
    for side, lines, alone in (("old", old, "gone"), ("new", new, "new")):
        mine = debts.filter(pl.col(f"{side}_row").is_not_null())
        assert sorted(mine[f"{side}_row"]) == list(range(len(lines)))
        assert set(mine["status"]) <= {"matched", alone, f"unmatched_{side}"}
        by_status = mine.group_by("status").agg(pl.col(f"{side}_balance").sum())
        assert by_status[f"{side}_balance"].sum() == sum(int(str(line["balance"])) for line in lines)
    assert debts.filter((pl.col("status") == "matched") != pl.col("matched_by").is_not_null()).height == 0
    assert debts.filter(pl.col("status").str.starts_with("unmatched") != pl.col("reason").is_not_null()).height == 0


@pytest.mark.thorough
@examples(300)
@given(st.lists(_KEYS, max_size=7), st.lists(_KEYS, max_size=7), st.randoms(use_true_random=False))
def test_pairs_share_their_person_contradict_nowhere_and_do_not_depend_on_the_order(
    old: list[dict[str, object]], new: list[dict[str, object]], random: object
) -> None:
    pairs = _pairs(old, new)
    for one, other in pairs:
        before, after = old[one], new[other]
        assert before["person"] is not None
        assert before["person"] == after["person"]
        assert all(None in {before[n], after[n]} or before[n] == after[n] for n in ("debt_kind", "when"))
    order = list(range(len(old)))
    random.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert {(order[one], other) for one, other in _pairs([old[place] for place in order], new)} == pairs


def _pairs(old: list[dict[str, object]], new: list[dict[str, object]]) -> set[tuple[int, int]]:
    debts = matched(_side(old, "old"), _side(new, "new")).filter(pl.col("status") == "matched")
    return set(debts.select("old_row", "new_row").rows())


def _run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["minors", "compare", *words, "--as-of", "2026-11-21"])
    return int(str(ended.value.code))


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    old = [_row("a"), _row("b", mark="2 EX 2/20"), _row("d", mark="4 EX 4/20", principal="asi 500")]
    new = [_row("a", balance="900"), _row("c", mark="3 EX 3/20", year="2023"), _row("", mark="")]
    return str(_list(tmp_path / "o.csv", *old)), str(_list(tmp_path / "n.csv", *new))


def test_the_command_writes_a_workbook_of_three_sheets_beside_the_newer_list(
    lists: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*lists, "--old-as-of", "1. 1. 2026") == 1
    said = capsys.readouterr()
    out = said.out.replace("\u00a0", " ")
    assert "Přibyl 1 dluh (1 osoba, zůstatek 500,00 Kč)." in out
    assert "Zmizel 1 dluh (1 osoba, zůstatek byl 500,00 Kč)." in out
    assert "Zhoršil se 1 dluh" in out
    assert "1 dluh novějšího seznamu nešlo spárovat" in out
    assert "asi 500" not in said.err
    assert "bad_money" in said.err
    book = fastexcel.read_excel(str(tmp_path / "n_porovnani.xlsx"))
    assert book.sheet_names == ["Souhrn", "Změny", "Nespárované"]
    told = book.load_sheet("Změny").to_polars()
    assert told.select("Změna", "Osoba").rows() == [("nový", "c"), ("zmizel", "b"), ("zhoršil se", "a")]
    assert told["Zůstatek nyní (Kč)"].to_list() == [500.0, None, 900.0]


def test_rows_of_codes_hold_every_debt_once_and_no_names(
    lists: tuple[str, str], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert _run(*lists, "--out", "-") == 1
    lines = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [line["status"] for line in lines] == ["matched", "new", "unmatched_new", "gone"]
    assert lines[0]["changes"] == ["worsened"]
    assert lines[0]["new_balance"] == "900.00"
    assert not any("name" in column for column in lines[0])
    assert _run(*lists, "--out", str(tmp_path / "r.csv")) == 1
    frame = pl.read_csv(tmp_path / "r.csv", separator=";", infer_schema=False)
    assert frame["changes"].fill_null("").to_list() == ["worsened", "new", "", "gone"]


def test_with_a_key_people_and_marks_are_references_and_still_matched(tmp_path: Path) -> None:
    one, two = (_list(tmp_path / name, _row("Nová Ema"), head=NAMED) for name in ("o.csv", "n.csv"))
    comparison = compare_files(one, two, AS_OF, BEFORE, secret=b"k" * 32)
    assert comparison.debts["status"].to_list() == ["matched"]
    shown = str(rows(comparison).rows())
    assert "(O" in shown
    assert "101 EX" not in shown


@pytest.mark.parametrize(("words", "code"), [
    (("--old-as-of", "2027-01-01"), "days"), (("--out", "x.pdf"), "output_format"), (("--key", "není"), "key"),
    (("--out", "neni/x.csv"), "output_folder"),
])  # fmt: skip
def test_orders_that_cannot_be_carried_out_are_problems(
    lists: tuple[str, str], capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    assert _run(*lists, *words) == 2
    assert f"[{code}]" in capsys.readouterr().err


def test_the_newer_list_is_not_written_over(lists: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(*lists, "--out", lists[1]) == 2
    assert "[output_same]" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["cs", "en"])
def test_every_change_reason_and_way_has_words(language: str) -> None:
    say = texts("cs" if language == "cs" else "en")
    for change in CHANGES:
        for count in (1, 2, 5):
            assert str(count) in say(f"compare-told-{change}", count=count, people="x", sum="y")
        assert say(f"compare-change-{change}")
