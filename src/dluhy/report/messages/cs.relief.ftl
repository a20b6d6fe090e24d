# Oddlužení v posouzení případu.

relief-heading = Oddlužení: co mu brání a co by přineslo
relief-person = Kdo: { $people }
relief-nobody = osoba neuvedena
relief-unknown = není známo
relief-running = Oddlužení už běží; zda do něj lze vstoupit, se neposuzuje. Průběh sledujte v insolvenčním rejstříku.
relief-running-unknown = Není známo, zda už neběží insolvenční řízení, ve kterém bylo oddlužení povoleno. Následující platí, jen pokud neběží.

relief-class-likely-admissible = Pravděpodobně přípustné: nic z toho, co je známo, vstupu nebrání. Rozhoduje soud.
relief-class-admissible-with-help = Přípustné jen s pomocí: nic jiného z toho, co je známo, nebrání, ale na nejnižší splátku příjem sám nestačí.
relief-class-cannot-say = Nelze říci, zda je oddlužení přípustné: chybějí údaje.
relief-class-needs-lawyer = Musí posoudit člověk znalý práva: jsou tu okolnosti, které soud zvažuje.
relief-class-blocked-until = Zatím tomu brání dřívější řízení.
relief-class-inadmissible-now = Teď návrh podat nelze: některá podmínka splněna není.

relief-barred = Dřívější řízení brání do { $day }; od toho dne už ne.
relief-barred-past = Právo toho dne sada pravidel nezná; den ověřte.
relief-condition = { $title }: { $verdict }. Podmínka zní: { $sentence }
relief-condition-weighed = { $title }: { $verdict }.
relief-opens = Od { $day } už nebrání.
relief-met = Splněno: { $titles }.
relief-not-known = Není známo: { $titles }.
relief-weigh = Ke zvážení člověkem: { $title }. { $sentence }
relief-flag = Pozor: { $title }. { $sentence }
relief-track = Jiná délka: { $title }. { $sentence }
relief-ask = Zeptejte se:
relief-ask-more = { $count ->
    [one] A ještě { $count } otázka; celý seznam je ve výstupu JSON.
    [few] A ještě { $count } otázky; celý seznam je ve výstupu JSON.
   *[other] A ještě { $count } otázek; celý seznam je ve výstupu JSON.
}

relief-pay = Kolik je třeba platit
relief-least = Nejnižší měsíční platba, se kterou lze vstoupit: { $sum }. Počítáno na { $months } měsíců:
relief-own-enough = Z příjmu by se měsíčně platilo { $sum }; na nejnižší platbu to stačí.
relief-own-short-most = Z příjmu by se měsíčně platilo { $sum }; na nejnižší platbu chybí nejvýš { $short } měsíčně. Není-li správce plátcem DPH, platba je nižší.
relief-own-short = Z příjmu by se měsíčně platilo { $sum }; na nejnižší platbu chybí { $short } měsíčně.
relief-own-unknown = Kolik by se z příjmu platilo, není známo.
relief-lowest = Nejnižší platby dosáhne čistý příjem aspoň { $sum } měsíčně.
relief-lowest-first = Při nezměněném příjmu druhého z manželů jí dosáhne čistý příjem prvního z nich ({ $person }) aspoň { $sum } měsíčně.

relief-course = Co by oddlužení přineslo
relief-course-none = Nejde spočítat; důvody jsou níže.
relief-assumption = Předpoklad: právo je známo do { $day }; v dalších měsících (celkem { $months }) se počítá s posledními známými částkami. Skutečné částky budou jiné.
relief-marked = { $text } (předpoklad).
relief-regime = Řídí se insolvenčním zákonem: { $regime }.
relief-length = { $months ->
    [one] Délka: { $months } splátka, za { $end }.
    [few] Délka: { $months } splátky, poslední za { $end }.
   *[other] Délka: { $months } splátek, poslední za { $end }.
}
relief-first = První měsíc splátkového kalendáře se zaplatí { $sum }.
relief-left = Na život zbude v prvním měsíci { $sum }.
relief-left-least = Na život zbude v prvním měsíci aspoň { $sum }; některý příjem není znám.
relief-percent = Nezajištění věřitelé by dostali { $percent }, celkem { $sum }.
relief-paid = Celkem se zaplatí { $sum }, z toho insolvenčnímu správci { $trustee }.
relief-maintenance = Na výživné připadne { $sum }.
relief-target = Cíl: { $label } ({ $percent }) – při { $month }. splátce.
relief-target-never = Cíl: { $label } ({ $percent }) – nevychází.
relief-survive-none = Žádný z uvedených dluhů by osvobození nepřežil.
relief-survives = Dluh { $id } ({ $kind }) osvobozením nezaniká; zůstalo by { $sum }.
relief-survives-unclear = Dluh { $id } ({ $kind }): zda osvobození kryje zbytek { $sum }, není jisté.
relief-variants = Kdyby bylo něco jinak:
relief-column-change = co je jinak
relief-column-percent = uspokojení
relief-column-left = zbude za měsíc

relief-why-not = Co nejde spočítat a proč:
relief-assumed = Co se předpokládá:
relief-left-out = Nepočítají se dluhy z dětství, které podle posouzení dluží někdo jiný nebo za které se odpovídá jen majetkem z dětství:
relief-unsure = U těchto dluhů není jisté, zda je dlužník dluží; počítají se:

relief-papers = Návrh
relief-fee-none = Za sepsání a podání nesmí vzít nic.
relief-fee = Za sepsání a podání smí vzít nejvýše { $most }.
relief-fee-tax = Za sepsání a podání smí vzít nejvýše { $least }, plátce daně z přidané hodnoty { $most }; akreditovaná osoba nic.
relief-court = Podává se k soudu: { $court }.
relief-court-verify = Soud ověřte podle adresy: obce, které přešly do jiného okresu, mohou patřit jinam.
relief-court-unknown = Příslušný soud nejde říct: není známo bydliště.
relief-attachments = Přílohy, které ještě chybějí:
relief-attachments-untold = Co je třeba přiložit (zda už něco je, není uvedeno):
relief-attachment-practice = { $label } (zákon nenařizuje, v praxi se žádá)
relief-attachment-maybe = { $label } (není známo, zda je třeba)
relief-case-title = Oddlužení v případu {$ref} ke dni {$day}
relief-case-none = V případu není žádný dluh dlužníka ani návrh na oddlužení; není co posuzovat.
relief-case-written = Oddlužení zapsáno: {$path}
