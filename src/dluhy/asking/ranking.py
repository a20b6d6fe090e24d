"""One list of questions out of all topics: each fact asked once, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from dluhy.agenda.making import once, ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.asking.values import Answer, Question
    from dluhy.law.pack import Pack

NOTHING = "nothing"


def ranked(questions: Iterable[Question], pack: Pack) -> tuple[Question, ...]:
    """Return questions of one key as one, then the weightiest first; nothing depends on the order of the document.

    First those of which a limit may be running unseen, then gaps on which whole topics hang, and last what presupposes
    something rare (vocabulary `question_ranks`); inside these by what an answer moves at most; among equals what may
    open a way before what can only close one, another class of entry before single conditions, then by what waits.
    """
    law = pack.whole or pack
    same = _same(law)
    by_key: dict[tuple[str, ...], list[Question]] = {}
    for question in questions:
        place = same.get(question.fact) if not question.about else None
        by_key.setdefault(question.key if place is None else ("same", place[0]), []).append(question)
    merged = [
        _one(sorted(some, key=lambda each: (same.get(each.fact, ("", 0)), each.topics)), law)
        for some in by_key.values()
    ]
    return tuple(sorted(_quiet_together(merged), key=_Order(law).of))


def _same(law: Pack) -> dict[str, tuple[str, int]]:
    """Return for each fact that several topics ask for under several names the code of it, and its place there."""
    terms = law.vocabularies["question_same"].values()
    return {fact: (term.code, place) for term in terms for place, fact in enumerate(term.more["facts"])}


class _Order:
    """The orders of a pack by which questions stand."""

    def __init__(self, law: Pack) -> None:
        self.decides = {term.code: term.more["order"] for term in ordered(law, "question_decides")}
        self.closing = {term.code for term in ordered(law, "answer_effects") if term.more.get("closes")}

        ranks = ordered(law, "question_ranks")
        self.ranks = {
            fact: (at, place) for at, term in enumerate(ranks) for place, fact in enumerate(term.more["facts"])
        }
        self.usual = next(at for at, term in enumerate(ranks) if not term.more["facts"])

    def rank(self, each: Question) -> tuple[int, int]:
        """Return the mark of a question, and for a basic gap its place among them."""
        mark, place = self.ranks.get(each.fact, (self.usual, 0))
        return mark, place if mark < self.usual else 0

    def tier(self, each: Question) -> int:
        """Return 0 for what opens a way or waits untried, 1 for what only closes one, 2 for what changes nothing."""
        told = {effect.code for answer in each.answers for effect in answer.effects} - {NOTHING}
        if each.answers and not told:
            return 2
        return 1 if told and told <= self.closing else 0

    def of(self, each: Question) -> tuple[object, ...]:
        """Return by what a question stands; total, for keys are different."""
        return (
            not each.limits,
            self.rank(each),
            -each.weight,
            self.tier(each),
            not each.changes_class,
            -len(each.decides),
            min(self.decides[one.code] for one in each.decides),
            each.place_in_topic,
            -len(each.about),
            each.fact,
            each.about,
            each.people,
            each.key,
        )


def _one(some: Sequence[Question], law: Pack) -> Question:
    """Return questions of one key as one question with the answers of all of them."""
    answers: dict[str, list[Answer]] = {}
    for question in some:
        for answer in question.answers:
            answers.setdefault(repr(answer.value), []).append(answer)
    joined = tuple(_joined(same) for same in answers.values())
    stake = max(question.stake for question in some)
    topics = [term.code for term in ordered(law, "agenda_topics")]
    return evolve(
        some[0],
        people=tuple(sorted(once(name for each in some for name in each.people))),
        about=tuple(sorted(once(name for each in some for name in each.about))),
        places=tuple(sorted(once(name for each in some for name in each.places))),
        answers=joined,
        decides=once(one for each in some for one in each.decides),
        topics=tuple(sorted({topic for each in some for topic in each.topics}, key=topics.index)),
        stake=stake,
        weight=max((answer.amount for answer in joined), default=stake),
    )


def _joined(same: Sequence[Answer]) -> Answer:
    effects = once(effect for answer in same for effect in answer.effects)
    telling = tuple(effect for effect in effects if effect.code != NOTHING)
    return evolve(
        same[0],
        effects=telling or effects,
        amount=max(answer.amount for answer in same),
        changes_class=any(answer.changes_class for answer in same),
    )


def _says_something(answer: Answer) -> bool:
    return any(effect.code != NOTHING for effect in answer.effects)


def _quiet_together(questions: Iterable[Question]) -> Iterable[Question]:
    """Yield questions; those of which no answer changes anything by itself once for all the debts of a person."""
    quiet: dict[tuple[object, ...], list[Question]] = {}
    for each in sorted(questions, key=lambda each: each.key):
        if any(_says_something(answer) for answer in each.answers) or not each.about:
            yield each
            continue
        codes = tuple(one.code for one in each.decides)
        quiet.setdefault((each.fact, each.people, codes, [repr(a.value) for a in each.answers] == []), []).append(each)
    for some in quiet.values():
        yield _quiet(some)


def _quiet(some: Sequence[Question]) -> Question:
    stakes = [each.stake for each in some]
    tried = [each.answers for each in some]
    together = sum(stakes)
    return evolve(
        some[0],
        about=tuple(sorted(once(name for each in some for name in each.about))),
        places=tuple(sorted(once(name for each in some for name in each.places))),
        decides=once(one for each in some for one in each.decides),
        stake=together,
        weight=0 if any(tried) else together,
    )
