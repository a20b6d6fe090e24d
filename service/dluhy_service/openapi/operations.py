"""Every operation of the service, declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy_service.openapi import (
    operations_case,
    operations_law,
    operations_list,
    operations_minors,
    operations_open,
    operations_replay,
)

if TYPE_CHECKING:
    from dluhy.law.pack import Pack
    from dluhy_service.openapi.values import Operation


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return every operation; examples of answers are what the library says by a pack."""
    return (
        *operations_case.operations(pack),
        *operations_list.operations(pack),
        *operations_minors.operations(pack),
        *operations_replay.operations(pack),
        *operations_law.operations(pack),
        *operations_open.operations(pack),
    )
