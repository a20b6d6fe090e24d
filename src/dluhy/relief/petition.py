"""The petition itself: the highest fee for drawing it up, its attachments, and the court it goes to.

Sources are in `rules/kinds/relief*.toml` and `rules/amounts/relief.toml`. Money in haléře.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from attrs import field, frozen

from dluhy.law.amounts import known_value, period_on
from dluhy.law.models import Citation, weakest
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import InputError, Problem
from dluhy.relief.capability import tax_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from dluhy.law.models import Evidence, Term
    from dluhy.law.pack import Pack

AttachmentStatus = Literal["held", "missing", "not_needed", "cannot_say"]
_ALWAYS: Final = "always"
_REGION_LETTERS: Final = 5  # of the code of a district are the code of its region


@frozen(kw_only=True)
class FeeCap:
    """The highest fee for drawing a petition up, haléře, tax included; where tax is unknown, without it and with it."""

    least: int
    most: int
    cites: tuple[Citation, ...] = field(default=(), eq=False)
    evidence: Evidence = "S2"


@frozen(kw_only=True)
class Attachment:
    """One attachment: a code of `petition_attachments`, whether the act orders it, and whether the case holds it."""

    term: Term = field(eq=False)
    code: str
    ordered: bool
    status: AttachmentStatus
    cites: tuple[Citation, ...] = field(default=(), eq=False)
    evidence: Evidence = "S"


@frozen(kw_only=True)
class Checklist:
    """Every attachment in the order of the vocabulary; `missing` counts those the act orders and the case lacks."""

    attachments: tuple[Attachment, ...]
    missing: int | None


@frozen(kw_only=True)
class Court:
    """Where a petition goes: codes of `insolvency_courts`; several where only the region is known.

    `branches` are the branches where the court handles it, as far as practice is known. Municipalities that moved to
    another district may belong to another court: `verify` is then for a person.
    """

    possible: tuple[str, ...]
    branches: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = field(default=(), eq=False)
    evidence: Evidence = "S"
    verify: bool = True

    @property
    def code(self) -> str | None:
        """The court, None where several are possible."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def address(self) -> str | None:
        """The court or its branch where the petition is filed, None where that is not certain."""
        if self.code is None or len(self.branches) > 1:
            return None
        return self.branches[0] if self.branches else self.code


def fee_cap(
    drafter: str, *, day: date, spouses: bool, vat_payer: bool | None = None, pack: Pack | None = None
) -> FeeCap:
    """Return the highest fee for drawing up and filing a petition.

    `drafter` is a code of `petition_drafters`; an accredited person, the debtor and anybody else get nothing. Raises
    InputError for an unknown code, HorizonError where the amounts of the day are not known. Source: § 390a odst. 3,
    4 IZ.
    """
    law = pack or default_pack()
    drafters = law.vocabularies["petition_drafters"]
    if drafter not in drafters:
        raise InputError([_unknown("/drafter", "petition_drafters")])
    series = law.series[f"drafter_fee_most_{'spouses' if spouses else 'single'}"]
    period = period_on(series, day)
    if not drafters[drafter].more["may_charge"]:
        cites = tuple(Citation(at=at) for at in drafters[drafter].more["cites"])
        return FeeCap(least=0, most=0, cites=cites, evidence=period.evidence)
    net = known_value(series, day) * KORUNA
    taxed = tax_of(net, month=day, pack=law)
    least, most = (net if vat_payer is not True else taxed), (net if vat_payer is False else taxed)
    return FeeCap(least=least, most=most, cites=tuple(period.citations), evidence=period.evidence)


def attachments(
    held: Collection[str], *, cases: Collection[str], unknown_cases: Collection[str] = (), pack: Pack | None = None
) -> Checklist:
    """Return the checklist of attachments.

    `held` are codes of `petition_attachments` that the case holds, `cases` codes of `attachment_cases` that apply
    beside the attachments needed always, `unknown_cases` those of which nobody knows whether they do. Raises InputError
    for unknown codes. Source: § 104, § 392 IZ.
    """
    law = pack or default_pack()
    terms, known = law.vocabularies["petition_attachments"], law.vocabularies["attachment_cases"]
    problems = [_unknown(f"/held/{code}", "petition_attachments") for code in held if code not in terms]
    problems += [
        _unknown(f"/cases/{code}", "attachment_cases") for code in (*cases, *unknown_cases) if code not in known
    ]
    if problems:
        raise InputError(problems)
    found = tuple(_attachment(term, held, {_ALWAYS, *cases}, unknown_cases) for term in terms.values())
    ordered = [each for each in found if each.ordered]
    unsure = any(each.status == "cannot_say" for each in ordered)
    missing = sum(each.status == "missing" for each in ordered)
    return Checklist(attachments=found, missing=None if unsure and not missing else missing)


def court_of(*, district: str | None = None, region: str | None = None, pack: Pack | None = None) -> Court:
    """Return the court of a residence.

    `district` is the code of the district (“CZ0412”), `region` that of the region (“CZ041”), which does not always
    lie under one court. Without either every court is possible. Raises InputError for unknown codes. Source: § 7a, § 7b
    odst. 1 IZ, annex 2 of 6/2002 Sb.
    """
    law = pack or default_pack()
    districts = law.vocabularies["relief_districts"]
    fits = [
        term
        for code, term in districts.items()
        if district in {None, code} and region in {None, code[:_REGION_LETTERS]}
    ]
    if not fits:
        place = "/district" if district is not None else "/region"
        raise InputError([_unknown(place, "relief_districts")])
    possible = tuple(dict.fromkeys(term.more["court"] for term in fits))
    branches = tuple(dict.fromkeys(term.more.get("branch", term.more["court"]) for term in fits))
    own = () if branches == possible else branches
    rule = law.rules["DR-17"]
    return Court(
        possible=possible,
        branches=own,
        cites=tuple(rule.citations),
        evidence=weakest(term.more["branch_evidence"] if "branch" in term.more else rule.evidence for term in fits),
    )


def _attachment(
    term: Term, held: Collection[str], cases: Collection[str], unknown_cases: Collection[str]
) -> Attachment:
    when = term.more["when"]
    status: AttachmentStatus = "not_needed"
    if term.code in held:
        status = "held"
    elif when in cases:
        status = "missing"
    elif when in unknown_cases:
        status = "cannot_say"
    return Attachment(
        term=term,
        code=term.code,
        ordered=term.more["ordered"],
        status=status,
        cites=tuple(Citation(at=at) for at in term.more["cites"]),
        evidence=term.more["evidence"],
    )


def _unknown(place: str, vocabulary: str) -> Problem:
    return Problem("unknown_member", place, f"není ve slovníku {vocabulary}", f"is not in the vocabulary {vocabulary}")
