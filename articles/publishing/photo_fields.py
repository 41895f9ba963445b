"""Which fields of a photo the desk may change, and what its public files are made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

from django.utils.translation import gettext as _

from articles.publishing.refusals import WrongState
from articles.vocabularies import CropName

# Seen in the files: the picture itself, or the words that they carry.
LOOK = {"focal_x", "focal_y", "crops"}
WORDS = {
    "creator", "credit", "copyright_notice", "usage_terms", "digital_source_type",
    "rights_basis", "licence", "texts",
}  # fmt: skip
# By these a photo may have to leave pages, which no cache may show any longer.
RIGHTS = {"rights_end_at", "rights_basis", "licence", "leases"}
# Read at the desk alone: in no public page, card or file.
DESK = {"title", "taken_at", "place", "source", "permission_note", "is_single_use"}
OTHER = {"is_decorative"}
CHANGEABLE = (LOOK | WORDS | RIGHTS | DESK | OTHER) - {"texts", "leases"}
MOST_AREAS = 50
LEAST_SIDE = 0.005
SLIP = 1e-6

Box = tuple[float, float, float, float]


def boxes(areas: Iterable[Sequence[float]]) -> list[list[float]]:
    """``areas`` as they are kept; raises WrongState unless each lies within the picture."""
    found = [_box(area) for area in areas]
    if len(found) > MOST_AREAS:
        raise WrongState(_("A photo has at most %(most)s areas.") % {"most": MOST_AREAS})
    return found


def crop_boxes(crops: dict[str, Sequence[float]]) -> dict[str, list[float]]:
    for name in crops:
        if name not in CropName.values:
            raise WrongState(_("There is no crop “%(name)s”.") % {"name": name[:20]})
    return {name: _box(box) for name, box in crops.items()}


def is_covered(box: Sequence[float], areas: Iterable[Sequence[float]]) -> bool:
    """Whether every point of ``box`` lies in one of ``areas``, which may overlap."""
    others = [_edges(area) for area in areas]
    left, top, right, bottom = _edges(box)
    xs = _cuts(left, right, [edge for one in others for edge in (one[0], one[2])])
    ys = _cuts(top, bottom, [edge for one in others for edge in (one[1], one[3])])
    return all(
        any(_within((x, y), other) for other in others)
        for x, y in product(_middles(xs), _middles(ys))
    )


def _box(area: Sequence[float]) -> list[float]:
    try:
        left, top, width, height = (float(number) for number in area)
    except (TypeError, ValueError) as error:
        raise WrongState(_("An area is left, top, width and height.")) from error
    fits = left >= 0 and top >= 0 and left + width <= 1 + SLIP and top + height <= 1 + SLIP
    if not (fits and width >= LEAST_SIDE and height >= LEAST_SIDE):
        raise WrongState(_("An area must lie within the picture, in fractions of its sides."))
    return [left, top, width, height]


def _edges(box: Sequence[float]) -> Box:
    left, top, width, height = box
    return left, top, left + width, top + height


def _cuts(start: float, end: float, edges: Iterable[float]) -> list[float]:
    """Edges closer together than a rounding error are one."""
    cuts = [start]
    for edge in sorted(edge for edge in edges if start < edge < end):
        if edge - cuts[-1] > SLIP:
            cuts.append(edge)
    return [*cuts, end] if end - cuts[-1] > SLIP or len(cuts) == 1 else [*cuts[:-1], end]


def _middles(cuts: Sequence[float]) -> list[float]:
    return [(one + two) / 2 for one, two in pairwise(cuts)]


def _within(point: tuple[float, float], edges: Box) -> bool:
    return edges[0] <= point[0] <= edges[2] and edges[1] <= point[1] <= edges[3]
