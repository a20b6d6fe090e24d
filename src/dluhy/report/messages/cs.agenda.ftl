# Jeden plán přes všechna témata, stránka pro klienta a otázky.

agenda-heading = Plán: { $count ->
    [one] { $count } krok
    [few] { $count } kroky
   *[other] { $count } kroků
} podle naléhavosti
agenda-week = Tento týden:
agenda-later = Potom:
agenda-who = Kdo: { $actor }. Komu: { $addressee }.
agenda-due = Do kdy: { $day } ({ $why }).
agenda-no-day = Do kdy: { $why }.
agenda-no-day-limit = Do kdy: { $why } ({ $limit }).
agenda-debts = Týká se: { $debts }.
agenda-because = Proč: { $reasons }.
agenda-conditional = Některá podmínka tohoto kroku ještě není rozhodnutá.
agenda-set-aside = Co se teď nedělá a proč:
agenda-gave-way = { $why } Odloženo: { $titles }.

client-title = Co teď dělat ({ $ref }, { $day })
client-no-debts = Žádné dluhy teď neevidujeme.
client-debts = { $count ->
    [one] Máte { $count } dluh.
    [few] Máte { $count } dluhy.
   *[other] Máte { $count } dluhů.
} Kolik přesně dlužíte, ještě zjistíme.
client-debts-sum = { $count ->
    [one] Máte { $count } dluh: { $sum }.
    [few] Máte { $count } dluhy, dohromady { $sum }.
   *[other] Máte { $count } dluhů, dohromady { $sum }.
}
client-disputed = { $count ->
    [one] U jednoho dluhu
   *[other] U některých dluhů
} je možné, že platit nemusíte.
client-enforced = { $count ->
    [one] Jeden dluh už vymáhá exekutor nebo úřad.
   *[other] Některé dluhy už vymáhá exekutor nebo úřad.
}
client-limit = Pozor, běží lhůta. Končí { $day }.
client-short = Každý měsíc vám chybí { $sum }.
client-left = Každý měsíc vám zbývá { $sum }.
client-do = Co udělat tento týden
client-nothing = Připravte si, co je napsané níže. Uvidíme se na schůzce.
client-more = { $count ->
    [one] Ještě { $count } věc probereme na schůzce.
    [few] Ještě { $count } věci probereme na schůzce.
   *[other] Ještě { $count } věcí probereme na schůzce.
}
client-towards = Komu: { $name }.
client-sum-unknown = částka neznámá
client-others = a další
client-until = Udělejte to do { $day }.
client-bring = Co přinést
client-avoid = Co nedělat
client-help = Kde vám pomohou
client-next = Příští schůzka: { $blank }

asking-heading = Na co se zeptat příště
asking-about = Koho a čeho se to týká: { $about }.
asking-decides = Rozhodne: { $what }.
asking-answer = { $answer }: { $effect }.
asking-others = jiná odpověď
asking-nothing = samo nic nezmění
asking-more = { $count ->
    [one] A ještě { $count } otázka; všechny jsou ve výstupu JSON.
    [few] A ještě { $count } otázky; všechny jsou ve výstupu JSON.
   *[other] A ještě { $count } otázek; všechny jsou ve výstupu JSON.
}
