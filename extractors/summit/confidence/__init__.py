"""The confidence pipe: patterns.py says what is looked for, pipe.py how."""
