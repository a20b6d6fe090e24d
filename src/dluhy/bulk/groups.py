"""Groups of rows that follow one another: whose rows stand at hand, and whose have ended."""

from __future__ import annotations

from attrs import define, field

from dluhy.problems import InputError, Problem


@define
class Group:
    """The rows of one person at hand; a person without a code is a group of one row."""

    person: str | None = None
    rows: int = 0
    bytes: int = 0

    def grow(self, size: int) -> None:
        """Count a row of some bytes."""
        self.rows += 1
        self.bytes += size


@define
class Groups:
    """The people whose rows have ended, as 64-bit hashes: among a million people two share one by a chance of 1e-8.

    A person who shared one would be rejected as one that returns, never judged wrongly.
    """

    most: int
    _over: set[int] = field(factory=set, init=False)

    def is_over(self, person: str) -> bool:
        """Return whether the rows of a person have ended."""
        return hash(person) in self._over

    def end(self, person: str | None) -> None:
        """Note that a person's rows have ended; raises InputError for more people than are remembered."""
        if person is None:
            return
        self._over.add(hash(person))
        if len(self._over) > self.most:
            raise InputError([Problem("too_many_people", "soubor", f"osob je přes {self.most}; seznam rozdělte",
                                      f"there are more than {self.most} people; divide the list")])  # fmt: skip
