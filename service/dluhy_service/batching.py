"""Concurrent single requests -> one call: what waits while a batch is computed is the next batch.

What is submitted was validated before. Where a batch fails as a whole, each of its members is tried alone, so that one
hurts no other; where too many wait, the next is refused at once instead of waiting for ever.
"""

from __future__ import annotations

import asyncio
from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import define, field

from dluhy_service.problems import Refusal
from dluhy_service.workers import RETRY_AFTER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

_SILENCE: Final = 0.0004
"""Seconds: a batch of light work costs about as much as long as it has few members."""
T = TypeVar("T")
R = TypeVar("R")


@define(eq=False)
class Member(Generic[T, R]):
    """One request of a batch: what it asks, and where its answer goes as soon as there is one."""

    value: T
    future: asyncio.Future[R]
    since: float = field(factory=perf_counter)

    def answer(self, result: R) -> None:
        """Give the answer, unless nobody waits any more."""
        if not self.future.done():
            self.future.set_result(result)

    def refuse(self, error: BaseException) -> None:
        """Give an error instead."""
        if not self.future.done():
            self.future.set_exception(error)


@define(eq=False)
class Batcher(Generic[T, R]):
    """Gathers what is submitted and runs it in batches, in at most `lanes` at a time.

    `run` answers the members of a batch; those it leaves without an answer, or that it fails on, are tried alone. At
    most `size` go together; the first of a batch waits at most `wait_ms` for others, and only while the lane is idle;
    at most `queue` wait, then 503.
    """

    run: Callable[[Sequence[Member[T, R]]], Awaitable[None]]
    size: int
    queue: int
    wait_ms: float = 0.0
    lanes: int = 1
    observe: Callable[[int, float], None] = field(default=lambda _size, _wait: None)
    _waiting: deque[Member[T, R]] = field(factory=deque, init=False)
    _arrived: asyncio.Event = field(factory=asyncio.Event, init=False)
    _tasks: list[asyncio.Task[None]] = field(factory=list, init=False)
    _idle: int = field(default=0, init=False)
    _together: int = field(default=0, init=False)

    @property
    def waiting(self) -> int:
        """How many requests wait for a batch."""
        return len(self._waiting)

    def start(self) -> None:
        """Begin to run batches, in the loop that runs now."""
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(self._lane()) for _ in range(self.lanes)]

    async def stop(self) -> None:
        """End; what still waits is refused."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        while self._waiting:
            self._waiting.popleft().refuse(Refusal("stopping", headers=RETRY_AFTER))

    async def submit(self, value: T) -> R:
        """Return the answer to one request; Refusal 503 where too many wait."""
        if len(self._waiting) >= self.queue:
            raise Refusal("busy", headers=RETRY_AFTER)
        member: Member[T, R] = Member(value, asyncio.get_running_loop().create_future())
        self._waiting.append(member)
        self._arrived.set()
        return await member.future

    async def _lane(self) -> None:
        while True:
            self._idle += 1
            try:
                while not self._waiting:
                    self._arrived.clear()
                    await self._arrived.wait()
                await self._gather()
            finally:
                self._idle -= 1
            if batch := self._taken():
                await self._answered(batch)

    async def _gather(self) -> None:
        """Let others join: those whose requests are being read now, and those who were there a moment ago.

        Whoever calls again and again comes back soon after the last batch; as long as fewer wait than went together
        then, a short silence is not the end. Nobody waits longer than `wait_ms`.
        """
        now = perf_counter()
        until, quiet, before = now + self.wait_ms / 1000, now + _SILENCE, 0
        while len(self._waiting) < self.size and now < until:
            if len(self._waiting) > before:
                before, quiet = len(self._waiting), now + _SILENCE
            elif before >= self._together or now > quiet:
                return
            await asyncio.sleep(0)
            now = perf_counter()

    def _taken(self) -> list[Member[T, R]]:
        """Take this lane's share of what waits; lanes that are idle get theirs."""
        share = min(self.size, -(-len(self._waiting) // (self._idle + 1)))
        taken = [self._waiting.popleft() for _ in range(min(share, len(self._waiting)))]
        self._together = len(taken)
        return [member for member in taken if not member.future.done()]

    async def _answered(self, batch: list[Member[T, R]]) -> None:
        self.observe(len(batch), perf_counter() - batch[0].since)
        try:
            await self.run(batch)
        except asyncio.CancelledError:
            for member in batch:
                member.refuse(Refusal("stopping", headers=RETRY_AFTER))
            raise
        except Exception as error:  # noqa: BLE001 - given to whoever asked
            if len(batch) == 1:
                batch[0].refuse(error)
        left = [member for member in batch if not member.future.done()]
        if len(batch) == 1 and left:
            left[0].refuse(LookupError("a batch without an answer"))
        elif left:
            for member in left:
                await self._answered([member])
