"""The state social assistance benefit against openfisca-czechia: random households, differences explained by class.

The peer runs as a program of its own in an environment of its own (`benchmarks/peer/README.md`). A difference belongs
to a class where the estimate comes out as the peer's once the household, or the law, is read the peer's way. The exit
status is 1 if a difference belongs to no class.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve
from deductions_peer import HERE, ROOT, Peer

from dluhy import places
from dluhy.dates import Span
from dluhy.household.model import Circle, Housing, IncomeLine, Member, Possessions
from dluhy.household.social_assistance import social_assistance
from dluhy.household.social_assistance_people import assessed_household, standings
from dluhy.household.social_assistance_property import norm_place
from dluhy.law.pack import default_pack, default_path, load_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dluhy.household.model import Estimate
    from dluhy.law.pack import Pack

MONTHS: Final = [date(2025, 10, 1), date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 13))]
COMPONENTS: Final = ("housing", "living", "child", "work")
KORUNA: Final = 100
CLOSE: Final = 6
"""How many haléře apart amounts may be that the peer keeps in 32-bit floats."""
OLD_MINIMUM: Final = "value = 2020"
SIZES: Final = {
    "under_70000": "obec_do_69999_obyvatel",
    "70000_plus": "obec_70000_obyvatel_a_vice",
    "prague_brno": "praha_a_brno",
}

CLASSES: Final = {
    "single_precision": "the components agree; the peer's 32-bit sum lies on the other side of a whole crown",
    "existence_minimum": "an adult who breaks the support plan has the subsistence minimum: the peer still takes 2,020 "
    "Kč of the original § 5 of Act 110/2006; NV 361/2025 § 3 and since October 2026 § 5 itself say 3,130 Kč",
    "solid_fuel": "151/2025 § 26 odst. 5: the amount for solid fuel is 1.4 times as high where all members are "
    "vulnerable; the peer does not raise it",
    "single_idle": "151/2025 § 16: who lives alone, is not vulnerable and not work-active has no benefit; the peer "
    "pays the housing component",
    "nobody_counts": "151/2025 § 34 odst. 2: nobody of the household counts; the peer counts one person for housing",
    "childs_pension": "151/2025 § 4 odst. 1 písm. c): an orphan's pension of a dependent child is part of the income; "
    "the peer leaves out everything a child receives",
    "child_age": "151/2025 § 7 odst. 1 písm. e) says younger than 4, 7 or 15: the peer still counts the parent of a "
    "child that has reached that age",
    "first_person": "110/2006 § 3 odst. 1: the oldest adult is the first person, whatever he counts for living; the "
    "peer gives the first person's amount to an adult who counts in full",
    "below_zero": "the peer lets the living component fall below zero and subtracts it from the total",
    "past_68": "151/2025 § 7 odst. 1 písm. a): older than 68 is whoever is past the 68th birthday; the peer waits for "
    "the 69th",
}
"""Why the two differ, by class."""


def main() -> int:
    """Compare; return 1 if a difference is not explained (or the peer cannot be installed)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=ROOT / ".peer", help="the peer's environment, made if absent")
    parser.add_argument("--cases", type=int, default=6_000, help="random households")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    dice = Random(options.seed)
    drawn = [draw(dice) for _ in range(options.cases)]
    with tempfile.TemporaryDirectory() as folder:
        answers = ask(AssistancePeer(options.home), drawn, Path(folder))
    return report(drawn, answers)


class AssistancePeer(Peer):
    """The peer's program about this benefit."""

    def run(self, *arguments: str) -> str:
        """Run the driver, with nothing of this project on its path; return what it printed."""
        import subprocess

        command = [str(self.python), "-I", str(HERE / "peer" / "social_assistance.py"), *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def ask(peer: AssistancePeer, drawn: list[tuple[date, Circle]], folder: Path) -> list[dict[str, int] | None]:
    """Return the peer's answers in haléře, case by case; None for a month it does not know."""
    source, target = folder / "cases.json", folder / "answers.json"
    source.write_text(json.dumps([as_peer(month, circle) for month, circle in drawn]), encoding="utf-8")
    peer.run(str(source), str(target))
    found: list[dict[str, int] | None] = json.loads(target.read_text(encoding="utf-8"))
    return found


def draw(dice: Random) -> tuple[date, Circle]:
    """Return a random month and household of invented people, all of which is known."""
    month = dice.choice(MONTHS)
    adults = [_adult(dice, month, "a", "debtor")]
    if dice.random() < 0.5:  # noqa: PLR2004 - a half
        adults.append(_adult(dice, month, "b", "spouse"))
    children = [_child(dice, month, f"c{at}") for at in range(dice.choice((0, 0, 1, 1, 2, 2, 3, 4)))]
    members = [*adults, *children]
    lines = [line for member in adults for line in _incomes(dice, member)]
    if children and dice.random() < 0.2:  # noqa: PLR2004 - a fifth
        lines.append(IncomeLine(person=children[0].id, kind="pension", net=dice.randrange(1_000, 9_000) * KORUNA))
    if children and len(adults) == 1 and dice.random() < 0.4:  # noqa: PLR2004 - two fifths
        lines.append(IncomeLine(person="a", kind="child_maintenance", net=dice.randrange(500, 9_000) * KORUNA))
    lines.append(IncomeLine(person="a", kind="tax_bonus", net=dice.randrange(3_000) * KORUNA))
    circle = Circle(
        on=month,
        members=tuple(members),
        incomes=tuple(lines),
        housing=_housing(dice),
        possessions=Possessions(savings=0, cars=0, homes=0),
    )
    return month, circle


def _adult(dice: Random, month: date, identity: str, role: str) -> Member:
    kind = dice.choice(("work", "work", "work", "seeker", "none", "home", "pension", "invalid", "sick"))
    age = dice.randrange(66, 90) if kind == "pension" and dice.random() < 0.8 else dice.randrange(27, 66)  # noqa: PLR2004
    activity = {"work": "employed", "seeker": "registered_jobseeker", "home": "parental_leave", "pension": "pensioner"}
    pension = {
        "pension": dice.choice(("old_age", "widow")),
        "invalid": dice.choice(("invalidity_1", "invalidity_2", "invalidity_3")),
    }
    plain = kind not in ("pension", "invalid") and age < 60  # noqa: PLR2004 - far from old age
    return Member(
        id=identity,
        role=role,
        born=_born(month, age),
        activity=activity.get(kind, "sick_leave" if kind == "sick" else "none"),
        work_hours=160 if kind == "work" else 0,
        pension=pension.get(kind, "none"),
        named_carer=dice.random() < 0.05,  # noqa: PLR2004 - one in twenty
        care_degree=0,
        child_carer=True if kind == "home" else None,
        plan_kept=not (plain and dice.random() < 0.1),  # noqa: PLR2004 - one in ten
    )


def _child(dice: Random, month: date, identity: str) -> Member:
    age = dice.choice((*range(20), 3, 4, 6, 7, 14, 15))
    return Member(id=identity, role="child", born=_born(month, age), dependent_child=True)


def _born(month: date, age: int) -> Span:
    """A birth two or three months before, so that the age is the same on all days of the month."""
    day = date(month.year - age - (month.month < 4), (month.month - 4) % 12 + 1, 15)  # noqa: PLR2004 - three months
    return Span(day, day)


def _incomes(dice: Random, member: Member) -> list[IncomeLine]:
    top = dice.choice((9_000, 25_000, 45_000))
    crowns = dice.randrange(500, top) * KORUNA + dice.choice((0, 0, 33, 50))
    kinds = {
        "employed": "wage",
        "registered_jobseeker": "unemployment",
        "parental_leave": "parental",
        "pensioner": "pension",
    }
    kind = kinds.get(str(member.activity)) or ("pension" if (member.pension or "").startswith("invalidity") else None)
    if kind is None:
        return []
    return [IncomeLine(person=member.id, kind=kind, net=crowns, after_maternity=dice.random() < 0.5)]  # noqa: PLR2004


def _housing(dice: Random) -> Housing:
    dwelling = dice.choice(("flat_or_house", "flat_or_house", "flat_or_house", "other_premises", "hostel"))
    tenure = "accommodation" if dwelling == "hostel" else dice.choice(("rented", "rented", "owned"))
    code = dice.choice(("554782", "582786", "554821", "554791", dice.choice(places.frame()["code"].to_list())))
    return Housing(
        tenure=tenure,
        dwelling=dwelling,
        municipality=code,
        rent=dice.randrange(1_000, 24_000) * KORUNA,
        services=dice.randrange(4_000) * KORUNA,
        energy=dice.randrange(7_000) * KORUNA,
        solid_fuel=dice.random() < 0.2,  # noqa: PLR2004 - a fifth
    )


def as_peer(month: date, circle: Circle) -> dict[str, Any]:
    """Return a household as the peer takes it; who works and what counts as income from work is stated."""
    pack, housing = default_pack(), circle.housing
    people = {each.id: _person(each, circle, month) for each in circle.members or ()}
    carer = next(
        (
            s.member.id
            for s in standings(evolve(circle, on=month), pack)
            if s.why in ("parent_of_small_child", "lone_parent")
        ),
        None,
    )
    parents = [each for each in circle.members or () if each.role != "child"]
    chosen = carer or next((each.id for each in parents if each.child_carer), parents[0].id)
    if any(each.role == "child" for each in circle.members or ()):
        people[chosen]["je_rodic_pecujici_o_dite"] = True
    household: dict[str, Any] = {
        "typ_bydleni": {"flat_or_house": "byt_nebo_rodinny_dum", "hostel": "ubytovaci_zarizeni"}.get(
            str(housing.dwelling), "jiny_nez_obytny_prostor"
        ),
        "vztah_k_nemovitosti": "vlastni_druzstevni_sluzebni" if housing.tenure == "owned" else "najemni_podnajemni",
        "naklady_na_najemne": (housing.rent or 0) / KORUNA,
        "dalsi_poplatky_spojene_s_bydlenim": (housing.services or 0) / KORUNA,
        "naklady_na_energie": (housing.energy or 0) / KORUNA,
        "vyuziva_domacnost_tuha_paliva": housing.solid_fuel,
    }
    key = norm_place(housing, month, pack).key or ""
    if key in SIZES:
        household["dssp_velikost_obce_bydliste"] = SIZES[key]
    else:
        household["dssp_okres_bydliste"] = _spelled(pack.term("districts", key).cs)
    return {"month": f"{month:%Y-%m}", "people": people, "household": household}


def _spelled(name: str) -> str:
    from unicodedata import combining, normalize

    plain = "".join(sign for sign in normalize("NFD", name.lower()) if not combining(sign))
    return plain.replace("-", "_").replace(" ", "_")


def _person(member: Member, circle: Circle, month: date) -> dict[str, Any]:
    born = member.born.first if member.born else None
    assert born is not None  # noqa: S101 - drawn people have a birth date
    amounts: Counter[str] = Counter()
    for line in circle.incomes or ():
        if line.person == member.id:
            amounts[str(line.kind)] += line.net or 0
    old = member.pension == "old_age"
    facts: dict[str, Any] = {
        "vek": month.year - born.year - (month.month < born.month),
        "je_nezaopatrene_dite": member.role == "child",
        "je_rodic": member.role != "child" and any(each.role == "child" for each in circle.members or ()),
        "dssp_zapocitatelny_pracovni_prijem_osoby": amounts["wage"] / KORUNA,
        "podpora_v_nezamestnanosti": amounts["unemployment"] / KORUNA,
        "rodicovsky_prispevek": amounts["parental"] / KORUNA,
        "navazuje_rodicovsky_prispevek_na_materskou": any(
            bool(line.after_maternity) for line in circle.incomes or () if line.person == member.id
        ),
        "starobni_duchod" if old else "invalidni_vdovecky_sirotci_duchody": amounts["pension"] / KORUNA,
        "vyzivne_na_deti": amounts["child_maintenance"] / KORUNA,
        "dssp_plni_osoba_podpurny_plan": member.plan_kept is not False,
        "pecovatel_uvedeny_v_prispevku_na_peci": member.named_carer is True,
    }
    if (member.pension or "").startswith("invalidity"):
        facts["stupen_invalidity"] = f"stupen_{(member.pension or '')[-1]}"
    if member.role != "child":
        facts["dssp_je_osoba_pracovne_aktivni"] = member.activity in ("employed", "registered_jobseeker", "sick_leave")
    return facts


def ours(month: date, circle: Circle, pack: Pack) -> dict[str, int]:
    """Return dluhy's amounts in haléře; of two readings of the act the one that gives less, as the peer has it."""
    estimate = social_assistance(circle, pack, month=month)
    parts: Mapping[str, Estimate] = {part.benefit.rpartition("_")[2]: part for part in estimate.parts}
    found = {name: parts[name].least if name in parts else 0 for name in COMPONENTS} | {"total": estimate.least}
    assert None not in found.values(), found  # noqa: S101 - all is known of drawn households
    return {name: amount or 0 for name, amount in found.items()}


def same(mine: Mapping[str, int], theirs: Mapping[str, int]) -> bool:
    """Whether the components agree as far as 32-bit floats tell them apart."""
    return all(abs(mine[name] - theirs[name]) <= CLOSE for name in COMPONENTS)


def classified(month: date, circle: Circle, theirs: Mapping[str, int], old: Pack) -> tuple[str, ...]:
    """Return the classes of the difference of a case: none if the same, "unexplained" if no reading gives it."""
    if theirs["living"] < 0:
        rest = classified(month, circle, {**theirs, "living": 0}, old)
        return (
            rest if rest == ("unexplained",) else (*(name for name in rest if name != "single_precision"), "below_zero")
        )
    mine = ours(month, circle, default_pack())
    if same(mine, theirs):
        return () if mine["total"] == theirs["total"] else ("single_precision",)
    for size in range(1, len(TWEAKS) + 1):
        for chosen in combinations(TWEAKS, size):
            read, pack = circle, old if "existence_minimum" in chosen else default_pack()
            for name in chosen:
                read = TWEAKS[name](month, read)
            if same(ours(month, read, pack), theirs):
                return chosen
    found = standings(evolve(circle, on=month), default_pack())
    idle = all(each.vulnerable is False and each.active is False for each in found)
    if mine["total"] == 0 and idle and theirs["living"] == theirs["child"] == 0:
        return ("single_idle" if len(found) == 1 else "nobody_counts",)
    return ("unexplained",)


def _fuel_as_energy(month: date, circle: Circle) -> Circle:
    """State the amount for solid fuel, not raised, as a cost of energy."""
    pack, housing = default_pack(), circle.housing
    found = standings(evolve(circle, on=month), pack)
    if not housing.solid_fuel or not all(each.vulnerable for each in found):
        return circle
    from dluhy.household.social_assistance_property import by_persons

    amount = by_persons(pack.tables["social_assistance_solid_fuel"], month, "amount", len(found))
    return evolve(circle, housing=evolve(housing, solid_fuel=False, energy=(housing.energy or 0) + amount))


def _without_childs_incomes(_month: date, circle: Circle) -> Circle:
    children = {each.id for each in circle.members or () if each.role == "child"}
    return evolve(circle, incomes=tuple(line for line in circle.incomes or () if line.person not in children))


def _parent_counts(month: date, circle: Circle) -> Circle:
    """Make the caring parent vulnerable for another reason where a child has just reached the age."""
    parents = [each for each in circle.members or () if each.role != "child"]
    limit = 4 if len(parents) > 1 else 7 if month < date(2026, 10, 1) else 15
    ages = [_age(each, month) for each in circle.members or () if each.role == "child"]
    if limit not in ages:
        return circle
    carer = next((each for each in parents if each.child_carer), parents[0])
    return _with(circle, evolve(carer, named_carer=True))


def _not_past_68(month: date, circle: Circle) -> Circle:
    read = circle
    for each in circle.members or ():
        if _age(each, month) == 68:  # noqa: PLR2004 - the age of the class
            read = _with(read, evolve(each, born=_born(month, 67)))
    return read


def _full_first(month: date, circle: Circle) -> Circle:
    """Make adults who count for nothing or for the subsistence minimum the youngest."""
    read = circle
    for each in standings(evolve(circle, on=month), default_pack()):
        idle = not each.vulnerable and each.active is False
        if (idle or each.member.plan_kept is False) and len(circle.members or ()) > 1:
            read = _with(read, evolve(each.member, born=_born(month, 26)))
    return read


def _age(member: Member, month: date) -> int:
    born = member.born.first if member.born else None
    return -1 if born is None else month.year - born.year - (month.month < born.month)


def _with(circle: Circle, member: Member) -> Circle:
    return evolve(circle, members=tuple(member if each.id == member.id else each for each in circle.members or ()))


TWEAKS: Final[dict[str, Callable[[date, Circle], Circle]]] = {
    "existence_minimum": lambda _month, circle: circle,
    "childs_pension": _without_childs_incomes,
    "child_age": _parent_counts,
    "past_68": _not_past_68,
    "solid_fuel": _fuel_as_energy,
    "first_person": _full_first,
}
"""How a household has to be read to come out as the peer's, by class."""


def old_pack() -> Pack:
    """Return the pack with the subsistence minimum that the peer has."""
    folder = default_path()
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.toml"))}
    name = "amounts/living_minimum.toml"
    texts[name] = texts[name].replace(b"value = 3130", OLD_MINIMUM.encode())
    return load_texts(texts)


def report(drawn: list[tuple[date, Circle]], answers: list[dict[str, int] | None]) -> int:
    """Print every class with its count, one example and the reason; return 1 if there are unexplained differences."""
    old, counts = old_pack(), Counter[str]()
    examples: dict[str, tuple[date, Circle, dict[str, int] | None]] = {}
    for (month, circle), theirs in zip(drawn, answers, strict=True):
        assessed = assessed_household(circle)
        found = (
            "unknown to the peer" if theirs is None else " + ".join(classified(month, assessed, theirs, old)) or "same"
        )
        counts[found] += 1
        examples.setdefault(found, (month, circle, theirs))
    print(f"{len(drawn):,} households, the same to the crown: {counts['same']:,}")
    for name, count in counts.most_common():
        if name == "same":
            continue
        month, circle, theirs = examples[name]
        print(f"\n{name}: {count:,}")
        for each in name.split(" + "):
            print(f"  why: {CLASSES.get(each, each)}")
        print(f"  example: {month}: dluhy {ours(month, circle, default_pack())}, peer {theirs}")
        if name == "unexplained":
            print(f"  {circle}")
    return int("unexplained" in counts)


if __name__ == "__main__":
    sys.exit(main())
