"""Figures that the README may quote, each beside something measured in the same run."""
