"""What a print holds beside the report of a screening: the steps, the ways out, the questions, the client's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.agenda.page import client_page
from dluhy.report.agenda import agenda_report
from dluhy.report.asking import asking_report
from dluhy.report.client_page import client_page_report
from dluhy.report.strategies import strategies_report

if TYPE_CHECKING:
    from dluhy.problems import Language
    from dluhy.report.agenda import AgendaReport
    from dluhy.report.asking import QuestionReport
    from dluhy.report.client_page import ClientPageReport
    from dluhy.report.strategies import StrategiesReport
    from dluhy.screening import Screening


@frozen(kw_only=True)
class Parts:
    """Parts of a screening over all its topics; one that is empty is left out of the print.

    `agenda` takes the place of the plans of people, `questions` that of the questions about debts from childhood.
    """

    agenda: AgendaReport | None = None
    strategies: tuple[StrategiesReport, ...] = ()
    questions: tuple[QuestionReport, ...] = ()
    page: ClientPageReport | None = None


def parts_of(screening: Screening, language: Language) -> Parts:
    """Return the parts of a screening over all its topics as people read them."""
    sources, pack = screening.sources, screening.pack
    page = client_page(screening.agenda, sources, pack)
    return Parts(
        agenda=agenda_report(screening.agenda, sources, pack, language),
        strategies=tuple(strategies_report(found, pack, language) for found in screening.strategies),
        questions=asking_report(screening.questions, sources, pack, language),
        page=client_page_report(page, sources, pack, language) if screening.agenda.tasks else None,
    )
