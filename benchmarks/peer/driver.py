"""Asks openfisca-czechia about deductions from wages; runs only in the peer's own environment and never imports dluhy.

    python driver.py years 2024 2028            the years the peer answers for, as JSON
    python driver.py ask CASES.csv ANSWERS.csv  every case, one simulation a month
    python driver.py time CASES.csv             one case and all cases at once, seconds as JSON
    python driver.py cold                       one case from a cold start

A case is a line of whole numbers: month (202610), net (haléře), persons counted, orders, priority (0/1), debt relief
(0/1). An answer: answered (0/1), protected amount, remainder, deduction; haléře, rounded from the peer's 32-bit floats.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from collections.abc import Callable

NET = "prijem_osoby_pro_vypocet_srazky_v_exekuci_nebo_insolvenci"
INPUTS = (
    NET,
    "pocet_vyzivovanych_osob_pro_vypocet_srazky_v_exekuci_nebo_insolvenci",
    "pocet_exekuci_osoby",
    "ma_prednostni_exekuce",
    "je_v_insolvenci",
)
DEDUCTION = "srazka_v_exekuci_nebo_insolvenci"
OUTPUTS = (
    "zakladni_nezabavitelna_castka_osoby_v_exekuci_nebo_insolvenci",
    "zbytek_z_prijmu_osoby_po_odecteni_nezabavitelne_castky_v_exekuci_nebo_insolvenci",
    DEDUCTION,
)
HALERE = 100
ONE_CASE_TIMES = 200
ONE_CASE = ("2026-10", 26400.0, 1, 1, False, False)


def main() -> None:
    """Run the command named first."""
    command, *arguments = sys.argv[1:]
    commands: dict[str, Callable[..., None]] = {"years": years, "ask": ask, "time": time_cases, "cold": cold}
    commands[command](*arguments)


def years(first: str, last: str) -> None:
    """Print the years, of those between two, for whose January the peer gives an answer."""
    system, case = CountryTaxBenefitSystem(), np.array([[0, 3_000_000, 0, 1, 0, 0]])
    known = [year for year in range(int(first), int(last) + 1) if _month(system, f"{year}-01", case)[0, 0]]
    _say({"years": known})


def ask(source: str, target: str) -> None:
    """Answer every case of a file, month by month."""
    system, cases = CountryTaxBenefitSystem(), _read(source)
    answers = np.zeros((len(cases), 1 + len(OUTPUTS)), dtype=np.int64)
    for month in np.unique(cases[:, 0]):
        rows = cases[:, 0] == month
        answers[rows] = _month(system, _period(month), cases[rows])
    np.savetxt(target, answers, fmt="%d", delimiter=",", header="answered,base,remainder,capacity", comments="")


def time_cases(source: str) -> None:
    """Time one case as the peer's own manual asks for it (median of many), and all cases of one month as arrays."""
    system, cases = CountryTaxBenefitSystem(), _read(source)
    period, inputs = _period(cases[0, 0]), _inputs(cases)
    _all_at_once(system, period, [values[:1] for values in inputs])
    start = time.perf_counter()
    _all_at_once(system, period, inputs)
    whole = time.perf_counter() - start
    _say({"one": _median_of_one(system), "all": whole, "rows": len(cases)})


def cold() -> None:
    """Answer one case; whoever starts the process takes the time."""
    _say({"deduction": _one_case(CountryTaxBenefitSystem())})


def _one_case(system: Any) -> float:  # noqa: ANN401 - the peer's types are not known here
    """Return the deduction of one case given as entities, the way the peer's manual shows."""
    period, *values = ONE_CASE
    person = {name: {period: value} for name, value in zip(INPUTS, values, strict=True)}
    entities = {"osoby": {"osoba": person}, "domacnosti": {"domacnost": {"clenove": ["osoba"]}}}
    simulation = SimulationBuilder().build_from_entities(system, entities)
    return float(simulation.calculate(DEDUCTION, period)[0])


def _median_of_one(system: Any) -> float:  # noqa: ANN401 - the peer's types are not known here
    _one_case(system)
    spent = []
    for _ in range(ONE_CASE_TIMES):
        start = time.perf_counter()
        _one_case(system)
        spent.append(time.perf_counter() - start)
    return statistics.median(spent)


def _all_at_once(system: Any, period: str, inputs: list[Any]) -> Any:  # noqa: ANN401 - the peer's types
    """Return the simulation of all people at once, each alone in a household, with the deduction worked out."""
    simulation = SimulationBuilder().build_default_simulation(system, count=len(inputs[0]))
    for name, values in zip(INPUTS, inputs, strict=True):
        simulation.set_input(name, period, values)
    simulation.calculate(DEDUCTION, period)
    return simulation


def _month(system: Any, period: str, cases: Any) -> Any:  # noqa: ANN401 - the peer's types are not known here
    """Return the answers of one month in haléře; all zero, and not answered, where the peer lacks a parameter."""
    try:
        simulation = _all_at_once(system, period, _inputs(cases))
    except ParameterNotFoundError:
        return np.zeros((len(cases), 1 + len(OUTPUTS)), dtype=np.int64)
    found = [np.rint(simulation.calculate(name, period).astype(np.float64) * HALERE) for name in OUTPUTS]
    return np.column_stack([np.ones(len(cases)), *found]).astype(np.int64)


def _inputs(cases: Any) -> list[Any]:  # noqa: ANN401 - an array
    """Return the columns as the peer keeps them, so that no conversion is counted."""
    net = (cases[:, 1] / HALERE).astype(np.float32)
    counts = [cases[:, column].astype(np.int32) for column in (2, 3)]
    return [net, *counts, *(cases[:, column].astype(bool) for column in (4, 5))]


def _read(source: str) -> Any:  # noqa: ANN401 - an array
    return np.loadtxt(source, dtype=np.int64, delimiter=",", skiprows=1, ndmin=2)


def _period(month: int) -> str:
    return f"{month // 100}-{month % 100:02d}"


def _say(found: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
