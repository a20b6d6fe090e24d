"""What is still to be asked, of whom, and what each possible answer would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dluhy.agenda.values import Words
    from dluhy.law.models import Bilingual


@frozen(kw_only=True)
class Effect:
    """One thing that an answer would change: a code of `answer_effects` with the values its words name.

    `debts` are ids, `amount` haléře, `title` and `verdict` texts in both languages.
    """

    code: str
    debts: tuple[str, ...] = ()
    values: Mapping[str, int | Bilingual] = field(factory=dict)


@frozen(kw_only=True)
class Answer:
    """One possible answer: its value as a document would have it, how it is called, what it would change.

    `amount` is what it moves, haléře: balances of debts of which something else would be said, or sums that would drop
    out. `changes_class` tells that another class of entry into debt relief would come out.
    """

    value: Any
    label: Words
    effects: tuple[Effect, ...] = ()
    amount: int = 0
    changes_class: bool = False


@frozen(kw_only=True)
class Decides:
    """What a question decides: a code of `question_decides`, the debts it is about, a title where the words name it."""

    code: str
    debts: tuple[str, ...] = ()
    title: Bilingual | None = None


@frozen(kw_only=True)
class Question:
    """A fact to find out, once for everything it is about.

    `key` tells questions apart, `places` say where in the document the answer belongs (JSON Pointers; none where no
    one place does). `answers` are empty where answers were not tried out: then `decides` says what hangs on it, and
    `stake` is the known sum of the debts that wait for it, haléře. `weight` is the most an answer moves,
    `place_in_topic` the order in which its topic asks.
    """

    key: tuple[str, ...]
    fact: str
    label: Bilingual
    ask: Bilingual
    people: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    decides: tuple[Decides, ...] = ()
    topics: tuple[str, ...]
    stake: int = 0
    weight: int = 0
    place_in_topic: int = 0

    @property
    def limits(self) -> bool:
        """Whether a limit may be running unseen."""
        return any(each.code == "limits" for each in self.decides)

    @property
    def changes_class(self) -> bool:
        """Whether some answer would bring another class of entry into debt relief."""
        return any(answer.changes_class for answer in self.answers)
