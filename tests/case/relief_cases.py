"""Invented cases of debt relief that the tests of the case and of its report share."""

from __future__ import annotations

from typing import Any

from tests.case.support import read

from dluhy.screening import Screening, screen_case

HONEST = {
    "concealed": False, "borrowed_before_filing": False, "favoured_before_filing": False, "property_conviction": False,
    "avoids_work": False, "gift_simulated": False, "mostly_lasting_debts": False,
}  # fmt: skip
RELIEF = {"drafter": "accredited", "contributed_monthly": "0", "unable_to_pay": True, **HONEST}
NO_HISTORY: dict[str, Any] = {"insolvencies": [], "petitions": []}


def debt(name: str, creditor: str, balance: str | None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return a debt of an adult, overdue for more than a year."""
    told = {"id": name, "debtor": "klient", "creditor": {"name": creditor}, "kind": "loan", "arose_on": "2022-01-10",
            "due_on": "2025-01-10", "business": False}  # fmt: skip
    return {**told, **({} if balance is None else {"balance": balance}), **more}


def parts(*, net: str = "26000", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return the parts of a case with two creditors and one wage; `more` replaces parts."""
    person = {"id": "klient", "role": "debtor", "birth_date": "1985-03-01", "municipality_code": "554961",
              "activity": "employed"}  # fmt: skip
    wage = {"person": "klient", "kind": "wage", "payer": "Zaměstnavatel A", "net": net, "period": "2026-10",
            "paid_on": "2026-11-10"}  # fmt: skip
    rent = {"line": "nájem", "category": "rent", "kind": "expense", "amount": "9000", "frequency": "monthly",
            "person": "klient"}  # fmt: skip
    whole: dict[str, Any] = {
        "people": [person], "incomes": [wage], "budget": [rent], "history": NO_HISTORY, "relief": RELIEF,
        "debts": [debt("uver", "Banka Vzor", "300000"), debt("telefon", "Operátor Vzor", "20000", kind="telecom")],
    }  # fmt: skip
    return {name: value for name, value in {**whole, **more}.items() if value is not None}


def screened(*, strict_law: bool = False, **more: Any) -> Screening:  # noqa: ANN401 - any JSON
    """Return the screening of such a case."""
    return screen_case(read(**parts(**more)), strict_law=strict_law)
