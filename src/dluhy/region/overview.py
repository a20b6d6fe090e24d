"""What a region sees of its municipalities: frames that a workbook, a page, a map and programs are made from.

Every number is of debts that are or may be from childhood; debts that surely are not are told apart as `others`. Money
is in haléře. Null means: not reported, not stated, or hidden; which of them, the columns beside it say. Nothing here
is of a person, but small counts may point at one: a release that is not `public` is not to be published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import polars as pl
from attrs import frozen

from dluhy.places import INHABITANTS_15PLUS_ON

if TYPE_CHECKING:
    from datetime import date

Group = Literal["children", "adults", "undecided"]

GROUPS: Final[tuple[Group, ...]] = ("children", "adults", "undecided")
"""Who owes debts that are or may be from childhood: under 18 today; grown up; it cannot be told (data are missing)."""

LEVELS: Final = ("municipality", "authority", "district", "region")
"""Municipality, municipality with extended powers (ORP), district, region (or everything that was read)."""

ALL: Final = "all"
"""All groups together, in tables."""

TABLES: Final = (
    "regimes", "verdicts", "tones", "who_owes", "debt_kinds", "creditor_kinds", "creditors", "enforcement_kinds",
    "enforcement_statuses", "steps", "birthdays", "changes", "measures", "interventions",
)  # fmt: skip
"""The tables of codes, each counted by itself and by group, never one by another.

`regimes` are rule ids of the pack and NEEDS_DATA; `verdicts`, `debt_kinds`, `enforcement_kinds` (and "over" once it was
stopped or ended), `enforcement_statuses` codes of vocabularies of those names; `tones` of `dluhy.negotiating.TONES`;
`who_owes` of `dluhy.children.outcome.ANSWERS`; `creditor_kinds` of the vocabulary `region_creditors`; `creditors` are
bodies (code of the municipality, company number or plain name; of others the kind); `steps` ids of steps; `birthdays`
bands of days to the 18th birthday ("30": at most 30, "90": 31 to 90, … "later"; the debts of those children, in a
public release how many children);
`changes` of `dluhy.comparing.CHANGES`; `measures` ids of the strategy's measures, `interventions` M ids. "unknown" is
what the list does not say; "rest" stands in a public release for whatever is in no line. Steps, changes, measures
and interventions may count a debt several times, all others count it once.
"""

UNKNOWN: Final = "unknown"
REST: Final = "rest"

_OF_GROUPS: Final = {
    f"{group}{part}": dtype
    for group in GROUPS
    for part, dtype in {
        "": pl.Int64(), "_debts": pl.Int64(), "_halere": pl.Int64(), "_amounts_unknown": pl.Int64(),
        "_at_least": pl.Boolean(), "_hidden": pl.Boolean(),
    }.items()
}  # fmt: skip

AREAS: Final[dict[str, pl.DataType]] = {
    "level": pl.String(), "code": pl.String(), "name": pl.String(),
    "authority": pl.String(), "authority_name": pl.String(), "district": pl.String(), "district_name": pl.String(),
    "inhabitants": pl.Int64(), "inhabitants_15plus": pl.Int64(),
    "inhabitants_15plus_counted": pl.Int64(),
    "municipalities": pl.Int64(), "reported": pl.Int64(), "as_of": pl.Date(), "as_of_first": pl.Date(),
    **_OF_GROUPS,
    "people": pl.Int64(), "debts": pl.Int64(), "halere": pl.Int64(), "amounts_unknown": pl.Int64(),
    "at_least": pl.Boolean(), "hidden": pl.Int64(),
    "to_stop_people": pl.Int64(), "to_stop_debts": pl.Int64(), "to_stop_halere": pl.Int64(),
    "to_stop_at_least": pl.Boolean(),
    "by_executor_debts": pl.Int64(), "by_office_debts": pl.Int64(),
    "since_reported": pl.Int64(), "stopped_debts": pl.Int64(), "stopped_people": pl.Int64(),
    "stopped_halere": pl.Int64(), "stopped_at_least": pl.Boolean(),
    "birthdays_90": pl.Int64(), "others_people": pl.Int64(), "others_debts": pl.Int64(),
    "rows_judged": pl.Int64(), "rows_rejected": pl.Int64(),
}  # fmt: skip
"""The columns of a frame of areas.

* `level` one of LEVELS, `code` and `name` of the area; `authority` (ORP) and `district` it lies in (null above).
* `inhabitants` of the whole area, null where unknown for any of it; `inhabitants_15plus` those aged 15 and over, and
  `inhabitants_15plus_counted` those of the municipalities that reported: what a rate of the area may be based on.
* `municipalities` in the area and how many of them `reported`; a municipality has 1 and 1 or 0. Where `reported` is 0
  every number is null, never zero. `as_of` is the newest day of what was reported, `as_of_first` the oldest.
* for each of GROUPS: people (`children`), their debts (`children_debts`), the known sum of balances
  (`children_halere`; null where there are debts and no balance is known), debts without a known balance
  (`children_amounts_unknown`; not in a public release), `children_at_least`: whether the sum leaves out debts whose
  balance is not known (or rounding left nothing of it), and `children_hidden`: whether the numbers are null because
  they are too small to publish. Above municipalities sums are of what is published, and `…_hidden` says that something
  is left out of them.
* `people`, `debts`, `halere`, `amounts_unknown`, `at_least`: all groups together; null for a municipality with any of
  them hidden. `hidden`: how many of the counts of people below are hidden (of a municipality at most 3).
* `to_stop_…`: debts that the child does not owe (tone "stop"); `by_executor_debts`, `by_office_debts`: enforced now by
  a court executor, by an office. All null in a public release (the `tables` say it for the region).
* `since_reported`: municipalities that compared their list with an older one; `stopped_…`: debts whose enforcement
  was stopped since; null where nobody compared, and in a public release.
* `birthdays_90`: children who come of age within 90 days; `others_…`: people with no debt from childhood, debts that
  are none; `rows_…`: rows of lists, `rows_rejected` null where a list of several municipalities does not tell whose.
  All null in a public release.
"""

TABLE_ROWS: Final[dict[str, pl.DataType]] = {
    "level": pl.String(), "area": pl.String(), "table": pl.String(), "group": pl.String(), "code": pl.String(),
    "label_cs": pl.String(), "label_en": pl.String(),
    "debts": pl.Int64(), "people": pl.Int64(), "halere": pl.Int64(), "amounts_unknown": pl.Int64(),
    "municipalities": pl.Int64(),
}  # fmt: skip
"""The columns of `Overview.tables`: one row for each category that occurs.

`area` is the code of an area of `level`; `group` one of GROUPS or "all" (not in a public release, where a table is
of the region only); `label_cs`, `label_en` what the code is called; `municipalities` in how many it occurs. `halere`
null: no amount is stated; where `amounts_unknown` is above 0 it leaves something out. A public release has debts, of
birthdays people, rounded down in each municipality (`dluhy.region.publishing`); everything else is null there.
"""

TREND: Final[dict[str, pl.DataType]] = {
    "level": pl.String(), "area": pl.String(), "round": pl.String(), "as_of": pl.Date(), "municipalities": pl.Int64(),
    **{f"{group}{part}": pl.Int64() for group in GROUPS for part in ("", "_debts", "_halere", "_municipalities")},
    **{f"{group}_at_least": pl.Boolean() for group in GROUPS},
}  # fmt: skip
"""The columns of `Overview.trend`: one row for each area and round, over the municipalities that are in every round.

`round` is a month ("2026-11") or as asked; `as_of` the newest day in it; `municipalities` how many reported in every
round; `children_at_least` says that `children_halere` leaves out debts without a known balance;
`children_municipalities` over how many of them the numbers of a group are summed (in a public release only those
whose count of the group is published in every round). No rows with fewer than two rounds or nobody in all of them.
"""

STEPS_OF_TREND: Final[dict[str, pl.DataType]] = {
    "before": pl.String(), "after": pl.String(), "municipalities": pl.Int64(),
    "joined": pl.List(pl.String()), "left": pl.List(pl.String()), "packs_differ": pl.Boolean(),
    **{f"{group}_{when}": pl.Int64() for group in GROUPS for when in ("before", "after", "municipalities")},
}  # fmt: skip
"""The columns of `Overview.trend_steps`: from one round to the next, over the municipalities that are in both.

`joined` and `left` are codes of municipalities that are only in the later, only in the earlier one.
"""

RANKING: Final[dict[str, pl.DataType]] = {
    "measure": pl.String(), "code": pl.String(), "name": pl.String(), "authority_name": pl.String(),
    "district_name": pl.String(), "count": pl.Int64(), "base": pl.Int64(),
    "rate": pl.Float64(), "rate_from": pl.Float64(), "rate_to": pl.Float64(),
    "smoothed": pl.Float64(), "smoothed_from": pl.Float64(),
    "rank": pl.Int64(), "rank_from": pl.Int64(), "rank_to": pl.Int64(), "standing": pl.String(),
    "rank_by_count": pl.Int64(),
}  # fmt: skip
"""The columns of `Overview.ranking`: one row for each measure and municipality whose count is known and published.

`measure` is what is counted: "children", "adults", or "people" (all groups). `base` are inhabitants aged 15 and over,
for children too: no count of minors is known, and that of all inhabitants is not known of every municipality. `rate` is
per 1,000, `rate_from` and `rate_to` the ends of its exact 95 % interval (Garwood). `smoothed` is the rate drawn to the
mean of all, the more the smaller the place (empirical Bayes), `smoothed_from` the lower end of its 95 % interval: by it
goes the `rank`, so that one child does not carry a village to the top. `rank_from` to `rank_to` are the ranks that
cannot be told apart from it; `standing` is "above", "same" (cannot be told apart) or "below" the rate of all that are
ranked. `rank_by_count` goes by the count itself. Rates and ranks are null where the base is not known.
"""


@frozen
class Finding:
    """Something to know about what was read: a code, and what it says in Czech and English."""

    code: str
    cs: str
    en: str


@frozen(kw_only=True)
class Overview:
    """A region over the reports of its municipalities; the frames are described by AREAS, TABLE_ROWS and so on.

    `region` is the code of the region (NUTS 3), None for whatever was read; `as_of` the newest day of a report;
    `rounds` the rounds there are, the oldest first. `not_reported` are the municipalities of the region without a
    report (columns of AREAS, numbers null), also rows of `municipalities` with `reported` 0.
    """

    region: str | None
    region_name: str | None
    as_of: date
    public: bool
    municipalities: pl.DataFrame
    authorities: pl.DataFrame
    districts: pl.DataFrame
    total: pl.DataFrame
    """One row, of the region."""
    tables: pl.DataFrame
    ranking: pl.DataFrame
    trend: pl.DataFrame
    trend_steps: pl.DataFrame
    rounds: tuple[str, ...]
    packs: tuple[str, ...]
    """The packs ("id version hash") by which the reports were made; more than one is a finding."""
    findings: tuple[Finding, ...] = ()
    reports: int = 0
    """How many reports (municipality and day) were read."""
    base_day: date = INHABITANTS_15PLUS_ON
    """The day for which inhabitants aged 15 and over were counted."""

    @property
    def not_reported(self) -> pl.DataFrame:
        """The municipalities without a report."""
        return self.municipalities.filter(pl.col("reported") == 0)
