# Ways out of debt in the screening of a case.

strategies-heading = Ways out of debt side by side
strategies-why-not = Why something cannot be compared:
strategies-assumed = assumption: { $text }
strategies-assumptions = What is counted although nobody told it; verify it:
strategies-side = From { $month }; { $owed } is owed. None of it is a promise: court, executor and creditors decide.
strategies-column-way = way
strategies-column-monthly = a month now
strategies-column-end = ends in
strategies-column-total = paid in all
strategies-column-left = left at least
strategies-never = never
strategies-months = { $months } mo.
strategies-minimum = The household’s living minimum is { $sum } a month without housing; housing is still to be paid from what is left to live on.
strategies-way = { $label }: { $told }
strategies-not = { $label }: { $why }.
strategies-end = { $months ->
    [one] the debts end in { $months } month
   *[other] the debts end in { $months } months
} ({ $month }) if everything goes as given here.
strategies-end-relief = { $months ->
    [one] the last instalment falls in { $months } month
   *[other] the last instalment falls in { $months } months
} ({ $month }) if everything goes as given here; the court then decides on the discharge of the rest.
strategies-end-survivors = the last instalment of debt relief falls in { $plan } and the court then decides on the discharge; { $stays } is left that it does not cover, which would be paid off { $months } months from the beginning ({ $month }) if everything goes as given here.
strategies-no-end = does not lead out of debt; { $why }.
strategies-below = { $months ->
    [one] In { $months } month less than the living minimum is left to live on.
   *[other] In { $months } months less than the living minimum is left to live on.
}
strategies-risks = What threatens:
strategies-conditions = What it rests on:
strategies-notes = How it was counted:
strategies-common = On all computed ways:
strategies-head-month = month
strategies-head-owed = owed
strategies-head-accrued = added
strategies-head-dropped = dropped
strategies-head-remaining = remains
strategies-head-left = left to live on
strategies-head-assumed = assumption
strategies-marked = yes
strategies-check = Check: owed + added − dropped − paid on costs of the enforcement, the creditor’s costs, interest and principal = remains.
strategies-first-step = First step: { $step }

strategies-advice-title = What comes out of the comparison
strategies-advice = By what is known this comes out best: { $label }. It is material for a talk, not a decision.
strategies-none = none
strategies-step-survival = At least the living minimum ({ $minimum }) is left in every month, housing not yet paid, on these ways: { $kept }.
strategies-step-survival-nobody = No way leaves the living minimum ({ $minimum }) in every month; { $best } is the most. Incomes and expenses come first; all are compared further.
strategies-step-freedom = These lead out of debt: { $kept }.
strategies-step-contribution = Without money that nobody has promised so far these do: { $kept }.
strategies-step-expenses = About enough for the household’s expenses ({ $spent }) is left on these ways: { $kept }.
strategies-step-objects = Otherwise equal; where something can be said against a debt, the defence comes first: { $kept }.
strategies-step-months = { $best ->
    [one] The fastest, { $best } month (a difference up to { $apart } months does not count): { $kept }.
   *[other] The fastest, { $best } months (a difference up to { $apart } months does not count): { $kept }.
}
strategies-step-paid = The least is paid, { $best } (a small difference does not count): { $kept }.
strategies-step-stays = The least debt stays undischarged, { $best }: { $kept }.
strategies-step-depends = These depend on nobody more: { $kept }.
strategies-step-order = Otherwise they are equal; the first in a fixed order is: { $kept }.
strategies-fell-survival = less than the living minimum would be left to live on
strategies-fell-survival-nobody = less than the living minimum would be left to live on
strategies-fell-freedom = it does not lead out of debt
strategies-fell-contribution = it needs money that nobody has promised
strategies-fell-expenses = the household’s expenses would not be covered
strategies-fell-objects = otherwise equal, but it does not try what can be said against the debts
strategies-fell-months = it takes longer
strategies-fell-paid = more is paid
strategies-fell-stays = more debt stays after it
strategies-fell-depends = it depends on somebody else’s decision
strategies-fell-order = otherwise equal, later in a fixed order
strategies-rival = { $label }: { $fell }
strategies-rival-if = { $sentence }; it would come first if: { $change }
strategies-others = Why not the others:
strategies-overturned = What would change the outcome:
strategies-overturns = { $change }: then “{ $label }” would come out best
strategies-overturns-none = { $change }: then no way would lead out of debt
strategies-holds = Tried without changing the outcome: { $changes }.
strategies-asks = Ask:

strategies-running = Debt relief runs already; ways out of debt are therefore not compared.
strategies-running-since = Debt relief runs already, proceedings began on { $day }; ways out of debt are therefore not compared.
strategies-running-regime = Governed by the Insolvency Act: { $regimes }.
strategies-running-plan = The plan usually takes { $months } months from the approval of debt relief.
strategies-running-plan-long = The plan usually takes { $months } months from the approval of debt relief; { $long } months where the debtor was discharged before and the act counts it.
strategies-running-no-day = How many months are left cannot be told: neither the approval nor the finding of insolvency is dated.
strategies-running-last = The last instalment of the usual plan falls in { $month }; { $left } are left. An interruption or prolongation by the court moves it.
strategies-running-between = The last instalment of the usual plan falls between { $first } and { $last }; the day of approval is not known exactly.
strategies-running-earliest = The last instalment of the usual plan falls in { $month } at the earliest, at least { $left } more; only the day of approval, which is not told, says it exactly.
strategies-duties = What the debtor must do after the approval:
strategies-running-not-computed = Not computed here: how much creditors have got, how much they will get and whether debts will be discharged. That is in the insolvency file, with the trustee, and the court decides on the discharge.

remaining-title = What is left to pay
remaining-axis = remaining debt
remaining-end = { $label }: free of debt { $month }
remaining-relief = { $label }: last instalment { $month }, the court decides on the rest
remaining-left = { $years ->
    [one] { $label }: no end in { $years } year, { $sum } is left
   *[other] { $label }: no end in { $years } years, { $sum } is left
}
remaining-stays = { $label }: last instalment { $month }, { $sum } stays, the court decides on the rest
remaining-described = Remaining debt over time. At the beginning { $owed }. { $lines }
strategies-about = debt { $debt }: { $text }
