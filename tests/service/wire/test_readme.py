"""The commands of the README are run as they stand there, and say what it claims."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from string import Template
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.service.wire.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tests.service.wire.running import Server

    Run = Callable[[str, Path, Mapping[str, str]], tuple[int, bytes]]
    """Runs a command in a folder with variables; gives the status it got and what it printed."""

README = (ROOT / "README.md").read_text(encoding="utf-8")
(BLOCK,) = re.findall(r"^```sh\n(.*?)^```$", README.partition("## Over HTTP")[2], re.DOTALL | re.MULTILINE)
COMMANDS = [tuple(re.split(r"\s+# ", line, maxsplit=1)) for line in BLOCK.splitlines() if line.startswith("curl ")]
STATUS = "\n%{http_code}"
WORKBOOK = b"PK\x03\x04"


def _curl_knows_json() -> bool:
    found = shutil.which("curl")
    if found is None:
        return False
    told = subprocess.run([found, "--help", "all"], capture_output=True, text=True, check=False)
    return "--json" in told.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like that of the project, where results may be written."""
    made = tmp_path_factory.mktemp("readme")
    (made / "fixtures").symlink_to(ROOT / "fixtures")
    return made


def _by_curl(command: str, folder: Path, named: Mapping[str, str]) -> tuple[int, bytes]:
    """Return the status that a command got and what it printed."""
    told = subprocess.run(["sh", "-c", f"{command} -sS -w '{STATUS}'"], cwd=folder, env={**os.environ, **named},  # noqa: S607 - the reader's shell
                          capture_output=True, check=True)  # fmt: skip
    printed, _, status = told.stdout.rpartition(b"\n")
    return int(status), printed


def _by_httpx(command: str, folder: Path, named: Mapping[str, str]) -> tuple[int, bytes]:
    """Return the same without curl."""
    words = [Template(word).substitute(named) for word in shlex.split(command)][1:]
    given: dict[str, list[str]] = {}
    while words:
        word = words.pop(0)
        given.setdefault(word if word.startswith("-") else "url", []).append(
            words.pop(0) if word.startswith("-") else word
        )
    headers = dict(each.split(": ", 1) for each in given.get("-H", ()))
    fields = [each.split("=", 1) for each in given.get("-F", ())]
    files = [
        (name, (value[1:], _read(folder, value)) if value.startswith("@") else (None, value)) for name, value in fields
    ]
    body = _read(folder, given["--json"][0]) if "--json" in given else None
    headers |= {"Content-Type": "application/json"} if body is not None else {}
    told = httpx.request("POST" if body is not None or files else "GET", given["url"][0], headers=headers, content=body,
                         files=files or None, timeout=60, trust_env=False)  # fmt: skip
    for name in given.get("-o", ()):
        (folder / name).write_bytes(told.content)
    return told.status_code, b"" if "-o" in given else told.content


def _read(folder: Path, value: str) -> bytes:
    return (folder / value[1:]).read_bytes() if value.startswith("@") else value.encode()


def _require_as_claimed(run: Run, server: Server, folder: Path, commands: Sequence[tuple[str, ...]]) -> None:
    named = {"DLUHY": server.url, "KEY": "Authorization: " + server.every_scope["Authorization"]}
    for command, claimed in commands:
        status, printed = run(command, folder, named)
        written = re.search(r" -o (\S+)", command)
        said = (folder / written[1]).read_bytes() if written else printed
        claims = re.findall("`([^`]+)`", claimed)
        assert status == 200, (command, said[:500])
        assert claims or said.startswith(WORKBOOK), command
        assert [each for each in claims if each.encode() not in said] == [], command


def test_every_command_says_what_the_readme_claims(server: Server, folder: Path) -> None:
    assert len(COMMANDS) > 10
    _require_as_claimed(_by_curl if _curl_knows_json() else _by_httpx, server, folder, COMMANDS)


def test_where_there_is_no_curl_the_same_is_asked_without(server: Server, folder: Path) -> None:
    chosen = [each for each in COMMANDS if "/ready" in each[0] or "/deductions" in each[0] or " -o v" in each[0]]
    _require_as_claimed(_by_httpx, server, folder, chosen)


def test_the_commands_reach_every_route_that_computes(server: Server) -> None:
    with server.client() as http:
        paths = [path for path, found in http.get("/openapi.json").json()["paths"].items() if "post" in found]
    assert [path for path in paths if f'"$DLUHY{path}"' not in BLOCK] == []
