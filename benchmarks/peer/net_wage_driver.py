"""Asks openfisca-czechia about net wages; runs only in the peer's own environment and never imports dluhy.

    python net_wage_driver.py years 2022 2028           the years the peer answers for, as JSON
    python net_wage_driver.py ask CASES.csv ANSWERS.csv  every case, one simulation a month

A case is a line of whole numbers: month (202610), two contracts (gross in haléře; 0 employment, 1 agreement to perform
a job, 2 agreement on work activity), whether both are with one employer, with whose contract the declaration is signed
(0 nobody, 1, 2), children with relief, how many of them have the ZTP/P card, degree of invalidity, ZTP/P card, whether
the state pays health insurance (the peer is told so of the invalid too). An answer: answered (0/1), then haléře,
rounded from the peer's 32-bit floats.
"""

from __future__ import annotations

import json
import sys
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

OUTPUTS = {
    "social": "odvod_socialniho_pojisteni_osoby",
    "health": "odvod_zdravotniho_pojisteni_osoby",
    "health_top_up": "doplatek_do_minimalniho_zdravotniho_pojisteni",
    "advance": "zaloha_na_dan_z_prijmu_osoby",
    "withholding": "srazkova_dan_z_prijmu_osoby",
    "bonus": "danovy_bonus_osoby",
    "net": "cisty_pracovni_prijem_osoby_bez_danoveho_bonusu",
    "self_paid": "je_samoplatce_zdravotniho_pojisteni",
}
KINDS = ("hpp", "dpp", "dpc")
EMPLOYERS = ("zamestnavatel_a", "zamestnavatel_b")
NOBODY = "zadny"
HALERE = 100
ADULT, CHILD = 40, 8
ONE_CASE = [[0, 3_000_000, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]]


def main() -> None:
    """Run the command named first."""
    command, *arguments = sys.argv[1:]
    commands: dict[str, Callable[..., None]] = {"years": years, "ask": ask}
    commands[command](*arguments)


def years(first: str, last: str) -> None:
    """Print the years, of those between two, for whose January the peer gives an answer."""
    system, case = CountryTaxBenefitSystem(), np.array(ONE_CASE)
    known = [year for year in range(int(first), int(last) + 1) if _month(system, f"{year}-01", case)[0, 0]]
    sys.stdout.write(json.dumps({"years": known}))


def ask(source: str, target: str) -> None:
    """Answer every case of a file, month by month."""
    system = CountryTaxBenefitSystem()
    cases = np.loadtxt(source, dtype=np.int64, delimiter=",", skiprows=1, ndmin=2)
    answers = np.zeros((len(cases), 1 + len(OUTPUTS)), dtype=np.int64)
    for month in np.unique(cases[:, 0]):
        rows = cases[:, 0] == month
        answers[rows] = _month(system, f"{month // 100}-{month % 100:02d}", cases[rows])
    np.savetxt(target, answers, fmt="%d", delimiter=",", header=",".join(("answered", *OUTPUTS)), comments="")


def _month(system: Any, period: str, cases: Any) -> Any:  # noqa: ANN401 - the peer's types are not known here
    """Return the answers of one month in haléře; all zero, and not answered, where the peer lacks a parameter."""
    simulation, adults = _people(system, cases)
    try:
        _tell(system, simulation, period, cases, adults)
        found = [simulation.calculate(name, period)[:adults].astype(np.float64) for name in OUTPUTS.values()]
    except ParameterNotFoundError:
        return np.zeros((len(cases), 1 + len(OUTPUTS)), dtype=np.int64)
    amounts = [np.rint(values * HALERE) for values in found]
    return np.column_stack([np.ones(adults), *amounts]).astype(np.int64)


def _people(system: Any, cases: Any) -> Any:  # noqa: ANN401 - the peer's types are not known here
    """Return a simulation of one household for each case, adults first, then children; and the number of adults."""
    adults, children = len(cases), cases[:, 7]
    homes = np.concatenate([np.arange(adults), np.repeat(np.arange(adults), children)])
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("osoba", [str(number) for number in range(len(homes))])
    households = builder.declare_entity("domacnost", [str(number) for number in range(adults)])
    builder.join_with_persons(households, homes.astype(str), np.full(len(homes), "clen"))
    return builder.build(system), adults


def _tell(system: Any, simulation: Any, period: str, cases: Any, adults: int) -> None:  # noqa: ANN401 - as above
    """Set what is known of everybody; a child has the ZTP/P card while its number is below that of the cards."""
    children = cases[:, 7]
    numbers = np.concatenate([np.arange(count) for count in children]) if children.sum() else np.zeros(0)
    cards = np.repeat(cases[:, 8], children)
    youth = np.full(len(numbers), fill_value=True)
    second = np.where(cases[:, 5] == 1, EMPLOYERS[0], EMPLOYERS[1])
    signed = np.where(cases[:, 6] == 0, NOBODY, np.where(cases[:, 6] == 1, EMPLOYERS[0], second))
    told: dict[str, tuple[Any, Any]] = {
        "hruby_prijem_ze_zamestnani_1": (cases[:, 1] / HALERE, 0),
        "hruby_prijem_ze_zamestnani_2": (cases[:, 3] / HALERE, 0),
        "typ_pracovni_smlouvy_zamestnani_1": (np.array(KINDS)[cases[:, 2]], KINDS[0]),
        "typ_pracovni_smlouvy_zamestnani_2": (np.array(KINDS)[cases[:, 4]], KINDS[0]),
        "zamestnavatel_zamestnani_2": (second, EMPLOYERS[1]),
        "podepsane_prohlaseni_u_zamestnavatele": (signed, NOBODY),
        "uplatnuje_danove_zvyhodneni_na_vyzivovane_deti": (children > 0, False),
        "je_rodic": (children > 0, False),
        "je_nezaopatrene_dite": (np.zeros(adults, dtype=bool), youth),
        "vek": (np.full(adults, ADULT), np.full(len(numbers), CHILD)),
        "stupen_invalidity": (_degrees(cases[:, 9]), "bez_invalidity"),
        "ma_prukaz_ztpp": (cases[:, 10] == 1, numbers < cards),
        "plati_stat_zdravotni_pojisteni": ((cases[:, 11] == 1) | (cases[:, 9] > 0), youth),
    }
    for name, (own, theirs) in told.items():
        of_children = theirs if isinstance(theirs, np.ndarray) else np.full(len(numbers), theirs)
        values = np.concatenate([own, of_children])
        simulation.set_input(name, period, _typed(system, name, values))


def _degrees(numbers: Any) -> Any:  # noqa: ANN401 - an array
    return np.where(numbers == 0, "bez_invalidity", np.char.add("stupen_", numbers.astype(str)))


def _typed(system: Any, name: str, values: Any) -> Any:  # noqa: ANN401 - the peer's types are not known here
    variable = system.get_variable(name)
    if values.dtype.kind == "U":
        return variable.possible_values.encode(values)
    return values.astype(variable.dtype)


if __name__ == "__main__":
    main()
