"""Headers and parameters that operations share, as components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.lists import LISTS
from dluhy_service.openapi.page import ASSETS
from dluhy_service.openapi.published import NAMES
from dluhy_service.openapi.values import Both

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_COUNT: Final[dict[str, Any]] = {"type": "integer", "minimum": 0}
_TEXT: Final[dict[str, Any]] = {"type": "string"}
_ETAG: Final[dict[str, Any]] = {"type": "string", "pattern": '^(W/)?"[^"]*"$'}


def _header(cs: str, en: str, schema: dict[str, Any], example: object) -> dict[str, Any]:
    return {"description": str(Both(cs, en)), "schema": schema, "example": example}


HEADERS: Final[dict[str, dict[str, Any]]] = {
    "X-Request-Id": _header("číslo požadavku", "number of the request",
                            {"type": "string", "pattern": "^[0-9A-Za-z_.-]+$"}, "5d1f0c2ab3e49786"),
    "Content-Language": _header("jazyk odpovědi", "language of the answer", {"enum": ["cs", "en"]}, "cs"),
    "RateLimit-Limit": _header("požadavků klíče za minutu", "requests of a key per minute", _COUNT, 600),
    "RateLimit-Remaining": _header("kolik jich zbývá", "how many are left", _COUNT, 599),
    "RateLimit-Reset": _header("za kolik sekund se počet obnoví", "seconds until the count is renewed", _COUNT, 60),
    "Retry-After": _header("za kolik sekund to zkusit znovu", "seconds to wait before trying again", _COUNT, 2),
    "WWW-Authenticate": _header("jaký klíč je třeba", "which key is needed", _TEXT, 'Bearer realm="dluhy"'),
    "Allow": _header("které metody cesta přijímá", "methods that the path takes", _TEXT, "GET"),
    "Accept": _header("které formy těla se tu čtou", "forms of a body that are read here", _TEXT, "application/json"),
    "Accept-Offered": _header("které formy odpovědi tu jsou", "forms of the answer that can be given", _TEXT,
                              "application/json"),
    "ETag": _header("značka znění; s If-None-Match se totéž neposílá znovu",
                    "tag of this version; with If-None-Match the same is not sent again", _ETAG, '"2f1c"'),
    "Content-Disposition": _header("jméno souboru", "name of the file", _TEXT, 'attachment; filename="vysledek.xlsx"'),
    "Dluhy-Rows-Judged": _header("kolik řádků se posoudilo", "how many rows were judged", _COUNT, 2),
    "Dluhy-Rows-Rejected": _header("kolik řádků se odmítlo", "how many rows were rejected", _COUNT, 0),
}  # fmt: skip
"""Name -> header of answers."""
EVERYWHERE: Final = ("X-Request-Id",)
KEYED: Final = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
OF_STATUS: Final = {401: ("WWW-Authenticate",), 403: ("WWW-Authenticate",), 405: ("Allow",), 406: ("Accept-Offered",),
                    415: ("Accept",), 429: ("Retry-After",), 503: ("Retry-After",)}  # fmt: skip
"""Headers that a refusal of a status has beside those of every answer."""


def _query(  # noqa: PLR0913 - the parts of a parameter, by name
    name: str, cs: str, en: str, schema: dict[str, Any], example: object, *, required: bool = False
) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "description": str(Both(cs, en)), "schema": schema,
            "example": example}  # fmt: skip


def _path(name: str, cs: str, en: str, known: list[str]) -> dict[str, Any]:
    """Return a part of a path: one of the known names."""
    return {"name": name, "in": "path", "required": True, "description": str(Both(cs, en)), "schema": {"enum": known},
            "example": known[0]}  # fmt: skip


def _optional_header(name: str, cs: str, en: str, example: str) -> dict[str, Any]:
    """Return a header of a request; any text is taken, what says nothing is passed over."""
    return {"name": name, "in": "header", "required": False, "description": str(Both(cs, en)), "schema": _TEXT,
            "example": example}  # fmt: skip


_FLAG: Final = {"enum": ["true", "false"], "default": "false"}
_DAY: Final = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def parameters(pack: Pack) -> dict[str, dict[str, Any]]:
    """Return name of the component -> parameter; the parts of paths have the names that there are."""
    return {
        "Accept-Language": _optional_header(
            "Accept-Language", "jazyk odpovědi: cs (výchozí), nebo en", "language of the answer: cs (default) or en",
            "cs"),
        "If-None-Match": _optional_header(
            "If-None-Match", "značka znění, které už máte", "tag of the version you have", '"2f1c"'),
        "strict_law": _query(
            "strict_law", "odmítnout oddlužení v měsících, jejichž právo se nezná",
            "refuse debt relief in months whose law is not known", _FLAG, "true"),
        "as_of": _query(
            "as_of", "den, ke kterému se odpovídá (RRRR-MM-DD)", "day that the answer is for (YYYY-MM-DD)", _DAY,
            "2026-11-21", required=True),
        "list_as_of": _query(
            "as_of", "den, ke kterému se posuzuje; v těle JSON a ve formuláři stojí tam",
            "day judged by; in a JSON body and a form it stands there", _DAY, "2026-11-21"),
        "list_only": _query(
            "only", "co z výsledku ukázat", "what of the result to show", {"enum": list(LISTS["shown_debts"])},
            "children"),
        "list_pseudonymise": _query(
            "pseudonymise", "místo kódů a spisových značek jen odkazy", "references in place of codes and file marks",
            _FLAG, "true"),
        "list_municipality": _query(
            "municipality", "kód obce, nemá-li jej soubor", "code of the municipality, if the file has none",
            {"type": "string", "pattern": "^[0-9]{6}$"}, "554961"),
        "year": _query(
            "year", "rok, za který se index počítá", "year of the index", {"type": "string", "pattern": "^[0-9]{4}$"},
            "2023"),
        "partial": _query(
            "partial", "neoficiální částečný index", "the unofficial partial index", _FLAG, "false"),
        "rule_id": _path("rule_id", "označení pravidla", "id of a rule", list(pack.rules)),
        "schema_name": _path("name", "jméno schématu", "name of a schema", list(NAMES)),
        "asset": _path("name", "jméno souboru", "name of the file", list(ASSETS)),
    }  # fmt: skip
