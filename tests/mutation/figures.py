"""What came of the mutants of each module: kept below out/, told on the screen, gathered in docs/mutants.md."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENOUGH = 0.9
KILLED = ("killed", "timeout", "died")


class Result(msgspec.Struct, frozen=True):
    """One mutant that was tried: what it changes, what came of it, and the test that noticed.

    Of it came `killed`, `timeout`, `died` (the interpreter did, twice) or `survived`.
    """

    name: str
    function: str
    was: str
    becomes: str
    result: str
    by: str
    seconds: float

    @property
    def change(self) -> tuple[str, str, str]:
        """What names a mutant in the list of survivors."""
        return self.function, self.was, self.becomes


class Figures(msgspec.Struct, frozen=True):
    """The mutants of a module that were tried, out of `mutants`, ordered by `seed`; `source` is the code's hash."""

    module: str
    source: str
    tests: list[str]
    seed: int
    mutants: int
    results: list[Result]


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a mutant survives: nothing can tell it from the code (`equivalent`), or no test does yet."""

    module: str
    function: str
    was: str
    becomes: str
    reason: str
    equivalent: bool = True


class Account(msgspec.Struct, frozen=True):
    """The figures of a module with the reasons of its survivors."""

    figures: Figures
    reasons: list[Reason]

    @property
    def killed(self) -> int:
        """How many mutants a test noticed."""
        return sum(result.result in KILLED for result in self.figures.results)

    @property
    def survived(self) -> list[tuple[Result, Reason | None]]:
        """The mutants that no test noticed, each with its reason."""
        known = {(one.function, one.was, one.becomes): one for one in self.reasons}
        return [(one, known.get(one.change)) for one in self.figures.results if one.result not in KILLED]

    @property
    def equivalent(self) -> int:
        """How many survivors nothing can tell from the code."""
        return sum(reason is not None and reason.equivalent for _, reason in self.survived)

    @property
    def share(self) -> float:
        """The killed ones among those that can be told from the code."""
        return self.killed / max(1, len(self.figures.results) - self.equivalent)

    @property
    def stale(self) -> list[Reason]:
        """Reasons for a mutant that a test does notice."""
        killed = {result.change for result in self.figures.results if result.result in KILLED}
        alive = {result.change for result, _ in self.survived}
        return [one for one in self.reasons if (one.function, one.was, one.becomes) in killed - alive]

    @property
    def short(self) -> bool:
        """Whether too few are killed, a survivor has no reason or a reason no survivor."""
        return self.share < ENOUGH or any(reason is None for _, reason in self.survived) or bool(self.stale)


def kept(folder: Path, module: str) -> Figures | None:
    """Return the figures of the last run of a module, if there are any."""
    place = folder / f"{module.replace('/', '.')}.json"
    return msgspec.json.decode(place.read_bytes(), type=Figures) if place.exists() else None


def keep(folder: Path, figures: Figures) -> None:
    """Keep the figures of a module for the page."""
    folder.mkdir(parents=True, exist_ok=True)
    content = msgspec.json.format(msgspec.json.encode(figures))
    (folder / f"{figures.module.replace('/', '.')}.json").write_bytes(content)


def account(figures: Figures, reasons: Path) -> Account:
    """Return the figures with the reasons written down for the module."""
    written = tomllib.loads(reasons.read_text(encoding="utf-8")).get("survivor", [])
    known = msgspec.convert(written, list[Reason])
    return Account(figures, [one for one in known if one.module == figures.module])


def tell(found: Account) -> None:
    """Print the figures of a module, and what survived without a reason."""
    figures, survived = found.figures, f"{len(found.survived)} survived, {found.equivalent} of them equivalent"
    tried = f"{len(figures.results)} of {figures.mutants} mutants, {found.killed} killed"
    print(f"{figures.module}: {tried}, {survived}: {found.share:.1%}", flush=True)
    for result, reason in found.survived:
        if reason is None:
            print(f"  {result.name}\n    - {result.was}\n    + {result.becomes}", flush=True)
    for reason in found.stale:
        print(f"  a test does notice: {reason.function}: {reason.becomes}", flush=True)


def page(accounts: Sequence[Account], untried: Sequence[str], changed: Sequence[str]) -> str:
    """Return the page with the figures of all modules and every survivor with its reason.

    `untried` names modules without figures, `changed` those whose code has changed since theirs were taken.
    """
    return (
        "\n".join(
            [
                *_HEAD,
                *(_row(one) for one in accounts),
                *_total(accounts),
                *_open_ends(untried, changed),
                *_survivors(accounts),
            ]
        )
        + "\n"
    )


_HEAD = (
    "# Mutants of the code",
    "",
    "Written by `python tasks.py mutants --write`; not to be edited. The rules have mutants of their own:",
    "`dluhy rules mutate`.",
    "",
    "A mutant is one small fault in a function: a comparison turned, a number one higher, an argument left out.",
    "mutmut makes them, the tests named in `tests/mutation/modules.toml` look for them. mutmut leaves out what stands",
    "outside functions, and decorated functions (properties, cached tables). A mutant that does not end in time, or",
    "ends the interpreter twice, counts as killed.",
    "",
    "**Tried** says how many of a module's mutants were run. Where they are not all, they are a random sample, the",
    "first ones in the order of the seed, and nothing is said about the others. *Equivalent* are survivors that no",
    "result can tell from the code; the share leaves them out. Every survivor stands below with its reason.",
    "Tests were written for what survived in a sample, so its share is better than that of the others; another",
    "seed draws a fresh sample.",
    "",
    "| module | mutants | tried | killed | survived | of them equivalent | share killed | seed |",
    "|---|---|---|---|---|---|---|---|",
)


def _row(one: Account) -> str:
    figures, tried = one.figures, len(one.figures.results)
    how = "all" if tried == figures.mutants else f"sample of {tried}"
    return (f"| `{figures.module}` | {figures.mutants} | {how} | {one.killed} | {len(one.survived)} | {one.equivalent} "
            f"| {one.share:.1%} | {figures.seed} |")  # fmt: skip


def _total(accounts: Sequence[Account]) -> list[str]:
    there, tried = (sum(found) for found in zip(*map(_sizes, accounts), strict=True))
    killed, equivalent = sum(one.killed for one in accounts), sum(one.equivalent for one in accounts)
    survived, share = sum(len(one.survived) for one in accounts), killed / max(1, tried - equivalent)
    return [f"| together | {there} | {tried} | {killed} | {survived} | {equivalent} | {share:.1%} | |", ""]


def _sizes(one: Account) -> tuple[int, int]:
    return one.figures.mutants, len(one.figures.results)


def _open_ends(untried: Sequence[str], changed: Sequence[str]) -> list[str]:
    told = {"Not tried yet": untried, "Changed since its figures were taken": changed}
    return [line for what, names in told.items() if names for line in (f"{what}: {_listed(names)}.", "")]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _survivors(accounts: Sequence[Account]) -> list[str]:
    rows = ["## Survivors", "", "| module | function | was | became | reason |", "|---|---|---|---|---|"]
    for one in accounts:
        for result, reason in one.survived:
            why = f"{'equivalent' if reason.equivalent else 'open'}: {reason.reason}" if reason else "none given"
            cells = (f"`{one.figures.module}`", f"`{result.function}`", _code(result.was), _code(result.becomes), why)
            rows.append(f"| {' | '.join(cells)} |")
    return rows


def _code(text: str) -> str:
    return f"`` {text.replace('|', chr(92) + '|')} ``"
