"""The debts of a case as facts of claims: what is said of debt, title and enforcement, and what follows from it.

What follows from other parts of the case is not asked: who the creditor is, whether the debtor was a consumer, whether
the debt was sued for, how many enforcements stand beside this one, what the executor may charge. What is stated wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.case.claim_costs import tariff_of
from dluhy.case.claim_enforcements import LedEnforcements
from dluhy.case.owing import OVER
from dluhy.dates import Span
from dluhy.documents.fields import fact_values
from dluhy.facts.claims import CLAIM_FACTS, SHARED_FACTS
from dluhy.facts.frame import frame_from_facts
from dluhy.law.amounts import constant
from dluhy.money import to_decimal_string
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from dluhy.case.frames import CaseRows, Places
    from dluhy.case.model import Case, Creditor, Debt, Enforcement
    from dluhy.facts.schema import FactSpec
    from dluhy.law.pack import Pack

_CREDITORS: Final = "claim_creditors"
_CONTRACTS: Final = "consumer_contracts"
_AWARD: Final = "arbitration_award"
_OWN: Final = tuple(name for name, spec in CLAIM_FACTS.items() if name not in SHARED_FACTS and not spec.inputs)
_SHARED: Final = tuple(name for name in SHARED_FACTS if not CLAIM_FACTS[name].inputs and name != "as_of")
_OF_CLAIM_ITSELF: Final = ("principal", "credit_lent", "credit_paid")
"""Facts of the claim that costs are about, which say nothing of the sum of the costs."""


@frozen
class ClaimRows:
    """The debts of a case as claims: a frame with one row per debt in the order of the document, and the same as facts.

    `facts` hold what is known of each, as people write it (dates in part as their ends, sums as decimal texts).
    `problems` say of each what could not be computed.
    """

    frame: pl.DataFrame
    facts: tuple[dict[str, Any], ...]
    problems: tuple[tuple[Problem, ...], ...]


def claim_rows(case: Case, rows: CaseRows, pack: Pack) -> ClaimRows:
    """Return the debts of a case as facts of claims; `rows` are its debts as the screening takes them."""
    part = (pack.whole or pack).of("claims")
    shared = rows.frame.select([column for name in _SHARED for column in CLAIM_FACTS[name].columns])
    led = LedEnforcements(case, rows, pack)
    found: list[tuple[dict[str, Any], tuple[Problem, ...]]] = [
        _of_debt(case, row, places, led, pack)
        for row, places in zip(shared.iter_rows(named=True), rows.places, strict=True)
    ]
    facts = tuple({name: value for name, value in each.items() if value is not None} for each, _ in found)
    every = (dict.fromkeys((*_SHARED, *_OWN, *led.COMPUTED)) | each for each in facts)
    frame = frame_from_facts(list(every), part.members, part.facts) if facts else shared
    return ClaimRows(frame, facts, tuple(problems for _, problems in found))


def _of_debt(
    case: Case, row: Mapping[str, Any], places: Places, led: LedEnforcements, pack: Pack
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    debts = case.debts or []
    debt, claim = debts[places.debt], debts[places.claim]
    enforcement = None if places.enforcement is None else (case.enforcements or [])[places.enforcement]
    told = {name: value for name, value in (fact_values(claim) | fact_values(enforcement)).items() if name in _OWN}
    followed = {
        "creditor_kind": _creditor_kind(debt.creditor or claim.creditor, pack),
        "consumer": _consumer(claim, pack),
        "sued": _sued(claim, pack),
        "enforced_before": _enforced_before(case, debt, places),
        "no_assets": _nothing_to_take(case, places),
        **led.beside(places),
    }
    tariff, problems = tariff_of(debts, enforcement, pack)
    own = {name: _chosen(told.get(name), value) for name, value in followed.items()}
    facts = _written_back(row) | _written(told | own | {"executor_costs_tariff": tariff})
    if places.debt != places.claim:
        facts |= dict.fromkeys(_OF_CLAIM_ITSELF)
    return facts, (*problems, *_too_many_advances(enforcement, pack))


def _too_many_advances(enforcement: Enforcement | None, pack: Pack) -> tuple[Problem, ...]:
    """Tell that more advances are said to be paid than can prolong an enforcement."""
    course = None if enforcement is None else enforcement.course
    paid = None if course is None else course.advances_paid
    most = constant(pack.series["fruitless_advances_most"])
    if paid is None or paid <= most:
        return ()
    cs = f"zálohy mohou exekuci prodloužit nejvýše {most}krát, zadáno je {paid}; ověřte u exekutora"
    en = f"advances can prolong an enforcement at most {most} times, {paid} are stated; verify with the executor"
    return (Problem("advances_beyond_law", "advances_paid", cs, en),)


def _chosen(told: Any, otherwise: Any) -> Any:  # noqa: ANN401 - of any fact
    return otherwise if told is None else told


def _written_back(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the shared facts of a row of a frame as people write them."""
    return {
        name: _as_told(CLAIM_FACTS[name], [row[column] for column in CLAIM_FACTS[name].columns]) for name in _SHARED
    }


def _as_told(spec: FactSpec, values: list[Any]) -> Any:  # noqa: ANN401 - of any fact
    if spec.ranged:
        ends = {end: value for end, value in zip(("from", "to"), values, strict=True) if value is not None}
        return ends or None
    return to_decimal_string(values[0]) if spec.type == "money" and values[0] is not None else values[0]


def _written(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts of the document as people write them: spans as ends, haléře as decimal texts."""
    return {name: _one_written(CLAIM_FACTS[name], value) for name, value in facts.items()}


def _one_written(spec: FactSpec, value: Any) -> Any:  # noqa: ANN401 - of any fact
    if isinstance(value, Span):
        return _as_told(spec, [value.first, value.last])
    if isinstance(value, tuple):
        ends = (to_decimal_string(each) if spec.type == "money" else each for each in value)
        return {end: each for end, each in zip(("from", "to"), ends, strict=True) if each is not None}
    return to_decimal_string(value) if spec.type == "money" and value is not None else value


def _creditor_kind(creditor: Creditor | None, pack: Pack) -> str | None:
    """Return what a creditor of a case is in the law of claims; None where its kind does not say it."""
    if creditor is None or creditor.kind is None:
        return None
    terms = pack.vocabularies[_CREDITORS].values()
    return next((term.code for term in terms if creditor.kind in term.more.get("case", ())), None)


def _consumer(debt: Debt, pack: Pack) -> bool | None:
    """Return whether the contract is one of a consumer: not from the debtor's business, with a certain business."""
    if debt.business is not False:
        return None if debt.business is None else False
    creditor = None if debt.creditor is None else debt.creditor.kind
    sure = any(
        debt.kind in term.more["debts"] and creditor in term.more["creditors"]
        for term in pack.vocabularies[_CONTRACTS].values()
    )
    return True if sure else None


def _sued(debt: Debt, pack: Pack) -> bool | None:
    """Return True where a court or arbitrator decided or proceedings began; otherwise nobody knows."""
    title = debt.title
    if title is None:
        return None
    decided = title.kind == _AWARD or (
        title.kind is not None and pack.term("title_kinds", title.kind).more.get("court")
    )
    return True if decided or title.proceedings_began_on is not None else None


def _enforced_before(case: Case, debt: Debt, places: Places) -> bool | None:
    """Return True where an enforcement of the debt is over and another one counts; otherwise nobody knows."""
    others = [
        each
        for number, each in enumerate(case.enforcements or [])
        if number != places.enforcement and debt.id is not None and debt.id in (each.debts or ())
    ]
    return True if any(each.status in OVER for each in others) else None


def _nothing_to_take(case: Case, places: Places) -> bool | None:
    """Return True where the case says that the debtor has no assets and no income; otherwise nobody knows."""
    if places.person is None or case.assets is None or case.incomes is None or case.budget is None:
        return None
    name = (case.people or [])[places.person].id
    whose = {name, None}
    owned = any(asset.owner in whose for asset in case.assets)
    earned = any(income.person in whose for income in case.incomes)
    paid = any(line.person in whose for line in case.budget if line.kind == "income" or line.income_kind is not None)
    return None if owned or earned or paid else True
