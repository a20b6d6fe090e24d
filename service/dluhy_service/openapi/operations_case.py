"""Operations about one client: screening, deductions, debt relief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dluhy import screen
from dluhy.documents.files import Content
from dluhy.report.deduction import DeductionReport
from dluhy.report.deduction_answers import deduction_answer
from dluhy.report.payslips import PayslipReport
from dluhy.report.relief_case import ReliefOfCaseReport
from dluhy.report.screening import ScreeningReport
from dluhy.screening_relief import relieve
from dluhy_service.openapi.components import answer
from dluhy_service.openapi.examples import exchanges
from dluhy_service.openapi.hoisting import reference
from dluhy_service.openapi.values import JSON, Both, Media, Operation

if TYPE_CHECKING:
    from dluhy.law.pack import Pack


def operations(pack: Pack) -> tuple[Operation, ...]:
    """Return them."""
    return (_screenings(pack), _deductions(pack), _relief(pack))


def _screenings(pack: Pack) -> Operation:
    sent, answered = exchanges(
        {"smallest": "screening_smallest", "child": "screening_child"}, lambda case: screen(case, pack=pack).json("cs")
    )
    return Operation(
        method="post", path="/v1/screenings", id="screenings", tag="case", key="case",
        summary=Both("Prověřit případ klienta", "Screen a client’s case"),
        description=Both(
            "Dluhy jeden po druhém, srážky, domácnost, oddlužení, cesty ven, postup a otázky; totéž, co píše"
            " dluhy screen --json. Doklad (receipt) stačí k zopakování výpočtu (POST /v1/replay).",
            "Debts one by one, deductions, household, debt relief, ways out, steps and questions; the same that"
            " dluhy screen --json writes. The receipt is enough to repeat the computation (POST /v1/replay).",
        ),
        parameters=("strict_law",),
        bodies={JSON: Media(reference("Case"), sent)},
        answers={JSON: Media(answer(ScreeningReport), answered)},
    )  # fmt: skip


def _deductions(pack: Pack) -> Operation:
    sent, answered = exchanges(
        {"payment": "deduction_payment", "payslips": "deduction_payslips", "rows": "deduction_rows"},
        lambda document: deduction_answer(Content(document, "", "json"), "cs", pack).content,
    )
    reports = [answer(DeductionReport), answer(PayslipReport), reference("DeductionRows")]
    return Operation(
        method="post", path="/v1/deductions", id="deductions", tag="case", key="case",
        summary=Both("Srážky ze mzdy a jiných příjmů", "Deductions from wages and other income"),
        description=Both(
            "Jedna výplata s postupem výpočtu, výplatní pásky ke kontrole, nebo mnoho výplat po řádcích; totéž, co píše"
            " dluhy deduct --json. Řádky, které nejde posoudit pro právo, jsou v rejected.",
            "One payment with the steps of its computation, payslips to check, or many payments row by row; the same"
            " that dluhy deduct --json writes. Rows that the law refuses stand in rejected.",
        ),
        bodies={JSON: Media(reference("Deduction"), sent)},
        answers={JSON: Media({"anyOf": reports}, answered)},
    )  # fmt: skip


def _relief(pack: Pack) -> Operation:
    sent, answered = exchanges(
        {"child": "screening_child", "without_debts": "screening_smallest"},
        lambda case: relieve(case, pack=pack).json("cs"),
    )
    return Operation(
        method="post", path="/v1/relief", id="relief", tag="case", key="case",
        summary=Both("Oddlužení klienta", "Debt relief of a client"),
        description=Both(
            "Zda je oddlužení otevřené, co by přineslo a co k návrhu chybí; totéž, co píše dluhy relief --json.",
            "Whether debt relief is open, what it would bring and what the petition lacks; the same that"
            " dluhy relief --json writes.",
        ),
        parameters=("strict_law",),
        bodies={JSON: Media(reference("Case"), sent)},
        answers={JSON: Media(answer(ReliefOfCaseReport), answered)},
    )  # fmt: skip
