"""Which photos are on air until now, from the published documents; all get their new files."""

from django.db import migrations
from django.db.models import F


def note_photos(apps, schema_editor):
    """Files of every format and crop are made by the worker; what is there stays meanwhile."""
    Photo, Row = apps.get_model("articles", "Photo"), apps.get_model("articles", "PublishedPhoto")
    Photo.objects.update(renditions_due_at=F("created_at"))
    rights = dict(Photo.objects.values_list("pk", "rights_end_at"))
    stories = apps.get_model("articles", "PublishedStory").objects.only("document")
    for on_air in stories.iterator():
        Row.objects.bulk_create(
            Row(on_air=on_air, photo_id=photo, until=rights[photo])
            for photo in sorted(_shown(on_air.document) & rights.keys())
        )


def _shown(document):
    if not document:
        return set()
    publisher = document.get("publisher") or {}
    photos = [document.get("lead"), publisher.get("picture"), *document.get("segments", ())]
    return {photo["photo"] for photo in photos if photo and "photo" in photo}


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_photos_in_full")]
    operations = [migrations.RunPython(note_photos, migrations.RunPython.noop)]
