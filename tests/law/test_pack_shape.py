"""Files that are no TOML or not of the declared shape: place and reason in two languages, all at once."""

from __future__ import annotations

import pytest
from tests.law.support import Fault, changed, refusals, shipped, the_one

FEES, OUTCOMES, REMEDIES = "children/local_fees.toml", "children/outcomes.toml", "children/remedies.toml"

UNREADABLE = [
    Fault(
        (
            "kinds/verdicts.toml",
            '[[vocabulary.evidence]]\ncode = "S2"',
            '[[vocabulary.evidence]\ncode = "S2"',
        ),
        "toml",
        "kinds/verdicts.toml",
        "soubor není čitelný TOML: ",
        "the file is not readable TOML: ",
    ),
    Fault(
        (FEES, 'id = "W0"\n', 'id = "W0"\ncolour = "red"\n'),
        "schema_extra_forbidden",
        f"{FEES} rule 0(W0) colour",
        "neznámý údaj",
        "an unknown field",
    ),
    Fault(
        (FEES, ', en = "Local fee for 2013 to 2015: child and guardian jointly" }', " }"),
        "schema_missing_label",
        f"{FEES} rule 1(W1) title en",
        "chybí povinný údaj",
        "a required field is missing",
    ),
    Fault(
        (FEES, 'cs = "jde o jiný poplatek než za odpad, nebo o dosavadní poplatek za odpad", ', ""),
        "schema_missing_label",
        f"{FEES} rule 2(W2) all 1 cs",
        "chybí povinný údaj",
        "a required field is missing",
    ),
    Fault(
        (FEES, 'cs = "jde o poplatek podle úpravy od roku 2021"', 'cs = " "'),
        "schema_string_too_short",
        f"{FEES} rule 3(W3) all 1 cs",
        "text nesmí být prázdný",
        "at least 1 character",
    ),
    Fault(
        (FEES, 'id = "W3-OWNER"', 'id = "W3 OWNER"'),
        "schema_string_pattern_mismatch",
        f"{FEES} rule 4(W3 OWNER) id",
        "označení nemá předepsaný tvar",
        "match pattern",
    ),
    Fault(
        (FEES, 'verdict = "exempt"\n', ""),
        "schema_missing",
        f"{FEES} rule 5(W-INST) verdict",
        "chybí povinný údaj",
        "a required field is missing",
    ),
    Fault(
        (
            FEES,
            'verdict = "none_of_child"',
            'verdict = "none_of_child"\nin_force = { from = 2016-01-01, to = 2015-12-31 }',
        ),
        "schema_value_error",
        f"{FEES} rule 0(W0) in_force",
        "údaje si odporují",
        "interval runs backwards",
    ),
    Fault(
        ("pack.toml", 'version = "2026.11"', "version = 2026.11"),
        "schema_string_type",
        "pack.toml pack(cz) version",
        "má být text",
        "valid string",
    ),
    Fault(
        ("amounts/fees.toml", "from = 2013-01-01,", 'from = "2013-01-01",'),
        "schema_date_type",
        "amounts/fees.toml series 0(waste_fee_cap_old) period 1 from",
        "má být den",
        "valid date",
    ),
    Fault(
        ("amounts/fees.toml", "{ to = 2003-12-31, unknown = true,", "{ to = 2003-12-31,"),
        "schema_value_error",
        "amounts/fees.toml series 2(fee_with_increase_factor) period 0",
        "údaje si odporují",
        "one of value, ratio, code, or unknown",
    ),
    Fault(
        ("acts.toml", "https://nalus.usoud.cz/Search/GetText.aspx?sz=Pl-9-15_1", "nalus usoud/"),
        "schema_string_pattern_mismatch",
        "acts.toml act 17(Pl. ÚS 9/15) link",
        "označení nemá předepsaný tvar",
        "match pattern",
    ),
    Fault(
        (REMEDIES, 'id = "W0-CHECK"\nactor = "office"\n', 'id = "W0-CHECK"\n'),
        "schema_missing",
        f"{REMEDIES} ladder 0(RM-W0) step 0(W0-CHECK) actor",
        "chybí povinný údaj",
        "field is missing",
    ),
    Fault(
        (
            OUTCOMES,
            'id = "NOT_CHILD_DEBT"\ntopic = "children"\nsubject = "debt"',
            'id = "NOT_CHILD_DEBT"\ntopic = "children"',
        ),
        "schema_missing",
        f"{OUTCOMES} rule 3(NOT_CHILD_DEBT) subject",
        "chybí povinný údaj",
        "field is missing",
    ),
    Fault(
        ("pack.toml", "from = 2026-01-01", "from = 2027-01-01"),
        "schema_value_error",
        "pack.toml pack(cz) horizon children",
        "údaje si odporují",
        "the interval runs backwards",
    ),
    Fault(
        ("amounts/limits.toml", "  2015-01-01,", "  2015-01-01, 2015-01-01,"),
        "schema_value_error",
        "amounts/limits.toml days 0(public_holidays)",
        "údaje si odporují",
        "a day is listed twice",
    ),
]


@pytest.mark.parametrize("fault", UNREADABLE, ids=lambda fault: f"{fault.code} in {fault.place}")
def test_a_fault_of_shape_is_refused_with_its_place_and_its_reason_in_both_languages(fault: Fault) -> None:
    (problem,) = refusals(changed(fault.change))

    assert fault.is_named_in([problem])


def test_every_fault_of_shape_in_every_file_is_said_at_once() -> None:
    problems = refusals(changed(*(fault.change for fault in UNREADABLE)))

    assert [fault for fault in UNREADABLE if not fault.is_named_in(problems)] == []
    assert len(problems) == len(UNREADABLE)


@pytest.mark.parametrize(
    ("text", "kind", "place", "cs"),
    [
        ("rule = 5", "list_type", "rule", "má být seznam"),
        ("pack = 5", "model_type", "pack", "má být tabulka"),
        ("vocabulary = 5", "dict_type", "vocabulary", "má být tabulka"),
        ("[[rule]]\nid = 5", "string_type", "rule 0(5) id", "má být text"),
        ("[[rule]]\nevidence = 'S3'", "literal_error", "rule 0 evidence", "hodnota není ve výčtu"),
        ("[[rule]]\nall = []", "too_short", "rule 0 all", "seznam nesmí být prázdný"),
        ("[[presumption]]\nconclusive = 1", "bool_type", "presumption 0 conclusive", "má být true nebo false"),
        ("[[series]]\nperiod = [{ value = 1.5 }]", "int_type", "series 0 period 0 value", "má být celé číslo"),
        ("[[days]]\nfrom = 2026-01-01T00:00:00", "date_type", "days 0 from", "má být den"),
    ],
)
def test_a_value_of_another_type_is_refused_in_a_czech_sentence(text: str, kind: str, place: str, cs: str) -> None:
    problem = the_one(refusals(shipped() | {"own.toml": text.encode()}), f"schema_{kind}")

    assert (problem.place, problem.cs) == (f"own.toml {place}", cs)
    assert problem.en not in {"", cs}


def test_a_file_that_is_not_utf_8_is_refused_by_name() -> None:
    texts = shipped() | {"children/flags.toml": "# poplatek z roku 2012\nže".encode("cp1250")}

    assert the_one(refusals(texts), "toml").place == "children/flags.toml"
