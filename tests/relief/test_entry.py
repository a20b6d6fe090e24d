"""What can be said of a petition: every condition, the class of the whole, never more than is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dluhy.facts.frame import frame_from_facts
from dluhy.facts.petitions import PETITION_FACTS
from dluhy.law.conditions import rules_of
from dluhy.law.pack import default_pack
from dluhy.problems import HorizonError, InputError
from dluhy.relief.entry import entry, entry_of

PACK = default_pack()
PART = PACK.of("petitions")
TODAY = date(2026, 11, 22)
Facts = dict[str, Any]
INTENT = (
    "concealed", "borrowed_before_filing", "favoured_before_filing", "property_conviction", "avoids_work",
    "gift_simulated", "mostly_lasting_debts",
)  # fmt: skip
READY: Facts = {
    "debtor_kind": "person", "creditor_filed": False, "filed_by_debtor": True, "creditor_count": 5,
    "creditors_overdue": 4, "unpaid_over_3_months": True, "business_debts": False, "own_monthly": "3000.00",
    "spouses_together": False, "trustee_vat_payer": True, "relief_maintenance": 0, "relief_one_off": 0,
    "careless_in_proceedings": False, "discharged_before": False, "dishonest_refusal": False, "withdrew_before": False,
    "withdrawn_here": False,
} | dict.fromkeys(INTENT, False)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "kind", "because"),
    [
        ({"own_monthly": "2000.00", "contributed_monthly": "178.00"}, "admissible_with_help", None),
        ({"own_monthly": "2000.00"}, "admissible_with_help", None),
        ({"own_monthly": "2000.00", "contributed_monthly": "0.00", "trustee_vat_payer": None},
         "admissible_with_help", None),
        ({"own_monthly": "2178.00", "contributed_monthly": "0.00", "trustee_vat_payer": None},
         "likely_admissible", None),
        ({"own_monthly": "2500.00", "contributed_monthly": "0.00", "spouses_together": None},
         "cannot_say", {"DR-09"}),
        ({"own_monthly": "2000.00", "contributed_monthly": "177.99"}, "inadmissible_now", {"DR-09"}),
        ({"creditor_count": 1}, "inadmissible_now", {"DR-02"}),
        ({"debtor_kind": "company"}, "inadmissible_now", {"DR-01"}),
        ({"drafter": "other"}, "inadmissible_now", {"DR-08"}),
        ({"withdrawn_here": True}, "inadmissible_now", {"DR-14A"}),
        ({"spouses_together": True, "married_on_filing": False}, "inadmissible_now", {"DR-394A"}),
        ({"withdrew_before": True, "withdrawn_on": "2026-10-01"}, "blocked_until", {"DR-14"}),
        ({"concealed": True}, "needs_lawyer", {"DR-10", "INT-CONCEALED"}),
        ({"careless_in_proceedings": True}, "needs_lawyer", {"DR-11"}),
        ({"withdrew_before": True, "withdrawn_on": "2026-10-01", "special_regard": True}, "needs_lawyer",
         {"DR-14", "DR-15"}),
        ({"business_debts": True, "business_plea": True, "business_only_investing": False,
          "business_debts_excepted": False}, "needs_lawyer", {"DR-06-OPEN"}),
        ({"careless_in_proceedings": None}, "cannot_say", {"DR-11"}),
        ({"withdrew_before": True}, "cannot_say", {"DR-14"}),
        ({"petition_on": "2019-01-05", "insolvency_finding_on": "2019-03-01"}, "cannot_say", {"DR-OLD"}),
        ({"drafter": None, "official_form": False}, "likely_admissible", None),
    ],
)  # fmt: skip
def test_the_class_says_what_it_rests_on(change: Facts, kind: str, because: set[str] | None) -> None:
    found = entry_of(READY | change, as_of=TODAY)
    assert found.kind == kind
    if because is not None:
        assert set(found.because) == because


def test_where_nothing_stands_in_the_way_nothing_more_is_said() -> None:
    found = entry_of(READY, as_of=TODAY)
    assert (found.kind, found.barred_until, found.indications) == ("likely_admissible", None, ())
    texts = [PACK.term("entry_classes", found.kind).text(language) for language in ("cs", "en")]
    assert not any(word in text for text in texts for word in ("povolí", "schválí", "approved", "will be"))


@pytest.mark.parametrize(
    ("change", "until", "past_known"),
    [
        ({"withdrew_before": True, "withdrawn_on": "2026-09-30"}, date(2026, 12, 30), False),
        ({"withdrew_before": True, "withdrawn_on": "2026-10-01"}, date(2027, 1, 1), True),
        ({"withdrew_before": True, "withdrawn_on": "2026-11"}, date(2027, 2, 28), True),
        ({"discharged_before": True, "discharge_decided_on": "2020-01-05", "discharge_final_on": "2020-02-29"},
         date(2032, 2, 29), True),
        ({"dishonest_refusal": True, "dishonest_refusal_on": "2021-12-01"}, date(2026, 12, 1), False),
        ({"dishonest_refusal": True, "dishonest_refusal_on": "2021-12-01", "withdrew_before": True,
          "withdrawn_on": "2026-11-01"}, date(2027, 2, 1), True),
    ],
)  # fmt: skip
def test_a_bar_of_time_says_from_when_it_is_open(change: Facts, until: date, *, past_known: bool) -> None:
    found = entry_of(READY | change, as_of=TODAY)
    assert found.kind == "blocked_until"
    assert (found.barred_until, found.barred_past_known) == (until, past_known)


def test_ten_years_bar_in_older_proceedings_and_twelve_in_newer_ones() -> None:
    earlier = {"discharged_before": True, "discharge_decided_on": "2019-06-10", "discharge_final_on": "2019-07-01"}
    old = entry_of(READY | earlier | {"petition_on": "2024-09-30"}, as_of=TODAY)
    new = entry_of(READY | earlier | {"petition_on": "2024-10-01"}, as_of=TODAY)
    assert (old.barred_until, new.barred_until) == (date(2029, 7, 1), date(2031, 7, 1))
    assert (old.regime.code, new.regime.code) == ("r2019", "r2024")


def test_intent_is_never_called_dishonest() -> None:
    rules = [PART.rules[name] for c in PACK.rules["DR-10"].all for name in rules_of(PART.conditions[c.if_])]
    assert len(rules) == 8
    assert all((rule.role, rule.verdict) == ("flag", "needs_judgement") for rule in rules)
    assert all(rule.verify for rule in rules if rule.evidence in {"M", "?"})
    for rule in rules:
        fact = rule.all[0].if_.split()[0]
        found = entry_of(READY | {fact: True, "dishonest_refusal_on": "2020-01-01"}, as_of=TODAY)
        assert found.kind == "needs_lawyer"
        assert [each.id for each in found.indications] == [rule.id]
        assert next(c for c in found.conditions if c.rule.id == "DR-10").verdict == "needs_judgement"


def test_of_nothing_known_nothing_is_said_but_what_to_find_out() -> None:
    found = entry_of({}, as_of=TODAY)
    assert found.kind == "cannot_say"
    assert all(condition.verdict == "unknown" for condition in found.conditions)
    assert found.missing[0] == "creditor_filed"
    assert {"creditor_count", "own_monthly", "discharged_before"} <= set(found.missing)
    order = list(found.missing)
    assert order.index("discharged_before") < order.index("official_form")


def test_each_condition_tells_why() -> None:
    found = entry_of(READY | {"creditor_count": 1}, as_of=TODAY)
    condition = next(c for c in found.conditions if c.rule.id == "DR-02")
    assert condition.verdict == "not_met"
    assert [part.status for part in condition.why.conditions] == ["fails", "holds"]
    assert condition.citations
    assert condition.evidence == "S2"
    unknown = next(c for c in found.conditions if c.rule.id == "DR-08")
    assert (unknown.verdict, unknown.missing) == ("unknown", ("drafter",))


def test_shorter_and_longer_tracks_only_where_the_wording_has_them() -> None:
    pensioner: Facts = READY | {"old_age_pension": True, "disability_pension": True}
    old = entry_of(pensioner | {"petition_on": "2024-09-30", "insolvency_finding_on": "2024-11-01"}, as_of=TODAY)
    new = entry_of(pensioner, as_of=TODAY)
    assert [rule.id for rule in old.tracks] == ["TRACK-PENSION", "TRACK-DISABLED"]
    assert new.tracks == ()
    assert "TRACK-NONE" in [rule.id for rule in new.flags]


def test_a_day_or_a_petition_past_what_is_known_is_refused() -> None:
    with pytest.raises(HorizonError):
        entry_of(READY, as_of=date(2027, 1, 1))
    with pytest.raises(HorizonError, match="further wording"):
        entry_of(READY | {"petition_on": "2027-01-01"}, as_of=TODAY)


def test_facts_that_do_not_fit_are_all_refused_at_once() -> None:
    with pytest.raises(InputError) as caught:
        entry_of({"creditor_count": "many", "drafter": "friend", "nonsense": 1}, as_of=TODAY)
    assert len(caught.value.problems) == 3


BOOLEANS = [name for name, spec in PETITION_FACTS.items() if spec.type == "bool" and spec.asked]
SOME = st.fixed_dictionaries(
    {},
    optional={name: st.booleans() for name in BOOLEANS}
    | {
        "debtor_kind": st.sampled_from(["person", "entrepreneur", "legal_person", "company"]),
        "drafter": st.sampled_from(["attorney", "executor", "debtor", "other", "accredited"]),
        "creditor_count": st.integers(1, 3), "creditors_overdue": st.integers(0, 3),
        "own_monthly": st.sampled_from(["0.00", "1800.00", "2178.00", "3267.00"]),
        "contributed_monthly": st.sampled_from(["0.00", "500.00", "4000.00"]),
        "relief_maintenance": st.just(0), "relief_one_off": st.just(0),
        "withdrawn_on": st.sampled_from(["2026-08-22", "2026-08-21", "2026"]),
        "dishonest_refusal_on": st.sampled_from(["2019-05-31", "2021-11-22", "2021-11-21"]),
        "discharge_final_on": st.sampled_from(["2019-07-01", "2014-01-01"]),
        "discharge_decided_on": st.sampled_from(["2019-05-31", "2019-06-01"]),
        "petition_on": st.sampled_from(["2024-09-30", "2024-10-01", "2026-11-22"]),
    },
)  # fmt: skip
ORDER = ("inadmissible_now", "blocked_until", "needs_lawyer")


@settings(deadline=None, max_examples=30)
@given(st.lists(SOME, min_size=1, max_size=8))
def test_many_petitions_come_out_as_one_by_one(rows: list[Facts]) -> None:
    result = entry(frame_from_facts(rows, PART.members, PART.facts), as_of=TODAY)
    assert result.height == len(rows)
    for row, facts in zip(result.iter_rows(named=True), rows, strict=True):
        one = entry_of(facts, as_of=TODAY)
        assert row["class"] == one.kind
        assert row["barred_until"] == one.barred_until
        assert row["barred_past_known"] == one.barred_past_known
        assert row["indications"] == [rule.id for rule in one.indications]
        assert row["flags"] == [rule.id for rule in one.flags]
        assert [row[c.rule.id] for c in one.conditions] == [c.verdict for c in one.conditions]
        assert set(row["missing"]) <= set(one.missing)


@settings(deadline=None, max_examples=60)
@given(SOME, st.data())
def test_knowing_more_never_turns_what_was_decided(facts: Facts, data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(sorted(facts)))) if facts else set()
    more = entry_of(facts, as_of=TODAY)
    less = entry_of({name: value for name, value in facts.items() if name in kept}, as_of=TODAY)
    for before, after in zip(less.conditions, more.conditions, strict=True):
        assert before.verdict in {"unknown", after.verdict}
    if less.kind == "inadmissible_now":
        assert more.kind == less.kind


def test_an_empty_list_comes_out_empty() -> None:
    assert entry(pl.DataFrame({"debtor_kind": []}, schema={"debtor_kind": pl.String}), as_of=TODAY).height == 0
