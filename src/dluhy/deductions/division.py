"""Who gets what of a deduction: the thirds and the unlimited part divided among claims, to the haléř (§ 279, 280 OSŘ).

Nothing here depends on the order in which claims are given.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from attrs import define, evolve, field, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Pool = Literal["second_third", "unlimited", "first_third"]
CURRENT: Final = "current_maintenance"
ARREARS: Final = "maintenance_arrears"
BY_MAINTENANCE: Final = (
    CURRENT,
    ARREARS,
    "assignment_fee",
    "assigned_maintenance",
    "substitute_maintenance",
)
"""The classes that share too little money in the ratio of running maintenance (§ 280 odst. 3, 4 OSŘ)."""
_FOR_PRIORITY: Final[tuple[Pool, ...]] = ("second_third", "unlimited")
_FOR_ALL: Final[tuple[Pool, ...]] = ("first_third", "unlimited")


@frozen
class Want:
    """A claim that wants to be paid: its class with its place in the second third, its rank, its rest in haléře.

    `balance` is None where it is not known: then it takes all it can. `monthly` is the running maintenance of the
    person entitled, which decides the ratio among several; None if unknown. `place` is None without priority.
    """

    id: str
    claim_class: str
    place: int | None
    delivered_on: date | None
    balance: int | None
    monthly: int | None = None

    @property
    def rank(self) -> date:
        """The day of delivery to the payer; claims without one are last and share a rank."""
        return self.delivered_on or date.max

    def owing(self, balance: int | None) -> Want:
        """Return the same claim with another rest."""
        return Want(self.id, self.claim_class, self.place, self.delivered_on, balance, self.monthly)


@frozen
class Part:
    """What a claim gets from one pool, in haléře; None where the shares of one rank cannot be told."""

    claim: str
    pool: Pool
    amount: int | None


@frozen
class Division:
    """The parts of every claim, the payer's fee, and what of each pool nobody took; haléře.

    `uncertain` are the claims whose shares cannot be told: their parts say none.
    """

    parts: tuple[Part, ...]
    fee: int
    left: dict[Pool, int]
    taken: int
    uncertain: frozenset[str] = frozenset()

    def amounts(self) -> dict[str, int]:
        """Return what each claim gets in all, without those that get nothing or whose shares cannot be told."""
        found: dict[str, int] = {}
        for part in self.parts:
            if part.amount and part.claim not in self.uncertain:
                found[part.claim] = found.get(part.claim, 0) + part.amount
        return found

    def of_claim(self, claim: str) -> int | None:
        """Return what a claim gets in all; None if that cannot be told."""
        if claim in self.uncertain:
            return None
        return sum(part.amount or 0 for part in self.parts if part.claim == claim)

    def from_pool(self, claim: str, pool: Pool) -> int | None:
        """Return what a claim gets from one pool; None if that cannot be told."""
        if claim in self.uncertain:
            return None
        return sum(part.amount or 0 for part in self.parts if (part.claim, part.pool) == (claim, pool))


@define
class _Desk:
    """What is still in the pools and still wanted; shares that cannot be told are divided by wants, and marked."""

    pools: dict[Pool, int]
    wanted: dict[str, int | None]
    uncertain: set[str] = field(factory=set)
    parts: list[Part] = field(factory=list)
    taken: int = 0

    def asking(self, group: Sequence[Want]) -> list[Want]:
        """Return who of a group still wants something, by id."""
        return [want for want in sorted(group, key=lambda want: want.id) if self.wanted[want.id] != 0]

    def short(self, group: Sequence[Want], available: int) -> bool:
        """Return whether there is less than a group wants, or possibly less."""
        wants = [self.wanted[want.id] for want in group]
        return None in wants or sum(want or 0 for want in wants) > available

    def available(self, pools: Sequence[Pool]) -> int:
        """Return what several pools still hold."""
        return sum(self.pools[pool] for pool in pools)

    def pay(self, group: Sequence[Want], pools: Sequence[Pool], weigh: Callable[[Want], int | None]) -> None:
        """Pay a group that stands equal from pools taken as one, by weights if it is not enough."""
        asking, available = self.asking(group), self.available(pools)
        if not asking or not available:
            return
        wants = [available if (want := self.wanted[each.id]) is None else want for each in asking]
        weights = [weigh(each) for each in asking]
        known = [weight for weight in weights if weight is not None]
        told = len(known) == len(weights) and sum(known) > 0
        unclear = not told or any(self.wanted[each.id] is None or each.id in self.uncertain for each in asking)
        if len(asking) > 1 and unclear and self.short(asking, available):
            self.uncertain |= {each.id for each in asking}
        for each, share in zip(asking, pro_rata(available, wants, known if told else wants), strict=True):
            self._record(each.id, pools, share)

    def _record(self, claim: str, pools: Sequence[Pool], share: int) -> None:
        wanted = self.wanted[claim]
        self.wanted[claim] = None if wanted is None else wanted - share
        self.taken += share
        for pool in pools:
            if not share:
                return
            paid = min(share, self.pools[pool])
            if paid:
                self.parts.append(Part(claim, pool, paid))
            self.pools[pool] -= paid
            share -= paid


def divide(claims: Sequence[Want], pools: Mapping[Pool, int], *, fee: int, second_for_all: bool) -> Division:
    """Divide the pools among claims; haléře.

    Priority claims take the second third and then the unlimited part, in the order of § 280 odst. 2; what they leave of
    the unlimited part joins the first third, from which the fee and then all claims are paid by rank. What they leave
    of the second third joins it too if `second_for_all` (§ 279 odst. 6), else nobody takes it.
    """
    desk = _Desk(dict(pools), {want.id: want.balance for want in claims})
    _by_class(desk, [want for want in claims if want.place is not None])
    paid_fee = min(fee, desk.pools["first_third"])
    desk.pools["first_third"] -= paid_fee
    desk.taken += paid_fee
    _by_rank(desk, claims, (*_FOR_ALL, "second_third") if second_for_all else _FOR_ALL)
    parts = (evolve(part, amount=None) if part.claim in desk.uncertain else part for part in desk.parts)
    return Division(tuple(parts), paid_fee, desk.pools, desk.taken, frozenset(desk.uncertain))


def _by_class(desk: _Desk, claims: Sequence[Want]) -> None:
    ordered = sorted(claims, key=lambda want: (want.place or 0, want.claim_class))
    for claim_class, group in groupby(ordered, key=lambda want: want.claim_class):
        if claim_class in BY_MAINTENANCE:
            desk.pay(list(group), _FOR_PRIORITY, lambda want: want.monthly)
        else:
            _by_rank(desk, list(group), _FOR_PRIORITY)


def _by_rank(desk: _Desk, claims: Sequence[Want], pools: Sequence[Pool]) -> None:
    asking = desk.asking(claims)
    doubtful = any(want.delivered_on is None or want.id in desk.uncertain for want in asking)
    if len(asking) > 1 and doubtful and desk.short(asking, desk.available(pools)):
        desk.uncertain |= {want.id for want in asking}
    ordered = sorted(asking, key=lambda want: want.rank)
    for _, group in groupby(ordered, key=lambda want: want.rank):
        desk.pay(list(group), pools, lambda want: desk.wanted[want.id])


def pro_rata(available: int, wants: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Divide an amount by weights so that nobody gets more than is wanted; haléře.

    A share larger than its want is cut and the rest divided again in the same ratio. Shares are rounded down, and the
    haléře left over go one by one to the largest fractions, the earlier first where they are equal: a convention, the
    law orders none.
    """
    shares = [0] * len(wants)
    open_ = [i for i, want in enumerate(wants) if want]
    rest = min(available, sum(wants))
    while open_:
        total = sum(weights[i] for i in open_)
        if not total:  # the others are paid in full; these have no weight among them, so by what they want
            return _merged(shares, open_, pro_rata(rest, [wants[i] for i in open_], [wants[i] for i in open_]))
        full = [i for i in open_ if rest * weights[i] >= wants[i] * total]
        if not full:
            return _merged(shares, open_, _rounded(rest, [weights[i] for i in open_], total))
        for i in full:
            shares[i] = wants[i]
            rest -= wants[i]
        open_ = [i for i in open_ if i not in full]
    return shares


def _rounded(rest: int, weights: Sequence[int], total: int) -> list[int]:
    shares = [rest * weight // total for weight in weights]
    missing = rest - sum(shares)
    largest_first = sorted(range(len(weights)), key=lambda i: (-(rest * weights[i] % total), i))
    for i in largest_first[:missing]:
        shares[i] += 1
    return shares


def _merged(shares: list[int], places: Sequence[int], found: Sequence[int]) -> list[int]:
    for i, share in zip(places, found, strict=True):
        shares[i] = share
    return shares
