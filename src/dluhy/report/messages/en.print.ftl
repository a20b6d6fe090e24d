# A screening on paper.

print-title = Screening of the case { $ref }
print-day = as of { $day }
print-running = Case { $ref }, as of { $day }
print-page = page
print-page-of = of
print-signs = The sign “□” stands for a sign that the print has no letter for. Raised numbers point to the list of provisions.

print-urgent = What is urgent
print-nothing-urgent = Of what is known, nothing is urgent.
print-person = { $id }: { $facts }. { $told }
print-week = What to do this week
print-way-out = The way out of debt
print-advice = { $people }: { $told }
print-relief = Debt relief, { $people }: { $told }
print-figures = Debts and money
print-debts-count = Debts stated: { $count }, known balances { $sum } in all.
print-debts-unpriced = Debts stated: { $count }; no balance is known.
print-debts-unknown = { $count ->
    [one] The balance of { $count } debt is not known.
   *[other] The balance of { $count } debts is not known.
}
print-rests = What it rests on
print-rests-on = The facts of the case as of { $day } and the pack of rules { $pack }.
print-open = { $count ->
    [one] { $count } fact is still to be found out; the answer may change the result.
   *[other] { $count } facts are still to be found out; the answers may change the result.
}
print-assumed = Debt relief is computed past the months whose law is known.
print-more = And { $count } more, see further on.

print-household = The household
print-people = Debtors and children
print-each-debt = What can be said of each debt
print-debt-named = { $id } ({ $kind })
print-all-debts = all the debts stated
print-debts-debt = Debt
print-debts-creditor = Creditor
print-debts-enforcement = Enforcement
print-debts-balance = Balance
print-debts-dropping = May drop out, up to
print-debts-verdict = Conclusion
print-debts-sum = Total
print-debts-sum-known = Total of what is known

print-deductions-person = Who
print-deductions-month = Month
print-deductions-payers = Payer
print-deductions-net = Net income
print-deductions-deducted = Deducted
print-deductions-left = Left
print-deductions-annex = The reckoning step by step stands in an annex.
print-deductions-steps = Annex: deductions step by step

print-cost = Cost: { $cost }.
print-creditors = What creditors can do

print-months = Annex: debt relief month by month
print-months-assumed = Sums are in CZK. An asterisk marks a month whose law is not known yet; the last known amounts stand in for it.
print-months-known = Sums are in CZK.
print-months-number = No.
print-months-month = Month
print-months-income = Income
print-months-paid = Paid
print-months-trustee = Of it the trustee
print-months-maintenance = Maintenance
print-months-creditors = Creditors
print-months-creditors-sum = Creditors so far
print-months-left = Left

print-provisions = Annex: provisions
print-receipt = Receipt of the reckoning
print-receipt-pack = Pack of rules
print-receipt-pack-hash = Hash of the pack
print-receipt-program = Program
print-receipt-input = Hash of the case document
print-receipt-result = Hash of the judged debts
