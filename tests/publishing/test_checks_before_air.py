"""Findings of the preflight about links, language and law; none of them costs a draft anything."""

import pytest

from articles.models import LegalNotice, NoticeTarget, Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.notices import approve, propose
from articles.publishing.preflight import preflight
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish
from tests.notices import write_notice
from tests.text.test_language_of_a_text import EN, RU


@pytest.fixture
def findings(story, now):
    def look(body=None, **fields):
        for name, value in fields.items():
            setattr(story, name, value)
        if body is not None:
            story.body = body
        story.save()
        return {one.code: one for one in preflight(story, now=now)}

    return look


def link(address):
    return f'<p>Read <a href="{address}">more</a> about it.</p>'


def test_a_fit_story_has_no_findings(findings):
    assert findings() == {}


@pytest.mark.parametrize(
    "address",
    ["/en/a/x/999999.html", "https://testserver/en/a/x/999999.html", "/a/x/999999.html",
     "http://testserver/en/a/x/999999.html?in=RU#top"],
)  # fmt: skip
def test_a_link_to_a_story_that_is_not_on_air_is_told(address, findings, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    found = findings(link(address))["dead_link"]
    assert not found.blocks
    assert found.field == "body"
    assert "not on air" in found.message


@pytest.mark.parametrize(
    "address",
    ["https://example.org/en/a/x/999999.html", "/en/", "mailto:desk@example.org", "http://[", "#a",
     "/en/a/x/" + "9" * 40 + ".html"],
)  # fmt: skip
def test_what_is_no_link_to_a_story_of_ours_is_left_alone(address, findings, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert findings(link(address)) == {}


def test_a_link_to_a_story_on_air_is_good_until_that_is_taken_down(findings, make_story, cast, now):
    other = make_story(headline="Another")
    publish(other, actor=SYSTEM, now=now)
    body = link(f"/en/a/another/{other.pk}.html")
    assert findings(body) == {}
    unpublish(other, actor=cast.desk_editor, now=now)
    assert "dead_link" in findings(body)


def test_a_link_to_itself_is_told_as_such(findings, story):
    assert set(findings(link(f"/en/a/x/{story.pk}.html"))) == {"link_to_itself"}


@pytest.mark.parametrize("address", ["/admin/articles/story/1/change/", "/preview/secret/"])
def test_a_link_to_the_desk_does_not_go_on_air(address, findings):
    assert findings(link(address))["desk_link"].blocks


def test_many_links_cost_two_queries(findings, story, django_assert_max_num_queries, now):
    story.body = "".join(link(f"https://host{n}.example/en/a/x/{n}.html") for n in range(300))
    story.body += "".join(link(f"/en/a/x/{n}.html") for n in range(1_000, 1_300))
    with django_assert_max_num_queries(16):
        preflight(story, now=now)


def test_a_text_in_another_language_is_a_question_and_no_refusal(findings):
    found = findings(f"<p>{RU}</p>")["language"]
    assert not found.blocks
    assert "Cyrillic" in found.message
    assert "English" in found.message
    assert findings(f"<p>{EN}</p>") == {}


@pytest.fixture
def flood(story):
    topic = Topic.objects.create(slug="flood", name="Flood")
    story.topics.add(topic)
    return topic


def write_about_floods(now, slug):
    notice = write_notice(now, slug)
    NoticeTarget.objects.create(notice=notice, dimension="topic", value="flood")
    return notice


def test_a_topic_whose_notice_awaits_approval_is_told(findings, flood, cast, now):
    notice = write_about_floods(now, "flood-law")
    assert "notice" not in findings()  # a draft of the legal desk is nobody else's
    version = propose(notice, actor=cast.legal_officer, now=now)
    found = findings()["notice"]
    assert not found.blocks
    assert found.field == "topics"
    assert "flood-law" not in found.message
    approve(version, actor=cast.second_legal_officer, now=now)
    assert "notice" not in findings()


def test_an_order_is_secret_until_it_is_in_force(findings, flood, cast, now):
    notice = write_about_floods(now, "order")
    propose(notice, actor=cast.legal_officer, now=now)
    LegalNotice.objects.filter(pk=notice.pk).update(kind="withheld")
    assert "notice" not in findings()
    LegalNotice.objects.filter(pk=notice.pk).update(kind="info")
    NoticeTarget.objects.filter(dimension="topic").update(is_exclude=True)
    assert "notice" not in findings()
