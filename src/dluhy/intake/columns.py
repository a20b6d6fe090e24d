"""Which column of a list means what: Czech headers, abbreviations, the program's own names; never a guess."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import field, frozen

from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAMES = ("first_name", "last_name", "full_name")
PERSONAL = (*NAMES, "birth_number", "guardian_name", "guardian_birth_number")
"""Columns with names and birth numbers: they reach a workbook's sheets and nothing else."""

_OF_GUARDIANS = ("guardian_name", "guardian_birth_number")
_ONE_OF = (("birth_date", "birth_number"), ("debt_kind",), ("fee_year", "due_on"))
_REMEMBERED = 4_096  # headers; what stands above them may be personal and is forgotten again
_SHORT = 10  # dBase and old exports keep so many signs of a column's name
_SHORTEST = 3  # letters of a word that may stand for it without a dot
_BRACKETS = re.compile(
    r"[(\[]\s*(?:(?:v\s+)?(?:kč|kc|czk)|[drmy./\- ]+|dlužník\w*|povinn\w*|poplatník\w*|dít\w*|ano\s*/\s*ne)\s*[)\]]",
    re.IGNORECASE,
)
"""Brackets that add nothing: a unit, a form of a date, whose the column is; any other may change what it means."""
_GUARDIANS = re.compile(r"^(?:matk|otec|otce|rodic|zastup|opatrovni|porucni)")
_OTHERS = re.compile(r"^(?:manzel|opravnen|veritel|exekutor|advokat|soud|kontakt|zamestnavatel|platce)")
"""Words of an upper header under which no column is the debtor's own."""
_ADDRESS = frozenset({"ulice", "adresa", "psc", "bydliste", "trvalypobyt", "cp", "cislopopisne"})
_UNITS = re.compile(r"\b(?:v\s+)?(?:kč|kc|czk|korun(?:ách)?)\s*$", re.IGNORECASE)
_WORD = re.compile(r"(\w+)(\.?)")


@frozen
class Columns:
    """The recognised columns (meaning -> position) and the headers that were not used."""

    positions: dict[str, int]
    headers: tuple[str, ...]
    unused: tuple[str, ...]
    how: dict[str, str] = field(factory=dict)
    """Meaning -> exact, abbreviation, group (header in two lines), profile."""
    constants: dict[str, str] = field(factory=dict)
    """Meaning -> the value a profile gives to every row."""

    def label(self, meaning: str) -> str:
        """Return the header of a recognised column as the list writes it."""
        return self.headers[self.positions[meaning]] if meaning in self.positions else meaning


@frozen(kw_only=True)
class Fixed:
    """What a profile fixes of the columns: meaning -> header, headers to leave out, meaning -> one value for all."""

    columns: Mapping[str, str] = field(factory=dict)
    ignore: Sequence[str] = ()
    constants: Mapping[str, str] = field(factory=dict)


def plain(text: str) -> str:
    """Return a text for comparison: lower case, without diacritics, spaces and punctuation."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in decomposed if sign.isalnum())


@cache
def _content() -> dict[str, dict[str, list[str]]]:
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("dluhy.intake").joinpath("headers.toml").read_text(encoding="utf-8")
    )
    return loaded


@cache
def _synonyms() -> dict[str, str]:
    return {
        plain(header): meaning for meaning, headers in _content()["columns"].items() for header in (meaning, *headers)
    }


@cache
def _shortened() -> dict[str, frozenset[str]]:
    """Return what a name cut to ten signs may mean, with words joined or parted by an underscore."""
    found: dict[str, set[str]] = {}
    for meaning, headers in _content()["columns"].items():
        if meaning in _OF_GUARDIANS:
            continue
        for header in (meaning, *headers):
            words = [plain(word) for word, _ in _words(header)]
            for whole in ("".join(words), "_".join(words)):
                if len(whole) > _SHORT:
                    found.setdefault(plain(whole[:_SHORT]), set()).add(meaning)
    return {short: frozenset(meant) for short, meant in found.items()}


@cache
def _patterns() -> dict[tuple[int, str], list[tuple[str, tuple[str, ...]]]]:
    """Return the words of every known header with its meaning, by how many there are and the sign they begin with."""
    found: dict[tuple[int, str], list[tuple[str, tuple[str, ...]]]] = {}
    for meaning, headers in _content()["columns"].items():
        for header in headers:
            words = tuple(plain(word) for word, _ in _words(header))
            found.setdefault((len(words), words[0][:1]), []).append((meaning, words))
    return found


def _words(text: str) -> list[tuple[str, str]]:
    return _WORD.findall(text.replace("_", " "))


@cache
def yes_and_no() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for yes and for no, in plain form."""
    words = _content()["words"]
    return frozenset(map(plain, words["yes"])), frozenset(map(plain, words["no"]))


def meanings() -> Iterable[str]:
    """Return every column the program can use."""
    return dict.fromkeys(_synonyms().values())


def name_of(meaning: str) -> str:
    """Return the first Czech header of a meaning, as offices call it."""
    return _content()["columns"][meaning][0]


@lru_cache(_REMEMBERED)
def meaning_of(header: str) -> tuple[str, str] | None:
    """Return what one header means and how that was recognised; None if it is not known or not unambiguous."""
    if "%" in header:
        return None  # a share is no sum
    forms = (header, _BRACKETS.sub(" ", header), _UNITS.sub("", _BRACKETS.sub(" ", header).strip()))
    exact = next((_synonyms()[plain(form)] for form in forms if plain(form) in _synonyms()), None)
    if exact is not None:
        return exact, "exact"
    meant = set(_shortened().get(plain(header), ())) or _abbreviated(forms[-1])
    return (meant.pop(), "abbreviation") if len(meant) == 1 else None


def _abbreviated(header: str) -> set[str]:
    """Return the meanings whose words begin with the words of a header: „Dat. naroz.“, „Rodné čís“."""
    words = [(plain(word), bool(dot)) for word, dot in _words(header)]
    if not any(len(word) >= _SHORTEST for word, _ in words):
        return set()
    return {
        meaning
        for meaning, pattern in _patterns().get((len(words), words[0][0][:1]), ())
        if all(
            whole == word or (whole.startswith(word) and len(word) >= (_SHORTEST - dot))
            for (word, dot), whole in zip(words, pattern, strict=True)
        )
    }


def joined(upper: str, lower: str) -> str:
    """Return a header in two lines as one; the same words are not said twice."""
    if plain(upper) in plain(lower):
        return lower
    return " – ".join(part for part in (upper, lower) if part)


def meaning_in_group(upper: str, lower: str) -> tuple[str, str] | None:
    """Return what a header in two lines means: both lines read together, else the lower one.

    Under another person (mother, guardian, creditor) no lower header is the debtor's name, birth or number.
    """
    if not upper or not lower:
        return meaning_of(upper or lower)
    together = [known for known in (meaning_of(f"{upper} {lower}"), meaning_of(f"{lower} {upper}")) if known]
    own = meaning_of(lower)
    surely = [known for known in together if known[1] == "exact"]
    if surely:
        return surely[0][0], "group"
    if names_another(upper) and own is not None and own[0] in {*PERSONAL, "birth_date", "person_id"}:
        return _of_guardian(own[0]) if _named(_GUARDIANS, upper) else None
    if own is None and together:
        return together[0][0], "group"
    return own


def names_another(header: str) -> bool:
    """Return whether an upper header names somebody else than the debtor."""
    return _named(_GUARDIANS, header) or _named(_OTHERS, header)


def _named(pattern: re.Pattern[str], header: str) -> bool:
    return any(pattern.match(plain(word)) for word, _ in _words(header))


def _of_guardian(meaning: str) -> tuple[str, str] | None:
    """Return what a debtor's column means under a guardian's name."""
    if meaning in {*NAMES, "guardian_name"}:
        return "guardian_name", "group"
    return ("guardian_birth_number", "group") if "birth_number" in meaning else None


def recognise(
    headers: tuple[str, ...], fixed: Fixed | None = None, upper: tuple[str, ...] | None = None
) -> tuple[Columns, list[Problem]]:
    """Return which header means what, and a problem for each meaning found twice or required and not found.

    `upper` is the upper line of a header in two lines, merged cells written out. What `fixed` says wins.
    """
    fixed = fixed or Fixed()
    lines = upper or ("",) * len(headers)
    shown = tuple(_shown(*pair) for pair in zip(lines, headers, strict=True))
    found: dict[str, list[int]] = {}
    how: dict[str, str] = {}
    unused = []
    for position, (over, header) in enumerate(zip(lines, headers, strict=True)):
        known = _meant(over, header, fixed)
        if known is None:
            unused.append(position)
        else:
            found.setdefault(known[0], []).append(position)
            how[known[0]] = known[1]
    _give_way(found, shown, unused)
    for meaning in _OF_GUARDIANS:  # both parents may stand in a list, one is enough to compare with
        unused += found.get(meaning, [])[1:]
        found.update({meaning: found[meaning][:1]} if meaning in found else {})
    problems = [_twice(meaning, [shown[i] for i in places]) for meaning, places in found.items() if len(places) > 1]
    problems += [
        _not_there(meaning, header) for meaning, header in fixed.columns.items() if how.get(meaning) != "profile"
    ]
    problems += [_both(meaning, shown[found[meaning][0]]) for meaning in fixed.constants if meaning in found]
    given = {*found, *fixed.constants}
    problems += [_absent(choices) for choices in _ONE_OF if not any(choice in given for choice in choices)]
    positions = {meaning: places[0] for meaning, places in found.items()}
    constants = {meaning: value for meaning, value in fixed.constants.items() if meaning not in positions}
    left = tuple(shown[position] for position in sorted(unused) if shown[position])
    return Columns(positions, shown, left, how, constants), problems


def _shown(upper: str, header: str) -> str:
    """Return how people find a column: by its own header, with the upper one only where that makes the meaning."""
    known = meaning_in_group(upper, header)
    return joined(upper, header) if not header or (known is not None and known[1] == "group") else header


def _meant(upper: str, header: str, fixed: Fixed) -> tuple[str, str] | None:
    names = {plain(header), plain(joined(upper, header))}
    for meaning, wanted in fixed.columns.items():
        if plain(wanted) in names:
            return meaning, "profile"
    if names & {plain(left_out) for left_out in fixed.ignore}:
        return None
    known = meaning_in_group(upper, header)
    return None if known is None or known[0] in fixed.columns else known


def _give_way(found: dict[str, list[int]], shown: tuple[str, ...], unused: list[int]) -> None:
    """Leave out a header of several meanings („Obec“) where a plainer one stands beside it, or an address does."""
    of_address = bool(_ADDRESS & {plain(header) for header in shown})
    if of_address and any(plain(shown[place]) == "obec" for place in found.get("creditor_name", [])):
        places = found.pop("creditor_name")
        unused += [place for place in places if plain(shown[place]) == "obec"]
        rest = [place for place in places if plain(shown[place]) != "obec"]
        found.update({"creditor_name": rest} if rest else {})
    for meaning, weak in _content()["weak"].items():
        places = found.get(meaning, [])
        strong = [place for place in places if plain(shown[place]) not in set(map(plain, weak))]
        if strong and len(strong) < len(places):
            unused += [place for place in places if place not in strong]
            found[meaning] = strong


def _twice(meaning: str, headers: list[str]) -> Problem:
    listed = ", ".join(f"„{header}“" for header in headers)
    return Problem(
        "column_twice",
        meaning,
        f"totéž znamenají dva sloupce: {listed}; jeden přejmenujte nebo odstraňte, nebo jej určete v profilu",
        f"two columns mean the same: {listed}; rename or remove one, or name it in a profile",
    )


def _both(meaning: str, header: str) -> Problem:
    return Problem(
        "profile_constant",
        f"constants.{meaning}",
        f"tento údaj má v seznamu sloupec „{header}“; sloupec vynechte (ignore), nebo hodnotu z profilu vypusťte",
        f"the list has a column “{header}” for this; leave the column out (ignore) or drop the value",
    )


def _not_there(meaning: str, header: str) -> Problem:
    return Problem(
        "profile_column",
        meaning,
        f"sloupec „{header}“, který určuje profil, v seznamu není",
        f"the column “{header}” that the profile names is not in the list",
    )


def _absent(choices: tuple[str, ...]) -> Problem:
    czech = " nebo ".join(f"„{name_of(choice)}“" for choice in choices)
    cs, en = f"chybí sloupec {czech}", f"a column is missing: {' or '.join(choices)}"
    if choices == ("debt_kind",):
        cs += "; je-li seznam celý o jednom druhu, uveďte jej v profilu v části [constants]"
        en += "; if the whole list is of one kind, give it in a profile's [constants]"
    return Problem("column_missing", " | ".join(choices), cs, en)
