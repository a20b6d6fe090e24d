# Návrhy pro obec: co udělat, pro koho, dokdy a podle čeho.

suggest-title-case = Co může obec udělat pro případ { $ref } (k { $day })
suggest-title-list = Co má obec udělat podle seznamu { $ref } (k { $day })
suggest-title-municipality = Co má udělat obec { $place } (k { $day })
suggest-title-municipality-list = Co má udělat obec { $place } podle seznamu { $ref } (k { $day })
suggest-role-municipality = obec
suggest-role-child = zástupce dítěte, nebo dospělý dlužník
suggest-level-debt = o dluzích
suggest-level-household = o domácnosti
suggest-level-place = o obci

suggest-count-children = { $count ->
    [one] { $count } dítě
    [few] { $count } děti
   *[other] { $count } dětí
}
suggest-count-people = { $count ->
    [one] { $count } člověk
    [few] { $count } lidé
   *[other] { $count } lidí
}
suggest-count-others = { $count ->
    [one] { $count } další člověk
    [few] { $count } další lidé
   *[other] { $count } dalších lidí
}
suggest-count-debts = { $count ->
    [one] { $count } dluh
    [few] { $count } dluhy
   *[other] { $count } dluhů
}
suggest-count-households = { $count ->
    [one] { $count } domácnost
    [few] { $count } domácnosti
   *[other] { $count } domácností
}
suggest-household-with = domácnost { $count ->
    [one] s { $count } dítětem
    [2] se { $count } dětmi
    [3] se { $count } dětmi
    [4] se { $count } dětmi
    [6] se { $count } dětmi
    [7] se { $count } dětmi
   *[other] s { $count } dětmi
}
suggest-households-with = { $households } { $count ->
    [one] s { $count } dítětem
    [2] se { $count } dětmi
    [3] se { $count } dětmi
    [4] se { $count } dětmi
    [6] se { $count } dětmi
    [7] se { $count } dětmi
   *[other] s { $count } dětmi
}
suggest-count-places = { $count ->
    [one] { $count } obec
    [few] { $count } obce
   *[other] { $count } obcí
}
suggest-count-unknown = { $count ->
    [one] u { $count } dluhu částka chybí
   *[other] u { $count } dluhů částka chybí
}
suggest-looked-at = Posouzeno: { $counts }.
suggest-looked-at-nothing = Není co posoudit: v podkladu není žádný dluh, domácnost ani údaj o obci.
suggest-none = Nic z toho, co o dluzích, lidech a obci víme, žádné opatření nevyvolává.
suggest-first = Co udělat nejdřív:
suggest-first-line = { $title } – { $counts }; { $due }
suggest-first-line-alone = { $title } – { $due }
suggest-first-more = { $count ->
    [one] A ještě { $count } návrh, najdete ho níže.
    [few] A ještě { $count } návrhy, najdete je níže.
   *[other] A ještě { $count } návrhů, najdete je níže.
}
suggest-concerned = Týká se to dohromady: { $counts }.
suggest-children-birthday = Nejbližší 18. narozeniny: { $day }.
suggest-due-day = do { $day }
suggest-due-birthday = do nejbližších 18. narozenin { $day }
suggest-due-at-once = bez odkladu; nejpozději { $due }
suggest-when-at-once = Kdy: bez odkladu; nejpozději do { $day } ({ $why }).
suggest-first-ask = Co zjistit nejdřív:
suggest-next = Níže: { $parts }.
suggest-next-items = jednotlivé návrhy s postupem a předpisy
suggest-next-undecided = co se zatím nedá říct
suggest-next-set-aside = co se nenavrhuje a proč
suggest-next-checklist = kontrolní seznam
suggest-next-questions = otázky

suggest-heading-items = { $count ->
    [one] Návrh
   *[other] Návrhy podle naléhavosti ({ $count })
}
suggest-heading-undecided = Co se nedá říct, dokud se něco nezjistí
suggest-heading-set-aside = Co se nenavrhuje a proč
suggest-heading-checklist = Kontrolní seznam: co platí vždy nebo má předcházet
suggest-heading-questions = Co zjistit, podle toho, co to rozhodne
suggest-item = { $title } ({ $id })
suggest-for = Pro koho: { $counts }.
suggest-for-undecided = Možná také: { $counts }.
suggest-when-day = Do kdy: { $day } ({ $why }).
suggest-when = Kdy: { $why }.
suggest-birthday-due = nejbližší 18. narozeniny
suggest-birthday = Nejbližší 18. narozeniny: { $day }.
suggest-who = Kdo: { $actors }.
suggest-why = Proč: { $sentence }
suggest-facts = Rozhodlo ({ $origin }): { $facts }.
suggest-fact = { $label }: { $value }
suggest-conditions = Podmínky:
suggest-condition-met = { $text }: ano
suggest-condition-not-met = { $text }: ne
suggest-condition-unknown = { $text }: neví se
suggest-requires = Napřed: { $titles }.
suggest-steps = Postup:
suggest-step = { $title }. { $actor } → { $addressee } ({ $limit }; náklady: { $cost }).
suggest-step-own = { $title }. { $actor } ({ $limit }; náklady: { $cost }).
suggest-cost-borne = { $cost }; nese je { $bears }
suggest-step-due = Poslední den nejbližší běžící lhůty: { $day }.
suggest-step-conditional = Zda se tento krok hodí, ještě není rozhodnuto.
suggest-step-needs = Předem je třeba: { $needs }
suggest-step-some = Jen u { $count } z nich.
suggest-effect = Co to přinese: { $effect }
suggest-sharing = Komu se smějí předat údaje:
suggest-basis = { $text } ({ $kind }).
suggest-measures = Opatření strategie: { $measures }.
suggest-measure = { $id } { $title }
suggest-rows = Řádky seznamu: { $refs }.
suggest-debts = Týká se dluhů: { $refs }.
suggest-households = Týká se domácnosti: { $refs }.
suggest-more = { $refs } a dalších { $count }
suggest-more-one = { $refs } a dalšího { $count }
suggest-of-person = { $ref } ({ $person })
suggest-occurrence = { $ref }: { $facts }
suggest-undecided = { $title } ({ $id }) – { $counts }. Zjistit: { $ask }
suggest-undecided-alone = { $title } ({ $id }). Zjistit: { $ask }
suggest-set-aside = { $title } ({ $id }) – { $counts }: { $why }
suggest-set-aside-by = { $title } ({ $id }) – { $counts }: { $why } (přednost má { $by })
suggest-checklist = { $title } ({ $id }). Kdy: { $when }
suggest-checklist-needed = { $title } ({ $id }). Teď kvůli: { $titles }.
suggest-question = { $ask } Rozhodne: { $decides } – { $counts }.
suggest-question-alone = { $ask } Rozhodne: { $decides }.
suggest-questions-more = { $count ->
    [one] A ještě { $count } otázka; všechny vypíše --full.
    [few] A ještě { $count } otázky; všechny vypíše --full.
   *[other] A ještě { $count } otázek; všechny vypíše --full.
}
suggest-no-names = Obsahuje údaje o lidech: patří jen tomu, kdo na ně má právo. Před předáním čtěte u každého návrhu, komu se smějí sdělit.

suggest-yes = ano
suggest-no = ne
suggest-unknown = neví se
suggest-unknown-count = u { $count } se neví
suggest-value-count = { $value } ({ $count }×)
suggest-between = { $least } až { $most }

suggest-book = Návrhy pro obec podle seznamu exekucí
sheet-suggestion-about = O výsledku
sheet-suggestions = Návrhy
sheet-suggestion-undecided = Nerozhodnuto
sheet-suggestion-rows = Komu a čemu
sheet-suggestion-steps = Postupy návrhů
sheet-suggestion-aside = Nenavrhuje se
sheet-suggestion-checklist = Kontrolní seznam
sheet-suggestion-asked = Co zjistit
col-suggestion = Návrh
col-children = Dětí
col-people_number = Lidí
col-do_by = Do kdy
col-belongs = Kdy
col-coming_of_age = Nejbližší 18. narozeniny
col-because = Proč
col-facts_told = Co rozhodlo
col-before_it = Napřed
col-brings = Co to přinese
col-sharing = Předávání údajů
col-measures = Opatření strategie
col-amounts_unknown = Dluhů bez částky
col-maybe_debts = Možná dalších dluhů
col-is_child = Mladší 18 let
col-bears = Kdo nese náklady
col-gave_way = Proč ne
col-preferred = Přednost má
col-needed_for = Teď kvůli
col-decides = Co rozhodne
suggest-about-limits = Program navrhuje a uvádí důvody, rozhoduje člověk. Co není známo, není bráno jako „ne“: návrh, o kterém rozhodne chybějící údaj, stojí mezi nerozhodnutými.
suggest-rejected = { $count ->
    [one] { $count } řádek seznamu nejde použít, návrhy ho nezahrnují.
    [few] { $count } řádky seznamu nejdou použít, návrhy je nezahrnují.
   *[other] { $count } řádků seznamu nejde použít, návrhy je nezahrnují.
}

suggest-title-region = Co mají udělat obce v kraji (k { $day })
suggest-region-reported = { $count ->
    [one] Podle údajů { $count } obce.
   *[other] Podle údajů { $count } obcí.
}
suggest-region-not-public = Neveřejné: malé počty mohou ukázat na konkrétní lidi.
suggest-region-where = { $count ->
    [one] { $count } obec: { $counts }. Kde: { $places }.
    [few] { $count } obce: { $counts }. Nejvíc: { $places }.
   *[other] { $count } obcí: { $counts }. Nejvíc: { $places }.
}
suggest-region-where-alone = { $count ->
    [one] { $count } obec: { $places }.
    [few] { $count } obce: { $places }.
   *[other] { $count } obcí: { $places }.
}
suggest-region-left-out = { $count ->
    [one] Souhrn jedné obce ({ $places }) neříká, která opatření její dluhy vyvolávají. Chybí tu proto dluhy, které z dětství jsou nebo být mohou: { $debts }.
   *[other] Souhrn od { $count } obcí neříká, která opatření jejich dluhy vyvolávají ({ $places }). Chybí tu proto dluhy, které z dětství jsou nebo být mohou: { $debts }.
}
suggest-region-left-out-mend = Navrženo je pro ně jen to, k čemu stačí údaje o obci. Doplní to nový souhrn z jejich seznamu (dluhy minors check --aggregate).
