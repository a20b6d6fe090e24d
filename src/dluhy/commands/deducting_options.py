"""The facts of one payment as options of `dluhy deduct` -> the document that they make up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.deductions.cells import SENTENCES, CellError, read_day, read_money, read_month
from dluhy.documents.files import Content
from dluhy.money import to_decimal_string
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

MOST_ORDERS: Final = 100
_OPTIONS: Final = {
    "net": "--net", "paid_on": "--paid-on", "wage_period": "--wage-period", "dependants": "--dependants",
    "spouse": "--spouse-pension", "own_pension": "--own-pension", "claims": "--claim",
    "component_rounding": "--rounding",
}  # fmt: skip
"""Where a value of the document that options make up was given."""


@frozen(kw_only=True)
class Facts:
    """The facts of one payment as options give them; None is not given."""

    net: str | None = None
    paid_on: str | None = None
    wage_period: str | None = None
    dependants: int | None = None
    married: bool | None = None
    spouse_pension: str | None = None
    own_pension: str | None = None
    claim: tuple[str, ...] = ()
    priority: bool = False
    orders: int | None = None
    debt_relief: bool | None = None
    rounding: str | None = None

    @property
    def given(self) -> bool:
        """Whether any option was given."""
        return self != Facts()


def about_options(error: InputError) -> InputError:
    """Return problems that name the option instead of the place in the document it became."""
    return type(error)([
        Problem(problem.code, _OPTIONS.get(problem.place.split("/")[1], problem.place), problem.cs, problem.en)
        if problem.place.startswith("/") else problem
        for problem in error.problems
    ])  # fmt: skip


def document_of(facts: Facts, today: date) -> Content:
    """Return the document that options make up, in one form whatever their order; InputError with all that is wrong."""
    problems: list[Problem] = []
    paid_on = _read("--paid-on", facts.paid_on, read_day, problems)
    month = _read("--wage-period", facts.wage_period, read_month, problems)
    net = _read("--net", facts.net, read_money, problems)
    spouse = {"married": facts.married, "pension": facts.spouse_pension}
    document = {
        "paid_on": (paid_on or today).isoformat(),
        "wage_period": None if month is None else f"{month:%Y-%m}",
        "net": None if net is None else to_decimal_string(net),
        "dependants": facts.dependants,
        "spouse": {name: value for name, value in spouse.items() if value is not None} or None,
        "own_pension": facts.own_pension,
        "claims": _claims(facts, problems),
        "debt_relief": facts.debt_relief,
        "component_rounding": facts.rounding,
    }
    if problems:
        raise InputError(problems)
    given = {name: value for name, value in document.items() if value is not None}
    data = json.dumps(given, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return Content(data, "deduct", "json")


def _read(option: str, text: str | None, reader: Callable[[str], Any], problems: list[Problem]) -> Any:  # noqa: ANN401
    try:
        return None if text is None else reader(text)
    except CellError as error:
        problems.append(Problem(error.code, option, *SENTENCES[error.code]))
    return None


def _claims(facts: Facts, problems: list[Problem]) -> list[dict[str, Any]] | None:
    """Return the claims that options name; `--orders` says how many orders there are, the rest of them unknown."""
    claims: list[dict[str, Any]] = [*_named_claims(facts.claim, problems)]
    if facts.priority:
        claims.append({"priority": True})
    if facts.orders is None:
        return claims or None
    if not 0 <= facts.orders <= MOST_ORDERS:
        cs, en = f"příkazů může být 0 až {MOST_ORDERS}", f"there may be 0 to {MOST_ORDERS} orders"
        problems.append(Problem("out_of_range", "--orders", cs, en))
        return claims
    if facts.orders < len(claims):
        cs = "pohledávek je víc než příkazů; která ke kterému patří, napište do dokumentu"
        en = "there are more claims than orders; write a document that says which belongs to which"
        problems.append(Problem("too_few_orders", "--orders", cs, en))
    return [*claims, *({} for _ in range(facts.orders - len(claims)))]


def _named_claims(given: Sequence[str], problems: list[Problem]) -> Iterator[dict[str, Any]]:
    for text in given:
        kind, mark, balance = text.partition(":")
        claim = {"kind": kind.strip()}
        halere = _read("--claim", balance if mark else None, read_money, problems)
        yield claim if halere is None else claim | {"balance": to_decimal_string(halere)}
