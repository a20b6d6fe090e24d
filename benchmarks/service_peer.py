"""The peer over HTTP: openfisca-czechia served by its own program in its own environment; nothing of it is imported."""

from __future__ import annotations

import os
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, Any, Final

import msgspec
from service_load import Asked
from service_process import free_port, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from service_process import Server

MONTH: Final = "2026-10"
_NET: Final = "prijem_osoby_pro_vypocet_srazky_v_exekuci_nebo_insolvenci"
_PEOPLE: Final = "pocet_vyzivovanych_osob_pro_vypocet_srazky_v_exekuci_nebo_insolvenci"
_ORDERS: Final = "pocet_exekuci_osoby"
_PRIORITY: Final = "ma_prednostni_exekuce"
_DEDUCTION: Final = "srazka_v_exekuci_nebo_insolvenci"
_DIFFERENT: Final = 64
_SEED: Final = 11


def program_of(home: Path) -> Path | None:
    """Return the peer's program, None where its environment was not made (`deductions_peer.py` makes it)."""
    program = home / "bin" / "openfisca"
    return program if program.exists() else None


@contextmanager
def served(program: Path) -> Iterator[Server]:
    """Serve the peer with one worker, as its manual says."""
    port = free_port()
    command = [str(program), "serve", "--country-package", "openfisca_czechia", "--port", str(port), "--workers", "1"]
    given = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with running(command, given, "/spec", port) as server:
        yield server


def asked() -> Asked:
    """Return single deductions as its interface takes them."""
    dice = Random(_SEED)
    return Asked("/calculate", tuple(msgspec.json.encode(_situation(dice)) for _ in range(_DIFFERENT)))


def _situation(dice: Random) -> dict[str, Any]:
    person = {
        _NET: {MONTH: dice.randint(12_000, 65_000)},
        _PEOPLE: {MONTH: dice.randint(0, 4)},
        _ORDERS: {MONTH: dice.randint(1, 5)},
        _PRIORITY: {MONTH: dice.random() < 1 / 3},
        _DEDUCTION: {MONTH: None},
    }
    return {"osoby": {"osoba": person}, "domacnosti": {"domacnost": {"clenove": ["osoba"]}}}
