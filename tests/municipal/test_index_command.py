"""`dluhy index`: what a clerk sees, exit statuses, nothing overwritten, nothing lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from dluhy.cli import main
from dluhy.law.pack import default_pack
from dluhy.municipal.index.computing import computed
from dluhy.places import exclusion
from dluhy.report.index import decimal, index_report
from dluhy.report.index_text import places_text

if TYPE_CHECKING:
    from pathlib import Path

NBSP = "\u00a0"
PACK = default_pack()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(capsys)


class Run:
    """Runs the command and keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Keep what reads the output."""
        self.capsys = capsys

    def __call__(self, *words: str | Path) -> tuple[int, str, str]:
        """Return the exit status and what was printed, with ordinary spaces."""
        with pytest.raises(SystemExit) as end:
            main(["index", *map(str, words)])
        told = self.capsys.readouterr()
        assert isinstance(end.value.code, int)
        return end.value.code, told.out.replace(NBSP, " "), told.err.replace(NBSP, " ")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    path = tmp_path / "vstupy.csv"
    exclusion.frame().drop("published").with_columns(
        own_school=pl.when("own_school").then(pl.lit("ano")).otherwise(pl.lit("ne"))
    ).write_csv(path, separator=";")
    return path


def test_without_a_file_the_shipped_regions_are_shown(run: Run) -> None:
    status, out, _ = run()
    assert status == 0
    assert "Obcí: 635." in out
    assert "561185    Staré Sedliště" in out
    assert "Karlovarský a Plzeňský kraj" in out


def test_one_place_is_told_with_points_band_moves_weakness_and_source(run: Run) -> None:
    status, out, _ = run("--municipality", "554961")
    assert status == 0
    for told in (
        "Karlovy Vary (554961), Karlovarský kraj, rok 2023", "13 z 30 – vysoký rozsah sociálního vyloučení",
        "4 411", "o 696 výplat za rok méně (v měsíčním průměru 58)", "počty 8 z 13 bodů", "sešit Index sociálního",
        "dávají 6 251 z 6 258",
    ):  # fmt: skip
        assert told in " ".join(out.split()), told
    assert max(map(len, out.splitlines())) <= 100


def test_a_borrowed_school_and_a_differing_published_value_are_told(run: Run) -> None:
    _, out, _ = run("--municipality", "559393")
    told = " ".join(out.split())
    assert "přebírá od obce Heřmanova Huť (558869)" in told
    assert "Zveřejněný index je 0, spočítaný 4. Příčinou bývá škola" in told


def test_english(run: Run) -> None:
    status, out, _ = run("--municipality", "560707", "--lang", "en")
    assert status == 0
    assert "high extent of social exclusion" in out
    assert "7 persons fewer" in " ".join(out.split())


def test_json_has_the_same_numbers(run: Run) -> None:
    _, out, _ = run("--municipality", "560707", "--json")
    (place,) = json.loads(out)["places"]
    assert (place["index"], place["band"], place["published"]) == (13, "high", 13)
    assert [d["points"] for d in place["dimensions"]] == [5, 0, 4, 4, 0]
    assert place["down"]["steps"][0]["units"] == -7


def _rows(path: Path, form: str) -> pl.DataFrame:
    if form == "xlsx":
        return pl.read_excel(path, sheet_name="Index").rename({"Kód obce": "code", "Index": "index"})
    if form == "csv":
        return pl.read_csv(path, separator=";", schema_overrides={"code": pl.String})
    return pl.read_ndjson(path) if form == "ndjson" else pl.read_parquet(path)


@pytest.mark.sweep(2)
@pytest.mark.parametrize("form", ["xlsx", "csv", "ndjson", "parquet"])
def test_every_form_of_result_holds_every_row_and_is_never_written_over(
    form: str, run: Run, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"index.{form}"
    status, _, told = run(inputs, "--year", "2023", "--out", out)
    assert (status, "Řádků 635: spočítáno 635, odmítnuto 0." in told) == (0, True)
    read = _rows(out, form)
    assert read.height == 635
    assert dict(read.select("code", "index").rows())["560600"] == 20
    assert json.loads((tmp_path / f"index.{form}.doklad.json").read_text(encoding="utf-8"))["rows_judged"] == 635
    before = out.read_bytes()
    assert run(inputs, "--year", "2023", "--out", out)[0] == 2
    assert out.read_bytes() == before


def test_a_result_is_replayed(inputs: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / "index.csv"
    run(inputs, "--year", "2023", "--out", out)
    with pytest.raises(SystemExit) as end:
        main(["replay", f"{out}.doklad.json", str(inputs)])
    assert end.value.code == 0


def test_the_same_workbook_every_time(inputs: Path, tmp_path: Path, run: Run) -> None:
    one, other = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (one, other):
        run(inputs, "--year", "2023", "--municipality", "554481", "554499", "--out", path)
    assert one.read_bytes() == other.read_bytes()
    assert pl.read_excel(one, sheet_name="Co posune pásmo").height == 2


def test_rejected_rows_are_told_kept_beside_and_give_status_1(run: Run, inputs: Path, tmp_path: Path) -> None:
    text = inputs.read_text(encoding="utf-8") + "554499;1;1;0;0;0;0;;;;\n999999;1;1;0;0;0;0;;;;\n"
    inputs.write_text(text, encoding="utf-8")
    out = tmp_path / "index.csv"
    status, _, told = run(inputs, "--year", "2023", "--out", out)
    assert status == 1
    assert "Řádků 637: spočítáno 634, odmítnuto 3." in told
    kept = pl.read_csv(tmp_path / "index.csv.odmitnute.csv", separator=";")
    assert kept["code"].to_list() == ["duplicate", "duplicate", "unknown_code"]
    book = tmp_path / "index.xlsx"
    run(inputs, "--year", "2023", "--out", book)
    assert pl.read_excel(book, sheet_name="Odmítnuté řádky").height == 3


@pytest.mark.parametrize("words", [
    ("--year", "2025"), ("--year", "2022"), ("--municipality", "000000"), ("neni.csv", "--year", "2023"),
    ("--out", "x.docx"), ("--history", "--municipality", "554481"),
])  # fmt: skip
def test_what_cannot_be_done_is_told_with_status_2(words: tuple[str, ...], run: Run) -> None:
    status, out, told = run(*words)
    assert (status, out) == (2, "")
    assert told
    assert "Traceback" not in told


def test_errors_as_json(run: Run) -> None:
    status, out, _ = run("--year", "2026", "--json")
    assert status == 2
    assert [error["code"] for error in json.loads(out)["errors"]] == ["index_year"]
    status, out, _ = run("--json", "--out", "x.csv")
    assert (status, json.loads(out)["errors"][0]["code"]) == (2, "json_or_out")


def test_a_partial_index_is_labelled_as_unofficial(run: Run) -> None:
    status, out, _ = run("--partial", "--municipality", "554481")
    told = " ".join(out.split())
    assert status == 0
    assert "Částečný index (neoficiální, bez pásem): 7 z 18." in told
    assert "Agentura nevydává" in told
    assert "pásma, proto není co posouvat" in told


def test_the_history_shows_the_misprint_of_2020(run: Run) -> None:
    status, out, _ = run("--history")
    assert status == 0
    assert "3 526*" in out
    assert "3 326" in out
    assert "578*" in out
    cells = json.loads(run("--history", "--json")[1])
    assert {"year": 2020, "printed": 3326}.items() <= next(c for c in cells if c["printed"]).items()


def test_another_year_is_marked_to_be_verified(run: Run, inputs: Path, tmp_path: Path) -> None:
    sums = tmp_path / "soucty.csv"
    table = PACK.tables["exclusion_index_sums"]
    rows = [
        {"area": area.upper(), **dict(zip(table.columns, row, strict=True))}
        for area, row in table.period[0].row.items()
    ]
    pl.DataFrame(rows).write_csv(sums)
    status, out, _ = run(inputs, "--year", "2022", "--sums", sums, "--municipality", "554481")
    assert status == 0
    assert "pro rok 2022 jsou k ověření" in " ".join(out.split())
    assert run(inputs, "--year", "2022")[0] == 2


def test_a_number_beside_a_threshold_never_reads_as_the_threshold() -> None:
    from fractions import Fraction

    limit = Fraction(18)
    assert decimal(limit, [limit]) == "18.00"
    assert decimal(Fraction(179_996, 10_000), [limit]) == "17.9996"
    assert decimal(limit - Fraction(1, 10**9), [limit]) == "17.999999999"
    assert decimal(Fraction(1, 3), [limit]) == "0.33"


def test_a_rejected_row_is_told_also_where_its_region_cannot_be_summed_without_it(run: Run, inputs: Path) -> None:
    """The missing sums and the reason of the row that is missing in them stand together."""
    text = inputs.read_text(encoding="utf-8").replace("554481;", "55448;", 1)
    inputs.write_text(text, encoding="utf-8")
    status, _, told = run(inputs, "--year", "2022")
    assert status == 2
    assert "[reference_missing]" in told
    assert "[bad_code]" in told


def test_inputs_unlike_the_publishers_are_not_blamed_on_a_school(run: Run, inputs: Path) -> None:
    frame = pl.read_csv(inputs, separator=";", schema_overrides={"code": pl.String, "school": pl.String})
    frame.with_columns(exe=pl.when(pl.col("code") != "554481").then("exe").otherwise(0)).write_csv(
        inputs, separator=";"
    )
    _, out, _ = run(inputs, "--year", "2023", "--municipality", "554481")
    assert "Vstupy jsou zřejmě jiné" in " ".join(out.split())


def test_what_is_unknown_is_told_with_bounds_and_what_is_missing() -> None:
    frame = exclusion.frame().with_columns(exe=pl.when(pl.col("code") != "554481").then("exe"))
    found = computed(frame, 2023, PACK)
    told = " ".join(places_text(index_report(found, PACK, "cs", ["554481"])).replace(NBSP, " ").split())
    assert "od 10 do 16 z 30" in told
    assert "pásmo není rozhodnuto: 8–11, 12–30" in told
    assert "Co chybí: osoby v exekuci." in told
    assert "nejde říci, dokud" in told
