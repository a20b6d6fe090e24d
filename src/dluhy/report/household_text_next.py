"""What a counsellor does next for a household, as plain text: debts to calm, benefits, changes ahead, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.report.deduction_steps import capital, crowns
from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_support import ENTITLED, NOT
from dluhy.report.household_words import STEP, grounds_lines, halere_of, listed, noted, sum_of
from dluhy.report.lines import titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dluhy.report.household import HouseholdReport
    from dluhy.report.household_first import FirstReport, ObligationReport, OffersReport
    from dluhy.report.household_support import BenefitReport, ChangeReport
    from dluhy.report.household_teller import Ask
    from dluhy.report.texts import Texts


MOST_TELLING: Final = 10
"""How many questions the text tells; the JSON has all of them."""


def first_lines(report: HouseholdReport, say: Texts) -> Iterator[str]:
    """Yield what to calm first, class by class, then the offers to the others."""
    yield from heading(say("house-heading-first"))
    if report.first is None:
        yield from wrapped(say("house-first-unknown"))
        return
    if not report.first:
        yield from wrapped(say("house-first-none"))
    for number, group in enumerate(report.first, start=1):
        yield from _class(number, group, say)
    if report.offers is not None:
        yield from _offers(report.offers, say)


def _class(number: int, group: FirstReport, say: Texts) -> Iterator[str]:
    yield ""
    yield from titled(f"{number}. {group.title}", STEP)
    plain = [each for each in group.obligations if not each.missing and not each.to_verify]
    if plain:
        these = "; ".join(obligation_told(each, say) for each in plain)
        yield from wrapped(say("house-first-these", these=these), STEP)
    for each in group.obligations:
        if each not in plain:
            yield from _open(each, say)
    yield from wrapped(group.sentence, STEP)
    for place, step in enumerate(group.steps):
        told = {"when": step.ladder, "step": step.title, "detail": step.detail}
        yield from wrapped(say("house-first-then" if place else "house-first-step", **told), STEP)
        yield from listed((say("screen-verify", note=note) for note in step.to_verify), STEP)
    yield from grounds_lines(group.grounds, say)


def _open(each: ObligationReport, say: Texts) -> Iterator[str]:
    """Yield an obligation of which something is not known or must be verified."""
    yield from wrapped(obligation_told(each, say), f"{STEP}  ", f"{STEP}– ")
    if each.missing:
        key = "house-depends" if each.certain else "house-first-unsure"
        yield from wrapped(say(key, facts="; ".join(each.missing)), f"{STEP}  ")
    for note in each.to_verify:
        yield from wrapped(say("screen-verify", note=note), f"{STEP}  ")


def obligation_told(each: ObligationReport, say: Texts) -> str:
    """Return what is owed, to whom and how much, in a few words."""
    parts = [each.creditor, _signed(each.balance, say) if each.balance and halere_of(each.balance) else None]
    about = ", ".join(part for part in parts if part)
    return f"{each.label} ({about})" if about else each.label


def _offers(offers: OffersReport, say: Texts) -> Iterator[str]:
    if not offers.lines and not offers.notes:
        return
    yield ""
    yield from wrapped(offers_told(offers, say))
    for line in offers.lines:
        told = {"balance": crowns(line.balance, say), "monthly": crowns(line.monthly, say)}
        yield from wrapped(say("house-offer", label=line.label, months=line.months, **told), "  ", "– ")
    for note in offers.notes:
        yield from wrapped(noted(note, say), STEP)
    if offers.lines and offers.remark is not None:
        yield from wrapped(say("house-offers-practice", remark=offers.remark), STEP)


def offers_told(offers: OffersReport, say: Texts) -> str:
    """Return how much can be offered, or that nothing can."""
    halere = halere_of(offers.available or "0")
    if halere < 0:
        return say("house-offers-missing", missing=crowns(offers.available or "0", say).lstrip("−-"))
    if not offers.lines:
        return say("house-offers-none")
    return say("house-offers", available=crowns(offers.available or "0", say))


def _signed(decimal: str, say: Texts) -> str:
    return f"−{crowns(decimal, say)}" if halere_of(decimal) < 0 else crowns(decimal, say)


def benefits_lines(benefits: Sequence[BenefitReport], say: Texts) -> Iterator[str]:
    """Yield the benefits that seem due, those that cannot be told, then in short those that seem not to be."""
    yield from heading(say("house-heading-benefits"))
    yield from wrapped(say("house-no-promise"))
    if not benefits:
        yield from wrapped(say("house-benefits-none"))
    for each in sorted(benefits, key=lambda each: each.seems != ENTITLED):
        if each.seems != NOT:
            yield ""
            yield from _benefit(each, say)
    yield from _not_due([each for each in benefits if each.seems == NOT], say)


def _not_due(benefits: Sequence[BenefitReport], say: Texts) -> Iterator[str]:
    """Yield the benefits that seem not to be due with every reason, those of the same reasons together."""
    by_reasons: dict[tuple[str, ...], list[BenefitReport]] = {}
    for each in benefits:
        by_reasons.setdefault(tuple(noted(reason, say) for reason in each.reasons), []).append(each)
    if by_reasons:
        yield ""
        yield from wrapped(say("house-not-due"))
    for reasons, found in by_reasons.items():
        labels = ", ".join(each.label for each in found)
        short = len(reasons) <= 1
        yield from wrapped(f"{labels}. {''.join(reasons)}".rstrip() if short else f"{labels}:", STEP, "– ")
        yield from () if short else listed(reasons, STEP)


def _benefit(each: BenefitReport, say: Texts) -> Iterator[str]:
    key = "house-benefit" if each.amount is None else "house-benefit-sum"
    told = "" if each.amount is None else sum_of(each.amount, say)
    yield from wrapped(say(key, label=capital(each.label), seems=each.seems_label, sum=told), STEP, "• ")
    for part in each.parts:
        amount = "" if part.amount is None else f", {sum_of(part.amount, say)}"
        yield from wrapped(f"{part.label}: {part.seems_label}{amount}", f"{STEP}  ", f"{STEP}– ")
    yield from listed((noted(reason, say) for reason in each.reasons), STEP)
    if each.missing:
        yield from wrapped(say("house-depends", facts="; ".join(each.missing)), STEP)
    if each.assumed and each.seems == ENTITLED:
        yield from wrapped(say("house-not-tested", what=" ".join(each.assumed)), STEP)
    if each.where is not None:
        yield from wrapped(say("house-where", where=each.where), STEP)
    yield from _basis(each, say)


def _basis(each: BenefitReport, say: Texts) -> Iterator[str]:
    """Yield the steps of an estimate in one line, then the provisions of all of them."""
    values = [f"{step.label} {_signed(step.value, say)}" for step in each.steps if step.value is not None]
    if values:
        yield from wrapped(say("house-steps", steps="; ".join(values)), STEP)
    yield from grounds_lines(each.grounds, say)


def changes_lines(changes: Sequence[ChangeReport], say: Texts) -> Iterator[str]:
    """Yield what changes, day by day."""
    yield from heading(say("house-heading-changes"))
    if not changes:
        yield from wrapped(say("house-changes-none"))
    for each in changes:
        who = "" if each.person is None else f"{each.person}: "
        yield from wrapped(f"{when_changes(each, say)} – {who}{each.text}", STEP, "• ")
        if each.note is not None:
            yield from wrapped(each.note, STEP)
        if not each.law_known and each.first is not None:
            yield from wrapped(say("house-change-later"), STEP)
        if each.grounds.cited:
            yield from grounds_lines(each.grounds, say)


def when_changes(each: ChangeReport, say: Texts) -> str:
    """Return the day of a change, as far as it is known."""
    if each.first is None and each.last is None:
        return say("house-when-unknown")
    if each.first is not None and each.first == each.last:
        return say.day(each.first)
    first, last = ("" if day is None else say.day(day) for day in (each.first, each.last))
    key = "house-when-between" if first and last else "house-when-from" if first else "house-when-to"
    return say(key, first=first, last=last)


def questions_lines(questions: Iterable[Ask], say: Texts) -> Iterator[str]:
    """Yield what is still to be asked, the weightiest first, and what it would decide."""
    yield from heading(say("house-heading-questions"))
    found = list(questions)
    if not found:
        yield from wrapped(say("house-questions-none"))
    for number, each in enumerate(found[:MOST_TELLING], start=1):
        yield from titled(each.ask, STEP, f"{number}. ")
        yield from wrapped(say("house-decides", what="; ".join(each.decides)), STEP)
    if len(found) > MOST_TELLING:
        yield from wrapped(say("house-questions-more", count=len(found) - MOST_TELLING))
