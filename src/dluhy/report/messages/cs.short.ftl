# Krátký text posouzení: první obrazovka a dál jen to, co rozhoduje; všechno je v plném textu a ve výstupu JSON.

short-who = Kdo: { $people }
short-household = Domácnost: { $members }.
short-week = Naléhavé, tento týden:
short-week-none = Podle toho, co je známo, tento týden nic nespěchá.
short-week-more = A ještě { $count } z plánu níže.
short-until = do { $day }
short-way = Cesta z dluhů ({ $who }): { $said }
short-way-if = Stojí na tom: { $conditions }.
short-entry = Oddlužení ({ $who }): { $said }
short-numbers = Čísla:
short-debts = { $count ->
    [one] { $count } dluh
    [few] { $count } dluhy
   *[other] { $count } dluhů
}{ $known ->
    [none] , kolik dohromady, není známo
   *[other] , dohromady { $known }
}
short-debts-some = { $unknown ->
    [one] u { $unknown } částka neznámá
   *[other] u { $unknown } částka neznámá
}
short-drops = Odpadnout by mohlo { $least } až { $most }, budou-li námitky úspěšné.
short-drops-exact = Odpadnout by mohlo { $most }, budou-li námitky úspěšné.
short-drops-most = Odpadnout by mohlo až { $most }, budou-li námitky úspěšné.
short-income = Příjmy { $income }, srážky { $deducted } za měsíc.
short-least = Nejnižší platba v oddlužení ({ $who }): { $sum } měsíčně; vyšlo by { $own }.
short-first-ask = Nejdřív zjistit:
short-next = Dál: dluhy, srážky, domácnost, oddlužení, cesty z dluhů, plán, otázky, stránka pro klienta. Všechno včetně předpisů vypíše --full; programy čtou --json.
short-adult = Dluhy z dětství: žádný z dluhů dospělého ({ $debts }) v dětství nevznikl.
short-adult-all = Dluhy z dětství: žádný z dluhů v dětství nevznikl.
short-verdict = { $debts }: { $verdict }. { $sentence }
short-flags = Upozornění: { $titles }.
short-defect = { $title } ({ $verdict })
short-debt = { $id }: { $about }
short-debts-heading = Dluhy a co proti nim lze namítnout
short-house-heading = Domácnost
short-alarms = Řešit hned: { $titles }.
short-signs = Dál platí: { $titles }.
short-unknown-signs = { $count ->
    [one] { $count } ukazatel nelze říci.
    [few] { $count } ukazatele nelze říci.
   *[other] { $count } ukazatelů nelze říci.
}
short-first = Pořadí:
short-first-unsure = Zatím nejde zařadit, nejdřív se zeptejte: { $these }.
short-benefit = Dávka: { $label }, odhad { $sum } za měsíc; není to příslib.
short-benefit-plain = Dávka: { $label }: { $seems }.
short-benefits-open = Dávky, o kterých nelze říci: { $labels }.
short-change = { $day }: { $text }
short-relief-fails = { $title }: { $verdict }.
short-assumed = { $count ->
    [one] Počítá se s { $count } předpokladem
    [few] Počítá se s { $count } předpoklady
   *[other] Počítá se s { $count } předpoklady
}, které nikdo neřekl; vypíše je --full.
short-plan-to = { $actor } → { $addressee }
short-plan-debts = týká se: { $debts }
short-plan-later = { $title } ({ $about })
short-changes = Dny, kdy se něco mění, jsou u domácnosti.
short-creditors = { $count ->
    [one] Věřitel může sám udělat { $count } krok
    [few] Věřitelé mohou sami udělat { $count } kroky
   *[other] Věřitelé mohou sami udělat { $count } kroků
} ({ $whose }); vypíše je --full.
