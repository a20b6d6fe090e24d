## dluhy index
index-errors = The index cannot be computed:
index-place = {$name} ({$code}), {$region}, {$year}
index-title = Index of social exclusion {$year}
index-title-partial = Partial index {$year}: unofficial, of three indicators only
index-one = Index of social exclusion: {$index} of {$most}
index-one-partial = Partial index (unofficial, without bands): {$index} of {$most}
index-band = {$band}
index-range = {$least} to {$most}
index-open-band = the band is not decided: {$bands}
index-open = Something of the input is not known, so the index lies within bounds. Missing: {$missing}.
index-col-dimension = Indicator
index-col-count = count
index-col-share = share in %
index-col-lq = to the mean
index-col-points = p.
index-col-total = points
index-total = together
index-legend = Each indicator gives 0 to 6 points: 0 to 2 for the count, 0 to 2 for the share and 0 to 2 for how many times the share is that of region and state in the mean.
index-school = The municipality has no school of its own; it takes the points of early leavers from {$school}.
index-school-shipped = The pupils of that school come from the shipped data; the file does not have it.
index-school-unknown = From which school the points are taken is not known, or its figures are not in the file.
index-moves = What would move the place one band
index-moves-note = The other municipalities and the inhabitants stay; the sums of region and state change with the place. It is the distance to a threshold, not a target: a count does not fall by being reported otherwise.
index-moves-none = What would move the place cannot be told while something of the input is not known.
index-moves-partial = The partial index has no bands, so there is nothing to move.
index-way-down = One band down ({$band}): {$points ->
    [one] {$points} point
   *[other] {$points} points
  } less. Smallest change: {$steps}.
index-way-up = One band up ({$band}): {$points ->
    [one] {$points} point
   *[other] {$points} points
  } more. Smallest change: {$steps}.
index-way-down-none = There is no band below.
index-way-up-none = There is no band above.
index-way-unreachable = No change of the counts reaches the band “{$band}” with today's inhabitants.
index-step-person-fewer = {$label}: {$units ->
    [one] {$units} person
   *[other] {$units} persons
  } fewer
index-step-person-more = {$label}: {$units ->
    [one] {$units} person
   *[other] {$units} persons
  } more
index-step-pupil-fewer = {$label}: {$units ->
    [one] {$units} pupil
   *[other] {$units} pupils
  } fewer
index-step-pupil-more = {$label}: {$units ->
    [one] {$units} pupil
   *[other] {$units} pupils
  } more
index-step-benefit-fewer = {$label}: {$units ->
    [one] {$units} payment
   *[other] {$units} payments
  } a year fewer (in the mean month {$change})
index-step-benefit-more = {$label}: {$units ->
    [one] {$units} payment
   *[other] {$units} payments
  } a year more (in the mean month {$change})
index-short-exe = enforcement
index-short-pnb = housing
index-short-pnz = living
index-short-uoz6 = work
index-short-po_zs = school
index-part-count = count
index-part-share = share
index-part-lq = comparison
index-published = The published index is {$published}, the computed one {$index}.
index-published-school = The usual cause is the school from which points are taken: the publisher may have taken another.
index-published-inputs = The inputs are evidently not those of the publisher.
index-nearest = The nearest point of each indicator
index-col-fewer = a point less
index-col-more = a point more
index-nearest-person = {$units ->
    [one] {$units} person
   *[other] {$units} persons
  } ({$parts})
index-nearest-pupil = {$units ->
    [one] {$units} pupil
   *[other] {$units} pupils
  } ({$parts})
index-nearest-benefit = {$units ->
    [one] {$units} payment a year
   *[other] {$units} payments a year
  } ({$parts})
index-nearest-points = {$text}, {$points} p. at once
index-never = –
index-weakness = Known weakness
index-weakness-size = The index counts numbers as such, so big towns collect points by their size alone. Counts give this place {$counts} of {$index} points; shares and comparison {$rest}. So read the points by indicator, not only the sum.
index-weakness-plain = The index counts numbers as such, so big towns collect points by their size alone. Read the points by indicator, not only the sum.
index-from = Where it comes from
index-reference = It is compared with the mean of the shares of region and state. Sums of the region: {$region}; of the state: {$state}.
index-reference-frame = from all municipalities of the area in the input
index-reference-pack = from the pack of rules
index-reference-given = from the sums given
index-verify = The thresholds are verified for 2023 only; for {$year} they are to be verified.
index-verified = The publisher does not print the thresholds; they were derived from its workbook of 2023 and give 6,251 of its 6,258 values. All differences are of municipalities without a school.
index-partial-note = The Agency does not publish the partial index, and it cannot be compared with the whole one; it has no bands. Housing allowance and living allowance are left out.
index-cites = By: {$sources}
index-shipped = Shipped municipalities: Karlovarský and Plzeňský Region, {$year}. For others run “dluhy index FILE --year YEAR”; docs/index.md says what the file looks like.
index-count = Municipalities: {$count}.
index-bands-head = Band
index-bands-range = points
index-bands-count = municipalities
index-undecided = band not decided
index-highest = The highest index
index-highest-more = --out FILE.xlsx writes all municipalities, --municipality CODE shows one in detail.
index-written = Result written: {$path}
index-rows = Rows {$count}: computed {$judged}, rejected {$rejected}.
index-not-found = neither the file nor the shipped data have such a municipality
index-not-found-shipped = the shipped data hold Karlovarský and Plzeňský Region only; give a file for another municipality (docs/index.md)
index-history = How many municipalities were in which band
index-history-year = Year
index-history-none_or_low = 0–1
index-history-medium = 2–7
index-history-increased = 8–11
index-history-high = 12–30
index-history-increased_or_high = 8 and more
index-history-verify = An empty place means that no number was found; an asterisk points to a note.
index-history-note = * {$year}, {$label}: {$note}
index-history-sources = By: {$sources}
sheet-index = Index
sheet-index-moves = What moves the band
sheet-index-rejected = Rejected rows
sheet-index-about = About
col-index-code = Code
col-index-name = Municipality
col-index-region = Region
col-index-index = Index
col-index-least = Least
col-index-most = Most
col-index-band = Band
col-index-school = School taken from
col-index-value = {$label}: count
col-index-share = {$label}: share in %
col-index-lq = {$label}: to the mean
col-index-count_points = {$label}: points of count
col-index-share_points = {$label}: points of share
col-index-lq_points = {$label}: points of comparison
col-index-points = {$label}: points
col-index-down = One band down
col-index-up = One band up
col-index-row = Row
col-index-column = Column
col-index-why = Reason
