"""A question that finds nothing is answered with one that does, and with no word that may not be
read here."""

import html
import re
from datetime import timedelta

import pytest
from django.core.management import call_command

from articles.models import PublishedStory, SearchEntry
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish
from tests.front.test_queries import WORKING_COPY, queries_of


def suggested(page):
    block = page.partition('class="meant"')[2].partition("</p>")[0]
    return [html.unescape(one) for one in re.findall(r"<bdi>(.*?)</bdi>", block)]


@pytest.fixture
def ask(client):
    def make(question, service="en", get=client.get, **more):
        reply = get(f"/{service}/search/?" + "&".join(
            f"{name}={value}" for name, value in ({"q": question} | more).items()
        ))  # fmt: skip
        assert reply.status_code == 200
        return reply.content.decode()

    return make


@pytest.fixture
def flood(make_story, now):
    story = make_story(
        headline="Flooding in the Valley", body="<p>Villagers left their houses by boat.</p>"
    )
    return publish(story, actor=SYSTEM, now=now)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("floding", "flooding"),
        ("floodign", "flooding"),
        ("fooding", "flooding"),
        ("floadinng", "flooding"),
        ("vally", "valley"),
        ("vilagers", "villagers"),
        ("floding valley", "flooding valley"),
        ("floding vally", "flooding valley"),
    ],
)
def test_a_letter_or_two_off(question, meant, flood, ask):
    assert suggested(ask(question))[0] == meant


def test_its_link_finds_something(flood, ask, client):
    page = ask("floding")
    link = html.unescape(re.search(r'class="meant">.*?href="([^"]+)"', page)[1])
    assert f"/{flood.pk}.html" in client.get(link).content.decode().partition("<main")[2]


def test_what_is_found_needs_no_other_words(flood, ask):
    assert suggested(ask("flood")) == []


@pytest.mark.parametrize(
    "question", ["zzzzqqq", "xy", "1234567", "水", "a" * 200, "one two three four five six"]
)
def test_where_nothing_is_near_nothing_is_said(question, flood, ask):
    assert suggested(ask(question)) == []


@pytest.mark.parametrize(
    "question",
    [
        '"*', "') OR 1=1 --", "fl*ding", "NEAR(a b)", "a AND NOT b", "flo':*ding", "%00", "‮gnidolf",
        "<script>alert(1)</script>", "floding%22 OR %22", "\\", "e" * 40 + " " + "f" * 40,
    ],
)  # fmt: skip
def test_hostile_questions_are_answered_like_others(question, flood, ask):
    page = ask(question)
    assert "<script>alert" not in page


def test_letters_of_another_keyboard_and_of_a_poorer_one(make_story, persian, english, ask, now):
    english.script, english.language = "Cyrl", "ru"
    english.save()
    standing.forget()
    publish(make_story(headline="Қазақстанда су тасқыны"), actor=SYSTEM, now=now)
    assert suggested(ask("казакстанда"))[0] == "қазақстанда"
    assert suggested(ask("nfcrsys"))[:1] == ["тасқыны"] or "тасқыны" in suggested(ask("таскыны"))
    publish(make_story(persian, headline="رودخانه بالا آمد"), actor=SYSTEM, now=now)
    assert suggested(ask("رودخنه", "fa"))[0] == "رودخانه"


def test_it_speaks_the_readers_words_as_they_are_written(make_story, ask, now):
    publish(make_story(headline="Zürich declares an emergency"), actor=SYSTEM, now=now)
    assert suggested(ask("zurihc")) == ["zürich"]


def test_no_word_of_a_withheld_story_is_told_where_it_is_withheld(
    flood, ask, reader_in, enforce, now
):
    enforce("order", kind="withheld", regions=["GB"], reach="matched", story=flood.story)
    assert suggested(ask("floding", get=reader_in("GB"))) == []
    assert suggested(ask("vilagers", get=reader_in("GB"))) == []
    assert suggested(ask("floding", get=reader_in("CZ"))) == ["flooding"]


def test_nor_one_that_a_notice_takes_out_of_the_search(flood, ask, enforce):
    enforce(effects=["drop_from_search"], reach="everyone", story=flood.story)
    assert suggested(ask("floding")) == []


@pytest.mark.parametrize("verb", [kill, unpublish])
def test_nor_of_one_that_is_gone(verb, flood, ask, cast, now):
    verb(flood.story, actor=cast.service_chief, now=now, reason="An order")
    assert suggested(ask("floding")) == []


def test_nor_of_another_service_or_a_draft(flood, make_story, persian, ask):
    make_story(headline="Secretwords")
    assert suggested(ask("secretwrods")) == []
    assert suggested(ask("floding", "fa")) == []


def test_words_of_different_stories_make_no_question(flood, make_story, ask, now):
    publish(make_story(headline="Elections postponed"), actor=SYSTEM, now=now)
    assert suggested(ask("floding electoins")) == []


def test_filters_hold_and_stay(flood, ask, now):
    day = (now - timedelta(days=1)).date().isoformat()
    assert suggested(ask("floding", to=day)) == []
    page = ask("floding", section="politics")
    assert "section=politics" in html.unescape(
        page.partition('class="meant"')[2].partition("</p>")[0]
    )


def test_it_costs_one_query_more_and_touches_no_working_copy(flood, make_story, client, ask, now):
    known, unknown = "/en/search/?q=flooding", "/en/search/?q=floding+vally"
    for path in (known, unknown):
        client.get(path)
    asked = queries_of(client, unknown)
    assert len(asked) <= 4  # the ledger, the question, the latest, and this
    assert not [sql for sql in asked if any(table in sql for table in WORKING_COPY)]
    for number in range(30):
        publish(make_story(headline=f"Flooding {number}"), actor=SYSTEM, now=now)
    assert len(queries_of(client, unknown)) == len(asked)


def test_what_is_looked_at_is_bounded(flood, make_story, ask, now, monkeypatch):
    from articles.front import meant

    monkeypatch.setattr(meant, "LOOKED_AT", 1)
    newer = publish(make_story(headline="Flooded fields"), actor=SYSTEM, now=now + timedelta(1))
    assert newer.pk
    assert suggested(ask("floodng")) == ["flooded"]


def test_a_rebuilt_index_answers_alike(flood, ask):
    SearchEntry.objects.all().delete()
    call_command("rebuild_search", verbosity=0)
    assert PublishedStory.objects.count() == 1
    assert suggested(ask("floding")) == ["flooding"]
