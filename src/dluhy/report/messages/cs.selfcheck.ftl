# Dokument obce (obec.toml) a obec jako věřitel.

place-written = Prázdný dokument obce je v souboru { $path }.
place-errors = Dokument obce nejde použít, { $count ->
    [one] je v něm { $count } chyba
    [few] jsou v něm { $count } chyby
   *[other] je v něm { $count } chyb
}:
place-ok = { $name }, stav k { $day }: dokument je v pořádku.
place-no-gaps = Nic v něm nechybí.
place-gaps = Není známo – { $what }:
