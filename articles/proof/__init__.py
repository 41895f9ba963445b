"""Proof: what readers were shown, replayed from the manifest, and whether they are shown it now."""
