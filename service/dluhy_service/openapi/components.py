"""All schemas of the document: what is sent (published schemas), what is answered (classes of the library)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from dluhy.receipt import Receipt
from dluhy.replaying.values import Replayed
from dluhy.report.both import Labelled
from dluhy.report.deduction import DeductionReport
from dluhy.report.index import IndexReport
from dluhy.report.law_amounts import AmountValue, DeductionSets, Fraction, Row
from dluhy.report.law_values import RuleLine, RuleValue, VocabularyValue
from dluhy.report.payment_rows import Refusal
from dluhy.report.payslips import PayslipReport
from dluhy.report.relief_case import ReliefOfCaseReport
from dluhy.report.screening import ScreeningReport
from dluhy.report.suggestions import SuggestionsReport
from dluhy_service.openapi.answers import answer_schemas
from dluhy_service.openapi.hoisting import hoisted, reference
from dluhy_service.openapi.list_answers import list_report
from dluhy_service.openapi.payment_answers import rows_report
from dluhy_service.openapi.plain import PLAIN, table
from dluhy_service.openapi.published import schema

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_SENT: Final = {
    "case": "Case", "deduction": "Deduction", "index": "Index", "list": "List", "place": "Place", "problem": "Problem",
    "suggestions": "Suggestions",
}  # fmt: skip
"""Published schema -> component."""
_AMOUNT: Final[Any] = AmountValue[int | str | Fraction]
_TABLE: Final[Any] = AmountValue[tuple[Row, ...]]
_DAYS: Final[Any] = AmountValue[tuple[date, ...]]
_ANSWERED: Final[tuple[Any, ...]] = (
    ScreeningReport, DeductionReport, PayslipReport, SuggestionsReport, IndexReport,
    RuleLine, RuleValue, VocabularyValue, _AMOUNT, _TABLE, _DAYS, DeductionSets, Labelled,
    ReliefOfCaseReport, Receipt, Replayed, Refusal,
)  # fmt: skip


def schemas(pack: Pack) -> dict[str, Any]:
    """Return every component by its name."""
    _, answered = answer_schemas(_ANSWERED)
    content = answered["AmountInForce"]["properties"]["content"]["anyOf"]
    answered = answered | {"AmountsReport": _amounts(), "ListReport": list_report(pack, answer(Receipt)),
                           "DeductionRows": rows_report(answer(Refusal), answer(Receipt))}  # fmt: skip
    if (code := answer(Labelled)) not in content:  # the generator takes one class in a union
        content.append(code)
    published = {name: schema(name, pack) for name in _SENT}
    identities = {each["$id"]: _SENT[name] for name, each in published.items()}
    sent: dict[str, Any] = {}
    for name, each in published.items():
        sent |= hoisted(_SENT[name], each, identities)
    return dict(sorted((sent | answered | PLAIN).items()))


def _amounts() -> dict[str, Any]:
    """Return the schema of the amounts of a day."""
    several = {name: {"type": "array", "items": answer(kind)}
               for name, kind in (("amounts", _AMOUNT), ("tables", _TABLE), ("days", _DAYS))}  # fmt: skip
    text = {"type": "string"}
    return table(
        "všechny datované částky k jednomu dni", "every dated amount on a day", as_of=text | {"format": "date"},
        pack=text, pack_version=text, pack_hash=text, **several, deductions=answer(DeductionSets),
    )  # fmt: skip


def answer(kind: Any) -> dict[str, str]:  # noqa: ANN401 - a class, or one with its parameter
    """Return a reference to the schema of what the library writes."""
    tops, _ = answer_schemas(_ANSWERED)
    return reference(tops[kind])
