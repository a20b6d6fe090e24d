"""In which order suggestions stand: children first, then the last day, what they bring, what they cost.

What is a choice in it stands in the vocabularies `municipal_effects` and `municipal_urgency` of the pack.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from dluhy.law.amounts import constant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dluhy.engine.findings import Status
    from dluhy.law.interventions import Intervention
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.values import Suggestion

EFFECTS, URGENCY, PRECEDENCE, LAST_DAYS, SOON, AHEAD = (
    "municipal_effects", "municipal_urgency", "municipal_precedence", "municipal_last_days", "agenda_soon_days",
    "municipal_birthday_years",
)  # fmt: skip
_DEAREST: Final = 2**31
_AT_ONCE: Final = 1  # the first order of `municipal_urgency`
_LAST: Final = "standing"
_YEARS: Final = 3  # of this one and the next the day may have passed where it is in a January


class Ranked(Protocol):
    """What stands in order: a suggestion of one municipality or of many."""

    @property
    def id(self) -> str:
        """The id of the intervention."""

    @property
    def intervention(self) -> Intervention:
        """The intervention."""

    @property
    def status(self) -> Status:
        """Whether it holds or is not decided."""

    @property
    def child(self) -> bool:
        """Whether a child under 18 is concerned."""

    @property
    def due_on(self) -> date | None:
        """The next last day."""

    @property
    def urgency(self) -> str:
        """When it belongs."""

    @property
    def effect(self) -> str:
        """What it brings."""

    @property
    def cost_most(self) -> int | None:
        """The most it can cost, CZK."""


class Ranks:
    """The ranks of a pack."""

    def __init__(self, pack: Pack) -> None:
        """Read the vocabularies once; what they do not name comes last."""
        self.pack = whole = pack.whole or pack
        self._effects = _terms_by_intervention(whole, EFFECTS)
        self._urgency = _terms_by_intervention(whole, URGENCY)
        self._places = {name: place for place, name in enumerate(sorted(whole.interventions))}
        self.birthday_years = constant(whole.series[AHEAD])
        self._soon = timedelta(days=constant(whole.series[SOON]))

    def effect(self, intervention: str) -> str:
        """Return the code of `municipal_effects` of an intervention."""
        return self._effects[intervention].code if intervention in self._effects else _last(self.pack, EFFECTS).code

    def urgency(self, intervention: str) -> str:
        """Return the code of `municipal_urgency` of an intervention."""
        return self._urgency[intervention].code if intervention in self._urgency else _LAST

    def last_days(self, intervention: str) -> list[str]:
        """Return the facts that are themselves the last day of an intervention."""
        terms = self.pack.vocabularies[LAST_DAYS].values()
        return [term.code for term in terms if intervention in term.more["interventions"]]

    def day_of_year(self, intervention: str, as_of: date) -> date | None:
        """Return the next day by which an intervention belongs every year, None where it has none.

        Where it takes time to have effect, that is the last day on which it still helps from the day of the year on.
        """
        term = self._urgency.get(intervention)
        if term is None or "month" not in term.more:
            return None
        before = timedelta(days=term.more.get("days_before", 0))
        days = (date(as_of.year + more, term.more["month"], term.more["day"]) - before for more in range(_YEARS))
        return next(day for day in days if day >= as_of)

    def brings(self, intervention: str) -> tuple[int, ...]:
        """Return how much an intervention brings: for a child first, then by its effect; the lower the more."""
        found = self.pack.interventions[intervention]
        return (not found.for_child, self._order(EFFECTS, self.effect(intervention)))

    def better(self, intervention: str) -> tuple[int, ...]:
        """Return by what one of two interventions that exclude each other is the better: for a child, what it brings.

        The lower the better.
        """
        return (*self.brings(intervention), self._places[intervention])

    def key(self, item: Ranked, as_of: date) -> tuple[object, ...]:
        """Return by what a suggestion stands in order; total, for ids are different.

        What holds goes before what is not decided. Children first: what concerns a child under 18, then what is for
        debts from childhood or for all children, then the rest. In each by the last day, what belongs at once as if it
        were due soon, then what has no day by its urgency; then by what it brings, by its cost, by its id.
        """
        cost = item.cost_most
        return (
            item.status != "holds",
            self._childhood(item),
            self._timing(item, as_of),
            self._order(EFFECTS, item.effect),
            _DEAREST if cost is None else cost,
            self._places[item.id],
        )

    @staticmethod
    def _childhood(item: Ranked) -> int:
        if item.child:
            return 0
        return 1 if item.intervention.for_child and item.intervention.level != "household" else 2

    def _timing(self, item: Ranked, as_of: date) -> tuple[int, date, date]:
        """Return by what time a suggestion stands in order: its day, of what belongs at once a day that is soon."""
        order = self._order(URGENCY, item.urgency)
        last = item.due_on or date.max
        if order == _AT_ONCE:
            return 0, min(last, as_of + self._soon), last
        return (0, last, last) if item.due_on is not None else (order, date.max, date.max)

    def _order(self, vocabulary: str, code: str) -> int:
        found: int = self.pack.term(vocabulary, code).more["order"]
        return found


@lru_cache(maxsize=4)
def ranks_of(pack: Pack) -> Ranks:
    """Return the ranks of a pack, made once for each of the packs used last."""
    return Ranks(pack)


def in_order(items: Iterable[Suggestion], pack: Pack, as_of: date) -> tuple[Suggestion, ...]:
    """Return suggestions in the order to take them; what one requires stands before it."""
    ranks = ranks_of(pack)
    ranked = {item.id: item for item in sorted(items, key=lambda item: ranks.key(item, as_of))}
    requires = {name: item.requires for name, item in ranked.items()}
    held = required_first([name for name, item in ranked.items() if item.status == "holds"], requires)
    rest = required_first([name for name, item in ranked.items() if item.status != "holds"], requires)
    return tuple(ranked[name] for name in (*held, *rest))


def required_first(names: Sequence[str], requires: Mapping[str, Sequence[str]]) -> list[str]:
    """Return names in their order, each after what it requires of them; a circle is left in the order given.

    >>> required_first(["c", "a", "b"], {"c": ["b"], "b": ["a"]})
    ['a', 'b', 'c']
    """
    found: dict[str, None] = {}
    known = set(names)

    def add(name: str, above: frozenset[str]) -> None:
        if name in found or name in above:
            return
        for other in requires.get(name, ()):
            if other in known:
                add(other, above | {name})
        found.setdefault(name)

    for name in names:
        add(name, frozenset())
    return list(found)


def _terms_by_intervention(pack: Pack, vocabulary: str) -> dict[str, Term]:
    terms = pack.vocabularies[vocabulary].values()
    return {name: term for term in terms for name in term.more["interventions"]}


def _last(pack: Pack, vocabulary: str) -> Term:
    return max(pack.vocabularies[vocabulary].values(), key=lambda term: term.more["order"])
