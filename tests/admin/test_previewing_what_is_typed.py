"""The preview of unsaved words: as their writer typed them, for nobody else, kept nowhere."""

import html
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Contributor, Newsroom, Photo, Story, StoryDraft
from articles.publishing.keep_draft import note_saved
from articles.publishing.preview_links import Sharing, make_link
from articles.publishing.save import save
from tests.admin.sent import sent_by

PAGE = "a-page-of-mine"


@pytest.fixture
def reporter(cast, log_in):
    return log_in(cast.reporter)


@pytest.fixture
def type_in(reporter, story, cast, now):
    """Open the form, type, and let its draft be kept; returns what was sent."""
    save(story, actor=cast.reporter, now=now)

    def make(client=reporter, number=story.pk, page=PAGE, **typed):
        add = reverse("admin:articles_story_add")
        opened = number and reverse("admin:articles_story_change", args=[number])
        form = sent_by(client.get(opened or add).content.decode(), "story_form")
        form.pop("csrfmiddlewaretoken", None)
        fields = {name: [value] for name, value in form.items()}
        fields |= {name: value if isinstance(value, list) else [value]
                   for name, value in typed.items()}  # fmt: skip
        sent = {"story": number or "", "page": page, "base": form["_base"],
                "stamp": form["_stamp"], "fields": fields, "touched": list(typed)}  # fmt: skip
        kept = client.post(reverse("admin:draft_keep"), json.dumps(sent), "application/json")
        assert kept.json()["kept"]
        return fields

    return make


def look(client, what="frame", page=PAGE, **query):
    return client.get(reverse(f"admin:draft_{what}", args=[page], query=query))


def text_of(response):
    return html.unescape(response.content.decode())


def test_it_shows_what_was_typed_and_says_that_it_is_not_saved(
    type_in, reporter, story, politics, photo
):
    other = Contributor.objects.create(name="Ilya Second", slug="ilya")
    body = f'<p>Words that nobody saved.</p><figure data-photo="{photo.pk}"></figure>'
    type_in(headline="Typed just now", body=body, **{"bylines-0-contributor": str(other.pk)})
    text = text_of(look(reporter))
    for words in ("Typed just now", "Words that nobody saved.", "Ilya Second", "Not saved:"):
        assert words in text
    assert "Mara Ellery" not in text
    page = text_of(look(reporter, "preview"))
    assert "Not saved." in page
    assert "Nobody but you sees it" in page
    assert "Typed just now" in page
    assert "Make a preview link" not in page
    story.refresh_from_db()
    assert story.headline == "The river rises"
    assert story.versions.count() == 1


def test_nobody_else_sees_it_by_any_path(type_in, reporter, cast, log_in, story, now, client):
    type_in(headline="Whispered words")
    address = reverse("admin:draft_preview", args=[PAGE])
    for person in (cast.desk_editor, cast.administrator, cast.outsider, cast.legal_officer):
        other = log_in(person)
        for what in ("frame", "preview"):
            assert look(other, what).status_code == 404
        for page in ("preview", "frame", "compare"):
            for of in ("typed", PAGE):
                path = reverse(f"admin:articles_story_{page}", args=[story.pk], query={"of": of})
                assert "Whispered" not in text_of(other.get(path))
    assert client.get(address).status_code == 302
    sharing = Sharing(uuid4(), timedelta(hours=1), is_frozen=False)
    _link, secret = make_link(story, sharing, actor=cast.desk_editor, now=timezone.now())
    shown = Client().get(f"/preview/{secret}/")
    assert shown.status_code == 200
    assert "Whispered" not in text_of(shown)


def test_it_is_kept_nowhere(type_in, reporter):
    type_in()
    for what in ("frame", "preview"):
        answer = look(reporter, what)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
    frame = look(reporter)
    assert "noindex" in frame["X-Robots-Tag"]
    assert "script-src 'none'" in frame["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in frame["Content-Security-Policy"]


def test_what_the_form_would_refuse_stands_as_it_was_saved_and_is_named(type_in, reporter):
    type_in(headline="x" * 300, countries="Kazakhstan", standfirst="A typed standfirst")
    page = look(reporter, "preview")
    assert page.status_code == 200
    text = text_of(page)
    assert "stands what the form would refuse: Headline, Countries" in text
    assert "The river rises" in text_of(look(reporter))
    assert "A typed standfirst" in text_of(look(reporter))


def test_a_story_that_was_never_saved_has_a_preview_too(type_in, reporter, english, persian):
    type_in(number=None, service=str(english.pk), headline="Brand new", body="<p>First words.</p>")
    for what in ("frame", "preview"):
        answer = look(reporter, what)
        assert answer.status_code == 200
        assert "Brand new" in text_of(answer)
    assert not Story.objects.filter(headline="Brand new").exists()


@pytest.mark.parametrize("chosen", ["", "theirs", "999999", "x"])
def test_without_a_service_of_one_s_own_there_is_no_page(chosen, type_in, reporter, persian):
    type_in(number=None, service=str(persian.pk) if chosen == "theirs" else chosen, headline="New")
    for what in ("frame", "preview"):
        answer = look(reporter, what)
        assert answer.status_code == 409
        assert "Choose a service first" in text_of(answer)


def test_once_saved_the_way_leads_to_what_is_saved(type_in, reporter, story, cast, now):
    type_in(headline="Typed")
    note_saved(PAGE, story, actor=cast.reporter, now=now)
    saved = reverse("admin:articles_story_preview", args=[story.pk])
    assert look(reporter, "preview").url == saved
    assert look(reporter).status_code == 404


def test_who_may_not_write_the_story_any_more_sees_nothing(type_in, reporter, cast):
    type_in()
    cast.reporter.staff_roles.update(role="legal_officer")
    for what in ("frame", "preview"):
        assert look(reporter, what).status_code == 404


def test_photos_and_people_that_are_not_there_are_left_out(type_in, reporter, photo, jpeg):
    elsewhere = Newsroom.objects.create(name="Elsewhere")
    Photo.objects.filter(pk=photo.pk).update(newsroom=elsewhere)
    rows = {"story_photos-0-photo": str(photo.pk), "bylines-0-contributor": "999999"}
    type_in(**rows, body=f'<p>Text.</p><figure data-photo="{photo.pk}"></figure>')
    answer = look(reporter)
    assert answer.status_code == 200
    assert "The river rose overnight" not in text_of(answer)


@pytest.mark.parametrize(
    "fields",
    [{}, {"body": []}, {"story_photos-TOTAL_FORMS": ["x"]}, {"bylines-TOTAL_FORMS": ["9" * 30]},
     {"section": ["x"], "topics": ["y", "\ufffe"], "urgency": ["500"], "publisher": ["9" * 40]},
     {"bylines-TOTAL_FORMS": ["1"], "bylines-0-contributor": ["\u06f5"], "bylines-0-role": ["x"]}],
)  # fmt: skip
def test_a_draft_of_nonsense_is_no_error(fields, type_in, reporter):
    type_in()
    StoryDraft.objects.update(fields=fields or {"nothing": ["x"]})
    for what in ("frame", "preview"):
        assert look(reporter, what).status_code == 200


@pytest.mark.parametrize("page", ["nobodys-page", "x" * 200, "-"])
def test_pages_that_nobody_has_are_not_found(page, reporter, db):
    assert look(reporter, page=page).status_code == 404


def test_nonsense_in_the_address_is_told(type_in, reporter):
    type_in()
    assert look(reporter, "preview", region="XX").status_code == 422
    assert look(reporter, region="XX").status_code == 404
    assert look(reporter, "preview", region="RU", colours="dark").status_code == 200


def test_a_form_with_an_odd_number_of_its_page_is_shown_all_the_same(reporter, story, form_data):
    address = reverse("admin:articles_story_change", args=[story.pk])
    sent = form_data(headline="", _page="../../x y")
    assert reporter.post(address, sent).status_code == 200


def test_it_costs_a_bounded_number_of_queries(type_in, reporter, django_assert_max_num_queries):
    type_in()
    look(reporter)
    with django_assert_max_num_queries(36):
        look(reporter)
    with django_assert_max_num_queries(40):
        look(reporter, "preview")
