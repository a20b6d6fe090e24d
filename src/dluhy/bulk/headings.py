"""The columns of a list whose rows come one by one: new names may come later, but none changes what another means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from dluhy.facts.schema import FACTS
from dluhy.intake.columns import PERSONAL, Columns, recognise
from dluhy.intake.grids import require_width
from dluhy.intake.lists import IDENTITY
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from dluhy.intake.json_lines import Row

_SPACES: Final = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f"
    "\u205f\u3000"
)
"""What the table library strips from a text, so that codes are told apart as the intake tells them."""
_WANTED: Final = frozenset((*IDENTITY, *FACTS))


@define
class Headings:
    """The names that rows have had so far and what they mean."""

    names: dict[str, int] = field(factory=dict, init=False)
    _columns: Columns = field(factory=lambda: Columns({}, (), ()), init=False)
    _missing: list[Problem] = field(factory=list, init=False)
    _settled: dict[str, int] = field(factory=dict, init=False)

    def add(self, row: Row) -> None:
        """Take the names of a row; raises InputError for columns that a stream cannot have."""
        if row.keys() <= self.names.keys():
            return
        for name in row:
            self.names.setdefault(name, len(self.names))
        require_width(len(self.names))
        columns, problems = recognise(tuple(self.names))
        wrong = [problem for problem in problems if problem.code != "column_missing"]
        if set(columns.positions) & set(PERSONAL):
            wrong.append(
                Problem("personal_columns", "soubor",
                        "seznam se jmény nebo rodnými čísly se posuzuje celý najednou; pošlete jej jako soubor",
                        "a list with names or birth numbers is judged all at once; send it as a file")
            )  # fmt: skip
        wrong += [_changed() for meaning, at in self._settled.items() if columns.positions.get(meaning) != at]
        if wrong:
            raise InputError(wrong)
        self._missing = [problem for problem in problems if problem.code == "column_missing"]
        kept = {meaning: at for meaning, at in columns.positions.items() if meaning in _WANTED}
        self._columns = evolve(columns, positions=kept)

    def person_of(self, row: Row) -> str | None:
        """Return the code of a row's person, None where it has none."""
        at = self._columns.positions.get("person_id")
        code = None if at is None else row.get(self._columns.headers[at])
        return None if code is None else code.strip(_SPACES) or None

    @property
    def unused(self) -> tuple[str, ...]:
        """The columns so far that mean nothing here."""
        return self._columns.unused

    def settled(self) -> Columns:
        """Return the columns to judge by; from now on they keep their meaning. InputError where a needed one misses."""
        if self._missing and not self._settled:
            raise InputError(self._missing)
        self._settled |= self._columns.positions
        return self._columns


def _changed() -> Problem:
    return Problem("column_changed", "soubor", "jméno údaje se uprostřed seznamu mění; každý údaj má mít jedno jméno",
                   "a value changes its name in the middle of the list; each should keep one name")  # fmt: skip
