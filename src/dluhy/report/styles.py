"""How the workbook looks: formats, colours that also differ in grey, widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from dluhy.report.filling import MONEY

if TYPE_CHECKING:
    from dluhy.problems import Language

LINE = 13.5
"""Points of one line of text."""

WIDTHS: dict[str, tuple[int, int]] = {
    "row": (6, 8),
    "part": (5, 6),
    "order": (6, 7),
    "done": (7, 7),
    "person": (9, 12),
    "last_name": (10, 13),
    "first_name": (8, 11),
    "full_name": (12, 18),
    "birth_date": (12, 12),
    "age": (5, 5),
    "days_to_18": (7, 8),
    "urgency": (9, 15),
    "identity": (9, 11),
    "list": (18, 24),
    "debts": (7, 8),
    "debts_to_stop": (8, 9),
    "debts_undecided": (8, 12),
    "balance": (11, 12),
    "balance_to_stop": (11, 13),
    "notify_ospod": (9, 11),
    "rows": (8, 11),
    "kind": (12, 18),
    "fee_year": (8, 9),
    "due_on": (11, 12),
    "municipality": (8, 9),
    "creditor": (12, 18),
    "enforcement": (11, 14),
    "verdict": (18, 20),
    "child_owes": (9, 11),
    "reason": (36, 44),
    "next_step": (20, 28),
    "missing": (12, 18),
    "provisions": (28, 46),
    "evidence": (9, 11),
    "verify": (20, 42),
    "grounds": (14, 26),
    "flags": (14, 32),
    "presumed": (20, 46),
    "warnings": (14, 34),
    "repairs": (14, 28),
    "rule": (8, 18),
    "actor": (11, 17),
    "addressee": (11, 17),
    "step": (26, 36),
    "limit": (11, 14),
    "limit_on": (11, 11),
    "procedure": (8, 8),
    "conditional": (16, 24),
    "detail": (40, 56),
    "cost": (18, 30),
    "count": (7, 9),
    "effect": (14, 20),
    "fact": (14, 22),
    "list_column": (14, 26),
    "answers": (12, 40),
    "ask": (30, 56),
    "answer": (14, 18),
    "treatment": (11, 13),
    "column": (10, 22),
    "why": (28, 46),
    "original": (14, 36),
    "value": (12, 24),
    "suggestion": (24, 36),
    "children": (7, 8),
    "people_number": (7, 8),
    "maybe_debts": (9, 11),
    "amounts_unknown": (9, 11),
    "do_by": (11, 12),
    "belongs": (14, 22),
    "coming_of_age": (11, 13),
    "because": (30, 44),
    "facts_told": (30, 48),
    "before_it": (14, 28),
    "brings": (18, 30),
    "sharing": (24, 44),
    "measures": (14, 30),
    "is_child": (9, 9),
    "bears": (11, 17),
    "gave_way": (28, 46),
    "preferred": (18, 32),
    "needed_for": (18, 36),
    "decides": (22, 44),
}
"""Column -> its least and greatest width, in signs."""

_TEXT: dict[str, Any] = {"font_size": 10, "valign": "top"}
_URGENCY: dict[str, dict[str, Any]] = {
    "red": {"bg_color": "#A61C1C", "font_color": "#FFFFFF", "bold": True},  # 29 % of white in grey
    "amber": {"bg_color": "#F0A33C"},  # 69 %
    "green": {"bg_color": "#E4F3DA"},  # 93 %
    "grey": {"bg_color": "#CFCFCF", "italic": True},  # 81 %
}
"""Verdict of urgency -> its look; the shades also differ when printed in grey, and the word stands in the cell."""


@frozen
class Styles:
    """The formats of one workbook."""

    book: Any
    language: Language

    @classmethod
    def of(cls, book: Any, language: Language) -> Styles:  # noqa: ANN401 - xlsxwriter has no types
        """Return the styles of a workbook."""
        return cls(book, language)

    def format(self, **more: Any) -> Any:  # noqa: ANN401
        """Return a format of cell text with further properties."""
        return self.book.add_format({**_TEXT, **more})

    def head(self, *, number: bool = False) -> Any:  # noqa: ANN401
        """Return the format of a table's header, above numbers set to the right like them."""
        side = {"align": "right"} if number else {}
        return self.format(bold=True, bg_color="#DCE3EE", bottom=1, text_wrap=True, **side)

    def column(self, name: str, *, date: bool, text: bool, wrap: bool) -> Any:  # noqa: ANN401
        """Return the format of a column of a long table."""
        if name == "done":
            return self.format(align="center", border=1, border_color="#7F7F7F")
        if name in MONEY:
            return self.money()
        if date:
            return self.format(num_format=self.day, align="left")
        if text:
            return self.format(text_wrap=wrap)
        return self.format(num_format="0", align="left")

    def money(self) -> Any:  # noqa: ANN401
        """Return the format of a sum; a spreadsheet shows it with its user's own separators."""
        return self.format(num_format="#,##0.00", align="right", indent=1)

    @property
    def day(self) -> str:
        """The number format of days."""
        return 'd". "m". "yyyy' if self.language == "cs" else "yyyy-mm-dd"

    def urgency(self, verdict: str) -> Any:  # noqa: ANN401
        """Return the look of an urgency."""
        return self.book.add_format(_URGENCY[verdict])

    @staticmethod
    def urgencies() -> tuple[str, ...]:
        """Return the verdicts of urgency that have a look."""
        return tuple(_URGENCY)
