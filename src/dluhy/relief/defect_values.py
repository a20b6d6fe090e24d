"""What can be said against one debt, as values: what holds or may, how much would drop out, until when, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import field, frozen

if TYPE_CHECKING:
    from datetime import date

    from dluhy.dates import Span
    from dluhy.engine.findings import Trace
    from dluhy.law.models import Citation, Evidence, Rule, Step, Verify

UNSETTLED: Final = frozenset({"M", "?"})
HOLDS, UNKNOWN = "holds", "unknown"


@frozen(kw_only=True)
class Remedy:
    """One step against a debt, and the last day for it; None where the day cannot be told or there is no limit."""

    step: Step = field(eq=False)
    until: date | None = None


@frozen(kw_only=True)
class Defect:
    """One thing that can be said against one debt.

    `status` is holds, or unknown where the `missing` facts would decide it. `least` and `most` are haléře of the
    balance that would drop out if it were raised with success; `most` is None where the size of the part that it takes
    is not known, and then nothing of it is counted. `takes` are
    the part of the debt that it takes and those that hold it, codes of `claim_parts` from within, each with its size in
    haléře (None unknown); empty where it takes nothing. `ends` is the day to which the rule leads, within limits,
    `otherwise` the same day if the creditor pays an advance. `presumed` names presumptions that the facts were
    completed with, `verify` what a reader must check first.
    """

    rule: Rule = field(eq=False)
    status: Literal["holds", "unknown"]
    verdict: str
    least: int
    most: int | None
    takes: tuple[tuple[str, int | None], ...] = ()
    ends: Span | None = None
    otherwise: Span | None = None
    missing: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()
    why: Trace = field(eq=False)
    verify: tuple[Verify, ...] = field(default=(), eq=False)
    remedies: tuple[Remedy, ...] = field(default=(), eq=False)

    @property
    def evidence(self) -> Evidence:
        """How the law of the rule is known."""
        return self.rule.evidence

    @property
    def to_verify(self) -> bool:
        """Whether the law itself is not settled enough to be shown as such."""
        return self.rule.evidence in UNSETTLED

    @property
    def citations(self) -> list[Citation]:
        """The provisions."""
        return self.rule.citations
