"""Nothing of a request's content reaches the log, whoever speaks: the service, a library, an error nobody caught."""

from __future__ import annotations

import asyncio
import json
import logging
import logging.config
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING, Any

import pytest

from dluhy.dates import full_years, parse_span
from dluhy_service import logs
from dluhy_service.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SECRET = "rodné číslo 155101/0019"  # noqa: S105 - what must not be seen
"""A birth number of nobody: such text stands in errors of libraries."""


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Set the log up as a worker does and read what was written."""
    file = tmp_path / "service.log"
    names = (logs.OURS, "_granian", "granian.access")
    before = [(logger, logger.handlers[:], logger.level, logger.propagate) for logger in
              (logging.getLogger(), *map(logging.getLogger, names))]  # fmt: skip
    logging.config.dictConfig(logs.log_config(read_settings({"DLUHY_SERVICE_LOG_FILE": str(file)})))

    def read() -> list[dict[str, Any]]:
        content = file.read_text(encoding="utf-8") if file.exists() else ""
        assert SECRET not in content
        assert "155101" not in content
        return [json.loads(line) for line in content.splitlines()]

    yield read
    for logger, handlers, level, propagate in before:
        logger.handlers[:], logger.propagate = handlers, propagate
        logger.setLevel(level)


def line(**changed: object) -> logs.RequestLine:
    fields: dict[str, Any] = {
        "request_id": "0123456789abcdef", "method": "POST", "route": "/v1/rules/{rule_id}", "status": 200,
        "duration_ms": 1.23456, "bytes_in": 10, "bytes_out": 20, "key": "0a1b2c3d", "form": "json",
    }  # fmt: skip
    return logs.RequestLine(**fields | changed)


def test_a_request_is_one_line_with_its_route_and_no_path(lines: Callable[[], list[dict[str, Any]]]) -> None:
    logs.request(line())
    (written,) = lines()
    assert written.pop("time").endswith("Z")
    assert isinstance(written.pop("process"), int)
    assert written == {
        "level": "info", "event": "request", "request_id": "0123456789abcdef", "method": "POST",
        "route": "/v1/rules/{rule_id}", "status": 200, "duration_ms": 1.235, "bytes_in": 10, "bytes_out": 20,
        "key": "0a1b2c3d", "form": "json", "problem": None,
    }  # fmt: skip


def test_an_error_is_its_class_and_our_lines_never_its_text(lines: Callable[[], list[dict[str, Any]]]) -> None:
    try:
        try:
            parse_span(SECRET)
        except Exception as cause:
            raise RuntimeError(SECRET) from cause
    except RuntimeError as error:
        error.add_note(SECRET)
        logs.failure("broken", error, request_id="0123", route="/v1/index")
    (written,) = lines()
    assert (written["event"], written["error"], written["route"]) == ("broken", "builtins.RuntimeError", "/v1/index")
    assert len(written["causes"]) == 1
    assert "frames" not in written  # it was raised here


def test_frames_are_those_of_our_files_only() -> None:
    with pytest.raises(AttributeError) as raised:
        full_years(SECRET, SECRET)  # type: ignore[arg-type]  # a mistake of ours
    frames = logs.described(raised.value)["frames"]
    assert frames[0].startswith("dluhy/dates.py:")
    assert all(frame.startswith(("dluhy/", "dluhy_service/")) and frame.rsplit(":", 1)[1].isdigit() for frame in frames)


@pytest.mark.parametrize("logger", ["litestar", "asyncio", "polars", "_granian", "dluhy", "dluhy_service.app", ""])
def test_what_libraries_say_is_left_out(lines: Callable[[], list[dict[str, Any]]], logger: str) -> None:
    speaker = logging.getLogger(logger)
    speaker.error("path=/v1/%s", SECRET)
    speaker.error(f"Starting {SECRET}")
    try:
        raise ValueError(SECRET)
    except ValueError:
        speaker.exception(SECRET, extra={"body": SECRET})
    assert [found.get("error") for found in lines()] == [None, None, "builtins.ValueError"]


def test_the_servers_own_sentences_pass_and_its_noise_does_not(lines: Callable[[], list[dict[str, Any]]]) -> None:
    server = logging.getLogger("_granian")
    server.info("Spawning worker-1 with PID: 12")
    server.info('ASGI transport error: "Closed(..)"')
    logging.getLogger("granian.access").critical("GET /v1/%s", SECRET)
    assert [found.get("said") for found in lines()] == ["Spawning worker-1 with PID: 12"]


def test_an_unawaited_failure_of_a_task_has_no_text(lines: Callable[[], list[dict[str, Any]]]) -> None:
    async def fail() -> None:
        raise ValueError(SECRET)

    async def forget() -> None:
        task = asyncio.ensure_future(fail())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task

    asyncio.run(forget())
    assert [found["logger"] for found in lines()] == ["asyncio"]


def test_a_log_that_was_rotated_away_goes_on_in_a_new_file(
    tmp_path: Path, lines: Callable[[], list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "_LOOK_AGAIN", 0.0)
    logs.event("first")
    (tmp_path / "service.log").rename(tmp_path / "service.log.1")
    logs.event("second")
    assert [found["event"] for found in lines()] == ["second"]
    assert (tmp_path / "service.log").stat().st_mode & 0o077 == 0


def test_what_nobody_caught_and_warnings_have_no_text_on_standard_error() -> None:
    """Errors of threads and finalisers, warnings, and what native code prints once the service runs."""
    program = f"""
import logging.config, os, threading, warnings
from dluhy_service import logs
from dluhy_service.settings import read_settings
logging.config.dictConfig(logs.log_config(read_settings({{}})))
logs.catch_everything()
logs.mute_outputs()
def fail(): raise ValueError({SECRET!r})
thread = threading.Thread(target=fail); thread.start(); thread.join()
class Broken:
    def __del__(self): fail()
Broken()
warnings.warn({SECRET!r})
os.write(1, {SECRET!r}.encode())
os.write(2, {SECRET!r}.encode())
logging.getLogger("x").error("%d", {SECRET!r})
fail()
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 1
    assert "155101" not in ended.stderr + ended.stdout
    written = [json.loads(found) for found in ended.stderr.splitlines()]
    assert [found["event"] for found in written] == ["uncaught", "uncaught", "library", "library", "uncaught"]


def test_a_text_said_under_our_own_name_is_not_written(lines: Callable[[], list[dict[str, Any]]]) -> None:
    logging.getLogger(logs.OURS).error("of %s", SECRET)
    assert [(found["event"], found["logger"]) for found in lines()] == [("library", logs.OURS)]


def test_the_level_is_the_one_set(lines: Callable[[], list[dict[str, Any]]]) -> None:
    logging.getLogger(logs.OURS).setLevel("ERROR")
    logs.request(line())
    logs.event("quiet", level=logging.WARNING)
    logs.event("loud", level=logging.ERROR)
    assert [found["event"] for found in lines()] == ["loud"]


def test_warnings_of_libraries_are_bridged(lines: Callable[[], list[dict[str, Any]]]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(SECRET, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert [found["logger"] for found in lines()] == ["py.warnings"]
