"""What readers have from the library is kept from now on; what is on air now is the beginning."""

import django.db.models.deletion
from django.db import migrations, models


PHOTO = (
    "caption", "alt", "credit", "creator", "copyright_notice", "licence_url", "is_decorative",
    "until", "gone",
)
FLAGS = ("posted_at", "changed_at", "is_key_event", "is_pinned", "is_removed", "is_silent")
AT_ONCE = 500


def keep_what_is_on_air(apps, schema_editor):
    """Whom a credit stands for is not in a document, so whom to protect: bylines are left out."""
    on_air = apps.get_model("articles", "PublishedStory").objects.filter(pub_status="usable")
    words = apps.get_model("articles", "KeptWords").objects
    rows = on_air.values_list("version_id", "document").iterator(chunk_size=AT_ONCE)
    made = (words.model(version_id=version, words=_words(document)) for version, document in rows)
    _store(words, made)
    entries = apps.get_model("articles", "KeptEntry").objects
    shown = apps.get_model("articles", "PublishedEntry").objects.order_by("changed_at", "pk")
    shown = shown.select_related("entry", "on_air__version")
    _store(entries, (_entry(entries.model, row) for row in shown.iterator(chunk_size=AT_ONCE)))


def _store(rows, made):
    batch = []
    for one in made:
        batch.append(one)
        if len(batch) == AT_ONCE:
            rows.bulk_create(batch)
            batch = []
    rows.bulk_create(batch)


def _words(document):
    publisher = document.get("publisher")
    found = [document.get("lead"), *document.get("gallery", ()), *document.get("segments", ())]
    found.append(publisher and publisher.get("picture"))
    # Under its own caption in the text, or under the story's: that of the lead is the story's.
    photos = {str(one["photo"]): _photo(one) for one in reversed(found) if one and "photo" in one}
    kept = {"photos": photos, "topics": document.get("topics", []), "publisher": None}
    if publisher:
        picture = publisher.get("picture") or {}
        kept["publisher"] = {
            "name": publisher["name"], "description": publisher["description"],
            "photo": picture.get("photo"),
        }
    return kept


def _photo(photo):
    return {name: photo[name] for name in PHOTO if name in photo}


def _entry(model, row):
    document = dict(row.document)
    if photo := document.get("photo"):
        document["photo"] = {"photo": photo["photo"]} | _photo(photo)
    if credit := document.get("credit"):
        document["credit"] = credit | {"contributor": row.entry.contributor_id}
    since = max(row.changed_at, row.on_air.version.created_at)
    flags = {name: getattr(row, name) for name in FLAGS}
    return model(entry_id=row.pk, kept_at=since, document=document, **flags)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0024_own_views_and_words_of_the_desk'),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptWords',
            fields=[
                ('version', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='kept_words', serialize=False, to='articles.storyversion')),
                ('words', models.JSONField()),
            ],
            options={
                'verbose_name_plural': 'kept words',
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='KeptEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kept_at', models.DateTimeField()),
                ('posted_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('is_key_event', models.BooleanField(default=False)),
                ('is_pinned', models.BooleanField(default=False)),
                ('is_removed', models.BooleanField(default=False)),
                ('is_silent', models.BooleanField(default=False)),
                ('document', models.JSONField(default=dict)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kept', to='articles.liveentry')),
            ],
            options={
                'verbose_name_plural': 'kept entries',
                'default_permissions': ('view',),
            },
        ),
        migrations.RunPython(keep_what_is_on_air, migrations.RunPython.noop),
    ]
