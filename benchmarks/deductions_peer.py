"""Deductions from wages against openfisca-czechia: random cases compared to the haléř, differences explained, times.

The peer runs as a program of its own in an environment of its own (`benchmarks/peer/README.md`). The exit status is 1
if a difference belongs to no explained class.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PINNED: Final = ("openfisca-czechia==1.0.1", "openfisca-core[web-api]==44.7.1")
QUESTION: Final = {
    "paid_on": pl.Date, "wage_period": pl.Date, "net": pl.Int64, "dependants": pl.Int64, "spouse_counts": pl.Boolean,
    "own_pension": pl.String, "priority": pl.Boolean, "orders": pl.Int64, "debt_relief": pl.Boolean,
    "component_rounding": pl.String,
}  # fmt: skip
ANSWER: Final = ("base", "remainder", "third", "unlimited", "capacity", "left")
BOTH_ANSWER: Final = ("base", "remainder", "capacity", "left")
YEARS: Final = (2025, 2028)
"""The years asked of both, first and last."""
OUTSIDE_ROWS: Final = 1_000
"""Cases of a year that only one of the two knows."""
MOST_DEPENDANTS: Final = 11
LARGEST_NET: Final = 200_000_000
SINGLE_EXACT: Final = 2**17 * 100
"""Below this many haléře a 32-bit float still tells every haléř apart."""
KORUNA: Final = 100
HALF_HALER: Final = 0.51
MILLION: Final = 1_000_000
TIMED: Final = date(2026, 10, 9), date(2026, 9, 1)
"""The pay day and the wage period of the timed cases."""

CLASSES: Final = {
    "pension": "two thirds for four orders are not taken from a proven pension while one third is below the trustee's "
    "monthly pay and expenses with VAT (99/1963 § 279 odst. 5); the peer takes no pension into account",
    "one_haler": "99/1963 § 279 odst. 1 rounds the remainder down to whole crowns that three divides; where it is one "
    "haléř short of such a number the peer takes the number itself, one crown more in each third",
    "pension_one_haler": "both pension and one_haler",
    "no_order": "without any order nothing is deducted yet (99/1963 § 282): the peer says zero, dluhy the most that an "
    "order could take, and that all is left",
    "single_precision": "99/1963 § 279 odst. 1 and 3 round only what is divided into thirds; the peer keeps money in "
    "32-bit floats, which do not tell haléře apart above 131,072 Kč",
    "only_dluhy": "595/2006 in the wording before 2026: the peer's parameters begin on 1 January 2026",
    "only_peer": "595/2006 § 1 odst. 1 rests on a rent norm that no longer exists from 1 October 2026: dluhy refuses "
    "the year until a regulation says how, the peer carries the norm of January 2026 on",
}
"""Why the two differ, by class."""


def main() -> int:
    """Compare and time; return 1 if a difference is not explained (or the peer cannot be installed)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=ROOT / ".peer", help="the peer's environment, made if absent")
    parser.add_argument("--cases", type=int, default=100_000, help="random cases of the years both know")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--rounds", type=int, default=5, help="counted rounds of the timing; 0 leaves it out")
    options = parser.parse_args()
    peer = Peer(options.home)
    with tempfile.TemporaryDirectory() as folder:
        cases = compared(peer, options.cases, Random(options.seed), Path(folder))
        status = report(cases)
        if options.rounds:
            timing(peer, cases, options.rounds, Path(folder))
    return status


def ours(frame: pl.DataFrame) -> pl.DataFrame:
    """Return dluhy's answers to a frame of QUESTION: the columns of ANSWER in haléře, row by row."""
    from dluhy.deductions import deduct_frame

    return deduct_frame(frame)


def ours_one() -> object:
    """Return dluhy's explained answer to the peer's one case; its text alone is also run as a cold start."""
    from datetime import date

    from dluhy.deductions import Claim, Spouse, deduct

    return deduct(
        paid_on=date(2026, 10, 9),
        wage_period=date(2026, 9, 1),
        net="26400.00",
        dependants=1,
        spouse=Spouse(counts=False),
        claims=[Claim(id="1", priority=False)],
    )


class Peer:
    """The peer's program in its own environment."""

    def __init__(self, home: Path) -> None:
        """Take the environment in a folder; make it and install the pinned peer by name if it is not there."""
        self.python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        stamp = home / "openfisca-czechia.txt"
        if stamp.exists() and stamp.read_text(encoding="utf-8") == "\n".join(PINNED):
            return
        if home.exists() and any(home.iterdir()) and not stamp.exists():
            sys.exit(f"{home} holds something else; name an empty folder with --home")
        print(f"Making the peer's environment in {home} …", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        stamp.write_text("not finished", encoding="utf-8")
        pip = [str(self.python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *PINNED]
        if subprocess.run(pip, check=False).returncode:
            sys.exit("the peer could not be installed; nothing was compared")
        stamp.write_text("\n".join(PINNED), encoding="utf-8")

    def run(self, *arguments: str) -> str:
        """Run the driver, with nothing of this project on its path; return what it printed."""
        command = [str(self.python), "-I", str(HERE / "peer" / "driver.py"), *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

    def cold(self) -> str:
        """Answer one case from a cold start."""
        return self.run("cold")

    def years(self) -> list[int]:
        """Return the years it answers for."""
        found: list[int] = json.loads(self.run("years", *map(str, YEARS)))["years"]
        return found

    def ask(self, cases: pl.DataFrame, folder: Path) -> pl.DataFrame:
        """Return its answers in haléře, row by row; null for a year it does not know."""
        source, target = folder / "cases.csv", folder / "answers.csv"
        write_cases(cases, source)
        self.run("ask", str(source), str(target))
        answers = pl.read_csv(target, schema=dict.fromkeys(("answered", *BOTH_ANSWER[:3]), pl.Int64))
        known = answers.select(
            pl.when(pl.col("answered") == 1).then(pl.col(name)).alias(name) for name in BOTH_ANSWER[:3]
        )
        return known.with_columns(left=cases["net"] - known["capacity"])


def write_cases(cases: pl.DataFrame, target: Path) -> None:
    """Write cases as the driver reads them; whoever counts is counted here, the peer takes the number."""
    cases.select(
        month=pl.col("paid_on").dt.year() * 100 + pl.col("paid_on").dt.month(),
        net="net",
        counted=pl.col("dependants") + pl.col("spouse_counts").fill_null(value=False),
        orders="orders",
        priority=pl.col("priority").cast(pl.Int64),
        debt_relief=pl.col("debt_relief").cast(pl.Int64),
    ).write_csv(target)


def compared(peer: Peer, count: int, dice: Random, folder: Path) -> pl.DataFrame:
    """Return drawn cases of all years with both answers (`_peer`) and the class of their difference."""
    known, theirs = [year for year in range(YEARS[0], YEARS[1] + 1) if _knows(year)], peer.years()
    both = sorted(set(known) & set(theirs))
    limits = edges(both[-1])
    parts = []
    for year in sorted({*known, *theirs}):
        drawn = draw(-(-count // len(both)) if year in both else OUTSIDE_ROWS, dice, year, limits)
        answers = ours(drawn).select(ANSWER) if year in known else _nothing(drawn.height)
        asked = peer.ask(drawn, folder).select(pl.all().name.suffix("_peer"))
        only = None if year in both else "only_dluhy" if year in known else "only_peer"
        parts.append(pl.concat([drawn, answers, asked], how="horizontal").with_columns(only=pl.lit(only, pl.String)))
    return classified(pl.concat(parts))


def draw(count: int, dice: Random, year: int, limits: Sequence[tuple[int, int]]) -> pl.DataFrame:
    """Return random cases paid in a year: whole crowns, haléře, large incomes, and incomes at the edges."""
    from dluhy.law.pack import default_pack

    pensions = [None, *default_pack().vocabularies["pensions"]]
    rows = [_case(dice, year, limits, pensions) for _ in range(count)]
    return pl.DataFrame(rows, schema=QUESTION, orient="row")


def _case(
    dice: Random, year: int, limits: Sequence[tuple[int, int]], pensions: Sequence[str | None]
) -> tuple[Any, ...]:
    paid_on = date(year, 1, 1) + timedelta(days=dice.randrange(365))
    period = (paid_on.replace(day=1) - timedelta(days=dice.choice((0, 1, 1, 1)))).replace(day=1)
    dependants, spouse = (
        min(dice.randrange(MOST_DEPENDANTS), dice.randrange(MOST_DEPENDANTS)),
        dice.choice((True, False, None)),
    )
    orders = dice.choice((0, 1, 1, 1, 2, 3, 4, 4, 5, 9))
    priority, relief = orders > 0 and dice.random() < 0.3, dice.random() < 0.1  # noqa: PLR2004 - shares of cases
    net = _net(dice, *limits[dependants + (spouse is True)])
    return paid_on, period, net, dependants, spouse, dice.choice(pensions), priority, orders, relief, "exact"


def _net(dice: Random, protected: int, unlimited_from: int) -> int:
    near = dice.choice((protected, unlimited_from)) + dice.randrange(-5, 6) * KORUNA + dice.choice((0, 0, 1, 50, 99))
    return dice.choice((
        dice.randrange(80_001) * KORUNA,
        dice.randrange(80_001) * KORUNA,
        dice.randrange(SINGLE_EXACT),
        dice.randrange(SINGLE_EXACT, LARGEST_NET) if dice.random() < 0.5 else near,  # noqa: PLR2004 - a half
        near,
        protected + dice.randrange(8_000) * KORUNA,
    ))  # fmt: skip


def edges(year: int) -> list[tuple[int, int]]:
    """Return, by the number counted, the protected amount and the income from which all is taken; haléře."""
    rows = [
        (date(year, 6, 10), date(year, 5, 1), LARGEST_NET, n, False, None, False, 1, False, "exact")
        for n in range(MOST_DEPENDANTS + 1)
    ]
    found = ours(pl.DataFrame(rows, schema=QUESTION, orient="row"))
    return list(zip(found["base"], LARGEST_NET - found["unlimited"], strict=True))


def _knows(year: int) -> bool:
    from dluhy.problems import HorizonError

    row = (date(year, 1, 15), date(year - 1, 12, 1), 0, 0, False, None, False, 1, False, "exact")
    try:
        return ours(pl.DataFrame([row], schema=QUESTION, orient="row"))["capacity"][0] is not None
    except HorizonError:
        return False


def _nothing(height: int) -> pl.DataFrame:
    return pl.select(pl.lit(None, pl.Int64).alias(name) for name in ANSWER).select(pl.all().repeat_by(height).explode())


def classified(cases: pl.DataFrame) -> pl.DataFrame:
    """Add `class`: same, one of CLASSES, or unexplained."""
    same = pl.all_horizontal(pl.col(name) == pl.col(f"{name}_peer") for name in BOTH_ANSWER)
    refusing = pl.when(pl.col("only") == "only_peer").then("capacity").otherwise("capacity_peer")
    plain = _alike("base", "remainder") & ~pl.col("priority") & ~pl.col("debt_relief")
    tests = {
        "same": same,
        "no_order": plain & (pl.col("orders") == 0) & (pl.col("capacity_peer") == 0),
        "pension": plain & _spared() & (pl.col("capacity_peer") == pl.col("two_thirds")),
        "one_haler": _alike("base", "remainder") & _one_haler(),
        "pension_one_haler": plain & _spared() & (pl.col("capacity_peer") == pl.col("two_thirds") + 2 * _bump()),
        "single_precision": _alike("base", "remainder", "capacity"),
    }
    taken = (
        pl.when((pl.col("orders") == 0) & ~pl.col("priority") & ~pl.col("debt_relief")).then(0).otherwise("capacity")
    )
    whole = pl.col("only").is_null() & (pl.col("left") + taken == pl.col("net"))
    found: Any = pl.when(pl.col("only").is_not_null() & refusing.is_null()).then(pl.col("only"))
    for name, test in tests.items():
        found = found.when(whole & test).then(pl.lit(name))
    helped = cases.with_columns(two_thirds=2 * pl.col("third") + pl.col("unlimited"), proven=_proven())
    return helped.with_columns(found.otherwise(pl.lit("unexplained")).alias("class"))


def _proven() -> pl.Expr:
    """Whether the pension is one of § 279 odst. 5 písm. a), the same as those by which a spouse counts."""
    from dluhy.law.pack import default_pack

    terms = default_pack().vocabularies["pensions"]
    return pl.col("own_pension").is_in([code for code, term in terms.items() if term.more["counts_spouse"]])


def _alike(*names: str) -> pl.Expr:
    """Whether the peer's amounts are ours, each kept exactly or with the net income as a 32-bit float."""
    kept = (pl.col("net") / 100).cast(pl.Float32).cast(pl.Float64) * 100
    drift = pl.when(pl.col("net") >= SINGLE_EXACT).then(kept - pl.col("net")).otherwise(0)
    differences = [pl.col(f"{name}_peer") - pl.col(name) for name in names]
    return pl.all_horizontal((off == 0) | ((off - drift).abs() <= HALF_HALER) for off in differences)


def _spared() -> pl.Expr:
    """Whether one third alone is taken where a proven pension can be the reason."""
    one_third = pl.col("capacity") == pl.col("third") + pl.col("unlimited")
    return one_third & pl.col("proven") & (pl.col("third") < _limit())


def _bump() -> pl.Expr:
    """One crown where the remainder, not above the threshold, is one haléř short of three whole crowns; else zero."""
    short = (pl.col("remainder") % (3 * KORUNA) == 3 * KORUNA - 1) & (pl.col("unlimited") == 0)
    return pl.when(short).then(KORUNA).otherwise(0)


def _one_haler() -> pl.Expr:
    """Whether the peer takes one crown more in each third that is taken; of a third of nothing both may be."""
    more = pl.col("capacity_peer") - pl.col("capacity")
    thirds = [pl.col("capacity") == pl.col("third") + pl.col("unlimited"), pl.col("capacity") == pl.col("two_thirds")]
    return (_bump() > 0) & pl.any_horizontal(took & (more == n * KORUNA) for n, took in enumerate(thirds, start=1))


def _limit() -> pl.Expr:
    """The smallest third at which both take two thirds of a proven pensioner for the number of orders alone."""
    both = (pl.col("capacity") == pl.col("two_thirds")) & (pl.col("capacity_peer") == pl.col("two_thirds"))
    only_orders = ~pl.col("priority") & ~pl.col("debt_relief") & (pl.col("third") > 0)
    return pl.col("third").filter(both & only_orders & pl.col("proven")).min()


def report(cases: pl.DataFrame) -> int:
    """Print every class with its count, one example and the reason; return 1 if there are unexplained differences."""
    counts = dict(cases["class"].value_counts().iter_rows())
    print(f"{cases.height:,} cases, the same to the haléř: {counts.pop('same', 0):,}")
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        of_class = cases.filter(pl.col("class") == name)
        example = of_class.select(*QUESTION, *ANSWER, *(f"{name}_peer" for name in BOTH_ANSWER)).row(0, named=True)
        print(f"\n{name}: {count:,}\n  why: {CLASSES.get(name, 'NOT EXPLAINED')}")
        print(f"  example: {json.dumps(example, default=str)}")
    pensions = cases.filter(pl.col("class") == "pension")
    if pensions.height:
        codes, limit = sorted(pensions["own_pension"].unique()), cases.select(_limit()).item()
        alone = pensions.select(pl.col("third").max()).item()
        print(f"\npensions: {codes}; one third alone up to {alone} haléře, two from {limit}")
    return 1 if "unexplained" in counts else 0


def timing(peer: Peer, cases: pl.DataFrame, rounds: int, folder: Path) -> None:
    """Print the medians of one case, of a cold start with one case and of a million cases, the two taken in turns."""
    many = pl.concat([cases.select(*QUESTION)] * -(-MILLION // cases.height)).head(MILLION)
    many = many.with_columns(paid_on=pl.lit(TIMED[0]), wage_period=pl.lit(TIMED[1])).rechunk()
    source = folder / "million.csv"
    write_cases(many, source)
    ours(many.head(1))
    pairs = [(_seconds(lambda: ours(many)), json.loads(peer.run("time", str(source)))) for _ in range(rounds)]
    print("\n| workload | dluhy | openfisca-czechia | ratio |\n|---|---|---|---|")
    own, other = _middle(own for own, _ in pairs), _middle(found["all"] for _, found in pairs)
    _row("a million cases at once", f"{1 / own:.2f} M rows/s", f"{1 / other:.2f} M rows/s", own / other)
    own, other = _middle(_seconds(ours_one) for _ in range(200)), _middle(found["one"] for _, found in pairs)
    _row("one case, program running", f"{own * 1e3:.2f} ms", f"{other * 1e3:.2f} ms", own / other)
    own, other = _middle(_seconds(_cold) for _ in range(rounds)), _middle(_seconds(peer.cold) for _ in range(rounds))
    _row("one case, cold start", f"{own * 1e3:.0f} ms", f"{other * 1e3:.0f} ms", own / other)


def _cold() -> None:
    code = f"{inspect.getsource(ours_one)}\nours_one()"
    subprocess.run([sys.executable, "-c", code], check=True)


def _middle(spent: Iterable[float]) -> float:
    return statistics.median(spent)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _row(workload: str, own: str, other: str, ratio: float) -> None:
    print(f"| {workload} | {own} | {other} | {ratio:.2f} × |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
