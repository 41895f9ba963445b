"""The day's page shows the chief what was published alone, at the same cost for many stories."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import PublishedStory
from articles.publishing.review import submit
from tests.admin.workflow_at_the_desk.addresses import url


def test_published_alone_stands_before_the_chief(story, english, cast, log_in):
    english.four_eyes = True
    english.save()
    editor, chief = log_in(cast.desk_editor), log_in(cast.service_chief)
    assert "Publish alone" in editor.get(url("change", story)).content.decode()
    editor.post(url("publish_alone", story), {"reason": "Flood, nobody else is here"})
    assert PublishedStory.objects.exists()
    assert "1 story published alone" in chief.get(reverse("admin:index")).content.decode()
    assert "published alone" not in editor.get(reverse("admin:index")).content.decode()
    chief.post(url("look_over", story))
    assert "published alone" not in chief.get(reverse("admin:index")).content.decode()


def test_the_day_s_page_costs_the_same_with_many_stories(make_story, cast, log_in, now):
    client = log_in(cast.service_chief)

    def cost():
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("admin:today"))
        return len(captured)

    few = cost()
    for _number in range(12):
        made = make_story(created_by=cast.service_chief)
        submit(made, actor=cast.reporter, now=now)
    assert cost() <= few + 1
    assert few <= 14
