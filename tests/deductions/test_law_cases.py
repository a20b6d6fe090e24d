"""Published figures of wage deductions come out as printed; where a source errs, we differ by that error alone."""

from __future__ import annotations

import json
import tomllib
from calendar import monthrange
from copy import deepcopy
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import pytest
from tests.law.support import changed, shipped_pack

from dluhy.deductions import deduct_frame, wage_sets
from dluhy.deductions.accounts import account_payout
from dluhy.deductions.answering import answer
from dluhy.deductions.document import DeductionDocument
from dluhy.deductions.executor_costs import executor_costs
from dluhy.deductions.reading import parse
from dluhy.law.citations import act_of
from dluhy.law.models import EVIDENCE_FROM_STRONGEST, Citation
from dluhy.law.pack import load_texts
from dluhy.money import to_decimal_string, to_halere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.deductions import Deduction, WageSet
    from dluhy.law.pack import Pack

Case = dict[str, Any]
Figures = dict[str, Any]

_DOCUMENT: Final = tomllib.loads(Path("fixtures/law_cases_deductions.toml").read_text(encoding="utf-8"))
PAYMENTS, AMOUNTS = _DOCUMENT["payment"], _DOCUMENT["amounts"]
ACCOUNTS, EXECUTORS, WORKED = _DOCUMENT["account"], _DOCUMENT["executor"], _DOCUMENT["worked"]
PUBLISHED: Final = [*PAYMENTS, *AMOUNTS, *ACCOUNTS, *EXECUTORS]
LAST_KEYED_BY_WAGE_MONTH: Final = date(2024, 12, 31)
PLENTY: Final = 100_000_000
IN_FRAMES: Final = {"base", "remainder", "third", "unlimited", "deducted", "left", "fee"}
PRIORITY: Final = {"maintenance_current", "priority_other", "social_insurance", "tax_or_fee"}
CATALOGUE: Final = {
    "osoblazsko-ins-15000-plus-promise", "osoblazsko-spouse-debtor-pension", "osoblazsko-spouse-partner-pension",
    "osoblazsko-spouse-no-pension", "osoblazsko-two-payers-sum", "penize-2019-from-june", "odkazy-2020-nonpriority",
    "odkazy-2016-priority", "param-2018", "param-2019-june", "param-2020-q1", "param-2021", "param-2022-q2",
    "param-2022-h2", "param-2023", "param-2024", "param-2025", "param-2026",
}  # fmt: skip


def facts(case: Case) -> dict[str, Any]:
    """Return what the source provides with what is assumed beside it; an assumption never replaces a stated fact."""
    found: dict[str, Any] = deepcopy(case["provided"])
    for group in case.get("assumed", []):
        for path, value in group.items():
            if path != "because":
                _put(found, path.split("."), value)
    return found


def _put(into: Any, path: list[str], value: object) -> None:  # noqa: ANN401 - a document: tables and lists of them
    step, *rest = path
    key: Any = int(step) if isinstance(into, list) else step
    if rest:
        _put(into.setdefault(key, {}) if isinstance(into, dict) else into[key], rest, value)
        return
    assert key not in into, f"{step} is stated by the source"
    into[key] = value


def by_law(case: Case) -> Figures:
    """Return the figures that must come out: those printed, with what the law gives where the source errs."""
    printed_figures: Figures = case["expected"]
    right: Figures = case.get("law", {})
    return printed_figures | right


@cache
def _erring_pack(file: str, said: str, instead: str) -> Pack:
    return load_texts(changed((file, said, instead)))


def erring_pack(case: Case) -> Pack:
    """Return the law as the source has it: the shipped one, or with the text that makes its error."""
    error = case["as_if"]
    return _erring_pack(error["file"], error["said"], error["instead"]) if "file" in error else shipped_pack()


def crowns(halere: int | None) -> str | None:
    return None if halere is None else to_decimal_string(halere).removesuffix(".00")


def deduction(document: dict[str, Any], pack: Pack) -> Deduction:
    return answer(parse(DeductionDocument, json.dumps(document, default=str), pack), pack)


def of_deduction(found: Deduction, case: Case) -> Figures:
    """Return every figure a source may print of a payment, in crowns."""
    own = to_halere(case.get("beside", {}).get("own_payment", "0"))
    plain = ("base", "remainder", "third", "unlimited", "deducted", "left", "fee")
    return {name: crowns(getattr(found, name)) for name in plain} | {
        "rounding_rest": crowns(found.remainder - found.unlimited - 3 * found.third),
        "left_after_own_payment": crowns(found.left - own),
        "claims": [crowns(each.amount) for each in found.allocations],
        "parts_base": [crowns(part.base) for part in found.parts],
        "parts_deducted": [crowns(part.deducted) for part in found.parts],
    }


def only(names: Figures, found: Figures) -> Figures:
    return {name: found[name] for name in names}


def of_payment(case: Case, pack: Pack, **put_in: object) -> Figures:
    return only(case["expected"], of_deduction(deduction(facts(case) | put_in, pack), case))


def months(first: str, last: str) -> Iterator[date]:
    """Yield the first day of each month from one to another, as a payer would write them."""
    start, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-01")
    while start <= end:
        yield start
        start += timedelta(days=monthrange(start.year, start.month)[1])


def asked(case: Case) -> Iterator[tuple[date, date]]:
    """Yield the pay day and the month of every wage that the case speaks of."""
    said = facts(case)
    if "first_paid" in said:
        for number in range((said["last_paid"] - said["first_paid"]).days + 1):
            paid = said["first_paid"] + timedelta(days=number)
            yield paid, (paid.replace(day=1) - timedelta(days=1)).replace(day=1)
        return
    for month in months(said["first"], said.get("last", said["first"])):
        paid = month + timedelta(days=monthrange(month.year, month.month)[1] + 14)
        yield min(paid, LAST_KEYED_BY_WAGE_MONTH), month


def printed(exact: Fraction, like: str, rounded_to: str | None) -> str:
    """Return an exact amount as a source prints it: half up to its decimals, or to the nearest of its multiples."""
    amount = Decimal(exact.numerator) / Decimal(exact.denominator)
    if rounded_to is not None:
        step = Decimal(rounded_to)
        return str((amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step)
    return str(amount.quantize(Decimal(like), ROUND_HALF_UP))


def of_amounts(found: WageSet, names: Figures, case: Case, *, round_up: tuple[str, ...] = ()) -> Figures:
    exact = {
        "living_minimum": Fraction(found.living_minimum),
        "housing": Fraction(found.housing),
        "sum": Fraction(found.total),
        "per_debtor": found.debtor,
        "per_dependant": found.person,
        "with_one": found.debtor + found.person,
        "threshold": Fraction(found.threshold, 100),
        "max_third": Fraction(found.threshold // 300),
    }
    exact |= {name: Fraction(-(-exact[name] // 1)) for name in round_up}
    return {name: printed(exact[name], text, case.get("rounded_to")) for name, text in names.items()}


def sets_of(case: Case, pack: Pack) -> Iterator[WageSet]:
    """Yield every set of amounts that applies to the wages of a case, once."""
    sets = wage_sets(pack)
    for number in {sets.index_for(paid, month): None for paid, month in asked(case)}:
        yield sets.sets[number]


def of_account(case: Case) -> Figures:
    said = facts(case)
    found = account_payout(
        order_delivered_on=said["delivered_on"], asked_on=said["asked_on"], balance=PLENTY, already_paid_out=False
    )
    assert found.known is not None
    return only(case["expected"], {"multiple": str(found.known.multiple), "amount": crowns(found.amount)})


def of_executor(case: Case, pack: Pack) -> Figures:
    said = facts(case)
    (found,) = executor_costs(**said | {"claim": to_halere(said["claim"])}, recovered=None, pack=pack).variants
    return only(case["expected"], {"remuneration": crowns(found.remuneration), "lump": crowns(found.lump)})


def by_id(cases: list[Case], *, erring: bool = False) -> pytest.MarkDecorator:
    chosen = [case for case in cases if not erring or "as_if" in case]
    return pytest.mark.parametrize("case", chosen, ids=lambda case: case["id"])


@by_id([case for case in PAYMENTS if case["expected"]])
def test_a_published_payment_comes_out_as_its_source_has_it(case: Case) -> None:
    assert of_payment(case, shipped_pack()) == by_law(case)


@by_id(WORKED)
def test_a_payment_worked_out_from_the_provisions_comes_out(case: Case) -> None:
    assert of_payment(case, shipped_pack()) == case["expected"]


@by_id(PAYMENTS, erring=True)
def test_with_its_error_put_back_a_payment_is_what_the_source_prints(case: Case) -> None:
    """We differ from the source by the error named and by nothing else."""
    put_in = case["as_if"].get("document", {})
    assert of_payment(case, erring_pack(case), **put_in) == case["expected"] != by_law(case)


@pytest.mark.parametrize("together", _DOCUMENT["together"], ids=lambda together: together["payments"][0])
def test_debt_relief_of_spouses_is_worked_out_for_each_and_added_up(together: Case) -> None:
    cases = [case for case in PAYMENTS if case["id"] in together["payments"]]
    found = [deduction(facts(case), shipped_pack()) for case in cases]

    assert len(found) == 2
    sums = {name: crowns(sum(getattr(each, name) for each in found)) for name in ("deducted", "left")}
    assert sums == together["expected"]


@by_id(
    [case for case in (*PAYMENTS, *WORKED) if "payers" not in case["provided"] and IN_FRAMES & set(case["expected"])]
)
def test_a_payment_comes_out_of_a_frame_too(case: Case) -> None:
    said = facts(case)
    spouse, claims = said.get("spouse", {}), said.get("claims") or []
    row = {
        "paid_on": said["paid_on"], "wage_period": date.fromisoformat(said["wage_period"] + "-01"),
        "net": to_halere(said["net"]), "dependants": said["dependants"], "spouse_married": spouse.get("married"),
        "spouse_pension": spouse.get("pension"), "own_pension": said.get("own_pension"), "orders": len(claims) or None,
        "priority": any(claim["kind"] in PRIORITY for claim in claims), "fee_due": said.get("income") != "pension",
        "debt_relief": said.get("debt_relief", False) or any(claim["kind"] == "insolvency" for claim in claims),
    }  # fmt: skip
    found = deduct_frame(pl.DataFrame([row], schema_overrides={"orders": pl.Int64})).row(0, named=True)

    said_of_it = {name: figure for name, figure in by_law(case).items() if name in IN_FRAMES}
    assert {name: crowns(found[name]) for name in said_of_it} == said_of_it


@by_id(AMOUNTS)
def test_published_amounts_are_those_of_every_month_they_speak_of(case: Case) -> None:
    found = list(sets_of(case, shipped_pack()))

    assert found
    for each in found:
        assert of_amounts(each, by_law(case), case) == by_law(case)


@by_id(AMOUNTS, erring=True)
def test_with_their_error_put_back_amounts_are_what_the_source_prints(case: Case) -> None:
    round_up = tuple(case["as_if"].get("rounded_up", ()))
    for each in sets_of(case, erring_pack(case)):
        assert of_amounts(each, case["expected"], case, round_up=round_up) == case["expected"] != by_law(case)


@by_id(ACCOUNTS)
def test_the_bank_pays_out_what_is_published(case: Case) -> None:
    assert of_account(case) == by_law(case)


@by_id(EXECUTORS)
def test_an_executor_charges_what_is_published(case: Case) -> None:
    assert of_executor(case, shipped_pack()) == by_law(case)


@by_id(EXECUTORS, erring=True)
def test_with_its_error_put_back_an_executor_charges_what_the_source_prints(case: Case) -> None:
    assert of_executor(case, erring_pack(case)) == case["expected"] != by_law(case)


def test_every_published_case_of_the_catalogue_is_there() -> None:
    ids = [case["id"] for case in PUBLISHED]
    assert set(ids) >= CATALOGUE
    assert len(ids) == len(set(ids))


def test_every_case_has_a_public_source_and_every_source_a_case() -> None:
    sources = _DOCUMENT["source"]
    assert {case["source"] for case in PUBLISHED} == set(sources)
    assert all(link.startswith(("https://", "http://")) for source in sources.values() for link in source["links"])
    assert all(source["name"] and source["links"] and source["published"] for source in sources.values())


def test_a_case_without_figures_of_its_own_is_added_up_with_another() -> None:
    alone = [case["id"] for case in PUBLISHED if not case["expected"]]
    assert {*alone} <= {name for together in _DOCUMENT["together"] for name in together["payments"]}


def test_every_case_says_what_it_assumes_why_it_differs_and_how_well_it_is_known() -> None:
    for case in PUBLISHED:
        assert case["says"].endswith("."), case["id"]
        assert all(len(group) > 1 and group["because"] for group in case["assumed"]), case["id"]
        assert case["evidence"] in EVIDENCE_FROM_STRONGEST, case["id"]
        assert len({name in case for name in ("law", "why", "cites", "as_if")}) == 1, case["id"]
        assert all(case["expected"][name] != figure for name, figure in case.get("law", {}).items()), case["id"]


def test_every_provision_cited_is_of_a_known_act() -> None:
    cited = [cite for case in [*PUBLISHED, *WORKED] for cite in case.get("cites", [])]
    assert cited
    assert [cite for cite in cited if act_of(Citation(at=cite), shipped_pack().acts) is None] == []
