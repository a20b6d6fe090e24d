"""A list given as JSON rows: read strictly with every error at once, judged as the same rows in an NDJSON file."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any, get_args

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.conftest import AS_OF, ROOT

from dluhy import InputError, check_list, check_rows
from dluhy.children.check import COMPACT
from dluhy.documents.decoding import decode
from dluhy.documents.lists import LISTS
from dluhy.facts.schema import FACTS
from dluhy.intake.columns import meanings
from dluhy.intake.row_document import list_schema, read_rows, schema_text
from dluhy.law.pack import default_pack
from dluhy.report.export import write_stream
from dluhy.report.selection import Only

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.checking import ListResult

PACK = default_pack()
ROW = {"person_id": "P1", "birth_date": "2006-05-01", "debt_kind": "local_fee_waste", "fee_year": 2018,
       "balance": "1500.00", "enforcement_ref": "013 EX 1/22"}  # fmt: skip
ROWS: list[dict[str, Any]] = [
    ROW,
    {**ROW, "fee_year": 2019, "balance": "700.50", "recovered": "0.00", "in_institution": False},
    {**ROW, "person_id": "P2", "birth_date": "2009-03", "fee_year": "2018-2019", "balance": 900},
    {"person_id": "P3", "birth_date": "1990", "debt_kind": "transport_fare", "arose_on": "2007-02-03", "balance": None},
    {"birth_date": "2010-02-28", "debt_kind": "library", "due_on": "2020-01", "principal": "-3.10"},
    {**ROW, "person_id": "P4", "birth_date": "2031-01-01"},
]


def _document(rows: list[dict[str, Any]], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"as_of": AS_OF.isoformat(), "rows": rows, **more}


def _written(result: ListResult, form: Any, only: Any = None) -> bytes:  # noqa: ANN401 - a form, a selection
    held = BytesIO()
    write_stream(result, held, form, "cs", only)
    return held.getvalue()


def _problems(document: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(InputError) as caught:
        check_rows(document)
    return {problem.place: problem.code for problem in caught.value.problems}


def test_rows_are_judged_as_the_same_rows_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "s.ndjson"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    from_file, from_rows = check_list(path, AS_OF), check_rows(_document(ROWS))
    assert from_rows.judged.select(COMPACT).equals(from_file.judged.select(COMPACT))
    for form in ("ndjson", "csv"):
        assert _written(from_rows, form) == _written(from_file, form)
    assert from_rows.receipt == evolve(from_file.receipt, input_sha256=from_rows.receipt.input_sha256)
    assert from_rows.intake.rejected.drop("original").equals(from_file.intake.rejected.drop("original"))
    assert from_rows.receipt.rows_rejected == 1


def test_a_document_is_its_own_ndjson_for_a_replay(tmp_path: Path) -> None:
    rows = read_rows(_document(ROWS), PACK)
    path = tmp_path / "s.ndjson"
    path.write_bytes(rows.content)
    assert check_list(path, AS_OF).receipt == check_rows(_document(ROWS)).receipt


def test_every_error_has_its_place_and_nothing_is_converted() -> None:
    wrong = {"person_id": 7, "birth_date": "1. 5. 2006", "debt_kind": "poplatek", "fee_year": "2018",
             "balance": "1 500,00", "in_institution": "true", "institution_months": "2",
             "full_capacity_on": "2018-03", "neco": 1}  # fmt: skip
    found = _problems({"as_of": "2026-11", "rows": [ROW, wrong, 5], "only": "all", "pseudonymise": 1})
    assert found == {
        "/as_of": "day_form",
        "/rows/1/person_id": "text_form",
        "/rows/1/birth_date": "date_form",
        "/rows/1/debt_kind": "not_in_list",
        "/rows/1/fee_year": "year_form",
        "/rows/1/balance": "money_form",
        "/rows/1/in_institution": "bool_type",
        "/rows/1/institution_months": "int_type",
        "/rows/1/full_capacity_on": "day_form",
        "/rows/1/neco": "unknown_key",
        "/rows/2": "model_type",
        "/only": "not_in_list",
        "/pseudonymise": "bool_type",
    }


@pytest.mark.parametrize("value", ["12.345", 12.345, "1e3", "", " 12", "12 ", True, "8.000", "99999999999999"])
def test_money_that_is_not_exact_is_refused(value: object) -> None:
    assert set(_problems(_document([{**ROW, "balance": value}]))) == {"/rows/0/balance"}


def test_what_is_wrong_with_the_list_as_a_whole_points_to_the_rows() -> None:
    assert _problems(_document([])) == {"/rows": "too_short"}
    assert _problems(_document([{}])) == {"/rows": "empty_rows"}
    assert _problems(_document([{"person_id": "P1"}])) == {"/rows": "column_missing"}
    assert _problems(_document([{**ROW, "person_id": "Jana Nováková"}])) == {"/rows": "personal_code"}
    assert _problems({"rows": [ROW]}) == {"/as_of": "missing"}


def test_a_column_of_every_meaning_can_be_given() -> None:
    model = list_schema(PACK)["$defs"]["Row"]["properties"]
    assert set(model) == set(meanings())
    assert {name for name, spec in FACTS.items() if spec.asked} <= set(model)


def test_the_published_schema_is_current() -> None:
    """Renewed by `dluhy minors schema > docs/seznam.schema.json`."""
    assert (ROOT / "docs" / "seznam.schema.json").read_text(encoding="utf-8") == schema_text(PACK)


def test_what_to_show_is_said_as_on_the_command_line() -> None:
    assert set(LISTS["shown_debts"]) == set(get_args(Only))


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 2100), st.text(max_size=6), st.lists(st.integers(), max_size=1),
    st.sampled_from(["2018", "2018-13", "2018-02-30", "2018-03", "2018-03-31", "2012-2014", "12.50", "-1.00", "1.005",
                     "local_fee_waste", "yes", "true", "court_executor", 1.5, 2.0, {"from": "2018"}, "1900-01-01\n"]),
)  # fmt: skip
DOCUMENTS = st.fixed_dictionaries(
    {"as_of": st.sampled_from(["2026-11-21", "2026-11", "21. 11. 2026", None, 5]),
     "rows": st.lists(st.dictionaries(st.sampled_from([*meanings(), "x"]), VALUES, max_size=5), max_size=2)},
    optional={"only": VALUES, "pseudonymise": VALUES, "more": VALUES},
)  # fmt: skip


@given(DOCUMENTS)
@settings(max_examples=300, deadline=None)
def test_what_the_schema_refuses_the_reader_refuses(document: dict[str, Any]) -> None:
    try:
        read_rows(decode(json.dumps(document).encode(), "#", "json"), PACK)
    except InputError:
        return
    assert not list(Draft202012Validator(list_schema(PACK)).iter_errors(document))


def test_the_schema_takes_what_the_reader_takes() -> None:
    Draft202012Validator.check_schema(list_schema(PACK))
    assert not list(Draft202012Validator(list_schema(PACK)).iter_errors(_document(ROWS, only="children")))


def test_the_json_form_holds_everything() -> None:
    result = check_rows(_document(ROWS))
    content = json.loads(_written(result, "json"))
    lines = [json.loads(line) for line in _written(result, "ndjson").splitlines()]
    assert content["rows"] == lines
    assert content["receipt"]["result_sha256"] == result.receipt.result_sha256
    assert content["as_of"] == "2026-11-21"
    assert [(r["row"], r["column"], r["code"]) for r in content["rejected"]] == [(6, "birth_date", "birth_in_future")]
    assert set(content["rejected"][0]) == {"row", "column", "code", "cs", "en"}
    assert content["sums"]["balance"] == {"in": "4600.50", "judged": "3100.50", "rejected": "1500.00"}
    assert [person["person_id"] for person in content["people"]] == result.people["person_id"].to_list()[:4]
    assert content["people"][0]["balance"] == "900.00"


def test_a_selection_and_references_instead_of_codes() -> None:
    result = check_rows(_document(ROWS, pseudonymise=True), secret=b"x" * 32)
    content = json.loads(_written(result, "json", "children"))
    assert {row["list"] for row in content["rows"]} == {"LIST-1"}
    assert all(person["person_id"].startswith(("(O", "(řádek")) for person in content["people"])
    assert "days_to_18_from" not in content["people"][0]
    text = _written(result, "json").decode()
    assert "P1" not in text
    assert "013 EX 1/22" not in text
