# Cesty z dluhů v posouzení případu.

strategies-heading = Cesty z dluhů vedle sebe
strategies-why-not = Proč něco nejde porovnat:
strategies-assumed = předpoklad: { $text }
strategies-assumptions = S čím se počítá, i když to nikdo neřekl; ověřte to:
strategies-side = Od měsíce { $month }; dluží se { $owed }. Nic z toho není slib: rozhoduje soud, exekutor a věřitelé.
strategies-column-way = cesta
strategies-column-monthly = teď měsíčně
strategies-column-end = konec za
strategies-column-total = zaplatí se celkem
strategies-column-left = na život nejméně
strategies-never = nikdy
strategies-months = { $months } měs.
strategies-minimum = Životní minimum domácnosti je { $sum } měsíčně a nezahrnuje bydlení; ze sloupce „na život“ se bydlení teprve platí.
strategies-way = { $label }: { $told }
strategies-not = { $label }: { $why }.
strategies-end = { $months ->
    [one] dluhy skončí za { $months } měsíc
    [few] dluhy skončí za { $months } měsíce
   *[other] dluhy skončí za { $months } měsíců
} ({ $month }), půjde-li všechno tak, jak je tu zadáno.
strategies-end-relief = { $months ->
    [one] poslední splátka vychází za { $months } měsíc
    [few] poslední splátka vychází za { $months } měsíce
   *[other] poslední splátka vychází za { $months } měsíců
} ({ $month }), půjde-li všechno tak, jak je tu zadáno; o osvobození od zbytku pak rozhoduje soud.
strategies-end-survivors = poslední splátka oddlužení vychází na { $plan } a o osvobození pak rozhoduje soud; zbude { $stays }, na které se nevztahuje, a to by se doplatilo za { $months } měsíců od začátku ({ $month }), půjde-li všechno tak, jak je tu zadáno.
strategies-no-end = z dluhů nevede; { $why }.
strategies-below = { $months ->
    [one] V { $months } měsíci zbývá na život méně než životní minimum.
   *[other] V { $months } měsících zbývá na život méně než životní minimum.
}
strategies-risks = Co hrozí:
strategies-conditions = Na čem to stojí:
strategies-notes = Jak se počítalo:
strategies-common = Na všech spočtených cestách platí:
strategies-head-month = měsíc
strategies-head-owed = dlužilo se
strategies-head-accrued = přibylo
strategies-head-dropped = odpadlo
strategies-head-remaining = zbývá dlužit
strategies-head-left = zbude na život
strategies-head-assumed = předpoklad
strategies-marked = ano
strategies-check = Kontrola: dlužilo se + přibylo − odpadlo − zaplaceno na náklady exekuce, náklady věřitele, úroky a jistinu = zbývá dlužit.
strategies-first-step = První krok: { $step }

strategies-advice-title = Co z porovnání vychází
strategies-advice = Podle toho, co je známo, vychází nejlépe: { $label }. Je to podklad pro rozhovor, ne rozhodnutí.
strategies-none = žádná
strategies-step-survival = Aspoň životní minimum ({ $minimum }), ještě před zaplacením bydlení, zbývá ve všech měsících na těchto cestách: { $kept }.
strategies-step-survival-nobody = Životní minimum ({ $minimum }) nezbývá ve všech měsících na žádné cestě; nejvíc zbývá { $best }. Nejdřív je třeba řešit příjmy a výdaje; dál se porovnávají všechny.
strategies-step-freedom = Z dluhů vedou: { $kept }.
strategies-step-contribution = Bez peněz, které zatím nikdo nepřislíbil, se obejdou: { $kept }.
strategies-step-expenses = Na výdaje domácnosti ({ $spent }) aspoň přibližně zbývá na těchto cestách: { $kept }.
strategies-step-objects = V ostatním jsou stejné; kde je proti dluhu co namítnout, jde obrana první: { $kept }.
strategies-step-months = { $best ->
    [one] Nejrychleji, za { $best } měsíc (rozdíl do { $apart } měsíců se nepočítá): { $kept }.
    [few] Nejrychleji, za { $best } měsíce (rozdíl do { $apart } měsíců se nepočítá): { $kept }.
   *[other] Nejrychleji, za { $best } měsíců (rozdíl do { $apart } měsíců se nepočítá): { $kept }.
}
strategies-step-paid = Nejméně se zaplatí, { $best } (malý rozdíl se nepočítá): { $kept }.
strategies-step-stays = Nejméně dluhu zůstane neosvobozeno, { $best }: { $kept }.
strategies-step-depends = Na nikom dalším navíc nezávisí: { $kept }.
strategies-step-order = V ostatním jsou stejné; první v pevném pořadí je: { $kept }.
strategies-fell-survival = na život by zbývalo méně než životní minimum
strategies-fell-survival-nobody = na život by zbývalo méně než životní minimum
strategies-fell-freedom = z dluhů nevede
strategies-fell-contribution = potřebuje peníze, které nikdo nepřislíbil
strategies-fell-expenses = nezbývalo by na výdaje domácnosti
strategies-fell-objects = v ostatním je stejná, ale nezkouší, co se dá proti dluhům namítnout
strategies-fell-months = trvá déle
strategies-fell-paid = zaplatí se víc
strategies-fell-stays = víc dluhu po ní zůstane
strategies-fell-depends = závisí na rozhodnutí někoho dalšího
strategies-fell-order = v ostatním je stejná, v pevném pořadí je až další
strategies-rival = { $label }: { $fell }
strategies-rival-if = { $sentence }; první by byla, kdyby nastalo: { $change }
strategies-others = Proč ne ostatní:
strategies-overturned = Co by výsledek změnilo:
strategies-overturns = { $change }: nejlépe by pak vyšlo „{ $label }“
strategies-overturns-none = { $change }: z dluhů by pak nevedla žádná z cest
strategies-holds = Vyzkoušeno a výsledek nezměnilo: { $changes }.
strategies-asks = Zeptejte se:

strategies-running = Oddlužení už běží; cesty z dluhů se proto neporovnávají.
strategies-running-since = Oddlužení už běží, řízení začalo { $day }; cesty z dluhů se proto neporovnávají.
strategies-running-regime = Řídí se insolvenčním zákonem: { $regimes }.
strategies-running-plan = Splátkový kalendář trvá zpravidla { $months } měsíců od schválení oddlužení.
strategies-running-plan-long = Splátkový kalendář trvá zpravidla { $months } měsíců od schválení oddlužení; { $long } měsíců, byl-li dlužník v minulosti už osvobozen a zákon k tomu přihlíží.
strategies-running-no-day = Kolik měsíců zbývá, nejde říci: není znám den schválení oddlužení ani den zjištění úpadku.
strategies-running-last = Poslední splátka obvyklého kalendáře vychází na { $month }; zbývá jich { $left }. Přerušení nebo prodloužení soudem ji posune.
strategies-running-between = Poslední splátka obvyklého kalendáře vychází na dobu od { $first } do { $last }; den schválení oddlužení není znám přesně.
strategies-running-earliest = Poslední splátka obvyklého kalendáře vychází nejdřív na { $month }, tedy nejméně { $left } dalších; přesně to říká až den schválení oddlužení, který uveden není.
strategies-duties = Co dlužník po schválení oddlužení musí:
strategies-running-not-computed = Nepočítá se tu, kolik už věřitelé dostali, kolik ještě dostanou a zda budou dluhy odpuštěny: to je v insolvenčním spisu, u insolvenčního správce a o osvobození rozhoduje soud.

remaining-title = Kolik zbývá zaplatit
remaining-axis = zbývající dluh
remaining-end = { $label }: bez dluhů { $month }
remaining-relief = { $label }: poslední splátka { $month }, o zbytku rozhoduje soud
remaining-left = { $years ->
    [one] { $label }: ani za { $years } rok nekončí, zbývá { $sum }
    [few] { $label }: ani za { $years } roky nekončí, zbývá { $sum }
   *[other] { $label }: ani za { $years } let nekončí, zbývá { $sum }
}
remaining-stays = { $label }: poslední splátka { $month }, zůstává { $sum }, o zbytku rozhoduje soud
remaining-described = Zbývající dluh v čase. Na začátku { $owed }. { $lines }
strategies-about = dluh { $debt }: { $text }
