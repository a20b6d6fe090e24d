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

_SILENCE: Final = 0.001
"""Seconds in which nobody comes; clocks of event loops are not finer."""
_ABSENT: Final = 8
"""Of so many expected, one may stay away without being waited for."""
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

    `run` answers the members of a batch; those it leaves without an answer, or that it fails on, are tried alone, the
    first of them last: what `run` answers one by one stopped at it. At most `size` go together; the first of a batch
    waits at most `wait_ms` for others, and only while the lane is idle; at most `queue` wait, then 503. Nobody waits
    longer than `seconds` for an answer, whatever others do.
    """

    run: Callable[[Sequence[Member[T, R]]], Awaitable[None]]
    size: int
    queue: int
    wait_ms: float = 0.0
    seconds: float | None = None
    lanes: int = 1
    observe: Callable[[int, float], None] = field(default=lambda _size, _wait: None)
    _waiting: deque[Member[T, R]] = field(factory=deque, init=False)
    _arrived: asyncio.Event = field(factory=asyncio.Event, init=False)
    _tasks: list[asyncio.Task[None]] = field(factory=list, init=False)
    _idle: int = field(default=0, init=False)
    _expected: int = field(default=0, init=False)
    _gathering: list[tuple[int, asyncio.Future[None]]] = field(factory=list, init=False)

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
        """Return the answer to one request; Refusal 503 where too many wait, or it comes too late."""
        if len(self._waiting) >= self.queue:
            raise Refusal("busy", headers=RETRY_AFTER)
        member: Member[T, R] = Member(value, asyncio.get_running_loop().create_future())
        self._waiting.append(member)
        self._arrived.set()
        for wanted, enough in self._gathering:
            if len(self._waiting) >= wanted:
                _set(enough)
        try:
            async with asyncio.timeout(self.seconds):
                return await member.future
        except TimeoutError:
            raise Refusal("time-limit", headers=RETRY_AFTER) from None

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
                self._expected = len(batch) + len(self._waiting)

    async def _gather(self) -> None:
        """Let others join: those whose requests are being read now, and those who come back after the last batch.

        Whoever calls again and again was in the last batch or waited beside it, so about as many are expected again;
        else they would fall into two groups, each waiting for the batch of the other. Nobody waits longer than
        `wait_ms`, and a short silence is the end.
        """
        until, before, waiting = perf_counter() + self.wait_ms / 1000, 0, self._waiting
        while before < len(waiting) < self.size and perf_counter() < until:
            before = len(waiting)
            await asyncio.sleep(0)
        wanted, before = min(self.size, self._expected - self._expected // _ABSENT), 0
        while before < len(waiting) < wanted and perf_counter() < until:
            before = len(waiting)
            await self._until(wanted)
        if before:
            await asyncio.sleep(0)

    async def _until(self, wanted: int) -> None:
        """Wait until so many wait, or for a moment."""
        loop = asyncio.get_running_loop()
        enough: asyncio.Future[None] = loop.create_future()
        gathering = (wanted, enough)
        self._gathering.append(gathering)
        timer = loop.call_later(_SILENCE, _set, enough)
        try:
            await enough
        finally:
            timer.cancel()
            self._gathering.remove(gathering)

    def _taken(self) -> list[Member[T, R]]:
        """Take this lane's share of what waits; lanes that are idle get theirs."""
        share = min(self.size, -(-len(self._waiting) // (self._idle + 1)))
        taken = [self._waiting.popleft() for _ in range(min(share, len(self._waiting)))]
        return [member for member in taken if not member.future.done()]

    async def _answered(self, batch: list[Member[T, R]]) -> None:
        try:
            self.observe(len(batch), perf_counter() - batch[0].since)
            await self.run(batch)
        except asyncio.CancelledError:
            for member in batch:
                member.refuse(Refusal("stopping", headers=RETRY_AFTER))
            raise
        except Exception as error:  # noqa: BLE001 - given to whoever asked
            if len(batch) == 1:
                batch[0].refuse(error)
        if len(batch) == 1:
            batch[0].refuse(LookupError("a batch without an answer"))
            return
        left = [member for member in batch if not member.future.done()]
        for member in left[1:] + left[:1]:
            if not member.future.done():  # some go while others are tried
                await self._answered([member])


def _set(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
