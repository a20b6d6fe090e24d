"""What may change for a household, and the days it tells itself: plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dluhy.dates import Span
    from dluhy.law.models import Bilingual, Citation, Evidence


@frozen(kw_only=True)
class GivenDay:
    """A day the household tells, such as the end of a contract: a code of `upcoming_changes` that has `given`."""

    code: str
    when: Span
    person: str | None = None


@frozen(kw_only=True)
class Change:
    """Something that changes on a day, or within a span of days where a birth is known in part.

    `code` is of `upcoming_changes`; `values` are what its text names. `law_known` is False for a day past what the pack
    knows, where it must be verified. `person` None: the whole household.
    """

    code: str
    when: Span
    person: str | None = None
    values: Mapping[str, int] = field(factory=dict)
    cites: tuple[Citation, ...] = ()
    evidence: Evidence = "S2"
    note: Bilingual | None = None
    law_known: bool = True

    @property
    def day(self) -> date | None:
        """The day; None where it is known only within a span."""
        return self.when.first if self.when.first == self.when.last else None
