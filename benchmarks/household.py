"""The workloads of the household: one picture of a case, and many net wages, benefits and indicators at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl

CASE = Path(__file__).resolve().parents[1] / "fixtures" / "domacnosti" / "06_rodina_dva_dluznici_dluh_ditete.toml"
MONTH = date(2026, 10, 1)
MANY = 200_000
KORUNA = 100


def picture() -> object:
    """Return the picture of a household of five with its indicators, benefits, triage and deductions."""
    from dluhy.case import read_case
    from dluhy.screening import household_of

    return household_of(read_case(CASE).case)


def wages() -> pl.DataFrame:
    """Return many wages of one month with everything known."""
    number = pl.int_range(0, MANY, eager=True)
    yes, no = pl.repeat(value=True, n=MANY, eager=True), pl.repeat(value=False, n=MANY, eager=True)
    return pl.DataFrame(
        {
            "month": [MONTH] * MANY,
            "gross": (number * 7 % 90_000 + 15_000) * KORUNA,
            "kind": ["employment"] * MANY,
            "declaration": yes,
            "relief_children": number % 4,
            "first_order": pl.repeat(1, MANY, eager=True, dtype=pl.Int64),
            "invalidity": pl.repeat(0, MANY, eager=True, dtype=pl.Int64),
            "ztp_p": no,
            "state_insured": number % 5 == 0,
            "working_pensioner": no,
        }
    )


def homes() -> pl.DataFrame:
    """Return what the social assistance benefit asks of many tenants of one district."""
    number = pl.int_range(0, MANY, eager=True)
    return pl.DataFrame(
        {
            "month": [MONTH] * MANY,
            "minimum": (number % 4 * 3_000 + 5_500) * KORUNA,
            "income_sum": (number * 13 % 120_000) * KORUNA,
            "work_income_sum": (number * 13 % 120_000 // 2) * KORUNA,
            "members": number % 4 + 1,
            "counted": number % 4 + 1,
            "all_vulnerable": number % 3 == 0,
            "children": number % 4,
            "needs": (number % 4 * 3_000 + 5_500) * KORUNA,
            "home": ["tenant_flat"] * MANY,
            "rent": (number * 11 % 12_000 + 3_000) * KORUNA,
            "services": (number % 3_000) * KORUNA,
            "energy": (number % 4_000) * KORUNA,
            "solid_fuel": number % 7 == 0,
            "norm_place": ["cz0413"] * MANY,
        }
    )


def facts() -> pl.DataFrame:
    """Return the figures of many households for their indicators."""
    number = pl.int_range(0, MANY, eager=True)
    amounts = {name: (number * step % most) * KORUNA for name, step, most in (
        ("income_net", 17, 60_000), ("deducted", 3, 6_000), ("housing_costs", 5, 20_000), ("energy_costs", 7, 6_000),
        ("housing_benefits", 2, 5_000), ("expenses", 11, 50_000), ("living_costs", 9, 20_000),
        ("debt_instalments", 4, 9_000), ("debt_total", 101, 900_000), ("living_minimum", 1, 20_000),
    )}  # fmt: skip
    return pl.DataFrame(
        {**amounts, "adults": number % 3 + 1, "children": number % 4, "enforcements_running": number % 5}
    )


def bare_wages(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the net wages by a bare formula in polars: constants of one month, full insurance, no checks."""
    gross = pl.col("gross")
    base = -(-gross // (100 * KORUNA)) * (100 * KORUNA)
    advance = -(-base * 15 // (100 * KORUNA)) * KORUNA
    credit = 2_570 * KORUNA + pl.col("relief_children") * 1_500 * KORUNA
    insured = -(-gross * 71 // (1_000 * KORUNA)) * KORUNA - gross * 45 // (1_000 * KORUNA) * KORUNA
    return frame.with_columns(net=gross - insured - (advance - credit).clip(lower_bound=0))
