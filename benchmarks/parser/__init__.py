"""Whether a dependency parser adds to the rules, and how the one that ships was trained."""
