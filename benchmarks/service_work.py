"""What the service is asked in the benchmark, and the same work by the library alone. All people are invented."""

from __future__ import annotations

import sys
from datetime import date, datetime
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Final

import msgspec
import rtoml
from attrs import frozen
from service_load import Asked
from service_process import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dluhy.deductions.rows import PaymentRows

DIFFERENT: Final = 256
"""How many different bodies are sent in turn."""
SEED: Final = 11
_FIXTURES: Final = ROOT / "fixtures"
_SECONDS: Final = 1.0
"""How long a loop of the library runs at least, after it was warm."""


@frozen
class Cost:
    """Seconds of one member of a batch by the clock, and of the processor; medians of the calls."""

    wall: float
    cpu: float


def rows() -> Asked:
    """Return single payments, each as a document with one row."""
    dice = Random(SEED)
    bodies = [msgspec.json.encode({"rows": [_row(dice, number)]}) for number in range(DIFFERENT)]
    return Asked("/v1/deductions", tuple(bodies), tuple(answers_of_rows([body])[0] for body in bodies))


def _row(dice: Random, number: int) -> dict[str, Any]:
    return {
        "ref": f"V-{number:04d}",
        "paid_on": f"2026-{dice.randint(2, 9):02d}-{dice.randint(8, 15):02d}",
        "net": f"{dice.randint(12_000, 65_000)}.{dice.randint(0, 99):02d}",
        "dependants": dice.randint(0, 4),
        "spouse_married": False,
        "priority": dice.random() < 1 / 3,
        "orders": dice.randint(1, 5),
    }


def read_of_rows(bodies: Sequence[bytes]) -> list[PaymentRows]:
    """Return documents of payments, read."""
    from dluhy.deductions.rows import read_rows
    from dluhy.law.pack import default_pack

    return [read_rows(body, default_pack()) for body in bodies]


def computed_of_rows(asked: Sequence[PaymentRows]) -> list[bytes]:
    """Return the answers to documents that were read, computed in one frame: the function that the service calls."""
    from dluhy.law.pack import default_pack
    from dluhy.report.payment_rows import row_answers

    return [answer.content for answer in row_answers(asked, default_pack())]


def answers_of_rows(bodies: Sequence[bytes]) -> list[bytes]:
    """Return the library's answers, from bytes to bytes."""
    return computed_of_rows(read_of_rows(bodies))


def frame_of_rows(bodies: Sequence[bytes]) -> Callable[[], object]:
    """Return the computation alone: a frame in, a frame out."""
    from dluhy.deductions.frames import deducted_of
    from dluhy.deductions.rows import frame_of
    from dluhy.law.pack import default_pack

    pack = default_pack()
    frame = frame_of([row for each in read_of_rows(bodies) for row in each.rows], pack)
    return lambda: deducted_of(frame, pack)


def documents() -> Asked:
    """Return whole deductions of one payer with claims, each of another wage, explained step by step."""
    given = _plain(rtoml.loads((_FIXTURES / "srazky" / "jeden_platce.toml").read_text(encoding="utf-8")))
    bodies = [msgspec.json.encode(given | {"net": f"{20_000 + 137 * number}.00"}) for number in range(DIFFERENT)]
    return Asked("/v1/deductions", tuple(bodies), tuple(map(document_answer, bodies)))


def document_answer(body: bytes) -> bytes:
    """Return the library's explained answer to one document."""
    from dluhy.documents.files import Content
    from dluhy.law.pack import default_pack
    from dluhy.report.deduction_answers import deduction_answer

    return deduction_answer(Content(body, "", "json"), "cs", default_pack()).content


def _plain(value: Any) -> Any:  # noqa: ANN401 - what a TOML document holds
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def small() -> dict[str, Any]:
    """Return a case with one debt and hardly anything known."""
    return dict(_plain(rtoml.loads((_FIXTURES / "pripady" / "minimalni.toml").read_text(encoding="utf-8"))))


def large() -> dict[str, Any]:
    """Return a client with five enforcements and five more debts that nobody enforces."""
    from screening import document

    found: dict[str, Any] = msgspec.json.decode(document())
    return found


def screenings(client: dict[str, Any], different: int) -> Asked:
    """Return cases of one invented client, under as many references."""
    bodies = [msgspec.json.encode(client | {"ref": f"A-{number:03d}"}) for number in range(different)]
    return Asked("/v1/screenings", tuple(bodies), tuple(screened(bodies)))


def screened(bodies: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the library's screening of each case, judged together in frames."""
    from dluhy.screening_many import screen_many

    for outcome in screen_many(list(bodies)):
        if outcome.screening is None:
            sys.exit("a case of the benchmark was refused")
        yield outcome.screening.json("cs").encode()


def loop_of(work: Callable[[], object], size: int, seconds: float = _SECONDS) -> Cost:
    """Return what one member of a batch costs, repeated in a loop."""
    work()
    walls: list[float] = []
    cpus: list[float] = []
    until = perf_counter() + seconds
    while not walls or perf_counter() < until:
        wall, cpu = perf_counter(), process_time()
        work()
        walls.append((perf_counter() - wall) / size)
        cpus.append((process_time() - cpu) / size)
    return Cost(median(walls), median(cpus))
