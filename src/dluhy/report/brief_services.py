"""Who helps with what in a brief: services of the directory by kind, with contacts; what is missing is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy.documents.fields import fields
from dluhy.municipal.directory.entries import Contact
from dluhy.report.brief_parts import Grid, Part, Said
from dluhy.report.deduction_steps import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.municipal.brief.values import Brief, Services
    from dluhy.municipal.directory.services import Gap, KindOffers, Offer
    from dluhy.report.brief_parts import BriefTeller


def services_part(brief: Brief, tell: BriefTeller) -> Part:
    """Return who helps in the municipality, or whom to look for where there is no directory."""
    items = tuple(_unknown(brief, tell) if brief.services is None else _known(brief.services, tell))
    return Part(code="services", heading=tell.say("brief-services"), items=items)


def _kind(code: str, tell: BriefTeller) -> str:
    return tell.term("service_kinds", code).split(" (", maxsplit=1)[0]


def _unknown(brief: Brief, tell: BriefTeller) -> Iterator[Said]:
    """Yield whom to look for by the suggestions, of the whole matrix where there is none."""
    yield Said(text=tell.say("brief-services-unknown"))
    names = {item.id for item in brief.suggestions}
    matches = sorted(brief.pack.service_matches.values(), key=lambda match: (match.order, match.id))
    wanted = [match for match in matches if names & set(match.interventions)] or matches
    for match in wanted:
        kinds = ", ".join(_kind(kind, tell) for kind in match.first)
        yield Said(
            lead=f"{tell.text(match.title)}:",
            text=f"{kinds}.",
            mark="•",
            level=1,
            cited=tell.cites(match.citations),
            remark=tell.weak(match.evidence),
        )


def _known(found: Services, tell: BriefTeller) -> Iterator[Said | Grid]:
    say = tell.say
    yield Said(text=say("brief-services-from", day=say.day(found.as_of)))
    kinds: dict[str, KindOffers] = {}
    problems: dict[str, dict[str, None]] = {}
    for advice in found.advice:
        for offers in (*advice.first, *(each for each in advice.second if each.offers)):
            kinds.setdefault(offers.kind, offers)
            problems.setdefault(offers.kind, {})[tell.text(advice.match.title)] = None
    rows = tuple(
        (capital(_kind(kind, tell)), "; ".join(problems[kind]), _offered(offers, tell))
        for kind, offers in kinds.items()
    )
    head = tuple(say(f"brief-col-{name}") for name in ("service", "problem", "offer"))
    yield Grid(head=head, rows=rows, widths=("1fr", "1fr", "2fr"))
    if found.gaps:
        yield Said(
            lead=say("brief-gaps"), text=say("brief-gaps-told", gaps="; ".join(_gap(gap, tell) for gap in found.gaps))
        )
    yield Said(text=say("brief-services-note"), small=True)


def _offered(offers: KindOffers, tell: BriefTeller) -> str:
    return "\n".join(_offer(offer, tell) for offer in offers.offers) or tell.say("directory-gap")


def _offer(offer: Offer, tell: BriefTeller) -> str:
    say, entry = tell.say, offer.entry
    room = say(f"directory-room-{offer.standing}", count=entry.capacity or 0)
    told = say("brief-offer", name=entry.name, level=say(f"directory-by-{offer.level}"), room=room)
    contact = [] if entry.contact is None else [getattr(entry.contact, name) for name in fields(Contact)]
    checked = (
        say("directory-never-checked")
        if entry.checked_on is None
        else say("directory-checked-on", day=say.day(entry.checked_on))
    )
    return "; ".join([told, *(value for value in contact if value is not None), checked])


def _gap(gap: Gap, tell: BriefTeller) -> str:
    told = tell.say(f"directory-gap-{gap.standing.replace('_', '-')}", none=gap.none, all=gap.municipalities)
    return f"{_kind(gap.kind, tell)} – {told}"
