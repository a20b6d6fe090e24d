"""A directory of services told in one language: what to mend, who offers what where, where nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dluhy.documents.fields import fields
from dluhy.municipal.directory.entries import Contact
from dluhy.report.lines import Line, Paragraph, cut
from dluhy.report.statements import Speaker
from dluhy.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dluhy.law.pack import Pack
    from dluhy.municipal.directory.entries import Listed
    from dluhy.municipal.directory.services import Gap, KindOffers, Offer, ServiceAdvice
    from dluhy.problems import Language, Problem

_COVERED: Final = "covered"


class DirectoryTeller:
    """Says what a directory holds in one language, as lines of text and as plain values for JSON."""

    def __init__(self, pack: Pack, language: Language) -> None:
        """Keep the pack, the language and its messages."""
        self.pack, self.language = pack, language
        self.speaker, self.say = Speaker(pack, language), texts(language)

    def checked(self, listed: Listed, found: Sequence[Problem]) -> Iterator[Line]:
        """Yield what should be mended in a directory."""
        entries = listed.directory.entries or []
        yield from _text(self.say("directory-ok", count=len(entries), day=self.say.day(listed.directory.as_of)))
        if not found:
            yield from _text(self.say("directory-no-warnings"))
        for problem in found:
            name = self._name(problem.place, listed)
            told = problem.cs if self.language == "cs" else problem.en
            yield from _text(f"{problem.where(self.language)}{name}: {told} [{problem.code}]", "• ")

    def _name(self, place: str, listed: Listed) -> str:
        entries = listed.directory.entries or []
        return f" – {entries[listed.places.index(place)].name}" if place in listed.places else ""

    def found(self, name: str, offers: Sequence[Offer]) -> Iterator[Line]:
        """Yield the entries that cover a municipality."""
        yield from _heading(self.say("directory-found", name=name, count=len(offers)))
        for offer in offers:
            yield from self._offer(offer, "")
        if not offers:
            yield from _text(self.say("directory-nobody"))

    def advised(self, name: str, advice: Sequence[ServiceAdvice]) -> Iterator[Line]:
        """Yield for each problem whom to turn to, and who offers it in a municipality."""
        for each in advice:
            yield from _heading(f"{name}: {each.match.title.text(self.language)}")
            for key, part in (("first", each.first), ("second", each.second)):
                for kind in part:
                    yield from _text(self.say(f"directory-{key}", kind=self._kind(kind.kind)))
                    yield from self._of_kind(kind)
            provisions = "; ".join(item.text for item in self.speaker.provisions(each.match.citations))
            label = self.say(f"self-check-label-{each.match.label}")
            told = self.say("self-check-by-law", label=label, provisions=provisions) if provisions else label
            yield from _text(told.removesuffix(".") if told.endswith("..") else told)

    def _of_kind(self, kind: KindOffers) -> Iterator[Line]:
        for offer in kind.offers:
            yield from self._offer(offer, "  ")
        if not kind.offers:
            yield from _text(self.say("directory-gap"), "  • ")

    def _offer(self, offer: Offer, indent: str) -> Iterator[Line]:
        entry = offer.entry
        kinds = ", ".join(self._kind(kind).split(" (")[0] for kind in entry.kinds)
        told = self.say("directory-entry", name=entry.name, kinds=kinds, level=self.say(f"directory-by-{offer.level}"),
                        room=self.say(f"directory-room-{offer.standing}", count=entry.capacity or 0))  # fmt: skip
        yield from _text(told, f"{indent}• ")
        contact = [] if entry.contact is None else [getattr(entry.contact, name) for name in fields(Contact)]
        known = "; ".join(value for value in contact if value is not None)
        checked = (
            self.say("directory-never-checked")
            if entry.checked_on is None
            else self.say("directory-checked-on", day=self.say.day(entry.checked_on))
        )
        yield from _text("; ".join(part for part in (known, checked) if part), f"{indent}  ")

    def gaps(self, found: Sequence[Gap]) -> Iterator[Line]:
        """Yield authority by authority the kinds of service that do not cover it wholly."""
        wanting = [gap for gap in found if gap.standing != _COVERED]
        authorities = dict.fromkeys((gap.authority, gap.authority_name) for gap in found)
        yield from _heading(self.say("directory-gaps", count=len(authorities)))
        for code, name in authorities:
            own = [gap for gap in wanting if gap.authority == code]
            if not own:
                yield from _text(self.say("directory-gaps-none", name=name), "• ")
                continue
            yield from _text(f"{name} ({code})", "• ")
            for gap in own:
                told = self.say(
                    f"directory-gap-{gap.standing.replace('_', '-')}", none=gap.none, all=gap.municipalities
                )
                yield from _text(f"{self._kind(gap.kind)}: {told}", "  – ")

    def _kind(self, code: str) -> str:
        return self.speaker.term("service_kinds", code)

    def offer_values(self, offer: Offer) -> dict[str, Any]:
        """Return an offer as plain values."""
        return {"level": offer.level, "standing": offer.standing,
                "entry": offer.entry.model_dump(mode="json", by_alias=True, exclude_none=True)}  # fmt: skip

    def advice_values(self, advice: ServiceAdvice) -> dict[str, Any]:
        """Return an advice as plain values."""
        parts = {
            key: [{"kind": kind.kind, "offers": [self.offer_values(offer) for offer in kind.offers]} for kind in part]
            for key, part in (("first", advice.first), ("second", advice.second))
        }
        return {"problem": advice.match.id, "title": advice.match.title.text(self.language), **parts}


def _heading(text: str) -> Iterator[Line]:
    yield from cut(Paragraph(kind="heading", text=text), text, "", "")


def _text(text: str, mark: str = "") -> Iterator[Line]:
    yield from cut(Paragraph(text=text, mark=mark.strip()), text, " " * len(mark), mark)
