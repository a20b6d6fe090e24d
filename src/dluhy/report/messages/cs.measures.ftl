# Opatření strategie, kterým zjištění slouží.

measures-heading = Kterým opatřením strategie to slouží
measures-line = { $measure }. Zjištění: { $because }.
measures-heading-list = Podle opatření strategie
measures-note = Jeden dluh slouží více opatřením, řádky se proto nesčítají. Počítá se jen to, co je rozhodnuté; zaplacené a už nevymáhané dluhy tu nejsou. Co které opatření znamená, ukáže „dluhy strategy show“.
measures-heading-meeting = Kterým opatřením strategie jednání slouží
col-measure = Opatření
