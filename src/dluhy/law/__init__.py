"""The law as data: reads `rules/`, checks it as a whole, answers what held on a day."""
