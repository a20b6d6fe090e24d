"""How a claim is treated in debt relief: what is secured, subordinated, excluded, and which rank the rest has.

Source: § 167 to 173, 398 odst. 4, 414 and 416 IZ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.engine.steps import Flag
from dluhy.money import LARGEST_HALERE
from dluhy.problems import Problem
from dluhy.relief.projection_law import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.models import Evidence, Term
    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import ReliefClaim

UNSECURED: Final = "unsecured"
SUBORDINATED: Final = "subordinated"
SECURED: Final = "secured"
EXCLUDED: Final = "excluded"
RUNNING: Final = "maintenance_new"
BY_FILING: Final = (UNSECURED, SUBORDINATED)
"""The ranks in which only a filed claim is satisfied (§ 173 odst. 1 IZ)."""


@frozen(kw_only=True)
class ClaimParts:
    """The parts of one claim; haléře. Their sum is the claim; `monthly` alone holds running maintenance.

    `rank` is a code of `projection_ranks` or `excluded`; `survives` is yes, no or unclear.
    """

    id: str
    kind: str
    rank: str
    ranked: int
    subordinated: int
    secured: int
    excluded: int
    monthly: int
    survives: str
    evidence: Evidence
    flags: tuple[Flag, ...] = ()


def parted(claim: ReliefClaim, pack: Pack) -> ClaimParts:
    """Return the parts of a claim, with what a reader must know; KeyError for an unknown kind."""
    term = pack.term(KINDS, claim.kind)
    rank: str = term.more["rank"]
    if rank == RUNNING:
        return _parts(claim, term, monthly=claim.amount)
    if rank == EXCLUDED or (claim.filed is False and rank in BY_FILING):
        return _parts(claim, term, excluded=claim.amount)
    excluded = claim.accrued_after
    secured = min(claim.amount - excluded, claim.collateral_value)
    rest = claim.amount - excluded - secured
    below = min(rest, subordinated_part(claim) or 0) if rank == UNSECURED else 0
    return _parts(claim, term, ranked=rest - below, subordinated=below, secured=secured, excluded=excluded)


def subordinated_part(claim: ReliefClaim) -> int | None:
    """Return by how much accessories and penalties exceed the principal at its origin, haléře; None if not known.

    Contractual penalties that are business debts do not count. Source: § 172 odst. 2 IZ, second sentence.
    """
    counted = claim.accessories + (0 if claim.business else claim.penalty)
    if not counted:
        return 0
    return None if claim.principal is None else max(0, counted - claim.principal)


def _parts(  # noqa: PLR0913 - one keyword a part
    claim: ReliefClaim, term: Term, *, ranked: int = 0, subordinated: int = 0, secured: int = 0, excluded: int = 0,
    monthly: int = 0,
) -> ClaimParts:  # fmt: skip
    return ClaimParts(
        id=claim.id, kind=claim.kind, rank=term.more["rank"], ranked=ranked, subordinated=subordinated, secured=secured,
        excluded=excluded, monthly=monthly, survives=term.more["survives"], evidence=term.more["evidence"],
        flags=tuple(_flags(claim, term.more["rank"], excluded)),
    )  # fmt: skip


def _flags(claim: ReliefClaim, rank: str, excluded: int) -> Iterator[Flag]:
    if claim.filed is None and rank in BY_FILING:
        yield Flag(code="filing_unknown", values={"claim": claim.id})
    if claim.filed is False and rank in BY_FILING:
        yield Flag(code="not_filed", evidence="S", values={"claim": claim.id})
    elif excluded:
        yield Flag(code="excluded", evidence="S", values={"claim": claim.id, "amount": excluded})
    if rank != UNSECURED:
        return
    if subordinated_part(claim) is None:
        yield Flag(code="subordination_unknown", values={"claim": claim.id})
    if claim.penalty and claim.business is None:
        yield Flag(code="penalty_business_unknown", values={"claim": claim.id})


def is_sum(amount: object) -> bool:
    """Return whether something is a possible sum: a whole number of haléře, not below zero."""
    return isinstance(amount, int) and not isinstance(amount, bool) and 0 <= amount <= LARGEST_HALERE


def claim_problems(claims: Sequence[ReliefClaim], pack: Pack) -> list[Problem]:
    """Return everything that is impossible about claims, each with its place."""
    problems = [problem for number, claim in enumerate(claims) for problem in _problems(claim, number, pack)]
    if len({claim.id for claim in claims}) < len(claims):
        cs, en = "dvě pohledávky mají stejné označení", "two claims have the same id"
        problems.append(Problem("duplicate", "/claims", cs, en))
    return problems


def _problems(claim: ReliefClaim, number: int, pack: Pack) -> Iterator[Problem]:
    place = f"/claims/{number}"
    if claim.kind not in pack.vocabularies[KINDS]:
        yield Problem(
            "not_in_list", f"{place}/kind", "takový druh pohledávky tu není", "there is no such kind of claim"
        )
    sums = {
        "amount": claim.amount,
        "principal": claim.principal or 0,
        "accessories": claim.accessories,
        "penalty": claim.penalty,
        "accrued_after": claim.accrued_after,
        "collateral_value": claim.collateral_value,
    }
    outside = [name for name, amount in sums.items() if not is_sum(amount)]
    for name in outside:
        yield Problem(
            "out_of_range", f"{place}/{name}", "čeká se částka v celých haléřích", "whole haléře are expected"
        )
    if not outside and claim.accessories + claim.penalty + claim.accrued_after > claim.amount:
        cs, en = "části pohledávky přesahují celou pohledávku", "the parts of the claim exceed the whole"
        yield Problem("parts_exceed_whole", f"{place}/amount", cs, en)
    if claim.collateral_month is not None and claim.collateral_month < 1:
        cs, en = "měsíce splátkového kalendáře se číslují od 1", "months of the plan are numbered from 1"
        yield Problem("month_number", f"{place}/collateral_month", cs, en)
