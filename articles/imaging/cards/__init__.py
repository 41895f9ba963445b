"""Share cards: a headline as a picture, in any script, shaped and broken as it is read."""
