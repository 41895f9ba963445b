"""Where the river story stands: its own page, its translation's, and every list."""

RIVER = {"river", "river in Persian", "front", "older front", "world"}
RIVER |= {"politics", "water", "mara"}
