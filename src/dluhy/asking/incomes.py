"""Questions about incomes and orders that results take for granted or cannot be computed without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.asking.values import Decides, Question
from dluhy.case.assumed import assumptions_of, with_incomes
from dluhy.documents.decoding import pointer
from dluhy.law.models import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.case.model import Case
    from dluhy.law.pack import Pack

TOPIC: Final = "deductions"
_PERSON: Final = Bilingual(cs="Čí je tento příjem?", en="Whose is this income?")
_ORDERS: Final = Bilingual(
    cs="Komu a kdy exekutor doručil příkaz ke srážkám?", en="On whom and when was the order to deduct served?"
)
_TITLE: Final = Bilingual(
    cs="Je výživné určeno rozsudkem nebo schválenou dohodou?",
    en="Is the maintenance set by a judgment or an approved agreement?",
)


def of_incomes(case: Case, pack: Pack) -> list[Question]:
    """Return what to ask of incomes: whose they are, where orders lie, whether unpaid maintenance has a title.

    What nothing can be computed without stands for all the debts; what is taken for granted, for the debts enforced.
    """
    law = pack.whole or pack
    return [*_persons(case, law), *_orders(case, law), *_titles(case)]


def _persons(case: Case, pack: Pack) -> Iterator[Question]:
    joined = with_incomes(case, pack).incomes or ()
    places = [pointer(("incomes", at, "person")) for at, each in enumerate(joined) if each.person is None]
    if places and len(case.people or ()) > 1:
        yield _question("income_person", _PERSON, places, _sum(case, [each.id for each in case.debts or ()]))


def _orders(case: Case, pack: Pack) -> Iterator[Question]:
    places = [each.place for each in assumptions_of(case, pack) if each.code == "orders_assumed"]
    numbers = [int(place.split("/")[2]) for place in places]
    debts = [name for number in numbers for name in (case.enforcements or [])[number].debts or ()]
    if places:
        yield _question("orders", _ORDERS, places, 0, debts)


def _titles(case: Case) -> Iterator[Question]:
    due = [(at, each.maintenance_due) for at, each in enumerate(case.people or ()) if each.maintenance_due is not None]
    places = [pointer(("people", at, "maintenance_due", "title")) for at, each in due if each.title is None]
    unpaid = sum(max((each.monthly or 0) - (each.paid or 0), 0) for _, each in due if each.title is None)
    if places:
        yield _question("maintenance_title", _TITLE, places, unpaid)


def _sum(case: Case, names: Iterable[str | None]) -> int:
    kept = set(names)
    return sum(each.balance or 0 for each in case.debts or () if each.id in kept)


def _question(fact: str, ask: Bilingual, places: Iterable[str], stake: int, debts: Iterable[str] = ()) -> Question:
    told = tuple(places)
    about = tuple(sorted(set(debts)))
    return Question(
        key=("incomes", fact),
        fact=fact,
        label=ask,
        ask=ask,
        about=about,
        places=told,
        decides=(Decides(code="wage", debts=about),),
        topics=(TOPIC,),
        stake=stake,
    )
