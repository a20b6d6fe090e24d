"""What the parts of a household's report share: amounts, grounds, notes, and the one who says them in one language."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dluhy.documents.lists import labels
from dluhy.law.citations import act_of, readable
from dluhy.law.models import Citation, Evidence
from dluhy.money import to_decimal_string
from dluhy.report.costs_teller import Teller
from dluhy.report.deduction_steps import crowns
from dluhy.report.statements import Provision  # noqa: TC001 - msgspec reads the annotations
from dluhy.report.texts import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dluhy.engine.steps import Flag
    from dluhy.household.sums import Bounds, Sum
    from dluhy.law.models import Term
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.report.texts import Texts

MONEY: Final = frozenset({"amount", "limit", "income", "minimum", "costs", "norm", "estimate"})
"""Values of a text that are haléře; others are told as they are."""

SEVERAL: Final = "S2"
"""The evidence that needs no remark."""


@frozen
class Amount:
    """A sum a month as decimal strings: exact where both ends are the same, null where there is no bound on a side."""

    least: str | None
    most: str | None


@frozen
class Grounds:
    """On what something rests: provisions, the mark of its evidence, what is said of it (null for several sources).

    `cited` are the provisions as people read them, those of one act together.
    """

    provisions: tuple[Provision, ...]
    cited: tuple[str, ...]
    evidence: Evidence
    remark: str | None


@frozen
class Note:
    """Something a reader should know; `remark` says how sure it is, null where nothing need be said of that."""

    code: str
    text: str
    remark: str | None


@frozen
class Ask:
    """A question that is open: what is asked, and what its answer would decide."""

    code: str
    ask: str
    decides: tuple[str, ...]


class HouseholdTeller(Teller):
    """Says what a household's picture holds in one language."""

    def __init__(self, pack: Pack, language: Language) -> None:
        """Keep the pack, the language and its messages."""
        super().__init__(pack.whole or pack, language)
        self.say: Texts = texts_of(language)

    def set(self, text: str) -> str:
        """Return a text with the typography of the language."""
        return self._set(text)

    def crowns(self, halere: int) -> str:
        """Return a sum as people read it, with a minus sign where it is below zero."""
        told = crowns(to_decimal_string(halere), self.say)
        return f"−{told}" if halere < 0 else told

    def listed(self, name: str, code: str) -> str:
        """Return the label of a code of a closed list, of documents or of the pack."""
        return self._set(labels(self.pack, name)[code][self.language == "en"])

    def grounds(self, cites: Iterable[Citation], evidence: Evidence) -> Grounds:
        """Return provisions with the evidence for them."""
        found = tuple(dict.fromkeys(cites))
        return Grounds(self.provisions(found), tuple(self._by_acts(found)), evidence, self.remark(evidence))

    def _by_acts(self, cites: Iterable[Citation]) -> Iterator[str]:
        """Yield every act once with the places cited in it."""
        places: dict[str, dict[str, None]] = {}
        for cite in cites:
            act = act_of(cite, self.pack.acts)
            whole = readable(cite, self.pack.acts, self.language).text
            name = whole if act is None else readable(Citation(at=act.id), self.pack.acts, self.language).text
            place = whole.replace(name.replace("zákon ", "zákona ", 1), "").replace(name, "").replace(" ,", ",")
            places.setdefault(name, {})[place.strip(" ,")] = None
        for name, found in places.items():
            told = "; ".join(place for place in found if place)
            yield f"{name}: {told}" if told else name

    def remark(self, evidence: Evidence) -> str | None:
        """Return what must be said of how sure something is; None for several sources."""
        return None if evidence == SEVERAL else self.term("evidence", evidence)

    def noted(self, vocabulary: str, flag: Flag) -> Note:
        """Return what a flag says; that something is unknown is no claim to be verified."""
        unknown = "unknown" in flag.code or flag.code.endswith("_not_told")
        text = self.filled(self.pack.term(vocabulary, flag.code), flag.values)
        return Note(flag.code, text, None if unknown else self.remark(flag.evidence))

    def filled(self, term: Term, values: Mapping[str, int | str]) -> str:
        """Return the text of a term with its values put in, money as people read it."""
        told: dict[str, Any] = {name: self._value(name, value) for name, value in values.items()}
        named = {name for _, name, _, _ in Formatter().parse(term.text(self.language)) if name}
        return self._set(term.text(self.language).format(**told) if named else term.text(self.language))

    def cited_by(self, term: Term) -> tuple[Citation, ...]:
        """Return the citations of a term, also those that name a wording."""
        return tuple(
            Citation(at=cite) if isinstance(cite, str) else Citation.model_validate(cite)
            for cite in term.more.get("cites", ())
        )

    def can_be_asked(self, code: str) -> bool:
        """Return whether a person can be asked about a fact; others are computed here from what is asked."""
        return code in self.pack.vocabularies["household_facts"] or self.pack.facts[code].asked

    def ask(self, code: str) -> str:
        """Return the question about a fact: of a household's facts that benefits need, or of the pack's own facts."""
        term = self.pack.vocabularies["household_facts"].get(code)
        if term is not None:
            return self._set(str(term.more[f"ask_{self.language}"]))
        text = self.pack.fact_texts[code]
        return self._set((text.ask or text.label).text(self.language))

    def fact(self, code: str) -> str:
        """Return the label of a fact, as `ask`."""
        term = self.pack.vocabularies["household_facts"].get(code)
        return self._set((self.pack.fact_texts[code].label if term is None else term).text(self.language))

    def _value(self, name: str, value: int | str) -> int | str:
        return self.crowns(value) if name in MONEY and isinstance(value, int) else value


def of_sum(found: Sum) -> Amount:
    """Return a sum of which something may be unknown."""
    known = to_decimal_string(found.known)
    return Amount(known if found.complete or found.known else None, known if found.complete else None)


def of_bounds(least: int | None, most: int | None) -> Amount:
    """Return a number within bounds, haléře."""
    return Amount(*(None if end is None else to_decimal_string(end) for end in (least, most)))


def of_both(found: Bounds) -> Amount:
    """Return a number of which the bounds are known."""
    return of_bounds(found.least, found.most)
