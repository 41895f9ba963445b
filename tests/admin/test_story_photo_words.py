"""What a story's form tells the library: what was typed there, by whom, and nothing else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models import EditorialLog, Photo, PhotoText
from articles.publishing.library_change import change_photo
from tests.admin.sent import sent_by


@pytest.fixture
def path(story):
    return reverse("admin:articles_story_change", args=[story.pk])


@pytest.fixture
def send(story, path, cast, log_in):
    """The form as the page had it, with what is typed; ``meanwhile`` happens in between."""

    def post(who, meanwhile=None, **typed):
        client = log_in(getattr(cast, who))
        data = sent_by(client.get(path).content.decode(), "story_form") | {"_continue": "Save"}
        if meanwhile:
            meanwhile()
        typed = {f"story_photos-0-{name}": value for name, value in typed.items()}
        response = client.post(path, data | typed)
        assert response.status_code == 302, response.context["errors"]

    return post


def test_a_page_left_open_undoes_nothing_in_the_library(photo, send, cast, now):
    def meanwhile():
        values = {"credit": "Corrected", "rights_basis": "handout", "source": "Corrected"}
        change_photo(photo, values, actor=cast.photo_editor, now=now)
        PhotoText.objects.filter(photo=photo).update(alt_text="A bridge in flood.")

    send("desk_editor", meanwhile, caption_override="Only here.", position=2)
    photo.refresh_from_db()
    assert (photo.credit, photo.rights_basis) == ("Corrected", "handout")
    assert photo.texts.get(language="en").alt_text == "A bridge in flood."


def test_what_a_desk_editor_types_is_written(photo, send):
    send("desk_editor", credit="Ana", alt_text="A bridge in flood.", rights_basis="agency")
    photo.refresh_from_db()
    assert (photo.credit, photo.rights_basis) == ("Ana", "agency")
    assert photo.texts.get(language="en").alt_text == "A bridge in flood."


def test_a_number_changed_without_a_script_takes_no_words_along(photo, send, now):
    other = Photo.objects.get(pk=photo.pk)
    other.pk, other.credit, other.rights_basis, other.sha256 = None, "Other", "handout", "0" * 64
    other.save()
    send("desk_editor", photo=other.pk)
    other.refresh_from_db()
    assert (other.credit, other.rights_basis) == ("Other", "handout")


def test_a_reporter_states_no_rights_of_somebody_else_s_photo(photo, send, cast):
    Photo.objects.filter(pk=photo.pk).update(rights_basis="unknown", uploaded_by=cast.photo_editor)
    send("reporter", rights_basis="staff")
    photo.refresh_from_db()
    assert photo.rights_basis == "unknown"


def test_a_reporter_states_the_rights_of_an_own_photo(photo, send, cast):
    Photo.objects.filter(pk=photo.pk).update(rights_basis="unknown", uploaded_by=cast.reporter)
    send("reporter", rights_basis="staff")
    photo.refresh_from_db()
    assert photo.rights_basis == "staff"


def test_what_a_reporter_supplies_stands_in_the_log_with_the_name(photo, send, cast):
    Photo.objects.filter(pk=photo.pk).update(credit="")
    send("reporter", credit="Ana", alt_text="Another bridge.")
    photo.refresh_from_db()
    assert photo.credit == "Ana"
    assert photo.texts.get(language="en").alt_text == "Brown water under a bridge."
    entry = EditorialLog.objects.filter(noun="photo", noun_id=photo.pk, verb="change").get()
    assert entry.actor_name == cast.reporter.get_username()
