# Many cases at once.

many-done = { $screened ->
    [one] { $screened } case screened
   *[other] { $screened } cases screened
}, { $refused ->
    [0] none refused
   *[other] { $refused } refused
}.
many-one-only = { $option } is for one case only, not for a folder or a file of many cases.
