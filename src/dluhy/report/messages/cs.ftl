## Workbook sheets
sheet-summary = Souhrn
sheet-people = Děti a mladí dospělí
sheet-debts = Dluhy
sheet-steps = Kroky
sheet-procedures = Postupy
sheet-ask = Doplnit
sheet-treated = Opravené a odmítnuté
sheet-about = O výsledku

## Columns
col-row = Řádek seznamu
col-part = Část
col-person = Osoba
col-last_name = Příjmení
col-first_name = Jméno
col-full_name = Jméno a příjmení
col-birth_date = Datum narození
col-age = Věk
col-days_to_18 = Dní do 18 let
col-urgency = Naléhavost
col-list = Skupina
col-identity = Ověřit totožnost
col-debts = Dluhů
col-debts_to_stop = Dítě nedluží
col-debts_undecided = Nerozhodnuto
col-balance = Zůstatek (Kč)
col-balance_to_stop = Z toho dítě nedluží (Kč)
col-notify_ospod = Vyrozumět OSPOD
col-rows = Řádky seznamu
col-kind = Druh dluhu
col-fee_year = Rok poplatku
col-due_on = Splatnost
col-creditor = Oprávněný
col-municipality = Kód obce
col-enforcement = Spisová značka
col-verdict = Závěr
col-child_owes = Dluží dítě?
col-reason = Důvod
col-provisions = Ustanovení a rozhodnutí
col-evidence = Čím je pravidlo doloženo
col-verify = K ověření
col-grounds = Další důvod
col-flags = Upozornění k dluhu
col-presumed = Předpoklady
col-warnings = Upozornění k údajům
col-repairs = Opraveno
col-next_step = Další krok
col-missing = Chybí údaje
col-rule = Pravidlo
col-order = Pořadí
col-done = Hotovo
col-actor = Kdo
col-addressee = Komu
col-step = Co
col-procedure = Postup
col-detail = Jak
col-limit = Lhůta
col-limit_on = Nejpozději
col-cost = Náklady
col-conditional = Podmínka
col-ask = Co zjistit
col-fact = Údaj
col-list_column = Kde v seznamu doplnit
col-answers = Možné odpovědi
col-answer = Odpověď
col-effect = Co údaj rozhodne
col-column = Sloupec
col-treatment = Co se stalo
col-why = Proč
col-value = Přečteno jako
col-code = Kód
col-original = Původní obsah buňky
col-count = Počet
col-sum = Součet (Kč)
col-link = Odkaz
col-name = Položka
col-content = Hodnota
col-how = Jak poznáno
col-group = Skupina
col-people = Osob
col-total = Součet v seznamu
col-stated = Uvedeno (Kč)
col-computed = Spočteno (Kč)
col-difference = Rozdíl (Kč)
col-agreement = Souhlasí?

## Answers
owes-no = ne
owes-shared = společně se zástupcem
owes-depends = podle vyspělosti a okolností
owes-yes = ano
owes-unknown = nelze říci
owes-none = nejde o dluh z dětství
yes = ano
no = ne
limit-none = —
effect-missing = rozhodne, kdo dluží
effect-asked_for_steps = určí, který krok platí
effect-worth_asking = může přidat další důvod k zastavení
reason-needs-data = Nelze rozhodnout, chybí: { $facts }.
reason-needs-data-but-no = Nelze rozhodnout, o které pravidlo jde, dítě však nedluží v žádném z možných případů. Chybí: { $facts }.
months-exempt = Osvobozených měsíců: { $months } z 12.
conditional-text = jen pokud se tak vymáhá nebo je splněna podmínka kroku; v seznamu to není
undecided-list = nelze určit
see-procedure = viz { $number }
no-column = sloupec v seznamu není
add-column = přidejte sloupec „{ $name }“
add-column-answers = přidejte sloupec „{ $name }“ ({ $answers })
ask-many-people = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
   *[other] { $count } osob
}
ask-many-rows = { $count ->
    [one] { $count } řádek
    [few] { $count } řádky
   *[other] { $count } řádků
}
answers-bool = ano/ne
answers-date = datum
answers-year = rok
answers-int = celé číslo
answers-int-most = celé číslo 0 až { $most }
answers-money = částka v Kč
answers-text = text
answers-more = { $listed }; nebo jiný
role-debtor = dlužník
person-of-row = (řádek { $row })
not-stated = neuvedeno
treatment-rejected = odmítnuto
treatment-repaired = opraveno
treatment-apart = mimo tabulku
line-title = nadpis
line-header = záhlaví
line-repeated_header = opakované záhlaví
line-subtotal = mezisoučet
line-total = součet
line-note = poznámka

## Summary
title = Dluhy z dětství v seznamu exekucí
as-of = Stav ke dni { $day }
summary-rows = { $count ->
    [one] V seznamu je { $count } řádek
    [few] V seznamu jsou { $count } řádky
   *[other] V seznamu je { $count } řádků
}: posouzeno { $judged }, odmítnuto { $rejected }.
summary-apart = { $count ->
    [one] Kromě toho je v seznamu { $count } řádek, který není dluh
    [few] Kromě toho jsou v seznamu { $count } řádky, které nejsou dluhy
   *[other] Kromě toho je v seznamu { $count } řádků, které nejsou dluhy
} (nadpisy, záhlaví, součty, poznámky).
summary-totals = Součty v seznamu nesouhlasí ({ $count }), viz konec Souhrnu.
summary-divided = { $count ->
    [one] Rozdělením řádků podle let vznikl { $count } dluh
    [few] Rozdělením řádků podle let vznikly { $count } dluhy
   *[other] Rozdělením řádků podle let vzniklo { $count } dluhů
}.
summary-people = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
   *[other] { $count } osob
}: { $parts }.
people-children = { $count ->
    [one] { $count } dítě s dluhem
    [few] { $count } děti s dluhem
   *[other] { $count } dětí s dluhem
}
people-adults = { $count ->
    [one] { $count } dospělý s dluhem z dětství
    [few] { $count } dospělí s dluhem z dětství
   *[other] { $count } dospělých s dluhem z dětství
}
people-none = { $count } bez dluhu z dětství
people-unknown = u { $count } to nelze určit
summary-stop = { $count ->
    [one] U { $count } dluhu není dlužníkem dítě
   *[other] U { $count } dluhů není dlužníkem dítě
} ({ $sum }).
balance-known = zůstatek { $sum }
balance-partly = zůstatek nejméně { $sum }, u některých řádků není uveden
balance-overpaid = zůstatek { $sum }, z toho přeplatky { $over }
balance-partly-overpaid = zůstatek uvedených řádků { $sum }, z toho přeplatky { $over }; u některých řádků není uveden
balance-unknown = zůstatek v seznamu není nebo nebyl rozpoznán
summary-shared = { $count ->
    [one] Za { $count } dluh odpovídá dítě společně se zástupcem
    [few] Za { $count } dluhy odpovídá dítě společně se zástupcem
   *[other] Za { $count } dluhů odpovídá dítě společně se zástupcem
} ({ $sum }).
summary-undecided = { $count ->
    [one] { $count } dluh nelze rozhodnout bez dalších údajů
    [few] { $count } dluhy nelze rozhodnout bez dalších údajů
   *[other] { $count } dluhů nelze rozhodnout bez dalších údajů
}.
summary-red = { $count ->
    [one] U { $count } osoby je věc naléhavá
   *[other] U { $count } osob je věc naléhavá
}: do 18. narozenin zbývá méně než 90 dní, nebo běží lhůta.

summary-warnings = { $count ->
    [one] U { $count } řádku je upozornění k údajům
   *[other] U { $count } řádků je upozornění k údajům
}; ověřte je, než podle nich budete jednat.
summary-rejected = { $count ->
    [one] { $count } řádek nelze použít
    [few] { $count } řádky nelze použít
   *[other] { $count } řádků nelze použít
}; důvody jsou na listu Opravené a odmítnuté.
summary-rejected-terminal = { $count ->
    [one] { $count } řádek nelze použít
    [few] { $count } řádky nelze použít
   *[other] { $count } řádků nelze použít
}; důvody jsou v sešitu na listu Opravené a odmítnuté, jinak v souboru odmítnutých nebo v tomto výpise.
summary-rejected-cell = řádek { $row }, { $column }: { $why } [{ $code }]
summary-rejected-file = Odmítnuté řádky: { $path }
summary-unused = Nepoužité sloupce: { $columns }
summary-written = Výsledek: { $path }
summary-receipt = Doklad o výpočtu: { $path }
summary-next = Co dál: otevřete list Kroky a začněte shora, hotové si označujte; jak krok provést, říká list Postupy, co ještě zjistit, list Doplnit.
summary-first = Nejdřív: { $step } ({ $person }).
person-coded = osoba { $code }
step-conditional = { $step } – { $condition }
only-children = děti s dluhem
only-adults = dospělí s dluhem z dětství
only-undecided = dluhy, které nelze rozhodnout
only-note = Listy tohoto sešitu ukazují jen výběr: { $shown }. Souhrn počítá celý seznam.
only-lines = Výběr „{ $shown }“: { $debts ->
    [one] { $debts } dluh
    [few] { $debts } dluhy
   *[other] { $debts } dluhů
}, { $people ->
    [one] { $people } osoba
    [few] { $people } osoby
   *[other] { $people } osob
}.
heading-by-verdict = Podle závěru
chart-by-verdict = Počet dluhů podle závěru
heading-by-rule = Podle pravidla, které rozhodlo
no-rule-yet = nerozhodnuto, chybějí údaje
heading-by-creditor = Podle oprávněného (nejvíc k zastavení)
no-creditor = neuveden
other-creditors = { $count ->
    [one] { $count } další
    [few] { $count } další
   *[other] ostatních { $count }
}
heading-totals = Součty, které uvádí sám seznam
totals-sentence = Součtů v seznamu: { $count }. Souhlasí { $same }, nesouhlasí { $different }, nelze porovnat { $unknown }.
totals-more = Ukázáno je prvních { $shown }, nejdříve ty, které nesouhlasí.
total-of = { $kind } na řádku { $row }: { $name }
total-same = souhlasí
total-different = NESOUHLASÍ
total-unknown = nelze porovnat (nečitelná částka v bloku)
totals-agreeing = { $count ->
    [one] { $count } součet, který souhlasí
    [few] { $count } součty, které souhlasí
   *[other] { $count } součtů, které souhlasí
}
note-overpaid = V součtech jsou i přeplatky (záporné zůstatky), celkem { $over }.
note-overpaid-part = V součtech jsou i přeplatky (záporné zůstatky), celkem { $over }; částka, kterou dítě nedluží, proto může být vyšší než součet.
heading-by-urgency = Podle naléhavosti
heading-by-list = Děti a dospělí
heading-first = Co udělat nejdřív
heading-money = Částky v seznamu
money-in = v seznamu
money-judged = v posouzených řádcích
money-rejected = v odmítnutých řádcích
empty-list = Seznam neobsahuje žádný řádek.

## About
about-receipt = Doklad o výpočtu
about-as_of = Den, ke kterému se posuzuje
about-pack = Sada pravidel
about-pack_hash = Otisk sady pravidel
about-program = Verze programu
about-input = Otisk vstupního souboru
about-result = Otisk výsledku
about-whole = Doklad platí pro celý výsledek, i když sešit ukazuje jen výběr: { $shown }.
about-file = Jak byl soubor přečten
about-format = Druh souboru
about-sheet = List
about-other_sheets = Další listy, které se nečetly
about-encoding = Kódování
about-separator = Oddělovač
about-header_rows = Řádky se záhlavím
about-pseudonymised = Jména, data narození, kódy a spisové značky byly nahrazeny nebo vynechány.
means-person_id = kód osoby
means-last_name = příjmení
means-first_name = jméno
means-full_name = jméno a příjmení
means-birth_number = rodné číslo
means-guardian_name = zákonný zástupce
means-guardian_birth_number = rodné číslo zákonného zástupce
means-municipality_code = kód obce
means-creditor_name = oprávněný
means-creditor_ico = IČO oprávněného
means-enforcement_ref = spisová značka exekuce
means-title_ref = číslo exekučního titulu
how-constant = táž hodnota pro všechny řádky
about-columns = Rozpoznané sloupce
about-unused = Nepoužité sloupce
about-presumptions = Předpoklady, které výsledek použil (počet řádků)
about-provisions = Citovaná ustanovení a rozhodnutí
about-evidence = Co znamená údaj ve sloupci Čím je pravidlo doloženo
about-evidence-S2 = více zdrojů: pravidlo potvrzují nejméně dva nezávislé zdroje
about-evidence-S = jeden zdroj: text předpisu nebo jiný jeden zdroj
about-evidence-D = odvozeno: výpočet nebo výklad z doložených pravidel
about-evidence-M = k ověření: ověřte v uvedeném předpisu, než podle toho jednáte
about-limits = Meze výsledku
about-limit-1 = Program navrhuje a uvádí důvody, rozhoduje člověk. Výsledek není právní rada ani rozhodnutí úřadu.
about-limit-2 = Posuzuje jen to, co je v seznamu. Neuvedený údaj nebere jako „ne“; kde něco předpokládá, je to ve sloupci Předpoklady.
about-limit-3 = Zatím posuzuje místní poplatky. Jiné dluhy z dětství jen označí a odkáže na dluhovou poradnu.
about-limit-4 = Zánik práva vymáhat nikdy netvrdí, jen na něj upozorní; rozhoduje přehled úkonů ve spise.
about-limit-5 = Člověk musí posoudit: střet zájmů se zástupcem, doručení výměru, shodu osob stejného jména a zda je zůstatek správný.
about-limit-6 = Soubor obsahuje osobní údaje dětí. Nikam se neodesílá; uložte jej jen tam, kde smí být.

## Terminal
progress-reading = Čtu seznam
progress-judging = Posuzuji
progress-writing = Zapisuji
error-heading = Seznam nelze zpracovat:
replay-same = Výsledek je stejný: { $hash }
replay-different = Výsledek se liší: doklad { $old }, nyní { $new }
rules-ok = Sada pravidel { $version } je v pořádku: { $rules } pravidel, { $examples } příkladů, otisk { $hash }
rules-horizon-ok = Téma { $topic } je známo od { $first } do { $last }.
rules-horizon-passed = Téma { $topic } je známo jen do { $last }; dnes je { $today }.
rules-conditions = Podmínky (musí platit všechny)
rules-applies = Týká se
rules-reasoning = Odůvodnění
rules-citations = Ustanovení a rozhodnutí
rules-verify = K ověření
rules-examples = Příklady
rules-remedies = Postupy
rules-evidence = Čím je pravidlo doloženo
rules-diff-same = Sady se neliší.
expect-holds = platí
expect-fails = neplatí
expect-unknown = nelze rozhodnout

## Columns of a list, many lists
error-heading-command = Příkaz nelze provést:
summary-files = { $count ->
    [one] { $count } seznam
    [few] { $count } seznamy
   *[other] { $count } seznamů
}: celé posouzeno { $done }, s odmítnutými řádky { $partly }, nešlo zpracovat { $refused }.
summary-own-result = Přeskočeno (výsledek tohoto programu): { $path }
key-written = Klíč je v souboru { $path }. Nikomu jej nedávejte; kdo jej má, pozná, čí odkazy to jsou.
columns-file = Soubor { $kind }: { $rows ->
    [one] { $rows } řádek
    [few] { $rows } řádky
   *[other] { $rows } řádků
} s dluhy, { $apart ->
    [one] { $apart } řádek
    [few] { $apart } řádky
   *[other] { $apart } řádků
} mimo tabulku (nadpisy, záhlaví, součty, poznámky).
columns-sheet = List: { $sheet }
columns-other-sheets = Další listy s obsahem: { $sheets }
columns-encoding = Kódování { $encoding }, oddělovač { $separator }
columns-header = Názvy sloupců jsou v řádku: { $rows }
columns-code = Význam
columns-column = Sloupec v seznamu
columns-how = Jak se poznal
columns-filled = Vyplněno
columns-repaired = Opraveno
columns-unreadable = Nečitelné
columns-absent = V seznamu není: { $columns }
columns-questions = Než půjde seznam posoudit, je třeba rozhodnout:
columns-ready = Seznam lze posoudit: dluhy minors check.
columns-profile = Profil je v souboru { $path }; upravte jej a použijte volbou --profile.
separator-tab = tabulátor
how-exact = podle názvu
how-abbreviation = podle zkratky
how-group = podle názvu ve dvou řádcích
how-profile = podle profilu
columns-no-header = Záhlaví se nepodařilo rozpoznat; první řádek seznamu má obsahovat názvy sloupců, nebo je určete v profilu (header_row, columns).
columns-unread = Pozor, nečitelný je každý vyplněný řádek sloupce: { $columns }. Nejspíš znamená něco jiného; v profilu jej vynechejte (ignore) nebo určete správný sloupec.
