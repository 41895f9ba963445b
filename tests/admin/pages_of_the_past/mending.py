"""What the library mends about a photo, and how much later."""

from datetime import timedelta

from articles.models import PhotoText
from articles.publishing.library_change import change_photo, photo_changed

DAY = timedelta(days=1)


def mend(photo, cast, at):
    PhotoText.objects.filter(photo=photo).update(
        caption="The governor at the bridge.", alt_text="B."
    )
    photo_changed(photo, actor=cast.photo_editor, now=at, what=["texts"])
    change_photo(photo, {"credit": "Another hand"}, actor=cast.photo_editor, now=at)
