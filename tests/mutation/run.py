"""Put small faults into the code, one at a time, and see whether the tests notice.

mutmut makes the mutants; the tests run against them in fresh interpreters, because polars runs threads and a process
that has computed with it cannot be forked. Everything happens in a copy below out/, where the figures are kept too.

    python -m tests.mutation.run --module dates --module engine/plan
    python -m tests.mutation.run --module plan --sample 100 --seed 7
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.mutation.figures import KILLED, Figures, Result, account, keep, kept, page, tell
from tests.mutation.mutants import Mutant, mutate
from tests.mutation.process import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "mutation"
WORK = ROOT / "out" / "mutants"
RESULTS = WORK / "results"
PAGE = ROOT / "docs" / "mutants.md"
REASONS = HERE / "survivors.toml"
FOLDERS = ("src", "service", "tests", "rules", "fixtures")
FILES = ("pyproject.toml", "README.md", "LICENSE", "tasks.py")
EVERYTHING_FAILS, NO_MUTANT = (
    "fail",
    "",
)  # names that switch no mutant: mutmut's, that makes every function raise, and none
PATIENCE, LEAST_PATIENCE, FIRST_PATIENCE = 5, 30, 600
MOST_WORKERS = 2


class BaselineError(Exception):
    """The tests are red without a mutant, or green while every function raises: nothing can be measured."""


def main() -> int:
    """Try the modules asked for; return 1 if one falls short or a survivor has no reason, 2 if nothing was measured."""
    options = arguments()
    tests = tomllib.loads((HERE / "modules.toml").read_text(encoding="utf-8"))
    ends = time.monotonic() + options.limit_seconds
    copy = WORK / f"copy-{os.getpid()}"
    make_copy(copy)
    try:
        statuses = [run(module, tests[module], copy, options, ends) for module in options.module or tests]
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    if options.write:
        write(list(tests))
    return max(statuses)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--module", action="append", help="a module of modules.toml; default all of them")
    parser.add_argument("--sample", type=int, help="at most so many mutants of each module; default all")
    parser.add_argument("--seed", type=int, default=1, help="of the order in which mutants are tried")
    parser.add_argument("--limit-seconds", type=float, default=float("inf"), help="begin no mutant after that time")
    parser.add_argument("--again", action="store_true", help="of unchanged code only what was not killed before")
    parser.add_argument("--workers", type=int, default=MOST_WORKERS, choices=range(1, MOST_WORKERS + 1))
    parser.add_argument("--write", action="store_true", help=f"gather the figures of all modules in {PAGE.name}")
    return parser.parse_args()


def run(module: str, tests: list[str], copy: Path, options: argparse.Namespace, ends: float) -> int:
    """Try the mutants of a module and tell what came of them; return 1 if it falls short, 2 if nothing was measured."""
    source = copy / "src" / "dluhy" / f"{module}.py"
    code = source.read_text(encoding="utf-8")
    digest = hash_of(copy, module)
    mutated, mutants = mutate(source, module)
    before = known_kills(module, digest, options)
    chosen = in_order(mutants, options)
    waiting = [mutant for mutant in chosen if mutant.name not in before]
    source.write_text(mutated, encoding="utf-8")
    try:
        came = {result.name: result for result in tried(waiting, Tests(copy, tests), options.workers, ends)} | before
    except BaselineError as error:
        print(f"{module}: {error}", file=sys.stderr)
        return 2
    finally:
        source.write_text(code, encoding="utf-8")
    results = [came[mutant.name] for mutant in chosen if mutant.name in came]
    figures = Figures(module, digest, tests, options.seed, len(mutants), results)
    keep(RESULTS, figures)
    found = account(figures, REASONS)
    tell(found)
    return int(found.short)


def make_copy(copy: Path) -> None:
    """Copy what the tests need."""
    shutil.rmtree(copy, ignore_errors=True)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy2(ROOT / name, copy / name)


def known_kills(module: str, digest: str, options: argparse.Namespace) -> dict[str, Result]:
    """Return the mutants killed the last time, if that is asked for and the code is the same."""
    before = kept(RESULTS, module) if options.again else None
    if before is None or before.source != digest:
        return {}
    return {result.name: result for result in before.results if result.result in KILLED}


def in_order(mutants: list[Mutant], options: argparse.Namespace) -> list[Mutant]:
    """Return the mutants in the order of the seed, so that the first ones are a fair sample; at most so many."""
    shuffled = random.Random(options.seed).sample(mutants, len(mutants))
    return shuffled[: options.sample]


class Tests:
    """Which tests run where."""

    def __init__(self, copy: Path, names: list[str]) -> None:
        """Keep the copy and the test files that it has."""
        self.copy, self.names = copy, [name for name in names if (copy / name).exists()]

    def seconds(self, worker: Worker) -> float:
        """Return how long the tests take without a mutant; BaselineError if the switch or the tests do not work."""
        for name, wanted in ((EVERYTHING_FAILS, "killed"), (NO_MUTANT, "survived")):
            answer = worker.ask(name, FIRST_PATIENCE)
            if answer["result"] != wanted:
                log = (self.copy / "worker-0.log").read_text(encoding="utf-8")[-3000:]
                raise BaselineError(f"{log}\nwith “{name}” switched on: {answer}")
        return float(str(answer["seconds"]))


def tried(mutants: list[Mutant], tests: Tests, workers: int, ends: float) -> Iterator[Result]:
    """Yield what came of each mutant that was begun in time."""
    if not mutants:
        return
    first, *others = [Worker(tests.copy, tests.names, number) for number in range(workers)]
    patience = max(LEAST_PATIENCE, PATIENCE * tests.seconds(first))
    waiting = iter(mutants)
    with ThreadPoolExecutor(workers) as pool:
        jobs = [pool.submit(one_after_another, worker, waiting, patience, ends) for worker in (first, *others)]
        for job in jobs:
            yield from job.result()


def one_after_another(worker: Worker, waiting: Iterator[Mutant], patience: float, ends: float) -> list[Result]:
    """Try mutants as long as there are some and there is time."""
    came = []
    try:
        while time.monotonic() < ends and (mutant := next(waiting, None)) is not None:
            answer = worker.ask(mutant.name, patience)
            if answer["result"] == "error":
                raise BaselineError(f"no test ran for {mutant.name}")
            came.append(as_result(mutant, answer))
    finally:
        worker.close()
    return came


def as_result(mutant: Mutant, answer: dict[str, object]) -> Result:
    """Return a mutant with what came of it."""
    result, by, seconds = (answer[name] for name in ("result", "by", "seconds"))
    return Result(mutant.name, mutant.function, mutant.was, mutant.becomes, str(result), str(by), float(str(seconds)))


def write(modules: list[str]) -> None:
    """Write the page from the figures kept of every module."""
    figures = {module: kept(RESULTS, module) for module in modules}
    there = {module: found for module, found in figures.items() if found is not None}
    untried = [module for module in modules if module not in there]
    changed = [module for module, found in there.items() if found.source != hash_of(ROOT, module)]
    accounts = [account(found, REASONS) for found in there.values()]
    PAGE.write_text(page(accounts, untried, changed), encoding="utf-8")


def hash_of(folder: Path, module: str) -> str:
    """Return the hash of a module's code."""
    return hashlib.sha256((folder / "src" / "dluhy" / f"{module}.py").read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
