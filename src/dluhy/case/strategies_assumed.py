"""What a comparison of ways out takes for granted where the case does not say it; each once, as it came up."""

from __future__ import annotations

from attrs import define, field

from dluhy.engine.steps import Flag


@define
class Assumptions:
    """Gathers assumptions: flags of `strategy_assumptions` in the order in which they are made."""

    made: list[Flag] = field(factory=list)

    def add(self, code: str, **values: int | str) -> None:
        """Keep an assumption once; `debt` names a debt, `rate` is in basis points, `amount` in haléře, `day` ISO."""
        flag = Flag(code=code, evidence="M", values=values)
        if flag not in self.made:
            self.made.append(flag)
