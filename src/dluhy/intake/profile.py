"""A profile fixes how the lists of one office system are read, so that nothing has to be asked again."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from dluhy.facts.schema import FACTS
from dluhy.intake.columns import Columns, Fixed, meanings
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class Profile(BaseModel):
    """What a profile file may say; every part may be left out.

    `columns` gives the header of a meaning, `ignore` headers to leave alone, `constants` one value for every row of
    a list that has no such column, `words` the words of this system per meaning.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text | None = None
    sheet: Text | None = None
    header_row: int | None = Field(default=None, ge=1, strict=True)
    encoding: Text | None = None
    separator: Annotated[str, StringConstraints(min_length=1, max_length=1)] | None = None
    columns: dict[Text, Text] = Field(default_factory=dict)
    ignore: list[Text] = Field(default_factory=list)
    constants: dict[Text, Text] = Field(default_factory=dict)
    words: dict[Text, dict[Text, Text]] = Field(default_factory=dict)

    @property
    def fixed(self) -> Fixed:
        """What the profile fixes of the columns."""
        return Fixed(columns=self.columns, ignore=self.ignore, constants=self.constants)


def read_profile(path: Path) -> Profile:
    """Read a profile; raises InputError with everything that is wrong with it."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _refused(
            "profile", path.name, "profil nejde otevřít", f"the profile cannot be opened: {error.strerror}"
        ) from None
    except UnicodeDecodeError:
        raise _refused("profile_toml", path.name, "profil není v kódování UTF-8; uložte jej v něm",
                       "the profile is not UTF-8; save it so") from None  # fmt: skip
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = str(error).rpartition("(")[2].rstrip(")") if "(" in str(error) else ""
        raise _refused("profile_toml", f"{path.name} {place}".strip(), "profil není platný soubor TOML",
                       "the profile is no valid TOML file") from None  # fmt: skip
    try:
        profile = Profile.model_validate(content)
    except ValidationError as error:
        raise InputError([_problem(path, found) for found in error.errors()]) from None
    _require_known(profile, path)
    return profile


def _refused(code: str, place: str, cs: str, en: str) -> InputError:
    return InputError([Problem(code, place, cs, en)])


_SENTENCES = {
    "extra_forbidden": ("takový klíč profil nezná", "a profile knows no such key"),
    "string_type": ("má být text v uvozovkách", "should be a text in quotes"),
    "int_type": ("má být celé číslo", "should be a whole number"),
    "greater_than_equal": ("má být nejméně 1", "should be at least 1"),
    "string_too_short": ("text je prázdný", "the text is empty"),
    "string_too_long": ("text je příliš dlouhý", "the text is too long"),
    "dict_type": ("má být tabulka", "should be a table"),
    "list_type": ("má být seznam", "should be a list"),
}


def _problem(path: Path, found: Any) -> Problem:  # noqa: ANN401 - an error of pydantic
    place = f"{path.name} {'.'.join(map(str, found['loc']))}"
    cs, en = _SENTENCES.get(found["type"], ("hodnota sem nepatří", "the value does not belong here"))
    return Problem("profile_key", place, cs, en)


def _require_known(profile: Profile, path: Path) -> None:
    known = set(meanings())
    problems = [
        Problem("profile_meaning", f"{path.name} {part}.{name}", "takový sloupec program nezná (viz minors columns)",
                "the program knows no such column (minors columns lists them)")
        for part, names in (("columns", profile.columns), ("constants", profile.constants), ("words", profile.words))
        for name in names
        if name not in known
    ]  # fmt: skip
    problems += [
        Problem("profile_words", f"{path.name} words.{name}", "tento údaj se nečte podle slov",
                "this is not read by words")
        for name in profile.words
        if name in known and (name not in FACTS or FACTS[name].type != "enum")
    ]  # fmt: skip
    if profile.encoding is not None and not _is_text_encoding(profile.encoding):
        problems.append(Problem("profile_encoding", f"{path.name} encoding", "neznámé kódování", "unknown encoding"))
    if problems:
        raise InputError(problems)


def _is_text_encoding(name: str) -> bool:
    try:
        return "ě".encode(name).decode(name) == "ě"  # the methods of text refuse what is no encoding of text
    except (LookupError, ValueError, TypeError, AssertionError):
        return False


def written_profile(columns: Columns, sheet: str | None, header_row: int | None) -> str:
    """Return a profile as TOML that fixes what was recognised; the rest stands there to be filled in."""
    lines = ["# Profil seznamu: vlevo význam, vpravo záhlaví sloupce, jak je v seznamu."]
    if sheet is not None:
        lines.append(f"sheet = {_quoted(sheet)}")
    if header_row is not None:
        lines.append(f"header_row = {header_row}")
    lines.append(f"ignore = [{', '.join(_quoted(header) for header in columns.unused)}]")
    lines += ["", "[columns]"]
    lines += [f"{meaning} = {_quoted(columns.headers[at])}" for meaning, at in columns.positions.items()]
    lines += ["", '# Jedna hodnota pro všechny řádky, např. debt_kind = "local_fee_waste".', "[constants]"]
    lines += [f"{meaning} = {_quoted(value)}" for meaning, value in columns.constants.items()]
    lines += ["", '# Slova tohoto systému, např. [words.debt_kind] a pod ním "KO" = "local_fee_waste".', ""]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in escaped) + '"'
