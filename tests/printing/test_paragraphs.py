"""The words of the text report on paper: nothing lost on the way, provisions numbered once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from tests.case.relief_cases import screened as relief
from tests.printing.printed import FAMILY, PENSIONER, plain, reported

from dluhy.printing.blocks import Heading, Table, Text, Typed
from dluhy.printing.paragraphs import Provisions, Setter
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_teller import Grounds
from dluhy.report.household_text import household_lines
from dluhy.report.household_words import grounds_lines
from dluhy.report.relief_text import relief_lines
from dluhy.report.screening import screening_report
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAY = texts("cs")


def words(value: Any) -> Iterator[str]:  # noqa: ANN401 - of blocks
    """Yield the words of blocks."""
    if isinstance(value, str):
        yield from plain(value).split()
    elif isinstance(value, dict):
        for each in value.values():
            yield from words(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from words(each)


def lost(lines: list[str]) -> set[str]:
    """Return the words of lines that the blocks made from them do not hold; rules of a line are none."""
    provisions = Provisions()
    blocks = [*Setter(provisions).set(lines), *provisions.cited()]
    kept = {word.strip(".,;:()") for word in words(msgspec.to_builtins(blocks))}
    given = {word.strip(".,;:()") for line in lines for word in plain(line).split() if word.strip("─")}
    return {word for word in given - kept if word not in {"Podle", ""}}


@pytest.mark.sweep(1)
@pytest.mark.parametrize("path", [FAMILY, PENSIONER])
def test_no_word_of_the_household_or_of_debt_relief_is_lost(path: Path) -> None:
    report = reported(path)
    assert report.household is not None
    assert lost(list(household_lines(report.household, SAY))) == set()
    assert lost(list(relief_lines(report.relief, SAY))) == set()
    assert lost(list(relief_lines(screening_report(relief(), "cs").relief, SAY))) == set()


def test_a_paragraph_is_set_whole_with_its_mark_and_indent() -> None:
    long = "slovo " * 60 + "konec"
    blocks = Setter(Provisions()).set(wrapped(long, "   ", " • "))
    assert blocks == (Text(text=long, level=3, mark="•"),)


def test_provisions_become_numbers_and_the_same_ones_one_number() -> None:
    provisions = Provisions()
    grounds = Grounds((), ("zákon č. 99/1963 Sb.",), "S2", None)
    other = Grounds((), ("zákon č. 182/2006 Sb.: § 3",), "M", "k ověření")
    lines = [*wrapped("První."), *grounds_lines(grounds, SAY), *wrapped("Druhý."), *grounds_lines(other, SAY)]
    lines += [*wrapped("Třetí."), *grounds_lines(grounds, SAY)]
    first, second, third = Setter(provisions).set(lines)
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert isinstance(third, Text)
    assert first.notes == third.notes == (1,)
    assert (second.notes, second.remark) == ((2,), "k ověření")
    assert [each.text for each in provisions.cited()] == ["zákon č. 99/1963 Sb.", "zákon č. 182/2006 Sb.: § 3"]


def test_rows_become_a_table_with_sums_and_a_rule() -> None:
    report = reported(PENSIONER)
    assert report.household is not None
    blocks = Setter(Provisions()).set(household_lines(report.household, SAY))
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.right == (1,)
    assert table.ruled == (len(table.rows) - 1,)
    assert table.rows[-1][0] == "Zbývá"
    assert len(table.rows) - 1 in table.sums
    assert 0 not in table.sums


def test_lines_laid_out_with_spaces_keep_their_layout() -> None:
    blocks = Setter(Provisions()).set([*heading("Nadpis"), "a    1", "bb  22", ""])
    assert blocks == (Heading(text="Nadpis", level=2), Typed(lines=("a    1", "bb  22")))


def test_long_runs_of_short_items_become_one_paragraph() -> None:
    lines = [line for number in range(12) for line in wrapped(f"dluh-{number}", "  ", "– ")]
    (block,) = Setter(Provisions()).set(lines)
    assert isinstance(block, Text)
    assert block.text.startswith("dluh-0, dluh-1, ")
    assert block.text.endswith("dluh-11")
