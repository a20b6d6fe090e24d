# Suggestions for a municipality: what to do, for whom, by when and on what basis.

suggest-title-case = What the municipality can do in the case { $ref } (on { $day })
suggest-title-list = What the municipality should do by the list { $ref } (on { $day })
suggest-title-municipality = What the municipality of { $place } should do (on { $day })
suggest-title-municipality-list = What the municipality of { $place } should do by the list { $ref } (on { $day })
suggest-role-municipality = municipality
suggest-role-child = the child’s guardian, or the adult debtor
suggest-level-debt = about debts
suggest-level-household = about the household
suggest-level-place = about the municipality

suggest-count-children = { $count ->
    [one] { $count } child
   *[other] { $count } children
}
suggest-count-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
suggest-count-others = { $count ->
    [one] { $count } other person
   *[other] { $count } other people
}
suggest-count-debts = { $count ->
    [one] { $count } debt
   *[other] { $count } debts
}
suggest-count-households = { $count ->
    [one] { $count } household
   *[other] { $count } households
}
suggest-household-with = a household with { $count ->
    [one] { $count } child
   *[other] { $count } children
}
suggest-households-with = { $households } with { $count ->
    [one] { $count } child
   *[other] { $count } children
}
suggest-count-places = { $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
}
suggest-count-unknown = { $count ->
    [one] the amount of { $count } debt is missing
   *[other] the amounts of { $count } debts are missing
}
suggest-looked-at = Examined: { $counts }.
suggest-looked-at-nothing = There is nothing to examine: no debt, household or fact of the municipality is given.
suggest-none = Nothing that is known of the debts, the people and the municipality calls for an intervention.
suggest-first = What to do first:
suggest-first-line = { $title } – { $counts }; { $due }
suggest-first-line-alone = { $title } – { $due }
suggest-first-more = { $count ->
    [one] And { $count } more suggestion below.
   *[other] And { $count } more suggestions below.
}
suggest-concerned = All together it concerns: { $counts }.
suggest-children-birthday = The nearest 18th birthday: { $day }.
suggest-due-day = by { $day }
suggest-due-birthday = by the nearest 18th birthday on { $day }
suggest-due-at-once = without delay; at the latest { $due }
suggest-when-at-once = When: without delay; by { $day } at the latest ({ $why }).
suggest-first-ask = What to find out first:
suggest-next = Below: { $parts }.
suggest-next-items = each suggestion with its steps and provisions
suggest-next-undecided = what cannot be said yet
suggest-next-set-aside = what is not suggested and why
suggest-next-checklist = the checklist
suggest-next-questions = questions

suggest-heading-items = { $count ->
    [one] The suggestion by urgency
   *[other] Suggestions by urgency ({ $count })
}
suggest-heading-undecided = What cannot be said before something is found out
suggest-heading-set-aside = What is not suggested and why
suggest-heading-checklist = Checklist: what always holds or is to go before
suggest-heading-questions = What to find out, by what it decides
suggest-item = { $title } ({ $id })
suggest-for = For whom: { $counts }.
suggest-for-undecided = Perhaps also: { $counts }.
suggest-when-day = By when: { $day } ({ $why }).
suggest-when = When: { $why }.
suggest-birthday-due = the nearest 18th birthday
suggest-birthday = The nearest 18th birthday: { $day }.
suggest-who = Who: { $actors }.
suggest-why = Why: { $sentence }
suggest-facts = What decided ({ $origin }): { $facts }.
suggest-fact = { $label }: { $value }
suggest-conditions = Conditions:
suggest-condition-met = { $text }: yes
suggest-condition-not-met = { $text }: no
suggest-condition-unknown = { $text }: not known
suggest-requires = First: { $titles }.
suggest-steps = Steps:
suggest-step = { $title }. { $actor } → { $addressee } ({ $limit }; cost: { $cost }).
suggest-step-own = { $title }. { $actor } ({ $limit }; cost: { $cost }).
suggest-cost-borne = { $cost }; borne by: { $bears }
suggest-step-due = The last day of the nearest limit that runs: { $day }.
suggest-step-conditional = Whether this step fits is not decided yet.
suggest-step-needs = Needed first: { $needs }
suggest-step-some = Only for { $count } of them.
suggest-effect = What it brings: { $effect }
suggest-sharing = To whom data may be passed on:
suggest-basis = { $text } ({ $kind }).
suggest-measures = Measures of the strategy: { $measures }.
suggest-measure = { $id } { $title }
suggest-rows = Rows of the list: { $refs }.
suggest-debts = It concerns the debts: { $refs }.
suggest-households = It concerns the household: { $refs }.
suggest-more = { $refs } and { $count } more
suggest-more-one = { $refs } and { $count } more
suggest-of-person = { $ref } ({ $person })
suggest-occurrence = { $ref }: { $facts }
suggest-undecided = { $title } ({ $id }) – { $counts }. Find out: { $ask }
suggest-undecided-alone = { $title } ({ $id }). Find out: { $ask }
suggest-set-aside = { $title } ({ $id }) – { $counts }: { $why }
suggest-set-aside-by = { $title } ({ $id }) – { $counts }: { $why } (goes first: { $by })
suggest-checklist = { $title } ({ $id }). When: { $when }
suggest-checklist-needed = { $title } ({ $id }). Now because of: { $titles }.
suggest-question = { $ask } It decides: { $decides } – { $counts }.
suggest-question-alone = { $ask } It decides: { $decides }.
suggest-questions-more = { $count ->
    [one] And { $count } more question; --full lists all.
   *[other] And { $count } more questions; --full lists all.
}
suggest-no-names = It holds data of people: it belongs only to those entitled to them. Before passing it on, read with each suggestion to whom they may be told.

suggest-yes = yes
suggest-no = no
suggest-unknown = not known
suggest-unknown-count = not known for { $count }
suggest-value-count = { $value } ({ $count }×)
suggest-between = { $least } to { $most }

suggest-book = Suggestions for a municipality by a list of enforcements
sheet-suggestion-about = About the result
sheet-suggestions = Suggestions
sheet-suggestion-undecided = Undecided
sheet-suggestion-rows = For whom and what
sheet-suggestion-steps = Steps of suggestions
sheet-suggestion-aside = Not suggested
sheet-suggestion-checklist = Checklist
sheet-suggestion-asked = To find out
col-suggestion = Suggestion
col-children = Children
col-people_number = People
col-do_by = By when
col-belongs = When
col-coming_of_age = Nearest 18th birthday
col-because = Why
col-facts_told = What decided
col-before_it = First
col-brings = What it brings
col-sharing = Passing data on
col-measures = Measures of the strategy
col-amounts_unknown = Debts without an amount
col-maybe_debts = Perhaps further debts
col-is_child = Under 18
col-bears = Who bears the cost
col-gave_way = Why not
col-preferred = Goes first
col-needed_for = Now because of
col-decides = What it decides
suggest-about-limits = The program suggests and gives reasons, a person decides. What is not known is not taken for “no”: a suggestion that a missing fact decides stands among the undecided.
suggest-rejected = { $count ->
    [one] { $count } row of the list cannot be used; the suggestions leave it out.
   *[other] { $count } rows of the list cannot be used; the suggestions leave them out.
}

suggest-title-region = What the municipalities of the region should do (on { $day })
suggest-region-reported = { $count ->
    [one] By the data of { $count } municipality.
   *[other] By the data of { $count } municipalities.
}
suggest-region-not-public = Not public: small counts may point at people.
suggest-region-where = { $count ->
    [one] In { $count } municipality: { $counts }. Where: { $places }.
   *[other] In { $count } municipalities: { $counts }. Most: { $places }.
}
suggest-region-where-alone = { $count ->
    [one] In { $count } municipality: { $places }.
   *[other] In { $count } municipalities: { $places }.
}
suggest-region-left-out = { $count ->
    [one] The exchange file of one municipality ({ $places }) does not say which interventions its debts call for. So these that are or may be from childhood are left out: { $debts }.
   *[other] The exchange files of { $count } municipalities do not say which interventions their debts call for ({ $places }). So these that are or may be from childhood are left out: { $debts }.
}
suggest-region-left-out-mend = For them only what the figures of the place call for is suggested. A new exchange file of their list adds the rest (dluhy minors check --aggregate).
