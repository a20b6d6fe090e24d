# What can be said against debts, in the screening of a case.

defects-heading = What can be said against each debt
defects-intro = None of it happens by itself: limitation and most defects must be objected, and a court or the executor decides. Sums say how much could drop out.
defects-debt = { $debt } ({ $sum })
defects-debt-unpriced = { $debt } (how much is owed is not known)
defects-debt-sum = { $debt } ({ $sum }): { $most } could drop out
defects-debt-most = { $debt } ({ $sum }): up to { $most } could drop out
defects-debt-between = { $debt } ({ $sum }): { $least } to { $most } could drop out

defects-debt-not-owed = { $debt } ({ $sum }): nothing has to be paid, all { $sum }

defects-standing-unsure = Whether the debtor owes this debt at all cannot be said yet (see its screening). What follows holds if so.
defects-standing-not-owed = By the screening of childhood debts the child does not owe it; the plan says what to do. Below stands only what holds anyway.
defects-standing-finished = Paid and not enforced; there is nothing to object.
defects-standing-debtor-died = The debtor has died; whether the debt passed to somebody, the probate proceedings will say.

defects-none = Nothing of what is known can be said against the debt.
defects-none-known = Nothing is known yet that could be said against it; the missing facts would decide.
defects-rule = { $title } ({ $verdict })
defects-plain = { $text }
defects-sum = Up to { $sum } could drop out.
defects-sum-exact = { $sum } could drop out.
defects-sum-unknown = How much could drop out cannot be said: how large this part of the debt is ({ $part }) is not known. Nothing of it is therefore counted.
defects-presumed = Presumed: { $text }
defects-cited = By: { $provisions }
defects-verify = To verify: { $text }
defects-law-unsettled = the law is not settled enough here; take legal advice
defects-step = { $actor } → { $addressee }: { $title }
defects-steps-above = Further steps stand above with this debt.
defects-limit = When: { $limit }. Cost: { $cost }.
defects-until = by { $day } ({ $limit })
defects-past = Actions that have ended (for the record):
defects-why-not = Cannot be computed: { $why }
defects-ask = Ask:

defects-days-between = { $first } to { $last }
defects-days-from = { $first } at the earliest
defects-days-to = { $last } at the latest
defects-day-futile-ends-on = By what is known the time without recovery ends: { $day }.
defects-day-futile-if-advanced-on = If the creditor pays a further advance it ends: { $day }.
defects-day-futile-absolute-on = Last possible end of the time without recovery: { $day }.
defects-day-state-pays-until = The state pays the executor’s lump sum if the enforcement is stopped by: { $day }.
defects-day-claim-limited-on = By what is known the limitation period ends: { $day }. It works only on objection.
defects-day-later-interest-limited-on = By what is known the limitation period of the interest ends: { $day }. It works only on objection.
defects-day-call-ends-on = The time set by the call ends: { $day }.

defects-relief-heading = What debt relief would be if a part of the debts dropped out
defects-relief-who = Who: { $people }. What could drop out (at least in part): { $debts }.
defects-relief-now = With everything stated
defects-relief-least = Without what would surely drop out on success ({ $sum })
defects-relief-most = Without everything that could drop out ({ $sum })
defects-relief-claims = { $count ->
    [one] { $count } claim, { $sum } in all.
   *[other] { $count } claims, { $sum } in all.
}
defects-relief-entry = Entry: { $entry }.
defects-relief-minimum = Least monthly payment: { $sum }.
defects-relief-course = { $months ->
    [one] Unsecured creditors would get { $percent } after { $months } instalment; { $sum } on debts in all.
   *[other] Unsecured creditors would get { $percent } after { $months } instalments; { $sum } on debts in all.
}
defects-relief-change = Note: { $text }.
