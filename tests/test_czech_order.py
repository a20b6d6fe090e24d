"""Names stand in the order of the Czech alphabet: Č after C, Ch after H, Ř after R, Š after S, Ž after Z, Ú with U."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dluhy.places import by_czech, frame
from dluhy.typography import czech_order

ORDERED = (
    ["Aš", "Cítov", "Čistá", "Dalovice", "Hvozd", "Cheb", "Chodov", "Jáchymov"],
    ["Rybniště", "Řepiště", "Sokolov", "Šabina", "Těšovice", "Ústí nad Labem", "Utvina", "Útvina", "Valeč"],
    ["Nová Role", "Nová Ves", "Novosedly", "Nový Kostel", "Zádub", "Žlutice"],
)


@pytest.mark.parametrize("names", ORDERED)
def test_each_list_is_in_the_order_of_the_alphabet(names: list[str]) -> None:
    mixed = names[1::2] + names[::2][::-1]
    assert sorted(mixed, key=czech_order) == names


@pytest.mark.parametrize(("first", "second"), [("Malec", "Málec"), ("Ujezd", "Újezd"), ("Usti", "Ústí"), ("a", "A")])
def test_length_and_capital_decide_only_between_names_that_are_else_the_same(first: str, second: str) -> None:
    assert czech_order(first) < czech_order(second)
    assert czech_order(second) < czech_order(f"{first}z")


def test_a_column_of_names_is_sorted_so_and_what_is_unknown_stays_unknown() -> None:
    table = pl.DataFrame({"name": ["Žatec", None, "Chodov", "Úterý", "Citice", "Čichalov", "Hory"]})
    found = table.sort(by_czech("name"), nulls_last=True)["name"].to_list()
    assert found == ["Citice", "Čichalov", "Hory", "Chodov", "Úterý", "Žatec", None]


def test_every_municipality_has_a_place_by_known_letters() -> None:
    first = [name[:1] for name in frame().sort(by_czech("name"), "code")["name"]]
    assert first[0] == "A"
    assert first[-1] == "Ž"


@given(st.text(), st.text())
def test_two_texts_have_the_same_key_only_if_they_are_the_same(one: str, other: str) -> None:
    assert (czech_order(one) == czech_order(other)) == (one == other)
