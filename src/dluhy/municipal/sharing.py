"""On what basis data of people may pass between offices and services for an intervention: every suggestion says it.

The bases are the vocabulary `sharing_bases`; a bar (`kind` of the vocabulary `sharing_kinds`) stands beside a basis,
never instead of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.law.models import Bilingual, Citation

if TYPE_CHECKING:
    from dluhy.law.interventions import Intervention
    from dluhy.law.models import Evidence, Term
    from dluhy.law.pack import Pack

BASES: Final = "sharing_bases"
KINDS: Final = "sharing_kinds"
BAR: Final = "bar"


@frozen(kw_only=True)
class SharingBasis:
    """One basis: what it is, what to watch, the provisions it rests on.

    `kind` is a term of `sharing_kinds`, `verify` what must be verified before anybody acts on it, None where nothing.
    """

    code: str
    label: Bilingual
    kind: Term
    detail: Bilingual
    citations: tuple[Citation, ...]
    evidence: Evidence
    verify: Bilingual | None = None

    @property
    def bars(self) -> bool:
        """Whether it forbids and does not allow."""
        return self.kind.code == BAR


def sharing_basis(code: str, law: Pack) -> SharingBasis:
    """Return a basis by its code of `sharing_bases`; KeyError if there is none."""
    term = law.term(BASES, code)
    more = term.more
    return SharingBasis(
        code=code,
        label=Bilingual(cs=term.cs, en=term.en),
        kind=law.term(KINDS, more["kind"]),
        detail=Bilingual(**more["detail"]),
        citations=tuple(Citation(at=at) for at in more["cites"]),
        evidence=more["evidence"],
        verify=Bilingual(**more["verify"]) if "verify" in more else None,
    )


def sharing_bases(item: Intervention, law: Pack) -> tuple[SharingBasis, ...]:
    """Return the bases of an intervention in its order, empty where it passes on no data; bars come last."""
    found = [sharing_basis(code, law) for code in item.sharing]
    return tuple(sorted(found, key=lambda basis: basis.bars))
