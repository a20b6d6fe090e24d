## Check of past payslips
payslip-title = Check of the deductions on payslips
payslip-title-ref = Check of the deductions on payslips ({ $ref })
payslip-count = { $count ->
    [one] { $count } payment checked
   *[other] { $count } payments checked
}: { $told }.
payslip-count-none = No payment could be checked.
payslip-verdicts = { $label } { $count }×
payslip-unchecked = { $count ->
    [one] { $count } payment remains unchecked
   *[other] { $count } payments remain unchecked
}; the reasons stand below.
payslip-too-much = Too much was deducted by { $sum } in all.
payslip-too-little = Too little was deducted by { $sum } in all.
payslip-open-much = Of a further { $sum } it cannot be said whether it was too much: a fact that is not stated decides.
payslip-open-little = Of { $sum } it cannot be said whether it was too little: a fact that is not stated decides.
payslip-no-difference = No difference was found beyond rounding.
payslip-limitation = The oldest payment with too much deducted is of { $oldest }. The claim may become time-barred from { $day } (to be verified).
payslip-heading-table = Month by month (sums in CZK)
payslip-column-paid = Paid on
payslip-column-period = Wage for
payslip-column-net = Net income
payslip-column-deducted = Deducted
payslip-column-expected = Expected
payslip-column-difference = Difference
payslip-column-verdict = Verdict
payslip-table-note = A difference with a plus sign means that too much was deducted.
payslip-heading-causes = What the difference likely comes from
payslip-cause = { $cause }. Fits exactly { $months }.
payslip-cause-near = { $cause }. Fits within a crown { $months }.
payslip-cause-month = { $day } ({ $sum })
payslip-cause-provisions = Under: { $provisions }
payslip-cause-verify = To be verified.
payslip-questions = What cannot be computed and must be found out:
payslip-question = { $question } ({ $months })
payslip-unexplained = None of the known mistakes gives exactly what was deducted: { $months }. Ask the payer for its computation.
payslip-and = {" "}and at once{" "}
payslip-count-of = { $count ->
    [one] by { $count } person
   *[other] by { $count } people
}
payslip-amount = { $amount }
payslip-claim = claim { $claim }
payslip-set-paid = amounts for payments of { $year }
payslip-set-year = amounts for wages of { $year }
payslip-set-months = amounts for wages of { $months }
payslip-heading-how = How the right deduction comes about
payslip-how = { $days }: { $told }
payslip-how-wage = protected amount { $base } (people counted: { $persons }), remainder { $remainder }, one third { $third }, without limit { $unlimited }; { $thirds ->
    [one] one third
   *[other] two thirds
} may be taken, at most { $capacity }. The right deduction is { $deducted }.
payslip-how-none = nothing is deducted from this income.
payslip-how-part = at most { $capacity } may be taken. The right deduction is { $deducted }.
payslip-heading-unchecked = What could not be checked
payslip-unchecked-month = Payslip { $number } ({ $when }): { $reasons }.
payslip-unchecked-no-day = no day of payment
payslip-heading-flags = What the check rests on
payslip-flag-verify = { $text } (to be verified)
payslip-heading-plan = What to do
payslip-step-who = { $actor } → { $addressee }
payslip-step-needs = Needed first: { $needed }
payslip-step-limit = Limit: { $limit }
payslip-step-cost = Costs: { $cost }
payslip-step-provisions = Under: { $provisions }
payslip-step-verify = To be verified: { $note }
payslip-receipt = Rule pack { $pack }, hash { $hash }. The program computes and gives reasons, a person decides.
