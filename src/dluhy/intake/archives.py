"""Archives are looked at before they are opened: a spreadsheet of a few kilobytes can unfold to gigabytes."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from pathlib import Path

_MIB = 1 << 20


@frozen(kw_only=True)
class Limits:
    """How much a file may be and cost; sizes in bytes, times in seconds."""

    file_bytes: int = 512 * _MIB
    inflated_bytes: int = 1024 * _MIB
    small_bytes: int = 64 * _MIB
    """Up to this inflated size no ratio is asked for: short texts repeat themselves."""
    ratio: int = 100
    members: int = 1_000
    rows: int | None = None
    """Rows of a list; None for as many as there are."""
    memory_bytes: int = 4096 * _MIB
    """Address space of the process that reads a spreadsheet."""
    seconds: int = 180


LIMITS = Limits()


def require_small_file(path: Path, limits: Limits = LIMITS) -> None:
    """Refuse a file over the size limit; raises InputError."""
    size = path.stat().st_size
    if size > limits.file_bytes:
        most = limits.file_bytes // _MIB
        raise _too_large(
            f"soubor má {size // _MIB} MiB, nejvýše smí mít {most} MiB",
            f"the file has {size // _MIB} MiB, at most {most} MiB are read",
        )


def require_safe_archive(path: Path, limits: Limits = LIMITS) -> None:
    """Refuse an archive with too many members, too much content or too high a ratio; raises InputError."""
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    if len(members) > limits.members:
        raise _too_large(f"sešit má uvnitř {len(members)} souborů, nejvýše smí mít {limits.members}",
                         f"the workbook holds {len(members)} files, at most {limits.members} are read")  # fmt: skip
    if any(member.flag_bits & 1 for member in members):
        raise InputError([Problem("password", "soubor", "sešit je chráněný heslem; uložte jej bez hesla",
                                  "the workbook is protected by a password; save it without one")])  # fmt: skip
    inflated = sum(member.file_size for member in members)
    packed = max(sum(member.compress_size for member in members), 1)
    too_dense = inflated > limits.small_bytes and inflated / packed > limits.ratio
    if inflated > limits.inflated_bytes or too_dense:
        raise _too_large(
            f"sešit by se rozbalil na {inflated // _MIB} MiB; dlouhý seznam uložte jako CSV",
            f"the workbook would unfold to {inflated // _MIB} MiB; save a long list as CSV",
        )


def _too_large(cs: str, en: str) -> InputError:
    return InputError([Problem("too_large", "soubor", cs, en)])
