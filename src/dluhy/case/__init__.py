"""The case document about one client: what it may say, how it is read, its facts, its gaps."""

from dluhy.case.frames import CaseRows, Places, case_facts
from dluhy.case.gaps import Gap, gaps
from dluhy.case.model import Case
from dluhy.case.reading import ReadCase, parse_case, read_case
from dluhy.case.schema import case_schema, schema_text
from dluhy.case.template import template

__all__ = [
    "Case",
    "CaseRows",
    "Gap",
    "Places",
    "ReadCase",
    "case_facts",
    "case_schema",
    "gaps",
    "parse_case",
    "read_case",
    "schema_text",
    "template",
]
