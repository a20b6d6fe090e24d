"""Many senders of every kind at once, each of which knows what its own answer must be."""

from __future__ import annotations

import json
import random
import socket
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field
from tests.service.wire.exchanges import CSV, JSON, NDJSON, SMALL_CASE
from tests.service.wire.exchanges_lists import CHECKS, FORM, ROWS, form
from tests.service.wire.raw import NOTHING, Told, answer, chunked, connected, framed, send

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.service.wire.running import Server

SENDERS: Final = 32
_SEED: Final = 20_261_121
_STREAM_ROWS: Final = 300
_TOO_LARGE: Final = 1_000_001
_KIB: Final = 1024
_HEADER: Final = "Kód osoby;Datum narození;Druh pohledávky;Rok poplatku;Zůstatek"
_SEEN: Final = frozenset({200, 204, 400, 401, 404, 405, 413, 422})


@define
class Sender:
    """One connection after another; `said` are its requests that were answered, by what they were."""

    server: Server
    number: int
    dice: random.Random = field(init=False)
    said: dict[str, int] = field(factory=dict)
    wrong: list[tuple[str, str]] = field(factory=list)
    asked: int = 0
    instances: list[str] = field(factory=list)
    """The numbers that the service gave its requests."""

    def __attrs_post_init__(self) -> None:
        """Prepare dice of its own, so that a run can be repeated."""
        self.dice = random.Random(_SEED + self.number)  # noqa: S311 - a seeded choice of what to send

    def run(self, until: float) -> None:
        """Send until the time is over; what went wrong is kept, not raised, so that all of it is seen."""
        while monotonic() < until:
            kind = self.dice.choices(_KINDS, _WEIGHTS)[0]
            self.asked += 1
            try:
                wrong = kind(self, f"r-{self.number}-{self.asked}")
            except (OSError, ValueError, KeyError, IndexError) as error:
                wrong = repr(error)
            self.said[kind.__name__] = self.said.get(kind.__name__, 0) + 1
            if wrong:
                self.wrong.append((kind.__name__, wrong))

    def _headers(self, **more: str) -> dict[str, str]:
        return {**self.server.every_scope, **{name.replace("_", "-"): value for name, value in more.items()}}

    def _told(self, content: bytes, method: str = "POST", *, pause: float = 0, piece: int = 65_536) -> Told:
        with connected(self.server.port) as connection:
            send(connection, content, pause=pause, piece=piece)
            return self._noted(answer(connection, method))

    def _noted(self, told: Told) -> Told:
        if told != NOTHING:
            self.instances.append(told.header("x-request-id"))
            if told.status not in _SEEN:
                self.wrong.append(("status", f"{told.status} {told.body[:300]!r}"))
        return told

    def _post(self, path: str, document: Any, **how: Any) -> Told:  # noqa: ANN401 - JSON, and how it is sent
        content = json.dumps(document).encode()
        return self._told(framed("POST", path, self._headers(Content_Type=JSON), content), **how)

    def case(self, ref: str) -> str:
        """Screen a case that is called like nothing else."""
        told = self._post("/v1/screenings", json.loads(SMALL_CASE) | {"ref": ref})
        return _unless(told.status == 200 and json.loads(told.body)["ref"] == ref, told)

    def payment(self, ref: str) -> str:
        """Compute a wage that tells by its sum whose it is."""
        net = 30_000 + 100 * self.number + self.asked % 100
        row = {"ref": ref, "paid_on": "2026-05-12", "net": f"{net}.00"}
        told = self._post("/v1/deductions", {"rows": [row]})
        (found,) = json.loads(told.body)["rows"] if told.status == 200 else [{}]
        return _unless(found.get("ref") == ref and ref in told.body.decode(), told)

    def dribbled(self, ref: str) -> str:
        """Send a payment a few bytes at a time."""
        row = {"ref": ref, "paid_on": "2026-05-12", "net": "26400.00"}
        told = self._post("/v1/deductions", {"rows": [row]}, pause=0.02, piece=40)
        return _unless(told.status == 200 and json.loads(told.body)["rows"][0]["ref"] == ref, told)

    def invalid(self, ref: str) -> str:
        """Send a payment with as many errors as its number says."""
        wrong = self.number % 5 + 1
        rows = [{"ref": ref, "paid_on": "2026-05-12", "net": "x"}] * wrong
        told = self._post("/v1/deductions", {"rows": rows})
        is_right = told.status == 422 and len(json.loads(told.body)["errors"]) == wrong
        return _unless(is_right and _is_own(told) and ref not in told.body.decode(), told)

    def malformed(self, ref: str) -> str:
        """Send what is no JSON."""
        told = self._told(framed("POST", "/v1/relief", self._headers(Content_Type=JSON), f'{{"{ref}'.encode()))
        return _unless(told.status == 400 and _is_own(told), told)

    def oversized(self, ref: str) -> str:
        """Send more than may be sent; the answer may be lost where the sender does not stop sending."""
        content = ref.encode() * (_TOO_LARGE // len(ref) + 1)
        told = self._told(framed("POST", "/v1/screenings", self._headers(Content_Type=JSON), content))
        return _unless(told == NOTHING or told.status == 413, told)

    def cut_off(self, ref: str) -> str:
        """Go away in the middle of a body, abruptly."""
        with connected(self.server.port) as connection:
            headers = self._headers(Content_Type=JSON, Content_Length="1000")
            send(connection, framed("POST", "/v1/screenings", headers, f'{{"ref": "{ref}"'.encode()))
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        return ""

    def impatient(self, ref: str) -> str:
        """Ask for a screening and go away before it is there."""
        with connected(self.server.port) as connection:
            content = json.dumps(json.loads(SMALL_CASE) | {"ref": ref}).encode()
            send(connection, framed("POST", "/v1/screenings", self._headers(Content_Type=JSON), content))
            sleep(self.dice.random() / 100)
        return ""

    def unauthorised(self, ref: str) -> str:
        """Come with a key that is none."""
        told = self._told(framed("POST", "/v1/screenings", {"Authorization": f"Bearer {ref}"}, b"{}"))
        return _unless(told.status == 401 and _is_own(told), told)

    def upload(self, ref: str) -> str:
        """Send a list as a file of a form, or as it is."""
        content = f"{_HEADER}\r\n{ref};1. 5. 2010;Místní poplatek za komunální odpad;2018;1500\r\n".encode()
        if self.number % 2:
            sent = framed("POST", CHECKS, self._headers(Content_Type=FORM), form(content, as_of="2026-11-21"))
        else:
            sent = framed("POST", f"{CHECKS}?as_of=2026-11-21", self._headers(Content_Type=CSV), content)
        told = self._told(sent)
        is_right = told.status == 200 and json.loads(told.body)["rows"][0]["person_id"] == ref
        return _unless(is_right, told)

    def stream(self, ref: str) -> str:
        """Stream a list in chunks and read what is judged of it."""
        people = [f"{ref}-{number}" for number in range(_STREAM_ROWS)]
        rows = [json.dumps(ROWS[0] | {"person_id": each}).encode() + b"\n" for each in people]
        headers = self._headers(Content_Type=NDJSON, Accept=NDJSON, Transfer_Encoding="chunked")
        body = chunked(b"".join(rows[start : start + 50]) for start in range(0, len(rows), 50))
        told = self._told(framed("POST", f"{CHECKS}?as_of=2026-11-21", headers, body), piece=8 * _KIB)
        judged = [json.loads(line) for line in told.body.splitlines()] if told.status == 200 else []
        return _unless([each.get("person_id") for each in judged[:-1]] == people and "summary" in judged[-1], told)

    def looked(self, ref: str) -> str:
        """Ask several things on one connection, each by another method."""
        with connected(self.server.port) as connection:
            for method, path, status in (("HEAD", "/version", 200), ("OPTIONS", "/v1/screenings", 204),
                                         ("GET", f"/v1/{ref}", 404), ("PUT", "/v1/screenings", 405)):  # fmt: skip
                send(connection, framed(method, path, self._headers()))
                told = self._noted(answer(connection, method))
                if told.status != status or (method == "HEAD" and told.body):
                    return f"{method} {told}"
        return ""


_CHOSEN: Final[dict[Callable[[Sender, str], str], int]] = {
    Sender.case: 14, Sender.payment: 30, Sender.dribbled: 4, Sender.invalid: 12, Sender.malformed: 8,
    Sender.oversized: 3, Sender.cut_off: 5, Sender.impatient: 3, Sender.unauthorised: 8, Sender.upload: 3,
    Sender.stream: 4, Sender.looked: 6,
}  # fmt: skip
_KINDS: Final = tuple(_CHOSEN)
_WEIGHTS: Final = tuple(_CHOSEN.values())
WITHOUT_ANSWER: Final = frozenset({"cut_off", "impatient"})


def _is_own(told: Told) -> bool:
    """Return whether a problem is the one that its own header names."""
    said = json.loads(told.body)
    return bool(said["instance"] == f"urn:dluhy:request:{told.header('x-request-id')}")


def _unless(is_right: bool, told: Told) -> str:  # noqa: FBT001 - what was found
    return "" if is_right else f"{told.status} {told.body[:300]!r}"


def run(server: Server, seconds: float) -> list[Sender]:
    """Let all senders send for some time; return them with what they saw."""
    senders = [Sender(server, number) for number in range(SENDERS)]
    until = monotonic() + seconds
    with ThreadPoolExecutor(SENDERS) as pool:
        list(pool.map(lambda each: each.run(until), senders))
    return senders
