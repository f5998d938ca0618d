"""How fast is the warehouse at a million records, and how large? Made-up records, staged, loaded, resolved and asked."""
