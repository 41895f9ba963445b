import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles.text.terms import terms

TABLE = "articles_storywords"
FOUND_BY, SHORTEST_END = ("headline", "slugline", "kicker", "slug"), 3
SQLITE = [
    # As for readers (0019), and by a single sign, too: the list answers from the first key on.
    f"CREATE VIRTUAL TABLE {TABLE}_fts USING fts5(words, content='{TABLE}', "
    "content_rowid='story_id', tokenize='ascii', prefix='1 2 3', detail='none')",
    f"CREATE TRIGGER {TABLE}_in AFTER INSERT ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts(rowid, words) VALUES (new.story_id, new.words); END",
    f"CREATE TRIGGER {TABLE}_out AFTER DELETE ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts({TABLE}_fts, rowid, words) "
    "VALUES ('delete', old.story_id, old.words); END",
    f"CREATE TRIGGER {TABLE}_again AFTER UPDATE ON {TABLE} WHEN old.words <> new.words BEGIN "
    f"INSERT INTO {TABLE}_fts({TABLE}_fts, rowid, words) "
    "VALUES ('delete', old.story_id, old.words); "
    f"INSERT INTO {TABLE}_fts(rowid, words) VALUES (new.story_id, new.words); END",
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


def words_of(story):
    """As ``search/desk.py`` put them together then; ``manage.py rebuild_search`` does it as now."""
    found = {}
    for name in FOUND_BY:
        for term in terms(getattr(story, name)):
            ends = range(1, len(term) - SHORTEST_END + 1)
            found |= dict.fromkeys([term, *(term[start:] for start in ends)])
    return " ".join(found)


def index_all(apps, schema_editor):
    entries = apps.get_model("articles", "StoryWords")
    stories = apps.get_model("articles", "Story").objects.only(*FOUND_BY).order_by("pk")
    entries.objects.bulk_create(
        (entries(story_id=one.pk, words=words_of(one)) for one in stories.iterator(chunk_size=500)),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("articles", "0023_words_of_the_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoryWords",
            fields=[
                ("story", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="search_words", serialize=False, to="articles.story")),
                ("words", models.TextField()),
            ],
            options={"verbose_name_plural": "story words", "default_permissions": ()},
        ),
        migrations.CreateModel(
            name="OwnView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("name_key", models.CharField(help_text="The name as search folds it", max_length=240)),
                ("query", models.CharField(max_length=4000)),
                ("position", models.PositiveIntegerField(default=0)),
                ("is_first", models.BooleanField(default=False, help_text="The list opens with it.")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="own_views", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["position", "id"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("user", "name_key"), name="own_view_name_once"),
                    models.UniqueConstraint(condition=models.Q(("is_first", True)), fields=("user",), name="one_first_view"),
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
        migrations.RunPython(index_all, migrations.RunPython.noop),
    ]
