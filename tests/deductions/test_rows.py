"""Rows of payments as JSON: strict, every error at once, the same rows as a list, and no row hurts another."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.case.small_schema import accepts

from dluhy.cli import main
from dluhy.deductions import rows as reading
from dluhy.deductions.document import RowPart
from dluhy.deductions.frame_columns import COLUMNS, lists_of
from dluhy.deductions.rows import FIELDS, read_rows
from dluhy.deductions.schema import deduction_schema
from dluhy.documents.fields import fields
from dluhy.documents.files import Content
from dluhy.law.pack import default_pack
from dluhy.problems import InputError
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.payment_rows import row_answers

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = dict[str, Any]
PACK = default_pack()
SCHEMA = deduction_schema(PACK)
SOUND: Row = {"ref": "P-1", "paid_on": "2026-05-12", "net": "26400.00"}
CODES = lists_of(PACK)
LATE = date(2027, 2, 1)
MONEY = st.integers(0, 10**9).map(lambda halere: f"{halere // 100}.{halere % 100:02d}")
DAYS = st.dates(min_value=date(2025, 1, 1), max_value=date(2026, 12, 31)) | st.sampled_from([date(2023, 5, 12), LATE])
BEFORE = st.dates(min_value=date(2019, 1, 1), max_value=date(2024, 12, 31)) | st.just(LATE)
FULL = st.fixed_dictionaries(
    {"paid_on": DAYS.map(str), "net": MONEY | st.integers(0, 10**6)},
    optional={
        "ref": st.from_regex(r"[A-Z][a-zž0-9.\-]{0,5}", fullmatch=True) | st.none(),
        "wage_period": BEFORE.map(lambda day: f"{day:%Y-%m}") | st.none(),
        "dependants": st.integers(0, 30) | st.none(),
        "orders": st.integers(0, 9),
        "base_share": MONEY,
        "balance": MONEY | st.none(),
        "order_issued_on": BEFORE.map(str),
        **{name: st.booleans() | st.none() for name, dtype in COLUMNS.items() if str(dtype) == "Boolean"},
        **{name: st.sampled_from(codes) | st.none() for name, codes in CODES.items()},
    },
)
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", "x", "2", 2, -1, 31, 1.5, True, [], {}, "2026-13-01", "2026", "1 000", "1.005", "12. 5. 2026"]
)


def body(*rows: Mapping[str, Any]) -> bytes:
    return json.dumps({"rows": list(rows)}, default=str).encode()


def answered(*rows: Mapping[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(row_answers([read_rows(body(*rows), PACK)], PACK)[0].content)
    return told


def said_against(content: bytes) -> set[tuple[str, str]]:
    with pytest.raises(InputError) as refused:
        read_rows(content, PACK)
    return {(problem.code, problem.place) for problem in refused.value.problems}


def run(*arguments: str | Path) -> object:
    """Run the command; return its status."""
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    return ended.value.code


def listed(folder: Path, *rows: Mapping[str, Any]) -> tuple[list[bytes], dict[str, Any]]:
    """Return the lines that the command writes for a list of the same rows, and its receipt."""
    source, target = folder / "x.ndjson", folder / "y.ndjson"
    source.write_bytes(b"".join(json.dumps(row).encode() + b"\n" for row in rows))
    assert run("deduct", source, "--out", target) in {0, 1}
    return target.read_bytes().splitlines(), json.loads((folder / "y.ndjson.doklad.json").read_bytes())


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=25, deadline=None)
@given(rows=st.lists(FULL, min_size=1, max_size=6))
def test_rows_are_those_that_the_command_writes_for_a_list(
    rows: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = [row | {"net": str(row["net"])} for row in rows]
    told = row_answers([read_rows(body(*rows), PACK)], PACK)[0]
    lines, receipt = listed(tmp_path_factory.mktemp("list"), *texts)
    answer = json.loads(told.content)
    assert told.content.startswith(b'{"rows":[' + b",".join(lines) + b"],")
    assert answer["receipt"] | {"input_sha256": ""} == receipt | {"input_sha256": ""}
    assert len(answer["rows"]) + len({each["row"] for each in answer["rejected"]}) == len(rows)


@settings(max_examples=60, deadline=None)
@given(documents=st.lists(st.lists(FULL, min_size=1, max_size=3), min_size=1, max_size=6))
def test_documents_together_are_answered_as_each_alone(documents: list[list[Row]]) -> None:
    asked = [read_rows(body(*rows), PACK) for rows in documents]
    assert row_answers(asked, PACK) == [row_answers([each], PACK)[0] for each in asked]


@settings(max_examples=150, deadline=None)
@given(row=FULL, name=st.sampled_from(FIELDS), value=ODD, put=st.booleans())
def test_the_readers_of_columns_and_the_model_agree(row: Row, name: str, value: object, put: bool) -> None:  # noqa: FBT001
    document = {"rows": [row | {name: value} if put else row]}
    quick = reading._fitting(document["rows"], reading._readers(PACK))  # noqa: SLF001 - the two ways of reading
    try:
        by_model = reading._checked(document, PACK)  # noqa: SLF001
    except InputError:
        assert quick is None
    else:
        assert quick is None or quick == by_model
        if not isinstance(value, float):
            assert quick == by_model


@settings(max_examples=150, deadline=None)
@given(row=FULL, name=st.sampled_from(FIELDS), value=ODD, put=st.booleans())
def test_what_the_schema_refuses_the_reader_refuses_too(row: Row, name: str, value: object, put: bool) -> None:  # noqa: FBT001
    document = {"rows": [row | {name: value} if put else row]}
    if not accepts(SCHEMA, document):
        assert said_against(json.dumps(document).encode())


@settings(max_examples=50, deadline=None)
@given(row=FULL)
def test_the_schema_accepts_what_the_reader_takes(row: Row) -> None:
    assert accepts(SCHEMA, {"rows": [row]})
    assert read_rows(body(row), PACK).rows


def test_the_columns_are_those_of_frames() -> None:
    assert tuple(fields(RowPart)) == FIELDS == ("ref", *COLUMNS)


def test_every_error_is_told_at_once_with_its_pointer() -> None:
    bad = [
        SOUND,
        {"paid_on": "12. 5. 2026", "net": 1234.5678, "nic": 1},
        {"net": "26 400", "dependants": "2", "priority": "true", "own_pension": "x", "orders": -1, "ref": "a b"},
        5,
    ]
    assert said_against(json.dumps({"rows": bad}).encode()) == {
        ("date_form", "/rows/1/paid_on"), ("money_form", "/rows/1/net"), ("unknown_key", "/rows/1/nic"),
        ("missing", "/rows/2/paid_on"), ("money_form", "/rows/2/net"), ("int_type", "/rows/2/dependants"),
        ("bool_type", "/rows/2/priority"), ("not_in_list", "/rows/2/own_pension"),
        ("greater_than_equal", "/rows/2/orders"), ("id_form", "/rows/2/ref"), ("model_type", "/rows/3"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"rows": []}', {("too_short", "/rows")}),
        (b'{"rows": 1}', {("list_type", "/rows")}),
        (b'{"rows": [{"net": 1}], "net": 1}', {("unknown_key", "/net"), ("missing", "/rows/0/paid_on")}),
        (b'{"rows": [{"paid_on": "2026-05-12", "net": 1, "net": 2}]}', {("duplicate_key", "")}),
        (b'{"rows": [{"paid_on": "2026-05-12", "net": NaN}]}', {("not_a_number", "")}),
        (body(*[SOUND] * 2_001), {("too_many", "/rows")}),
        (body(SOUND | {"ref": "9001011239"}), {("birth_number_in_reference", "/rows/0/ref")}),
    ],
)  # fmt: skip
def test_what_is_no_document_of_rows_is_told(content: bytes, said: set[tuple[str, str]]) -> None:
    assert said_against(content) == said


def test_money_is_a_decimal_text_or_an_exact_number() -> None:
    nets = [
        read_rows(body(SOUND | {"net": net}), PACK).rows[0][FIELDS.index("net")] for net in ("26400.50", 26400.5, 26400)
    ]
    assert nets == [2_640_050, 2_640_050, 2_640_000]
    exact = b'{"rows": [{"paid_on": "2026-05-12", "net": 26400.10}]}'
    assert read_rows(exact, PACK).rows[0][FIELDS.index("net")] == int(Decimal("26400.10") * 100)


def test_rows_that_the_law_refuses_are_told_apart_and_the_others_judged() -> None:
    contradiction = {"spouse_counts": True, "spouse_married": False}
    told = answered(
        SOUND, SOUND | {"paid_on": "2035-01-01"}, SOUND | {"paid_on": "2023-05-12"}, SOUND | contradiction,
        SOUND | {"order_issued_on": "2026-06-01"}, SOUND | {"wage_period": "2026-06"}, SOUND | {"ref": "P-2"},
    )  # fmt: skip
    assert [(row["row"], row["ref"]) for row in told["rows"]] == [(1, "P-1"), (7, "P-2")]
    assert [(each["row"], each["column"], each["code"]) for each in told["rejected"]] == [
        (2, "paid_on", "past_horizon"), (3, "wage_period", "wage_period_needed"),
        (4, "spouse_counts", "spouse_contradiction"), (5, "order_issued_on", "value"), (6, "wage_period", "value"),
    ]  # fmt: skip
    assert all(each["cs"] and each["en"] for each in told["rejected"])
    assert (told["receipt"]["rows_judged"], told["receipt"]["rows_rejected"]) == (2, 5)


def test_a_refusal_that_nobody_foresaw_hurts_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    sound, late = SOUND, SOUND | {"paid_on": "2035-01-01"}
    expected = row_answers([read_rows(body(each), PACK) for each in (sound, late)], PACK)
    monkeypatch.setattr("dluhy.report.payment_rows._doubtful", lambda _row, _pack: False)
    assert row_answers([read_rows(body(each), PACK) for each in (sound, late)], PACK) == expected


def test_the_command_takes_rows_and_computes_them_again(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    source, result = tmp_path / "rows.json", tmp_path / "result.json"
    source.write_bytes(body(SOUND, SOUND | {"paid_on": "2035-01-01"}))
    assert run("deduct", source, "--json") == 1
    printed = capsysbinary.readouterr().out
    assert printed == deduction_answer(Content(source.read_bytes(), "", "json"), "cs", PACK).content
    result.write_bytes(printed)
    assert run("replay", result, source) == 0
    result.write_bytes(printed.replace(b'"left":"', b'"left":"1'))
    assert run("replay", result, source) != 0


@pytest.mark.parametrize("name", ["jeden_platce.toml", "vyzivne.toml"])
@pytest.mark.parametrize("language", ["cs", "en"])
def test_other_documents_are_answered_as_the_command_prints_them(
    name: str, language: Any, capsys: pytest.CaptureFixture[str]  # noqa: ANN401 - of two words
) -> None:  # fmt: skip
    path = Path(__file__).resolve().parents[2] / "fixtures" / "srazky" / name
    assert run("deduct", path, "--json", "--lang", language) == 0
    told = deduction_answer(Content(path.read_bytes(), name, None), language, PACK)
    assert told.content.decode() == capsys.readouterr().out
