"""Options of the commands about costs as people type them, and their problems gathered under the options' names."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import define, evolve, field

from dluhy.money import MoneyError, to_halere
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dluhy.law.pack import Pack
    from dluhy.problems import Language

Result = TypeVar("Result")
FIRST_YEAR, LAST_YEAR = 1900, 2099  # as in lists and cases
MOST_OF_ANYTHING: Final = 1_000  # creditors, debtors, a lawyer's acts
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CZECH = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})")
_AMOUNT = re.compile(r"-?([0-9]{1,15}|[1-9][0-9]{0,2}(\s[0-9]{3})+)([.,][0-9]{1,2})?")
_DOTTED = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+,[0-9]{1,2}")
_CURRENCY = re.compile(r"\s*(,-{1,2})?\s*(Kč|CZK)?$", re.IGNORECASE)
_COUNT = re.compile(r"[0-9]{1,9}")
_NO_DAY: Final = date.min
_SERIES: Final = "series"


@define
class Options:
    """Reads options one after another and keeps what is wrong with them; nothing is computed before all are sound."""

    pack: Pack
    language: Language
    problems: list[Problem] = field(factory=list)

    def required_day(self, option: str, text: str) -> date:
        """Return a day, `2026-11-21` or `21. 11. 2026`; a placeholder for a bad one, which is then a problem."""
        found = _ISO.fullmatch(text.strip())
        czech = _CZECH.fullmatch(text.strip())
        parts = found.groups() if found else czech.groups()[::-1] if czech else ()
        try:
            day = date(*map(int, parts)) if parts else None
        except ValueError:
            day = None
        if day is None:
            self._add("no_day", option, "den se píše 2026-11-21 nebo 21. 11. 2026",
                      "a day is written 2026-11-21 or 21. 11. 2026")  # fmt: skip
        elif not FIRST_YEAR <= day.year <= LAST_YEAR:
            self._add("day_outside", option, f"rok musí být od {FIRST_YEAR} do {LAST_YEAR}",
                      f"the year must be from {FIRST_YEAR} to {LAST_YEAR}")  # fmt: skip
        return day or _NO_DAY

    def day(self, option: str, text: str | None) -> date | None:
        """Return a day, None where none was given."""
        return None if text is None else self.required_day(option, text)

    def required_money(self, option: str, text: str) -> int:
        """Return an amount in haléře, `26 400,50` or `26400.50`; 0 for a bad one, which is then a problem."""
        plain = _CURRENCY.sub("", text.strip())
        if _DOTTED.fullmatch(plain):
            plain = plain.replace(".", "")
        try:
            halere = to_halere(re.sub(r"\s", "", plain).replace(",", ".")) if _AMOUNT.fullmatch(plain) else None
        except MoneyError:
            halere = None
        if halere is None:
            self._add("no_amount", option, "částka se píše 26 400,50 nebo 26400.50",
                      "an amount is written 26 400,50 or 26400.50")  # fmt: skip
        elif halere < 0:
            self._add("negative_amount", option, "částka nesmí být záporná", "the amount must not be negative")
        return halere or 0

    def money(self, option: str, text: str | None) -> int | None:
        """Return an amount in haléře, None where none was given."""
        return None if text is None else self.required_money(option, text)

    def count(self, option: str, text: str) -> int:
        """Return a whole number from one up; 1 for a bad one, which is then a problem."""
        number = int(text) if _COUNT.fullmatch(text.strip()) else 0
        if not 1 <= number <= MOST_OF_ANYTHING:
            self._add("no_count", option, f"čeká se celé číslo od 1 do {MOST_OF_ANYTHING}",
                      f"a whole number from 1 to {MOST_OF_ANYTHING} is expected")  # fmt: skip
            return 1
        return number

    def payments(self, option: str, texts: Sequence[str]) -> tuple[tuple[date, int], ...]:
        """Return payments written `DAY:AMOUNT`, in the order of their days."""
        found = []
        for place, text in enumerate(texts, start=1):
            name = option if len(texts) == 1 else f"{option} ({place})"
            day, colon, amount = text.partition(":")
            if colon:
                found.append((self.required_day(name, day), self.required_money(name, amount)))
            else:
                self._add("no_payment", name, "platba se píše DEN:ČÁSTKA, třeba 2024-03-01:500",
                          "a payment is written DAY:AMOUNT, such as 2024-03-01:500")  # fmt: skip
        return tuple(sorted(found))

    def codes(self, option: str, given: Sequence[str], allowed: Sequence[str]) -> tuple[str, ...]:
        """Return codes of a closed list."""
        if not set(given) <= set(allowed):
            names = ", ".join(allowed)
            self._add("unknown_code", option, f"neznámý kód; možné jsou: {names}", f"unknown code; possible: {names}")
        return tuple(given)

    def computed(self, work: Callable[[], Result], places: Mapping[str, str]) -> Result | None:
        """Return what a computation gives; its problems are kept under the names of the options, then it is None."""
        try:
            return work()
        except InputError as error:
            renamed = [evolve(problem, place=self._place(problem.place, places)) for problem in error.problems]
            self.problems = list(dict.fromkeys([*self.problems, *renamed]))
            return None

    def require_sound(self) -> None:
        """Raise InputError with everything that is wrong, if anything is."""
        if self.problems:
            raise InputError(self.problems)

    def sound(self, result: Result | None) -> Result:
        """Return what was computed; InputError with everything that is wrong, if anything is."""
        self.require_sound()
        if result is None:
            raise AssertionError
        return result

    def belongs(self, option: str, given: object, to: str) -> None:
        """Keep as a problem that an option was given (not None or empty) without the one it belongs to."""
        if given is not None and given != ():
            self._add("belongs_to", option, f"tato volba patří k {to}", f"this option goes with {to}")

    def refuse(self, option: str, cs: str, en: str) -> None:
        """Keep as a problem that an option does not fit what else was said."""
        self._add("does_not_fit", option, cs, en)

    def _add(self, code: str, option: str, cs: str, en: str) -> None:
        self.problems.append(Problem(code, option, cs, en))

    def _place(self, place: str, places: Mapping[str, str]) -> str:
        """Return what a person calls a place: an option, or the amount or day of the law that is not known."""
        kind, _, rest = place.partition(" ")
        series_id, _, day = rest.partition(" ")
        if kind == _SERIES and series_id in self.pack.series:
            return day or self.pack.series[series_id].title.text(self.language)
        return places.get(place, places.get(kind, place))
