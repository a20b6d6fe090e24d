from __future__ import annotations

from datetime import date

import pytest

from dluhy.law.conditions import (
    And,
    Compare,
    ConditionError,
    Constant,
    Fact,
    IsNull,
    Member,
    Node,
    Not,
    Or,
    RuleResult,
    Truth,
    facts_of,
    leaves,
    parse,
    rules_of,
)

AGE, YEAR, DUE = Fact("age_on_minority_day"), Fact("fee_year"), Fact("due_on")
TYPE, KIND, BIRTH, INST = Fact("fee_type"), Fact("debt_kind"), Fact("birth_date"), Fact("in_institution")


def text(value: str) -> Constant:
    return Constant(value, "text")


def number(value: str) -> Constant:
    return Constant(value, "number")


@pytest.mark.parametrize(
    ("condition", "node"),
    [
        ("in_institution", Truth(INST)),
        ("[W-INST]", Truth(RuleResult("W-INST"))),
        ("NOT [boundary_2012]", Not(Truth(RuleResult("boundary_2012")))),
        ("age_on_minority_day < 18", Compare(AGE, "<", number("18"))),
        ("fee_year <= 2012", Compare(YEAR, "<=", number("2012"))),
        ("fee_year > 2012", Compare(YEAR, ">", number("2012"))),
        ("fee_year != 2012", Compare(YEAR, "!=", number("2012"))),
        ("due_on >= 2016-01-01", Compare(DUE, ">=", Constant(date(2016, 1, 1), "date"))),
        ("due_on = 2016-02-29", Compare(DUE, "=", Constant(date(2016, 2, 29), "date"))),
        ("due_on < as_of", Compare(DUE, "<", Fact("as_of"))),
        ("principal > 1234.50", Compare(Fact("principal"), ">", number("1234.50"))),
        ("person_days_to_18 >= -1", Compare(Fact("person_days_to_18"), ">=", number("-1"))),
        ("in_institution = true", Compare(INST, "=", Constant(value=True, kind="bool"))),
        ("in_institution = FALSE", Compare(INST, "=", Constant(value=False, kind="bool"))),
        ("fee_type = 'old'", Compare(TYPE, "=", text("old"))),
        ("fee_type = 'šedá zóna'", Compare(TYPE, "=", text("šedá zóna"))),
        ("fee_type IN ('old')", Member(TYPE, (text("old"),))),
        ("fee_type in ('old', 'system')", Member(TYPE, (text("old"), text("system")))),
        ("fee_type NOT IN ('old')", Not(Member(TYPE, (text("old"),)))),
        ("birth_date IS NULL", IsNull(BIRTH)),
        ("birth_date is not null", Not(IsNull(BIRTH))),
        (
            "fee_year BETWEEN 2013 AND 2015",
            And((Compare(YEAR, ">=", number("2013")), Compare(YEAR, "<=", number("2015")))),
        ),
        ("  fee_type\n=\t'old'  ", Compare(TYPE, "=", text("old"))),
        ("((in_institution))", Truth(INST)),
    ],
)
def test_every_form_of_the_language_has_its_node(condition: str, node: Node) -> None:
    assert parse(condition) == node


def test_not_binds_before_and_and_and_before_or() -> None:
    a, b, c = (Truth(RuleResult(name)) for name in "ABC")

    assert parse("NOT [A] OR [B] AND [C]") == Or((Not(a), And((b, c))))
    assert parse("(NOT [A] OR [B]) AND [C]") == And((Or((Not(a), b)), c))
    assert parse("NOT ([A] OR [B])") == Not(Or((a, b)))
    assert parse("[A] AND [B] AND [C]") == And((a, b, c))


def test_the_and_of_between_does_not_end_the_test() -> None:
    node = parse("fee_year BETWEEN 2013 AND 2015 AND in_institution OR [W0]")

    assert isinstance(node, Or)
    assert [type(leaf) for leaf in leaves(node)] == [Compare, Compare, Truth, Truth]
    assert facts_of(node) == ("fee_year", "in_institution")
    assert rules_of(node) == ("W0",)


def test_facts_and_rules_of_a_condition_are_named_once_in_the_order_of_the_text() -> None:
    node = parse("NOT [W1] AND (due_on < as_of OR fee_type = 'old' OR birth_date IS NULL) AND [W0] AND due_on != as_of")

    assert facts_of(node) == ("due_on", "as_of", "fee_type", "birth_date")
    assert rules_of(node) == ("W1", "W0")


NOT_IN_THE_LANGUAGE = {
    "fee_year + 1 > 2016": 10,
    "fee_year > 2016 - 1": 17,
    "fee_year % 2 = 0": 10,
    "fee_year = -in_institution": 12,
    "CASE WHEN in_institution THEN 1 END": 6,
    "due_on = DATE '2016-01-01'": 15,
    "fee_year IN (SELECT fee_year FROM debts)": 14,
    "(SELECT 1)": 9,
    "fee_year = 2016;": 16,
    "in_institution; DROP TABLE debts": 15,
    "due_on >= 2016-1-1": 11,
    "due_on >= 2016-01-011": 11,
    "due_on >= 1.1.2016": 11,
    "fee_year = 2016)": 16,
    "()": 2,
    "fee_year = due_on = birth_date": 19,
    "2013 <= fee_year <= 2015": 18,
    "fee_type LIKE 'o%'": 10,
    "fee_type = 'o' || 'ld'": 16,
    "fee_type = 'o' 'ld'": 16,
    "fee_year = 2016 -- note": 17,
    "-- note": 1,
    "/* note */ in_institution": 1,
    "fee_year = 2016 # note": 17,
    "fee_type ＝ 'old'": 10,
    "fee_type = ‘old’": 12,
    'fee_type = "old"': 12,
    "fee_year ≥ 2016": 10,
    "fee_yеar = 2016": 6,  # the е is Cyrillic
    "ｆee_year = 2016": 1,
    "fee_year\u00a0= 2016": 9,
    "fee_year = 2016\x00": 16,
    "fee_year <> 2016": 11,
    "fee_year == 2016": 11,
    "fee_year = .5": 12,
    "fee_year = 2e3": 12,
    "fee_year = 2_016": 12,
    "fee_year IN ()": 14,
    "fee_year IN (2016,)": 19,
    "fee_year IN (due_on)": 14,
    "fee_year IN ([W0])": 14,
    "fee_year BETWEEN due_on AND 2016": 18,
    "fee_year IS 2016": 13,
    "fee_type = 'old": 12,
    "fee_type = 'o''ld'": 15,
    "in_institution fee_year": 16,
    "[W 0]": 4,
    "[]": 2,
    "debts.fee_year = 2016": 6,
    "fee_year = ?": 12,
}


@pytest.mark.parametrize(("condition", "character"), NOT_IN_THE_LANGUAGE.items())
def test_what_is_not_in_the_language_is_refused_at_the_character_where_it_leaves_it(
    condition: str, character: int
) -> None:
    with pytest.raises(ConditionError) as refusal:
        parse(condition)

    assert refusal.value.code == "condition_syntax"
    assert refusal.value.cs == f"zápis mimo jazyk podmínek na {character}. znaku: {condition!r}"
    assert refusal.value.en == f"outside the condition language at character {character}: {condition!r}"


@pytest.mark.parametrize(
    ("condition", "called"),
    [
        ("lower(fee_type) = 'old'", "lower"),
        ("fee_type = lower ('Old')", "lower"),
        ("due_on < CURRENT_DATE()", "CURRENT_DATE"),
        ("EXISTS (in_institution)", "EXISTS"),
    ],
)
def test_a_function_call_is_refused_at_the_name_that_is_called(condition: str, called: str) -> None:
    with pytest.raises(ConditionError, match=r"outside the condition language at character \d+") as refusal:
        parse(condition)

    character = int(refusal.value.en.split()[6].rstrip(":"))
    assert condition.index(called) < character <= condition.index(called) + len(called)


@pytest.mark.parametrize(
    "condition",
    ["", "   ", "(fee_year = 2016", "fee_year =", "in_institution AND", "NOT", "fee_year BETWEEN 1", "[W0] OR\n "],
)
def test_a_text_that_stops_too_early_is_refused_at_its_end(condition: str) -> None:
    with pytest.raises(ConditionError, match=f"at character {len(condition)}:") as refusal:
        parse(condition)

    assert refusal.value.code == "condition_syntax"
    assert f"na {len(condition)}. znaku:" in refusal.value.cs


@pytest.mark.parametrize(
    ("condition", "character"),
    [("fee_year <= 2012\n AND fee_year + 2 = 3", 32), ("\n\n;", 3), ("fee_type =\n'a\nb' 'c'", 18)],
)
def test_the_character_is_counted_through_all_lines_of_a_condition(condition: str, character: int) -> None:
    with pytest.raises(ConditionError, match=f"at character {character}:") as refusal:
        parse(condition)

    assert f"na {character}. znaku:" in refusal.value.cs


@pytest.mark.parametrize(
    ("condition", "code", "cs", "en"),
    [
        ("due_on >= 2015-02-29", "condition_date", "den 2015-02-29 neexistuje", "there is no day 2015-02-29"),
        ("due_on BETWEEN 2015-01-01 AND 2015-13-01", "condition_date", "den 2015-13-01", "no day 2015-13-01"),
        ("due_on > 0000-01-01", "condition_date", "den 0000-01-01 neexistuje", "there is no day 0000-01-01"),
        ("in_institution = [W0]", "condition_rule", "výsledek pravidla nelze porovnávat", "is not compared"),
        ("[W0] = true", "condition_left", "vlevo od = musí stát skutečnost", "a fact must stand left of ="),
        ("[W0] IN ('x')", "condition_left", "vlevo od IN", "a fact must stand left of IN"),
        ("[W0] IS NULL", "condition_left", "vlevo od IS NULL", "a fact must stand left of IS NULL"),
        ("[W0] BETWEEN 1 AND 2", "condition_left", "vlevo od BETWEEN", "a fact must stand left of BETWEEN"),
        ("18 > age_on_minority_day", "condition_left", "vlevo od >", "a fact must stand left of >"),
        ("'old' = fee_type", "condition_left", "vlevo od =", "a fact must stand left of ="),
        ("true", "condition_literal", "samotná hodnota není podmínka", "a bare value is no condition"),
        ("in_institution AND 1", "condition_literal", "samotná hodnota", "a bare value is no condition"),
        ("'old'", "condition_literal", "samotná hodnota", "a bare value is no condition"),
        ("2016-01-01", "condition_literal", "samotná hodnota", "a bare value is no condition"),
    ],
)
def test_a_sentence_of_the_language_without_sense_is_refused(condition: str, code: str, cs: str, en: str) -> None:
    with pytest.raises(ConditionError) as refusal:
        parse(condition)

    assert refusal.value.code == code
    assert cs in refusal.value.cs
    assert en in refusal.value.en
    assert str(refusal.value) == refusal.value.en
