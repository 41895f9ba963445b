"""A person's own views are theirs alone."""

from articles.models import OwnView
from tests.admin.own_views_of_the_list.keeping import LIST, VIEWS, keep, text_of


def test_nobody_sees_or_touches_anybody_else_s(reporter, cast, log_in):
    keep(reporter, "Only hers")
    view = OwnView.objects.get()
    for person in (cast.desk_editor, cast.outsider, cast.administrator):
        other = log_in(person)
        assert "Only hers" not in text_of(other.get(LIST))
        assert "Only hers" not in text_of(other.get(VIEWS))
        for deed in ("rename", "up", "down", "first"):
            sent = {"deed": deed, "view": view.pk, "name": "Stolen"}
            assert other.post(VIEWS, sent).status_code == 404
        other.post(VIEWS, {"deed": "drop", "view": view.pk})
    view.refresh_from_db()
    assert (view.name, view.is_first) == ("Only hers", False)


def test_who_is_not_logged_in_keeps_nothing(client, db):
    assert keep(client).status_code == 302
    assert client.get(VIEWS).status_code == 302
    assert not OwnView.objects.exists()
