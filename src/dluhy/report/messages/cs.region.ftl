# The exchange file and the overview of a region.

aggregate-written = { $count ->
    [one] Souhrn pro kraj ({ $count } obec): { $path }
    [few] Souhrn pro kraj ({ $count } obce): { $path }
   *[other] Souhrn pro kraj ({ $count } obcí): { $path }
}
aggregate-not-public = Souhrn je neveřejný: nejsou v něm lidé, ale malé počty na ně mohou ukázat. Předejte jej jen kraji.
aggregate-not-public-rename = Souhrn je neveřejný: nejsou v něm lidé, ale malé počty na ně mohou ukázat. Předejte jej jen kraji; do jména souboru patří slovo NEVEREJNE.
