"""Lists as files -> a clean frame of facts, and every row that could not be used with its reason."""
