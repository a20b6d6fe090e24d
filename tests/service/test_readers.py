"""What a child starts to read a spreadsheet ends with it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from tests.conftest import AS_OF, ROOT

from dluhy_service.jobs.minors import Asked
from dluhy_service.settings import Settings
from dluhy_service.workers import Child, Pool

SPREADSHEET = (ROOT / "fixtures" / "seznam_z_praxe.xlsx").read_bytes()


def _group(child: Child) -> list[str]:
    """Return the processes that live in a child's group."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = path.read_text(encoding="utf-8").rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if group == str(child.process.pid) and state not in "ZX":
            found.append(path.parent.name)
    return found


async def _until(pool: Pool, child: Child, count: int, *, looks: int) -> None:
    for _ in range(looks):
        if len(_group(child)) == count:
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"{len(_group(child))} processes, not {count}; {pool.restarts} restarts")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="groups are looked up in /proc")
def test_a_reader_ends_with_its_child(tmp_path: Path) -> None:
    async def run() -> None:
        pool = Pool(Settings(keys_file=tmp_path / "keys.json", children=1))
        await pool.start()
        try:
            async with pool.job("minors", Asked(content=SPREADSHEET, as_of=AS_OF)) as session:
                await _until(pool, session.child, 2, looks=1_000)
                session.child.kill()
                await _until(pool, session.child, 0, looks=20)  # a reader left alone takes longer
        finally:
            await pool.stop()

    asyncio.run(run())
