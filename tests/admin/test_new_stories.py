"""A new story starts as what it is going to be, in its service's language."""

import pytest
from django.urls import reverse

from articles.models import StoryTemplate
from articles.publishing.templates import planned
from articles.text.sanitise import clean_body
from articles.vocabularies import TemplateKind

NEW = "/admin/new-story/"


def form_of(client, service, start):
    return (
        client.get(reverse("admin:articles_story_add"), {"service": service.pk, "start": start})
        .context["adminform"]
        .form
    )


def test_five_starts_are_offered(english, cast, log_in):
    html = log_in(cast.reporter).get(NEW).content.decode()
    for kind in TemplateKind:
        assert f"start={kind}" in html


def test_a_start_fills_the_form(english, cast, log_in):
    form = form_of(log_in(cast.reporter), english, "breaking")
    assert form.initial["kicker"] == "Breaking News"
    assert form.initial["urgency"] == 2
    assert "<h2>What is known</h2>" in form.initial["body"]


def test_it_is_in_the_language_of_the_service(persian, cast, log_in):
    form = form_of(log_in(cast.outsider), persian, "interview")
    assert form.initial["story_type"] == "interview"
    assert "<h2>پرسش</h2>" in form.initial["body"]
    assert form.service == persian


@pytest.mark.parametrize("language", ["en", "fa", "kk"])
@pytest.mark.parametrize("kind", TemplateKind)
def test_the_house_s_starts_are_clean(kind, language):
    body = planned(language, kind)["body"]
    assert clean_body(body) == body


def test_a_service_has_its_own_way(english, cast, log_in):
    StoryTemplate.objects.create(
        service=english, kind="report", kicker="Local", urgency=6, body="<p>Where?</p>"
    )
    StoryTemplate.objects.create(service=english, kind="live", is_offered=False)
    client = log_in(cast.reporter)
    form = form_of(client, english, "report")
    assert (form.initial["kicker"], form.initial["body"]) == ("Local", "<p>Where?</p>")
    assert "start=live" not in client.get(NEW).content.decode()


@pytest.mark.parametrize("query", ["start=nothing", "service=99999999999999999999", "service=x"])
def test_what_is_not_there_leaves_the_form_empty(query, english, cast, log_in):
    client = log_in(cast.reporter)
    response = client.get(f"{reverse('admin:articles_story_add')}?{query}")
    assert response.status_code == 200
    assert not response.context["adminform"].form.initial.get("body")
    assert client.get(f"{NEW}?{query}").status_code == 200


def test_another_newsroom_s_service_is_not_started_in(english, persian, cast, log_in):
    StoryTemplate.objects.create(service=persian, kind="report", kicker="Secret")
    client = log_in(cast.reporter)
    assert form_of(client, persian, "report").initial["service"] == english.pk
    assert "Persian" not in client.get(f"{NEW}?service={persian.pk}").content.decode()


def test_only_the_chief_of_the_service_changes_them(english, persian, cast, log_in):
    own = StoryTemplate.objects.create(service=english, kind="report")
    theirs = StoryTemplate.objects.create(service=persian, kind="report")
    data = {
        "service": english.pk, "kind": "report", "story_type": "report", "urgency": 5,
        "is_offered": "on", "kicker": "Local", "body": "<p>x</p><script>y</script>",
    }  # fmt: skip

    def change(user, row):
        path = reverse("admin:articles_storytemplate_change", args=[row.pk])
        return log_in(user).post(path, data).status_code

    assert change(cast.reporter, own) in (302, 403, 404)
    own.refresh_from_db()
    assert own.kicker == ""
    assert change(cast.service_chief, own) == 302
    own.refresh_from_db()
    assert (own.kicker, own.body) == ("Local", "<p>x</p>")
    change(cast.service_chief, theirs)
    theirs.refresh_from_db()
    assert theirs.kicker == ""
