"""The place document: what is absent is unknown, everything wrong is told at once, nothing is made up."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.case.small_schema import accepts

from dluhy.cli import main
from dluhy.documents.fields import fields, part_of
from dluhy.law.pack import default_pack
from dluhy.municipal.place.document import Place, parse_place, place_schema_text, place_template
from dluhy.municipal.place.gaps import place_gaps
from dluhy.municipal.place.local_facts import local_facts
from dluhy.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.documents.fields import Part
    from dluhy.problems import Language

PACK = default_pack()
PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "obec.schema.json"
HEAD = 'code = "554961"\nas_of = "2026-11-21"\n'


def codes(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as told:
        parse_place(text)
    assert all(problem.cs and problem.en for problem in told.value.problems)
    return [(problem.code, problem.place) for problem in told.value.problems]


def keys(part: type[Part]) -> Iterator[str]:
    for key, field in fields(part).items():
        yield key
        inside = part_of(field)
        if inside is not None:
            yield from keys(inside)


@pytest.mark.parametrize("language", ["cs", "en"])
def test_an_empty_document_lacks_only_the_code_and_the_day(language: Language) -> None:
    text = place_template(PACK, language)
    assert codes(text) == [("municipality_form", "/code"), ("date_form", "/as_of")]
    filled = text.replace('code = ""', 'code = "554961"').replace('as_of = ""', 'as_of = "2026-11-21"')
    assert parse_place(filled) == parse_place(HEAD)


def test_uncovered_in_full_the_template_is_a_document_with_every_key() -> None:
    text = place_template(PACK).replace('code = ""', 'code = "554961"').replace('as_of = ""', 'as_of = "2026-11-21"')
    uncovered = re.sub(r"(?m)^# ", "", text)
    tables = {name.rpartition(".")[2] for name in re.findall(r"(?m)^\[+([\w.]+)\]+$", uncovered)}
    assert set(re.findall(r"(?m)^(\w+) = ", uncovered)) | tables == set(keys(Place))
    place = parse_place(uncovered.replace('basis = "weight"\n', ""))
    assert place_gaps(place, PACK) == []


def test_everything_wrong_is_told_at_once() -> None:
    text = """
code = "123456"
as_of = "2026-11-21"
nonsense = 1
[[indicators]]
year = 2027
exclusion_index = 3
points = { exe = 2, pnb = 2 }
[[fees]]
year = 2019
kind = "deposit"
assessed_to = "grandmother"
[[fees]]
year = 2019
kind = "old"
basis = "weight"
[[fees]]
kind = "system"
[collection]
sells_claims = "ne"
waiver_requests = 2
waivers_granted = 3
"""
    assert codes(text) == [
        ("not_in_list", "/fees/0/assessed_to"),
        ("bool_type", "/collection/sells_claims"),
        ("unknown_key", "/nonsense"),
        ("unknown_municipality", "/code"),
        ("duplicate_year", "/fees/1/year"),
        ("missing", "/fees/2/year"),
        ("after_as_of", "/indicators/0/year"),
        ("points_disagree", "/indicators/0/exclusion_index"),
        ("impossible_year", "/fees/0/kind"),
        ("contradiction", "/fees/1/basis"),
        ("contradiction", "/collection/waivers_granted"),
    ]


@pytest.mark.parametrize(
    ("kind", "year", "possible"),
    [("old", 2021, True), ("old", 2022, False), ("system", 2021, True), ("system", 2020, False),
     ("deposit", 2021, True), ("deposit", 2020, False), ("other", 2010, True), ("none", 2030, True)],
)  # fmt: skip
def test_a_fee_stands_only_in_years_that_had_it(kind: str, year: int, *, possible: bool) -> None:
    text = f'{HEAD}[[fees]]\nyear = {year}\nkind = "{kind}"\n'
    if possible:
        fee = parse_place(text).fee_of(year)
        assert fee is not None
        assert fee.kind == kind
    else:
        assert codes(text) == [("impossible_year", "/fees/0/kind")]


@pytest.mark.parametrize(
    ("points", "index", "agrees"),
    [("exe = 2, pnb = 1, pnz = 1, uoz6 = 0, po_zs = 0", 4, True),
     ("exe = 2, pnb = 1, pnz = 1, uoz6 = 0, po_zs = 0", 5, False),
     ("exe = 2", 5, True), ("exe = 6", 5, False)],
)  # fmt: skip
def test_points_of_dimensions_agree_with_the_index_as_far_as_they_are_known(
    points: str, index: int, *, agrees: bool
) -> None:
    text = f"{HEAD}[[indicators]]\nyear = 2023\nexclusion_index = {index}\npoints = {{ {points} }}\n"
    if agrees:
        assert parse_place(text).indicators is not None
    else:
        assert codes(text) == [("points_disagree", "/indicators/0/exclusion_index")]


def test_shares_are_read_exactly_and_the_latest_year_is_found() -> None:
    text = f'{HEAD}[[indicators]]\nyear = 2023\nenforced_share = "9.4"\n[[indicators]]\nyear = 2022\n'
    latest = parse_place(text).latest_indicators()
    assert latest is not None
    assert (latest.year, latest.enforced_share) == (2023, 940)


def test_the_fee_of_a_year_to_come_is_not_the_latest_yet() -> None:
    text = f'{HEAD}[[fees]]\nyear = 2027\nkind = "deposit"\n[[fees]]\nyear = 2026\nkind = "system"\n'
    latest = parse_place(text).latest_fee()
    assert latest is not None
    assert latest.kind == "system"


def test_an_absent_part_is_one_gap_and_an_absent_value_another() -> None:
    place = parse_place(f"{HEAD}[services]\nhas_school = true\n")
    found = [gap.pointer for gap in place_gaps(place, PACK)]
    assert found[:2] == ["/indicators/-", "/fees/-"]
    assert "/services" not in found
    assert "/services/has_school" not in found
    assert "/services/has_nzdm" in found


def test_no_answer_of_the_document_identifies_a_person() -> None:
    assert not {"name", "email", "phone", "address"} & set(keys(Place))


def test_the_published_schema_is_that_of_the_program() -> None:
    """Renewed by `dluhy municipal place schema > docs/obec.schema.json`."""
    assert PUBLISHED.read_text(encoding="utf-8") == place_schema_text(PACK)
    assert accepts(json.loads(place_schema_text(PACK)), {"code": "554961", "as_of": "2026-11-21"})


def test_the_commands_write_and_check_and_never_overwrite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "obec.toml"
    assert _run("municipal", "place", "new", str(path)) == 0
    assert _run("municipal", "place", "new", str(path)) == 2
    assert _run("municipal", "place", "check", str(path)) == 2
    path.write_text(HEAD, encoding="utf-8")
    capsys.readouterr()
    assert _run("municipal", "place", "check", str(path)) == 0
    assert "Karlovy Vary" in capsys.readouterr().out
    assert _run("municipal", "place", "check", str(path), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["code"] == "554961"
    assert {"/indicators/-", "/collection"} <= {gap["pointer"] for gap in told["gaps"]}


def _run(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code


@pytest.mark.parametrize(
    ("fee", "exempt"),
    [
        ("exempts_children = true", True),
        ("relieves_children = true", True),
        ("exempts_children = false\nrelieves_children = true", True),
        ("exempts_children = false\nrelieves_children = false", False),
        ("exempts_children = false", None),
        ("", None),
    ],
)
def test_what_a_document_says_of_the_ordinance_reaches_the_interventions(fee: str, *, exempt: bool | None) -> None:
    place = parse_place(f'{HEAD}[[fees]]\nyear = 2026\nkind = "system"\n{fee}\n')
    found = local_facts(document=place)
    assert (found.waste_fee_regime, found.child_exempt) == ("system", exempt)


def test_the_answers_of_a_document_are_facts_of_the_place() -> None:
    place = parse_place(
        HEAD
        + '[[indicators]]\nyear = 2023\nenforced_share = "9.40"\npoints = { exe = 2 }\n'
        + "[collection]\nguideline = false\n[services]\nhas_school = true\n[employment]\ncan_employ = false\n"
    )
    found = local_facts(document=place)
    assert (found.enforced_share, found.dimensions, found.collection_guideline) == (940, {"exe": 2}, False)
    assert (found.has_school, found.has_nzdm, found.can_employ, found.employers_willing) == (True, None, False, None)
