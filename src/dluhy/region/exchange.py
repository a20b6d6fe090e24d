"""The exchange file of a municipality: counts and sums of one checked list, without persons; not public.

Every table counts the debts that are or may be from childhood by one thing and by group, never by two things at once,
so that no cell tells more than it has to. Debts that surely are not from childhood are counted once, in `others`.
Sums are whole numbers of haléře.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import Field, StrictBool, StrictInt

from dluhy.documents.fields import Part, told
from dluhy.documents.schema import as_text, document_schema
from dluhy.documents.values import Day, Municipality, Text
from dluhy.region.overview import Group  # noqa: TC001 - pydantic reads the annotation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack

SCHEMA: Final = "dluhy-souhrn-1"
"""The version of the form; a file of another one is refused."""

NOTICE: Final = "NEVEŘEJNÉ: malé počty mohou ukázat na konkrétní lidi. / NOT PUBLIC: small counts may point at people."
PARTITIONS: Final = (
    "regimes", "verdicts", "tones", "who_owes", "debt_kinds", "creditor_kinds", "creditors", "enforcement_kinds",
    "enforcement_statuses",
)  # fmt: skip
"""The tables in which every debt stands once."""

Count = Annotated[StrictInt, Field(ge=0, le=10**9)]
Halere = Annotated[StrictInt, Field(ge=-(10**15), le=10**15)]
Hash = Annotated[Text, Field(max_length=64)]


class Sums(Part):
    """Counts and sums of some debts."""

    debts: Count = told("počet dluhů", "number of debts", required=True)
    people: Count = told("počet lidí, kterých se týkají", "number of people they are of", required=True)
    halere: Halere = told("součet známých zůstatků v haléřích", "sum of the known balances in haléře", required=True)
    amounts_unknown: Count = told(
        "u kolika dluhů zůstatek není znám", "debts whose balance is not known", required=True
    )


class Line(Sums):
    """Some debts of one group in a table."""

    group: Group = told(
        "skupina: děti do 18 let, dospělí s dluhem z dětství, nerozhodnutí",
        "group: children under 18, adults with a debt from childhood, undecided",
        required=True,
    )
    code: Text = told("kód řádku tabulky", "code of the row of the table", required=True)


class CreditorLine(Line):
    """Debts of one creditor; `code` is the municipality's code, a company number, a plain name, or the kind alone."""

    kind: Text = told("druh věřitele", "kind of creditor", required=True)
    name: Text | None = told("jméno, jen u právnické osoby", "name, only of a legal person")


class GroupLine(Sums):
    """All debts of one group that are or may be from childhood."""

    group: Group = told("skupina", "group", required=True)
    principal_halere: Halere = told("součet známých jistin", "sum of the known principals", required=True)
    principals_unknown: Count = told(
        "u kolika dluhů jistina není známa", "debts without a known principal", required=True
    )
    costs_halere: Halere = told("součet známých nákladů", "sum of the known costs", required=True)
    costs_unknown: Count = told("u kolika dluhů náklady nejsou známy", "debts without known costs", required=True)


class Tables(Part):
    """The tables, each by one thing and by group."""

    regimes: list[Line] = told("podle pravidla, které rozhodlo", "by the rule that decided", required=True)
    verdicts: list[Line] = told("podle závěru", "by the verdict", required=True)
    tones: list[Line] = told("zastavit, zvážit, zjistit", "stop, weigh, ask", required=True)
    who_owes: list[Line] = told("zda dluží dítě", "whether the child owes", required=True)
    debt_kinds: list[Line] = told("podle druhu dluhu", "by the kind of debt", required=True)
    creditor_kinds: list[Line] = told("podle druhu věřitele", "by the kind of creditor", required=True)
    creditors: list[CreditorLine] = told("podle věřitele", "by creditor", required=True)
    enforcement_kinds: list[Line] = told("kdo vymáhá", "who enforces", required=True)
    enforcement_statuses: list[Line] = told("stav vymáhání", "state of the enforcement", required=True)
    steps: list[Line] = told(
        "navržené kroky; dluh jich může mít víc", "steps suggested; a debt may have several", required=True
    )
    birthdays: list[Line] = told(
        "děti podle dnů do 18. narozenin", "children by days to the 18th birthday", required=True
    )
    interventions: list[Line] | None = told("opatření obce podle čísla M", "interventions by their M number")
    measures: list[Line] | None = told(
        "opatření strategie, kterým to slouží", "measures of the strategy that are served"
    )


class Since(Part):
    """What changed since an older list of the municipality."""

    as_of: Day = told("den staršího seznamu", "day of the older list", required=True)
    input_sha256: Hash = told("otisk staršího seznamu", "hash of the older list", required=True)
    changes: list[Line] = told("změny; dluh jich může mít víc", "changes; a debt may have several", required=True)
    unmatched_old: Count = told(
        "dluhy staršího seznamu, které nejde spárovat", "debts of the older list that cannot be matched", required=True
    )
    unmatched_new: Count = told(
        "dluhy novějšího seznamu, které nejde spárovat", "debts of the newer list that cannot be matched", required=True
    )


class Block(Part):
    """One municipality."""

    municipality: Municipality = told("kód obce", "code of the municipality", required=True)
    name: Text = told("jméno obce", "name of the municipality", required=True)
    rows_judged: Count = told("posouzené řádky seznamu", "rows of the list that were judged", required=True)
    groups: list[GroupLine] = told("dluhy z dětství podle skupin", "debts from childhood by group", required=True)
    others: Sums = told(
        "dluhy, které z dětství jistě nejsou; lidé, kteří jiné nemají",
        "debts that surely are not from childhood; people who have no others",
        required=True,
    )
    tables: Tables = told("tabulky", "tables", required=True)
    since: Since | None = told("co se změnilo proti staršímu seznamu", "what changed since an older list")


class Origin(Part):
    """From what and by what the numbers were made."""

    program_version: Hash = told("verze programu", "version of the program", required=True)
    pack: Hash = told("sada pravidel", "pack of rules", required=True)
    pack_version: Hash = told("verze sady", "version of the pack", required=True)
    pack_hash: Hash = told("otisk sady", "hash of the pack", required=True)
    input_sha256: Hash = told("otisk seznamu", "hash of the list", required=True)
    reading_sha256: Text | None = told("otisk profilu, kterým se četl", "hash of the profile it was read by")

    @property
    def pack_told(self) -> str:
        """The pack in one text."""
        return f"{self.pack} {self.pack_version} {self.pack_hash[:12]}"


class Exchange(Part):
    """An exchange file: what it is, from what, and a block for each municipality of the list."""

    form: Literal["dluhy-souhrn-1"] = told("verze formátu", "version of the form", alias="schema", required=True)
    notice: Text = told("upozornění", "notice", required=True)
    public: Annotated[StrictBool, Field()] = told(
        "zda se smí zveřejnit (vždy ne)", "whether it may be published (always no)", required=True
    )
    as_of: Day = told("den, ke kterému se posuzovalo", "day for which the list was judged", required=True)
    origin: Origin = told("původ čísel", "origin of the numbers", required=True)
    rows_in: Count = told("řádky seznamu", "rows of the list", required=True)
    rows_rejected: Count = told("řádky, které nešlo přečíst", "rows that could not be read", required=True)
    municipalities: list[Block] = told("obce", "municipalities", required=True)


def exchange_schema(pack: Pack) -> dict[str, Any]:
    """Return the JSON Schema of the exchange file."""
    return document_schema(
        Exchange,
        pack,
        identity="urn:dluhy:souhrn:1",
        title="Souhrn obce pro kraj / A municipality’s summary for the region",
        description="Počty a součty bez osob, neveřejné. / Counts and sums without persons, not public.",
    )


def schema_text(pack: Pack) -> str:
    """Return the schema as the text that is published."""
    return as_text(exchange_schema(pack))
