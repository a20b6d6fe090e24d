# The brief of a municipality: "Jak na dluhy" for one place. A mayor reads it, aloud at a meeting.

brief-title = What to do about debts: { $name }
brief-subtitle = A brief for the municipality · district { $district }, { $region } · as of { $day }
brief-running-not-public = What to do about debts: { $name }, as of { $day } · not public
brief-running-public = What to do about debts: { $name }, as of { $day }
brief-not-public = Not public. Small counts may point at people. The brief is for the municipality’s leaders and those who need it for their work.
brief-public = For publication. Groups of one to four people are hidden and suggestions have no counts.

brief-short = In short
brief-short-unknown = How many children and young adults owe here is not known. The first part says how to find out.
brief-short-nobody = In the list judged for { $day } there is nobody who has or may have a debt from childhood.
brief-short-whole = A debt from childhood is or may be owed by { $count ->
    [one] { $count } person
   *[other] { $count } people
}: { $parts }. That is { $debts }; together { $sum }.
brief-short-public = A debt from childhood is or may be owed by: { $parts }. { $count ->
    [0] No group is hidden.
    [one] { $count } group is hidden for its small number.
   *[other] { $count } groups are hidden for their small numbers.
}
brief-nothing-published = nothing that could be published
brief-count-children = { $count ->
    [one] { $count } child
   *[other] { $count } children
} under 18
brief-count-adults = { $count ->
    [one] { $count } adult who has it from childhood
   *[other] { $count } adults who have it from childhood
}
brief-count-undecided = { $count ->
    [one] { $count } person of whom it cannot be told without more data
   *[other] { $count } people of whom it cannot be told without more data
}
brief-short-stop = { $debts } ({ $sum }): whoever was a child then does not owe them, and enforcing them against that person should end.
brief-short-soon = { $count ->
    [one] { $count } child comes
   *[other] { $count } children come
} of age within { $days } days. After that it is harder and dearer to mend.
brief-short-first = Where to begin:
brief-line = { $title } – { $counts }; { $due }
brief-line-alone = { $title } – { $due }

brief-sum-unknown = the list states no amounts
brief-sum-least = at least { $sum }
brief-sum-partly = { $sum } without { $count ->
    [one] { $count } debt whose amount is missing
   *[other] { $count } debts whose amounts are missing
}
brief-hidden = hidden
brief-under-five = under 5
brief-cell-unknown = not known

brief-numbers = Children and young adults with a debt from childhood
brief-numbers-unknown = Not known. Nobody has supplied a list of debts and enforcements yet from which it could be counted. How to find out:
brief-numbers-how-1 = Take your own records of arrears (waste, rents, library, public transport) and check them with “dluhy minors check seznam.xlsx”. A date of birth, the kind of debt and the fee year or the due day suffice.
brief-numbers-how-2 = Ask the executors who enforce for the municipality for a list of running proceedings. They may give it to the creditor.
brief-numbers-how-3 = The Chamber of Executors publishes how many people are in enforcement by municipality and age as open data. They do not show how many debts arose in childhood.
brief-numbers-from = By the list judged for { $day }. What decides is the age on the day when the debt was due or arose.
brief-all = Together
brief-col-who = Who
brief-col-people = People
brief-col-debts = Debts
brief-col-sum = Owed
brief-amounts-unknown = { $count ->
    [one] The list states no amount for { $count } debt; it is not in the sums.
   *[other] The list states no amounts for { $count } debts; they are not in the sums.
}
brief-public-numbers = Sums are rounded down to thousands of crowns. Only the region publishes more detail, for all municipalities together, so that hidden counts cannot be worked out.
brief-by-tones = What to do with the debts
brief-by-regimes = By which rule
brief-by-creditors = To whom it is owed
brief-by-enforcement_kinds = Who enforces
brief-rest = others ({ $count } lines)
brief-stopped = Since { $day } enforcement ended for { $count ->
    [one] { $count } debt
   *[other] { $count } debts
} from childhood.
brief-rejected = { $count ->
    [one] { $count } row of the list could not be read and is not in the numbers.
   *[other] { $count } rows of the list could not be read and are not in the numbers.
}
brief-others = { $count ->
    [one] { $count } other debt of the list did not arise in childhood.
   *[other] { $count } other debts of the list did not arise in childhood.
}

brief-first = What to do first
brief-first-none = Nothing that is known calls for an intervention. What is not known yet stands below.
brief-first-uncounted = The summary does not count which interventions the debts call for: it was made by an older version, or is of another time. A newer summary of the same list adds it.
brief-steps-counted = Steps that the screening of the debts leads to:
brief-step-counted = { $actor }; { $debts }, { $people }.
brief-first-unknown = Without a list of debts or a place document it cannot be said where to begin. The first step is to find out how many children owe.
brief-first-public = For publication, suggestions about debts are left out where they concern fewer than five people.
brief-suggestion = { $number }. { $title } ({ $id })
brief-when = When: { $when }.
brief-step = { $actor } → { $addressee }; { $limit }. Cost: { $cost }.
brief-step-own = { $actor }; { $limit }. Cost: { $cost }.
brief-step-conditional = Depending on the case.
brief-steps-more = { $count ->
    [one] And { $count } more step
   *[other] And { $count } more steps
}; “dluhy municipal suggest” lists all.
brief-effect = What it brings:
brief-sharing = Passing on data:
brief-more = What comes next
brief-asked = What to find out
brief-decides = It decides: { $titles }.
brief-decides-more = It decides: { $titles }; and { $count } more.
brief-asked-more = { $count ->
    [one] And { $count } more question
   *[other] And { $count } more questions
}; “dluhy municipal suggest” lists all.

brief-who-decides = Who decides in the municipality

brief-creditor = What to change as a creditor
brief-creditor-unknown = Not known. The questions on the ordinance and the practice of collecting are in the place document (“dluhy municipal place new obec.toml”); the numbers come from the municipality’s own list of claims (“dluhy municipal self-check”).
brief-creditor-nothing = Nothing that is known needs changing.
brief-creditor-more = Further:
brief-creditor-fine = Fine already:
brief-creditor-no-place = The municipality has not answered on its ordinance and practice yet; the questions are in the place document.
brief-creditor-open = { $count ->
    [one] { $count } question is not answered yet
   *[other] { $count } questions are not answered yet
}; “dluhy municipal place check” lists them.
brief-creditor-no-list = The municipality’s own claims were not looked at; this rests on its answers.
brief-tally = { $debts }, { $people }, { $sum }

brief-services = Who helps here
brief-services-unknown = No directory of services was given, so it is not known who works here. Whom to look for (the register of social-service providers is public):
brief-services-from = By the directory of services of { $day }. Those with room and nearest come first.
brief-services-note = Verify room and contact before you send anybody. Somebody not in the directory may work here too.
brief-col-service = Whom to look for
brief-col-problem = With what
brief-col-offer = Who offers it here
brief-offer = { $name } – { $level }, { $room }
brief-gaps = Missing or not enough in the district of the authority:
brief-gaps-told = { $gaps }.

brief-index = Index of social exclusion
brief-index-unknown = Not known of this municipality: the program carries the data of the Karlovy Vary and Plzeň regions for { $year }. For others it computes the index from a file (“dluhy index file.csv”).
brief-index-stated = The municipality states an index of { $index }. What it came from cannot be told here: the counts are missing.
brief-index-one = Index of social exclusion { $year }: { $index } of { $most } points
brief-index-band = { $told } – { $band }.
brief-index-partial = { $told } (partial, without bands).
brief-index-open = the band is not decided

brief-privacy = Data protection
brief-privacy-not-public = There are no names in the brief, only counts and sums. In a small municipality even these may give somebody away, so it is not for publication; “--public” makes a version that is.
brief-privacy-public = Counts under five are hidden. In a small municipality a larger number may give somebody away too; weigh that before you publish.

brief-practice = How others did it
brief-measures = Which measures of the strategy it serves

brief-made = The program put the brief together from data; nobody wrote anything into it by hand. The program suggests and gives reasons, a person decides. What is not known is not taken for “no”. The receipt beside the file has the hashes in full.
brief-marks = Raised numbers refer to the list of provisions. “To be verified” means that a lawyer looks at it before anybody acts; “☐” is to be ticked off. “□” stands for a sign that the print has no letter for.
brief-sources = Sources and their hashes
brief-source-list = list
brief-source-aggregate = summary
brief-source-place = place document
brief-source-index = index data
brief-source-directory = directory
brief-receipt-result = Hash of the text

brief-errors = The brief cannot be made:
brief-written = The brief is in { $path }.
brief-keep = It is not public: do not publish or forward it. --public makes a version that is.
brief-template-written = The template is in { $path }. Change styles, header and footer; leave the paragraph with “content” in double braces in it.
briefs-written = { $count ->
    [one] Done: { $count } municipality
   *[other] Done: { $count } municipalities
}, the briefs are in { $path }.
briefs-progress = Writing the briefs of municipalities
brief-creditor-own-claims = The counts in this part are of claims whose creditor is the municipality itself. “dluhy municipal self-check” adds the claims of its organisations and companies; with --creditor and the name of the municipality it gives the same numbers as here.
