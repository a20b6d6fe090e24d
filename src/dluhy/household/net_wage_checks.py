"""What no question about a net wage may hold; every fault at once."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.household.net_wage_model import Earner, Wage
    from dluhy.law.pack import Pack

LARGEST_GROSS: Final = 10**12
"""Ten milliards of crowns: products with millionths stay far below the Int64 limit."""
DEGREES: Final = range(4)
KINDS: Final = "employment_kinds"


def require_valid(earner: Earner, pack: Pack) -> None:
    """Raise InputError with everything that is wrong with a question."""
    problems = list(_types(earner))
    if not problems:
        problems = [*_wages(earner, pack), *_declarations(earner), *_children(earner), *_facts(earner)]
    if problems:
        raise InputError(problems)


def _types(earner: Earner) -> Iterator[Problem]:
    """Yield values of another kind than they are computed with: a day is no text, a sum of haléře no fraction."""
    if not isinstance(earner.month, date) or isinstance(earner.month, datetime):
        yield Problem("type", "month", "měsíc má být datum", "the month should be a date")
    for number, wage in enumerate(earner.wages):
        if not _is_whole(wage.gross):
            cs, en = "částka má být celé číslo v haléřích", "the amount should be a whole number of haléře"
            yield Problem("type", f"wages[{number}].gross", cs, en)
    orders = [(f"relief_children[{at}].order", child.order) for at, child in enumerate(earner.relief_children or ())]
    for place, value in (*orders, ("invalidity", earner.invalidity or 0)):
        if not _is_whole(value):
            yield Problem("type", place, "má to být celé číslo", "it should be a whole number")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _wages(earner: Earner, pack: Pack) -> Iterator[Problem]:
    for number, wage in enumerate(earner.wages):
        place = f"wages[{number}]"
        if not 0 <= wage.gross <= LARGEST_GROSS:
            yield Problem("value", f"{place}.gross", "částka není možná", "the amount is impossible")
        if wage.kind not in pack.vocabularies[KINDS]:
            yield Problem("not_in_list", f"{place}.kind", "takový kód tu není", "there is no such code")


def _declarations(earner: Earner) -> Iterator[Problem]:
    said: dict[str, set[bool]] = {}
    for wage in earner.wages:
        if wage.declaration is not None:
            said.setdefault(wage.employer, set()).add(wage.declaration)
    for number in [n for n, wage in enumerate(earner.wages) if len(said.get(wage.employer, ())) > 1]:
        cs = "u jednoho zaměstnavatele je prohlášení podepsané i nepodepsané"
        en = "with one employer the declaration is both signed and not signed"
        yield Problem("contradiction", f"wages[{number}].declaration", cs, en)
    signed = [employer for employer, values in said.items() if True in values]
    if len(signed) > 1:
        places = [f"wages[{_first(earner.wages, employer)}].declaration" for employer in signed]
        cs = "prohlášení lze mít podepsané jen u jednoho zaměstnavatele (§ 38k odst. 6 zákona o daních z příjmů)"
        en = "the declaration may be signed with one employer only for a month (586/1992 § 38k (6))"
        yield from (Problem("declaration_twice", place, cs, en) for place in places[1:])


def _first(wages: tuple[Wage, ...], employer: str) -> int:
    return next(number for number, wage in enumerate(wages) if wage.employer == employer)


def _children(earner: Earner) -> Iterator[Problem]:
    orders = Counter(child.order for child in earner.relief_children or ())
    for number, child in enumerate(earner.relief_children or ()):
        place = f"relief_children[{number}].order"
        if child.order < 1:
            yield Problem("value", place, "pořadí se počítá od jedné", "the order counts from one")
        elif orders[child.order] > 1:
            cs, en = "dvě děti mají stejné pořadí", "two children have the same order"
            yield Problem("order_twice", place, cs, en)


def _facts(earner: Earner) -> Iterator[Problem]:
    if earner.invalidity is not None and earner.invalidity not in DEGREES:
        yield Problem("value", "invalidity", "stupeň je 0 až 3", "the degree is 0 to 3")
