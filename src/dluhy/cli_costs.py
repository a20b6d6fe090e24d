"""The commands about interest, costs and accounts for the command line; `COMMANDS` are registered in `dluhy.cli`.

Everything is taken as words, so that all that is wrong is told at once; heavy modules are imported by the commands.
"""

from __future__ import annotations

from typing import Annotated, Final

from cyclopts import Parameter

from dluhy.cli_shared import Lang, RulesFolder, today

Flag = Annotated[bool, Parameter(negative=())]
Json = Annotated[bool, Parameter(name="--json", negative=(), help="Výsledek jako JSON pro jiné programy.")]


def interest(  # noqa: PLR0913 - the options of the command
    jistina: str,
    *,
    due_on: str,
    until: str,
    since: str | None = None,
    payment: Annotated[list[str] | None, Parameter(negative=())] = None,
    due_by_period: Annotated[bool | None, Parameter(negative="--due-by-day")] = None,
    child_maintenance: bool | None = None,
    claimed: str | None = None,
    json: Json = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Spočítá zákonný úrok z prodlení po úsecích: dny, sazba a kterého dne, úrok; a porovná jej s požadovaným.

    Dny se píší 2026-11-21 nebo „21. 11. 2026“, částky 26400.50 nebo „26 400,50“.

    Parameters
    ----------
    jistina
        Dlužná částka v Kč, ze které se úrok počítá.
    due_on
        Den splatnosti; prodlení začíná den po něm.
    until
        Poslední den, za který se úrok počítá.
    since
        První den, za který se úrok počítá; jinak první den prodlení.
    payment
        Splátka jistiny jako DEN:ČÁSTKA, třeba 2024-03-01:500; lze opakovat.
    due_by_period
        Splatnost je konec lhůty a posouvá se z volného dne na pracovní, nebo byla určena dnem a neposouvá se.
    child_maintenance
        Zda jde o výživné na nezletilé dítě.
    claimed
        Kolik na úroku žádá věřitel.
    """
    from dluhy.commands.costs import InterestGiven, Printing, interest_command

    given = InterestGiven(
        principal=jistina, due_on=due_on, until=until, since=since, payments=tuple(payment or ()),
        due_by_period=due_by_period, child_maintenance=child_maintenance, claimed=claimed,
    )  # fmt: skip
    return interest_command(given, Printing(language=lang, as_json=json, rules=rules_folder))


def costs(  # noqa: PLR0913 - the options of the command
    pohledavka: str,
    *,
    recovered: str | None = None,
    began_on: str | None = None,
    authorised_on: str | None = None,
    within_30_days: Flag = False,
    vat: bool | None = None,
    creditors: str = "1",
    debtors: str = "1",
    joined_on: str | None = None,
    stopped: Flag = False,
    lawyer_filed_on: str | None = None,
    awarded: str | None = None,
    acts: str | None = None,
    lawyer_claim: str | None = None,
    lawyer_vat: bool | None = None,
    lawyer_enforcement: Flag = False,
    json: Json = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Spočítá náklady exekutora podle tarifu (odměna, paušál, DPH), na přání i advokáta věřitele v drobném sporu.

    Co není známo, se nehádá: vypíší se všechny možnosti a co mezi nimi rozhodne.

    Parameters
    ----------
    pohledavka
        Vymáhaná částka v Kč při pověření exekutora, bez nákladů.
    recovered
        Kolik se vymohlo, bez nákladů; jinak celá pohledávka.
    began_on
        Kdy exekuce začala (kdy exekuční návrh došel exekutorovi).
    authorised_on
        Kdy soud exekutora pověřil.
    within_30_days
        Dluh byl zaplacen do 30 dnů od doručení výzvy exekutora.
    vat
        Zda je exekutor plátcem DPH.
    creditors
        Kolik je v exekuci oprávněných.
    debtors
        Kolik je v exekuci povinných.
    joined_on
        Kdy byly exekuce spojeny.
    stopped
        Exekuce byla zastavena.
    lawyer_filed_on
        Kdy byla podána žaloba advokáta věřitele; přidá jeho náklady podle tarifu.
    awarded
        Kolik soud věřiteli na nákladech přiznal, i se soudním poplatkem; porovná se s tarifem.
    acts
        Kolik úkonů advokát do podání udělal; jinak obvyklý počet.
    lawyer_claim
        O kolik se spor vedl, bez úroků; jinak celá pohledávka.
    lawyer_vat
        Zda je advokát plátcem DPH.
    lawyer_enforcement
        Nejde o žalobu, ale o exekuční návrh podaný advokátem.
    """
    from dluhy.commands.costs import (
        CostsGiven,
        LawyerGiven,
        Printing,
        costs_command,
    )

    lawyer = LawyerGiven(filed_on=lawyer_filed_on, claim=lawyer_claim, awarded=awarded, acts=acts, vat=lawyer_vat,
                         enforcement=lawyer_enforcement)  # fmt: skip
    given = CostsGiven(
        claim=pohledavka, recovered=recovered, began_on=began_on, authorised_on=authorised_on, vat=vat,
        within_30_days=within_30_days, creditors=creditors, debtors=debtors, joined_on=joined_on, stopped=stopped,
        lawyer=lawyer,
    )  # fmt: skip
    return costs_command(given, Printing(language=lang, as_json=json, rules=rules_folder))


def account(  # noqa: PLR0913 - the options of the command
    *,
    delivered_on: str | None = None,
    balance: str | None = None,
    paid_out: Annotated[bool | None, Parameter(negative="--not-paid-out")] = None,
    spouses: Flag = False,
    notice_on: str | None = None,
    exempt_income: Flag = False,
    home: Flag = False,
    claims: str | None = None,
    residence: Annotated[bool | None, Parameter(negative="--not-residence")] = None,
    kind: Annotated[list[str] | None, Parameter(negative=())] = None,
    movables: Flag = False,
    began_on: str | None = None,
    ground: Annotated[list[str] | None, Parameter(negative=())] = None,
    methods: Flag = False,
    as_of: str | None = None,
    json: Json = False,
    lang: Lang = "cs",
    rules_folder: RulesFolder = None,
) -> int:
    """Řekne, co exekuce nechá na účtu a v hotovosti, jak na chráněný účet, a na přání co z věcí a bydlení.

    Parameters
    ----------
    delivered_on
        Kdy byl exekuční příkaz doručen bance.
    balance
        Kolik na účtu je; u účtu manžela kolik tam bylo při doručení příkazu.
    paid_out
        Zda banka tuto částku v řízení už vyplatila.
    spouses
        Jde o účet manžela dlužníka.
    notice_on
        Kdy banka dostala vyrozumění o právní moci; řekne, do kdy se zabavují i peníze, které teprve dojdou.
    exempt_income
        Kroky, byl-li zabaven příjem, který se zabavit nesmí.
    home
        Zda se smí prodat nemovitost, ve které dlužník bydlí.
    claims
        Jistiny všech věřitelů v dražbě dohromady, bez úroků a nákladů.
    residence
        Zda má dlužník v nemovitosti trvalý pobyt.
    kind
        Druh vymáhané pohledávky (kód); lze opakovat, při neznámém kódu se vypíší všechny.
    movables
        Které movité věci se zabavit nesmějí a co odloží jejich prodej.
    began_on
        Kdy exekuce začala; rozhoduje o zvláštní ochraně věcí.
    ground
        Důvod zvláštní ochrany věcí: low_pension, disability, claim_before_18; lze opakovat.
    methods
        Pořadí, v jakém smí exekutor majetek postihnout.
    as_of
        Den žádosti o výplatu, soupisu nebo dražby; jinak dnešek.
    """
    from dluhy.commands.costs import Printing
    from dluhy.commands.costs_account import AccountGiven, account_command

    given = AccountGiven(
        as_of=today().isoformat() if as_of is None else as_of,
        delivered_on=delivered_on, balance=balance, paid_out=paid_out,
        spouses=spouses, notice_on=notice_on, exempt_income=exempt_income, home=home, claims=claims,
        residence=residence, kinds=tuple(kind or ()), movables=movables, began_on=began_on,
        grounds=tuple(ground or ()), methods=methods,
    )  # fmt: skip
    return account_command(given, Printing(language=lang, as_json=json, rules=rules_folder))


COMMANDS: Final = (interest, costs, account)
