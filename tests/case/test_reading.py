"""Reading a case: everything wrong is said at once, with its place and never with a value; nothing makes it fall."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case.support import AS_OF, FIXTURES, HEAD, codes, read, refusals, written
from tests.strategies import examples

from dluhy.case import parse_case, read_case
from dluhy.case.crossing import claims_of
from dluhy.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Tajemství-Nováková"  # noqa: S105 - stands for a personal value
SMALL = 'ref = "2026/001"\nas_of = 2026-11-21\n'


@pytest.mark.parametrize("path", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_the_shipped_cases_are_read(path: Path) -> None:
    found = read_case(path)
    assert found.case.as_of == AS_OF
    assert len(found.sha256) == 64


def test_toml_and_json_give_the_same_case() -> None:
    text = SMALL + '[[people]]\nid = "a"\nbirth_date = 2008-01\n[[debts]]\nprincipal = 10.5\nsecured = true\n'
    in_toml = parse_case(text.replace("2008-01", '"2008-01"'))
    in_json = read(people=[{"id": "a", "birth_date": "2008-01"}], debts=[{"principal": "10.50", "secured": True}])
    assert in_toml == in_json


def test_the_form_is_told_by_the_ending_else_by_the_content(tmp_path: Path) -> None:
    for name, content, good in [("a.toml", SMALL, True), ("a.json", written(), True), ("a", SMALL, True),
                                ("a.txt", written(), True), ("b.json", SMALL, False), ("b.toml", written(), False),
                                ("A.JSON", written(), True)]:  # fmt: skip
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        if good:
            assert read_case(path).case.ref == "2026/001"
        else:
            with pytest.raises(InputError, match="syntax"):
                read_case(path)


def test_a_byte_order_mark_and_windows_line_ends_are_taken() -> None:
    assert parse_case(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()).ref == "2026/001"
    assert parse_case(b"\xef\xbb\xbf" + written().encode()).ref == "2026/001"


def test_absent_null_and_empty_are_told_apart() -> None:
    assert read().debts is None
    assert read(debts=None).debts is None
    assert read(debts=[]).debts == []
    assert read(history={}).history.insolvencies is None  # type: ignore[union-attr]
    assert read(history={"insolvencies": []}).history.insolvencies == []  # type: ignore[union-attr]


def test_only_ref_and_as_of_are_required() -> None:
    assert codes("{}") == [("missing", "/ref"), ("missing", "/as_of")]
    assert codes('{"ref": null, "as_of": null}') == [("text_form", "/ref"), ("date_form", "/as_of")]
    assert read().ref == HEAD["ref"]


def test_every_error_is_said_at_once_of_shape_and_of_references() -> None:
    content = written(
        people=[{"id": "a"}, {"id": "a", "role": "dluznik"}],
        debts=[{"id": "d", "debtor": "x", "principal": "1,5", "secured": "ano"}, {"follows": "y", "jistina": 5}],
        enforcements=[{"debts": ["d", "z"]}],
    )
    assert sorted(codes(content)) == [
        ("bool_type", "/debts/0/secured"),
        ("duplicate_id", "/people/1/id"),
        ("money_form", "/debts/0/principal"),
        ("not_in_list", "/people/1/role"),
        ("unknown_key", "/debts/1/jistina"),
        ("unknown_reference", "/debts/0/debtor"),
        ("unknown_reference", "/debts/1/follows"),
        ("unknown_reference", "/enforcements/0/debts/1"),
    ]


@pytest.mark.parametrize(
    ("key", "known"), [("principa", "principal"), ("jistina", "principal"), ("due_no", "due_on"), ("Kind", "kind")]
)
def test_an_unknown_key_names_the_nearest_known_one(key: str, known: str) -> None:
    [problem] = refusals(written(debts=[{key: 5}]))
    assert problem.code == "unknown_key"
    assert f" {known}?" in problem.cs
    assert f" {known} " in problem.en


def test_an_unknown_key_like_none_suggests_nothing() -> None:
    [problem] = refusals(written(debts=[{"qwertz": 5}]))
    assert "?" not in problem.cs + problem.en


def test_a_code_is_never_a_label_and_the_error_names_the_codes() -> None:
    [problem] = refusals(written(debts=[{"kind": "místní poplatek za komunální odpad"}]))
    assert (problem.code, problem.place) == ("not_in_list", "/debts/0/kind")
    assert "local_fee_waste, local_fee_other" in problem.cs
    assert "local_fee_waste, local_fee_other" in problem.en


@pytest.mark.parametrize(
    ("parts", "hint"),
    [
        ({"people": [{"role": "dlužník"}]}, "nemá to být debtor (dlužník)? možné jsou: debtor (dlužník), guardian"),
        ({"enforcements": [{"status": "runing"}]}, "nemá to být running ("),
        ({"people": [{"birth_date": "12.3.1996"}]}, "„1996-03-12“"),
        ({"people": [{"birth_date": "5/2014"}]}, "„1996-03“"),
        ({"debts": [{"balance": "1 200,50 Kč"}]}, "32 400,50 Kč je „32400.50“"),
        ({"debts": [{"balance": "1200,-"}]}, "32 400,50 Kč je „32400.50“"),
    ],
)  # fmt: skip
def test_what_people_write_in_czech_is_told_in_the_form_wanted(parts: dict[str, Any], hint: str) -> None:
    [problem] = refusals(written(**parts))
    assert hint in problem.cs


@pytest.mark.parametrize(
    ("line", "hint"),
    [("x = ano", "true"), ("x = 32400,50", "32400.50"), ("x = 32 400", "32400.50"), ('ref = "b"', "nechte jen jeden"),
     ("[home]\n[home]", "[[…]]")],
)  # fmt: skip
def test_a_line_that_is_no_toml_is_told_why(line: str, hint: str) -> None:
    [problem] = refusals(SMALL + line, form="toml")
    assert problem.code == "toml_syntax"
    assert hint in problem.cs


def test_a_value_is_never_repeated() -> None:
    values: list[Any] = [SECRET, {SECRET: 1}, [SECRET], 1.234567, {"from": SECRET}]
    for value in values:
        person = {"id": value, "birth_date": value, "role": value, "pension": value}
        debt = {"principal": value, "secured": value, "fee_year": value, "title": value}
        for part in ({"people": [person]}, {"debts": [debt]}):
            said = "".join(p.cs + p.en + (p.place if isinstance(value, str) else "") for p in refusals(written(**part)))
            assert SECRET not in said
            assert "1.234567" not in said


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"people": [{"id": "a"}], "debts": [{"debtor": "b"}]}, ("unknown_reference", "/debts/0/debtor")),
        ({"debts": [{"id": "a"}, {"id": "a"}]}, ("duplicate_id", "/debts/1/id")),
        ({"enforcements": [{"id": "a"}, {"id": "a"}]}, ("duplicate_id", "/enforcements/1/id")),
        ({"enforcements": [{"debts": ["a"]}]}, ("unknown_reference", "/enforcements/0/debts/0")),
        ({"debts": [{"id": "a"}], "enforcements": [{"debts": ["a", "a"]}]},
         ("duplicate_id", "/enforcements/0/debts/1")),
        ({"incomes": [{"person": "a"}]}, ("unknown_reference", "/incomes/0/person")),
        ({"budget": [{"person": "a"}]}, ("unknown_reference", "/budget/0/person")),
        ({"assets": [{"owner": "a"}]}, ("unknown_reference", "/assets/0/owner")),
        ({"history": {"insolvencies": [{"person": "a"}]}}, ("unknown_reference", "/history/insolvencies/0/person")),
        ({"people": [{"birth_date": "2000", "died_on": "1999-12-31"}]}, ("died_before_born", "/people/0/died_on")),
        ({"people": [{"birth_date": "2026-11-22"}]}, ("born_after_as_of", "/people/0/birth_date")),
        ({"people": [{"in_care": [{"from": "2018-02", "to": "2018-01"}]}]}, ("backwards", "/people/0/in_care/0")),
        ({"people": [{"birth_date": "2010", "in_care": [{"to": "2009"}]}]},
         ("care_before_born", "/people/0/in_care/0")),
        ({"debts": [{"id": "a", "follows": "a"}]}, ("follows_in_circle", "/debts/0/follows")),
        ({"people": [{"id": "a"}, {"id": "b"}],
          "debts": [{"id": "c", "debtor": "a"}, {"follows": "c", "debtor": "b"}]},
         ("follows_other_debtor", "/debts/1/follows")),
        ({"enforcements": [{"nothing_recovered": True, "recovered": "5"}]},
         ("contradiction", "/enforcements/0/nothing_recovered")),
        ({"enforcements": [{"nothing_recovered": True, "last_recovered_on": "2020"}]},
         ("contradiction", "/enforcements/0/nothing_recovered")),
        ({"enforcements": [{"nothing_recovered": False, "recovered": "0"}]},
         ("contradiction", "/enforcements/0/recovered")),
    ],
)  # fmt: skip
def test_what_disagrees_between_fields_is_told(parts: dict[str, Any], expected: tuple[str, str]) -> None:
    assert codes(written(**parts)) == [expected]


def test_what_only_looks_like_a_disagreement_is_taken() -> None:
    read(people=[{"birth_date": "2000", "died_on": "2000-01-01"}, {"birth_date": "2026-11-21"}])
    read(people=[{"birth_date": "2010", "in_care": [{"from": "2018-02", "to": "2018"}, {"to": "2010"}]}])
    read(people=[{"id": "a"}], debts=[{"id": "a", "debtor": "a"}, {"follows": "a"}, {"follows": "a", "debtor": "a"}])
    read(enforcements=[{"nothing_recovered": True, "recovered": "0"}, {"nothing_recovered": False, "recovered": "1"}])


def test_two_costs_that_follow_each_other_are_a_circle() -> None:
    content = written(debts=[{"id": "a", "follows": "b"}, {"id": "b", "follows": "a"}])
    assert codes(content) == [("follows_in_circle", "/debts/0/follows"), ("follows_in_circle", "/debts/1/follows")]


def test_nothing_is_said_of_references_to_what_could_not_be_read() -> None:
    assert codes(written(people=[{"id": 5}], debts=[{"debtor": "5"}])) == [("text_form", "/people/0/id")]
    assert codes(written(debts=[3, {"follows": "a"}])) == [("model_type", "/debts/0")]
    assert codes(written(debts="x", enforcements=[{"debts": ["a", 1]}])) == [
        ("list_type", "/debts"), ("text_form", "/enforcements/0/debts/1")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\xff\xfe\x00r", "encoding"),
        (b"\x00\x01\x02\xff", "encoding"),
        ("ref = 'Žák'".encode("cp1250"), "encoding"),
        (b"ref = ", "toml_syntax"),
        (b'ref = "a"\nref = "b"', "toml_syntax"),
        (b"as_of = 2026-02-30", "toml_syntax"),
        (b"a = " + b"9" * 5000, "toml_syntax"),
        (b"a = " + b"[" * 100_000, "too_deep"),
        (b"a." * 5000 + b"b = 1", "too_deep"),
        (b"a." * 50 + b"b = 1", "too_deep"),
        (b"{", "json_syntax"),
        (b'{"ref": "a",}', "json_syntax"),
        (b'{"ref": "a", "ref": "b"}', "duplicate_key"),
        (b'{"debts": [{"id": "a", "id": "b"}]}', "duplicate_key"),
        (b'{"ref": NaN}', "not_a_number"),
        (b'{"\\ud800": 1}', "key_text"),
        (b'{"ref": -Infinity}', "not_a_number"),
        (b'{"a":' * 100_000, "too_deep"),
        (b'{"debts": [' + b"[" * 500 + b"]" * 500 + b"]}", "too_deep"),
        (b'{"debts": [' + b",".join([b"{}"] * 2001) + b"]}", "too_many"),
        (("{" + ",".join(f'"k{n}": 1' for n in range(301)) + "}").encode(), "too_many"),
        (b" " * 5_000_001, "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value[:12]!r}",
)
def test_a_hostile_file_is_one_problem(content: bytes, code: str) -> None:
    assert [found for found, _ in codes(content)] == [code]


def test_a_document_that_is_no_table_is_told() -> None:
    assert codes("[1]", form="json") == [("no_case", "case")]
    assert codes('"x"', form="json") == [("no_case", "case")]


def test_two_thousand_costs_in_a_row_are_followed_to_their_claim() -> None:
    case = read(debts=[{"id": f"d{n}", "follows": f"d{n + 1}"} for n in range(1999)] + [{"id": "d1999"}])
    assert set(claims_of(case.debts or [])) == {1999}


def test_two_thousand_debts_are_read() -> None:
    assert len(read(debts=[{"id": f"d{n}", "balance": n} for n in range(2000)]).debts or []) == 2000


def test_of_very_many_errors_the_first_are_said_and_the_rest_counted() -> None:
    problems = refusals(written(debts=[{"nic": 1}] * 1500))
    assert len(problems) == 201
    assert problems[-1].code == "more"
    assert "1300" in problems[-1].cs


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "neni.toml", tmp_path, tmp_path / ("x" * 300), tmp_path / "a\0b"):
        with pytest.raises(InputError) as refused:
            read_case(path)
        assert [problem.code for problem in refused.value.problems] == ["file"]


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
    | st.sampled_from(["2018", "2018-03", "klient", "1.50", "local_fee_waste", "debtor"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["ref", "as_of", "id", "debtor", "debts", "people", "follows", "from", "to", "title", "in_care",
                         "history", "insolvencies", "creditor", "previous", "kind", "enforcements", "principal"])
        | st.text(max_size=5),
        inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@examples(400)
@given(st.dictionaries(st.sampled_from(["people", "debts", "enforcements", "history", "as_of", "ref"]), _JUNK))
def test_junk_of_the_right_keys_is_read_or_refused(junk: dict[str, object]) -> None:
    _read_or_refused(json.dumps({**HEAD, **junk}).encode())


@examples(300)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_junk_of_any_bytes_is_read_or_refused(junk: bytes) -> None:
    _read_or_refused(junk)
    _read_or_refused(SMALL.encode() + junk)
    _read_or_refused(b'{"ref": ' + junk)


def _read_or_refused(content: bytes) -> None:
    try:
        parse_case(content)
    except InputError as error:
        assert error.problems  # noqa: PT017 - a refusal without a reason is none
