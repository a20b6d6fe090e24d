"""Valid requests about lists and municipalities, with what the library says to each."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from tests.service.wire.exchanges import (
    CASES,
    CLIENTS,
    CSV,
    DAY,
    JSON,
    LAW,
    NDJSON,
    OPEN,
    PACK,
    REPLAYS,
    XLSX,
    Exchange,
    posted,
)
from tests.service.wire.running import ROOT

import dluhy
from dluhy.bulk.stream import ListStream
from dluhy.checking import check_content
from dluhy.documents.files import Content
from dluhy.places import exclusion
from dluhy.report.export import write_stream
from dluhy.report.index_answers import index_answer, index_file_answer
from dluhy.report.list_lines import lines
from dluhy.report.stream import StreamWriter
from dluhy.report.suggestions import suggestions_report
from dluhy.report.written import as_json
from dluhy.suggesting import read_suggestions_request, suggestions_for

if TYPE_CHECKING:
    from dluhy.problems import Language

_FORMS: Final[dict[str, Any]] = {JSON: "json", CSV: "csv", XLSX: "xlsx"}


def _suggested(content: bytes, language: Language) -> str:
    asked = read_suggestions_request(json.loads(content), PACK, sha256=sha256(content).hexdigest())
    return as_json(suggestions_report(*suggestions_for(asked, PACK), language))


LISTS: Final = (
    posted("/v1/municipal/suggestions", b'{"municipality": "560286", "as_of": "2026-11-21"}', _suggested, "place"),
    posted("/v1/municipal/suggestions",
            json.dumps({"municipality": "560286", "case": json.loads(CLIENTS[0].read_bytes())}).encode(),
            _suggested, "case"),
)  # fmt: skip

ROWS: Final = (
    {"person_id": "P1", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "fee_year": 2018,
     "balance": "1500.00"},
    {"person_id": "P1", "birth_date": "2010-05-01", "debt_kind": "local_fee_waste", "fee_year": 2019,
     "balance": "700.50"},
    {"person_id": "P2", "birth_date": "1999-02", "debt_kind": "transport_fare", "arose_on": "2012-03-02"},
    {"person_id": "P3", "birth_date": "2031-01-01", "debt_kind": "library", "due_on": "2020-01-01"},
)  # fmt: skip
"""Three rows that can be judged and one that cannot."""
LINES: Final = b"".join(json.dumps(row).encode() + b"\n" for row in ROWS)
ROW_DOCUMENT: Final = json.dumps({"as_of": DAY.isoformat(), "rows": ROWS}).encode()
CSV_FILE: Final = (ROOT / "fixtures" / "seznam_ukazka.csv").read_bytes()
XLSX_FILE: Final = (ROOT / "fixtures" / "seznam_s_chybami.xlsx").read_bytes()
CHECKS: Final = "/v1/minors/checks"
BOUNDARY: Final = "dluhy-7MA4YWxkTrZu0gW"
FORM: Final = f"multipart/form-data; boundary={BOUNDARY}"


def form(content: bytes, filename: str = "seznam.xlsx", **fields: str) -> bytes:
    """Return a form with a file and other fields."""
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
    head = f'Content-Disposition: form-data; name="file"; filename="{filename}"\r\n\r\n'.encode()
    dashes = f"--{BOUNDARY}".encode()
    return b"".join(dashes + b"\r\n" + part + b"\r\n" for part in [*parts, head + content]) + dashes + b"--\r\n"


def _written(result: dluhy.ListResult, accept: str, language: Language) -> bytes:
    if accept == NDJSON:
        return b"".join(lines(result, language))
    held = BytesIO()
    write_stream(result, held, _FORMS[accept], language)
    return held.getvalue()


def _checked(kind: str, content: bytes, accept: str, *, source: bytes | None = None) -> Exchange:
    def expected(language: Language) -> bytes:
        read = content if source is None else source
        result = dluhy.check_rows(json.loads(read)) if kind == JSON else check_content(read, DAY)
        return _written(result, accept, language)

    path = CHECKS if kind in {JSON, FORM} else f"{CHECKS}?as_of={DAY.isoformat()}"
    name = f"{kind.partition(';')[0].rpartition('/')[2]} {accept.rpartition('/')[2][:6]}"
    return Exchange(route=CHECKS, path=path, content=content, kind=kind, accept=accept, name=name, expected=expected)


def _streamed(language: Language) -> bytes:
    writer = StreamWriter(ListStream(DAY), language)
    return b"".join([*writer.feed(LINES), *writer.finish()])


MINORS: Final = (
    _checked(JSON, ROW_DOCUMENT, JSON),
    _checked(JSON, ROW_DOCUMENT, NDJSON),
    Exchange(route=CHECKS, path=f"{CHECKS}?as_of={DAY.isoformat()}", content=LINES, kind=NDJSON, accept=NDJSON,
             name="stream", expected=_streamed),
    _checked(NDJSON, LINES, XLSX),
    _checked(CSV, CSV_FILE, CSV),
    _checked(XLSX, XLSX_FILE, JSON),
    _checked(FORM, form(XLSX_FILE, as_of=DAY.isoformat()), XLSX, source=XLSX_FILE),
)  # fmt: skip


INPUTS: Final = exclusion.frame().drop("published").head(5)
TABLE: Final = INPUTS.with_columns(own_school=None).write_csv(separator=";").encode()


def _indexed(content: bytes, language: Language) -> bytes:
    return index_answer(Content(content, "", "json"), language, PACK)


INDEXES: Final = (
    posted("/v1/index", b'{"municipalities": ["560286"]}', _indexed, "shipped"),
    posted("/v1/index", json.dumps({"year": 2023, "rows": INPUTS.to_dicts()}).encode(), _indexed, "rows"),
    Exchange(route="/v1/index", path="/v1/index?year=2023", content=TABLE, kind=CSV, name="file",
             expected=lambda language: index_file_answer(TABLE, 2023, language, PACK)),
)  # fmt: skip

EXCHANGES: Final = (*OPEN, *LAW, *CASES, *LISTS, *MINORS, *INDEXES, *REPLAYS)
"""At least one for every route; the ten clients stand apart."""
OF_ROUTES: Final = tuple({each.route: each for each in reversed(EXCHANGES)}.values())
"""The first of each route."""
