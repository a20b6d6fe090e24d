"""What is asked at once is computed at once; one bad request hurts no other; a full queue is said at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from dluhy_service.batching import Batcher, Member
from dluhy_service.problems import Refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    Run = Callable[[Sequence[Member[int, int]]], Awaitable[None]]


def _doubling(batches: list[list[int]], seconds: float = 0.01) -> Run:
    async def run(batch: Sequence[Member[int, int]]) -> None:
        values = [member.value for member in batch]
        batches.append(values)
        await asyncio.sleep(seconds)
        if min(values) < 0:
            raise ValueError(values)
        for member in batch:
            member.answer(member.value * 2)

    return run


async def _asked(batcher: Batcher[int, int], values: Sequence[int]) -> list[int | BaseException]:
    batcher.start()
    try:
        return await asyncio.gather(*(batcher.submit(value) for value in values), return_exceptions=True)
    finally:
        await batcher.stop()


def test_everyone_gets_the_answer_to_his_own_question() -> None:
    batches: list[list[int]] = []
    found = asyncio.run(_asked(Batcher(_doubling(batches), size=8, queue=100, wait_ms=2), range(20)))
    assert found == [value * 2 for value in range(20)]
    assert sorted(value for batch in batches for value in batch) == list(range(20))
    assert len(batches) < 20
    assert max(map(len, batches)) <= 8


def test_one_bad_request_hurts_no_neighbour() -> None:
    found = asyncio.run(_asked(Batcher(_doubling([]), size=8, queue=100, wait_ms=2), [1, -1, 2]))
    assert isinstance(found[1], ValueError)
    assert [found[0], found[2]] == [2, 4]


def test_what_a_batch_leaves_without_an_answer_is_an_error_not_a_silence() -> None:
    async def silent(_: Sequence[Member[int, int]]) -> None:
        return

    found = asyncio.run(_asked(Batcher(silent, size=8, queue=100), [1, 2]))
    assert all(isinstance(each, LookupError) for each in found)


def test_a_full_queue_is_refused_at_once() -> None:
    found = asyncio.run(_asked(Batcher(_doubling([], 0.05), size=1, queue=3), range(10)))
    refused = [each for each in found if isinstance(each, Refusal)]
    assert len(refused) == 7
    assert {each.kind.status for each in refused} == {503}
    assert [each for each in found if not isinstance(each, Refusal)] == [0, 2, 4]


def test_who_has_gone_is_not_computed_for() -> None:
    async def leave() -> list[list[int]]:
        batches: list[list[int]] = []
        batcher = Batcher(_doubling(batches, 0.05), size=1, queue=10)
        batcher.start()
        first = asyncio.create_task(batcher.submit(1))
        second = asyncio.create_task(batcher.submit(2))
        await asyncio.sleep(0.01)
        second.cancel()
        await first
        await batcher.submit(3)
        await batcher.stop()
        return batches

    assert asyncio.run(leave()) == [[1], [3]]


def test_who_waits_when_the_service_stops_is_told() -> None:
    async def stop() -> list[BaseException | None]:
        batcher = Batcher(_doubling([], 5), size=1, queue=10)
        batcher.start()
        waiting = [asyncio.create_task(batcher.submit(value)) for value in (1, 2)]
        await asyncio.sleep(0.01)
        await batcher.stop()
        await asyncio.wait(waiting, timeout=1)
        return [task.exception() for task in waiting if task.done()]

    refused = [each.kind.name for each in asyncio.run(stop()) if isinstance(each, Refusal)]
    assert refused == ["stopping", "stopping"]


@pytest.mark.parametrize("lanes", [2, 3])
def test_idle_lanes_share_what_waits(lanes: int) -> None:
    batches: list[list[int]] = []
    asyncio.run(_asked(Batcher(_doubling(batches), size=100, queue=100, wait_ms=2, lanes=lanes), range(12)))
    assert len(batches) >= lanes
    assert max(map(len, batches)) < 12


def test_one_slow_request_keeps_no_neighbour_from_its_answer() -> None:
    """A batch is cut off at a slow member: the others are answered alone, the slow one hears when its time is over."""
    alone: list[int] = []

    async def run(batch: Sequence[Member[int, int]]) -> None:
        values = [member.value for member in batch]
        alone.extend(values if len(values) == 1 else ())
        for member in batch:
            if member.value == 0:
                await asyncio.sleep(0.05 if len(batch) > 1 else 60)
                raise TimeoutError
            member.answer(member.value * 2)

    found = asyncio.run(_asked(Batcher(run, size=8, queue=100, wait_ms=2, seconds=0.5), [1, 0, 2, 3]))
    assert [found[0], found[2], found[3]] == [2, 4, 6]
    assert isinstance(found[1], Refusal)
    assert (found[1].kind.name, found[1].headers) == ("time-limit", {"Retry-After": "5"})
    assert alone == [2, 3, 0]


def test_a_figure_that_fails_leaves_nobody_without_an_answer() -> None:
    def broken(_size: int, _wait: float) -> None:
        raise ZeroDivisionError

    found = asyncio.run(_asked(Batcher(_doubling([]), size=8, queue=100, wait_ms=2, observe=broken), [1, 2]))
    assert [type(each) for each in found] == [ZeroDivisionError] * 2
