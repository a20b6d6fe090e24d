"""The server: one main process, its workers, one address; stops without losing what it has begun."""

from __future__ import annotations

import errno
import gc
import logging
import multiprocessing
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.mp import MPServer

from dluhy.problems import InputError, PackError, Problem
from dluhy_service import logs
from dluhy_service.processes import DRAIN, HANGUP, die_with_parent, leave_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from litestar.types import ASGIApp

    from dluhy_service.settings import Settings

KILL_AFTER: Final = 5
"""Seconds that a worker has to end its children after its last request, before it is killed."""
_HEADER_BYTES: Final = 65_536
_UNUSABLE: Final = 2
_STOPPED: Final = 128 + signal.SIGTERM

_REASONS: Final = {
    errno.EADDRINUSE: ("port je obsazený; běží tu už jiná služba", "the port is in use by another service"),
    errno.EADDRNOTAVAIL: ("tento počítač takovou adresu nemá", "this machine has no such address"),
    errno.EACCES: ("na tomto portu smí naslouchat jen správce", "only an administrator may listen on this port"),
}


class _Server(MPServer):
    """The server, which tells its workers before it stops them."""

    drain_seconds: int = 0
    pid: int | None  # type: ignore[assignment]  # the library sets it when it starts

    def startup(self, *arguments: object) -> None:
        """Start; a hang-up that whoever starts us ignores (nohup) stays ignored."""
        hangup = None if HANGUP is None else signal.getsignal(HANGUP)
        super().startup(*arguments)  # type: ignore[no-untyped-call]  # the library has no types here
        if HANGUP is not None and hangup is signal.SIG_IGN:
            signal.signal(HANGUP, hangup)

    def signal_handler_interrupt(self, *_: object) -> None:
        """Stop; a worker that has just been forked still has this handler, has begun nothing and ends at once."""
        if os.getpid() != self.pid:
            os._exit(_STOPPED)
        super().signal_handler_interrupt()  # type: ignore[no-untyped-call]  # the library has no types here

    def signal_handler_reload(self, *_: object) -> None:
        """Stop when the terminal is closed: the library would start the workers anew and go on unseen."""
        self.signal_handler_interrupt()

    def _respawn_workers(self, workers: list[int], target: object, loader: object, delay: float = 0) -> None:
        """Replace workers that ended; where one could not start at all, end: the next could not either.

        The library knows that only by how soon a worker ends, which a slow machine outlasts for ever.
        """
        if any(self.wrks[each].inner.exitcode == _UNUSABLE for each in workers):
            self.interrupt_children.extend(workers)  # ends with a status that is not 0
            self.signal_handler_interrupt()
            return
        super()._respawn_workers(workers, target, loader, delay)

    def shutdown(self, exit_code: int = 0) -> None:
        """Let the workers say that they are not ready, give others time to notice, then stop."""
        logs.event("stopping")
        for worker in multiprocessing.active_children():
            with suppress(ProcessLookupError):
                _tell(worker.pid)
        time.sleep(self.drain_seconds)
        super().shutdown(exit_code)  # type: ignore[no-untyped-call]  # the library has no types here


def _tell(process: int | None) -> None:
    if process is not None and DRAIN is not None:
        os.kill(process, DRAIN)


def load_app(settings: Settings) -> ASGIApp:
    """Return the application in a worker; ends the worker, saying why, where the law does not hold together."""
    from dluhy_service.app import create_app  # noqa: PLC0415 - the main process must not load what does not fork

    try:
        return create_app(settings)
    except (InputError, PackError) as error:
        for problem in error.problems:
            print(problem.text("cs"), problem.text("en"), sep="\n", file=sys.stderr)  # noqa: T201 - to the operator
        logs.failure("start_failed", error)
        sys.exit(_UNUSABLE)


def serve(settings: Settings, load: Callable[[Settings], ASGIApp] = load_app) -> None:
    """Run until a signal ends it; raises InputError where the address or the log cannot be used."""
    _require(settings)
    _prepare()
    server = _Server(
        "dluhy_service.app",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        workers=settings.workers,
        http=HTTPModes.http1,  # HTTP/2 and TLS end at the proxy in front
        websockets=False,
        backlog=max(settings.connections, 128),
        backpressure=settings.connections,
        http1_settings=HTTP1Settings(header_read_timeout=settings.idle_seconds * 1_000, max_buffer_size=_HEADER_BYTES),
        log_level=LogLevels(settings.log_level),
        log_dictconfig=logs.log_config(settings),
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=settings.shutdown_seconds + KILL_AFTER,
        process_name=None,
    )
    server.drain_seconds = settings.drain_seconds
    logs.catch_everything()
    server.serve(target_loader=partial(_loaded, settings, load), wrap_loader=False)


def _loaded(settings: Settings, load: Callable[[Settings], ASGIApp]) -> ASGIApp:
    for each in (signal.SIGINT, signal.SIGTERM):  # a forked worker has the handlers of the main process
        signal.signal(each, signal.SIG_DFL)
    die_with_parent()
    leave_terminal()
    logs.catch_everything()
    app = load(settings)
    gc.collect()
    gc.freeze()  # the law and the libraries stay: looking through them for garbage took a fifth of a small request
    if settings.log_level != "debug":
        logs.mute_outputs()
    return app


def _prepare() -> None:
    """Set what the workers inherit."""
    os.environ.setdefault("POLARS_MAX_THREADS", "1")  # frames are short here, threads would cost more
    if DRAIN is not None:
        signal.signal(DRAIN, signal.SIG_IGN)  # until a worker listens to it
    logging.raiseExceptions = False


def _require(settings: Settings) -> None:
    problems = [*_unusable_address(settings), *_unusable_log(settings)]
    if problems:
        raise InputError(problems)


def _unusable_address(settings: Settings) -> list[Problem]:
    """Try the address: the workers share theirs, so that the server itself would not notice another service."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((settings.host, settings.port))
        except OSError as error:
            reason = ("na této adrese nejde naslouchat", "it cannot listen on this address")
            return [Problem("address", f"{settings.host}:{settings.port}", *_REASONS.get(error.errno or 0, reason))]
    return []


def _unusable_log(settings: Settings) -> list[Problem]:
    if settings.log_file is None:
        return []
    try:
        logs.require_log_file(settings.log_file)
    except OSError:
        cs, en = "soubor záznamů nejde otevřít pro zápis", "the file of the log cannot be opened for writing"
        return [Problem("log_file", "log_file", cs, en)]
    return []
