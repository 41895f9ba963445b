"""The screen on which fronts are arranged: what it takes, what it refuses, and for whom it is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Front, PublishedFront
from articles.publishing.actors import SYSTEM
from articles.publishing.front_slots import Slot
from articles.publishing.publish import publish
from articles.publishing.put_front_on_air import put_front_on_air
from articles.publishing.save_front import save_front

URL = "/admin/fronts/en/-/"
HOUR = timedelta(hours=1)


@pytest.fixture
def stories(make_story):
    made = [make_story(headline=f"Story {number}.") for number in range(3)]
    for number, story in enumerate(made):
        publish(story, actor=SYSTEM, now=timezone.now() - number * HOUR)
    return made


@pytest.fixture
def sent():
    """What a browser sends for a front of these stories."""

    def make(*stories, edits=0, **more):
        count = len(stories)
        row = {
            "story": [str(one.pk) for one in stories], "size": ["standard"] * count,
            "headline": [""] * count, "picture": ["own"] * count, "crop": [""] * count,
            "until": [""] * count, "also": [""] * count, "edits": str(edits),
        }  # fmt: skip
        return row | more

    return make


@pytest.fixture
def editor(log_in, cast):
    return log_in(cast.desk_editor)


def json(client, data):
    return client.post(URL, data, headers={"accept": "application/json"})


def test_it_is_saved_as_one_goes_and_goes_on_air_with_one_button(editor, stories, sent):
    assert editor.get(URL).status_code == 200
    assert not Front.objects.exists()  # looking makes nothing
    answer = json(editor, sent(stories[1], stories[0]))
    assert answer.json()["edits"] == 1
    assert not PublishedFront.objects.exists()
    reply = editor.post(URL, sent(stories[1], stories[0], edits=1, air="1"))
    assert reply.status_code == 302
    cards = PublishedFront.objects.get().document["cards"]
    assert [card["story"] for card in cards] == [stories[1].pk, stories[0].pk]
    assert "On air since" in editor.get(URL).content.decode()


def test_buttons_do_it_without_a_script(editor, stories, sent):
    def order():
        return [slot["story"] for slot in Front.objects.get().draft]

    first, second, third = (story.pk for story in stories)
    editor.post(URL, sent(*stories[:2], down="1"))
    assert order() == [second, first]
    editor.post(URL, sent(stories[1], stories[0], edits=1, add=str(third)))
    assert order() == [second, first, third]
    editor.post(URL, sent(stories[1], stories[0], stories[2], edits=2, drop="1"))
    assert order() == [first, third]
    editor.post(URL, sent(stories[0], stories[2], edits=3, up="1"))  # there is nothing above
    assert order() == [first, third]


def test_a_pin_is_typed_as_the_clock_of_the_service_shows_it(editor, stories, sent):
    json(editor, sent(stories[0], until=["2031-07-01T18:00"]))  # Prague, in summer
    assert Front.objects.get().draft[0]["until"] == "2031-07-01T16:00:00+00:00"
    assert 'value="2031-07-01T18:00"' in editor.get(URL).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"until": ["tomorrow"]}, {"until": ["2031-03-30T02:30"]}, {"until": ["0001-01-01T00:00"]},
     {"story": ["x"]}, {"story": ["9" * 30]}, {"size": ["huge"]}, {"size": []},
     {"headline": ["x" * 300]}, {"picture": ["999999999"]}, {"crop": ["<"]}],
)  # fmt: skip
def test_what_is_wrong_is_said_and_changes_nothing(wrong, editor, stories, sent):
    refused = json(editor, sent(stories[0], **wrong))
    assert refused.status_code == 422
    assert refused.json()["said"]
    assert not Front.objects.filter(edits__gt=0).exists()
    page = editor.post(URL, sent(stories[0], **wrong))
    assert page.status_code == 422
    assert 'role="alert"' in page.content.decode()


def test_of_two_editors_the_second_is_told_and_keeps_what_was_arranged(
    editor, log_in, cast, stories, sent
):
    json(log_in(cast.service_chief), sent(stories[0]))
    told = json(editor, sent(stories[1], stories[2]))
    assert told.status_code == 409
    assert "kept as version 1" in told.json()["said"]
    put = editor.post(URL, sent(stories[1], stories[2], air="1"))
    assert put.status_code == 409
    assert not PublishedFront.objects.exists()
    editor.post(reverse("admin:front_take", args=["en", "-", 1]), {"edits": "1"})
    assert [slot["story"] for slot in Front.objects.get().draft] == [one.pk for one in stories[1:]]


def test_undo_puts_an_earlier_front_back(editor, stories, sent):
    editor.post(URL, sent(stories[0], air="1"))
    editor.post(URL, sent(stories[1], edits=1, air="1"))
    assert "Put back on air" in editor.get(URL).content.decode()
    back = reverse("admin:front_back", args=["en", "-", 1])
    editor.get(back)  # following a link does nothing
    assert PublishedFront.objects.get().leads[0][0] == stories[1].pk
    editor.post(back)
    assert PublishedFront.objects.get().leads[0][0] == stories[0].pk


def test_the_preview_is_the_real_page_and_kept_nowhere(editor, stories, sent):
    json(editor, sent(stories[2], headline=["Only in the draft"]))
    seen = editor.get(URL + "seen/")
    assert "Only in the draft" in seen.content.decode()
    assert seen["Cache-Control"].startswith("private, no-store")
    assert seen["X-Frame-Options"] == "SAMEORIGIN"
    assert "Only in the draft" not in editor.get("/en/").content.decode()
    assert editor.get(URL + "look/").content.decode().count("<iframe") == 2


def test_stories_are_found_by_words_and_number(editor, stories, make_story, persian):
    publish(make_story(service=persian, headline="Story elsewhere"), actor=SYSTEM,
            now=timezone.now())  # fmt: skip

    def found(query):
        rows = editor.get(URL + "stories/", {"q": query}).json()["stories"]
        return [row["headline"] for row in rows]

    assert found("") == ["Story 0.", "Story 1.", "Story 2."]
    assert found("story 2.") == ["Story 2."]
    assert "Story 1." in found(str(stories[1].pk))
    assert found("' OR 1=1 %") == []
    assert found("elsewhere") == []


def test_nobody_else_sees_any_of_it(log_in, cast, stories, sent, english, politics):
    save_front(english, politics, [Slot(stories[0].pk)], seen=0, actor=SYSTEM, now=timezone.now())
    paths = ["", "stories/", "look/", "seen/", "back/1/", "take/1/"]
    for who in (cast.outsider, cast.reporter, cast.photo_editor, cast.legal_officer):
        client = log_in(who)
        for base in (URL, "/admin/fronts/en/politics/"):
            for path in paths:
                assert client.get(base + path).status_code == 404, (who, path)
                assert client.post(base + path, sent(stories[0])).status_code == 404, (who, path)
    assert "English Service" not in log_in(cast.outsider).get("/admin/fronts/").content.decode()
    assert log_in(cast.desk_editor).get("/admin/fronts/en/nowhere/").status_code == 404


def test_an_expired_session_is_sent_to_the_login(client, stories, sent):
    reply = client.post(URL, sent(stories[0]), headers={"accept": "application/json"})
    assert reply.status_code == 302
    assert "/login/" in reply.url


def test_a_stale_front_is_told_of(editor, stories, english, cast):
    old = timezone.now() - 30 * HOUR
    publish(stories[2], actor=SYSTEM, now=old)
    front = save_front(english, None, [Slot(stories[0].pk)], seen=0, actor=SYSTEM, now=old).front
    put_front_on_air(front, seen=1, actor=SYSTEM, now=old)
    assert "1 front has grown old" in editor.get("/admin/").content.decode()
    assert "Not renewed for 30 hours." in editor.get("/admin/fronts/").content.decode()
    assert "Not renewed for 30 hours." in editor.get(URL).content.decode()
    english.front_hours = 0
    english.save()
    assert "Not renewed" not in editor.get("/admin/fronts/").content.decode()


def test_hostile_words_stay_words(editor, make_story, sent):
    story = make_story(headline="<img src=x onerror=alert(1)>")
    publish(story, actor=SYSTEM, now=timezone.now())
    json(editor, sent(story, headline=['"><script>alert(1)</script>']))
    for path in (URL, URL + "seen/"):
        page = editor.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
