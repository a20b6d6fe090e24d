"""The service with defects put into it, each of which says everything it knows wherever it can.

A request whose User-Agent is `FAULT` fails in the server; every job fails in its child. `python -m` this, then `run`.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from dluhy_service.server import load_app, serve
from dluhy_service.settings import read_settings

if TYPE_CHECKING:
    from litestar.types import ASGIApp

    from dluhy_service.settings import Settings

FAULT: Final = "fault"
JOBS: Final = Path(__file__).with_name("faulty_jobs")
"""A folder whose `sitecustomize` puts a defect into every job of a child."""


class _Careless:
    """Fails when it is thrown away, where nobody can catch it."""

    def __init__(self, said: str) -> None:
        self.said = said

    def __del__(self) -> None:
        raise ValueError(self.said)


def fail(said: str) -> NoReturn:
    """Say it everywhere, then raise it."""
    print(said, flush=True)  # noqa: T201 - a defect
    print(said, file=sys.stderr, flush=True)  # noqa: T201 - a defect
    for descriptor in (1, 2):
        os.write(descriptor, said.encode("utf-8", "replace"))  # as native code does
    for name in ("", "dluhy_service", "granian", "_granian", "asyncio", f"library.{said}"):
        logging.getLogger(name).error("it failed: %s", said, extra={"of": said})
        logging.getLogger(name).critical(said)
    logging.warning("%d", said)  # noqa: LOG015 - a record that cannot be written
    warnings.warn(said, ResourceWarning, stacklevel=2)
    warnings.warn(said, UserWarning, stacklevel=2)
    _Careless(said)
    thread = threading.Thread(target=_raised, args=(said,), name=said)
    thread.start()
    thread.join()
    try:
        _raised(said)
    except ValueError as error:
        error.add_note(said)
        raise RuntimeError(said, {said: said}) from ExceptionGroup(said, [error, KeyError(said)])


def _raised(said: str) -> NoReturn:
    raise ValueError(said)


def load(settings: Settings) -> ASGIApp:
    """Return the application, in which reading the parameters fails for requests that ask for it."""
    from dluhy_service import requests

    sound = requests.parameters

    def parameters(request: Any, *known: Any) -> Any:  # noqa: ANN401 - as what it stands for
        if request.headers.get("user-agent") == FAULT:
            said = f"{request.url} {dict(request.headers)} {request.query_params}"
            loop = asyncio.get_running_loop()
            loop.call_soon(_raised, said)
            task = loop.create_task(_failing(said), name=said)
            task.add_done_callback(lambda _: None)
            fail(said)
        return sound(request, *known)

    vars(requests)["parameters"] = parameters
    return load_app(settings)


async def _failing(said: str) -> None:
    raise ValueError(said)


if __name__ == "__main__":
    from tests.service.wire.faulty import load as faulty_load

    sys.path.insert(0, str(JOBS))
    serve(read_settings(os.environ), faulty_load)
