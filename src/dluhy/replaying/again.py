"""A result computed again by its receipt; the job is told by the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy import receipt as receipts
from dluhy.documents.in_memory import file_of
from dluhy.intake.readers import Reading
from dluhy.law.pack import default_pack
from dluhy.problems import Problem, ReplayError
from dluhy.replaying.jobs import ALSO_ALONE, OF_SOURCE
from dluhy.replaying.values import Again, Asked, Replayed, compared

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.law.pack import Pack


def replay_files(
    result: Path, source: Path | None = None, *, pack: Pack | None = None, reading: Reading | None = None
) -> Replayed:
    """Compute a result again; `result` is its receipt or a file that holds it, `source` what it was made from.

    `source` is None for a result of no file, `reading` says how a list was read. Raises ReplayError where the job
    cannot be computed again, or pack, program, input or its reading are not those of the receipt; InputError where the
    input cannot be read.
    """
    old = receipts.read(result)
    return _replayed(_asked(old, result.read_bytes(), source, pack, reading))


def replay_content(
    result: bytes, source: bytes | None = None, *, pack: Pack | None = None, reading: Reading | None = None
) -> Replayed:
    """Compute a result again as `replay_files`, from contents; nothing is written to a disk.

    What the source is, a document or a list in any form, is told by its content.
    """
    old = receipts.read_content(result)
    if source is None:
        return _replayed(_asked(old, result, None, pack, reading))
    with file_of(source) as path:
        return _replayed(_asked(old, result, path, pack, reading))


def _asked(
    old: receipts.Receipt, content: bytes, source: Path | None, pack: Pack | None, reading: Reading | None
) -> Asked:
    return Asked(old=old, content=content, source=source, pack=pack or default_pack(), reading=reading or Reading())


def _replayed(asked: Asked) -> Replayed:
    return compared(asked, _again(asked), alone=receipts.is_alone(asked.content))


def _again(asked: Asked) -> Again:
    job = asked.old.job
    if job in ALSO_ALONE:
        return ALSO_ALONE[job](asked)
    if asked.source is None:
        cs, en = "chybí soubor, ze kterého výsledek vznikl", "the file that the result was made from is missing"
        raise ReplayError([Problem("no_input", "source", cs, en)])
    if job not in OF_SOURCE:
        cs, en = "výsledek této úlohy neumím spočítat znovu", "the result of this job cannot be computed again"
        raise ReplayError([Problem("unknown_job", "receipt", cs, en)])
    return OF_SOURCE[job](asked, asked.source)
