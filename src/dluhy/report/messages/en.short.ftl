# The short text of a screening: one screen, then only what decides; all of it is in the full text and in the JSON.

short-who = Who: { $people }
short-household = Household: { $members }.
short-week = Urgent, this week:
short-week-none = By what is known nothing presses this week.
short-week-more = And { $count } more in the plan below.
short-until = by { $day }
short-way = Way out of debt ({ $who }): { $said }
short-way-if = It rests on: { $conditions }.
short-entry = Debt relief ({ $who }): { $said }
short-numbers = Numbers:
short-debts = { $count ->
    [one] { $count } debt
   *[other] { $count } debts
}{ $known ->
    [none] , the sum not known
   *[other] , altogether { $known }
}
short-debts-some = { $unknown ->
    [one] of { $unknown } the sum is not known
   *[other] of { $unknown } the sums are not known
}
short-drops = { $least } to { $most } could drop out if the objections succeed.
short-drops-exact = { $most } could drop out if the objections succeed.
short-drops-most = Up to { $most } could drop out if the objections succeed.
short-income = Incomes { $income }, deductions { $deducted } a month.
short-least = Least payment in debt relief ({ $who }): { $sum } a month; { $own } would come out.
short-first-ask = To find out first:
short-next = Further on: debts, deductions, household, debt relief, ways out of debt, plan, questions, the client's page. --full tells everything with the provisions; programs read --json.
short-adult = Debts from childhood: none of the debts of an adult ({ $debts }) arose in childhood.
short-adult-all = Debts from childhood: none of the debts arose in childhood.
short-verdict = { $debts }: { $verdict }. { $sentence }
short-flags = Note: { $titles }.
short-defect = { $title } ({ $verdict })
short-debt = { $id }: { $about }
short-debts-heading = Debts and what can be said against them
short-house-heading = Household
short-alarms = To deal with at once: { $titles }.
short-signs = Also: { $titles }.
short-unknown-signs = { $count ->
    [one] { $count } indicator cannot be told.
   *[other] { $count } indicators cannot be told.
}
short-first = In this order:
short-first-unsure = Cannot be placed yet, ask first: { $these }.
short-benefit = Benefit: { $label }, estimate { $sum } a month; no promise.
short-benefit-plain = Benefit: { $label }: { $seems }.
short-benefits-open = Benefits that cannot be told: { $labels }.
short-change = { $day }: { $text }
short-relief-fails = { $title }: { $verdict }.
short-assumed = { $count ->
    [one] { $count } thing is assumed
   *[other] { $count } things are assumed
} that nobody said; --full tells them.
short-plan-to = { $actor } → { $addressee }
short-plan-debts = about: { $debts }
short-plan-later = { $title } ({ $about })
short-changes = The days on which something changes stand with the household.
short-creditors = { $count ->
    [one] Creditors can take { $count } step of their own
   *[other] Creditors can take { $count } steps of their own
} ({ $whose }); --full tells them.
