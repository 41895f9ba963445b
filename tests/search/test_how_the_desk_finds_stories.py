"""The desk finds a story by any part of a word of what its list shows, in any script."""

import pytest
from django.core.management import call_command

from articles.models import Story, StoryWords
from articles.publishing.actors import SYSTEM
from articles.publishing.redact import ask_redaction, carry_out_redaction
from articles.publishing.save import save
from articles.search import desk


@pytest.fixture(params=["named one by one", "looked into in their order"])
def found(request, monkeypatch):
    """By both ways, which must answer equally."""
    if request.param != "named one by one":
        monkeypatch.setattr(desk, "MANY", 0)

    def ask(question):
        return set(Story.objects.filter(desk.found_by(question)).values_list("headline", flat=True))

    return ask


@pytest.mark.parametrize(
    "question",
    [
        "earth",
        "EARTHQ",
        "quake",
        "thq",
        "almaty",
        "karasu dam",
        "dam-quake",
        "2011",
        "q",
        "dam, al",
    ],
)
def test_by_the_beginning_or_the_middle_of_each_word(question, make_story, found):
    make_story(headline="Earthquake near Almaty", slugline="karasu-dam", slug="quake-2011")
    make_story(headline="Zoo opens")
    assert found(question) == {"Earthquake near Almaty"}


@pytest.mark.parametrize(
    "question", ["quaker", "almaty zoo", "%", "_", "''", "‮", "\ud800", "ake ear z"]
)
def test_not_by_other_words(question, make_story, found):
    make_story(headline="Earthquake near Almaty")
    assert found(question) == set()


@pytest.mark.parametrize(
    ("headline", "question"),
    [
        ("كتاب‌های تازه", "کتاب"),
        ("Ёлка у реки", "елк"),
        ("Қазақстан жаңалықтары", "ҚАЗАҚ"),
        ("თბილისის ამბები", "ბილის"),
        ("د کابل خبرونه", "كابل"),
        ("Žižkov żółw", "zizk"),
        ("हिन्दी समाचार", "हिन्द"),
        ("北京新闻", "京新"),
        ("قیمت ۱۲۳ تومان", "123"),
    ],
)
def test_spellings_are_folded(headline, question, make_story, found):
    make_story(headline=headline)
    assert found(question) == {headline}


def test_by_its_new_words_as_soon_as_it_is_saved(make_story, found, now):
    story = make_story(headline="Flood")
    save(story, actor=SYSTEM, now=now)
    story.headline = "Drought"
    story.save()
    save(story, actor=SYSTEM, now=now)
    assert found("drought") == {"Drought"}
    assert found("flood") == set()


def test_not_by_what_was_redacted(make_story, found, cast, now):
    story = make_story(headline="Anna Zlatorog speaks", slugline="zlatorog")
    save(story, actor=SYSTEM, now=now)
    asked = ask_redaction(
        story, actor=cast.service_chief, now=now, passages=["Zlatorog"], instead="a witness",
        reason="At risk",
    )  # fmt: skip
    carry_out_redaction(asked, actor=cast.administrator, now=now)
    assert found("zlatorog") == set()
    assert len(found("speaks")) == 1
    assert "zlato" not in StoryWords.objects.get().words


def test_words_can_be_made_anew(make_story, found, capsys):
    make_story(headline="Flood")
    StoryWords.objects.all().delete()
    call_command("rebuild_search")
    assert found("loo") == {"Flood"}
    assert "1 working copies" in capsys.readouterr().out


@pytest.mark.parametrize("question", ["a" * 10_000, 'x" OR "y', "NEAR(a b)", "' | !", "水" * 500])
def test_nothing_that_is_typed_breaks_it(question, story, found):
    found(question)
    assert Story.objects.exists()
