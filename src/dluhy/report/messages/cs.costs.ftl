## Every page
page-percent = {$number} %
page-marked = {$text} (k ověření)
page-verify = K ověření: {$text}
page-any-day = kdykoli
page-from = {$day} nebo později
page-to = {$day} nebo dřív
page-on = {$day}
page-days = v době od {$first} do {$last}
page-days-short = od {$first} do {$last}
page-by = Podle: {$provisions}
page-told = Na co myslet
page-questions = Co zjistit, aby bylo jasné, která možnost platí

## dluhy interest
interest-total = Zákonný úrok z prodlení od {$first} do {$until} je {$sum}.
interest-none = Do {$until} prodlení nenastalo, zákonný úrok z prodlení je {$sum}.
interest-moved = Byl-li den splatnosti koncem lhůty, posunul se na {$due} a úrok je {$sum}.
interest-claimed-above = Věřitel žádá {$claimed}, to je o {$difference} víc, než kolik dává předpis. Než částku odmítnete, ověřte výhrady níže, hlavně zda vyšší sazbu neurčil soud nebo platná smlouva.
interest-claimed-equal = Věřitel žádá {$claimed}, to je přesně tolik, kolik dává předpis.
interest-claimed-less = Věřitel žádá {$claimed}, to je o {$difference} méně, než kolik dává předpis.
interest-debt = Jistina {$principal}, splatná {$due}.
interest-default = Prodlení začalo {$first}.
interest-payments = Splátky odečtené od jistiny: {$payments}.
interest-rule = Pravidlo podle prvního dne prodlení: {$rule}.
interest-base = Sazba ČNB v tabulce: {$base}.
interest-rounded = Úrok v řádcích je zaokrouhlen jen pro čtení; sčítají se přesné částky a zaokrouhlí se až součet.
interest-col-from = od
interest-col-to = do
interest-col-days = dny
interest-col-principal = z částky
interest-col-base = sazba ČNB
interest-col-day = ze dne
interest-col-annual = ročně
interest-col-interest = úrok

## dluhy costs
costs-total-one-unknown = Podle tarifu náleží exekutorovi {$least} bez DPH; je-li plátcem DPH, {$most}.
costs-total-one-with = Podle tarifu náleží exekutorovi {$most} včetně DPH.
costs-total-one-without = Podle tarifu náleží exekutorovi {$most}; DPH neplatí.
costs-total-many-unknown = Podle tarifu náleží exekutorovi od {$least} bez DPH do {$most} s DPH, podle toho, která možnost platí.
costs-total-many-with = Podle tarifu náleží exekutorovi od {$least} do {$most} včetně DPH, podle toho, která možnost platí.
costs-total-many-without = Podle tarifu náleží exekutorovi od {$least} do {$most}, podle toho, která možnost platí; DPH neplatí.
costs-vat-verify = Sazba DPH je k ověření.
costs-always = kdykoli exekuce začala.
costs-possibility = Možnost {$number}: {$when}
costs-began = exekuce začala {$days}
costs-authorised = exekutor pověřen {$days}
costs-recovered = vymoženo {$sum}
costs-remuneration = odměna
costs-lump = paušál hotových výdajů
costs-without-vat = celkem bez DPH
costs-vat = DPH
costs-with-vat = celkem s DPH
costs-steps-fee = Odměna vyšla takto: {$steps}.
costs-steps-lump = Paušál vyšel takto: {$steps}.
costs-lawyer-court = Advokát věřitele ve sporu
costs-lawyer-enforcement = Advokát věřitele v exekuci
costs-lawyer-filed-court = Žaloba podána {$day}, spor o {$claim}.
costs-lawyer-filed-enforcement = Exekuční návrh podán {$day}, vymáhá se {$claim}.
costs-lawyer-assumed = Za hodnotu sporu se bere celá vymáhaná pohledávka. Úroky do ní nepatří; jsou-li v ní, zadejte jen jistinu volbou --lawyer-claim.
costs-lawyer-acts = { $count ->
    [one] Počítá se {$count} úkon
    [few] Počítají se {$count} úkony
   *[other] Počítá se {$count} úkonů
} do podání návrhu.
costs-lawyer-large = Nízké sazby formulářových žalob platí jen pro spory do {$limit}; nic se neporovnává.
costs-lawyer-other = Nízké sazby formulářových žalob tehdy ještě neplatily, nic se neporovnává. Platilo: {$regime}.
costs-signal-only = Je to signál k prověření, ne důkaz.
costs-signal-sums = Přiznáno {$awarded}, tarif dává i se soudním poplatkem nejvýš {$most}. Za vysoko přiznané se tu berou náklady nad {$far}.

## dluhy account
account-pays-one-own = Banka z postiženého účtu na žádost jednou vyplatí {$most}.
account-pays-one-spouse = Banka z účtu manžela vyplatí manželovi na jeho žádost jednou {$most}.
account-pays-one-most-own = Banka z postiženého účtu na žádost jednou vyplatí nejvýš {$most}.
account-pays-one-most-spouse = Banka z účtu manžela vyplatí manželovi na jeho žádost jednou aspoň {$most}, je-li tam tolik.
account-pays-range-own = Banka z postiženého účtu na žádost jednou vyplatí od {$least} do {$most}, podle toho, kdy jí byl doručen příkaz.
account-pays-range-spouse = Banka z účtu manžela vyplatí manželovi na jeho žádost jednou od {$least} do {$most}, podle toho, kdy jí byl doručen příkaz.
account-pays-range-most-own = Banka z postiženého účtu na žádost jednou vyplatí nejvýš {$least} až {$most}, podle toho, kdy jí byl doručen příkaz.
account-pays-range-most-spouse = Banka z účtu manžela vyplatí manželovi na jeho žádost jednou aspoň {$least} až {$most}, podle toho, kdy jí byl doručen příkaz, je-li tam tolik.
account-unless-paid-out = Platí to, jen pokud v tomto řízení ještě nic nevyplatila.
account-paid-out = Banka už v tomto řízení částku vyplatila a podruhé ji nevyplatí.
account-delivered-from = O příkazech doručených před {$day} se tu nic neříká.
account-multiple = {$multiple} × životní minimum jednotlivce {$minimum} (ke dni {$day}) = {$most}.
account-share = Je-li {$share} zůstatku při doručení víc, vyplatí se tolik.
account-wait = Víc na účtu není a vyplácí se jen jednou. Čekat, až tam bude víc, lze jen do dne, do kterého je třeba o výplatu požádat; pak ji banka vyplatí věřiteli.
account-frozen = V této exekuci se zabavují i peníze, které na účet dojdou do {$day} včetně; pozdější už ne. Do téhož dne je třeba požádat o jednorázovou výplatu (u příkazu doručeného od 1. 7. 2021; je-li příkazů víc, do poslední takové lhůty), jinak ji banka vyplatí věřiteli.
account-col-delivered = příkaz doručen
account-col-multiple = násobek
account-col-minimum = životní minimum
account-col-most = nejvýš
account-col-least = nejméně
account-col-amount = vyplatí
account-questions = Co zjistit
account-protected = Chráněný účet
account-protected-opened = Banka zřídí chráněný účet do { $days ->
    [one] {$days} pracovního dne
   *[other] {$days} pracovních dnů
} od žádosti.
account-incomes = Které příjmy smějí na chráněný účet
account-limit-cost = Lhůta: {$limit}. Náklady: {$cost}.
account-exempt-income = Byl zabaven příjem, který se zabavit nesmí: co s tím
account-cash = Hotovost při soupisu
account-cash-most = Při soupisu {$day} zůstane dlužníkovi v hotovosti {$sum}.
account-home = Bydlení
account-home-holds = Nemovitost, ve které dlužník bydlí, se v dražbě zahájené {$day} prodat nesmí.
account-home-fails = V dražbě zahájené {$day} tato ochrana bydlení neplatí.
account-home-unknown = Zda se nemovitost, ve které dlužník bydlí, v dražbě zahájené {$day} prodat smí, zatím nelze říct.
account-home-limit = Chrání se do součtu jistin {$limit}.
account-home-claims = Zadaný součet jistin: {$sum}.
account-because = Proč: {$reasons}.
account-find-out = Co zjistit:
account-movables = Které movité věci se zabavit nesmějí
account-movables-are = Při soupisu se vynechají tyto věci:
account-thing-most = {$thing}, teď {$sum}
account-shield = Zvláštní ochrana věcí
account-shield-holds = Platí: prodat se smějí jen věci nad obvyklé majetkové poměry.
account-shield-fails = Neplatí.
account-shield-unknown = Zda platí (prodat by se směly jen věci nad obvyklé majetkové poměry), zatím nelze říct.
account-instalments = Co odloží prodej movitých věcí
account-instalments-are = Exekutor prodej odloží dlužníkovi, který nabídne a platí aspoň {$least} měsíčně, nemají-li sepsané věci zjevně vyšší cenu než {$most}. Nepočítají se věci do {$thing} a soubory věcí do {$set}.
account-methods = V jakém pořadí smí exekutor majetek postihnout
account-methods-are = Exekutor postupuje po stupních; další přijde na řadu, až předchozí nestačí.
account-methods-then = , potom{" "}
