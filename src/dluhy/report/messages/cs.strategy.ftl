# Opatření strategie.

strategy-what = { $kind }, oblast: { $pillar }
strategy-parents = Patří k
strategy-parts = Patří k němu
strategy-owners = Kdo
strategy-targets = Pro koho
strategy-trigger = Kdy
strategy-always = vždy, bez ohledu na zjištění
strategy-does = Co pro to dělá program
strategy-where = Kde
strategy-rules = Pravidla, která mu slouží
strategy-verdicts = Slouží mu každé pravidlo, z něhož plyne
strategy-interventions = Opatření obce, která mu slouží
strategy-sources = Dokumenty
strategy-pillar = Pilíř { $number }: { $name }
strategy-counts = { $all ->
    [one] { $all } položka
    [few] { $all } položky
   *[other] { $all } položek
}: program dělá { $done }, zčásti { $partly }, nedělá { $not_done_by_software }.
