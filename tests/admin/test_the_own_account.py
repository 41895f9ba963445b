"""Where one is logged in, ending it, and the button for the worst hour."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse

from articles.models import EditorialLog

ACCOUNT = "/admin/account/"
RIGHT = {"username": "reporter", "password": "secret"}


def logged_in(name: str = "reporter") -> Client:
    client = Client()
    assert client.post("/admin/login/", RIGHT | {"username": name}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def test_sessions_are_listed_and_one_is_ended(cast):
    here, elsewhere = logged_in(), logged_in()
    page = here.get(ACCOUNT)
    assert len(page.context["sessions"]) == 2
    current = page.context["current"]
    others = [one for one, _device in page.context["sessions"] if one.session_key != current]
    here.post(ACCOUNT, {"session": others[0].pk})
    assert is_in(here)
    assert not is_in(elsewhere)


def test_all_others_are_ended_at_once_but_not_this_one(cast):
    here, one, two = logged_in(), logged_in(), logged_in()
    here.post(ACCOUNT)
    assert (is_in(here), is_in(one), is_in(two)) == (True, False, False)


@pytest.mark.parametrize("number", ["x", "9" * 40, "-1", "¾"])
def test_nonsense_ends_nothing(cast, number):
    here, other = logged_in(), logged_in()
    assert here.post(ACCOUNT, {"session": number}).status_code == 302
    assert is_in(other)


def test_nobody_ends_a_colleagues_session(cast):
    mine, theirs = logged_in(), logged_in("desk_editor")
    number = theirs.get(ACCOUNT).context["sessions"][0][0].pk
    mine.post(ACCOUNT, {"session": number})
    assert is_in(theirs)


def test_the_panic_button_ends_everything_and_keeps_it_shut(cast):
    here, elsewhere = logged_in(), logged_in()
    assert here.get(reverse("account_panic")).status_code == 200
    here.post(reverse("account_panic"), {"reason": "My telephone was taken."})
    assert not is_in(here)
    assert not is_in(elsewhere)
    assert Client().post("/admin/login/", RIGHT).status_code == 200
    line = EditorialLog.objects.get(verb="freeze_account")
    assert (line.noun, line.noun_id, line.reason) == (
        "user",
        cast.reporter.pk,
        "My telephone was taken.",
    )


def test_only_an_administrator_opens_it_again_and_old_sessions_stay_dead(client, cast):
    lost = logged_in()
    lost.post(reverse("account_panic"))
    thaw = reverse("account_thaw", args=[cast.reporter.pk])
    client.force_login(cast.service_chief)
    assert client.post(thaw, {"reason": "x"}).status_code == 404
    client.force_login(cast.administrator)
    assert client.post(thaw, {"reason": ""}).status_code == 422
    assert client.post(thaw, {"reason": "Has a new telephone."}).status_code == 302
    user = User.objects.get(pk=cast.reporter.pk)
    assert user.is_active
    assert not user.has_usable_password()
    assert not is_in(lost)


def test_an_administrator_freezes_a_colleague_and_nobody_else_does(client, cast):
    theirs = logged_in()
    freeze = reverse("account_freeze", args=[cast.reporter.pk])
    client.force_login(cast.outsider)
    assert client.post(freeze).status_code == 404
    assert is_in(theirs)
    client.force_login(cast.administrator)
    client.post(freeze)
    assert not is_in(theirs)
    staff_page = client.get(reverse("admin:auth_user_change", args=[cast.reporter.pk]))
    assert "Open again" in staff_page.content.decode()


def test_where_no_administrator_is_left_a_command_opens_an_account(cast, capsys):
    with pytest.raises(CommandError, match="not frozen"):
        call_command("thaw", "administrator")
    client = logged_in("administrator")
    client.post(reverse("account_panic"))
    call_command("thaw", "administrator")
    assert "changepassword administrator" in capsys.readouterr().out
    with pytest.raises(CommandError, match="no account"):
        call_command("thaw", "nobody")


def test_strangers_see_no_account_page(client, db):
    for name in ("account", "account_panic"):
        page = client.get(reverse(name))
        assert (page.status_code, page["Location"][:13]) == (302, "/admin/login/")


def test_all_pages_of_the_account_carry_the_desks_policy(cast):
    client = logged_in()
    for name in ("account", "account_panic", "mfa_index"):
        policy = client.get(reverse(name))["Content-Security-Policy"]
        assert "script-src 'self'" in policy, name
        assert "unsafe" not in policy
