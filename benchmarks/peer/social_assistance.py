"""Asks openfisca-czechia about the state social assistance benefit; runs only in the peer's own environment.

    python social_assistance.py CASES.json ANSWERS.json

A case is {"month": "2026-10", "people": {id: {variable: value}}, "household": {variable: value}}. An answer holds the
components and the total in haléře, rounded from the peer's 32-bit floats; null for a month it does not know.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np  # type: ignore[import-not-found, unused-ignore]  # lives in the peer's environment only
from openfisca_core.errors import (  # type: ignore[import-not-found, unused-ignore]
    ParameterNotFoundError,
)
from openfisca_core.simulation_builder import (  # type: ignore[import-not-found, unused-ignore]
    SimulationBuilder,
)
from openfisca_czechia import (  # type: ignore[import-not-found, unused-ignore]
    CountryTaxBenefitSystem,
)

OUTPUTS = {
    "housing": "dssp_slozka_na_bydleni",
    "living": "dssp_slozka_na_zivobyti",
    "child": "dssp_bonus_na_dite",
    "work": "dssp_pracovni_bonus",
    "total": "dssp",
}
HALERE = 100
AT_ONCE = 500


def main() -> None:
    """Answer every case of a file, some of a month at once."""
    source, target = (Path(name) for name in sys.argv[1:])
    cases = json.loads(source.read_text(encoding="utf-8"))
    system, answers = CountryTaxBenefitSystem(), [None] * len(cases)
    for month in sorted({case["month"] for case in cases}):
        places = [at for at, case in enumerate(cases) if case["month"] == month]
        for start in range(0, len(places), AT_ONCE):
            part = places[start : start + AT_ONCE]
            for at, answer in zip(part, _answers(system, month, [cases[at] for at in part]), strict=True):
                answers[at] = answer
    target.write_text(json.dumps(answers), encoding="utf-8")


def _answers(system: Any, month: str, cases: list[dict[str, Any]]) -> list[Any]:  # noqa: ANN401 - the peer's types
    people: dict[str, Any] = {}
    households: dict[str, Any] = {}
    for at, case in enumerate(cases):
        names = {name: f"{at:05d}_{name}" for name in case["people"]}
        people |= {names[name]: _dated(values, month) for name, values in case["people"].items()}
        households[f"{at:05d}"] = {"clenove": list(names.values()), **_dated(case["household"], month)}
    entities = {"osoby": people, "domacnosti": households}
    try:
        simulation = SimulationBuilder().build_from_entities(system, entities)
        found = {
            name: np.rint(simulation.calculate(variable, month).astype(np.float64) * HALERE).astype(np.int64)
            for name, variable in OUTPUTS.items()
        }
    except (ParameterNotFoundError, IndexError):  # the latter where a table of the month is empty
        return [None] * len(cases)
    return [{name: int(values[at]) for name, values in found.items()} for at in range(len(cases))]


def _dated(values: dict[str, Any], month: str) -> dict[str, Any]:
    return {name: {month: value} for name, value in values.items()}


if __name__ == "__main__":
    main()
