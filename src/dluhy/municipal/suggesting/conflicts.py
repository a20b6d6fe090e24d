"""Which of two interventions that exclude each other stands for a row, and what falls with what it needs.

What excludes what stands with the interventions and in the vocabulary `municipal_precedence`, which says why.
Nothing that goes against a debtor is suggested for a debt that the debtor does not owe, or may not owe, from childhood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import field, frozen

from dluhy.municipal.suggesting.ranking import PRECEDENCE, ranks_of, required_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.municipal.suggesting.parts import Part

BETTER: Final = "the_better_stands"
NEEDED: Final = "prerequisite_set_aside"
AGAINST: Final = "against_a_child"
_ANSWER: Final = "screened_owes"
_OWES: Final = ("yes", "none")
"""Answers to whether a child owes that leave a debt its debtor's: it owes, or it is no debt of a child."""


@frozen(kw_only=True)
class Barred:
    """Rows for which an intervention is set aside, by which other, and why."""

    intervention: str
    by: str | None
    code: str
    rows: pl.Series


@frozen(kw_only=True)
class Stands:
    """For each intervention of a level: for which rows it stands, for which it is undecided, and what was set aside."""

    held: dict[str, pl.Series]
    open: dict[str, pl.Series]
    barred: list[Barred] = field(factory=list)

    def bar(self, intervention: str, by: str | None, code: str, rows: pl.Series) -> None:
        """Set an intervention aside for rows, as far as it stands there; what is undecided there is not asked for."""
        gone = self.held[intervention] & rows
        if gone.any():
            self.barred.append(Barred(intervention=intervention, by=by, code=code, rows=gone))
        self.held[intervention] &= ~rows
        self.open[intervention] &= ~rows

    def set_aside(self, intervention: str) -> pl.Series | None:
        """Return for which rows an intervention was set aside, None for none."""
        found = [each.rows for each in self.barred if each.intervention == intervention]
        return None if not found else pl.DataFrame(found).select(pl.any_horizontal(pl.all())).to_series()


@frozen(kw_only=True)
class _Pair:
    """Of two interventions that exclude each other the one that stands, the other one, and why."""

    better: str
    worse: str
    code: str
    waits: bool


def stands(part: Part) -> Stands:
    """Return what of the interventions of a level stands for which rows."""
    found = {name: part.status(name) for name in part.rules}
    whole = Stands(
        held={name: status.fill_null(value=False) for name, status in found.items()},
        open={name: status.is_null() for name, status in found.items()},
    )
    _guard(part, whole)
    for pair in _pairs(part):
        rows = whole.held[pair.better]
        whole.bar(pair.worse, pair.better, pair.code, rows | whole.open[pair.better] if pair.waits else rows)
    for name in required_first(list(part.rules), {i: part.pack.interventions[i].requires for i in part.rules}):
        for other in part.pack.interventions[name].requires:
            gone = whole.set_aside(other) if other in part.rules else None
            if gone is not None:
                whole.bar(name, other, NEEDED, gone)
    return whole


def _guard(part: Part, whole: Stands) -> None:
    """Set aside what goes against a debtor where the debtor is or may be a child, or may not owe the debt."""
    term = part.pack.term(PRECEDENCE, AGAINST)
    named = [name for name in term.more["worse"] if name in part.rules]
    if not named or _ANSWER not in part.frame.columns:
        return
    own = part.frame[_ANSWER].cast(pl.String).is_in(list(_OWES)).fill_null(value=False)
    adult = (~part.about["child"]).fill_null(value=False)
    for name in named:
        whole.bar(name, None, AGAINST, ~(own & adult))


def _pairs(part: Part) -> Iterator[_Pair]:
    """Yield the pairs of a level that exclude each other, the best of the better ones first."""
    ranks, found = ranks_of(part.pack), dict[tuple[str, str], _Pair]()
    for one, other in (*_declared(part), *_documented(part)):
        if one in part.rules and other in part.rules:
            pair = pair_of(one, other, part.pack)
            found[pair.better, pair.worse] = pair
    yield from sorted(found.values(), key=lambda pair: (ranks.better(pair.better), ranks.better(pair.worse)))


def _declared(part: Part) -> Iterator[tuple[str, str]]:
    """Yield what interventions say excludes them."""
    yield from ((name, other) for name in part.rules for other in part.pack.interventions[name].conflicts)


def _documented(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the pairs of which the vocabulary says that one stands before the other."""
    for term in part.pack.vocabularies[PRECEDENCE].values():
        yield from ((better, worse) for better in term.more["better"] for worse in term.more["worse"])


def pair_of(one: str, other: str, pack: Pack) -> _Pair:
    """Return which of two interventions that exclude each other stands: as documented, else the better by its rank."""
    for better, worse in ((one, other), (other, one)):
        term = _term_of(better, worse, pack)
        if term is not None:
            return _Pair(better=better, worse=worse, code=term.code, waits=term.more["waits"])
    ranks = ranks_of(pack)
    better, worse = sorted((one, other), key=ranks.better)
    return _Pair(better=better, worse=worse, code=BETTER, waits=False)


def _term_of(better: str, worse: str, pack: Pack) -> Term | None:
    terms = pack.vocabularies[PRECEDENCE].values()
    return next((t for t in terms if better in t.more["better"] and worse in t.more["worse"]), None)
