"""Two who save lose nothing of each other, and ten clicks are one version."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Story
from tests.browser.nothing_is_lost.form import open_form, state, type_in_text

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

TEN_CLICKS = """() => {
  for (let n = 0; n < 10; n += 1) { document.querySelector("[name=_continue]").click(); }
}"""


def test_two_editors_save_and_a_true_conflict_shows_both_sides(url, cast, at_desk, story):
    hers, his = (open_form(at_desk(who), url) for who in (cast.reporter, cast.desk_editor))
    type_in_text(hers, " Hers.")
    expect(state(hers)).to_contain_text("Draft kept", timeout=15_000)
    expect(his.locator("[data-others]")).to_have_text(
        "Also here: reporter – unsaved changes", timeout=25_000
    )
    hers.click("input[name=_continue]")
    expect(hers.locator(".success")).to_be_visible()

    type_in_text(his, " His.")
    his.fill("#id_kicker", "Flood")
    his.click("input[name=_continue]")
    clash = his.locator(".keeper-clash")
    expect(clash).to_have_count(1)
    expect(clash).to_contain_text("Hers.")
    expect(clash).to_contain_text("His.")
    clash.locator("[value=both]").check()
    his.click("input[name=_continue]")
    expect(his.locator(".success")).to_be_visible()
    expect(his.locator(".messagelist")).to_contain_text("Joined with what reporter saved")
    story.refresh_from_db()
    assert " Hers." in story.body
    assert " His." in story.body
    assert story.kicker == "Flood"


def test_ten_clicks_on_save_are_one_version(url, cast, at_desk, site, english, story):
    page = open_form(at_desk(cast.reporter), url)
    page.fill("#id_headline", "Clicked often")
    page.evaluate(TEN_CLICKS)
    expect(page.locator(".success")).to_be_visible()
    assert story.versions.count() == 2
    page.goto(site + reverse("admin:articles_story_add"))
    page.wait_for_load_state("load")
    page.fill("#id_headline", "A new one")
    page.evaluate(TEN_CLICKS)
    expect(page.locator(".success")).to_be_visible()
    assert Story.objects.filter(headline="A new one").count() == 1
