"""The face in the photo: hidden, and whether a file still shows it."""

from PIL import Image

from articles.models.photo import public_storage
from articles.publishing.protect_photo import protect

FACE = [0.0, 0.0, 0.25, 0.25]


def contrast(photo):
    """Light against dark in the face, over all public files that show it."""
    values = []
    for row in photo.renditions.filter(crop="full"):
        with Image.open(public_storage().open(row.file.name)) as image:
            face = image.convert("L").crop((5, 5, image.width // 4 - 5, image.height // 4 - 5))
            values.append(max(face.getextrema()) - min(face.getextrema()))
    assert values
    return max(values)


def set_to(photo, areas, actor, now, risk=True):
    protect(photo, people_at_risk=risk, blurred_areas=areas, actor=actor, now=now)
    photo.refresh_from_db()
