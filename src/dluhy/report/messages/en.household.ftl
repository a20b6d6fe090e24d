# The household: the picture of its money, the report.

flow-title = Where the household’s money goes in a month
flow-described = Columns from left to right: { $parts }.
flow-income = Income
flow-deducted = Deductions
flow-fixed = Fixed expenses
flow-instalments = Debt instalments
flow-flexible = Variable expenses
flow-savings = Reserve and savings
flow-unsorted = Unsorted expenses
flow-left = Left over
flow-missing = Missing
flow-unknown = unknown
flow-least =
    at least
    { $sum }
flow-most =
    at most
    { $sum }
flow-note-unknown = Hatched is what is not known. Beside “unknown” and “at least” its height means nothing. What is unknown is not taken away.
flow-note-income = The income is not known. The expenses that are known need { $sum } a month.
flow-source = Source: what the household states and the computed deductions from incomes. Amounts are for one month.

house-sum-between = from { $least } to { $most }
house-sum-least = at least { $sum }
house-sum-most = at most { $sum }
house-noted = { $text } ({ $remark })
house-grounds = Under: { $provisions }.
house-grounds-remark = Under: { $provisions } ({ $remark }).
house-remark = Evidence: { $remark }.
house-assumed = Assumed: { $what }
house-not-tested = Not tested, taken to be so: { $what }
house-depends = It depends on what is not known: { $facts }.

house-heading-people = The household and its members
house-members-unknown = It is not stated who lives in the household.
house-age = { $age ->
    [one] { $age } year old
   *[other] { $age } years old
}
house-age-between = { $youngest } to { $oldest } years old
house-age-unknown = age not known
house-no-activity = neither works nor is registered as a job-seeker
house-card = { $card } card
house-care-degree = degree { $degree } of dependence
house-named-carer = cares for a dependent person
house-child-carer = cares for a child personally
house-unsure = It is not known whether { $count ->
    [one] this person lives
   *[other] these people live
} in the household: { $people }. The computations leave { $count ->
    [one] the person
   *[other] them
} out.
house-elsewhere = Assessed in another household and therefore counted here neither for the living minimum nor for benefits: { $people }.
house-home = Home: { $home }.
house-home-unknown = It is not stated how and where the household lives.
house-district = district { $name }

house-heading-money = What comes in, what goes out, what is left
house-month = The incomes are of { $month }, everything in crowns a month.
house-income-unknown = income of unknown kind
house-row-of = { $label } ({ $who })
house-row-income = All incomes
house-row-deducted = Deductions from incomes
house-row-left = Left over
house-groups = What the expenses are for: { $groups }.
house-rows = Line by line:
house-row-amount = { $amount } { $often }
house-row-unknown = the amount is not known
house-row-for = for { $month }
house-row-for-months = for { $first } to { $last }
house-row-gross = gross { $sum }
house-row-monthly = { $sum } a month
house-row-once = not counted into a month
house-row-part = { $part ->
    [fixed] fixed expense
    [flexible] flexible expense
    [instalments] instalment of a debt
    [savings] reserve or savings
   *[other] expense not sorted
}
house-row-counts = counts for: { $benefits }
house-row-may-count = may count for: { $benefits }
house-row-not-counted = does not count for: { $benefits }
house-row-arrears = { $sum } is owed on it
house-row-proof = proof: { $proof }
house-row-comment = note: { $comment }
house-lapsed = Not counted because it has ended: { $incomes }.
house-lapsed-income = { $label }{ $person ->
    [none] { "" }
   *[other] {" "}({ $person })
}, last in { $month }
house-left-over = After everything is paid { $sum } a month is left.
house-left-over-least = After everything is paid at least { $sum } a month is left.
house-left-over-most = After everything is paid at most { $sum } a month is left; some expenses are not known.
house-left-missing = After everything is paid { $sum } a month is missing.
house-left-missing-least = After everything is paid at least { $sum } a month is missing.
house-left-missing-most = After everything is paid at most { $sum } a month is missing; some incomes are not known.
house-left-either = After everything is paid up to { $missing } a month may be missing, or up to { $over } left; some income is not known exactly.
house-left-unknown = What is left after everything is paid cannot be told: not enough is known.
house-before-over = Without instalments of debts { $sum } would be left.
house-before-over-least = Without instalments of debts at least { $sum } would be left.
house-before-over-most = Without instalments of debts at most { $sum } would be left.
house-before-missing = Even without instalments of debts { $sum } would be missing.
house-before-missing-least = Even without instalments of debts at least { $sum } would be missing.
house-before-missing-most = Without instalments of debts at most { $sum } would be missing.
house-before-either = Without instalments of debts up to { $missing } might be missing, or up to { $over } left.
house-before-unknown = What would be left without instalments of debts cannot be told.
house-wage = Net wage computed from the gross one – { $person }, { $month }: gross { $gross }, net { $net }.
house-wage-bonus = Beside it a tax bonus of { $sum }; it is no wage and must not be deducted from.
house-wage-asks = The exact sum can be told once this is known: { $asks }
house-wage-not = The net wage cannot be computed from the gross one – { $person }, { $month }: { $why }.

house-heading-needs = What it must live on
house-minimum = The living minimum of the household is { $sum } a month. It does not include housing.
house-minimum-unknown = The living minimum cannot be computed: it is not known who lives in the household.
house-band-unknown = the amount depends on what is not known
house-guideline-none = An expert guideline of everyday expenses cannot be told for this day and this household.
house-guideline = Everyday needs without housing cost { $sum } a month by an expert guideline. It is no legal limit.
house-guideline-compared = The household states { $sum } for them.

house-heading-indicators = Indicators
house-indicators-none = No indicator that can be told gives a warning.
house-indicators-order = Checked and not so: { $titles }.
house-indicators-unknown = Cannot be told:
house-indicator-unknown = { $titles } – not known: { $facts }.
house-indicator = { $title } ({ $level })
house-indicator-value = { $measured }: { $value }; threshold: { $threshold }.
house-indicator-basis = Origin of the threshold: { $basis }.
house-indicator-source = Origin of the indicator: { $basis }.

house-heading-first = What to deal with first
house-first-unknown = Neither debts nor a budget are stated, so no order can be given.
house-first-none = No obligation is stated that would have to be dealt with.
house-first-step = At once: { $step }. { $detail }
house-first-then = { $when }: { $step }. { $detail }
house-first-these = Here belong: { $these }.
house-first-unsure = Here for now; where it really belongs depends on what is not known: { $facts }.
house-offers = For offers to the other creditors { $available } a month is available.
house-offers-missing = Nothing is available for offers to the other creditors, { $missing } a month is missing.
house-offers-none = Offers to the other creditors:
house-offer = { $label }: { $monthly } a month of a debt of { $balance }, { $months ->
    [one] { $months } month
   *[other] { $months } months
}
house-offers-practice = The smallest instalment and the rounding are practice, not law ({ $remark }).

house-heading-benefits = Benefits it could draw
house-no-promise = This is no promise. It is an estimate from what is known of the household; the office decides.
house-benefits-none = No benefit was looked at.
house-seems_entitled = seems entitled
house-seems_not = seems not entitled
house-cannot_say = cannot be told
house-conditions_met = seems to meet the conditions; the office decides
house-counselling_only = counselling only for now
house-benefit = { $label }: { $seems }
house-benefit-sum = { $label }: { $seems }, estimate { $sum } a month
house-not-due = To these benefits it seems not entitled:
house-where = Where and how to apply: { $where }
house-steps = Computation: { $steps }.

house-heading-changes = What will change
house-changes-none = Nothing known changes in the coming months.
house-when-unknown = Day not known
house-when-between = Between { $first } and { $last }
house-when-from = From { $first }
house-when-to = By { $last } at the latest
house-change-later = The rules for that day are not known yet: verify them when they are.

house-heading-questions = What to ask still
house-questions-none = Nothing is missing that would decide the result.
house-questions-more = { $count ->
    [one] One more question is in the whole output (JSON).
   *[other] { $count } more questions are in the whole output (JSON).
}
house-decides = It decides: { $what }.
house-about-minimum = the living minimum
house-about-wage = the net wage
house-about-left = what is left a month
house-about-first = the order of obligations
