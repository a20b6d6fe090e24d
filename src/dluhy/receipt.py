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
    rows_in: int
    rows_judged: int
    rows_rejected: int
    result_sha256: str


def make(
    pack: Pack, *, job: str, as_of: date, input_sha256: str, rows_rejected: int, result: pl.DataFrame
) -> Receipt:
    """Return the receipt of a result frame; its hash covers the rows in their order and the columns by name."""
    return Receipt(
        job=job, as_of=as_of, pack=pack.info.id, pack_version=pack.info.version, pack_hash=pack.hash,
        program_version=program_version(), input_sha256=input_sha256, rows_in=result.height + rows_rejected,
        rows_judged=result.height, rows_rejected=rows_rejected, result_sha256=result_hash(result),
    )


def result_hash(result: pl.DataFrame) -> str:
    """Return the SHA-256 of a result: column names, and values as text, independent of chunks and threads."""
    digest = sha256()
    for name in sorted(result.columns):
        column = result[name]
        text = column.cast(pl.String) if not isinstance(column.dtype, pl.List) else column.list.join(",")
        digest.update(f"{name}\x1e".encode())
        digest.update("\x1f".join(text.fill_null("\x00").to_list()).encode())
    return digest.hexdigest()


def to_json(receipt: Receipt) -> bytes:
    """Return a receipt as indented JSON with a final line end."""
    return msgspec.json.format(msgspec.json.encode(receipt), indent=2) + b"\n"


def read(path: Path) -> Receipt:
    """Read a receipt; raises ReplayError if the file is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Receipt)
    except (OSError, msgspec.MsgspecError):
        raise ReplayError([Problem("receipt", path.name, "soubor není čitelný doklad o výpočtu",
                                   "the file is no readable receipt")]) from None


def require_same_origin(receipt: Receipt, pack: Pack, input_sha256: str) -> None:
    """Raise ReplayError unless the pack, the program and the input are those of the receipt; names both sides."""
    problems = []
    if receipt.pack_hash != pack.hash:
        problems.append(Problem(
            "other_pack", "receipt",
            f"doklad vznikl podle sady {receipt.pack} {receipt.pack_version} ({receipt.pack_hash[:12]}), "
            f"načtena je {pack.info.id} {pack.info.version} ({pack.hash[:12]})",
            f"the receipt was made under the pack {receipt.pack} {receipt.pack_version} ({receipt.pack_hash[:12]}), "
            f"loaded is {pack.info.id} {pack.info.version} ({pack.hash[:12]})",
        ))
    if receipt.program_version != program_version():
        problems.append(Problem(
            "other_program", "receipt",
            f"doklad vznikl v programu {receipt.program_version}, běží {program_version()}",
            f"the receipt was made by program {receipt.program_version}, running is {program_version()}",
        ))
    if receipt.input_sha256 != input_sha256:
        problems.append(Problem(
            "other_input", "receipt",
            f"otisk vstupu v dokladu je {receipt.input_sha256[:12]}, soubor má {input_sha256[:12]}",
            f"the receipt's input hash is {receipt.input_sha256[:12]}, the file has {input_sha256[:12]}",
        ))
    if problems:
        raise ReplayError(problems)
