"""What is refused while a photo is saved is told, and costs nothing that was typed."""

from articles.admin.photo import PhotoAdmin
from articles.models import Photo
from articles.publishing.library_change import change_photo
from articles.publishing.refusals import WrongState
from tests.admin.photo_page.saving import save


def _refused_while_saving(monkeypatch, before=lambda: None):
    """What a verb refuses though the form was right: something happened in between."""

    def late(photo, values, **who):
        before()
        return change_photo(photo, values, **who)

    monkeypatch.setattr("articles.admin.photo.change_photo", late)


def test_a_photo_killed_while_it_was_saved_is_told(photo, cast, log_in, now, monkeypatch):
    """Killed by another connection: its commit is not undone with what is refused here."""

    def killed():
        Photo.objects.filter(pk=photo.pk).update(killed_at=now)

    def undone(self, *args):
        Photo.objects.filter(pk=photo.pk).update(killed_at=now)
        return refused(self, *args)

    refused = PhotoAdmin._refused
    monkeypatch.setattr(PhotoAdmin, "_refused", undone)
    _refused_while_saving(monkeypatch, killed)
    client = log_in(cast.photo_editor)
    response = save(client, photo, credit="Ana")
    assert response.status_code == 302
    page = client.get(response["Location"]).content.decode()
    assert "This photo was killed; it cannot be changed any more." in page
    photo.refresh_from_db()
    assert photo.credit == "Radio Lantern"


def test_what_a_verb_refuses_costs_nothing_that_was_typed(photo, cast, log_in, monkeypatch):
    def busy():
        raise WrongState("Stories with this photo are going on air just now; try again.")

    _refused_while_saving(monkeypatch, busy)
    response = save(log_in(cast.photo_editor), photo, credit="Ana")
    page = response.content.decode()
    assert "are going on air just now; try again." in page
    assert 'value="Ana"' in page
    photo.refresh_from_db()
    assert photo.credit == "Radio Lantern"
