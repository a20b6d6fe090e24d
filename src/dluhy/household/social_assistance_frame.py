"""The state social assistance benefit of many households at once, by the same formulas as of one.

Act 151/2025. Possessions (§ 17), residence (§ 15) and who forms a household (§ 10) are not looked at here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from dluhy.household.social_assistance_formulas import EXPRESSIONS, PREFIX, Household, components_of, rates_on
from dluhy.household.social_assistance_people import last_day
from dluhy.household.social_assistance_property import MOST_PERSONS
from dluhy.law.amounts import rows_on
from dluhy.law.pack import default_pack
from dluhy.money import HALERE_PER_KORUNA
from dluhy.problems import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.household.social_assistance_formulas import Components, Rates
    from dluhy.law.models import Table
    from dluhy.law.pack import Pack

QUESTION: Final = {
    "month": pl.Date, "minimum": pl.Int64, "income_sum": pl.Int64, "work_income_sum": pl.Int64,
    "members": pl.Int64, "counted": pl.Int64, "all_vulnerable": pl.Boolean, "children": pl.Int64,
    "needs": pl.Int64, "home": pl.String, "rent": pl.Int64, "services": pl.Int64, "energy": pl.Int64,
    "solid_fuel": pl.Boolean, "norm_place": pl.String,
}  # fmt: skip
"""The columns of the input and their types."""

ANSWER: Final = ("housing", "living", "child", "work", "total")
HOMES: Final = {
    "none": (0, 0, 0), "owner_flat": (1, 1, 0), "tenant_flat": (1, 0, 0),
    "owner_other": (1, 1, 1), "tenant_other": (1, 0, 1),
}  # fmt: skip
"""Codes of `home`: whether there is a home that counts, an owner's flat rate, something else than a flat."""

MOST: Final = 10**11
MOST_MINIMUM: Final = 10**8
MOST_PEOPLE: Final = 100
_SUMS: Final = ("income_sum", "work_income_sum", "needs", "rent", "services", "energy")
_LIMITS: Final = {**dict.fromkeys(_SUMS, (0, MOST)), "minimum": (1, MOST_MINIMUM)} | dict.fromkeys(
    ("members", "counted", "children"), (0, MOST_PEOPLE)
)
_TABLES: Final = ("norm", "services_part", "flat_rate", "fuel")


def social_assistance_frame(frame: pl.DataFrame, pack: Pack | None = None) -> pl.DataFrame:
    """Return the components and the total of the benefit of each row in haléře: the columns `ANSWER`, row by row.

    Input columns are those of `QUESTION`: `month` any day of the month; `minimum` the living minimum of the household,
    `needs` the sum of the amounts for living (§ 36), costs of housing a month, `income_sum` and `work_income_sum` over
    the three months averaged, all in haléře; `members`, `counted` those of them who are vulnerable or work-active,
    `all_vulnerable` whether all members are, `children` the dependent ones; `home` a key of `HOMES`; `norm_place` a row
    of the norm rents of the month. The components are to the nearest haléř, the total is exact and in whole crowns.

    Null input is unknown: every column of the answer that it could change is null. What cannot change it may be null,
    such as the rent of an owner. Raises InputError for columns, codes or numbers that cannot be, HorizonError for a
    month outside what the pack knows.
    """
    pack = pack or default_pack()
    _require(frame)
    rows = frame.select(*QUESTION).with_row_index("_row")
    parts = [_of_month(part, part["month"][0], pack) for part in _by_month(rows)]
    if not parts:
        return pl.DataFrame(schema=dict.fromkeys(ANSWER, pl.Int64))
    return pl.concat(parts).sort("_row").select(ANSWER)


def _by_month(rows: pl.DataFrame) -> list[pl.DataFrame]:
    key = rows.with_columns(_month=pl.col("month").dt.month_start())
    return [part.drop("_month") for part in key.partition_by("_month", maintain_order=True)]


def _of_month(rows: pl.DataFrame, month: date | None, pack: Pack) -> pl.DataFrame:
    if month is None:
        return rows.select("_row", *(pl.lit(None, pl.Int64).alias(name) for name in ANSWER))
    on = last_day(month)
    rates = rates_on(pack, on)
    asked = _with_tables(rows, on, pack).with_columns(_irrelevant_as_nothing(rates))
    found = components_of(EXPRESSIONS, rates, _household())
    return asked.select("_row", *_answers(found, rates))


def _household() -> Household[pl.Expr]:
    """Return the columns as the formulas take them.

    Where somebody who does not count is not vulnerable, the household is not taken for one of vulnerable people only:
    of the two readings of § 34 odst. 2 the one that gives less.
    """
    home = {name: pl.col(f"_{name}") for name in ("title", "owner", "other")}
    vulnerable = pl.col("all_vulnerable").cast(pl.Int64)
    return Household(
        minimum=pl.col("minimum"),
        income=pl.col("income_sum"),
        work_income=pl.col("work_income_sum"),
        vulnerable=vulnerable,
        housing_vulnerable=vulnerable,
        active=(pl.col("counted") == pl.col("members")).cast(pl.Int64),
        children=pl.col("children"),
        needs=pl.col("needs"),
        burns_fuel=pl.col("solid_fuel").cast(pl.Int64),
        rent=pl.col("rent"),
        services=pl.col("services"),
        energy=pl.col("energy"),
        **home,
        **{name: pl.col(f"_{name}") for name in _TABLES},
    )


def _irrelevant_as_nothing(rates: Rates) -> list[pl.Expr]:
    """Return the columns with zero for what cannot change the result, so that it may be unknown."""
    low = rates.low
    is_low = pl.col("income_sum") * low.denominator <= pl.col("minimum") * (low.numerator * rates.months)
    no_home, owner = pl.col("_title") == 0, pl.col("_owner") == 1
    idle = {
        "rent": no_home | owner,
        "services": no_home | owner,
        "energy": no_home | ~is_low,
        "solid_fuel": no_home | ~is_low,
        **dict.fromkeys((f"_{name}" for name in _TABLES), no_home),
        "needs": ~is_low,
        "work_income_sum": pl.col("income_sum") == 0,
    }
    return [
        pl.when(test.fill_null(value=False))
        .then(pl.lit(0).cast(_TYPES.get(name, pl.Int64)))
        .otherwise(name)
        .alias(name)
        for name, test in idle.items()
    ]


_TYPES: Final = {"solid_fuel": pl.Boolean}


def _answers(found: Components[pl.Expr], rates: Rates) -> list[pl.Expr]:
    """Return the answers: null where something they rest on is unknown, zero where nobody counts."""
    people = ("counted", "members", "all_vulnerable")
    income = ("income_sum", "minimum")
    bills = ("_title", "_owner", "_other", "rent", "services", "energy", "solid_fuel", *(f"_{n}" for n in _TABLES))
    rests_on = {
        "housing": (*people, *income, *bills),
        "living": ("counted", *income, "needs"),
        "child": (*people, *income, "children"),
    }
    every = tuple(dict.fromkeys(name for names in rests_on.values() for name in names))
    rests_on["work"] = rests_on["total"] = (*every, "work_income_sum")
    answers = []
    for name in ANSWER:
        whole = getattr(found, name)
        shown = whole if name == "total" else (2 * whole + rates.parts) // (2 * rates.parts)
        known = pl.all_horizontal(pl.col(column).is_not_null() for column in rests_on[name])
        nobody = pl.col("counted") == 0
        answers.append(pl.when(nobody).then(pl.lit(0, pl.Int64)).when(known).then(shown).alias(name))
    return answers


def _with_tables(rows: pl.DataFrame, on: date, pack: Pack) -> pl.DataFrame:
    """Add the amounts by persons counted, haléře, and the three numbers of the home; null where not known."""
    homes = pl.DataFrame(
        [(code, *numbers) for code, numbers in HOMES.items()],
        schema={"home": pl.String, "_title": pl.Int64, "_owner": pl.Int64, "_other": pl.Int64},
        orient="row",
    )
    tables, persons = pack.tables, pl.col("counted").clip(1, MOST_PERSONS)
    norms = pl.concat(
        [
            _long(tables[f"{PREFIX}norm_rent"], on, "_norm").with_columns(all_vulnerable=False),
            _long(tables[f"{PREFIX}norm_rent_vulnerable"], on, "_norm").with_columns(all_vulnerable=True),
        ]
    ).rename({"_key": "norm_place"})
    services = _long(tables[f"{PREFIX}services"], on, "_services_part").with_columns(
        all_vulnerable=pl.col("_key") == "vulnerable"
    )
    asked = rows.with_columns(_persons=persons).join(homes, on="home", how="left", maintain_order="left")
    asked = asked.join(norms, on=["norm_place", "all_vulnerable", "_persons"], how="left", maintain_order="left")
    asked = asked.join(services.drop("_key"), on=["all_vulnerable", "_persons"], how="left", maintain_order="left")
    for name, column in (("energy_flat_rate", "_flat_rate"), ("solid_fuel", "_fuel")):
        amounts = _long(tables[PREFIX + name], on, column).drop("_key")
        asked = asked.join(amounts, on="_persons", how="left", maintain_order="left")
    return asked


def _long(table: Table, on: date, column: str) -> pl.DataFrame:
    rows = rows_on(table, on).row
    return pl.DataFrame(
        [
            (key, persons, amount * HALERE_PER_KORUNA)
            for key, amounts in rows.items()
            for persons, amount in enumerate(amounts, start=1)
        ],
        schema={"_key": pl.String, "_persons": pl.Int64, column: pl.Int64},
        orient="row",
    )


def _require(frame: pl.DataFrame) -> None:
    """Raise InputError with every column that is missing or of another type, and every value that cannot be."""
    problems = [
        Problem("column", name, f"chybí sloupec typu {kind}", f"a column of type {kind} is missing")
        for name, kind in QUESTION.items()
        if frame.schema.get(name) != kind
    ]
    if not problems:
        problems = [*_out_of_range(frame), *_at_odds(frame), *_unknown_homes(frame["home"])]
    if problems:
        raise InputError(problems)


def _out_of_range(frame: pl.DataFrame) -> list[Problem]:
    found = []
    for name, (low, high) in _LIMITS.items():
        if frame.filter(~pl.col(name).is_between(low, high)).height:
            cs, en = f"hodnoty musí být od {low} do {high}", f"values must lie between {low} and {high}"
            found.append(Problem("out_of_range", name, cs, en))
    return found


def _at_odds(frame: pl.DataFrame) -> list[Problem]:
    tests: Sequence[tuple[str, pl.Expr, str, str]] = (
        ("counted", pl.col("counted") > pl.col("members"), "víc než členů", "more than members"),
        ("children", pl.col("children") > pl.col("counted"), "víc než započtených", "more than those counted"),
        (
            "all_vulnerable",
            pl.col("all_vulnerable") & (pl.col("counted") != pl.col("members")),
            "všichni zranitelní se počítají",
            "all who are vulnerable count",
        ),
        ("work_income_sum", pl.col("work_income_sum") > pl.col("income_sum"), "víc než příjem", "more than the income"),
    )
    return [Problem("at_odds", name, cs, en) for name, test, cs, en in tests if frame.filter(test).height]


def _unknown_homes(homes: pl.Series) -> list[Problem]:
    strange = sorted(set(homes.drop_nulls().unique()) - set(HOMES))
    listed = ", ".join(HOMES)
    return [
        Problem("unknown_code", f"home {code}", f"kód není v seznamu: {listed}", f"the code is not one of: {listed}")
        for code in strange
    ]
