"""A real story as a reader in any place sees it: now, and with the notice, from the same pages."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User

from articles.models import StaffRole
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from tests.html import errors_in
from tests.notices import page, put_in_force, write_notice


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def on_air(story, cast, now):
    return publish(story, actor=cast.desk_editor, now=now)


@pytest.fixture
def officer(cast, log_in):
    return log_in(cast.second_legal_officer)


@pytest.fixture
def notice(cast, now):
    return write_notice(now, regions=["RU"], title="Sharing may be punished")


def frame(client, notice, on_air, **query):
    asked = {"region": "RU", "story": on_air.pk} | query
    return client.get(page(notice, "frame", **asked))


def test_two_frames_show_the_page_without_and_with_the_notice(officer, notice, on_air, client):
    text = officer.get(page(notice, "preview", region="RU")).content.decode()
    frames = re.findall(r'<iframe src="([^"]+)"', text)
    before, after = [officer.get(url.replace("&amp;", "&")) for url in frames]

    assert 'data-notice="warning"' not in before.content.decode()
    assert 'data-notice="warning"' in after.content.decode()
    assert "Sharing may be punished" in after.content.decode()
    assert (
        'data-notice="warning"'
        not in client.get(f"/en/a/{on_air.slug}/{on_air.pk}.html").content.decode()
    )
    assert errors_in(text) == errors_in(after.content.decode()) == []


def test_the_frame_is_the_readers_page_with_a_ribbon(officer, notice, on_air):
    response = frame(officer, notice, on_air)
    text = response.content.decode()
    assert "Preview: as a reader in Russia, with the working copy" in text
    assert on_air.headline in text
    assert "as_region=RU" in text  # its links lead on as the same reader


def test_the_frame_is_kept_nowhere_and_framed_by_the_desk_alone(officer, notice, on_air):
    response = frame(officer, notice, on_air)
    assert "no-store" in response["Cache-Control"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_outside_its_place_the_notice_is_not_shown(officer, notice, on_air):
    assert "data-notice" not in frame(officer, notice, on_air, region="DE").content.decode()
    assert (
        'data-notice="warning"' in frame(officer, notice, on_air, region="unknown").content.decode()
    )


def test_a_story_withheld_by_the_notice_shows_what_readers_are_told(officer, on_air, story, now):
    order = write_notice(now, "order", kind="withheld", reach="matched", regions=["GB"],
                         story=story, title="Not here")  # fmt: skip
    there = frame(officer, order, on_air, region="GB")
    assert there.status_code == 200  # the desk's own answer; the page says 451
    assert "Not here" in there.content.decode()
    assert on_air.headline not in there.content.decode()
    assert (
        on_air.headline
        in frame(officer, order, on_air, region="GB", side="without").content.decode()
    )


def test_the_version_in_force_is_replaced_not_doubled(officer, notice, on_air, cast, now):
    put_in_force(notice, cast, now)
    notice.texts.update(title="Other words")
    text = frame(officer, notice, on_air).content.decode()
    assert text.count("data-notice=") == 1
    assert "Other words" in text
    assert (
        "Sharing may be punished" in frame(officer, notice, on_air, side="without").content.decode()
    )
    assert "Sharing may be punished" in frame(officer, notice, on_air, of="1").content.decode()


def test_what_begins_later_is_previewed_at_its_beginning(officer, on_air, now):
    later = write_notice(now, "later", regions=["RU"], starts_at=now + timedelta(days=2))
    assert 'data-notice="later"' in frame(officer, later, on_air).content.decode()


def test_stories_are_found_by_number_address_and_words(
    officer, notice, on_air, make_story, cast, now
):
    other = publish(make_story(headline="The river falls"), actor=cast.desk_editor, now=now)

    def asked(q):
        return officer.get(page(notice, "preview", region="RU", q=q)).context["story"]

    assert asked(str(other.pk)).row == other
    assert asked(f"https://example.org/en/a/x/{other.pk}.html").row == other
    assert asked("river falls").row == other
    assert set(asked("river").choices) == {on_air, other}


@pytest.mark.parametrize("q", ["nothing like it", "999999", "9" * 19, "/en/a/x/7.html", "\x00"])
def test_what_is_not_on_air_gets_a_sentence(q, officer, notice, on_air):
    response = officer.get(page(notice, "preview", region="RU", q=q))
    assert response.status_code == 422
    assert "on air" in response.content.decode()


def test_drafts_and_killed_stories_are_never_previewed(
    officer, notice, on_air, make_story, story, cast, now
):
    draft = make_story(headline="Secret draft")
    assert frame(officer, notice, draft).status_code == 404
    page_of_draft = officer.get(page(notice, "preview", q="Secret draft"))
    assert "Secret draft" not in page_of_draft.content.decode().replace(
        "“Secret draft”", ""
    ).replace('value="Secret draft"', "")
    kill(story, actor=cast.service_chief, now=now, reason="Source")
    assert frame(officer, notice, on_air).status_code == 404


def test_a_change_that_is_not_published_is_not_previewed(officer, notice, on_air, story):
    story.headline = "Not yet published"
    story.save()
    assert "Not yet published" not in frame(officer, notice, on_air).content.decode()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"region": ""}, 404), ({"region": "XX"}, 404), ({"region": "EU"}, 404),
        ({"region": "<script>"}, 404), ({"story": "x"}, 404), ({"story": "-1"}, 404),
        ({"story": "9" * 40}, 404), ({"side": "both"}, 404), ({"of": "7"}, 404),
        ({"at": "never"}, 404), ({"at": "2020-01-01T00:00"}, 404),
    ],
)  # fmt: skip
def test_tampered_frames_are_not_found(query, status, officer, notice, on_air):
    assert frame(officer, notice, on_air, **query).status_code == status


@pytest.mark.parametrize("query", [{"region": "XX"}, {"region": "EU"}, {"at": "never"}])
def test_a_tampered_preview_says_what_is_wrong(query, officer, notice, on_air):
    response = officer.get(page(notice, "preview", **query))
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()


def test_an_officer_previews_stories_of_the_own_newsroom_alone(
    persian, cast, on_air, notice, log_in
):
    user = User.objects.create_user("fa_officer", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=persian.newsroom, role="legal_officer")
    client = log_in(user)
    assert frame(client, notice, on_air).status_code == 404
    assert on_air.headline not in client.get(page(notice, "preview")).content.decode()


def test_previewing_leaves_readers_pages_alone(officer, notice, on_air, client):
    url = f"/en/a/{on_air.slug}/{on_air.pk}.html"
    before = client.get(url).content
    frame(officer, notice, on_air)
    assert client.get(url).content == before
    assert b"as_region" not in client.get(url).content
