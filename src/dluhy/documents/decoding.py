"""Bytes of a case document -> plain values: UTF-8, JSON or TOML, strict, within limits.

Numbers with a decimal point stay exact (`Decimal`); nothing is a float on the way to money.
"""

from __future__ import annotations

import json
import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn

from attrs import frozen

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

Form = Literal["toml", "json"]


@frozen
class Limits:
    """How large a case may be."""

    file_bytes: int = 5_000_000
    items: int = 2_000
    keys: int = 300
    depth: int = 12
    dots: int = 1_000
    digits: int = 40


LIMITS: Final = Limits()
_FORMS: Final[dict[str, Form]] = {".toml": "toml", ".json": "json"}
_HALF: Final = re.compile("[\ud800-\udfff]")
_LINE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")

_NO_TOML: Final = ("texty patří do uvozovek, klíč nesmí stát dvakrát",
                   "texts belong in quotes, a key may not stand twice")  # fmt: skip
_TOML_CAUSES: Final = (
    ("Cannot overwrite", "tento klíč už ve stejné části stojí; nechte jen jeden",
     "this key stands in the same part already; keep only one"),
    ("Cannot declare", "tato část už v souboru stojí; další položka seznamu patří do dvojitých závorek [[…]]",
     "this part stands in the file already; a further member of a list goes in double brackets [[…]]"),
    ("Expected newline", "za hodnotou má řádek končit; číslo pište bez mezer a s tečkou (32400.50), text v uvozovkách",
     "the line should end after the value; a number has no spaces and a dot (32400.50), a text has quotes"),
    ("Invalid value", "za rovnítkem má být text v uvozovkách nebo číslo; ano se píše true, ne se píše false",
     "after the sign there should be a text in quotes or a number; yes is true, no is false"),
)  # fmt: skip
"""What the reader of TOML says, and what people should do about it in Czech and English."""


class _TwiceError(ValueError):
    """An object of JSON holds one key twice."""


class _KeyTextError(ValueError):
    """A key of JSON that is no text: it holds half of a pair."""


class _NumberError(ValueError):
    """A number that is none (NaN, Infinity)."""


def decode(content: bytes, place: str, form: Form | None = None, limits: Limits = LIMITS) -> dict[str, Any]:
    """Return the document as plain values; `form` is told by the content if not given.

    Raises InputError; `place` names the file in its problems.
    """
    text = _text(content, place, limits)
    form = form or _form_of(text)
    document = _from_json(text, place) if form == "json" else _from_toml(text, place)
    if not isinstance(document, dict):
        _refuse("no_case", place, "to není dokument: čeká se tabulka s pojmenovanými údaji",
                "that is no document: a table of named values is expected")  # fmt: skip
    require_limits(document, limits)
    return document


def form_by_name(path: Path) -> Form | None:
    """Return the form that a file's ending tells; None if it tells none."""
    return _FORMS.get(path.suffix.lower())


def _form_of(text: str) -> Form:
    return "json" if text.lstrip().startswith("{") else "toml"


def _refuse(code: str, place: str, cs: str, en: str) -> NoReturn:
    raise InputError([Problem(code, place, cs, en)])


def _text(content: bytes, place: str, limits: Limits) -> str:
    if len(content) > limits.file_bytes:
        most = limits.file_bytes // 1_000_000
        _refuse("too_large", place, f"soubor je větší než {most} MB", f"the file is larger than {most} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        _refuse("encoding", f"{place}, {line}", "soubor není v kódování UTF-8; uložte jej v něm (číslo je řádek)",
                "the file is not UTF-8; save it so (the number is the line)")  # fmt: skip
    if not text.strip():
        _refuse("empty", place, "soubor je prázdný", "the file is empty")
    return text


def _from_json(text: str, place: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return _JSON.decode(text)
    except json.JSONDecodeError as error:
        _refuse("json_syntax", f"{place} {error.lineno}:{error.colno}",
                "tady soubor není platný JSON (řádek:sloupec); hledejte chybějící čárku, uvozovku nebo závorku",
                "the file is no valid JSON here (line:column); look for a missing comma, quote or bracket")  # fmt: skip
    except _TwiceError as error:
        _refuse("duplicate_key", place, f"klíč {error} stojí v jedné tabulce dvakrát",
                f"the key {error} stands twice in one object")  # fmt: skip
    except _KeyTextError:
        _refuse("key_text", place, "název údaje není platný text: je v něm osamocená polovina znaku (\\ud800)",
                "the name of a value is no valid text: it holds half of a character (\\ud800)")  # fmt: skip
    except _NumberError:
        _refuse("not_a_number", place, "NaN ani Infinity nejsou čísla; neznámý údaj vynechte",
                "NaN and Infinity are no numbers; leave out what is unknown")  # fmt: skip
    except RecursionError:
        _too_deep(place)


def _from_toml(text: str, place: str) -> Any:  # noqa: ANN401 - TOML
    if any(line.count(".") > LIMITS.dots for line in text.split("\n")):
        _too_deep(place)
    try:
        return tomllib.loads(text.replace("\r\n", "\n"), parse_float=_number)
    except RecursionError:
        _too_deep(place)
    except ValueError as error:  # also a day that does not exist, or a number too long
        found = _LINE.search(str(error))
        cs, en = next((said for sign, *said in _TOML_CAUSES if sign in str(error)), _NO_TOML)
        _refuse("toml_syntax", f"{place} {found[1]}:{found[2]}" if found else place,
                f"tady soubor není platný TOML (řádek:sloupec); {cs}",
                f"no valid TOML here (line:column); {en}")  # fmt: skip


def _too_deep(place: str) -> NoReturn:
    _refuse("too_deep", place, "údaje jsou do sebe vnořené hlouběji, než kam dokument sahá",
            "the values are nested deeper than a case goes")  # fmt: skip


def _number(text: str) -> int | Decimal:
    """Return an exact number; one too long for anything here becomes a NaN, which no field takes."""
    digits = text.lstrip("-+")
    if digits.isdigit() and len(digits) <= LIMITS.digits:
        return int(text)
    if len(digits) > LIMITS.digits:
        return Decimal("NaN")
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _no_number(_: str) -> NoReturn:
    raise _NumberError


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(shown(key))
        if not key.isascii() and _HALF.search(key):
            raise _KeyTextError
        found[key] = value
    return found


_JSON: Final = json.JSONDecoder(
    parse_float=_number, parse_int=_number, parse_constant=_no_number, object_pairs_hook=_object
)


def shown(key: object) -> str:
    """Return a key as it may be printed: short, printable, and escaped as a part of a JSON Pointer."""
    text = str(key)
    text = "".join(sign if sign.isprintable() else "?" for sign in text[:60]) + ("…" if len(text) > 60 else "")  # noqa: PLR2004
    return text.replace("~", "~0").replace("/", "~1")


def pointer(parts: tuple[object, ...] | list[object]) -> str:
    """Return a JSON Pointer; the whole document is `#`."""
    return "".join(f"/{shown(part)}" for part in parts) or "#"


def require_limits(document: dict[str, Any], limits: Limits = LIMITS) -> None:
    """Refuse what is too deep or too long before anything is checked one by one; raises InputError."""
    waiting: list[tuple[tuple[object, ...], Any]] = [((), document)]
    while waiting:
        place, value = waiting.pop()
        if len(place) > limits.depth:
            _too_deep(pointer(place))
        inside: list[tuple[object, Any]] = []
        if isinstance(value, dict):
            _require_count(place, len(value), limits.keys)
            inside = list(value.items())
        elif isinstance(value, list):
            _require_count(place, len(value), limits.items)
            inside = list(enumerate(value))
        waiting += [((*place, key), item) for key, item in inside if isinstance(item, dict | list)]


def _require_count(place: tuple[object, ...], count: int, most: int) -> None:
    if count > most:
        _refuse("too_many", pointer(place), f"je tu {count} položek, nejvýš jich může být {most}",
                f"there are {count} items, at most {most} may be")  # fmt: skip
