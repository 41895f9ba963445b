"""A moment is one piece also within a sentence that runs from right to left."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override

from articles.admin.story_moments import clock_words
from articles.publishing.clock import in_zone
from articles.publishing.comments import add_comment, settle
from articles.publishing.save import save

AT = datetime(2026, 11, 25, 4, 7, tzinfo=UTC)
WORDS = "2026-11-25 07:37 Tehran (04:07 UTC)"


@pytest.mark.parametrize(
    ("language", "is_mirrored"),
    [("fa", True), ("ps", True), ("ru", False), ("en", False), (None, False)],
)
def test_only_a_mirrored_desk_fences_them_off(language, is_mirrored):
    with override(language):
        assert in_zone(AT, "Asia/Tehran") == (f"\u2066{WORDS}\u2069" if is_mirrored else WORDS)
        saved = clock_words(AT, None, now=AT)
        assert saved == ("\u206604:07:00 UTC\u2069" if is_mirrored else "04:07:00 UTC")


@pytest.mark.parametrize("page", ["history", "compare", "checks"])
def test_the_desk_s_pages_show_them_so(page, story, cast, log_in, now):
    save(story, actor=cast.reporter, now=now)
    client = log_in(cast.desk_editor)
    address = reverse(f"admin:articles_story_{page}", args=[story.pk])
    assert "\u2066" not in client.get(address).content.decode()
    client.post(reverse("admin:desk_language"), {"language": "fa"})
    assert "\u2066" in client.get(address).content.decode()


def test_moments_in_translated_sentences_are_in_one_piece_too(story, cast, log_in, now):
    settle(add_comment(story, "Hm", actor=cast.reporter, now=now), actor=cast.reporter, now=now)
    client = log_in(cast.desk_editor)
    address = reverse("admin:articles_story_comments", args=[story.pk])
    assert "\u2066" not in client.get(address).content.decode()
    client.post(reverse("admin:desk_language"), {"language": "fa"})
    html = client.get(address).content.decode()
    assert html.count(f"\u2066{now:%Y-%m-%d %H:%M}\u2069") == 2


DATES = re.compile(r"""\|date:"(?!c")[^"]+"(?!\|one_piece)""")


def test_no_page_of_the_desk_writes_a_bare_moment():
    """But where the cell itself says that it runs from left to right."""
    folder = Path(__file__).resolve().parents[2] / "templates" / "admin"
    bare = [path.name for path in folder.rglob("*.html")
            for line in path.read_text("utf-8").splitlines()
            if DATES.search(line) and 'dir="ltr"' not in line]  # fmt: skip
    assert bare == []


def test_the_list_has_markup_for_it(story, cast, log_in):
    client = log_in(cast.desk_editor)
    client.post(reverse("admin:desk_language"), {"language": "fa"})
    html = client.get(reverse("admin:articles_story_changelist")).content.decode()
    assert '<small dir="ltr">Prague (' in html
