"""Running commands of the program inside the tests' process; starting it anew would take longer than most of them."""

from __future__ import annotations

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

import pytest

from dluhy.cli import main

ROOT = Path(__file__).resolve().parents[1]


def dluhy(*arguments: str | Path, given: bytes = b"") -> CompletedProcess[str]:
    """Run a command line in the project's folder as the system would; anything but an ordinary end is a failure."""
    words = [str(each) for each in arguments]
    said, told = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(each, "utf-8", newline="", write_through=True) for each in (said, told))
    with (
        chdir(ROOT), redirect_stdout(out), redirect_stderr(err),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8")),
        pytest.raises(SystemExit) as ended,
    ):  # fmt: skip
        main(words)
    return CompletedProcess(words, int(ended.value.code or 0), said.getvalue().decode(), told.getvalue().decode())
