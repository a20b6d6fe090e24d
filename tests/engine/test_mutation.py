"""Mutants: what is made of a rule, which examples notice it, and what is said where none does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.law.support import presumption, rule, shipped_pack, with_own_rules

from dluhy.cli import main
from dluhy.engine.mutants import mutants, text_of
from dluhy.engine.mutation import survivors
from dluhy.facts.derived import functions
from dluhy.law.conditions import parse
from dluhy.law.pack import load_texts

if TYPE_CHECKING:
    from pathlib import Path

    from dluhy.engine.mutation import Survivor
    from dluhy.law.pack import Pack


def example(facts: str, expect: str, more: str = "") -> str:
    return f'[[rule.example]]\nfacts = {{ {facts} }}\nexpect = "{expect}"\n{more}'


SINCE_2016 = (example("fee_year = 2016", "holds"), example("fee_year = 2015", "fails"), example("", "unknown"))


def pack_of(*texts: str) -> Pack:
    return load_texts(with_own_rules("".join(texts)))


def surviving(*texts: str) -> list[Survivor]:
    return survivors(pack_of(*texts), functions())


def changes_of(*conditions: str, more: str = "") -> set[tuple[str, str]]:
    pack = pack_of(rule("R", *conditions, more=more), rule("S", "owners_association = true"))
    return {(mutant.before, mutant.after) for mutant in mutants(pack.rules["R"], pack)}


@pytest.mark.parametrize(
    ("condition", "others"),
    [
        ("fee_year >= 2016", {"fee_year >= 2015", "fee_year >= 2017", "fee_year <= 2016"}),
        (
            "due_on < 2016-01-01",
            {"due_on < 2015-12-31", "due_on < 2016-01-02", "due_on > 2016-01-01"},
        ),
        ("costs > 0", {"costs > -0.01", "costs > 0.01", "costs < 0"}),
        (
            "fee_year = 2016",
            {"fee_year = 2015", "fee_year = 2017", "fee_year != 2016", "fee_year <= 2016", "fee_year >= 2016"},
        ),
        ("assessed_fee > triple_limit", {"assessed_fee < triple_limit", "assessed_fee >= triple_limit"}),
        ("in_institution = true", {"in_institution = false"}),
        ("in_institution", {"NOT in_institution"}),
        ("[S]", {"NOT [S]"}),
        ("NOT [S]", {"[S]"}),
        ("due_on IS NULL", {"NOT (due_on IS NULL)"}),
        ("fee_type = 'old'", {"fee_type = 'system'", "fee_type != 'old'"}),
        (
            "fee_type IN ('old', 'system')",
            {
                "fee_type IN ('old')",
                "fee_type IN ('system')",
                "fee_type IN ('old', 'system', 'deposit')",
                "NOT (fee_type IN ('old', 'system'))",
            },
        ),
        (
            "[S] OR in_institution",
            {
                "[S] AND in_institution",
                "[S]",
                "in_institution",
                "NOT [S] OR in_institution",
                "[S] OR NOT in_institution",
            },
        ),
    ],
)
def test_every_small_change_of_a_condition_is_made_once(condition: str, others: set[str]) -> None:
    assert changes_of(condition) == {(condition, other) for other in others}


def test_an_interval_is_shifted_at_both_ends_and_opened() -> None:
    after = {other for _, other in changes_of("fee_year BETWEEN 2013 AND 2015")}

    assert {"fee_year >= 2012 AND fee_year <= 2015", "fee_year >= 2013 AND fee_year <= 2016"} <= after
    assert {"fee_year >= 2013", "fee_year <= 2015", "fee_year >= 2013 OR fee_year <= 2015"} <= after


def test_a_condition_of_several_is_also_left_out_and_a_lone_one_is_not() -> None:
    assert {("[S]", ""), ("in_institution", "")} <= changes_of("[S]", "in_institution")
    assert ("[S]", "") not in changes_of("[S]")


def test_a_kind_is_left_out_and_another_one_added() -> None:
    made = changes_of("[S]", more='applies = { fee_type = ["old", "system"] }')

    assert {after for before, after in made if before.startswith("applies")} == {
        "applies fee_type: old",
        "applies fee_type: system",
        "applies fee_type: old, system, deposit",
    }


def test_the_days_a_rule_is_in_force_are_shifted_and_opened() -> None:
    made = changes_of("[S]", more="in_force = { from = 2020-01-01, to = 2020-12-31 }")

    assert {after.removeprefix("in_force ") for before, after in made if before.startswith("in_force")} == {
        "2019-12-31 – 2020-12-31",
        "2020-01-02 – 2020-12-31",
        "2020-01-01 – 2020-12-30",
        "2020-01-01 – 2021-01-01",
        "None – 2020-12-31",
        "2020-01-01 – None",
    }


def test_each_condition_of_the_pack_and_of_its_mutants_is_written_so_that_it_reads_the_same() -> None:
    pack = shipped_pack()
    for item in pack.rules.values():
        for mutant in mutants(item, pack):
            for node in mutant.judged.conditions:
                assert parse(text_of(node)) == node


def test_examples_at_both_sides_of_a_boundary_leave_no_survivor() -> None:
    assert surviving(rule("R", "fee_year >= 2016", more="".join(SINCE_2016))) == []


@pytest.mark.parametrize(
    ("absent", "after"), [(0, "fee_year >= 2017"), (1, "fee_year >= 2015")], ids=["at the boundary", "below it"]
)
def test_without_one_side_of_a_boundary_its_shift_survives_and_names_the_example(absent: int, after: str) -> None:
    kept = [text for at, text in enumerate(SINCE_2016) if at != absent]

    (survivor,) = surviving(rule("R", "fee_year >= 2016", more="".join([*kept, example("fee_year = 2030", "holds")])))

    assert (survivor.rule, survivor.before, survivor.after) == ("R", "fee_year >= 2016", after)
    assert survivor.facts == {"fee_year": 2016 - absent}
    assert survivor.expect == ("holds", "fails")[absent]


def test_a_rule_without_examples_notices_nothing() -> None:
    assert {survivor.after for survivor in surviving(rule("R", "fee_year >= 2016"))} == {
        after for _, after in changes_of("fee_year >= 2016")
    }


def test_an_example_that_comes_out_otherwise_than_written_notices_nothing() -> None:
    wrong = example("fee_year = 2016", "fails")

    survivor = next(s for s in surviving(rule("R", "fee_year >= 2016", more=wrong)) if s.after == "fee_year >= 2017")

    assert (survivor.facts, survivor.expect) == ({"fee_year": 2016}, "holds")


def test_the_example_named_for_each_survivor_notices_it() -> None:
    conditions = "fee_type IN ('old', 'system') AND (fee_year >= 2016 OR in_institution)", "costs > 10"
    found = surviving(rule("R", *conditions))
    proposed = [
        example(
            ", ".join(
                f"{n} = {v if isinstance(v, int) and not isinstance(v, bool) else toml(v)}" for n, v in s.facts.items()
            ),
            s.expect,
        )
        for s in found
        if s.facts is not None and s.expect is not None
    ]

    assert len(proposed) == len(found) > 10
    assert surviving(rule("R", *conditions, more="".join(dict.fromkeys(proposed)))) == []


def toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def test_a_mutant_that_differs_only_in_what_is_missing_is_noticed_where_the_example_says_what_is_missing() -> None:
    silent = example('debt_kind = "local_fee_waste"', "unknown")
    said = example(
        'debt_kind = "local_fee_waste"', "unknown", 'missing = ["child_owns_property", "owners_association"]\n'
    )
    conditions = "child_owns_property OR owners_association"

    def changes(text: str) -> set[str]:
        return {survivor.after for survivor in surviving(rule("R", conditions, more=text))}

    assert changes(silent) - changes(said) == {"child_owns_property", "owners_association"}


def test_a_change_that_another_condition_makes_idle_is_no_mutant() -> None:
    """Where the year is at most 2012 anyway, `= 2012` and `>= 2012` are the same."""
    examples = (
        example("fee_year = 2012", "holds"), example("fee_year = 2011", "fails"), example("fee_year = 2013", "fails"),
        example("", "unknown"),
    )  # fmt: skip

    found = surviving(rule("R", "fee_year <= 2012", "fee_year = 2012", more="".join(examples)))

    assert found == []


def test_a_change_that_another_rule_makes_idle_is_no_mutant() -> None:
    early = rule("EARLY", "fee_year <= 2012", more="".join([
        example("fee_year = 2012", "holds"), example("fee_year = 2013", "fails"), example("", "unknown"),
    ]))  # fmt: skip
    examples = example("fee_year = 2012", "holds"), example("fee_year = 2011", "fails"), example("", "unknown")
    text = rule("R", "[EARLY]", "fee_year = 2012", more="".join(examples))

    assert surviving(early, text) == []

    (survivor,) = surviving(early.replace("= 2013", "= 2014").replace("= 2012", "= 2013"), text)
    assert (survivor.after, survivor.facts) == ("fee_year >= 2012", {"fee_year": 2013})


def test_days_in_force_that_no_example_tries_are_told_with_the_day() -> None:
    examples = example("in_institution = true", "holds"), example("in_institution = false", "fails")
    text = rule(
        "R", "in_institution", more="in_force = { from = 2020-01-01 }\n" + "".join([*examples, example("", "unknown")])
    )

    found = {s.after: (s.as_of, s.expect) for s in surviving(text)}

    assert found["in_force 2019-12-31 – None"] == (date(2019, 12, 31), "fails")
    assert found["in_force 2020-01-02 – None"] == (date(2020, 1, 1), "holds")


def test_a_change_that_a_presumption_makes_idle_is_no_mutant() -> None:
    """Where an unknown stay is taken for none, `in_institution IS NULL` never holds."""
    condition = "in_institution = false OR in_institution IS NULL"
    examples = example("in_institution = false", "holds"), example("in_institution = true", "fails")
    text = rule("R", condition, more="".join(examples))

    with_presumption = {
        s.after for s in surviving(text, presumption("in_institution", "false", "in_institution IS NULL"))
    }

    assert "in_institution = false" in {s.after for s in surviving(text)}
    assert with_presumption == set()


def test_only_the_rules_asked_for_are_tried() -> None:
    pack = pack_of(rule("R", "fee_year >= 2016"), rule("S", "fee_year >= 2017"))

    assert {survivor.rule for survivor in survivors(pack, functions(), {"S"})} == {"S"}


def test_no_mutant_of_the_shipped_pack_survives() -> None:
    assert [(s.rule, s.before, s.after) for s in survivors(shipped_pack(), functions())] == []


def written(folder: Path, text: str) -> str:
    for name, content in with_own_rules(text).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return str(folder)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["rules", "mutate", *arguments])
    return int(ended.value.code or 0)


def test_the_command_prints_the_missing_example_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path, rule("R", "fee_year >= 2016", more=SINCE_2016[0] + SINCE_2016[2]))

    assert run("--rules", folder) == 1
    printed = capsys.readouterr()
    assert "own.toml rule R\n  fee_year >= 2016\n→ fee_year >= 2015\n" in printed.out
    assert '[[rule.example]]\nfacts = { fee_year = 2015 }\nexpect = "fails"\n' in printed.out
    assert printed.err.startswith("Přežilo")


def test_the_command_tells_that_nothing_survived(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(tmp_path, rule("R", "fee_year >= 2016", more="".join(SINCE_2016)))

    assert run("R", "--rules", folder, "--lang", "en") == 0
    assert "3 changes in 1 rules" in capsys.readouterr().out


def test_the_command_refuses_a_rule_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("NIC", "--rules", written(tmp_path, rule("R", "fee_year >= 2016"))) == 2
    assert "unknown_rule" in capsys.readouterr().err
