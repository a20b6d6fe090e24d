"""Suggestions of a region in one language: each intervention with where, for how many and for how much."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - the fields of a report that is written as JSON
from typing import TYPE_CHECKING, Final

from attrs import frozen

from dluhy.report.deduction_text import heading, wrapped
from dluhy.report.household_words import STEP, grounds_lines
from dluhy.report.lines import titled
from dluhy.report.suggestion_teller import CountsReport, SuggestionTeller
from dluhy.report.suggestions import NamedIntervention
from dluhy.report.suggestions_words import counts_told
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.municipal.suggesting.region import RegionSuggestion, RegionSuggestions
    from dluhy.problems import Language
    from dluhy.report.household_teller import Grounds
    from dluhy.report.texts import Texts

_MOST_PLACES: Final = 8


@frozen(kw_only=True)
class RegionItemReport:
    """One intervention over many municipalities; `municipalities` are codes with names, most children first."""

    place: int
    id: str
    title: str
    sentence: str
    status: str
    for_children: bool
    municipalities: tuple[NamedIntervention, ...]
    counts: CountsReport
    due_on: date | None
    birthday: date | None
    when: str
    effect: str
    measures: tuple[NamedIntervention, ...]
    grounds: Grounds


@frozen(kw_only=True)
class LeftOutReport:
    """Whose debts are not in the suggestions, for their file does not say what they call for; codes with names."""

    municipalities: tuple[NamedIntervention, ...]
    debts: int


@frozen(kw_only=True)
class RegionSuggestionsReport:
    """What the municipalities of a region should do, in order; counts, nobody in particular, not to be published."""

    language: Language
    as_of: date
    municipalities: int
    items: tuple[RegionItemReport, ...]
    left_out: LeftOutReport

    @property
    def standing(self) -> tuple[RegionItemReport, ...]:
        """What holds in some municipality."""
        return tuple(item for item in self.items if item.status == "holds")


def region_suggestions_report(found: RegionSuggestions, language: Language = "cs") -> RegionSuggestionsReport:
    """Return suggestions of a region in a language."""
    tell = SuggestionTeller(found.pack, language)
    return RegionSuggestionsReport(
        language=language,
        as_of=found.as_of,
        municipalities=len(found.municipalities),
        items=tuple(_item(number, item, tell) for number, item in enumerate(found.items, start=1)),
        left_out=LeftOutReport(municipalities=_places(found.left_out.municipalities, tell), debts=found.left_out.debts),
    )


def _places(codes: tuple[str, ...], tell: SuggestionTeller) -> tuple[NamedIntervention, ...]:
    return tuple(NamedIntervention(id=code, title=tell.place(code) or code) for code in codes)


def _item(number: int, item: RegionSuggestion, tell: SuggestionTeller) -> RegionItemReport:
    rule = tell.pack.rules[item.id]
    return RegionItemReport(
        place=number,
        id=item.id,
        title=tell.title(item.id),
        sentence=tell.text(rule.sentence),
        status=item.status,
        for_children=item.child,
        municipalities=_places(item.municipalities, tell),
        counts=tell.counts(item.counts),
        due_on=item.due_on,
        birthday=item.birthday,
        when=tell.term("municipal_urgency", item.urgency),
        effect=tell.text(item.intervention.effect),
        measures=tuple(NamedIntervention(id=name, title=tell.measures[name]) for name in item.measures),
        grounds=tell.grounds(rule.citations, rule.evidence),
    )


def region_suggestions_text(report: RegionSuggestionsReport) -> str:
    """Return suggestions of a region as text in the language of the report, lines of at most 100 signs."""
    return "\n".join(_lines(report, texts_of(report.language))).lstrip("\n") + "\n"


def _lines(report: RegionSuggestionsReport, say: Texts) -> Iterator[str]:
    yield from heading(say("suggest-title-region", day=say.day(report.as_of)))
    yield from wrapped(say("suggest-region-reported", count=report.municipalities))
    yield from wrapped(say("suggest-region-not-public"))
    left_out = report.left_out
    if left_out.debts:
        debts = say("suggest-count-debts", count=left_out.debts)
        places = _shown(left_out.municipalities, say)
        count = len(left_out.municipalities)
        yield ""
        yield from wrapped(say("suggest-region-left-out", count=count, debts=debts, places=places))
        yield from wrapped(say("suggest-region-left-out-mend"))
    if not report.standing:
        yield from wrapped(say("suggest-none"))
    for item in report.standing:
        yield ""
        yield from titled(say("suggest-item", title=item.title, id=item.id), STEP, f"{item.place}. ")
        yield from wrapped(_where(item, say), STEP)
        yield from wrapped(say("suggest-when", why=item.when), STEP)
        yield from wrapped(say("suggest-why", sentence=item.sentence), STEP)
        yield from wrapped(say("suggest-effect", effect=item.effect), STEP)
        if item.measures:
            told = "; ".join(say("suggest-measure", id=each.id, title=each.title) for each in item.measures)
            yield from wrapped(say("suggest-measures", measures=told), STEP)
        yield from grounds_lines(item.grounds, say)


def _where(item: RegionItemReport, say: Texts) -> str:
    """Return in how many municipalities, for how many and where most."""
    shown = _shown(item.municipalities, say)
    counts = counts_told(item.counts, say, places=False)
    key = "suggest-region-where" if counts else "suggest-region-where-alone"
    return say(key, count=len(item.municipalities), counts=counts, places=shown)


def _shown(municipalities: tuple[NamedIntervention, ...], say: Texts) -> str:
    """Return the first municipalities by name, and how many more there are."""
    some = ", ".join(each.title for each in municipalities[:_MOST_PLACES])
    more = len(municipalities) - _MOST_PLACES
    return say("suggest-more-one" if more == 1 else "suggest-more", refs=some, count=more) if more > 0 else some
