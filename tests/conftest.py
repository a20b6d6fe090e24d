"""What several tests share: the shipped list, checked once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dluhy import ListResult, check_list

AS_OF = date(2026, 11, 21)
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shipped() -> ListResult:
    """The shipped sample list with four spoiled cells, checked."""
    return check_list(ROOT / "fixtures" / "seznam_s_chybami.xlsx", AS_OF)
