# Adresář služeb.

directory-errors = Adresář nejde použít, { $count ->
    [one] je v něm { $count } chyba
    [few] jsou v něm { $count } chyby
   *[other] je v něm { $count } chyb
}:
directory-ok = Adresář má { $count ->
    [one] { $count } záznam
    [few] { $count } záznamy
   *[other] { $count } záznamů
} ke dni { $day }.
directory-no-warnings = Není v něm co opravovat.
directory-found = { $name }: { $count ->
    [0] žádná služba
    [one] { $count } služba
    [few] { $count } služby
   *[other] { $count } služeb
}
directory-nobody = Adresář tu nikoho nemá. Neznamená to, že nikdo není; jen to nevíme.
directory-first = Nejdřív { $kind }:
directory-second = Potom { $kind }:
directory-gap = v adresáři nikdo
directory-entry = { $name } ({ $kinds }) – { $level }; { $room }
directory-by-municipality = působí v obci
directory-by-authority = působí ve správním obvodu ORP
directory-by-district = působí v okrese
directory-by-region = působí v kraji
directory-by-country = působí v celé republice
directory-room-free = může přijmout { $count ->
    [one] { $count } člověka
   *[other] { $count } lidí
}
directory-room-full = má plno
directory-room-unknown = kapacita není známa
directory-checked-on = ověřeno { $day }
directory-never-checked = neověřeno
directory-gaps = Mezery v síti služeb ({ $count ->
    [one] { $count } správní obvod
    [few] { $count } správní obvody
   *[other] { $count } správních obvodů
})
directory-gaps-none = { $name }: všechny sledované druhy služeb tu působí a mají místo
directory-gap-none = nikdo
directory-gap-partly = chybí pro { $none } z { $all } obcí
directory-gap-full = jen bez volné kapacity
directory-gap-unknown-capacity = kapacita není známa
