## Workbook sheets
sheet-summary = Souhrn
sheet-people = Děti a mladí dospělí
sheet-debts = Dluhy
sheet-steps = Kroky
sheet-steps-others = Kroky ostatních
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
effect-limits = rozhodne, do kdy jednat
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
people-died = { $count ->
    [one] { $count } zemřelý
    [few] { $count } zemřelí
   *[other] { $count } zemřelých
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
about-limit-3 = Posuzuje dluhy z dětství všech druhů; dluhy dospělých jen odděluje. Srážky ze mzdy, rozpočet ani oddlužení nepočítá.
about-limit-4 = Zánik práva vymáhat nikdy netvrdí, jen na něj upozorní; rozhoduje přehled úkonů ve spise.
about-limit-5 = Člověk musí posoudit: střet zájmů se zástupcem, doručení výměru, shodu osob stejného jména a zda je zůstatek správný.
about-limit-6 = Soubor obsahuje osobní údaje dětí. Nikam se neodesílá; uložte jej jen tam, kde smí být.

## Terminal
progress-reading = Čtu seznam
progress-judging = Posuzuji
progress-writing = Zapisuji
error-heading = Seznam nelze zpracovat:
replay-same = Výsledek je stejný: { $hash }
replay-altered = Doklad souhlasí, ale výsledek v souboru je jiný, než jaký vyjde teď: soubor někdo změnil, nebo ho psala jiná verze programu.
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
rules-mutants-none = Žádný mutant nepřežil: příklady zachytily { $mutants } změn v { $rules ->
    [one] { $rules } pravidle
   *[other] { $rules } pravidlech
}.
rules-mutants-some = Přežilo { $survivors } z { $mutants } mutantů; u každého chybí příklad, který by změnu poznal.
rules-mutant-dropped = (vynecháno)
rules-mutant-example = Chybí například tento příklad; zda odpovídá zákonu, ověřte:
rules-mutant-unfound = Odlišující případ se nenašel; pravidlo zřejmě jde napsat jednodušeji.
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

## Screening of a case
screen-title = Posouzení případu {$ref} ke dni {$day}
screen-note = Pozor: {$note}
screen-debts-unknown = V případu nejsou uvedeny dluhy. Doplňte je; nemá-li klient žádný, napište debts = [].
screen-no-debts = V případu není žádný dluh dlužníka; není co posuzovat.
screen-guardians = V případu jsou uvedeni zákonní zástupci: {$count}. Kroky vůči zákonnému zástupci se týkají každého z nich.
screen-person-unknown = Dluhy, u kterých není uvedeno, čí jsou
screen-person = Osoba {$id}
screen-age = věk {$age}
screen-turns-18 = 18 let bude {$day}, zbývá { $days ->
    [one] {$days} den
    [few] {$days} dny
   *[other] {$days} dní
}
screen-urgency = naléhavost: {$urgency}
screen-to-stop = Nedluží { $count ->
    [one] {$count} z uvedených dluhů
    [few] {$count} z uvedených dluhů
   *[other] {$count} z uvedených dluhů
} (vznikly v dětství), známý zůstatek {$sum}.
screen-sum-unknown = neuveden
screen-debts = Dluhy
screen-kind-unknown = druh dluhu neuveden
screen-verdict = Závěr: {$verdict}
screen-missing = Chybí: {$facts}.
screen-ground = Další důvod:
screen-flag = Upozornění:
screen-presumed = Předpoklad: {$sentence}
screen-because = Proč: {$reasons}.
screen-provisions = Podle: {$provisions}
screen-verify = K ověření: {$note}
screen-plan = Plán pro osobu {$whose}
screen-creditor-plan = Co může udělat věřitel: {$whose}
screen-no-creditor = jméno není uvedeno
screen-due = nejpozději {$day}
screen-who = {$actor} → {$addressee}
screen-about = týká se: {$debts}
screen-conditional = Krok platí, jen potvrdí-li se údaj, který zatím chybí.
screen-needs = Předem je třeba: {$needed}
screen-limit = Lhůta: {$limit}
screen-cost = Náklady: {$cost} (nese: {$who})
screen-replaces = Nahrazuje krok: {$step}
screen-questions = Co zjistit, od nejdůležitějšího
screen-effect-limits = Rozhodne, do kdy je třeba jednat; lhůta může běžet už teď: {$debts}.
screen-effect-missing = Rozhodne, kdo dluží: {$debts}.
screen-effect-asked_for_steps = Rozhodne, který krok platí: {$debts}.
screen-effect-worth_asking = Může přidat další důvod: {$debts}.
screen-receipt = Sada pravidel {$pack}, otisk {$hash}. Program navrhuje a uvádí důvody, rozhoduje člověk.
screen-written = Posouzení zapsáno: {$path}

## Comparing two lists
compare-title = Co se změnilo mezi dvěma seznamy
compare-sheet-summary = Souhrn
compare-sheet-changes = Změny
compare-sheet-unmatched = Nespárované
compare-days = Starší seznam je posouzen ke dni { $old }, novější ke dni { $new }.
compare-debts = Starší seznam má posouzených dluhů { $old }, novější { $new }.
compare-same-day = Oba seznamy jsou posouzeny k témuž dni, proto nelze ukázat, kdo mezi nimi dospěl (den staršího určí --old-as-of).
compare-packs-differ = Seznamy jsou posouzeny podle různých sad pravidel; změna závěru může plynout z pravidel, ne ze seznamu.
compare-keyed-code = kódem
compare-keyed-birth_number = rodným číslem
compare-keyed-name = jménem a datem narození
compare-keyed-nothing = ničím
compare-keyed-differently = Seznamy označují osoby různě: starší { $old }, novější { $new }. Dluhy proto nelze spárovat; doplňte do obou seznamů týž údaj.
compare-rejected-old = { $count ->
    [one] Ve starším seznamu nelze { $count } řádek použít
    [few] Ve starším seznamu nelze { $count } řádky použít
   *[other] Ve starším seznamu nelze { $count } řádků použít
}; v porovnání není.
compare-rejected-new = { $count ->
    [one] V novějším seznamu nelze { $count } řádek použít
    [few] V novějším seznamu nelze { $count } řádky použít
   *[other] V novějším seznamu nelze { $count } řádků použít
}; v porovnání není.
compare-people = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
   *[other] { $count } osob
}
compare-told-new = { $count ->
    [one] Přibyl { $count } dluh
    [few] Přibyly { $count } dluhy
   *[other] Přibylo { $count } dluhů
} ({ $people }, zůstatek { $sum }).
compare-told-gone = { $count ->
    [one] Zmizel { $count } dluh
    [few] Zmizely { $count } dluhy
   *[other] Zmizelo { $count } dluhů
} ({ $people }, zůstatek byl { $sum }).
compare-told-stopped = { $count ->
    [one] Vymáhání skončilo u { $count } dluhu
   *[other] Vymáhání skončilo u { $count } dluhů
} ({ $people }, zůstatek { $sum }).
compare-told-worsened = { $count ->
    [one] Zhoršil se { $count } dluh
    [few] Zhoršily se { $count } dluhy
   *[other] Zhoršilo se { $count } dluhů
}: narostl zůstatek nebo náklady, vymáhání zase běží, nebo jej nově vymáhá soudní exekutor ({ $people }, nárůst { $sum }).
compare-told-eased = { $count ->
    [one] Polepšil se { $count } dluh
    [few] Polepšily se { $count } dluhy
   *[other] Polepšilo se { $count } dluhů
}: zůstatek klesl nebo bylo vymáhání odloženo ({ $people }, pokles { $sum }).
compare-told-came_of_age = { $count ->
    [one] 18. narozeniny mezi oběma dny se týkají { $count } dluhu
   *[other] 18. narozeniny mezi oběma dny se týkají { $count } dluhů
} ({ $people }, zůstatek { $sum }).
compare-told-decided = { $count ->
    [one] Nově lze rozhodnout { $count } dluh
    [few] Nově lze rozhodnout { $count } dluhy
   *[other] Nově lze rozhodnout { $count } dluhů
} ({ $people }, zůstatek { $sum }).
compare-told-undecided = { $count ->
    [one] Nově nelze rozhodnout { $count } dluh
    [few] Nově nelze rozhodnout { $count } dluhy
   *[other] Nově nelze rozhodnout { $count } dluhů
} ({ $people }, zůstatek { $sum }).
compare-told-paid = { $count ->
    [one] Zaplacen je { $count } dluh
    [few] Zaplaceny jsou { $count } dluhy
   *[other] Zaplaceno je { $count } dluhů
} ({ $people }, zůstatek klesl o { $sum }).
compare-told-verdict_changed = { $count ->
    [one] Jiný závěr má { $count } dluh
    [few] Jiný závěr mají { $count } dluhy
   *[other] Jiný závěr má { $count } dluhů
} ({ $people }, zůstatek { $sum }).
compare-nothing = Mezi spárovanými dluhy se nic nezměnilo.
compare-unmatched-old = { $count ->
    [one] { $count } dluh staršího seznamu nešlo spárovat
    [few] { $count } dluhy staršího seznamu nešlo spárovat
   *[other] { $count } dluhů staršího seznamu nešlo spárovat
} (zůstatek { $sum }).
compare-unmatched-new = { $count ->
    [one] { $count } dluh novějšího seznamu nešlo spárovat
    [few] { $count } dluhy novějšího seznamu nešlo spárovat
   *[other] { $count } dluhů novějšího seznamu nešlo spárovat
} (zůstatek { $sum }).
compare-heading-changes = Změny
compare-heading-old = Starší seznam: na co se rozpadl
compare-heading-new = Novější seznam: z čeho se skládá
compare-heading-unmatched = Proč dluhy nešlo spárovat
compare-heading-how = Podle čeho se dluhy spárovaly
compare-amounts = Jeden dluh může mít více změn. Součet je nynější zůstatek; u zmizelých dřívější, u zhoršených nárůst zůstatku a nákladů, u zaplacených pokles zůstatku.
compare-unmatched-note = Nic se nepáruje odhadem. Nespárovaný dluh může být týž jako některý z dluhů, které se tu počítají jako nové nebo zmizelé.
compare-how = Stejná spisová značka nebo stejná jistina platí jen spolu se stejnou osobou, druhem a rokem nebo dnem, a jen není-li takový dluh v seznamu dvakrát.
compare-total = celkem
compare-list-old = starší
compare-list-new = novější
compare-age-before = dítě
compare-age-now = od 18 let dospělý
compare-change-new = nový
compare-change-gone = zmizel
compare-change-stopped = vymáhání skončilo
compare-change-worsened = zhoršil se
compare-change-eased = zmírnil se
compare-change-came_of_age = dlužník dospěl
compare-change-decided = nově rozhodnuto
compare-change-undecided = nově nerozhodnuto
compare-change-paid = zaplaceno
compare-change-verdict_changed = jiný závěr
compare-status-matched = spárované
compare-status-new = nové
compare-status-gone = zmizelé
compare-status-unmatched_new = nespárované
compare-status-unmatched_old = nespárované
compare-reason-keyed_differently = seznamy označují osoby různě
compare-reason-no_person = řádek neříká, čí dluh je (chybí kód, rodné číslo, nebo jméno s přesným datem narození)
compare-reason-no_debt = chybí spisová značka i druh s rokem nebo dnem
compare-reason-ambiguous = mohl by to být více než jeden dluh
compare-reason-principal_differs = jediný dluh, který připadá v úvahu, má jinou jistinu
compare-by-file_mark = spisová značka, osoba, druh a rok nebo den
compare-by-debt = osoba, druh, rok nebo den a jistina
compare-by-only_candidate = jediný možný dluh téže osoby, nic známého tomu neodporuje
compare-way-file_mark = značka
compare-way-debt = shodné údaje dluhu
compare-way-only_candidate = jediný možný dluh
compare-col-change = Změna
compare-col-list = Seznam
compare-col-reason = Proč
compare-col-person = Osoba
compare-col-name = Jméno
compare-col-kind = Druh dluhu
compare-col-when = Rok nebo den
compare-col-row = Řádek
compare-col-old_row = Řádek dříve
compare-col-new_row = Řádek nyní
compare-col-enforcement = Spisová značka
compare-col-before = Dříve
compare-col-now = Nyní
compare-col-old_balance = Zůstatek dříve (Kč)
compare-col-new_balance = Zůstatek nyní (Kč)
compare-col-old_costs = Náklady dříve (Kč)
compare-col-new_costs = Náklady nyní (Kč)
compare-col-principal = Jistina (Kč)
compare-col-balance = Zůstatek (Kč)
compare-col-matched_by = Jak spárováno
compare-col-debts = Dluhů
compare-col-people = Osob
compare-col-sum = Součet (Kč)
compare-col-status = Dluhy

## The case document
case-written = Prázdný dokument případu je v souboru { $path }. Vyplňte ref a as_of, smažte „# “ před údaji, které znáte, a zkontrolujte jej: dluhy case check { $path }
case-errors = { $count ->
    [one] V dokumentu případu je { $count } chyba
    [few] V dokumentu případu jsou { $count } chyby
   *[other] V dokumentu případu je { $count } chyb
}:
case-ok = Případ { $ref } ke dni { $day } je bez chyb; k posouzení { $debts ->
    [0] v něm není žádný dluh
    [one] je v něm { $debts } dluh
    [few] jsou v něm { $debts } dluhy
   *[other] je v něm { $debts } dluhů
}.
case-warning = Pozor, { $place }: { $text }.
case-no-gaps = K posouzení dluhů nechybí nic, co by na závěru něco změnilo. Co chybí ke srážkám z příjmů, řekne dluhy screen.
case-gaps-limits = Chybí, a proto nelze určit, do kdy je třeba jednat (lhůta může běžet už teď):
case-gaps-missing = Chybí, a proto nelze určit, kdo dluží:
case-gaps-asked_for_steps = Chybí, a proto nelze určit, který krok platí:
case-gaps-worth_asking = Chybí, a mohl by tím přibýt další důvod:
case-gap-partly = uvedeno jen zčásti; zjistěte přesný den
case-unstated = Vůbec není uvedeno; zůstane proto neznámé:
case-gap-about = { $count ->
    [one] dluh
   *[other] dluhy
}: { $debts }
case-gap-balance = ; zůstatek { $sum }

## Meetings with creditors
meeting-title = Podklady k jednání s věřiteli
meeting-sheet-index = Přehled
meeting-unnamed = věřitel neuveden
meeting-of = Podklad k jednání: { $creditor }
meeting-ico = IČO { $ico }
meeting-no-people = Podklad neobsahuje jména dlužníků, jejich kódy, data narození ani spisové značky; jméno věřitele je takové, jaké uvádí seznam.
meeting-small = Některé počty jsou menší než { $least }. Takové počty nezveřejňujte: dal by se podle nich poznat člověk.
meeting-proposal = Program navrhuje a uvádí důvody, rozhoduje člověk. Podklad není právní rada.
meeting-count = { $count ->
    [one] { $count } věřitel
    [few] { $count } věřitelé
   *[other] { $count } věřitelů
} s dluhy, které jsou nebo mohou být z dětství.
meeting-none = V seznamu není žádný dluh, který je nebo může být z dětství.
meeting-rejected = { $count ->
    [one] { $count } řádek seznamu nelze použít
    [few] { $count } řádky seznamu nelze použít
   *[other] { $count } řádků seznamu nelze použít
}; v podkladech není.
meeting-index-note = Nejdřív stojí věřitelé s největší částkou, kterou dítě nedluží. Kliknutím na jméno přejdete na podklad.
meeting-page = Bez jmen. Počty menší než { $least } nezveřejňujte.
meeting-heading-numbers = Oč jde
meeting-heading-not-owed = Co dítě nedluží
meeting-heading-tones = Co s tím
meeting-heading-regimes = Podle jakého práva
meeting-heading-stop = Co stojí zastavit a kdo to platí
meeting-heading-go-on = Co stojí pokračovat
meeting-heading-steps-children = Kroky: nejdřív děti do 18 let
meeting-heading-steps-others = Kroky: dospělí a lidé neznámého věku
meeting-heading-debtors = Co mohou udělat jiní
meeting-heading-decides = Kdo rozhoduje
meeting-heading-steward = Námitka péče řádného hospodáře
meeting-heading-ospod = Co má úřad sdělit OSPOD
meeting-heading-questions = Co nevíme
meeting-debts = Dluhy, které jsou nebo mohou být z dětství
meeting-people = Osob
meeting-children = z toho dnes do 18 let
meeting-adults = z toho dnes dospělých
meeting-unknown-age = z toho neznámého věku
meeting-nearest = nejbližší 18. narozeniny
meeting-within = do { $days } dnů
meeting-enforcements = Vymáhaných řízení (běžících nebo odložených)
meeting-by-executor = z toho u soudního exekutora
meeting-by-office = z toho daňových exekucí úřadu
meeting-by-unknown = z toho není uvedeno, kdo vymáhá
meeting-balance = Zůstatek
meeting-principal = z toho jistina, je-li uvedena
meeting-costs = z toho náklady, jsou-li uvedeny
meeting-finished = Z dluhů je zaplaceno nebo ukončeno
meeting-others = Další dluhy, které z dětství nejsou (dále se nepočítají)
meeting-not-owed = { $count ->
    [one] { $count } dluh
    [few] { $count } dluhy
   *[other] { $count } dluhů
} z { $all } dítě nedluží ({ $share } % dluhů), zůstatek { $sum }.
meeting-not-owed-share = To je { $share } % známého zůstatku.
meeting-not-owed-none = Podle údajů v seznamu nelze o žádném dluhu říci, že jej dítě nedluží.
meeting-not-owed-law = Co dítě nedluží, se po něm vymáhat nemá; důvod u každého režimu je níže.
meeting-tone-stop = zastavit: dítě nedluží
meeting-tone-weigh = zvážit: záleží na okolnostech, nebo dluží i zástupce
meeting-tone-ask = doplnit údaje nebo předat dluhové poradně
meeting-by-law = Podle: { $provisions }
meeting-evidence = Doloženo: { $evidence }
meeting-verify = K ověření: { $what }
meeting-undecided = Chybějí údaje, které rozhodnou; jsou pod nadpisem Co nevíme.
meeting-stop-none = Soudní exekutor žádný z těchto dluhů podle seznamu nevymáhá.
meeting-stop-executors = { $count ->
    [one] Soudní exekutor vede { $count } řízení
   *[other] Soudní exekutor vede { $count } řízení
}, z toho { $stop } pro dluhy, které dítě nedluží.
meeting-stop-most = { $least ->
    [0] Zastavit je všechny stojí podle zvolené cesty od nuly do nejvýše { $most }
   *[other] Zastavit je všechny stojí nejvýše { $most }
} ({ $each } za řízení, bude-li věřiteli přičteno); nejdřív požádejte exekutora, aby od nákladů upustil.
meeting-stop-office = Vlastní daňovou exekuci zastaví úřad bez nákladů ({ $count }).
meeting-route-bears = Platí: { $who }
meeting-cost = Náklady: { $cost }
meeting-route-most = nejvýše (Kč)
meeting-go-on-costs = Náklady dluhů, které vymáhá soudní exekutor, jsou podle seznamu už { $sum }; o tolik jsou dluhy vyšší než to, co se původně nezaplatilo.
meeting-go-on-advance = Nevymůže-li exekutor { $years } let nic, zeptá se věřitele. Kdo chce pokračovat, složí zálohu { $each } za každé řízení; u všech { $count } to je { $sum }. Souhlasí-li se zastavením, neodpoví-li nebo zálohu nesloží, exekuce skončí.
meeting-go-on-adult = Po 18. narozeninách se vymáhání zpravidla obrátí na mzdu a účet; dluh, který dítě nedluží, tím právem nezíská.
meeting-go-on-none = Náklady řízení v seznamu nejsou.
meeting-steps-nearest = Nejbližší 18. narozeniny: { $within }. Co lze, stihněte do nich.
meeting-steps-later = Nejbližší 18. narozeniny jsou za více než { $days } dnů.
meeting-steps-none = V seznamu k tomu není žádný krok.
meeting-step-who = { $actor } → { $addressee }
meeting-step-limit = Lhůta: { $limit }
meeting-conditional = u některých jen za podmínky, o které seznam nic neříká
meeting-step-above = Jak a podle čeho: viz výše.
meeting-ospod-count = { $children ->
    [0] Podle seznamu se to zatím netýká žádného dítěte
    [one] Týká se to { $children } dítěte
   *[other] Týká se to { $children } dětí
}{ $undecided ->
    [0] .
    [one] ; u { $undecided } osoby to pro chybějící údaje nelze rozhodnout.
   *[other] ; u { $undecided } osob to pro chybějící údaje nelze rozhodnout.
}
meeting-ospod-none = Podle seznamu se oznamovací povinnost netýká žádného dítěte.
meeting-question-limits = rozhodne, do kdy jednat
meeting-question-missing = rozhodne, kdo dluží
meeting-question-asked_for_steps = určí, který krok platí
meeting-questions-none = Ke všem dluhům jsou potřebné údaje v seznamu.
meeting-col-what = Položka
meeting-col-number = Kolik
meeting-col-tone = Co má následovat
meeting-col-regime = Režim
meeting-col-route = Cesta
meeting-col-step = Krok
meeting-col-question = Otázka
meeting-col-creditor = Věřitel
meeting-col-people = Osob
meeting-col-children = Dětí
meeting-col-debts = Dluhů
meeting-col-balance = Zůstatek (Kč)
meeting-col-principal = Jistina (Kč)
meeting-col-costs = Náklady (Kč)
meeting-col-not-owed = Dítě nedluží (Kč)
meeting-col-not-owed-debts = Dítě nedluží

## Deductions
deduct-title = Srážky z příjmu za { $month }, výplata { $day }
deduct-title-ref = Srážky z příjmu za { $month }, výplata { $day } ({ $ref })
deduct-short = Krátce: { $told }
deduct-short-some = Z čistého příjmu { $net } se srazí { $deducted }. K výplatě zůstane { $left }.
deduct-short-none = Z čistého příjmu { $net } se nesráží nic, k výplatě zůstane celý.
deduct-short-some-joint = Z příjmů dohromady { $net } by se srazilo nejspíš { $deducted } a zůstalo { $left }, ale jen společně: není známo, jakou část nezabavitelné částky má který plátce nechat, a bez toho přesnou srážku žádného plátce nejde určit.
deduct-short-elsewhere = Z čistého příjmu { $net } se nesráží nic, jen pokud příkazy exekuce opravdu má někdo jiný než tento plátce; jeho jméno se s nimi neshoduje.
deduct-short-joint = Je to jen odhad, o rozdělení rozhodne exekutor nebo soud.
deduct-short-trustee = Srážka jde insolvenčnímu správci.
deduct-short-if = Něco zatím nevíme: { $supposed }, zůstalo by { $left }.
deduct-short-open = Něco zatím nevíme a výsledek to může změnit, viz níže.
deduct-short-verify = Něco je třeba ověřit, viz níže.
deduct-part-payer = Plátce { $payer }
deduct-part-main = Příjem za { $month }
deduct-part-back_pay = Doplatek za { $month }
deduct-part-severance = Odstupné, { $number }. násobek výdělku ze { $count }
deduct-part-of-payer = { $payer }: { $part }
deduct-part-income = Příjem: { $income }
deduct-part-net = Čistý příjem: { $net }.
deduct-part-same = Počítá se stejně jako předchozí část ({ $before }).
deduct-heading-how = Jak se to spočítá
deduct-heading-total = Dohromady
deduct-heading-who = Komu srážka připadne
deduct-heading-unknown = Co nevíme a co by to změnilo
deduct-heading-verify = K ověření
deduct-heading-notes = Na co si dát pozor
deduct-heading-cites = Podle čeho
deduct-total-net = Čistý příjem: { $sum }.
deduct-total-deducted = Sráží se celkem: { $sum }.
deduct-total-left = Zůstane k výplatě: { $sum }.
deduct-step = { $label }: { $how }.
deduct-step-inputs = Vstupy: { $inputs }.
deduct-step-cites = Podle: { $cites }
deduct-step-cites-verify = K ověření, podle: { $cites }
deduct-sum = { $parts } = { $total }
deduct-amounts-living_minimum = životní minimum { $sum }
deduct-amounts-housing = bydlení { $sum }
deduct-amounts-energy = energie { $sum }
deduct-counted = { $count ->
    [0] nikdo
   *[other] { $count }
}
deduct-counted-spouse = { $told }, z toho 1 manžel nebo partner
deduct-counted-unknown = { $told }; kolik osob dlužník vyživuje, nevíme
deduct-amounts-shared = { $sum }. { $shares }
deduct-amounts-shares = Na dlužníka z toho připadá { $share }, tedy { $debtor }, na každou započtenou osobu { $part } této částky, tedy { $person }
deduct-percent = { $number } %
deduct-base-2dp = plátce zaokrouhluje každou částku na haléře: { $debtor } a { $person }
deduct-base-up = { $sum }, zaokrouhleno nahoru { $base }
deduct-remainder-none = { $net } nepřesahuje { $base }, není z čeho srážet
deduct-grown = { $sum }, bez této platby { $before }; přibylo { $more }
deduct-third = { $rest } : 3 = { $third }
deduct-third-most = dělí se nejvýš { $threshold }{ $multiple }; { $division }
deduct-third-multiple = , { $multiple }násobek součtu { $total }
deduct-third-odd = { $division } (zbude { $odd } dlužníkovi)
deduct-unlimited-none = žádná, zbytek nepřesahuje { $threshold }
deduct-extent = { $label }.
deduct-extent-assumed = Počítá se, že se sráží jedna třetina; pro které pohledávky se sráží, totiž nevíme.
deduct-extent-no-claims = Není pohledávka, pro kterou by se sráželo.
deduct-capacity = { $thirds } × { $third } = { $capacity }
deduct-capacity-over = { $thirds } × { $third } + { $unlimited } = { $capacity }
deduct-less = { $sum }; je to méně, než se smí, víc pohledávky vzít nemohou
deduct-treated = { $label }: { $sum }.
deduct-treated-part = { $label }: z částky { $sum } nejvýš { $capacity }.
deduct-who-fee = Z toho si plátce na své náklady nechá { $sum } (paušální náhrada).
deduct-who-trustee = Insolvenční správce: { $sum }.
deduct-who-nobody = Nesráží se nic.
deduct-who-unknown = Pohledávky neznáme; kdo srážku dostane, nelze říci.
deduct-who = [{ $claim }] { $kind }: { $told }.
deduct-who-order = [{ $claim }, příkaz { $order }] { $kind }: { $told }.
deduct-who-unclear = podíl nelze určit
deduct-who-nothing = nedostane nic
deduct-who-amount = { $sum } ({ $pools })
deduct-who-rest = { $told }; zbývá dluh { $rest }
deduct-who-paid = { $told }; tím je dluh splacen
deduct-who-month-rest = { $told }; do výživného za tento měsíc chybí { $rest }
deduct-who-month-paid = { $told }; výživné za tento měsíc je tím zaplaceno
deduct-pool-second_third = z druhé třetiny
deduct-pool-unlimited = z plně zabavitelné části
deduct-pool-first_third = z první třetiny
deduct-pool-in-part-second_third = z části jen pro přednostní pohledávky
deduct-pool-in-part-first_third = z části pro všechny pohledávky
deduct-pool-with-sum = { $pool } { $sum }
deduct-possibility = { $supposed }: srazilo by se { $deducted }, zůstalo by { $left } ({ $difference }).
deduct-possibility-part = { $part }: { $supposed }: srazilo by se { $deducted }, zůstalo by { $left } ({ $difference }).
deduct-possibility-same = { $supposed }: nezměnilo by se nic.
deduct-difference-more = o { $sum } víc
deduct-difference-less = o { $sum } méně
deduct-if-spouse = kdyby se započítal manžel nebo partner
deduct-if-dependants = { $count ->
    [one] kdyby byla započtena { $count } vyživovaná osoba
    [few] kdyby byly započteny { $count } vyživované osoby
   *[other] kdyby bylo započteno { $count } vyživovaných osob
}
deduct-if-own_pension = kdyby byl plátci doložen důchod dlužníka ({ $pension })
deduct-if-claims = kdyby mezi pohledávkami byla přednostní
deduct-if-priority = kdyby byla pohledávka { $answer } přednostní
deduct-result-verify = Výsledek stojí na údaji, který není potvrzen.
deduct-evidence = Doloženo: { $evidence }.
deduct-receipt = Sada pravidel { $pack }, otisk { $hash }. Program počítá a uvádí důvody, rozhoduje člověk.
deduct-flag-amounts_note = { $set }
deduct-flag-pay_year_decides = Mzda je za dřívější rok, ale vyplacena v roce { $year }: rozhoduje rok výplaty, počítá se podle jeho částek.
deduct-flag-dependants_unknown = Nevíme, kolik osob dlužník vyživuje; nezapočítává se proto nikdo. Plátce započte jen toho, koho mu dlužník doloží.
deduct-flag-spouse_unknown = Nevíme, zda se má započítat manžel nebo partner; nezapočítává se. Rozhoduje, co dlužník plátci doloží.
deduct-flag-early_pension = Předčasný starobní důchod se tu bere jako starobní. Zákon to výslovně neříká.
deduct-flag-to_trustee = V oddlužení pošle plátce celou srážku insolvenčnímu správci, ten ji rozdělí mezi věřitele.
deduct-flag-fee_in_relief = Zda plátci i v oddlužení náleží paušální náhrada, zákon výslovně neříká; tady se s ní nepočítá.
deduct-flag-pension_unknown = Nevíme, zda má dlužník důchod. Byl-li přiznán a plátci je doložen, druhá třetina se na nepřednostní pohledávky nemusí použít.
deduct-flag-claims_unknown = Nevíme, pro které pohledávky se sráží. Počítá se, jako by žádná nebyla přednostní a všechny srážku pojaly; je-li některá přednostní, sráží se víc.
deduct-flag-no_claims = Podle zadání není pohledávka, pro kterou by se sráželo. Proto se nesráží nic.
deduct-flag-many_orders = Plátci { $orders ->
    [one] byl doručen { $orders } exekuční příkaz
    [few] byly doručeny { $orders } exekuční příkazy
   *[other] bylo doručeno { $orders } exekučních příkazů
}; druhá třetina se proto použije i na nepřednostní pohledávky.
deduct-flag-many_orders_pension = Plátci { $orders ->
    [one] byl doručen { $orders } exekuční příkaz
    [few] byly doručeny { $orders } exekuční příkazy
   *[other] bylo doručeno { $orders } exekučních příkazů
}, ale plátci je doložen důchod a třetina je nízká; druhá třetina se proto na nepřednostní pohledávky nepoužije.
deduct-flag-binds_later = Příkaz pro pohledávku { $claim } platí pro plátce až od { $day }; z této výplaty se pro ni nesráží.
deduct-flag-many_orders_practice = { $orders ->
    [one] Plátci byl doručen { $orders } exekuční příkaz
    [few] Plátci byly doručeny { $orders } exekuční příkazy
   *[other] Plátci bylo doručeno { $orders } exekučních příkazů
}. Pravidlo, že se pak druhá třetina použije i na nepřednostní pohledávky, začalo platit až po měsíci, za který mzda je, ale před výplatou. Podle praxe se na takovou mzdu ještě nepoužije; text zákona to výslovně neříká.
deduct-flag-binds_if_tax = { $count ->
    [one] Příkaz pro pohledávku { $claim } se bere jako příkaz soudu nebo exekutora
   *[other] Příkazy pro pohledávky { $claim } se berou jako příkazy soudu nebo exekutora
}. V daňové exekuci zavazuje příkaz plátce hned od doručení a sráželo by se už z této výplaty.
deduct-flag-priority_unknown = Nevíme, zda { $count ->
    [one] je pohledávka { $claim } přednostní; počítá se jako nepřednostní
   *[other] jsou pohledávky { $claim } přednostní; počítají se jako nepřednostní
}. Rozhoduje, co uvádí příkaz.
deduct-flag-balance_unknown = Nevíme, kolik zbývá zaplatit u { $count ->
    [one] pohledávky { $claim }; počítá se, že pojme vše, co se na ni dostane
   *[other] pohledávek { $claim }; počítá se, že pojmou vše, co se na ně dostane
}.
deduct-flag-share_unknown = Kolik { $count ->
    [one] dostane pohledávka { $claim }
   *[other] dostanou pohledávky { $claim }
}, nelze určit: chybí den doručení příkazu plátci, výše dluhu, nebo běžné výživné.
deduct-flag-class_to_verify = Zda a v jakém pořadí { $count ->
    [one] je pohledávka { $claim } přednostní
   *[other] jsou pohledávky { $claim } přednostní
}, není potvrzeno. Rozhoduje, co uvádí příkaz.
deduct-flag-binds_by_reading = { $count ->
    [one] Příkaz pro pohledávku { $claim } začal
   *[other] Příkazy pro pohledávky { $claim } začaly
} plátce zavazovat až po měsíci, za který mzda je, ale před výplatou. Zda se z takové mzdy už sráží, zákon výslovně neříká; tady se sráží.
deduct-flag-maintained_not_counted = { $count ->
    [one] Pohledávka { $claim } je výživné
   *[other] Pohledávky { $claim } jsou výživné
}: kdo je má dostat, mezi vyživované osoby se po dobu vymáhání nepočítá. Ověřte, že v uvedeném počtu není.
deduct-flag-split_unknown = { $payers ->
    [few] Příjem vyplácejí { $payers } plátci
   *[other] Příjem vyplácí { $payers } plátců
} a není známo, jakou část nezabavitelné částky má který z nich nechat. Výpočet je společný a jen orientační; o rozdělení požádejte exekutora nebo soud.
deduct-flag-split_differs = Části nezabavitelné částky uložené plátcům dávají dohromady { $shares }, celá částka je ale { $base }. Upozorněte exekutora nebo soud.
deduct-flag-income_to_find_out = Jak se zachází s příjmem „{ $income }“ ({ $amount }), nelze bez dalšího zjištění říci. Tady se z něj nesráží nic; zjistěte, co přesně to je.
deduct-flag-not_attachable = Příjem „{ $income }“ ({ $amount }): { $treatment }. Ze srážek je proto vynechán.
deduct-input-set = sada částek
deduct-input-living_minimum = životní minimum
deduct-input-housing = bydlení
deduct-input-energy = energie
deduct-input-persons = započtených osob
deduct-input-dependants = vyživovaných osob bez manžela
deduct-input-debtor = na dlužníka
deduct-input-person = na osobu
deduct-input-rounding = zaokrouhluje se
deduct-input-net = čistý příjem
deduct-input-earlier_net = za týž měsíc vyplaceno dřív
deduct-input-before = bez této platby
deduct-input-base = nezabavitelná částka
deduct-input-remainder = zbytek
deduct-input-threshold = hranice plně zabavitelné části
deduct-input-orders = exekučních příkazů
deduct-input-thirds = třetin
deduct-input-third = třetina
deduct-input-unlimited = plně zabavitelná část
deduct-input-claim = pohledávka
deduct-input-deducted = sráží se
deduct-input-capacity = nejvíc, co se smí srazit
deduct-input-value = { $label } { $value }
deduct-input-unknown = neznámo
deduct-rounding-exact = jen výsledek
deduct-rounding-2dp = každá částka na haléře
deduct-errors = Srážky nelze spočítat:
deduct-written = Srážky zapsány: { $path }
deduct-list-rows = { $count ->
    [one] V seznamu je { $count } řádek
    [few] V seznamu jsou { $count } řádky
   *[other] V seznamu je { $count } řádků
}: spočteno { $judged }, odmítnuto { $rejected }.
deduct-amounts-title = Částky pro srážky ze mzdy (Kč)
deduct-amounts-months = mzdy za { $first } až { $last }
deduct-amounts-month = mzdy za { $first }
deduct-amounts-paid = výplaty od { $first } do { $last }
deduct-amounts-set = { $set }: { $when }
deduct-amounts-whole = Součet: { $sum }.
deduct-amounts-debtor = Na dlužníka: { $share } ze součtu, { $sum }.
deduct-amounts-person = Na každou započtenou osobu: { $share } z toho, { $sum }.
deduct-amounts-threshold = Bez omezení se sráží zbytek nad { $sum } ({ $multiple }násobek součtu); třetina je nejvýš { $third }.
deduct-amounts-threshold-once = Bez omezení se sráží zbytek nad { $sum } (součet); třetina je nejvýš { $third }.
deduct-amounts-col-set = Sada
deduct-amounts-col-when = Pro
deduct-amounts-col-sum = Součet
deduct-amounts-col-debtor = Na dlužníka
deduct-amounts-col-person = Na osobu
deduct-amounts-col-threshold = Vše nad
deduct-amounts-col-third = Třetina do
deduct-amounts-col-evidence = Doloženo
deduct-amounts-year-paid = výplaty { $year }
deduct-amounts-year-months = mzdy { $months }/{ $year }
deduct-amounts-spouse = Manžel nebo partner se počítá: { $rule }.
deduct-amounts-evidence = Doloženo: { $evidence }.
deduct-amounts-cites = Podle: { $cites }
deduct-amounts-note = Pozor: { $note }
deduct-flag-many_orders_maintenance = Bez exekuce pro samotné běžné výživné by příkazů nebylo dost na to, aby druhá třetina sloužila i nepřednostním pohledávkám. Zákon počítá exekuce pro splatné pohledávky; zda je jí i exekuce jen pro běžné výživné, neříká.
deduct-flag-maintenance_without_weight = { $count ->
    [one] U pohledávky { $claim } je běžné výživné nula
   *[other] U pohledávek { $claim } je běžné výživné nula
}: při nedostatku peněz dostane něco, až když jsou ostatní uspokojeny. Jak se dělí dluh na výživném, které už neběží, zákon neříká.
deduct-flag-earlier_payment = Za tento měsíc už bylo vyplaceno dřív; počítá se, o kolik srážka celého měsíce vzroste. Byl-li příkaz plátci doručen až po dřívější výplatě, k té se nepřihlíží a počítá se z této platby samostatně (§ 285 odst. 2 zákona č. 99/1963 Sb.). Že se tak počítá i doplatek za dřívější měsíc, je výklad.
deduct-flag-fee_first_order = Exekuce začala, když plátci žádná náhrada nenáležela. Paušální náhrada náleží, jen nebyl-li v ní před { $day } vydán žádný příkaz ke srážkám; uveďte den vydání prvního příkazu.
deduct-flag-fee_assumed = Počítá se, že příkaz byl vydán { $day } nebo později; je-li starší, paušální náhrada plátci nenáleží.
deduct-flag-living_minimum_frozen = Počítá se se životním minimem { $used }, i když v den výplaty platí { $now }: pro celý rok { $year } rozhoduje jeho výše k 1. lednu.
deduct-flag-spouse_pension_unknown = Nevíme, zda se má započítat manžel nebo partner; nezapočítává se. Od { $day } se započte, jen je-li plátci doloženo, že dlužníkovi nebo manželovi či partnerovi byl přiznán některý z těchto důchodů: { $pensions }.
deduct-flag-spouse_own_pension_unknown = Manžel nebo partner sám důchod, který by stačil, nemá. Započte se, jen byl-li takový důchod přiznán dlužníkovi, a to nevíme; nezapočítává se.
deduct-flag-severance_one_month = Odstupné vyplacené před { $day } se počítá jako příjem jednoho měsíce; výslovné pravidlo tehdy nebylo.
deduct-flag-severance_statutory = Násobky jsou ty, ze kterých se počítá odstupné podle zákona. Jak se sráží z odstupného nad ně a jak se na násobky rozdělí daň, zákon neříká.
deduct-flag-severance_new_income = Začne-li mít dlužník v následujících měsících jinou mzdu nebo podobný příjem, je každý násobek příjmem jednoho z těch měsíců vedle něj.
deduct-flag-orders_assumed = Předpoklad: není uvedeno, komu a kdy byl doručen příkaz ke srážkám ({ $enforcements }). Počítá se, že jedinému plátci příjmu, s pořadím podle začátku exekuce a s předností podle druhu dluhu. Zeptejte se plátce nebo exekutora.
deduct-flag-orders_elsewhere = Příkazy exekuce jsou i u: { $payers }. Je-li to týž plátce jako u příjmu, napište jej na obou místech stejně; jinak se pro ně z tohoto příjmu nesráží.
deduct-if-earlier_payment = kdyby byl příkaz doručen až po dřívější výplatě
deduct-if-binding = kdyby se pro pohledávky { $answer } sráželo až ze mzdy za další měsíc
