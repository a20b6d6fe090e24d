"""What in the input of a projection is impossible or contradicts itself: every problem at once, each with its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dluhy.problems import Problem
from dluhy.relief.claims import BY_FILING, RUNNING, claim_problems, is_sum, parted
from dluhy.relief.projection_law import KINDS, REGIMES
from dluhy.relief.regimes import regime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dluhy.law.pack import Pack
    from dluhy.relief.projection_model import DebtorIncome, ReliefInput

MOST_MONTHS_BEFORE: Final = 60
MOST_CLAIMS: Final = 1_000


def input_problems(state: ReliefInput, pack: Pack) -> list[Problem]:
    """Return everything that is impossible about the input of a projection; HorizonError for a later law."""
    problems = [*_lists(state, pack), *_sums(state), *_days(state, pack), *_months(state)]
    problems += [each for number, debtor in enumerate(state.debtors) for each in _debtor(debtor, number, pack)]
    problems += claim_problems(state.claims, pack)
    return problems or list(_claims(state, pack))


def _lists(state: ReliefInput, pack: Pack) -> Iterator[Problem]:
    if state.regime not in pack.vocabularies[REGIMES]:
        yield Problem("not_in_list", "/regime", "takové znění zákona tu není", "there is no such wording")
    if state.track not in ("standard", "short", "long"):
        yield Problem("not_in_list", "/track", "taková délka tu není", "there is no such track")
    if state.after_horizon not in ("refuse", "last_known"):
        yield Problem("not_in_list", "/after_horizon", "taková volba tu není", "there is no such choice")
    wanted = 2 if state.spouses else 1
    if len(state.debtors) != wanted:
        cs = "společný návrh má dva dlužníky, jiný jednoho"
        yield Problem("number_of_debtors", "/debtors", cs, "a joint petition has two debtors, any other one")
    if len(state.claims) > MOST_CLAIMS:
        yield Problem("too_large", "/claims", "tolik pohledávek není možných", "so many claims are impossible")


def _sums(state: ReliefInput) -> Iterator[Problem]:
    sums: dict[str, int | None] = {
        "/third_party_monthly": state.third_party_monthly,
        "/voluntary": state.voluntary,
        "/petition_fee": state.petition_fee,
        "/advance": state.advance,
        "/court_average": state.court_average,
        "/court_instalment": state.court_instalment,
        "/claims_count": state.claims_count,
        **{f"/asset_sales/{number}/amount": each.amount for number, each in enumerate(state.asset_sales)},
        **{f"/extraordinary/{number}/amount": each.amount for number, each in enumerate(state.extraordinary)},
    }
    if state.home is not None:
        sums |= {"/own_home/proceeds": state.home.proceeds, "/own_home/protected": state.home.protected}
    for place, amount in sums.items():
        if amount is not None and not is_sum(amount):
            yield Problem("out_of_range", place, "čeká se částka v celých haléřích", "whole haléře are expected")
    if state.court_rate is not None and not 0 <= state.court_rate <= 1:
        cs, en = "míra uspokojení je mezi 0 a 100 %", "a rate of satisfaction is between 0 and 100 %"
        yield Problem("out_of_range", "/court_rate", cs, en)


def _days(state: ReliefInput, pack: Pack) -> Iterator[Problem]:
    days = [("/petition_on", state.petition_on), ("/found_on", state.found_on), ("/approved_on", state.approved_on)]
    known = [(place, day) for place, day in days if day is not None]
    backwards = [place for (_, earlier), (place, later) in pairwise(known) if later < earlier]
    for place in backwards:
        cs, en = "tento den předchází dřívějšímu kroku", "this day precedes an earlier step"
        yield Problem("days_backwards", place, cs, en)
    if backwards or state.regime not in pack.vocabularies[REGIMES]:
        return
    if state.regime not in regime(*(day for _, day in days), pack=pack).possible:
        cs, en = "podle dnů řízení platí jiné znění zákona", "by the days of the proceedings another wording applies"
        yield Problem("another_regime", "/regime", cs, en)


def _months(state: ReliefInput) -> Iterator[Problem]:
    before = state.months_before_approval
    if before is not None and not 0 <= before <= MOST_MONTHS_BEFORE:
        cs, en = "tolik měsíců do schválení není možných", "so many months before approval are impossible"
        yield Problem("month_number", "/months_before_approval", cs, en)
    months = {f"/asset_sales/{at}/month": each.month for at, each in enumerate(state.asset_sales)}
    months |= {f"/extraordinary/{at}/month": each.month for at, each in enumerate(state.extraordinary)}
    if state.home is not None:
        months["/own_home/month"] = state.home.month
    for place, month in months.items():
        if month < 1:
            cs, en = "měsíce splátkového kalendáře se číslují od 1", "months of the plan are numbered from 1"
            yield Problem("month_number", place, cs, en)


def _debtor(debtor: DebtorIncome, number: int, pack: Pack) -> Iterator[Problem]:
    place = f"/debtors/{number}"
    if debtor.kind not in pack.vocabularies["income_kinds"]:
        yield Problem("not_in_list", f"{place}/kind", "takový druh příjmu tu není", "there is no such kind of income")
    nets = debtor.net if isinstance(debtor.net, tuple) else (debtor.net,)
    if not nets or not all(map(is_sum, nets)):
        yield Problem("out_of_range", f"{place}/net", "čeká se částka v celých haléřích", "whole haléře are expected")


def _claims(state: ReliefInput, pack: Pack) -> Iterator[Problem]:
    """Yield what is missing for a percentage, and a rank whose claims the projection cannot hold."""
    parts = [parted(claim, pack) for claim in state.claims]
    if not any(part.ranked for part in parts if part.rank == BY_FILING[0]):
        cs, en = "chybí nezajištěná pohledávka, která se uspokojuje", "there is no unsecured claim to be satisfied"
        yield Problem("no_claims", "/claims", cs, en)
    for number, claim in enumerate(state.claims):
        if claim.collateral_value and pack.term(KINDS, claim.kind).more["rank"] in (RUNNING, "excluded"):
            cs, en = "taková pohledávka zajištění nemá", "such a claim has no collateral"
            yield Problem("collateral", f"/claims/{number}/collateral_value", cs, en)
