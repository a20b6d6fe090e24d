# The exchange file and the overview of a region.

aggregate-written = { $count ->
    [one] Summary for the region ({ $count } municipality): { $path }
   *[other] Summary for the region ({ $count } municipalities): { $path }
}
aggregate-not-public = The summary is not public: it holds no people, but small counts may point at them. Give it to the region only.
aggregate-not-public-rename = The summary is not public: it holds no people, but small counts may point at them. Give it to the region only; its name should hold the word NEVEREJNE.
