# The page of a region's overview: map and charts.

region-map-title-people = Who owes from childhood, per 1,000 inhabitants aged 15 and over
region-map-title-children = Children with a debt, per 1,000 inhabitants aged 15 and over
region-map-title-adults = Adults with a debt from childhood, per 1,000 inhabitants aged 15 and over
region-map-described = A map of the municipalities of the region. With a figure: { $shown }, hidden for small counts: { $hidden }, without a report: { $missing }. The same figures are in the table of municipalities.
region-map-place = { $name } ({ $authority })
region-map-count-people = { $count ->
    [one] { $count } person owes or may owe from childhood
   *[other] { $count } people owe or may owe from childhood
}
region-map-count-children = { $count ->
    [one] { $count } child with a debt
   *[other] { $count } children with a debt
}
region-map-count-adults = { $count ->
    [one] { $count } adult with a debt from childhood
   *[other] { $count } adults with a debt from childhood
}
region-map-rate = { $rate } per 1,000
region-map-hidden = under 5, hidden
region-map-missing = did not report
region-map-no_base = the number of inhabitants is not reliably known
region-map-unknown-rate = unknown

region-legend-people = People with a debt from childhood per 1,000 inhabitants aged 15 and over; whole region { $rate }
region-legend-children = Children with a debt per 1,000 inhabitants aged 15 and over; whole region { $rate }
region-legend-adults = Adults with a debt from childhood per 1,000 inhabitants aged 15 and over; whole region { $rate }
region-legend-band-0 = nobody
region-legend-band-1 = up to a half of the region’s rate
region-legend-band-2 = from a half up to the region’s rate
region-legend-band-3 = above the region’s rate, at most 1.5 times
region-legend-band-4 = above 1.5 times, at most twice
region-legend-band-5 = more than twice
region-legend-hidden = under 5 (hidden), or no count of inhabitants
region-legend-missing = the municipality did not report
region-legend-size-inhabitants = Area of a circle: inhabitants aged 15 and over (the smallest are enlarged)
region-legend-size-count = Area of a circle: how many they are (the smallest are enlarged)

region-title = Debts from childhood: { $region }
region-whole = overview of municipalities
region-skip = Skip to the content
region-contents = Contents of the page
region-mark = not public
region-lead = As of { $day }. From { $reports ->
    [one] { $reports } report of a municipality.
   *[other] { $reports } reports of municipalities.
}
region-release-own = Not public.
region-release-own-means = Small counts may point at one person. Do not publish this page or pass it on; for the public make an overview with --public.
region-release-public = For publication.
region-release-public-means = Small counts are hidden, sums add up only what is published, and numbers in the tables of rules, creditors, enforcement and birthdays are lower bounds.
region-footer = The program proposes and gives reasons, a person decides. Nothing here is about any single person; what is about them stays with the municipalities.

region-heading-figures = Main figures
region-heading-first = What to do first
region-heading-map = Map
region-heading-trend = Trend
region-heading-regimes = By which rules the debts are judged
region-heading-authorities = Administrative districts (ORP) and districts
region-heading-municipalities = Municipalities
region-heading-ranking = A ranking of municipalities that is fair to size
region-heading-measures = Which measures of the strategy this serves
region-heading-creditors = Creditors
region-heading-missing = Who did not report
region-heading-method = How the figures were made

region-figures-partly = * The sum of what is published. Hidden small counts are not in it.
region-card-children = { $count ->
    [one] child with a debt
   *[other] children with a debt
}
region-card-adults = { $count ->
    [one] adult with a debt from childhood
   *[other] adults with a debt from childhood
}
region-card-undecided = { $count ->
    [one] person of whom data are missing
   *[other] people of whom data are missing
}
region-card-debts = { $debts ->
    [one] { $shown } debt
   *[other] { $shown } debts
}
region-card-with-sum = { $debts }, { $sum } left to pay
region-card-sum-unknown = { $debts }, how much is left is not known
region-sum-unknown = amount not known
region-at-least = at least { $sum }
region-card-amounts-unknown = (and { $count ->
    [one] { $count } debt without an amount
   *[other] { $count } debts without an amount
})
region-card-stop = { $count ->
    [one] debt that the child does not owe
   *[other] debts that the child does not owe
}
region-card-stop-more = { $people ->
    [one] { $people } person
   *[other] { $people } people
}; { $sum }
region-card-birthdays = { $count ->
    [one] child turns 18 within 90 days
   *[other] children turn 18 within 90 days
}
region-card-birthdays-more = afterwards it is harder to solve
region-card-stopped = { $count ->
    [one] enforcement stopped
   *[other] enforcements stopped
}
region-card-stopped-more = { $compared ->
    [one] since last time; { $compared } municipality compared its lists
   *[other] since last time; { $compared } municipalities compared their lists
}
region-card-of = { $part } of { $whole }
region-card-reported = municipalities reported
region-card-reported-more = newest report { $day }

region-first-intro = In this order: children who will soon be 18; what is to be stopped; where most debts are; what is missing.
region-first-birthdays = { $count ->
    [one] { $count } child turns 18 within 90 days.
   *[other] { $count } children turn 18 within 90 days.
}
region-first-stop = { $count ->
    [one] { $count } debt is by the rules not owed by the child: the municipality or other creditor should stop enforcing it.
   *[other] { $count } debts are by the rules not owed by the child: municipalities and other creditors should stop enforcing them.
}
region-first-where = Where: { $places }.
region-first-where-most = Where most: { $places }.
region-first-above = { $count ->
    [one] { $count } municipality surely has more debts from childhood than the region’s rate.
   *[other] { $count } municipalities surely have more debts from childhood than the region’s rate.
}
region-first-above-where = Begin here: { $places }.
region-first-undecided = { $count ->
    [one] Of { $count } debt data are missing.
   *[other] Of { $count } debts data are missing.
}
region-first-undecided-how = Without them nobody can say whether they arose in childhood. Which ones they are stands in the municipality’s own result.
region-first-missing = { $count ->
    [one] { $count } municipality with inhabitants did not report.
   *[other] { $count } municipalities with inhabitants did not report.
}
region-first-missing-where = Ask for a report: { $places }.
region-list-more = { $items } and { $count } more

region-map-caption-people = The colour compares a municipality with the whole region. In a small one a single person decides; what is chance and what is not, the ranking below says.
region-map-caption-children = Children with a debt: the area of a circle is how many they are, the colour their rate.
region-map-caption-adults = The colour compares a municipality with the whole region. Municipalities whose count is hidden are hatched.

region-trend-title = Trend by groups
region-trend-described = Columns for children, adults and the undecided on each day; the figures are in the table.
region-trend-caption = Only municipalities that reported every time are compared. Each group has a scale of its own.
region-trend-children = Children ({ $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
})
region-trend-adults = Adults ({ $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
})
region-trend-undecided = Data missing ({ $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
})
region-trend-step = Between two reports { $count ->
    [one] { $count } municipality
   *[other] { $count } municipalities
} can be compared.
region-trend-joined = Reported for the first time: { $places }.
region-trend-left = Did not report again: { $places }.
region-name-of-day = { $name } ({ $day })
region-trend-packs = The reports were judged by different editions of the rules; part of the difference may come from that.

region-regimes-intro = Each debt is judged by one rule; what mostly decides is the age on the due day.
region-bars-described = Horizontal bars with numbers of debts; the figures are in the table.
region-bars-caption = Numbers of debts by how old the people are today.
region-bar-told = { $group }: { $count }
region-bar-rest = not told apart: { $count }
region-key-children = children
region-key-adults = adults
region-key-undecided = data missing

region-orp-title-people = People with a debt from childhood per 1,000 inhabitants aged 15 and over, by ORP
region-orp-title-adults = Adults with a debt from childhood per 1,000 inhabitants aged 15 and over, by ORP
region-orp-described = A dot is the rate, a line its 95% interval; the figures are in the table and beside the dots.
region-orp-caption-people = People with a debt from childhood per 1,000 inhabitants aged 15 and over in municipalities that reported. A line is the 95% interval: how far chance may have moved the rate.
region-orp-caption-adults = Adults with a debt from childhood per 1,000 inhabitants aged 15 and over in municipalities whose count is published. A line is the 95% interval: how far chance may have moved the rate.
region-orp-shown = { $rate } ({ $interval })
region-reference = region { $rate }

region-municipalities-intro = Press a header to sort by its column. A municipality without a report is not one with nobody: its figures are unknown.
region-ranking-intro = The rate of a small municipality depends on chance; so it is smoothed: the smaller the place, the more it is drawn to the region. The order goes by the lower end of the interval of the smoothed rate, so that one person does not carry a small place to the top. “Cannot be told apart” says between which ranks it may really be.
region-measures-intro = What was found serves these measures of the strategy of social inclusion. One debt may serve several, so the sums do not add up.
region-missing-intro = { $count ->
    [one] { $count } municipality of the region sent no report. It is in no sum, and its figures are unknown, not zero.
   *[other] { $count } municipalities of the region sent no report. They are in no sum, and their figures are unknown, not zero.
}
region-missing-empty = { $count ->
    [one] { $count } of them has no inhabitants aged 15 and over (a military area).
   *[other] { $count } of them have no inhabitants aged 15 and over (military areas).
}

region-caption-municipality = Municipalities as of { $day }
region-caption-authority = Administrative districts of municipalities with extended powers as of { $day }
region-caption-district = Districts as of { $day }
region-caption-ranking-people = Ranking by people with a debt from childhood per 1,000 inhabitants aged 15 and over
region-caption-ranking-adults = Ranking by adults with a debt from childhood per 1,000 inhabitants aged 15 and over
region-caption-ranking-children = Ranking by children with a debt per 1,000 inhabitants aged 15 and over
region-caption-trend = Trend in municipalities that reported every time
region-caption-regimes = Rules by which the debts were judged
region-caption-who_owes = Does the child owe it?
region-caption-debt_kinds = Kinds of debts
region-caption-creditor_kinds = Kinds of creditors
region-caption-enforcement_kinds = Who enforces
region-caption-enforcement_statuses = How far enforcement is
region-caption-birthdays = When children turn 18
region-caption-changes = What changed since last time (only municipalities that compared their lists)
region-caption-creditors = Creditors by the number of debts from childhood
region-caption-measures = Measures of the strategy
region-caption-interventions = Steps suggested to municipalities

region-col-municipality = Municipality
region-col-authority = ORP
region-col-district = District
region-col-reported = Reported
region-col-inhabitants = Inhabitants 15+
region-col-children = Children
region-col-adults = Adults
region-col-undecided = Data missing
region-col-debts = Debts
region-col-people = People
region-col-least-debts = Debts, at least
region-col-least-people = People, at least
region-col-halere = Left to pay
region-col-municipalities = Municipalities
region-col-to_stop_debts = Not owed by the child (debts)
region-col-birthdays_90 = 18 within 90 days
region-col-stopped_debts = Stopped since last time
region-col-rate-people = People per 1,000 inhabitants 15+
region-col-rate-adults = Adults per 1,000 inhabitants 15+
region-col-rate-children = Children per 1,000 inhabitants 15+
region-col-rank = Rank
region-col-count = Count
region-col-interval = 95% interval
region-col-smoothed = Smoothed rate
region-col-rank-span = Cannot be told apart
region-col-standing = Against the region
region-col-rank-by-count = Rank by count
region-col-round = As of
region-col-trend-children = Children
region-col-trend-children_debts = their debts
region-col-trend-children_halere = left to pay
region-col-trend-adults = Adults
region-col-trend-adults_debts = their debts
region-col-trend-adults_halere = left to pay
region-col-trend-undecided = Data missing
region-col-trend-undecided_debts = their debts
region-col-trend-undecided_halere = left to pay
region-col-regimes = Rule
region-col-who_owes = Answer
region-col-debt_kinds = Kind of debt
region-col-creditor_kinds = Kind of creditor
region-col-enforcement_kinds = Who enforces
region-col-enforcement_statuses = Status
region-col-birthdays = When
region-col-changes = Change
region-col-creditors = Creditor
region-col-measures = Measure
region-col-interventions = Step
region-col-what = What
region-col-value = Value

region-ordinal = { $rank }
region-standing-above = more
region-standing-same = cannot be told apart
region-standing-below = less
region-cell-not-reported = no report
region-cell-hidden = under 5
region-cell-withheld = hidden
region-note-partly = * The sum of what is published; hidden small counts are not in it.
region-note-more = And { $count ->
    [one] { $count } more row, in the XLSX workbook.
   *[other] { $count } more rows, in the XLSX workbook.
}
region-note-trend = Only municipalities that reported in every round; the others would distort the trend.
region-note-trend-public = Of each group only municipalities whose count is published in every round; how many they are stands above the columns of the chart.

region-method-counted = What is counted
region-method-counted-1 = Debts that arose or may have arisen when the debtor was under 18. What decides is the age on the due day, not today’s.
region-method-counted-2 = Children are those who are not 18 today; adults those who are. Of the undecided something is missing, mostly the birth date or the fee year.
region-method-counted-3 = Who is in the lists of several municipalities is counted in each: the reports hold nothing by which people could be joined.
region-method-counted-4 = What is left to pay adds up known balances with accessories and costs, as municipalities state them. “At least” means that debts without a known amount are missing in the sum.
region-method-counted-5 = A municipality’s list holds only claims it knows of. One without debts in its list need not be one without children’s enforcements.
region-method-rates = Rates, ranking and trend
region-method-rates-1 = Rates are per 1,000 inhabitants aged 15 and over, of children too: how many children live in a municipality is not known. They are of municipalities that reported and whose count is known (in a public overview: published).
region-method-rates-2 = The interval is the exact 95% one (Garwood); smoothing is empirical Bayes. A municipality has “more” or “less” only where all of its interval lies above or below the region’s rate.
region-method-rates-3 = The trend compares the same municipalities. Who joined or left is not in it.
region-method-release = Publication
region-method-release-own = This overview is not public and has exact counts. For the public there is one with --public, which hides counts under five.
region-method-release-public = Counts of people under five (but not zero) are hidden with all that belongs to them. Amounts are rounded down to thousands of crowns. Sums of ORPs, districts and the region add up only what is published, so that hidden counts cannot be worked out; they are therefore lower than the truth. To the region’s tables each municipality adds only what it could publish by itself: of a category with fewer than five people nothing, of others the number rounded down to a multiple of five, of a group of fewer than ten people nothing. So no difference of several releases gives a count of one to four people. The change of a published count of a municipality between two days does show, and whoever knows something of people from elsewhere learns more than others.
region-method-findings = What to mind about the reports
region-method-sources = Sources and licences
region-source-lists = Counts: reports of municipalities that the program made from their lists of claims; the lists themselves are not passed on.
region-source-inhabitants = Inhabitants: Czech Statistical Office, aged 15 and over on { $day } (CC BY 4.0).
region-source-points = Where municipalities lie: definition points of RÚIAN, ČÚZK (CC BY 4.0, to be confirmed). Distances are true along the middle parallel.
region-source-outlines = Boundaries: from a file that the user gave.
region-source-outlines-missing = { $count ->
    [one] { $count } municipality has no boundary and is a circle on the map: { $codes }.
   *[other] { $count } municipalities have no boundary and are circles on the map: { $codes }.
}
region-source-outlines-unknown = Unknown codes in the file of boundaries ({ $count }), left out: { $codes }.
region-method-made = From what and by what the overview was computed
region-made-as-of = As of
region-made-reports = Reports read
region-made-pack = Rules
region-made-program = Program
region-made-input = SHA-256 of the input
region-made-result = SHA-256 of the result
region-made-figures = SHA-256 of the figures
