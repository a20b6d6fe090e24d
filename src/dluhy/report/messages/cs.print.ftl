# Posouzení případu na papíře.

print-title = Posouzení případu { $ref }
print-day = ke dni { $day }
print-running = Případ { $ref }, ke dni { $day }
print-page = strana
print-page-of = z
print-signs = Znak „□“ stojí místo znaku, který písmo tiskopisu nemá. Čísla nad řádkem odkazují na seznam předpisů.

print-urgent = Co hoří
print-nothing-urgent = Z toho, co je známo, nehoří nic.
print-person = { $id }: { $facts }. { $told }
print-week = Co udělat tento týden
print-way-out = Cesta z dluhů
print-advice = { $people }: { $told }
print-relief = Oddlužení, { $people }: { $told }
print-figures = Dluhy a peníze
print-debts-count = Uvedeno dluhů: { $count }, známé zůstatky celkem { $sum }.
print-debts-unpriced = Uvedeno dluhů: { $count }; žádný zůstatek není znám.
print-debts-unknown = { $count ->
    [one] U { $count } dluhu zůstatek znám není.
   *[other] U { $count } dluhů zůstatek znám není.
}
print-rests = O co se to opírá
print-rests-on = Údaje případu ke dni { $day } a sada pravidel { $pack }.
print-open = { $count ->
    [one] Zbývá zjistit { $count } údaj; odpověď může výsledek změnit.
    [few] Zbývá zjistit { $count } údaje; odpovědi mohou výsledek změnit.
   *[other] Zbývá zjistit { $count } údajů; odpovědi mohou výsledek změnit.
}
print-assumed = Oddlužení je spočítáno i přes měsíce, jejichž právo ještě není známo.
print-more = A ještě { $count }, viz dál.

print-household = Domácnost
print-people = Dlužníci a děti
print-each-debt = Co lze k jednotlivým dluhům říci
print-debt-named = { $id } ({ $kind })
print-all-debts = všechny uvedené dluhy
print-debts-debt = Dluh
print-debts-creditor = Věřitel
print-debts-enforcement = Exekuce
print-debts-balance = Zůstatek
print-debts-dropping = Odpadnout může až
print-debts-verdict = Závěr
print-debts-sum = Celkem
print-debts-sum-known = Celkem, co je známo

print-deductions-person = Kdo
print-deductions-month = Měsíc
print-deductions-payers = Plátce
print-deductions-net = Čistý příjem
print-deductions-deducted = Sráží se
print-deductions-left = Zůstane
print-deductions-annex = Výpočet krok za krokem je v příloze.
print-deductions-steps = Příloha: výpočet srážek krok za krokem

print-cost = Náklady: { $cost }.
print-creditors = Co mohou udělat věřitelé

print-months = Příloha: oddlužení měsíc po měsíci
print-months-assumed = Částky jsou v korunách. Hvězdička značí měsíc, jehož právo ještě není známo; počítá se s posledními známými částkami.
print-months-known = Částky jsou v korunách.
print-months-number = Splátka
print-months-month = Měsíc
print-months-income = Příjem
print-months-paid = Zaplaceno
print-months-trustee = Z toho správci
print-months-maintenance = Výživné
print-months-creditors = Věřitelům
print-months-creditors-sum = Věřitelům od počátku
print-months-left = Zbude

print-provisions = Příloha: podle čeho
print-receipt = Doklad o výpočtu
print-receipt-pack = Sada pravidel
print-receipt-pack-hash = Otisk sady
print-receipt-program = Program
print-receipt-input = Otisk dokumentu případu
print-receipt-result = Otisk posouzených dluhů
