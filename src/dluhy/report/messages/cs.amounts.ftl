# Jednotky částek v sadě pravidel a dny, které je vybírají, pro jiné programy.

amounts-unit-czk = koruny
amounts-unit-years = roky
amounts-unit-days = dny
amounts-unit-months = měsíce
amounts-unit-times = násobek
amounts-unit-count = počet
amounts-unit-basis-points = setiny procenta
amounts-unit-ratio = zlomek
amounts-unit-code = kód z uzavřeného seznamu
amounts-selected-as-of = den, ke kterému se posuzuje
amounts-selected-minority-day = den, ke kterému se posuzuje nezletilost
amounts-status-known = platí
amounts-status-declared-unknown = sada hodnotu pro ten den nezná
amounts-status-before-horizon = sada zná hodnotu až od pozdějšího dne
amounts-status-past-horizon = sada hodnotu pro ten den už nezná; dřívější hodnota se neodvozuje
