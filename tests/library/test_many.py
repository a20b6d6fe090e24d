"""Many cases: each comes out as it would alone, in its order, and a bad one stops no other."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dluhy import InputError, screen, screen_frames, screen_many
from dluhy.case import Case
from dluhy.cli import main
from dluhy.documents.decoding import LIMITS
from dluhy.documents.fields import fields, inner, part_of
from dluhy.receipt import rejected_beside
from dluhy.screening_frames import TABLES
from dluhy.screening_frames_out import ASKS, CASES, DEBTS, INCOMES, PROBLEMS, RELIEF

FIXTURES = [
    Path("fixtures/pripady/dite_17_poplatky_jizdne.toml"),
    Path("fixtures/pripady/mnoho_mezer.toml"),
    Path("fixtures/pripady/minimalni.toml"),
    Path("fixtures/domacnosti/06_rodina_dva_dluznici_dluh_ditete.toml"),
    Path("fixtures/domacnosti/02_duchodce_najem_exekuce.toml"),
]
CHILD: dict[str, Any] = {
    "people": [{"id": "klient", "role": "debtor", "birth_date": "2009-03-01"}],
    "debts": [
        {"id": "odpad", "kind": "local_fee_waste", "fee_year": 2018, "due_on": "2018-05-31", "balance": "500",
         "creditor": {"name": "Obec Vzorová"}},
        {"id": "jizda", "kind": "transport_fare", "arose_on": "2024-03-10", "balance": "1500",
         "creditor": {"name": "Dopravce"}},
    ],
}  # fmt: skip


def case(ref: str, day: str = "2026-11-21", **more: object) -> dict[str, Any]:
    return {"ref": ref, "as_of": day, **CHILD, **more}


def lines(path: Path, *documents: dict[str, Any] | bytes) -> Path:
    rows = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in documents]
    path.write_bytes(b"\n".join(rows))
    return path


def codes(path: Path) -> list[tuple[str | None, list[str]]]:
    return [(each.ref, [problem.code for problem in each.problems]) for each in screen_many(path)]


@pytest.fixture(scope="module")
def alone() -> dict[str, str]:
    found = [screen(path) for path in FIXTURES]
    return {each.case.ref: each.json("cs") for each in found}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("together", [1, 2, 500])
def test_each_case_comes_out_as_it_would_alone_whatever_stands_around_it(together: int, alone: dict[str, str]) -> None:
    paths = list(FIXTURES)
    random.Random(together).shuffle(paths)  # noqa: S311 - an order
    found = list(screen_many(paths, together=together))
    assert [each.place for each in found] == [str(number) for number in range(1, len(paths) + 1)]
    assert {each.ref: each.screening.json("cs") for each in found if each.screening} == alone


def test_people_and_creditors_called_the_same_in_two_cases_are_not_one() -> None:
    documents = [case("A-1"), case("A-2", people=[{"id": "klient", "role": "debtor", "birth_date": "1990-01-01"}])]
    found = list(screen_many(documents))
    assert [each.screening.json("en") for each in found if each.screening] == [
        screen(document).json("en") for document in documents
    ]


def test_cases_of_different_days_are_judged_each_on_its_own() -> None:
    documents = [case("A-1", day) for day in ("2026-11-21", "2026-03-01", "2026-11-21", "2026-12-31")]
    documents = [{**document, "ref": f"A-{at}"} for at, document in enumerate(documents)]
    found = list(screen_many(documents))
    assert [each.screening.json("cs") for each in found if each.screening] == [
        screen(document).json("cs") for document in documents
    ]


def test_one_bad_of_three_stops_no_other(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.ndjson", case("A-1"), {"ref": "A-2", "as_of": "x"}, case("A-3"))
    assert codes(path) == [("A-1", []), ("A-2", ["date_form"]), ("A-3", [])]


def test_a_day_the_law_is_not_known_for_refuses_its_cases_only() -> None:
    found = list(screen_many([case("A-1", "1999-01-01"), case("A-2")]))
    assert [each.refused for each in found] == [True, False]


@pytest.mark.sweep(4)
@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"x", "json_syntax"),
        (b"[]", "no_case"),
        (b'{"ref": "A-9", "ref": "A-9"}', "duplicate_key"),
        (b"\xff\xfe", "encoding"),
        (b'{"ref": "A-9", "as_of": NaN}', "not_a_number"),
        (b"[" * 100_000, "too_deep"),
        (b"{}", "missing"),
    ],
)
def test_a_line_that_is_no_case_is_told_with_its_place(line: bytes, code: str, tmp_path: Path) -> None:
    path = lines(tmp_path / "x.ndjson", case("A-1"), line, case("A-3"))
    found = list(screen_many(path))
    assert [each.refused for each in found] == [False, True, False]
    assert found[1].place == "x.ndjson, 2"
    assert found[1].problems[0].code == code


@pytest.mark.sweep(4)
@pytest.mark.parametrize("part", [key for key, field in fields(Case).items() if part_of(field) is not None])
def test_an_unknown_key_in_any_part_refuses_its_case_as_it_would_alone(part: str) -> None:
    value: Any = {"uplne_neznamy": 1}
    wrong = {"ref": "A-2", "as_of": "2026-11-21", part: [value] if inner(fields(Case)[part])[1] else value}
    found = list(screen_many([case("A-1"), wrong]))
    with pytest.raises(InputError) as alone:
        screen(wrong)
    assert [list(each.problems) for each in found] == [[], alone.value.problems]


def test_a_mark_of_byte_order_and_empty_lines_are_no_cases(tmp_path: Path) -> None:
    path = tmp_path / "x.ndjson"
    path.write_bytes(
        b"\xef\xbb\xbf" + json.dumps(case("A-1")).encode() + b"\r\n\r\n  \n" + json.dumps(case("A-2")).encode()
    )
    found = list(screen_many(path))
    assert [(each.ref, each.refused, each.place) for each in found] == [
        ("A-1", False, "x.ndjson, 1"), ("A-2", False, "x.ndjson, 4"),
    ]  # fmt: skip


def test_a_line_longer_than_a_case_may_be_is_read_over(tmp_path: Path) -> None:
    huge = b'{"ref": "' + b"x" * (LIMITS.file_bytes * 2) + b'"}'
    assert codes(lines(tmp_path / "x.ndjson", huge, case("A-2"))) == [(None, ["too_large"]), ("A-2", [])]


def test_of_two_cases_with_one_reference_and_day_the_later_is_refused(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.ndjson", case("A-1"), case("A-1"), case("A-1", "2026-11-22"))
    found = list(screen_many(path, together=1))
    assert [each.refused for each in found] == [False, True, False]
    assert "x.ndjson, 1" in found[1].problems[0].cs


def test_a_folder_is_taken_in_the_order_of_names_with_folders_inside(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name, ref in (("b/1.json", "A-3"), ("a.json", "A-1"), ("b.JSON", "A-2"), ("x.txt", "A-9")):
        (tmp_path / name).write_text(json.dumps(case(ref)))
    (tmp_path / "a.json.doklad.json").write_text("{}")
    assert [(each.place, each.ref) for each in screen_many(tmp_path)] == [
        ("a.json", "A-1"), ("b/1.json", "A-3"), ("b.JSON", "A-2"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["neni.ndjson", "prazdna", "prazdny.ndjson"])
def test_what_cannot_be_opened_or_holds_nothing_is_an_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "prazdna").mkdir()
    (tmp_path / "prazdny.ndjson").write_bytes(b"\xef\xbb\xbf\n \n")
    with pytest.raises(InputError):
        list(screen_many(tmp_path / name))


def of_documents(documents: list[dict[str, Any]]) -> dict[str, pl.DataFrame]:
    """Return documents as frames of their parts."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for document in documents:
        for name in ("people", "debts", "enforcements", "incomes"):
            rows.setdefault(name, []).extend({"ref": document["ref"], **each} for each in document.get(name, ()))
    return {name: pl.DataFrame(of, infer_schema_length=None) for name, of in rows.items() if of}


def test_frames_in_give_what_documents_give() -> None:
    documents = [case("A-1", enforcements=[{"id": "e", "debts": ["odpad"], "status": "running"}]), case("A-2")]
    found = screen_frames(of_documents(documents), as_of=date(2026, 11, 21))
    assert found.cases["ref"].to_list() == ["A-1", "A-2"]
    for document in documents:
        told = screen(document).report("cs")
        mine = found.debts.filter(pl.col("ref") == document["ref"])
        assert mine.select("debt", "outcome", "verdict", "child_owes").rows() == [
            (debt.id, debt.outcome, debt.verdict, debt.child_owes) for debt in told.debts
        ]


def test_columns_with_dots_and_structs_are_parts_inside_and_null_is_unknown() -> None:
    debts = pl.DataFrame({
        "ref": ["A-1", "A-2"],
        "kind": ["loan", "loan"],
        "creditor.name": ["Banka A", None],
        "title": [{"kind": "payment_order", "representation": {"child_heard": None}}, None],
        "balance": [1000.5, None],
    })  # fmt: skip
    found = screen_frames({"debts": debts}, as_of=date(2026, 11, 21))
    assert found.problems.is_empty()
    assert found.debts.select("creditor", "balance").rows() == [("Banka A", 100050), (None, None)]


def test_parts_inside_others_find_them_by_id() -> None:
    people = pl.DataFrame({"ref": ["A-1"], "id": ["klient"], "role": ["debtor"], "birth_date": [date(2009, 3, 1)]})
    care = pl.DataFrame(
        {"ref": ["A-1"], "person": ["klient"], "from": ["2012"], "to": ["2014"], "kind": ["children_home"]}
    )
    found = screen_frames({"people": people, "in_care": care}, as_of=date(2026, 11, 21))
    assert found.problems.is_empty()
    lost = screen_frames({"people": people, "in_care": care.with_columns(person=pl.lit("x"))}, as_of=date(2026, 11, 21))
    assert lost.problems["code"].to_list() == ["unknown_reference"]


def test_nothing_is_lost_cases_in_are_cases_out_and_refused() -> None:
    cases = pl.DataFrame({"ref": ["A-1", "A-2", "A-2", "A-3", "A-4"], "as_of": ["2026-11-21"] * 4 + ["1999-01-01"]})
    debts = pl.DataFrame({
        "ref": ["A-1", "A-3", "A-5", None], "kind": ["loan", "x", "loan", "loan"], "balance": ["1", "2", "3", "4"],
    })  # fmt: skip
    found = screen_frames({"cases": cases, "debts": debts})
    assert found.cases["ref"].to_list() == ["A-1"]
    assert sorted(found.problems.select("ref", "code").rows(), key=str) == sorted(
        [("A-2", "duplicate_ref"), ("A-3", "not_in_list"), ("A-4", "before_horizon"), ("A-5", "unknown_ref"),
         (None, "ref_needed")], key=str,
    )  # fmt: skip
    assert found.screened + found.refused == 5  # the row of nobody is told beside them


def test_what_a_case_surely_has_none_of_is_said_and_not_guessed() -> None:
    people = pl.DataFrame({"ref": ["A-1", "A-2"], "id": ["a", "a"], "role": ["debtor", "debtor"]})
    cases = pl.DataFrame(
        {"ref": ["A-1", "A-2"], "none": [["debts"], None]}, schema_overrides={"none": pl.List(pl.String)}
    )
    found = screen_frames({"people": people, "cases": cases}, as_of=date(2026, 11, 21))
    assert found.cases.select("ref", "debts").rows() == [("A-1", 0), ("A-2", 0)]
    both = {"people": people, "cases": cases, "debts": pl.DataFrame({"ref": ["A-1"], "kind": ["loan"]})}
    assert screen_frames(both, as_of=date(2026, 11, 21)).problems["code"].to_list() == ["contradiction"]


def test_frames_and_columns_that_there_are_not_are_told_all_at_once() -> None:
    wrong = {"dbts": pl.DataFrame({"ref": ["a"]}), "debts": pl.DataFrame({"ref": ["a"], "balace": ["1"]}),
             "people": pl.DataFrame({"id": ["a"]})}  # fmt: skip
    with pytest.raises(InputError) as caught:
        screen_frames(wrong)
    assert {problem.place for problem in caught.value.problems} == {"as_of", "dbts", "debts.balace", "people.ref"}
    assert any("balance?" in problem.cs for problem in caught.value.problems)


def test_frames_of_no_case_have_all_their_columns() -> None:
    found = screen_frames({}, as_of=date(2026, 11, 21))
    for frame, schema in ((found.cases, CASES), (found.debts, DEBTS), (found.relief, RELIEF),
                          (found.incomes, INCOMES), (found.asks, ASKS), (found.problems, PROBLEMS)):  # fmt: skip
        assert frame.schema == pl.Schema(schema)
        assert frame.is_empty()


def test_every_list_of_a_case_can_come_in_a_frame() -> None:
    from dluhy.case import Case

    named = {table.path[0] for table in TABLES.values() if table.inside is None}
    assert set(Case.model_fields) - {"ref", "as_of"} == named


def test_the_sums_of_frames_are_those_of_the_debts() -> None:
    found = screen_frames(of_documents([case("A-1"), case("A-2")]), as_of=date(2026, 11, 21))
    sums = found.debts.group_by("ref").agg(pl.col("balance").sum()).sort("ref")
    assert sums.equals(found.cases.select("ref", "balance").sort("ref"))


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(words)
    return int(caught.value.code or 0)


def test_lines_out_are_the_results_of_each_and_refused_ones_stand_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = lines(tmp_path / "x.ndjson", case("A-1"), b"x", case("A-3")), tmp_path / "r.ndjson"
    assert run("screen", str(source), "--out", str(out)) == 1
    assert "Posouzeny 2 případy, 1 byl odmítnut" in capsys.readouterr().out
    assert [json.loads(line)["ref"] for line in out.read_bytes().splitlines()] == ["A-1", "A-3"]
    assert json.loads(out.read_bytes().splitlines()[0]) == json.loads(screen(json.dumps(case("A-1"))).json("cs"))
    assert "json_syntax" in rejected_beside(out).read_text(encoding="utf-8-sig")
    assert run("screen", str(source), "--out", str(out)) == 2  # nothing is written over


def test_tables_out_stand_beside_each_other(tmp_path: Path) -> None:
    source, out = lines(tmp_path / "x.ndjson", case("A-1"), case("A-2")), tmp_path / "r.parquet"
    assert run("screen", str(source), "--out", str(out)) == 0
    assert pl.read_parquet(out)["ref"].to_list() == ["A-1", "A-2"]
    assert pl.read_parquet(tmp_path / "r.dluhy.parquet").height == 4
    assert not (tmp_path / "r.odmitnute.parquet").exists()


def test_without_out_lines_go_to_standard_output_and_the_rest_to_standard_error(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    source = lines(tmp_path / "x.ndjson", case("A-1"), {"ref": "A-2"})
    assert run("screen", str(source), "--json", "--lang", "en") == 1
    told = capfdbinary.readouterr()
    assert [json.loads(line)["ref"] for line in told.out.splitlines()] == ["A-1"]
    assert b"x.ndjson, 2" in told.err
    assert b"1 case screened, 1 refused." in told.err


@pytest.mark.parametrize(
    ("lang", "words"), [("cs", ("Naléhavost", "Posouzeny 2 případy")), ("en", ("Urgency", "2 cases screened"))]
)
def test_without_out_people_read_a_line_per_case(
    lang: str, words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = lines(tmp_path / "x.ndjson", case("A-1"), {"ref": "A-2"}, case("A-3"))
    assert run("screen", str(source), "--lang", lang) == 1
    told = capsys.readouterr()
    head, *rows = told.out.splitlines()
    assert words[0] in head
    assert [row.split()[0] for row in rows] == ["A-1", "A-3"]
    assert all(len(row) <= 152 for row in rows)
    assert "{" not in told.out
    assert words[1] in told.err


@pytest.mark.parametrize(
    "words", [("--chart", "x.svg"), ("--pdf", "x.pdf"), ("--what-if", "as_of=2026-11-22"), ("--out", "x.csv")]
)
def test_what_is_for_one_case_only_is_refused(words: tuple[str, str], tmp_path: Path) -> None:
    assert run("screen", str(lines(tmp_path / "x.ndjson", case("A-1"))), *words) == 2


def test_where_every_case_is_refused_nothing_was_usable(tmp_path: Path) -> None:
    assert run("screen", str(lines(tmp_path / "x.ndjson", b"x")), "--out", str(tmp_path / "r.ndjson")) == 2
