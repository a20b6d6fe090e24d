"""`dluhy interest`, `dluhy costs`, `dluhy account`: what was typed is read, counted and told, all errors at once."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.commands.common import DONE, UNUSABLE, chosen_pack, tell
from dluhy.commands.costs_options import Options
from dluhy.deductions.executor_costs import executor_costs
from dluhy.deductions.interest import checked_interest, default_interest
from dluhy.deductions.lawyer_fees import costs_signal
from dluhy.problems import InputError
from dluhy.report.costs import InterestAsked, costs_report, interest_report
from dluhy.report.costs_lawyer import LawyerAsked, lawyer_report
from dluhy.report.costs_teller import Teller
from dluhy.report.costs_text import costs_text, interest_text
from dluhy.report.texts import texts
from dluhy.report.written import as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.report.costs import CostsReport, InterestReport
    from dluhy.report.costs_lawyer import LawyerReport

_INTEREST_PLACES = {"principal": "JISTINA", "payments": "--payment", "since": "--since", "until": "--until"}
_COSTS_PLACES = {
    "claim": "POHLEDAVKA",
    "recovered": "--recovered",
    "creditors, debtors": "--creditors, --debtors",
    "authorised_on": "--authorised-on",
    "stopped": "--stopped, --within-30-days",
}


@frozen(kw_only=True)
class Printing:
    """How a result is printed: its language, text or JSON, by which rules (None: those shipped)."""

    language: Language
    as_json: bool
    rules: Path | None

    def run(self, work: Callable[[Pack], object], text: Callable[..., str]) -> int:
        """Print what the work gives, as text or JSON; tell everything that is wrong with the input (status 2)."""
        try:
            report = work(chosen_pack(self.rules))
        except InputError as error:
            if not self.as_json:
                return tell(error, self.language, texts(self.language)("error-heading-command"))
            errors = [{"code": p.code, "place": p.place, "cs": p.cs, "en": p.en} for p in error.problems]
            sys.stdout.write(as_json({"errors": errors}))
            return UNUSABLE
        sys.stdout.write(as_json(report) if self.as_json else text(report))
        return DONE


@frozen(kw_only=True)
class InterestGiven:
    """The words of `dluhy interest` as typed; None was not said."""

    principal: str
    due_on: str
    until: str
    since: str | None = None
    payments: Sequence[str] = ()
    due_by_period: bool | None = None
    child_maintenance: bool | None = None
    claimed: str | None = None


@frozen(kw_only=True)
class LawyerGiven:
    """The words of `dluhy costs` about the creditor's lawyer as typed; None was not said."""

    filed_on: str | None = None
    claim: str | None = None
    awarded: str | None = None
    acts: str | None = None
    vat: bool | None = None
    enforcement: bool = False


@frozen(kw_only=True)
class CostsGiven:
    """The words of `dluhy costs` as typed; None was not said."""

    claim: str
    recovered: str | None = None
    began_on: str | None = None
    authorised_on: str | None = None
    within_30_days: bool = False
    vat: bool | None = None
    creditors: str = "1"
    debtors: str = "1"
    joined_on: str | None = None
    stopped: bool = False
    lawyer: LawyerGiven


def interest_command(given: InterestGiven, printing: Printing) -> int:
    """Compute default interest and print it; status 2 with every problem if the input cannot be used."""
    return printing.run(lambda pack: _interest(given, Options(pack, printing.language)), interest_text)


def costs_command(given: CostsGiven, printing: Printing) -> int:
    """Compute the costs of an executor, and of a lawyer if asked for, and print them; status 2 as above."""
    return printing.run(lambda pack: _costs(given, Options(pack, printing.language)), costs_text)


def _interest(given: InterestGiven, options: Options) -> InterestReport:
    principal, claimed = options.required_money("JISTINA", given.principal), options.money("--claimed", given.claimed)
    asked = InterestAsked(
        due_on=options.required_day("--due-on", given.due_on), until=options.required_day("--until", given.until),
        since=options.day("--since", given.since), payments=options.payments("--payment", given.payments),
    )  # fmt: skip
    options.require_sound()
    computed = options.sound(
        options.computed(
            lambda: default_interest(
                principal, due_on=asked.due_on, until=asked.until, since=asked.since, payments=asked.payments,
                due_by_period=given.due_by_period, child_maintenance=given.child_maintenance, pack=options.pack,
            ),
            _INTEREST_PLACES,
        )
    )  # fmt: skip
    checked = None if claimed is None else checked_interest(claimed, computed)
    return interest_report(computed, asked, checked, Teller(options.pack, options.language))


def _costs(given: CostsGiven, options: Options) -> CostsReport:
    claim = options.required_money("POHLEDAVKA", given.claim)
    executor = partial(
        executor_costs, claim=claim, recovered=options.money("--recovered", given.recovered),
        began_on=options.day("--began-on", given.began_on), stopped=given.stopped, vat_payer=given.vat,
        authorised_on=options.day("--authorised-on", given.authorised_on), paid_within_30_days=given.within_30_days,
        creditors=options.count("--creditors", given.creditors), debtors=options.count("--debtors", given.debtors),
        joined_on=options.day("--joined-on", given.joined_on), pack=options.pack,
    )  # fmt: skip
    asked = _lawyer_asked(given.lawyer, claim, options)
    acts = None if given.lawyer.acts is None else options.count("--acts", given.lawyer.acts)
    options.require_sound()
    teller = Teller(options.pack, options.language)
    costs = options.computed(executor, _COSTS_PLACES)
    lawyer = None if asked is None else _lawyer(asked, acts, given.lawyer, options, teller)
    return costs_report(options.sound(costs), claim, lawyer, teller)


def _lawyer_asked(given: LawyerGiven, claim: int, options: Options) -> LawyerAsked | None:
    awarded, own_claim = options.money("--awarded", given.awarded), options.money("--lawyer-claim", given.claim)
    if given.filed_on is None:
        said = {
            "--awarded": awarded,
            "--lawyer-claim": own_claim,
            "--acts": given.acts,
            "--lawyer-vat": given.vat,
            "--lawyer-enforcement": given.enforcement or None,
        }
        for option, value in said.items():
            options.belongs(option, value, "--lawyer-filed-on")
        return None
    return LawyerAsked(
        filed_on=options.required_day("--lawyer-filed-on", given.filed_on), assumed=own_claim is None,
        claim=claim if own_claim is None else own_claim, enforcement=given.enforcement, awarded=awarded,
    )  # fmt: skip


def _lawyer(
    asked: LawyerAsked, acts: int | None, given: LawyerGiven, options: Options, teller: Teller
) -> LawyerReport | None:
    """Return the lawyer's costs; with nothing awarded, nought is compared and the comparison is left out."""
    found = options.computed(
        lambda: costs_signal(
            asked.awarded or 0, filed_on=asked.filed_on, claim=asked.claim, acts=acts, vat_payer=given.vat,
            enforcement=asked.enforcement, pack=options.pack,
        ),
        {"claim": "POHLEDAVKA" if asked.assumed else "--lawyer-claim"},
    )  # fmt: skip
    return None if found is None else lawyer_report(found, asked, teller)
