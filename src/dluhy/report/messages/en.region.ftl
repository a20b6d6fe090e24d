# The exchange file and the overview of a region.

aggregate-written = { $count ->
    [one] Summary for the region ({ $count } municipality): { $path }
   *[other] Summary for the region ({ $count } municipalities): { $path }
}
aggregate-no-older = The folder has no older list of the same name, so the summary does not say what changed.
aggregate-not-public = The summary is not public: it holds no people, but small counts may point at them. Give it to the region only.
aggregate-not-public-rename = The summary is not public: it holds no people, but small counts may point at them. Give it to the region only; its name should hold the word NEVEREJNE.

overview-title = Childhood debts: overview of the region
overview-whole = municipalities that reported
overview-about = { $place } as of { $day }. Counted are debts that are or may be from childhood.
overview-reported = { $reported } of { $all } municipalities have reported. One that has not is not here as nought: it is on the sheet Not reported.
overview-release-own = NOT PUBLIC. Small counts may point at people. The overview is for the work of the region and its municipalities, not for publishing.
overview-release-public = Public release. Counts of people under five are hidden and totals sum the published cells only. Numbers in the region’s tables are lower bounds.
overview-hidden-count = { $count ->
    [one] { $count } count is hidden.
   *[other] { $count } counts are hidden.
}
overview-mark-own = NOT PUBLIC
overview-mark-public = public release
overview-hidden = under 5
overview-not-reported = not reported
overview-not-known = not known
overview-not-told = not told
overview-compared = { $count ->
    [one] { $count } municipality compared its list with an older one; only of it is it known what ended.
   *[other] { $count } municipalities compared their lists with older ones; only of them is it known what ended.
}
overview-heading-groups = Who owes
overview-heading-beside = What to do
overview-heading-by-count = Where most children with debts are
overview-heading-by-rank = Where most people with childhood debts are for the number of inhabitants
overview-heading-findings = What to know before the numbers are used
overview-heading-origin = What the overview is made from
overview-note-by-rank = A small place does not come here by one person; “ranks from–to” tells which places cannot be told apart.
overview-sheet-summary = Overview
overview-sheet-municipalities = Municipalities
overview-sheet-authorities = ORP
overview-sheet-districts = Districts
overview-sheet-regimes = Regimes
overview-sheet-kinds = Kinds and enforcement
overview-sheet-creditors = Creditors
overview-sheet-measures = Measures
overview-sheet-trend = Trend
overview-sheet-ranking = Ranking
overview-sheet-missing = Not reported
overview-sheet-notes = Notes
overview-empty-municipalities = No municipalities.
overview-empty-authorities = No municipalities.
overview-empty-districts = No municipalities.
overview-empty-regimes = Nothing to tell.
overview-empty-kinds = Nothing to tell.
overview-empty-creditors = Creditors are not told in the public release, or the summaries do not name them.
overview-empty-measures = Measures are not told in the public release, or the summaries did not count them.
overview-empty-trend = A trend needs a second round: no municipality has reported twice.
overview-empty-ranking = Nothing to tell.
overview-empty-missing = All municipalities have reported.
overview-also-trend = From round to round, only municipalities that are in both
overview-col-name = Municipality, area
overview-col-code = Code
overview-col-authority_name = ORP
overview-col-district_name = District
overview-col-inhabitants_15plus = Inhabitants aged 15 and over
overview-col-municipalities = Municipalities
overview-col-reported = Reported
overview-col-as_of = As of
overview-col-as_of_first = Oldest report
overview-col-children = Children
overview-col-children_debts = Debts of children
overview-col-children_halere = Balances of children (CZK)
overview-col-children_amounts_unknown = Debts of children without an amount
overview-col-children_before = Children before
overview-col-children_after = Children after
overview-col-children_municipalities = Children: of how many municipalities
overview-col-adults = Adults with a debt from childhood
overview-col-adults_debts = Debts of adults
overview-col-adults_halere = Balances of adults (CZK)
overview-col-adults_amounts_unknown = Debts of adults without an amount
overview-col-adults_before = Adults before
overview-col-adults_after = Adults after
overview-col-adults_municipalities = Adults: of how many municipalities
overview-col-undecided = Undecided
overview-col-undecided_debts = Debts of undecided
overview-col-undecided_halere = Balances of undecided (CZK)
overview-col-undecided_amounts_unknown = Debts of undecided without an amount
overview-col-undecided_before = Undecided before
overview-col-undecided_after = Undecided after
overview-col-undecided_municipalities = Undecided: of how many municipalities
overview-col-people = People
overview-col-debts = Debts
overview-col-halere = Balances (CZK)
overview-col-amounts_unknown = Debts without an amount
overview-col-to_stop_people = People with a debt to stop
overview-col-to_stop_debts = Debts to stop (the child does not owe)
overview-col-to_stop_halere = Balances to stop (CZK)
overview-col-by_executor_debts = Debts enforced by a court executor
overview-col-by_office_debts = Debts enforced by an office
overview-col-stopped_debts = Debts whose enforcement ended since
overview-col-stopped_people = People whose enforcement ended since
overview-col-stopped_halere = Balances whose enforcement ended (CZK)
overview-col-birthdays_90 = Children who come of age within 90 days
overview-col-others_people = People with other debts only
overview-col-others_debts = Debts not from childhood
overview-col-rows_judged = Rows judged
overview-col-rows_rejected = Rows not readable
overview-col-level = Level
overview-col-area = Area
overview-col-table = By what
overview-col-label = What it is
overview-col-group = Group
overview-col-measure = What is ranked
overview-col-rank = Rank
overview-col-ranks = Ranks from–to
overview-col-rank_from = Rank from
overview-col-rank_to = Rank to
overview-col-standing = Against the region
overview-col-count = Count
overview-col-rate = Per 1,000 inhabitants aged 15 and over
overview-col-rate_from = Rate: lower end
overview-col-rate_to = Rate: upper end
overview-col-smoothed = Smoothed rate
overview-col-smoothed_from = Smoothed rate: lower end
overview-col-rank_by_count = Rank by count
overview-col-round = Round
overview-col-before = Round
overview-col-after = Next round
overview-col-joined = Municipalities added
overview-col-left = Municipalities missing
overview-level-region = region
overview-level-district = district
overview-level-authority = ORP
overview-level-municipality = municipality
overview-group-children = children (under 18 today)
overview-group-adults = adults with a debt from childhood
overview-group-undecided = it cannot be told, data are missing
overview-group-all = together
overview-measure-people = people with a debt from childhood
overview-measure-children = children
overview-measure-adults = adults
overview-standing-above = above the region
overview-standing-same = cannot be told from the region
overview-standing-below = below the region
overview-table-regimes = rule that decided
overview-table-verdicts = verdict
overview-table-tones = stop, weigh, ask
overview-table-who_owes = who owes
overview-table-debt_kinds = kind of debt
overview-table-creditor_kinds = kind of creditor
overview-table-creditors = creditor
overview-table-enforcement_kinds = who enforces
overview-table-enforcement_statuses = state of the enforcement
overview-table-steps = step
overview-table-birthdays = days to the 18th birthday
overview-table-changes = change since
overview-table-measures = measure of the strategy
overview-table-interventions = intervention of the municipality
overview-note-what = The overview joins summaries of municipalities: counts and sums without people. Counted are debts that are or may be from childhood; those that surely are not stand apart.
overview-note-groups = Children are people under 18 today; adults those with a debt from childhood; undecided those of whom it cannot be told without more data.
overview-note-sums = Sums add known balances. Where unknown amounts are missing in a sum, “at least” stands before it; where none is known, the sum is not known either. An unknown amount is not nought. A row divided by years counts as several debts.
overview-note-tables = Each table divides debts by one thing only. Steps, changes and measures may count one debt several times; they are not added up.
overview-note-trend = The trend compares the same municipalities only: those that reported in every round. Which were added or are missing stands below.
overview-note-ranking = Ranks go by the lower end of the smoothed rate: the rate of a small place is drawn to the mean, the more the fewer inhabitants it has (empirical Bayes, Clayton and Kaldor 1987, Marshall 1991). The ends of a rate are exact 95% limits of a Poisson count (Garwood 1936). “Ranks from–to” are the places that cannot be told apart; of a hundred municipalities some five fall outside by chance alone.
overview-note-base = Rates are per 1,000 inhabitants aged 15 and over on { $day } (Czech Statistical Office). How many minors live in a municipality is not known here, so children are told by the same base.
overview-note-sources = Municipalities, ORP, districts and inhabitants: Czech Statistical Office, CC BY 4.0.
overview-note-people-twice = A person in the lists of several municipalities is counted several times: summaries are without people, so it cannot be told.
overview-note-not-public = This workbook is not public. For publishing there is the option --public, which hides small counts.
overview-note-public-hidden = “Under 5” means one to four people. With the count everything that the summary says of the group in the municipality is “hidden”: debts, sums, and its part in the region’s tables; and the count of all people of the municipality, from which the hidden one would follow.
overview-note-public-totals = Totals of ORP, districts and the region sum the published numbers only; the real totals are higher. Hidden counts therefore cannot be computed from them. Sums are rounded down to thousands of crowns.
overview-note-public-tables = Tables are of the region only, and only those that do not give each other away. Of each municipality they count what it could publish by itself: of a category with fewer than five people nothing, of others their number rounded down to a multiple of five, and nothing of a group of fewer than ten people or of a table from which a small number would follow. So the numbers are lower bounds; what is not in them stands in the row “not itemised”.
overview-note-public-ranking = The ranking is among municipalities whose count is published; the region’s rate in it is theirs.
overview-note-public-zero = Nought is published: it says of nobody that he or she owes. A group without people thus differs from a hidden one.
overview-note-public-again = No difference of several releases (a late summary, another choice of municipalities) gives a count of one to four people: every number adds up what could be published of a municipality by itself. Two days of one municipality do show by how much its published count changed, and whoever knows something of people from elsewhere learns more than others.
overview-note-reports = { $count ->
    [one] { $count } summary of a municipality. Pack of rules:
   *[other] { $count } summaries of municipalities. Packs of rules:
}
overview-written = Overview: { $path }
overview-json-written = Data of the overview: { $path }
overview-html-written = Page: { $path }
overview-not-public-said = The overview is not public; to publish it make it again with the option --public.
overview-told-group = { $group }: { $told }
overview-told-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
overview-told-debts = { $count ->
    [one] { $count } debt
   *[other] { $count } debts
}
overview-told-sum = balances { $sum }
overview-told-sum-least = balances at least { $sum }
overview-told-sum-unknown = balances not known
overview-receipt-written = Receipt: { $path }
overview-heading-made = Receipt
overview-made-pack = Pack of rules
overview-made-pack_hash = Hash of the pack
overview-made-program = Program
overview-made-input = Hash of the summaries that were read (SHA-256)
overview-made-result = Hash of the result (SHA-256)
overview-withheld = hidden
overview-at-least = at least
overview-col-least-debts = Debts at least
overview-col-least-people = People at least
