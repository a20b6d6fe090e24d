"""How a worker stops: first it says that it is not ready, then what runs may finish, then what still runs is cut off.

The main process sends the signal and waits; only then does the server itself stop taking connections.
"""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from attrs import define, field

from dluhy_service import logs
from dluhy_service.processes import DRAIN

if TYPE_CHECKING:
    from dluhy_service.settings import Settings


@define(eq=False)
class Draining:
    """Whether a worker is about to stop, and the requests it still answers."""

    settings: Settings
    is_on: bool = field(default=False, init=False)
    is_over: bool = field(default=False, init=False)
    _running: set[asyncio.Task[object]] = field(factory=set, init=False)

    def listen(self) -> None:
        """Begin to drain at the signal; called once the worker's loop runs. Only main threads hear signals."""
        if DRAIN is not None and threading.current_thread() is threading.main_thread():
            asyncio.get_running_loop().add_signal_handler(DRAIN, self.begin)

    def begin(self) -> None:
        """Say no longer that the service is ready; cut off what still runs when its time is over."""
        if self.is_on:
            return
        self.is_on = True
        logs.event("draining", running=len(self._running))
        seconds = self.settings.drain_seconds + self.settings.shutdown_seconds
        asyncio.get_running_loop().call_later(seconds, self._cut)

    def entered(self) -> None:
        """Remember the task of a request that begins."""
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)

    def left(self) -> None:
        """Forget the task of a request whose answer is over."""
        task = asyncio.current_task()
        if task is not None:
            self._running.discard(task)

    def _cut(self) -> None:
        self.is_over = True
        logs.event("cut_off", running=len(self._running))
        for task in tuple(self._running):
            task.cancel()
