"""Results of every job as content: what the program gave out, and what it was made from."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen
from tests.conftest import AS_OF, ROOT

from dluhy import check_list, check_rows, default_pack, relieve, screen, what_if
from dluhy.deductions.listed import read_payments
from dluhy.documents.files import Content
from dluhy.documents.in_memory import file_of
from dluhy.municipal.index.computing import computed
from dluhy.municipal.index.files import read_inputs
from dluhy.municipal.index.shipped import shipped_inputs
from dluhy.municipal.place.document import read_place
from dluhy.municipal.place.local_facts import local_facts
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.receipt import suggestions_receipt
from dluhy.places import exclusion
from dluhy.receipt import to_json
from dluhy.region.aggregating import aggregated
from dluhy.region.files import as_text
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.deduction_lists import deductions_of_list
from dluhy.report.index_receipt import index_receipt
from dluhy.report.region_joined import joined_files
from dluhy.report.region_receipt import Options
from dluhy.report.suggestions import suggestions_report
from dluhy.report.written import as_json
from dluhy.suggesting import read_suggestions_request, suggestions_for

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURES: Final = ROOT / "fixtures"
PACK: Final = default_pack()
CASE: Final = (FIXTURES / "klienti" / "02_matka_dve_deti_najem_mikropujcka.json").read_bytes()
LIST: Final = (FIXTURES / "seznam_ukazka.csv").read_bytes()
BOOK: Final = (FIXTURES / "seznam_ukazka.xlsx").read_bytes()
TOML_CASE: Final = (FIXTURES / "pripady" / "dite_17_poplatky_jizdne.toml").read_bytes()
PAYMENT: Final = (FIXTURES / "srazky" / "jeden_platce.toml").read_bytes()
PAYSLIPS: Final = (FIXTURES / "srazky" / "pasky_sklad.toml").read_bytes()
PAYMENTS: Final = (FIXTURES / "srazky" / "srazky.csv").read_bytes()
COMPACT: Final = b'{"ref":"a","paid_on":"2026-05-12","net":"26400.00"}'
ROW: Final = b'{"ref":"a","paid_on":"2026-05-12","net":"26400.00","priority":true}\n'
PAYMENT_ROWS: Final[dict[str, Any]] = {"rows": [{"paid_on": "2026-05-12", "net": "26400.00", "ref": "a"}]}
ROWS: Final[dict[str, Any]] = {"as_of": "2026-11-21", "rows": [
    {"person_id": "P1", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "fee_year": 2018, "balance": "9"},
]}  # fmt: skip


@frozen
class Result:
    """What a job gave out and what it was made from; `whole` is whether all of the result can be compared."""

    content: bytes
    source: bytes | None
    job: str
    whole: bool = True

    @property
    def language_told(self) -> bool:
        """Whether the receipt is the same in both languages; that of one payment is not."""
        return self.job != "deduct" or not self.whole

    @property
    def receipt(self) -> bytes:
        """The receipt alone."""
        held: dict[str, Any] = json.loads(self.content)
        return json.dumps(held.get("receipt", held)).encode()


def _deduction(source: bytes, language: Any = "cs") -> Result:  # noqa: ANN401 - a language
    content = Content(source, "deduction", None)
    return Result(deduction_answer(content, language, PACK).content, source, "deduct")


def _payments(source: bytes) -> Result:
    with file_of(source) as path:
        return Result(
            to_json(deductions_of_list(read_payments(path, PACK), PACK).receipt), source, "deduct", whole=False
        )


def _check(source: bytes) -> Result:
    with file_of(source) as path:
        return Result(to_json(check_list(path, AS_OF).receipt), source, "minors check", whole=False)


def _parquet(source: bytes) -> bytes:
    held = BytesIO()
    pl.read_csv(source, separator=";", infer_schema=False).write_parquet(held)
    return held.getvalue()


def _bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document).encode()


def _request(document: dict[str, Any]) -> Result:
    source = _bytes(document)
    request = read_suggestions_request(document, PACK, sha256=sha256(source).hexdigest())
    return _suggested(*suggestions_for(request, PACK), source)


def _suggested(found: Any, receipt: Any, source: bytes | None) -> Result:  # noqa: ANN401 - as made
    return Result(as_json(suggestions_report(found, receipt, "en")).encode(), source, "municipal suggest")


def _suggested_list() -> Result:
    with file_of(LIST) as path:
        result = check_list(path, AS_OF)
    found = suggest(result, creditor_body="region")
    receipt = suggestions_receipt(found, input_sha256=result.intake.raw.sha256, creditor_body="region",
                                  rejected=result.intake.rows_rejected)  # fmt: skip
    return _suggested(found, receipt, LIST)


def _suggested_place() -> Result:
    source = (FIXTURES / "obec_ukazka.toml").read_bytes()
    with file_of(source) as path:
        read = read_place(path, PACK)
    place = local_facts(document=read.place)
    found = suggest(place=place, as_of=AS_OF, pack=PACK)
    return _suggested(found, suggestions_receipt(found, input_sha256=read.sha256, place=place, alone=True), source)


def _suggested_code() -> Result:
    place = local_facts("554961")
    found = suggest(place=place, as_of=AS_OF, pack=PACK)
    return _suggested(found, suggestions_receipt(found, input_sha256="", place=place, alone=True), None)


def _suggested_case() -> Result:
    screening, place = screen(CASE), local_facts("554961")
    found = suggest(screening, place=place)
    receipt = suggestions_receipt(found, input_sha256=sha256(CASE).hexdigest(), place=place)
    return _suggested(found, receipt, CASE)


def _index(source: bytes | None) -> Result:
    if source is None:
        listed = shipped_inputs(None, PACK, partial=False)
    else:
        with file_of(source) as path:
            listed = read_inputs(path, 2023, PACK)
    receipt = index_receipt(computed(listed.frame, listed.year, PACK), PACK, listed.sha256)
    return Result(to_json(receipt), source, "index", whole=False)


def index_rows() -> bytes:
    """Return the shipped rows as a file that an office could have."""
    own = pl.when("own_school").then(pl.lit("ano")).otherwise(pl.lit("ne"))
    text = exclusion.frame().drop("published").with_columns(own_school=own).write_csv(separator=";")
    return text.encode()


def _overview() -> Result:
    with file_of(LIST) as path:
        text = as_text(aggregated(check_list(path, AS_OF))).encode()
    with file_of(text) as path:
        made = joined_files([path], Options(region=None, public=True, period="month"), PACK)
    return Result(to_json(made.receipt), text, "region overview", whole=False)


MAKE: Final[dict[str, Callable[[], Result]]] = {
    "screen": lambda: Result(screen(CASE).json().encode(), CASE, "screen"),
    "screen en, toml, strict": lambda: Result(screen(TOML_CASE, strict_law=True).json("en").encode(), TOML_CASE,
                                              "screen"),
    "what if": lambda: Result(what_if(CASE, ["people.matka.pension=old_age"]).json("en").encode(), CASE, "screen"),
    "relief": lambda: Result(relieve(CASE).json("en").encode(), CASE, "relief"),
    "relief strict": lambda: Result(relieve(CASE, strict_law=True).json().encode(), CASE, "relief"),
    "deduct": lambda: _deduction(PAYMENT),
    "deduct en": lambda: _deduction(PAYMENT, "en"),
    "deduct compact": lambda: _deduction(COMPACT, "en"),
    "payslips": lambda: _deduction(PAYSLIPS),
    "payment rows": lambda: _deduction(_bytes(PAYMENT_ROWS)),
    "payments": lambda: _payments(PAYMENTS),
    "one payment": lambda: _payments(ROW),
    "payments parquet": lambda: _payments(_payments_parquet()),
    "check": lambda: _check(LIST),
    "check xlsx": lambda: _check(BOOK),
    "check parquet": lambda: _check(_parquet(LIST)),
    "check rows": lambda: Result(to_json(check_rows(ROWS).receipt), _bytes(ROWS), "minors check", whole=False),
    "suggest case": _suggested_case,
    "suggest list": _suggested_list,
    "suggest place": _suggested_place,
    "suggest code": _suggested_code,
    "suggest request": lambda: _request({"case": json.loads(CASE), "municipality": "554961"}),
    "suggest request rows": lambda: _request(ROWS | {"creditor_body": "region"}),
    "suggest request code": lambda: _request({"municipality": "554961", "as_of": "2026-11-21"}),
    "overview": _overview,
    "index": lambda: _index(index_rows()),
    "index shipped": lambda: _index(None),
}  # fmt: skip


def _payments_parquet() -> bytes:
    from datetime import date

    held = BytesIO()
    pl.DataFrame({"paid_on": [date(2026, 5, 12)], "net": [2_640_000]}).write_parquet(held)
    return held.getvalue()
