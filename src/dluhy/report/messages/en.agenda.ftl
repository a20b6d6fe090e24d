# One plan over all topics, the page for the client, and the questions.

agenda-heading = The plan: { $count ->
    [one] { $count } step
   *[other] { $count } steps
} by urgency
agenda-week = This week:
agenda-later = Then:
agenda-who = Who: { $actor }. To whom: { $addressee }.
agenda-due = By when: { $day } ({ $why }).
agenda-no-day = By when: { $why }.
agenda-no-day-limit = By when: { $why } ({ $limit }).
agenda-debts = About: { $debts }.
agenda-because = Why: { $reasons }.
agenda-conditional = A condition of this step is not decided yet.
agenda-set-aside = What is not done now, and why:
agenda-gave-way = { $why } Set aside: { $titles }.

client-title = What to do now ({ $ref }, { $day })
client-no-debts = We know of no debts now.
client-debts = { $count ->
    [one] You have { $count } debt.
   *[other] You have { $count } debts.
} How much exactly you owe we will find out.
client-debts-sum = { $count ->
    [one] You have { $count } debt: { $sum }.
   *[other] You have { $count } debts, { $sum } altogether.
}
client-disputed = { $count ->
    [one] One debt
   *[other] Some debts
} you may not have to pay.
client-enforced = { $count ->
    [one] One debt is already enforced by an executor or an office.
   *[other] Some debts are already enforced by an executor or an office.
}
client-limit = Attention, a limit is running. It ends on { $day }.
client-short = Every month you are short of { $sum }.
client-left = Every month { $sum } is left to you.
client-do = What to do this week
client-nothing = Get ready what is written below. We will see each other at the meeting.
client-more = { $count ->
    [one] One more thing we will go through at the meeting.
   *[other] { $count } more things we will go through at the meeting.
}
client-towards = To whom: { $name }.
client-sum-unknown = sum unknown
client-others = and others
client-until = Do it by { $day }.
client-bring = What to bring
client-avoid = What not to do
client-help = Where you get help
client-next = Next meeting: { $blank }

asking-heading = What to ask next
asking-about = Whom and what it is about: { $about }.
asking-decides = It decides: { $what }.
asking-answer = { $answer }: { $effect }.
asking-others = another answer
asking-nothing = changes nothing by itself
asking-more = { $count ->
    [one] And { $count } more question; all are in the JSON output.
   *[other] And { $count } more questions; all are in the JSON output.
}
