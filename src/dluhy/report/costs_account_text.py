"""What an enforcement leaves on an account, in cash, of movables and of a home, as plain text for the counsellor."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dluhy.money import to_halere
from dluhy.report.costs_page import STEP, Page, capital
from dluhy.report.texts import NBSP
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.report.costs_account import (
        AccountReport,
        IncomeReport,
        PayoutReport,
        PayoutsReport,
        ProtectedReport,
        StepReport,
    )
    from dluhy.report.costs_belongings import (
        DecisionReport,
        HomeReport,
        InstalmentsReport,
        MethodsReport,
        MovablesReport,
    )


def account_text(report: AccountReport) -> str:
    """Return what is left as text in the language of the report, lines of at most 100 signs."""
    return "\n".join(_lines(report, Page(texts_of(report.language)))).lstrip("\n") + "\n"


def _lines(report: AccountReport, page: Page) -> Iterator[str]:
    if report.payout is not None:
        yield from _payouts(report.payout, page)
    if report.protected is not None:
        yield from _protected(report.protected, page)
    if report.exempt_income is not None:
        yield from page.heading(page.say("account-exempt-income"))
        yield from _steps(report.exempt_income, page)
    if report.cash is not None:
        yield from page.heading(page.say("account-cash"))
        most = page.marked(page.money(report.cash.most), verify=report.cash.verify)
        yield from page.wrapped(page.say("account-cash-most", day=page.say.day(report.as_of), sum=most))
        yield from page.by(report.cash.provisions)
        yield from page.bullets((), report.cash.notes)
    if report.home is not None:
        yield from _home(report.home, page.say.day(report.as_of), page)
    if report.movables is not None:
        yield from _movables(report.movables, page)
    if report.methods is not None:
        yield from _methods(report.methods, page)
    yield from page.rules(report.rules)


def _payouts(payout: PayoutsReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.wrapped(_headline(payout, page))
    if payout.delivered_from is not None:
        yield from page.wrapped(say("account-delivered-from", day=say.day(payout.delivered_from)))
    if not payout.already_paid_out:
        yield ""
        yield from _possible(payout, page)
    yield from page.by(payout.provisions)
    if payout.frozen is not None:
        yield ""
        frozen = say("account-frozen", day=say.day(payout.frozen.to))
        yield from page.wrapped(page.marked(frozen, verify=payout.frozen.verify))
        yield from page.by(payout.frozen.provisions)
    yield from page.questions(payout.questions, say("account-questions"))
    yield from page.heading(say("page-told"))
    yield from page.bullets(payout.told, payout.notes)


def _headline(payout: PayoutsReport, page: Page) -> str:
    """Say in a sentence what the bank pays: the sum if it is known, else the most or the range."""
    say, whose = page.say, "spouse" if payout.spouses_account else "own"
    if payout.already_paid_out:
        return say("account-paid-out")
    exact = payout.balance is not None
    sums = sorted({to_halere(each.amount or each.most) for each in payout.possible})
    least, most = say.money(sums[0]), page.marked(say.money(sums[-1]), verify=payout.verify)
    way = ("range" if len(sums) > 1 else "one") + ("" if exact else "-most")
    sentence = say(f"account-pays-{way}-{whose}", least=least, most=most)
    return sentence if payout.already_paid_out is False else f"{sentence} {say('account-unless-paid-out')}"


def _possible(payout: PayoutsReport, page: Page) -> Iterator[str]:
    """Say how the payout comes about, as a table where several are possible."""
    say, first = page.say, payout.possible[0]
    if len(payout.possible) > 1:
        limit = "least" if payout.spouses_account else "most"
        heads = [say(f"account-col-{name}") for name in ("delivered", "multiple", "minimum", limit)]
        known = [] if payout.balance is None else [say("account-col-amount")]
        rows = [_row(each, page) for each in payout.possible]
        yield from page.table([[*heads, *known], *rows], indent="")
    else:
        how = say("account-multiple", multiple=first.multiple, minimum=page.money(first.living_minimum),
                  day=say.day(first.minimum_on), most=page.money(first.most))  # fmt: skip
        yield from page.wrapped(how)
    if first.share is not None:
        yield from page.wrapped(say("account-share", share=first.share))
    elif any(each.amount is not None and to_halere(each.amount) < to_halere(each.most) for each in payout.possible):
        yield from page.wrapped(say("account-wait"))


def _row(payout: PayoutReport, page: Page) -> list[str]:
    known = [] if payout.amount is None else [page.money(payout.amount)]
    minimum, most = page.money(payout.living_minimum), page.money(payout.most)
    return [page.span(payout.delivered, short=True), f"{payout.multiple}{NBSP}×", minimum, most, *known]


def _protected(protected: ProtectedReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.heading(say("account-protected"))
    opened = say("account-protected-opened", days=protected.working_days)
    yield from page.wrapped(page.marked(opened, verify=protected.verify))
    yield from page.by(protected.provisions)
    yield from _steps(protected.steps, page)
    yield from page.heading(say("account-incomes"))
    by_treatment = sorted(protected.incomes, key=lambda income: _order(income, protected.incomes))
    for label, incomes in groupby(by_treatment, key=lambda income: income.treatment_label):
        listed = list(incomes)
        cited = f" ({page.cited(listed[0].treatment_provisions)})" if listed[0].treatment_provisions else ""
        yield from page.wrapped(f"– {capital(label)}{cited}:", hang="  ")
        names = "; ".join(page.marked(income.label, verify=income.verify) for income in listed)
        yield from page.wrapped(f"{names}.", STEP)


def _order(income: IncomeReport, incomes: Iterable[IncomeReport]) -> int:
    """Return the place of the first income that is treated the same."""
    return next(place for place, other in enumerate(incomes) if other.treatment == income.treatment)


def _steps(steps: Iterable[StepReport], page: Page) -> Iterator[str]:
    say = page.say
    for number, step in enumerate(steps, start=1):
        yield from page.wrapped(page.marked(f"{number}. {step.title}", verify=step.verify), hang=STEP)
        yield from page.wrapped(say("screen-who", actor=step.actor, addressee=step.addressee), STEP)
        yield from page.wrapped(step.detail, STEP)
        if step.needs is not None:
            yield from page.wrapped(say("screen-needs", needed=step.needs), STEP)
        limit = page.marked(step.limit, verify=step.limit_verify)
        cost = page.marked(step.cost, verify=step.cost_verify)
        yield from page.wrapped(say("account-limit-cost", limit=limit, cost=cost), STEP)
        yield from page.by(step.provisions, STEP)
        for note in step.to_verify:
            yield from page.wrapped(say("screen-verify", note=note), STEP)


def _home(home: HomeReport, day: str, page: Page) -> Iterator[str]:
    say, decision = page.say, home.decision
    yield from page.heading(say("account-home"))
    limit = None if home.limit is None else page.marked(page.money(home.limit), verify=decision.verify)
    yield from page.wrapped(page.marked(say(f"account-home-{decision.verdict}", day=day), verify=decision.verify))
    if limit is not None:
        yield from page.wrapped(say("account-home-limit", limit=limit))
    if home.claims is not None:
        yield from page.wrapped(say("account-home-claims", sum=page.money(home.claims)))
    yield from _decision(decision, page)


def _decision(decision: DecisionReport, page: Page) -> Iterator[str]:
    if decision.reasons:
        reasons = "; ".join(reason.text for reason in decision.reasons)
        yield from page.wrapped(page.say("account-because", reasons=reasons))
    if decision.questions:
        yield from page.wrapped(page.say("account-find-out"))
        for number, question in enumerate(decision.questions, start=1):
            yield from page.wrapped(f"{number}. {question.ask}", STEP, STEP)
    yield from page.by(decision.provisions)
    yield from page.bullets(decision.told, decision.notes)


def _movables(movables: MovablesReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.heading(say("account-movables"))
    yield from page.wrapped(say("account-movables-are"))
    for thing in movables.excluded:
        label = thing.label if thing.most is None else say("account-thing-most", thing=thing.label,
                                                           sum=page.money(thing.most))  # fmt: skip
        cited = f" ({page.cited(thing.provisions)})" if thing.provisions else ""
        yield from page.wrapped(f"– {page.marked(label, verify=thing.verify)}{cited}", hang="  ")
    yield ""
    yield from page.bullets(movables.told)
    yield from page.heading(say("account-shield"))
    shield = movables.shield
    yield from page.wrapped(page.marked(say(f"account-shield-{shield.verdict}"), verify=shield.verify))
    yield from _decision(shield, page)
    if movables.instalments is not None:
        yield from _instalments(movables.instalments, page)


def _instalments(found: InstalmentsReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.heading(say("account-instalments"))
    sentence = say("account-instalments-are", least=page.money(found.monthly_least), most=page.money(found.value_most),
                   thing=page.money(found.ignored_thing), set=page.money(found.ignored_set))  # fmt: skip
    yield from page.wrapped(page.marked(sentence, verify=found.verify))
    yield from page.by(found.provisions)
    yield from page.bullets((), found.notes)


def _methods(methods: MethodsReport, page: Page) -> Iterator[str]:
    say = page.say
    yield from page.heading(say("account-methods"))
    yield from page.wrapped(say("account-methods-are"))
    for step in methods.steps:
        groups = say("account-methods-then").join(", ".join(group) for group in step.groups)
        yield from page.wrapped(f"{step.step}) {groups}", hang=STEP)
    yield from page.by(provision for step in methods.steps for provision in step.provisions)
    yield from page.bullets(methods.told)
