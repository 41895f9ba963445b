"""An administrator of one newsroom keeps the accounts of that newsroom, and nobody else's."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import StaffRole
from articles.publishing.accounts import end_sessions, freeze_account, thaw_account
from articles.publishing.refusals import NotAllowed
from articles.vocabularies import Role


@pytest.fixture
def own(cast, english_newsroom):
    user = User.objects.create_user("own", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=english_newsroom, role=Role.ADMINISTRATOR)
    return user


def paths(user):
    names = ("account_freeze", "account_thaw", "admin:auth_user_password_change")
    return [reverse(name, args=[user.pk]) for name in names]


def test_who_works_there_alone_is_frozen_and_let_in_again(own, cast, log_in):
    client = log_in(own)
    freeze, thaw, password = paths(cast.reporter)
    assert client.post(freeze).status_code == 302
    assert client.post(thaw, {"reason": "Has a new telephone."}).status_code == 302
    assert client.get(password).status_code == 200
    cast.reporter.refresh_from_db()
    assert cast.reporter.is_active


@pytest.mark.parametrize("name", ["outsider", "administrator", "legal_officer", "nobody", "both"])
def test_others_are_not_even_found(name, own, cast, log_in, persian_newsroom, now):
    StaffRole.objects.create(
        user=cast.photo_editor, newsroom=persian_newsroom, role=Role.PHOTO_EDITOR
    )
    people = {"nobody": User.objects.create_user("no_role"), "both": cast.photo_editor}
    user = people.get(name) or getattr(cast, name)
    client = log_in(own)
    freeze, thaw, password = paths(user)
    assert client.post(freeze).status_code == 404
    assert client.post(thaw, {"reason": "x"}).status_code == 404
    assert client.get(password).status_code == 403
    for refused in (
        lambda: freeze_account(user, actor=own, now=now),
        lambda: thaw_account(user, actor=own, now=now, reason="x"),
        lambda: end_sessions(user, set(), actor=own, now=now),
    ):
        with pytest.raises(NotAllowed):
            refused()
    user.refresh_from_db()
    assert user.is_active


def test_nobody_gives_himself_the_house(own, log_in, english_newsroom):
    client = log_in(own)
    page = reverse("admin:auth_user_change", args=[own.pk])
    role = own.staff_roles.get()
    sent = {
        "username": "own", "is_staff": "on", "staff_roles-TOTAL_FORMS": "1",
        "staff_roles-INITIAL_FORMS": "1", "staff_roles-0-id": role.pk,
        "staff_roles-0-user": own.pk, "staff_roles-0-role": "administrator",
        "staff_roles-0-newsroom": "",
    }  # fmt: skip
    client.post(page, sent)
    assert own.staff_roles.get().newsroom == english_newsroom
    assert client.get(reverse("admin:auth_user_add")).status_code == 403


def test_the_page_of_somebody_else_offers_no_button_that_is_refused(own, cast, log_in):
    page = log_in(own).get(reverse("admin:auth_user_change", args=[cast.outsider.pk]))
    assert page.status_code == 200
    assert "Freeze …" not in page.content.decode()
