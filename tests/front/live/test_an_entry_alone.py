"""An entry's own address."""

import re

import extruct
import pytest

from articles.models import PublishedStory
from tests.front.live.asking import html_of, numbers, own
from tests.live import go_live


def test_an_entry_has_an_address_of_its_own(client, path, tell):
    entry = tell(1, "The bridge is closed.", headline="Bridge closed")
    html = html_of(client, own(path, entry))
    assert '<h1 dir="auto">Bridge closed</h1>' in html
    assert f'<link rel="canonical" href="http://testserver{own(path, entry)}">' in html
    data = extruct.extract(html, syntaxes=["json-ld"])["json-ld"][0]
    assert data["isPartOf"]["@type"] == "LiveBlogPosting"
    back = re.search(r'href="([^"]+#entry-\d+)"', html)[1].replace("&amp;", "&")
    assert numbers(html_of(client, back.partition("#")[0])) == [entry.pk]


def test_a_wrong_slug_is_led_to_the_right_one(client, path, updates, tell):
    entry = tell(1)
    for right in (own(path, entry), updates):
        response = client.get(right.replace("the-river-rises", "x"))
        assert (response.status_code, response["Location"]) == (301, right)


@pytest.mark.parametrize("number", ["999999", "9" * 30])
def test_there_is_no_other_entry(number, client, path, tell):
    tell(1)
    assert client.get(path.replace(".html", f"/{number}/")).status_code == 404


def test_an_entry_is_not_found_under_another_story_nor_under_a_report(
    client, path, tell, make_story, now
):
    entry = tell(1)
    other = make_story(headline="Other", story_type="live")
    go_live(other, now)
    report = make_story(headline="Report")
    go_live(report, now)
    PublishedStory.objects.filter(story=report).update(story_type="report")
    for story in (other, report):
        assert client.get(f"/en/a/{story.slug or 'x'}/{story.pk}/{entry.pk}/").status_code in (
            301,
            404,
        )
        slug = PublishedStory.objects.get(story=story).slug
        assert client.get(f"/en/a/{slug}/{story.pk}/{entry.pk}/").status_code == 404
    assert client.get(f"/en/a/report/{report.pk}/updates/").status_code == 404
