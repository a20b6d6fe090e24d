"""A case -> a frame of facts: one row per debt of the debtors, ready to be judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import frozen

from dluhy.case.assumed import assumptions_of
from dluhy.case.care import at_service, of_fee_year, several_kinds
from dluhy.case.crossing import claims_of
from dluhy.case.doubts import doubts
from dluhy.case.model import Creditor
from dluhy.case.unknowns import id_of
from dluhy.dates import Span, birthday
from dluhy.documents.decoding import pointer
from dluhy.documents.fields import fact_values
from dluhy.facts.frame import frame_from_facts
from dluhy.facts.schema import FACTS, base_schema
from dluhy.intake.notices import YEARS_TO_DUE
from dluhy.law.amounts import constant
from dluhy.money import to_decimal_string
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dluhy.case.model import Case, Debt, Enforcement, Insolvency
    from dluhy.law.pack import Pack

_CARRIED: Final = {
    "row": pl.UInt32(),
    "debt_id": pl.String(),
    "person_id": pl.String(),
    "creditor_name": pl.String(),
    "creditor_ico": pl.String(),
    "enforcement_ref": pl.String(),
}
_PARTS_OF_CLAIM: Final = ("principal", "increase", "interest", "penalty", "fare", "surcharge", "contractual_penalty")
_ASKED: Final = tuple(name for name, spec in FACTS.items() if spec.asked)
_NO_DAY: Final = date.min


@frozen
class Places:
    """Positions in the lists of a document where the facts of a row stand; None where there is none.

    `claim` is the debt whose facts decide: the debt itself, or the claim that costs are about.
    """

    debt: int
    claim: int
    person: int | None
    enforcement: int | None
    insolvency: int | None


@frozen
class CaseRows:
    """The debts of a case as a frame, what was taken for granted on the way, and how many guardians are named.

    `frame` has the columns `row` (from 1), `debt_id`, `person_id`, `creditor_name`, `creditor_ico`, `enforcement_ref`,
    `stated_kind` and every fact that an input may give (null is unknown), money in haléře. `places` tells for each row
    where in the document its facts stand. `guardians` is None where people are not known.
    """

    frame: pl.DataFrame
    warnings: tuple[Problem, ...]
    guardians: int | None
    places: tuple[Places, ...]


def case_facts(case: Case, pack: Pack) -> CaseRows:
    """Return the debts of a case as facts: one row per debt, in the order of the document, whoever owes it.

    A debt without a debtor is that of the only debtor. A debt in several enforcements goes with the running one, else
    with the one begun last. Costs
    (`follows`) take the facts of the claim they are about, and all their money is costs.
    """
    return facts_of_cases([case], pack)[0]


def facts_of_cases(cases: Sequence[Case], pack: Pack) -> list[CaseRows]:
    """Return the debts of each case as facts, as `case_facts` does: one frame is made for all of them and cut."""
    readers = [_Rows(case, pack) for case in cases]
    rows = [[reader.row(place) for place in range(len(reader.debts))] for reader in readers]
    frame = _frame([(number, row) for of_case in rows for number, row in enumerate(of_case, start=1)], pack)
    found, start = [], 0
    for case, reader, of_case in zip(cases, readers, rows, strict=True):
        guardians = None if case.people is None else sum(person.role == "guardian" for person in case.people)
        places = tuple(row.places for row in of_case)
        warnings = (*reader.warnings, *doubts(case), *assumptions_of(case, pack))
        found.append(CaseRows(frame.slice(start, len(of_case)), warnings, guardians, places))
        start += len(of_case)
    return found


def _frame(rows: Sequence[tuple[int, _Row]], pack: Pack) -> pl.DataFrame:
    if rows:
        facts = frame_from_facts([_as_written(row.facts) for _, row in rows], pack.members)
    else:
        facts = pl.DataFrame(schema=base_schema(pack.members))
    kinds = pl.Series("stated_kind", [row.stated_kind for _, row in rows], dtype=pl.Enum(pack.members["debt_kinds"]))
    carried = pl.DataFrame([(number, *row.carried) for number, row in rows], schema=_CARRIED, orient="row")
    return carried.hstack([kinds, *facts.get_columns()])


@frozen
class _Row:
    carried: tuple[str | None, ...]
    stated_kind: str | None
    facts: Mapping[str, Any]
    places: Places


class _Rows:
    """Gathers the facts of each debt from the parts of a case; what it takes for granted it tells."""

    def __init__(self, case: Case, pack: Pack) -> None:
        self.case = case
        self._majority = constant(pack.series["age_of_majority"])
        self.debts, self.people = case.debts or [], case.people or []
        self.warnings: list[Problem] = []
        self.sole = self._sole_debtor()
        self.claims = claims_of(self.debts)
        self.person_places = {person.id: place for place, person in enumerate(self.people) if person.id is not None}
        self.enforced: dict[str, list[int]] = {}
        for place, enforcement in enumerate(case.enforcements or []):
            for name in enforcement.debts or []:
                self.enforced.setdefault(name, []).append(place)

    def _sole_debtor(self) -> int | None:
        debtors = [place for place, person in enumerate(self.people) if person.role == "debtor"]
        debtors = debtors or [place for place, person in enumerate(self.people) if person.role is None]
        return debtors[0] if len(debtors) == 1 else None

    def _warn(self, code: str, loc: tuple[int | str, ...], cs: str, en: str) -> None:
        self.warnings.append(Problem(code, pointer(loc), cs, en))

    def _person_of(self, place: int) -> int | None:
        debtor = self.debts[place].debtor or self.debts[self.claims[place]].debtor
        if debtor is None:
            return self.sole
        return self.person_places.get(debtor)

    def row(self, place: int) -> _Row:
        """Return the row of one debt."""
        debt, claim = self.debts[place], self.claims[place]
        person, enforcement = self._person_of(place), self._enforcement_of(place)
        if enforcement is None and claim != place:
            enforcement = self._enforcement_of(claim)
        insolvency = self._insolvency_of(person)
        self._doubt(place, person)
        facts = (
            dict.fromkeys(_ASKED)
            | fact_values(self.debts[claim])
            | self._of_creditor(self.debts[claim])
            | self._of_debt(self.debts[claim], person)
            | (_own_money(debt) if claim != place else {})
            | self._of_person(person, self.debts[claim], claim)
            | self._of_enforcement(place, claim, enforcement)
            | self._of_insolvency(person, insolvency)
        )
        facts = {name: value for name, value in facts.items() if name in FACTS}
        creditor = debt.creditor or self.debts[claim].creditor or Creditor()
        carried = (
            id_of(debt, place),
            None if person is None else self.people[person].id or pointer(("people", person)),
            creditor.name,
            creditor.ico,
            None if enforcement is None else (self.case.enforcements or [])[enforcement].ref,
        )
        return _Row(carried, debt.kind, facts, Places(place, claim, person, enforcement, insolvency))

    def _doubt(self, place: int, person: int | None) -> None:
        """Tell what cannot be right, or leaves open whose the debt is."""
        debt = self.debts[place]
        if person is None and self.people:
            self._warn("no_debtor", ("debts", place), "není uvedeno, čí je to dluh; doplňte debtor",
                       "it is not stated whose debt it is; add debtor")  # fmt: skip
        years, due = debt.fee_year, debt.due_on
        if years is None or due is None or not (years.first and years.last and due.first and due.last):
            return
        late, early = due.first.year - years.last.year, years.first.year - due.last.year
        if max(late, early) > YEARS_TO_DUE:
            self._warn("due_far_from_year", ("debts", place, "due_on"),
                       "splatnost neodpovídá roku poplatku; ověřte oba údaje",
                       "the due day does not fit the fee year; check both")  # fmt: skip

    def _of_debt(self, debt: Debt, person: int | None) -> dict[str, Any]:
        """Return what follows from the debtor's business and assets: no consumer owes it, property secures it."""
        found: dict[str, Any] = {}
        if debt.earning_activity is None and debt.business and person is not None:
            found |= {"earning_activity": True} if self._of_age(debt, person) else {}
        secured = any(debt.id is not None and debt.id in (each.secures or ()) for each in self.case.assets or ())
        return found | ({"secured": True} if secured else {})

    def _of_age(self, debt: Debt, person: int) -> bool:
        """Return whether a debt surely arose once its debtor was of age; a child's business needs consent (§ 33 OZ)."""
        born, arose = (span or Span(None, None) for span in (self.people[person].birth_date, debt.arose_on))
        if born.last is None or arose.first is None:
            return False
        return birthday(born.last, self._majority) <= arose.first

    def _of_creditor(self, debt: Debt) -> dict[str, Any]:
        creditor = debt.creditor
        return {} if creditor is None or creditor.previous is None else {"creditor_changed": bool(creditor.previous)}

    def _of_person(self, place: int | None, debt: Debt, claim: int) -> dict[str, Any]:
        if place is None:
            return {}
        person = self.people[place]
        if several_kinds(person.in_care, debt):
            self._warn("care_of_several_kinds", ("debts", claim),
                       "v roce poplatku byly pobyty různých druhů; uveďte institution_months a institution_kind",
                       "several kinds of stays in the year; state institution_months and institution_kind")  # fmt: skip
        service = {"in_care_at_service": at_service(person.in_care, debt.title)}
        stated = debt.title and debt.title.representation and debt.title.representation.in_care_at_service
        return fact_values(person) | of_fee_year(person.in_care, debt) | ({} if stated is not None else service)

    def _enforcement_of(self, place: int) -> int | None:
        """Return the enforcement of a debt: of several the running one, else the one begun last."""
        found = self.enforced.get(self.debts[place].id or "", [])
        if len(found) > 1:
            chosen = max(found, key=self._weight)
            self._warn("several_enforcements", ("debts", place),
                       f"dluh je ve více exekucích; posuzuje se podle {pointer(('enforcements', chosen))}",
                       f"the debt is in several enforcements; {pointer(('enforcements', chosen))} counts")  # fmt: skip
            return chosen
        return found[0] if found else None

    def _weight(self, place: int) -> tuple[bool, date]:
        item = (self.case.enforcements or [])[place]
        return item.status == "running", _latest(item.began_on)

    def _of_enforcement(self, place: int, claim: int, number: int | None) -> dict[str, Any]:
        listed = self.case.enforcements
        if number is not None and listed is not None:
            return fact_values(listed[number]) | _recovery(listed[number])
        nameable = self.debts[place].id is not None or self.debts[claim].id is not None
        complete = listed is not None and all(item.debts is not None for item in listed)
        return {"enforcement_kind": "none"} if complete and (nameable or not listed) else {}

    def _insolvency_of(self, person: int | None) -> int | None:
        """Return the insolvency of a person: the running one, else the one begun last; None if it cannot be told."""
        if person is None:
            return None
        mine = [number for number, item in enumerate(self._insolvencies() or []) if self._concerns(item, person)]
        return max(mine, key=self._rank) if mine else None

    def _insolvencies(self) -> Sequence[Insolvency] | None:
        return self.case.history.insolvencies if self.case.history else None

    def _concerns(self, item: Insolvency, person: int) -> bool:
        return person == self.sole if item.person is None else item.person == self.people[person].id

    def _rank(self, place: int) -> tuple[bool, date]:
        item = (self._insolvencies() or [])[place]
        return item.running is True, _latest(item.began_on)

    def _of_insolvency(self, person: int | None, chosen: int | None) -> dict[str, Any]:
        listed = self._insolvencies()
        if listed is None or (person is None and listed):
            return {}
        if chosen is not None:
            facts = fact_values(listed[chosen])
            mine = [item.running for item in listed if person is not None and self._concerns(item, person)]
            running = True if True in mine else None if None in mine else False
            return facts | {"insolvency_running": running}
        unplaced = any(item.person is None for item in listed)
        return {} if unplaced else {"insolvency_running": False, "relief_by_instalments": False}


def _latest(span: Span | None) -> date:
    return (span and (span.last or span.first)) or _NO_DAY


def _recovery(enforcement: Enforcement) -> dict[str, Any]:
    if enforcement.nothing_recovered is not None or enforcement.recovered is None:
        return {}
    return {"nothing_recovered": enforcement.recovered == 0}


def _own_money(debt: Debt) -> dict[str, Any]:
    """Return the amounts of costs: none of the claim itself, all costs, their own balance."""
    stated = [getattr(debt, name) for name in (*_PARTS_OF_CLAIM, "costs")]
    known = [amount for amount in stated if amount is not None]
    nothing: dict[str, Any] = dict.fromkeys(_PARTS_OF_CLAIM, 0)
    return nothing | {"costs": sum(known) if known else None, "balance": debt.balance}


def _as_written(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts in the form in which a frame takes them."""
    return {name: _written(name, value) for name, value in facts.items()}


def _written(name: str, value: Any) -> Any:  # noqa: ANN401 - of any fact
    if isinstance(value, Span):
        ends = {"from": value.first, "to": value.last}
        if FACTS[name].type == "year":
            return {end: None if day is None else day.year for end, day in ends.items()}
        return ends
    return to_decimal_string(value) if FACTS[name].type == "money" and value is not None else value
