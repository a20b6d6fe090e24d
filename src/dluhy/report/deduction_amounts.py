"""The sets of amounts for wage deductions as a table for people and as values for programs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from dluhy.deductions import formulas
from dluhy.deductions.amounts import wage_sets
from dluhy.engine.arithmetic import INTEGERS
from dluhy.law.citations import readable
from dluhy.money import HALERE_PER_KORUNA, to_decimal_string
from dluhy.report.deduction_steps import crowns, month_name, number, share
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.texts import NBSP, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from dluhy.deductions.amounts import WageSet
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.report.texts import Texts

RULES: Final = "spouse_rules"
_COLUMNS: Final = ("set", "when", "sum", "debtor", "person", "threshold", "third", "evidence")
_NUMBERS: Final = frozenset({"sum", "debtor", "person", "threshold", "third"})
_STEP: Final = "   "


def sets_on(pack: Pack, day: date | None) -> tuple[WageSet, ...]:
    """Return every set of amounts, or the one for a wage paid on a day, for that month where the month decides.

    HorizonError for a day that the pack does not know.
    """
    sets = wage_sets(pack)
    return sets.sets if day is None else (sets.sets[sets.index_for(day, day)],)


def amounts_values(pack: Pack, language: Language, day: date | None) -> list[dict[str, Any]]:
    """Return sets of amounts for programs; money as decimal strings, unrounded amounts as exact fractions of CZK."""
    return [
        {
            "key": each.key,
            "first": each.first,
            "last": each.last,
            "by_wage_period": each.by_wage_period,
            "living_minimum": _money(each.living_minimum),
            "housing": _money(each.housing),
            "energy": _money(each.energy),
            "sum": _money(each.total),
            "share_debtor": str(each.share_debtor),
            "share_person": str(each.share_person),
            "debtor": str(each.debtor),
            "person": str(each.person),
            "multiple": str(each.multiple),
            "threshold": to_decimal_string(each.threshold),
            "largest_third": to_decimal_string(_largest_third(each)),
            "spouse_rule": each.spouse_rule,
            "spouse_rule_label": pack.term(RULES, each.spouse_rule).text(language),
            "evidence": each.evidence,
            "evidence_label": pack.term("evidence", each.evidence).text(language),
            "cites": [readable(cite, pack.acts, language).text for cite in each.cites],
            "notes": [note.text(language) for note in each.notes],
        }
        for each in sets_on(pack, day)
    ]


def amounts_text(pack: Pack, language: Language, day: date | None) -> str:
    """Return sets of amounts as text, lines of at most 100 signs."""
    say = texts(language)
    found = sets_on(pack, day)
    lines = [say("deduct-amounts-title"), "", *_table(found, pack, say)]
    for each in found:
        lines += [*heading(say("deduct-amounts-set", set=each.key, when=_when(each, say))), *_set(each, pack, say)]
    return "\n".join(lines) + "\n"


def _money(whole: int) -> str:
    return to_decimal_string(whole * HALERE_PER_KORUNA)


def _largest_third(each: WageSet) -> int:
    return formulas.third(INTEGERS, each.threshold, each.threshold)


def _when(each: WageSet, say: Texts) -> str:
    if not each.by_wage_period:
        return say("deduct-amounts-paid", first=say.day(each.first), last=say.day(each.last))
    first, last = month_name(each.first, say.language), month_name(each.last, say.language)
    if first == last:
        return say("deduct-amounts-month", first=first)
    return say("deduct-amounts-months", first=first, last=last)


def _table(sets: Sequence[WageSet], pack: Pack, say: Texts) -> Iterator[str]:
    """Yield one line a set under a line of headings; amounts in CZK without the sign of the currency."""
    rows = [[say(f"deduct-amounts-col-{name}") for name in _COLUMNS]]
    rows += [_row(each, pack, say) for each in sets]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_COLUMNS))]
    for place, row in enumerate(rows):
        cells = [
            cell.rjust(width) if name in _NUMBERS else cell.ljust(width)
            for name, cell, width in zip(_COLUMNS, row, widths, strict=True)
        ]
        line = "  ".join(cells).rstrip()
        yield line
        if not place:
            yield "─" * len(line)


def _row(each: WageSet, pack: Pack, say: Texts) -> list[str]:
    numbers = [Fraction(each.total), each.debtor, each.person, Fraction(each.threshold, HALERE_PER_KORUNA),
               Fraction(_largest_third(each), HALERE_PER_KORUNA)]  # fmt: skip
    bare = (crowns(number, say).removesuffix(f"{NBSP}Kč").removeprefix(f"CZK{NBSP}") for number in numbers)
    return [each.key, _shortly(each, say), *bare, pack.term("evidence", each.evidence).text(say.language)]


def _shortly(each: WageSet, say: Texts) -> str:
    if not each.by_wage_period:
        return say("deduct-amounts-year-paid", year=str(each.first.year))
    months = f"{each.first.month}–{each.last.month}" if each.first.month != each.last.month else f"{each.first.month}"
    return say("deduct-amounts-year-months", months=months, year=str(each.first.year))


def _set(each: WageSet, pack: Pack, say: Texts) -> Iterator[str]:
    addends = {"living_minimum": each.living_minimum, "housing": each.housing, "energy": each.energy}
    parts = " + ".join(
        say(f"deduct-amounts-{name}", sum=crowns(str(value), say)) for name, value in addends.items() if value
    )
    threshold = Fraction(each.threshold, HALERE_PER_KORUNA)
    third = to_decimal_string(_largest_third(each))
    total = say("deduct-sum", parts=parts, total=crowns(str(each.total), say))
    rule = pack.term(RULES, each.spouse_rule).text(say.language)
    told = [
        say("deduct-amounts-whole", sum=total),
        say("deduct-amounts-debtor", share=share(each.share_debtor, say), sum=crowns(each.debtor, say)),
        say("deduct-amounts-person", share=share(each.share_person, say), sum=crowns(each.person, say)),
        say("deduct-amounts-threshold" if each.multiple != 1 else "deduct-amounts-threshold-once",
            sum=crowns(threshold, say), multiple=number(each.multiple, say), third=crowns(third, say)),
        say("deduct-amounts-spouse", rule=rule),
        *(say("deduct-amounts-note", note=note.text(say.language)) for note in each.notes),
        say("deduct-amounts-evidence", evidence=pack.term("evidence", each.evidence).text(say.language)),
        say("deduct-amounts-cites",
            cites="; ".join(readable(cite, pack.acts, say.language).text for cite in each.cites)),
    ]  # fmt: skip
    for sentence in told:
        yield from wrapped(sentence, _STEP, "")
