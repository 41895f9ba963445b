"""What is saved as readers would have it: anywhere, by day and night, as a card."""

import re

import pytest
import time_machine
from django.urls import reverse

from articles.models import Byline, Contributor, Newsroom, Photo, StoryPhoto
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.save import save
from tests.html import errors_in


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def look(story, cast, log_in):
    def ask(page="frame", user=None, **query):
        address = reverse(f"admin:articles_story_{page}", args=[story.pk], query=query)
        return log_in(user or cast.reporter).get(address)

    return ask


def html(response):
    return response.content.decode()


def test_a_draft_stands_in_the_readers_template(look, story):
    page = look()
    assert page.status_code == 200
    assert "<article" in html(page)
    assert "The river rises" in html(page)
    assert "The river rose overnight." in html(page)  # the library's caption
    assert "Mara Ellery" in html(page)
    assert "Preview: the working copy" in html(page)
    assert errors_in(html(page)) == []


def test_what_it_points_at_is_shown_as_readers_will_have_it(look, story, make_story, cast, now):
    shown, gone = (make_story(headline=words) for words in ("The Dam Before", "Taken Back"))
    for other in (shown, gone):
        publish(other, actor=cast.desk_editor, now=now)
    kill(gone, actor=cast.service_chief, now=now, reason="Reason")
    story.body += "".join(f'<figure data-story="{one.pk}"></figure>' for one in (shown, gone))
    story.save()
    page = html(look())
    assert "The Dam Before" in page
    assert "Taken Back" not in page


def test_it_is_kept_nowhere_and_framed_by_the_desk_alone(look):
    page = look()
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert "script-src 'none'" in page["Content-Security-Policy"]
    assert "unsafe-inline" not in page["Content-Security-Policy"]


def test_readers_notice_nothing(look, story, client, cast, now):
    on_air = publish(story, actor=cast.desk_editor, now=now)
    address = f"/en/a/{on_air.slug}/{on_air.pk}.html"
    before = client.get(address).content
    story.headline = "Not yet published"
    story.save()
    assert "Not yet published" in html(look())
    assert "Not yet published" not in html(look(of="live"))
    assert client.get(address).content == before


def test_notices_are_those_of_the_place(look, story, enforce):
    enforce("russian", regions=["RU"], reach="matched")
    assert 'data-notice="russian"' in html(look(region="RU"))
    assert "data-notice" not in html(look(region="DE"))
    page = html(look("preview", region="RU"))
    assert "Sharing may be punished" in page
    assert errors_in(page) == []


def test_where_it_is_withheld_the_preview_says_so(look, story, enforce):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched", title="No")
    assert "The first paragraph" not in html(look(region="GB"))
    assert "The first paragraph" in html(look(region="DE"))
    page = html(look("preview", region="GB"))
    assert "may not read it" in page
    assert "Withheld" in page


@pytest.mark.parametrize(("colours", "rule"), [("dark", "@media all"), ("light", "@media not all")])
def test_colours_are_forced_under_a_hash_of_their_own(colours, rule, look):
    page = look(colours=colours)
    assert rule in html(page)
    assert "prefers-color-scheme" not in re.search("<style>(.*?)</style>", html(page), re.S)[1]
    assert look()["Content-Security-Policy"] != page["Content-Security-Policy"]


def test_a_card_and_a_search_result(look, story, photo):
    outward = look("preview").context["outward"]
    assert outward.title == "The river rises"
    assert outward.page_title == "The river rises – Radio Lantern"
    assert outward.description.startswith("The first paragraph")
    assert outward.picture


def test_any_version_can_be_previewed(look, story, cast, now):
    save(story, actor=cast.reporter, now=now)
    story.headline = "Another"
    story.save()
    assert "The river rises" in html(look(of="1"))


@pytest.mark.parametrize("policy", ["none", "service_name", "pseudonym"])
def test_a_protected_name_is_not_in_a_preview_either(policy, look, story):
    person = Contributor.objects.create(name="Ada Secret", slug="ada", byline_policy=policy)
    Byline.objects.create(story=story, contributor=person)
    assert "Ada Secret" not in html(look())
    assert "Ada Secret" not in html(look("preview"))


def test_the_editors_note_is_not_in_a_preview(look, story):
    story.ed_note = "The source is the driver"
    story.save()
    assert "the driver" not in html(look())


@pytest.mark.parametrize("role", ["lead", "gallery", "inline"])
def test_a_photo_of_another_newsroom_is_not_shown(role, look, story, photo):
    photo.newsroom = Newsroom.objects.create(name="Far away")
    photo.save()
    StoryPhoto.objects.filter(photo=photo).update(role=role)
    story.body += f'<figure data-photo="{photo.pk}"></figure>'
    story.save()
    for page in (look(), look("preview")):
        assert "The river rose overnight." not in html(page)
        assert photo.renditions.first().file.url not in html(page)


def test_a_killed_photo_is_not_shown(look, photo, now):
    Photo.objects.filter(pk=photo.pk).update(killed_at=now)
    assert "<img" not in html(look())


def test_what_was_changed_meanwhile_is_said_and_not_shown(look, story):
    stale = look(hash="0" * 64)
    assert stale.status_code == 409
    assert "was changed" in html(stale)
    assert "The river" not in html(stale)


@pytest.mark.parametrize(
    "query",
    [{"region": "XX"}, {"region": "EU"}, {"region": ""}, {"of": "9"}, {"of": "x"}, {"of": "live"},
     {"at": "never"}, {"at": "2026-01-01"}, {"at": "2999-01-01T00:00:00+00:00"},
     {"at": "2026-13-01T00:00:00Z"}, {"at": "0001-01-01T00:00:00Z"}],
)  # fmt: skip
def test_tampered_frames_are_not_found(query, look):
    assert look(**query).status_code == 404


def test_a_tampered_place_on_the_page_gets_a_sentence(look):
    refused = look("preview", region="XX")
    assert refused.status_code == 422
    assert "no place" in html(refused)


def test_a_killed_story_says_so(look, story, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Source")
    page = look("preview")
    assert page.status_code == 200
    assert "was killed" in html(page)
    assert look(of="live").status_code == 404


def test_a_story_without_anything_can_be_previewed(make_story, cast, log_in):
    bare = make_story(headline="x", body="", section=None)
    client = log_in(cast.reporter)
    for page in ("frame", "preview"):
        assert (
            client.get(reverse(f"admin:articles_story_{page}", args=[bare.pk])).status_code == 200
        )


def test_save_and_preview_is_one_button(story, cast, log_in, form_data):
    address = reverse("admin:articles_story_change", args=[story.pk])
    sent = log_in(cast.reporter).post(address, form_data(headline="New", _preview="Preview"))
    assert sent.url == reverse("admin:articles_story_preview", args=[story.pk])
    story.refresh_from_db()
    assert story.headline == "New"


@pytest.mark.parametrize(("page", "most"), [("frame", 22), ("preview", 26)])
def test_the_preview_costs_a_bounded_number_of_queries(
    page, most, story, cast, log_in, django_assert_max_num_queries
):
    client, address = (
        log_in(cast.reporter),
        reverse(f"admin:articles_story_{page}", args=[story.pk]),
    )
    client.get(address)
    with django_assert_max_num_queries(most):
        client.get(address)
