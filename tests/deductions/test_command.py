"""`dluhy deduct` as people run it: documents, options, lists, amounts, schema; statuses, languages, no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.commands import dluhy

from dluhy.cli import main
from dluhy.commands.deducting_options import Facts, document_of
from dluhy.deductions.cells import CellError, read_day, read_money, read_month, read_whole, read_yes_no
from dluhy.deductions.frame_columns import COLUMNS
from dluhy.deductions.frames import deduct_frame
from dluhy.deductions.listed import read_payments
from dluhy.deductions.schema import schema_text
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

PACK = default_pack()
ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures" / "srazky"
ONE = FIXTURES / "jeden_platce.toml"
LIST = FIXTURES / "srazky.csv"


def test_a_document_is_told_in_czech_and_in_english() -> None:
    done = dluhy("deduct", ONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Krátce: Z čistého příjmu 26 400 Kč se srazí 4 784 Kč." in done.stdout.replace("\u00a0", " ")
    assert "Vstupy:" not in done.stdout
    english = dluhy("deduct", ONE, "--lang", "en", "--trace")
    assert english.returncode == 0
    assert "In short: " in english.stdout
    assert "Inputs: " in english.stdout


def test_a_document_comes_from_standard_input_as_well() -> None:
    done = dluhy("deduct", "-", "--json", given=ONE.read_bytes())
    report = json.loads(done.stdout)
    assert (done.returncode, report["deducted"]) == (0, "4784.00")
    assert report["receipt"]["input_sha256"] == sha256(ONE.read_bytes()).hexdigest()


def test_a_result_is_written_once_never_over_and_can_be_computed_again(tmp_path: Path) -> None:
    result = tmp_path / "vysledek.json"
    assert dluhy("deduct", ONE, "--json", "--lang", "en", "--out", result).returncode == 0
    again = dluhy("deduct", ONE, "--json", "--out", result)
    assert again.returncode == 2
    assert "[output]" in again.stderr
    same = dluhy("replay", result, ONE)
    assert (same.returncode, same.stderr) == (0, "")
    other = dluhy("replay", result, FIXTURES / "vyzivne.toml")
    assert other.returncode == 2
    assert "[other_input]" in other.stderr


def test_a_result_that_was_changed_differs_when_computed_again(tmp_path: Path) -> None:
    result = tmp_path / "vysledek.json"
    assert dluhy("deduct", ONE, "--json", "--out", result).returncode == 0
    changed = result.read_text(encoding="utf-8").replace('"left": "21616.00"', '"left": "21617.00"')
    result.write_text(changed, encoding="utf-8")
    done = dluhy("replay", result, ONE)
    assert done.returncode == 1


def test_payslips_are_checked_by_the_same_command(tmp_path: Path) -> None:
    result = tmp_path / "pasky.json"
    done = dluhy("deduct", FIXTURES / "pasky_sklad.toml", "--json", "--out", result)
    assert done.returncode == 0
    assert "months" in json.loads(result.read_text(encoding="utf-8"))
    assert dluhy("replay", result, FIXTURES / "pasky_sklad.toml").returncode == 0


def test_options_are_a_document_of_their_own() -> None:
    done = dluhy("deduct", "--net", "26 400,50", "--paid-on", "12. 5. 2026", "--dependants", "1", "--not-married",
                 "--claim", "loan", "--claim", "tax_or_fee:5000", "--json")  # fmt: skip
    report = json.loads(done.stdout)
    assert (done.returncode, report["net"], report["wage_period"]) == (0, "26400.50", "2026-04")
    assert (report["thirds"], report["deducted"], len(report["allocations"])) == (2, "5848.00", 2)
    written = (
        b'{"claims":[{"kind":"loan"},{"balance":"5000.00","kind":"tax_or_fee"}],"dependants":1,"net":"26400.50",'
        b'"paid_on":"2026-05-12","spouse":{"married":false}}'
    )
    assert report["receipt"]["input_sha256"] == sha256(written).hexdigest()


@pytest.mark.parametrize(
    ("options", "claims"),
    [
        ({}, None),
        ({"orders": 0}, []),
        ({"orders": 2}, [{}, {}]),
        ({"priority": True}, [{"priority": True}]),
        ({"priority": True, "orders": 2}, [{"priority": True}, {}]),
        ({"claim": ("loan", "fine: 1 200,50 Kč")}, [{"kind": "loan"}, {"kind": "fine", "balance": "1200.50"}]),
    ],
    ids=str,
)
def test_options_name_claims_known_and_unknown(options: dict[str, Any], claims: list[dict[str, Any]] | None) -> None:
    document = json.loads(document_of(Facts(net="1", **options), date(2026, 5, 12)).data)
    assert document.get("claims") == claims


def test_an_absent_pay_day_is_today() -> None:
    document = json.loads(document_of(Facts(net="26400"), date(2026, 5, 12)).data)
    assert document == {"paid_on": "2026-05-12", "net": "26400.00"}


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ([], ["net_needed"]),
        ([ONE, "--net", "5"], ["file_or_options"]),
        ([ONE, "--json", "--trace"], ["trace"]),
        ([LIST, "--trace"], ["trace"]),
        (["--net", "26.400", "--paid-on", "2026-13-01", "--claim", "loan:x", "--orders", "101"],
         ["bad_day", "ambiguous_money", "bad_money", "out_of_range"]),
        (["--net", "5", "--paid-on", "2026-05-12", "--claim", "odpad", "--own-pension", "x"],
         ["not_in_list", "not_in_list"]),
        (["--net", "5", "--paid-on", "2026-05-12", "--claim", "loan", "--claim", "fine", "--orders", "1"],
         ["too_few_orders"]),
        (["--net", "5", "--paid-on", "2024-05-12"], ["wage_period_needed"]),
        (["--net", "5", "--paid-on", "2027-01-12"], ["past_horizon"]),
        (["--amounts", "--as-of", "2027-01-12"], ["past_horizon"]),
        ([FIXTURES / "neni.json"], ["file"]),
        ([FIXTURES / "neni.csv"], ["file"]),
        ([FIXTURES], ["file"]),
        ([LIST, "--out", "vysledek.xlsx"], ["output_format"]),
        ([LIST, "--out", LIST], ["output_same"]),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("language", ["cs", "en"])
def test_wrong_commands_are_told_in_the_language_asked(
    arguments: list[str | Path], codes: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["deduct", *map(str, arguments), "--lang", language])
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (2, "")
    assert [line.rpartition("[")[2].rstrip("]") for line in err.splitlines()[1:]] == codes
    assert err.startswith("Srážky nelze spočítat:" if language == "cs" else "The deductions cannot be")


def test_what_is_wrong_with_an_option_names_the_option() -> None:
    done = dluhy("deduct", "--net", "5", "--paid-on", "2026-05-12", "--dependants", "99", "--wage-period", "2026-06")
    assert done.returncode == 2
    assert "  --dependants: " in done.stderr


def test_the_schema_and_the_amounts_are_printed() -> None:
    assert dluhy("deduct", "--schema").stdout == schema_text(PACK)
    done = dluhy("deduct", "--amounts", "--as-of", "2022-11-01", "--json")
    assert [each["key"] for each in json.loads(done.stdout)] == ["2022d"]
    english = dluhy("deduct", "--amounts", "--lang", "en")
    assert (english.returncode, english.stdout.splitlines()[0]) == (0, "Amounts for deductions from wages (CZK)")


def test_the_shipped_list_gives_a_row_for_each_row_in_its_order() -> None:
    done = dluhy("deduct", LIST)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["row"] for row in rows] == list(range(2, 22))
    assert [row["ref"] for row in rows] == [f"z{number:03d}" for number in range(1, 21)]
    found = {row["ref"]: (row["base"], row["deducted"], row["left"]) for row in rows}
    assert found["z001"] == ("17627.00", "2924.00", "23476.00")
    assert found["z004"] == ("14102.00", "27391.00", "24609.00")
    assert found["z016"][0] == "28204.00"  # each part rounded: a crown more
    assert json.loads(done.stderr[done.stderr.index("{") :])["rows_judged"] == 20


def test_a_list_becomes_a_file_with_its_receipt_beside_and_is_computed_again(tmp_path: Path) -> None:
    for form in ("csv", "ndjson", "parquet"):
        result = tmp_path / f"vysledek.{form}"
        assert dluhy("deduct", LIST, "--out", result).returncode == 0
    receipt = tmp_path / "vysledek.parquet.doklad.json"
    assert dluhy("replay", receipt, LIST).returncode == 0
    parquet = pl.read_parquet(tmp_path / "vysledek.parquet")
    texts = pl.read_csv(tmp_path / "vysledek.csv", separator=";", infer_schema=False)
    assert parquet["left"].dtype == pl.Int64()
    assert parquet["left"].to_list() == [round(float(text) * 100) for text in texts["left"]]
    lines = (tmp_path / "vysledek.ndjson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["left"] for line in lines] == texts["left"].to_list()


def test_a_reader_that_has_seen_enough_ends_a_list_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "dlouhy.csv"
    path.write_text("paid_on;net\n" + "2026-05-12;26400\n" * 5_000, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-m", "dluhy", "deduct", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stdout.read(10)
        run.stdout.close()
        told = run.stderr.read()
    assert b"Traceback" not in told
    assert run.returncode == 0


BAD = """ref;paid_on;wage_period;net;dependants;spouse_married;spouse_counts;own_pension;poznamka
a;2026-05-12;2026-04;26400.00;1;ne;;;x
b;12. 5. 2026;4/2026;26.400;31;možná;;;x
c;2024-05-12;;26400;;;;;x
d;2027-05-12;2027-04;26400;;;;;x
e;2026-05-12;2026-04;26400;;ne;ano;;x
9001011239;2026-05-12;;;;;;zzz;x
g;2026-05-12;2026-04;26 400,50;;;;;x;navíc
h;2026-05-12;2026-04;26 400,50 Kč;0;ne;;none;x
"""
REASONS = [
    (3, "net", "ambiguous_money"), (3, "dependants", "out_of_range"), (3, "spouse_married", "bad_yes_no"),
    (4, "wage_period", "wage_period_needed"), (5, "paid_on", "past_horizon"),
    (6, "spouse_counts", "spouse_contradiction"), (7, "ref", "birth_number_in_reference"),
    (7, "own_pension", "not_in_list"), (7, "net", "missing"), (8, "", "too_many_cells"),
]  # fmt: skip


def test_rows_that_cannot_be_used_are_told_with_all_their_reasons_and_the_others_computed(tmp_path: Path) -> None:
    path = tmp_path / "seznam.csv"
    path.write_text(BAD, encoding="utf-8")
    done = dluhy("deduct", path)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [(row["row"], row["ref"]) for row in rows] == [(2, "a"), (9, "h")]
    told = done.stderr
    assert all(f"[{code}]" in told for _, _, code in REASONS)
    assert "Nepoužité sloupce: poznamka" in told
    assert "9001011239" not in told
    assert json.loads(told[told.index("{") :])["rows_rejected"] == 6
    assert "řádek 3, net: " in told
    assert "row 3, net: " in dluhy("deduct", path, "--lang", "en").stderr


def test_every_rejected_cell_has_its_row_column_and_code(tmp_path: Path) -> None:
    path = tmp_path / "seznam.csv"
    path.write_text(BAD, encoding="utf-8")
    listed = read_payments(path, PACK)
    assert sorted(listed.rejected.select("row", "column", "code").rows()) == sorted(REASONS)
    assert listed.frame.height + listed.rows_rejected == 8


def frame() -> pl.DataFrame:
    """Return the shipped list as typed columns, as a Parquet list holds it."""
    return read_payments(LIST, PACK).frame.drop("row")


def test_the_three_forms_of_one_list_give_the_same_result(tmp_path: Path) -> None:
    table = frame()
    table.write_parquet(tmp_path / "a.parquet")
    commas = pl.read_csv(LIST, separator=";", infer_schema=False)
    commas.write_csv(tmp_path / "a.csv")
    commas.write_ndjson(tmp_path / "a.ndjson")
    expected = deduct_frame(table, PACK)
    for form in ("parquet", "csv", "ndjson"):
        listed = read_payments(tmp_path / f"a.{form}", PACK)
        assert listed.rejected.height == 0, listed.rejected
        assert deduct_frame(listed.frame, PACK).equals(expected)


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("a.csv", "paid_on;plat\n2026-05-12;1\n", ["column_missing"]),
        ("a.csv", "paid_on;net;net\n2026-05-12;1;2\n", ["column_twice"]),
        ("a.csv", "", ["empty"]),
        ("a.csv", "paid_on;net\n", ["empty"]),
        ("a.csv", "paid_on|net\n2026-05-12|1\n", ["separator"]),
        ("a.csv", 'paid_on;net\n2026-05-12;"1\n', ["csv_quotes"]),
        ("a.ndjson", "[]\n", ["empty"]),
        ("a.ndjson", '{"paid_on": "2026-05-12"}\n', ["column_missing"]),
        ("a.parquet", "x", ["unreadable"]),
    ],
)
def test_a_list_that_is_none_is_refused_as_a_whole(tmp_path: Path, name: str, content: str, codes: list[str]) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_payments(path, PACK)
    assert [problem.code for problem in refused.value.problems] == codes
    assert all(problem.place for problem in refused.value.problems)


def test_a_number_of_json_is_no_money(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    lines = ['{"paid_on": "2026-05-12", "net": 26400}', '{"paid_on": "2026-05-12", "net": "26400", "dependants": 1}',
             "{", '{"paid_on": "2026-05-12", "net": "1", "net": "2"}', '{"paid_on": [], "net": "1"}',
             '{"paid_on": "2026-05-12", "net": NaN}']  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    listed = read_payments(path, PACK)
    assert listed.frame["row"].to_list() == [2]
    assert listed.rejected.select("row", "code").rows() == [
        (1, "money_in_quotes"), (3, "bad_json"), (4, "bad_json"), (5, "bad_json"), (6, "bad_json"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "column",
    [
        pl.Series("net", ["26400.00"]), pl.Series("net", [26400.0]), pl.Series("net", [26400], dtype=pl.Decimal(12, 2)),
        pl.Series("paid_on", ["2026-05-12"]), pl.Series("priority", [1]), pl.Series("own_pension", [1]),
    ],
    ids=lambda column: f"{column.name} {column.dtype}",
)  # fmt: skip
def test_a_parquet_column_of_another_type_is_refused(tmp_path: Path, column: pl.Series) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"paid_on": [date(2026, 5, 12)], "net": [1]}).with_columns(column).write_parquet(path)
    with pytest.raises(InputError) as refused:
        read_payments(path, PACK)
    assert [problem.code for problem in refused.value.problems] == ["column_type"]


def test_numbers_no_list_can_hold_keep_their_row_out(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    huge = pl.Series("net", [2**63 + 1, 1, 2**62, 5, 5], dtype=pl.UInt64)
    days = pl.Series("paid_on", [date(2026, 5, 12)] * 4 + [date(9000, 1, 1)])
    people = pl.Series("dependants", [0, -1, 0, 500, 0])
    pl.DataFrame([huge, days, people]).write_parquet(path)
    listed = read_payments(path, PACK)
    assert listed.frame.height == 0
    assert listed.rejected.select("row", "column").rows() == [
        (1, "net"), (2, "dependants"), (3, "net"), (4, "dependants"), (5, "paid_on"),
    ]  # fmt: skip


def test_every_column_of_frames_is_read_from_texts(tmp_path: Path) -> None:
    shown = {pl.Date(): "2026-01-31", pl.Int64(): "3", pl.Boolean(): "ano", pl.String(): "none"}
    row = {name: shown[dtype] for name, dtype in COLUMNS.items()} | {"paid_on": "2026-05-12", "wage_period": "2026-04"}
    row |= {"component_rounding": "2dp", "spouse_counts": ""}
    path = tmp_path / "a.csv"
    path.write_text(f"{';'.join(row)}\n{';'.join(row.values())}\n", encoding="utf-8")
    listed = read_payments(path, PACK)
    assert listed.rejected.height == 0, listed.rejected
    assert {name: listed.frame.schema[name] for name in COLUMNS} == COLUMNS


@pytest.mark.parametrize(
    ("text", "halere"),
    [
        ("26400", 26_400_00), ("26400.5", 26_400_50), ("26 400,50", 26_400_50), ("26\u00a0400,50 Kč", 26_400_50),
        ("1 234 567", 1_234_567_00), ("0", 0), ("0,05 CZK", 5), ("26.400", "ambiguous_money"),
        ("26,400", "ambiguous_money"), ("1.234,50", "ambiguous_money"), ("-5", "money_negative"),
        ("−5 Kč", "money_negative"), ("2640 0", "bad_money"), ("1e5", "bad_money"), ("", "bad_money"),
        ("5.505.55", "ambiguous_money"), ("5..5", "bad_money"),
        ("NaN", "bad_money"), ("9" * 15, "money_too_large"), ("9" * 40, "bad_money"),
        ("٢٦٤٠٠", "bad_money"),
    ],
)  # fmt: skip
def test_money_is_read_only_where_it_can_mean_one_thing(text: str, halere: int | str) -> None:
    if isinstance(halere, int):
        assert read_money(text) == halere
    else:
        with pytest.raises(CellError) as refused:
            read_money(text)
        assert refused.value.code == halere


def test_days_months_numbers_and_answers_are_read_as_people_write_them() -> None:
    assert read_day("2026-05-12") == read_day(" 12. 5. 2026 ") == read_day("12.5.2026") == date(2026, 5, 12)
    assert read_month("2026-04") == read_month("4/2026") == read_month("30. 4. 2026") == date(2026, 4, 1)
    assert [read_yes_no(text) for text in ("ano", "ANO", "true", "1", "ne", "False", "0")] == [True] * 4 + [False] * 3
    assert read_whole("30", 30) == 30
    wrong: list[tuple[Any, str]] = [
        (read_day, "2026-02-30"), (read_day, "5/12/2026"), (read_day, "1800-01-01"), (read_month, "2026"),
        (read_month, "13/2026"), (read_yes_no, ""), (lambda text: read_whole(text, 30), "31"),
        (lambda text: read_whole(text, 30), "1.5"),
    ]  # fmt: skip
    for reader, text in wrong:
        with pytest.raises(CellError):
            reader(text)
