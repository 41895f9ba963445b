"""The list of notices says what each does, where it stands, and what waits for somebody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import LegalNotice, NoticeText
from articles.publishing.notices import approve, approve_alone, propose, retire

LIST = "/admin/articles/legalnotice/"


@pytest.fixture
def make_notice(cast, english):
    """With as many verbs done to it as ``until`` says."""

    def make(slug, until="", starts_in=-1, ends_in=None, **fields):
        now = timezone.now()
        values = {"kind": "info", "placements": ["article_foot"], "reach": "matched"}
        notice = LegalNotice.objects.create(
            slug=slug, starts_at=now + timedelta(days=starts_in),
            ends_at=None if ends_in is None else now + timedelta(days=ends_in),
            **values | fields,
        )  # fmt: skip
        NoticeText.objects.create(
            notice=notice, language="en", title=f"Title of {slug}", body="", is_default=True
        )
        notice.targets.create(dimension="region", value="RU")
        if until:
            version = propose(notice, actor=cast.legal_officer, now=now)
        if until == "alone":
            approve_alone(version, actor=cast.legal_officer, now=now, reason="Tonight")
        if until in ("approved", "retired"):
            approve(version, actor=cast.second_legal_officer, now=now)
        if until == "retired":
            retire(notice, actor=cast.legal_officer, now=now, reason="Lifted")
        notice.refresh_from_db()
        return notice

    return make


@pytest.fixture
def desk(cast, log_in):
    return log_in(cast.legal_officer)


def states(desk, query=""):
    rows = desk.get(LIST + query).context["cl"].result_list
    model_admin = desk.get(LIST).context["cl"].model_admin
    from django.utils.html import strip_tags

    return {row.slug: strip_tags(model_admin.state(row)) for row in rows}


def test_each_state_is_said(desk, make_notice):
    make_notice("draft")
    make_notice("proposed", "proposed")
    make_notice("live", "approved")
    make_notice("coming", "approved", starts_in=2.2)
    make_notice("over", "approved", starts_in=-5, ends_in=-1)
    make_notice("alone", "alone", kind="label")
    make_notice("retired", "retired")
    changed = make_notice("changed", "approved", kind="privacy")
    changed.status = "draft"
    changed.save()
    assert states(desk) == {
        "draft": "Draft",
        "proposed": "Awaiting approval",
        "live": "In force",
        "coming": "Starts in 2 days",
        "over": "Ended",
        "alone": "In force Emergency: to be reviewed",
        "retired": "Retired",
        "changed": "In force Changes not proposed",
    }
    filters = {
        "in_force": {"live", "alone", "changed"}, "coming": {"coming"}, "ended": {"over"},
        "proposed": {"proposed"}, "review": {"alone"}, "draft": {"draft", "changed"},
        "retired": {"retired"},
    }  # fmt: skip
    for key, slugs in filters.items():
        assert set(states(desk, f"?state={key}")) == slugs, key
    assert len(states(desk, "?state=nonsense")) in (0, 8)


def test_what_waits_is_counted_on_top(desk, make_notice):
    assert "notice-waiting" not in desk.get(LIST).content.decode()
    make_notice("one", "proposed")
    make_notice("two", "proposed", kind="label")
    make_notice("three", "alone", kind="privacy")
    page = " ".join(desk.get(LIST).content.decode().split())
    assert '<a href="?state=proposed"><strong>2</strong> Awaiting approval</a>' in page
    assert '<a href="?state=review"><strong>1</strong> Emergency, to be reviewed</a>' in page


def test_the_summary_and_the_legal_time_stand_in_the_list(desk, make_notice):
    make_notice("one", legal_timezone="Europe/Moscow")
    page = desk.get(LIST).content.decode()
    assert "Shown at the foot of every story to readers in Russia; from " in page
    assert "Moscow" in page


def test_search_finds_short_names_and_texts(desk, make_notice):
    make_notice("one")
    make_notice("two")
    assert set(states(desk, "?q=tw")) == {"two"}
    assert set(states(desk, "?q=Title+of+one")) == {"one"}
    assert states(desk, "?q=nothing") == {}


def test_forty_notices_cost_as_much_as_two_and_at_most_20_queries(desk, make_notice):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(LIST).status_code == 200
        return len(captured)

    make_notice("first", "approved")
    few = queries()
    for number in range(40):
        notice = make_notice(f"n{number}", "proposed" if number % 2 else "")
        notice.targets.create(dimension="service", value="en")
    assert queries() <= few + 2
    assert queries() <= 20


def test_the_change_page_is_linked(desk, make_notice):
    notice = make_notice("one")
    url = reverse("admin:articles_legalnotice_change", args=[notice.pk])
    assert url in desk.get(LIST).content.decode()
