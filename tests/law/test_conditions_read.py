from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.support import shipped_pack
from tests.law.test_conditions_random import CONDITIONS, WORDS, Written

from dluhy.law.conditions import ConditionError, parse
from dluhy.law.conditions_grammar import parsed
from dluhy.law.conditions_read import read

SPACES = st.sampled_from(["", " ", " ", " ", "\n\t"])
USUAL = [*WORDS, "IN ('old', 'new')", "IS NULL", "IS NOT NULL", "= 5", ">= 2016-01-01", "BETWEEN 1 AND 2", "NOT IN (1)"]


@st.composite
def soup(draw: st.DrawFn) -> str:
    """Draw words of the language in any order, with or without spaces between them."""
    words = draw(st.lists(st.sampled_from(USUAL), max_size=9))
    return "".join(word + draw(SPACES) for word in words)


def test_every_condition_of_the_pack_is_read_without_the_grammar_and_means_the_same() -> None:
    texts = {text for part in shipped_pack().parts.values() for text in part.conditions}

    assert texts
    assert [text for text in texts if read(text) != parsed(text)] == []


@settings(deadline=None, max_examples=300)
@given(CONDITIONS)
def test_what_is_read_of_a_condition_is_what_the_grammar_reads(written: Written) -> None:
    assert read(written[0]) in {None, parsed(written[0])}


@settings(deadline=None, max_examples=1000)
@given(soup() | st.text(max_size=12))
def test_nothing_is_read_that_the_grammar_refuses(text: str) -> None:
    node = read(text)

    assert node is None or node == parsed(text)


@pytest.mark.parametrize(
    "text", ["due_on >= 2016-02-30", "true", "'x' = fee_kind", "fee_year = [W0]", "a OR", "a)", ""]
)
def test_what_may_be_wrong_is_left_to_the_grammar_which_says_where(text: str) -> None:
    assert read(text) is None
    with pytest.raises(ConditionError):
        parse(text)
