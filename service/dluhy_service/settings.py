"""Settings from a file and the environment, checked at start: every error at once, and a summary without secrets."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import ValidationError

from dluhy.documents.decoding import decode, shown
from dluhy.problems import InputError, Problem, not_opened
from dluhy_service.settings_model import Settings, default_keys_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from dluhy.problems import Language

__all__ = ["CONFIG", "PREFIX", "Settings", "default_keys_file", "read_settings", "redacted", "said"]

PREFIX: Final = "DLUHY_SERVICE_"
"""How the names of environment variables begin."""
CONFIG: Final = "DLUHY_SERVICE_CONFIG"
"""The variable that names the file of settings."""
_FILE_BYTES: Final = 100_000
_WORDS: Final = {"true": True, "false": False, "1": True, "0": False}
_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")
_EXPECTED: Final = {
    "int": ("celé číslo", "a whole number"),
    "bool": ("true nebo false", "true or false"),
    "string": ("text v uvozovkách", "a text in quotes"),
    "tuple": ("seznam; v prostředí s čárkami mezi položkami", "a list; with commas between in the environment"),
}


def read_settings(environ: Mapping[str, str], file: Path | None = None) -> Settings:
    """Return the settings of a TOML file (given, or named by DLUHY_SERVICE_CONFIG) and of the environment, which wins.

    Raises InputError with every error at once; each place is the setting's name, in the file or in the environment.
    """
    named = environ.get(CONFIG)
    file = file or (Path(named) if named else None)
    written = {} if file is None else _of_file(file)
    given, from_environment = _of_environment(environ)
    values = {"keys_file": default_keys_file(environ)} | written | given
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise InputError([_problem(found, from_environment) for found in error.errors(include_url=False)]) from None


def redacted(settings: Settings, language: Language = "cs", *, keys: int | None = None) -> list[str]:
    """Return the settings line by line: name, value, what it is; of the keys only how many are valid."""
    values = {name: _shown(value) for name, value in settings}
    if keys is not None:
        values["keys_file"] += f" ({keys})"
    widths = max(map(len, values)), max(map(len, values.values()))
    return [f"{name:<{widths[0]}}  {value:<{widths[1]}}  {said(name, language)}" for name, value in values.items()]


def said(name: str, language: Language) -> str:
    """Return what a setting is, in a language."""
    extra = Settings.model_fields[name].json_schema_extra
    return str(extra[language]) if isinstance(extra, dict) else name


def _shown(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) or "–" if isinstance(value, tuple) else str(value)


def _of_file(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            content = stream.read(_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        problem = not_opened(file, error if isinstance(error, OSError) else FileNotFoundError())
        raise InputError([problem]) from None
    if len(content) > _FILE_BYTES:
        raise InputError([Problem("too_large", file.name, "soubor je na nastavení příliš velký",
                                  "the file is too large for settings")])  # fmt: skip
    return decode(content, file.name, "toml") if content.strip() else {}


def _of_environment(environ: Mapping[str, str]) -> tuple[dict[str, Any], set[str]]:
    given = {
        name.removeprefix(PREFIX).lower(): text
        for name, text in environ.items()
        if name.startswith(PREFIX) and name != CONFIG
    }
    return {name: _value(name, text) for name, text in given.items()}, set(given)


def _value(name: str, text: str) -> object:
    """Return a text of the environment as the kind of value its setting is; as it is if it is none."""
    kind = _kind(name)
    if kind == "tuple":
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind == "bool":
        return _WORDS.get(text.strip().lower(), text)
    return int(text) if kind == "int" and _WHOLE.fullmatch(text.strip()) else text


def _kind(name: str) -> str:
    field = Settings.model_fields.get(name)
    default = None if field is None else field.default
    return type(default).__name__


def _problem(found: ErrorDetails, from_environment: set[str]) -> Problem:
    name = str(found["loc"][0]) if found["loc"] else ""
    place = f"{PREFIX}{shown(name).upper()}" if name in from_environment else shown(name)
    context = found.get("ctx", {})
    if found["type"] == "refused":
        return Problem(context["code"], place, context["cs"], context["en"])
    if found["type"] == "extra_forbidden":
        return Problem("unknown_key", place, *_unknown(name))
    cs, en = _expected(found["type"], Settings.model_fields[name])
    return Problem("out_of_range" if cs.startswith("číslo") else "type", place, f"čeká se {cs}", f"{en} is expected")


def _unknown(name: str) -> tuple[str, str]:
    near = get_close_matches(name, Settings.model_fields, n=1)
    if not near:
        return "takové nastavení není", "there is no such setting"
    return f"takové nastavení není; nemělo to být {near[0]}?", f"there is no such setting; did you mean {near[0]}?"


def _expected(kind: str, field: FieldInfo) -> tuple[str, str]:
    if kind in {"greater_than_equal", "less_than_equal"}:
        least, most = _bound(field, "ge"), _bound(field, "le")
        return f"číslo od {least} do {most}", f"a number from {least} to {most}"
    if kind == "literal_error":
        codes = get_args(field.annotation)
        return f"jedno z: {', '.join(codes)}", f"one of {', '.join(codes)}"
    return _EXPECTED[kind.partition("_")[0]]


def _bound(field: FieldInfo, end: str) -> object:
    return next(getattr(sign, end) for sign in field.metadata if hasattr(sign, end))
