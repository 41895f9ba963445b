"""What was saved already is not offered, however late it comes."""

from django.urls import reverse

from tests.admin.sent import sent_by


def test_what_the_browser_still_held_though_it_was_saved_is_not_offered(reporter, keep, url, story):
    said = keep(reporter, story, fields={"headline": [story.headline]}, leftover=True, touched=[])
    assert said.json() == {"kept": ""}
    said = keep(reporter, story, fields={"headline": ["Never saved"]}, leftover=True)
    assert said.json()["kept"]
    shown = reporter.get(reverse("admin:draft_kept"), {"story": story.pk, "page": "x"})
    assert "Never" in shown.content.decode()


def test_what_comes_late_from_a_form_that_was_saved_is_old(reporter, keep, url, story):
    form = sent_by(reporter.get(url).content.decode(), "story_form")
    reporter.post(url, form | {"headline": "Saved", "_continue": "Save"})
    said = keep(reporter, story, page=form["_page"], fields={"headline": ["Late news"]})
    assert said.json() == {"kept": ""}
    assert "Late news" not in reporter.get(url).content.decode()
