"""dluhy: an open engine for Czech debt advice and for finding enforcements against children.

from datetime import date
from dluhy import check_list

result = check_list("seznam.xlsx", as_of=date(2026, 11, 21))
result.people  # one row per person, most urgent first

from dluhy import screen

found = screen("klient.toml")  # also a mapping, or the content of a document
found.text("cs")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dluhy.__about__ import program_version
    from dluhy.case import Case, read_case
    from dluhy.checking import ListResult, check_list, check_rows
    from dluhy.children.check import Checker, checker
    from dluhy.comparing import Comparison, compare_lists
    from dluhy.law.pack import Pack, default_pack, load
    from dluhy.negotiating import Negotiation, negotiate
    from dluhy.problems import (
        DluhyError,
        HorizonError,
        InputError,
        PackError,
        Problem,
        ReplayError,
    )
    from dluhy.replaying import Replayed, replay_content, replay_files
    from dluhy.screening import Screening, screen, screen_case
    from dluhy.screening_frames import screen_frames
    from dluhy.screening_frames_out import ScreeningFrames
    from dluhy.screening_many import Outcome, screen_many
    from dluhy.screening_relief import Relief, relieve, relieve_case
    from dluhy.screening_what_if import WhatIf, what_if

__all__ = [
    "Case",
    "Checker",
    "Comparison",
    "DluhyError",
    "HorizonError",
    "InputError",
    "ListResult",
    "Negotiation",
    "Outcome",
    "Pack",
    "PackError",
    "Problem",
    "Relief",
    "ReplayError",
    "Replayed",
    "Screening",
    "ScreeningFrames",
    "WhatIf",
    "check_list",
    "check_rows",
    "checker",
    "compare_lists",
    "default_pack",
    "load",
    "negotiate",
    "program_version",
    "read_case",
    "relieve",
    "relieve_case",
    "replay_content",
    "replay_files",
    "screen",
    "screen_case",
    "screen_frames",
    "screen_many",
    "what_if",
]

_HOMES = {
    "program_version": "__about__",
    "Case": "case",
    "read_case": "case",
    "ListResult": "checking",
    "check_list": "checking",
    "check_rows": "checking",
    "Checker": "children.check",
    "checker": "children.check",
    "Comparison": "comparing",
    "compare_lists": "comparing",
    "Negotiation": "negotiating",
    "negotiate": "negotiating",
    "Replayed": "replaying",
    "replay_content": "replaying",
    "replay_files": "replaying",
    "Screening": "screening",
    "screen": "screening",
    "screen_case": "screening",
    "screen_frames": "screening_frames",
    "ScreeningFrames": "screening_frames_out",
    "Outcome": "screening_many",
    "screen_many": "screening_many",
    "Relief": "screening_relief",
    "relieve": "screening_relief",
    "relieve_case": "screening_relief",
    "WhatIf": "screening_what_if",
    "what_if": "screening_what_if",
    "Pack": "law.pack",
    "default_pack": "law.pack",
    "load": "law.pack",
    "DluhyError": "problems",
    "HorizonError": "problems",
    "InputError": "problems",
    "PackError": "problems",
    "Problem": "problems",
    "ReplayError": "problems",
}


def __getattr__(name: str) -> object:
    """Load a public name on first use, so that `import dluhy` costs nothing."""
    if name not in _HOMES:
        msg = f"module 'dluhy' has no attribute '{name}'"
        raise AttributeError(msg)
    from importlib import import_module  # noqa: PLC0415 - only when a name is asked for

    return getattr(import_module(f"dluhy.{_HOMES[name]}"), name)
