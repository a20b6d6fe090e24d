"""Files of the right shape that contradict each other: place and reason in two languages, all at once."""

from __future__ import annotations

import pytest
from tests.law.support import Fault, changed, refusals, the_one, with_own_rules

FEES, OUTCOMES, FLAGS = "children/local_fees.toml", "children/outcomes.toml", "children/flags.toml"
PEOPLE, REMEDIES, PRESUMED = "children/people.toml", "children/remedies.toml", "children/presumptions.toml"
REPRESENTATIVE = 'id = "W0-REPRESENTATIVE"\nactor = "office"\naddressee = "child"\n'

INCOHERENT = [
    Fault(
        (FEES, '"182/1993 § 71 odst. 2"', '"182/1939 § 71 odst. 2"'),
        "unknown_act",
        f"{FEES} rule W0",
        "citace „182/1939 § 71 odst. 2“ nemá předpis v acts.toml",
        "“182/1939 § 71",
    ),
    Fault(
        (
            REMEDIES,
            'cites = ["280/2009 § 181 odst. 2", "Pl. ÚS 9/15 bod 24"]',
            'cites = ["280/2009 § 181 odst. 2", "Pl. ÚS 9/16 bod 24"]',
        ),
        "unknown_act",
        f"{REMEDIES} ladder RM-W0 step W0-STOP-TAX",
        "citace „Pl. ÚS 9/16 bod 24“ nemá předpis",
        "has no act",
    ),
    Fault(
        ("amounts/limits.toml", 'cites = ["120/2001 § 46 odst. 6"]', 'cites = ["121/2001 § 46 odst. 6"]'),
        "unknown_act",
        "amounts/limits.toml series motion_days_from_call",
        "citace „121/2001",
        "has no act in acts.toml",
    ),
    Fault(
        ("amounts/limits.toml", '"245/2000 § 2"', '"246/2000 § 2"'),
        "unknown_act",
        "amounts/limits.toml days public_holidays",
        "citace „246/2000 § 2“ nemá předpis",
        "has no act in acts.toml",
    ),
    Fault(
        (PRESUMED, '"280/2009 § 176"', '"281/2009 § 176"'),
        "unknown_act",
        f"{PRESUMED} presumption P-TITLE",
        "citace „281/2009 § 176“ nemá předpis",
        "has no act in acts.toml",
    ),
    Fault(
        (OUTCOMES, 'cites = ["89/2012 § 30 odst. 1", "89/2012 § 601 odst. 1"]', "cites = []"),
        "no_citation",
        f"{OUTCOMES} rule NOT_CHILD_DEBT",
        "nic se necituje",
        "nothing is cited",
    ),
    Fault(
        (FLAGS, 'if = "several_fee_years = true"', 'if = "several_years = true"'),
        "unknown_fact",
        f"{FLAGS} rule split_by_year „several_years = true“",
        "neznámá skutečnost",
        "unknown fact",
    ),
    Fault(
        (FEES, 'if = "property_occupied = false"', 'if = "property_ocupied = false"'),
        "unknown_fact",
        f"{FEES} rule W3-OWNER „property_ocupied = false“",
        "neznámá skutečnost",
        "unknown fact",
    ),
    Fault(
        (FEES, "IN ('system', 'deposit')", "IN ('system', 'depozit')"),
        "unknown_member",
        f"{FEES} rule W3 „fee_type IN ('system', 'depozit')“",
        "„depozit“ není ve slovníku fee_types",
        "“depozit” is not in the vocabulary fee_types",
    ),
    Fault(
        (FLAGS, 'if = "assessed_fee > triple_limit"', 'if = "assessed_fee * 3 > triple_limit"'),
        "condition_syntax",
        f"{FLAGS} rule over_triple „assessed_fee * 3 > triple_limit“",
        "na 14. znaku",
        "character 14",
    ),
    Fault(
        (FLAGS, 'if = "due_on <= 2010-12-31"', 'if = "due_on <= 2010-12-32"'),
        "condition_date",
        f"{FLAGS} rule six_years_passed „due_on <= 2010-12-32“",
        "neexistuje",
        "no day 2010-12-32",
    ),
    Fault(
        (
            REMEDIES,
            f'{REPRESENTATIVE}if = "age_today < 18 AND person_died = false"',
            f"{REPRESENTATIVE}if = \"age_today < 'osmnáct'\"",
        ),
        "wrong_type",
        f"{REMEDIES} ladder RM-W0 step W0-REPRESENTATIVE „age_today < 'osmnáct'“",
        "„age_today“ je typu int",
        "“age_today” is of type int",
    ),
    Fault(
        (FLAGS, 'if = "[W0]"', 'if = "[W9]"'),
        "unknown_rule",
        f"{FLAGS} rule boundary_2012 „[W9]“",
        "neznámé pravidlo W9",
        "unknown rule W9",
    ),
    Fault(
        (PEOPLE, 'if = "unpaid_fee_years >= 2"', 'if = "fee_years_covered >= 2"'),
        "wrong_subject",
        f"{PEOPLE} rule notify_ospod „fee_years_covered >= 2“",
        "„fee_years_covered“ nevypovídá o předmětu person",
        "“fee_years_covered” is not about a person",
    ),
    Fault(
        (OUTCOMES, 'debt_kind = ["maintenance",', 'debt_kind = ["alimony",'),
        "unknown_member",
        f"{OUTCOMES} rule NOT_COVERED applies debt_kind",
        "„alimony“ není ve slovníku",
        "“alimony” is not in",
    ),
    Fault(
        (FLAGS, 'fee_type = ["old", "system"] }', 'fee_kind = ["old", "system"] }'),
        "unknown_fact",
        f"{FLAGS} rule over_triple applies fee_kind",
        "není skutečnost se slovníkem",
        "no fact with a vocabulary",
    ),
    Fault(
        (FEES, 'verdict = "none_of_child"', 'verdict = "nobody"'),
        "unknown_member",
        f"{FEES} rule W0",
        "„nobody“ není ve slovníku verdicts",
        "“nobody” is not in the vocabulary verdicts",
    ),
    Fault(
        (FEES, 'remedies = ["RM-OWNER"]', 'remedies = ["RM-OWNERS"]'),
        "unknown_ladder",
        f"{FEES} rule W3-OWNER",
        "neznámý postup RM-OWNERS",
        "unknown ladder RM-OWNERS",
    ),
    Fault(
        (REMEDIES, 'id = "W0-CHECK"\nactor = "office"', 'id = "W0-CHECK"\nactor = "officer"'),
        "unknown_member",
        f"{REMEDIES} ladder RM-W0 step W0-CHECK",
        "„officer“ není ve slovníku roles",
        "not in the vocabulary roles",
    ),
    Fault(
        (FLAGS, 'id = "day_estimated"\ntopic = "children"', 'id = "day_estimated"\ntopic = "adults"'),
        "no_horizon",
        f"{FLAGS} rule day_estimated",
        "téma adults nemá horizont",
        "the topic adults has no horizon",
    ),
    Fault(
        (
            PRESUMED,
            'value = false\nwhen = "full_capacity_on IS NULL"',
            'value = "ne"\nwhen = "full_capacity_on IS NULL"',
        ),
        "wrong_type",
        f"{PRESUMED} presumption P-NO-CAPACITY",
        "je typu bool, čeká se hodnota ne",
        "is of type bool",
    ),
    Fault(
        (PRESUMED, 'value = "payment_assessment"', 'value = "payment"'),
        "unknown_member",
        f"{PRESUMED} presumption P-TITLE",
        "„payment“ není ve slovníku title_kinds",
        "“payment” is not in",
    ),
    Fault(
        (PRESUMED, 'fact = "in_institution"', 'fact = "due_on"'),
        "unknown_fact",
        f"{PRESUMED} presumption P-NO-INSTITUTION",
        "„due_on“ nelze předpokládat",
        "“due_on” cannot be presumed",
    ),
    Fault(
        ("kinds/facts.toml", '[[fact]]\nname = "owners_association"', '[[fact]]\nname = "association"'),
        "missing_label",
        "facts owners_association",
        "nemá český a anglický popisek",
        "no Czech and English label",
    ),
    Fault(
        ("amounts/limits.toml", "  2015-01-01,", "  2014-12-31, 2015-01-01,"),
        "day_outside",
        "amounts/limits.toml days public_holidays",
        "den 2014-12-31 je mimo",
        "2014-12-31 is outside",
    ),
]


@pytest.mark.parametrize("fault", INCOHERENT, ids=lambda fault: f"{fault.code} in {fault.place}")
def test_a_contradiction_is_refused_with_its_place_and_its_reason_in_both_languages(fault: Fault) -> None:
    assert fault.is_named_in(refusals(changed(fault.change)))


def test_every_contradiction_between_the_files_is_said_at_once() -> None:
    problems = refusals(changed(*(fault.change for fault in INCOHERENT)))

    assert [fault for fault in INCOHERENT if not fault.is_named_in(problems)] == []


def test_a_limit_that_runs_from_nothing_known_by_no_known_rule_is_refused() -> None:
    ladder = """
[[ladder]]
id = "RM"
topic = "children"
title = { cs = "postup", en = "ladder" }
[[ladder.step]]
id = "RM-MOTION"
actor = "child"
addressee = "executor"
effect = "stops_enforcement"
bears = "child"
title = { cs = "návrh", en = "motion" }
detail = { cs = "podrobně", en = "in detail" }
cost = { cs = "nic", en = "nothing" }
cost_evidence = "S"
cites = ["120/2001 § 55"]
evidence = "S"
[ladder.step.limit]
days = 15
runs_from = "reason_lerned_on"
counting = "osr75"
text = { cs = "15 dnů", en = "15 days" }
cites = ["120/2011 § 55"]
evidence = "S"
"""

    problems = refusals(with_own_rules(ladder))

    assert {problem.text("en") for problem in problems} == {
        "own.toml ladder RM step RM-MOTION: “reason_lerned_on” is no fact that holds a day [unknown_fact]",
        "own.toml ladder RM step RM-MOTION: “osr75” is not in the vocabulary countings [unknown_member]",
        "own.toml ladder RM step RM-MOTION: the citation “120/2011 § 55” has no act in acts.toml [unknown_act]",
    }


def test_a_label_of_a_fact_that_is_not_declared_is_refused() -> None:
    texts = changed(("kinds/facts.toml", '[[fact]]\nname = "owners_association"', '[[fact]]\nname = "association"'))

    assert the_one(refusals(texts), "unknown_fact").text("en") == (
        "kinds/facts.toml fact association: there is no such fact [unknown_fact]"
    )


def test_a_vocabulary_that_is_missing_is_named_with_the_fact_that_needs_it() -> None:
    texts = with_own_rules("")
    texts["kinds/debts.toml"] = texts["kinds/debts.toml"].replace(b"vocabulary.institution_kinds", b"vocabulary.homes")

    problem = the_one(refusals(texts), "missing_vocabulary")

    assert problem.text("cs") == "facts institution_kind: chybí slovník institution_kinds [missing_vocabulary]"
    assert (
        problem.text("en") == "facts institution_kind: the vocabulary institution_kinds is missing [missing_vocabulary]"
    )
