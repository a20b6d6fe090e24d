"""What may be done with an income: deducted like a wage, taken in part, not taken at all, or not known.

Kinds and treatments are data (`rules/kinds/incomes.toml`, `rules/amounts/incomes.toml`); a kind that is too vague is
never guessed. Source: § 277, 299, 301 odst. 2, 317 to 319a OSŘ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from dluhy.law.amounts import known_ratio, period_on
from dluhy.law.models import Bilingual, Citation
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from dluhy.law.models import Amount, Evidence, Term
    from dluhy.law.pack import Pack

TOPIC: Final = "deductions"
KINDS: Final = "income_kinds"
TREATMENTS: Final = "income_treatments"
QUESTIONS: Final = "income_questions"
UNDECIDED: Final = "other"
"""The treatment of an income of which the law cannot say without finding out more."""
SHARES: Final = {False: "business_share", True: "business_share_priority"}
"""Series of the part that may be taken of a claim of an entrepreneur or author, by whether the debt has priority."""


@frozen
class Treatment:
    """How an income of a kind is treated on a day.

    `code` is a member of `income_treatments` and `label` its term. `fee` says whether the payer is due the flat fee,
    `protected_account` whether the income may go to a protected account; None is unknown.
    """

    kind: Term
    code: str
    label: Term
    evidence: Evidence
    cites: tuple[Citation, ...] = field(eq=False)
    notes: tuple[Bilingual, ...] = field(eq=False)
    fee: bool | None
    protected_account: bool | None

    @property
    def decided(self) -> bool:
        """Whether the kind says enough; otherwise it must be found out what the income is."""
        return self.code != UNDECIDED


@frozen
class ClaimShare:
    """What may be taken of a claim of an entrepreneur or author for a debt with or without priority; haléře.

    `exact` is the fraction the law names; `taken` is it in whole haléře, `left` what stays with the debtor.
    """

    priority: bool
    ratio: Fraction
    exact: Fraction
    taken: int
    left: int


@frozen
class ClaimShares:
    """Every share that is possible with what is known; `question` is what would decide, None where nothing is open."""

    possible: tuple[ClaimShare, ...]
    question: Term | None
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence

    @property
    def known(self) -> ClaimShare | None:
        """The share, if only one is possible."""
        return self.possible[0] if len(self.possible) == 1 else None


def treatment(kind: str, on: date, pack: Pack | None = None) -> Treatment:
    """Return how an income of a kind (a code of `income_kinds`) paid on a day is treated.

    A kind too vague, or a day for which the pack does not know it, gives the treatment `other` with a note on what to
    find out. Raises InputError for an unknown kind, HorizonError for a day outside the topic. Source: § 299, 317 OSŘ.
    """
    law = pack or default_pack()
    term = law.vocabularies[KINDS].get(kind)
    if term is None:
        raise InputError([_unknown_kind(law)])
    law.require_known(TOPIC, on)
    return _of_term(term, on, law)


def treatments_on(on: date, pack: Pack | None = None) -> tuple[Treatment, ...]:
    """Return the treatment of every kind of income on a day, in the order of the pack; HorizonError outside it."""
    law = pack or default_pack()
    law.require_known(TOPIC, on)
    return tuple(_of_term(term, on, law) for term in law.vocabularies[KINDS].values())


def fractions_of_business(amount: int, priority: bool | None, on: date, pack: Pack | None = None) -> ClaimShares:  # noqa: FBT001 - a fact of the claim
    """Return what may be taken of a claim (haléře) of an entrepreneur or author payable on a day.

    `priority` is whether the enforced debt has priority; None gives both possibilities and the question. There is no
    protected amount and no third. Raises InputError for a negative amount, HorizonError for a day the pack does not
    know. Source: § 318, 319 odst. 1 OSŘ.
    """
    law = pack or default_pack()
    if amount < 0:
        cs, en = "pohledávka nemůže být záporná", "a claim cannot be negative"
        raise InputError([Problem("negative_amount", "amount", cs, en)])
    law.require_known(TOPIC, on)
    asked = (False, True) if priority is None else (priority,)
    held = [period_on(law.series[SHARES[each]], on) for each in asked]
    shares = tuple(_share(amount, each, known_ratio(law.series[SHARES[each]], on)) for each in asked)
    question = law.term(QUESTIONS, "priority") if priority is None else None
    cites = tuple({cite.at: cite for period in held for cite in period.citations}.values())
    return ClaimShares(shares, question, cites, held[0].evidence)


def whole_halere_down(exact: Fraction) -> int:
    """Return an amount in whole haléře, the fraction left to the debtor: a convention, § 318 OSŘ orders no rounding."""
    return exact.numerator // exact.denominator


def _share(amount: int, priority: bool, ratio: Fraction) -> ClaimShare:  # noqa: FBT001 - the key of SHARES
    exact = amount * ratio
    taken = whole_halere_down(exact)
    return ClaimShare(priority, ratio, exact, taken, amount - taken)


def _of_term(term: Term, on: date, pack: Pack) -> Treatment:
    series = term.more.get("treatment_series")
    period = None if series is None else period_on(pack.series[series], on)
    code = term.more.get("treatment") if period is None else period.code
    label = pack.term(TREATMENTS, code or UNDECIDED)
    cites, notes = _basis(term, period)
    evidence: Evidence = term.more["evidence"] if period is None else period.evidence
    protects = term.more.get("protects", label.more.get("protects"))
    return Treatment(term, label.code, label, evidence, cites, notes, term.more.get("fee"), protects)


def _basis(term: Term, period: Amount | None) -> tuple[tuple[Citation, ...], tuple[Bilingual, ...]]:
    of_term: dict[str, Any] | None = term.more.get("note")
    notes = [] if of_term is None else [Bilingual(**of_term)]
    if period is None:
        return tuple(Citation(at=at) for at in term.more["cites"]), tuple(notes)
    notes += [] if period.note is None else [period.note]
    return tuple(period.citations), tuple(notes)


def _unknown_kind(pack: Pack) -> Problem:
    codes = ", ".join(pack.members[KINDS])
    return Problem(
        "unknown_income_kind",
        "income",
        f"neznámý druh příjmu; možné jsou: {codes}",
        f"unknown kind of income; possible are: {codes}",
    )
