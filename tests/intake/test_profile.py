"""A profile fixes columns, words and values of one system; everything wrong with it is told at once."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dluhy.intake.lists import CheckedList, take_in
from dluhy.intake.profile import Profile, read_profile, written_profile
from dluhy.intake.readers import Reading, read_list
from dluhy.law.pack import default_pack
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2026, 11, 21)


def _list(folder: Path, *lines: str) -> Path:
    path = folder / "s.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _take(path: Path, **profile: object) -> CheckedList:
    return take_in(path, default_pack(), AS_OF, Reading(profile=Profile.model_validate(profile)))


def _codes(path: Path, **profile: object) -> list[str]:
    with pytest.raises(InputError) as caught:
        _take(path, **profile)
    return [problem.code for problem in caught.value.problems]


def test_two_candidates_are_settled_by_the_profile(tmp_path: Path) -> None:
    path = _list(tmp_path, "Narozen;Druh;Rok;Zůstatek;Nedoplatek", "1.1.2010;odpad;2018;1;2")
    assert _codes(path) == ["column_twice"]
    checked = _take(path, columns={"balance": "Nedoplatek"})
    assert checked.facts["balance"].to_list() == [200]
    assert checked.columns.how["balance"] == "profile"
    assert checked.columns.unused == ("Zůstatek",)


def test_one_value_for_all_rows_stands_for_a_missing_column(tmp_path: Path) -> None:
    path = _list(tmp_path, "Narozen;Rok", "1.1.2010;2018")
    assert _codes(path) == ["column_missing"]
    checked = _take(path, constants={"debt_kind": "místní poplatek za komunální odpad"})
    assert checked.facts["debt_kind"].to_list() == ["local_fee_waste"]


def test_a_value_beside_a_column_of_its_own_is_a_question(tmp_path: Path) -> None:
    path = _list(tmp_path, "Narozen;Druh;Rok", "1.1.2010;odpad;2018")
    assert _codes(path, constants={"debt_kind": "library"}) == ["profile_constant"]
    checked = _take(path, constants={"debt_kind": "library"}, ignore=["Druh"])
    assert checked.facts["debt_kind"].to_list() == ["library"]


def test_a_value_that_no_row_can_use_is_refused_once(tmp_path: Path) -> None:
    path = _list(tmp_path, "Narozen;Rok", "1.1.2010;2018", "1.1.2011;2018")
    assert _codes(path, constants={"debt_kind": "local_fee_wast"}) == ["profile_constant"]


def test_own_words_and_left_out_columns(tmp_path: Path) -> None:
    path = _list(tmp_path, "Narozen;Druh;Rok;Období", "1.1.2010;Q7;2018;x")
    checked = _take(path, words={"debt_kind": {"Q7": "library"}}, ignore=["Období"])
    assert checked.facts["debt_kind"].to_list() == ["library"]
    assert _codes(path, words={"debt_kind": {"Q7": "knihy"}}, ignore=["Období"]) == ["profile_word"]


def test_a_column_that_the_profile_names_must_be_there(tmp_path: Path) -> None:
    path = _list(tmp_path, "Narozen;Druh;Rok", "1.1.2010;odpad;2018")
    assert _codes(path, columns={"balance": "Saldo"}) == ["profile_column"]


def test_everything_wrong_with_a_profile_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text('header_row = 0\nbarva = 1\nencoding = "klingon"\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_profile(path)
    assert sorted(problem.place for problem in caught.value.problems) == ["p.toml barva", "p.toml header_row"]
    path.write_text(
        'encoding = "rot13"\n[columns]\nvek = "Věk"\n[words.nic]\na = "b"\n[words.principal]\na = "b"\n',
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        read_profile(path)
    assert sorted(problem.code for problem in caught.value.problems) == [
        "profile_encoding", "profile_meaning", "profile_meaning", "profile_words",
    ]  # fmt: skip
    assert all(problem.cs and problem.en for problem in caught.value.problems)


@pytest.mark.parametrize("content", ["x = ", "\u0000", "[columns\n"])
def test_a_profile_that_is_no_toml_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_profile(path)
    assert caught.value.problems[0].code == "profile_toml"


def test_a_written_profile_reads_the_same_list_the_same_way(tmp_path: Path) -> None:
    path = _list(tmp_path, "Nadpis", 'Narozen;"Druh ""x""";Rok;Barva', '1.1.2010;odpad;2018;"modrá"')
    raw = read_list(path, Reading(profile=Profile(columns={"debt_kind": 'Druh "x"'})))
    text = written_profile(raw.columns, None, raw.source.header_rows[-1])
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    profile = read_profile(tmp_path / "p.toml")
    assert profile.header_row == 2
    assert tomllib.loads(text)["ignore"] == ["Barva"]
    again = read_list(path, Reading(profile=profile))
    assert again.columns.positions == raw.columns.positions
    assert set(again.columns.how.values()) == {"profile"}
