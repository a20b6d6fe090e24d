"""What the command files share: the language, the folder of rules, days as people write them."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from cyclopts import App, Group, Parameter

DONE: Final = 0
UNUSABLE: Final = 2

Lang = Annotated[Literal["cs", "en"], Parameter(help="Jazyk výstupu: cs nebo en.")]
RulesFolder = Annotated[
    Path | None, Parameter(name="--rules", help="Složka se sadou pravidel; jinak ta dodaná s programem.")
]


def command_group(name: str, about: str) -> App:
    """Return an app of commands whose help has Czech headings also where it is made before the whole command line."""
    return App(
        name=name,
        help=about,
        group_commands=Group("Příkazy"),
        group_arguments=Group("Argumenty"),
        group_parameters=Group("Volby"),
    )


def day_of(text: str) -> date | None:
    """Return a day written as RRRR-MM-DD or D. M. RRRR; None for anything else."""
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip())
    czech = re.fullmatch(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})", text.strip())
    parts = iso.groups() if iso else czech.groups()[::-1] if czech else None
    try:
        return None if parts is None else date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def today() -> date:
    """Return the day of this machine."""
    return datetime.now().astimezone().date()


def chosen_day(as_of: str | None) -> date | None:
    """Return the day asked for, today for none; None, told on standard error, if it is no day."""
    day = today() if as_of is None else day_of(as_of)
    if day is None:
        print(
            f"dluhy: „{as_of}“ není den (čeká se RRRR-MM-DD nebo D. M. RRRR) / is no day (YYYY-MM-DD)", file=sys.stderr
        )
    return day
