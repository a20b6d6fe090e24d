# In what a result computed again differs from the one that the receipt belongs to.

replay-field-job = job
replay-field-as-of = day judged
replay-field-pack = rule pack
replay-field-pack-version = version of the rule pack
replay-field-pack-hash = hash of the rule pack
replay-field-program-version = version of the program
replay-field-input-sha256 = hash of the input
replay-field-reading-sha256 = hash of how the input was read
replay-field-rows-in = rows of the input
replay-field-rows-judged = rows judged
replay-field-rows-rejected = rows rejected
replay-field-result-sha256 = hash of the result
replay-field-options = options
replay-field-content = content of the result beside the receipt
