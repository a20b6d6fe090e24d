"""What else an enforcement may take: movables, the home, and in which order.

Lists and amounts are data (`rules/kinds/assets.toml`, `rules/amounts/accounts.toml`). Whether a protection holds is
told in three values: what is not known is asked for, never guessed. Source: § 322, 336i odst. 2 OSŘ, § 54, 58, 67 EŘ.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from attrs import evolve, field, frozen

from dluhy.deductions.accounts import cash_limit, cited
from dluhy.deductions.incomes import TOPIC
from dluhy.law.amounts import known_value, period_on
from dluhy.law.models import Citation, weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from dluhy.law.models import Amount, Bilingual, Evidence, Term
    from dluhy.law.pack import Pack

Verdict = Literal["holds", "fails", "unknown"]
HOME: Final = "home_sale_threshold"
PAUSE: Final = "home_sale_pause"
PAUSED: Final = "paused"
UNUSUAL_ONLY: Final = "unusual_only"
UNSHIELDED: Final = "unshielded_claims"
KINDS_OF_CLAIMS: Final = (UNSHIELDED, "claim_kinds", "debt_kinds")
"""Vocabularies whose codes name a claim."""


@frozen
class Decision:
    """Whether a protection holds, why, and what would decide it.

    `reasons` are what decided, `questions` what is not known, `limits` what holds besides, all as terms of the pack.
    """

    verdict: Verdict
    reasons: tuple[Term, ...]
    questions: tuple[Term, ...]
    limits: tuple[Term, ...]
    notes: tuple[Bilingual, ...] = field(eq=False)
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence


@frozen
class ExcludedThing:
    """A kind of thing that must not be taken; `most` is its limit in haléře where it has one."""

    term: Term
    most: int | None
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence


@frozen
class Instalments:
    """What postpones the sale of movables: monthly payments, and up to what value of the listed things; haléře.

    `ignored_thing` and `ignored_set` are the values of a thing and of a set of things that are not counted.
    """

    monthly_least: int
    value_most: int
    ignored_thing: int
    ignored_set: int
    notes: tuple[Bilingual, ...] = field(eq=False)
    cites: tuple[Citation, ...] = field(eq=False)
    evidence: Evidence


@frozen
class MethodStep:
    """One step of the order of methods: within it one group after another, methods of a group side by side."""

    step: str
    groups: tuple[tuple[Term, ...], ...]
    cites: tuple[Citation, ...] = field(eq=False)

    @property
    def methods(self) -> tuple[Term, ...]:
        """Every method of the step."""
        return tuple(term for group in self.groups for term in group)


def excluded_movables(on: date, pack: Pack | None = None) -> tuple[ExcludedThing, ...]:
    """Return the kinds of things that an inventory on a day must leave out; HorizonError for a day not known.

    The list is not complete (see the vocabulary `excluded_limits`). Source: § 322 OSŘ.
    """
    law = pack or default_pack()
    cash = cash_limit(on, law)
    return tuple(
        ExcludedThing(term, cash if term.more.get("cash") else None, _cites_of(term), term.more["evidence"])
        for term in law.vocabularies["excluded_movables"].values()
    )


def extra_shield(
    *,
    began_on: date | None,
    grounds: Mapping[str, bool | None],
    kinds: Collection[str | None] | None,
    pack: Pack | None = None,
) -> Decision:
    """Return whether an executor may sell only things beyond usual property.

    `began_on` is the day the enforcement began; `grounds` says of each code of `shield_grounds` whether it is so (None
    or absent is unknown); `kinds` are the kinds of the enforced claims (codes of `unshielded_claims`, `claim_kinds` or
    `debt_kinds`; None is unknown). Raises InputError for unknown codes. Source: § 67 EŘ.
    """
    law = pack or default_pack()
    terms, reasons = law.vocabularies["shield_grounds"], law.vocabularies["shield_reasons"]
    asks = law.vocabularies["shield_questions"]
    _require_codes(law, kinds, [name for name in grounds if name not in terms])
    period = period_on(law.series["unusual_movables_only"], began_on or date.max)
    open_ = [asks[name] for name in terms if grounds.get(name) is None]
    found = next((terms[name] for name in terms if grounds.get(name)), None)
    ground = True if found else (None if open_ else False)
    in_time = None if began_on is None else period.code == UNUSUAL_ONLY
    tests = [
        _Test(in_time, reasons["older_enforcement"], (asks["began_on"],)),
        _Test(ground, reasons["no_ground"], tuple(open_), found),
        _Test(_shielded(law, kinds, "movables"), reasons["unshielded_claim"], (asks["kinds"],)),
    ]
    return _decided(tests, [period], tuple(law.vocabularies["shield_limits"].values()))


def home_threshold(on: date, pack: Pack | None = None) -> int | None:
    """Return up to what sum of principals, in haléře, a home must not be sold at an auction that begins on a day.

    None on days when there was no such limit. Source: § 336i odst. 2 OSŘ.
    """
    limit = known_value((pack or default_pack()).series[HOME], on)
    return limit * HALERE_PER_KORUNA if limit else None


def home_sale_barred(  # noqa: PLR0913 - facts of the case, by name
    *,
    claims: int | None,
    kinds: Collection[str | None] | None,
    on: date,
    residence: bool | None = None,
    against_morals: bool | None = None,
    pack: Pack | None = None,
) -> Decision:
    """Return whether the sale of the debtor's permanent residence is barred at an auction that begins on a day.

    `claims` is the sum of the principals of the creditor, those who joined and those registered, in haléře; `kinds` are
    the kinds of these claims (codes as in `extra_shield`), `residence` whether the debtor's permanent residence is
    there; None is unknown. `against_morals` is what a court found, None where it did not decide. Raises InputError for
    unknown codes or a negative sum, HorizonError for days the pack does not know. In the days of the epidemic a home
    was not sold whatever the debt: then nothing fails for its sum. Source: § 336i odst. 2 OSŘ, § 24 zákona č. 191/2020
    Sb.
    """
    law = pack or default_pack()
    _require_codes(law, kinds, [], claims)
    law.require_known(TOPIC, on)
    reasons, asks = law.vocabularies["home_reasons"], law.vocabularies["home_questions"]
    period, limit = period_on(law.series[HOME], on), home_threshold(on, law)
    within = None if claims is None else limit is not None and claims <= limit
    tests = [
        _Test(within if limit else False, reasons["above_limit" if limit else "no_limit_then"], (asks["claims"],),
              reasons["within_limit"]),
        _Test(residence, reasons["no_residence"], (asks["residence"],)),
        _Test(_shielded(law, kinds, "home"), reasons["unshielded_claim"], (asks["kinds"],)),
        _Test(not against_morals, reasons["against_morals"]),
    ]  # fmt: skip
    found = _decided(tests, [period], tuple(law.vocabularies["home_limits"].values()))
    pause = period_on(law.series[PAUSE], on)
    outside = residence is False or _shielded(law, kinds, "pause") is False
    return found if pause.code != PAUSED or outside else _paused(found, tests, pause, asks)


def postponing_instalments(filed_on: date, pack: Pack | None = None) -> Instalments:
    """Return what postpones the sale of movables for a debtor who offers it on a day; HorizonError if not known.

    `value_most` belongs to the least payment; a higher one allows as many times more. Source: § 54 odst. 7 to 10 EŘ.
    """
    law = pack or default_pack()
    names = ("movables_month_payment", "movables_value_payments", "movables_ignored_thing", "movables_ignored_set")
    payment, times, thing, whole_set = (known_value(law.series[name], filed_on) for name in names)
    held = [period_on(law.series[name], filed_on) for name in names]
    return Instalments(
        payment * HALERE_PER_KORUNA,
        payment * times * HALERE_PER_KORUNA,
        thing * HALERE_PER_KORUNA,
        whole_set * HALERE_PER_KORUNA,
        _notes(held),
        cited(held),
        weakest(period.evidence for period in held),
    )


def order_of_methods(pack: Pack | None = None) -> tuple[MethodStep, ...]:
    """Return the methods of enforcing money in the order of the law: a step only if the former ones are not enough.

    What softens the order stands in the vocabulary `method_rules`. Source: § 58 odst. 2 EŘ.
    """
    terms = (pack or default_pack()).vocabularies["enforcement_methods"].values()
    ordered = sorted(terms, key=lambda term: (term.more["step"], term.more["within"]))
    return tuple(_method_step(step, list(group)) for step, group in groupby(ordered, key=lambda t: t.more["step"]))


def _method_step(step: str, terms: list[Term]) -> MethodStep:
    groups = tuple(tuple(group) for _, group in groupby(terms, key=lambda term: term.more["within"]))
    return MethodStep(step, groups, cited([], terms))


@frozen
class _Test:
    """One condition of a protection: its result, why it fails, what to ask if unknown, what to say if it holds."""

    result: bool | None
    fails: Term
    asks: tuple[Term, ...] = ()
    holds: Term | None = None


def _decided(tests: list[_Test], held: list[Amount], limits: tuple[Term, ...]) -> Decision:
    failed = tuple(test.fails for test in tests if test.result is False)
    asked = tuple(ask for test in tests if test.result is None for ask in test.asks)
    verdict: Verdict = "fails" if failed else "unknown" if asked else "holds"
    holding = tuple(test.holds for test in tests if test.result and test.holds is not None)
    reasons = {"fails": failed, "unknown": (), "holds": holding}[verdict]
    questions = asked if verdict == "unknown" else ()
    cites = cited(held, [*reasons, *limits])
    return Decision(verdict, reasons, questions, limits, _notes(held), cites, weakest(each.evidence for each in held))


def _paused(found: Decision, tests: list[_Test], pause: Amount, asks: Mapping[str, Term]) -> Decision:
    """Return a decision of days when sales were paused: what else would fail is barred unless the debtor goes on."""
    cites = tuple({cite.at: cite for cite in (*found.cites, *pause.citations)}.values())
    if found.verdict != "fails":
        return evolve(found, cites=cites)
    asked = tuple(ask for test in tests if test.result is None for ask in test.asks)
    return evolve(found, verdict="unknown", reasons=(), questions=(*asked, asks["asked_to_continue"]), cites=cites)


def _shielded(pack: Pack, kinds: Collection[str | None] | None, of: str) -> bool | None:
    """Return whether no claim is one a shield does not cover; None if a kind is unknown or too vague."""
    if kinds is None:
        return None
    terms = [pack.vocabularies[UNSHIELDED].get(kind) for kind in kinds if kind is not None]
    about = [term for term in terms if term is not None and of in term.more["of"]]
    if any(not term.more.get("open") for term in about):
        return False
    return None if about or None in kinds else True


def _notes(held: Iterable[Amount]) -> tuple[Bilingual, ...]:
    return tuple(dict.fromkeys(period.note for period in held if period.note is not None))


def _require_codes(
    pack: Pack, kinds: Collection[str | None] | None, grounds: Collection[str], claims: int | None = None
) -> None:
    known = {code for name in KINDS_OF_CLAIMS for code in pack.members[name]}
    problems = []
    if any(kind is not None and kind not in known for kind in kinds or ()):
        cs, en = "neznámý druh pohledávky", "unknown kind of claim"
        problems.append(Problem("unknown_claim_kind", "kinds", cs, en))
    if grounds:
        cs, en = "neznámý důvod zvláštní ochrany", "unknown ground of the extra shield"
        problems.append(Problem("unknown_ground", "grounds", cs, en))
    if claims is not None and claims < 0:
        cs, en = "součet pohledávek nemůže být záporný", "a sum of claims cannot be negative"
        problems.append(Problem("negative_amount", "claims", cs, en))
    if problems:
        raise InputError(problems)


def _cites_of(term: Term) -> tuple[Citation, ...]:
    return tuple(Citation(at=at) for at in term.more["cites"])
