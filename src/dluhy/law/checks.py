"""What must hold across the files of a pack: everything that can be said without evaluating a rule.

Examples are evaluated by `dluhy.engine.examples`; a pack is sound when both report nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dluhy.facts.schema import LARGEST_WHOLE, RESERVED_COLUMNS, SUBJECT_KEYS
from dluhy.law.amounts import series_problems
from dluhy.law.checks_interventions import intervention_problems
from dluhy.law.checks_strategy import measure_problems
from dluhy.law.citations import act_of
from dluhy.law.conditions import ConditionError, Constant, check, facts_of, parse, rules_of, typed
from dluhy.law.contents import condition_texts, place_of
from dluhy.law.models import Citation
from dluhy.law.practice import practice_problems
from dluhy.money import LARGEST_HALERE
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dluhy.facts.schema import FactSpec, Subject
    from dluhy.law.conditions import Node
    from dluhy.law.contents import Pack

ROLE_FIELDS = ("actor", "addressee", "bears")
MOST_ASKED = 64
"""A mask of missing facts has so many bits."""


def check_pack(pack: Pack) -> list[Problem]:
    """Return every problem of a pack's cross references, conditions, amounts and labels."""
    problems = [
        *_citation_problems(pack),
        *_reference_problems(pack),
        *_presumption_problems(pack),
        *_fact_text_problems(pack),
        *_day_table_problems(pack),
        *_topic_problems(pack),
        *_name_problems(pack),
        *_code_problems(pack),
        *intervention_problems(pack),
        *practice_problems(pack),
        *measure_problems(pack),
    ]
    parts = list(pack.parts.values())
    problems += [problem for part in parts for problem in (*_condition_problems(part), *_applies_problems(part))]
    for series in pack.series.values():
        problems += series_problems(series, place_of(pack, "series", series.id))
    for table in pack.tables.values():
        problems += series_problems(table, place_of(pack, "table", table.id))
    return problems or [problem for part in parts for problem in _too_many_facts(part) or _cycle_problems(part)]


def _too_many_facts(pack: Pack) -> list[Problem]:
    if len(pack.asked) <= MOST_ASKED:
        return []
    cs = f"pravidla čtou {len(pack.asked)} zjišťovaných údajů, nejvýše jich smí být {MOST_ASKED}"
    en = f"the rules read {len(pack.asked)} facts that people supply; at most {MOST_ASKED} are possible"
    return [Problem("too_many_facts", "pack", cs, en)]


def _citations(pack: Pack) -> Iterator[tuple[str, Citation]]:
    for place, cites in _cited(pack):
        for cite in cites:
            yield place, cite if isinstance(cite, Citation) else Citation(at=cite)


def _cited(pack: Pack) -> Iterator[tuple[str, Iterable[str | Citation]]]:
    """Yield the place and the citations of everything that cites."""
    kinds = (
        ("rule", pack.rules), ("presumption", pack.presumptions), ("days", pack.days),
        ("intervention", pack.interventions), ("practice", pack.practices), ("service_match", pack.service_matches),
    )  # fmt: skip
    yield from ((place_of(pack, kind, item.id), item.cites) for kind, items in kinds for item in items.values())
    for kind, dated in (("series", pack.series), ("table", pack.tables)):
        for item in dated.values():
            yield from ((place_of(pack, kind, item.id), period.cites) for period in item.period)
    for ladder in pack.ladders.values():
        for step in ladder.step:
            yield f"{place_of(pack, 'ladder', ladder.id)} step {step.id}", [*step.cites, *step.limit.cites]


def _citation_problems(pack: Pack) -> list[Problem]:
    problems = [
        Problem(
            "unknown_act",
            place,
            f"citace „{cite.at}“ nemá předpis v acts.toml",
            f"the citation “{cite.at}” has no act in acts.toml",
        )
        for place, cite in _citations(pack)
        if act_of(cite, pack.acts) is None
    ]
    uncited = [("rule", rule.id) for rule in pack.rules.values() if not rule.cites]
    uncited += [("presumption", p.id) for p in pack.presumptions.values() if not p.cites]
    problems += [
        Problem("no_citation", place_of(pack, kind, identity), "nic se necituje", "nothing is cited")
        for kind, identity in uncited
    ]
    return problems


def _condition_problems(pack: Pack) -> list[Problem]:
    problems = []
    for owner, rule_of_text, text in condition_texts(pack):
        place = f"{owner} „{text}“"
        try:
            node = parse(text)
        except ConditionError as error:
            problems.append(Problem(error.code, place, error.cs, error.en))
            continue
        problems += [Problem(e.code, place, e.cs, e.en) for e in check(node, pack.facts, pack.members)]
        problems += [
            Problem("unknown_rule", place, f"neznámé pravidlo {rule_id}", f"unknown rule {rule_id}")
            for rule_id in rules_of(node)
            if rule_id not in pack.rules
        ]
        if rule_of_text:
            problems += _subject_problems(pack, pack.rules[rule_of_text].subject, node, place)
    return problems


def _subject_problems(pack: Pack, subject: Subject, node: Node, place: str) -> list[Problem]:
    """Hold a rule about a person, creditor or municipality to facts and results of that subject."""
    if SUBJECT_KEYS[subject] is None:
        return []
    facts = [pack.facts[name] for name in facts_of(node) if name in pack.facts and name != "as_of"]
    rules = [pack.rules[rule_id] for rule_id in rules_of(node) if rule_id in pack.rules]
    strange = [spec.name for spec in facts if spec.subject != subject]
    strange += [rule.id for rule in rules if rule.subject != subject]
    return [
        Problem(
            "wrong_subject", place, f"„{name}“ nevypovídá o předmětu {subject}", f"“{name}” is not about a {subject}"
        )
        for name in strange
    ]


def _applies_problems(pack: Pack) -> list[Problem]:
    scopes: list[tuple[str, dict[str, list[str]]]] = [
        *((place_of(pack, "rule", rule.id), rule.applies) for rule in pack.rules.values()),
        *((place_of(pack, "presumption", p.id), p.applies) for p in pack.presumptions.values()),
        *((place_of(pack, "fact", text.name), text.relevant) for text in pack.fact_texts.values()),
    ]
    problems = []
    for place, applies in scopes:
        for name, codes in applies.items():
            spec = pack.facts.get(name)
            if spec is None or spec.vocabulary is None:
                problems.append(
                    Problem(
                        "unknown_fact",
                        f"{place} applies {name}",
                        "není skutečnost se slovníkem",
                        "is no fact with a vocabulary",
                    )
                )
                continue
            problems += [
                Problem(
                    "unknown_member",
                    f"{place} applies {name}",
                    f"hodnota „{code}“ není ve slovníku",
                    f"value “{code}” is not in the vocabulary",
                )
                for code in codes
                if code not in pack.members.get(spec.vocabulary, [])
            ]
    return problems


def _reference_problems(pack: Pack) -> list[Problem]:
    problems = []
    for rule in pack.rules.values():
        place = place_of(pack, "rule", rule.id)
        problems += _missing_term(pack, "verdicts", rule.verdict, place)
        problems += [
            Problem("unknown_ladder", place, f"neznámý postup {ladder}", f"unknown ladder {ladder}")
            for ladder in rule.remedies
            if ladder not in pack.ladders
        ]
    for ladder in pack.ladders.values():
        for step in ladder.step:
            place = f"{place_of(pack, 'ladder', ladder.id)} step {step.id}"
            for name in ROLE_FIELDS:
                problems += _missing_term(pack, "roles", getattr(step, name), place)
            problems += _missing_term(pack, "effects", step.effect, place)
            problems += [] if step.joins is None else _missing_term(pack, "letters", step.joins, place)
            problems += [
                Problem("unknown_step", place, f"neznámý krok {other}", f"unknown step {other}")
                for other in step.excludes
                if other not in pack.steps
            ]
            if step.limit.counting is not None:
                problems += _missing_term(pack, "countings", step.limit.counting, place)
            runs_from = step.limit.runs_from
            if runs_from is not None and (runs_from not in pack.facts or pack.facts[runs_from].type != "date"):
                cs, en = f"„{runs_from}“ není skutečnost s dnem", f"“{runs_from}” is no fact that holds a day"
                problems.append(Problem("unknown_fact", place, cs, en))
    return problems


def _topic_problems(pack: Pack) -> list[Problem]:
    items: list[tuple[str, Any]] = [
        *(("rule", item) for item in pack.rules.values()),
        *(("ladder", item) for item in pack.ladders.values()),
        *(("presumption", item) for item in pack.presumptions.values()),
        *(("series", item) for item in pack.series.values()),
        *(("days", item) for item in pack.days.values()),
    ]
    problems = []
    for kind, item in items:
        if item.topic not in pack.info.horizon:
            cs, en = f"téma {item.topic} nemá horizont", f"the topic {item.topic} has no horizon"
            problems.append(Problem("no_horizon", place_of(pack, kind, item.id), cs, en))
    exemplified = {rule.topic for rule in pack.rules.values()}
    for topic, horizon in pack.info.horizon.items():
        if topic in exemplified and not horizon.from_ <= pack.info.example_as_of <= horizon.to:
            cs = f"den příkladů je mimo horizont tématu {topic}"
            problems.append(Problem("example_day", "pack", cs, f"the examples' day is outside the horizon of {topic}"))
    return problems


def _name_problems(pack: Pack) -> list[Problem]:
    """Keep rule ids apart from columns of facts and results, and what selects an amount to known facts."""
    taken = {column for name, spec in pack.facts.items() for column in (name, *spec.columns)} | RESERVED_COLUMNS
    cs, en = "označení patří sloupci skutečnosti nebo výsledku", "the id belongs to a column of a fact or a result"
    problems = [
        Problem("reserved_id", place_of(pack, "rule", rule_id), cs, en) for rule_id in pack.rules if rule_id in taken
    ]
    selectors = {*pack.facts, *pack.vocabularies.get("selecting_days", {})}
    dated = [("series", item.id, item.selected_by) for item in pack.series.values()]
    dated += [("table", item.id, item.selected_by) for item in pack.tables.values()]
    for kind, identity, name in dated:
        if name not in selectors:
            place = place_of(pack, kind, identity)
            problems.append(Problem("unknown_fact", place, f"neznámá skutečnost „{name}“", f"unknown fact “{name}”"))
    return problems


def _code_problems(pack: Pack) -> list[Problem]:
    return [
        problem
        for series in pack.series.values()
        for period in series.period
        if period.code is not None and series.vocabulary is not None
        for problem in _missing_term(pack, series.vocabulary, period.code, place_of(pack, "series", series.id))
    ]


def _missing_term(pack: Pack, vocabulary: str, code: str, place: str) -> list[Problem]:
    if code in pack.vocabularies.get(vocabulary, {}):
        return []
    return [
        Problem(
            "unknown_member",
            place,
            f"„{code}“ není ve slovníku {vocabulary}",
            f"“{code}” is not in the vocabulary {vocabulary}",
        )
    ]


def _presumption_problems(pack: Pack) -> list[Problem]:
    problems = []
    for presumption in pack.presumptions.values():
        place = place_of(pack, "presumption", presumption.id)
        spec = pack.facts.get(presumption.fact)
        if spec is None or spec.ranged:
            problems.append(
                Problem(
                    "unknown_fact",
                    place,
                    f"„{presumption.fact}“ nelze předpokládat",
                    f"“{presumption.fact}” cannot be presumed",
                )
            )
            continue
        kind = (
            "bool"
            if isinstance(presumption.value, bool)
            else "text"
            if isinstance(presumption.value, str)
            else "number"
        )
        try:
            typed(Constant(presumption.value if kind != "number" else str(presumption.value), kind), spec, pack.members)  # type: ignore[arg-type]  # the three kinds above
        except ConditionError as error:
            problems.append(Problem(error.code, place, error.cs, error.en))
    return problems


def _fact_text_problems(pack: Pack) -> list[Problem]:
    problems = [
        Problem(
            "missing_label",
            f"facts {name}",
            "skutečnost nemá český a anglický popisek",
            "the fact has no Czech and English label",
        )
        for name, spec in pack.facts.items()
        if spec.asked and name not in pack.fact_texts
    ]
    problems += [
        Problem("unknown_fact", place_of(pack, "fact", name), "taková skutečnost není", "there is no such fact")
        for name in pack.fact_texts
        if name not in pack.facts
    ]
    problems += [
        Problem(
            "missing_vocabulary",
            f"facts {name}",
            f"chybí slovník {spec.vocabulary}",
            f"the vocabulary {spec.vocabulary} is missing",
        )
        for name, spec in pack.facts.items()
        if spec.vocabulary and spec.vocabulary not in pack.vocabularies
    ]
    return problems


def _day_table_problems(pack: Pack) -> list[Problem]:
    return [
        Problem(
            "day_outside",
            place_of(pack, "days", table.id),
            f"den {day} je mimo rozsah tabulky",
            f"the day {day} is outside the table's range",
        )
        for table in pack.days.values()
        for day in table.days
        if not table.from_ <= day <= table.to
    ]


def dependencies(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Return what each node of the pack waits for: facts by name, rules as `[id]`.

    A presumed fact waits for what its presumptions read, so that rules see the presumed value.
    """
    graph: dict[str, dict[str, None]] = {name: dict.fromkeys(spec.inputs) for name, spec in pack.facts.items()}
    for name, spec in pack.facts.items():
        graph[name] |= {f"[{rule.id}]": None for rule in pack.partitions.get(spec.partition or "", [])}
    for presumption in pack.presumptions.values():
        read = _reads(presumption.when) | dict.fromkeys(presumption.applies)
        graph[presumption.fact] |= {name: None for name in read if name != presumption.fact}
    for rule in pack.rules.values():
        texts = [condition.if_ for condition in rule.all] + [verify.if_ for verify in rule.verify if verify.if_]
        node: dict[str, None] = dict.fromkeys(rule.applies)
        for text in texts:
            node |= _reads(text)
        graph[f"[{rule.id}]"] = node
    return {name: tuple(needs) for name, needs in graph.items()}


def _reads(text: str) -> dict[str, None]:
    node = parse(text)
    return dict.fromkeys(facts_of(node)) | dict.fromkeys(f"[{rule_id}]" for rule_id in rules_of(node))


def _cycle_problems(pack: Pack) -> list[Problem]:
    graph = dependencies(pack)
    done: set[str] = set()
    for start in graph:
        cycle = _cycle_from(start, graph, done, [])
        if cycle:
            chain = " → ".join(cycle)
            return [
                Problem("cycle", f"rules {cycle[0]}", f"kruhová závislost: {chain}", f"circular dependency: {chain}")
            ]
    return []


def _cycle_from(node: str, graph: dict[str, tuple[str, ...]], done: set[str], path: list[str]) -> list[str]:
    if node in path:
        return [*path[path.index(node) :], node]
    if node in done:
        return []
    for other in graph.get(node, ()):
        cycle = _cycle_from(other, graph, done, [*path, node])
        if cycle:
            return cycle
    done.add(node)
    return []


def neighbours(value: Any, spec: FactSpec) -> list[Any]:  # noqa: ANN401 - a date or an int
    """Return the values just below and just above a boundary value of a fact, where its type has any."""
    if isinstance(value, date):
        below = [value - timedelta(days=1)] if value > date.min else []
        return below + ([value + timedelta(days=1)] if value < date.max else [])
    largest = LARGEST_HALERE if spec.type == "money" else LARGEST_WHOLE
    return [beside for beside in (value - 1, value + 1) if abs(beside) <= largest]
