# Many cases at once.

many-done = { $screened ->
    [one] { $screened } case screened
   *[other] { $screened } cases screened
}, { $refused ->
    [0] none refused
   *[other] { $refused } refused
}.
many-one-only = { $option } is for one case only, not for a folder or a file of many cases.
many-ref = Case
many-urgency = Urgency
many-entry = Debt relief
many-way = Recommended way
many-missing = To find out
many-unknown = not known
many-none = –
many-nothing = nothing
many-more = (+{ $count }) { $named }
