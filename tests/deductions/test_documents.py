"""Documents about deductions: the shipped ones, the published schema, and hostile ones that are told, not feared."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.case.small_schema import accepts

from dluhy.deductions.answering import answer
from dluhy.deductions.document import DeductionDocument, PayslipsDocument
from dluhy.deductions.reading import asks_about_payslips, parse, read
from dluhy.deductions.schema import deduction_schema, schema_text
from dluhy.documents.decoding import LIMITS, decode
from dluhy.documents.fields import fields, part_of
from dluhy.documents.files import Content, read_content
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError

PACK = default_pack()
ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "fixtures" / "srazky"
DOCUMENTS = sorted(path for path in FIXTURES.iterdir() if path.suffix in {".toml", ".json"})
SCHEMA = deduction_schema(PACK)
HEAD = {"paid_on": "2026-05-12", "net": "26400.00"}


def as_json(value: Any) -> Any:  # noqa: ANN401 - JSON
    return json.loads(json.dumps(value, default=str))


def said_against(content: str | bytes) -> list[tuple[str, str]]:
    """Return code and place of everything said against a document; fails if it is answered."""
    with pytest.raises(InputError) as refused:
        answer(parse(DeductionDocument, content, PACK, place="x.json"), PACK)
    return [(problem.code, problem.place) for problem in refused.value.problems]


def against(**parts: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - any JSON
    return said_against(json.dumps({**HEAD, **parts}))


def test_one_payer_priority_claim_paid_off_and_a_loan() -> None:
    found = answer(read(DeductionDocument, read_content(FIXTURES / "jeden_platce.toml"), PACK).document, PACK)
    assert (found.base, found.third, found.thirds) == (17_627_00, 2_924_00, 2)
    assert {each.claim: (each.amount, each.rest) for each in found.allocations} == {
        "uver": (2_874_00, 45_326_00), "odpad": (1_860_00, 0),
    }  # fmt: skip
    assert (found.deducted, found.left, found.fee) == (4_784_00, 21_616_00, 50_00)


def test_two_payers_share_the_protected_amount_and_balances_run_through_both() -> None:
    found = answer(read(DeductionDocument, read_content(FIXTURES / "dva_platci.json"), PACK).document, PACK)
    assert [part.base for part in found.parts] == [6_627_00, 11_000_00]
    assert sum(part.base for part in found.parts) == 17_627_00
    assert not any(flag.code == "split_differs" for flag in found.flags)
    owed = next(each for each in found.allocations if each.claim == "zdravotni")
    assert owed.amount is not None
    assert owed.rest == 31_400_00 - owed.amount
    assert [part.fee for part in found.parts] == [50_00, 0]  # a pension's payer has none


def test_arrears_share_the_rest_of_the_second_third_by_running_maintenance() -> None:
    found = answer(read(DeductionDocument, read_content(FIXTURES / "vyzivne.toml"), PACK).document, PACK)
    shares = {each.claim: each.second_third for each in found.allocations}
    assert (shares["vyzivne-anna"], shares["vyzivne-petr"]) == (4_000_00, 2_500_00)
    assert (shares["dluzne-anna"], shares["dluzne-petr"]) == (305_23, 190_77)  # 496 CZK as 4,000 : 2,500
    assert len({each.order for each in found.allocations}) == 4


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_schema_accepts_the_shipped_documents(path: Path) -> None:
    assert accepts(SCHEMA, as_json(decode(path.read_bytes(), path.name)))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_shipped_documents_are_read_and_hashed(path: Path) -> None:
    content = read_content(path)
    if asks_about_payslips(content):
        digest = read(PayslipsDocument, content, PACK).sha256
    else:
        digest = read(DeductionDocument, content, PACK).sha256
    assert digest == sha256(path.read_bytes()).hexdigest()


def test_the_published_schema_is_that_of_the_program() -> None:
    """Renewed by `dluhy deduct --schema > docs/srazky.schema.json`."""
    assert (ROOT / "docs" / "srazky.schema.json").read_text(encoding="utf-8") == schema_text(PACK)


def test_every_field_of_the_schema_has_a_title_in_both_languages() -> None:
    for model in (DeductionDocument, PayslipsDocument):
        for key, field in fields(model).items():
            assert " / " in SCHEMA["$defs"][model.__name__]["properties"][key]["title"]
            inside = part_of(field)
            for inner in () if inside is None else fields(inside):
                assert " / " in SCHEMA["$defs"][inside.__name__]["properties"][inner]["title"]  # type: ignore[union-attr]
    assert '"x-' not in schema_text(PACK)


@pytest.mark.parametrize(
    "parts",
    [
        {"nic": 1}, {"net": -1}, {"net": "26 400"}, {"net": True}, {"dependants": 31}, {"dependants": "1"},
        {"paid_on": "2026"}, {"paid_on": None}, {"wage_period": "2026"}, {"claims": {}}, {"claims": [{"kind": "x"}]},
        {"claims": [{"priority": "ano"}]}, {"claims": [{"id": "Jan Novák"}]}, {"spouse": []}, {"ref": ""},
        {"payers": [{"base_share": "1.505"}]}, {"incomes": [{"multiples": 0}]}, {"component_rounding": "cents"},
    ],
    ids=str,
)  # fmt: skip
def test_what_the_schema_refuses_the_program_refuses_too(parts: dict[str, Any]) -> None:
    assert not accepts(SCHEMA, {**HEAD, **parts})
    assert against(**parts)


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"ref": "900101/1239"}, ("id_form", "/ref")),
        ({"ref": "9001011239"}, ("birth_number_in_reference", "/ref")),
        ({"claims": [{"id": "p-9001011239"}]}, ("birth_number_in_reference", "/claims/0/id")),
        ({"claims": [{"id": "a"}, {"id": "a"}]}, ("duplicate_id", "/claims/1/id")),
        ({"claims": [{}, {"id": "1"}]}, ("duplicate_id", "/claims/1/id")),
        ({"net": None, "payers": [{"id": "a", "net": 1}, {"id": "a", "net": 1}]}, ("duplicate_id", "/payers/1/id")),
        ({"incomes": [{"net": 1}]}, ("income_twice", "/incomes")),
        ({"net": None}, ("net_needed", "/net")),
        ({"net": None, "payers": []}, ("net_needed", "/net")),
        ({"net": None, "incomes": [], "back_pay": []}, ("net_needed", "/net")),
        ({"back_pay": [{"wage_period": "2026-06", "net": 1}]}, ("period_after_payment", "/back_pay/0/wage_period")),
        ({"net": None, "payers": [{"id": "a"}]}, ("net_needed", "/payers/0/net")),
        ({"net": None, "incomes": [{"kind": "severance", "net": 1}]}, ("multiples_needed", "/incomes/0/multiples")),
        ({"wage_period": "2026-06"}, ("period_after_payment", "/wage_period")),
        ({"paid_on": "2024-05-10"}, ("wage_period_needed", "/wage_period")),
        ({"spouse": {"married": False, "counts": True}}, ("spouse_contradiction", "/spouse/counts")),
        ({"claims": [{"kind": "loan", "priority": True}]}, ("priority_contradicts_kind", "/claims/0/priority")),
        ({"net": 10**17}, ("money_form", "/net")),
        ({"net": "1e5"}, ("money_form", "/net")),
        ({"claims": [[]]}, ("model_type", "/claims/0")),
        ({"claims": [{"claims": [{"claims": []}]}]}, ("unknown_key", "/claims/0/claims")),
        ({"claims": [{}] * 2_001}, ("too_many", "/claims")),
        ({"net": "26400\u202e"}, ("money_form", "/net")),
        ({"claims": [{"entitled": "Anna Malá"}]}, ("id_form", "/claims/0/entitled")),
    ],
    ids=str,
)  # fmt: skip
def test_wrong_documents_are_told_by_code_and_place(parts: dict[str, Any], problem: tuple[str, str]) -> None:
    assert problem in against(**parts)


def test_all_errors_are_told_at_once_and_no_content_with_them() -> None:
    content = json.dumps({"net": "Nováková", "dependants": -1, "claims": [{"kind": "Nováková"}], "Nováková": 1})
    with pytest.raises(InputError) as refused:
        parse(DeductionDocument, content, PACK)
    places = {problem.place for problem in refused.value.problems}
    assert places == {"/paid_on", "/net", "/dependants", "/claims/0/kind", "/Nováková"}
    assert not any("Nováková" in f"{problem.cs}{problem.en}" for problem in refused.value.problems)


@pytest.mark.parametrize("day", ["2014-12-31", "2027-01-01", "2099-01-01"])
def test_days_outside_the_known_law_name_the_horizon(day: str) -> None:
    content = json.dumps({"paid_on": day, "wage_period": day[:7], "net": "26400"})
    with pytest.raises(HorizonError) as refused:
        answer(parse(DeductionDocument, content, PACK), PACK)
    assert refused.value.problems[0].code in {"before_horizon", "past_horizon"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"), (b"\xff\xfe\x00", "encoding"), (b"{", "json_syntax"), (b'{"net": NaN}', "not_a_number"),
        (b'{"net": 1, "net": 2}', "duplicate_key"), (b"{" * 100_000, "json_syntax"), (b"[[" * 50_000, "toml_syntax"),
        (b"net = " + b"[" * 100_000, "too_deep"), (b"a." * 5_000 + b"a = 1", "too_deep"), (b"x = \x00", "toml_syntax"),
        (b" " * (LIMITS.file_bytes + 1), "too_large"), (b"paid_on = 2026-02-30", "toml_syntax"),
    ],
    ids=["empty", "bytes", "open", "nan", "twice", "braces", "brackets", "deep", "dots", "control", "huge", "no-day"],
)  # fmt: skip
def test_bytes_that_are_no_document_are_told(content: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        asks_about_payslips(Content(content, "x", None))
    assert refused.value.problems[0].code == code


def test_nested_values_of_any_kind_end_in_problems_or_in_a_result() -> None:
    """Every key with every kind of value, one at a time and by chance together: an InputError is the only error."""
    dice = Random(7)  # noqa: S311 - a seeded sample
    values: list[Any] = [None, True, 0, -1, 3, 10**30, 1.5, "", "x", "2026-05", "NaN", "9999999999999", [[]], {}, [{}],
                         {"from": "2026"}, "loan", "old_age", "2dp", ["a"] * 3]  # fmt: skip
    keys = [*fields(DeductionDocument), "nic"]
    tried = [{key: value} for key in keys for value in values]
    tried += [{key: dice.choice(values) for key in dice.sample(keys, 4)} for _ in range(400)]
    answered = told = 0
    for parts in tried:
        try:
            answer(parse(DeductionDocument, json.dumps({**HEAD, **parts}), PACK), PACK)
            answered += 1
        except InputError as error:
            told += bool(error.problems)
    assert answered > 30
    assert answered + told == len(tried)
