# The exchange file and the overview of a region.

aggregate-written = { $count ->
    [one] Souhrn pro kraj ({ $count } obec): { $path }
    [few] Souhrn pro kraj ({ $count } obce): { $path }
   *[other] Souhrn pro kraj ({ $count } obcí): { $path }
}
aggregate-no-older = Starší seznam stejného jména ve složce není; souhrn proto neříká, co se změnilo.
aggregate-not-public = Souhrn je neveřejný: nejsou v něm lidé, ale malé počty na ně mohou ukázat. Předejte jej jen kraji.
aggregate-not-public-rename = Souhrn je neveřejný: nejsou v něm lidé, ale malé počty na ně mohou ukázat. Předejte jej jen kraji; do jména souboru patří slovo NEVEREJNE.

overview-title = Dluhy z dětství: přehled kraje
overview-whole = nahlášené obce
overview-about = { $place }, stav ke dni { $day }. Počítají se dluhy, které z dětství jsou nebo mohou být.
overview-reported = Souhrn je od { $reported } z { $all } obcí. Obec bez souhrnu tu není jako nula: je na listu Nenahlášeno.
overview-release-own = NEVEŘEJNÉ. Malé počty mohou ukázat na konkrétní lidi. Přehled je pro práci kraje a obcí, ne ke zveřejnění.
overview-release-public = Veřejná verze. Počty lidí pod pět jsou skryté a součty sčítají jen to, co je zveřejněno. Čísla v tabulkách kraje jsou dolní meze.
overview-hidden-count = { $count ->
    [one] Skrytý je { $count } počet.
    [few] Skryté jsou { $count } počty.
   *[other] Skryto je { $count } počtů.
}
overview-mark-own = NEVEŘEJNÉ
overview-mark-public = veřejná verze
overview-hidden = méně než 5
overview-not-reported = nenahlášeno
overview-not-known = není známo
overview-not-told = neuvádí se
overview-compared = { $count ->
    [one] Se starším seznamem porovnala { $count } obec; jen od ní se ví, co skončilo.
    [few] Se starším seznamem porovnaly { $count } obce; jen od nich se ví, co skončilo.
   *[other] Se starším seznamem porovnalo { $count } obcí; jen od nich se ví, co skončilo.
}

overview-heading-groups = Kdo dluží
overview-heading-beside = Co s tím
overview-heading-by-count = Kde je dětí s dluhem nejvíc
overview-heading-by-rank = Kde je lidí s dluhem z dětství nejvíc na počet obyvatel
overview-heading-findings = Co vědět, než se čísla použijí
overview-heading-origin = Z čeho přehled je
overview-note-by-rank = Malá obec se sem nedostane kvůli jednomu člověku; „pořadí od–do“ říká, která místa nelze odlišit.

overview-sheet-summary = Přehled
overview-sheet-municipalities = Obce
overview-sheet-authorities = ORP
overview-sheet-districts = Okresy
overview-sheet-regimes = Režimy
overview-sheet-kinds = Druhy a vymáhání
overview-sheet-creditors = Věřitelé
overview-sheet-measures = Opatření
overview-sheet-trend = Vývoj
overview-sheet-ranking = Pořadí
overview-sheet-missing = Nenahlášeno
overview-sheet-notes = Poznámky

overview-empty-municipalities = Žádné obce.
overview-empty-authorities = Žádné obce.
overview-empty-districts = Žádné obce.
overview-empty-regimes = Nic k uvedení.
overview-empty-kinds = Nic k uvedení.
overview-empty-creditors = Věřitelé se ve veřejné verzi neuvádějí, nebo je souhrny nejmenují.
overview-empty-measures = Opatření se ve veřejné verzi neuvádějí, nebo je souhrny nepočítaly.
overview-empty-trend = Vývoj ukáže až druhé období: žádná obec zatím nenahlásila dvakrát.
overview-empty-ranking = Nic k uvedení.
overview-empty-missing = Souhrn poslaly všechny obce.
overview-also-trend = Od období k období, jen obce, které jsou v obou

overview-col-name = Obec, území
overview-col-code = Kód
overview-col-authority_name = ORP
overview-col-district_name = Okres
overview-col-inhabitants_15plus = Obyvatel od 15 let
overview-col-municipalities = Obcí
overview-col-reported = Nahlásilo
overview-col-as_of = Stav ke dni
overview-col-as_of_first = Nejstarší stav
overview-col-children = Děti
overview-col-children_debts = Dluhy dětí
overview-col-children_halere = Zůstatky dětí (Kč)
overview-col-children_amounts_unknown = Dluhy dětí bez částky
overview-col-children_before = Děti dříve
overview-col-children_after = Děti potom
overview-col-children_municipalities = Děti: z kolika obcí
overview-col-adults = Dospělí s dluhem z dětství
overview-col-adults_debts = Dluhy dospělých
overview-col-adults_halere = Zůstatky dospělých (Kč)
overview-col-adults_amounts_unknown = Dluhy dospělých bez částky
overview-col-adults_before = Dospělí dříve
overview-col-adults_after = Dospělí potom
overview-col-adults_municipalities = Dospělí: z kolika obcí
overview-col-undecided = Nerozhodnutí
overview-col-undecided_debts = Dluhy nerozhodnutých
overview-col-undecided_halere = Zůstatky nerozhodnutých (Kč)
overview-col-undecided_amounts_unknown = Dluhy nerozhodnutých bez částky
overview-col-undecided_before = Nerozhodnutí dříve
overview-col-undecided_after = Nerozhodnutí potom
overview-col-undecided_municipalities = Nerozhodnutí: z kolika obcí
overview-col-people = Lidé
overview-col-debts = Dluhy
overview-col-halere = Zůstatky (Kč)
overview-col-amounts_unknown = Dluhy bez částky
overview-col-to_stop_people = Lidé s dluhem k zastavení
overview-col-to_stop_debts = Dluhy k zastavení (dítě nedluží)
overview-col-to_stop_halere = Zůstatky k zastavení (Kč)
overview-col-by_executor_debts = Dluhy, které vymáhá soudní exekutor
overview-col-by_office_debts = Dluhy, které vymáhá úřad
overview-col-stopped_debts = Dluhy, jejichž vymáhání od minula skončilo
overview-col-stopped_people = Lidé, jejichž vymáhání od minula skončilo
overview-col-stopped_halere = Zůstatky, jejichž vymáhání skončilo (Kč)
overview-col-birthdays_90 = Děti, kterým do 90 dnů bude 18
overview-col-others_people = Lidé jen s jinými dluhy
overview-col-others_debts = Dluhy, které z dětství nejsou
overview-col-rows_judged = Posouzené řádky
overview-col-rows_rejected = Nepřečtené řádky
overview-col-level = Úroveň
overview-col-area = Území
overview-col-table = Podle čeho
overview-col-label = Co to je
overview-col-group = Skupina
overview-col-measure = Co se řadí
overview-col-rank = Pořadí
overview-col-ranks = Pořadí od–do
overview-col-rank_from = Pořadí od
overview-col-rank_to = Pořadí do
overview-col-standing = Proti kraji
overview-col-count = Počet
overview-col-rate = Na 1 000 obyvatel od 15 let
overview-col-rate_from = Meze míry: od
overview-col-rate_to = Meze míry: do
overview-col-smoothed = Vyhlazená míra
overview-col-smoothed_from = Vyhlazená míra: dolní mez
overview-col-rank_by_count = Pořadí podle počtu
overview-col-round = Období
overview-col-before = Období
overview-col-after = Další období
overview-col-joined = Přibyly obce
overview-col-left = Chybějí obce

overview-level-region = kraj
overview-level-district = okres
overview-level-authority = ORP
overview-level-municipality = obec

overview-group-children = děti (dnes mladší 18 let)
overview-group-adults = dospělí s dluhem z dětství
overview-group-undecided = nelze rozhodnout, chybějí údaje
overview-group-all = dohromady

overview-measure-people = lidé s dluhem z dětství
overview-measure-children = děti
overview-measure-adults = dospělí

overview-standing-above = nad krajem
overview-standing-same = nelze odlišit od kraje
overview-standing-below = pod krajem

overview-table-regimes = pravidlo, které rozhodlo
overview-table-verdicts = závěr
overview-table-tones = zastavit, zvážit, zjistit
overview-table-who_owes = kdo dluží
overview-table-debt_kinds = druh dluhu
overview-table-creditor_kinds = druh věřitele
overview-table-creditors = věřitel
overview-table-enforcement_kinds = kdo vymáhá
overview-table-enforcement_statuses = stav vymáhání
overview-table-steps = krok
overview-table-birthdays = dny do 18. narozenin
overview-table-changes = změna od minula
overview-table-measures = opatření strategie
overview-table-interventions = opatření obce

overview-note-what = Přehled spojuje souhrny obcí: počty a součty bez lidí. Počítají se dluhy, které z dětství jsou nebo mohou být; dluhy, které jistě nejsou, stojí zvlášť.
overview-note-groups = Děti jsou lidé, kterým dnes není 18 let; dospělí ti, kdo mají dluh z dětství; nerozhodnutí ti, u koho bez dalších údajů nelze říct, kam patří.
overview-note-sums = Součty sčítají známé zůstatky. Chybí-li v součtu neznámé částky, stojí u něj „nejméně“; není-li známa žádná, není znám ani součet. Neznámá částka není nula. Řádek rozdělený podle let se počítá jako více dluhů.
overview-note-tables = Každá tabulka dělí dluhy jen podle jedné věci. Kroky, změny a opatření mohou jeden dluh počítat vícekrát, proto se nesčítají.
overview-note-trend = Vývoj porovnává jen stejné obce: ty, které nahlásily ve všech obdobích. Které přibyly nebo chybějí, stojí pod ním.
overview-note-ranking = Pořadí se řídí dolní mezí vyhlazené míry: míra malé obce se přitáhne k průměru tím víc, čím méně má obyvatel (empirický Bayesův odhad, Clayton a Kaldor 1987, Marshall 1991). Meze míry jsou přesné 95% meze Poissonova rozdělení (Garwood 1936). „Pořadí od–do“ jsou místa, která nelze odlišit; ze sta obcí se asi pět ocitne mimo jen náhodou.
overview-note-base = Míra je na 1 000 obyvatel od 15 let ke dni { $day } (Český statistický úřad). Počet nezletilých v obcích program nezná, proto i u dětí.
overview-note-sources = Obce, ORP, okresy a obyvatelé: Český statistický úřad, CC BY 4.0.
overview-note-people-twice = Člověk, který je v seznamech více obcí, se v součtech počítá vícekrát: souhrny jsou bez lidí, a tak to nejde poznat.
overview-note-not-public = Tento sešit je neveřejný. Ke zveřejnění slouží volba --public, která malé počty skryje.
overview-note-public-hidden = „Méně než 5“ znamená jednoho až čtyři lidi. S počtem je „skryto“ vše, co o té skupině v obci souhrn říká: dluhy, částky i podíl v tabulkách kraje; a také počet všech lidí v obci, z něhož by se skrytý dopočítal.
overview-note-public-totals = Součty ORP, okresů a kraje sčítají jen zveřejněná čísla; skutečné součty jsou vyšší. Proto z nich skryté počty nejde dopočítat. Částky jsou zaokrouhlené dolů na tisíce korun.
overview-note-public-tables = Tabulky jsou jen za kraj a jen ty, které se navzájem neprozrazují. Z každé obce se v nich počítá jen to, co by mohla zveřejnit sama: kategorie s méně než pěti lidmi vůbec, ostatní zaokrouhlené dolů na násobek pěti, a skupina s méně než deseti lidmi nijak; ani tabulka, ze které by malý počet vyplynul. Čísla jsou proto dolní meze; co v nich není, je v řádku „nerozepsáno“.
overview-note-public-ranking = Pořadí je jen mezi obcemi, jejichž počet se zveřejňuje; míra kraje v něm je mírou těchto obcí.
overview-note-public-zero = Nula se zveřejňuje: neříká o nikom, že dluží. Skupina bez lidí se proto od skryté odlišuje.
overview-note-public-again = Ani rozdílem více vydání (opožděný souhrn, jiný výběr obcí) nevyjde počet jednoho až čtyř lidí: každé číslo je součtem toho, co lze o obci zveřejnit samostatně. Dva dny téže obce ale ukážou, o kolik se její zveřejněný počet změnil, a kdo o lidech ví něco odjinud, pozná víc než ostatní.
overview-note-reports = { $count ->
    [one] { $count } souhrn obce. Sada pravidel:
    [few] { $count } souhrny obcí. Sady pravidel:
   *[other] { $count } souhrnů obcí. Sady pravidel:
}
overview-written = Přehled: { $path }
overview-json-written = Data přehledu: { $path }
overview-html-written = Stránka: { $path }
overview-not-public-said = Přehled je neveřejný; ke zveřejnění jej vytvořte znovu s volbou --public.
overview-told-group = { $group }: { $told }
overview-told-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
   *[other] { $count } lidí
}
overview-told-debts = { $count ->
    [one] { $count } dluh
    [few] { $count } dluhy
   *[other] { $count } dluhů
}
overview-told-sum = zůstatky { $sum }
overview-told-sum-least = zůstatky nejméně { $sum }
overview-told-sum-unknown = zůstatky nejsou známy
overview-receipt-written = Doklad o výpočtu: { $path }
overview-heading-made = Doklad o výpočtu
overview-made-pack = Sada pravidel
overview-made-pack_hash = Otisk sady
overview-made-program = Program
overview-made-input = Otisk přečtených souhrnů (SHA-256)
overview-made-result = Otisk výsledku (SHA-256)
overview-withheld = skryto
overview-at-least = nejméně
overview-col-least-debts = Dluhů nejméně
overview-col-least-people = Lidí nejméně
