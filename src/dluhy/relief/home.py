"""Whether the debtor's home is kept: § 398 odst. 6 IZ and the formula of NV 189/2019 Sb., statistical values given.

The tables of the Czech Statistical Office are not part of the pack: without the statistical value and the growth of
prices the answer is a person's. Money in haléře.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

from attrs import field, frozen

from dluhy.engine.arithmetic import INTEGERS
from dluhy.engine.steps import Flag, Step
from dluhy.law.amounts import known_ratio, rows_on
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA as KORUNA
from dluhy.problems import HorizonError, InputError, Problem

if TYPE_CHECKING:
    from datetime import date

    from dluhy.law.models import Citation, Evidence
    from dluhy.law.pack import Pack

Verdict = Literal["kept", "not_kept", "needs_judgement"]
_PARTS: Final = 10_000  # in which coefficients are written
_HUNDREDTHS: Final = 100
_NO_LIMIT: Final = -1
_COEFFICIENT, _HOUSE = "coefficient", "house"


@frozen(kw_only=True)
class Home:
    """What is known of the home; None is unknown.

    `kind` is a code of `home_kinds`: a house, or anything else (flat, cooperative share, movable home). `value` is what
    its sale is expected to bring. `statistical` is the average size times the average price of the place, `national`
    the same of the whole country, `growth` the coefficient of growth of prices. `persons` are people of the household
    whom the debtor must maintain. `more_land` says whether land beyond the building plot belongs to a house,
    `inhabitants` is the size of the municipality. `secures` says whether the home is security for a debt.
    """

    kind: str
    value: int | None = None
    statistical: int | None = None
    national: int | None = None
    growth: Fraction | None = None
    persons: int | None = None
    more_land: bool | None = None
    inhabitants: int | None = None
    secures: bool | None = None


@frozen(kw_only=True)
class HomeResult:
    """Whether the home is kept, and the value up to which it is; None where it cannot be computed.

    `missing` names what must be known for a verdict.
    """

    verdict: Verdict
    protected: int | None
    missing: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    flags: tuple[Flag, ...] = ()
    evidence: Evidence = "S"
    cites: tuple[Citation, ...] = field(default=(), eq=False)


def growth_of(last: Fraction, before: Fraction) -> Fraction:
    """Return the coefficient of growth of prices: one index by another, to two decimals, half up (§ 8 NV 189/2019).

    The regulation orders two decimals and is silent on a half; it is taken up. Raises InputError for an index that is
    not above zero.
    """
    if last <= 0 or before <= 0:
        cs, en = "index cen má být kladné číslo", "an index of prices should be above zero"
        raise InputError([Problem("index_sign", "/growth", cs, en)])
    exact = last / before * _HUNDREDTHS
    return Fraction((2 * exact.numerator + exact.denominator) // (2 * exact.denominator), _HUNDREDTHS)


def home_kept(home: Home, *, found_on: date, pack: Pack | None = None) -> HomeResult:
    """Return whether a home is kept in debt relief by instalments where insolvency was found on a day.

    Needs a person's judgement where something is not known, where the pack does not know the regulation of the day, and
    where a home that would be kept is security: its creditor may have it sold. Raises InputError for numbers that
    cannot be and an unknown kind. Source: § 398 odst. 6 IZ, § 3 to 9 NV 189/2019 Sb.
    """
    law = pack or default_pack()
    _check(home, law)
    is_house = law.term("home_kinds", home.kind).more[_COEFFICIENT] == _HOUSE
    flags = [Flag(code=f"home_secures_debt{'' if home.secures else '_unknown'}")] if home.secures is not False else []
    if home.national is None:
        flags.append(Flag(code="home_national_value_unknown", evidence="S"))
    needed = ["statistical", "growth", "persons", *(["more_land"] if is_house else [])]
    needed += ["inhabitants"] if is_house and home.more_land else []
    missing = tuple(name for name in needed if getattr(home, name) is None)
    try:
        computed = None if missing else _protected(home, found_on, law)
    except HorizonError:
        return HomeResult(verdict="needs_judgement", protected=None, missing=("regulation",), flags=tuple(flags))
    if computed is None:
        missing = missing or ("land_coefficient",)
        return HomeResult(verdict="needs_judgement", protected=None, missing=missing, flags=tuple(flags))
    protected, steps = computed
    cites = (*law.rules["DR-HOME"].citations, *rows_on(law.tables["home_person_coefficients"], found_on).citations)
    if home.value is None:
        return HomeResult(
            verdict="needs_judgement", protected=protected, missing=("value",), steps=steps, flags=tuple(flags)
        )
    kept: Verdict = "kept" if home.value <= protected else "not_kept"
    if home.secures and kept == "kept":
        kept = "needs_judgement"
    return HomeResult(verdict=kept, protected=protected, steps=steps, flags=tuple(flags), cites=cites)


def _check(home: Home, law: Pack) -> None:
    problems = [
        Problem("negative", f"/{name}", "má být nejméně nula", "should be at least zero")
        for name in ("value", "statistical", "national", "growth", "persons", "inhabitants")
        if (getattr(home, name) or 0) < 0
    ]
    if home.kind not in law.vocabularies["home_kinds"]:
        cs, en = "není ve slovníku home_kinds", "is not in the vocabulary home_kinds"
        problems.append(Problem("unknown_member", "/kind", cs, en))
    if problems:
        raise InputError(problems)


def _protected(home: Home, found_on: date, law: Pack) -> tuple[int, tuple[Step, ...]] | None:
    """Return the protected value with its steps; None where the regulation sets no coefficient of land."""
    land = _land(home, found_on, law)
    if land is None or home.statistical is None or home.growth is None or home.persons is None:
        return None
    statistical = _within(home, Fraction(home.statistical), found_on, law) * land
    amount = _up_to_koruna(statistical * home.growth)
    coefficient = _of_persons(home.kind, home.persons, found_on, law)
    protected = _up_to_koruna(amount * coefficient)
    steps = (
        Step(code="home_statistical", value=int(statistical), inputs={"land": str(land)}, evidence="S"),
        Step(code="home_amount", value=amount, inputs={"growth": str(home.growth)}, evidence="S"),
        Step(code="home_protected", value=protected, inputs={"coefficient": str(coefficient)}, evidence="S"),
    )
    return protected, steps


def _within(home: Home, statistical: Fraction, found_on: date, law: Pack) -> Fraction:
    """Hold the value of the place within multiples of the national one, where that is known."""
    if home.national is None:
        return statistical
    least = home.national * known_ratio(law.series["home_value_least"], found_on)
    most = home.national * known_ratio(law.series["home_value_most"], found_on)
    return min(max(statistical, least), most)


def _land(home: Home, found_on: date, law: Pack) -> Fraction | None:
    if not home.more_land or home.inhabitants is None or law.term("home_kinds", home.kind).more[_COEFFICIENT] != _HOUSE:
        return Fraction(1)
    sizes = rows_on(law.tables["home_land_sizes"], found_on).row
    fits = [
        key
        for key, (low, high) in sizes.items()
        if low <= home.inhabitants and (high == _NO_LIMIT or home.inhabitants <= high)
    ]
    if not fits:
        return None
    return Fraction(rows_on(law.tables["home_land_coefficients"], found_on).row[fits[0]][0], _PARTS)


def _of_persons(kind: str, persons: int, found_on: date, law: Pack) -> Fraction:
    table = law.tables["home_person_coefficients"]
    rows = list(rows_on(table, found_on).row.values())
    column = law.term("home_kinds", kind).more[_COEFFICIENT]
    return Fraction(rows[min(persons, len(rows) - 1)][table.columns.index(column)], _PARTS)


def _up_to_koruna(halere: Fraction) -> int:
    """Round up to whole crowns (§ 3 odst. 1, 2 NV 189/2019 Sb.)."""
    return INTEGERS.ceil_div(halere.numerator, halere.denominator * KORUNA) * KORUNA
