"""The checks before air: a list with ways to the fields, told apart in words."""

from django.urls import reverse

from articles.publishing.preflight import preflight
from tests.html import errors_in, text_of


def url(story, **query):
    return reverse("admin:articles_story_checks", args=[story.pk], query=query or None)


def test_findings_say_what_blocks_and_what_does_not(story, photo, cast, log_in, now):
    photo.credit = ""
    photo.save()
    story.section = None
    story.save()
    client = log_in(cast.reporter)
    panel = client.get(url(story, panel="1"))
    words = text_of(panel.content.decode())
    assert "1 thing must be mended before it can go on air. 1 is worth a look." in words
    assert "Must be mended" in words
    assert "Worth a look" in words
    assert 'data-anchor="story_photos-group"' in panel.content.decode()
    assert 'href="#id_section"' in panel.content.decode()
    assert "<html" not in panel.content.decode()
    assert "no-store" in panel["Cache-Control"]

    page = client.get(url(story)).content.decode()
    assert f'href="{reverse("admin:articles_story_change", args=[story.pk])}#id_section"' in page
    assert errors_in(page) == []


def test_a_fit_story_hears_so(story, cast, log_in):
    page = log_in(cast.reporter).get(url(story, panel="1"))
    assert "Nothing stands in the way." in page.content.decode()


def test_the_form_asks_for_them_and_costs_no_query_more(
    story, cast, log_in, django_assert_max_num_queries
):
    client = log_in(cast.reporter)
    address = reverse("admin:articles_story_change", args=[story.pk])
    with django_assert_max_num_queries(25):
        page = client.get(address).content.decode()
    assert f'data-url="{url(story)}"' in page
    assert "articles/desk/checks.js" in page


def test_the_checks_cost_a_bounded_number_of_queries(
    story, cast, log_in, django_assert_max_num_queries
):
    client = log_in(cast.reporter)
    with django_assert_max_num_queries(25):
        client.get(url(story, panel="1"))


def test_a_draft_may_be_incomplete(story, cast, log_in, form_data, now):
    typed = form_data(headline="Only a headline", body="")
    sent = log_in(cast.reporter).post(
        reverse("admin:articles_story_change", args=[story.pk]), typed
    )
    assert sent.status_code == 302
    story.refresh_from_db()
    assert {one.code for one in preflight(story, now=now)} >= {"body"}


def test_hostile_words_in_findings_are_escaped(story, cast, log_in):
    story.body = '<p><a href="/en/a/&lt;script&gt;/9.html">x</a></p>'
    story.save()
    assert "<script>" not in log_in(cast.reporter).get(url(story, panel="1")).content.decode()
