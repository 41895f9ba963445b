"""Names of nouns and of their fields are said in the language of the desk; stored ones stay."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override

from articles.admin.field_names import name_of_field
from articles.admin.site import desk
from articles.models import EditorialLog, Topic
from articles.publishing.starters import STARTERS

REGISTERED = sorted(desk._registry.items(), key=lambda one: one[0].__name__)
NOUNS = {inline.model for _model, page in REGISTERED for inline in page.inlines}
NOUNS = sorted(NOUNS | set(dict(REGISTERED)), key=lambda one: one.__name__)
# Abbreviations, the same in every language.
SAME = {"IPTC Media Topic"}


@pytest.fixture
def in_language(cast, log_in):
    def logged_in(language, user=cast.administrator):
        client = log_in(user)
        client.post(reverse("admin:desk_language"), {"language": language})
        return client

    return logged_in


@pytest.mark.parametrize("language", ["fa", "ru"])
@pytest.mark.parametrize("model", NOUNS, ids=lambda one: one.__name__)
def test_every_noun_has_its_name(model, language):
    for name in (model._meta.verbose_name, model._meta.verbose_name_plural):
        assert is_translated(name, language), name


@pytest.mark.parametrize("language", ["fa", "ru"])
@pytest.mark.parametrize("model", NOUNS, ids=lambda one: one.__name__)
def test_every_field_of_a_form_has_its_label(model, language):
    for field in model._meta.get_fields():
        if field.concrete and field.editable and not field.primary_key:
            is_seen = field.name not in ("crops", "blurred_areas", "focal_x", "focal_y")
            assert not is_seen or is_translated(field.verbose_name, language), field


@pytest.mark.parametrize("language", ["fa", "ru"])
@pytest.mark.parametrize(
    ("model", "page"), REGISTERED, ids=lambda one: getattr(one, "__name__", "")
)
def test_every_column_of_a_list_has_its_heading(model, page, language):
    for column in page.list_display:
        if column == "__str__":
            continue
        heading = getattr(getattr(page, column, None), "short_description", None)
        heading = heading or model._meta.get_field(column).verbose_name
        assert is_translated(heading, language), column


def is_translated(name, language):
    if str(name) in SAME:
        return True
    with override(language):
        said = str(name)
    return isinstance(name, Promise) and not said.isascii()


@pytest.mark.parametrize(
    ("language", "adding", "added", "list_of"),
    [
        ("fa", "افزودن موضوع", "موضوع «<a href=", "موضوع‌ها"),
        ("ru", "Добавить: тема", "Добавлено: тема «<a href=", "Темы"),
    ],
)
def test_our_sentences_bear_the_name_in_any_case(language, adding, added, list_of, in_language):
    client = in_language(language)
    assert adding in client.get(reverse("admin:articles_topic_add")).content.decode()
    posted = {
        "slug": "rivers", "name": "Rivers", "names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0,
    }  # fmt: skip
    page = client.post(reverse("admin:articles_topic_add"), posted, follow=True).content.decode()
    assert Topic.objects.filter(slug="rivers").exists()
    assert added in page
    assert list_of in page


def test_what_is_stored_of_a_change_stays_english(in_language, cast):
    topic = Topic.objects.create(slug="rivers", name="River")
    posted = {"name": "Rivers", "names-TOTAL_FORMS": 0, "names-INITIAL_FORMS": 0}
    in_language("fa").post(reverse("admin:articles_topic_change", args=[topic.pk]), posted)
    assert (
        LogEntry.objects.get().change_message == '[{"changed": {"fields": ["Name at the desk"]}}]'
    )


def test_the_editorial_log_says_what_it_is_about(in_language, story, cast, now):
    EditorialLog.objects.create(
        verb="publish", actor_name="Mara", noun="story", noun_id=story.pk, happened_at=now
    )
    page = in_language("ru").get(reverse("admin:articles_editoriallog_changelist"))
    html = page.content.decode()
    assert '<td class="field-what">материал</td>' in html
    assert EditorialLog.objects.get(noun_id=story.pk, noun="story").noun == "story"


def test_the_start_page_names_the_newsroom(in_language):
    html = in_language("fa").get("/admin/").content.decode()
    for english in ("Newsroom", "Legal notices", "Contributors", "Recent actions", "Users"):
        assert english not in html
    assert "اطلاعیه‌های حقوقی" in html


@pytest.mark.parametrize(
    ("posted", "said"),
    [("texts-0-alt_text", "متن جایگزین"), ("kind", "نوع"), ("way_out", "way out")],
)
def test_a_form_that_waits_names_its_fields_so_too(posted, said):
    with override("fa"):
        assert name_of_field(posted) == said


def test_well_known_laws_are_offered_in_it(in_language, cast):
    html = in_language("ru", cast.legal_officer).get("/admin/articles/legalnotice/add/")
    for one in STARTERS:
        assert one.name not in html.content.decode()
        assert one.about not in html.content.decode()


def test_a_moment_asks_for_its_parts_in_it(in_language, cast):
    page = in_language("ru", cast.legal_officer).get(
        "/admin/articles/legalnotice/add/?starter=nothing"
    )
    assert 'aria-label="Начало: дата"' in page.content.decode()
