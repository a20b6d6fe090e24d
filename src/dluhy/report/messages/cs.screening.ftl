# Srážky z příjmů v posouzení případu.

screen-deductions = Srážky z příjmů
screen-deduction = { $person }: { $month }{ $paid ->
    [none] {""}
   *[other] , výplata { $paid }
} – { $payers }
screen-deduction-month-unknown = měsíc neznámý
screen-deduction-payer-unknown = plátce neuveden
screen-deduction-person-unknown = osoba neuvedena
screen-deduction-not = Srážku nejde spočítat: { $why }.
screen-deduction-verify = K ověření: { $note }
