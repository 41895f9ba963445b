"""axe finds nothing on a page whose user may look and not change: it has a link to close it."""

import pytest

from articles.models import Topic
from tests.browser.axe import NOT_OURS, violations

# The first and last heads of its tables of rows are empty.
DJANGO_S = (*NOT_OURS, "empty-table-header: ")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_what_may_only_be_looked_at_has_no_violations(width, scheme, cast, site, readers_page):
    topic = Topic.objects.create(name="Climate", slug="climate")
    topic.names.create(language="en", name="Climate", description="Glaciers and harvests.")
    page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{site}/admin/")
    page.fill("#id_username", cast.reporter.username)
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")
    page.goto(f"{site}/admin/articles/topic/{topic.pk}/change/")
    page.locator("a.closelink").wait_for()
    assert [bad for bad in violations(page) if not bad.startswith(DJANGO_S)] == []
