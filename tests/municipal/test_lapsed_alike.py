"""What the suggestions and the self-check say of M-06 and M-02 is one thing: the same debts, the same doubts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import AS_OF, ROOT
from tests.municipal.test_self_check import CHILD, checked, row

from dluhy import check_list
from dluhy.municipal.self_check.ledger import ledger_of
from dluhy.municipal.suggesting.making import suggest

if TYPE_CHECKING:
    from dluhy import ListResult

ALIKE = {"past_six_years": "M-06", "owed_by_guardian": "M-02"}
OLD = {"year": "2019", "due": "31.5.2019", "type": ""}


def _alike(result: ListResult) -> None:
    found = ledger_of(result).found
    suggested = {item.id: item for item in suggest(result).items}
    for check, rule in ALIKE.items():
        item = suggested.get(rule)
        held = 0 if item is None or item.status != "holds" else item.counts.debts
        open_ = 0 if item is None else item.undecided.debts if held else item.counts.debts
        assert (found[check].tally.debts, found[check].undecided) == (held, open_), check


def test_a_fee_under_an_executor_whose_days_are_not_known_is_not_said_to_have_lapsed(tmp_path: Path) -> None:
    for state in ("běží", "odložena", "zastavena", ""):
        result = checked(tmp_path, row(**OLD, state=state, began="", clause=""))
        found = ledger_of(result).found["past_six_years"]
        assert (found.tally.debts, found.undecided) == (0, 1), state
        assert all(item.status != "holds" for item in suggest(result).items if item.id == "M-06"), state


def test_an_executor_who_began_after_the_period_does_not_extend_it(tmp_path: Path) -> None:
    late = ledger_of(checked(tmp_path, row(**OLD, began="1.6.2025"))).found["past_six_years"]
    assert (late.tally.debts, late.undecided) == (1, 0)
    early = ledger_of(checked(tmp_path, row(**OLD, began="1.6.2020"))).found["past_six_years"]
    assert (early.tally.debts, early.undecided) == (0, 0)


@pytest.mark.thorough
def test_the_shipped_list_comes_out_alike() -> None:
    _alike(check_list(ROOT / "fixtures" / "seznam_z_praxe.xlsx", AS_OF))


ROW = st.fixed_dictionaries({
    "born": st.sampled_from([CHILD["born"], "1.6.1990", "1.6.2002", ""]),
    "year": st.sampled_from(["2016", "2019", "2022", "2024"]),
    "by": st.sampled_from(["exekutor", "daňová exekuce", "nevymáhá se", ""]),
    "state": st.sampled_from(["běží", "odložena", "zastavena", "skončena", ""]),
    "began": st.sampled_from(["", "1.2.2020", "1.2.2026"]),
    "balance": st.sampled_from(["1000", "0", ""]),
})  # fmt: skip


@pytest.mark.thorough
@given(rows=st.lists(ROW, min_size=1, max_size=8))
@settings(max_examples=25, deadline=None)
def test_suggestions_and_self_check_name_the_same_debts(rows: list[dict[str, str]]) -> None:
    told = [row(str(n), **each, due=f"31.5.{each['year']}", type="", mark="", clause="") for n, each in enumerate(rows)]
    with TemporaryDirectory() as folder:
        _alike(checked(Path(folder), *told))
