"""One ordered, dated list of steps over all topics: children's debts, the household, defects, relief, strategies.

Each topic gives its steps as tasks; those of one letter or the same advice become one, contradictory advice gives way
by documented precedence, and what is left is put in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.agenda.debts import of_defects, of_plan
from dluhy.agenda.living import of_deductions, of_household
from dluhy.agenda.making import Maker
from dluhy.agenda.merging import merged
from dluhy.agenda.order import in_order
from dluhy.agenda.precedence import circumstances, yielded
from dluhy.agenda.values import Agenda, Reason, SetAside, Sources, Task, Words
from dluhy.agenda.ways import of_relief, of_strategies

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

__all__ = ["Agenda", "Reason", "SetAside", "Sources", "Task", "Words", "agenda_of"]


def agenda_of(sources: Sources, pack: Pack) -> Agenda:
    """Return the one list of steps of a case, in the order to take them, and what gave way to what."""
    law = pack.whole or pack
    maker = Maker(law, _debtors(sources))
    gathered = [
        task
        for topic in (of_plan, of_defects, of_household, of_deductions, of_relief, of_strategies)
        for task in topic(sources, maker)
    ]
    kept, aside = yielded(merged(gathered, law), circumstances(sources, law), law)
    return Agenda(tasks=in_order(kept, sources.as_of, law), set_aside=tuple(aside))


def _debtors(sources: Sources) -> list[str]:
    """Return who owes: the people of the debts and of the petitions."""
    named = {row["person_id"] for row in sources.judged.select("person_id").unique().iter_rows(named=True)}
    named |= {name for each in sources.relief for name in each.people}
    return sorted(name for name in named if name is not None)
