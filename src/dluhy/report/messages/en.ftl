## Workbook sheets
sheet-summary = Summary
sheet-people = Children and young adults
sheet-debts = Debts
sheet-steps = Steps
sheet-steps-others = Steps of others
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
effect-limits = decides by when to act
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
people-died = { $count } deceased
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
about-limit-3 = It judges debts from childhood of every kind; adults' debts are only told apart. It computes no wage deductions, budgets or debt relief.
about-limit-4 = It never asserts that the right to enforce has lapsed, it only points to the possibility; the record of acts decides.
about-limit-5 = A person must weigh: a conflict of interest with the guardian, service of the assessment, people of the same name, and whether the balance is right.
about-limit-6 = The file holds personal data of children. It is sent nowhere; keep it only where it may be kept.

## Terminal
progress-reading = Reading the list
progress-judging = Judging
progress-writing = Writing
error-heading = The list cannot be processed:
replay-same = The result is the same: { $hash }
replay-altered = The receipt agrees, but the result in the file is not what comes out now: somebody changed the file, or another version of the program wrote it.
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
rules-mutants-none = No mutant survived: the examples noticed { $mutants } changes in { $rules } rules.
rules-mutants-some = { $survivors } of { $mutants } mutants survived; each lacks an example that would notice the change.
rules-mutant-dropped = (left out)
rules-mutant-example = Missing, for instance, is this example; verify that it follows the law:
rules-mutant-unfound = No case was found that tells them apart; the rule can probably be written more simply.
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

## Screening of a case
screen-title = Screening of case {$ref} as of {$day}
screen-note = Note: {$note}
screen-debts-unknown = The case states no debts. Add them; if the client has none, write debts = [].
screen-no-debts = The case holds no debt of a debtor; there is nothing to judge.
screen-guardians = The case names {$count} guardians. Steps towards the guardian concern each of them.
screen-person-unknown = Debts of which it is not stated whose they are
screen-person = Person {$id}
screen-age = age {$age}
screen-turns-18 = turns 18 on {$day}, in { $days ->
    [one] {$days} day
   *[other] {$days} days
}
screen-urgency = urgency: {$urgency}
screen-to-stop = {$count} of the debts stated, from childhood, not owed; known balance {$sum}.
screen-sum-unknown = not stated
screen-debts = Debts
screen-kind-unknown = kind of debt not stated
screen-verdict = Conclusion: {$verdict}
screen-missing = Missing: {$facts}.
screen-ground = Further ground:
screen-flag = Note:
screen-presumed = Presumed: {$sentence}
screen-because = Why: {$reasons}.
screen-provisions = By: {$provisions}
screen-verify = To be verified: {$note}
screen-plan = Plan for person {$whose}
screen-creditor-plan = What the creditor can do: {$whose}
screen-no-creditor = name not stated
screen-due = by {$day}
screen-who = {$actor} → {$addressee}
screen-about = about: {$debts}
screen-conditional = The step stands only if a fact that is still missing is confirmed.
screen-needs = Needed first: {$needed}
screen-limit = Limit: {$limit}
screen-cost = Cost: {$cost} (borne by: {$who})
screen-replaces = Replaces the step: {$step}
screen-questions = What to find out, the weightiest first
screen-effect-limits = Decides by when to act; a limit may be running now: {$debts}.
screen-effect-missing = Decides who owes: {$debts}.
screen-effect-asked_for_steps = Decides which step stands: {$debts}.
screen-effect-worth_asking = May add a further ground: {$debts}.
screen-receipt = Rule pack {$pack}, hash {$hash}. The program proposes with reasons, a person decides.
screen-written = The screening was written: {$path}

## Comparing two lists
compare-title = What changed between two lists
compare-sheet-summary = Summary
compare-sheet-changes = Changes
compare-sheet-unmatched = Unmatched
compare-days = The older list is judged as of { $old }, the newer as of { $new }.
compare-debts = The older list has { $old } judged debts, the newer { $new }.
compare-same-day = Both lists are judged as of the same day, so nobody can be shown to have come of age between them (--old-as-of gives the older list's day).
compare-packs-differ = The lists are judged by different rule packs; a changed conclusion may come from the rules, not from the list.
compare-keyed-code = by code
compare-keyed-birth_number = by birth number
compare-keyed-name = by name and date of birth
compare-keyed-nothing = by nothing
compare-keyed-differently = The lists tell people apart differently: the older { $old }, the newer { $new }. Debts cannot be matched; put the same identifier into both lists.
compare-rejected-old = { $count ->
    [one] { $count } row of the older list cannot be used
   *[other] { $count } rows of the older list cannot be used
} and is not compared.
compare-rejected-new = { $count ->
    [one] { $count } row of the newer list cannot be used
   *[other] { $count } rows of the newer list cannot be used
} and is not compared.
compare-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
compare-told-new = { $count ->
    [one] { $count } debt is new
   *[other] { $count } debts are new
} ({ $people }, balance { $sum }).
compare-told-gone = { $count ->
    [one] { $count } debt is gone
   *[other] { $count } debts are gone
} ({ $people }, balance was { $sum }).
compare-told-stopped = { $count ->
    [one] Enforcement ended for { $count } debt
   *[other] Enforcement ended for { $count } debts
} ({ $people }, balance { $sum }).
compare-told-worsened = { $count ->
    [one] { $count } debt got worse
   *[other] { $count } debts got worse
}: balance or costs grew, or a court executor enforces it now ({ $people }, growth { $sum }).
compare-told-eased = { $count ->
    [one] { $count } debt eased
   *[other] { $count } debts eased
}: the balance fell or the enforcement was suspended ({ $people }, fall { $sum }).
compare-told-came_of_age = { $count ->
    [one] The 18th birthday between the two days concerns { $count } debt
   *[other] The 18th birthday between the two days concerns { $count } debts
} ({ $people }, balance { $sum }).
compare-told-decided = { $count ->
    [one] { $count } debt can now be decided
   *[other] { $count } debts can now be decided
} ({ $people }, balance { $sum }).
compare-told-undecided = { $count ->
    [one] { $count } debt can no longer be decided
   *[other] { $count } debts can no longer be decided
} ({ $people }, balance { $sum }).
compare-told-paid = { $count ->
    [one] { $count } debt is paid
   *[other] { $count } debts are paid
} ({ $people }, the balance fell by { $sum }).
compare-told-verdict_changed = { $count ->
    [one] { $count } debt has another conclusion
   *[other] { $count } debts have another conclusion
} ({ $people }, balance { $sum }).
compare-nothing = Nothing changed among the matched debts.
compare-unmatched-old = { $count ->
    [one] { $count } debt of the older list could not be matched
   *[other] { $count } debts of the older list could not be matched
} (balance { $sum }).
compare-unmatched-new = { $count ->
    [one] { $count } debt of the newer list could not be matched
   *[other] { $count } debts of the newer list could not be matched
} (balance { $sum }).
compare-heading-changes = Changes
compare-heading-old = The older list: what became of it
compare-heading-new = The newer list: what it is made of
compare-heading-unmatched = Why debts could not be matched
compare-heading-how = How debts were matched
compare-amounts = One debt may have several changes. The sum is the balance now; of gone debts the former one, of worse ones the growth of balance and costs, of paid ones the fall of the balance.
compare-unmatched-note = Nothing is matched by guess. An unmatched debt may be the same as one counted here as new or gone.
compare-how = The same file mark or principal counts only with the same person, kind and year or day, and only if no other debt of the list has them.
compare-total = total
compare-list-old = older
compare-list-new = newer
compare-age-before = child
compare-age-now = an adult since the 18th birthday
compare-change-new = new
compare-change-gone = gone
compare-change-stopped = enforcement ended
compare-change-worsened = worse
compare-change-eased = eased
compare-change-came_of_age = debtor came of age
compare-change-decided = decided since
compare-change-undecided = undecided since
compare-change-paid = paid
compare-change-verdict_changed = another conclusion
compare-status-matched = matched
compare-status-new = new
compare-status-gone = gone
compare-status-unmatched_new = unmatched
compare-status-unmatched_old = unmatched
compare-reason-keyed_differently = the lists tell people apart differently
compare-reason-no_person = the row does not say whose debt it is (no code, birth number, or name with an exact date of birth)
compare-reason-no_debt = neither a file mark nor a kind with a year or day
compare-reason-ambiguous = it could be more than one debt
compare-reason-principal_differs = the only debt it could be has another principal
compare-by-file_mark = file mark, person, kind and year or day
compare-by-debt = person, kind, year or day, and principal
compare-by-only_candidate = the only possible debt of the same person, nothing known contradicts
compare-way-file_mark = file mark
compare-way-debt = same data of the debt
compare-way-only_candidate = only possible debt
compare-col-change = Change
compare-col-list = List
compare-col-reason = Why
compare-col-person = Person
compare-col-name = Name
compare-col-kind = Kind of debt
compare-col-when = Year or day
compare-col-row = Row
compare-col-old_row = Row before
compare-col-new_row = Row now
compare-col-enforcement = File mark
compare-col-before = Before
compare-col-now = Now
compare-col-old_balance = Balance before (CZK)
compare-col-new_balance = Balance now (CZK)
compare-col-old_costs = Costs before (CZK)
compare-col-new_costs = Costs now (CZK)
compare-col-principal = Principal (CZK)
compare-col-balance = Balance (CZK)
compare-col-matched_by = How matched
compare-col-debts = Debts
compare-col-people = People
compare-col-sum = Sum (CZK)
compare-col-status = Debts

## The case document
case-written = An empty case is in { $path }. Fill in ref and as_of, delete “# ” before the values you know, and check it: dluhy case check { $path }
case-errors = { $count ->
    [one] The case has { $count } error
   *[other] The case has { $count } errors
}:
case-ok = Case { $ref } as of { $day } is without errors; { $debts ->
    [0] it holds no debt
    [one] it holds { $debts } debt
   *[other] it holds { $debts } debts
} to judge.
case-warning = Beware, { $place }: { $text }.
case-no-gaps = Nothing is missing that would change the conclusion about the debts. What is missing for deductions from incomes, dluhy screen tells.
case-gaps-limits = Missing, so that it cannot be told by when to act (a limit may be running now):
case-gaps-missing = Missing, so that who owes cannot be told:
case-gaps-asked_for_steps = Missing, so that which step stands cannot be told:
case-gaps-worth_asking = Missing, and could add a further ground:
case-gap-partly = known in part only; find out the exact day
case-unstated = Not stated at all, so that it stays unknown:
case-gap-about = { $count ->
    [one] debt
   *[other] debts
}: { $debts }
case-gap-balance = ; balance { $sum }

## Meetings with creditors
meeting-title = Papers for meetings with creditors
meeting-sheet-index = Overview
meeting-unnamed = creditor not stated
meeting-of = Meeting paper: { $creditor }
meeting-ico = company no. { $ico }
meeting-no-people = The paper holds no names of debtors, none of their codes, birth dates or file marks; the creditor's name is as the list gives it.
meeting-small = Some counts are below { $least }. Do not publish such counts: a person could be told by them.
meeting-proposal = The program proposes and gives reasons, a person decides. The paper is no legal advice.
meeting-count = { $count ->
    [one] { $count } creditor has
   *[other] { $count } creditors have
} debts that are or may be from childhood.
meeting-none = The list holds no debt that is or may be from childhood.
meeting-rejected = { $count ->
    [one] { $count } row of the list cannot be used
   *[other] { $count } rows of the list cannot be used
} and is not in the papers.
meeting-index-note = Creditors with the largest sum that the child does not owe stand first. A click on the name leads to the paper.
meeting-page = No names. Do not publish counts below { $least }.
meeting-heading-numbers = What it is about
meeting-heading-not-owed = What the child does not owe
meeting-heading-tones = What should happen
meeting-heading-regimes = Under which law
meeting-heading-stop = What stopping costs and who pays
meeting-heading-go-on = What going on costs
meeting-heading-steps-children = Steps: children under 18 first
meeting-heading-steps-others = Steps: adults and people of unknown age
meeting-heading-debtors = What others can do
meeting-heading-decides = Who decides
meeting-heading-steward = The objection of good stewardship
meeting-heading-ospod = What the office must tell the child-protection authority
meeting-heading-questions = What is not known
meeting-debts = Debts that are or may be from childhood
meeting-people = People
meeting-children = of them under 18 today
meeting-adults = of them adults today
meeting-unknown-age = of them of unknown age
meeting-nearest = nearest 18th birthday
meeting-within = within { $days } days
meeting-enforcements = Enforcements that run or are suspended
meeting-by-executor = of them by a court executor
meeting-by-office = of them tax enforcements of the office
meeting-by-unknown = of them not stated by whom
meeting-balance = Balance
meeting-principal = of it principal, where stated
meeting-costs = of it costs, where stated
meeting-finished = Debts paid or ended
meeting-others = Further debts not from childhood (not counted below)
meeting-not-owed = { $count ->
    [one] { $count } debt
   *[other] { $count } debts
} of { $all } the child does not owe ({ $share } % of debts), balance { $sum }.
meeting-not-owed-share = That is { $share } % of the known balance.
meeting-not-owed-none = By the data of the list no debt can be said not to be owed by the child.
meeting-not-owed-law = What the child does not owe should not be enforced against it; the reason stands with each regime below.
meeting-tone-stop = stop: the child does not owe it
meeting-tone-weigh = weigh: it depends on circumstances, or the guardian owes too
meeting-tone-ask = add data, or refer to debt advice
meeting-by-law = Under: { $provisions }
meeting-evidence = Evidence: { $evidence }
meeting-verify = To verify: { $what }
meeting-undecided = Deciding data is missing; see What is not known.
meeting-stop-none = By the list no court executor enforces any of these debts.
meeting-stop-executors = { $count ->
    [one] A court executor leads { $count } enforcement
   *[other] Court executors lead { $count } enforcements
}, { $stop } of them for debts the child does not owe.
meeting-stop-most = { $least ->
    [0] Stopping all of them costs, by the way chosen, from nothing to at most { $most }
   *[other] Stopping all of them costs at most { $most }
} ({ $each } each, if the creditor is held responsible); first ask the executor to waive the costs.
meeting-stop-office = The office stops its own tax enforcement at no cost ({ $count }).
meeting-route-bears = Paid by: { $who }
meeting-cost = Cost: { $cost }
meeting-route-most = at most (CZK)
meeting-go-on-costs = By the list the costs of the debts that a court executor enforces already come to { $sum }; the debts are higher by that than what was not paid at first.
meeting-go-on-advance = If the executor recovers nothing for { $years } years, the creditor is asked. To go on, an advance of { $each } is paid for each enforcement; for all { $count } that is { $sum }. With consent to the stop, without an answer or without the advance the enforcement ends.
meeting-go-on-adult = From the 18th birthday enforcement usually turns to wages and accounts; a debt the child does not owe does not become lawful by that.
meeting-go-on-none = The list states no costs of enforcement.
meeting-steps-nearest = Nearest 18th birthday: { $within }. Do what can be done before it.
meeting-steps-later = The nearest 18th birthday is more than { $days } days away.
meeting-steps-none = The list gives no step for this.
meeting-step-who = { $actor } → { $addressee }
meeting-step-limit = Limit: { $limit }
meeting-conditional = for some only under a condition the list says nothing of
meeting-step-above = How and on what basis: see above.
meeting-ospod-count = { $children ->
    [0] By the list it concerns no child so far
    [one] It concerns { $children } child
   *[other] It concerns { $children } children
}{ $undecided ->
    [0] .
    [one] ; for { $undecided } person it cannot be decided for want of data.
   *[other] ; for { $undecided } people it cannot be decided for want of data.
}
meeting-ospod-none = By the list the duty to report concerns no child.
meeting-question-limits = decides by when to act
meeting-question-missing = decides who owes
meeting-question-asked_for_steps = tells which step stands
meeting-questions-none = The list has the data needed for all debts.
meeting-col-what = Item
meeting-col-number = How much
meeting-col-tone = What should follow
meeting-col-regime = Regime
meeting-col-route = Way
meeting-col-step = Step
meeting-col-question = Question
meeting-col-creditor = Creditor
meeting-col-people = People
meeting-col-children = Children
meeting-col-debts = Debts
meeting-col-balance = Balance (CZK)
meeting-col-principal = Principal (CZK)
meeting-col-costs = Costs (CZK)
meeting-col-not-owed = Child does not owe (CZK)
meeting-col-not-owed-debts = Child does not owe

## Deductions
deduct-title = Deductions from income for { $month }, paid on { $day }
deduct-title-ref = Deductions from income for { $month }, paid on { $day } ({ $ref })
deduct-short = In short: { $told }
deduct-short-some = Of the net income of { $net }, { $deducted } is deducted. { $left } is left to be paid out.
deduct-short-none = Of the net income of { $net } nothing is deducted; it is paid out in full.
deduct-short-some-joint = Of the incomes of { $net } together probably { $deducted } would be deducted and { $left } left, but only jointly: which part of the protected amount each payer must leave is not known, and without it no payer’s exact deduction can be told.
deduct-short-elsewhere = Of the net income of { $net } nothing is deducted, but only if the orders of enforcement really are with somebody else than this payer; its name does not match theirs.
deduct-short-joint = This is an estimate only; the executor or the court decides the split.
deduct-short-trustee = The deduction goes to the insolvency trustee.
deduct-short-if = Something is not known yet: { $supposed }, { $left } would be left.
deduct-short-open = Something is not known yet and may change the result, see below.
deduct-short-verify = Something must be verified, see below.
deduct-part-payer = Payer { $payer }
deduct-part-main = Income for { $month }
deduct-part-back_pay = Back pay for { $month }
deduct-part-severance = Severance pay, multiple { $number } of { $count }
deduct-part-of-payer = { $payer }: { $part }
deduct-part-income = Income: { $income }
deduct-part-net = Net income: { $net }.
deduct-part-same = Computed like the part before ({ $before }).
deduct-heading-how = How it is computed
deduct-heading-total = Together
deduct-heading-who = Who gets the deduction
deduct-heading-unknown = What is not known and what it would change
deduct-heading-verify = To be verified
deduct-heading-notes = What to mind
deduct-heading-cites = On what basis
deduct-total-net = Net income: { $sum }.
deduct-total-deducted = Deducted in all: { $sum }.
deduct-total-left = Left to be paid out: { $sum }.
deduct-step = { $label }: { $how }.
deduct-step-inputs = Inputs: { $inputs }.
deduct-step-cites = Under: { $cites }
deduct-step-cites-verify = To be verified, under: { $cites }
deduct-sum = { $parts } = { $total }
deduct-amounts-living_minimum = living minimum { $sum }
deduct-amounts-housing = housing { $sum }
deduct-amounts-energy = energy { $sum }
deduct-counted = { $count ->
    [0] nobody
   *[other] { $count }
}
deduct-counted-spouse = { $told }, 1 of them the spouse or partner
deduct-counted-unknown = { $told }; how many dependants there are is not known
deduct-amounts-shared = { $sum }. { $shares }
deduct-amounts-shares = The debtor’s share of it is { $share }, which is { $debtor }; each person counted adds { $part } of that, which is { $person }
deduct-percent = { $number }%
deduct-base-2dp = the payer rounds each amount to two decimals: { $debtor } and { $person }
deduct-base-up = { $sum }, rounded up to { $base }
deduct-remainder-none = { $net } does not exceed { $base }, there is nothing to deduct from
deduct-grown = { $sum }, without this payment { $before }; { $more } more
deduct-third = { $rest } : 3 = { $third }
deduct-third-most = at most { $threshold } is divided{ $multiple }; { $division }
deduct-third-multiple = , { $multiple } times the sum of { $total }
deduct-third-odd = { $division } ({ $odd } is left over and stays with the debtor)
deduct-unlimited-none = none, the remainder does not exceed { $threshold }
deduct-extent = { $label }.
deduct-extent-assumed = One third is taken to be deducted, because the claims are not known.
deduct-extent-no-claims = There is no claim for which to deduct.
deduct-capacity = { $thirds } × { $third } = { $capacity }
deduct-capacity-over = { $thirds } × { $third } + { $unlimited } = { $capacity }
deduct-less = { $sum }; less than may be deducted, the claims cannot take more
deduct-treated = { $label }: { $sum }.
deduct-treated-part = { $label }: of { $sum } at most { $capacity }.
deduct-who-fee = The payer keeps { $sum } for its costs (flat fee).
deduct-who-trustee = The insolvency trustee: { $sum }.
deduct-who-nobody = Nothing is deducted.
deduct-who-unknown = The claims are not known; who gets the deduction cannot be told.
deduct-who = [{ $claim }] { $kind }: { $told }.
deduct-who-order = [{ $claim }, order { $order }] { $kind }: { $told }.
deduct-who-unclear = the share cannot be told
deduct-who-nothing = gets nothing
deduct-who-amount = { $sum } ({ $pools })
deduct-who-rest = { $told }; { $rest } is still owed
deduct-who-paid = { $told }; that pays the debt off
deduct-who-month-rest = { $told }; { $rest } of this month’s maintenance is missing
deduct-who-month-paid = { $told }; that pays this month’s maintenance
deduct-pool-second_third = from the second third
deduct-pool-unlimited = from the part taken in full
deduct-pool-first_third = from the first third
deduct-pool-in-part-second_third = from the part for priority claims only
deduct-pool-in-part-first_third = from the part for all claims
deduct-pool-with-sum = { $pool } { $sum }
deduct-possibility = { $supposed }: { $deducted } would be deducted, { $left } left ({ $difference }).
deduct-possibility-part = { $part }: { $supposed }: { $deducted } would be deducted, { $left } left ({ $difference }).
deduct-possibility-same = { $supposed }: nothing would change.
deduct-difference-more = { $sum } more
deduct-difference-less = { $sum } less
deduct-if-spouse = if the spouse or partner were counted
deduct-if-dependants = { $count ->
    [one] if { $count } dependant were counted
   *[other] if { $count } dependants were counted
}
deduct-if-own_pension = if a pension of the debtor were proven to the payer ({ $pension })
deduct-if-claims = if there were a priority claim
deduct-if-priority = if claim { $answer } had priority
deduct-result-verify = The result rests on something that is not confirmed.
deduct-evidence = Evidence: { $evidence }.
deduct-receipt = Rule pack { $pack }, hash { $hash }. The program computes with reasons, a person decides.
deduct-flag-amounts_note = { $set }
deduct-flag-pay_year_decides = The wage is for an earlier year but paid in { $year }: the year of payment decides, its amounts are used.
deduct-flag-dependants_unknown = How many people the debtor maintains is not known; nobody is counted. The payer counts only those whom the debtor proves.
deduct-flag-spouse_unknown = Whether a spouse or partner is to be counted is not known; none is counted. What the debtor proves to the payer decides.
deduct-flag-early_pension = An early old-age pension is taken for an old-age pension here. The statute does not say so expressly.
deduct-flag-to_trustee = In debt relief the payer sends the whole deduction to the insolvency trustee, who divides it among the creditors.
deduct-flag-fee_in_relief = Whether the payer is due the flat fee in debt relief too, the statute does not say; none is reckoned here.
deduct-flag-pension_unknown = Whether the debtor has a pension is not known. If one was granted and is proven to the payer, the second third may not serve claims without priority.
deduct-flag-claims_unknown = For which claims is deducted is not known. It is computed as if none had priority and they took all of it; if one has priority, more is deducted.
deduct-flag-no_claims = By what is stated there is no claim for which to deduct. So nothing is deducted.
deduct-flag-many_orders = { $orders ->
    [one] { $orders } order stands
   *[other] { $orders } orders stand
} against the income, so the second third serves claims without priority too.
deduct-flag-many_orders_pension = { $orders ->
    [one] { $orders } order stands
   *[other] { $orders } orders stand
} against the income, but a pension is proven to the payer and the third is low; so the second third does not serve claims without priority.
deduct-flag-binds_later = The order for claim { $claim } binds the payer from { $day } only; nothing is deducted for it from this payment.
deduct-flag-many_orders_practice = { $orders ->
    [one] { $orders } order stands
   *[other] { $orders } orders stand
} against the income. The rule that the second third then serves claims without priority too began after the month the wage is for, but before it was paid. By practice it does not apply to such a wage yet; the statute does not say so expressly.
deduct-flag-binds_if_tax = { $count ->
    [one] The order for claim { $claim } is taken for one of a court or an executor
   *[other] The orders for the claims { $claim } are taken for those of a court or an executor
}. In tax enforcement an order binds the payer at once on delivery, and this payment would be deducted from already.
deduct-flag-priority_unknown = Whether { $count ->
    [one] claim { $claim } has priority is not known; it is taken to have none
   *[other] the claims { $claim } have priority is not known; they are taken to have none
}. What the order states decides.
deduct-flag-balance_unknown = How much is still owed on { $count ->
    [one] claim { $claim } is not known; it is taken to absorb all that falls to it
   *[other] the claims { $claim } is not known; they are taken to absorb all that falls to them
}.
deduct-flag-share_unknown = How much { $count ->
    [one] claim { $claim } gets
   *[other] the claims { $claim } get
} cannot be told: the day of delivery to the payer, a balance or the running maintenance is missing.
deduct-flag-class_to_verify = Whether and in which place { $count ->
    [one] claim { $claim } has priority
   *[other] the claims { $claim } have priority
} is not confirmed. What the order states decides.
deduct-flag-binds_by_reading = { $count ->
    [one] The order for claim { $claim }
   *[other] The orders for the claims { $claim }
} began to bind the payer after the month the wage is for, but before it was paid. Whether such a wage is deducted from already, the statute does not say; here it is.
deduct-flag-maintained_not_counted = { $count ->
    [one] Claim { $claim } is maintenance
   *[other] The claims { $claim } are maintenance
}: whoever is to get it is not counted among the dependants while it is enforced. Make sure the stated number does not hold that person.
deduct-flag-split_unknown = { $payers ->
   *[other] { $payers } payers pay the income
} and how much of the protected amount each of them must leave is not known. The computation is joint and an estimate only; ask the executor or court for the split.
deduct-flag-split_differs = The parts of the protected amount laid on the payers add up to { $shares }, but the whole amount is { $base }. Tell the executor or court.
deduct-flag-income_to_find_out = How income of the kind “{ $income }” ({ $amount }) is treated cannot be told without finding out more. Nothing is deducted from it here; find out what exactly it is.
deduct-flag-not_attachable = Income of the kind “{ $income }” ({ $amount }): { $treatment }. So it is left out of the deductions.
deduct-input-set = set of amounts
deduct-input-living_minimum = living minimum
deduct-input-housing = housing
deduct-input-energy = energy
deduct-input-persons = people counted
deduct-input-dependants = dependants without the spouse
deduct-input-debtor = for the debtor
deduct-input-person = for a person
deduct-input-rounding = rounding of
deduct-input-net = net income
deduct-input-earlier_net = paid before for the same month
deduct-input-before = without this payment
deduct-input-base = protected amount
deduct-input-remainder = remainder
deduct-input-threshold = limit of the part taken in full
deduct-input-orders = orders
deduct-input-thirds = thirds
deduct-input-third = third
deduct-input-unlimited = part taken in full
deduct-input-claim = claim
deduct-input-deducted = deducted
deduct-input-capacity = the most that may be deducted
deduct-input-value = { $label } { $value }
deduct-input-unknown = unknown
deduct-rounding-exact = the result only
deduct-rounding-2dp = each amount to two decimals
deduct-errors = The deductions cannot be computed:
deduct-written = The deductions were written: { $path }
deduct-list-rows = { $count ->
    [one] The list has { $count } row
   *[other] The list has { $count } rows
}: { $judged } computed, { $rejected } rejected.
deduct-amounts-title = Amounts for deductions from wages (CZK)
deduct-amounts-months = wages for { $first } to { $last }
deduct-amounts-month = wages for { $first }
deduct-amounts-paid = payments from { $first } to { $last }
deduct-amounts-set = { $set }: { $when }
deduct-amounts-whole = Sum: { $sum }.
deduct-amounts-debtor = For the debtor: { $share } of the sum, { $sum }.
deduct-amounts-person = For each person counted: { $share } of that, { $sum }.
deduct-amounts-threshold = The remainder above { $sum } ({ $multiple } times the sum) is taken without limit; a third is at most { $third }.
deduct-amounts-threshold-once = The remainder above { $sum } (the sum) is taken without limit; a third is at most { $third }.
deduct-amounts-col-set = Set
deduct-amounts-col-when = For
deduct-amounts-col-sum = Sum
deduct-amounts-col-debtor = Debtor
deduct-amounts-col-person = Person
deduct-amounts-col-threshold = All above
deduct-amounts-col-third = Third up to
deduct-amounts-col-evidence = Evidence
deduct-amounts-year-paid = paid { $year }
deduct-amounts-year-months = wages { $months }/{ $year }
deduct-amounts-spouse = A spouse or partner is counted: { $rule }.
deduct-amounts-evidence = Evidence: { $evidence }.
deduct-amounts-cites = Under: { $cites }
deduct-amounts-note = Mind: { $note }
deduct-flag-many_orders_maintenance = Without the enforcement of running maintenance alone there would not be enough orders for the second third to serve claims without priority. The statute counts enforcements of due claims; whether one of running maintenance alone is such, it does not say.
deduct-flag-maintenance_without_weight = { $count ->
    [one] The running maintenance of claim { $claim } is zero
   *[other] The running maintenance of claims { $claim } is zero
}: where money is short they get something only once the others are paid. How arrears of maintenance that no longer runs are divided, the statute does not say.
deduct-flag-earlier_payment = Something was paid for this month before; what is computed is by how much the deduction of the whole month grows. If the order reached the payer only after the earlier payment, that one is disregarded and this payment is computed alone (§ 285 (2) of Act No. 99/1963 Coll.). That back pay for an earlier month is computed so too is a reading.
deduct-flag-fee_first_order = The enforcement began when no fee was due to payers. The flat fee is due only if no order to deduct was issued in it before { $day }; state the day of the first order.
deduct-flag-fee_assumed = The order is taken to be issued on { $day } or later; for an older one the payer has no flat fee.
deduct-flag-living_minimum_frozen = The living minimum of { $used } is used although { $now } holds on the pay day: for the whole year { $year } its amount of 1 January decides.
deduct-flag-spouse_pension_unknown = It is not known whether a spouse or partner is to be counted; none is. From { $day } one counts only if it is proven to the payer that the debtor or the spouse or partner was granted one of these pensions: { $pensions }.
deduct-flag-spouse_own_pension_unknown = The spouse or partner has no pension that would suffice. They count only if such a pension was granted to the debtor, which is not known; they are not counted.
deduct-flag-severance_one_month = Severance paid before { $day } is computed as the income of one month; there was no express rule then.
deduct-flag-severance_statutory = The multiples are those of the statutory severance. How severance above them is deducted from and how tax is spread over the multiples, the statute does not say.
deduct-flag-severance_new_income = If the debtor has another wage or like income in the months that follow, each multiple is the income of one of those months beside it.
deduct-flag-orders_assumed = Assumed: on whom and when an order to deduct was served is not told ({ $enforcements }). It is counted as served on the only payer of the income, ranked by the beginning of the enforcement, with priority by the kind of debt. Ask the payer or the executor.
deduct-flag-orders_elsewhere = Orders of the enforcement are also with: { $payers }. If that is the payer of this income, write the name alike in both places; otherwise nothing is deducted for them from this income.
deduct-if-earlier_payment = if the order had been delivered only after the earlier payment
deduct-if-binding = if for claims { $answer } deductions began with the wage of the next month
