"""What several tests share: the shipped list, checked once; how long searches take; which cases of a sweep run when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from dluhy import ListResult, check_list

AS_OF = date(2026, 11, 21)
ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("dluhy", deadline=None, max_examples=60)  # no test depends on how fast the machine is
settings.load_profile("dluhy")


@pytest.hookimpl(tryfirst=True)  # before the cases are chosen by their markers
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave so many cases of each sweep, evenly spread, to everyday runs; the others are thorough.

    What is heavy stands first, so that at the end no process waits for another's last test.
    """
    sweeps: dict[tuple[str, int], list[pytest.Item]] = {}
    for item in items:
        if mark := item.get_closest_marker("sweep"):
            sweeps.setdefault((item.nodeid.partition("[")[0], mark.args[0]), []).append(item)
    for (_, kept), cases in sweeps.items():
        everyday = {number * len(cases) // kept for number in range(kept)}
        for number, item in enumerate(cases):
            if number not in everyday:
                item.add_marker("thorough")
    items.sort(key=lambda item: item.get_closest_marker("heavy") is None)


@pytest.fixture(scope="session")
def shipped() -> ListResult:
    """The shipped sample list with four spoiled cells, checked."""
    return check_list(ROOT / "fixtures" / "seznam_s_chybami.xlsx", AS_OF)
