"""All schemas of the document: what is sent (published schemas), what is answered (classes of the library)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.report.deduction import DeductionReport
from dluhy.report.index import IndexReport
from dluhy.report.payslips import PayslipReport
from dluhy.report.relief import ReliefReport
from dluhy.report.screening import ScreeningReport
from dluhy.report.suggestions import SuggestionsReport
from dluhy_service.openapi.answers import answer_schemas
from dluhy_service.openapi.hoisting import hoisted, reference
from dluhy_service.openapi.plain import PLAIN
from dluhy_service.openapi.published import schema

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

_SENT: Final = {"case": "Case", "deduction": "Deduction", "place": "Place", "problem": "Problem"}
"""Published schema -> component."""
_ANSWERED: Final[tuple[type, ...]] = (
    ScreeningReport, DeductionReport, PayslipReport, ReliefReport, SuggestionsReport, IndexReport,
)  # fmt: skip


def schemas(pack: Pack) -> dict[str, Any]:
    """Return every component by its name."""
    _, answered = answer_schemas(_ANSWERED)
    sent: dict[str, Any] = {}
    for name, component in _SENT.items():
        sent |= hoisted(component, schema(name, pack))
    return dict(sorted((sent | answered | PLAIN).items()))


def answer(kind: type) -> dict[str, str]:
    """Return a reference to the schema of what the library writes."""
    tops, _ = answer_schemas(_ANSWERED)
    return reference(tops[kind])
