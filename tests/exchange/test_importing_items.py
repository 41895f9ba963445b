"""Agency items become stories through the same verbs as everybody's."""

import json

from articles.models import (
    CacheLedger,
    Photo,
    PublishedStory,
    Story,
    StoryPhoto,
    StoryVersion,
)
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import change_photo


def test_an_item_becomes_a_draft_and_prints_its_line(item_file, run, english):
    out, err = run("import_ninjs", item_file())

    story = Story.objects.get()
    assert out == f"urn:agency:1\t{story.pk}\t-\n"
    assert err == ""
    assert not PublishedStory.objects.exists()


def test_a_published_item_has_its_own_dates_and_a_public_path(item_file, run, english):
    out, _err = run("import_ninjs", item_file(), "--publish")

    on_air = PublishedStory.objects.get()
    assert out.split("\t")[2] == f"/en/a/the-river-rises/{on_air.pk}.html\n"
    assert on_air.published_at.isoformat() == "2026-01-30T09:00:00+00:00"
    assert on_air.revised_at.isoformat() == "2026-01-30T10:00:00+00:00"


def test_a_figure_stands_where_the_item_has_it(item_file, run, english):
    run("import_ninjs", item_file(), "--publish")

    kinds = [segment["kind"] for segment in PublishedStory.objects.get().document["segments"]]
    assert kinds == ["html", "photo", "html"]
    photo = PublishedStory.objects.get().document["segments"][1]
    assert (photo["caption"], photo["alt"]) == ("The river.", "Brown water.")


def test_identical_content_makes_no_version(item_file, run, english):
    run("import_ninjs", item_file(), "--publish")
    before = (StoryVersion.objects.count(), CacheLedger.objects.count())
    run("import_ninjs", item_file(), "--publish")

    assert (StoryVersion.objects.count(), CacheLedger.objects.count()) == before
    assert Photo.objects.count() == 1


def test_the_same_uri_again_is_a_new_version_of_the_same_story(item_file, run, english):
    run("import_ninjs", item_file(), "--publish")
    changed = [{"role": "main", "value": "The river falls"}]
    run("import_ninjs", item_file(headlines=changed), "--publish")

    assert Story.objects.count() == 1
    assert PublishedStory.objects.get().headline == "The river falls"
    assert PublishedStory.objects.get().slug == "the-river-rises"


def test_unknown_fields_are_kept(item_file, run, english):
    run("import_ninjs", item_file())
    assert Story.objects.get().imported["x-unknown"] == {"kept": True}


def test_a_photo_without_credit_is_kept_but_stays_off_air(item_file, run, english):
    item = json.loads(item_file().read_text())
    del item["associations"][0]["by"]
    out, err = run("import_ninjs", item_file(associations=item["associations"]), "--publish")

    assert out.endswith("\t-\n")
    assert "has no credit" in err
    assert Photo.objects.count() == 1


def test_a_photo_goes_live_once_somebody_supplied_its_credit(item_file, run, english, cast, now):
    item = json.loads(item_file().read_text())
    del item["associations"][0]["by"]
    run("import_ninjs", item_file(associations=item["associations"]), "--publish")
    change_photo(Photo.objects.get(), {"credit": "Agency"}, actor=cast.photo_editor, now=now)
    out, err = run("import_ninjs", item_file(associations=item["associations"]), "--publish")

    assert err == ""
    assert "/en/a/" in out
    assert Photo.objects.get().credit == "Agency"


def test_the_same_file_under_another_uri_is_the_same_photo(item_file, run, english):
    run("import_ninjs", item_file())
    item = json.loads(item_file().read_text())
    item["associations"][0]["uri"] = "urn:photo:again"
    run("import_ninjs", item_file(uri="urn:agency:2", associations=item["associations"]))

    photo = Photo.objects.get()
    assert {use.photo for use in StoryPhoto.objects.all()} == {photo}
    assert StoryPhoto.objects.count() == 2


def test_a_killed_photo_does_not_come_back_with_the_next_delivery(
    item_file, run, english, cast, now
):
    run("import_ninjs", item_file(), "--publish")
    kill_photo(Photo.objects.get(), actor=cast.photo_editor, now=now, reason="Order")
    item = json.loads(item_file().read_text())
    item["associations"][0]["uri"] = "urn:photo:again"
    for associations in (None, item["associations"]):
        changes = {"associations": associations} if associations else {}
        _out, err = run("import_ninjs", item_file(**changes), "--publish")
        assert err == ""
        assert "figure" not in Story.objects.get().body
        assert "photo" not in [
            one["kind"] for one in PublishedStory.objects.get().document["segments"]
        ]
    assert Photo.objects.count() == 1


def test_a_remote_picture_is_noted_and_not_fetched(item_file, run, english):
    item = json.loads(item_file().read_text())
    item["associations"][0]["renditions"][0]["href"] = "https://192.0.2.1/river.jpg"
    run("import_ninjs", item_file(associations=item["associations"]), "--publish")

    assert not Photo.objects.exists()
    assert "192.0.2.1" in json.dumps(Story.objects.get().imported)
    assert "figure" not in Story.objects.get().body


def test_an_embargoed_item_stays_a_draft(item_file, run, english):
    out, err = run("import_ninjs", item_file(embargoedUntil="2999-01-01T00:00:00Z"), "--publish")
    assert out.endswith("\t-\n")
    assert "embargo" in err.lower()


def test_a_canceled_item_kills_what_was_on_air(item_file, run, english):
    run("import_ninjs", item_file(), "--publish")
    run("import_ninjs", item_file(pubStatus="canceled"), "--publish")
    assert PublishedStory.objects.get().pub_status == "canceled"


def test_a_withheld_item_leaves_the_air(item_file, run, english):
    run("import_ninjs", item_file(), "--publish")
    run("import_ninjs", item_file(pubStatus="withheld"), "--publish")
    assert not PublishedStory.objects.exists()


def test_plain_text_becomes_paragraphs(item_file, run, english):
    bodies = [{"role": "text", "contentType": "text/plain", "value": "One <b>.\nTwo."}]
    run("import_ninjs", item_file(bodies=bodies))
    assert Story.objects.get().body == "<p>One &lt;b&gt;.</p>\n<p>Two.</p>"


def test_an_array_and_a_file_of_lines_are_many_items(item_file, run, english, tmp_path):
    first = json.loads(item_file().read_text())
    second = first | {"uri": "urn:agency:2"}
    lines = tmp_path / "in" / "many.jsonl"
    lines.write_text(json.dumps(first) + "\n" + json.dumps(second) + "\n")

    out, _err = run("import_ninjs", lines)
    assert len(out.splitlines()) == 2
