"""Put a defect into every job of the child processes of a service that has this folder on its path."""

from __future__ import annotations

import importlib
from types import SimpleNamespace
from typing import Any, NoReturn

_sound = importlib.import_module


def _run(_channel: object, request: object, _pack: object) -> NoReturn:
    from tests.service.wire.faulty import fail

    fail(repr(request))


def _faulty(name: str, package: str | None = None) -> Any:  # noqa: ANN401 - a module
    return SimpleNamespace(run=_run) if name.startswith("dluhy_service.jobs.") else _sound(name, package)


importlib.import_module = _faulty
