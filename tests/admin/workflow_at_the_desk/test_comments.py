"""A thread is written, answered and settled beside the text."""

import pytest

from tests.admin.workflow_at_the_desk.addresses import url


def test_a_thread_is_written_answered_and_settled_beside_the_text(story, cast, log_in):
    editor, reporter = log_in(cast.desk_editor), log_in(cast.reporter)
    panel = url("comments", story) + "?panel=1"
    shown = editor.post(panel, {"text": "Who says so?", "quote": "The second one."})
    assert "Who says so?" in shown.content.decode()
    assert "<html" not in shown.content.decode()
    first = story.comments.get()
    reporter.post(panel, {"text": "The mayor.", "answers": first.pk})
    reporter.post(url("settle", story) + "?panel=1", {"comment": first.pk})
    assert "Settled by" in editor.get(url("comments", story)).content.decode()


def test_a_refused_comment_keeps_its_words(story, cast, log_in):
    refused = log_in(cast.reporter).post(
        url("comments", story), {"text": " ", "quote": "The second one."}
    )
    assert refused.status_code == 422
    assert "The second one." in refused.content.decode()


@pytest.mark.parametrize("answers", ["x", "0", "-1", "٣", "99999"])
def test_an_answer_to_nothing_is_not_found(answers, story, cast, log_in):
    client = log_in(cast.reporter)
    assert (
        client.post(url("comments", story), {"text": "Hm", "answers": answers}).status_code == 404
    )
    assert client.post(url("settle", story), {"comment": answers}).status_code == 404
