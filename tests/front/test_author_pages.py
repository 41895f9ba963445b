"""Every name that a byline links has a page, and nobody else has."""

import re

from articles.models import Byline, Contributor
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


def test_somebody_without_words_in_the_language_has_a_page_under_the_credited_name(
    story, client, now
):
    desk = Contributor.objects.create(kind="service", name="Kazakh Service", slug="kazakh-service")
    Byline.objects.create(story=story, contributor=desk, role="source", position=2)
    row = publish(story, actor=SYSTEM, now=now)
    page = client.get(f"/en/a/{row.slug}/{row.pk}.html").content.decode()
    links = re.findall(r'href="(/en/author/[^"]+)"', page)
    assert links == ["/en/author/mara-ellery/", "/en/author/kazakh-service/"]
    for link in links:
        assert client.get(link).status_code == 200, link
    assert '<h1 dir="auto">Kazakh Service</h1>' in client.get(links[1]).content.decode()


def test_a_contributor_without_a_public_credit_has_no_page(on_air, client):
    Contributor.objects.create(name="Hidden Person", slug="hidden-person")
    assert client.get("/en/author/hidden-person/").status_code == 404
