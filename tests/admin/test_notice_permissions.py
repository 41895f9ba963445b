"""Who may write which notice: the whole house, one newsroom, or nobody, on every path."""

import pytest
from django.urls import reverse

from articles.models import LegalNotice, StaffRole, Story
from articles.publishing.notices import retire
from articles.vocabularies import Role
from tests.admin.notice_forms import notice_data
from tests.notices import page, put_in_force, write_notice

ADD = "/admin/articles/legalnotice/add/?starter=nothing"
PICKER = "admin:articles_legalnotice_targets"


@pytest.fixture
def newsroom_officer(cast, english_newsroom, english, persian):
    """The photo editor of the English newsroom becomes its legal officer."""
    StaffRole.objects.filter(user=cast.photo_editor).update(role=Role.LEGAL_OFFICER)
    return cast.photo_editor


@pytest.fixture
def make_notice(db, now):
    def make(slug, *services):
        notice = LegalNotice.objects.create(
            slug=slug, kind="info", placements=["article_foot"], reach="matched", starts_at=now
        )
        for service in services:
            notice.targets.create(dimension="service", value=service)
        return notice

    return make


def change(notice):
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


def picker(dimension, term=""):
    return reverse(PICKER, query={"dimension": dimension, "term": term})


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "service_chief", "outsider"])
def test_journalists_have_no_path_to_notices(who, cast, log_in, make_notice, english):
    notice = make_notice("secret-order")
    client = log_in(getattr(cast, who))
    paths = [
        reverse("admin:articles_legalnotice_changelist"),
        reverse("admin:articles_legalnotice_changelist") + "?q=secret&state=draft",
        reverse("admin:articles_legalnotice_add"),
        ADD,
        change(notice),
        reverse("admin:articles_legalnotice_history", args=[notice.pk]),
        reverse("admin:articles_legalnotice_propose", args=[notice.pk]),
        picker("region", "ru"),
        picker("story"),
        picker("service"),
    ]
    for path in paths:
        response = client.get(path)
        assert response.status_code in (403, 404), path
        assert "secret-order" not in response.content.decode(), path
    assert client.post(ADD, notice_data()).status_code in (403, 404)
    assert client.post(change(notice), notice_data(notice)).status_code in (403, 404)
    assert LegalNotice.objects.count() == 1


def test_a_visitor_is_asked_to_log_in(client, make_notice):
    for path in (ADD, change(make_notice("n")), picker("region")):
        assert client.get(path).status_code == 302


@pytest.mark.parametrize("who", ["legal_officer", "administrator"])
def test_the_house_s_officers_may_name_anything(who, cast, log_in, english, persian):
    client = log_in(getattr(cast, who))
    assert client.post(ADD, notice_data(service=["en", "fa"])).status_code == 302


def test_a_newsroom_s_officer_writes_for_the_own_services(newsroom_officer, log_in):
    response = log_in(newsroom_officer).post(ADD, notice_data(service=["en"]))
    assert response.status_code == 302
    assert LegalNotice.objects.get().changed_by == newsroom_officer


@pytest.mark.parametrize(
    ("services", "sentence"),
    [
        ([], "Choose the services of your newsroom"),
        (["fa"], "not for Persian Service."),
        (["en", "fa"], "not for Persian Service."),
    ],
)
def test_a_newsroom_s_officer_goes_no_further(services, sentence, newsroom_officer, log_in):
    response = log_in(newsroom_officer).post(ADD, notice_data(service=services))
    assert sentence in str(response.context["errors"])
    assert not LegalNotice.objects.exists()


def test_nor_by_changing_a_notice_of_the_own(newsroom_officer, log_in, make_notice):
    notice = make_notice("ours", "en")
    client = log_in(newsroom_officer)
    for services in ([], ["fa"], ["en", "fa"]):
        client.post(change(notice), notice_data(notice, service=services))
    assert list(notice.targets.values_list("value", flat=True)) == ["en"]


def test_an_officer_of_two_newsrooms_writes_for_one_at_a_time(
    newsroom_officer, persian_newsroom, log_in
):
    StaffRole.objects.create(
        user=newsroom_officer, newsroom=persian_newsroom, role=Role.LEGAL_OFFICER
    )
    client = log_in(newsroom_officer)
    response = client.post(ADD, notice_data(service=["en", "fa"]))
    assert "one newsroom of yours alone" in str(response.context["errors"])
    assert client.post(ADD, notice_data(service=["fa"])).status_code == 302


def test_notices_of_the_house_are_seen_and_not_changed(newsroom_officer, log_in, make_notice):
    for notice in (make_notice("house"), make_notice("both", "en", "fa")):
        client = log_in(newsroom_officer)
        page = client.get(change(notice))
        assert page.status_code == 200
        assert "You may look at this notice, not change it." in page.content.decode()
        assert 'name="_save"' not in page.content.decode()
        data = notice_data(notice, service=["en"])
        assert client.post(change(notice), data).status_code == 403


def test_notices_of_other_newsrooms_do_not_exist(newsroom_officer, log_in, make_notice):
    notice = make_notice("persian-only", "fa")
    client = log_in(newsroom_officer)
    assert client.get(change(notice)).status_code == 404
    assert client.post(change(notice), notice_data(notice)).status_code == 404
    history = reverse("admin:articles_legalnotice_history", args=[notice.pk])
    assert client.get(history).status_code == 404
    listing = client.get(reverse("admin:articles_legalnotice_changelist"))
    assert "persian-only" not in listing.content.decode()


# -- The pickers ---------------------------------------------------------------------------------


def found(client, dimension, term=""):
    return [row["id"] for row in client.get(picker(dimension, term)).json()["results"]]


@pytest.fixture
def desk(cast, log_in, english, persian):
    return log_in(cast.legal_officer)


def test_a_region_is_found_by_code_and_by_name(desk):
    assert found(desk, "region", "ua-43")[0] == "UA-43"
    assert found(desk, "region", "RU")[0] == "RU"
    assert "UA-43" in found(desk, "region", "crimea")
    assert found(desk, "region", "aland")[0] == "AX"  # before New Zealand
    assert "UA-OCC" in found(desk, "region", "occupied")
    assert found(desk, "region", "no such place") == []


def test_labels_tell_groups_from_countries(desk):
    rows = desk.get(picker("region", "european")).json()["results"]
    assert {"id": "EU", "text": "European Union (EU, group)"} in rows


def test_at_most_thirty_and_whether_there_are_more(desk):
    rows = desk.get(picker("region")).json()["results"]
    assert len(rows) == 31
    assert rows[-1]["disabled"] is True


def test_a_story_is_found_by_headline_and_number(desk, story):
    assert found(desk, "story", "RIVER") == [str(story.pk)]
    assert found(desk, "story", str(story.pk)) == [str(story.pk)]


def test_killed_stories_are_not_offered(desk, story):
    Story.objects.update(workflow_status="killed")
    assert found(desk, "story", "river") == []


def test_stories_of_other_newsrooms_are_neither_found_nor_accepted(
    newsroom_officer, log_in, make_story, persian
):
    theirs = make_story(service=persian, headline="A secret draft")
    client = log_in(newsroom_officer)
    assert found(client, "story", "secret") == []
    assert found(client, "story", str(theirs.pk)) == []
    response = client.post(ADD, notice_data(service=["en"], story=[str(theirs.pk)]))
    assert f"There is no story “{theirs.pk}” that you may see." in str(response.context["errors"])
    assert "secret draft" not in response.content.decode()


def test_a_story_named_by_the_house_is_not_named_to_the_newsroom(
    newsroom_officer, log_in, make_notice, make_story, persian
):
    theirs = make_story(service=persian, headline="A secret draft")
    notice = make_notice("ours", "en")
    notice.targets.create(dimension="story", value=str(theirs.pk))
    client = log_in(newsroom_officer)
    for path in (change(notice), reverse("admin:articles_legalnotice_changelist")):
        assert "secret draft" not in client.get(path).content.decode()
    data = notice_data(notice, service=["en"], story=[str(theirs.pk)])
    assert client.post(change(notice), data).status_code == 302


@pytest.mark.parametrize("dimension", ["", "nonsense", "slug", "region\x00"])
def test_an_unknown_dimension_is_not_found(dimension, desk):
    assert desk.get(picker(dimension)).status_code == 404


def test_hostile_terms_answer(desk, shared, story):
    from tests.hostile import hostile_texts

    for text in hostile_texts(shared)[::25]:
        for dimension in ("region", "story", "topic", "section", "language", "service"):
            assert desk.get(picker(dimension, text)).status_code == 200


def test_django_s_own_autocomplete_tells_no_more(newsroom_officer, cast, log_in, make_notice):
    make_notice("secret-order", "fa")
    for user in (cast.reporter, newsroom_officer):
        response = log_in(user).get(
            reverse("admin:autocomplete"),
            {"app_label": "articles", "model_name": "noticetarget", "field_name": "notice",
             "term": "secret"},
        )  # fmt: skip
        assert "secret-order" not in response.content.decode()


def test_short_lists_are_searched_too(desk):
    assert set(found(desk, "service")) == {"en", "fa"}
    assert found(desk, "language", "persian") == ["fa"]


def test_a_version_on_air_elsewhere_is_not_theirs_to_take_away(newsroom_officer, cast, log_in, now):
    """The working copy names the English service alone by now; readers of both still see it."""
    notice = write_notice(now, services=["en", "fa"])
    put_in_force(notice, cast, now)
    notice.targets.filter(value="fa").delete()
    client = log_in(newsroom_officer)
    for name in ("propose", "approve", "alone", "retire"):
        asked = client.post(page(notice, name), {"reason": "Mine", "seen_hash": "x"})
        assert asked.status_code == 404, name
    assert notice.versions.in_force().exists()


def test_a_newsroom_s_administrator_reads_no_log_of_others(cast, english, persian, log_in, now):
    StaffRole.objects.filter(user=cast.service_chief).update(role=Role.ADMINISTRATOR)
    for slug in ("fa", "en"):
        notice = write_notice(now, f"order-{slug}", services=[slug])
        put_in_force(notice, cast, now)
        retire(notice, actor=cast.legal_officer, now=now, reason=f"Secret of {slug}")
    log = reverse("admin:articles_editoriallog_changelist")
    own = log_in(cast.service_chief).get(log).content.decode()
    assert "Secret of en" in own
    assert "Secret of fa" not in own
    assert "Secret of fa" in log_in(cast.administrator).get(log).content.decode()
