"""Ways out of debt side by side on paper, each debtor's with the picture of what is left to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.printing.blocks import Heading, Picture, Table
from dluhy.printing.paragraphs import Setter
from dluhy.report.strategies_text import strategies_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.printing.blocks import Block
    from dluhy.printing.paragraphs import Provisions
    from dluhy.report.strategies import StrategiesReport
    from dluhy.report.texts import Texts

REMAINING: Final = "remaining"
"""The name of the picture of what is left to pay, with the place of the debtor: `remaining-0`."""


def ways_blocks(
    reports: Sequence[StrategiesReport], charts: frozenset[str], say: Texts, provisions: Provisions
) -> Iterator[Block]:
    """Yield the ways out of every debtor, the picture under the table."""
    for place, report in enumerate(reports):
        name = f"{REMAINING}-{place}"
        drawn = name not in charts
        for block in Setter(provisions, level=1, titles=True).set(strategies_lines([report], say)):
            if place and isinstance(block, Heading) and block.level == 1:
                continue
            yield block
            if isinstance(block, Table) and not drawn:
                told = "; ".join(", ".join(row) for row in block.rows)
                yield Picture(name=name, alt=f"{say('remaining-title')}: {told}.")
                drawn = True
