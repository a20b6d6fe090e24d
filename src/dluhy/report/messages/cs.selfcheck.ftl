# Dokument obce (obec.toml) a obec jako věřitel.

place-written = Prázdný dokument obce je v souboru { $path }.
place-errors = Dokument obce nejde použít, { $count ->
    [one] je v něm { $count } chyba
    [few] jsou v něm { $count } chyby
   *[other] je v něm { $count } chyb
}:
place-ok = { $name }, stav k { $day }: dokument je v pořádku.
place-no-gaps = Nic v něm nechybí.
place-gaps = Není známo – { $what }:

self-check-title = Obec jako věřitel: { $place }, stav k { $day }
self-check-no-place = bez dokumentu obce
self-check-no-score = Není to známka. Je to seznam toho, co změnit, v pořadí: nejdřív děti, pak co chce zákon, pak ostatní. Rozhoduje obec; čísla jsou z jejího vlastního seznamu a nejsou určena ke zveřejnění.
self-check-numbers = Co říká vlastní seznam
self-check-changes = Co změnit
self-check-fine = Co obec podle svých odpovědí už dělá
self-check-open = Co nejde říci a co k tomu dodat
self-check-debts = { $debts ->
    [one] { $debts } dluh
    [few] { $debts } dluhy
   *[other] { $debts } dluhů
}, { $people }, { $sum }
self-check-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
   *[other] { $count } lidí
}
self-check-without-balance = { $count ->
    [one] u { $count } dluhu částka chybí
   *[other] u { $count } dluhů částka chybí
}
self-check-no-debts = V seznamu není žádný dluh, který by šlo posoudit.
self-check-whole = Celkem: { $told }.
self-check-creditors = { $count ->
    [few] V seznamu jsou { $count } věřitelé
   *[other] V seznamu je { $count } věřitelů
}; všichni se tu berou jako obec a její organizace. Jen některého z nich vybere volba --creditor.
self-check-rejected = { $count ->
    [one] { $count } řádek nešel přečíst a v číslech není
    [few] { $count } řádky nešly přečíst a v číslech nejsou
   *[other] { $count } řádků nešlo přečíst a v číslech nejsou
}.
self-check-childhood = Z toho vzniklo v dětství: { $told }; to je { $share } % dluhů.
self-check-regime = { $title }: { $told }; { $share } % dluhů
self-check-undecided = Kdo dluží, zatím nejde říci: { $told }; po skupinách, jak je jmenuje sešit „dluhy minors check“:
self-check-others = Dluhy, které v dětství nevznikly: { $told }.
self-check-not-enforced = Seznam neříká o žádném dluhu, že by se vymáhal.
self-check-enforced = { $count ->
    [one] Vymáhá se nebo vymáhal { $count } dluh.
    [few] Vymáhají se nebo vymáhaly { $count } dluhy.
   *[other] Vymáhá se nebo vymáhalo { $count } dluhů.
}
self-check-costs = Vymáhání stálo { $costs } a přineslo { $recovered }; známo je to u { $count ->
    [one] { $count } dluhu
   *[other] { $count } dluhů
}.
self-check-costs-unknown = Kolik vymáhání stálo a kolik přineslo, nejde říci u { $count } z { $all } vymáhaných dluhů: náklady chybí u { $costs }, vymožená částka u { $recovered }.
self-check-nothing = Z toho, co je známo, není co měnit.
self-check-concerns = Týká se: { $told }.
self-check-open-debts = U { $count } z { $all } dluhů to nejde říci.
self-check-answer = Odpověď obce – { $answer }.
self-check-by-law = Oporou je { $label }: { $provisions }.
self-check-by-label = Oporou je { $label }.
self-check-verify = Ověřte: { $what }
self-check-leads-to = Vede k opatření: { $interventions }.
self-check-open-fact = Sloupce, které v seznamu chybějí nebo nejsou vyplněné, a o čem by rozhodly:
self-check-open-answer = Otázky, na které dokument obce neodpovídá:
self-check-column = sloupec „{ $name }“
self-check-yes = ano
self-check-no = ne
self-check-label-law = zákon
self-check-label-opinion = názor veřejného ochránce práv
self-check-label-practice = zveřejněná praxe
self-check-label-proposal = návrh tohoto programu
self-check-written = Výsledek je v souboru { $path }.
self-check-file-mark = spisová značka exekuce
self-check-open-who-owes = Údaje, bez kterých nejde rozhodnout, kdo dluží:
self-check-lacks = { $where } chybí u { $count } z { $all } dluhů
self-check-ask = { $ask }? (v obec.toml { $where })
self-check-contradicted = Odpovědi, kterým vlastní seznam odporuje
self-check-contradicted-why = Obec odpověděla dobře, ale její seznam ukazuje i opak. Buď se tak ve skutečnosti nepostupuje, nebo jde o starší věci, které zbývá napravit; zjistěte, co z toho platí.
self-check-answered = { $answer }
self-check-against = V seznamu je k nápravě „{ $title }“: { $told }.
self-check-undecided-by = { $label }: { $told }
self-check-people-counted = Kdo má víc dluhů, je mezi lidmi v každé skupině jednou. „dluhy minors check“ dělí lidi jinak: na děti a dospělé rozhoduje dnešní věk a počítá jen žijící; patří k nim i ti, u jejichž dluhu z dětství ještě nejde říci, kdo jej dluží.
self-check-who-when = Kdo a dokdy:
self-check-step = { $intervention }, { $title } – { $actor }; { $limit }
