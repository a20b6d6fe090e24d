"""What if: changes of a case document written as `key=value`, made before the document is checked.

A key is a path by the ids of the document: `debts.dluh-1.balance`, `relief.petition_on`; what has no id goes by its
position from 0: `incomes.0.net`. `+` adds a member: `debts.+={"kind": "loan"}`. Nothing behind `=` takes a value or a
member away; what stands only on a debt taken away goes with it, and is told.
"""

from __future__ import annotations

from copy import deepcopy
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from dluhy.case.model import Case
from dluhy.case.what_if_values import REMOVED, value_of
from dluhy.documents.decoding import pointer, shown
from dluhy.documents.fields import Part, fields, inner, label, part_of
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic.fields import FieldInfo

    from dluhy.documents.fields import Loc
    from dluhy.law.pack import Pack

ADD: Final = "+"
_INCOMES: Final = "incomes"
_MOST: Final = 100
_NEAR: Final = 0.5


@frozen
class Change:
    """One change asked for: as it was written, where it stands in the document, the value behind `=`.

    `also` are places of what went with a debt that was taken away, as pointers into the document before the change.
    """

    written: str
    loc: Loc
    value: Any
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key as it may be printed, without the value."""
        return shown(self.written.partition("=")[0].strip())


@frozen
class Changed:
    """A document after its changes, and the changes in the order asked for."""

    values: dict[str, Any]
    changes: tuple[Change, ...]


def changed(document: Mapping[str, Any], asked: Sequence[str], pack: Pack) -> Changed:
    """Return a document with changes made; the one given stays as it is.

    Raises InputError with everything wrong in the changes at once: keys that lead nowhere (with the nearest that do),
    values that their field cannot hold, two changes of one place.
    """
    problems: list[Problem] = []
    found: list[Change] = []
    if len(asked) > _MOST:
        cs, en = f"změn je víc než {_MOST}", f"there are more than {_MOST} changes"
        raise InputError([Problem("what_if_many", "what-if", cs, en)])
    for written in asked:
        try:
            found.append(_read(document, written, pack))
        except InputError as error:
            problems += error.problems
    problems += [*_conflicts(found), *_outweighed(document, found)]
    if problems:
        raise InputError(problems)
    values = deepcopy(dict(document))
    for change in (each for each in found if each.value is not REMOVED):
        _put(values, change.loc, change.value)
    return Changed(values, tuple(_taken_away(values, found)))


def _read(document: Mapping[str, Any], written: str, pack: Pack) -> Change:
    key, equals, text = written.partition("=")
    if not equals or not key.strip():
        cs = "změna se píše klíč=hodnota, například debts.dluh-1.balance=5000"
        en = "a change is written key=value, for example debts.dluh-1.balance=5000"
        raise InputError([Problem("what_if_form", shown(key.strip()) or "what-if", cs, en)])
    path = _Path(document, key.strip(), pack)
    loc, field, member = path.resolved()
    value = value_of(text, field, pack, key=shown(key.strip()), member=member)
    if value is REMOVED and loc[-1] == ADD:
        cs, en = "co se má přidat, není uvedeno", "what to add is not stated"
        raise InputError([Problem("what_if_value", shown(key.strip()), cs, en)])
    return Change(written.strip(), loc, value)


@frozen
class _Path:
    """A key as it was written, followed through a document and its model."""

    document: Mapping[str, Any]
    key: str
    pack: Pack

    def resolved(self) -> tuple[Loc, FieldInfo, bool]:
        """Return the place, its field, and whether it is one member of the field's list."""
        words, loc = self.key.split("."), list[int | str]()
        model: type[Part] | None = Case
        node: Any = self.document
        field: FieldInfo | None = None
        member = False
        while words:
            if field is not None and inner(field)[1] and not member:
                place, used = self._member(node, words, loc)
                words, member = words[used:], True
                loc.append(place)
                node = node[place] if isinstance(place, int) else None
                if place == ADD and words:
                    raise self._wrong("za „+“ patří rovnou „=“ a celá nová položka",
                                 "behind “+” comes “=” and the whole new member")  # fmt: skip
                model = part_of(field)
                continue
            field = self._field(model, words[0], loc)
            loc.append(words[0])
            node = node.get(words[0]) if isinstance(node, dict) else None
            words, member, model = words[1:], False, part_of(field)
        if field is None:
            raise self._wrong("klíč je prázdný", "the key is empty")
        return tuple(loc), field, member

    def _field(self, model: type[Part] | None, word: str, loc: Sequence[int | str]) -> FieldInfo:
        known = {} if model is None else fields(model)
        if word in known:
            return known[word]
        if not known:
            place = pointer(list(loc))
            raise self._wrong(f"{place} už je hodnota, nic v ní není", f"{place} is a value, nothing is in it")
        words = {_plain(label(each, self.pack).cs): key for key, each in known.items()} | {key: key for key in known}
        near = get_close_matches(_plain(word), words, n=3, cutoff=_NEAR)
        raise self._unknown(
            pointer(list(loc)), list(dict.fromkeys(words[each] for each in near)) or list(known), bool(near)
        )

    def _member(self, node: Any, words: Sequence[str], loc: Sequence[int | str]) -> tuple[int | str, int]:  # noqa: ANN401 - of a document
        """Return the position of a member of a list and how many words name it: ids may hold dots."""
        members = node if isinstance(node, list) else []
        ids = {name: at for at, each in reversed(list(enumerate(members))) if (name := _id(each)) is not None}
        for used in range(len(words), 0, -1):
            if ".".join(words[:used]) in ids:
                return ids[".".join(words[:used])], used
        if words[0] == ADD:
            return ADD, 1
        if words[0].isdecimal() and words[0].isascii() and int(words[0]) < len(members):
            return int(words[0]), 1
        near = get_close_matches(words[0], ids, n=3, cutoff=_NEAR)
        positions = [str(at) for at, each in enumerate(members) if _id(each) is None]
        raise self._unknown(pointer(list(loc)), near or [*ids, *positions], bool(near), adds=True)

    def _unknown(self, place: str, known: Sequence[str], near: bool, *, adds: bool = False) -> InputError:  # noqa: FBT001 - whether any is near
        names = ", ".join(shown(each) for each in known[:40])
        cs = f"v {place} nic takového není" + (
            f"; nemá to být {names}?" if near else f"; je tam: {names}" if names else ""
        )
        en = f"there is no such thing in {place}" + (
            f"; is {names} meant?" if near else f"; there are: {names}" if names else ""
        )
        if adds:
            cs += "; novou položku přidá místo označení znak „+“"
            en += "; “+” in place of a reference adds a new member"
        return self._wrong(cs, en)

    def _wrong(self, cs: str, en: str) -> InputError:
        return InputError([Problem("what_if_key", shown(self.key), cs, en)])


def _id(member: Any) -> str | None:  # noqa: ANN401 - of a document
    """Return by what a member of a list is called: its id; of a plain text the text itself."""
    name = member.get("id") if isinstance(member, dict) else member
    return name if isinstance(name, str) else None


def _plain(text: str) -> str:
    return text.partition("(")[0].strip().lower().replace(" ", "_")


def _conflicts(found: Sequence[Change]) -> Iterator[Problem]:
    """Yield changes of a place that another change sets already, or that stands inside one."""
    for number, one in enumerate(found):
        for other in found[:number]:
            short, long = sorted((one.loc, other.loc), key=len)
            if ADD not in short and long[: len(short)] == short:
                cs = f"odporuje změně {other.key}: obě mění totéž místo"
                en = f"contradicts the change {other.key}: both change one place"
                yield Problem("what_if_conflict", one.key, cs, en)


def _outweighed(document: Mapping[str, Any], found: Sequence[Change]) -> Iterator[Problem]:
    """Yield changes of a gross wage beside a net one that stays: the net one decides, so nothing would follow."""
    changed_too = {each.loc for each in found}
    for each in found:
        income = each.loc[:-1]
        if each.loc[0] != _INCOMES or each.loc[-1] != "gross" or (*income, "net") in changed_too:
            continue
        node = document[_INCOMES][income[1]]
        if isinstance(node, dict) and node.get("net") is not None:
            net = ".".join(map(str, (*income, "net")))
            cs = f"rozhoduje čistý příjem, který je tu uveden; přidejte {net}= a čistá mzda se spočítá z hrubé"
            en = f"the net income stated here decides; add {net}= and the net wage is computed from the gross one"
            yield Problem("what_if_net_decides", each.key, cs, en)


def _put(values: dict[str, Any], loc: Loc, value: Any) -> None:  # noqa: ANN401 - of a document
    node: Any = values
    for part, following in pairwise(loc):
        if isinstance(node, dict) and node.get(str(part)) is None:
            node[str(part)] = [] if following == ADD else {}
        node = node[part]
    if loc[-1] == ADD:
        node.append(value)
    else:
        node[loc[-1]] = value


def _taken_away(values: dict[str, Any], found: Sequence[Change]) -> list[Change]:
    """Take away what is to go, from behind so that positions hold, and return the changes with what went with them."""
    gone = [each.loc for each in found if each.value is REMOVED]
    debts = _with_costs(values, {name for loc in gone if (name := _debt(values, loc)) is not None})
    with_them = {
        loc: [each for each in _only_on(values, debts) if each not in gone] for loc in gone if _debt(values, loc)
    }
    along = {each for places in with_them.values() for each in places}
    for loc in sorted({*gone, *along}, key=_order, reverse=True):
        _take(values, loc)
    return [evolve(each, also=tuple(pointer(loc) for loc in with_them.get(each.loc, ()))) for each in found]


def _debt(values: Mapping[str, Any], loc: Loc) -> str | None:
    """Return the id of the debt that stands at a place; None for any other place."""
    whole = len(loc) == 2 and loc[0] == "debts" and isinstance(loc[1], int)  # noqa: PLR2004 - a member of a list
    return _id(values["debts"][loc[1]]) if whole else None


def _with_costs(values: Mapping[str, Any], debts: set[str]) -> set[str]:
    """Return debts together with the costs that follow them."""
    costs = {_id(each) for each in values.get("debts") or () if isinstance(each, dict) and each.get("follows") in debts}
    more = {name for name in costs if name is not None} - debts
    return _with_costs(values, debts | more) if more else debts


def _order(loc: Loc) -> tuple[tuple[str, int], ...]:
    return tuple((part, 0) if isinstance(part, str) else ("", part) for part in loc)


def _only_on(values: Mapping[str, Any], debts: set[str]) -> Iterator[Loc]:
    """Yield what stands only on debts: their costs, enforcements, places among debts of others, instalments."""
    for at, debt in enumerate(values.get("debts") or ()):
        if _id(debt) in debts:
            yield "debts", at
    for at, each in enumerate(values.get("enforcements") or ()):
        about = list(each.get("debts") or ()) if isinstance(each, dict) else []
        if about and set(about) <= debts:
            yield "enforcements", at
        else:
            yield from (("enforcements", at, "debts", place) for place, name in enumerate(about) if name in debts)
    for at, line in enumerate(values.get("budget") or ()):
        if isinstance(line, dict) and line.get("debt") in debts:
            yield "budget", at


def _take(values: dict[str, Any], loc: Loc) -> None:
    node: Any = values
    for part in loc[:-1]:
        node = node.get(part) if isinstance(node, dict) else node[part]
        if node is None:
            return
    if isinstance(node, list):
        del node[int(loc[-1])]
    else:
        node.pop(loc[-1], None)
