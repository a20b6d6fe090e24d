## Check of past payslips
payslip-title = Kontrola srážek na výplatních páskách
payslip-title-ref = Kontrola srážek na výplatních páskách ({ $ref })
payslip-count = { $count ->
    [one] Zkontrolována { $count } výplata
    [few] Zkontrolovány { $count } výplaty
   *[other] Zkontrolováno { $count } výplat
}: { $told }.
payslip-count-none = Žádnou výplatu se zkontrolovat nepodařilo.
payslip-verdicts = { $label } { $count }×
payslip-unchecked = { $count ->
    [one] Nezkontrolována zůstala { $count } výplata
    [few] Nezkontrolovány zůstaly { $count } výplaty
   *[other] Nezkontrolováno zůstalo { $count } výplat
}; proč, je uvedeno níže.
payslip-too-much = Srazilo se víc, než se smělo, celkem o { $sum }.
payslip-too-little = Méně, než se mělo, se srazilo celkem o { $sum }.
payslip-open-much = O dalších { $sum } nelze říci, zda se srazily navíc: rozhoduje údaj, který není uveden.
payslip-open-little = U { $sum } nelze říci, zda se srazilo málo: rozhoduje údaj, který není uveden.
payslip-no-difference = Rozdíl, který by nebyl jen zaokrouhlením, se nenašel.
payslip-limitation = Nejstarší výplata, ze které se srazilo příliš, je z { $oldest }. Promlčení nároku hrozí od { $day } (k ověření).
payslip-heading-table = Měsíc po měsíci (částky v Kč)
payslip-column-paid = Výplata
payslip-column-period = Mzda za
payslip-column-net = Čistý příjem
payslip-column-deducted = Sraženo
payslip-column-expected = Mělo být
payslip-column-difference = Rozdíl
payslip-column-verdict = Závěr
payslip-table-note = Rozdíl se znaménkem + znamená, že se srazilo příliš.
payslip-heading-causes = Z čeho rozdíl nejspíš je
payslip-cause = { $cause }. Přesně sedí { $months }.
payslip-cause-near = { $cause }. S rozdílem do koruny sedí { $months }.
payslip-cause-month = { $day } ({ $sum })
payslip-cause-provisions = Podle: { $provisions }
payslip-cause-verify = K ověření.
payslip-questions = Co se spočítat nedá a je třeba zjistit:
payslip-question = { $question } ({ $months })
payslip-unexplained = Žádná ze známých chyb nedává přesně to, co se srazilo: { $months }. Vyžádejte si od plátce jeho výpočet.
payslip-and = {" "}a zároveň{" "}
payslip-count-of = { $count ->
    [one] o { $count } osobu
    [few] o { $count } osoby
   *[other] o { $count } osob
}
payslip-amount = { $amount }
payslip-claim = pohledávka { $claim }
payslip-set-paid = částky pro výplaty roku { $year }
payslip-set-year = částky pro mzdy roku { $year }
payslip-set-months = částky pro mzdy za { $months }
payslip-heading-how = Jak vychází správná srážka
payslip-how = { $days }: { $told }
payslip-how-wage = nezabavitelná částka { $base } (započtených osob: { $persons }), zbytek { $remainder }, třetina { $third }, bez omezení { $unlimited }; smí se vzít { $thirds ->
    [one] jedna třetina
   *[other] dvě třetiny
}, nejvýš { $capacity }. Správná srážka je { $deducted }.
payslip-how-none = z tohoto příjmu se nesráží nic.
payslip-how-part = smí se vzít nejvýš { $capacity }. Správná srážka je { $deducted }.
payslip-heading-unchecked = Co se zkontrolovat nedalo
payslip-unchecked-month = Páska { $number } ({ $when }): { $reasons }.
payslip-unchecked-no-day = den výplaty neuveden
payslip-heading-flags = Z čeho kontrola vychází
payslip-flag-verify = { $text } (k ověření)
payslip-heading-plan = Jak postupovat
payslip-step-who = { $actor } → { $addressee }
payslip-step-needs = Předem je třeba: { $needed }
payslip-step-limit = Lhůta: { $limit }
payslip-step-cost = Náklady: { $cost }
payslip-step-provisions = Podle: { $provisions }
payslip-step-verify = K ověření: { $note }
payslip-receipt = Sada pravidel { $pack }, otisk { $hash }. Program počítá a uvádí důvody, rozhoduje člověk.
