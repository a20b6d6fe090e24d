"""The one entry point for work on dluhy: makes its own environment and runs everything from there.

Needs Python 3.11 or newer with pip, nothing else. `python tasks.py` lists the tasks.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
DEMO_DAY = "2026-11-21"
RULES_PAGE = "docs/rules.md"
STRATEGY_PAGE = "docs/strategie.md"
SOME_REJECTED = 1
UNUSABLE = 2
INVENTED = "Lidé i dluhy jsou vymyšlení."
REGION_DAYS = ("2026-05-21", "2026-11-21")
IN_PARALLEL = ("-n", "auto", "--dist", "worksteal")  # tests of one module share what it makes, as long as they can
SURROUNDINGS = {
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "",  # where it is set, each of the hundreds of programs in the tests compiles all again
}


def main() -> int:
    """Run the task named on the command line and return its exit status."""
    name, *rest = sys.argv[1:] or ["help"]
    task = TASKS.get(name)
    if task is None:
        print(f"Unknown task “{name}”.\n", file=sys.stderr)
        show_help([])
        return 2
    if sys.version_info < OLDEST:
        print(
            f"dluhy needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.", file=sys.stderr
        )
        return 2
    return task(rest)


def show_help(_: list[str]) -> int:
    """List the tasks."""
    for name, task in TASKS.items():
        print(f"  python tasks.py {name:<10} {(task.__doc__ or '').splitlines()[0]}")
    return 0


def demo(_: list[str]) -> int:
    """Check a list as offices send them and leave a workbook in out/."""
    install("core")
    (ROOT / "out").mkdir(exist_ok=True)
    result = str(Path("out") / "seznam_z_praxe_vysledek.xlsx")
    status = python(
        "-m", "dluhy", "minors", "check", "fixtures/seznam_z_praxe.xlsx", "--as-of", DEMO_DAY, "--out", result
    )
    return 0 if status == SOME_REJECTED else status  # the list has rows that nobody could read, as real ones do


def test(rest: list[str]) -> int:
    """Run the everyday tests."""
    install("dev")
    return python("-m", "pytest", "-m", "not heavy and not thorough", *IN_PARALLEL, *rest)


def heavy(rest: list[str]) -> int:
    """Run the heavy tests: long lists, memory, streaming, the service under load."""
    install("dev")
    return python("-m", "pytest", "-m", "heavy and not thorough", *IN_PARALLEL, *rest)


def thorough(rest: list[str]) -> int:
    """Run what CI leaves out: wide random searches, second proofs, every request that the service describes."""
    install("dev")
    return python("-m", "pytest", "-m", "thorough", *IN_PARALLEL, *rest)


def lint(_: list[str]) -> int:
    """Check style, types and the layers of the house."""
    install("dev")
    return worst(
        python("-m", "ruff", "check", "."),
        python("-m", "ruff", "format", "--check", "."),
        python("-m", "mypy"),
        run(str(BIN / ("lint-imports.exe" if os.name == "nt" else "lint-imports"))),
    )


def rules(_: list[str]) -> int:
    """Check the law pack with all its examples, and that they notice every small change of a rule."""
    install("core")
    return worst(python("-m", "dluhy", "rules", "check"), python("-m", "dluhy", "rules", "mutate"))


def table(_: list[str]) -> int:
    """Write docs/rules.md and docs/strategie.md again: every rule, step and measure of the pack."""
    install("core")
    return worst(
        python("-m", "dluhy", "rules", "table", "--out", RULES_PAGE),
        python("-m", "dluhy", "strategy", "table", "--out", STRATEGY_PAGE),
    )


def mutants(rest: list[str]) -> int:
    """Put small faults into the rules, then into the code, and see whether examples and tests notice."""
    install("dev")
    return worst(python("-m", "dluhy", "rules", "mutate"), python("-m", "tests.mutation.run", *rest))


def fixtures(_: list[str]) -> int:
    """Write the shipped sample lists again."""
    install("core")
    return python("fixtures/generator.py")


def region(_: list[str]) -> int:
    """Write an invented region of municipalities' lists, count each, and leave the overview and briefs in out/kraj/."""
    install("report")
    folder = Path("out") / "kraj"
    shutil.rmtree(ROOT / folder, ignore_errors=True)  # results are never written over
    status = python("fixtures/generator_region.py", str(folder / "seznamy"))
    since: list[str] = []
    for day in REGION_DAYS:
        contents = ROOT / folder / "seznamy" / day / "obsah.csv"
        lists = [str(path) for path in sorted(contents.parent.iterdir()) if path != contents]
        checked = python(
            "-m", "dluhy", "minors", "check", *lists, "--as-of", day, *since, "--codes", str(contents),
            "--out-dir", str(folder / "vysledky" / day), "--aggregate-dir", str(folder / "souhrny" / day),
        )  # fmt: skip
        status = worst(status, 0 if checked in {SOME_REJECTED, UNUSABLE} else checked)  # a messy list is one of them
        since = ["--since", str(folder / "seznamy" / day), "--since-as-of", day]
    sums = [str(folder / "souhrny" / day) for day in REGION_DAYS]
    return worst(
        status,
        _overview(folder / "prehled", sums),
        _overview(folder / "prehled_verejny", sums, "--public"),
        python("-m", "dluhy", "region", "briefs", *sums, "--directory", "fixtures/adresar_ukazka.toml",
               "--out-dir", str(folder / "podklady"), "--form", "pdf"),
    )  # fmt: skip


def _overview(page: Path, sums: list[str], *how: str) -> int:
    return python("-m", "dluhy", "region", "overview", *sums, "--region", "CZ041", *how, "--note", INVENTED,
                  "--out", f"{page}.xlsx", "--html", f"{page}.html")  # fmt: skip


def bench(rest: list[str]) -> int:
    """Measure the stated workloads and print their ratios."""
    install("dev")
    return python("benchmarks/run.py", *rest)


def agreement(rest: list[str]) -> int:
    """Hold a million deductions against a second reading of the law in exact fractions."""
    install("dev")
    return python("-m", "tests.deductions.agreement", *(rest or ["--cases", "1000000"]))


def peer(rest: list[str]) -> int:
    """Compare deductions, net wages and benefits with openfisca-czechia; options go to the first comparison."""
    install("dev")
    return worst(
        python("benchmarks/deductions_peer.py", *rest),
        python("benchmarks/net_wage_peer.py"),
        python("benchmarks/social_assistance_peer.py"),
    )


def pictures(_: list[str]) -> int:
    """Install what the pictures of `dluhy screen --chart` are drawn and its `--pdf` is set with."""
    install("report")
    return 0


def serve(rest: list[str]) -> int:
    """Run the HTTP service on this machine only; the first run makes a key and shows it once."""
    install("service")
    return python("-m", "dluhy_service", "run", *rest)


def install(name: str) -> None:
    """Make the environment and install the hashed requirements, unless that was done already."""
    requirements = ROOT / "requirements" / f"{name}.txt"
    wanted = hashlib.sha256(requirements.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = HOME / f".dluhy-{name}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if not PYTHON.exists():
        print("Making the environment in .venv …", file=sys.stderr)
        venv.create(HOME, with_pip=False)
    print(f"Installing {requirements.relative_to(ROOT)} …", file=sys.stderr)
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(requirements)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    stamp.write_text(wanted, encoding="utf-8")


def python(*arguments: str) -> int:
    """Run the environment's Python in the project's folder."""
    return run(str(PYTHON), *arguments)


def run(*command: str) -> int:
    """Run a command in the project's folder and return its exit status."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **SURROUNDINGS}, check=False).returncode


def worst(*statuses: int) -> int:
    """Return the first status that is not zero, else zero."""
    return next((status for status in statuses if status), 0)


TASKS = {
    "demo": demo,
    "test": test,
    "heavy": heavy,
    "thorough": thorough,
    "lint": lint,
    "rules": rules,
    "table": table,
    "mutants": mutants,
    "fixtures": fixtures,
    "region": region,
    "bench": bench,
    "agreement": agreement,
    "peer": peer,
    "pictures": pictures,
    "serve": serve,
    "help": show_help,
}

if __name__ == "__main__":
    sys.exit(main())
