"""Indicators of households: thresholds told with value and words, nothing guessed, the same for one and for many."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.engine.evaluate import mask_column
from dluhy.facts.households import HOUSEHOLD_FACTS
from dluhy.facts.schema import dtype_of
from dluhy.household.indicators import WORDS, Indicator, indicators, indicators_of, told
from dluhy.household.measures import COMPARISONS, UNITS
from dluhy.law.citations import act_of, readable
from dluhy.law.conditions import Compare
from dluhy.law.models import EVIDENCE_FROM_STRONGEST, Citation
from dluhy.law.pack import default_pack
from dluhy.money import LARGEST_HALERE
from dluhy.problems import HorizonError, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AS_OF = date(2026, 11, 21)
PACK = default_pack()
RULES = PACK.of("households").rules
NBSP = "\u00a0"

CALM: dict[str, Any] = {
    "adults": 2, "children": 1, "income_net": 4_000_000, "deducted": 0, "housing_costs": 1_200_000,
    "energy_costs": 300_000, "housing_benefits": 0, "health_insurance_paid": 0, "expenses": 3_500_000,
    "living_costs": 1_500_000, "debt_instalments": 500_000, "savings_paid": 200_000, "debt_total": 10_000_000,
    "overdue_total": 0, "assets_value": 50_000_000, "living_minimum": 1_180_000, "guideline": 1_600_000, "creditors": 1,
    "creditors_overdue_30": 0, "longest_overdue_days": 0, "enforcements_running": 0, "housing_arrears_months": 0,
    "energy_arrears_months": 0, "maintenance_arrears_months": 0, "mortgage_arrears_months": 0,
    "lease_ends_in_days": 400, "home_pledged": False, "in_debt_relief": False, "account_attached": False,
    "lasting_inability": False,
    "tenure_kind": "rented", "dwelling_kind": "flat_or_house", "notice_given": False, "eviction_ordered": False,
    "cut_off_notice": False, "home_unfit": False, "overcrowded": False, "violence_at_home": False,
    "stays_with_others_unwillingly": False, "release_within_3_months_without_home": False, "jobseeker_months": 0,
    "health_limits_work": False, "supporting_family": True, "care_leaver": False, "schooling_at_risk": False,
}  # fmt: skip
"""A household of which everything is known and nothing is wrong; haléře."""


def frame(rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Return facts of households as a frame; facts that a row does not give are unknown."""
    schema = {
        name: dtype_of(spec, PACK.members)
        for name, spec in HOUSEHOLD_FACTS.items()
        if name != "as_of" and not spec.ranged and any(name in row for row in rows)
    }
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)


def found(**facts: Any) -> dict[str, Indicator]:  # noqa: ANN401 - facts
    """Return the indicators of the calm household with some facts changed, by rule."""
    return {each.rule: each for each in indicators_of(frame([CALM | facts]), PACK, AS_OF)}


def holding(**facts: Any) -> set[str]:  # noqa: ANN401 - facts
    """Return the rules that hold for the calm household with some facts changed."""
    return {rule for rule, each in found(**facts).items() if each.status == "holds"}


def test_of_a_household_without_strain_nothing_holds_and_nothing_is_open() -> None:
    assert {each.status for each in found().values()} == {"fails"}


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({"housing_costs": 1_600_000}, set()),
        ({"housing_costs": 1_600_001}, {"HOUSING_BURDEN"}),
        ({"energy_costs": 400_000}, set()),
        ({"energy_costs": 400_001}, {"ENERGY_BURDEN"}),
        ({"debt_instalments": 1_600_001}, {"DEBT_SERVICE_40"}),
        ({"debt_instalments": 1_800_001}, {"DEBT_SERVICE_40", "DEBT_SERVICE_45"}),
        ({"debt_total": 408_000_000}, set()),
        ({"debt_total": 408_000_001}, {"DEBT_TO_INCOME"}),
        ({"expenses": 4_000_000}, set()),
        ({"expenses": 4_000_001}, {"DEFICIT"}),
        ({"living_costs": 1_180_000}, set()),
        ({"living_costs": 1_179_999}, {"LIVING_COSTS_LOW"}),
        ({"savings_paid": 199_999}, {"LITTLE_RESERVE"}),
        ({"health_insurance_paid": 1_200_001}, {"BELOW_GUIDELINE"}),
        ({"health_insurance_paid": 1_620_001}, {"BELOW_GUIDELINE", "BELOW_LIVING_MINIMUM"}),
        ({"creditors": 2}, {"SEVERAL_CREDITORS"}),
        ({"enforcements_running": 2}, {"DIS_DEBTS"}),
        ({"enforcements_running": 3}, {"DIS_DEBTS", "ENFORCEMENTS_3"}),
        ({"account_attached": True}, {"ACCOUNT_ATTACHED"}),
        ({"housing_arrears_months": 1}, {"HOUSING_ARREARS", "HOUSING_LOSS_RISK", "DIS_HOUSING"}),
        ({"energy_arrears_months": 1}, {"ENERGY_ARREARS"}),
        ({"cut_off_notice": True}, {"CUT_OFF_NOTICE"}),
        ({"maintenance_arrears_months": 1}, {"MAINTENANCE_ARREARS"}),
        ({"creditors_overdue_30": 2, "longest_overdue_days": 92}, set()),
        ({"creditors_overdue_30": 2, "longest_overdue_days": 93, "overdue_total": 500_001}, {"INSOLVENT"}),
        ({"creditors_overdue_30": 2, "longest_overdue_days": 93, "overdue_total": 500_000}, set()),
        ({"creditors_overdue_30": 2, "lasting_inability": True, "in_debt_relief": True}, set()),
        ({"mortgage_arrears_months": 1}, {"MORTGAGE_ARREARS"}),
        ({"mortgage_arrears_months": 1, "home_pledged": True}, {"MORTGAGE_ARREARS", "HOME_PLEDGE_AT_RISK"}),
        ({"home_pledged": True}, set()),
        ({"lease_ends_in_days": 93}, set()),
        ({"lease_ends_in_days": 92}, {"LEASE_ENDS_SOON"}),
        ({"lease_ends_in_days": -3, "tenure_kind": "accommodation"}, {"LEASE_ENDS_SOON"}),
        ({"lease_ends_in_days": 40, "tenure_kind": "owned"}, set()),
        ({"creditors_overdue_30": 2, "lasting_inability": True}, {"INSOLVENT"}),
        ({"lasting_inability": True, "longest_overdue_days": 93}, set()),
        ({"lasting_inability": True, "longest_overdue_days": 93, "assets_value": 1}, {"OVERINDEBTED_EU"}),
        ({"dwelling_kind": "hostel"}, {"ETHOS_SHELTER", "HOUSING_NEED", "DIS_HOUSING"}),
        ({"notice_given": True}, {"ETHOS_EVICTION", "HOUSING_LOSS_RISK", "DIS_HOUSING"}),
        ({"schooling_at_risk": True}, {"DIS_EDUCATION"}),
        ({"health_limits_work": True, "jobseeker_months": 7},
         {"DIS_HEALTH", "DIS_UNEMPLOYMENT", "MULTIPLE_DISADVANTAGE"}),
        ({"enforcements_running": 1, "overcrowded": True},
         {"DIS_DEBTS", "DIS_HOUSING", "ETHOS_OVERCROWDED", "HOUSING_NEED", "MULTIPLE_DISADVANTAGE", "TEAM_CASE"}),
    ],
)  # fmt: skip
def test_a_strain_is_told_from_its_threshold_on_and_alone(facts: dict[str, Any], rules: set[str]) -> None:
    assert holding(**facts) == rules


def test_energy_is_a_stronger_sign_with_arrears_or_too_little_to_live_on() -> None:
    dear = {"energy_costs": 400_001}
    assert "ENERGY_BURDEN_STRONG" in holding(**dear, energy_arrears_months=1)
    assert "ENERGY_BURDEN_STRONG" in holding(**dear, health_insurance_paid=1_620_001)
    assert "ENERGY_BURDEN_STRONG" not in holding(energy_arrears_months=1)


@pytest.mark.parametrize("income", [0, -100_000])
def test_without_income_every_share_of_something_is_beyond_its_threshold(income: int) -> None:
    shares = {"HOUSING_BURDEN", "ENERGY_BURDEN", "DEBT_SERVICE_40", "DEBT_SERVICE_45", "DEBT_TO_INCOME"}

    assert shares <= holding(income_net=income)
    nothing = {"housing_costs": 0, "energy_costs": 0, "debt_instalments": 0, "debt_total": 0}
    assert shares.isdisjoint(holding(income_net=income, **nothing))


def test_the_largest_sums_are_judged() -> None:
    assert "DEBT_TO_INCOME" in holding(debt_total=LARGEST_HALERE, income_net=1)
    assert "DEBT_TO_INCOME" not in holding(debt_total=LARGEST_HALERE, income_net=LARGEST_HALERE, expenses=0)


@pytest.mark.parametrize(
    ("rule", "facts", "value", "limit", "value_en", "limit_en"),
    [
        ("HOUSING_BURDEN", {"housing_costs": 1_649_200}, "41,23 %", "více než 40 %", "41.23 %", "more than 40 %"),
        ("DEBT_TO_INCOME", {"debt_total": 408_000_001}, "8,51 ročního příjmu", "více než 8,5 ročního příjmu",
         "8.51 yearly incomes", "more than 8.5 yearly incomes"),
        ("DEFICIT", {"expenses": 4_123_450}, "−1 234,50 Kč", "méně než 0,00 Kč", "CZK −1,234.50", "less than CZK 0.00"),
        ("BELOW_LIVING_MINIMUM", {"health_insurance_paid": 2_000_000}, "8 000,00 Kč", "méně než 11 800,00 Kč",
         "CZK 8,000.00", "less than CZK 11,800.00"),
        ("ENFORCEMENTS_3", {"enforcements_running": 12}, "12", "nejméně 3", "12", "at least 3"),
        ("HOUSING_ARREARS", {"housing_arrears_months": 2}, "2 měsíce", "nejméně 1 měsíc", "2 months",
         "at least 1 month"),
        ("MULTIPLE_DISADVANTAGE", {"health_limits_work": True}, "1", "nejméně 2", "1", "at least 2"),
        ("DEBT_TO_INCOME", {"income_net": 0}, "nejméně 100 ročního příjmu", "více než 8,5 ročního příjmu",
         "at least 100 yearly incomes", "more than 8.5 yearly incomes"),
    ],
)  # fmt: skip
def test_value_and_threshold_are_told_in_words(  # noqa: PLR0913, PLR0917 - two languages of two numbers
    rule: str, facts: dict[str, Any], value: str, limit: str, value_en: str, limit_en: str
) -> None:
    measure = found(**facts)[rule].measure

    assert measure is not None
    assert (
        (measure.value_text("cs") or "").replace(NBSP, " "),
        (measure.limit_text("cs") or "").replace(NBSP, " "),
    ) == (
        value,
        limit,
    )
    assert (measure.value_text("en"), measure.limit_text("en")) == (value_en, limit_en)


def test_numbers_in_czech_do_not_break() -> None:
    measure = found(expenses=4_123_450)["DEFICIT"].measure

    assert measure is not None
    assert measure.value_text("cs") == f"−1{NBSP}234,50{NBSP}Kč"


def test_a_value_within_limits_is_told_by_its_ends() -> None:
    known = frame([{"health_limits_work": True, "jobseeker_months": 0}])
    each = {each.rule: each for each in indicators_of(known, PACK, AS_OF)}["MULTIPLE_DISADVANTAGE"]

    assert each.status == "unknown"
    assert each.measure is not None
    assert each.measure.value_text("cs") == "1–4"


def test_of_an_unknown_household_nothing_is_said_and_everything_asked() -> None:
    known = indicators_of(pl.DataFrame({"adults": pl.Series([None], dtype=pl.Int32)}), PACK, AS_OF)

    assert {each.status for each in known} == {"unknown"}
    assert all(each.missing for each in known)
    assert all(each.measure is None or each.measure.least in {None, 0} for each in known)


def test_an_unknown_result_names_what_would_decide_it_asked_for_or_not() -> None:
    unknown = found(health_insurance_paid=None, living_minimum=None)

    assert unknown["BELOW_LIVING_MINIMUM"].missing == ("health_insurance_paid", "living_minimum")
    assert unknown["LIVING_COSTS_LOW"].missing == ("living_minimum",)
    assert unknown["BELOW_GUIDELINE"].missing == ("health_insurance_paid",)
    assert unknown["LIVING_COSTS_LOW"].measure is not None
    assert unknown["LIVING_COSTS_LOW"].measure.limit_text("cs") is None
    assert unknown["HOUSING_BURDEN"].missing == ()


def test_what_is_missing_for_a_rule_that_reads_another_is_named_too() -> None:
    unknown = found(energy_costs=400_001, living_minimum=None)

    assert unknown["ENERGY_BURDEN_STRONG"].missing == ("living_minimum",)


def test_one_known_fact_that_settles_it_is_enough() -> None:
    alone = {each.rule: each.status for each in indicators_of(frame([{"enforcements_running": 1}]), PACK, AS_OF)}

    assert alone["DIS_DEBTS"] == "holds"
    assert alone["ENFORCEMENTS_3"] == "fails"


def test_what_must_be_verified_is_told_where_it_applies_or_may() -> None:
    sentences = {each.rule: [text.en for text in each.verify] for each in found(dwelling_kind="hostel").values()}
    assert sentences["ETHOS_SHELTER"] == []
    assert len(sentences["ENERGY_BURDEN"]) == 1
    service = found(dwelling_kind="residential_service")["ETHOS_SHELTER"]
    assert "home for the elderly" in service.verify[0].en
    assert found(dwelling_kind=None)["ETHOS_SHELTER"].verify == service.verify


rows = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            name: st.one_of(st.none(), st.just(value), st.integers(0, 10_000_000))
            if HOUSEHOLD_FACTS[name].type == "money"
            else st.one_of(st.none(), st.just(value), st.integers(0, 20))
            if HOUSEHOLD_FACTS[name].type == "int"
            else st.sampled_from([None, True, False])
            for name, value in CALM.items()
            if HOUSEHOLD_FACTS[name].type in {"money", "int", "bool"}
        },
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None, max_examples=40)
@given(households=rows)
def test_a_household_is_judged_alone_as_among_others_and_rows_keep_their_order(
    households: list[dict[str, Any]],
) -> None:
    facts = frame([{"adults": 1} | each for each in households])
    together = indicators(facts, PACK, AS_OF)

    assert together.height == facts.height
    for at in range(facts.height):
        assert told(together.row(at, named=True), PACK) == indicators_of(facts[at], PACK, AS_OF)


@settings(deadline=None, max_examples=40)
@given(household=rows, forgotten=st.sets(st.sampled_from(sorted(CALM))))
def test_knowing_less_never_turns_a_result_round(household: list[dict[str, Any]], forgotten: set[str]) -> None:
    full = CALM | {name: value for name, value in household[0].items() if value is not None}
    more = indicators(frame([full]), PACK, AS_OF)
    less = indicators(frame([{name: value for name, value in full.items() if name not in forgotten}]), PACK, AS_OF)

    for rule in RULES:
        assert less[rule][0] in {None, more[rule][0]}, rule


def test_a_list_without_households_gives_a_result_without_rows() -> None:
    empty = indicators(frame([CALM]).clear(), PACK, AS_OF)

    assert empty.height == 0
    assert set(RULES) <= set(empty.columns)
    assert mask_column("DEFICIT") in empty.columns


@pytest.mark.parametrize("count", [0, 2])
def test_one_household_means_one_row(count: int) -> None:
    with pytest.raises(ValueError, match=f"not {count}"):
        indicators_of(frame([CALM] * 2).head(count), PACK, AS_OF)


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2027, 1, 1)])
def test_a_day_the_pack_does_not_know_is_refused(day: date) -> None:
    with pytest.raises(HorizonError):
        indicators(frame([CALM]), PACK, day)


def test_every_rule_about_a_household_says_what_its_threshold_rests_on_and_what_it_measures() -> None:
    words, bases = PACK.vocabularies[WORDS], PACK.vocabularies["indicator_bases"]
    assert set(words) == set(RULES)
    for rule_id, term in words.items():
        assert term.more["basis"] in bases, rule_id
        nodes = [PACK.conditions[condition.if_] for condition in RULES[rule_id].all]
        node = nodes[0] if len(nodes) == 1 else None
        compared = isinstance(node, Compare) and PACK.facts[node.left.name].ordered
        assert ("unit" in term.more) is compared, rule_id
        if isinstance(node, Compare) and compared:
            assert term.more["unit"] in PACK.vocabularies[UNITS], rule_id
            assert node.op in {each.more["sign"] for each in PACK.vocabularies[COMPARISONS].values()}


def test_every_rule_of_the_topic_cites_an_act_and_marks_what_is_not_settled() -> None:
    for rule in (*RULES.values(), *PACK.of("obligations").rules.values()):
        assert rule.topic == "household"
        assert all(readable(cite, PACK.acts, language).link for cite in rule.citations for language in ("cs", "en"))
        assert rule.evidence in EVIDENCE_FROM_STRONGEST
        if PACK.vocabularies[WORDS].get(rule.id) and PACK.term(WORDS, rule.id).more["basis"] == "law":
            assert rule.evidence != "M", rule.id


def test_every_verdict_about_a_household_says_how_loud_it_is() -> None:
    assert {PACK.term("verdicts", rule.verdict).more["level"] for rule in RULES.values()} == {1, 2, 3}


def test_every_ladder_of_the_topic_answers_a_rule_and_costs_are_told() -> None:
    answered = {name for rule in PACK.rules.values() for name in rule.remedies}
    ladders = [ladder for ladder in PACK.ladders.values() if ladder.topic == "household"]
    assert ladders
    for ladder in ladders:
        assert ladder.id in answered, ladder.id
        assert all(step.detail.text(language) for step in ladder.step for language in ("cs", "en"))


def test_the_four_things_never_to_do_are_told_in_both_languages_with_their_sources() -> None:
    warnings = PACK.vocabularies["household_warnings"]
    assert len(warnings) == 4
    for term in warnings.values():
        assert term.cs.startswith("Nikdy")
        assert term.en.startswith("Never")
        assert term.more["evidence"] in EVIDENCE_FROM_STRONGEST
        assert all(act_of(Citation(at=cite), PACK.acts) is not None for cite in term.more["cites"])


@pytest.mark.parametrize(
    ("columns", "code", "place"),
    [
        ({"income": [1]}, "unknown_fact", "column income"),
        ({"income_net": ["20000"]}, "column_type", "column income_net"),
        ({"account_attached": [0]}, "column_type", "column account_attached"),
        ({"tenure_kind": ["najem"]}, "unknown_member", "column tenure_kind"),
        ({"adults": [2**31]}, "value", "column adults"),
    ],
)
def test_a_column_that_would_not_be_read_is_an_error_not_an_unknown(
    columns: dict[str, list[Any]], code: str, place: str
) -> None:
    with pytest.raises(InputError) as refusal:
        indicators(pl.DataFrame(columns), PACK, AS_OF)
    assert [(problem.code, problem.place) for problem in refusal.value.problems] == [(code, place)]


def test_codes_may_be_plain_text_beside_the_name_of_the_household() -> None:
    plain = pl.DataFrame({"household": ["a"], "tenure_kind": ["rented"], "adults": pl.Series([2], dtype=pl.Int64)})

    assert (
        indicators(plain, PACK, AS_OF)
        .drop("household")
        .equals(
            indicators(frame([{"tenure_kind": "rented", "adults": 2}]), PACK, AS_OF).select(
                indicators(plain, PACK, AS_OF).drop("household").columns
            )
        )
    )


@pytest.mark.parametrize(("months", "cs", "en"), [(1, "1 měsíc", "1 month"), (2, "2 měsíce", "2 months"),
                                                  (5, "5 měsíců", "5 months")])  # fmt: skip
def test_months_are_told_as_people_say_them(months: int, cs: str, en: str) -> None:
    told_ = [each.measure for each in found(housing_arrears_months=months).values() if each.measure is not None]
    texts = {(each.value_text("cs") or "").replace(NBSP, " "): each.value_text("en") for each in told_}

    assert texts.get(cs) == en
