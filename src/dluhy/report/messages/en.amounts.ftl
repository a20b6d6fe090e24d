# Units of the amounts in the pack and the days that select them, for other programs.

amounts-unit-czk = Czech crowns
amounts-unit-years = years
amounts-unit-days = days
amounts-unit-months = months
amounts-unit-times = multiple
amounts-unit-count = count
amounts-unit-basis-points = hundredths of a per cent
amounts-unit-ratio = fraction
amounts-unit-code = code of a closed list
amounts-selected-as-of = day judged
amounts-selected-minority-day = day on which minority is judged
amounts-status-known = in force
amounts-status-declared-unknown = the pack does not know the value on that day
amounts-status-before-horizon = the pack knows the value only from a later day
amounts-status-past-horizon = the pack no longer knows the value on that day; an earlier value is not carried on
