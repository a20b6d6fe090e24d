# What would change, if.

whatif-title = What would change in case { $ref } (on { $day }), if:
whatif-also = with it goes { $places }
whatif-now = now
whatif-then = if
whatif-difference = difference
whatif-nothing = Nothing of the result would change.
whatif-only-ways = The results would stay the same; only figures on the way to them change (they stand in the JSON).
whatif-close = Only what changes is shown. This is computed from what was stated and is no promise; an office or a court decides.
whatif-absent = —
whatif-present = yes
whatif-came = comes
whatif-gone = goes
whatif-changed = otherwise
whatif-unknown = unknown
whatif-yes = yes
whatif-no = no
whatif-points = { $points } points
whatif-later = { $days ->
    [one] { $days } day later
   *[other] { $days } days later
}
whatif-sooner = { $days ->
    [one] { $days } day sooner
   *[other] { $days } days sooner
}
whatif-months-later = { $months ->
    [one] { $months } month later
   *[other] { $months } months later
}
whatif-months-sooner = { $months ->
    [one] { $months } month sooner
   *[other] { $months } months sooner
}

whatif-topic-people = People
whatif-topic-debts = Debts
whatif-topic-defects = What can be said against debts
whatif-topic-deductions = Deductions from incomes
whatif-topic-household = Household
whatif-topic-relief = Debt relief
whatif-topic-strategies = Strategies
whatif-topic-agenda = What to do
whatif-topic-plan = Steps of the person
whatif-topic-creditor-plan = Steps of creditors
whatif-topic-questions = Questions
whatif-topic-asking = Questions
whatif-topic-notes = Notes
whatif-topic-as-of = Day
whatif-topic-ref = Case
whatif-topic-guardians = Guardians
whatif-topic-debts-stated = Debts

whatif-field-about = about the person
whatif-field-age = age
whatif-field-amount = amount
whatif-field-arrears = arrears of running payments
whatif-field-as-of = on the day
whatif-field-available = what can be offered to creditors
whatif-field-balance-to-stop = how much should be stopped
whatif-field-barred-until = earliest filing
whatif-field-base = protected amount
whatif-field-before-instalments = left before instalments
whatif-field-bonus = tax bonus
whatif-field-certain = certain
whatif-field-class = class
whatif-field-conditional = conditional step
whatif-field-contributed = contribution of another person
whatif-field-creditors = creditors get
whatif-field-days-to-18 = days to the 18th birthday
whatif-field-debts = which debts it is about
whatif-field-debts-stated = debts are stated
whatif-field-debts-to-stop = debts to stop
whatif-field-deducted = deducted
whatif-field-deduction = deduction
whatif-field-dependants-counted = dependants counted
whatif-field-due-on = until when
whatif-field-effect = what the answer changes
whatif-field-end-month = month of the end
whatif-field-ended-after = ends after months
whatif-field-enforcement = enforcement
whatif-field-entry = entry to debt relief
whatif-field-expenses = expenses
whatif-field-expenses-once = one-off expenses
whatif-field-fee = fee of the payer
whatif-field-fee-least = fee for the petition at least
whatif-field-fee-most = fee for the petition at most
whatif-field-first-month = first month
whatif-field-guardians = guardians
whatif-field-guideline = guideline of experts
whatif-field-holds = holds
whatif-field-home = home
whatif-field-household = household
whatif-field-income = incomes
whatif-field-income-once = one-off incomes
whatif-field-kind = outcome
whatif-field-last-known = last known month
whatif-field-least = least payment
whatif-field-left = left
whatif-field-left-first = left in the first month
whatif-field-left-out = debts not counted
whatif-field-list = group
whatif-field-lowest-net = net income needed
whatif-field-maintenance = maintenance
whatif-field-minimum = living minimum
whatif-field-missing = missing facts
whatif-field-months = months
whatif-field-next-step = next step
whatif-field-offers = offers to creditors
whatif-field-other = other money
whatif-field-over-plan = at least over the whole time
whatif-field-own = what can be paid from the income
whatif-field-paid = paid altogether
whatif-field-pay = payment
whatif-field-percent = part of the claims paid
whatif-field-person = person
whatif-field-plan-month = month reached
whatif-field-plan-months = length in months
whatif-field-questions = what to find out
whatif-field-reached = the payment is enough
whatif-field-reached-on = reached on
whatif-field-recommendation = recommended way
whatif-field-ref = reference of the case
whatif-field-regime = wording of the act
whatif-field-rest = still owed
whatif-field-running = debt relief runs
whatif-field-seems = entitlement
whatif-field-short = how much is short
whatif-field-status = status
whatif-field-survives = survives
whatif-field-total = total
whatif-field-trustee = to the trustee
whatif-field-turns-18-on = 18th birthday
whatif-field-unsure = unsure
whatif-field-urgency = urgency
whatif-field-value = value
whatif-field-verdict = outcome
whatif-field-why-not = why it cannot be computed
whatif-topic-relief-without = Debt relief without what may drop out
whatif-defects-least = may drop out at least
whatif-defects-most = may drop out at most
whatif-strategies-months = takes months
whatif-field-advice = recommended way
whatif-field-strategy = recommended way
whatif-field-freed-on = free of debts
whatif-field-monthly-now = paid in the first month
whatif-field-total-paid = paid altogether
whatif-field-least-left = least left a month
whatif-field-below-minimum = months under the living minimum
whatif-field-stays = still owed
whatif-field-due = until when
whatif-field-set-aside = gave way
whatif-field-ask = what to ask
whatif-field-course = course of debt relief
whatif-field-why-never = why it does not lead out of debt
whatif-field-opens-from = may be filed from, at the earliest
whatif-field-opens-to = may be filed from, at the latest
whatif-field-barred-past-known = the bar lasts past the known law
whatif-field-dropped-least = would drop out at least
whatif-field-dropped-most = would drop out at most
whatif-field-claims = number of claims
whatif-field-owed = owed
whatif-field-net = net income
