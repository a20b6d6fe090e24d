"""Net wages against openfisca-czechia: a grid of cases compared to the haléř, differences explained.

The peer runs as a program of its own in an environment of its own (`benchmarks/peer/README.md`). The exit status is 1
if a difference belongs to no explained class.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import polars as pl
from deductions_peer import HERE, ROOT, Peer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.household.net_wage import Earner

CASE: Final = (
    "month", "gross_1", "kind_1", "gross_2", "kind_2", "one_employer", "declared", "children", "children_ztp_p",
    "invalidity", "ztp_p", "state",
)  # fmt: skip
ANSWER: Final = ("social", "health", "health_top_up", "advance", "withholding", "bonus", "net", "self_paid")
KINDS: Final = ("employment", "agreement_perform_job", "agreement_work_activity")
EMPLOYMENT, PERFORM_JOB, ACTIVITY = range(len(KINDS))
YEARS: Final = (2022, 2028)
"""The years asked of both, first and last."""
KORUNA: Final = 100
HIGHEST: Final = 250_000
STEP: Final = 500
MOST_CHILDREN: Final = 4
EDGES: Final = (
    0, 1, 50, 99, 100, 101, 4_499, 4_500, 4_501, 11_199, 11_200, 11_201, 11_999, 12_000, 12_001, 17_133, 17_134,
    22_399, 22_400, 22_401, 25_912, 25_913, 146_900, 146_901, 146_902, 195_868, 195_869,
)  # fmt: skip
"""Gross wages at which something changes in the years both know, in crowns; for the draw only."""
MINIMUM_WAGE: Final = 22_400 * KORUNA
HIGH_FROM: Final = 146_901 * KORUNA
MOST_WITHHELD: Final = 675 * KORUNA
"""15 % of the decisive income of 4,500 Kč."""
MOST_HIGH: Final = 360 * KORUNA
"""The 8 points between the two rates of it."""
LEAST_BONUS: Final = 50 * KORUNA
OUTSIDE_ROWS: Final = 300
"""Cases of a year that only one of the two knows."""

REASONS: Final = {
    "haler_first": "contributions are rounded up from what the rate exactly gives (589/1992 § 7 odst. 3, 592/1992 "
    "§ 2 odst. 2); the peer takes less than a haléř above a whole crown for nothing, one crown less",
    "health_added_up": "health insurance is taken from the sum of the insured incomes at an employer (592/1992 "
    "§ 3 odst. 1, 48/1997 § 2 odst. 3) and rounded once; the peer rounds it for each contract, one crown more",
    "low_wage_withholding": "without a declaration every income that does not reach the decisive amount at the payer "
    "is taxed by withholding (586/1992 § 6 odst. 4 písm. b)), an employment too, and all contracts but agreements to "
    "perform a job are added up; the peer knows it for each kind of agreement apart, never for an employment",
    "withheld_added_up": "withholding tax is taken from the sum of the incomes at an employer that are a tax base of "
    "their own (586/1992 § 6 odst. 4, § 36 odst. 3) and rounded once; the peer rounds each contract down",
    "bonus_set_off": "the payer with the declaration pays the bonus, another payer still deducts his advance "
    "(586/1992 § 35d odst. 4, § 38h odst. 5); the peer sets the one off against the other, so that its net wage is "
    "higher and its bonus lower by as much",
    "fourth_child": "the relief for the third child holds for each further one, doubled for the ZTP/P card (586/1992 "
    "§ 35c odst. 1, 7); of four children of whom one has the card the peer counts three and no card",
    "no_income": "an employment without income (unpaid leave) still owes the minimum base (592/1992 § 3 odst. 4, 10); "
    "the peer takes it for no employment and its holder for a self-payer",
    "only_dluhy": "the peer's parameters begin on 1 January 2026",
    "only_peer": "the minimum wage of 2027 is 24,900 Kč (171/2026), the other amounts of 2027 are not announced: dluhy "
    "refuses the year, the peer carries the amounts of 2026 on",
}
"""Why the two differ; a case may differ for several reasons."""
UNEXPLAINED: Final = "unexplained"


class NetWagePeer(Peer):
    """The peer's program in its own environment, asked about net wages."""

    def run(self, *arguments: str) -> str:
        """Run the driver, with nothing of this project on its path; return what it printed."""
        command = [str(self.python), "-I", str(HERE / "peer" / "net_wage_driver.py"), *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

    def answers(self, cases: pl.DataFrame, folder: Path) -> pl.DataFrame:
        """Return its answers in haléře, row by row; null for a year it does not know."""
        source, target = folder / "cases.csv", folder / "answers.csv"
        cases.select(CASE).write_csv(source)
        self.run("ask", str(source), str(target))
        found = pl.read_csv(target, schema=dict.fromkeys(("answered", *ANSWER), pl.Int64))
        known = pl.col("answered") == 1
        told = found.with_columns(
            health=pl.col("health") - pl.col("health_top_up"),  # the peer's health insurance includes the top-up
            advance=pl.col("advance").clip(lower_bound=0),  # the peer's advance below zero is the bonus
            self_paid=(pl.col("self_paid") > 0).cast(pl.Int64),
        )
        return told.select(pl.when(known).then(pl.col(name)).alias(f"{name}_peer") for name in ANSWER)


def main() -> int:
    """Compare; return 1 if a difference is not explained (or the peer cannot be installed)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=ROOT / ".peer", help="the peer's environment, made if absent")
    parser.add_argument("--drawn", type=int, default=15_000, help="random cases beside the grid")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    peer = NetWagePeer(options.home)
    with tempfile.TemporaryDirectory() as folder:
        return report(compared(peer, options.drawn, Random(options.seed), Path(folder)))


def compared(peer: NetWagePeer, drawn: int, dice: Random, folder: Path) -> pl.DataFrame:
    """Return the cases of all years with both answers (`_peer`) and the class of their difference."""
    ours = [year for year in range(YEARS[0], YEARS[1] + 1) if _known(year)]
    theirs: list[int] = json.loads(peer.run("years", *map(str, YEARS)))["years"]
    parts = []
    for year in sorted({*ours, *theirs}):
        both = year in ours and year in theirs
        rows = [*grid(dice, year), *draw(drawn, dice, year)] if both else list(draw(OUTSIDE_ROWS, dice, year))
        cases = pl.DataFrame(rows, schema=dict.fromkeys(CASE, pl.Int64), orient="row")
        found = answered(cases) if year in ours else _nothing(cases.height)
        only = None if both else "only_dluhy" if year in ours else "only_peer"
        told = peer.answers(cases, folder)
        parts.append(pl.concat([cases, found, told], how="horizontal").with_columns(only=pl.lit(only, pl.String)))
    return classified(pl.concat(parts))


def grid(dice: Random, year: int) -> Iterator[tuple[int, ...]]:
    """Yield every gross to the highest by the step and every edge, for each kind, declaration and set of children.

    Invalidity, the ZTP/P card and who pays health insurance are drawn.
    """
    for crowns in (*range(0, HIGHEST + 1, STEP), *EDGES):
        for kind in range(len(KINDS)):
            for declared in (0, 1):
                for children, cards in _families():
                    facts = _facts(dice)
                    yield _month(dice, year), crowns * KORUNA, kind, 0, 0, 1, declared, children, cards, *facts


def draw(count: int, dice: Random, year: int) -> Iterator[tuple[int, ...]]:
    """Yield random cases: any crown, sums near the edges, and every other one with a second contract."""
    families = list(_families())
    for number in range(count):
        second = (_gross(dice), dice.randrange(len(KINDS)), dice.randrange(2)) if number % 2 else (0, 0, 1)
        declared = dice.randrange(3 if number % 2 else 2)
        first = _gross(dice), dice.randrange(len(KINDS))
        yield _month(dice, year), *first, *second, declared, *dice.choice(families), *_facts(dice)


def _families() -> Iterator[tuple[int, int]]:
    for children in range(MOST_CHILDREN + 1):
        for cards in range(children + 1):
            yield children, cards


def _facts(dice: Random) -> tuple[int, int, int]:
    return dice.choice((0, 0, 1, 2, 3)), dice.choice((0, 0, 1)), dice.randrange(2)


def _gross(dice: Random) -> int:
    near = max(dice.choice(EDGES) + dice.randrange(-3, 4), 1)
    return (
        dice.choice((dice.randrange(1, HIGHEST), dice.randrange(1, 40_000), dice.randrange(1, 15_000), near)) * KORUNA
    )


def _month(dice: Random, year: int) -> int:
    return year * 100 + dice.randrange(1, 13)


def answered(cases: pl.DataFrame) -> pl.DataFrame:
    """Return dluhy's answers row by row: the sums of all lines."""
    from dluhy.household.net_wage import net_wage

    rows = []
    for case in cases.iter_rows(named=True):
        found = net_wage(_earner(case))
        sums = [sum(getattr(line, name) for line in found.lines) for name in ANSWER[:5]]
        rows.append((*sums, found.bonus, found.net, int(bool(found.self_paid_health))))
    return pl.DataFrame(rows, schema=dict.fromkeys(ANSWER, pl.Int64), orient="row")


def _earner(case: dict[str, int]) -> Earner:
    from dluhy.household.net_wage import ChildRelief, Earner, Wage

    second = "A" if case["one_employer"] else "B"
    signed = (None, "A", second)[case["declared"]]
    contracts = [("A", case["gross_1"], case["kind_1"])]
    contracts += [(second, case["gross_2"], case["kind_2"])] if case["gross_2"] else []
    plain = case["children"] - case["children_ztp_p"]
    return Earner(
        month=date(case["month"] // 100, case["month"] % 100, 1),
        wages=tuple(
            Wage(employer=name, gross=gross, kind=KINDS[kind], declaration=name == signed)
            for name, gross, kind in contracts
        ),
        relief_children=tuple(ChildRelief(order=n + 1, ztp_p=n >= plain) for n in range(case["children"])),
        invalidity=case["invalidity"],
        ztp_p=case["ztp_p"] == 1,
        state_insured=case["state"] == 1,
        working_pensioner=False,
        self_employed=False,
    )


def _known(year: int) -> bool:
    from dluhy.household.net_wage import Earner, net_wage
    from dluhy.problems import HorizonError

    try:
        net_wage(Earner(month=date(year, 1, 1), wages=()))
    except HorizonError:
        return False
    return True


def _nothing(height: int) -> pl.DataFrame:
    return pl.DataFrame({name: pl.Series([None] * height, dtype=pl.Int64) for name in ANSWER})


def classified(cases: pl.DataFrame) -> pl.DataFrame:
    """Add `reasons`: none where all is the same, names of REASONS, or unexplained."""
    refusing = pl.when(pl.col("only") == "only_peer").then("net").otherwise("net_peer")
    helped = cases.with_columns(tax_ours=_tax(""), tax_peer=_tax("_peer"))
    tests = _tests(_worth_of_fourth(helped))
    helped = helped.with_columns(test.fill_null(value=False).alias(f"is_{name}") for name, test in tests.items())
    columns = {
        "social": ("haler_first",), "health": ("haler_first", "health_added_up"),
        "health_top_up": ("no_income", "haler_first"), "self_paid": ("no_income",),
    }  # fmt: skip
    tax = ("low_wage_withholding", "bonus_set_off", "fourth_child")
    columns |= dict.fromkeys(("advance", "bonus"), tax) | {"withholding": ("withheld_added_up", *tax)}
    explained = [_alike(name) | pl.any_horizontal(f"is_{name}_{why}" for why in whys) for name, whys in columns.items()]
    return helped.with_columns(reasons=_reasons(columns, pl.all_horizontal(explained) & _net_follows(), refusing))


def _reasons(columns: dict[str, tuple[str, ...]], explained: pl.Expr, refusing: pl.Expr) -> pl.Expr:
    named = [
        pl.when(
            pl.any_horizontal(~_alike(name) & pl.col(f"is_{name}_{why}") for name in columns if why in columns[name])
        ).then(pl.lit(why))
        for why in dict.fromkeys(why for whys in columns.values() for why in whys)
    ]
    outside = pl.when(refusing.is_null()).then(pl.col("only")).otherwise(pl.lit(UNEXPLAINED))
    inside = pl.when(explained).then(pl.concat_list(named).list.drop_nulls())
    return (
        pl.when(pl.col("only").is_null())
        .then(inside.otherwise(pl.lit([UNEXPLAINED])))
        .otherwise(pl.concat_list(outside))
    )


def _tests(fourth: pl.Expr) -> dict[str, pl.Expr]:
    """Return, by column and reason, whether the difference of a column is of the size that the reason makes."""
    two = (pl.col("one_employer") == 1) & (pl.col("gross_2") > 0)
    idle = (pl.col("gross_1") == 0) & (pl.col("kind_1") == EMPLOYMENT) & (pl.col("gross_2") == 0)
    idle &= pl.col("health_top_up_peer") == 0
    bases = (pl.col("gross_1"), pl.col("gross_2"), pl.col("gross_1") + pl.col("gross_2"))
    missing = pl.any_horizontal(_tiny_of(MINIMUM_WAGE - base, 135) == 1 for base in bases)
    tests = {
        "social_haler_first": _less("social").is_between(1, _tiny("gross_1", 71) + _tiny("gross_2", 71)),
        "health_haler_first": _less("health").is_between(1, _tiny("gross_1", 45) + _tiny("gross_2", 45)),
        "health_health_added_up": two & (_less("health") == -1),
        "health_top_up_haler_first": (_less("health_top_up") == 1) & missing,
        "health_top_up_no_income": idle,
        "self_paid_no_income": idle,
        "withholding_withheld_added_up": two & (_less("withholding") == 1),
    }
    of_tax = {"low_wage_withholding": _low_wage(), "bonus_set_off": _set_off(fourth), "fourth_child": fourth}
    return tests | {
        f"{name}_{why}": test for name in ("advance", "withholding", "bonus") for why, test in of_tax.items()
    }


def _alike(name: str) -> pl.Expr:
    return pl.col(name) == pl.col(f"{name}_peer")


def _less(name: str) -> pl.Expr:
    """Return by how many crowns the peer is lower."""
    return (pl.col(name) - pl.col(f"{name}_peer")) / KORUNA


def _tiny(gross: str, thousandths: int) -> pl.Expr:
    return _tiny_of(pl.col(gross), thousandths)


def _tiny_of(amount: pl.Expr, thousandths: int) -> pl.Expr:
    """Return 1 where a part of an amount is a whole crown and at most half a haléř."""
    return (amount // KORUNA * thousandths % 1000).is_between(1, 5).cast(pl.Int64)


def _tax(suffix: str) -> pl.Expr:
    return sum((pl.col(f"{name}{suffix}") for name in ("advance", "withholding")), start=pl.lit(0)) - pl.col(
        f"bonus{suffix}"
    )


def _net_follows() -> pl.Expr:
    """Whether the net wages differ by what is taken off them."""
    taken = ("social", "health", "health_top_up", "advance", "withholding")
    more = pl.sum_horizontal(pl.col(name) - pl.col(f"{name}_peer") for name in taken)
    return more == pl.col("net_peer") - pl.col("net")


def _low_wage() -> pl.Expr:
    """Whether a low income without the declaration is taxed the other way, at one employer or both."""
    undeclared = (pl.col("declared") == 0) | (pl.col("one_employer") == 0)
    firsts = [(pl.col(f"kind_{n}") != PERFORM_JOB) & (pl.col(f"gross_{n}") > 0) for n in (1, 2)]
    moved = (pl.col("withholding") - pl.col("withholding_peer")).abs() <= 2 * MOST_WITHHELD
    return undeclared & pl.any_horizontal(firsts) & moved & _same_tax(0)


def _set_off(fourth: pl.Expr) -> pl.Expr:
    """Whether the peer takes less and pays as much less of the bonus; of a rest of less than 50 Kč it pays nothing."""
    apart = (pl.col("one_employer") == 0) & (pl.col("declared") > 0) & (pl.col("bonus") > 0)
    less = pl.col("tax_ours") + pl.col("bonus") - pl.col("tax_peer") - pl.col("bonus_peer")
    rest = pl.when(pl.col("bonus_peer") == 0).then(LEAST_BONUS).otherwise(0)
    return apart & (less > 0) & (_same_tax(rest) | fourth)


def _same_tax(more: pl.Expr | int) -> pl.Expr:
    """Whether tax less bonus is the same, but for what withholding at other bases and rates makes, and `more`.

    The base of the advance is rounded up to hundreds and the tax up, that of withholding down: less than 17 Kč at each
    employer. Above the threshold of the higher rate the income apart is not taxed by it.
    """
    high = pl.when(pl.col("gross_1") + pl.col("gross_2") > HIGH_FROM).then(MOST_HIGH).otherwise(0)
    return (pl.col("tax_ours") - pl.col("tax_peer")).abs() <= 2 * 17 * KORUNA + high + more


def _worth_of_fourth(cases: pl.DataFrame) -> pl.Expr:
    """Whether the peer's relief lacks the fourth child and the doubling: as much as in plain cases of the same grid."""
    four = (pl.col("children") == MOST_CHILDREN) & (pl.col("children_ztp_p") == 1) & (pl.col("declared") > 0)
    more = pl.col("tax_peer") - pl.col("tax_ours")
    plain = four & (pl.col("gross_2") == 0) & pl.col("only").is_null() & _alike("advance") & (pl.col("bonus_peer") > 0)
    worth = cases.filter(plain).select(more.unique()).to_series().to_list()
    return four & more.is_between(1, worth[0] + LEAST_BONUS if len(worth) == 1 else 0)


def report(cases: pl.DataFrame) -> int:
    """Print every reason with its count and one example; return 1 if there are unexplained differences."""
    shared = cases.filter(pl.col("only").is_null())
    same = (shared["reasons"].list.len() == 0).sum()
    print(f"{shared.height:,} cases of years both know; the same to the haléř: {same:,}")
    counts = dict(cases["reasons"].explode(empty_as_null=False).value_counts().iter_rows())
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        example = cases.filter(pl.col("reasons").list.contains(name)).select(
            *CASE, *ANSWER, *(f"{n}_peer" for n in ANSWER)
        )
        print(f"\n{name}: {count:,}\n  why: {REASONS.get(name, 'NOT EXPLAINED')}")
        print(f"  example: {json.dumps(example.row(0, named=True))}")
    return 1 if UNEXPLAINED in counts else 0


if __name__ == "__main__":
    sys.exit(main())
