"""Who is who: keys, spellings, namesakes, twins, numbers that are somebody else's; never a silent merge."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dluhy.intake.lists import CheckedList, take_in
from dluhy.intake.notices import codes_in
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2026, 11, 21)
SECRET = b"0123456789abcdef0123456789abcdef"
HEADER = "Příjmení;Jméno;Rodné číslo;Datum narození;RČ zákonného zástupce;Druh;Rok"


def _take(
    folder: Path, *rows: str, header: str = HEADER, secret: bytes | None = None, hide: bool = False
) -> CheckedList:
    path = folder / "s.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return take_in(path, default_pack(), AS_OF, secret=secret, pseudonymise=hide)


def _row(  # noqa: PLR0913, PLR0917 - the columns of the list
    last: str = "Malá", first: str = "Eva", number: str = "", born: str = "", guardian: str = "", year: int = 2018
) -> str:
    return f"{last};{first};{number};{born};{guardian};odpad;{year}"


def _warnings(checked: CheckedList) -> list[list[str]]:
    return [codes_in("warnings", held) for held in checked.facts["warnings"]]


GIRL, BOY, OTHER_GIRL = "105201/0003", "100201/0009", "105202/0002"  # births of 1 and 2 February 2010
MOTHER, FATHER = "805101/0011", "800101/0006"


def test_the_fixed_numbers_hold() -> None:
    from stdnum.cz import rc

    assert all(rc.is_valid(number) for number in (GIRL, BOY, OTHER_GIRL, MOTHER, FATHER))


def test_one_number_is_one_person_however_the_name_is_spelt(tmp_path: Path) -> None:
    rows = [
        _row("Malá", "Eva", GIRL),
        _row("MALA", "EVA", GIRL.replace("/", "")),
        _row("Malá", "E.", GIRL),
        _row("Mala", "Eva ", GIRL),
    ]
    checked = _take(tmp_path, *rows)
    assert checked.facts["person_id"].n_unique() == 1
    assert all("two_spellings" in codes for codes in _warnings(checked))
    assert checked.facts["birth_date_from"].to_list() == [date(2010, 2, 1)] * 4


def test_names_without_a_number_are_one_person_only_with_an_exact_birth(tmp_path: Path) -> None:
    rows = [_row(born="1.2.2010"), _row("MALÁ", "eva", born="2010-02-01"), _row(born="2010"), _row(born="2.2.2010")]
    checked = _take(tmp_path, *rows)
    people = checked.facts["person_id"].to_list()
    assert people[0] == people[1]
    assert len(set(people)) == 3
    assert "two_spellings" in _warnings(checked)[0]


def test_two_people_of_one_name_are_told(tmp_path: Path) -> None:
    checked = _take(tmp_path, _row(number=GIRL), _row(number=OTHER_GIRL))
    assert checked.facts["person_id"].n_unique() == 2
    assert all("same_name" in codes for codes in _warnings(checked))


def test_twins_stay_two_and_are_asked_about(tmp_path: Path) -> None:
    checked = _take(tmp_path, _row("Malá", "Eva", GIRL), _row("Malý", "Jan", BOY), _row("Velká", "Ida", OTHER_GIRL))
    assert checked.facts["person_id"].n_unique() == 3
    assert [("maybe_same_person" in codes) for codes in _warnings(checked)] == [False, False, False]
    checked = _take(tmp_path, _row("Nováková", "Eva", GIRL), _row("Novák", "Jan", BOY))
    assert all("maybe_same_person" in codes for codes in _warnings(checked))


def test_one_number_beside_other_first_names_gives_nobody_a_birth(tmp_path: Path) -> None:
    """A household under its payer's number: whose the number is cannot be told."""
    checked = _take(
        tmp_path, _row("Malá", "Eva", MOTHER), _row("Malá", "Ida", MOTHER), _row("Malá", "Jana", MOTHER, "1.2.2010")
    )
    assert all("shared_birth_number" in codes or "guardians_number" in codes for codes in _warnings(checked))
    assert checked.facts["birth_date_from"].to_list() == [None, None, date(2010, 2, 1)]
    assert checked.facts["person_id"].n_unique() == 3


@pytest.mark.parametrize(("last", "first", "number"), [("Malá", "Eva", MOTHER), ("Malý", "Jan", FATHER)])
def test_a_guardians_number_on_a_childs_row_gives_no_birth(tmp_path: Path, last: str, first: str, number: str) -> None:
    checked = _take(tmp_path, _row(last, first, number, guardian=number.replace("/", "")), _row("Velká", "Ida", GIRL))
    assert checked.facts["birth_date_from"].to_list() == [None, date(2010, 2, 1)]
    assert "guardians_number" in _warnings(checked)[0]
    assert _warnings(checked)[1] == []


def test_a_number_that_could_be_a_parents_gives_way_to_the_stated_birth(tmp_path: Path) -> None:
    checked = _take(tmp_path, _row(number=MOTHER, born="1.2.2010"))
    assert checked.facts["birth_date_from"].to_list() == [date(2010, 2, 1)]
    assert _warnings(checked) == [["guardians_number"]]


def test_a_number_and_a_birth_that_merely_differ_are_refused(tmp_path: Path) -> None:
    checked = _take(tmp_path, _row(number=GIRL, born="1.3.2010"))
    assert checked.rejected.select("column", "code").rows() == [("Rodné číslo", "birth_disagrees")]


def test_a_womans_surname_beside_a_mans_number_is_a_question(tmp_path: Path) -> None:
    checked = _take(tmp_path, _row("Nováková", "Eva", FATHER), _row("Novák", "Jan", MOTHER))
    assert checked.facts["birth_date_from"].to_list() == [None, None]
    assert _warnings(checked) == [["sex_differs"], ["sex_differs"]]


def test_a_man_whose_surname_ends_like_a_woman_s_keeps_his_number(tmp_path: Path) -> None:
    checked = _take(tmp_path, _row("Sova", "Jan", FATHER))
    assert checked.facts["birth_date_from"].to_list() == [date(1980, 1, 1)]
    assert _warnings(checked) == [[]]


@pytest.mark.parametrize("pair", [("Jan", "Jana"), ("Petr", "Petra"), ("Hana", "Jana")])
def test_names_of_siblings_are_not_spellings_of_one(tmp_path: Path, pair: tuple[str, str]) -> None:
    checked = _take(tmp_path, _row("Malí", pair[0], MOTHER), _row("Malí", pair[1], MOTHER))
    assert checked.facts["person_id"].n_unique() == 2
    assert checked.facts["birth_date_from"].to_list() == [None, None]


def test_a_guardians_number_is_known_on_every_row(tmp_path: Path) -> None:
    rows = [_row("Velká", "Ida", GIRL, guardian=MOTHER), _row("Velká", "Eva", MOTHER)]
    assert _take(tmp_path, *rows).facts["birth_date_from"].to_list() == [date(2010, 2, 1), None]


def test_nine_digits_that_may_be_two_numbers_are_settled_by_the_birth_date(tmp_path: Path) -> None:
    ambiguous = "105204009"  # 4 February 1910... or 20 May 2001 without its zero
    alone, settled = _take(tmp_path, _row(number=ambiguous)), _take(tmp_path, _row(number=ambiguous, born="20.5.2001"))
    assert alone.rejected["code"].to_list() == ["ambiguous_birth_number"]
    assert settled.rejected.height == 0
    assert settled.facts["birth_date_from"].to_list() == [date(2001, 5, 20)]


def test_codes_and_numbers_that_do_not_match_are_told(tmp_path: Path) -> None:
    header = "Kód osoby;" + HEADER
    rows = [
        "A1;" + _row(number=GIRL),
        "A2;" + _row(number=GIRL),
        "B1;" + _row("Velká", "Ida", OTHER_GIRL),
        "B1;" + _row("Jiná", "Iva", MOTHER),
    ]
    first, second, third, fourth = _warnings(_take(tmp_path, *rows, header=header))
    assert "several_codes" in first
    assert "several_codes" in second
    assert "code_of_several" in third
    assert "code_of_several" in fourth


def test_a_birth_in_the_future_is_refused_and_one_of_long_ago_told(tmp_path: Path) -> None:
    checked = _take(tmp_path, _row(born="1.1.2030"), _row(born="1.1.1920"))
    assert checked.rejected["code"].to_list() == ["birth_in_future"]
    assert _warnings(checked) == [["age_over_100"]]


def test_a_birth_of_a_short_year_lies_in_the_past(tmp_path: Path) -> None:
    checked = _take(
        tmp_path, _row(born="5.4.48"), _row("Jiná", "Iva", born="5.4.12"), _row("Jiná", "Ida", born="5.4.2048")
    )
    assert checked.facts["birth_date_from"].to_list() == [date(1948, 4, 5), date(2012, 4, 5)]
    assert checked.rejected["code"].to_list() == ["birth_in_future"]


def test_references_under_one_key_are_the_same_in_every_list(tmp_path: Path) -> None:
    one = (
        _take(tmp_path, _row(number=GIRL), _row("Velká", "Ida", OTHER_GIRL), secret=SECRET).facts["person_id"].to_list()
    )
    two = _take(tmp_path, _row("Jiná", "Iva", MOTHER), _row(number=GIRL), secret=SECRET).facts["person_id"].to_list()
    other = _take(tmp_path, _row(number=GIRL), secret=SECRET[::-1]).facts["person_id"].to_list()
    assert one[0] == two[1]
    assert one[0] != one[1]
    assert other[0] != one[0]


def test_a_pseudonymised_list_holds_nothing_that_names_anybody(tmp_path: Path) -> None:
    header = "Kód osoby;Spisová značka;" + HEADER
    rows = [
        "A17;013 EX 22/15;" + _row("Malá", "Eva", GIRL),
        "A18;x;" + _row("Tajná", "Ida", "bůhvíco"),
        "A19;;" + _row("Malá", "Eva", "98101E"),
    ]
    checked = _take(tmp_path, *rows, header=header, secret=SECRET, hide=True)
    frames = [
        checked.facts.drop("birth_date_from", "birth_date_to"),
        checked.personal,
        checked.rejected,
        checked.repaired,
        checked.apart,
    ]
    said = " ".join(str(frame.rows()) for frame in frames)
    for word in ("Malá", "Eva", "Tajná", "1052010003", GIRL, "A17", "A18", "013 EX 22/15", "bůhvíco"):
        assert word not in said
    assert checked.facts["enforcement_ref"][0].startswith("(Z")
