# Stránka přehledu kraje: mapa a grafy.

region-map-title-people = Kdo dluží z dětství, na 1 000 obyvatel od 15 let
region-map-title-children = Děti s dluhem, na 1 000 obyvatel od 15 let
region-map-title-adults = Dospělí s dluhem z dětství, na 1 000 obyvatel od 15 let
region-map-described = Mapa obcí kraje. S údajem: { $shown }, skryto pro malé počty: { $hidden }, bez souhrnu: { $missing }. Stejná čísla jsou v tabulce obcí.
region-map-place = { $name } ({ $authority })
region-map-count-people = { $count ->
    [one] { $count } člověk dluží nebo možná dluží z dětství
    [few] { $count } lidé dluží nebo možná dluží z dětství
   *[other] { $count } lidí dluží nebo možná dluží z dětství
}
region-map-count-children = { $count ->
    [one] { $count } dítě s dluhem
    [few] { $count } děti s dluhem
   *[other] { $count } dětí s dluhem
}
region-map-count-adults = { $count ->
    [one] { $count } dospělý s dluhem z dětství
    [few] { $count } dospělí s dluhem z dětství
   *[other] { $count } dospělých s dluhem z dětství
}
region-map-rate = { $rate } na 1 000
region-map-hidden = méně než 5, skryto
region-map-missing = souhrn neposlala
region-map-no_base = bez počtu obyvatel
region-map-unknown-rate = neznámo

region-legend-people = Lidé s dluhem z dětství na 1 000 obyvatel od 15 let; celý kraj { $rate }
region-legend-children = Děti s dluhem na 1 000 obyvatel od 15 let; celý kraj { $rate }
region-legend-adults = Dospělí s dluhem z dětství na 1 000 obyvatel od 15 let; celý kraj { $rate }
region-legend-band-0 = nikdo
region-legend-band-1 = do poloviny krajské hodnoty
region-legend-band-2 = od poloviny do krajské hodnoty
region-legend-band-3 = nad krajskou hodnotou, nejvýš 1,5násobek
region-legend-band-4 = nad 1,5násobek, nejvýš dvojnásobek
region-legend-band-5 = nad dvojnásobek
region-legend-hidden = méně než 5 (skryto), nebo bez počtu obyvatel
region-legend-missing = obec souhrn neposlala
region-legend-size-inhabitants = Plocha kruhu: obyvatelé od 15 let (nejmenší kruhy jsou zvětšené)
region-legend-size-count = Plocha kruhu: kolik jich je (nejmenší kruhy jsou zvětšené)

region-title = Dluhy z dětství: { $region }
region-whole = přehled obcí
region-skip = Přejít k obsahu
region-contents = Obsah stránky
region-mark = neveřejné
region-lead = Stav ke dni { $day }. Přečtené souhrny obcí: { $reports }.
region-release-own = Neveřejné.
region-release-own-means = Malé počty mohou ukázat na konkrétního člověka. Stránku nezveřejňujte a neposílejte dál; pro veřejnost vytvořte přehled s volbou --public.
region-release-public = Pro zveřejnění.
region-release-public-means = Malé počty jsou skryté, součty sčítají jen to, co je zveřejněno, a čísla v tabulkách pravidel, věřitelů, vymáhání a osmnáctin jsou dolní meze.
region-footer = Program navrhuje a uvádí důvody, rozhoduje člověk. O jednotlivých lidech tu není nic; údaje o nich zůstávají v obcích.

region-heading-figures = Hlavní čísla
region-heading-first = Co udělat nejdřív
region-heading-map = Mapa
region-heading-trend = Vývoj
region-heading-regimes = Podle kterých pravidel se dluhy posuzují
region-heading-authorities = Správní obvody (ORP) a okresy
region-heading-municipalities = Obce
region-heading-ranking = Pořadí obcí spravedlivé k velikosti
region-heading-measures = Kterým opatřením strategie to slouží
region-heading-creditors = Věřitelé
region-heading-missing = Kdo souhrn neposlal
region-heading-method = Jak čísla vznikla

region-figures-partly = * Součet zveřejněných údajů. Skryté malé počty v něm nejsou.
region-card-children = { $count ->
    [one] dítě s dluhem
    [few] děti s dluhem
   *[other] dětí s dluhem
}
region-card-adults = { $count ->
    [one] dospělý s dluhem z dětství
    [few] dospělí s dluhem z dětství
   *[other] dospělých s dluhem z dětství
}
region-card-undecided = { $count ->
    [one] člověk, u kterého chybějí údaje
    [few] lidé, u kterých chybějí údaje
   *[other] lidí, u kterých chybějí údaje
}
region-card-debts = { $debts ->
    [one] { $shown } dluh
    [few] { $shown } dluhy
   *[other] { $shown } dluhů
}
region-card-with-sum = { $debts }, zbývá { $sum }
region-card-sum-unknown = { $debts }, kolik zbývá, není známo
region-sum-unknown = částka není známa
region-at-least = nejméně { $sum }
region-card-amounts-unknown = (a { $count ->
    [one] { $count } dluh bez částky
    [few] { $count } dluhy bez částky
   *[other] { $count } dluhů bez částky
})
region-card-stop = { $count ->
    [one] dluh, který dítě nedluží
    [few] dluhy, které dítě nedluží
   *[other] dluhů, které dítě nedluží
}
region-card-stop-more = { $people ->
    [one] { $people } člověk
    [few] { $people } lidé
   *[other] { $people } lidí
}; { $sum }
region-card-birthdays = { $count ->
    [one] dítěti bude do 90 dnů 18 let
   *[other] dětem bude do 90 dnů 18 let
}
region-card-birthdays-more = potom se věc řeší hůř
region-card-stopped = { $count ->
    [one] vymáhání zastaveno
    [few] vymáhání zastavena
   *[other] vymáhání zastaveno
}
region-card-stopped-more = { $compared ->
    [one] od minula; seznamy porovnala { $compared } obec
    [few] od minula; seznamy porovnaly { $compared } obce
   *[other] od minula; seznamy porovnalo { $compared } obcí
}
region-card-of = { $part } z { $whole }
region-card-reported = obcí poslalo souhrn
region-card-reported-more = nejnovější k { $day }

region-first-intro = Pořadí: děti, které brzy dosáhnou 18 let; co se má zastavit; kde je dluhů nejvíc; co chybí.
region-first-birthdays = { $count ->
    [one] { $count } dítěti bude do 90 dnů 18 let.
   *[other] { $count } dětem bude do 90 dnů 18 let.
}
region-first-stop = { $count ->
    [one] { $count } dluh podle pravidel dítě nedluží: ať obec nebo jiný věřitel vymáhání zastaví.
    [few] { $count } dluhy podle pravidel dítě nedluží: ať obce a další věřitelé vymáhání zastaví.
   *[other] { $count } dluhů podle pravidel dítě nedluží: ať obce a další věřitelé vymáhání zastaví.
}
region-first-where = Kde: { $places }.
region-first-where-most = Kde nejvíc: { $places }.
region-first-above = { $count ->
    [one] { $count } obec má dluhů z dětství prokazatelně víc, než odpovídá kraji.
    [few] { $count } obce mají dluhů z dětství prokazatelně víc, než odpovídá kraji.
   *[other] { $count } obcí má dluhů z dětství prokazatelně víc, než odpovídá kraji.
}
region-first-above-where = Začněte tady: { $places }.
region-first-undecided = { $count ->
    [one] U { $count } dluhu chybějí údaje.
   *[other] U { $count } dluhů chybějí údaje.
}
region-first-undecided-how = Bez nich nejde říct, zda vznikly v dětství. Které to jsou, píše obci její vlastní výsledek kontroly.
region-first-missing = { $count ->
    [one] { $count } obec s obyvateli souhrn neposlala.
    [few] { $count } obce s obyvateli souhrn neposlaly.
   *[other] { $count } obcí s obyvateli souhrn neposlalo.
}
region-first-missing-where = Požádejte o něj: { $places }.
region-list-more = { $items } a { $count ->
    [one] { $count } další
    [few] { $count } další
   *[other] { $count } dalších
}

region-map-caption-people = Barva porovnává obec s celým krajem. V malé obci rozhodne i jeden člověk; co je náhoda a co ne, říká pořadí obcí níže.
region-map-caption-children = Děti s dluhem: plocha kruhu je jejich počet, barva podíl na obyvatele.
region-map-caption-adults = Barva porovnává obec s celým krajem. Obce se skrytým počtem jsou šrafované.

region-trend-title = Vývoj podle skupin
region-trend-described = Sloupce pro děti, dospělé a nerozhodnuté v jednotlivých dnech; čísla jsou v tabulce.
region-trend-caption = Porovnávají se jen obce, které poslaly souhrn pokaždé. Každá skupina má vlastní měřítko.
region-trend-children = Děti ({ $count ->
    [one] { $count } obec
    [few] { $count } obce
   *[other] { $count } obcí
})
region-trend-adults = Dospělí ({ $count ->
    [one] { $count } obec
    [few] { $count } obce
   *[other] { $count } obcí
})
region-trend-undecided = Chybějí údaje ({ $count ->
    [one] { $count } obec
    [few] { $count } obce
   *[other] { $count } obcí
})
region-trend-step = Mezi dvěma souhrny jde porovnat { $count ->
    [one] { $count } obec.
    [few] { $count } obce.
   *[other] { $count } obcí.
}
region-trend-joined = Souhrn poslaly nově: { $places }.
region-trend-left = Novější souhrn už neposlaly: { $places }.
region-name-of-day = { $name } (k { $day })
region-trend-packs = Souhrny vznikly podle různých vydání pravidel, část rozdílu může být z toho.

region-regimes-intro = Jeden dluh se posuzuje podle jednoho pravidla, rozhoduje hlavně věk v den splatnosti.
region-bars-described = Vodorovné sloupce s počtem dluhů; čísla jsou v tabulce.
region-bars-caption = Počet dluhů podle toho, komu je dnes kolik let.
region-bar-told = { $group }: { $count }
region-bar-rest = bez rozlišení: { $count }
region-key-children = děti
region-key-adults = dospělí
region-key-undecided = chybějí údaje

region-orp-title-people = Lidé s dluhem z dětství na 1 000 obyvatel od 15 let podle ORP
region-orp-title-adults = Dospělí s dluhem z dětství na 1 000 obyvatel od 15 let podle ORP
region-orp-described = Bod je podíl, čára jeho 95% interval; čísla jsou v tabulce a vedle bodů.
region-orp-caption-people = Lidé s dluhem z dětství na 1 000 obyvatel od 15 let v obcích, které poslaly souhrn. Čára je 95% interval: kam až mohla hodnotu posunout náhoda.
region-orp-caption-adults = Dospělí s dluhem z dětství na 1 000 obyvatel od 15 let v obcích se zveřejněným počtem. Čára je 95% interval: kam až mohla hodnotu posunout náhoda.
region-orp-shown = { $rate } ({ $interval })
region-reference = kraj { $rate }

region-municipalities-intro = Podle sloupce se řadí stisknutím jeho záhlaví. Obec bez souhrnu není obec bez dluhů: její čísla nejsou známá.
region-ranking-intro = Podíl malé obce závisí na náhodě, proto se vyhlazuje: čím menší obec, tím víc se přitáhne ke kraji. Řadí se podle dolního konce intervalu vyhlazeného podílu, takže jediný člověk malou obec nahoru nevynese. „Nejde odlišit“ říká, mezi kterými místy může obec ve skutečnosti být.
region-measures-intro = Zjištění slouží těmto opatřením strategie sociálního začleňování. Jeden dluh může sloužit několika opatřením, součty se proto nesčítají.
region-missing-intro = { $count ->
    [one] { $count } obec kraje neposlala souhrn. V žádném součtu není a její čísla jsou neznámá, ne nulová.
    [few] { $count } obce kraje neposlaly souhrn. V žádném součtu nejsou a jejich čísla jsou neznámá, ne nulová.
   *[other] { $count } obcí kraje neposlalo souhrn. V žádném součtu nejsou a jejich čísla jsou neznámá, ne nulová.
}
region-missing-empty = { $count ->
    [one] { $count } z nich nemá obyvatele od 15 let (vojenský újezd).
    [few] { $count } z nich nemají obyvatele od 15 let (vojenské újezdy).
   *[other] { $count } z nich nemá obyvatele od 15 let (vojenské újezdy).
}

region-caption-municipality = Obce, stav ke dni { $day }
region-caption-authority = Správní obvody obcí s rozšířenou působností, stav ke dni { $day }
region-caption-district = Okresy, stav ke dni { $day }
region-caption-ranking-people = Pořadí podle lidí s dluhem z dětství na 1 000 obyvatel od 15 let
region-caption-ranking-adults = Pořadí podle dospělých s dluhem z dětství na 1 000 obyvatel od 15 let
region-caption-ranking-children = Pořadí podle dětí s dluhem na 1 000 obyvatel od 15 let
region-caption-trend = Vývoj v obcích, které poslaly souhrn pokaždé
region-caption-regimes = Pravidla, podle kterých se dluhy posoudily
region-caption-who_owes = Dluží to dítě?
region-caption-debt_kinds = Druhy dluhů
region-caption-creditor_kinds = Druhy věřitelů
region-caption-enforcement_kinds = Kdo vymáhá
region-caption-enforcement_statuses = V jakém stavu je vymáhání
region-caption-birthdays = Za jak dlouho bude dětem 18 let
region-caption-changes = Co se od minula změnilo (jen obce, které seznamy porovnaly)
region-caption-creditors = Věřitelé podle počtu dluhů z dětství
region-caption-measures = Opatření strategie
region-caption-interventions = Doporučené kroky obcí

region-col-municipality = Obec
region-col-authority = ORP
region-col-district = Okres
region-col-reported = Souhrn od obcí
region-col-inhabitants = Obyvatel od 15 let
region-col-children = Dětí
region-col-adults = Dospělých
region-col-undecided = Chybějí údaje
region-col-debts = Dluhů
region-col-people = Lidí
region-col-least-debts = Dluhů nejméně
region-col-least-people = Lidí nejméně
region-col-halere = Zbývá zaplatit
region-col-municipalities = Obcí
region-col-to_stop_debts = Dítě nedluží (dluhů)
region-col-birthdays_90 = Do 90 dnů 18 let
region-col-stopped_debts = Zastaveno od minula
region-col-rate-people = Lidí na 1 000 obyvatel od 15 let
region-col-rate-adults = Dospělých na 1 000 obyvatel od 15 let
region-col-rate-children = Dětí na 1 000 obyvatel od 15 let
region-col-rank = Pořadí
region-col-count = Počet
region-col-interval = 95% interval
region-col-smoothed = Podíl po vyhlazení
region-col-rank-span = Nejde odlišit
region-col-standing = Proti kraji
region-col-rank-by-count = Pořadí podle počtu
region-col-round = Stav ke dni
region-col-trend-children = Dětí
region-col-trend-children_debts = jejich dluhů
region-col-trend-children_halere = zbývá
region-col-trend-adults = Dospělých
region-col-trend-adults_debts = jejich dluhů
region-col-trend-adults_halere = zbývá
region-col-trend-undecided = Chybějí údaje
region-col-trend-undecided_debts = jejich dluhů
region-col-trend-undecided_halere = zbývá
region-col-regimes = Pravidlo
region-col-who_owes = Odpověď
region-col-debt_kinds = Druh dluhu
region-col-creditor_kinds = Druh věřitele
region-col-enforcement_kinds = Kdo vymáhá
region-col-enforcement_statuses = Stav
region-col-birthdays = Kdy
region-col-changes = Změna
region-col-creditors = Věřitel
region-col-measures = Opatření
region-col-interventions = Krok
region-col-what = Údaj
region-col-value = Hodnota

region-ordinal = { $rank }.
region-standing-above = víc
region-standing-same = nejde odlišit
region-standing-below = méně
region-cell-not-reported = nenahlášeno
region-cell-hidden = méně než 5
region-cell-withheld = skryto
region-note-partly = * Součet zveřejněných údajů; skryté malé počty v něm nejsou.
region-note-more = A { $count ->
    [one] { $count } další řádek, v sešitu XLSX.
    [few] { $count } další řádky, v sešitu XLSX.
   *[other] { $count } dalších řádků, v sešitu XLSX.
}
region-note-trend = Jen obce, které poslaly souhrn v každém kole; ostatní by vývoj zkreslily.
region-note-trend-public = V každé skupině jen obce, jejichž počet je zveřejněn v každém kole; kolik jich je, stojí nad sloupci grafu.

region-method-counted = Co se počítá
region-method-counted-1 = Dluhy, které vznikly nebo mohly vzniknout, když bylo dlužníkovi méně než 18 let. Rozhoduje věk v den splatnosti, ne dnešní věk.
region-method-counted-2 = Děti jsou ti, komu dnes není 18 let; dospělí ti, komu už je. U nerozhodnutých chybí údaj, nejčastěji datum narození nebo rok poplatku.
region-method-counted-3 = Kdo je na seznamech více obcí, je započten v každé z nich: souhrny neobsahují nic, podle čeho by šlo lidi spojit.
region-method-counted-4 = Zbývající částka sčítá známé zůstatky včetně příslušenství a nákladů, jak je obce uvádějí. Slovo „nejméně“ znamená, že v součtu chybějí dluhy bez známé částky.
region-method-counted-5 = Seznam obce obsahuje jen pohledávky, o kterých obec ví. Obec bez dluhů na seznamu proto nemusí být obcí bez dětských exekucí.
region-method-rates = Podíly, pořadí a vývoj
region-method-rates-1 = Podíly jsou na 1 000 obyvatel od 15 let, i u dětí: počet dětí v obci není znám. Počítají se jen z obcí, které poslaly souhrn a jejichž počet je znám (ve zveřejněném přehledu: zveřejněn).
region-method-rates-2 = Interval je přesný 95% (Garwoodův), vyhlazuje se empirickým Bayesovým odhadem. Obec je „víc“ nebo „méně“ jen tehdy, když celý její interval leží nad hodnotou kraje nebo pod ní.
region-method-rates-3 = Vývoj porovnává stejné obce. Kdo přibyl nebo odpadl, v něm není.
region-method-release = Zveřejnění
region-method-release-own = Toto je neveřejný přehled s přesnými počty. Pro veřejnost je určen přehled s volbou --public, který skryje počty menší než pět.
region-method-release-public = Počty lidí menší než pět (ne však nula) jsou skryté i se vším, co k nim patří. Částky jsou zaokrouhlené dolů na tisíce korun. Součty za ORP, okresy a kraj sčítají jen zveřejněné údaje, aby skryté počty nešlo dopočítat; jsou proto nižší než skutečnost. Do tabulek kraje přidává každá obec jen to, co by mohla zveřejnit sama: z kategorie s méně než pěti lidmi nic, z ostatních počet zaokrouhlený dolů na násobek pěti, ze skupiny s méně než deseti lidmi nic. Ani rozdílem více vydání proto počet jednoho až čtyř lidí nevyjde. Změnu zveřejněného počtu obce mezi dvěma dny vidět je, a kdo o lidech ví něco odjinud, pozná víc než ostatní.
region-method-findings = Na co u souhrnů pozor
region-method-sources = Zdroje a licence
region-source-lists = Počty: souhrny, které program obcím sestavil ze seznamů pohledávek; seznamy samy obce nepředávají.
region-source-inhabitants = Obyvatelé: Český statistický úřad, od 15 let k { $day } (CC BY 4.0).
region-source-points = Poloha obcí na mapě: definiční body RÚIAN, ČÚZK (CC BY 4.0, k ověření). Vzdálenosti jsou věrné podél střední rovnoběžky.
region-source-outlines = Hranice obcí: ze souboru, který uživatel dodal.
region-source-outlines-missing = Bez hranice je { $count ->
    [one] { $count } obec, je na mapě kruhem: { $codes }.
    [few] { $count } obce, jsou na mapě kruhem: { $codes }.
   *[other] { $count } obcí, jsou na mapě kruhem: { $codes }.
}
region-source-outlines-unknown = V souboru hranic jsou neznámé kódy ({ $count }), vynechaly se: { $codes }.
region-method-made = Z čeho a čím je přehled spočítán
region-made-as-of = Stav ke dni
region-made-reports = Přečtených souhrnů
region-made-pack = Pravidla
region-made-program = Program
region-made-input = Otisk vstupů (SHA-256)
region-made-result = Otisk výsledku (SHA-256)
region-made-figures = Otisk čísel přehledu (SHA-256)
