# Čím se liší výsledek spočítaný znovu od toho, ke kterému patří doklad.

replay-field-job = úloha
replay-field-as-of = den, ke kterému se posuzovalo
replay-field-pack = sada pravidel
replay-field-pack-version = verze sady pravidel
replay-field-pack-hash = otisk sady pravidel
replay-field-program-version = verze programu
replay-field-input-sha256 = otisk vstupu
replay-field-reading-sha256 = otisk toho, jak se vstup četl
replay-field-rows-in = řádky vstupu
replay-field-rows-judged = posouzené řádky
replay-field-rows-rejected = odmítnuté řádky
replay-field-result-sha256 = otisk výsledku
replay-field-options = volby
replay-field-content = obsah výsledku mimo doklad
