"""A legal notice is written at the desk: for whom."""

import pytest

from articles.models import LegalNotice, Topic
from tests.admin.notice_form.sent import ADD, form_of, refused
from tests.admin.notice_forms import notice_data


def targets(notice):
    rows = notice.targets.values_list("dimension", "value", "is_exclude")
    return {(dimension, value): is_exclude for dimension, value, is_exclude in rows}


def test_every_dimension_is_kept_as_a_row(desk, story):
    Topic.objects.create(slug="courts", name="Courts")
    desk.post(
        ADD,
        notice_data(
            region=["RU"], region_exclude=["UA-43"], service=["en"], language=["en"],
            topic=["courts"], section=["politics"], story=[str(story.pk)], service_exclude=["fa"],
        ),
    )  # fmt: skip
    assert targets(LegalNotice.objects.get()) == {
        ("region", "RU"): False, ("region", "UA-43"): True, ("service", "en"): False,
        ("service", "fa"): True, ("language", "en"): False, ("topic", "courts"): False,
        ("section", "politics"): False, ("story", str(story.pk)): False,
    }  # fmt: skip


def test_targets_are_changed_and_taken_away(desk, notice):
    desk.post(form_of(notice), notice_data(notice, region=["UA-OCC"], region_exclude=["RU"]))
    assert targets(notice) == {("region", "UA-OCC"): False, ("region", "RU"): True}


def test_the_form_shows_names_and_codes_of_what_is_chosen(desk, notice):
    page = desk.get(form_of(notice)).content.decode()
    assert "Russia (RU)" in page
    assert "Occupied territories of Ukraine (UA-OCC, group)" in page


@pytest.mark.parametrize(
    ("dimension", "value", "sentence"),
    [
        ("region", "QQ", "There is no region “QQ”."),
        ("service", "nowhere", "There is no service “nowhere”."),
        ("language", "xx", "No service uses the language “xx”."),
        ("topic", "none", "There is no topic “none”."),
        ("section", "none", "There is no section “none”."),
        ("story", "77", "There is no story “77” that you may see."),
        ("story", "x' OR 1=1", "that you may see."),
        ("story_exclude", "9" * 40, "that you may see."),
        ("region_exclude", "\u0663", "There is no region"),
    ],
)
def test_a_tampered_value_is_named_and_refused(dimension, value, sentence, desk):
    response = desk.post(ADD, notice_data(**{dimension: [value]}))
    assert sentence in refused(response)
    assert not LegalNotice.objects.exists()


def test_one_value_cannot_be_included_and_excluded(desk):
    response = desk.post(ADD, notice_data(region=["RU"], region_exclude=["RU", "DE"]))
    assert "“Russia (RU)” is both included and excluded." in refused(response)


def test_a_value_that_is_gone_since_may_stay_and_is_told(desk, notice):
    notice.targets.create(dimension="topic", value="gone")
    page = desk.get(form_of(notice)).content.decode()
    assert "gone (not to be found, or of another newsroom)" in page
    assert "There is no topic “gone”." in page
    notice.refresh_from_db()
    desk.post(form_of(notice), notice_data(notice, topic=["gone"]))
    assert ("topic", "gone") in targets(notice)


def test_a_notice_needs_a_place_unless_it_withholds(desk):
    assert "Choose at least one place" in refused(desk.post(ADD, notice_data(placements=None)))
    response = desk.post(ADD, notice_data(placements=None, kind="withheld"))
    assert response.status_code == 302
