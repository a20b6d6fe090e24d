"""The receipt of a result: by what it was computed, from what, and what came out, so that it can be computed again."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - msgspec reads the annotations
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec
import polars as pl
from attrs import frozen

from dluhy.__about__ import program_version
from dluhy.problems import Problem, ReplayError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dluhy.law.pack import Pack


@frozen(kw_only=True)
class Receipt:
    """What a result was computed from; holds counts and hashes only, nothing personal."""

    job: str
    as_of: date
    pack: str
    pack_version: str
    pack_hash: str
    program_version: str
    input_sha256: str
    reading_sha256: str = ""
    """Of the profile and the sheet by which the input was read; empty for none."""
    rows_in: int
    rows_judged: int
    rows_rejected: int
    result_sha256: str
    options: tuple[str, ...] = ()
    """What of the command line changes the result, such as `strict_law`; a replay does the same."""


def make(  # noqa: PLR0913 - the parts of a receipt, by name
    pack: Pack,
    *,
    job: str,
    as_of: date,
    input_sha256: str,
    rows_judged: int,
    rows_rejected: int,
    result_sha256: str,
    reading_sha256: str = "",
    options: tuple[str, ...] = (),
) -> Receipt:
    """Return the receipt of a result."""
    return Receipt(
        job=job,
        as_of=as_of,
        pack=pack.info.id,
        pack_version=pack.info.version,
        pack_hash=pack.hash,
        program_version=program_version(),
        input_sha256=input_sha256,
        reading_sha256=reading_sha256,
        rows_in=rows_judged + rows_rejected,
        rows_judged=rows_judged,
        rows_rejected=rows_rejected,
        result_sha256=result_sha256,
        options=options,
    )


class ResultHash:
    """The SHA-256 over the decisions of a result, given part after part in the order of the list.

    It covers every column but the person's reference, codes by their number in the pack, so that it does not depend
    on how the rows were divided, on threads or on the platform.
    """

    def __init__(self) -> None:
        """Start with no rows."""
        self._digest = sha256()

    def add(self, part: pl.DataFrame) -> None:
        """Add the next rows."""
        self._digest.update(decisions(part))

    def hexdigest(self) -> str:
        """Return the hash of the rows added so far."""
        return self._digest.hexdigest()


def result_hash(parts: Iterable[pl.DataFrame]) -> str:
    """Return the hash of a result, given in one or more parts in the order of the list (`ResultHash`)."""
    digest = ResultHash()
    for part in parts:
        digest.add(part)
    return digest.hexdigest()


def decisions(part: pl.DataFrame) -> bytes:
    """Return what a result is hashed over: a line for each row, in its order."""
    columns = [
        pl.col(name).to_physical() if isinstance(dtype, pl.Enum) else pl.col(name)
        for name, dtype in part.schema.items()
        if name != "person_id"
    ]
    return part.select(columns).write_csv(include_header=False).encode()


def path_beside(result: Path) -> Path:
    """Return where the receipt of a result file stands."""
    return result.with_name(f"{result.name}.doklad.json")


def rejected_beside(result: Path) -> Path:
    """Return where the rejected cells of a result file stand, if they are no part of it."""
    return result.with_name(f"{result.name}.odmitnute.csv")


def to_json(receipt: Receipt) -> bytes:
    """Return a receipt as indented JSON with a final line end."""
    return msgspec.json.format(msgspec.json.encode(receipt), indent=2) + b"\n"


def read(path: Path) -> Receipt:
    """Read a receipt, or a result that holds its own under `receipt`; raises ReplayError if the file is neither."""
    try:
        return read_content(path.read_bytes(), path.name)
    except OSError:
        raise ReplayError([_no_receipt(path.name)]) from None


def read_content(content: bytes, place: str = "receipt") -> Receipt:
    """Return the receipt that a content is, or holds under `receipt`, as `read`; `place` names it in a problem."""
    try:
        held = msgspec.json.decode(content, type=dict[str, msgspec.Raw]).get("receipt", content)
        return msgspec.json.decode(held, type=Receipt)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise ReplayError([_no_receipt(place)]) from None


def is_alone(content: bytes) -> bool:
    """Return whether a content is a receipt alone, not a result that holds it."""
    return "receipt" not in msgspec.json.decode(content, type=dict[str, msgspec.Raw])


def _no_receipt(place: str) -> Problem:
    return Problem("receipt", place, "soubor není čitelný doklad o výpočtu", "the file is no readable receipt")


def require_same_origin(receipt: Receipt, pack: Pack, input_sha256: str, reading_sha256: str = "") -> None:
    """Raise ReplayError unless pack, program, input and its reading are those of the receipt; names both sides."""
    problems = []
    if receipt.pack_hash != pack.hash:
        problems.append(
            Problem(
                "other_pack",
                "receipt",
                f"doklad vznikl podle sady {receipt.pack} {receipt.pack_version} ({receipt.pack_hash[:12]}), "
                f"načtena je {pack.info.id} {pack.info.version} ({pack.hash[:12]})",
                f"the receipt was made under {receipt.pack} {receipt.pack_version} ({receipt.pack_hash[:12]}), "
                f"loaded is {pack.info.id} {pack.info.version} ({pack.hash[:12]})",
            )
        )
    if receipt.program_version != program_version():
        problems.append(
            Problem(
                "other_program",
                "receipt",
                f"doklad vznikl v programu {receipt.program_version}, běží {program_version()}",
                f"the receipt was made by program {receipt.program_version}, running is {program_version()}",
            )
        )
    if receipt.input_sha256 != input_sha256:
        problems.append(
            Problem(
                "other_input",
                "receipt",
                f"otisk vstupu v dokladu je {receipt.input_sha256[:12]}, soubor má {input_sha256[:12]}",
                f"the receipt's input hash is {receipt.input_sha256[:12]}, the file has {input_sha256[:12]}",
            )
        )
    if receipt.reading_sha256 != reading_sha256:
        problems.append(
            Problem(
                "other_reading",
                "receipt",
                "doklad vznikl při čtení s jiným profilem nebo jiným listem; zadejte stejné --profile a --sheet",
                "the receipt was made with another profile or sheet; give the same --profile and --sheet",
            )
        )
    if problems:
        raise ReplayError(problems)
