"""What if something were otherwise: a case screened as it is and with changes, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dluhy.case.given import document_given
from dluhy.case.reading import case_of
from dluhy.case.what_if import changed
from dluhy.law.pack import default_pack
from dluhy.problems import InputError, Problem
from dluhy.screening import screen_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dluhy.case import Case
    from dluhy.case.given import CaseLike
    from dluhy.case.what_if import Change
    from dluhy.law.pack import Pack
    from dluhy.problems import Language
    from dluhy.report.what_if import WhatIfReport
    from dluhy.screening import Screening


@frozen
class WhatIf:
    """A case as it is and as it would be: `changes` in the order asked for, the two screenings."""

    changes: tuple[Change, ...]
    now: Screening
    then: Screening

    def report(self, language: Language = "cs") -> WhatIfReport:
        """Return what differs as values to read."""
        from dluhy.report.what_if import what_if_report  # noqa: PLC0415 - reports know screenings, not the reverse

        return what_if_report(self, language)

    def text(self, language: Language = "cs") -> str:
        """Return what differs as a table of plain text: now, then, the difference."""
        from dluhy.report.what_if_text import what_if_text  # noqa: PLC0415 - as above

        return what_if_text(self.report(language))

    def json(self, language: Language = "cs") -> str:
        """Return what differs as JSON, the same that `dluhy screen --what-if … --json` writes."""
        from dluhy.report.what_if import what_if_json  # noqa: PLC0415 - as above

        return what_if_json(self.report(language))


def what_if(case: CaseLike, asked: Sequence[str], *, pack: Pack | None = None, strict_law: bool = False) -> WhatIf:
    """Screen a case as it is and with changes written `key=value`, made before the document is checked.

    `case` is what `dluhy.screen` takes, `asked` are changes such as `debts.dluh-1.balance=5000` (see
    `dluhy.case.what_if`). Raises InputError with everything wrong in the document, in the changes or in the changed
    document; HorizonError for a day the pack does not know.

    >>> case = {"ref": "A-1", "as_of": "2026-11-21",
    ...         "people": [{"id": "klient", "role": "debtor", "birth_date": "2009-03-01"}],
    ...         "debts": [{"id": "odpad", "kind": "local_fee_waste", "due_on": "2018-05-31", "fee_year": 2018}]}
    >>> found = what_if(case, ["people.klient.birth_date=1. 3. 1999"])
    >>> [(each.path, each.before, each.after) for each in found.report("en").changes if each.path[-1] == "child_owes"]
    [(('debts', 'odpad', 'child_owes'), 'no', 'none')]
    """
    law = pack or default_pack()
    if not asked:
        cs, en = "není uvedena žádná změna", "no change is stated"
        raise InputError([Problem("what_if_form", "what-if", cs, en)])
    given = document_given(case)
    as_it_is = case_of(given.values, law)
    altered = changed(given.values, asked, law)
    as_it_would_be = _checked(altered.values, law)
    now, then = (
        screen_case(each, law, input_sha256=given.sha256, strict_law=strict_law) for each in (as_it_is, as_it_would_be)
    )
    return WhatIf(altered.changes, now, then)


def _checked(values: dict[str, object], pack: Pack) -> Case:
    """Return the changed case; its problems say that they came with the changes."""
    try:
        return case_of(values, pack)
    except InputError as error:
        cs, en = "s touto změnou případ nedává smysl:", "with this change the case makes no sense:"
        raise InputError([Problem(each.code, each.place, f"{cs} {each.cs}", f"{en} {each.en}")
                          for each in error.problems]) from None  # fmt: skip
