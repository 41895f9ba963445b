"""The demonstration's pictures, drawn by code: light, distance, weather; no people, no words.

A developer's tool (it needs numpy): ``python -m articles.demo.drawing [NAME …]`` writes the JPEGs
that stand in ``articles/demo/pictures``.
"""
