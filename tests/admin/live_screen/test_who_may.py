"""Only those who publish act at the live screen; others see no more than they may."""

import pytest

from articles.models import PublishedEntry
from tests.admin.live_screen.sent import of, typed
from tests.live import go_live, post


@pytest.mark.parametrize("person", ["outsider"])
def test_other_newsrooms_do_not_even_see_it(person, url, live, cast, log_in, now):
    entry = post(live, now=now)
    client = log_in(getattr(cast, person))
    assert client.get(url).status_code == 404
    for sent in (typed("post"), of(entry, "change"), {"deed": "freeze"}):
        assert client.post(url, sent).status_code == 404
    assert PublishedEntry.objects.count() == 1


@pytest.mark.parametrize("person", ["photo_editor", "legal_officer"])
def test_who_may_only_look_sees_no_button_and_is_refused(person, url, live, cast, log_in, now):
    entry = post(live, now=now)
    client = log_in(getattr(cast, person))
    assert 'name="deed"' not in client.get(url).content.decode()
    for sent in (typed("post"), typed("draft"), of(entry, "change", text="x"),
                 {"deed": "pin", "entry": entry.pk}, {"deed": "freeze"}):  # fmt: skip
        assert client.post(f"{url}?stream", sent).status_code == 422
    assert PublishedEntry.objects.get().document["html"] == "<p>Something happened.</p>"


def test_nobody_acts_on_an_entry_of_another_story(url, editor, make_story, now):
    other = make_story(headline="Other")
    go_live(other, now)
    entry = post(other, now=now)
    for sent in (of(entry, "change"), {"deed": "remove", "entry": entry.pk, "reason": "x"}):
        assert editor.post(url, sent).status_code == 404
    response = editor.post(f"{url}?stream", typed("draft", key=str(entry.key)))
    assert response.status_code == 422


def test_who_is_logged_out_is_led_to_the_login(url, client):
    response = client.post(f"{url}?stream", typed("post"))
    assert (response.status_code, "/login/" in response["Location"]) == (302, True)
