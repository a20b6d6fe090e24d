"""What names matters and bodies: file marks, company numbers (IČO), names of creditors."""

from __future__ import annotations

import polars as pl
from attrs import evolve

from dluhy.ids import ICO_DIGITS, ico_holds
from dluhy.intake.cells.reading import CELL, DASHES, Read, number, shared_read, staged, sure, tidy

_MARK_LABEL = r"^(?i)(?:sp(?:is)?\. ?zn(?:\.|ačka)|spisová značka|č\. ?j\.|čj\.)[ :]*"
_EXECUTOR = (
    r"^(?i)(?:(?P<office>\d{1,3})[ .-]?)?(?P<register>EX[A-Z]{0,4}|EZ|EU|ED)\.?[ -]?(?P<number>\d{1,7}) ?/ ?"
    r"(?P<year>\d{4}|\d{2})(?: ?- ?(?P<sheet>\d{1,4}))?$"
)
_COURT = (
    r"^(?i)(?:(?P<court>[KM]S[A-Z]{2,3}) ?)?(?P<senate>\d{1,3})? ?(?P<register>[A-Z]{1,4}) ?(?P<number>\d{1,7}) ?/ ?"
    r"(?P<year>\d{4})(?: ?- ?(?P<sheet>\d{1,4}))?$"
)
_REGISTER_NAMES = (
    "A Ad Ads Af Afs Ans Ao Aps Ars As Az C Ca Cdo Cm Cmo Co D E EC ECm EPR EVC EVCm EXE "
    "ICm ICdo INS KSE L Nad Nc Nt Odo P Ro Rod Rt Sd Si T Td Tdo Tm To Tz U Un"
)
_REGISTERS = {name.lower(): name for name in _REGISTER_NAMES.split()}
"""Registers of courts in their usual spelling; EXE is the courts' own, not an executor's."""
_WITHOUT_SENATE = ["epr"]
_COURTS_EXE = "EXE"
_OFFICE_DIGITS = 3

_ICO_LABEL = r"^(?i)i[čc]o?[ :.]*"
_ICO_IN_NAME = (
    r"^(?i)(?P<before>.*?)[ ,;(-]*\bi[čc]o?\b[ :.]*(?P<ico>\d(?: ?\d){5,7})(?P<after>\)?(?:[,;.)].*| [^\d].*)?)$"
)
_ICO_IN_BRACKETS = r"^(?P<before>.*?) ?\((?P<ico>\d{8})\)(?P<after>.*)$"
_LOOSE_ENDS = " ,;:)-"

_USUAL_EXECUTOR = r"^\d{3} EX [1-9]\d{0,6}/\d{2}$"
"""A mark that is read as it is written: almost all of a well-kept list."""

_f = pl.col


def file_mark(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read a file mark into its usual form: "013EX1/2022" -> "013 EX 1/22", "12C34/2015" -> "12 C 34/2015".

    Values are `target` (String, other texts as they stand) and executor_mark (Boolean, null where empty): whether it
    is a court executor's mark of a register EX with the number of the office.
    """
    made = staged(
        pl.col(column),
        dtype,
        {"text": tidy(CELL, dtype), "written": pl.col(CELL).cast(pl.String).str.strip_chars()},
        {"bare": _f("text").str.replace_many(list(DASHES[1:]), ["-"]).str.replace(_MARK_LABEL, "")},
        {"executors": _f("bare").str.extract_groups(_EXECUTOR), "courts": _f("bare").str.extract_groups(_COURT)},
        {"executors_mark": _executors_mark(), "courts_mark": _courts_mark()},
        {"usual": pl.coalesce(_f("executors_mark"), _f("courts_mark"))},
        {
            "mark": pl.coalesce(_f("usual"), pl.when(_f("text").is_not_null()).then(_f("written"))),
            "executor_mark": pl.when(_f("text").is_not_null()).then(_of_office()),
            "file_mark": sure(_f("usual") != _f("text")),
            "unusual_file_mark": _f("text").is_not_null() & _f("usual").is_null(),
        },
    )
    read = shared_read(
        made,
        {target: "mark", "executor_mark": "executor_mark"},
        repairs=("file_mark",),
        warnings=("unusual_file_mark",),
    )
    if dtype != pl.String:
        return read
    cell = pl.col(column)
    as_written = {target: cell, "executor_mark": pl.when(cell.is_not_null()).then(pl.lit(value=True))}
    return evolve(read, usual=(cell.str.contains(_USUAL_EXECUTOR) | cell.is_null(), as_written))


def company_number(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read a company number (IČO) into eight digits (String); what is none stays as text with a warning."""
    bare = _f("text").str.replace(_ICO_LABEL, "").str.replace(r"\.0+$", "").str.replace_all(" ", "", literal=True)
    made = staged(
        pl.col(column),
        dtype,
        {"text": tidy(CELL, dtype)},
        {"digits": bare.str.extract(rf"^(\d{{1,{ICO_DIGITS}}})$")},
        {
            "ico": pl.coalesce(_f("digits").str.zfill(ICO_DIGITS), _f("text")),
            "lost_zero": sure(_f("digits").str.len_chars() < ICO_DIGITS),
            "ico_checksum": _f("text").is_not_null() & ~sure(ico_holds(number(_f("digits")))),
        },
    )
    return shared_read(made, {target: "ico"}, repairs=("lost_zero",), warnings=("ico_checksum",))


def creditor(column: str, dtype: pl.DataType, target: str) -> Read:
    """Read the name of a creditor (String), and a company number written with it into creditor_ico_in_name (String).

    Eight digits in brackets without a label are taken for a company number only where their checksum holds.
    """
    labelled, bracketed = _f("labelled").struct, _f("bracketed").struct
    before, after = _f("before").str.strip_chars_end(_LOOSE_ENDS + "("), _f("after").str.strip_chars_start(_LOOSE_ENDS)
    joined = pl.concat_str(before, pl.when(after == "").then(pl.lit("")).otherwise(pl.lit(", ") + after))
    taken, digits = _f("ico_in_name"), _f("digits")
    made = staged(
        pl.col(column),
        dtype,
        {"text": tidy(CELL, dtype)},
        {
            "labelled": _f("text").str.extract_groups(_ICO_IN_NAME),
            "bracketed": _f("text").str.extract_groups(_ICO_IN_BRACKETS),
        },
        {"has_label": labelled.field("ico").is_not_null(), "holds": sure(ico_holds(number(bracketed.field("ico"))))},
        {
            name: pl.when(_f("has_label")).then(labelled.field(name)).when(_f("holds")).then(bracketed.field(name))
            for name in ("before", "ico", "after")
        },
        {"digits": _f("ico").str.replace_all(" ", "", literal=True), "rest": joined.str.strip_chars(" ,;:-")},
        {"ico_in_name": digits.is_not_null()},
        {
            "name": pl.when(~taken).then(_f("text")).when(_f("rest") != "").then(_f("rest")),
            "ico": digits.str.zfill(ICO_DIGITS),
            "lost_zero": sure(digits.str.len_chars() < ICO_DIGITS),
            "ico_checksum": taken & ~sure(ico_holds(number(digits))),
        },
    )
    return shared_read(
        made,
        {target: "name", "creditor_ico_in_name": "ico"},
        repairs=("ico_in_name", "lost_zero"),
        warnings=("ico_checksum",),
    )


def _executors_mark() -> pl.Expr:
    parts = _f("executors").struct
    office, register = parts.field("office"), parts.field("register").str.to_uppercase()
    prefix = pl.when(office.is_not_null()).then(office.str.zfill(_OFFICE_DIGITS) + " ").otherwise(pl.lit(""))
    mark = pl.concat_str(
        prefix, register, pl.lit(" "), *_number_and_year(_f("executors"), parts.field("year").str.tail(2))
    )
    return pl.when(register != _COURTS_EXE).then(mark)


def _of_office() -> pl.Expr:
    """Return whether an executor's mark names the office and is of a register EX."""
    parts = _f("executors").struct
    enforcing = parts.field("register").str.to_uppercase().str.starts_with("EX")
    return sure(_f("executors_mark").is_not_null() & parts.field("office").is_not_null() & enforcing)


def _courts_mark() -> pl.Expr:
    parts = _f("courts").struct
    written = parts.field("register").str.to_lowercase()
    register = written.replace_strict(_REGISTERS, default=None, return_dtype=pl.String)
    court, senate = parts.field("court"), parts.field("senate")
    named = pl.when(court.is_not_null()).then(court.str.to_uppercase() + " ").otherwise(pl.lit(""))
    prefix = pl.when(senate.is_not_null()).then(senate + " ").when(written.is_in(_WITHOUT_SENATE)).then(pl.lit(""))
    return pl.concat_str(named, prefix, register, pl.lit(" "), *_number_and_year(_f("courts"), parts.field("year")))


def _number_and_year(parts: pl.Expr, year: pl.Expr) -> tuple[pl.Expr, ...]:
    sheet = parts.struct.field("sheet")
    return (
        number(parts.struct.field("number")).cast(pl.String),
        pl.lit("/"),
        year,
        pl.when(sheet.is_not_null()).then("-" + number(sheet).cast(pl.String)).otherwise(pl.lit("")),
    )
