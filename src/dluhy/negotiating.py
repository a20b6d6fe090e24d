"""A checked list -> what the region's staff bring to a meeting with each creditor: numbers only, no person in them.

Debts are gathered by creditor: by company number (IČO), else by name without regard to case, accents and punctuation.
A person's facts are those of the whole list; only then are the debts of one creditor looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from attrs import field, frozen

from dluhy.children.outcome import NEEDS_DATA
from dluhy.engine.expressions import condition_column
from dluhy.ids import ICO_DIGITS
from dluhy.intake.columns import plain
from dluhy.law.amounts import value_on
from dluhy.money import HALERE_PER_KORUNA
from dluhy.plan import steps
from dluhy.problems import InputError, Problem
from dluhy.typography import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dluhy.checking import ListResult
    from dluhy.law.models import Step, Verify
    from dluhy.law.pack import Pack

ROUTES: Final = "RM-ROUTES"
"""The ladder of a creditor's ways out of an enforcement, with their costs."""

TONES: Final = ("stop", "weigh", "ask", "calm")
"""What should happen with a debt: stop enforcing it, weigh it, ask for data; calm: it is no debt from childhood."""

BANDS: Final = (30, 90, 180, 365)
"""Days to the nearest 18th birthday are told only up to one of these: working steps of the program, not law."""

SMALL: Final = 5
"""Counts below it may point at a person: they must not be published."""

QUESTIONS: Final = ("missing", "asked_for_steps")
"""What a missing fact would decide: who owes, or which step stands."""

_ALIVE: Final = ("running", "suspended")
_NOTIFY: Final = "notify_ospod"
_PAYING: Final = frozenset({"municipality", "creditor", "office"})
_UNNAMED: Final = ""
_PERSONAL: Final = re.compile(r"[0-9]{6}\s*/\s*[0-9]{3,4}|[0-9]{3}\s*[Ee][Xx]\S*\s*[0-9]+\s*/\s*[0-9]{2,4}")
"""What of people may stand in the name of a creditor and is never shown: birth numbers and file marks."""
_Planned = dict[tuple[str, bool], list[dict[str, Any]]]
"""Sums of steps by the creditor's key and whether they are for people under 18."""


@frozen
class Sums:
    """Debts counted: people and debts, and haléře; None where no debt has the amount."""

    debts: int
    people: int
    balance: int | None
    principal: int | None
    costs: int | None


@frozen
class Regime:
    """The debts one rule decided (`outcome` is its id, or NEEDS_DATA), and what of it is to be verified here."""

    outcome: str
    verdict: str
    tone: str
    sums: Sums
    verify: tuple[Verify, ...]


@frozen
class StepSum:
    """A step towards this creditor's debts, for children or for the others; `conditional`: not surely for all."""

    step: str
    people: int
    balance: int | None
    conditional: bool
    by_creditor: bool
    """Whether the creditor takes it; else the debtor, the child-protection authority or somebody else does."""
    verify: tuple[Verify, ...]


@frozen
class Question:
    """A fact that is missing: how many debts of how many people wait for it, and what it would decide."""

    fact: str
    effect: str
    debts: int
    people: int


@frozen
class Duty:
    """A duty to report children (`rule` is its id): for how many it holds, for how many it cannot be decided."""

    rule: str
    children: int
    undecided: int


@frozen
class Enforcements:
    """Enforcements that run or are suspended, each counted once; of debts without a file mark each row is one."""

    by_executor: int
    by_executor_to_stop: int
    by_office: int
    by_unknown: int
    costs: int | None
    """Costs of the debts that an executor enforces, in haléře."""

    @property
    def all(self) -> int:
        """All of them."""
        return self.by_executor + self.by_office + self.by_unknown


@frozen
class Meeting:
    """Everything for one creditor; `name` is None for debts whose creditor the list does not state.

    `debts` counts the debts that are or may be from childhood; `others` those that are not, left out of all the rest.
    Who is a child is told by today's age; `nearest` is the band of BANDS with the next 18th birthday (None: later, or
    nobody under 18).
    """

    name: str | None
    ico: str | None
    debts: Sums
    others: Sums
    children: int
    adults: int
    unknown_age: int
    nearest: int | None
    not_owed: Sums
    finished: int
    tones: dict[str, Sums]
    regimes: tuple[Regime, ...]
    enforcements: Enforcements
    steps_of_children: tuple[StepSum, ...]
    steps_of_others: tuple[StepSum, ...]
    questions: tuple[Question, ...]
    duties: tuple[Duty, ...]
    kinds: frozenset[str]
    """Groups of the kinds of debts that occur: the vocabulary's `group`, else the kind itself."""

    @property
    def small(self) -> bool:
        """Whether a count on the sheet is below SMALL, and not zero."""
        counts = [self.debts.people, self.debts.debts, self.children, self.adults, self.unknown_age, self.others.debts]
        counts += [part.sums.debts for part in self.regimes] + [part.sums.people for part in self.regimes]
        counts += [part.people for part in (*self.steps_of_children, *self.steps_of_others)]
        counts += [number for part in self.questions for number in (part.debts, part.people)]
        counts += [duty.children for duty in self.duties] + [self.enforcements.by_executor, self.enforcements.by_office]
        return any(0 < count < SMALL for count in counts)


@frozen
class Negotiation:
    """Meetings with all creditors of a list, the largest sum the child does not owe first, and what stopping costs."""

    result: ListResult
    meetings: tuple[Meeting, ...]
    routes: tuple[Step, ...]
    advance: int | None
    """The advance for going on with one fruitless enforcement, in haléře; None where the pack does not know it."""
    fruitless_years: int | None
    stop_costs: tuple[int, int] | None = field(init=False)
    """What stopping one executor's enforcement costs the creditor at most, by the cheapest and the dearest route.

    In haléře, of the routes whose cost is known; None if none is.
    """

    @stop_costs.default
    def _stop_costs(self) -> tuple[int, int] | None:
        known = [s.cost_most * HALERE_PER_KORUNA for s in self.routes if s.bears in _PAYING and s.cost_most is not None]
        return (min(known), max(known)) if known else None


def negotiate(result: ListResult, *, creditor: str | None = None, routes: str = ROUTES) -> Negotiation:
    """Return the numbers for the meetings with all creditors of a checked list, or with one of them.

    `creditor` is a company number or a name, or a part of a name that only one creditor has; else InputError. `routes`
    is the ladder of ways out of an enforcement; a pack without it gives none.
    """
    pack = result.checker.pack
    judged = with_creditors(result.judged)
    keys = list(dict.fromkeys(judged["creditor_key"].to_list()))
    if creditor is not None:
        keys = [creditor_key(judged, creditor)]
    judged = judged.filter(pl.col("creditor_key").is_in(keys)).with_columns(
        _tone(result).alias("tone"), (pl.col("person_days_to_18_from") > 0).fill_null(value=False).alias("under_18")
    )
    planned = _planned(judged.filter(pl.col("tone") != "calm"), pack)
    meetings = [_meeting(result, judged.filter(pl.col("creditor_key") == key), planned) for key in keys]
    meetings.sort(key=lambda m: (m.name is None, -(m.not_owed.balance or 0), -m.not_owed.debts, m.name or ""))
    ladder = pack.ladders.get(routes)
    known = {
        name: value_on(pack.series[name], result.as_of) if name in pack.series else None
        for name in ("fruitless_advance", "fruitless_years")
    }
    advance = known["fruitless_advance"]
    return Negotiation(
        result,
        tuple(meeting for meeting in meetings if meeting.debts.debts),
        () if ladder is None else tuple(ladder.step),
        None if advance is None else advance * HALERE_PER_KORUNA,
        known["fruitless_years"],
    )


def with_creditors(judged: pl.DataFrame) -> pl.DataFrame:
    """Add `creditor_key`, `creditor_shown` and `creditor_number` (its IČO): the same for all debts of one creditor.

    A row without a number belongs to the number that its name has elsewhere in the list, if it is the only one. The
    name shown is the most frequent spelling. The key of debts without a creditor is empty, their name null.
    """
    absent = [name for name in ("creditor_name", "creditor_ico") if name not in judged.columns]
    frame = judged.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent)
    spellings = frame["creditor_name"].drop_nulls().unique()
    plain_names = pl.DataFrame({"creditor_name": spellings, "plain name": [plain(text) or text for text in spellings]},
                               schema={"creditor_name": pl.String, "plain name": pl.String})  # fmt: skip
    frame = frame.join(plain_names, on="creditor_name", how="left", maintain_order="left")
    numbered = frame.drop_nulls(["plain name", "creditor_ico"]).group_by("plain name").agg(
        pl.col("creditor_ico").unique()
    )  # fmt: skip
    only = numbered.filter(pl.col("creditor_ico").list.len() == 1).select(
        "plain name", pl.col("creditor_ico").list.first().alias("number by name")
    )
    frame = frame.join(only, on="plain name", how="left", maintain_order="left")
    number = pl.coalesce("creditor_ico", "number by name")
    frame = frame.with_columns(
        number.alias("creditor_number"), pl.coalesce(number, "plain name", pl.lit(_UNNAMED)).alias("creditor_key")
    )
    usual = frame.group_by("creditor_key", "creditor_name", maintain_order=True).len().drop_nulls("creditor_name")
    shown = usual.sort("len", descending=True, maintain_order=True).unique("creditor_key", keep="first")
    clean = [_PERSONAL.sub("…", printable(name)).strip() or None for name in shown["creditor_name"]]
    named = shown.select("creditor_key", pl.Series("creditor_shown", clean, dtype=pl.String))
    return frame.join(named, on="creditor_key", how="left", maintain_order="left").drop("plain name", "number by name")


def creditor_key(judged: pl.DataFrame, wanted: str) -> str:
    """Return the key of the creditor that is asked for; raises InputError if there is none, or more than one."""
    named: list[tuple[str, str | None]] = (
        judged.select("creditor_key", "creditor_shown").unique(maintain_order=True).rows()
    )
    digits = wanted.replace(" ", "")
    if digits.isdigit():
        found = [key for key, _ in named if key == digits.zfill(ICO_DIGITS)]
    else:
        word = plain(wanted)
        names = {key: plain(name or "") for key, name in named}
        found = [key for key, name in names.items() if name == word] or [
            key for key, name in names.items() if word and word in name
        ]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(sorted(name for key, name in named if key in found and name))
        raise InputError([Problem("creditor", wanted, f"takových věřitelů je více: {several}",
                                  f"there are several such creditors: {several}")])  # fmt: skip
    raise InputError([Problem("creditor", wanted, "takový věřitel v seznamu není", "the list has no such creditor")])


def _meeting(result: ListResult, judged: pl.DataFrame, planned: _Planned) -> Meeting:
    mine, others = judged.filter(pl.col("tone") != "calm"), judged.filter(pl.col("tone") == "calm")
    days = mine.group_by("person_id", maintain_order=True).agg(
        pl.col("person_days_to_18_from").first().alias("from"), pl.col("person_days_to_18_to").first().alias("to")
    )
    children = days.filter(pl.col("from") > 0)
    adults = days.filter(pl.col("to") <= 0).height
    kinds = {code: str(term.more.get("group", code)) for code, term in _terms(result, "debt_kinds").items()}
    key = judged["creditor_key"][0]
    of_children, of_others = (
        tuple(_step(result, mine, line) for line in planned.get((key, under_18), ())) for under_18 in (True, False)
    )
    return Meeting(
        name=judged["creditor_shown"][0],
        ico=judged["creditor_number"][0],
        debts=_sums(mine),
        others=_sums(others),
        children=children.height,
        adults=adults,
        unknown_age=days.height - children.height - adults,
        nearest=_band(children["from"].to_list()),
        not_owed=_sums(mine.filter(pl.col("child_owes") == "no")),
        finished=mine.filter(pl.col("debt_finished")).height if "debt_finished" in mine.columns else 0,
        tones={tone: _sums(mine.filter(pl.col("tone") == tone)) for tone in TONES[:-1]},
        regimes=tuple(_regimes(result, mine)),
        enforcements=_enforcements(mine),
        steps_of_children=of_children,
        steps_of_others=of_others,
        questions=tuple(questions_of(result, mine)),
        duties=tuple(_duties(result, mine)),
        kinds=frozenset(kinds[kind] for kind in mine["debt_kind"].drop_nulls().unique().to_list()),
    )


def _terms(result: ListResult, vocabulary: str) -> dict[str, Any]:
    return dict(result.checker.pack.vocabularies[vocabulary])


def _tone(result: ListResult) -> pl.Expr:
    tones = {code: str(term.more.get("tone", "ask")) for code, term in _terms(result, "verdicts").items()}
    return pl.col("verdict").cast(pl.String).replace_strict(list(tones), list(tones.values()), return_dtype=pl.String)


def _sums(debts: pl.DataFrame) -> Sums:
    amounts = [
        int(debts[name].sum()) if name in debts.columns and debts[name].count() else None
        for name in ("balance", "principal", "costs")
    ]
    return Sums(debts.height, debts["person_id"].n_unique(), *amounts)


def _band(days: Iterable[int]) -> int | None:
    """Return the smallest band that the nearest of some days falls into."""
    nearest = min(days, default=None)
    return None if nearest is None else next((band for band in BANDS if nearest <= band), None)


def _regimes(result: ListResult, mine: pl.DataFrame) -> Iterable[Regime]:
    """Yield the regimes that occur, what is to be stopped first, then in the order of the pack."""
    rules, place = result.checker.pack.rules, {tone: number for number, tone in enumerate(TONES)}
    found = []
    for (outcome,), debts in mine.group_by("outcome", maintain_order=True):
        verify = rules[outcome].verify if outcome in rules else []
        tone = str(debts["tone"][0])
        regime = Regime(str(outcome), str(debts["verdict"][0]), tone, _sums(debts), _standing(debts, verify))
        found.append(((place[tone], result.checker.summary.outcomes.index(str(outcome))), regime))
    return [regime for _, regime in sorted(found, key=lambda pair: pair[0])]


def _standing(debts: pl.DataFrame, notes: Sequence[Verify]) -> tuple[Verify, ...]:
    """Return the notes to verify that stand for any of the debts, or may."""
    return tuple(
        note for note in notes if note.if_ is None or debts[condition_column(note.if_)].fill_null(value=True).any()
    )


def _enforcements(mine: pl.DataFrame) -> Enforcements:
    absent = [name for name in ("enforcement_ref",) if name not in mine.columns]
    alive = mine.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in absent).filter(
        pl.col("enforcement_status").is_in(_ALIVE)
    )
    alive = alive.with_columns(
        pl.coalesce("enforcement_ref", pl.format("row {}", "row")).alias("case"),
        pl.col("enforcement_kind").cast(pl.String),
    )
    executors = alive.filter(pl.col("enforcement_kind") == "court_executor")
    return Enforcements(
        by_executor=executors["case"].n_unique(),
        by_executor_to_stop=executors.filter(pl.col("child_owes") == "no")["case"].n_unique(),
        by_office=alive.filter(pl.col("enforcement_kind") == "tax")["case"].n_unique(),
        by_unknown=alive.filter(pl.col("enforcement_kind").is_null())["case"].n_unique(),
        costs=_sums(executors).costs,
    )


def _planned(mine: pl.DataFrame, pack: Pack) -> _Planned:
    """Return the steps of each meeting, summed over people under 18 and over all others, in the order of the pack.

    Every person is planned for once at each meeting: what goes to one creditor is not joined with another's.
    """
    whose = [pl.col(name).cast(pl.String) for name in ("creditor_key", "under_18", "person_id")]
    apart = mine.with_columns(
        pl.col("person_id").alias("who"), pl.concat_str(*whose, separator="\n", ignore_nulls=True).alias("person_id")
    )
    people = apart.select("person_id", "who", "creditor_key", "under_18").unique()
    grouped = (
        steps(apart.drop("who"), pack)
        .join(people, on="person_id")
        .group_by("creditor_key", "under_18", "step")
        .agg(
            pl.col("who").n_unique().alias("people"),
            pl.col("balance").sum(),
            pl.col("conditional").any(),
            pl.col("rows").explode().unique(),
        )
    )
    order = {step: place for place, step in enumerate(pack.steps)}
    planned: _Planned = {}
    for line in sorted(grouped.iter_rows(named=True), key=lambda line: order[line["step"]]):
        planned.setdefault((line["creditor_key"], line["under_18"]), []).append(line)
    return planned


def _step(result: ListResult, mine: pl.DataFrame, line: dict[str, Any]) -> StepSum:
    step = result.checker.pack.steps[line["step"]][1]
    served = mine.filter(pl.col("row").is_in(line["rows"]) & (pl.col("under_18") == line["under_18"]))
    return StepSum(
        step=step.id,
        people=line["people"],
        balance=line["balance"] if served["balance"].count() else None,
        conditional=line["conditional"],
        by_creditor=result.checker.pack.term("roles", step.actor).more.get("letter") == "creditor",
        verify=_standing(served, step.verify),
    )


def questions_of(result: ListResult, mine: pl.DataFrame) -> Iterable[Question]:
    """Yield what is missing of some judged debts: what decides who owes, then by frequency; not of paid ones."""
    engine = result.checker.engine
    unpaid = mine.filter(pl.col("balance").is_null() | (pl.col("balance") > 0))
    for effect in QUESTIONS:
        asked = unpaid.filter(pl.col("outcome") == NEEDS_DATA) if effect == "missing" else unpaid
        awaited = int(asked.select(pl.col(effect).bitwise_or()).item() or 0)
        found = []
        for fact in (each for each in engine.asked if engine.bit_of(each) & awaited):
            waiting = asked.filter(pl.col(effect) & pl.lit(engine.bit_of(fact), dtype=pl.UInt64) > 0)
            found.append(Question(fact, effect, waiting.height, waiting["person_id"].n_unique()))
        yield from sorted(found, key=lambda question: -question.debts)


def _duties(result: ListResult, mine: pl.DataFrame) -> Iterable[Duty]:
    rules = result.checker.pack.rules
    for rule in (duty for duty in result.checker.summary.duties if rules[duty].verdict == _NOTIFY):
        held = mine.filter(pl.col(rule).fill_null(value=False))["person_id"].n_unique()
        undecided = mine.filter(pl.col(rule).is_null())["person_id"].n_unique()
        if held or undecided:
            yield Duty(rule, held, undecided)
