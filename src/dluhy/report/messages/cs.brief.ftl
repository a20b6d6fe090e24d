# Brif obce: „Jak na dluhy“ pro jedno místo. Čte ho starosta nebo starostka, nahlas na poradě.

brief-title = Jak na dluhy: { $name }
brief-subtitle = Podklad pro vedení obce · okres { $district }, { $region } · stav k { $day }
brief-running-not-public = Jak na dluhy: { $name }, stav k { $day } · neveřejné
brief-running-public = Jak na dluhy: { $name }, stav k { $day }
brief-not-public = Neveřejné. Malé počty mohou ukázat na konkrétní lidi. Podklad patří vedení obce a těm, kdo jej k práci potřebují.
brief-public = Verze ke zveřejnění. Skupiny o jednom až čtyřech lidech jsou skryté a u návrhů počty nestojí.

brief-short = Ve zkratce
brief-short-unknown = Kolik dětí a mladých dospělých tu dluží, není známo. Jak to zjistit, stojí hned v první části.
brief-short-nobody = V seznamu posouzeném k { $day } není nikdo, kdo by měl nebo mohl mít dluh z dětství.
brief-short-whole = Dluh z dětství { $count ->
    [one] má nebo může mít { $count } člověk
    [few] mají nebo mohou mít { $count } lidé
   *[other] má nebo může mít { $count } lidí
}: { $parts }. Jde o { $debts }; dohromady { $sum }.
brief-short-public = Dluh z dětství má nebo může mít: { $parts }. { $count ->
    [0] Žádná skupina není skrytá.
    [one] { $count } skupina je pro malý počet skrytá.
    [few] { $count } skupiny jsou pro malý počet skryté.
   *[other] { $count } skupin je pro malý počet skryto.
}
brief-nothing-published = nic, co by se dalo zveřejnit
brief-count-children = { $count ->
    [one] { $count } dítě
    [few] { $count } děti
   *[other] { $count } dětí
} do 18 let
brief-count-adults = { $count ->
    [one] { $count } dospělý, který si ho nese z dětství
    [few] { $count } dospělí, kteří si ho nesou z dětství
   *[other] { $count } dospělých, kteří si ho nesou z dětství
}
brief-count-undecided = { $count ->
    [one] { $count } člověk, u kterého to bez dalších údajů nejde říci
    [few] { $count } lidé, u kterých to bez dalších údajů nejde říci
   *[other] { $count } lidí, u kterých to bez dalších údajů nejde říci
}
brief-short-stop = { $debts } ({ $sum }) ten, kdo byl tehdy dítětem, nedluží: vymáhání po něm má skončit.
brief-short-soon = { $count ->
    [one] { $count } dítěti
   *[other] { $count } dětem
} bude do { $days } dnů 18 let. Potom se věc řeší hůř a dráž.
brief-short-first = Čím začít:
brief-line = { $title } – { $counts }; { $due }
brief-line-alone = { $title } – { $due }

brief-sum-unknown = částku seznam neuvádí
brief-sum-least = nejméně { $sum }
brief-sum-partly = { $sum } bez { $count ->
    [one] { $count } dluhu, u kterého částka chybí
   *[other] { $count } dluhů, u kterých částka chybí
}
brief-hidden = skryto
brief-under-five = méně než 5
brief-cell-unknown = není známo

brief-numbers = Děti a mladí dospělí s dluhem z dětství
brief-numbers-unknown = Není známo. Nikdo zatím nepředložil seznam dluhů a exekucí, ze kterého by se to dalo spočítat. Jak to zjistit:
brief-numbers-how-1 = Vezměte vlastní evidenci nedoplatků (odpady, nájmy, knihovna, městská doprava) a zkontrolujte ji příkazem „dluhy minors check seznam.xlsx“. Stačí datum narození, druh dluhu a rok poplatku nebo den splatnosti.
brief-numbers-how-2 = Požádejte exekutory, kteří pro obec vymáhají, o seznam běžících řízení. Oprávněnému ho dát mohou.
brief-numbers-how-3 = Počty lidí v exekuci po obcích a věku zveřejňuje Exekutorská komora jako otevřená data. Kolik dluhů vzniklo v dětství, z nich ale nepoznáte.
brief-numbers-from = Podle seznamu posouzeného k { $day }. Rozhoduje věk v den, kdy byl dluh splatný nebo vznikl.
brief-all = Dohromady
brief-col-who = Kdo
brief-col-people = Lidé
brief-col-debts = Dluhy
brief-col-sum = Dluží
brief-amounts-unknown = { $count ->
    [one] U { $count } dluhu seznam částku neuvádí; v součtech není.
   *[other] U { $count } dluhů seznam částku neuvádí; v součtech nejsou.
}
brief-public-numbers = Částky jsou zaokrouhlené dolů na tisíce korun. Podrobnější členění zveřejňuje jen kraj za všechny obce dohromady, aby se skryté počty nedaly dopočítat.
brief-by-tones = Co s dluhy
brief-by-regimes = Podle čeho
brief-by-creditors = Komu se dluží
brief-by-enforcement_kinds = Kdo vymáhá
brief-rest = { $count ->
    [few] ostatní ({ $count } řádky)
   *[other] ostatní ({ $count } řádků)
}
brief-stopped = Od { $day } { $count ->
    [0] neskončilo vymáhání žádného dluhu
    [one] skončilo vymáhání { $count } dluhu
   *[other] skončilo vymáhání { $count } dluhů
} z dětství.
brief-rejected = { $count ->
    [one] { $count } řádek seznamu nešel přečíst a v číslech není.
    [few] { $count } řádky seznamu nešly přečíst a v číslech nejsou.
   *[other] { $count } řádků seznamu nešlo přečíst a v číslech nejsou.
}
brief-others = { $count ->
    [one] { $count } další dluh seznamu v dětství nevznikl.
    [few] { $count } další dluhy seznamu v dětství nevznikly.
   *[other] { $count } dalších dluhů seznamu v dětství nevzniklo.
}

brief-first = Co udělat nejdřív
brief-first-none = Z toho, co je známo, žádné opatření nevyplývá. Co zatím známo není, stojí níže.
brief-first-uncounted = Souhrn nepočítá, ke kterým opatřením obce dluhy vedou: vznikl starší verzí programu, nebo je z jiného období. Novější souhrn z téhož seznamu to doplní.
brief-steps-counted = Kroky, ke kterým vede posouzení jednotlivých dluhů:
brief-step-counted = { $actor }; { $debts }, { $people }.
brief-first-unknown = Dokud není seznam dluhů ani dokument obce, nejde říci, čím začít. První krok je zjistit, kolik dětí dluží.
brief-first-public = Ve verzi ke zveřejnění návrhy o jednotlivých dluzích nestojí, pokud se týkají méně než pěti lidí.
brief-suggestion = { $number }. { $title } ({ $id })
brief-when = Kdy: { $when }.
brief-step = { $actor } → { $addressee }; { $limit }. Náklady: { $cost }.
brief-step-own = { $actor }; { $limit }. Náklady: { $cost }.
brief-step-conditional = Podle okolností případu.
brief-steps-more = { $count ->
    [one] A ještě { $count } krok
    [few] A ještě { $count } kroky
   *[other] A ještě { $count } kroků
}; celý postup vypíše „dluhy municipal suggest“.
brief-effect = Co to přinese:
brief-sharing = Předání údajů:
brief-more = Co přijde potom
brief-asked = Co zjistit
brief-decides = Rozhodne: { $titles }.
brief-decides-more = Rozhodne: { $titles }; a ještě { $count ->
    [few] { $count } další návrhy
    [one] { $count } další návrh
   *[other] { $count } dalších návrhů
}.
brief-asked-more = { $count ->
    [one] A ještě { $count } otázka
    [few] A ještě { $count } otázky
   *[other] A ještě { $count } otázek
}; všechny vypíše „dluhy municipal suggest“.

brief-who-decides = Kdo v obci rozhoduje

brief-creditor = Co změnit u obce jako věřitele
brief-creditor-unknown = Není známo. Otázky na vyhlášku a praxi vymáhání jsou v dokumentu obce („dluhy municipal place new obec.toml“), čísla dá vlastní seznam pohledávek („dluhy municipal self-check“).
brief-creditor-nothing = Z toho, co je známo, není co měnit.
brief-creditor-more = Dál:
brief-creditor-fine = V pořádku už je:
brief-creditor-no-place = Na vyhlášku a praxi obec zatím neodpověděla; otázky jsou v dokumentu obce.
brief-creditor-open = { $count ->
    [one] Na { $count } otázku obec zatím neodpověděla
    [few] Na { $count } otázky obec zatím neodpověděla
   *[other] Na { $count } otázek obec zatím neodpověděla
}; vypíše je „dluhy municipal place check“.
brief-creditor-no-list = Vlastní pohledávky obce tu posouzeny nejsou; stojí to na jejích odpovědích.
brief-tally = { $debts }, { $people }, { $sum }

brief-services = Kdo tu pomáhá
brief-services-unknown = Adresář služeb nikdo nepřiložil, kdo tu působí proto není známo. Koho hledat (veřejný je registr poskytovatelů sociálních služeb):
brief-services-from = Podle adresáře služeb z { $day }. Nejdřív ti, kdo mají místo a jsou nejblíž.
brief-services-note = Kapacitu a kontakt si před odkázáním člověka ověřte. Kdo v adresáři není, může v místě působit také.
brief-col-service = Koho hledat
brief-col-problem = S čím
brief-col-offer = Kdo to tu nabízí
brief-offer = { $name } – { $level }, { $room }
brief-gaps = Ve správním obvodu chybí nebo nestačí:
brief-gaps-told = { $gaps }.

brief-index = Index sociálního vyloučení
brief-index-unknown = Pro tuto obec známý není: program s sebou nese data Karlovarského a Plzeňského kraje za rok { $year }. Pro jiné obce ho spočítá z vlastního souboru („dluhy index soubor.csv“).
brief-index-stated = Obec o sobě uvádí index { $index }. Z čeho vznikl, tu rozebrat nejde: chybějí počty, ze kterých se počítá.
brief-index-one = Index sociálního vyloučení { $year }: { $index } z { $most } bodů
brief-index-band = { $told } – { $band }.
brief-index-partial = { $told } (neúplný, bez pásem).
brief-index-open = pásmo není rozhodnuto

brief-privacy = Ochrana údajů
brief-privacy-not-public = V podkladu nejsou jména, jen počty a součty. I ty mohou v malé obci někoho prozradit, proto se nezveřejňuje; pro veřejnost je verze „--public“.
brief-privacy-public = Počty pod pět jsou skryté. V malé obci může člověka prozradit i větší číslo; před zveřejněním to posuďte.

brief-practice = Jak to udělali jinde
brief-measures = Která opatření strategie to naplňuje

brief-made = Podklad sestavil program z dat, ručně v něm nikdo nic nedopsal. Program navrhuje a uvádí důvody, rozhoduje člověk. Co není známo, není bráno jako „ne“. Celé otisky má doklad vedle souboru.
brief-marks = Čísla nad řádkem odkazují na seznam předpisů. „K ověření“ znamená, že se na to před jednáním podívá právník; „☐“ je k odškrtnutí. Znak „□“ stojí místo znaku, který písmo tisku nemá.
brief-sources = Podklady a jejich otisky
brief-source-list = seznam
brief-source-aggregate = souhrn
brief-source-place = dokument obce
brief-source-index = data indexu
brief-source-directory = adresář
brief-receipt-result = Otisk textu podkladu

brief-errors = Podklad pro obec nejde vytvořit:
brief-written = Podklad je v souboru { $path }.
brief-keep = Je neveřejný: nezveřejňujte ho a nepřeposílejte dál. Ke zveřejnění je verze --public.
brief-template-written = Šablona je v souboru { $path }. Upravte styly, záhlaví a zápatí; odstavec s „content“ v dvojitých složených závorkách v ní nechte.
briefs-written = { $count ->
    [one] Hotovo: { $count } obec
    [few] Hotovo: { $count } obce
   *[other] Hotovo: { $count } obcí
}, podklady jsou ve složce { $path }.
briefs-progress = Píšu podklady obcí
brief-creditor-own-claims = Počty v této části jsou jen z pohledávek, jejichž věřitelem je sama obec. Pohledávky jejích organizací a firem k nim přidá „dluhy municipal self-check“; s volbou --creditor a názvem obce dá stejná čísla jako tady.
