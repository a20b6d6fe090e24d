"""The empty case that people fill in, and the JSON Schema that other programs hold cases against."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.case.small_schema import accepts
from tests.case.support import FIXTURES, codes, refusals, written

from dluhy.case import case_schema, parse_case, schema_text, template
from dluhy.case.model import Case
from dluhy.case.template import short_template
from dluhy.documents.decoding import decode
from dluhy.documents.fields import fields, part_of
from dluhy.law.pack import default_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.documents.decoding import Form
    from dluhy.documents.fields import Part
    from dluhy.problems import Language

PACK = default_pack()
PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "pripad.schema.json"
SCHEMA = case_schema(PACK)


def keys(part: type[Part]) -> Iterator[str]:
    for key, field in fields(part).items():
        yield key
        inside = part_of(field)
        if inside is not None:
            yield from keys(inside)


def filled(text: str) -> str:
    text = re.sub(r'(?m)^( *"?ref"?\s*[=:] )""', r'\1"2026/001"', text)
    return re.sub(r'(?m)^( *"?as_of"?\s*[=:] )""', r'\1"2026-11-21"', text)


@pytest.mark.parametrize("form", ["toml", "json"])
@pytest.mark.parametrize("language", ["cs", "en"])
def test_an_empty_case_lacks_only_ref_and_as_of(form: Form, language: Language) -> None:
    text = template(PACK, form, language)
    assert codes(text) == [("text_empty", "/ref"), ("date_form", "/as_of")]
    assert parse_case(filled(text)).ref == "2026/001"


@pytest.mark.parametrize("language", ["cs", "en"])
def test_the_short_form_is_short_and_uncovered_in_full_a_case(language: Language) -> None:
    short = short_template(default_pack(), language)
    assert len(short.splitlines()) <= 70
    assert [problem.place for problem in refusals(short, form="toml")] == ["/ref", "/as_of"]
    filled = short.replace('ref = ""', 'ref = "A-1"', 1).replace('as_of = ""', 'as_of = "2026-11-21"')
    assert parse_case(filled, form="toml").assets is None
    case = parse_case(re.sub("^# ", "", filled, flags=re.MULTILINE), form="toml")
    assert case.people is not None
    assert case.assets == []
    assert case.debts is not None
    assert case.enforcements is not None
    assert case.enforcements[0].orders is not None
    assert case.home is not None


def test_an_empty_toml_says_nothing_until_it_is_filled_in() -> None:
    assert parse_case(filled(template(PACK))) == parse_case(written())


def test_uncovered_in_full_the_toml_is_a_case_with_every_key() -> None:
    text = filled(template(PACK))
    uncovered = re.sub(r"(?m)^# ", "", text)
    assert set(re.findall(r"(?m)^(\w+) = ", uncovered)) | _tables(uncovered) == set(keys(Case))
    expected = [("follows_in_circle", "/debts/0/follows"), ("contradiction", "/assets/0/secures/0")]
    assert codes(uncovered) == expected  # every yes or no is no there, also whether the debt is secured
    assert parse_case(re.sub(r"(?m)^(follows|secures) = .*$", "", uncovered)).debts is not None


def _tables(text: str) -> set[str]:
    return {name.rpartition(".")[2] for name in re.findall(r"(?m)^\[+([\w.]+)\]+$", text)}


def test_every_value_of_the_toml_has_a_comment_in_its_language() -> None:
    for language, word in (("cs", "den splatnosti"), ("en", "due day")):
        text = template(PACK, "toml", language)  # type: ignore[arg-type]  # one of the two
        assert word in text
        lines = text.splitlines()
        values = [place for place, line in enumerate(lines) if re.match(r"# \w+ = ", line)]
        assert values
        assert all(lines[place - 1].startswith("##") for place in values)


def test_the_empty_json_names_every_key_of_a_debt_and_a_person() -> None:
    document = json.loads(template(PACK, "json"))
    assert set(document) == set(fields(Case))
    assert "parent_passive" in document["debts"][0]["title"]["representation"]
    assert "birth_date" in document["people"][0]


def test_the_published_schema_is_that_of_the_program() -> None:
    """Renewed by `dluhy case schema > docs/pripad.schema.json`."""
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(PACK)


def test_every_field_of_the_schema_has_a_title_in_both_languages() -> None:
    titled = 0
    for name, part in SCHEMA["$defs"].items():
        for key, field in part.get("properties", {}).items():
            if name[0].isupper():
                assert " / " in field["title"], (name, key)
                titled += 1
    assert titled == len(list(keys(Case))) - len(fields(Case))


def test_nothing_internal_is_published() -> None:
    assert '"x-' not in schema_text(PACK)
    assert '"default"' not in schema_text(PACK)


@pytest.mark.parametrize("path", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_the_schema_accepts_the_shipped_cases(path: Path) -> None:
    assert accepts(SCHEMA, _as_json(decode(path.read_bytes(), path.name)))


def _as_json(value: Any) -> Any:  # noqa: ANN401 - JSON
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize(
    "parts",
    [
        {"nic": 1}, {"debts": {}}, {"debts": [3]}, {"debts": [{"jistina": 1}]}, {"debts": [{"kind": "odpad"}]},
        {"debts": [{"secured": "true"}]}, {"debts": [{"principal": "1,50"}]}, {"debts": [{"principal": -1}]},
        {"debts": [{"principal": "1.505"}]}, {"debts": [{"due_on": "31. 3. 2018"}]}, {"debts": [{"due_on": {}}]},
        {"debts": [{"due_on": {"od": "2018"}}]}, {"debts": [{"fee_year": 1800}]}, {"debts": [{"fee_year": "2018-01"}]},
        {"debts": [{"institution_months": 13}]}, {"people": [{"id": "Jan Novák"}]}, {"people": [{"died_on": "2018"}]},
        {"people": [{"role": "dlužník"}]}, {"people": [{"municipality_code": "1"}]}, {"ref": ""}, {"ref": None},
        {"debts": [{"creditor": {"ico": "1"}}]}, {"history": []}, {"enforcements": [{"debts": [1]}]},
    ],
    ids=str,
)  # fmt: skip
def test_what_the_schema_refuses_the_program_refuses_too(parts: dict[str, Any]) -> None:
    content = written(**parts)
    assert not accepts(SCHEMA, json.loads(content))
    assert codes(content)


@pytest.mark.parametrize(
    "parts",
    [
        {}, {"debts": None}, {"debts": [{}]}, {"debts": [{"principal": 5}, {"principal": 5.5}, {"balance": "-5"}]},
        {"debts": [{"due_on": due} for due in ("2018", "2018-03", "2018-03-31", "2018/2019-05", 2018, {"to": 2018})]},
        {"debts": [{"fee_year": year} for year in (2018, "2018", "2017/2018", {"from": 2017, "to": None})]},
        {"people": [{"municipality_code": 554961, "in_care": []}, {"id": "dlužník_1"}]},
    ],
    ids=str,
)  # fmt: skip
def test_what_the_schema_accepts_of_these_the_program_reads(parts: dict[str, Any]) -> None:
    content = written(**parts)
    assert accepts(SCHEMA, json.loads(content))
    parse_case(content)


def test_the_toml_template_is_toml() -> None:
    assert tomllib.loads(template(PACK)) == {"ref": "", "as_of": ""}
