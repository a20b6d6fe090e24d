"""How often somebody may ask: a bucket of tokens for each, filled evenly over time, in memory of this process only."""

from __future__ import annotations

from math import ceil
from typing import Final

from attrs import define, field

_MINUTE: Final = 60.0
_MOST: Final = 10_000
"""How many are remembered; the fullest buckets, which are as good as new, are forgotten first."""


@define(eq=False)
class Rates:
    """Buckets of `per_minute` tokens that fill up within a minute.

    >>> rates = Rates(2)
    >>> [rates.take("a", now)[0] for now in (0.0, 0.0, 0.0, 30.0)]
    [1, 0, -1, 0]
    """

    per_minute: int
    _buckets: dict[str, tuple[float, float]] = field(factory=dict, init=False)

    def take(self, who: str, now: float) -> tuple[int, int]:
        """Take a token; return how many are left (-1: there was none) and after how many seconds there is one again."""
        tokens = self._tokens(who, now)
        left = tokens - 1
        if left < 0:
            return -1, self._seconds(1 - tokens)
        self._buckets[who] = (left, now)
        if len(self._buckets) > _MOST:
            self._forget(now)
        return int(left), self._seconds(max(1 - left, 0))

    def wait(self, who: str, now: float) -> int:
        """Return after how many seconds there is a token; 0 if there is one."""
        tokens = self._tokens(who, now)
        return 0 if tokens >= 1 else self._seconds(1 - tokens)

    def _tokens(self, who: str, now: float) -> float:
        before, since = self._buckets.get(who, (float(self.per_minute), now))
        return min(before + (now - since) * self.per_minute / _MINUTE, float(self.per_minute))

    def _seconds(self, tokens: float) -> int:
        return ceil(tokens * _MINUTE / self.per_minute)

    def _forget(self, now: float) -> None:
        fullest = sorted(self._buckets, key=lambda who: self._tokens(who, now), reverse=True)
        for who in fullest[: _MOST // 2]:
            del self._buckets[who]
