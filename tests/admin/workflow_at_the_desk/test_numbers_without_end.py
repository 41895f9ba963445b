"""A number without end is nobody's row, and loses nothing on a form."""

from django.urls import reverse

from tests.admin.workflow_at_the_desk.addresses import url


def test_a_number_without_end_is_nobody_s_row(story, cast, log_in):
    client, endless = log_in(cast.desk_editor), "9" * 5_000
    assert client.post(url("settle", story), {"comment": endless}).status_code == 404
    assert client.get(url("restore", story), {"version": endless}).status_code == 404


def test_a_service_or_topic_without_end_is_refused_on_the_form(story, cast, log_in, form_data):
    endless = "9" * 5_000
    typed = form_data(service=endless, section=endless, topics=[endless])
    refused = log_in(cast.desk_editor).post(reverse("admin:articles_story_add"), typed)
    assert refused.status_code == 200
    assert "The river rises" in refused.content.decode()
    assert type(story).objects.count() == 1
