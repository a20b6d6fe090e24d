# The place document (obec.toml) and the municipality as a creditor.

place-written = An empty place document is in { $path }.
place-errors = The place document cannot be used, { $count ->
    [one] there is { $count } error in it
   *[other] there are { $count } errors in it
}:
place-ok = { $name }, as of { $day }: the document is in order.
place-no-gaps = Nothing is missing in it.
place-gaps = Not known – { $what }:
