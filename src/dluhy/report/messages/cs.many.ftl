# Mnoho případů najednou.

many-done = { $screened ->
    [one] Posouzen { $screened } případ
    [few] Posouzeny { $screened } případy
   *[other] Posouzeno { $screened } případů
}, { $refused ->
    [0] žádný nebyl odmítnut
    [one] { $refused } byl odmítnut
    [few] { $refused } byly odmítnuty
   *[other] { $refused } bylo odmítnuto
}.
many-one-only = { $option } je jen pro jeden případ, ne pro složku nebo soubor s mnoha případy.
many-ref = Případ
many-urgency = Naléhavost
many-entry = Oddlužení
many-way = Doporučená cesta
many-missing = Co zjistit
many-unknown = není známo
many-none = –
many-nothing = nic
many-more = (+{ $count }) { $named }
