# Debt relief in the screening of a case.

relief-heading = Debt relief: what bars it and what it would bring
relief-person = Who: { $people }
relief-nobody = person not stated
relief-unknown = not known
relief-running = Debt relief runs already; entry is not judged. Follow its course in the insolvency register.
relief-running-unknown = It is not known whether insolvency proceedings run in which debt relief was permitted. What follows holds only if they do not.

relief-class-likely-admissible = Probably admissible: nothing of what is known stands in the way. The court decides.
relief-class-admissible-with-help = Admissible only with help: nothing else of what is known stands in the way, but the income alone does not reach the least payment.
relief-class-cannot-say = It cannot be said whether debt relief is admissible: data are missing.
relief-class-needs-lawyer = A person who knows the law must judge it: there are circumstances that a court weighs.
relief-class-blocked-until = Earlier proceedings bar it for the time being.
relief-class-inadmissible-now = A petition cannot be filed now: some condition is not met.

relief-barred = Earlier proceedings bar it until { $day }; from that day they do not.
relief-barred-past = The pack does not know the law of that day; verify the day.
relief-condition = { $title }: { $verdict }. The condition is: { $sentence }
relief-condition-weighed = { $title }: { $verdict }.
relief-opens = It no longer bars from { $day }.
relief-met = Met: { $titles }.
relief-not-known = Not known: { $titles }.
relief-weigh = For a person to weigh: { $title }. { $sentence }
relief-flag = Note: { $title }. { $sentence }
relief-track = Another length: { $title }. { $sentence }
relief-ask = Ask:
relief-ask-more = { $count ->
    [one] And { $count } more question; the whole list is in the JSON output.
   *[other] And { $count } more questions; the whole list is in the JSON output.
}

relief-pay = What must be paid
relief-least = Least monthly payment with which one may enter: { $sum }. Counted for { $months } months:
relief-own-enough = { $sum } a month would be paid from the income; it reaches the least payment.
relief-own-short-most = { $sum } a month would be paid from the income; at most { $short } a month is short of the least payment. It is lower where the trustee charges no VAT.
relief-own-short = { $sum } a month would be paid from the income; { $short } a month is short of the least payment.
relief-own-unknown = What would be paid from the income is not known.
relief-lowest = A net income of at least { $sum } a month reaches the least payment.
relief-lowest-first = With the other spouse’s income unchanged, a net income of the first of them ({ $person }) of at least { $sum } a month reaches it.

relief-course = What debt relief would bring
relief-course-none = It cannot be computed; the reasons are below.
relief-assumption = Assumption: the law is known until { $day }; later months ({ $months } in all) are counted with the last known amounts. The actual amounts will differ.
relief-marked = { $text } (assumption).
relief-regime = Governed by the Insolvency Act: { $regime }.
relief-length = { $months ->
    [one] Length: { $months } instalment, for { $end }.
   *[other] Length: { $months } instalments, the last for { $end }.
}
relief-first = { $sum } is paid in the first month of the plan.
relief-left = { $sum } is left to live on in the first month.
relief-left-least = At least { $sum } is left to live on in the first month; some income is not known.
relief-percent = Unsecured creditors would get { $percent }, { $sum } in all.
relief-paid = { $sum } is paid in all, of which { $trustee } to the trustee.
relief-maintenance = { $sum } goes to maintenance.
relief-target = Goal: { $label } ({ $percent }) – with instalment { $month }.
relief-target-never = Goal: { $label } ({ $percent }) – not reached.
relief-survive-none = None of the debts stated would outlive the discharge.
relief-survives = Debt { $id } ({ $kind }) outlives the discharge; { $sum } would stay.
relief-survives-unclear = Debt { $id } ({ $kind }): whether the discharge covers the rest of { $sum } is not certain.
relief-variants = If something were otherwise:
relief-column-change = what is otherwise
relief-column-percent = satisfaction
relief-column-left = left a month

relief-why-not = What cannot be computed and why:
relief-assumed = What is assumed:
relief-left-out = Not counted are debts from childhood that by what was judged somebody else owes, or for which only property from childhood answers:
relief-unsure = Of these debts it is not certain whether the debtor owes them; they are counted:

relief-papers = The petition
relief-fee-none = Nothing may be taken for drawing it up and filing it.
relief-fee = At most { $most } may be taken for drawing it up and filing it.
relief-fee-tax = At most { $least } may be taken for drawing it up and filing it, { $most } by a payer of value-added tax; an accredited person takes nothing.
relief-court = It is filed with: { $court }.
relief-court-verify = Verify the court by the address: municipalities that moved to another district may belong elsewhere.
relief-court-unknown = The competent court cannot be told: the residence is not known.
relief-attachments = Attachments still missing:
relief-attachments-untold = What must be attached (whether some of it is ready is not told):
relief-attachment-practice = { $label } (not ordered by the act, asked for in practice)
relief-attachment-maybe = { $label } (not known whether needed)
relief-case-title = Debt relief in case {$ref} as of {$day}
relief-case-none = The case holds no debt of a debtor and no petition; there is nothing to judge.
relief-case-written = Debt relief was written: {$path}
