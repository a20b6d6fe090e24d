"""How much of bodies a process holds at once: many large ones together must not take its memory."""

from __future__ import annotations

from attrs import define, field

from dluhy_service.problems import Refusal
from dluhy_service.workers import RETRY_AFTER


@define(eq=False)
class Held:
    """Bytes of bodies in the memory of this process, at most `most`."""

    most: int
    now: int = field(default=0, init=False)

    def take(self, size: int) -> None:
        """Hold some more bytes; Refusal 503 where there is no room for them now."""
        if self.now + size > self.most:
            raise Refusal("busy", headers=RETRY_AFTER)
        self.now += size

    def give(self, size: int) -> None:
        """Hold them no longer."""
        self.now -= size
