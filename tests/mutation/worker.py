"""A fresh interpreter that runs the tests against one mutant after another: names come in, results go out, as lines.

Started by `run.py` in the mutated copy, with the test files as arguments, the likeliest killer first. Everything that
the program built with the mutant before is forgotten; the law pack stays, which no mutated module takes part in.
"""

from __future__ import annotations

import json
import os
import sys
import time
from functools import _lru_cache_wrapper

import pytest

LARGEST_MEMORY = 6_000_000_000
LOWEST_PRIORITY = 15
SURVIVED = (0,)
BROKEN = (5,)  # no test at all: an error of the driver, never a killed mutant
KEPT = "dluhy.law."


class Killer:
    """Remembers what failed first: a test, or the import of a test file."""

    def __init__(self) -> None:
        """Begin with nothing failed."""
        self.name = ""

    def pytest_configure(self) -> None:
        """Let random tests be the same for every mutant, and slow ones not fail for that."""
        from hypothesis import settings

        settings.register_profile("mutants", deadline=None, database=None, derandomize=True)
        settings.load_profile("mutants")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the first test that fails."""
        if report.failed and not self.name:
            self.name = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note the first file that cannot be imported."""
        if report.failed and not self.name:
            self.name = report.nodeid


def main() -> None:
    """Answer every mutant's name on standard input with one line of JSON."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    restrain()
    for line in sys.stdin:
        print(json.dumps(tried(line.strip(), sys.argv[1:])), file=answers, flush=True)


def restrain() -> None:
    """Take what is left of the machine only, and not all of its memory."""
    if hasattr(os, "nice"):
        os.nice(LOWEST_PRIORITY)
    try:
        import resource
    except ImportError:  # not on every system
        return
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, LARGEST_MEMORY))


def tried(name: str, tests: list[str]) -> dict[str, object]:
    """Run the tests with a mutant switched on (an empty name: none) and tell whether it survived, and its killer."""
    os.environ["MUTANT_UNDER_TEST"] = name
    forget()
    killer, began = Killer(), time.perf_counter()
    status = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-m", "not heavy", *tests], plugins=[killer]))
    return {
        "name": name,
        "result": "error" if status in BROKEN else "survived" if status in SURVIVED else "killed",
        "by": killer.name,
        "seconds": round(time.perf_counter() - began, 2),
    }


def forget() -> None:
    """Forget what was built before: the test modules, and what the program keeps."""
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith(("tests.", "conftest")) and not module_name.startswith("tests.mutation"):
            del sys.modules[module_name]
        elif module_name.startswith("dluhy") and not module_name.startswith(KEPT):
            for value in vars(module).values():
                if isinstance(value, _lru_cache_wrapper) and not value.__module__.startswith(KEPT):
                    value.cache_clear()


if __name__ == "__main__":
    main()
