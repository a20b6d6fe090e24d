"""The facts of the program, declared once: name, type, subject, and what each is computed from.

A *base* fact comes from the input; a *derived* one has inputs here and a function of the same name in
`dluhy.facts.derived`. A fact may be both (a fee year is given, or read off the due date): what is given wins.

A *ranged* fact may be known only within limits. It occupies two columns, `<name>_from` and `<name>_to`, both
inclusive; equal ends mean an exact value, a null end is open, two nulls mean unknown. Dates known to the month
or year and ages computed from them are ranged. Every other fact is one column where null means unknown.

Labels, questions and sources of facts for people are data (`rules/kinds/facts.toml`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

import polars as pl
from attrs import frozen

FactType = Literal["bool", "int", "year", "date", "money", "text", "enum"]
Subject = Literal[
    "debt", "title", "enforcement", "person", "household", "obligation", "claim", "petition", "creditor",
    "municipality", "municipal_debt", "municipal_household", "place",
]  # fmt: skip
Rows = Literal[
    "debts", "households", "obligations", "claims", "petitions", "municipal_debts", "municipal_households", "places"
]

SUBJECT_KEYS: Final[dict[Subject, str | None]] = {
    "debt": None,  # one row of a list is one debt with its title and its enforcement
    "title": None,
    "enforcement": None,
    "person": "person_id",
    "household": None,  # one row is one household on its day
    "obligation": None,  # one row is one debt or payment of a household
    "claim": None,  # one row is one claim against a debtor, whatever its origin
    "petition": None,  # one row is one petition for debt relief, of one person or of spouses together
    "creditor": "creditor_id",
    "municipality": "municipality_code",
    "municipal_debt": None,  # one row is one debt with what is known of its debtor, the household and the place
    "municipal_household": None,  # one row is one household with what is known of its people and the place
    "place": None,  # one row is one municipality
}
"""The column that groups rows into a subject; None for the subjects that a row itself is."""


ROWS_OF: Final[dict[Subject, Rows]] = {
    "household": "households", "obligation": "obligations", "claim": "claims", "petition": "petitions",
    "municipal_debt": "municipal_debts", "municipal_household": "municipal_households", "place": "places",
}  # fmt: skip
"""What the rows of a frame are in which rules about a subject are judged; debts, where nothing is said here."""

JUDGED_ROWS: Final[frozenset[Rows]] = frozenset({"municipal_debts", "municipal_households"})
"""Rows made of rows that were judged before, so that nothing is presumed of them again."""

LARGEST_WHOLE: Final = 2**31 - 1
"""The largest whole number a fact can hold: whole numbers and years are Int32 columns."""

_CARRIED_COLUMNS: Final = ("creditor_name", "creditor_ico", "enforcement_ref", "title_ref", "debt_id", "stated_kind")
_RESULT_COLUMNS: Final = (
    "row", "part", "repairs", "warnings",
    "outcome", "verdict", "child_owes", "verify", "missing", "worth_asking", "asked_for_steps",
    "grounds", "flags", "presumed", "next_step", "list", "urgency", "NEEDS_DATA",
    "debts", "debts_to_stop", "debts_undecided", "balance_to_stop", "rows",
)  # fmt: skip
RESERVED_COLUMNS: Final = frozenset(
    (*_CARRIED_COLUMNS, *_RESULT_COLUMNS, *(key for key in SUBJECT_KEYS.values() if key))
)
"""Columns of a list or a result that are no facts; no rule may be called so."""


@frozen(kw_only=True)
class FactSpec:
    """One declared fact.

    `vocabulary` names the closed list of an enum; `inputs` are the facts a derived one is computed from; `asked` says
    that a person can supply it, so that it may stand in a list of missing facts; `partition` names rules whose results
    it reads too; `decided` that it is never null; `most` is the largest number it is.
    """

    name: str
    type: FactType
    subject: Subject = "debt"
    ranged: bool = False
    vocabulary: str | None = None
    inputs: tuple[str, ...] = ()
    asked: bool = True
    aggregate_of: Subject | None = None
    partition: str | None = None
    decided: bool = False
    most: int | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The frame columns that hold the fact."""
        return (f"{self.name}_from", f"{self.name}_to") if self.ranged else (self.name,)

    @property
    def ordered(self) -> bool:
        """Whether `<`, `BETWEEN` and the like make sense."""
        return self.type in {"int", "year", "date", "money"}


def _base(
    name: str, type_: FactType, *, ranged: bool = False, vocabulary: str | None = None, subject: Subject = "debt"
) -> FactSpec:
    return FactSpec(name=name, type=type_, ranged=ranged, vocabulary=vocabulary, subject=subject)


def _derived(  # noqa: PLR0913 - the fields of a spec, by name
    name: str,
    type_: FactType,
    *inputs: str,
    ranged: bool = False,
    subject: Subject = "debt",
    asked: bool = False,
    aggregate_of: Subject | None = None,
    partition: str | None = None,
    decided: bool = False,
) -> FactSpec:
    return FactSpec(
        name=name,
        type=type_,
        ranged=ranged,
        inputs=inputs,
        subject=subject,
        asked=asked,
        aggregate_of=aggregate_of,
        partition=partition,
        decided=decided,
    )


_ALL: Final = (
    FactSpec(name="as_of", type="date", asked=False),
    # of the person
    _base("birth_date", "date", ranged=True),
    _base("full_capacity_on", "date", subject="person"),
    _base("died_on", "date", subject="person"),
    _base("childhood_property", "bool", subject="person"),
    _base("insolvency_running", "bool", subject="person"),
    _base("insolvency_began_on", "date", ranged=True, subject="person"),
    _base("insolvency_found_on", "date", ranged=True, subject="person"),
    _base("relief_by_instalments", "bool", subject="person"),
    # of the debt
    _base("debt_kind", "enum", vocabulary="debt_kinds"),
    _derived("fee_year", "year", "due_on", ranged=True, asked=True),
    _base("due_on", "date", ranged=True),
    _base("arose_on", "date", ranged=True),
    _base("fee_type", "enum", vocabulary="fee_types"),
    _base("principal", "money"),
    _base("increase", "money"),
    _base("interest", "money"),
    _base("penalty", "money"),
    _base("costs", "money"),
    _base("balance", "money"),
    _derived("in_institution", "bool", "institution_months", asked=True),
    _base("institution_kind", "enum", vocabulary="institution_kinds"),
    FactSpec(name="institution_months", type="int", most=12),
    _base("child_owns_property", "bool"),
    _base("owners_association", "bool"),
    _base("property_occupied", "bool"),
    _base("acted_by", "enum", vocabulary="acting_people"),
    _base("earning_activity", "bool"),
    _base("court_approval", "enum", vocabulary="approvals"),
    _base("fare", "money"),
    _base("surcharge", "money"),
    _base("contractual_penalty", "money"),
    _base("insured_status", "enum", vocabulary="insured_statuses"),
    _base("health_fee_kind", "enum", vocabulary="health_fee_kinds"),
    _base("tort_nature", "enum", vocabulary="tort_natures"),
    _base("inheritance_inventory", "bool"),
    _base("inherited_rent", "bool"),
    _base("refinances_childhood", "bool"),
    _base("creditor_changed", "bool"),
    _base("secured", "bool"),
    # of the title
    _base("title_kind", "enum", vocabulary="title_kinds", subject="title"),
    _base("title_issued_on", "date", ranged=True, subject="title"),
    _base("served_only_on_conflicted_guardian", "bool", subject="title"),
    _base("never_properly_served", "bool", subject="title"),
    _base("proceedings_began_on", "date", ranged=True, subject="title"),
    _base("title_learned_on", "date", subject="title"),
    _base("parent_passive", "bool", subject="title"),
    _base("parent_in_conflict", "bool", subject="title"),
    _base("registered_at_town_hall", "bool", subject="title"),
    _base("guardian_ad_litem", "enum", vocabulary="guardians_ad_litem", subject="title"),
    _base("in_care_at_service", "bool", subject="title"),
    _base("service_by_fiction", "bool", subject="title"),
    _base("child_heard", "bool", subject="title"),
    # of the enforcement
    _base("enforcement_kind", "enum", vocabulary="enforcement_kinds", subject="enforcement"),
    _base("enforcement_status", "enum", vocabulary="enforcement_statuses", subject="enforcement"),
    _base("call_served_on", "date", subject="enforcement"),
    _base("reason_learned_on", "date", subject="enforcement"),
    _base("enforcement_began_on", "date", ranged=True, subject="enforcement"),
    _base("order_final_on", "date", ranged=True, subject="enforcement"),
    _base("last_recovered_on", "date", ranged=True, subject="enforcement"),
    _base("nothing_recovered", "bool", subject="enforcement"),
    _base("recovered", "money", subject="enforcement"),
    _base("real_estate_attached", "bool", subject="enforcement"),
    _base("movables_inventory", "bool", subject="enforcement"),
    _base("advance_call_on", "date", subject="enforcement"),
    # computed, of time
    _derived("minority_day", "date", "debt_kind", "due_on", "fee_year", "fee_year_estimated", "arose_on", ranged=True),
    _derived("birth_number_of_day", "int", "birth_date", ranged=True),
    _derived("capacity_too_early", "bool", "full_capacity_on", "birth_number_of_day"),
    _derived("age_on_minority_day", "int", "birth_number_of_day", "minority_day", "age_today", ranged=True),
    _derived("born_after_minority_day", "bool", "age_on_minority_day"),
    _derived("days_impossible", "bool", "minority_day", "arose_on", "died_on", "birth_date", "as_of"),
    _derived("age_at_fee_year_start", "int", "birth_number_of_day", "fee_year", ranged=True),
    _derived("age_today", "int", "birth_number_of_day", "as_of", ranged=True),
    _derived("days_to_12", "int", "birth_date", "as_of", ranged=True),
    _derived("days_to_13", "int", "birth_date", "as_of", ranged=True),
    _derived("days_to_15", "int", "birth_date", "as_of", ranged=True),
    _derived("days_to_18", "int", "birth_date", "as_of", ranged=True),
    _derived("days_to_21", "int", "birth_date", "as_of", ranged=True),
    _derived("full_capacity_on_minority_day", "bool", "full_capacity_on", "minority_day"),
    _derived("minority_day_estimated", "bool", "debt_kind", "due_on", "fee_year"),
    _derived("fee_year_estimated", "bool", "due_on"),
    _derived("collection_ends_on", "date", "minority_day", ranged=True),
    _derived("age_when_assessed", "int", "birth_number_of_day", "title_issued_on", ranged=True, subject="title"),
    _derived("minor_when_assessed", "bool", "age_when_assessed", subject="title"),
    _derived(
        "motion_limit_on",
        "date",
        "reason_learned_on",
        "call_served_on",
        "enforcement_kind",
        "enforcement_status",
        "as_of",
        subject="enforcement",
    ),
    _derived("stated_in_institution", "bool", "institution_months"),
    _derived(
        "age_when_sued",
        "int",
        "birth_number_of_day",
        "proceedings_began_on",
        "title_issued_on",
        "as_of",
        ranged=True,
        subject="title",
    ),
    _derived("minor_when_sued", "bool", "age_when_sued", subject="title"),
    _derived("debt_finished", "bool", "balance", "enforcement_status", "enforcement_kind"),
    _derived("limitation_ends_on", "date", "title_kind", "title_issued_on", "due_on", ranged=True),
    _derived(
        "fruitless_ends_on",
        "date",
        "enforcement_began_on",
        "order_final_on",
        "last_recovered_on",
        "nothing_recovered",
        ranged=True,
        subject="enforcement",
    ),
    # computed, of a fare
    _derived("surcharge_charged", "money", "surcharge", "fare", "principal", ranged=True),
    _derived("surcharge_cap", "money", "arose_on"),
    # computed, of the fee
    _derived("fee_years_covered", "int", "fee_year", "fee_year_estimated"),
    _derived("several_fee_years", "bool", "fee_years_covered"),
    _derived("assessed_fee", "money", "principal", "increase", ranged=True),
    _derived("triple_limit", "money", "debt_kind", "fee_type", "fee_year", "fee_years_covered"),
    _derived("tax_code_accessories", "money", "interest", "penalty", ranged=True),
    # computed, of the person
    _derived(
        "unpaid_fee_years",
        "int",
        "debt_kind",
        "fee_year",
        "fee_year_estimated",
        "age_on_minority_day",
        "balance",
        ranged=True,
        subject="person",
        asked=True,
        aggregate_of="debt",
    ),
    _derived("person_age", "int", "age_today", ranged=True, subject="person", aggregate_of="debt"),
    _derived("person_days_to_18", "int", "days_to_18", ranged=True, subject="person", aggregate_of="debt"),
    _derived(
        "childhood_debts", "int", "age_on_minority_day", "age_today", ranged=True, subject="person", aggregate_of="debt"
    ),
    _derived("person_died", "bool", "died_on", subject="person", aggregate_of="debt", decided=True),
    _derived(
        "person_of_capacity", "bool", "full_capacity_on", "as_of", subject="person", aggregate_of="debt", decided=True
    ),
    _derived("births_disagree", "bool", "birth_date", subject="person", aggregate_of="debt"),
    _derived(
        "childhood_two_thirds",
        "bool",
        "debt_kind",
        "balance",
        "age_on_minority_day",
        "refinances_childhood",
        "secured",
        subject="person",
        aggregate_of="debt",
    ),
    _derived(
        "childhood_two_thirds_kept",
        "bool",
        "debt_kind",
        "balance",
        "age_on_minority_day",
        "refinances_childhood",
        "secured",
        subject="person",
        aggregate_of="debt",
        partition="who_owes",
    ),
    _derived("person_limit_on", "date", "motion_limit_on", subject="person", aggregate_of="debt"),
    _derived("person_limit_running", "bool", "person_limit_on", "as_of", subject="person"),
)

FACTS: Final[dict[str, FactSpec]] = {spec.name: spec for spec in _ALL}
"""Every declared fact by name."""

STEP_FACTS: Final = ("debt_finished", "motion_limit_on", "person_days_to_18", "person_died")
"""Facts that a plan of steps reads beside the conditions of the steps."""

_PLAIN_TYPES: Final[dict[FactType, pl.DataType]] = {
    "bool": pl.Boolean(),
    "int": pl.Int32(),
    "year": pl.Int32(),
    "date": pl.Date(),
    "money": pl.Int64(),
    "text": pl.String(),
}


def dtype_of(spec: FactSpec, members: dict[str, list[str]]) -> pl.DataType:
    """Return the column type of a fact; `members` gives the codes of each vocabulary."""
    if spec.type == "enum":
        return _enum(tuple(members[spec.vocabulary or ""]))
    return _PLAIN_TYPES[spec.type]


@lru_cache(maxsize=256)
def _enum(codes: tuple[str, ...]) -> pl.Enum:
    return pl.Enum(codes)


def base_schema(members: dict[str, list[str]]) -> dict[str, pl.DataType]:
    """Return the columns of every fact that an input may give, with their types."""
    return {column: dtype_of(spec, members) for spec in FACTS.values() if spec.asked for column in spec.columns}
