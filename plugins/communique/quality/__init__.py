"""Does a batch hold together? Great Expectations over the staged records, and what fails is held back with reasons."""

from communique.quality.validate import QualityError, Verdict, validate

__all__ = ["QualityError", "Verdict", "validate"]
