## dluhy index
index-errors = Index nejde spočítat:
index-place = {$name} ({$code}), {$region}, rok {$year}
index-title = Index sociálního vyloučení {$year}
index-title-partial = Částečný index {$year}: neoficiální, jen ze tří ukazatelů
index-one = Index sociálního vyloučení: {$index} z {$most}
index-one-partial = Částečný index (neoficiální, bez pásem): {$index} z {$most}
index-band = {$band}
index-range = od {$least} do {$most}
index-open-band = pásmo není rozhodnuto: {$bands}
index-open = Něco na vstupu není známo, index proto leží v mezích. Co chybí: {$missing}.
index-col-dimension = Ukazatel
index-col-count = počet
index-col-share = podíl v %
index-col-lq = proti průměru
index-col-points = b.
index-col-total = body
index-total = celkem
index-legend = Každý ukazatel dává 0 až 6 bodů: 0 až 2 za počet, 0 až 2 za podíl a 0 až 2 za to, kolikrát je podíl vyšší než průměr podílů kraje a státu.
index-school = Vlastní školu obec nemá; body za předčasné odchody přebírá od obce {$school}.
index-school-shipped = Počty žáků této školy jsou z dodaných dat, v souboru obec není.
index-school-unknown = Od které školy obec body přebírá, není známo nebo její počty v souboru chybí.
index-moves = Co by obec posunulo o pásmo
index-moves-note = Ostatní obce i počty obyvatel zůstávají; součty kraje a státu se mění s obcí. Je to vzdálenost od hranice, ne cíl: počet neubude tím, že se vykáže jinak.
index-moves-none = Co by obec posunulo, nejde říci, dokud něco na vstupu není známo.
index-moves-partial = Částečný index nemá pásma, proto není co posouvat.
index-way-down = O pásmo níž ({$band}): o {$points ->
    [one] {$points} bod
    [few] {$points} body
   *[other] {$points} bodů
  } méně. Nejmenší změna: {$steps}.
index-way-up = O pásmo výš ({$band}): o {$points ->
    [one] {$points} bod
    [few] {$points} body
   *[other] {$points} bodů
  } víc. Nejmenší změna: {$steps}.
index-way-down-none = Níž už pásmo není.
index-way-up-none = Výš už pásmo není.
index-way-unreachable = Do pásma „{$band}“ se obec změnou počtů při dnešním počtu obyvatel nedostane.
index-step-person-fewer = {$label} o {$units ->
    [one] {$units} osobu
    [few] {$units} osoby
   *[other] {$units} osob
  } méně
index-step-person-more = {$label} o {$units ->
    [one] {$units} osobu
    [few] {$units} osoby
   *[other] {$units} osob
  } víc
index-step-pupil-fewer = {$label} o {$units ->
    [one] {$units} žáka
    [few] {$units} žáky
   *[other] {$units} žáků
  } méně
index-step-pupil-more = {$label} o {$units ->
    [one] {$units} žáka
    [few] {$units} žáky
   *[other] {$units} žáků
  } víc
index-step-benefit-fewer = {$label} o {$units ->
    [one] {$units} výplatu
    [few] {$units} výplaty
   *[other] {$units} výplat
  } za rok méně (v měsíčním průměru {$change})
index-step-benefit-more = {$label} o {$units ->
    [one] {$units} výplatu
    [few] {$units} výplaty
   *[other] {$units} výplat
  } za rok víc (v měsíčním průměru {$change})
index-short-exe = exekuce
index-short-pnb = bydlení
index-short-pnz = živobytí
index-short-uoz6 = práce
index-short-po_zs = škola
index-part-count = počet
index-part-share = podíl
index-part-lq = srovnání
index-published = Zveřejněný index je {$published}, spočítaný {$index}.
index-published-school = Příčinou bývá škola, od které se body přebírají: vydavatel mohl vzít jinou, než je zadaná.
index-published-inputs = Vstupy jsou zřejmě jiné než ty, ze kterých počítal vydavatel.
index-nearest = Nejbližší bod u každého ukazatele
index-col-fewer = o bod méně
index-col-more = o bod víc
index-nearest-person = {$units ->
    [one] {$units} osoba
    [few] {$units} osoby
   *[other] {$units} osob
  } ({$parts})
index-nearest-pupil = {$units ->
    [one] {$units} žák
    [few] {$units} žáci
   *[other] {$units} žáků
  } ({$parts})
index-nearest-benefit = {$units ->
    [one] {$units} výplata za rok
    [few] {$units} výplaty za rok
   *[other] {$units} výplat za rok
  } ({$parts})
index-nearest-points = {$text}, {$points} b. naráz
index-never = –
index-weakness = Známá slabina
index-weakness-size = Index počítá i samotný počet, velká města proto sbírají body už svou velikostí. Této obci dávají počty {$counts} z {$index} bodů; podíly a srovnání {$rest}. Čtěte proto body po ukazatelích, ne jen součet.
index-weakness-plain = Index počítá i samotný počet, velká města proto sbírají body už svou velikostí. Čtěte body po ukazatelích, ne jen součet.
index-from = Odkud to je
index-reference = Srovnává se s průměrem podílů kraje a státu. Součty kraje: {$region}; součty státu: {$state}.
index-reference-frame = ze všech obcí území ve vstupu
index-reference-pack = ze sady pravidel
index-reference-given = ze zadaných součtů
index-verify = Hranice bodů jsou ověřeny jen pro rok 2023; pro rok {$year} jsou k ověření.
index-verified = Hranice bodů vydavatel netiskne; byly odvozeny z jeho sešitu za rok 2023 a dávají 6 251 z 6 258 jeho hodnot. Rozdíly jsou jen u obcí bez vlastní školy.
index-partial-note = Částečný index Agentura nevydává a nejde srovnávat s celým; nemá pásma. Vynechány jsou příspěvek na bydlení a příspěvek na živobytí.
index-cites = Podle: {$sources}
index-shipped = Dodané obce: Karlovarský a Plzeňský kraj, rok {$year}. Jiné obce nebo roky spočítá „dluhy index SOUBOR --year ROK“; jak má soubor vypadat, je v docs/index.md.
index-count = Obcí: {$count}.
index-bands-head = Pásmo
index-bands-range = body
index-bands-count = obcí
index-undecided = pásmo nerozhodnuto
index-highest = Nejvyšší index
index-highest-more = Všechny obce zapíše --out SOUBOR.xlsx, jednu podrobně ukáže --municipality KÓD.
index-written = Výsledek zapsán: {$path}
index-rows = Řádků {$count}: spočítáno {$judged}, odmítnuto {$rejected}.
index-not-found = takovou obec soubor ani dodaná data nemají
index-not-found-shipped = dodaná data mají jen Karlovarský a Plzeňský kraj; pro jinou obec zadejte soubor (docs/index.md)
index-history = Kolik obcí bylo v kterém pásmu
index-history-year = Rok
index-history-none_or_low = 0–1
index-history-medium = 2–7
index-history-increased = 8–11
index-history-high = 12–30
index-history-increased_or_high = 8 a víc
index-history-verify = Prázdné místo znamená, že se číslo nenašlo; hvězdička odkazuje na poznámku.
index-history-note = * {$year}, {$label}: {$note}
index-history-sources = Podle: {$sources}
sheet-index = Index
sheet-index-moves = Co posune pásmo
sheet-index-rejected = Odmítnuté řádky
sheet-index-about = O výpočtu
col-index-code = Kód obce
col-index-name = Obec
col-index-region = Kraj
col-index-index = Index
col-index-least = Nejméně
col-index-most = Nejvíc
col-index-band = Pásmo
col-index-school = Škola převzata od
col-index-value = {$label}: počet
col-index-share = {$label}: podíl v %
col-index-lq = {$label}: proti průměru
col-index-count_points = {$label}: body za počet
col-index-share_points = {$label}: body za podíl
col-index-lq_points = {$label}: body za srovnání
col-index-points = {$label}: body
col-index-down = O pásmo níž
col-index-up = O pásmo výš
col-index-row = Řádek
col-index-column = Sloupec
col-index-why = Důvod
