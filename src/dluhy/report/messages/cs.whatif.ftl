# Co by se změnilo, kdyby.

whatif-title = Co by se změnilo v případu { $ref } (ke dni { $day }), kdyby:
whatif-also = s tím odpadá i { $places }
whatif-now = nyní
whatif-then = kdyby
whatif-difference = rozdíl
whatif-nothing = Na výsledku by se nezměnilo nic.
whatif-only-ways = Výsledky by zůstaly stejné; mění se jen údaje a mezikroky, ze kterých vycházejí (jsou v zápisu JSON).
whatif-close = Ukazuje se jen to, co se změní. Je to výpočet z uvedených údajů, ne slib; rozhoduje úřad nebo soud.
whatif-absent = —
whatif-present = ano
whatif-came = přibude
whatif-gone = odpadne
whatif-changed = jinak
whatif-unknown = neznámo
whatif-yes = ano
whatif-no = ne
whatif-points = { $points } p. b.
whatif-later = { $days ->
    [one] o { $days } den později
    [few] o { $days } dny později
   *[other] o { $days } dní později
}
whatif-sooner = { $days ->
    [one] o { $days } den dřív
    [few] o { $days } dny dřív
   *[other] o { $days } dní dřív
}
whatif-months-later = { $months ->
    [one] o { $months } měsíc později
    [few] o { $months } měsíce později
   *[other] o { $months } měsíců později
}
whatif-months-sooner = { $months ->
    [one] o { $months } měsíc dřív
    [few] o { $months } měsíce dřív
   *[other] o { $months } měsíců dřív
}

whatif-topic-people = Osoby
whatif-topic-debts = Dluhy
whatif-topic-defects = Námitky proti dluhům
whatif-topic-deductions = Srážky z příjmů
whatif-topic-household = Domácnost
whatif-topic-relief = Oddlužení
whatif-topic-strategies = Strategie
whatif-topic-agenda = Co udělat
whatif-topic-plan = Kroky osoby
whatif-topic-creditor-plan = Kroky věřitelů
whatif-topic-questions = Otázky
whatif-topic-asking = Otázky
whatif-topic-notes = Poznámky
whatif-topic-as-of = Den
whatif-topic-ref = Případ
whatif-topic-guardians = Zákonní zástupci
whatif-topic-debts-stated = Dluhy

whatif-field-about = o osobě
whatif-field-age = věk
whatif-field-amount = částka
whatif-field-arrears = dluhy na běžných platbách
whatif-field-as-of = ke dni
whatif-field-available = co jde nabídnout věřitelům
whatif-field-balance-to-stop = kolik má být zastaveno
whatif-field-barred-until = nejdřív lze podat
whatif-field-base = nezabavitelná částka
whatif-field-before-instalments = zbývá před splátkami
whatif-field-bonus = daňový bonus
whatif-field-certain = jisté
whatif-field-class = třída
whatif-field-conditional = podmíněný krok
whatif-field-contributed = příspěvek jiné osoby
whatif-field-creditors = věřitelé dostanou
whatif-field-days-to-18 = dní do 18. narozenin
whatif-field-debts = kterých dluhů se týká
whatif-field-debts-stated = dluhy jsou uvedeny
whatif-field-debts-to-stop = dluhů k zastavení
whatif-field-deducted = sráží se
whatif-field-deduction = srážka
whatif-field-dependants-counted = započtené vyživované osoby
whatif-field-due-on = do kdy
whatif-field-effect = co odpověď změní
whatif-field-end-month = měsíc konce
whatif-field-ended-after = skončí po měsících
whatif-field-enforcement = exekuce
whatif-field-entry = vstup do oddlužení
whatif-field-expenses = výdaje
whatif-field-expenses-once = jednorázové výdaje
whatif-field-fee = odměna plátce
whatif-field-fee-least = odměna za návrh nejméně
whatif-field-fee-most = odměna za návrh nejvýš
whatif-field-first-month = první měsíc
whatif-field-guardians = zákonných zástupců
whatif-field-guideline = odborné vodítko
whatif-field-holds = platí
whatif-field-home = bydlení
whatif-field-household = domácnost
whatif-field-income = příjmy
whatif-field-income-once = jednorázové příjmy
whatif-field-kind = závěr
whatif-field-last-known = poslední známý měsíc
whatif-field-least = nejmenší splátka
whatif-field-left = zbývá
whatif-field-left-first = zbude první měsíc
whatif-field-left-out = nepočítané dluhy
whatif-field-list = skupina
whatif-field-lowest-net = potřebný čistý příjem
whatif-field-maintenance = výživné
whatif-field-minimum = životní minimum
whatif-field-missing = chybějící údaje
whatif-field-months = měsíců
whatif-field-next-step = další krok
whatif-field-offers = nabídky věřitelům
whatif-field-other = jiné peníze
whatif-field-over-plan = nejméně za celou dobu
whatif-field-own = co jde platit z příjmu
whatif-field-paid = zaplatí se celkem
whatif-field-pay = splátka
whatif-field-percent = uhrazená část pohledávek
whatif-field-person = osoba
whatif-field-plan-month = měsíc splnění
whatif-field-plan-months = délka v měsících
whatif-field-questions = co zjistit
whatif-field-reached = splátka stačí
whatif-field-reached-on = splněno dne
whatif-field-recommendation = doporučený postup
whatif-field-ref = označení případu
whatif-field-regime = znění zákona
whatif-field-rest = zbude dlužit
whatif-field-running = oddlužení běží
whatif-field-seems = nárok
whatif-field-short = kolik chybí
whatif-field-status = stav
whatif-field-survives = přetrvá
whatif-field-total = celkem
whatif-field-trustee = správci
whatif-field-turns-18-on = den 18. narozenin
whatif-field-unsure = nejisté
whatif-field-urgency = naléhavost
whatif-field-value = hodnota
whatif-field-verdict = závěr
whatif-field-why-not = proč to nejde spočítat
whatif-topic-relief-without = Oddlužení bez toho, co může odpadnout
whatif-defects-least = může odpadnout nejméně
whatif-defects-most = může odpadnout nejvýš
whatif-strategies-months = trvá měsíců
whatif-field-advice = doporučený postup
whatif-field-strategy = doporučený postup
whatif-field-freed-on = bez dluhů
whatif-field-monthly-now = platí se první měsíc
whatif-field-total-paid = zaplatí se celkem
whatif-field-least-left = nejméně zbude měsíčně
whatif-field-below-minimum = měsíců pod životním minimem
whatif-field-stays = co zůstane dlužit
whatif-field-due = do kdy
whatif-field-set-aside = ustoupilo
whatif-none = žádný
whatif-at-least = nejméně { $value }
whatif-at-most = nejvýš { $value }
whatif-between = { $least } až { $most }
whatif-topic-other = Ostatní
whatif-field-why-never = proč dluhy neskončí
whatif-field-gross = hrubá mzda
whatif-field-net = čistá mzda
whatif-field-level = stupeň
whatif-field-court = příslušný soud
whatif-field-months-in-arrears = dluží se za měsíců
whatif-field-stays-unclear = co možná zůstane dlužit
whatif-field-ask = na co se zeptat
whatif-field-course = průběh oddlužení
whatif-field-opens-from = lze podat nejdřív od
whatif-field-opens-to = lze podat nejpozději od
whatif-field-barred-past-known = překážka trvá déle, než sahá známé právo
whatif-field-dropped-least = odpadlo by nejméně
whatif-field-dropped-most = odpadlo by nejvýš
whatif-field-claims = počet pohledávek
whatif-field-owed = dluží se
whatif-relief-without-claims = pohledávek
whatif-relief-without-owed = dluží se
whatif-relief-without-dropped-least = odpadne nejméně
whatif-relief-without-dropped-most = odpadne nejvýš
