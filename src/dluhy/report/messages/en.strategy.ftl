# Measures of the strategy.

strategy-what = { $kind }, area: { $pillar }
strategy-parents = Belongs to
strategy-parts = Belonging to it
strategy-owners = Who
strategy-targets = For whom
strategy-trigger = When
strategy-always = always, whatever was found
strategy-does = What the program does for it
strategy-where = Where
strategy-rules = Rules that serve it
strategy-verdicts = Served by every rule from which follows
strategy-interventions = Interventions of a municipality that serve it
strategy-sources = Documents
strategy-pillar = Pillar { $number }: { $name }
strategy-counts = { $all ->
    [one] { $all } item
   *[other] { $all } items
}: the program does { $done }, partly { $partly }, not { $not_done_by_software }.
