"""The law and the protection of people hold for a preview, too."""

from articles.models import Byline, Contributor
from tests.admin.secret_preview_links.reply import html


def test_the_law_holds_for_it_too(link, client, story, enforce, settings):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched", title="No")
    enforce("warning", regions=["RU"], reach="matched")
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
    _row, address = link()
    withheld = client.get(address, headers={"region": "GB"})
    assert withheld.status_code == 451
    assert "The river" not in html(withheld)
    assert withheld["Referrer-Policy"] == "no-referrer"
    assert 'data-notice="warning"' in html(client.get(address, headers={"region": "RU"}))
    assert "data-notice" not in html(client.get(address, headers={"region": "DE"}))


def test_a_protected_name_stays_protected(link, client, story):
    person = Contributor.objects.create(name="Ada Secret", slug="ada", byline_policy="none")
    Byline.objects.create(story=story, contributor=person)
    _row, address = link()
    assert "Ada Secret" not in html(client.get(address))
