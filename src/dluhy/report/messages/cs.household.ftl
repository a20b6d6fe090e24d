# Domácnost: obrázek toku peněz, zpráva.

flow-title = Kam jdou peníze domácnosti za měsíc
flow-described = Sloupce zleva doprava: { $parts }.
flow-income = Příjmy
flow-deducted = Srážky
flow-fixed = Pevné výdaje
flow-instalments = Splátky dluhů
flow-flexible = Proměnlivé výdaje
flow-savings = Rezerva a spoření
flow-unsorted = Nezařazené výdaje
flow-left = Zbývá
flow-missing = Chybí
flow-unknown = neznámo
flow-least =
    nejméně
    { $sum }
flow-most =
    nejvýše
    { $sum }
flow-note-unknown = Šrafovaně je to, co není známo. U slov „neznámo“ a „nejméně“ výška šrafování nic neznamená. Neznámé se neodečítá.
flow-note-income = Příjem není znám. Na výdaje, které známe, je potřeba { $sum } za měsíc.
flow-source = Zdroj: údaje domácnosti a výpočet srážek z příjmů. Částky jsou za jeden měsíc.

house-sum-between = od { $least } do { $most }
house-sum-least = nejméně { $sum }
house-sum-most = nejvýše { $sum }
house-noted = { $text } ({ $remark })
house-grounds = Podle: { $provisions }.
house-grounds-remark = Podle: { $provisions } ({ $remark }).
house-remark = Doloženo: { $remark }.
house-assumed = Předpokládáme: { $what }
house-not-tested = Neprověřovalo se, počítáme s tím, že: { $what }
house-depends = Záleží na tom, co není známo: { $facts }.

house-heading-people = Domácnost a její členové
house-members-unknown = Kdo v domácnosti žije, není uvedeno.
house-age = { $age ->
    [one] { $age } rok
    [few] { $age } roky
   *[other] { $age } let
}
house-age-between = { $youngest } až { $oldest } let
house-age-unknown = věk není znám
house-no-activity = nepracuje a není v evidenci uchazečů o zaměstnání
house-card = průkaz { $card }
house-care-degree = závislost stupně { $degree }
house-named-carer = pečuje o závislou osobu
house-child-carer = osobně pečuje o dítě
house-unsure = { $count ->
    [one] O jednom člověku se neví
   *[other] O těchto lidech se neví
}, zda v domácnosti žije: { $people }. Výpočty s { $count ->
    [one] ním
   *[other] nimi
} nepočítají.
house-elsewhere = V jiné domácnosti se posuzuje, a proto se tu do životního minima ani do dávek nepočítá: { $people }.
house-home = Bydlení: { $home }.
house-home-unknown = Jak a kde domácnost bydlí, není uvedeno.
house-district = okres { $name }

house-heading-money = Co přichází, co odchází, co zbývá
house-month = Příjmy jsou za měsíc { $month }, vše v korunách za měsíc.
house-income-unknown = příjem neznámého druhu
house-row-of = { $label } ({ $who })
house-row-income = Příjmy celkem
house-row-deducted = Srážky z příjmů
house-row-left = Zbývá
house-groups = Na co výdaje jdou: { $groups }.
house-rows = Řádek po řádku:
house-row-amount = { $amount } { $often }
house-row-unknown = částka není známa
house-row-for = za { $month }
house-row-for-months = za { $first } až { $last }
house-row-gross = hrubá { $sum }
house-row-monthly = na měsíc { $sum }
house-row-once = do měsíce se nepočítá
house-row-part = { $part ->
    [fixed] pevný výdaj
    [flexible] proměnlivý výdaj
    [instalments] splátka dluhu
    [savings] rezerva nebo spoření
   *[other] nezařazený výdaj
}
house-row-counts = počítá se pro: { $benefits }
house-row-may-count = může se počítat pro: { $benefits }
house-row-not-counted = nepočítá se pro: { $benefits }
house-row-arrears = dluží se na něm { $sum }
house-row-proof = dokládá: { $proof }
house-row-comment = poznámka: { $comment }
house-lapsed = Nepočítá se, co už skončilo: { $incomes }.
house-lapsed-income = { $label }{ $person ->
    [none] { "" }
   *[other] {" "}({ $person })
}, naposledy { $month }
house-left-over = Po zaplacení všeho zbývá { $sum } za měsíc.
house-left-over-least = Po zaplacení všeho zbývá nejméně { $sum } za měsíc.
house-left-over-most = Po zaplacení všeho zbývá nejvýše { $sum } za měsíc; něco z výdajů není známo.
house-left-missing = Po zaplacení všeho chybí { $sum } za měsíc.
house-left-missing-least = Po zaplacení všeho chybí nejméně { $sum } za měsíc.
house-left-missing-most = Po zaplacení všeho chybí nejvýše { $sum } za měsíc; něco z příjmů není známo.
house-left-either = Po zaplacení všeho může chybět až { $missing }, nebo zbývat až { $over } za měsíc; něco z příjmů není známo přesně.
house-left-unknown = Kolik po zaplacení všeho zbývá, nelze říci: není o tom známo dost.
house-before-over = Bez splátek dluhů by zbývalo { $sum }.
house-before-over-least = Bez splátek dluhů by zbývalo nejméně { $sum }.
house-before-over-most = Bez splátek dluhů by zbývalo nejvýše { $sum }.
house-before-missing = I bez splátek dluhů by chybělo { $sum }.
house-before-missing-least = I bez splátek dluhů by chybělo nejméně { $sum }.
house-before-missing-most = Bez splátek dluhů by chybělo nejvýše { $sum }.
house-before-either = Bez splátek dluhů by mohlo chybět až { $missing }, nebo zbývat až { $over }.
house-before-unknown = Kolik by zbývalo bez splátek dluhů, nelze říci.
house-wage = Čistá mzda spočítaná z hrubé – { $person }, { $month }: hrubá { $gross }, čistá { $net }.
house-wage-bonus = Vedle toho daňový bonus { $sum }; není mzdou a srážet se z něj nesmí.
house-wage-asks = Přesně půjde částka říct, až bude známo: { $asks }
house-wage-not = Čistou mzdu z hrubé nejde spočítat – { $person }, { $month }: { $why }.

house-heading-needs = Z čeho má žít
house-minimum = Životní minimum domácnosti je { $sum } za měsíc. Nezahrnuje bydlení.
house-minimum-unknown = Životní minimum nelze spočítat: neví se, kdo v domácnosti žije.
house-band-unknown = částka záleží na tom, co není známo
house-guideline-none = Odborné vodítko běžných výdajů pro tento den a tuto domácnost nelze určit.
house-guideline = Běžné potřeby bez bydlení stojí podle odborného vodítka { $sum } za měsíc. Není to zákonná hranice.
house-guideline-compared = Domácnost na ně uvádí { $sum }.

house-heading-indicators = Ukazatele
house-indicators-none = Žádný z ukazatelů, které lze zjistit, nevaruje.
house-indicators-order = Prověřeno a neplatí: { $titles }.
house-indicators-unknown = Nelze říci:
house-indicator-unknown = { $titles } – není známo: { $facts }.
house-indicator = { $title } ({ $level })
house-indicator-value = { $measured }: { $value }; hranice: { $threshold }.
house-indicator-basis = Původ hranice: { $basis }.
house-indicator-source = Původ ukazatele: { $basis }.

house-heading-first = Co řešit nejdřív
house-first-unknown = Dluhy ani rozpočet nejsou uvedeny, pořadí nelze určit.
house-first-none = Není uveden žádný závazek, který by bylo třeba řešit.
house-first-step = Hned: { $step }. { $detail }
house-first-then = { $when }: { $step }. { $detail }
house-first-these = Sem patří: { $these }.
house-first-unsure = Zatím sem; kam patří doopravdy, závisí na tom, co není známo: { $facts }.
house-offers = Na nabídky ostatním věřitelům je za měsíc k dispozici { $available }.
house-offers-missing = Na nabídky ostatním věřitelům není k dispozici nic, na měsíc chybí { $missing }.
house-offers-none = Nabídky ostatním věřitelům:
house-offer = { $label }: { $monthly } měsíčně z dluhu { $balance }, { $months ->
    [one] { $months } měsíc
    [few] { $months } měsíce
   *[other] { $months } měsíců
}
house-offers-practice = Nejmenší splátka a zaokrouhlení jsou zvyklost, ne právo ({ $remark }).

house-heading-benefits = Dávky, které by mohla čerpat
house-no-promise = Nejde o příslib. Je to odhad z toho, co je o domácnosti známo; rozhoduje úřad.
house-benefits-none = Žádná dávka se neposuzovala.
house-seems_entitled = zdá se, že má nárok
house-seems_not = zdá se, že nárok nemá
house-cannot_say = nelze říci
house-conditions_met = zdá se, že podmínky splňuje; rozhodne úřad
house-counselling_only = zatím jen poradenství
house-benefit = { $label }: { $seems }
house-benefit-sum = { $label }: { $seems }, odhad { $sum } za měsíc
house-not-due = Na co, zdá se, nárok nemá:
house-where = Kde a jak požádat: { $where }
house-steps = Výpočet: { $steps }.

house-heading-changes = Co se změní
house-changes-none = V příštích měsících se nic známého nemění.
house-when-unknown = Den není znám
house-when-between = Mezi { $first } a { $last }
house-when-from = Od { $first }
house-when-to = Nejpozději { $last }
house-change-later = Pravidla pro tento den ještě nejsou známa: ověřte je, až budou.

house-heading-questions = Na co se ještě zeptat
house-questions-none = Nic, co by o výsledku rozhodovalo, nechybí.
house-questions-more = { $count ->
    [one] Další otázka je v úplném výpisu (JSON).
    [few] Další { $count } otázky jsou v úplném výpisu (JSON).
   *[other] Dalších { $count } otázek je v úplném výpisu (JSON).
}
house-decides = Rozhodne o: { $what }.
house-about-minimum = životní minimum
house-about-wage = čistá mzda
house-about-left = co zbývá za měsíc
house-about-first = pořadí závazků
