"""A story goes from its writer to who reads it at the desk, and on air or back."""

from django.urls import reverse

from articles.vocabularies import ReviewStatus
from tests.admin.workflow_at_the_desk.addresses import url


def read_and_send(client, address, **data):
    """As a browser does: with the hidden fields of the page."""
    page = client.get(address)
    seen = page.context.get("seen_hash")
    return client.post(address, data | ({"seen_hash": seen} if seen else {}))


def test_a_story_goes_from_the_writer_to_the_reader_at_the_desk_and_on_air(
    story, english, cast, log_in, form_data
):
    english.four_eyes = True
    english.save()
    reporter, editor = log_in(cast.reporter), log_in(cast.desk_editor)
    sent = reporter.post(url("change", story), form_data(_submit="Submit …"))
    assert sent.url == url("submit", story)
    reporter.post(url("submit", story), {"reason": "Please read the second half"})
    assert str(story) in editor.get(reverse("admin:today")).content.decode()

    refused = editor.post(url("publish", story))
    assert refused.status_code == 422
    assert read_and_send(editor, url("approve", story)).status_code == 302
    story.story_photos.update(role="inline")
    story.refresh_from_db()
    assert story.review_status == ReviewStatus.APPROVED


def test_approving_is_bound_to_what_the_page_showed(submitted, cast, log_in):
    editor = log_in(cast.desk_editor)
    seen = editor.get(url("approve", submitted)).context["seen_hash"]
    type(submitted).objects.update(headline="Another headline")
    refused = editor.post(url("approve", submitted), {"seen_hash": seen})
    assert refused.status_code == 422
    assert "look at it again" in refused.content.decode()
    assert editor.post(url("approve", submitted)).status_code == 422


def test_a_story_is_given_back_and_its_writer_finds_it(submitted, cast, log_in):
    editor, reporter = log_in(cast.desk_editor), log_in(cast.reporter)
    assert editor.post(url("give_back", submitted), {"reason": ""}).status_code == 422
    editor.post(url("give_back", submitted), {"reason": "Name the river"})
    page = reporter.get(reverse("admin:today")).content.decode()
    assert "Given back to you" in page
    assert "Name the river" in reporter.get(url("comments", submitted)).content.decode()
    assert "1 given back to you" in reporter.get(reverse("admin:index")).content.decode()


def test_a_change_is_asked_for_beside_its_passage(submitted, cast, log_in):
    editor, panel = log_in(cast.desk_editor), url("comments", submitted) + "?panel=1"
    assert "Ask for this change" in editor.get(panel).content.decode()
    asked = {"gives_back": "1", "quote": "The second one.", "text": "Name the river"}
    answer = editor.post(panel, asked)
    assert "went back to its writers" in answer.content.decode()
    assert "Ask for this change" not in answer.content.decode()
    comment = submitted.comments.get()
    assert (comment.quote, comment.asks_for_change) == ("The second one.", True)
    submitted.refresh_from_db()
    assert submitted.review_status == "changes"
    again = editor.post(panel, asked)  # a double click
    assert again.status_code == 422
    assert submitted.comments.count() == 1
    page = log_in(cast.reporter).get(url("change", submitted)).content.decode()
    assert "data-calls" in page


def test_whoever_may_not_approve_asks_for_no_change(submitted, cast, log_in):
    panel = url("comments", submitted) + "?panel=1"
    reporter = log_in(cast.reporter)
    assert "Ask for this change" not in reporter.get(panel).content.decode()
    refused = reporter.post(panel, {"gives_back": "1", "text": "Kept in its field"})
    assert refused.status_code == 422
    assert "Kept in its field" in refused.content.decode()
    submitted.refresh_from_db()
    assert submitted.review_status == "in_review"
