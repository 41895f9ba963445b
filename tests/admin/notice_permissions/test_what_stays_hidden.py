"""Pickers, pages and logs tell a newsroom nothing of another's stories and notices."""

from django.urls import reverse

from articles.models import StaffRole
from articles.publishing.notices import retire
from articles.vocabularies import Role
from tests.admin.notice_forms import notice_data
from tests.admin.notice_permissions.addresses import ADD, change, found
from tests.notices import put_in_force, write_notice


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


def test_django_s_own_autocomplete_tells_no_more(newsroom_officer, cast, log_in, make_notice):
    make_notice("secret-order", "fa")
    for user in (cast.reporter, newsroom_officer):
        response = log_in(user).get(
            reverse("admin:autocomplete"),
            {"app_label": "articles", "model_name": "noticetarget", "field_name": "notice",
             "term": "secret"},
        )  # fmt: skip
        assert "secret-order" not in response.content.decode()


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
