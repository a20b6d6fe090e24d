"""Valid requests for every route, with what the library says to each: shared by all tests over the wire."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import msgspec
from attrs import frozen
from tests.service.wire.running import ROOT

import dluhy
from dluhy.bulk.stream import ListStream
from dluhy.case.schema import case_schema
from dluhy.checking import check_content
from dluhy.documents.schema import as_text
from dluhy.report.export import write_stream
from dluhy.report.law_amounts import amounts_values
from dluhy.report.law_values import kinds_values, rule_value, rules_values
from dluhy.report.list_lines import lines
from dluhy.report.stream import StreamWriter
from dluhy.report.suggestions import suggestions_report
from dluhy.report.written import as_json
from dluhy.suggesting import read_suggestions_request, suggestions_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.problems import Language

JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMS: Final[dict[str, Any]] = {JSON: "json", CSV: "csv", XLSX: "xlsx"}
DAY: Final = date(2026, 11, 21)
CLIENTS: Final = tuple(sorted((ROOT / "fixtures" / "klienti").glob("*.json")))
SMALL_CASE: Final = json.dumps({"ref": "A-1", "as_of": DAY.isoformat(), "people": [], "debts": []}).encode()
PACK: Final = dluhy.default_pack()


@frozen(kw_only=True)
class Exchange:
    """One valid request and the body of its answer, as the library gives it in a language."""

    route: str
    """The route's template."""
    path: str
    expected: Callable[[Language], bytes] | None = None
    """None where the answer says what only the service knows."""
    content: bytes = b""
    kind: str | None = None
    """The media type of the content; None for GET."""
    accept: str | None = None
    name: str = ""

    @property
    def method(self) -> str:
        """GET without a body, POST with one."""
        return "GET" if self.kind is None else "POST"

    @property
    def id(self) -> str:
        """How a test of it is called."""
        return f"{self.path.partition('?')[0]}{self.name and f' {self.name}'}"

    def headers(self, language: Language = "cs") -> dict[str, str]:
        """Return the headers to send, without the key."""
        found: dict[str, str] = {"Accept-Language": language}
        found |= {} if self.kind is None else {"Content-Type": self.kind}
        return found | ({} if self.accept is None else {"Accept": self.accept})


def _got(path: str, said: Callable[[], str | bytes] | None = None, route: str | None = None) -> Exchange:
    def expected(_: Language) -> bytes:
        assert said is not None
        found = said()
        return found if isinstance(found, bytes) else found.encode()

    return Exchange(route=route or path, path=path, expected=None if said is None else expected)


def _version() -> bytes:
    return msgspec.json.encode({"program": dluhy.program_version(), "pack": PACK.info.id,
                                "pack_version": PACK.info.version, "pack_hash": PACK.hash})  # fmt: skip


OPEN: Final = (
    _got("/health/live", lambda: b'{"status":"ok"}'),
    _got("/health/ready", lambda: b'{"status":"ready"}'),
    _got("/version", _version),
    _got("/metrics"),
    _got("/openapi.json"),
    _got("/docs"),
    _got("/docs/swagger-ui.css", route="/docs/{name}"),
)

LAW: Final = (
    _got("/v1/rules", lambda: as_json(rules_values(PACK))),
    _got("/v1/rules/W2", lambda: as_json(rule_value(PACK, "W2")), "/v1/rules/{rule_id}"),
    _got("/v1/amounts?as_of=2026-11-21", lambda: as_json(amounts_values(PACK, DAY)), "/v1/amounts"),
    _got("/v1/kinds", lambda: as_json(kinds_values(PACK))),
    _got("/v1/schemas"),
    _got("/v1/schemas/case", lambda: as_text(case_schema(PACK)), "/v1/schemas/{name}"),
)


def _posted(
    path: str, content: bytes, expected: Callable[[bytes, Language], str | bytes] | None, name: str = ""
) -> Exchange:
    def said(language: Language) -> bytes:
        assert expected is not None
        found = expected(content, language)
        return found if isinstance(found, bytes) else found.encode()

    return Exchange(route=path.partition("?")[0], path=path, content=content, kind=JSON, name=name,
                    expected=None if expected is None else said)  # fmt: skip


def screening(content: bytes, name: str = "") -> Exchange:
    """Return the screening of a case."""
    return _posted("/v1/screenings", content, lambda case, language: dluhy.screen(case).json(language), name)


def relief(content: bytes, name: str = "") -> Exchange:
    """Return the debt relief of a case."""
    return _posted("/v1/relief", content, lambda case, language: dluhy.relieve(case).json(language), name)


def _suggested(content: bytes, language: Language) -> str:
    asked = read_suggestions_request(json.loads(content), PACK, sha256=sha256(content).hexdigest())
    return as_json(suggestions_report(*suggestions_for(asked, PACK), language))


SCREENINGS: Final = tuple(screening(path.read_bytes(), path.stem[:2]) for path in CLIENTS)
CASES: Final = (screening(SMALL_CASE, "smallest"), relief(CLIENTS[1].read_bytes(), "02"))
LISTS: Final = (
    _posted("/v1/municipal/suggestions", b'{"municipality": "560286", "as_of": "2026-11-21"}', _suggested, "place"),
    _posted("/v1/municipal/suggestions",
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

EXCHANGES: Final = (*OPEN, *LAW, *CASES, *LISTS, *MINORS)
"""At least one for every route; the ten clients stand apart in `SCREENINGS`."""
