from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.law.support import shipped_pack

from dluhy.facts.schema import FACTS
from dluhy.law.conditions import ConditionError, check, facts_of, parse, rules_of

if TYPE_CHECKING:
    from dluhy.facts.schema import FactSpec

Written = tuple[str, frozenset[str], frozenset[str]]
"""A condition as text with the names of the facts and of the rules in it."""

NONE: frozenset[str] = frozenset()
SPECS = sorted(FACTS.values(), key=lambda spec: spec.name)
WORDS = [
    *(
        "AND",
        "OR",
        "NOT",
        "IN",
        "IS",
        "NULL",
        "BETWEEN",
        "true",
        "FALSE",
        "(",
        ")",
        "[",
        "]",
        ",",
        "=",
        "!=",
        "<",
        "<=",
    ),
    *(
        "fee_year",
        "due_on",
        "W0",
        "[W-INST]",
        "2016",
        "-1.5",
        "2016-01-01",
        "2016-02-30",
        "'old'",
        "'",
        ";",
        "--",
        "+",
    ),
]


def literals(spec: FactSpec) -> st.SearchStrategy[str]:
    if spec.type == "bool":
        return st.sampled_from(["true", "false", "TRUE", "False"])
    if spec.type == "enum":
        return st.sampled_from([f"'{code}'" for code in shipped_pack().members[spec.vocabulary or ""]])
    if spec.type == "date":
        return st.dates().map(str)
    if spec.type == "money":
        return st.decimals(-(10**9), 10**9, places=2).map(str)
    return st.integers(-(10**6), 10**6).map(str)


@st.composite
def single(draw: st.DrawFn) -> Written:
    """Draw a single test that the declared facts allow."""
    spec = draw(st.sampled_from(SPECS))
    one, two = draw(literals(spec)), draw(literals(spec))
    alike = [other.name for other in SPECS if (other.type, other.vocabulary) == (spec.type, spec.vocabulary)]
    other = draw(st.sampled_from(alike))
    op = draw(st.sampled_from(["=", "!=", "<", "<=", ">", ">="] if spec.ordered else ["=", "!="]))
    forms: dict[str, frozenset[str]] = {
        f"{spec.name} {op} {one}": NONE,
        f"{spec.name}{op}{other}": frozenset({other}),
        f"{spec.name} IN ({one}, {two})": NONE,
        f"{spec.name} not in({one})": NONE,
        f"{spec.name} is null": NONE,
        f"{spec.name} IS NOT NULL": NONE,
    }
    if spec.ordered:
        forms[f"{spec.name} BETWEEN {one} AND {two}"] = NONE
    if spec.type == "bool":
        forms[spec.name] = NONE
    text = draw(st.sampled_from(list(forms)))
    return text, frozenset({spec.name}) | forms[text], NONE


def joined(parts: list[Written], word: str) -> Written:
    text = f" {word} ".join(f"({part[0]})" for part in parts)
    return text, NONE.union(*(part[1] for part in parts)), NONE.union(*(part[2] for part in parts))


def larger(parts: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    some = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        parts.map(lambda part: (f"NOT ({part[0]})", part[1], part[2])),
        st.builds(joined, some, st.sampled_from(["AND", "or", "\n  And "])),
    )


def complaints(text: str) -> list[ConditionError]:
    """Return what parsing or checking says against a text."""
    try:
        node = parse(text)
    except ConditionError as refusal:
        return [refusal]
    return check(node, FACTS, shipped_pack().members)


RULES = st.sampled_from(["W0", "W-INST", "NO_RULE", "boundary_2012"]).map(
    lambda rule: (f"[{rule}]", NONE, frozenset({rule}))
)
CONDITIONS = st.recursive(single() | RULES, larger, max_leaves=8)


@settings(deadline=None)
@given(CONDITIONS)
def test_every_condition_written_by_the_grammar_is_accepted_and_its_facts_and_rules_are_found(
    written: Written,
) -> None:
    text, facts, rules = written

    node = parse(text)

    assert check(node, FACTS, shipped_pack().members) == []
    assert frozenset(facts_of(node)) == facts
    assert frozenset(rules_of(node)) == rules


@settings(deadline=None, max_examples=300)
@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_a_text_of_any_signs_is_parsed_or_refused_in_both_languages(text: str) -> None:
    for complaint in complaints(text):
        assert complaint.code.startswith("condition_") or complaint.code in {"unknown_fact", "wrong_type"}
        assert complaint.cs != complaint.en


@settings(deadline=None)
@given(CONDITIONS, st.data())
def test_a_sign_foreign_to_the_language_is_refused_wherever_it_stands_outside_a_text(
    written: Written, data: st.DataObject
) -> None:
    text = written[0]
    at = data.draw(st.integers(0, len(text)))
    assume(text.count("'", 0, at) % 2 == 0)
    sign = data.draw(st.sampled_from(';+*/%&|\\^~?@#$"`{}:\u00a0\u200b'))

    assert [complaint.code for complaint in complaints(text[:at] + sign + text[at:])] == ["condition_syntax"]
