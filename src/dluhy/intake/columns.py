"""Which column of a list means what: Czech headers and the program's own names, without guessing."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import field, frozen

from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

PERSONAL = ("first_name", "last_name", "full_name", "birth_number")
"""Columns with names and birth numbers: they reach a workbook's sheets and nothing else."""

_ONE_OF = (("birth_date", "birth_number"), ("debt_kind",), ("fee_year", "due_on"))


@frozen
class Columns:
    """The recognised columns (meaning -> position) and the headers that were not used."""

    positions: dict[str, int]
    headers: tuple[str, ...]
    unused: tuple[str, ...]
    how: dict[str, str] = field(factory=dict)
    """Meaning -> exact, abbreviation, group (header in two lines), profile."""
    constants: dict[str, str] = field(factory=dict)
    """Meaning -> the value a profile gives to every row."""

    def label(self, meaning: str) -> str:
        """Return the header of a recognised column as the list writes it."""
        return self.headers[self.positions[meaning]] if meaning in self.positions else meaning


def plain(text: str) -> str:
    """Return a text for comparison: lower case, without diacritics, spaces and punctuation."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in decomposed if sign.isalnum())


@cache
def _synonyms() -> dict[str, str]:
    content = files("dluhy.intake").joinpath("headers.toml").read_text(encoding="utf-8")
    known: dict[str, str] = {}
    for meaning, headers in tomllib.loads(content)["columns"].items():
        for header in (meaning, *headers):
            known[plain(header)] = meaning
    return known


@cache
def yes_and_no() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for yes and for no, in plain form."""
    words = tomllib.loads(files("dluhy.intake").joinpath("headers.toml").read_text(encoding="utf-8"))["words"]
    return frozenset(map(plain, words["yes"])), frozenset(map(plain, words["no"]))


def meanings() -> Iterable[str]:
    """Return every column the program can use."""
    return dict.fromkeys(_synonyms().values())


def recognise(headers: tuple[str, ...]) -> tuple[Columns, list[Problem]]:
    """Return which header means what, and a problem for each meaning found twice or required and not found."""
    found: dict[str, list[int]] = {}
    unused = []
    for position, header in enumerate(headers):
        meaning = _synonyms().get(plain(header))
        if meaning is None:
            unused.append(header)
        else:
            found.setdefault(meaning, []).append(position)
    problems = [_twice(meaning, [headers[i] for i in places]) for meaning, places in found.items() if len(places) > 1]
    problems += [_absent(choices) for choices in _ONE_OF if not any(choice in found for choice in choices)]
    positions = {meaning: places[0] for meaning, places in found.items()}
    return Columns(positions, headers, tuple(unused)), problems


def _twice(meaning: str, headers: list[str]) -> Problem:
    listed = ", ".join(f"„{header}“" for header in headers)
    return Problem(
        "column_twice",
        meaning,
        f"totéž znamenají dva sloupce: {listed}; jeden přejmenujte nebo odstraňte",
        f"two columns mean the same: {listed}; rename or remove one",
    )


def _absent(choices: tuple[str, ...]) -> Problem:
    content = tomllib.loads(files("dluhy.intake").joinpath("headers.toml").read_text(encoding="utf-8"))["columns"]
    czech = " nebo ".join(f"„{content[choice][0]}“" for choice in choices)
    return Problem(
        "column_missing", " | ".join(choices), f"chybí sloupec {czech}", f"a column is missing: {' or '.join(choices)}"
    )
