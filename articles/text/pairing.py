"""Which paragraph of an old text became which one of the new: by likeness, in their order."""

from __future__ import annotations

from articles.text.blocks import Block

# Two lists of paragraphs are matched by likeness up to this size, else by position.
MOST_PAIRED = 40
ALIKE = 0.35

Pair = tuple[Block | None, Block | None]


def pairs_of(old: list[Block], new: list[Block]) -> list[Pair]:
    """Which old paragraph became which new one, in order; those without a partner alone."""
    if max(len(old), len(new)) > MOST_PAIRED:
        return _by_position(old, new)
    best = _likeness(old, new)
    pairs: list[Pair] = []
    i, j = 0, 0
    while i < len(old) and j < len(new):
        if (score := _alike(old[i], new[j])) and best[i][j] == best[i + 1][j + 1] + score:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((old[i], None))
            i += 1
        else:
            pairs.append((None, new[j]))
            j += 1
    return [*pairs, *((one, None) for one in old[i:]), *((None, one) for one in new[j:])]


def _likeness(old: list[Block], new: list[Block]) -> list[list[float]]:
    """``[i][j]``: how alike the rest from there on can be, at best."""
    best = [[0.0] * (len(new) + 1) for _row in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            score = _alike(old[i], new[j])
            paired = best[i + 1][j + 1] + score if score else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return best


def _by_position(old: list[Block], new: list[Block]) -> list[Pair]:
    pairs: list[Pair] = []
    for one, other in zip(old, new, strict=False):
        pairs += [(one, other)] if _alike(one, other) else [(one, None), (None, other)]
    least = min(len(old), len(new))
    return [*pairs, *((one, None) for one in old[least:]), *((None, one) for one in new[least:])]


def _alike(one: Block, other: Block) -> float:
    """0 for different paragraphs, up to 1; a photo is like the same photo alone."""
    if one.photo_id or other.photo_id:
        return float(one.photo_id == other.photo_id)
    if one.tag != other.tag and one.words != other.words:
        return 0.0
    total = one.size + other.size
    if not total:
        return 1.0
    score = 2 * sum((one.bag & other.bag).values()) / total
    return score if score >= ALIKE else 0.0
