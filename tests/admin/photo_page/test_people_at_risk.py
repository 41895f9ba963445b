"""Who may not lift the protection of people sees nobody under it."""

import json
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.models import EditorialLog, Photo
from tests.admin.photo_forms import address
from tests.admin.photo_page.saving import save


def test_blurred_areas_and_the_flag_go_through_the_verb(photo, cast, log_in):
    save(
        log_in(cast.photo_editor), photo, people_at_risk="on",
        blurred_areas=json.dumps([[0.1, 0.1, 0.2, 0.2]]),
    )  # fmt: skip
    photo.refresh_from_db()
    assert photo.people_at_risk
    assert photo.blurred_areas == [[0.1, 0.1, 0.2, 0.2]]
    assert EditorialLog.objects.filter(noun="photo", noun_id=photo.pk, verb="protect").exists()


def test_a_desk_editor_cannot_lift_the_protection(ours, cast, log_in):
    Photo.objects.filter(pk=ours.pk).update(
        people_at_risk=True, blurred_areas=[[0.1, 0.1, 0.2, 0.2]]
    )
    ours.refresh_from_db()
    response = save(log_in(cast.desk_editor), ours, credit="Kept")
    ours.refresh_from_db()
    assert ours.blurred_areas == [[0.1, 0.1, 0.2, 0.2]]
    assert ours.people_at_risk
    assert ours.credit == "Kept"
    page = log_in(cast.desk_editor).get(response["Location"]).content.decode()
    assert "You may not lift the protection" in page or "messagelist" not in page


@pytest.mark.parametrize("who", ["desk_editor", "service_chief", "administrator"])
def test_who_may_not_lift_the_protection_sees_nobody_under_it(who, ours, cast, log_in):
    area = [0.25, 0.25, 0.5, 0.5]
    Photo.objects.filter(pk=ours.pk).update(people_at_risk=True, blurred_areas=[area])
    Photo.objects.filter(pk=ours.pk).update(original=_striped(ours))
    client = log_in(getattr(cast, who))
    seen = Image.open(BytesIO(client.get(address("view", ours.pk)).content)).convert("L")
    within = seen.crop((240, 160, 660, 440)).getextrema()
    assert within[1] - within[0] < 60  # no stripe is left
    outside = seen.crop((0, 0, 200, 600)).getextrema()
    assert outside[1] - outside[0] > 200
    bare = log_in(cast.photo_editor).get(address("view", ours.pk)).content
    low, high = Image.open(BytesIO(bare)).convert("L").crop((240, 160, 660, 440)).getextrema()
    assert high - low > 200


def _striped(photo):
    """An original of black and white stripes, of the same size."""
    image = Image.new("L", (900, 600))
    for left in range(0, 900, 20):
        image.paste(255, (left, 0, left + 10, 600))
    out = BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=95)
    return photo.original.storage.save("striped.jpg", ContentFile(out.getvalue()))


def test_the_place_of_people_at_risk_is_hidden_from_a_reporter(ours, cast, log_in):
    Photo.objects.filter(pk=ours.pk).update(people_at_risk=True, place="Karabulak")
    for path in (address("change", ours.pk), address("picker")):
        assert "Karabulak" not in log_in(cast.reporter).get(path).content.decode(), path
        assert "Karabulak" in log_in(cast.photo_editor).get(path).content.decode(), path
