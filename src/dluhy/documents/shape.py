"""What is wrong with the shape of a document: every field at once, in both languages, with the nearest known key."""

from __future__ import annotations

from copy import deepcopy
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from attrs import frozen
from pydantic import ValidationError

from dluhy.documents.decoding import pointer, shown
from dluhy.documents.fields import Loc, fields, inner, label, part_of, said
from dluhy.documents.lists import codes, labels
from dluhy.documents.values import FIRST_YEAR, LAST_YEAR, LONGEST_ID, LONGEST_TEXT
from dluhy.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

    from dluhy.documents.fields import Part
    from dluhy.law.pack import Pack

_SENTENCES: Final = {
    "missing": ("chybí povinný údaj", "a required value is missing"),
    "bool_type": ("má být true (ano), nebo false (ne), bez uvozovek",
                  "should be true (yes) or false (no), without quotes"),
    "list_type": ("má být seznam v hranatých závorkách", "should be a list in brackets"),
    "model_type": ("má být tabulka s pojmenovanými údaji", "should be a table of named values"),
    "int_type": ("má být celé číslo (bez uvozovek)", "should be a whole number (without quotes)"),
    "greater_than_equal": ("číslo je menší, než může být", "the number is less than it can be"),
    "less_than_equal": ("číslo je větší, než může být", "the number is more than it can be"),
    "date_form": ("má být datum: 2018-03-31, 2018-03, 2018, nebo rozmezí { from, to } s aspoň jedním koncem",
                  "should be a date: 2018-03-31, 2018-03, 2018, or { from, to } with at least one end"),
    "date_czech": ("datum pište rok-měsíc-den: 12. 3. 1996 je „1996-03-12“, březen 1996 je „1996-03“",
                   "write year-month-day: 12 March 1996 is “1996-03-12”, March 1996 “1996-03”"),
    "date_range": (f"rok má být od {FIRST_YEAR} do {LAST_YEAR}", f"the year should be {FIRST_YEAR} to {LAST_YEAR}"),
    "day_form": ("tady je třeba přesný den (2018-03-31); není-li znám, údaj vynechte",
                 "an exact day is needed here (2018-03-31); leave it out if it is not known"),
    "day_needed": ("tady je třeba přesný den, třeba 2018-03-31", "an exact day is needed here, such as 2018-03-31"),
    "day_unread": ("má být jeden přesný den: 2018-03-31", "should be one exact day: 2018-03-31"),
    "day_czech": ("den pište rok-měsíc-den: 12. 3. 1996 je „1996-03-12“",
                  "write a day year-month-day: 12 March 1996 is “1996-03-12”"),
    "month_form": ("tady je třeba jeden měsíc (2026-04)", "one month is needed here (2026-04)"),
    "list_date_form": ("má být datum v uvozovkách: „2018-03-31“, „2018-03“, nebo „2018“",
                       "should be a date in quotes: “2018-03-31”, “2018-03” or “2018”"),
    "list_day_form": ("má být jeden přesný den v uvozovkách: „2018-03-31“",
                      "should be one exact day in quotes: “2018-03-31”"),
    "list_year_form": ("má být rok bez uvozovek: 2018, nebo první a poslední rok: „2012-2014“",
                       "should be a year without quotes: 2018, or the first and the last: “2012-2014”"),
    "backwards": ("rozmezí končí dřív, než začíná", "the interval ends before it begins"),
    "year_form": ("má být rok: 2018, „2017/2018“, nebo rozmezí { from, to }",
                  "should be a year: 2018, “2017/2018”, or { from, to }"),
    "money_form": ("má být částka v Kč, nejvýš dvě desetinná místa za tečkou: „1234.50“",
                   "should be CZK with at most two decimals after a dot: “1234.50”"),
    "money_czech": ("částku pište bez mezer, s tečkou a bez Kč: 32 400,50 Kč je „32400.50“",
                    "write a sum without spaces, with a dot and without Kč: “32400.50”"),
    "money_thousands": ("není jasné, zda jde o tisíce, nebo o haléře; osm tisíc je „8000“, osm korun „8.00“",
                        "thousands or decimals? eight thousand is “8000”, eight crowns “8.00”"),
    "rate_form": ("mají to být procenta od nuly do tisíce s tečkou a nejvýš dvěma desetinnými místy: „14.75“",
                  "per cent from nought to a thousand are expected, with a dot and at most two decimals: “14.75”"),
    "money_negative": ("částka tu nemůže být záporná", "the amount cannot be negative here"),
    "too_short": ("seznam je prázdný; aspoň jedna položka tu být musí", "the list is empty; one item is needed"),
    "text_form": ("má být text v uvozovkách", "should be a text in quotes"),
    "text_empty": ("text je prázdný; neznámý údaj vynechte", "the text is empty; leave out what is unknown"),
    "text_long": (f"text je delší než {LONGEST_TEXT} znaků", f"the text is longer than {LONGEST_TEXT} signs"),
    "text_signs": ("text obsahuje znaky, které nejdou vytisknout", "the text holds signs that cannot be printed"),
    "id_form": (f"označení jsou písmena, číslice, tečka, pomlčka a podtržítko, nejvýš {LONGEST_ID}",
                f"a reference is letters, digits, dot, dash and underscore, at most {LONGEST_ID}"),
    "birth_number_in_reference": (
        "označení vypadá jako rodné číslo; zvolte jiné, označení stojí ve všech výstupech",
        "the reference looks like a birth number; choose another, references stand in every result",
    ),
    "ico_form": ("IČO má osm číslic v uvozovkách", "a company number has eight digits in quotes"),
    "municipality_form": ("kód obce má šest číslic", "the code of a municipality has six digits"),
}  # fmt: skip
_CODES: Final = {"missing": "missing", "extra_forbidden": "unknown_key", "not_in_list": "not_in_list",
                 "date_czech": "date_form", "day_unread": "date_form", "day_czech": "date_form",
                 "day_needed": "day_form", "money_czech": "money_form", "list_date_form": "date_form",
                 "list_day_form": "day_form", "list_year_form": "year_form"}  # fmt: skip
_MOST_SUGGESTIONS: Final = 50
_ROUNDS: Final = 3
_FEW_CODES: Final = 12
"""Codes of longer lists are told without their labels."""
Root = TypeVar("Root", bound="Part")


@frozen
class Shaped(Generic[Root]):
    """A document as far as its shape holds, what does not hold, and where something was left out for it."""

    document: Root | None
    problems: list[Problem]
    left_out: list[Loc]


def shaped(
    model: type[Root], document: Mapping[str, Any], pack: Pack, placeholders: Mapping[str, object]
) -> Shaped[Root]:
    """Hold a document against its model; what does not fit is a problem, and left out for the checks that follow.

    `placeholders` are put where a required value does not fit, so that those checks can go on.
    """
    context = {"lists": codes(pack)}
    try:
        return Shaped(model.model_validate(document, context=context), [], [])
    except ValidationError as error:
        found = error.errors(include_url=False)
    left_out = [item["loc"] for item in found]
    rest = _Rest(model, context, placeholders).of(document, left_out)
    return Shaped(rest, _problems(model, found, pack), left_out)


def _problems(model: type[Part], found: Sequence[ErrorDetails], pack: Pack) -> list[Problem]:
    problems: list[Problem] = []
    for item in found:
        if item["type"] == "extra_forbidden":
            suggest = len(problems) < _MOST_SUGGESTIONS
            problems.append(_unknown_key(item["loc"], _nearest(model, item["loc"], pack) if suggest else None))
        else:
            problems.append(_no_code(model, item, pack) if item["type"] == "not_in_list" else _problem(model, item))
    return problems


def _no_code(root: type[Part], item: ErrorDetails, pack: Pack) -> Problem:
    """Return what is said of a code that is none: which one its label or its letters tell, and the codes there are."""
    called = _called(root, item["loc"], pack)
    words = {word.lower(): code for code, both in called.items() for word in (*both, code)}
    near = get_close_matches(str(item["input"]).lower(), words, n=1, cutoff=0.6)
    meant = words[near[0]] if near else None
    short = len(called) <= _FEW_CODES
    sentences = []
    for language, (meaning, rest) in enumerate((("nemá to být", "možné jsou"), ("is it meant to be", "there are"))):
        told = {code: f"{code} ({both[language]})" for code, both in called.items()}
        hint = f"{meaning} {told[meant]}? " if meant else ""
        sentences.append(f"{hint}{rest}: {', '.join(told.values() if short else called) or item['ctx']['allowed']}")
    return Problem("not_in_list", pointer(item["loc"]), f"takový kód tu není; {sentences[0]}",
                   f"there is no such code; {sentences[1]}")  # fmt: skip


def _called(root: type[Part], loc: Loc, pack: Pack) -> dict[str, tuple[str, str]]:
    """Return code -> (Czech, English) of the list of the field at a place."""
    keys = [part for part in loc if isinstance(part, str)]
    owner = _model_at(root, tuple(keys[:-1]))
    listed = said(fields(owner)[keys[-1]], "list") if owner is not None and keys[-1] in fields(owner) else None
    return {} if listed is None else labels(pack, listed)


def _problem(root: type[Part], item: ErrorDetails) -> Problem:
    kind, place = item["type"], pointer(item["loc"])
    if kind == "day_form" and _required(root, item["loc"]):
        kind = "day_needed"
    cs, en = _SENTENCES.get(kind, ("hodnota sem nepatří", "the value does not belong here"))
    return Problem(_CODES.get(kind, kind), place, cs, en)


def _required(root: type[Part], loc: Loc) -> bool:
    """Return whether the field at a place has to be there: nobody may leave it out."""
    owner, key = _model_at(root, loc[:-1]), loc[-1]
    return owner is not None and isinstance(key, str) and key in fields(owner) and fields(owner)[key].is_required()


def _unknown_key(loc: Loc, near: str | None) -> Problem:
    cs = f"takový údaj tu není; nemá to být {near}?" if near else "takový údaj tu není"
    en = f"there is no such value here; is {near} meant?" if near else "there is no such value here"
    return Problem("unknown_key", pointer(loc), cs, en)


def _nearest(root: type[Part], loc: Loc, pack: Pack) -> str | None:
    """Return the known key nearest to an unknown one, by its name or by its Czech label."""
    model = _model_at(root, loc[:-1])
    if model is None:
        return None
    known = fields(model)
    words = {_plain(label(field, pack).cs): key for key, field in known.items()} | {key: key for key in known}
    near = get_close_matches(_plain(shown(loc[-1])), words, n=1, cutoff=0.7)
    return words[near[0]] if near else None


def _plain(text: str) -> str:
    return text.partition("(")[0].strip().lower().replace(" ", "_")


def _model_at(root: type[Part], loc: Loc) -> type[Part] | None:
    model: type[Part] | None = root
    for part in loc:
        if isinstance(part, int):
            continue
        known = fields(model) if model is not None else {}
        model = part_of(known[part]) if part in known else None
    return model


@frozen
class _Rest(Generic[Root]):
    """What of a document fits: values are left out first, then the lists and tables around them."""

    model: type[Root]
    context: Mapping[str, Any]
    placeholders: Mapping[str, object]

    def of(self, document: Mapping[str, Any], left_out: list[Loc]) -> Root | None:
        rest: dict[str, Any] = deepcopy(dict(document))
        wrong = left_out
        for _ in range(_ROUNDS):
            for loc in wrong:
                self._leave_out(rest, loc)
            try:
                return self.model.model_validate({**self.placeholders, **rest}, context=dict(self.context))
            except ValidationError as error:
                found = error.errors(include_url=False, include_input=False)
                wrong = [item["loc"][:-1] or item["loc"] for item in found]
        return None

    def _leave_out(self, document: dict[str, Any], loc: Loc) -> None:
        node: Any = document
        for part in loc[:-1]:
            if isinstance(node, dict):
                node = node.get(part)
            else:
                node = node[part] if isinstance(node, list) and isinstance(part, int) else None
        if isinstance(node, dict):
            node.pop(loc[-1], None)
        elif isinstance(node, list) and isinstance(loc[-1], int) and loc[-1] < len(node):
            node[loc[-1]] = {} if self._holds_parts(loc) else "?"

    def _holds_parts(self, loc: Loc) -> bool:
        owner = _model_at(self.model, loc[:-2])
        field = fields(owner).get(str(loc[-2])) if owner is not None and len(loc) > 1 else None
        return field is not None and inner(field)[1] and part_of(field) is not None
