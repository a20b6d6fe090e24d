from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.law.support import changed, refusals, shipped, shipped_pack, the_one

from dluhy.engine.examples import check_examples
from dluhy.facts.derived import functions
from dluhy.law.pack import default_pack, default_path, load, load_texts
from dluhy.problems import HorizonError, PackError

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.law.pack import Pack

FEES = "children/local_fees.toml"


def test_the_shipped_pack_loads_and_every_example_comes_out_as_written() -> None:
    pack = load(default_path())

    assert pack.info.id == "cz"
    assert check_examples(pack, functions()) == []


def test_the_shipped_pack_is_loaded_once_per_process() -> None:
    assert default_pack() is default_pack()
    assert default_pack() == shipped_pack()


def test_every_rule_of_a_partition_every_step_and_every_condition_is_found_by_its_name() -> None:
    pack = shipped_pack()

    assert {rule.id for rule in pack.partitions["list"]} == {"LIST-0", "LIST-1", "LIST-2", "LIST-D"}
    assert pack.steps["W0-CHECK"][0].id == "RM-W0"
    assert pack.steps["W0-CHECK"][1].actor == "office"
    assert {condition.if_ for rule in pack.rules.values() for condition in rule.all} <= set(pack.conditions)
    assert pack.term("verdicts", "exempt").text("cs") == "dítě bylo od poplatku zcela nebo zčásti osvobozeno"
    assert pack.term("verdicts", "exempt").text("en") == "the child was wholly or partly exempt from the fee"


def test_a_folder_is_read_with_its_subfolders_and_only_its_toml_files(tmp_path: Path) -> None:
    for name, content in shipped().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "children" / "README.md").write_text("no rule", encoding="utf-8")

    assert load(tmp_path) == shipped_pack()


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as refusal:
        load(tmp_path)

    problem = the_one(refusal.value.problems, "empty_pack")
    assert (problem.cs, problem.en) == ("sada pravidel je prázdná", "the pack is empty")


def test_the_message_of_the_refusal_has_a_line_for_every_problem() -> None:
    texts = changed(("pack.toml", 'id = "cz"', 'id = "cz"\ncountry = "cz"'), (FEES, 'id = "W0"\n', ""))

    with pytest.raises(PackError) as refusal:
        load_texts(texts)

    assert str(refusal.value).splitlines() == [
        "children/local_fees.toml rule 0 id: a required field is missing [schema_missing]",
        "pack.toml pack(cz) country: an unknown field [schema_extra_forbidden]",
    ]


def test_a_pack_without_a_head_is_refused() -> None:
    texts = shipped()
    del texts["pack.toml"]

    problem = the_one(refusals(texts), "pack_head")

    assert problem.text("cs") == "rules: sada musí mít právě jednu hlavičku [pack] [pack_head]"
    assert problem.text("en") == "rules: the pack needs exactly one [pack] [pack_head]"


def test_a_pack_with_two_heads_is_refused() -> None:
    texts = shipped() | {"second.toml": shipped()["pack.toml"]}

    assert the_one(refusals(texts), "pack_head").place == "rules"


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (FEES, 'id = "W1"', 'id = "W0"', "children/local_fees.toml rule W0"),
        ("children/remedies.toml", 'id = "W0-STOP-TAX"', 'id = "W0-CHECK"', "ladder RM-W0 step W0-CHECK"),
        ("children/remedies.toml", 'id = "RM-W1"', 'id = "RM-W0"', "children/remedies.toml ladder RM-W0"),
        (
            "children/presumptions.toml",
            'id = "P-TITLE"',
            'id = "P-OLD-FEE"',
            "presumptions.toml presumption P-OLD-FEE",
        ),
        ("kinds/debts.toml", 'code = "tort"', 'code = "rent"', "kinds/debts.toml debt_kinds rent"),
        ("kinds/facts.toml", 'name = "due_on"', 'name = "birth_date"', "kinds/facts.toml fact birth_date"),
        ("acts.toml", 'id = "280/2009"', 'id = "565/1990"', "acts.toml act 565/1990"),
        (
            "amounts/ages.toml",
            'id = "age_of_own_service"',
            'id = "age_of_majority"',
            "ages.toml series age_of_majority",
        ),
    ],
)
def test_an_id_used_twice_is_refused_where_it_stands_the_second_time(file: str, old: str, new: str, place: str) -> None:
    problem = the_one(refusals(changed((file, old, new))), "duplicate")

    assert problem.place.endswith(place)
    assert "už je" in problem.cs
    assert "already used" in problem.en


def test_an_id_used_in_two_files_is_refused() -> None:
    problems = refusals(shipped() | {"second.toml": shipped()["amounts/ages.toml"]})

    assert {problem.place for problem in problems} == {
        "second.toml series age_of_majority",
        "second.toml series age_of_own_service",
        "second.toml series age_of_protection_2021",
        "second.toml series age_of_earliest_capacity",
        "second.toml series age_of_own_opinion",
        "second.toml series age_of_tort_liability",
    }


def test_a_circle_of_rules_is_refused_with_its_chain() -> None:
    """W3 waits for W2, and W2 for W3."""
    texts = changed(
        (FEES, "debt_kind = 'local_fee_other' OR fee_year <= 2020 OR", "NOT [W3] OR"),
        (FEES, "if = \"fee_type IN ('system', 'deposit')\"", 'if = "NOT [W2]"'),
    )

    problem = the_one(refusals(texts), "cycle")

    assert problem.place == "rules [W2]"
    assert problem.cs == "kruhová závislost: [W2] → [W3] → [W2]"
    assert problem.en == "circular dependency: [W2] → [W3] → [W2]"


def test_a_rule_that_waits_for_itself_through_its_note_is_refused() -> None:
    texts = changed((FEES, 'if = "property_occupied = false"', 'if = "[W3-OWNER]"'))

    assert the_one(refusals(texts), "cycle").en == "circular dependency: [W3-OWNER] → [W3-OWNER]"


@pytest.fixture(name="pack")
def _pack() -> Pack:
    """Give the shipped pack, which knows the children's topic from 1 January to 31 December 2026."""
    return shipped_pack()


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 12, 31)])
def test_a_topic_may_be_asked_on_the_first_and_on_the_last_day_of_its_horizon(pack: Pack, day: date) -> None:
    pack.require_known("children", day)


@pytest.mark.parametrize(
    ("day", "code", "cs", "en"),
    [
        (date(2025, 12, 31), "before_horizon", "zná sada pravidel 2026.11 od 2026-01-01", "from 2026-01-01"),
        (date(2027, 1, 1), "past_horizon", "zná sada pravidel 2026.11 do 2026-12-31", "until 2026-12-31"),
    ],
)
def test_a_day_outside_the_horizon_is_refused_with_the_nearest_known_day(
    pack: Pack, day: date, code: str, cs: str, en: str
) -> None:
    with pytest.raises(HorizonError) as refusal:
        pack.require_known("children", day)

    problem = the_one(refusal.value.problems, code)
    assert problem.place == f"as_of {day}"
    assert cs in problem.cs
    assert en in problem.en


def test_a_horizon_says_why_it_ends(pack: Pack) -> None:
    with pytest.raises(HorizonError) as refusal:
        pack.require_known("deductions", date(2027, 1, 1))

    problem = the_one(refusal.value.problems, "past_horizon")
    assert "na nařízení pro rok 2027 se čeká" in problem.cs
    assert "the regulation for 2027 is awaited" in problem.en
