"""The household: what comes in, what goes out, what is left, what the law says it must live on, what it could draw.

For one household functions take a `Circle` (`model`) and explain every number: `minimum.living_minimum`,
`net_wage.net_wage`, `budget.budget`, `benefits.benefits_of`, `upcoming.upcoming`, all together `sheet.sheet`.
Polars frames of many are taken by `composition.composition`, `composition.living_minimum_frame`,
`net_wage.net_wage_frame`, `social_assistance.social_assistance_frame`, `budget_frame.budget_frame`,
`indicators.indicators` and `triage.triage`. Money is in haléře, None and null are unknown.
"""
