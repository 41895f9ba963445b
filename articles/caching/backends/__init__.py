"""Caches outside of this machine's processes: how each is told what to forget."""
