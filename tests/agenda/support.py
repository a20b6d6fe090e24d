"""Cases of the fixtures, screened once, and what the list of steps and the questions are drawn from."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from dluhy.agenda import Sources
from dluhy.case import read_case
from dluhy.screening import Screening, screen_case

FOLDER = Path(__file__).resolve().parents[2] / "fixtures"
CASES = tuple(
    sorted(
        path.relative_to(FOLDER).as_posix()
        for folder in ("pripady", "domacnosti", "klienti")
        for path in (FOLDER / folder).iterdir()
        if path.suffix in {".toml", ".json"}
        and "_2025" not in path.name  # debts from childhood are judged by the law of 2026 only
    )
)


@cache
def screened(name: str) -> Screening:
    """Return the screening of a fixture."""
    return screen_case(read_case(FOLDER / name).case)


def sources(screening: Screening, **more: Any) -> Sources:  # noqa: ANN401 - parts that a screening may have
    """Return what steps and questions are drawn from."""
    return Sources(
        case=screening.case, judged=screening.judged, plan=screening.plan, creditor_plan=screening.creditor_plan,
        deductions=screening.deductions, household=screening.household, relief=screening.relief,
        **{"defects": screening.defects, "strategies": screening.strategies, **more},
    )  # fmt: skip


def document(name: str) -> dict[str, Any]:
    """Return a fixture as it is written."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text) if name.endswith(".toml") else json.loads(text)
    return found
