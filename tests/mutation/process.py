"""A worker process seen from outside: asked for one mutant after another, killed if it does not answer in time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from threading import Timer
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_LIFE: Final = 60
"""After so many mutants a fresh interpreter takes over: each leaves some memory behind."""


class Worker:
    """One interpreter at a time in the mutated copy, started when it is needed."""

    def __init__(self, copy: Path, tests: list[str], name: int) -> None:
        """Keep where to work and what to run."""
        self._copy, self._tests, self._name = copy, tests, name
        self._process: subprocess.Popen[str] | None = None
        self._asked = 0

    def ask(self, mutant: str, seconds: float) -> dict[str, object]:
        """Return what came of a mutant; `timeout` if that took longer, `died` if the interpreter did, twice."""
        answer = self._answer(mutant, seconds)
        return self._answer(mutant, seconds) if answer["result"] == "died" else answer

    def _answer(self, mutant: str, seconds: float) -> dict[str, object]:
        if self._process is None or self._asked == LONGEST_LIFE:
            self.close()
            self._process, self._asked = self._started(), 0
        process = self._process
        self._asked += 1
        timer = Timer(seconds, process.kill)
        timer.start()
        began = time.monotonic()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            print(mutant, file=process.stdin, flush=True)
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        finally:
            timer.cancel()
        if not answer:
            self.close()
            lasted = time.monotonic() - began
            return {"name": mutant, "result": "timeout" if lasted >= seconds else "died", "by": "", "seconds": lasted}
        return dict(json.loads(answer))

    def close(self) -> None:
        """End the interpreter."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _started(self) -> subprocess.Popen[str]:
        path = os.pathsep.join(str(self._copy / name) for name in ("src", "service"))
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "POLARS_MAX_THREADS": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # rewritten tests are read again for every mutant
        with (self._copy / f"worker-{self._name}.log").open("a", encoding="utf-8") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.mutation.worker", *self._tests],
                cwd=self._copy,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
            )
