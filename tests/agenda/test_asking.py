"""The effect told of an answer is what a screening with that answer put into the document says."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.agenda.support import CASES, document, screened, sources

from dluhy import screen
from dluhy.asking import Effect, questions_of
from dluhy.asking.claims import of_claims
from dluhy.asking.debts import of_debts
from dluhy.asking.households import of_household
from dluhy.asking.petitions import of_petitions
from dluhy.case import Case, case_facts
from dluhy.case.defects import defects_of_case
from dluhy.case.gaps import place_to_write
from dluhy.children.check import checker
from dluhy.law.models import Bilingual
from dluhy.law.pack import default_pack
from dluhy.screening import household_of, screen_case

if TYPE_CHECKING:
    from dluhy.asking import Answer, Question
    from dluhy.case.frames import Places

PACK = default_pack()
JUDGE = checker()
OF_DEBTS = ("pripady/dite_17_poplatky_jizdne.toml", "pripady/dospely_operator.json", "pripady/mnoho_mezer.toml",
            "pripady/zemrely_cizinec.toml", "domacnosti/06_rodina_dva_dluznici_dluh_ditete.toml",
            "domacnosti/08_mlady_dospely_z_domova.toml")  # fmt: skip
LEAVES = ("kind", "due_on", "arose_on", "acted_by", "fee_year", "fee_type", "birth_date", "status", "began_on",
          "court_approval", "earning_activity", "representation", "nothing_recovered", "title")  # fmt: skip


def words(effect: Effect, name: str) -> str:
    """Return a text that an effect names."""
    found = effect.values[name]
    assert isinstance(found, Bilingual)
    return found.cs


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "name",
    ["klienti/02_matka_dve_deti_najem_mikropujcka.json", "klienti/08_rozhodci_nalez_bezvysledna_exekuce.json"],
)
def test_an_answer_about_a_claim_brings_what_a_screening_brings(name: str) -> None:
    raw, found = document(name), screened(name)
    now = {each.debt: each for each in found.defects}
    told = placed(of_claims(found.defects, found.rows, PACK, found.as_of))
    assert told
    for question, answer in told:
        case = Case.model_validate(put(raw, question.places[0], answer.value))
        rows = case_facts(case, JUDGE.pack)
        after = defects_of_case(case, JUDGE.judge(rows.frame, case.as_of), PACK, rows=rows)
        for each in (one for one in after if one.debt in question.about):
            mine = [effect for effect in answer.effects if effect.debts == (each.debt,)]
            rules = {one.rule.title.cs for one in each.holding} - {one.rule.title.cs for one in now[each.debt].holding}
            said = {words(effect, "title") for effect in mine if effect.code == "objection"}
            assert said == rules, (question.fact, answer.value)
            sums = [effect.values["amount"] for effect in mine if effect.code == "drops"]
            most = each.most or 0
            assert sums == ([most] if most > (now[each.debt].most or 0) else []), (question.fact, answer.value)


def put(raw: dict[str, Any], place: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - of any field
    """Return a document with a value at a place; parts that are absent are made."""
    made = deepcopy(raw)
    here: Any = made
    *path, last = place.strip("/").split("/")
    for step in path:
        here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
    here[last] = value.isoformat() if isinstance(value, date) else value
    return made


def judged(raw: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the debts of a document by their id as the screening judges them."""
    case = Case.model_validate(raw)
    rows = case_facts(case, JUDGE.pack)
    lines = JUDGE.judge(rows.frame, case.as_of).iter_rows(named=True)
    return {line["debt_id"]: line for line in lines}


def asked(raw: dict[str, Any]) -> list[Question]:
    case = Case.model_validate(raw)
    rows = case_facts(case, JUDGE.pack)
    return of_debts(rows, JUDGE.judge(rows.frame, case.as_of), JUDGE, case.as_of)


def same_as_a_screening(raw: dict[str, Any], question: Question, answer: Answer) -> None:
    before = judged(raw)
    after = judged(put(raw, question.places[0], answer.value))
    freed = {name for name, line in after.items() if line["child_owes"] == "no" != before[name]["child_owes"]}
    moved = {name for name, line in after.items() if line["outcome"] != before[name]["outcome"]}
    told = {debt for effect in answer.effects if effect.code == "not_owed" for debt in effect.debts}
    said = {effect.debts[0]: words(effect, "verdict") for effect in answer.effects if effect.code == "verdict"}
    steps = {effect.debts[0]: words(effect, "title") for effect in answer.effects if effect.code == "step"}
    assert told == freed, (question.fact, answer.value)
    assert answer.amount == sum(before[name]["balance"] or 0 for name in moved)
    verdicts = PACK.vocabularies["verdicts"]
    expected = {name: verdicts[after[name]["verdict"]].cs for name in moved - freed}
    assert said == {name: text for name, text in expected.items() if after[name]["outcome"] != "NEEDS_DATA"}
    for name, line in after.items():
        if line["next_step"] != before[name]["next_step"] and line["next_step"] is not None:
            assert steps[name] == PACK.steps[line["next_step"]][1].title.cs


def placed(questions: list[Question]) -> list[tuple[Question, Answer]]:
    return [(q, a) for q in questions for a in q.answers if len(q.places) == 1 and "/-/" not in q.places[0]]


@pytest.mark.sweep(2)
@pytest.mark.parametrize("name", OF_DEBTS)
def test_an_answer_about_a_debt_changes_what_a_screening_with_it_changes(name: str) -> None:
    raw = document(name)
    for question, answer in placed(asked(raw)):
        same_as_a_screening(raw, question, answer)


@st.composite
def with_gaps(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a fixture with some of what it says left out."""
    raw = deepcopy(document(draw(st.sampled_from(OF_DEBTS))))
    places = [(part, leaf) for name in ("debts", "people", "enforcements") for part in raw.get(name, ())
              for leaf in LEAVES if leaf in part]  # fmt: skip
    for part, leaf in draw(st.lists(st.sampled_from(places), max_size=5)):
        part.pop(leaf, None)
    return raw


@pytest.mark.thorough
@given(with_gaps(), st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_with_any_gaps_an_answer_changes_what_a_screening_with_it_changes(
    raw: dict[str, Any], data: st.DataObject
) -> None:
    found = placed(asked(raw))
    if found:
        same_as_a_screening(raw, *data.draw(st.sampled_from(found)))


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["pripady/dospely_operator.json", "domacnosti/03_matka_dve_deti_minimalni_mzda.toml"])
def test_an_answer_about_a_petition_brings_the_class_of_entry_that_a_screening_brings(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, found = document(name), screened(name)
    for what in ("strategies_of_case", "reliefs_without"):  # they come after entry, and take most of a screening
        monkeypatch.setattr(f"dluhy.screening.{what}", lambda *_, **__: ())
    (relief,) = found.relief
    assert relief.entry is not None
    told = [(q, a) for q in of_petitions(found.relief, PACK, found.as_of) if q.places for a in q.answers]
    assert len(told) > 10
    for question, answer in told:
        (after,) = screen_case(Case.model_validate(put(raw, question.places[0], answer.value))).relief
        assert after.entry is not None
        assert answer.changes_class == (after.entry.kind != relief.entry.kind), (question.fact, answer.value)
        classes = [words(e, "verdict") for e in answer.effects if e.code in {"entry", "entry_open"}]
        label = PACK.term("entry_classes", after.entry.kind).cs
        assert classes == ([label] if answer.changes_class else [])


@pytest.mark.sweep(1)
@pytest.mark.parametrize(
    "name", ["domacnosti/14_mnoho_neznameho.json", "domacnosti/06_rodina_dva_dluznici_dluh_ditete.toml"]
)
def test_an_answer_about_a_household_brings_the_indicators_that_a_screening_brings(name: str) -> None:
    raw, found = document(name), screened(name)
    assert found.household is not None
    now = {each.rule for each in found.household.sheet.indicators if each.status == "holds"}
    told = [(q, a) for q in of_household(found.household, PACK) if q.places for a in q.answers]
    for question, answer in told:
        after = household_of(Case.model_validate(put(raw, question.places[0], answer.value)))
        holding = {each.rule for each in after.sheet.indicators if each.status == "holds"}
        said = {words(effect, "title") for effect in answer.effects if effect.code == "indicator"}
        assert said == {PACK.rules[rule].title.cs for rule in holding - now}, (question.fact, answer.value)


@pytest.mark.sweep(10)
@pytest.mark.parametrize("name", CASES)
def test_each_fact_is_asked_once_and_limits_come_first(name: str) -> None:
    found = screened(name)
    questions = questions_of(sources(found), found.rows, found.checker)
    once = [(q.fact, q.people, debt) for q in questions for debt in q.about or ("",)]
    assert len(once) == len(set(once))
    limits = [q.limits for q in questions]
    assert limits == sorted(limits, reverse=True)
    marks = {fact: t.more["order"] for t in PACK.vocabularies["question_ranks"].values() for fact in t.more["facts"]}
    told = [(marks.get(q.fact, 2), 0 if marks.get(q.fact) == 1 else -q.weight) for q in questions if not q.limits]
    assert told == sorted(told)


@pytest.mark.parametrize("name", ["pripady/dite_17_poplatky_jizdne.toml", "domacnosti/14_mnoho_neznameho.json"])
def test_questions_do_not_depend_on_the_order_of_the_document(name: str) -> None:
    found, raw = screened(name), document(name)
    for part in ("debts", "enforcements", "people", "incomes"):
        if part in raw:
            raw[part] = raw[part][::-1]
    turned = screen_case(Case.model_validate(raw))
    one, other = (questions_of(sources(s), s.rows, s.checker) for s in (found, turned))
    assert [(q.fact, q.people, sorted(q.about), q.weight) for q in one] == [
        (q.fact, q.people, sorted(q.about), q.weight) for q in other
    ]


def test_where_facts_are_written_is_found_once_for_each_debt(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the number of debts, not with its square."""
    found: Counter[int] = Counter()
    for debts in (20, 40):

        def counted(fact: str, place: Places, debts: int = debts) -> str | None:
            found[debts] += 1
            return place_to_write(fact, place)

        monkeypatch.setattr("dluhy.asking.debts.place_to_write", counted)
        screen({"ref": "x", "as_of": "2026-11-21", "people": [], "debts": [{}] * debts})
    assert found[20]
    assert found[40] == 2 * found[20]
