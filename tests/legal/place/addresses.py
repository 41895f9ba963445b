"""Addresses of which the place is known: two famous resolvers."""

RUSSIAN, AMERICAN = "77.88.8.8", "8.8.8.8"
RUSSIAN_V6 = "2a02:6b8::feed:ff"
