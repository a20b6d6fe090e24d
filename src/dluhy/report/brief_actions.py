"""What to do first in a brief: each suggestion with who, steps, by when, cost, effect, and what to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dluhy.municipal.brief.suggestions import STEPS
from dluhy.report.brief_parts import Part, Said, Title
from dluhy.report.deduction_steps import capital
from dluhy.report.suggestions_words import AT_ONCE, counts_told, day_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.municipal.brief.values import Brief
    from dluhy.municipal.suggesting.values import SuggestedStep, Suggestion
    from dluhy.report.brief_parts import BriefTeller

MOST_FIRST: Final = 3
"""How many suggestions a brief tells with all their steps."""
MOST_SHORT: Final = 3
_MOST_STEPS: Final = 4
_MOST_COUNTED: Final = 8
_CREDITOR: Final = "creditor"
"""The letter of the roles that act as the creditor or for it."""
_MOST_ASKED: Final = 3
_MOST_DECIDED: Final = 3


def first_part(brief: Brief, tell: BriefTeller) -> Part:
    """Return what to do first, step by step."""
    items: list[Said | Title] = [] if brief.suggestions else [Said(text=tell.say(_nothing(brief)))]
    items += _counted_steps(brief, tell)
    for number, item in enumerate(brief.suggestions[:MOST_FIRST], start=1):
        items += _suggestion(number, item, tell)
    return Part(code="first", heading=tell.say("brief-first"), items=tuple(items))


def _counted_steps(brief: Brief, tell: BriefTeller) -> Iterator[Said]:
    """Yield the steps that a summary counts, where it counts no interventions; preparations are left out."""
    numbers, steps = brief.numbers, tell.pack.steps
    if numbers is None or numbers.suggested or not numbers.table(STEPS):
        return
    yield Said(text=tell.say("brief-steps-counted"))
    known = [line for line in numbers.table(STEPS) if line.code in steps and not steps[line.code][1].preparatory]
    own = [line for line in known if tell.pack.term("roles", steps[line.code][1].actor).more.get("letter") == _CREDITOR]
    for line in (own or known)[:_MOST_COUNTED]:
        step = steps[line.code][1]
        people = tell.say("suggest-count-people", count=line.people)
        actor = capital(tell.who(step.actor))
        told = tell.say("brief-step-counted", actor=actor, debts=tell.debts(line.debts), people=people)
        yield Said(lead=f"{tell.text(step.title)}.", text=told, mark="☐", level=1, cited=tell.cites(step.citations),
                   remark=tell.weak(step.evidence))  # fmt: skip


def _nothing(brief: Brief) -> str:
    if brief.public:
        return "brief-first-public"
    if brief.numbers is not None and not brief.numbers.suggested and brief.numbers.whole:
        return "brief-first-uncounted"
    return "brief-first-unknown" if brief.numbers is None else "brief-first-none"


def short_first(brief: Brief, tell: BriefTeller) -> Iterator[Said]:
    """Yield the first things to do, a line each, for the beginning."""
    if brief.suggestions:
        yield Said(text=tell.say("brief-short-first"))
    for number, item in enumerate(brief.suggestions[:MOST_SHORT], start=1):
        yield Said(text=_line(item, tell), mark=f"{number}.", level=1)


def more_part(brief: Brief, tell: BriefTeller) -> Part | None:
    """Return the suggestions that are named only; None where there are none."""
    rest = brief.suggestions[MOST_FIRST:]
    if not rest:
        return None
    items = tuple(Said(text=_line(item, tell), mark="•", level=1, cited=tell.cites(item.citations),
                       remark=tell.weak(item.evidence)) for item in rest)  # fmt: skip
    return Part(code="more", heading=tell.say("brief-more"), items=items)


def asked_part(brief: Brief, tell: BriefTeller) -> Part | None:
    """Return what to find out and what each answer decides; None where nothing is open."""
    if not brief.questions:
        return None
    items = [
        Said(
            lead=tell.question(asked.fact),
            text=_decided(asked.decides, tell),
            mark="☐",
            level=1,
        )
        for asked in brief.questions[:_MOST_ASKED]
    ]
    more = len(brief.questions) - _MOST_ASKED
    if more > 0:
        items.append(Said(text=tell.say("brief-asked-more", count=more), small=True))
    return Part(code="asked", heading=tell.say("brief-asked"), items=tuple(items))


def _decided(names: Sequence[str], tell: BriefTeller) -> str:
    """Return what an answer decides, the first few by name."""
    titles = "; ".join(tell.title(name) for name in names[:_MOST_DECIDED])
    more = len(names) - _MOST_DECIDED
    if more > 0:
        return tell.say("brief-decides-more", titles=titles, count=more)
    return tell.say("brief-decides", titles=titles)


def _line(item: Suggestion, tell: BriefTeller) -> str:
    told = counts_told(tell.counts(item.counts), tell.say) if item.level != "place" else ""
    title, due = tell.title(item.id), _due(item, tell)
    if told:
        return tell.say("brief-line", title=title, counts=told, due=due)
    return tell.say("brief-line-alone", title=title, due=due)


def _due(item: Suggestion, tell: BriefTeller) -> str:
    """Return by when in a few words: a day, or when it belongs."""
    if item.due_on is None:
        return tell.term("municipal_urgency", item.urgency)
    of_age, at_once = item.due_on == item.birthday, item.urgency == AT_ONCE
    return day_told(item.due_on, tell.say, of_age=of_age, at_once=at_once)


def _suggestion(number: int, item: Suggestion, tell: BriefTeller) -> Iterator[Said | Title]:
    say = tell.say
    yield Title(text=say("brief-suggestion", number=number, title=tell.title(item.id), id=item.id))
    yield Said(text=tell.text(item.rule.sentence), cited=tell.cites(item.citations), remark=tell.weak(item.evidence))
    yield Said(text=_head(item, tell))
    if item.requires:
        yield Said(text=say("suggest-requires", titles="; ".join(tell.title(name) for name in item.requires)))
    for step in item.steps[:_MOST_STEPS]:
        yield from _step(step, tell)
    more = len(item.steps) - _MOST_STEPS
    if more > 0:
        yield Said(text=say("brief-steps-more", count=more), level=2, small=True)
    yield Said(lead=say("brief-effect"), text=tell.text(item.intervention.effect))
    if item.intervention.sharing:
        told = " ".join(tell.basis(code).text for code in item.intervention.sharing)
        yield Said(lead=say("brief-sharing"), text=told)
    yield from _verify((tell.text(tell.bilingual(note)) for note in item.verify), tell, level=0)


def _head(item: Suggestion, tell: BriefTeller) -> str:
    """Return for whom, who, and by when, in a line."""
    say, parts = tell.say, []
    told = counts_told(tell.counts(item.counts), say) if item.level != "place" else ""
    if told:
        parts.append(say("suggest-for", counts=told))
    actors = ", ".join(tell.roles(each.step.actor for each in item.steps))
    if actors:
        parts.append(say("suggest-who", actors=actors))
    parts.append(say("brief-when", when=_due(item, tell)))
    return " ".join(parts)


def _step(each: SuggestedStep, tell: BriefTeller) -> Iterator[Said]:
    say, step = tell.say, tell.step(each)
    cost = step.cost if step.cost_most == 0 else say("suggest-cost-borne", cost=step.cost, bears=step.bears)
    key = "brief-step-own" if step.actor == step.addressee else "brief-step"
    told = say(key, actor=capital(step.actor), addressee=step.addressee, limit=step.limit, cost=cost)
    if step.due_on is not None:
        told = f"{told} {say('suggest-step-due', day=say.day(step.due_on))}"
    if each.conditional:
        told = f"{told} {say('brief-step-conditional')}"
    cited = tuple(provision.text for provision in step.grounds.provisions)
    yield Said(lead=f"{step.title}.", text=told, mark="☐", level=2, cited=cited, remark=tell.weak(each.step.evidence))
    yield from _verify(step.to_verify, tell, level=2)


def _verify(notes: Iterator[str] | tuple[str, ...], tell: BriefTeller, *, level: int) -> Iterator[Said]:
    yield from (Said(text=tell.say("screen-verify", note=note), level=level, small=True) for note in notes)
