"""What in a case can be right but probably is not: told beside the result, refused never."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dluhy.case.days import FINAL, days
from dluhy.dates import MONTHS_OF_A_YEAR, whole_months
from dluhy.documents.decoding import pointer
from dluhy.intake.notices import YEARS_TO_DUE
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.case.model import Case
    from dluhy.documents.fields import Loc

_MONTHS_AHEAD: Final = YEARS_TO_DUE * MONTHS_OF_A_YEAR
_CAPITAL: Final = r"[A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ]"
_WORD: Final = rf"{_CAPITAL}[^\W\d_A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ]+"
_NAME: Final = re.compile(rf"{_WORD}(?:[\s,._\-]+{_WORD})+|{_WORD}(?<=ová)|{_WORD}{_WORD}(?<=ová)")
"""Two or more words with capitals, or one that ends as surnames of women do."""


def doubts(case: Case) -> Iterator[Problem]:
    """Yield what is to be checked again: names for references, overpaid debts, days far ahead. Values stay untold."""
    yield from _names(case)
    for place, debt in enumerate(case.debts or []):
        if debt.balance is not None and debt.balance < 0:
            yield Problem("overpaid", pointer(("debts", place, "balance")),
                          "zůstatek pod nulou znamená přeplatek; dluží-li se to, napište částku bez minus",
                          "a balance below zero is overpaid; if it is owed, write it without the minus")  # fmt: skip
    for path, loc, first in days(case):
        if path == "debts.due_on" and first > case.as_of and whole_months(case.as_of, first) >= _MONTHS_AHEAD:
            yield Problem("due_far_ahead", pointer(loc),
                          "splatnost je daleko po dni, ke kterému se posuzuje; ověřte rok, a je-li dluh splatný už "
                          "teď, uveďte den, kdy měl být zaplacen",
                          "the due day is far after the day judged; check the year, and if the debt is due already "
                          "write the day it should have been paid")  # fmt: skip
        elif path in FINAL and first > case.as_of:
            yield Problem("final_ahead", pointer(loc),
                          "den právní moci je až po dni, ke kterému se posuzuje; ověřte jej",
                          "the day of finality is after the day judged; check it")  # fmt: skip


def _names(case: Case) -> Iterator[Problem]:
    people = [(("people", place, "id"), person.id) for place, person in enumerate(case.people or [])]
    called: list[tuple[Loc, str | None]] = [(("ref",), case.ref), *people]
    for loc, name in called:
        if name is not None and _NAME.fullmatch(name):
            yield Problem("name_in_reference", pointer(loc),
                          "označení vypadá jako jméno; stojí ve všech výstupech, zvolte radši číslo nebo zkratku",
                          "the reference looks like a name; it stands in every result, choose a number")  # fmt: skip
