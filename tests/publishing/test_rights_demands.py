"""Each basis of rights demands its own; what is missing is said in a sentence, and blocks."""

from datetime import timedelta

import pytest

from articles.models import Photo, PhotoLease
from articles.publishing.publish import publish
from articles.publishing.refusals import NotFit
from articles.publishing.rights import (
    DEMANDS,
    licence_url,
    rights_problems,
    suggested_credit,
)
from articles.vocabularies import RightsBasis

CC = {"rights_basis": "creative_commons", "creator": "Ana Lima"}
FIT = [
    {"rights_basis": "staff"},
    {"rights_basis": "commissioned", "creator": "Ana Lima", "credit": "Ana Lima"},
    {"rights_basis": "handout", "source": "ESA", "credit": "Handout/ESA"},
    {"rights_basis": "social", "source": "@dara", "credit": "@dara/Telegram",
     "permission_note": "Dara, by message, 2 March"},
    CC | {"licence": "cc-by", "credit": "Ana Lima (CC BY 4.0)"},
    CC | {"licence": "cc0", "credit": "CC0"},
    {"rights_basis": "public_domain", "credit": "National Archive"},
    {"rights_basis": "screengrab", "source": "Channel One", "credit": "CHANNEL  ONE"},
    {"rights_basis": "unknown"},
]  # fmt: skip
UNFIT = [
    ({"credit": " "}, "credit", "has no credit"),
    ({"rights_basis": "commissioned"}, "rights_creator", "who took it"),
    ({"rights_basis": "commissioned", "creator": "Ana Lima"}, "credit_form", "name Ana Lima"),
    ({"rights_basis": "handout"}, "rights_source", "where it came from"),
    ({"rights_basis": "handout", "source": "ESA"}, "credit_form", "name ESA"),
    ({"rights_basis": "social", "source": "lantern"}, "rights_permission_note", "who permitted"),
    (CC | {"credit": "Ana Lima"}, "rights_licence", "under which licence"),
    (CC | {"credit": "Ana Lima", "licence": "cc-by"}, "credit_form", "licence, CC BY"),
    (CC | {"credit": "Ana Lima (CC BY-SA)", "licence": "cc-by"}, "credit_form", "CC BY"),
    ({"rights_basis": "screengrab", "source": "Channel One"}, "credit_form", "name Channel One"),
]


def photo_with(**fields):
    """A row of the library that is not like any other, in memory but for its leases."""
    photo = Photo(title="River", credit="Radio Lantern", rights_basis="staff")
    for name, value in fields.items():
        setattr(photo, name, value)
    photo.width = photo.height = 100
    photo.save()
    return photo


def codes(photo, service, now):
    return [problem.code for problem in rights_problems(photo, service, now) if problem.blocks]


@pytest.mark.parametrize("fields", FIT, ids=lambda fields: fields["rights_basis"])
def test_a_photo_that_meets_its_demands_has_no_problem(fields, english, now):
    assert codes(photo_with(**fields), english, now) == []


@pytest.mark.parametrize(("fields", "code", "words"), UNFIT)
def test_what_is_missing_blocks_with_a_sentence(fields, code, words, english, now):
    problem, *others = rights_problems(photo_with(**fields), english, now)
    assert (problem.code, problem.blocks, others) == (code, True, [])
    assert words in problem.message
    assert "“River”" in problem.message


def test_an_agency_s_photo_needs_an_end_in_its_row_or_in_a_lease(english, now):
    agency = {"rights_basis": "agency", "source": "AFP", "credit": "Ana Lima/AFP"}
    photo = photo_with(**agency)
    assert codes(photo, english, now) == ["rights_end"]
    PhotoLease.objects.create(photo=photo, ends_at=now + timedelta(days=90))
    assert codes(photo, english, now) == []
    assert codes(photo_with(**agency, rights_end_at=now + timedelta(days=90)), english, now) == []


def test_every_basis_has_its_demands():
    assert set(DEMANDS) == set(RightsBasis.values)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"rights_basis": "agency", "creator": "Ana Lima", "source": "AFP"}, "Ana Lima/AFP"),
        ({"rights_basis": "agency", "source": "AFP"}, "AFP"),
        ({"rights_basis": "handout", "creator": "Ana Lima", "source": "ESA"}, "ESA"),
        (CC | {"licence": "cc-by-sa"}, "Ana Lima (CC BY-SA 4.0)"),
        (CC | {"licence": "cc0"}, "Ana Lima (CC0)"),
        ({"rights_basis": "staff"}, ""),
    ],
)
def test_a_credit_is_suggested_in_the_form_of_its_basis(fields, line, db):
    assert suggested_credit(photo_with(**fields)) == line


def test_a_suggested_credit_is_always_good_enough(english, now):
    for fields in [*FIT, *(fields for fields, _code, _words in UNFIT)]:
        photo = photo_with(**fields)
        photo.credit = suggested_credit(photo) or photo.credit
        assert "credit_form" not in codes(photo, english, now)


def test_licences_have_addresses(db):
    assert licence_url(photo_with(**CC, licence="cc-by-nd")).endswith("/licenses/by-nd/4.0/")
    assert licence_url(photo_with(**CC, licence="cc0")).endswith("/publicdomain/zero/1.0/")
    assert licence_url(photo_with(licence="cc-by")) == ""


def test_rights_not_stated_block_what_staff_uploaded_and_are_advice_for_imports(
    story, photo, cast, now
):
    photo.rights_basis = "unknown"
    photo.uploaded_by = cast.reporter
    photo.save()
    with pytest.raises(NotFit, match="not stated"):
        publish(story, actor=cast.desk_editor, now=now)

    photo.uploaded_by = None
    photo.save()
    publish(story, actor=cast.desk_editor, now=now)


@pytest.mark.parametrize("who", ["desk_editor", "service_chief", "administrator"])
def test_nobody_publishes_over_rights_that_have_ended(who, story, photo, cast, now):
    photo.rights_end_at = now
    photo.save()
    with pytest.raises(NotFit, match="have ended"):
        publish(story, actor=getattr(cast, who), now=now)


def test_rights_that_end_within_a_week_are_told_and_do_not_block(story, photo, cast, now):
    from articles.publishing.preflight import preflight

    photo.rights_end_at = now + timedelta(days=6)
    photo.save()
    found = {problem.code: problem for problem in preflight(story, now=now)}
    assert "2026-02-07 12:00 UTC" in found["rights_end_soon"].message
    assert not found["rights_end_soon"].blocks
    publish(story, actor=cast.desk_editor, now=now)
