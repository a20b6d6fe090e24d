"""Two reports are compared value by value; items of lists are known by what they are called, not by their place."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dluhy.comparing_screenings import Difference, differences

Plain = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["a", "b"]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "x", "y", "code", "steps"]), inside, max_size=3)
    ),
    max_leaves=12,
)


def compared(before: object, after: object) -> list[tuple[tuple[str, ...], str, Any, Any]]:
    found = differences({"part": before}, {"part": after})
    return [(each.path, each.kind, each.before, each.after) for each in found]


@given(Plain)
def test_nothing_differs_from_itself(value: object) -> None:
    assert compared(value, value) == []


@given(Plain, Plain)
def test_there_is_a_difference_wherever_values_differ_and_it_turns_with_them(one: object, other: object) -> None:
    there, back = compared(one, other), compared(other, one)
    in_order_alone = not there and one != other
    assert not in_order_alone or _sorted(one) == _sorted(other)
    assert len(there) == len(back)


def _sorted(value: object) -> object:
    """Return a value with lists of tables in one order: neither that order nor an absent value is a result."""
    if isinstance(value, dict):
        return {key: _sorted(each) for key, each in value.items() if each is not None}
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return sorted(map(_sorted, value), key=repr)
    return value


def test_items_are_matched_by_id_and_not_by_place() -> None:
    before = [{"id": "a", "sum": "1.00"}, {"id": "b", "sum": "2.00"}]
    after = [{"id": "b", "sum": "3.00"}, {"id": "c", "sum": "1.00"}]
    assert compared(before, after) == [
        (("part", "a"), "gone", before[0], None),
        (("part", "b", "sum"), "changed", "2.00", "3.00"),
        (("part", "c"), "came", None, after[1]),
    ]


def test_items_called_the_same_are_kept_apart() -> None:
    before = [{"rule": "R", "x": 1}, {"rule": "R", "x": 2}]
    assert compared(before, [{"rule": "R", "x": 1}, {"rule": "R", "x": 3}]) == [(("part", "R#2", "x"), "changed", 2, 3)]


def test_another_rule_is_another_thing_as_a_whole() -> None:
    before, after = {"rule": "A", "title": "a"}, {"rule": "B", "title": "b"}
    assert compared(before, after) == [(("part",), "changed", before, after)]


def test_the_ends_of_an_amount_are_one_value() -> None:
    before, after = {"least": "1.00", "most": "2.00"}, {"least": "1.00", "most": "3.00"}
    assert compared({"amount": before}, {"amount": after}) == [(("part", "amount"), "changed", before, after)]


def test_receipts_and_languages_are_no_results() -> None:
    assert differences({"receipt": 1, "language": "cs", "x": 1}, {"receipt": 2, "language": "en", "x": 1}) == []


def test_what_has_no_name_is_known_by_its_place_and_told_apart_from_names() -> None:
    assert compared([{"x": 1}, {"x": 2}], [{"x": 1}, {"x": 3}]) == [(("part", "[1]", "x"), "changed", 2, 3)]


def test_what_holds_a_statement_is_called_by_its_rule() -> None:
    before, after = ([{"statement": {"rule": "R", "title": "r"}, "most": most}] for most in ("1.00", "2.00"))
    assert compared(before, after) == [(("part", "R", "most"), "changed", "1.00", "2.00")]


def test_a_part_nobody_heard_of_is_compared_too() -> None:
    before = {"agenda": {"steps": [{"id": "s1", "title": "Volat", "due_on": "2026-12-01"}]}}
    after = {"agenda": {"steps": [{"id": "s1", "title": "Volat", "due_on": "2026-12-05"}]}}
    assert differences(before, after) == [
        Difference(("agenda", "steps", "s1", "due_on"), ("s1",), "changed", "2026-12-01", "2026-12-05")
    ]
