"""axe finds nothing on the desk's pages of law, nor where readers meet the law."""

import pytest
from django.utils import timezone

from articles.models import Region
from articles.publishing.actors import SYSTEM
from articles.publishing.notices import approve_alone, propose
from articles.publishing.publish import publish
from tests.browser.axe import NOT_OURS, violations
from tests.notices import page as page_of
from tests.notices import put_in_force, write_notice

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def _some_atlas():
    """What migrations brought is gone once another test has emptied the database."""
    kinds = dict.fromkeys(("RU", "BY", "GB", "DE", "UA"), "country")
    for code, kind in (kinds | {"UA-43": "subdivision", "UA-OCC": "group"}).items():
        Region.objects.get_or_create(code=code, defaults={"kind": kind, "name": f"Place {code}"})
    group, member = (Region.objects.get(code=code) for code in ("UA-OCC", "UA-43"))
    group.members.get_or_create(member=member)


@pytest.fixture
def law(story, cast, english, persian):
    """A notice in force, one on one person's word, a proposal, and an order in Britain."""
    now = timezone.now()
    _some_atlas()
    row = publish(story, actor=SYSTEM, now=now)
    warning = write_notice(now, regions=["RU", "UA-OCC"])
    put_in_force(warning, cast, now)
    alone = write_notice(now, "alone", regions=["BY"])
    version = propose(alone, actor=cast.second_legal_officer, now=now)
    approve_alone(version, actor=cast.second_legal_officer, now=now, reason="Arrests tonight")
    waiting = write_notice(now, "waiting", regions=["GB"], texts=("en", "fa"))
    propose(waiting, actor=cast.second_legal_officer, now=now)
    put_in_force(
        write_notice(now, "order", regions=["DE"], story=story, kind="withheld", reach="matched"),
        cast, now,
    )  # fmt: skip
    desk = ["matrix", "preview", "history"]
    return [
        "/admin/", "/admin/law/waiting/", "/admin/law/regions/?q=ru", "/admin/law/regions/RU/",
        "/admin/law/regions/UA-OCC/", "/admin/proof/", "/admin/proof/?region=RU&service=en",
        "/admin/articles/legalnotice/", "/admin/articles/legalnotice/add/",
        f"/admin/articles/story/{row.pk}/withhold/",
        f"/admin/articles/legalnotice/{warning.pk}/change/",
        page_of(warning, "retire"), page_of(warning, "propose"), page_of(alone, "review"),
        *(page_of(waiting, name) for name in ["approve", *desk]),
    ]  # fmt: skip


def test_the_desk_s_pages_of_law_have_no_violations(law, cast, log_in, site, page):
    log_in(cast.legal_officer)
    found = []
    for width, scheme in ((1280, "light"), (360, "dark")):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        for path in law:
            answer = page.goto(site + path)
            assert answer.status == 200, path
            found += [f"{path}: {bad}" for bad in violations(page) if not bad.startswith(NOT_OURS)]
    assert found == [], "\n".join(found)


def test_where_am_i_and_withheld_pages_have_no_violations(law, story, settings, site, readers_page):
    settings.TRUSTED_PROXIES, settings.REGION_HEADER = ["127.0.0.1/32"], "Region"
    for scheme in ("light", "dark"):
        page = readers_page(color_scheme=scheme, bypass_csp=True)
        page.set_extra_http_headers({"Region": "DE"})
        for path, status in (
            ("/en/place/", 200), ("/fa/place/?in=RU", 200), (f"/en/a/x/{story.pk}.html", 451)
        ):  # fmt: skip
            assert page.goto(site + path).status == status
            assert violations(page) == [], path
