## Workbook sheets
sheet-summary = Summary
sheet-people = Children and young adults
sheet-debts = Debts
sheet-steps = Steps
sheet-ask = To find out
sheet-rejected = Rejected rows
sheet-about = About the result

## Columns
col-row = Row of the list
col-person = Person
col-last_name = Last name
col-first_name = First name
col-full_name = Name
col-birth_date = Date of birth
col-age = Age
col-days_to_18 = Days to 18
col-urgency = Urgency
col-list = List
col-debts = Debts
col-debts_to_stop = Not owed by the child
col-debts_undecided = Undecided
col-balance = Balance (CZK)
col-balance_to_stop = Of that not owed by the child (CZK)
col-notify_ospod = Notify child protection
col-rows = Rows of the list
col-kind = Kind of debt
col-fee_year = Fee year
col-due_on = Due
col-creditor = Creditor
col-municipality = Municipality code
col-enforcement = File mark
col-verdict = Verdict
col-child_owes = Does the child owe it?
col-reason = Reason
col-provisions = Provisions and decisions
col-evidence = Evidence of the rule
col-verify = To be verified
col-grounds = Further ground
col-flags = Notes
col-presumed = Presumptions
col-next_step = Next step
col-missing = Missing data
col-rule = Rule
col-order = Order
col-actor = Who
col-addressee = To whom
col-step = What
col-detail = How
col-limit = Limit
col-limit_on = At the latest
col-cost = Costs
col-conditional = Only if
col-ask = What to find out
col-fact = Fact
col-effect = What it decides
col-column = Column
col-code = Code
col-reject_reason = Why the row cannot be used
col-original = Original content of the cell
col-count = Count
col-sum = Sum (CZK)
col-link = Link
col-name = Item
col-value = Value

## Answers
owes-no = no
owes-shared = jointly with the guardian
owes-yes = yes
owes-unknown = cannot be said
owes-none = not a childhood debt
yes = yes
no = no
limit-none = —
effect-missing = decides who owes
effect-asked_for_steps = tells which step stands
effect-worth_asking = may add a further ground to stop
reason-needs-data = Cannot be decided, missing: { $facts }.
reason-needs-data-but-no = Which rule applies cannot be decided, but the child owes in none of the possible cases. Missing: { $facts }.
months-exempt = Exempt months: { $months } of 12.
conditional-text = the enforcement really runs so, or the condition of the step is met (the list does not say)
undecided-list = cannot be told

## Summary
title = Debts from childhood in a list of enforcements
as-of = As of { $day }
summary-rows = { $count ->
    [one] The list has { $count } row
   *[other] The list has { $count } rows
}: { $judged } judged, { $rejected } rejected.
summary-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}: under 18 with a debt { $children }, adults with a debt from childhood { $adults }.
summary-stop = { $count ->
    [one] { $count } debt is not owed by the child
   *[other] { $count } debts are not owed by the child
} ({ $sum }).
balance-known = balance { $sum }
balance-partly = balance at least { $sum }, some rows give none
balance-unknown = the list gives no balance
balance-none = no balance
summary-shared = { $count ->
    [one] { $count } debt is owed jointly with the guardian
   *[other] { $count } debts are owed jointly with the guardian
} ({ $sum }).
summary-undecided = { $count ->
    [one] { $count } debt cannot be decided without further data
   *[other] { $count } debts cannot be decided without further data
}.
summary-red = { $count ->
    [one] { $count } case is urgent
   *[other] { $count } cases are urgent
}: less than 90 days to the 18th birthday, or a limit is running.
summary-rejected = { $count ->
    [one] { $count } row cannot be used
   *[other] { $count } rows cannot be used
}; the reasons are given.
summary-rejected-file = Rejected rows: { $path }
summary-unused = Unused columns: { $columns }
summary-written = Result: { $path }
summary-receipt = Receipt: { $path }
summary-next = What next: open the sheet Steps and start at the top; To find out says what is still missing.
heading-by-verdict = By verdict
heading-by-urgency = By urgency
heading-by-list = Children and adults
col-group = Group
heading-first = What to do first
heading-money = Money in the list
money-in = in the list
money-judged = in judged rows
money-rejected = in rejected rows
empty-list = The list holds no row.

## About
about-receipt = Receipt
about-as_of = Day of assessment
about-pack = Law pack
about-pack_hash = Hash of the law pack
about-program = Program version
about-input = Hash of the input file
about-result = Hash of the result
about-columns = Recognised columns
about-unused = Unused columns
about-presumptions = Presumptions the result used (number of rows)
about-provisions = Provisions and decisions cited
about-evidence = What the evidence of a rule means
about-evidence-S2 = several sources: at least two independent sources confirm the rule
about-evidence-S = one source: the text of the act or one other source
about-evidence-D = derived: a calculation or a reading from evidenced rules
about-evidence-M = to be verified: check the named provision before acting on it
about-limits = Limits of the result
about-limit-1 = The program proposes with reasons, a person decides. The result is neither legal advice nor a decision of an office.
about-limit-2 = It judges only what is in the list. A fact not stated is not taken as “no”; what is presumed stands in the column Presumptions.
about-limit-3 = It judges local fees so far. Other childhood debts are only marked and referred to a debt counsellor.
about-limit-4 = It never asserts that the right to enforce has lapsed, it only points to the possibility; the record of acts decides.
about-limit-5 = A person must weigh: a conflict of interest with the guardian, service of the assessment, people of the same name, and whether the balance is right.
about-limit-6 = The file holds personal data of children. It is sent nowhere; keep it only where it may be kept.

## Terminal
progress-reading = Reading the list
progress-judging = Judging
progress-writing = Writing
error-heading = The list cannot be processed:
replay-same = The result is the same: { $hash }
replay-different = The result differs: receipt { $old }, now { $new }
rules-ok = The pack { $version } is sound: { $rules } rules, { $examples } examples, hash { $hash }
rules-horizon-ok = The topic { $topic } is known from { $first } to { $last }.
rules-horizon-passed = The topic { $topic } is known only until { $last }; today is { $today }.
rules-conditions = Conditions (all must hold)
rules-applies = Applies to
rules-reasoning = Reasoning
rules-citations = Provisions and decisions
rules-verify = To be verified
rules-examples = Examples
rules-remedies = Ladders
rules-evidence = Evidence
rules-diff-same = The packs do not differ.
expect-holds = holds
expect-fails = fails
expect-unknown = unknown
