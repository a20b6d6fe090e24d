"""The pool of child processes: each does one job at a time, is killed when it takes too long, and is replaced."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field

from dluhy.problems import Problem
from dluhy_service import channel as words
from dluhy_service.channel import packed, received
from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Callable, Coroutine

    from dluhy_service.channel import Message
    from dluhy_service.settings import Settings

BUFFER: Final = 1 << 20
"""How many bytes of a child's messages wait in the server; then the child waits."""
RETRY_AFTER: Final = {"Retry-After": "5"}
_START_SECONDS: Final = 120
_END_SECONDS: Final = 5.0
_AGAIN_SECONDS: Final = 1.0
"""How long to wait before a child that could not start is tried again."""
_FROM_OUTSIDE: Final = frozenset({-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP})
"""How a child ends that the administrator ends, or the system when memory runs short: the job may be sent again."""


class DefectError(Exception):
    """A job failed by a defect of the program; says its type and places in our files, never its text."""

    def __init__(self, name: str, frames: list[str]) -> None:
        """Keep the type of the error and where it arose."""
        super().__init__(name)
        self.name, self.frames = name, frames


class CrashError(Exception):
    """A child ended in the middle of a job, as when the system refused it memory."""


@define(eq=False)
class Child:
    """One child process and how many jobs it has done."""

    process: Process
    jobs: int = 0

    @property
    def lives(self) -> bool:
        """Whether it may be given a job: it has not ended, nor closed its end, which is heard of first."""
        pipe = self.process.stdout
        return self.process.returncode is None and pipe is not None and not pipe.at_eof()

    async def send(self, word: str, value: Any = None) -> None:  # noqa: ANN401 - any plain value
        """Send a message; waits while the child does not read. CrashError where it is gone."""
        pipe = self.process.stdin
        if pipe is None:
            raise CrashError
        try:
            pipe.write(packed(word, value))
            await pipe.drain()
        except (BrokenPipeError, ConnectionResetError):
            raise CrashError from None

    async def receive(self) -> Message:
        """Return its next message; CrashError where it is gone."""
        pipe = self.process.stdout
        if pipe is None:
            raise CrashError
        try:
            return await received(pipe)
        except asyncio.IncompleteReadError:
            raise CrashError from None

    def kill(self) -> None:
        """End it at once, with whatever it started to read a file."""
        if self.process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)  # it leads a group of its own

    async def end(self) -> None:
        """End it at once, and wait until it is gone and its pipes are closed."""
        self.kill()
        if self.process.stdin is not None:
            self.process.stdin.close()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.process.wait(), _END_SECONDS)


@define(eq=False)
class Session:
    """A job under way in a child."""

    child: Child
    over: bool = False

    async def send(self, piece: Any) -> None:  # noqa: ANN401 - any plain value
        """Give the job its next piece of input; None after the last."""
        await self.child.send(words.MORE, piece)

    async def receive(self) -> Message | None:
        """Return the job's next message, None after the last.

        Raises Refusal for an input that was refused or needs too much memory, DefectError for a defect.
        """
        word, value = await self.child.receive()
        if word == words.END:
            self.over = True
            return None
        if word in {words.REFUSED, words.DEMANDING, words.FAILED}:
            await self._ended()
            raise _error(word, value)
        return word, value

    async def pieces(self) -> AsyncIterator[Any]:
        """Yield the pieces of the job's result."""
        while (message := await self.receive()) is not None:
            yield message[1]

    async def _ended(self) -> None:
        word, _ = await self.child.receive()
        self.over = word == words.END


def _error(word: str, value: Any) -> Exception:  # noqa: ANN401 - of a message
    if word == words.REFUSED:
        from dluhy_service.bodies import refused_problems  # noqa: PLC0415 - bodies knows requests, this does not

        return refused_problems([Problem(*each) for each in value])
    return Refusal("too-demanding") if word == words.DEMANDING else DefectError(*value)


@define(eq=False)
class Pool:
    """The children, those that wait for a job, and who waits for a child."""

    settings: Settings
    replaced: Callable[[str], None] = field(default=lambda _cause: None)
    """Is told why a child was replaced: jobs (it did its share), cut (its job did not end), gone (it ended itself)."""
    _free: asyncio.Queue[Child] = field(factory=asyncio.Queue, init=False)
    _all: set[Child] = field(factory=set, init=False)
    _under_way: set[asyncio.Task[None]] = field(factory=set, init=False)
    """Starts and ends of children."""
    _young: set[Child] = field(factory=set, init=False)
    _coming: int = field(default=0, init=False)
    """Children that start."""
    _waiting: int = field(default=0, init=False)
    _streams: asyncio.Semaphore = field(init=False)
    _later: int = field(default=0, init=False)
    """Streams that wait until another ends."""
    _open: bool = field(default=False, init=False)
    restarts: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        """Leave a child to short jobs, where there are several."""
        self._streams = asyncio.Semaphore(max(self.settings.children - 1, 1))

    @property
    def ready(self) -> bool:
        """Whether there is a child, free or at work."""
        return self._open and bool(self._all)

    @property
    def busy(self) -> int:
        """How many children are at work."""
        return len(self._all) - self._free.qsize()

    @property
    def waiting(self) -> int:
        """How many jobs wait for a child."""
        return self._waiting + self._later

    @property
    def free(self) -> int:
        """How many children wait for a job."""
        return self._free.qsize()

    async def start(self) -> None:
        """Start the children; the server may answer before they are ready."""
        self._open = True
        for _ in range(self.settings.children):
            self._begin(self._started())

    async def stop(self) -> None:
        """End the children; jobs under way are cut off."""
        self._open = False
        for child in tuple(self._young):
            child.kill()
        ending, self._all = self._all, set()
        await asyncio.gather(*(child.end() for child in ending), *self._under_way, return_exceptions=True)

    @asynccontextmanager
    async def job(self, name: str, request: Any, seconds: float | None = None) -> AsyncIterator[Session]:  # noqa: ANN401 - a plain value
        """Give a job to the next free child and yield its session; the child is killed unless the job comes to its end.

        Raises Refusal 503 where too many wait, or the job takes longer than `seconds` (by default the settings' limit,
        waiting included), or somebody ends its child; 413 where the child broke down under it.
        """
        try:
            async with asyncio.timeout(self.settings.seconds if seconds is None else seconds):
                child = await self._next()
                session = Session(child)
                try:
                    await child.send(words.JOB, (name, request))
                    yield session
                except CrashError:
                    raise await self._crashed(child) from None
                finally:
                    self._back(session)
        except TimeoutError:
            raise Refusal("time-limit", headers=RETRY_AFTER) from None

    @asynccontextmanager
    async def stream(self, name: str, request: Any) -> AsyncIterator[Session]:  # noqa: ANN401 - a plain value
        """As `job`, for one that lasts as long as its sender wants; one child of several is always left to short jobs.

        Raises Refusal 503 where other streams keep their children for longer than a request may wait.
        """
        if self._later >= self.settings.child_queue:
            raise Refusal("busy", headers=RETRY_AFTER)
        self._later += 1
        try:
            async with asyncio.timeout(self.settings.seconds):
                await self._streams.acquire()
        except TimeoutError:
            raise Refusal("busy", headers=RETRY_AFTER) from None
        finally:
            self._later -= 1
        try:
            async with self.job(name, request, self.settings.stream_seconds) as session:
                yield session
        finally:
            self._streams.release()

    async def whole(self, name: str, request: Any, seconds: float | None = None) -> bytes:  # noqa: ANN401 - a plain value
        """Return the whole result of a job, as `job`."""
        async with self.job(name, request, seconds) as session:
            return b"".join([piece async for piece in session.pieces()])

    async def _next(self) -> Child:
        if not self._open:
            raise Refusal("stopping", headers=RETRY_AFTER)
        if self._waiting >= self.settings.child_queue:
            raise Refusal("busy", headers=RETRY_AFTER)
        self._waiting += 1
        try:
            while True:
                child = await self._free.get()
                if child.lives:
                    return child
                self._replace(child, "gone")
        finally:
            self._waiting -= 1

    async def _crashed(self, child: Child) -> Refusal:
        """Return how a job is refused whose child ended: by itself under the load, or ended by somebody else."""
        if not self._open:
            return Refusal("stopping", headers=RETRY_AFTER)
        with suppress(TimeoutError):
            await asyncio.wait_for(child.process.wait(), _AGAIN_SECONDS)
        ended_outside = child.process.returncode in _FROM_OUTSIDE
        return Refusal("busy", headers=RETRY_AFTER) if ended_outside else Refusal("too-demanding")

    def _back(self, session: Session) -> None:
        child = session.child
        child.jobs += 1
        if not session.over or not self._open:
            self._replace(child, "cut")
            return
        if child.jobs == self.settings.child_jobs:
            self._start("jobs")
        if child.jobs >= self.settings.child_jobs and len(self._all) > self.settings.children:
            self._end(child)
        else:  # also one that is old: it works until another is ready, as several grow old at the same time
            self._free.put_nowait(child)

    def _replace(self, child: Child, cause: str) -> None:
        """End a child and start another; waits for neither, so that nothing can come between the two."""
        self._end(child)
        if self._open and len(self._all) + self._coming < self.settings.children:
            self._start(cause)

    def _end(self, child: Child) -> None:
        self._all.discard(child)
        child.kill()
        self._begin(child.end())

    def _start(self, cause: str) -> None:
        self.restarts += 1
        self.replaced(cause)
        self._begin(self._started())

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _started(self) -> None:
        """Start a child, again until it is ready or the pool is stopped."""
        self._coming += 1
        try:
            while self._open:
                child = await self._new()
                if child is not None and await self._is_ready(child):
                    self._all.add(child)
                    self._free.put_nowait(child)
                    return
                if child is not None:
                    await child.end()
                if self._open:
                    await asyncio.sleep(_AGAIN_SECONDS)
        finally:
            self._coming -= 1

    async def _new(self) -> Child | None:
        """Return a process that starts; None where the system has no room for one now."""
        rules = "" if self.settings.rules_folder is None else str(self.settings.rules_folder)
        try:
            return Child(await asyncio.create_subprocess_exec(
                sys.executable, "-m", "dluhy_service.child", str(self.settings.child_memory_mb), rules,
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
                limit=BUFFER, env=_environment(), start_new_session=True,
            ))  # fmt: skip
        except (OSError, MemoryError):
            return None

    async def _is_ready(self, child: Child) -> bool:
        self._young.add(child)
        try:
            async with asyncio.timeout(_START_SECONDS):
                await child.receive()
        except (CrashError, TimeoutError, ValueError):  # it ended, hangs, or says what is no message
            return False
        finally:
            self._young.discard(child)
        return self._open


def _environment() -> dict[str, str]:
    """Return the environment of a child: that of the server, one thread of the table library, our own path."""
    return {**os.environ, "POLARS_MAX_THREADS": "1", "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
