"""The brief of a municipality ("Jak na dluhy" for this place): everything known of it put together, in no language.

What the region's exchange files say of a municipality comes from `dluhy.region.briefing`; the words from
`dluhy.report.brief`.

>>> from datetime import date
>>> from dluhy.municipal.place.local_facts import local_facts
>>> brief = brief_of("560286", as_of=date(2026, 11, 21), local=local_facts("560286"))
>>> brief.place.name, brief.numbers is None
('Sokolov', True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.law.pack import default_pack
from dluhy.municipal.brief.suggestions import counted_suggestions, published_suggestions
from dluhy.municipal.brief.values import AsCreditor, Brief, IndexAt, Services
from dluhy.municipal.directory.services import gaps, services_for
from dluhy.municipal.places import LocalFacts
from dluhy.municipal.self_check.answers import answers_of, standing
from dluhy.municipal.self_check.checking import Change
from dluhy.municipal.suggesting.making import suggest
from dluhy.municipal.suggesting.ranking import in_order
from dluhy.places import municipality
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.municipal.brief.values import Numbers, Source
    from dluhy.municipal.directory.entries import Directory
    from dluhy.municipal.directory.services import Gap
    from dluhy.municipal.index.computing import Indexed
    from dluhy.municipal.place.document import Place as PlaceDocument
    from dluhy.municipal.self_check.checking import Contradiction, SelfCheck
    from dluhy.municipal.suggesting.values import Suggestion, Suggestions

DECIDES: Final = "brief_decides"
PRACTICE: Final = "good_practice"
WANTING: Final = frozenset({"none", "partly", "full"})
"""How a kind of service stands where it is missing or has no room."""
_FIRST: Final = "children"


def brief_of(  # noqa: PLR0913 - what is known, by name
    code: str,
    *,
    as_of: date,
    pack: Pack | None = None,
    numbers: Numbers | None = None,
    found: Suggestions | None = None,
    local: LocalFacts | None = None,
    document: PlaceDocument | None = None,
    indexed: Indexed | None = None,
    check: SelfCheck | None = None,
    directory: Directory | None = None,
    region_gaps: Sequence[Gap] | None = None,
    public: bool = False,
    sources: Iterable[Source] = (),
) -> Brief:
    """Return the brief of a municipality by its code (six digits) for a day; what is not given stays unknown.

    `numbers` are those of its list or exchange file (`dluhy.region.briefing.numbers_of`); for a `public` brief they
    must have been made for one. `found` are the suggestions of its list with what is known of the place; without them
    those that `numbers` count and those for the place by `local` stand. `check` is its self-check as a creditor,
    without one its answers in `document` are looked at. `region_gaps` are the gaps of services of its region where
    they were found already. Raises InputError for a code that the register does not know, ValueError for public
    numbers that are none.
    """
    law, place = pack or default_pack(), municipality(code)
    law = law.whole or law
    if place is None:
        cs, en = "takovou obec číselník nezná; kód má šest číslic", "the register has no such municipality; six digits"
        raise InputError([Problem("unknown_municipality", code, cs, en)])
    if public and numbers is not None and not numbers.public:
        raise ValueError("a public brief is made of public numbers")
    whole = found or suggest(place=local or LocalFacts(code=code), as_of=as_of, pack=law)
    items = whole.items
    if found is None and numbers is not None:
        items = in_order([*counted_suggestions(numbers, law), *items], law, as_of)
    if public:
        items = in_order(published_suggestions(items, numbers), law, as_of)
    standing_items = tuple(item for item in items if item.status == "holds")
    names = [item.id for item in standing_items]
    return Brief(
        place=place,
        as_of=as_of,
        pack=law,
        public=public,
        numbers=numbers,
        local=local,
        index=None if indexed is None else _index_at(indexed, code),
        suggestions=standing_items,
        undecided=tuple(item for item in items if item.status != "holds"),
        questions=tuple(asked for asked in whole.questions if not public or asked.origin == "place"),
        checklist=whole.checklist,
        creditor=_creditor(check, document, law, public=public),
        services=None if directory is None else _services(directory, place.code, names, law, as_of, region_gaps),
        measures=tuple(dict.fromkeys(measure for item in standing_items for measure in item.measures)),
        decides=_terms(DECIDES, names, law),
        practice=_terms(PRACTICE, names, law),
        sources=tuple(sources),
    )


def _index_at(indexed: Indexed, code: str) -> IndexAt | None:
    found = indexed.rows["code"].index_of(code)
    return None if found is None else IndexAt(indexed=indexed, position=found)


def _terms(vocabulary: str, names: Sequence[str], pack: Pack) -> tuple[Term, ...]:
    """Return the terms of a vocabulary that stand beside some interventions, in their order."""
    terms = sorted(pack.vocabularies[vocabulary].values(), key=lambda term: term.more["order"])
    return tuple(t for t in terms if "interventions" not in t.more or set(t.more["interventions"]) & set(names))


def _creditor(
    check: SelfCheck | None, document: PlaceDocument | None, pack: Pack, *, public: bool
) -> AsCreditor | None:
    if check is not None:
        changes = check.changes
        if public:
            changes = tuple(change for change in changes if change.found is None)
        return AsCreditor(changes=changes, fine=check.fine, open=check.open, from_list=True,
                          from_place=check.place is not None,
                          contradicted=_told_against(check, public=public))  # fmt: skip
    if document is None:
        return None
    answers = answers_of(document)
    items = sorted(pack.practices.values(), key=lambda item: (item.topic != _FIRST, item.order, item.id))
    stands = {item.id: standing(item, answers) for item in items if item.key is not None}
    return AsCreditor(
        changes=tuple(Change(item=item, answer=answers[item.key or ""]) for item in items
                      if stands.get(item.id) == "change"),
        fine=tuple(item for item in items if stands.get(item.id) == "fine"),
        open=tuple(item for item in items if stands.get(item.id) == "unknown"),
        from_list=False,
        from_place=True,
    )  # fmt: skip


def _told_against(check: SelfCheck, *, public: bool) -> tuple[Contradiction, ...]:
    """Return the answers that the list contradicts; in public none, for the list is not told there."""
    return () if public else check.contradicted


def _services(  # noqa: PLR0913, PLR0917 - one thing each
    directory: Directory, code: str, names: Sequence[str], pack: Pack, as_of: date, known: Sequence[Gap] | None
) -> Services:
    """Return who helps with the problems that the suggestions are about, all of the matrix where there are none."""
    matches = pack.service_matches.values()
    asked = [name for name in names if any(name in match.interventions for match in matches)]
    place = municipality(code)
    whole = known if known is not None else gaps(directory, pack, as_of, region=None if place is None else place.region)
    own = code if place is None or place.authority is None else place.authority
    return Services(
        as_of=directory.as_of,
        advice=services_for(asked or [match.id for match in matches], code, directory, pack, as_of),
        gaps=tuple(gap for gap in whole if gap.authority == own and gap.standing in WANTING),
    )


def suggestions_shown(brief: Brief, most: int) -> tuple[tuple[Suggestion, ...], tuple[Suggestion, ...]]:
    """Return the suggestions told in full, and those named only."""
    return brief.suggestions[:most], brief.suggestions[most:]
