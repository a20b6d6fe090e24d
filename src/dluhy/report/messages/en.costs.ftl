## Every page
page-percent = {$number}%
page-marked = {$text} (to be verified)
page-verify = To be verified: {$text}
page-any-day = any day
page-from = on {$day} or later
page-to = on {$day} or earlier
page-on = on {$day}
page-days = from {$first} to {$last}
page-days-short = {$first} to {$last}
page-by = Under: {$provisions}
page-told = What to keep in mind
page-questions = What to find out to know which possibility applies

## dluhy interest
interest-total = Statutory default interest from {$first} to {$until} is {$sum}.
interest-none = There was no default by {$until}; statutory default interest is {$sum}.
interest-moved = If the due day was the end of a period, it moved to {$due} and the interest is {$sum}.
interest-claimed-above = The creditor claims {$claimed}, which is {$difference} more than the regulation gives. Before refusing it, verify the reservations below, above all whether a court or a valid contract set a higher rate.
interest-claimed-equal = The creditor claims {$claimed}, exactly what the regulation gives.
interest-claimed-less = The creditor claims {$claimed}, which is {$difference} less than the regulation gives.
interest-debt = Principal {$principal}, due on {$due}.
interest-default = Default began on {$first}.
interest-payments = Payments taken off the principal: {$payments}.
interest-rule = Rule by the first day of default: {$rule}.
interest-base = Rate of the Czech National Bank in the table: {$base}.
interest-rounded = Interest in the rows is rounded for reading only; exact sums are added up and only the total is rounded.
interest-col-from = from
interest-col-to = to
interest-col-days = days
interest-col-principal = of
interest-col-base = CNB rate
interest-col-day = of day
interest-col-annual = a year
interest-col-interest = interest

## dluhy costs
costs-total-one-unknown = Under the tariff the executor is due {$least} without VAT; if the executor pays VAT, {$most}.
costs-total-one-with = Under the tariff the executor is due {$most} including VAT.
costs-total-one-without = Under the tariff the executor is due {$most}; no VAT is paid.
costs-total-many-unknown = Under the tariff the executor is due from {$least} without VAT to {$most} with VAT, depending on which possibility applies.
costs-total-many-with = Under the tariff the executor is due from {$least} to {$most} including VAT, depending on which possibility applies.
costs-total-many-without = Under the tariff the executor is due from {$least} to {$most}, depending on which possibility applies; no VAT is paid.
costs-vat-verify = The rate of VAT is to be verified.
costs-always = whenever the enforcement began.
costs-possibility = Possibility {$number}: {$when}
costs-began = enforcement began {$days}
costs-authorised = executor authorised {$days}
costs-recovered = {$sum} recovered
costs-remuneration = remuneration
costs-lump = lump sum of expenses
costs-without-vat = total without VAT
costs-vat = VAT
costs-with-vat = total with VAT
costs-steps-fee = The remuneration came about so: {$steps}.
costs-steps-lump = The lump sum came about so: {$steps}.
costs-lawyer-court = The creditor's lawyer in the lawsuit
costs-lawyer-enforcement = The creditor's lawyer in the enforcement
costs-lawyer-filed-court = Claim filed on {$day}, dispute over {$claim}.
costs-lawyer-filed-enforcement = Motion for enforcement filed on {$day}, {$claim} enforced.
costs-lawyer-assumed = The whole enforced claim is taken for the value of the dispute. Interest does not belong to it; if it is in it, give the principal alone by --lawyer-claim.
costs-lawyer-acts = { $count ->
    [one] {$count} act
   *[other] {$count} acts
} up to the filing.
costs-lawyer-large = The low rates of form claims apply only to disputes up to {$limit}; nothing is compared.
costs-lawyer-other = The low rates of form claims did not apply yet, nothing is compared. What applied: {$regime}.
costs-signal-only = This is a signal to look closer, no proof.
costs-signal-sums = {$awarded} awarded; the tariff gives at most {$most} with the court fee. Costs above {$far} are taken for far above.

## dluhy account
account-pays-one-own = The bank pays {$most} from the attached account, once, on request.
account-pays-one-spouse = The bank pays the spouse {$most} from the spouse's account, once, on request.
account-pays-one-most-own = The bank pays at most {$most} from the attached account, once, on request.
account-pays-one-most-spouse = The bank pays the spouse at least {$most} from the spouse's account, once, on request, if there is as much.
account-pays-range-own = The bank pays from {$least} to {$most} from the attached account, once, on request, depending on when the order was delivered to it.
account-pays-range-spouse = The bank pays the spouse from {$least} to {$most} from the spouse's account, once, on request, depending on when the order was delivered to it.
account-pays-range-most-own = The bank pays at most {$least} to {$most} from the attached account, once, on request, depending on when the order was delivered to it.
account-pays-range-most-spouse = The bank pays the spouse at least {$least} to {$most} from the spouse's account, once, on request, depending on when the order was delivered to it, if there is as much.
account-unless-paid-out = This holds only if it has not yet paid anything in this proceeding.
account-paid-out = The bank has already paid the amount in this proceeding and will not pay it again.
account-delivered-from = Nothing is said here of orders delivered before {$day}.
account-multiple = {$multiple} × living minimum of an individual {$minimum} (as of {$day}) = {$most}.
account-share = If {$share} of the balance at delivery is more, that much is paid.
account-wait = There is no more on the account and it is paid only once. Waiting for more is possible only until the day by which the payout must be asked for; then the bank pays it to the creditor.
account-frozen = In this enforcement money that arrives on the account up to and on {$day} is seized too; later money is not. The one-off payout must be asked for by the same day (for an order delivered since 1 July 2021; where there are several orders, by the last such day), otherwise the bank pays it to the creditor.
account-col-delivered = order delivered
account-col-multiple = multiple
account-col-minimum = living minimum
account-col-most = at most
account-col-least = at least
account-col-amount = paid
account-questions = What to find out
account-protected = Protected account
account-protected-opened = The bank opens a protected account within { $days ->
    [one] {$days} working day
   *[other] {$days} working days
} of the request.
account-incomes = Incomes that may go to a protected account
account-limit-cost = Limit: {$limit}. Cost: {$cost}.
account-exempt-income = An income that must not be taken was seized: what to do
account-cash = Cash at an inventory
account-cash-most = At an inventory on {$day} the debtor keeps {$sum} in cash.
account-home = The home
account-home-holds = Real estate in which the debtor lives must not be sold at an auction that begins on {$day}.
account-home-fails = At an auction that begins on {$day} this protection of the home does not apply.
account-home-unknown = Whether real estate in which the debtor lives may be sold at an auction that begins on {$day} cannot be told yet.
account-home-limit = It is protected up to principals of {$limit} together.
account-home-claims = Principals given: {$sum}.
account-because = Why: {$reasons}.
account-find-out = What to find out:
account-movables = Movables that must not be taken
account-movables-are = An inventory leaves out these things:
account-thing-most = {$thing}, now {$sum}
account-shield = Extra shield of movables
account-shield-holds = It applies: only things beyond usual property may be sold.
account-shield-fails = It does not apply.
account-shield-unknown = Whether it applies (only things beyond usual property could be sold) cannot be told yet.
account-instalments = What postpones the sale of movables
account-instalments-are = The executor postpones the sale for a debtor who offers and pays at least {$least} a month, unless the listed things are clearly worth more than {$most}. Things up to {$thing} and sets of things up to {$set} do not count.
account-methods = In which order the executor may take property
account-methods-are = The executor goes step by step; the next comes only if the former is not enough.
account-methods-then = , then{" "}
