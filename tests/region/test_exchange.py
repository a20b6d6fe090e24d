"""The exchange file: every debt once, no person in it, read back strictly with all errors at once."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import check_list
from dluhy.comparing import CHANGES, compare_files
from dluhy.law.pack import default_pack
from dluhy.negotiating import BANDS, TONES
from dluhy.problems import InputError
from dluhy.region.aggregating import aggregated
from dluhy.region.exchange import PARTITIONS, schema_text
from dluhy.region.files import as_text, file_name, read_exchange, read_exchanges
from dluhy.region.labels import labels
from dluhy.region.overview import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy import ListResult
    from dluhy.region.exchange import Exchange

PRACTICE = ROOT / "fixtures" / "seznam_z_praxe.xlsx"
CHEB = "554481"
HEAD = "Kód osoby;Jméno a příjmení;Datum narození;Druh;Typ poplatku za odpad;Rok;Splatnost;Oprávněný;Stav exekuce;Způsob vymáhání;Zůstatek"  # noqa: E501 - a header
ROWS = (
    "o1;Jan Smyšlený;1.6.2010;odpad;systém;2022;31.3.2022;Město Cheb;běží;exekutor;600",
    "o1;Jan Smyšlený;1.6.2010;odpad;systém;2023;31.3.2023;Město Cheb;zastavena;exekutor;",
    "o2;Marie Vymyšlená;2.7.2000;odpad;starý poplatek;2016;31.3.2016;Marie Jiná;běží;exekutor;1000",
    "o2;Marie Vymyšlená;2.7.2000;odpad;systém;2025;31.3.2025;Město Cheb;běží;úřad;500",
    "o3;Petr Starý;2.7.1970;odpad;systém;2025;31.3.2025;Město Cheb;běží;úřad;700",
)


@pytest.fixture(scope="module")
def practice() -> ListResult:
    return check_list(PRACTICE, AS_OF)


@pytest.fixture(scope="module")
def exchange(practice: ListResult) -> Exchange:
    return aggregated(practice)


def small(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "s.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def codes(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_every_judged_debt_and_haler_stands_in_the_file_once(exchange: Exchange, practice: ListResult) -> None:
    parts = [part for block in exchange.municipalities for part in (*block.groups, block.others)]
    assert sum(part.debts for part in parts) == practice.judged.height
    assert sum(part.halere for part in parts) == practice.judged["balance"].sum()
    assert sum(block.rows_judged for block in exchange.municipalities) == practice.intake.rows_usable
    assert (exchange.rows_in, exchange.rows_rejected) == (494, 9)
    for block in exchange.municipalities:
        for name in PARTITIONS:
            assert sum(line.debts for line in getattr(block.tables, name)) == sum(g.debts for g in block.groups)


def test_groups_are_those_of_the_people_of_the_list(exchange: Exchange, practice: ListResult) -> None:
    counted = {"children": 0, "adults": 0, "undecided": 0}
    for block in exchange.municipalities:
        for line in block.groups:
            counted[line.group] += line.people
    on = practice.people.group_by("list").len().rows()
    assert {str(name): count for name, count in on} == {
        "LIST-1": counted["children"], "LIST-2": counted["adults"], "None": counted["undecided"], "LIST-0": 48,
    }  # fmt: skip


def test_no_person_is_in_the_file(exchange: Exchange, practice: ListResult) -> None:
    text = as_text(exchange)
    personal = practice.intake.personal
    told: set[str] = set()
    for name in (column for column in personal.columns if column != "row"):
        told |= set(personal[name].drop_nulls().cast(pl.String).to_list())
    told |= set(practice.judged["person_id"].to_list()) | set(practice.judged["enforcement_ref"].drop_nulls().to_list())
    told |= {str(day) for day in practice.judged["birth_date_from"].drop_nulls().to_list()}
    bodies = " ".join(practice.judged["creditor_name"].drop_nulls().unique())  # Hájek is a municipality too
    written = set(re.findall(r"[\w./-]+", text))
    assert not {each for each in told if len(each) > 3 and each not in bodies} & written
    assert not re.search(r"[0-9]{6}/[0-9]{3,4}|\bEX\b", text)


def test_the_file_says_that_it_is_not_public(exchange: Exchange) -> None:
    assert json.loads(as_text(exchange))["public"] is False
    assert "NEVEŘEJNÉ" in exchange.notice
    assert file_name(exchange, "seznam") == "souhrn_seznam_2026-11-21_NEVEREJNE.json"


def test_a_small_list_is_counted_by_hand(tmp_path: Path) -> None:
    made = aggregated(check_list(small(tmp_path, *ROWS), AS_OF), municipality=CHEB)
    (block,) = made.municipalities
    groups = {line.group: (line.people, line.debts, line.halere, line.amounts_unknown) for line in block.groups}
    assert groups == {"children": (1, 2, 60_000, 1), "adults": (1, 1, 100_000, 0), "undecided": (0, 0, 0, 0)}
    assert (block.others.people, block.others.debts, block.others.halere) == (1, 2, 120_000)
    creditors = {(line.group, line.code, line.name) for line in block.tables.creditors}
    assert creditors == {("children", CHEB, "Město Cheb"), ("adults", "unrecognised", None)}
    enforced = {(line.group, line.code): line.debts for line in block.tables.enforcement_kinds}
    assert enforced == {
        ("children", "court_executor"): 1, ("children", "over"): 1, ("adults", "court_executor"): 1
    }  # fmt: skip
    (birthday,) = block.tables.birthdays
    assert (birthday.code, birthday.people) == ("later", 1)
    assert block.tables.steps
    assert block.tables.measures
    assert block.tables.interventions is None
    assert block.since is None
    assert file_name(made, "s") == "souhrn_554481_2026-11-21_NEVEREJNE.json"


def test_what_municipalities_do_further_is_counted_by_debt(tmp_path: Path) -> None:
    result = check_list(small(tmp_path, *ROWS), AS_OF)
    every = result.judged.select("row", "part", pl.lit("M-01").alias("code"))
    made = aggregated(result, municipality=CHEB, further={"interventions": every})
    told = made.municipalities[0].tables.interventions
    assert told is not None
    assert {(line.group, line.people, line.debts) for line in told} == {("children", 1, 2), ("adults", 1, 1)}


def test_changes_are_those_of_the_comparison(tmp_path: Path) -> None:
    older = tmp_path / "starsi.csv"
    older.write_text("\n".join([HEAD, ROWS[0], *ROWS[2:]]) + "\n", encoding="utf-8")
    newer = small(tmp_path, ROWS[0].replace("běží", "zastavena"), *ROWS[1:4])
    comparison = compare_files(older, newer, AS_OF, date(2026, 5, 21))
    made = aggregated(comparison.new, municipality=CHEB, comparison=comparison)
    since = made.municipalities[0].since
    assert since is not None
    changes = {(line.group, line.code): (line.people, line.debts, line.halere) for line in since.changes}
    # what is gone is of a person without a debt from childhood: not counted
    assert changes == {("children", "stopped"): (1, 1, 60_000), ("children", "new"): (1, 1, 0)}
    assert since.as_of == date(2026, 5, 21)
    assert read_back(made, tmp_path) == made


def read_back(made: Exchange, folder: Path) -> Exchange:
    path = folder / "zpet.json"
    path.write_text(as_text(made), encoding="utf-8")
    return read_exchange(path)


def test_a_file_is_read_back_as_it_was_written(exchange: Exchange, tmp_path: Path) -> None:
    assert read_back(exchange, tmp_path) == exchange


def test_without_a_municipality_the_program_asks(tmp_path: Path) -> None:
    result = check_list(small(tmp_path, *ROWS), AS_OF)
    with pytest.raises(InputError) as error:
        aggregated(result)
    assert codes(error) == ["municipality_missing"]
    assert "--municipality KÓD" in error.value.problems[0].cs


def test_a_code_must_be_one_and_agree_with_the_list(practice: ListResult, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        aggregated(practice, municipality=CHEB)
    assert codes(error) == ["municipality_differs"]
    with pytest.raises(InputError) as unknown:
        aggregated(check_list(small(tmp_path, *ROWS), AS_OF), municipality="999999")
    assert codes(unknown) == ["municipality"]


def test_the_list_may_say_of_some_debts_only_whose_they_are(tmp_path: Path) -> None:
    head, rows = f"{HEAD};Kód obce", [f"{ROWS[0]};{CHEB}", f"{ROWS[2]};"]
    result = check_list(small(tmp_path, *rows, head=head), AS_OF)
    with pytest.raises(InputError) as error:
        aggregated(result)
    assert "1 dluh" in error.value.problems[0].cs
    assert sum(line.debts for line in aggregated(result, municipality=CHEB).municipalities[0].groups) == 2


def test_an_empty_list_is_a_report_of_nought(tmp_path: Path) -> None:
    result = check_list(small(tmp_path), AS_OF)
    with pytest.raises(InputError):
        aggregated(result)
    (block,) = aggregated(result, municipality=CHEB).municipalities
    assert all(line.people == 0 for line in block.groups)


def spoiled(exchange: Exchange, folder: Path, change: Any) -> Path:  # noqa: ANN401 - any mutation
    document = json.loads(as_text(exchange))
    change(document)
    path = folder / "spatny.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_all_errors_of_a_file_are_told_at_once(exchange: Exchange, tmp_path: Path) -> None:
    def change(document: dict[str, Any]) -> None:
        document["as_of"] = "21. 11. 2026"
        document["persons"] = []
        document["municipalities"][0]["municipality"] = 12
        document["municipalities"][1]["groups"][0]["people"] = "3"
        del document["municipalities"][2]["tables"]["regimes"]

    with pytest.raises(InputError) as error:
        read_exchange(spoiled(exchange, tmp_path, change))
    assert sorted(codes(error)) == ["date_form", "int_type", "missing", "municipality_form", "unknown_key"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: d.update(public=True), "public"),
        (lambda d: d.update(schema="dluhy-souhrn-0"), "schema"),
        (lambda d: d["municipalities"][0].update(municipality="999999"), "municipality"),
        (lambda d: d["municipalities"].append(d["municipalities"][0]), "municipality_twice"),
        (lambda d: d["municipalities"][0]["groups"][0].update(debts=2), "sums_differ"),
        (lambda d: d["municipalities"][0]["groups"][0].update(halere=1), "sums_differ"),
        (lambda d: d["municipalities"][0]["groups"][0].update(people=99), "counts"),
        (lambda d: d["municipalities"][0]["tables"]["regimes"][0].update(amounts_unknown=99), "counts"),
        (lambda d: d["municipalities"][0]["groups"].append(d["municipalities"][0]["groups"][0]), "group_twice"),
        (
            lambda d: d["municipalities"][0]["tables"]["birthdays"].append(
                d["municipalities"][0]["tables"]["birthdays"][0]
            ),
            "line_twice",
        ),
    ],
)
def test_what_does_not_add_up_is_refused(exchange: Exchange, tmp_path: Path, change: Any, code: str) -> None:  # noqa: ANN401
    with pytest.raises(InputError) as error:
        read_exchange(spoiled(exchange, tmp_path, change))
    assert code in codes(error)


def test_many_files_tell_all_their_errors_with_their_names(exchange: Exchange, tmp_path: Path) -> None:
    good = tmp_path / "dobry.json"
    good.write_text(as_text(exchange), encoding="utf-8")
    bad = spoiled(exchange, tmp_path, lambda d: d.update(public=True))
    with pytest.raises(InputError) as error:
        read_exchanges([good, bad, tmp_path / "neni.json"])
    assert [(p.code, p.place.split(",")[0]) for p in error.value.problems] == [
        ("public", "spatny.json"), ("file", "neni.json")
    ]  # fmt: skip


def test_a_municipality_twice_on_one_day_is_an_error_that_names_both_files(exchange: Exchange, tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(as_text(exchange), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_exchanges([tmp_path / "a.json", tmp_path / "b.json"])
    assert set(codes(error)) == {"reported_twice"}
    assert error.value.problems[0].place == "a.json, b.json"


def test_the_published_schema_is_that_of_the_program() -> None:
    assert (ROOT / "docs" / "souhrn.schema.json").read_text(encoding="utf-8") == schema_text(default_pack())


def test_every_code_of_a_table_has_a_label_in_both_languages(exchange: Exchange) -> None:
    known = labels(default_pack())
    assert set(known) == set(TABLES)
    for block in exchange.municipalities:
        for name in (*PARTITIONS, "steps", "birthdays", "measures"):
            for line in getattr(block.tables, name) or []:
                assert line.code in known[name] or (name == "creditors" and line.name)
    assert set(CHANGES) <= set(known["changes"])
    assert {str(band) for band in BANDS} <= set(known["birthdays"])
    assert set(TONES) - {"calm"} <= set(known["tones"])


def test_more_people_by_days_to_their_birthday(practice: ListResult, exchange: Exchange) -> None:
    children = practice.people.filter(pl.col("list") == "LIST-1")
    soon = children.filter(pl.col("days_to_18_from") <= BANDS[0]).height
    within = children.filter(pl.col("days_to_18_from").is_between(BANDS[0] + 1, BANDS[1])).height
    told = {"30": 0, "90": 0}
    for block in exchange.municipalities:
        for line in block.tables.birthdays:
            if line.code in told:
                told[line.code] += line.people
    assert told == {"30": soon, "90": within}


def test_a_later_day_of_the_older_list_is_refused(exchange: Exchange, tmp_path: Path) -> None:
    def change(document: dict[str, Any]) -> None:
        later = (exchange.as_of + timedelta(days=1)).isoformat()
        document["municipalities"][0]["since"] = {
            "as_of": later, "input_sha256": "a", "changes": [], "unmatched_old": 0, "unmatched_new": 0,
        }  # fmt: skip

    with pytest.raises(InputError) as error:
        read_exchange(spoiled(exchange, tmp_path, change))
    assert codes(error) == ["days"]
