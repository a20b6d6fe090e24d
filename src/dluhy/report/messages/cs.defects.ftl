# Co lze namítnout proti dluhům, v posouzení případu.

defects-heading = Co lze namítnout proti jednotlivým dluhům
defects-intro = Nic z toho nenastává samo: promlčení i většinu vad je třeba namítnout a rozhodne o nich soud nebo exekutor. Částky říkají, kolik by mohlo odpadnout.
defects-debt = { $debt } ({ $sum })
defects-debt-unpriced = { $debt } (kolik se dluží, není známo)
defects-debt-sum = { $debt } ({ $sum }): mohlo by odpadnout { $most }
defects-debt-most = { $debt } ({ $sum }): mohlo by odpadnout až { $most }
defects-debt-between = { $debt } ({ $sum }): mohlo by odpadnout { $least } až { $most }

defects-debt-not-owed = { $debt } ({ $sum }): platit se nemusí nic, celých { $sum }

defects-standing-unsure = Zda dlužník tento dluh vůbec dluží, zatím nelze říci (viz posouzení dluhu). Následující platí pro případ, že ano.
defects-standing-not-owed = Podle posouzení dluhů z dětství ho dítě nedluží; co s tím, říká plán. Níže je jen to, co platí i tak.
defects-standing-finished = Zaplaceno a nevymáhá se; není co namítat.
defects-standing-debtor-died = Dlužník zemřel; zda dluh na někoho přešel, řekne dědické řízení.

defects-none = Z toho, co je známo, proti dluhu nic namítnout nelze.
defects-none-known = Zatím není známo nic, co by šlo namítnout; rozhodly by chybějící údaje.
defects-rule = { $title } ({ $verdict })
defects-plain = { $text }
defects-sum = Mohlo by odpadnout až { $sum }.
defects-sum-exact = Mohlo by odpadnout { $sum }.
defects-sum-unknown = Kolik by mohlo odpadnout, nelze říci: není známo, jak velká je tato část dluhu ({ $part }). Proto se z ní nic nepočítá.
defects-presumed = Předpokládá se: { $text }
defects-cited = Podle: { $provisions }
defects-verify = K ověření: { $text }
defects-law-unsettled = právo tu není dost doloženo; poraďte se s právníkem
defects-step = { $actor } → { $addressee }: { $title }
defects-steps-above = Další kroky jsou uvedeny výše u tohoto dluhu.
defects-limit = Kdy: { $limit }. Cena: { $cost }.
defects-until = do { $day } ({ $limit })
defects-past = Akce, které už skončily (pro přehled):
defects-why-not = Nejde spočítat: { $why }
defects-ask = Zeptejte se:

defects-days-between = { $first } až { $last }
defects-days-from = nejdříve { $first }
defects-days-to = nejpozději { $last }
defects-day-futile-ends-on = Doba bez vymoženého plnění podle známých údajů končí: { $day }.
defects-day-futile-if-advanced-on = Zaplatí-li věřitel další zálohu, končí: { $day }.
defects-day-futile-absolute-on = Nejzazší konec doby bez vymoženého plnění: { $day }.
defects-day-state-pays-until = Stát zaplatí exekutorovi paušál, zastaví-li exekuci do: { $day }.
defects-day-claim-limited-on = Promlčecí lhůta podle známých údajů končí: { $day }. Působí jen na námitku.
defects-day-later-interest-limited-on = Promlčecí lhůta úroků podle známých údajů končí: { $day }. Působí jen na námitku.
defects-day-call-ends-on = Lhůta podle výzvy končí: { $day }.

defects-relief-heading = Co by změnilo oddlužení, kdyby část dluhů odpadla
defects-relief-who = Kdo: { $people }. Odpadnout by mohly (aspoň zčásti): { $debts }.
defects-relief-now = Se vším, co je uvedeno
defects-relief-least = Bez toho, co by při úspěchu odpadlo najisto ({ $sum })
defects-relief-most = Bez všeho, co by odpadnout mohlo ({ $sum })
defects-relief-claims = { $count ->
    [one] { $count } pohledávka, dohromady { $sum }.
    [few] { $count } pohledávky, dohromady { $sum }.
   *[other] { $count } pohledávek, dohromady { $sum }.
}
defects-relief-entry = Vstup: { $entry }.
defects-relief-minimum = Nejnižší měsíční platba: { $sum }.
defects-relief-course = { $months ->
    [one] Nezajištění věřitelé by dostali { $percent } po { $months } splátce; na dluhy celkem { $sum }.
   *[other] Nezajištění věřitelé by dostali { $percent } po { $months } splátkách; na dluhy celkem { $sum }.
}
defects-relief-change = Pozor: { $text }.
