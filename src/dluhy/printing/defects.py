"""What can be said against each debt on paper, and what debt relief would be without what may drop out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dluhy.printing.blocks import Heading, Text
from dluhy.printing.paragraphs import Setter
from dluhy.report.defects_text import defects_lines, without_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.printing.blocks import Block
    from dluhy.printing.paragraphs import Provisions
    from dluhy.report.defects import DebtDefectsReport
    from dluhy.report.defects_relief import ReliefWithoutReport
    from dluhy.report.texts import Texts


def defects_blocks(reports: Sequence[DebtDefectsReport], say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield what can be said against each debt: a heading for each, its provisions by their numbers."""
    prefix, intro = say("defects-cited", provisions="").rstrip(), say("defects-intro")
    waiting: Block | None = None
    for block in Setter(provisions, level=1, titles=True).set(defects_lines(reports, say)):
        if isinstance(block, Text) and isinstance(waiting, Text) and block.text.startswith(prefix):
            number = provisions.number(block.text.removeprefix(prefix).strip())
            waiting = msgspec.structs.replace(waiting, notes=(*waiting.notes, number))
            continue
        if waiting is not None:
            yield waiting
        waiting = Text(text=intro) if isinstance(block, Heading) and block.text == intro else block
    if waiting is not None:
        yield waiting


def without_blocks(reports: Sequence[ReliefWithoutReport], say: Texts, provisions: Provisions) -> Iterator[Block]:
    """Yield what debt relief would be without what may drop out."""
    yield from Setter(provisions, level=1).set(without_lines(reports, say))
