"""A photo with a face, and a story on air that shows it."""

from io import BytesIO

import pytest
from PIL import Image

from articles.publishing.actors import SYSTEM
from articles.publishing.complete_photo import complete
from articles.publishing.publish import publish


@pytest.fixture
def spotted(make_photo, picture):
    """A photo with a chequered face at its top left."""
    photo = make_photo(5)
    image = Image.open(BytesIO(picture(5)))
    for left in range(0, 90, 6):
        for top in range(0, 60, 6):
            image.paste("white" if (left + top) % 12 else "black", (left, top, left + 6, top + 6))
    out = BytesIO()
    image.save(out, "JPEG", quality=90)
    photo.original.save("spotted.jpg", BytesIO(out.getvalue()))
    photo.renditions_due_at = photo.created_at
    photo.save()
    return photo


@pytest.fixture
def on_air(spotted, make_story, now):
    complete(spotted, now=spotted.created_at)
    story = make_story()
    story.story_photos.create(photo=spotted, role="lead")
    return publish(story, actor=SYSTEM, now=now)
