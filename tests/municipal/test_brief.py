"""The brief as data: every number is that of its source, unknown stays unknown, what is public tells of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from tests.conftest import AS_OF
from tests.municipal.brief_support import CODE, NAME, PLACE, bare_brief, made, whole_brief
from tests.region.building import CHEB, block, people, report

from dluhy.law.pack import default_pack
from dluhy.municipal.brief.making import brief_of
from dluhy.municipal.brief.suggestions import counted_suggestions
from dluhy.municipal.place.document import place_of
from dluhy.municipal.self_check.checking import self_check
from dluhy.negotiating import SMALL
from dluhy.problems import HorizonError, InputError
from dluhy.region.briefing import newest, numbers_of, own_claims, report_of
from dluhy.region.counting import counted, of_childhood
from dluhy.region.exchange import Line
from dluhy.report.brief_creditor import creditor_part
from dluhy.report.brief_parts import BriefTeller, Said

if TYPE_CHECKING:
    from dluhy.region.overview import Group


def _lines(judged: pl.DataFrame) -> dict[str, tuple[int, int, int]]:
    told = judged.group_by("group").agg(pl.len(), pl.col("person_id").n_unique(), pl.col("balance").sum())
    return {group: (debts, who, total) for group, debts, who, total in told.rows()}


def test_the_numbers_of_the_groups_are_those_of_the_judged_list() -> None:
    numbers, judged = whole_brief().numbers, of_childhood(counted(made().result, CODE))
    assert numbers is not None
    want = _lines(judged)
    for group in numbers.groups:
        assert (group.debts, group.people, group.halere or 0) == want.get(group.group, (0, 0, 0))
    whole = numbers.whole
    assert whole is not None
    assert (whole.debts, whole.people) == (judged.height, judged["person_id"].n_unique())


@pytest.mark.parametrize(
    ("table", "column"),
    [("tones", "tone"), ("regimes", "outcome"), ("creditors", "creditor_code"), ("enforcement_kinds", "enforced_by")],
)
def test_every_table_counts_every_debt_once(table: str, column: str) -> None:
    numbers, judged = whole_brief().numbers, of_childhood(counted(made().result, CODE))
    assert numbers is not None
    told = judged.group_by(pl.col(column).cast(pl.String)).agg(
        pl.len().alias("debts"), pl.col("person_id").n_unique().alias("people"), pl.col("balance").sum()
    )
    want = {code: (debts, who, total) for code, debts, who, total in told.rows()}
    assert {line.code: (line.debts, line.people, line.halere or 0) for line in numbers.table(table)} == want


def test_of_a_list_the_suggestions_are_its_own_in_their_order() -> None:
    assert [item.id for item in whole_brief().suggestions] == [item.id for item in made().found.standing]
    assert whole_brief().undecided == made().found.undecided


def test_what_an_exchange_file_counts_is_suggested_for_as_many_debts_of_childhood() -> None:
    numbers = numbers_of(made().report)
    rows = made().found.rows.filter(pl.col("level") == "debt").with_columns(pl.col("row").cast(pl.Int64))
    childhood = of_childhood(counted(made().result, CODE)).select(
        pl.col("row").cast(pl.Int64), ref=pl.when(pl.col("part") > 0)
        .then(pl.format("{}/{}", "row", "part")).otherwise(pl.col("row").cast(pl.String)),
    )  # fmt: skip
    want = dict(rows.join(childhood, on=["row", "ref"]).group_by("intervention").len().rows())
    items = counted_suggestions(numbers, default_pack())
    assert items
    assert {item.id: item.counts.debts for item in items} == want
    assert not any(item.refs or item.people or item.due_on for item in items)


def test_a_brief_of_an_exchange_file_says_the_same_numbers_as_one_of_the_list() -> None:
    of_file = brief_of(CODE, as_of=AS_OF, numbers=numbers_of(made().report))
    assert of_file.numbers == whole_brief().numbers
    assert {item.id for item in of_file.suggestions if item.level == "debt"} <= {
        item.id for item in whole_brief().suggestions
    }


def test_what_is_not_known_stays_unknown() -> None:
    brief = bare_brief()
    nothing = (brief.numbers, brief.index, brief.creditor, brief.services)
    assert nothing == (None, None, None, None)
    assert brief.suggestions == ()
    assert brief.questions


def test_a_summary_of_nobody_is_nought_and_not_unknown() -> None:
    numbers = numbers_of(people(CHEB, 0))
    assert numbers.whole is not None
    assert numbers.whole.people == 0
    assert {group.people for group in numbers.groups} == {0}


def test_the_sum_is_unknown_where_no_balance_is() -> None:
    line: dict[str, Any] = {"group": "children", "debts": 2, "people": 1, "halere": 0, "amounts_unknown": 2}
    made_block = block(CHEB, {"children": (1, 2, 0)})
    groups = [group.model_copy(update=line) if group.group == "children" else group for group in made_block.groups]
    numbers = numbers_of(report(made_block.model_copy(update={"groups": groups})))
    assert numbers.groups[0].halere is None
    assert numbers.whole is not None
    assert numbers.whole.halere is None


@pytest.mark.parametrize(("children", "hidden"), [(1, True), (SMALL - 1, True), (SMALL, False), (0, False)])
def test_for_the_public_a_small_group_is_hidden_with_everything(children: int, *, hidden: bool) -> None:
    numbers = numbers_of(people(CHEB, children, adults=40), public=True)
    group = numbers.groups[0]
    assert group.hidden is hidden
    assert (group.people is None, group.debts is None, group.halere is None) == (hidden,) * 3
    assert (numbers.whole is None) is hidden
    assert numbers.rows_judged is None
    assert set(numbers.tables) == {"interventions"}


def test_for_the_public_an_intervention_stands_only_for_enough_people_of_groups_not_hidden() -> None:
    base = block(CHEB, {"children": (3, 9, 90_000), "adults": (30, 60, 900_000)})
    told: list[tuple[Group, str, int]] = [
        ("children", "M-18", 3),
        ("children", "M-03", 3),
        ("adults", "M-03", 7),
        ("adults", "M-37", SMALL - 1),
        ("adults", "M-01", SMALL),
    ]
    lines = [Line(group=group, code=code, people=count, debts=count, halere=1_000, amounts_unknown=0)
             for group, code, count in told]  # fmt: skip
    tables = base.tables.model_copy(update={"interventions": lines})
    numbers = numbers_of(report(base.model_copy(update={"tables": tables})), public=True)
    brief = brief_of(CHEB, as_of=AS_OF, numbers=numbers, public=True)
    assert {item.id for item in brief.suggestions if item.level == "debt"} == {"M-03", "M-01"}
    assert numbers.table("interventions")[0].people == 7


def test_a_public_brief_tells_of_no_debt_and_nobody() -> None:
    brief = whole_brief(public=True)
    assert [item for item in brief.suggestions if item.level == "debt"]
    for item in brief.suggestions:
        assert (item.counts.debts, item.counts.people, item.counts.children, item.counts.balance) == (0, 0, 0, None)
        assert (item.refs, item.people, item.birthday, item.facts, item.child) == ((), (), None, (), False)
        assert item.level == "place" or item.due_on is None
    assert brief.creditor is not None
    assert all(change.found is None for change in brief.creditor.changes)
    assert all(asked.origin == "place" for asked in brief.questions)


def test_numbers_that_are_not_public_make_no_public_brief() -> None:
    with pytest.raises(ValueError, match="public"):
        brief_of(CODE, as_of=AS_OF, numbers=numbers_of(made().report), public=True)


def test_the_own_claims_are_those_that_the_municipality_is_the_creditor_of() -> None:
    own = own_claims(made().result, CODE)
    frame = counted(made().result, CODE)
    assert own.judged.height == frame.filter(pl.col("creditor_code") == CODE).height > 0


def test_the_self_check_of_the_municipality_as_creditor_has_the_same_counts_and_the_brief_says_whose_they_are() -> None:
    result = made().result
    own = self_check(own_claims(result, CODE), None, default_pack())
    alone = self_check(result, None, default_pack(), creditor=f"Město {NAME}")
    assert own.ledger.found == alone.ledger.found != self_check(result, None, default_pack()).ledger.found
    part = creditor_part(whole_brief(), BriefTeller(default_pack(), "cs"))
    assert any(
        "jejichž věřitelem je sama obec" in item.text.replace("\u00a0", " ")
        for item in part.items
        if isinstance(item, Said)
    )


def test_without_a_list_the_answers_say_what_to_change() -> None:
    brief = brief_of(CODE, as_of=AS_OF, document=place_of(PLACE))
    assert brief.creditor is not None
    assert not brief.creditor.from_list
    changed = {change.item.key for change in brief.creditor.changes}
    assert {"collection.guideline", "collection.age_check"} <= changed
    assert "collection.instalments" in {item.key for item in brief.creditor.fine}
    assert all(change.answer is not None for change in brief.creditor.changes)


def test_services_answer_the_suggestions_and_gaps_are_of_the_own_district() -> None:
    services = whole_brief().services
    assert services is not None
    names = {item.id for item in whole_brief().suggestions}
    assert all(names & set(advice.match.interventions) for advice in services.advice)
    assert {gap.authority for gap in services.gaps} <= {whole_brief().place.authority}
    assert all(gap.standing != "covered" for gap in services.gaps)


def test_of_several_days_the_newest_counts() -> None:
    old, new = people(CHEB, 3, day=AS_OF.replace(month=9)), people(CHEB, 4)
    assert newest([new, old]) == {CHEB: new}


@pytest.mark.parametrize("code", ["123456", "x"])
def test_a_code_of_no_municipality_is_refused(code: str) -> None:
    with pytest.raises(InputError):
        brief_of(code, as_of=AS_OF)


def test_a_day_that_the_pack_does_not_know_is_refused() -> None:
    with pytest.raises(HorizonError):
        brief_of(CODE, as_of=AS_OF.replace(year=2031))


def test_a_summary_of_another_municipality_is_refused() -> None:
    from dluhy.region.briefing import exchange_of

    exchange = exchange_of(made().result, CODE, made().found)
    with pytest.raises(InputError, match=CHEB):
        report_of(exchange, CHEB, "souhrn.json")


def test_practice_and_who_decides_rest_on_acts_that_the_pack_has() -> None:
    pack = default_pack()
    terms = [*pack.vocabularies["brief_decides"].values(), *pack.vocabularies["good_practice"].values()]
    for term in terms:
        assert term.more["cites"]
        assert set(term.more.get("interventions", ())) <= set(pack.interventions)
