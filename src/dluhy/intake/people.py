"""Who is who in a list: one birth date per row, one reference per person, and what is doubtful about either.

A person is known by the list's own code, else by the birth number, else by the name with an exact birth date. Nothing
is merged silently: where rows of one key may belong to several people, or people of several keys may be one, the
rows carry a warning; where a birth number may be somebody else's, the birth date is left unknown.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, Final

import polars as pl
from attrs import evolve

from dluhy.intake.columns import NAMES
from dluhy.intake.grids import ROW
from dluhy.intake.notices import BITS, added, bit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dluhy.intake.applied import Applied

_CENTURY: Final = "100y"
_YEARS_OF_A_PARENT: Final = "13y"  # a birth number so much older than the stated birth date is a parent's
_FEMALE_SURNAME: Final = "ova"
_FEMALE_NAME: Final = r"ová\b|\w{3,}ova\b"
_REFERENCE_LENGTH: Final = 20  # 80 bits: two people of millions never share one
_BORN: Final = ("birth_date_from", "birth_date_to")


def with_past_births(applied: Applied, as_of: date) -> Applied:
    """Return the rows with births of two-digit years in the past: „5. 4. 48“ of a list of 2026 is 1948."""
    if "birth_date" not in applied.reads:
        return applied
    short = (pl.col("repairs birth_date") & bit("repairs", "two_digit_year")) > 0
    late = short & (pl.col(_BORN[0]) > pl.lit(as_of))
    earlier = [
        pl.when(late).then(pl.col(name).dt.offset_by(f"-{_CENTURY}")).otherwise(name).alias(name) for name in _BORN
    ]
    return evolve(applied, table=applied.table.with_columns(earlier))


def with_births(applied: Applied) -> Applied:
    """Return the rows with one birth date each, from the date, the number, or both where they agree.

    A number whose holder could be the parent of the one born on the stated date gives way to the date, with a
    warning; any other disagreement is a reason against the row. An ambiguous number is settled by the date.
    """
    if "birth_number" not in applied.reads:
        return applied
    table = applied.table
    if "birth_date" not in applied.reads:
        table = table.rename({"birth_number_from": _BORN[0], "birth_number_to": _BORN[1]})
        return evolve(applied, table=table)
    stated, other = (
        tuple(pl.col(f"{name}_{end}") for end in ("from", "to")) for name in ("birth_date", "birth_number")
    )
    settled = [
        (_within(pl.col(f"birth_number_{which}"), *stated)).fill_null(value=False) for which in ("first", "second")
    ]
    number_from = pl.coalesce(
        other[0],
        *(
            pl.when(test).then(pl.col(f"birth_number_{w}"))
            for test, w in zip(settled, ("first", "second"), strict=True)
        ),
    )
    number_to = pl.coalesce(other[1], number_from)
    applied = applied.without_bad("birth_number", pl.any_horizontal(settled), "ambiguous_birth_number")
    table = applied.table.with_columns(number_from.alias("number_from"), number_to.alias("number_to"))
    differ = ((stated[0] > pl.col("number_to")) | (stated[1] < pl.col("number_from"))).fill_null(value=False)
    parents = differ & (pl.col("number_to").dt.offset_by(_YEARS_OF_A_PARENT) <= stated[0])
    table = table.with_columns(
        parents.alias("parents"),
        *(
            pl.when(parents).then(pl.col(name)).otherwise(pl.coalesce(f"number_{end}", name)).alias(f"born_{end}")
            for name, end in zip(_BORN, ("from", "to"), strict=True)
        ),
        (differ & ~parents).alias("disagree"),
    ).with_columns(
        *(pl.col(f"born_{end}").alias(name) for name, end in zip(_BORN, ("from", "to"), strict=True)),
        added("warnings birth_number", "warnings", "guardians_number", pl.col("parents")),
        pl.when(~pl.col("parents")).then("birth_number").alias("birth_number"),
    )
    applied = evolve(applied, table=table).with_bad("birth_number", "birth_disagrees", pl.col("disagree"))
    spent = [
        "number_from",
        "number_to",
        "born_from",
        "born_to",
        "parents",
        "disagree",
        "birth_number_from",
        "birth_number_to",
    ]
    return evolve(applied, table=applied.table.drop(spent))


def _within(day: pl.Expr, first: pl.Expr, last: pl.Expr) -> pl.Expr:
    return (day >= first) & (day <= last)


def with_doubts(table: pl.DataFrame, stated_births: pl.Expr) -> pl.DataFrame:
    """Return the usable rows with warnings about who is who; a birth number that may be another's gives no birth date.

    `stated_births` tells where a birth date of the list's own stands, which needs no number.
    """
    names = [name for name in NAMES if name in table.columns]
    table = table.with_columns(_name_key(names).alias("name key"), _raw_name(names).alias("name"))
    if "birth_number" in table.columns:
        table = _with_strange_numbers(table, names, stated_births)
    return table


def _raw_name(names: Sequence[str]) -> pl.Expr:
    return pl.concat_str(*names, separator=" ", ignore_nulls=True) if names else pl.lit(None, dtype=pl.String)


def _name_key(names: Sequence[str]) -> pl.Expr:
    """Return the words of a name in plain form and fixed order; null where there is no name."""
    if not names:
        return pl.lit(None, dtype=pl.String)
    words = plain_words(_raw_name(names)).str.split(" ").list.sort().list.join(" ")
    return pl.when(words.str.len_chars() > 0).then(words)


def plain_words(text: pl.Expr) -> pl.Expr:
    """Return a text in lower case, without diacritics, its words parted by one space."""
    bare = text.str.to_lowercase().str.normalize("NFD").str.replace_all(r"\p{M}+", "")
    return bare.str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


def _with_strange_numbers(table: pl.DataFrame, names: Sequence[str], stated_births: pl.Expr) -> pl.DataFrame:
    """Add what makes a birth number doubtful: other names beside it, a guardian's number anywhere, another sex."""
    number = pl.col("birth_number")
    of_several = number.is_in(_shared_numbers(table, names).implode())
    guardians = pl.lit(value=False)
    if "guardian_birth_number" in table.columns:
        guardians = number.is_in(table["guardian_birth_number"].drop_nulls().unique().implode())
    female = pl.col("birth_number_female")
    other_sex = ((_female_name(names) & ~female) | (_male_name(names) & female)).fill_null(value=False)
    tests = {"shared_birth_number": of_several, "guardians_number": guardians & ~of_several, "sex_differs": other_sex}
    for code, test in tests.items():
        table = table.with_columns(added("warnings birth_number", "warnings", code, test))
    doubtful = pl.any_horizontal(test.fill_null(value=False) for test in tests.values())
    table = table.with_columns(doubtful.alias("doubtful"), stated_births.alias("stated"))
    unknown = pl.col("doubtful") & ~pl.col("stated")
    return table.with_columns(
        *(pl.when(~unknown).then(pl.col(end)).alias(end) for end in _BORN),
        pl.when(~pl.col("doubtful")).then("birth_number").alias("birth_number"),
    ).drop("doubtful", "stated")


def _female_name(names: Sequence[str]) -> pl.Expr:
    """Return where a surname ends in -ová; without diacritics only a long one, since Sova is a man's too."""
    surname = "last_name" if "last_name" in names else "full_name" if "full_name" in names else None
    if surname is None:
        return pl.lit(value=False)
    return pl.col(surname).str.to_lowercase().str.contains(_FEMALE_NAME)


def _male_name(names: Sequence[str]) -> pl.Expr:
    """Return where a first name ends in a consonant and the surname is no woman's: mostly, not always, a man."""
    if not {"first_name", "last_name"} <= set(names):
        return pl.lit(value=False)
    first, last = (plain_words(pl.col(name)) for name in ("first_name", "last_name"))
    return first.str.contains(r"[bcdfghjklmnpqrstvwxz]$") & last.str.contains(r"[^aeiouy]$|[eiouy]$")


def _shared_numbers(table: pl.DataFrame, names: Sequence[str]) -> pl.Series:
    """Return the birth numbers that stand beside plainly different names."""
    if not names:
        return pl.Series([], dtype=pl.String)
    known = table.filter(pl.col("birth_number").is_not_null() & pl.col("name key").is_not_null())
    given = pl.col("first_name") if "first_name" in names else pl.lit(None, dtype=pl.String)
    grouped = (
        known.select("birth_number", "name key", plain_words(given).alias("given"))
        .unique(
            ["birth_number", "name key"], maintain_order=True
        )  # first name and surname may stand the other way round
        .group_by("birth_number", maintain_order=True)
        .agg(pl.col("name key"), pl.col("given"))
        .filter(pl.col("name key").list.len() > 1)
    )
    found = [number for number, keys, given in grouped.rows() if _different(keys, given)]
    return pl.Series(found, dtype=pl.String)


def _different(keys: Sequence[str], given: Sequence[str | None]) -> bool:
    """Return whether any two of some names cannot be one person's: other first names, or hardly a word in common."""
    if all(given):
        return any(not _alike(one or "", two or "") for one, two in combinations(given, 2))
    return any(not _one_name(one.split(), two.split()) for one, two in combinations(keys, 2))


def _alike(one: str, two: str) -> bool:
    """Return whether two words may be one name: the same but for diacritics, or an initial of it.

    Nothing nearer: Jan and Jana, Hana and Jana are siblings as often as slips of the pen.
    """
    short, long = sorted((one, two), key=len)
    return one == two or (len(short) == 1 and long.startswith(short))


def _one_name(one: Sequence[str], two: Sequence[str]) -> bool:
    few, many = sorted((one, two), key=len)
    return all(any(_alike(word, other) for other in many) for word in few)


def with_references(table: pl.DataFrame, secret: bytes | None) -> pl.DataFrame:
    """Return the rows with `person_id` and the warnings that need it.

    People without a code of their own are numbered in the order of their keys, so that the order of rows does not
    matter; with a secret they, and the codes, become keyed hashes, the same in every list under that secret.
    """
    own = pl.col("person_id") if "person_id" in table.columns else pl.lit(None, dtype=pl.String)
    keyed = table.with_columns(pl.coalesce(*_keys(table), pl.lit(None, dtype=pl.String)).alias("key"), own.alias("own"))
    keyed = _with_likenesses(keyed)
    if secret is None and keyed["own"].null_count() == 0:
        return keyed.drop("key", "own")
    inferred = _references(keyed, "key", secret)
    alone = pl.format("(řádek {})", ROW)
    keyed = keyed.with_columns(inferred.alias("inferred"))
    if secret is not None:
        keyed = keyed.with_columns(_references(keyed, "own", secret).alias("own"))
    return keyed.with_columns(pl.coalesce("own", "inferred", alone).alias("person_id")).drop("key", "own", "inferred")


def _keys(table: pl.DataFrame) -> list[pl.Expr]:
    keys = [pl.col("birth_number")] if "birth_number" in table.columns else []
    if "name key" in table.columns and _BORN[0] in table.columns:
        exact = pl.col(_BORN[0]) == pl.col(_BORN[1])
        keys.append(pl.when(exact).then(pl.concat_str("name key", pl.col(_BORN[0]).cast(pl.String), separator="|")))
    return keys


def _references(table: pl.DataFrame, column: str, secret: bytes | None) -> pl.Expr:
    key = pl.col(column)
    if secret is None:
        number = key.rank("dense").cast(pl.String).str.pad_start(5, "0")
        return pl.when(key.is_not_null()).then(pl.format("(O{})", number))
    different = [text for text in table[column].unique() if text is not None]
    return key.replace_strict(
        different, [reference(text, secret) for text in different], default=None, return_dtype=pl.String
    )


def reference(text: str, secret: bytes, letter: str = "O") -> str:
    """Return the keyed reference of a key: nobody without the secret can tell or find out what it stands for."""
    digest = blake2b(text.encode(), key=secret[:64], digest_size=32).hexdigest()
    return f"({letter}{digest[:_REFERENCE_LENGTH]})"


def _with_likenesses(table: pl.DataFrame) -> pl.DataFrame:
    """Add the warnings that compare people: spellings, namesakes, twins, codes."""
    tests: dict[str, pl.Expr] = {}
    key, own = pl.coalesce("own", "key"), pl.col("own")
    table = table.with_columns(key.alias("who"))
    if table["name"].null_count() < table.height:
        spelt = pl.col("name").str.replace_all(r"\s+", " ")
        tests["two_spellings"] = pl.col("who").is_not_null() & (spelt.n_unique().over("who") > 1)
        named = pl.col("name key").is_not_null() & pl.col("who").is_not_null()
        tests["same_name"] = named & (pl.col("who").n_unique().over("name key") > 1)
    surname = next((name for name in ("last_name", "full_name") if name in table.columns), None)
    if surname is not None and _BORN[0] in table.columns:
        first_word = plain_words(pl.col(surname)).str.extract(r"^(\S+)")
        table = table.with_columns(first_word.str.replace(f"{_FEMALE_SURNAME}$", "").alias("surname"))
        exact = (pl.col(_BORN[0]) == pl.col(_BORN[1])) & pl.col("who").is_not_null() & (pl.col("surname") != "")
        tests["maybe_same_person"] = exact & (pl.col("who").n_unique().over("surname", *_BORN) > 1)
    if table["own"].null_count() < table.height and table["key"].null_count() < table.height:
        by_number = pl.col("birth_number") if "birth_number" in table.columns else pl.col("key")
        known = own.is_not_null() & by_number.is_not_null()
        tests["several_codes"] = known & (own.n_unique().over(by_number) > 1)
        tests["code_of_several"] = known & (by_number.drop_nulls().n_unique().over(own) > 1)
    column = "warnings of people"
    table = table.with_columns(pl.lit(0, dtype=BITS).alias(column))
    for code, test in tests.items():
        table = table.with_columns(added(column, "warnings", code, test))
    return table.drop("who", "surname", strict=False)
