"""A child that hangs, dies or fails takes down its own job and nothing else; another takes its place."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest

from dluhy_service.problems import Refusal
from dluhy_service.settings import Settings
from dluhy_service.workers import DefectError, Pool

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

CASE = b'{"ref": "A-1", "as_of": "2026-11-21", "people": [], "debts": []}'
ASKED = [(CASE, "cs", False)]


def _with_pool(tmp_path: Path, use: Callable[[Pool], Awaitable[None]], **chosen: Any) -> None:  # noqa: ANN401 - settings
    async def run() -> None:
        pool = Pool(Settings.model_validate({"keys_file": tmp_path / "keys.json", "children": 1, **chosen}))
        await pool.start()
        try:
            await use(pool)
        finally:
            await pool.stop()

    asyncio.run(run())


async def _asked(pool: Pool, request: object, seconds: float | None = None, *, end: int | None = None) -> None:
    async with pool.job("screenings", request, seconds) as session:
        if end is not None:
            os.kill(session.child.process.pid, end)
        async for _ in session.pieces():
            pass


async def _screened(pool: Pool) -> bytes:
    async with pool.job("screenings", ASKED) as session:
        found = [piece async for piece in session.pieces()]
    ((_, content, problems),) = found
    assert not problems
    return bytes(content)


def test_a_child_does_one_job_after_another_and_is_replaced_when_old(tmp_path: Path) -> None:
    """An old child goes on until another is ready, so that there is always one."""

    async def use(pool: Pool) -> None:
        first = await _screened(pool)
        child = next(iter(pool._all))  # noqa: SLF001 - to see whether it is the same
        assert await _screened(pool) == first
        assert pool._all == {child}  # noqa: SLF001 - as above
        while pool.free < 2:  # noqa: ASYNC110 - a pool tells nobody
            await asyncio.sleep(0.05)
        assert await _screened(pool) == first
        assert child not in pool._all  # noqa: SLF001 - as above
        assert (pool.free, pool.restarts) == (1, 1)
        assert await _screened(pool) == first

    _with_pool(tmp_path, use, child_jobs=2)


def test_a_child_that_takes_too_long_is_killed_and_replaced(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        await _screened(pool)
        with pytest.raises(Refusal) as refused:
            await _asked(pool, ASKED * 50, seconds=0.1)
        assert refused.value.kind.name == "time-limit"
        assert "Retry-After" in refused.value.headers
        assert await _screened(pool)
        assert pool.restarts == 1

    _with_pool(tmp_path, use)


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    ("end", "told", "again"),
    [(signal.SIGKILL, "busy", True), (signal.SIGTERM, "busy", True), (signal.SIGABRT, "too-demanding", False)],
)
def test_a_child_that_dies_is_told_and_replaced(tmp_path: Path, end: int, told: str, *, again: bool) -> None:
    """Ended by the system that is short of memory, by the administrator, or by a library that was refused memory."""

    async def use(pool: Pool) -> None:
        await _screened(pool)
        with pytest.raises(Refusal) as refused:
            await _asked(pool, ASKED * 50, end=end)
        assert refused.value.kind.name == told
        assert ("Retry-After" in refused.value.headers) == again
        assert await _screened(pool)

    _with_pool(tmp_path, use)


def test_a_child_that_died_between_jobs_is_not_given_one(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        await _screened(pool)
        child = next(iter(pool._all))  # noqa: SLF001 - to end it
        child.kill()
        await child.process.wait()
        assert await _screened(pool)

    _with_pool(tmp_path, use)


@pytest.mark.thorough
def test_a_child_whose_end_is_heard_but_not_its_status_is_not_given_one_either(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        await _screened(pool)
        child = next(iter(pool._all))  # noqa: SLF001 - to end it
        child.process.stdout.feed_eof()  # type: ignore[union-attr]  # it has one; as when its pipe is closed
        assert child.process.returncode is None
        assert not child.lives
        assert await _screened(pool)
        assert pool.restarts == 1

    _with_pool(tmp_path, use)


def test_a_defect_is_told_by_its_type_and_place_and_the_child_goes_on(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        with pytest.raises(DefectError) as failed:
            await _asked(pool, "not a list of cases of Jana Nováková")
        assert failed.value.name == "ValueError"
        assert any(frame.startswith("dluhy_service/jobs/screenings.py:") for frame in failed.value.frames)
        assert "Nov" not in repr(failed.value)
        assert await _screened(pool)
        assert pool.restarts == 0

    _with_pool(tmp_path, use)


def test_a_job_nobody_knows_is_a_defect(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        with pytest.raises(DefectError):
            async with pool.job("os", None) as session:
                await session.receive()

    _with_pool(tmp_path, use)


@pytest.mark.heavy
def test_who_leaves_in_the_middle_leaves_no_rest_to_the_next(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        expected = await _screened(pool)
        async with pool.job("screenings", ASKED * 5) as session:
            await session.receive()
        assert await _screened(pool) == expected

    _with_pool(tmp_path, use)


def test_too_many_that_wait_are_refused(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        waiting = [asyncio.create_task(_screened(pool)) for _ in range(4)]
        told = await asyncio.gather(*waiting, return_exceptions=True)
        refused = [each for each in told if isinstance(each, Refusal)]
        assert {each.kind.name for each in refused} == {"busy"}
        assert 1 <= len(refused) <= 2
        assert len([each for each in told if isinstance(each, bytes)]) + len(refused) == 4

    _with_pool(tmp_path, use, child_queue=2)


def test_after_the_end_nothing_runs_and_nothing_is_taken(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        await _screened(pool)
        child = next(iter(pool._all))  # noqa: SLF001 - to see that it ended
        await pool.stop()
        assert child.process.returncode is not None
        with pytest.raises(Refusal) as refused:
            await _screened(pool)
        assert refused.value.kind.name == "stopping"

    _with_pool(tmp_path, use)


def test_children_judge_by_the_law_of_the_settings(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    copytree(Path(__file__).parents[2] / "rules", rules)
    info = rules / "pack.toml"
    info.write_text(info.read_text(encoding="utf-8").replace('version = "', 'version = "own-', 1), encoding="utf-8")

    async def use(pool: Pool) -> None:
        assert b'"pack_version": "own-' in await _screened(pool)

    _with_pool(tmp_path, use, rules_folder=rules)


@pytest.mark.thorough
def test_a_child_that_cannot_be_started_now_is_started_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without room for a process or its pipes must not cost the pool a child for ever."""
    start, refused = asyncio.create_subprocess_exec, [OSError(24, "too many open files"), MemoryError()]
    monkeypatch.setattr("dluhy_service.workers._AGAIN_SECONDS", 0.01)

    async def starting(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - of the system
        if refused:
            raise refused.pop(0)
        return await start(*arguments, **options)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", starting)

    async def use(pool: Pool) -> None:
        assert await _screened(pool)
        assert refused == []

    _with_pool(tmp_path, use)


@pytest.mark.thorough
def test_a_time_limit_that_comes_while_a_child_is_replaced_loses_none(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        await _screened(pool)
        for _ in range(2):
            job = asyncio.create_task(_asked(pool, ASKED * 50))
            await asyncio.sleep(0.05)
            job.cancel()
            await asyncio.sleep(0)
            job.cancel()  # once more, while the first is being dealt with
            await asyncio.gather(job, return_exceptions=True)
            assert await asyncio.wait_for(_screened(pool), 60)
        assert pool.restarts == 2

    _with_pool(tmp_path, use)


@pytest.mark.thorough
def test_a_job_that_the_end_of_the_service_cuts_off_is_not_called_too_large(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        await _screened(pool)
        job = asyncio.create_task(_asked(pool, ASKED * 50))
        await asyncio.sleep(0.05)
        await pool.stop()
        with pytest.raises(Refusal) as refused:
            await job
        assert refused.value.kind.name == "stopping"

    _with_pool(tmp_path, use)


def test_streams_leave_a_child_to_short_jobs_and_wait_for_one_another(tmp_path: Path) -> None:
    async def use(pool: Pool) -> None:
        async with pool.stream("screenings", ASKED):
            later = asyncio.create_task(_streamed(pool))
            assert await _screened(pool)
            assert not later.done()
        assert await later
        async with pool.stream("screenings", ASKED):
            pool.settings = pool.settings.model_copy(update={"seconds": 1})
            with pytest.raises(Refusal) as refused:
                await _streamed(pool)
            assert (refused.value.kind.name, refused.value.headers) == ("busy", {"Retry-After": "5"})

    _with_pool(tmp_path, use, children=2)


async def _streamed(pool: Pool) -> list[Any]:
    async with pool.stream("screenings", ASKED) as session:
        return [piece async for piece in session.pieces()]
