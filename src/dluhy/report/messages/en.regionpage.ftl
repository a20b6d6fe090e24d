# The page of a region's overview: map and charts.

region-map-title-people = Who owes from childhood, per 1,000 inhabitants
region-map-title-children = Children with a debt, per 1,000 inhabitants
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
region-map-hidden = hidden, a small count
region-map-missing = did not report
region-map-no_base = the number of inhabitants is not reliably known
region-map-unknown-rate = unknown

region-legend-people = People with a debt from childhood per 1,000 inhabitants; whole region { $rate }
region-legend-children = Children with a debt per 1,000 inhabitants; whole region { $rate }
region-legend-adults = Adults with a debt from childhood per 1,000 inhabitants aged 15 and over; whole region { $rate }
region-legend-band-0 = nobody
region-legend-band-1 = up to a half of the region’s rate
region-legend-band-2 = from a half up to the region’s rate
region-legend-band-3 = above the region’s rate, at most 1.5 times
region-legend-band-4 = above 1.5 times, at most twice
region-legend-band-5 = more than twice
region-legend-hidden = hidden for a small count, or no count of inhabitants
region-legend-missing = the municipality did not report
region-legend-size-inhabitants = Area of a circle: inhabitants (the smallest are enlarged)
region-legend-size-count = Area of a circle: how many they are (the smallest are enlarged)
