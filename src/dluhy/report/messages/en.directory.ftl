# The directory of services.

directory-errors = The directory cannot be used, { $count ->
    [one] there is { $count } error in it
   *[other] there are { $count } errors in it
}:
directory-ok = The directory has { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} as of { $day }.
directory-no-warnings = There is nothing to mend in it.
directory-found = { $name }: { $count ->
    [0] no service
    [one] { $count } service
   *[other] { $count } services
}
directory-nobody = The directory has nobody here. That does not mean that there is nobody; it is only not known.
directory-first = First { $kind }:
directory-second = Then { $kind }:
directory-gap = nobody in the directory
directory-entry = { $name } ({ $kinds }) – { $level }; { $room }
directory-by-municipality = works in the municipality
directory-by-authority = works in the district of the authority
directory-by-district = works in the district
directory-by-region = works in the region
directory-by-country = works in the whole country
directory-room-free = can take { $count ->
    [one] { $count } person
   *[other] { $count } people
}
directory-room-full = is full
directory-room-unknown = capacity not known
directory-checked-on = checked { $day }
directory-never-checked = never checked
directory-gaps = Gaps in the network of services ({ $count ->
    [one] { $count } authority
   *[other] { $count } authorities
})
directory-gaps-none = { $name }: every watched kind of service works here and has room
directory-gap-none = nobody
directory-gap-partly = missing for { $none } of { $all } municipalities
directory-gap-full = only without room
directory-gap-unknown-capacity = capacity not known
