"""Facts of a debt that follow from the stays of a child in institutions: months of the fee year, care at service."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from dluhy.dates import MONTHS_OF_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.case.model import Care, Debt
    from dluhy.case.model_claims import Title
    from dluhy.dates import Span

_INSTITUTION_FACTS = ("in_institution", "institution_months", "institution_kind")


def inside(stays: Sequence[Care], first: date, last: date) -> bool | None:
    """Return whether some stay surely covers a day between two days (both included); None if that is not known."""
    if any(_surely(stay, first, last) for stay in stays):
        return True
    return None if any(_possibly(stay, first, last) for stay in stays) else False


def _surely(stay: Care, first: date, last: date) -> bool:
    begins = stay.from_.last if stay.from_ else None
    ends = stay.to.first if stay.to else None
    return begins is not None and ends is not None and begins <= first and last <= ends


def _possibly(stay: Care, first: date, last: date) -> bool:
    begins = stay.from_.first if stay.from_ else None
    ends = stay.to.last if stay.to else None
    return not ((begins is not None and begins > last) or (ends is not None and ends < first))


def of_fee_year(stays: Sequence[Care] | None, debt: Debt) -> dict[str, Any]:
    """Return `institution_months` and `institution_kind` of the fee year where the stays decide them.

    Months are those at whose end the child was inside. Nothing is said where the debt says something itself, where the
    stays or the year are not known well enough, and of stays of several kinds in one year: they count apart by law.
    """
    if stays is None or any(getattr(debt, name) is not None for name in _INSTITUTION_FACTS):
        return {}
    if not stays:
        return {"institution_months": 0}
    year = _single_year(debt.fee_year)
    if year is None:
        return {}
    near = [stay for stay in stays if _possibly(stay, date(year, 1, 1), date(year, 12, 31))]
    if len({stay.kind for stay in near}) > 1:
        return {}
    ends = [date(year, month, monthrange(year, month)[1]) for month in range(1, MONTHS_OF_A_YEAR + 1)]
    told = [inside(near, end, end) for end in ends]
    if None in told:
        return {}
    months = sum(answer is True for answer in told)
    return {"institution_months": months} | ({"institution_kind": near[0].kind} if months else {})


def several_kinds(stays: Sequence[Care] | None, debt: Debt) -> bool:
    """Return whether stays of several kinds in the fee year leave its months open, and the debt does not state them."""
    year = _single_year(debt.fee_year)
    if not stays or year is None or debt.institution_months is not None:
        return False
    near = [stay for stay in stays if _possibly(stay, date(year, 1, 1), date(year, 12, 31))]
    return len({stay.kind for stay in near}) > 1


def _single_year(years: Span | None) -> int | None:
    if years is None or years.first is None or years.last is None or years.first.year != years.last.year:
        return None
    return years.first.year


def at_service(stays: Sequence[Care] | None, title: Title | None) -> bool | None:
    """Return whether the child was in care when the title was made and served; None where the stays do not decide it.

    Yes if the title was surely issued during a stay; no if no stay can reach into the proceedings, from their beginning
    to the service.
    """
    if stays is None:
        return None
    if not stays:
        return False
    if title is None:
        return None
    issued, began, served = title.issued_on, title.proceedings_began_on, title.served_on
    if issued and issued.first and issued.last and inside(stays, issued.first, issued.last):
        return True
    end = served or issued
    first, last = began.first if began else None, end.last if end else None
    if first is None or last is None or first > last:
        return None
    return False if inside(stays, first, last) is False else None
