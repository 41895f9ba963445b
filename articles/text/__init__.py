"""Plain Python on strings: cleaning, direction, slugs, excerpts, search keys. No Django here."""
