"""`dluhy account`: what an enforcement leaves on an account, in cash, of movables and of a home."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.commands.costs_options import Options
from dluhy.deductions.accounts import (
    account_payout,
    cash_limit,
    exempt_income_steps,
    freeze_ends_on,
    protected_account,
)
from dluhy.deductions.belongings import (
    KINDS_OF_CLAIMS,
    excluded_movables,
    extra_shield,
    home_sale_barred,
    home_threshold,
    order_of_methods,
    postponing_instalments,
)
from dluhy.problems import HorizonError
from dluhy.report.costs_account import (
    AccountAsked,
    AccountReport,
    cash_report,
    frozen_report,
    payouts_report,
    protected_report,
    steps_report,
)
from dluhy.report.costs_account_text import account_text
from dluhy.report.costs_belongings import HomeAsked, home_report, methods_report, movables_report
from dluhy.report.costs_teller import Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from dluhy.commands.costs import Printing
    from dluhy.report.costs_account import CashReport, FrozenReport, PayoutsReport, ProtectedReport, StepReport
    from dluhy.report.costs_belongings import HomeReport, MethodsReport, MovablesReport

_PLACES = {"balance": "--balance", "asked_on": "--as-of", "claims": "--claims", "kinds": "--kind", "as_of": "--as-of"}


@frozen(kw_only=True)
class AccountGiven:
    """The words of `dluhy account` as typed; None was not said."""

    as_of: str
    delivered_on: str | None = None
    balance: str | None = None
    paid_out: bool | None = None
    spouses: bool = False
    notice_on: str | None = None
    exempt_income: bool = False
    home: bool = False
    claims: str | None = None
    kinds: Sequence[str] = ()
    residence: bool | None = None
    movables: bool = False
    began_on: str | None = None
    grounds: Sequence[str] = ()
    methods: bool = False

    @property
    def account(self) -> bool:
        """Whether the account itself is asked about: also where nothing else is."""
        said = (self.delivered_on, self.balance, self.paid_out, self.notice_on)
        others = self.home or self.movables or self.methods or self.exempt_income
        return self.spouses or any(word is not None for word in said) or not others


@frozen(kw_only=True)
class _Read:
    """The words as values: days, haléře, codes; `kinds` are None where none were said."""

    as_of: date
    delivered_on: date | None
    balance: int | None
    notice_on: date | None
    claims: int | None
    kinds: tuple[str, ...] | None
    began_on: date | None
    grounds: tuple[str, ...]


def account_command(given: AccountGiven, printing: Printing) -> int:
    """Tell what an enforcement leaves; status 2 with every problem if the input cannot be used."""
    return printing.run(lambda pack: _report(given, Options(pack, printing.language)), account_text)


def _report(given: AccountGiven, options: Options) -> AccountReport:
    read, teller = _read(given, options), Teller(options.pack, options.language)
    options.require_sound()
    frozen = options.computed(partial(_frozen, read, teller), _PLACES)
    own = given.account and not given.spouses
    parts: dict[str, Callable[[], object] | None] = {
        "payout": partial(_payout, given, read, frozen, teller) if given.account else None,
        "protected": partial(_protected, read, teller) if own else None,
        "exempt_income": partial(_exempt_income, teller) if given.exempt_income else None,
        "cash": partial(_cash, read, teller) if own else None,
        "home": partial(_home, given, read, teller) if given.home else None,
        "movables": partial(_movables, read, teller) if given.movables else None,
        "methods": partial(_methods, teller) if given.methods else None,
    }
    made = {name: None if part is None else options.computed(part, _PLACES) for name, part in parts.items()}
    options.require_sound()
    return AccountReport(language=options.language, as_of=read.as_of, rules=teller.rules, **made)  # type: ignore[arg-type]  # each part under its name


def _read(given: AccountGiven, options: Options) -> _Read:
    if not given.home:
        for option, value in (("--claims", given.claims), ("--residence", given.residence)):
            options.belongs(option, value, "--home")
    if not given.movables:
        for option, said in (("--began-on", given.began_on), ("--ground", given.grounds)):
            options.belongs(option, said, "--movables")
    if not given.home and not given.movables:
        options.belongs("--kind", given.kinds, "--home, --movables")
    if given.spouses and given.notice_on is not None:
        options.refuse(
            "--notice-on",
            "z účtu manžela se berou jen peníze, které tam byly při doručení příkazu",
            "only money that was on a spouse's account at delivery is taken",
        )
    members = options.pack.members
    kinds = tuple(dict.fromkeys(code for name in KINDS_OF_CLAIMS for code in members[name]))
    return _Read(
        as_of=options.required_day("--as-of", given.as_of),
        delivered_on=options.day("--delivered-on", given.delivered_on),
        balance=options.money("--balance", given.balance),
        notice_on=options.day("--notice-on", given.notice_on),
        claims=options.money("--claims", given.claims),
        kinds=options.codes("--kind", given.kinds, kinds) or None,
        began_on=options.day("--began-on", given.began_on),
        grounds=options.codes("--ground", given.grounds, members["shield_grounds"]),
    )


def _frozen(read: _Read, teller: Teller) -> FrozenReport | None:
    if read.notice_on is None:
        return None
    return frozen_report(freeze_ends_on(read.notice_on, teller.pack), read.notice_on, teller)


def _payout(given: AccountGiven, read: _Read, frozen: FrozenReport | None, teller: Teller) -> PayoutsReport:
    found = account_payout(
        order_delivered_on=read.delivered_on, balance=read.balance, already_paid_out=given.paid_out,
        spouses_account=given.spouses, asked_on=read.as_of, pack=teller.pack,
    )  # fmt: skip
    asked = AccountAsked(delivered_on=read.delivered_on, balance=read.balance, spouses=given.spouses, frozen=frozen)
    return payouts_report(found, asked, teller)


def _protected(read: _Read, teller: Teller) -> ProtectedReport | None:
    found = protected_account(read.as_of, teller.pack)
    return None if found is None else protected_report(found, teller)


def _exempt_income(teller: Teller) -> tuple[StepReport, ...]:
    return steps_report(exempt_income_steps(teller.pack), teller)


def _cash(read: _Read, teller: Teller) -> CashReport:
    return cash_report(cash_limit(read.as_of, teller.pack), read.as_of, teller)


def _home(given: AccountGiven, read: _Read, teller: Teller) -> HomeReport:
    found = home_sale_barred(
        claims=read.claims, kinds=read.kinds, on=read.as_of, residence=given.residence, pack=teller.pack
    )
    asked = HomeAsked(read.claims, read.kinds, given.residence)
    return home_report(found, home_threshold(read.as_of, teller.pack), asked, teller)


def _movables(read: _Read, teller: Teller) -> MovablesReport:
    grounds = dict.fromkeys(read.grounds, True)
    shield = extra_shield(began_on=read.began_on, grounds=grounds, kinds=read.kinds, pack=teller.pack)
    try:
        instalments = postponing_instalments(read.as_of, teller.pack)
    except HorizonError:
        instalments = None
    return movables_report(excluded_movables(read.as_of, teller.pack), shield, instalments, teller)


def _methods(teller: Teller) -> MethodsReport:
    return methods_report(order_of_methods(teller.pack), teller)
