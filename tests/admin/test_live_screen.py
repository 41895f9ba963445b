"""The live screen: everything by one address, whole without a script, and nothing typed is lost."""

import re
import uuid
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import LiveEntry, Photo, PublishedEntry
from articles.publishing.live.freeze import freeze
from tests.hostile import hostile_texts
from tests.html import errors_in
from tests.live import go_live, post


@pytest.fixture
def live(story, now):
    go_live(story, now)
    story.refresh_from_db()
    return story


@pytest.fixture
def url(live):
    return f"/admin/articles/story/{live.pk}/live/"


@pytest.fixture
def editor(log_in, cast):
    return log_in(cast.desk_editor)


def typed(deed, text="The bridge is closed.", **more):
    return {"deed": deed, "key": str(uuid.uuid4()), "text": text} | more


def of(entry, deed, **more):
    """What the form of an entry in the stream sends."""
    fields = {
        "key": entry.key,
        "seen": entry.number,
        "headline": entry.headline,
        "text": entry.text,
    }
    sent = {f"e{entry.pk}-{name}": value for name, value in (fields | more).items()}
    return {"deed": deed, "entry": entry.pk} | sent


def test_the_screen_is_valid_and_shows_drafts_and_entries(url, editor, live, cast, now):
    post(live, "Seen by <readers>.", headline="Bridge", now=now)
    editor.post(url, typed("draft", "Half a thought"))
    html = editor.get(url).content.decode()
    assert errors_in(html) == []
    assert "Seen by &lt;readers&gt;." in html
    assert html.index("Half a thought") < html.index("Seen by")


def test_an_entry_is_posted_without_a_script(url, editor):
    sent = typed("post", headline="Bridge", is_key_event="on")
    response = editor.post(url, sent, follow=True)
    assert "The entry is on air." in response.content.decode()
    assert PublishedEntry.objects.get().is_key_event
    editor.post(url, sent)
    assert PublishedEntry.objects.count() == 1


def test_a_script_gets_the_stream_alone_and_the_next_key(url, editor):
    response = editor.post(f"{url}?stream", typed("post"))
    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert "The bridge is closed." in html
    assert uuid.UUID(re.search(r'data-key="([^"]+)"', html)[1])


def test_a_refusal_costs_no_word(url, editor):
    sent = typed("post", "The [river](https://example.org)", is_key_event="on")
    response = editor.post(url, sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert "A key event needs a headline" in html
    assert "The [river](https://example.org)</textarea>" in html
    assert sent["key"] in html
    response = editor.post(f"{url}?stream", sent)
    assert (response.status_code, response.json()["sentence"][:11]) == (422, "A key event")
    assert not LiveEntry.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "no key"}, {"photo": "9" * 30}, {"photo": "77"}, {"contributor": "77"},
        {"headline": "x" * 201}, {"text": "x" * 10_001}, {"rights_basis": "stolen"},
        {"seen": "-1"}, {"text": "\x00"},
    ],
)  # fmt: skip
def test_bad_input_is_a_sentence(wrong, url, editor):
    response = editor.post(f"{url}?stream", typed("post") | wrong)
    assert response.status_code == 422
    assert len(response.json()["sentence"]) > 10
    assert not PublishedEntry.objects.exists()


def test_an_entry_is_changed_corrected_marked_and_removed_in_the_stream(url, editor, live, now):
    entry = post(live, headline="Bridge", now=now)
    editor.post(url, of(entry, "change", text="Mended.", correction="It was open."))
    entry.refresh_from_db()
    assert (entry.text, entry.correction) == ("Mended.", "It was open.")
    for deed, field in (("pin", "is_pinned"), ("key", "is_key_event")):
        editor.post(url, {"deed": deed, "entry": entry.pk})
        entry.refresh_from_db()
        assert getattr(entry, field)
    response = editor.post(url, {"deed": "remove", "entry": entry.pk, "reason": ""})
    assert response.status_code == 422
    editor.post(url, {"deed": "remove", "entry": entry.pk, "reason": "Wrong", "note": "Wrong."})
    assert PublishedEntry.objects.get().document == {"removal_note": "Wrong."}


def test_what_a_colleague_changed_meanwhile_is_told_beside_what_was_typed(url, editor, live, now):
    entry = post(live, now=now)
    first = of(entry, "change", text="First.")
    editor.post(url, first)
    response = editor.post(url, of(entry, "change", text="Second thoughts."))
    html = response.content.decode()
    assert response.status_code == 422
    assert "meanwhile" in html
    assert "Second thoughts.</textarea>" in html
    assert PublishedEntry.objects.get().document["html"] == "<p>First.</p>"


def test_pinning_is_no_change_of_words_and_is_not_undone_by_saving_them(url, editor, live, now):
    entry = post(live, headline="Bridge", now=now)
    opened = of(entry, "change", text="Mended.")
    for deed in ("pin", "key", "unkey"):
        editor.post(url, {"deed": deed, "entry": entry.pk})
    assert editor.post(url, opened).status_code == 302
    entry.refresh_from_db()
    assert (entry.text, entry.is_pinned, entry.is_key_event) == ("Mended.", True, False)


@pytest.mark.parametrize("seen", ["0", "3", "9" * 30])
def test_a_change_that_never_was_is_no_way_around_the_question(seen, url, editor, live, now):
    entry = post(live, now=now)
    editor.post(url, {"deed": "pin", "entry": entry.pk})
    name = next(name for name in of(entry, "change") if name.endswith("seen"))
    assert editor.post(url, of(entry, "change", text="x") | {name: seen}).status_code == 422


def test_a_colleagues_draft_is_posted_from_the_stream(url, editor, live, cast, log_in):
    reporter = log_in(cast.reporter)
    assert reporter.post(url, typed("draft")).status_code == 302
    draft = LiveEntry.objects.get()
    assert reporter.post(url, of(draft, "post")).status_code == 422
    assert 'value="post"' not in reporter.get(url).content.decode()
    assert editor.post(url, of(draft, "post", text="Read and mended.")).status_code == 302
    assert PublishedEntry.objects.get().document["html"] == "<p>Read and mended.</p>"


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


@pytest.mark.parametrize("deed", ["", "publish", "pin", "<script>"])
def test_there_are_no_other_deeds(deed, url, editor):
    assert editor.post(url, {"deed": deed}).status_code == 404


def test_who_is_logged_out_is_led_to_the_login(url, client):
    response = client.post(f"{url}?stream", typed("post"))
    assert (response.status_code, "/login/" in response["Location"]) == (302, True)


def test_a_report_has_no_such_screen_and_a_draft_takes_drafts(editor, make_story):
    report, draft = make_story(), make_story(headline="Soon", story_type="live")
    assert editor.get(f"/admin/articles/story/{report.pk}/live/").status_code == 404
    url = f"/admin/articles/story/{draft.pk}/live/"
    assert "Publish the story first" in editor.get(url).content.decode()
    assert editor.post(f"{url}?stream", typed("post")).status_code == 422
    assert editor.post(f"{url}?stream", typed("draft")).status_code == 200


def test_a_photo_comes_with_the_form_where_there_is_no_script(url, editor, picture_file):
    words = {"alt_text": "A bridge.", "credit": "Radio Lantern", "rights_basis": "staff"}
    response = editor.post(url, typed("post", file=picture_file, **words))
    assert response.status_code == 302, response.content.decode()
    row = PublishedEntry.objects.get()
    assert row.document["photo"]["alt"] == "A bridge."
    assert Photo.objects.get(pk=row.document["photo"]["photo"]).credit == "Radio Lantern"


def test_a_photo_without_a_credit_is_refused_and_is_not_sent_twice(url, editor, picture_file):
    response = editor.post(url, typed("post", file=picture_file))
    html = response.content.decode()
    assert response.status_code == 422
    assert "has no credit" in html
    photo = Photo.objects.latest("pk")
    assert Photo.objects.count() == 2  # with the story’s own
    assert re.search(rf'name="photo" value="{photo.pk}"', html)


@pytest.fixture
def picture_file():
    out = BytesIO()
    Image.linear_gradient("L").resize((360, 240)).convert("RGB").save(out, "JPEG")
    return SimpleUploadedFile("bridge.jpg", out.getvalue(), "image/jpeg")


def test_coverage_is_ended_and_resumed(url, editor, live, now):
    editor.post(url, {"deed": "freeze"})
    html = editor.get(url).content.decode()
    assert "This coverage ended" in html
    assert "data-composer" not in html
    assert editor.post(f"{url}?stream", typed("post")).status_code == 422
    editor.post(url, {"deed": "reopen"})
    assert editor.post(f"{url}?stream", typed("post")).status_code == 200


def test_of_two_thousand_entries_a_page_is_read_in_as_many_queries_as_of_ten(
    url, editor, live, now, django_assert_max_num_queries
):
    LiveEntry.objects.bulk_create(
        LiveEntry(story=live, status="on_air", text=f"Entry {n}", posted_at=now, changed_at=now)
        for n in range(2000)
    )
    with django_assert_max_num_queries(30):
        html = editor.get(url).content.decode()
    assert html.count('class="live-entry') == 30
    older = re.search(r'href="(\?older=[^"]+)"', html)[1]
    assert "Entry 1969" in editor.get(url + older).content.decode()
    assert editor.get(f"{url}?older=nonsense").status_code == 200
    # What is refused among older entries comes back there, too.
    entry = LiveEntry.objects.get(text="Entry 1969")
    typed_there = of(entry, "change", text="Typed far below.", is_key_event="on")
    response = editor.post(url + older, typed_there)
    assert response.status_code == 422
    assert "Typed far below.</textarea>" in response.content.decode()


def test_hostile_text_in_every_field_stays_text(url, editor, live, shared, now):
    for text in hostile_texts(shared)[::25]:
        sent = typed("post", text, headline=text[:200], alt_text=text[:1000], caption=text[:1000])
        assert editor.post(f"{url}?stream", sent).status_code in (200, 422)
    html = editor.get(url).content.decode()
    assert errors_in(html) == []
    assert "<script>" not in html.replace("&lt;script&gt;", "")


def test_ended_coverage_shows_on_the_form_where_to_go(editor, live, cast, now):
    freeze(live, actor=cast.desk_editor, now=now)
    html = editor.get(f"/admin/articles/story/{live.pk}/change/").content.decode()
    assert f'href="/admin/articles/story/{live.pk}/live/"' in html
