"""Crops, focal point and leases are kept from a photo's page, if they make sense."""

import json

import pytest

from articles.models import PhotoLease
from tests.admin.photo_forms import address
from tests.admin.photo_page.saving import save


def test_crops_focal_point_and_leases_are_kept(photo, english, cast, log_in):
    crops = {"16x9": [0.1, 0.1, 0.8, 0.7], "full": [0, 0, 0.9, 0.9]}
    response = save(
        log_in(cast.photo_editor), photo, focal_x="0.25", focal_y="0.75", crops=json.dumps(crops),
        **{"leases-TOTAL_FORMS": 1, "leases-0-kind": "allow", "leases-0-service": english.pk,
           "leases-0-starts_at": "2026-01-01T00:00", "leases-0-ends_at": "2026-06-01T00:00",
           "leases-0-photo": photo.pk},
    )  # fmt: skip
    assert response.status_code == 302, response.context["errors"]
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y, photo.crops) == (0.25, 0.75, crops)
    assert PhotoLease.objects.get().service == english


@pytest.mark.parametrize(
    "crops",
    ["{", "[1]", '{"2x9": [0,0,1,1]}', '{"16x9": [0,0,"a",1]}', '{"16x9": [0,0,NaN,1]}',
     '{"1x1": [0.5,0.5,0,0]}', "[" * 3000],
)  # fmt: skip
def test_a_crop_that_makes_no_sense_is_refused(crops, photo, cast, log_in):
    response = save(log_in(cast.photo_editor), photo, crops=crops)
    assert response.status_code == 200
    assert response.context["errors"]
    photo.refresh_from_db()
    assert photo.crops == {}


def test_a_lease_that_ends_before_it_starts_is_refused_at_its_field(photo, cast, log_in):
    response = save(
        log_in(cast.photo_editor), photo,
        **{"leases-TOTAL_FORMS": 1, "leases-0-kind": "allow", "leases-0-photo": photo.pk,
           "leases-0-starts_at": "2026-06-01T00:00", "leases-0-ends_at": "2026-01-01T00:00"},
    )  # fmt: skip
    assert "A lease ends after its start." in response.content.decode()


def test_a_script_less_page_names_every_number(photo, cast, log_in):
    page = log_in(cast.photo_editor).get(address("change", photo.pk)).content.decode()
    for name in ("focal_x", "focal_y", "rights_basis", "people_at_risk", "is_decorative"):
        assert f'id="id_{name}"' in page
    assert ' style="' not in page
    assert " onclick" not in page
