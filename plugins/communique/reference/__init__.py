"""Reference data: the register that the project ships, and how it is kept up to date from Wikidata."""
