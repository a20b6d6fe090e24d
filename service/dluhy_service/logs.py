"""The log: one JSON line an event, made so that nothing of a request's content can get into it.

A request is logged by its route's template, never its path or query. An error is logged by its class and the lines of
our own files it passed through, never its text: texts of libraries quote values. The same goes for what other loggers
say; only the server's own sentences about its processes pass whole.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from attrs import frozen

import dluhy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from dluhy_service.settings import Settings

OURS: Final = "dluhy_service"
"""The logger of the service; the only one whose fields are written as they are."""
_SERVERS: Final = "_granian"
_ITS_SENTENCES: Final = re.compile(
    r"(Starting|Listening|Spawning|Started|Stopping|Stopped|Killing|Respawning|Shutting down|Unexpected exit"
    r"|Worker crash loop|Granian shutdown|HUP signal)[ a-zA-Z0-9:/.,()\[\]-]*!?"
)
_FRAMES: Final = 12
_CAUSES: Final = 5
_LONGEST: Final = 200
_LOOK_AGAIN: Final = 1.0
"""Seconds after which it is seen that the file was rotated away."""
_HOMES: Final = tuple(
    (f"{folder}{os.sep}", f"{Path(folder).name}/")
    for folder in (str(Path(__file__).resolve().parent), str(Path(dluhy.__file__).resolve().parent))
)
"""The folders of our files, and how they are named in the log."""
_logger: Final = logging.getLogger(OURS)
_encode: Final = msgspec.json.Encoder().encode


@frozen
class RequestLine:
    """What is logged of one request: the template of its route, the id of its key, the type of its problem."""

    request_id: str
    method: str
    route: str | None
    status: int
    duration_ms: float
    bytes_in: int
    bytes_out: int
    key: str | None = None
    form: str | None = None
    problem: str | None = None


def request(line: RequestLine) -> None:
    """Log one request that was answered.

    There is a line for every request, so it goes straight to where lines are written: a record of the logging library
    costs more than the line.
    """
    if not _logger.isEnabledFor(logging.INFO):
        return
    written = _written(time.time(), "info", os.getpid(), {
        "event": "request", "request_id": line.request_id, "method": line.method, "route": line.route,
        "status": line.status, "duration_ms": round(line.duration_ms, 3), "bytes_in": line.bytes_in,
        "bytes_out": line.bytes_out, "key": line.key, "form": line.form, "problem": line.problem,
    })  # fmt: skip
    for handler in _logger.handlers:
        if isinstance(handler, LineHandler):
            handler.write(written)


def event(name: str, *, level: int = logging.INFO, **fields: str | float | bool | None) -> None:
    """Log something that happened to the service itself; fields hold codes, counts and ids only."""
    logger = logging.getLogger(OURS)
    if logger.isEnabledFor(level):
        _emit(logger, level, name, fields)


def failure(name: str, error: BaseException, *, request_id: str | None = None, route: str | None = None) -> None:
    """Log an error by its class and our own frames."""
    fields = {} if request_id is None else {"request_id": request_id}
    fields |= {} if route is None else {"route": route}
    _emit(logging.getLogger(OURS), logging.ERROR, name, fields | described(error))


def described(error: BaseException) -> dict[str, Any]:
    """Return an error's class, those of its causes, and the lines of our files it passed through; no text."""
    found: dict[str, Any] = {"error": _class(error)}
    causes = [_class(cause) for cause in _causes(error)]
    frames = list(_frames(error.__traceback__))[-_FRAMES:]
    return found | ({"causes": causes} if causes else {}) | ({"frames": frames} if frames else {})


def _emit(logger: logging.Logger, level: int, name: str, fields: dict[str, Any]) -> None:
    record = logging.LogRecord(OURS, level, "", 0, name, None, None)
    record.fields = fields
    logger.handle(record)


def _class(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _causes(error: BaseException) -> Iterator[BaseException]:
    for _ in range(_CAUSES):
        cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        inside = error.exceptions[0] if isinstance(error, BaseExceptionGroup) else None
        if (cause or inside) is None:
            return
        error = cause or inside or error
        yield error


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        path = traceback.tb_frame.f_code.co_filename
        for home, name in _HOMES:
            if path.startswith(home):
                yield f"{name}{path.removeprefix(home).replace(os.sep, '/')}:{traceback.tb_lineno}"
        traceback = traceback.tb_next


class JsonLines(logging.Formatter):
    """A record as one line of JSON; of other loggers only who spoke, the level and the class of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its end."""
        fields = vars(record).get("fields") if record.name == OURS else None
        if fields is not None:
            line = {"event": record.msg} | fields
        else:
            line = {"event": "library", "logger": record.name} | _of_library(record)
        return _written(record.created, record.levelname.lower(), record.process, line).decode()


def _written(made: float, level: str, process: int | None, fields: Mapping[str, Any]) -> bytes:
    """Return a line, without its end; long texts are cut."""
    shown = datetime.fromtimestamp(made, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    line: dict[str, Any] = {"time": shown, "level": level}
    for name, value in fields.items():
        line[name] = value[:_LONGEST] if isinstance(value, str) else value
    line["process"] = process
    return _encode(line)


def _is_servers(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == _SERVERS


def _of_library(record: logging.LogRecord) -> dict[str, Any]:
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        return described(error)
    if _is_servers(record) and isinstance(record.msg, str) and _ITS_SENTENCES.fullmatch(record.msg):
        return {"event": "server", "said": record.msg}
    return {}


class LineHandler(logging.Handler):
    """Writes whole lines to a descriptor of its own: a copy of standard error, or a file that may be rotated away."""

    def __init__(self, file: str | None = None) -> None:
        """Open the file for appending, or copy standard error."""
        super().__init__()
        self._file = file
        self._looked_at = time.monotonic()
        self._descriptor = os.dup(2) if file is None else _opened(file)

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line; what cannot be written is lost, as a log must never stop the service."""
        try:
            self.write(self.format(record).encode())
        except (ValueError, TypeError):
            return

    def write(self, line: bytes) -> None:
        """Write one line that has no end yet, whole, as lines of other threads and processes may come between."""
        try:
            self._follow_rotation()
            os.write(self._descriptor, line + b"\n")
        except OSError:
            return

    def _follow_rotation(self) -> None:
        now = time.monotonic()
        if self._file is None or now - self._looked_at < _LOOK_AGAIN:
            return
        self._looked_at = now
        here = os.fstat(self._descriptor)
        try:
            there: os.stat_result | None = Path(self._file).stat()
        except FileNotFoundError:
            there = None
        if there is None or (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino):
            fresh = _opened(self._file)
            os.dup2(fresh, self._descriptor)
            os.close(fresh)


def _opened(file: str) -> int:
    return os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


class _Noise(logging.Filter):
    """Drops what the server says for every piece it sends to a client who has left."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not (_is_servers(record) and str(record.msg).startswith("ASGI transport error"))


def log_config(settings: Settings) -> dict[str, Any]:
    """Return how the loggers of a process are to be set up, as `logging.config` reads it."""
    level = settings.log_level.upper()
    libraries = "WARNING" if level in {"DEBUG", "INFO"} else level
    file = None if settings.log_file is None else str(settings.log_file.absolute())
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"noise": {"()": f"{OURS}.logs._Noise"}},
        "formatters": {"lines": {"()": f"{OURS}.logs.JsonLines"}},
        "handlers": {
            "lines": {"()": f"{OURS}.logs.LineHandler", "file": file, "formatter": "lines", "filters": ["noise"]}
        },
        "root": {"handlers": ["lines"], "level": libraries},
        "loggers": {
            OURS: {"handlers": ["lines"], "level": level, "propagate": False},
            _SERVERS: {"handlers": ["lines"], "level": level, "propagate": False},
            "granian.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
        },
    }


def require_log_file(path: Path) -> None:
    """Open the file for appending once, so that a mistake shows at start; raises OSError."""
    os.close(_opened(str(path)))


def catch_everything() -> None:
    """Send to the log what would else be printed with its text: uncaught errors, of threads too, and warnings."""
    logging.logThreads = logging.logMultiprocessing = False  # nobody reads them, and they cost a third of a line
    logging.raiseExceptions = False  # a record that cannot be written would be printed with its arguments
    logging.captureWarnings(capture=True)
    sys.excepthook = lambda _, error, __: failure("uncaught", error)
    sys.unraisablehook = lambda found: _uncaught(found.exc_value)
    threading.excepthook = lambda found: _uncaught(found.exc_value)


def _uncaught(error: BaseException | None) -> None:
    if error is not None:
        failure("uncaught", error)


def mute_outputs() -> None:
    """Point both outputs nowhere: native code that gives up prints values there. The log has its own descriptor."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in (1, 2):
        os.dup2(nowhere, output)
    os.close(nowhere)
