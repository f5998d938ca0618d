"""English: words, titles, calendar and rules, as data for the pipes of `extractors.summit`."""
