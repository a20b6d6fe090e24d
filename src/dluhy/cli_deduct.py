"""`dluhy deduct` for the command line; registered in `dluhy.cli`, heavy modules are imported by the command."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - cyclopts reads the annotations
from typing import Annotated, Literal

from cyclopts import Parameter

from dluhy.cli_shared import UNUSABLE, Lang, RulesFolder, chosen_day, today


def deduct(  # noqa: PLR0913 - the options of the command
    zadani: Path | None = None,
    *,
    net: str | None = None,
    paid_on: str | None = None,
    wage_period: str | None = None,
    dependants: int | None = None,
    married: Annotated[bool | None, Parameter(name="--married", negative="--not-married")] = None,
    spouse_pension: str | None = None,
    own_pension: str | None = None,
    claim: Annotated[tuple[str, ...] | None, Parameter(negative="")] = None,
    priority: Annotated[bool, Parameter(negative="")] = False,
    orders: int | None = None,
    debt_relief: Annotated[bool | None, Parameter(negative="--no-debt-relief")] = None,
    rounding: Literal["exact", "2dp"] | None = None,
    json: bool = False,
    trace: bool = False,
    out: Path | None = None,
    schema: bool = False,
    amounts: bool = False,
    as_of: str | None = None,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Spočítá srážky ze mzdy a jiných příjmů: kolik se srazí, komu, co zůstane a podle čeho.

    Čte dokument o jedné výplatě (JSON, TOML), výplatní pásky ke kontrole, nebo
    seznam mnoha výplat (CSV, NDJSON, Parquet). Bez souboru se počítá z voleb.

    Sloupce seznamu: paid_on, net, wage_period, dependants, spouse_married,
    spouse_counts, spouse_pension, own_pension, priority, orders, debt_relief,
    component_rounding, base_share, balance, order_issued_on, fee_due a ref
    (označení); povinné jsou první dva. Částky jsou v CSV a NDJSON texty v Kč
    („26400.50“, „26 400,50“), v Parquetu celá čísla v haléřích; jiné se
    odmítnou.

    Parameters
    ----------
    zadani
        Soubor; „-“ je dokument ze standardního vstupu.
    net
        Čistý příjem: 26400, „26 400,50“.
    paid_on
        Den výplaty (RRRR-MM-DD nebo D. M. RRRR); jinak dnešek.
    wage_period
        Měsíc, za který příjem je (2026-04); jinak měsíc před výplatou, nerozhoduje-li o částkách právě on.
    dependants
        Vyživované osoby bez manžela.
    married
        Dlužník je, nebo není v manželství či partnerství.
    spouse_pension
        Důchod přiznaný manželovi: none, old_age, invalidity_2 a další kódy, viz --schema.
    own_pension
        Důchod přiznaný dlužníkovi, stejné kódy.
    claim
        Druh pohledávky, popřípadě s tím, kolik zbývá zaplatit: loan, tax_or_fee:5000. Lze opakovat; co pohledávka, to
        příkaz.
    priority
        Mezi pohledávkami je jedna přednostní, o které víc nevíme.
    orders
        Kolik exekučních příkazů plátci přišlo; 0 znamená, že žádný.
    debt_relief
        Oddlužení splátkovým kalendářem.
    rounding
        Jak plátce zaokrouhluje nezabavitelnou částku: exact jen výsledek, 2dp každou část na haléře.
    json
        Výsledek jako JSON pro jiné programy.
    trace
        V textu u každého kroku i vstupy a ustanovení.
    out
        Kam výsledek zapsat; jinak standardní výstup. U seznamu .csv, .ndjson, nebo .parquet (jinak NDJSON).
    schema
        Vypsat JSON Schema dokumentu.
    amounts
        Vypsat částky, podle kterých se sráží.
    as_of
        K --amounts: jen částky pro výplatu toho dne, nebo pro mzdu za jeho měsíc, rozhoduje-li měsíc.
    """
    from dluhy.commands.deducting import Deducting, deduct_command, deduction_amounts_command, deduction_schema_command
    from dluhy.commands.deducting_options import Facts

    if schema:
        return deduction_schema_command(lang, rules_folder)
    if amounts:
        day = None if as_of is None else chosen_day(as_of)
        if as_of is not None and day is None:
            return UNUSABLE
        return deduction_amounts_command(day, lang, rules_folder, as_values=json)
    facts = Facts(net=net, paid_on=paid_on, wage_period=wage_period, dependants=dependants, married=married,
                  spouse_pension=spouse_pension, own_pension=own_pension, claim=claim or (), priority=priority,
                  orders=orders, debt_relief=debt_relief, rounding=rounding)  # fmt: skip
    return deduct_command(Deducting(source=zadani, facts=facts, today=today(), language=lang, as_json=json,
                                    trace=trace, out=out, rules=rules_folder))  # fmt: skip
