"""What is on air is found by the beginnings of its words, in every script; all else is not."""

import pytest
from django.core.management import call_command

from articles.models import Contributor, ContributorName, PublishedStory, SearchEntry
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.library_change import contributor_changed
from articles.publishing.publish import publish
from articles.publishing.save import save
from articles.publishing.unpublish import unpublish
from articles.search.matching import holding, terms_asked
from articles.text.terms import terms


def found(question):
    return sorted(entry.pk for entry in holding(terms_asked(question)))


@pytest.mark.parametrize("question", ["river", "RIV", "the rises", "mara ell", "subhead", "overni"])
def test_a_story_is_found_by_its_headline_body_names_and_captions(question, on_air):
    assert found(question) == [on_air.pk]


@pytest.mark.parametrize("question", ["riverbank", "iver", "rises falls", "r", "nobody"])
def test_it_is_not_found_by_other_words(question, on_air):
    assert found(question) == []


@pytest.mark.parametrize(
    ("headline", "question"),
    [
        ("رودخانه می‌خروشد", "ميخروشد"[:2]),
        ("كتاب‌های تازه", "کتاب"),
        ("Ёлка у реки", "елка"),
        ("Қазақстан жаңалықтары", "қазақ"),
        ("თბილისის ამბები", "ᲗᲑᲘᲚ"),
        ("د کابل خبرونه", "كابل"),
        ("Žižkov żółw", "zizkov zołw"),
        ("ИСТАНБУЛ ı", "истанбул"),
        ("हिन्दी समाचार", "हिन्द"),
        ("北京新闻", "京新闻"),
        ("قیمت ۱۲۳ تومان", "123"),
    ],
)
def test_folding_makes_spellings_equal(headline, question, make_story, now):
    row = publish(make_story(headline=headline), actor=SYSTEM, now=now)
    assert found(question) == [row.pk]


def test_what_is_saved_and_not_published_is_not_found(story, on_air, now):
    story.refresh_from_db()
    story.headline = "Unfinished business"
    story.save()
    save(story, actor=SYSTEM, now=now)
    assert found("unfinished") == []
    publish(story, actor=SYSTEM, now=now)
    assert found("unfinished") == [on_air.pk]
    assert found("rises") == []


@pytest.mark.parametrize("verb", [unpublish, kill])
def test_what_goes_off_air_is_not_found_and_leaves_no_word(verb, story, on_air, now):
    verb(story, actor=SYSTEM, now=now, reason="Reason")
    assert found("river") == []
    assert not SearchEntry.objects.exists()


def test_a_name_that_comes_under_protection_finds_nothing(on_air, reporter_byline, now):
    reporter_byline.byline_policy = "none"
    reporter_byline.save()
    contributor_changed(reporter_byline, actor=SYSTEM, now=now)
    assert found("mara") == []
    assert found("river") == [on_air.pk]


def test_a_name_of_the_desk_was_never_indexed(story, now):
    hidden = Contributor.objects.create(
        name="Zlatorog Protected", slug="p-1", byline_policy="pseudonym"
    )
    ContributorName.objects.create(contributor=hidden, language="en", name="The Watcher")
    story.bylines.update(contributor=hidden)
    row = publish(story, actor=SYSTEM, now=now)
    assert found("watcher") == [row.pk]
    assert found("zlatorog") == []


def test_notes_and_sluglines_are_not_indexed(story, now):
    story.ed_note, story.slugline = "Xylophone note", "xylophone-slug"
    story.save()
    publish(story, actor=SYSTEM, now=now)
    assert found("xylophone") == []


def test_the_index_can_be_built_again(on_air, capsys):
    SearchEntry.objects.all().delete()
    call_command("rebuild_search")
    assert found("river") == [on_air.pk]
    SearchEntry.objects.update(words="stale words")
    call_command("rebuild_search")
    assert (found("stale"), found("river")) == ([], [on_air.pk])
    assert "1 stories indexed" in capsys.readouterr().out


@pytest.mark.parametrize(
    "question",
    [
        "a" * 10_000,
        "river\x00 OR 1=1 --",
        'words: "river',
        "NEAR(river rises) NOT the",
        "' | ! & <-> :*",
        "%_%",
        "\u202eriver\u2066",
        "* ^ {} [] \\",
        "水" * 500,
        " ".join(f"w{number}" for number in range(1_000)),
        "\ud800",
    ],
)
def test_nothing_that_is_typed_breaks_the_index(question, on_air):
    found(question)
    assert PublishedStory.objects.exists()


def test_terms_are_few_however_much_is_typed():
    assert len(terms_asked("a b c d e f g h i j k l m")) == 8
    assert terms_asked("river river RIVER") == ("river",)
    assert terms("river " * 3) == ["river"] * 3
