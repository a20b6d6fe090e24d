"""Lists over HTTP: every form of body and answer is what the library gives; a refusal says everything at once."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import check_list, check_rows
from dluhy.report.export import write_stream
from dluhy.report.list_lines import lines
from dluhy_service.negotiation import CSV, JSON, NDJSON, XLSX

if TYPE_CHECKING:
    import httpx
    from tests.service.conftest import Client

    from dluhy.checking import ListResult
    from dluhy_service.settings import Settings

URL = "/v1/minors/checks"
DAY = {"as_of": AS_OF.isoformat()}
ROWS: list[dict[str, Any]] = [
    {"person_id": "P1", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "fee_year": 2018,
     "balance": "1500.00"},
    {"person_id": "P1", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "fee_year": 2019,
     "balance": "700.50"},
    {"person_id": "P2", "birth_date": "1999-02", "debt_kind": "transport_fare", "arose_on": "2012-03-02",
     "creditor_name": "=cmd|x"},
    {"person_id": "P3", "birth_date": "2031-01-01", "debt_kind": "library", "due_on": "2020-01-01"},
]  # fmt: skip
DOCUMENT = {**DAY, "rows": ROWS}
LINES = b"".join(json.dumps(row).encode() + b"\n" for row in ROWS)
XLSX_FILE = (ROOT / "fixtures" / "seznam_s_chybami.xlsx").read_bytes()
CSV_FILE = (ROOT / "fixtures" / "seznam_ukazka.csv").read_bytes()


def _form(result: ListResult, form: Any, language: Any = "cs", only: Any = None) -> bytes:  # noqa: ANN401
    held = BytesIO()
    write_stream(result, held, form, language, only)
    return held.getvalue()


def _lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.splitlines()]


def _problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    found: dict[str, Any] = answer.json()
    return found


def _errors(answer: httpx.Response, status: int = 422) -> dict[str | None, str]:
    return {item["pointer"] or item["place"]: item["code"] for item in _problem(answer, status)["errors"]}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("language", ["cs", "en"])
def test_rows_in_every_form(client: Client, language: str) -> None:
    result = check_rows(DOCUMENT)
    for media, form in ((JSON, "json"), (CSV, "csv"), (XLSX, "xlsx")):
        told = client.post(URL, json=DOCUMENT, headers={"Accept": media, "Accept-Language": language})
        assert told.status_code == 200, told.text
        assert told.headers["content-type"].split(";")[0] == media
        assert told.content == _form(result, form, language)
        assert (told.headers["dluhy-rows-judged"], told.headers["dluhy-rows-rejected"]) == ("3", "1")
    told = client.post(URL, json=DOCUMENT, headers={"Accept": NDJSON, "Accept-Language": language})
    assert told.content == b"".join(lines(result, language))  # type: ignore[arg-type]  # a language
    assert told.headers["content-language"] == language


def test_json_is_what_is_answered_where_nobody_cares(client: Client) -> None:
    told = client.post(URL, json=DOCUMENT, headers={"Accept": "*/*"})
    assert told.headers["content-type"] == JSON
    assert set(told.json()) == {"receipt", "as_of", "only", "sums", "unused", "people", "rows", "rejected"}


def test_a_selection_of_rows(client: Client) -> None:
    told = client.post(URL, json={**DOCUMENT, "only": "children"})
    assert told.content == _form(check_rows(DOCUMENT), "json", only="children")
    assert {row["list"] for row in told.json()["rows"]} == {"LIST-1"}


def test_references_in_place_of_codes(client: Client) -> None:
    told = client.post(URL, json={**DOCUMENT, "pseudonymise": True})
    assert told.status_code == 200
    assert '"P1"' not in told.text


@pytest.mark.sweep(1)
@pytest.mark.parametrize("name", ["seznam_s_chybami.xlsx", "seznam_ukazka.csv", "maly_seznam.xls"])
def test_an_uploaded_file_in_every_form(client: Client, name: str) -> None:
    path = ROOT / "fixtures" / name
    result = check_list(path, AS_OF)
    for media, form in ((JSON, "json"), (CSV, "csv"), (XLSX, "xlsx")):
        told = client.post(URL, files={"file": ("Dítě Novák.xlsx", path.read_bytes())}, data=DAY,
                           headers={"Accept": media})  # fmt: skip
        assert told.status_code == 200, told.text
        assert told.content == _form(result, form)
        assert told.headers["dluhy-rows-rejected"] == str(result.intake.rows_rejected)
        assert "Nov" not in str(told.headers)


def test_a_file_as_the_body(client: Client) -> None:
    for media, content, name in ((CSV, CSV_FILE, "seznam_ukazka.csv"), (XLSX, XLSX_FILE, "seznam_s_chybami.xlsx")):
        told = client.post(URL, content=content, params=DAY, headers={"Content-Type": media, "Accept": NDJSON})
        assert told.content == b"".join(lines(check_list(ROOT / "fixtures" / name, AS_OF), "cs"))


def test_downloads_are_called_alike_whatever_the_list(client: Client) -> None:
    for media, name in ((CSV, "vysledek.csv"), (XLSX, "vysledek.xlsx")):
        told = client.post(URL, json=DOCUMENT, headers={"Accept": media})
        assert told.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert pl.read_excel(told.content, sheet_id=1).height


def test_no_cell_of_an_answer_is_a_formula(client: Client) -> None:
    rows = [{**ROWS[0], "person_id": sign + "1+1", "title_ref": "=1"} for sign in "=+-@"]
    told = client.post(URL, json={**DAY, "rows": rows}, headers={"Accept": CSV})
    cells = [cell for row in csv.reader(StringIO(told.text.lstrip("\ufeff")), delimiter=";") for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_options_of_a_form(client: Client) -> None:
    sent = {**DAY, "only": "adults", "pseudonymise": "true", "municipality": "554961"}
    told = client.post(URL, files={"file": ("x", LINES)}, data=sent)
    assert told.status_code == 200, told.text
    assert {row["list"] for row in told.json()["rows"]} == {"LIST-2"}
    twice = b"".join(json.dumps({**row, "municipality_code": "554961"}).encode() + b"\n" for row in ROWS)
    assert _errors(client.post(URL, files={"file": ("x", twice)}, data=sent)) == {"soubor": "profile_constant"}


def test_a_stream_is_judged_as_the_list(client: Client) -> None:
    told = client.post(URL, content=LINES, params=DAY, headers={"Content-Type": NDJSON})
    assert told.status_code == 200, told.text
    assert told.headers["content-type"] == NDJSON
    expected = _lines(b"".join(lines(check_rows(DOCUMENT), "cs")))
    found = _lines(told.content)
    assert found[:-1] == expected[:-1]
    assert found[-1]["summary"]["sums"] == expected[-1]["summary"]["sums"]
    assert found[-1]["summary"]["receipt"]["rows_in"] == 4


def test_lines_of_a_stream_in_another_form(client: Client) -> None:
    told = client.post(URL, content=LINES, params=DAY, headers={"Content-Type": NDJSON, "Accept": JSON})
    assert [row["row"] for row in told.json()["rows"]] == [1, 2, 3]


def test_broken_lines_of_a_stream_are_told_apart(client: Client) -> None:
    told = client.post(URL, content=b"{\n" + LINES, params=DAY, headers={"Content-Type": NDJSON})
    rejected = [line["rejected"] for line in _lines(told.content) if "rejected" in line]
    assert [(cell["row"], cell["code"]) for cell in rejected] == [(1, "bad_json"), (5, "birth_in_future")]


def test_a_stream_with_names_is_refused_before_the_first_line(client: Client) -> None:
    content = json.dumps({**ROWS[0], "birth_number": "1055010012"}).encode()
    told = client.post(URL, content=content, params=DAY, headers={"Content-Type": NDJSON})
    assert _errors(told) == {"soubor": "personal_columns"}


def test_a_stream_that_breaks_off_ends_with_its_problems_and_never_with_a_summary(client: Client) -> None:
    rows = [{**ROWS[0], "person_id": f"K{n}"} for n in range(4_100)] + [{**ROWS[0], "birth_number": "x"}]
    content = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    told = client.post(URL, content=content, params=DAY, headers={"Content-Type": NDJSON, "Accept-Language": "en"})
    assert told.status_code == 200
    *judged, last = _lines(told.content)
    assert len(judged) == 4_000
    assert [item["code"] for item in last["problems"]] == ["personal_columns"]
    again = client.post(URL, content=LINES, params=DAY, headers={"Content-Type": NDJSON})
    assert _lines(again.content)[-1]["summary"]["receipt"]["rows_judged"] == 3


def test_what_is_no_list(client: Client) -> None:
    def sent(content: bytes, kind: str) -> httpx.Response:
        return client.post(URL, content=content, params=None if kind == JSON else DAY, headers={"Content-Type": kind})

    assert _problem(sent(b"{", JSON), 400)["type"].endswith(":malformed")
    assert _problem(sent(b"<html>", NDJSON), 400)["errors"][0]["code"] == "not_ndjson"
    assert _problem(sent(b"", NDJSON), 400)["errors"][0]["code"] == "empty"
    assert _errors(sent(b"", CSV)) == {"soubor": "empty"}
    assert _errors(sent(b"PK\x03\x04", XLSX)) == {"soubor": "unreadable"}
    assert _errors(sent(b"%PDF-1.7", CSV)) == {"soubor": "document"}
    assert set(_errors(sent(b"a;b\n1;2\n", CSV)).values()) == {"column_missing"}
    _problem(sent(LINES, "text/plain"), 415)
    _problem(sent(LINES, f"{NDJSON}; charset=cp1250"), 415)
    _problem(client.post(URL, json=DOCUMENT, headers={"Accept": "application/pdf"}), 406)
    assert client.get(URL).status_code == 405


def test_every_error_of_rows_at_once_and_nothing_is_converted(client: Client) -> None:
    wrong = {**ROWS[0], "fee_year": "2018", "balance": "1,5", "in_institution": "true", "Jana": 1}
    told = client.post(URL, json={"as_of": "dnes", "rows": [ROWS[0], wrong], "only": "x"})
    assert _errors(told) == {
        "/as_of": "date_form",
        "/rows/1/fee_year": "year_form",
        "/rows/1/balance": "money_form",
        "/rows/1/in_institution": "bool_type",
        "/rows/1": "unknown_key",
        "/only": "not_in_list",
    }
    assert "Jana" not in told.text


def test_a_day_as_people_write_it_is_told_how_to_write_it(client: Client) -> None:
    row = {**ROWS[0], "birth_date": "1. 5. 2010", "due_on": "31.3.2018"}
    told = client.post(URL, json={**DAY, "rows": [row]}, headers={"Accept-Language": "en"})
    assert {e["pointer"]: e["detail"][:24] for e in told.json()["errors"]} == {
        "/rows/0/birth_date": "write year-month-day: 12",
        "/rows/0/due_on": "write year-month-day: 12",
    }


def test_more_than_the_settings_allow_is_refused(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _problem(client.post(URL, json={**DAY, "rows": ROWS * 3_000}), 413)["type"].endswith(":too-large")
    monkeypatch.setitem(settings.__dict__, "rows", 3)  # the settings themselves cannot be changed
    assert list(_errors(client.post(URL, json=DOCUMENT), 413).values()) == ["too_many"]
    told = client.post(URL, files={"file": ("x", LINES)}, data=DAY)
    assert list(_errors(told, 413).values()) == ["too_many"]


def test_a_list_of_which_nothing_can_be_used(client: Client) -> None:
    rows = [{**ROWS[3], "person_id": f"P{n}"} for n in range(3)]
    assert _errors(client.post(URL, json={**DAY, "rows": rows})) == dict.fromkeys(
        (f"/rows/{n}/birth_date" for n in range(3)), "birth_in_future"
    )
    content = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    told = client.post(URL, files={"file": ("x.ndjson", content)}, data=DAY, headers={"Accept-Language": "en"})
    assert _errors(told) == {f"row {n}": "birth_in_future" for n in (1, 2, 3)}


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ({}, {"?as_of": "missing"}),
        ({"as_of": "21. 11. 2026", "only": "all"}, {"?as_of": "date_form", "?only": "not_in_list"}),
        ({**DAY, "pseudonymise": "1"}, {"?pseudonymise": "not_in_list"}),
        ({**DAY, "municipality": "Vzorov"}, {"?municipality": "municipality_form"}),
        ({**DAY, "sheet": "Novák"}, {"?": "unknown_parameter"}),
        (
            {"sheet": "Novák", "only": "all", "pseudonymise": "ano", "municipality": "1"},
            {
                "?": "unknown_parameter",
                "?as_of": "missing",
                "?only": "not_in_list",
                "?pseudonymise": "not_in_list",
                "?municipality": "municipality_form",
            },
        ),
        ({"as_of": ["2026-11-21", "zítra"], "only": "all"}, {"?as_of": "duplicate_parameter", "?only": "not_in_list"}),
        ({"as_of": "1900-01-01"}, None),
    ],
)
def test_options_of_the_query(client: Client, query: dict[str, Any], errors: dict[str, str] | None) -> None:
    told = client.post(URL, content=CSV_FILE, params=query, headers={"Content-Type": CSV})
    if errors is None:
        assert set(_errors(told).values()) == {"before_horizon"}
    else:
        assert _errors(told, 400) == errors
    assert "Novák" not in told.text


def test_fields_of_a_form(client: Client) -> None:
    file = {"file": ("x", CSV_FILE)}
    assert _errors(client.post(URL, files=file)) == {"/as_of": "missing"}
    assert _errors(client.post(URL, files={"as_of": (None, "2026-11-21")})) == {"/file": "missing"}
    both = [("file", ("x", CSV_FILE)), ("file", ("y", CSV_FILE)), ("as_of", (None, b"\xff")), ("Jana", (None, b"1"))]
    told = client.post(URL, files=both)
    assert _errors(told) == {"/file": "duplicate_field", "/as_of": "text_form", None: "unknown_field"}
    wrong = {"as_of": (None, "dnes"), "only": (None, "x"), "sheet": (None, ""), "Jana": (None, "1")}
    assert _errors(client.post(URL, files=wrong)) == {
        "/file": "missing", "/as_of": "date_form", "/only": "not_in_list", "/sheet": "sheet_form", None: "unknown_field"
    }  # fmt: skip
    assert "jsou tu: file, as_of" in told.text
    assert "Jana" not in told.text
    for content, kind in ((b"", "multipart/form-data"), (b"--x\r\n", "multipart/form-data; boundary=x"),
                          (b"nothing", "multipart/form-data; boundary=x")):  # fmt: skip
        told = client.post(URL, content=content, headers={"Content-Type": kind})
        assert _problem(told, 400)["type"].endswith(":malformed")


def test_names_of_sheets_and_columns_are_not_repeated(client: Client) -> None:
    told = client.post(URL, files={"file": ("x", XLSX_FILE)}, data={**DAY, "sheet": "Jana"})
    assert _errors(told) == {"soubor": "no_sheet"}
    twice = "Jana Nováková;Datum narození;Narozen;Druh;Rok\nx;1. 1. 2010;1. 1. 2010;odpad;2018\n".encode()
    told_twice = client.post(URL, files={"file": ("x", twice)}, data=DAY)
    assert set(_errors(told_twice).values()) == {"column_twice"}
    assert "Jan" not in told.text + told_twice.text


def test_a_key_without_the_scope_is_refused(anonymous: Client, new_key: Any) -> None:  # noqa: ANN401 - a fixture
    _problem(anonymous.post(URL, json=DOCUMENT, headers=new_key("case")), 403)


@pytest.mark.parametrize("form", [NDJSON, CSV])
def test_rows_are_counted_however_they_come(client: Client, form: str) -> None:
    """A stream that is answered as it comes, and a list answered whole."""
    before = _counted(client)
    broken = LINES + b'{"person_id": 1, "birth_date": "soon"}\n'
    told = client.post(URL, content=broken, params=DAY, headers={"Content-Type": NDJSON, "Accept": form})
    assert told.status_code == 200
    judged, rejected = (now - then for now, then in zip(_counted(client), before, strict=True))
    assert (judged, rejected) == (3, 2)  # the person born in 2031, and the one born soon


def _counted(client: Client) -> tuple[float, float]:
    told = client.get("/metrics").text
    return tuple(
        sum(float(line.rpartition(" ")[2]) for line in told.splitlines()
            if line.startswith("dluhy_rows_total{") and f'outcome="{outcome}"' in line and f'route="{URL}"' in line)
        for outcome in ("judged", "rejected")
    )  # type: ignore[return-value]  # two  # fmt: skip


def test_a_day_of_which_the_law_is_not_known_is_told_with_its_place_and_not_repeated(client: Client) -> None:
    early = "2020-01-01"
    told = [
        client.post(URL, json={**DOCUMENT, "as_of": early}),
        client.post(URL, params={"as_of": early}, content=CSV_FILE, headers={"Content-Type": CSV}),
        client.post(URL, params={"as_of": early}, content=LINES, headers={"Content-Type": NDJSON, "Accept": NDJSON}),
        client.post(URL, data={"as_of": early}, files={"file": CSV_FILE}),
    ]
    places = ("/as_of", "?as_of", "?as_of", "/as_of")
    assert [_errors(each) for each in told] == [{place: "before_horizon"} for place in places]
    assert not any(early in each.text for each in told)


def test_a_compressed_body_is_not_read(client: Client) -> None:
    told = client.post(URL, content=b"{}", headers={"Content-Type": JSON, "Content-Encoding": "gzip"})
    _problem(told, 415)
    assert told.headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("form", [NDJSON, JSON])
def test_columns_that_mean_nothing_are_told(client: Client, form: str) -> None:
    """A misspelt name would else look like a value that nobody knows."""
    misspelt = LINES.replace(b'"balance"', b'"ballance"')
    assert misspelt != LINES
    told = client.post(URL, content=misspelt, params=DAY, headers={"Content-Type": NDJSON, "Accept": form})
    assert told.status_code == 200, told.text
    whole = told.json() if form == JSON else _lines(told.content)[-1]["summary"]
    assert whole["unused"] == ["ballance"]
