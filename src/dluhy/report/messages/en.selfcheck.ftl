# The place document (obec.toml) and the municipality as a creditor.

place-written = An empty place document is in { $path }.
place-errors = The place document cannot be used, { $count ->
    [one] there is { $count } error in it
   *[other] there are { $count } errors in it
}:
place-ok = { $name }, as of { $day }: the document is in order.
place-no-gaps = Nothing is missing in it.
place-gaps = Not known – { $what }:

self-check-title = The municipality as a creditor: { $place }, as of { $day }
self-check-no-place = without a place document
self-check-no-score = This is no score. It is a list of what to change, in order: children first, then what the law asks, then the rest. The municipality decides; the numbers are of its own list and not to be published.
self-check-numbers = What the own list says
self-check-changes = What to change
self-check-fine = What the municipality does already by its answers
self-check-open = What cannot be said and what to supply
self-check-debts = { $debts ->
    [one] { $debts } debt
   *[other] { $debts } debts
}, { $people }, { $sum }
self-check-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
self-check-without-balance = { $count ->
    [one] the sum of { $count } debt is missing
   *[other] the sums of { $count } debts are missing
}
self-check-no-debts = The list has no debt that could be judged.
self-check-whole = In all: { $told }.
self-check-creditors = The list has { $count } creditors; all are taken here as the municipality and its bodies. The option --creditor selects only one of them.
self-check-rejected = { $count ->
    [one] { $count } row could not be read and is not in the numbers
   *[other] { $count } rows could not be read and are not in the numbers
}.
self-check-childhood = Of that arisen in childhood: { $told }; { $share } % of the debts.
self-check-regime = { $title }: { $told }; { $share } % of the debts
self-check-undecided = Who owes cannot be said yet: { $told }; by the groups as the workbook of “dluhy minors check” names them:
self-check-others = Debts that did not arise in childhood: { $told }.
self-check-not-enforced = The list says of no debt that it is enforced.
self-check-enforced = { $count ->
    [one] { $count } debt is or was enforced.
   *[other] { $count } debts are or were enforced.
}
self-check-costs = Enforcing cost { $costs } and brought { $recovered }; that is known of { $count ->
    [one] { $count } debt
   *[other] { $count } debts
}.
self-check-costs-unknown = What enforcing cost and brought cannot be said of { $count } of { $all } enforced debts: costs are missing for { $costs }, the sum recovered for { $recovered }.
self-check-nothing = Of what is known there is nothing to change.
self-check-concerns = Concerns: { $told }.
self-check-open-debts = For { $count } of { $all } debts it cannot be said.
self-check-answer = The municipality’s answer – { $answer }.
self-check-by-law = Rests on { $label }: { $provisions }.
self-check-by-label = Rests on { $label }.
self-check-verify = Verify: { $what }
self-check-leads-to = Leads to: { $interventions }.
self-check-open-fact = Columns that the list lacks or leaves empty, and what they would decide:
self-check-open-answer = Questions that the place document does not answer:
self-check-column = column “{ $name }”
self-check-yes = yes
self-check-no = no
self-check-label-law = the law
self-check-label-opinion = the opinion of the ombudsman
self-check-label-practice = published practice
self-check-label-proposal = a proposal of this program
self-check-written = The result is in the file { $path }.
self-check-file-mark = file mark of the enforcement
self-check-open-who-owes = Data without which it cannot be decided who owes:
self-check-lacks = { $where } is missing for { $count } of { $all } debts
self-check-ask = { $ask } (in obec.toml { $where })
self-check-contradicted = Answers that the own list contradicts
self-check-contradicted-why = The municipality gave a good answer, but its list shows the opposite too. Either it is not done so, or these are older cases that remain to be put right; find out which.
self-check-answered = { $answer }
self-check-against = In the list there is to put right “{ $title }”: { $told }.
self-check-undecided-by = { $label }: { $told }
self-check-people-counted = Who has several debts is counted once in each group. “dluhy minors check” divides people differently: into children and adults by today's age, living people only; those whose childhood debt cannot yet be assigned to anybody are among them.
self-check-who-when = Who and by when:
self-check-step = { $intervention }, { $title } – { $actor }; { $limit }
