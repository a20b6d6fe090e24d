"""The workloads, each run in a process of its own by `run.py`; prints its figures as JSON."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import rtoml

if TYPE_CHECKING:
    from collections.abc import Callable

    from dluhy.children.check import Checker

ROOT = Path(__file__).resolve().parents[1]
AS_OF = date(2026, 11, 21)
SEED = 11
DISTINCT = 100_000


def main() -> None:
    """Run the workload named on the command line."""
    name, *arguments = sys.argv[1:]
    tasks: dict[str, Callable[..., None]] = {
        "write-list": write_list,
        "check": check,
        "copy": copy,
        "write-book": write_book,
        "check-book": check_book,
        "copy-book": copy_book,
        "inside": inside,
        "one-file": one_file,
    }
    tasks[name](*arguments)


def write_list(row_count: str, target: str) -> None:
    """Write a shuffled list of invented people: the labelled generator's rows, repeated under new people.

    In a process of its own: a system may count the memory of the process that starts another as the other's peak.
    """
    rows = int(row_count)
    sys.path.insert(0, str(ROOT))
    from fixtures.generator import generate

    made = generate(min(rows, DISTINCT), SEED, ROOT / "fixtures" / "obce_karlovarsky.csv")
    money = ["principal", "increase", "interest", "penalty", "costs", "balance"]
    typed = made.drop("first_name", "last_name", "expected", "scenario").with_columns(
        pl.col(money).cast(pl.Decimal(14, 2)), pl.col("debt_kind", "fee_type", "enforcement_kind").cast(pl.Categorical)
    )
    copies = [typed.with_columns(pl.format("{}/{}", "person_id", pl.lit(n))) for n in range(-(-rows // typed.height))]
    pl.concat(copies).head(rows).sample(fraction=1, shuffle=True, seed=SEED).write_parquet(target)


def check(source: str, target: str) -> None:
    """The list check as the command runs it, timed from its first import on."""
    start = time.perf_counter()
    from dluhy.bulk.runner import check_parquet

    check_parquet(Path(source), Path(target), AS_OF)
    _say(time.perf_counter() - start)


def copy(source: str, target: str) -> None:
    """The floor: read the same columns and write as many as the result has, with nothing between."""
    start = time.perf_counter()
    columns = pl.scan_parquet(source).collect_schema().names()
    pl.scan_parquet(source).select(columns[:15]).sink_parquet(target)
    _say(time.perf_counter() - start)


def write_book(row_count: str, target: str) -> None:
    """Write a workbook as offices export them, of invented people."""
    sys.path.insert(0, str(ROOT))
    from fixtures.generator import generate, to_czech_table, write_xlsx

    write_xlsx(to_czech_table(generate(int(row_count), SEED, ROOT / "fixtures" / "obce_karlovarsky.csv")), Path(target))


def check_book(source: str, target: str) -> None:
    """The list check of a workbook into a workbook, as the command runs it."""
    start = time.perf_counter()
    from dluhy.commands.lists import Order, check_lists_command

    with redirect_stdout(sys.stderr):
        check_lists_command([Path(source)], Order(as_of=AS_OF, language="cs", out=Path(target)))
    _say(time.perf_counter() - start)


def copy_book(source: str, result: str, target: str) -> None:
    """The floor: read the list and write the sheets of the result as they are, with nothing between."""
    import fastexcel
    import xlsxwriter

    book = fastexcel.read_excel(result)
    sheets = {name: book.load_sheet(name).to_polars() for name in book.sheet_names}
    start = time.perf_counter()
    pl.read_excel(source, infer_schema_length=0)
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False}) as written:
        for name, frame in sheets.items():
            frame.write_excel(written, name)
    _say(time.perf_counter() - start)


def inside(name: str) -> None:
    """A short workload, repeated and timed inside one process against its floor."""
    workloads: dict[str, Callable[[], tuple[float, float]]] = {
        "pack": _pack,
        "one-row": _one_row,
        "batch": _batch,
        "case": _case,
        "deduction": _deduction,
        "deductions": lambda: _deductions(mixed=False),
        "deductions-mixed": lambda: _deductions(mixed=True),
        "household": _household,
        "net-wages": _net_wages,
        "assistance": _assistance,
        "indicators": _indicators,
        "index": _index,
        "index-file": _index_file,
    }
    sys.stdout.write(json.dumps(workloads[name]()))


def one_file() -> None:
    """One list of one row, from the first import to a written NDJSON."""
    from dluhy.commands.lists import Order, check_lists_command

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "seznam.csv"
        source.write_text("Kód osoby;Datum narození;Druh;Rok\nP1;1.1.2010;odpad;2018\n", encoding="utf-8")
        check_lists_command([source], Order(as_of=AS_OF, language="cs", out=Path(folder) / "v.ndjson"))


def _pack() -> tuple[float, float]:
    from dluhy.law import documents
    from dluhy.law.conditions import parse
    from dluhy.law.pack import default_path, load

    folder = default_path()
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.toml")]

    def anew() -> None:
        documents.forget()
        parse.cache_clear()
        load(folder)

    return _best(anew), _best(lambda: [rtoml.loads(text) for text in texts])


def _index() -> tuple[float, float]:
    """The index of every municipality against one sum over their columns."""
    import index

    with tempfile.TemporaryDirectory() as folder:
        return index.computing(index.invented_file(Path(folder) / "vstupy.csv"), index.YEAR)[:2]


def _index_file() -> tuple[float, float]:
    """The same from a file to a file, against reading and writing."""
    import index

    with tempfile.TemporaryDirectory() as folder:
        return index.from_file_to_file(index.invented_file(Path(folder) / "vstupy.csv"), index.YEAR, Path(folder))


def _household() -> tuple[float, float]:
    """One picture against judging the rows of the same case."""
    import household
    from dluhy.case import case_facts, read_case

    case = read_case(household.CASE).case
    judge = _checker().judge
    frame = case_facts(case, _checker().pack).frame
    return _best(household.picture), _best(lambda: judge(frame, case.as_of))


def _net_wages() -> tuple[float, float]:
    import household
    from dluhy.household.net_wage import net_wage_frame

    frame = household.wages()
    ours, floor = _best(lambda: net_wage_frame(frame)), _best(lambda: household.bare_wages(frame))
    return ours / frame.height, floor / frame.height


def _assistance() -> tuple[float, float]:
    import household
    from dluhy.household.social_assistance import social_assistance_frame

    frame = household.homes()
    ours = _best(lambda: social_assistance_frame(frame))
    return ours / frame.height, _best(lambda: household.bare_wages(household.wages())) / frame.height


def _indicators() -> tuple[float, float]:
    import household
    from dluhy.household.indicators import indicators
    from dluhy.law.pack import default_pack

    frame, pack = household.facts(), default_pack()
    ours = _best(lambda: indicators(frame, pack, household.MONTH))
    return ours / frame.height, _best(lambda: frame.with_columns(one=pl.sum_horizontal(pl.all()))) / frame.height


def _checker() -> Checker:
    from dluhy.children.check import checker

    return checker()


def _one_row() -> tuple[float, float]:
    judge, facts = _judge_and_facts(1)
    return _best(lambda: judge(facts)), _best(lambda: facts.with_columns(pl.lit(1).alias("one")))


def _batch() -> tuple[float, float]:
    judge, facts = _judge_and_facts(1_000)
    one = facts.head(1)
    return _best(lambda: judge(facts)) / facts.height, _best(lambda: judge(one))


def _case() -> tuple[float, float]:
    """A client's case from its bytes to a report in Czech, against judging its rows alone."""
    from dluhy.case import case_facts, parse_case
    from dluhy.children.check import checker
    from dluhy.report.screening import screening_report
    from dluhy.screening import screen_case

    content = (ROOT / "fixtures" / "pripady" / "dite_17_poplatky_jizdne.toml").read_bytes()
    checks = checker()
    rows = case_facts(parse_case(content), checks.pack).frame
    whole = _best(lambda: screening_report(screen_case(parse_case(content)), "cs"), times=10)
    return whole, _best(lambda: checks.judge(rows, AS_OF), times=10)


def _deduction() -> tuple[float, float]:
    import deductions

    return _best(deductions.one, times=2_000), _best(deductions.bare_one, times=2_000)


def _deductions(*, mixed: bool) -> tuple[float, float]:
    """Return seconds for a million, which are microseconds for one."""
    import deductions
    from dluhy.deductions import deduct_frame

    frame, month = deductions.payments(mixed=mixed), deductions.payments(mixed=False)
    return _best(lambda: deduct_frame(frame), times=9), _best(lambda: deductions.bare(month), times=9)


def _judge_and_facts(rows: int) -> tuple[Callable[[pl.DataFrame], pl.DataFrame], pl.DataFrame]:
    from dluhy.children.check import checker
    from dluhy.intake.lists import take_in

    checks = checker()
    facts = take_in(ROOT / "fixtures" / "seznam_ukazka.csv", checks.pack, AS_OF).facts
    facts = facts.filter(pl.col("debt_kind") == "local_fee_waste")
    enough = pl.concat([facts] * (rows // facts.height + 1)).head(rows)
    return (lambda frame: checks.judge(frame, AS_OF)), enough


def _best(work: Callable[[], object], times: int = 30) -> float:
    work()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return sorted(spent)[times // 2]


def _say(seconds: float) -> None:
    largest = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peak = largest / (1024 if sys.platform != "darwin" else 1024 * 1024)
    sys.stdout.write(json.dumps([seconds, peak]))


if __name__ == "__main__":
    main()
