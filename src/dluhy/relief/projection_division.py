"""Who gets what of a month's money: rank after rank, within a rank pro rata, to the haléř (§ 398 odst. 4 IZ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WHOLE = -1
"""The claim of an account that is of no claim: the trustee's, the fee of the petition."""


def pro_rata(pool: int, owed: Sequence[int]) -> list[int]:
    """Return the parts of a pool in the ratio of what is owed, haléře; at most what is owed, never a haléř lost.

    Each part is rounded down; the haléře that are left go one each to the largest remainders, of equal ones to the
    larger claim, then to the one named earlier. Convention: largest remainder.
    """
    whole = sum(owed)
    if pool >= whole:
        return list(owed)
    parts, rests = [], []
    for each in owed:
        part, rest = divmod(pool * each, whole)
        parts.append(part)
        rests.append(rest)
    left = pool - sum(parts)
    if left:
        order = sorted(range(len(owed)), key=lambda at: (-rests[at], -owed[at], at))
        for at in order[:left]:
            parts[at] += 1
    return parts


@define
class Ledger:
    """What is owed and paid on each account; an account is a rank with a claim. Haléře."""

    ranks: list[str] = field(factory=list)
    claims: list[int] = field(factory=list)
    owed: list[int] = field(factory=list)
    paid: list[int] = field(factory=list)
    groups: list[list[int]] = field(factory=list)
    _of_ranks: dict[tuple[str, ...], list[int]] = field(factory=dict, init=False, repr=False, eq=False)

    def open(self, rank: str, owed: int, claim: int = WHOLE) -> int:
        """Open an account and return its number."""
        self.ranks.append(rank)
        self.claims.append(claim)
        self.owed.append(owed)
        self.paid.append(0)
        self._of_ranks.clear()
        return len(self.owed) - 1

    def order(self, places: Mapping[str, int]) -> None:
        """Group the accounts by the places of their ranks."""
        by_place: dict[int, list[int]] = {}
        for number, rank in enumerate(self.ranks):
            by_place.setdefault(places[rank], []).append(number)
        self.groups = [by_place[place] for place in sorted(by_place)]

    def pay(self, pool: int) -> tuple[dict[int, int], int]:
        """Pay a pool out, group after group; return what each account got and what nobody was owed."""
        got: dict[int, int] = {}
        for group in self.groups:
            if not pool:
                break
            owed = [self.owed[number] for number in group]
            if not any(owed):
                continue
            parts = pro_rata(pool, owed)
            for number, part in zip(group, parts, strict=True):
                if part:
                    self.settle(number, part, got)
            pool -= sum(parts)
        return got, pool

    def settle(self, number: int, amount: int, got: dict[int, int]) -> None:
        """Book a payment on an account."""
        self.owed[number] -= amount
        self.paid[number] += amount
        got[number] = got.get(number, 0) + amount

    def rest(self, *ranks: str) -> int:
        """Return what is still owed in some ranks."""
        owed = self.owed
        return sum([owed[number] for number in self.numbers(*ranks)])

    def got(self, *ranks: str) -> int:
        """Return what was paid in some ranks."""
        paid = self.paid
        return sum([paid[number] for number in self.numbers(*ranks)])

    def numbers(self, *ranks: str) -> list[int]:
        """Return the numbers of the accounts in some ranks."""
        if ranks not in self._of_ranks:
            self._of_ranks[ranks] = [number for number, rank in enumerate(self.ranks) if rank in ranks]
        return self._of_ranks[ranks]
