"""Who may read a notice and not change it is told which text is the default."""

from django.contrib.admin.utils import flatten_fieldsets

from articles.admin.notice_texts import NoticeTextInline
from articles.admin.site import desk
from articles.models import LegalNotice, NoticeText


def fields_for(user, rf):
    request = rf.get("/")
    request.user = user
    inline = NoticeTextInline(LegalNotice, desk)
    return flatten_fieldsets(inline.get_fieldsets(request))


def test_the_stored_one_is_shown_and_the_box_is_for_those_who_write(cast, rf):
    assert "default" in fields_for(cast.legal_officer, rf)
    shown = fields_for(cast.reporter, rf)
    assert "default" not in shown
    assert all(NoticeText._meta.get_field(name) for name in shown)
