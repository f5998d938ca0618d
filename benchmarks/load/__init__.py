"""How fast is the warehouse at a million records, and how large? Made-up ones, staged, loaded, resolved and asked."""
