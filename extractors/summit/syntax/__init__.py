"""A second opinion on who met whom and who travelled where, from a dependency parser."""
