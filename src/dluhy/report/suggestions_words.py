"""Words that the forms of suggestions share: counts, days, names, references to debts and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.money import to_halere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from dluhy.report.suggestion_teller import CountsReport
    from dluhy.report.suggestions import AskedReport, NamedIntervention, SuggestionReport, SuggestionsReport
    from dluhy.report.texts import Texts

_MOST_REFS: Final = 20
AT_ONCE: Final = "at_once"
"""The code of `municipal_urgency` of what waits for no day."""


def counts_told(counts: CountsReport, say: Texts, *, places: bool = True) -> str:
    """Return counts in words: children who owe, other people, debts, what is owed, then households and places."""
    adults = counts.people - counts.children
    told = [
        ("suggest-count-children", counts.children),
        ("suggest-count-others" if counts.children else "suggest-count-people", adults if counts.people else 0),
        ("suggest-count-debts", counts.debts),
    ]
    parts = [say(key, count=count) for key, count in told if count > 0]
    if counts.balance is not None and counts.debts:
        parts.append(say.money(to_halere(counts.balance)))
    if counts.amounts_unknown:
        parts.append(say("suggest-count-unknown", count=counts.amounts_unknown))
    places_told = say("suggest-count-places", count=counts.places) if places and counts.places else ""
    return "; ".join(part for part in (", ".join(parts), _households(counts, say), places_told) if part)


def _households(counts: CountsReport, say: Texts) -> str:
    """Return the households with the children who live in them: they are not those who owe."""
    if not counts.households or not counts.household_children:
        return say("suggest-count-households", count=counts.households) if counts.households else ""
    key = "suggest-household-with" if counts.households == 1 else "suggest-households-with"
    homes = say("suggest-count-households", count=counts.households)
    return say(key, households=homes, count=counts.household_children)


def due_told(item: SuggestionReport, say: Texts) -> str:
    """Return by when in a few words: the day, or when it belongs."""
    if item.due_on is None:
        return item.due_label
    return day_told(item.due_on, say, of_age=item.due_on == item.birthday, at_once=item.urgency == AT_ONCE)


def day_told(day: date, say: Texts, *, of_age: bool, at_once: bool) -> str:
    """Return a last day in a few words: of what belongs at once that it is the last one, whether one comes of age."""
    key = "suggest-due-birthday" if of_age else "suggest-due-day"
    told = say(key, day=say.day(day))
    return say("suggest-due-at-once", due=told) if at_once else told


def named(items: Iterable[NamedIntervention]) -> str:
    """Return interventions by their titles and ids."""
    return "; ".join(f"{each.title} ({each.id})" for each in items)


def asks(questions: Sequence[AskedReport], most: int) -> Iterator[str]:
    """Yield the first questions."""
    yield from (each.ask for each in questions[:most])


def refs_told(item: SuggestionReport, report: SuggestionsReport, say: Texts) -> str:
    """Return which debts, rows or households a suggestion is about; empty for a place."""
    if item.level == "place" or not item.refs or (item.level == "household" and report.scope == "case"):
        return ""
    shown = ", ".join(item.refs[:_MOST_REFS])
    whole = item.counts.debts + item.counts.households
    more = whole - min(len(item.refs), _MOST_REFS)
    if more > 0:
        shown = say("suggest-more-one" if more == 1 else "suggest-more", refs=shown, count=more)
    if item.level == "household":
        return say("suggest-households", refs=shown)
    return say("suggest-debts" if report.scope == "case" else "suggest-rows", refs=shown)
