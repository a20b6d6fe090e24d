"""Refusals as problems (RFC 9457): stable types, the language asked for, every error of an input at once.

A problem never holds a value that was sent: its texts are the program's own, its pointers lead only to known keys.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec
from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dluhy.problems import Language, Problem

MEDIA_TYPE: Final = "application/problem+json"
PREFIX: Final = "urn:dluhy:problem:"
_PRIVATE: Final = {
    "unknown_key": (
        "je tu údaj, jehož jméno se tu nezná (překlep?); jména vypisuje /openapi.json",
        "there is a value whose name is not known here (a misspelling?); /openapi.json lists the names",
    ),
    "json_syntax": (
        "tady není platný JSON (řádek:sloupec); hledejte chybějící čárku, uvozovku nebo závorku",
        "no valid JSON here (line:column); look for a missing comma, quote or bracket",
    ),
    "duplicate_key": ("jeden klíč tu stojí dvakrát", "one key stands here twice"),
    "other_pack": ("doklad vznikl podle jiné sady pravidel", "the receipt was made under another pack of rules"),
    "other_program": ("doklad vznikl v jiné verzi programu", "the receipt was made by another version of the program"),
    "other_input": ("výsledek vznikl z jiného vstupu", "the result was made from another input"),
    "municipality": ("obec s tímto kódem není", "there is no municipality with this code"),
    "municipality_differs": ("řádky uvádějí i jiné obce", "the rows name other municipalities too"),
    "several_sheets": (
        "seznam může být na více listech; nechte jeden, nebo list určete údajem sheet, stačí jeho pořadí",
        "several sheets may hold the list; leave one, or choose it with sheet, its number will do",
    ),
    "no_sheet": (
        "takový list v souboru není, je prázdný, nebo soubor listy nemá",
        "there is no such sheet, it is empty, or the file has no sheets",
    ),
    "column_twice": (
        "totéž znamenají dva sloupce; jeden přejmenujte nebo odstraňte",
        "two columns mean the same; rename or remove one",
    ),
    "profile_constant": (
        "kód obce má v seznamu vlastní sloupec, nebo není platný; údaj municipality vynechte",
        "the list has a column of municipalities, or the code is not valid; leave municipality out",
    ),
}
"""Errors whose own texts repeat what the sender wrote: a key that he made up, a code that is none, a sheet's name."""
_OF_FILES: Final = frozenset({"several_sheets", "no_sheet", "profile_constant"})
_OF_FILE: Final = "soubor"
_OF_KEYS: Final = frozenset({"unknown_key", "duplicate_key"})
_UNREAD: Final = frozenset({"too_deep", "too_many"})
"""Errors told before any key is held against those that are known: their pointers may lead through made-up ones."""
_LISTS: Final = frozenset({"rows", "case", "place", "people", "debts", "enforcements", "incomes", "budget", "assets",
                           "indicators", "fees", "claims", "payers", "back_pay", "payslips"})  # fmt: skip
"""What such a pointer may name."""
_HORIZON: Final = frozenset({"before_horizon", "past_horizon"})
_DAY: Final = "as_of "
"""How the places of such errors begin; the day that was sent follows."""
_WHOLE: Final = "#"
"""How the library calls the whole document."""
_STEP: Final = re.compile(r"0|[1-9][0-9]{0,6}|[a-z][a-z0-9_]{0,63}")


@frozen
class Kind:
    """A type of problem: its stable name, the status it goes with, its title and its usual detail in both languages."""

    name: str
    status: int
    cs: str
    en: str
    detail_cs: str
    detail_en: str

    @property
    def uri(self) -> str:
        """The identifier of the type, stable for ever."""
        return f"{PREFIX}{self.name}"


def _kinds(*kinds: Kind) -> dict[str, Kind]:
    return {kind.name: kind for kind in kinds}


KINDS: Final = _kinds(
    Kind("malformed", 400, "Tělo požadavku nejde přečíst", "The body cannot be read",
         "Tělo není platný JSON v kódování UTF-8.", "The body is no valid JSON in UTF-8."),
    Kind("cut-off", 400, "Tělo požadavku nedorazilo celé", "The body did not arrive whole",
         "Spojení skončilo dřív než tělo.", "The connection ended before the body did."),
    Kind("bad-request", 400, "Neplatný požadavek", "Invalid request",
         "Požadavek neodpovídá tomu, co se tu čeká.", "The request is not what is expected here."),
    Kind("bad-host", 400, "Neznámé jméno serveru", "Unknown host",
         "Pod tímto jménem služba neběží; správce je může přidat do allowed_hosts.",
         "The service does not answer under this name; the administrator may add it to allowed_hosts."),
    Kind("no-key", 401, "Chybí platný klíč", "A valid key is missing",
         "Pošlete platný klíč v hlavičce „Authorization: Bearer dluhy_…“; zrušený ani prošlý neplatí. Klíč dá správce.",
         "Send a valid key in the header “Authorization: Bearer dluhy_…”, neither revoked nor expired."
         " The administrator of the service gives it."),
    Kind("no-scope", 403, "Klíč sem nesmí", "The key may not do this",
         "Klíč nemá oprávnění k této cestě.", "The key has no scope for this path."),
    Kind("not-found", 404, "Nic takového tu není", "There is no such thing",
         "Na této cestě nic není; cesty vypisuje /openapi.json.",
         "Nothing stands at this path; /openapi.json lists the paths."),
    Kind("method", 405, "Tudy to nejde", "Method not allowed",
         "Tato cesta přijímá jen metody z hlavičky Allow.", "This path takes only the methods named in Allow."),
    Kind("not-acceptable", 406, "Takovou odpověď dát neumím", "No such answer can be given",
         "Žádnou z forem v hlavičce Accept tu dát neumím.", "None of the forms named in Accept can be given here."),
    Kind("too-slow", 408, "Tělo požadavku nedorazilo včas", "The body did not come in time",
         "Odesílání trvalo příliš dlouho.", "Sending took too long."),
    Kind("too-large", 413, "Požadavek je příliš velký", "The request is too large",
         "Pošlete méně dat najednou.", "Send less data at once."),
    Kind("too-demanding", 413, "Obsah by zabral příliš mnoho paměti", "The content would take too much memory",
         "Obsah nejde zpracovat v mezích služby; rozdělte jej.", "The content exceeds the limits; divide it."),
    Kind("media-type", 415, "Takovou formu dat tu číst neumím", "Unsupported media type",
         "Hlavička Content-Type říká něco, co se tu nečte.", "Content-Type names what is not read here."),
    Kind("invalid", 422, "Údaje mají chyby", "The data have errors",
         "Co je špatně a kde, říká seznam chyb.", "The list of errors says what is wrong and where."),
    Kind("rate", 429, "Příliš mnoho požadavků", "Too many requests",
         "Zkuste to znovu po čase z hlavičky Retry-After.", "Try again after the time in Retry-After."),
    Kind("failed", 500, "Chyba programu", "Defect of the program",
         "Chyba je na straně služby; podle čísla požadavku ji správce najde v záznamech.",
         "The defect is the service's; its administrator finds it in the log by the number of the request."),
    Kind("busy", 503, "Služba je vytížená", "The service is busy",
         "Zkuste to znovu po čase z hlavičky Retry-After.", "Try again after the time in Retry-After."),
    Kind("time-limit", 503, "Výpočet by trval příliš dlouho", "The computation would take too long",
         "Výpočet překročil časový limit; rozdělte data.", "The computation exceeded its time; divide the data."),
    Kind("stopping", 503, "Služba se vypíná", "The service is stopping",
         "Zkuste to znovu po čase z hlavičky Retry-After.", "Try again after the time in Retry-After."),
)  # fmt: skip
"""Every type of problem the service answers with."""
_BY_STATUS: Final = {400: "bad-request", 401: "no-key", 403: "no-scope", 404: "not-found", 405: "method",
                     406: "not-acceptable", 413: "too-large", 415: "media-type", 422: "invalid", 429: "rate",
                     503: "busy"}  # fmt: skip


class Refusal(Exception):  # noqa: N818 - an answer, not an error of the program
    """A request that is refused: the type of the problem, its errors, headers of the answer."""

    def __init__(
        self,
        name: str,
        errors: Iterable[Problem] = (),
        *,
        detail: tuple[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Refuse with a type of `KINDS`; `detail` in Czech and English replaces the type's own."""
        super().__init__(name)
        self.kind = KINDS[name]
        self.errors = tuple(errors)
        self.detail = detail or (self.kind.detail_cs, self.kind.detail_en)
        self.headers = dict(headers or {})


class ErrorItem(msgspec.Struct, frozen=True):
    """One error of an input: `pointer` (RFC 6901) into the body, or `place` in words; null where it has none."""

    code: str
    detail: str
    cs: str
    en: str
    pointer: str | None
    place: str | None


class ProblemBody(msgspec.Struct, frozen=True):
    """What is answered as `application/problem+json`; `instance` is the number of the request."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[ErrorItem, ...]


def of_status(status: int) -> str:
    """Return the name of the type that a status has by default."""
    return _BY_STATUS.get(status, "failed" if status >= KINDS["failed"].status else "bad-request")


def problem_body(refusal: Refusal, language: Language, request_id: str) -> ProblemBody:
    """Return a refusal as a problem in a language."""
    kind, czech = refusal.kind, language == "cs"
    return ProblemBody(
        type=kind.uri,
        title=kind.cs if czech else kind.en,
        status=kind.status,
        detail=refusal.detail[0] if czech else refusal.detail[1],
        instance=f"urn:dluhy:request:{request_id}",
        errors=tuple(error_item(problem, language) for problem in refusal.errors),
    )


def encoded(refusal: Refusal, language: Language, request_id: str) -> bytes:
    """Return the bytes of a problem."""
    return msgspec.json.encode(problem_body(refusal, language, request_id))


def error_item(problem: Problem, language: Language) -> ErrorItem:
    """Return one error without anything that the sender wrote."""
    safe = without_keys(problem)
    pointer = safe.place if not safe.place or safe.place.startswith("/") else None
    return ErrorItem(
        code=safe.code,
        detail=safe.cs if language == "cs" else safe.en,
        cs=safe.cs,
        en=safe.en,
        pointer=pointer,
        place=None if pointer is not None else safe.where(language),
    )


def day_placed(problem: Problem, place: str) -> Problem:
    """Return a problem of the day to judge by with the place where the request says it."""
    return evolve(problem, place=place) if problem.code in _HORIZON and problem.place.startswith(_DAY) else problem


def without_keys(problem: Problem) -> Problem:
    """Return a problem whose texts and pointer hold no key that the sender made up."""
    texts = _PRIVATE.get(problem.code)
    if texts is not None:
        problem = evolve(problem, cs=texts[0], en=texts[1])
        if problem.code in _OF_KEYS and problem.place.startswith("/"):
            problem = evolve(problem, place=problem.place.rpartition("/")[0])
    if problem.code in _OF_FILES or (problem.code == "column_twice" and not _STEP.fullmatch(problem.place)):
        return evolve(problem, place=_OF_FILE)
    if problem.code in _HORIZON and problem.place.startswith(_DAY):
        problem = evolve(problem, place=_DAY.strip())
    if problem.place == _WHOLE:
        return evolve(problem, place="")
    if problem.place.startswith("/"):
        problem = evolve(problem, place=_known_part(problem.place, only_lists=problem.code in _UNREAD))
    return problem


def _known_part(pointer: str, *, only_lists: bool = False) -> str:
    """Return a pointer up to the first step that is neither a number nor a plain key, or a key of a list of ours."""
    kept: list[str] = []
    for step in pointer.split("/")[1:]:
        is_listed = step in _LISTS or (kept and step.isdecimal())
        if not _STEP.fullmatch(step) or (only_lists and not is_listed):
            break
        kept.append(step)
    return "".join(f"/{step}" for step in kept)
