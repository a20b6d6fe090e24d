"""Valid requests for every route, with what the library says to each: shared by all tests over the wire."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import msgspec
from attrs import frozen
from tests.service.wire.running import ROOT

import dluhy
from dluhy.case.schema import case_schema
from dluhy.documents.files import Content
from dluhy.documents.schema import as_text
from dluhy.replaying.again import replay_content
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.law_amounts import amounts_values
from dluhy.report.law_values import kinds_values, rule_value, rules_values
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.problems import Language

JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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


def posted(path: str, content: bytes, expected: Callable[[bytes, Language], str | bytes], name: str = "") -> Exchange:
    """Return a posted document and what the library says to it."""

    def said(language: Language) -> bytes:
        found = expected(content, language)
        return found if isinstance(found, bytes) else found.encode()

    return Exchange(route=path.partition("?")[0], path=path, content=content, kind=JSON, name=name,
                    expected=said)  # fmt: skip


def screening(content: bytes, name: str = "") -> Exchange:
    """Return the screening of a case."""
    return posted("/v1/screenings", content, lambda case, language: dluhy.screen(case).json(language), name)


def relief(content: bytes, name: str = "") -> Exchange:
    """Return the debt relief of a case."""
    return posted("/v1/relief", content, lambda case, language: dluhy.relieve(case).json(language), name)


SCREENINGS: Final = tuple(screening(path.read_bytes(), path.stem[:2]) for path in CLIENTS)
PAYMENT: Final = {
    "ref": "V-1",
    "paid_on": "2026-05-12",
    "net": "26400.00",
    "dependants": 1,
    "claims": [{"kind": "loan"}],
}
PAYSLIPS: Final = {
    "payslips": [{"paid_on": "2026-05-12", "net": "26400.00", "deducted": "2924.00"}], "dependants": 1,
}  # fmt: skip
PAYMENT_ROWS: Final = {
    "rows": [{"ref": f"P-{n}", "paid_on": "2026-05-12", "net": f"{26_400 + n}.00"} for n in range(3)]
}


def deduction(document: dict[str, Any], name: str = "") -> Exchange:
    """Return the deductions of a document."""

    def expected(content: bytes, language: Language) -> bytes:
        return deduction_answer(Content(content, "", "json"), language, PACK).content

    return posted("/v1/deductions", json.dumps(document).encode(), expected, name)


def _replayed(content: bytes, _: Language) -> str:
    asked = json.loads(content)
    return as_json(replay_content(json.dumps(asked["result"]).encode(), asked["source"].encode(), pack=PACK))


def _receipt(case: bytes) -> dict[str, Any]:
    return dict(json.loads(dluhy.relieve(case).json("cs"))["receipt"])


REPLAYS: Final = (
    posted(
        "/v1/replay", json.dumps({"result": _receipt(SMALL_CASE), "source": SMALL_CASE.decode()}).encode(), _replayed
    ),
)
CASES: Final = (
    screening(SMALL_CASE, "smallest"), deduction(PAYMENT, "payment"), deduction(PAYSLIPS, "payslips"),
    deduction(PAYMENT_ROWS, "rows"), relief(CLIENTS[1].read_bytes(), "02"),
)  # fmt: skip
