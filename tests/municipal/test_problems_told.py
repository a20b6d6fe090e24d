"""Problems as JSON where it was asked for, days the law is not known for, required days, and lists without debts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.conftest import AS_OF, ROOT

from dluhy import default_pack
from dluhy.cli import main
from dluhy.municipal.directory.entries import Directory, parse_directory
from dluhy.municipal.directory.services import find, gaps
from dluhy.municipal.place.document import parse_place
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from pathlib import Path

SERVICES = str(ROOT / "fixtures" / "adresar_ukazka.toml")
LIST = str(ROOT / "fixtures" / "seznam_ukazka.csv")
AT = ("--as-of", AS_OF.isoformat())


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    "arguments",
    [
        ("directory", "find", SERVICES, "--municipality", "000001", *AT),
        ("directory", "gaps", SERVICES, "--region", "XX", *AT),
        ("directory", "gaps", SERVICES, "--as-of", "1999-01-01"),
        ("strategy", "show", "nic takového"),
        ("strategy", "list", "--pillar", "99"),
        ("municipal", "self-check", LIST, *AT, "--creditor", "nikdo takový"),
    ],
)
def test_who_asked_for_json_gets_problems_as_json(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(*arguments, "--json") == 2
    found = capsys.readouterr()
    assert all(set(each) == {"code", "place", "cs", "en"} for each in json.loads(found.out)["errors"])
    assert json.loads(found.out)["errors"]
    assert not found.err


@pytest.mark.parametrize("ends", [-1, 1])
def test_services_are_not_told_for_a_day_the_law_is_not_known_for(ends: int) -> None:
    pack = default_pack()
    horizon = pack.info.horizon["municipal"]
    day = horizon.from_.replace(year=horizon.from_.year - 1) if ends < 0 else horizon.to.replace(
        year=horizon.to.year + 1, day=1)  # fmt: skip
    nothing = Directory(as_of=AS_OF)
    with pytest.raises(HorizonError):
        find(nothing, "554961", pack, day)
    with pytest.raises(HorizonError):
        gaps(nothing, pack, day)


@pytest.mark.parametrize("day", ['"2026-05"', '"2026"', '"včera"', '"1. 5. 2026"', '{ from = "2026-01-01" }', "5"])
@pytest.mark.parametrize("read", [lambda text: parse_place(f'code = "554961"\n{text}', form="toml"),
                                  lambda text: parse_directory(text, form="toml")])  # fmt: skip
def test_a_required_day_is_told_neither_as_a_range_nor_as_left_out(read: object, day: str) -> None:
    assert callable(read)
    with pytest.raises(InputError) as raised:
        read(f"as_of = {day}\n")
    (problem,) = raised.value.problems
    assert problem.place == "/as_of"
    assert "rozmezí" not in problem.cs
    assert "vynechte" not in problem.cs
    assert "2018-03," not in problem.cs
    assert "interval" not in problem.en
    assert "leave it out" not in problem.en
    assert "den" in problem.cs


def test_a_day_that_may_be_left_out_says_so() -> None:
    with pytest.raises(InputError) as raised:
        parse_place('code = "554961"\nas_of = 2026-11-01\n[[fees]]\nyear = 2026\ndue_on = "2026-05"\n', form="toml")
    assert "vynechte" in raised.value.problems[0].cs


def test_a_list_without_debts_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "prazdny.csv"
    path.write_text("Kód osoby;Datum narození;Druh;Rok;Zůstatek\n", encoding="utf-8")
    assert _run("municipal", "self-check", str(path), *AT) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "V seznamu není žádný dluh, který by šlo posoudit." in text
    assert "0 %" not in text
    assert "neuvedeno" not in text
