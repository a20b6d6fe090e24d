"""What the words of a brief are made of: sentences and small tables under headings, and the one who says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.report.costs_teller import WEAK
from dluhy.report.suggestion_teller import SuggestionTeller

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dluhy.law.models import Citation, Evidence
    from dluhy.municipal.brief.values import GroupCount

_DEBTS: Final = "suggest-count-debts"


@frozen(kw_only=True)
class Said:
    """A paragraph: `lead` stands in bold before the text, `mark` before all, `cited` are its provisions.

    `remark` says how sure it is, empty where nothing need be said; `level` is how far it is indented, in steps.
    """

    text: str
    lead: str = ""
    mark: str = ""
    level: int = 0
    cited: tuple[str, ...] = ()
    remark: str = ""
    small: bool = False


@frozen(kw_only=True)
class Title:
    """A heading inside a part."""

    text: str


@frozen(kw_only=True)
class Grid:
    """A small table: `widths` of its columns as the setter knows them, `right` the columns of numbers, `sums` rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[str, ...]
    right: tuple[int, ...] = ()
    sums: tuple[int, ...] = ()


@frozen(kw_only=True)
class Part:
    """One part of a brief under its heading; `code` names it in every language."""

    code: str
    heading: str
    items: tuple[Said | Title | Grid, ...]


class BriefTeller(SuggestionTeller):
    """Says what a brief holds in one language."""

    def weak(self, evidence: Evidence) -> str:
        """Return the mark of what must be verified first; empty for what is settled."""
        return self.term("evidence", evidence) if evidence in WEAK else ""

    def cites(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """Return provisions as people read them, each once."""
        return tuple(dict.fromkeys(each.text for each in self.provisions(citations)))

    def debts(self, count: int) -> str:
        """Return a number of debts in words."""
        return self.say(_DEBTS, count=count)

    def sum_of(self, halere: int | None, unknown: int | None, *, at_least: bool = False) -> str:
        """Return a sum of balances as far as it is known; `at_least` where it is not told how many are not."""
        if halere is None:
            return self.say("brief-sum-unknown")
        if unknown:
            return self.say("brief-sum-partly", sum=self.crowns(halere), count=unknown)
        return self._at_least(halere) if at_least else self.crowns(halere)

    def owed(self, group: GroupCount) -> str:
        """Return what a group owes as a cell of a table."""
        if group.hidden or group.debts is None:
            return self.say("brief-hidden")
        if group.halere is None:
            return self.say("brief-cell-unknown")
        return self._at_least(group.halere) if group.at_least else self.crowns(group.halere)

    def _at_least(self, halere: int) -> str:
        return self.say("brief-sum-least", sum=self.crowns(halere))
