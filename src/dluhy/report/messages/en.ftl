## Workbook sheets
sheet-summary = Summary
sheet-people = Children and young adults
sheet-debts = Debts
sheet-steps = Steps
sheet-procedures = Procedures
sheet-ask = To find out
sheet-treated = Repaired and rejected
sheet-about = About the result

## Columns
col-row = Row of the list
col-part = Part
col-person = Person
col-last_name = Last name
col-first_name = First name
col-full_name = Name
col-birth_date = Date of birth
col-age = Age
col-days_to_18 = Days to 18
col-urgency = Urgency
col-list = Group
col-identity = Verify identity
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
col-flags = Notes on the debt
col-presumed = Presumptions
col-warnings = Notes on the data
col-repairs = Repaired
col-next_step = Next step
col-missing = Missing data
col-rule = Rule
col-order = Order
col-done = Done
col-actor = Who
col-addressee = To whom
col-step = What
col-procedure = Procedure
col-detail = How
col-limit = Limit
col-limit_on = At the latest
col-cost = Costs
col-conditional = Condition
col-ask = What to find out
col-fact = Fact
col-list_column = Column of the list
col-answers = Possible answers
col-answer = Answer
col-effect = What it decides
col-column = Column
col-treatment = What happened
col-why = Why
col-value = Read as
col-code = Code
col-original = Original content of the cell
col-count = Count
col-sum = Sum (CZK)
col-link = Link
col-name = Item
col-content = Value
col-how = Recognised by
col-group = Group
col-people = People
col-total = Total in the list
col-stated = Stated (CZK)
col-computed = Computed (CZK)
col-difference = Difference (CZK)
col-agreement = Agrees?

## Answers
owes-no = no
owes-shared = jointly with the guardian
owes-depends = depends on maturity and circumstances
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
conditional-text = only if it is enforced so or the step's condition holds; the list does not say
undecided-list = cannot be told
see-procedure = see { $number }
no-column = not in the list
add-column = add a column “{ $name }”
add-column-answers = add a column “{ $name }” ({ $answers })
ask-many-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
ask-many-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
answers-bool = ano = yes, ne = no
answers-date = date
answers-year = year
answers-int = whole number
answers-int-most = whole number 0 to { $most }
answers-money = sum in CZK
answers-text = text
answers-more = { $listed }; or another
role-debtor = debtor
person-of-row = (row { $row })
not-stated = not stated
treatment-rejected = rejected
treatment-repaired = repaired
treatment-apart = outside the table
line-title = title
line-header = header
line-repeated_header = repeated header
line-subtotal = subtotal
line-total = total
line-note = note

## Summary
title = Debts from childhood in a list of enforcements
as-of = As of { $day }
summary-rows = { $count ->
    [one] The list has { $count } row
   *[other] The list has { $count } rows
}: { $judged } judged, { $rejected } rejected.
summary-apart = { $count ->
    [one] Beside them the sheet has { $count } line that is no debt
   *[other] Beside them the sheet has { $count } lines that are no debts
} (titles, headers, totals, notes).
summary-totals = Totals in the list do not agree ({ $count }), see the end of the Summary.
summary-divided = Divided by years the rows make { $count } debts.
summary-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}: { $parts }.
people-children = { $count ->
    [one] { $count } child with a debt
   *[other] { $count } children with a debt
}
people-adults = { $count ->
    [one] { $count } adult with a debt from childhood
   *[other] { $count } adults with a debt from childhood
}
people-none = { $count } without a debt from childhood
people-unknown = for { $count } it cannot be told
summary-stop = { $count ->
    [one] { $count } debt is not owed by the child
   *[other] { $count } debts are not owed by the child
} ({ $sum }).
balance-known = balance { $sum }
balance-partly = balance at least { $sum }, some rows give none
balance-overpaid = balance { $sum }, of that overpaid { $over }
balance-partly-overpaid = balance of the rows that give one { $sum }, of that overpaid { $over }; some rows give none
balance-unknown = the list has no balance or none was recognised
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

summary-warnings = { $count ->
    [one] { $count } row has a note on its data
   *[other] { $count } rows have a note on their data
}; verify them before acting on them.
summary-rejected = { $count ->
    [one] { $count } row cannot be used
   *[other] { $count } rows cannot be used
}; the reasons are on the sheet Repaired and rejected.
summary-rejected-terminal = { $count ->
    [one] { $count } row cannot be used
   *[other] { $count } rows cannot be used
}; the reasons are in the workbook on the sheet Repaired and rejected, else in the file of rejected rows or printed here.
summary-rejected-cell = row { $row }, { $column }: { $why } [{ $code }]
summary-rejected-file = Rejected rows: { $path }
summary-unused = Unused columns: { $columns }
summary-written = Result: { $path }
summary-receipt = Receipt: { $path }
summary-next = What next: open the sheet Steps, start at the top and mark what is done; Procedures says how, To find out what is still missing.
summary-first = First: { $step } ({ $person }).
person-coded = person { $code }
step-conditional = { $step } – { $condition }
only-children = children with a debt
only-adults = adults with a debt from childhood
only-undecided = debts that cannot be decided
only-note = The sheets of this workbook show a selection only: { $shown }. The summary counts the whole list.
only-lines = Selection “{ $shown }”: { $debts ->
    [one] { $debts } debt
   *[other] { $debts } debts
}, { $people ->
    [one] { $people } person
   *[other] { $people } people
}.
heading-by-verdict = By verdict
chart-by-verdict = Number of debts by verdict
heading-by-rule = By the rule that decided
no-rule-yet = undecided, data is missing
heading-by-creditor = By creditor (most to stop first)
no-creditor = not stated
other-creditors = { $count } others
heading-totals = Totals the list states itself
totals-sentence = Totals in the list: { $count }. Agree { $same }, differ { $different }, cannot be compared { $unknown }.
totals-more = The first { $shown } are shown, those that differ at the top.
total-of = { $kind } on row { $row }: { $name }
total-same = agrees
total-different = DIFFERS
total-unknown = cannot be compared (unreadable sum in the block)
totals-agreeing = { $count ->
    [one] { $count } total that agrees
   *[other] { $count } totals that agree
}
note-overpaid = The sums include overpayments (negative balances) of { $over }.
note-overpaid-part = The sums include overpayments (negative balances) of { $over }; the part not owed by the child can therefore exceed the sum.
heading-by-urgency = By urgency
heading-by-list = Children and adults
heading-first = What to do first
heading-money = Sums in the list
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
about-whole = The receipt covers the whole result, though the workbook shows a selection only: { $shown }.
about-file = How the file was read
about-format = Kind of file
about-sheet = Sheet
about-other_sheets = Other sheets, not read
about-encoding = Encoding
about-separator = Separator
about-header_rows = Header rows
about-pseudonymised = Names, birth dates, codes and file marks were replaced or left out.
means-person_id = person code
means-last_name = last name
means-first_name = first name
means-full_name = name
means-birth_number = birth number
means-guardian_name = guardian
means-guardian_birth_number = guardian's birth number
means-municipality_code = municipality code
means-creditor_name = creditor
means-creditor_ico = company number of the creditor
means-enforcement_ref = file mark of the enforcement
means-title_ref = number of the title
how-constant = the same value for every row
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

## Columns of a list, many lists
error-heading-command = The command cannot be carried out:
summary-files = { $count ->
    [one] { $count } list
   *[other] { $count } lists
}: judged whole { $done }, with rejected rows { $partly }, unusable { $refused }.
summary-own-result = Left out (a result of this program): { $path }
key-written = The key is in { $path }. Give it to nobody; whoever has it can tell whose the references are.
columns-file = A { $kind } file: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} of debts, { $apart ->
    [one] { $apart } line
   *[other] { $apart } lines
} beside the table (titles, headers, totals, notes).
columns-sheet = Sheet: { $sheet }
columns-other-sheets = Other sheets with content: { $sheets }
columns-encoding = Encoding { $encoding }, separator { $separator }
columns-header = The names of columns stand in row: { $rows }
columns-code = Meaning
columns-column = Column of the list
columns-how = Recognised by
columns-filled = Filled
columns-repaired = Mended
columns-unreadable = Unreadable
columns-absent = Not in the list: { $columns }
columns-questions = Before the list can be judged, this must be decided:
columns-ready = The list can be judged: dluhy minors check.
columns-profile = The profile is in { $path }; edit it and use it with --profile.
separator-tab = tab
how-exact = its name
how-abbreviation = an abbreviation
how-group = its name in two lines
how-profile = the profile
columns-no-header = No header was recognised; the first row should hold the names of columns, or give them in a profile (header_row, columns).
columns-unread = Beware, every filled cell is unreadable in: { $columns }. It probably means something else; leave it out in a profile (ignore) or name the right column.
