"""What the tests of the case document share: small documents, and what is said against them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dluhy.case import Case, parse_case
from dluhy.problems import InputError, Problem

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "pripady"
AS_OF = date(2026, 11, 21)
HEAD = {"ref": "2026/001", "as_of": "2026-11-21"}


def written(**parts: Any) -> str:  # noqa: ANN401 - any JSON
    """Return a case as JSON, the required head and the parts given."""
    return json.dumps({**HEAD, **parts}, ensure_ascii=False)


def read(**parts: Any) -> Case:  # noqa: ANN401 - any JSON
    """Return the case of the parts given; fails if it is refused."""
    return parse_case(written(**parts))


def refusals(content: str | bytes, **how: Any) -> list[Problem]:  # noqa: ANN401 - place and form
    """Return what is said against a document; fails if it is accepted."""
    with pytest.raises(InputError) as refused:
        parse_case(content, **how)
    return refused.value.problems


def codes(content: str | bytes, **how: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - place and form
    """Return code and place of everything said against a document."""
    return [(problem.code, problem.place) for problem in refusals(content, **how)]
