"""Administrators of the whole house keep the atlas, and nobody deletes from it."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Region, StaffRole
from articles.publishing.atlas_change import region_changed
from articles.publishing.refusals import NotAllowed
from articles.vocabularies import Role
from tests.admin.atlas_at_the_desk.forms import ADD, LIST, page_of, save_group, term


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "service_chief", "outsider"])
def test_journalists_see_no_regions(who, cast, log_in):
    client = log_in(getattr(cast, who))
    for path in (reverse(LIST), reverse(ADD), page_of("EU")):
        assert client.get(path).status_code in (403, 404)


def test_a_legal_officer_sees_and_does_not_change(cast, log_in, nordic):
    client = log_in(cast.legal_officer)
    assert client.get(reverse(LIST)).status_code == 200
    assert b"EEA" in client.get(page_of("EU")).content
    assert client.get(reverse(ADD)).status_code == 403
    assert save_group(client, nordic, [term("NO")]).status_code == 403
    assert not nordic.members.exists()


def test_an_administrator_of_one_newsroom_does_not_change_everybodys_atlas(
    english_newsroom, cast, log_in, nordic, now
):
    user = User.objects.create_user("own", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=english_newsroom, role=Role.ADMINISTRATOR)
    assert save_group(log_in(user), nordic, [term("NO")]).status_code == 403
    with pytest.raises(NotAllowed):
        region_changed(nordic, actor=user, now=now)


def test_nobody_deletes_a_region_that_notices_may_name(administrator):
    path = reverse("admin:articles_region_delete", args=[Region.objects.get(code="EU").pk])
    assert administrator.post(path, {"post": "yes"}).status_code == 403
