"""A question is asked where it may matter for the household, never where what is known rules it out."""

from __future__ import annotations

from datetime import date

import pytest

from dluhy.dates import parse_span
from dluhy.household.model import Circle, Housing, IncomeLine, Member
from dluhy.law.pack import default_pack
from dluhy.report.household_questions import relevant

ON = date(2026, 11, 21)
WORKER = Member(id="a", role="debtor", born=parse_span("1985-03-03"), activity="employed", pension="none")
PENSIONER = Member(id="p", role="debtor", born=parse_span("1952-03-03"), activity="pensioner", pension="old_age")
CHILD = Member(id="c", role="child", born=parse_span("2018-03-03"))
PRISONER = Member(id="v", role="spouse", born=parse_span("1985-03-03"), activity="prisoner")


def circle(
    *members: Member, tenure: str | None = None, dwelling: str | None = "flat_or_house", kind: str = "wage"
) -> Circle:
    lines = (IncomeLine(person="a", kind=kind, net=100),)
    return Circle(on=ON, members=members or None, incomes=lines, housing=Housing(tenure=tenure, dwelling=dwelling))


@pytest.mark.parametrize(
    ("code", "household", "asked"),
    [
        ("notice_given", circle(WORKER, tenure="owned"), False),
        ("notice_given", circle(WORKER, tenure="rented"), True),
        ("notice_given", circle(WORKER), True),
        ("stays_with_others_unwillingly", circle(WORKER, tenure="rented"), False),
        ("stays_with_others_unwillingly", circle(WORKER, tenure="with_relatives"), True),
        ("stays_with_others_unwillingly", circle(WORKER), True),
        ("release_within_3_months_without_home", circle(WORKER, CHILD), False),
        ("release_within_3_months_without_home", circle(WORKER, PRISONER), True),
        ("release_within_3_months_without_home", circle(WORKER, kind="foster_child_allowance"), True),
        ("release_within_3_months_without_home", circle(WORKER, dwelling="institution"), True),
        ("release_within_3_months_without_home", circle(Member(id="x")), True),
        ("release_within_3_months_without_home", circle(), True),
        ("schooling_at_risk", circle(PENSIONER), False),
        ("schooling_at_risk", circle(PENSIONER, CHILD), True),
        ("schooling_at_risk", circle(), True),
        ("health_limits_work", circle(PENSIONER, CHILD), False),
        ("health_limits_work", circle(WORKER), True),
        ("health_limits_work", circle(), True),
        ("cut_off_notice", circle(WORKER, dwelling="hostel"), False),
        ("cut_off_notice", circle(WORKER, dwelling=None), True),
        ("supporting_family", circle(PENSIONER, tenure="owned"), True),
    ],
)
def test_a_question_is_asked_only_where_it_may_matter(code: str, household: Circle, *, asked: bool) -> None:
    assert relevant(code, household, default_pack()) is asked
