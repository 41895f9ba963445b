import zoneinfo

import django.db.models.deletion
from django.db import migrations, models

TABLE = "articles_searchentry"
SQLITE = [
    # Terms are parted by spaces alone (text/terms.py): "ascii" takes every other sign as a letter.
    f"CREATE VIRTUAL TABLE {TABLE}_fts USING fts5(words, content='{TABLE}', "
    "content_rowid='on_air_id', tokenize='ascii', prefix='2 3', detail='none')",
    f"CREATE TRIGGER {TABLE}_in AFTER INSERT ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts(rowid, words) VALUES (new.on_air_id, new.words); END",
    f"CREATE TRIGGER {TABLE}_out AFTER DELETE ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts({TABLE}_fts, rowid, words) "
    "VALUES ('delete', old.on_air_id, old.words); END",
    f"CREATE TRIGGER {TABLE}_again AFTER UPDATE ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts({TABLE}_fts, rowid, words) "
    "VALUES ('delete', old.on_air_id, old.words); "
    f"INSERT INTO {TABLE}_fts(rowid, words) VALUES (new.on_air_id, new.words); END",
]
POSTGRESQL = [
    f"ALTER TABLE {TABLE} ADD COLUMN vector tsvector "
    "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED",
    f"CREATE INDEX {TABLE}_vector ON {TABLE} USING gin (vector)",
]


def make_index(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    """PostgreSQL's goes with the table; SQLite's table of terms would stay behind."""
    if schema_editor.connection.vendor == "sqlite":
        for name in ("in", "out", "again"):
            schema_editor.execute(f"DROP TRIGGER {TABLE}_{name}")
        schema_editor.execute(f"DROP TABLE {TABLE}_fts")


def keep_lists(apps, schema_editor):
    """Topics and authors of what is on air, before their tables are replaced."""
    rows = apps.get_model("articles", "PublishedStory").objects
    for name, field in (("PublishedTopic", "topic"), ("PublishedContributor", "contributor")):
        listed = apps.get_model("articles", name)
        many = rows.filter(**{f"{field}s__isnull": False})
        keys = many.values_list("pk", "service_id", "published_at", f"{field}s")
        listed.objects.bulk_create(
            (
                listed(on_air_id=pk, service_id=service, published_at=when, **{f"{field}_id": key})
                for pk, service, when, key in keys.iterator()
            ),
            batch_size=500,
        )


def note_days(apps, schema_editor):
    """And index the words of what is on air: ``manage.py rebuild_search`` does the same again."""
    from articles.search.indexing import words_of

    entries = apps.get_model("articles", "SearchEntry").objects
    zones = dict(apps.get_model("articles", "LanguageService").objects.values_list("pk", "time_zone"))
    rows = apps.get_model("articles", "PublishedStory").objects.filter(pub_status="usable")
    for row in rows.order_by("pk").iterator(chunk_size=200):
        zone = zoneinfo.ZoneInfo(zones[row.service_id])
        row.local_day = row.published_at.astimezone(zone).date()
        row.save(update_fields=["local_day"])
        entries.create(
            on_air=row,
            service_id=row.service_id,
            published_at=row.published_at,
            words=words_of(row),
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_live_coverage")]

    operations = [
        migrations.AddField(
            model_name="languageservice",
            name="feed_text",
            field=models.CharField(choices=[("summary", "Summary"), ("full", "Full text")], default="summary", help_text="What RSS, Atom and JSON feeds carry of each story.", max_length=10, verbose_name="text of feeds"),
        ),
        migrations.AddField(
            model_name="topicname",
            name="description",
            field=models.TextField(blank=True, help_text="One or two sentences on top of the topic's page.", max_length=600, verbose_name="description"),
        ),
        migrations.AddField(
            model_name="publishedstory",
            name="local_day",
            field=models.DateField(help_text="Of the first publication, by the service's clock; null when killed.", null=True),
        ),
        migrations.AddIndex(
            model_name="publishedstory",
            index=models.Index(fields=["service", "pub_status", "local_day", "-published_at", "-story"], name="published_archive"),
        ),
        migrations.CreateModel(
            name="PublishedContributor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField()),
                ("contributor", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.contributor")),
                ("on_air", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="articles.publishedstory")),
                ("service", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.languageservice")),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["contributor", "service", "-published_at", "-on_air"], name="newest_of_author")],
                "constraints": [models.UniqueConstraint(fields=("on_air", "contributor"), name="published_contributor_once")],
            },
        ),
        migrations.CreateModel(
            name="PublishedTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField()),
                ("on_air", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="articles.publishedstory")),
                ("service", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.languageservice")),
                ("topic", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.topic")),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["topic", "service", "-published_at", "-on_air"], name="newest_of_topic")],
                "constraints": [models.UniqueConstraint(fields=("on_air", "topic"), name="published_topic_once")],
            },
        ),
        migrations.RunPython(keep_lists, migrations.RunPython.noop),
        migrations.RemoveField("publishedstory", "topics"),
        migrations.RemoveField("publishedstory", "contributors"),
        migrations.AddField(
            "publishedstory",
            "topics",
            models.ManyToManyField(related_name="published", through="articles.PublishedTopic", to="articles.topic"),
        ),
        migrations.AddField(
            "publishedstory",
            "contributors",
            models.ManyToManyField(related_name="published", through="articles.PublishedContributor", to="articles.contributor"),
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("on_air", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="search_entry", serialize=False, to="articles.publishedstory")),
                ("published_at", models.DateTimeField()),
                ("words", models.TextField()),
                ("service", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.languageservice")),
            ],
            options={
                "verbose_name_plural": "search entries",
                "default_permissions": (),
                "indexes": [models.Index(fields=["service", "-published_at", "-on_air"], name="search_newest")],
            },
        ),
        migrations.RunPython(make_index, drop_index),
        migrations.RunPython(note_days, migrations.RunPython.noop),
    ]
