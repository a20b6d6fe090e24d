# Deductions from incomes in the screening of a case.

screen-deductions = Deductions from incomes
screen-deduction = { $person }: { $month }{ $paid ->
    [none] {""}
   *[other] , paid { $paid }
} – { $payers }
screen-deduction-month-unknown = month not known
screen-deduction-payer-unknown = payer not stated
screen-deduction-person-unknown = person not stated
screen-deduction-not = The deduction cannot be computed: { $why }.
screen-deduction-verify = To be verified: { $note }
