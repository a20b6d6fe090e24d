"""Words that the sections of a household's text share: sums with what is known of them, notes, provisions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from dluhy.money import HALERE_PER_KORUNA
from dluhy.report.deduction_steps import crowns
from dluhy.report.deduction_text import wrapped
from dluhy.report.lines import grounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.report.household_teller import Amount, Grounds, Note
    from dluhy.report.texts import Texts

STEP: Final = "   "


def sum_of(amount: Amount, say: Texts, *, cents: bool = False) -> str:
    """Return a sum as far as it is known; with `cents` always with haléře, for a column."""
    least, most = (None if end is None else _told(end, say, cents=cents) for end in (amount.least, amount.most))
    if least is not None and most is not None:
        return least if amount.least == amount.most else say("house-sum-between", least=least, most=most)
    if least is not None:
        return say("house-sum-least", sum=least)
    return say("flow-unknown") if most is None else say("house-sum-most", sum=most)


def halere_of(decimal: str) -> int:
    """Return a sum of ours, as `to_decimal_string` writes it, in haléře: sums may be larger than any amount given."""
    return int(Decimal(decimal) * HALERE_PER_KORUNA)


def noted(note: Note, say: Texts) -> str:
    """Return a note with what is said of how sure it is."""
    return note.text if note.remark is None else say("house-noted", text=note.text, remark=note.remark)


def grounds_lines(grounds: Grounds, say: Texts) -> Iterator[str]:
    """Yield the provisions of something and how sure it is."""
    if grounds.cited:
        cited = "; ".join(grounds.cited)
        key = "house-grounds" if grounds.remark is None else "house-grounds-remark"
        bare = cited if grounds.remark is not None else cited.removesuffix(".")
        told = say(key, provisions=bare, remark=grounds.remark or "")
        yield from grounded(told, STEP, cited, grounds.remark or "")
    elif grounds.remark is not None:
        yield from wrapped(say("house-remark", remark=grounds.remark), STEP)


def listed(items: Iterable[str], indent: str = "") -> Iterator[str]:
    """Yield items of a list, each with its mark."""
    for item in items:
        yield from wrapped(item, f"{indent}  ", f"{indent}– ")


def _told(decimal: str, say: Texts, *, cents: bool) -> str:
    halere = halere_of(decimal)
    if cents:
        return say.money(halere)
    return f"−{crowns(decimal, say)}" if halere < 0 else crowns(decimal, say)
