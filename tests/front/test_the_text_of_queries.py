"""A page that is made anew puts no query's text together; each is asked for its own rows."""

from datetime import timedelta

import pytest
from django.db.models import Q
from django.db.models.sql.compiler import SQLCompiler

from articles.models.prepared import STEP, Prepared, in_steps
from articles.models.published import PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

_CALLED = Prepared(lambda *ids: PublishedStory.objects.cards().filter(pk__in=ids))

_SINCE = Prepared(
    lambda since, pk: PublishedStory.objects.cards().filter(Q(published_at__gt=since) | Q(pk=pk))
)
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """The texts that were put together, by what they ask for."""
    texts: list[str] = []
    as_sql = SQLCompiler.as_sql

    def noted(self, *args, **kwargs):
        texts.append(self.query.model.__name__)
        return as_sql(self, *args, **kwargs)

    monkeypatch.setattr(SQLCompiler, "as_sql", noted)
    return texts


@pytest.mark.parametrize("kind", ["story", "front", "world"])
def test_only_the_first_page_of_a_kind_makes_texts(kind, story, client, now, made):
    on_air = publish(story, actor=SYSTEM, now=now)
    own = f"/en/a/{on_air.slug}/{on_air.pk}.html"
    path = {"story": own, "front": "/en/", "world": "/"}[kind]
    client.get(path)
    made.clear()
    assert on_air.headline in client.get(path).content.decode()
    assert "PublishedStory" not in made
    assert "PublishedFront" not in made


def test_each_number_gets_its_own_rows(make_story, now):
    one, two = (publish(make_story(), actor=SYSTEM, now=now) for _number in range(2))
    assert [row.pk for row in _CALLED(one.pk)] == [one.pk]
    assert [row.pk for row in _CALLED(two.pk)] == [two.pk]
    assert {row.pk for row in _CALLED(*in_steps([two.pk, one.pk]))} == {one.pk, two.pk}


def test_each_moment_gets_its_own_rows(make_story, now):
    early, late = (publish(make_story(), actor=SYSTEM, now=now - days) for days in (WEEK, DAY))
    assert {row.pk for row in _SINCE(now - 2 * WEEK, late.pk)} == {late.pk, early.pk}
    assert {row.pk for row in _SINCE(now - 2 * DAY, late.pk)} == {late.pk}
    assert {row.pk for row in _SINCE(now - 2 * DAY, early.pk)} == {late.pk, early.pk}
    assert {row.pk for row in _SINCE(now, early.pk)} == {early.pk}


def test_what_changed_in_the_database_is_read(story, now):
    pk = publish(story, actor=SYSTEM, now=now).pk
    before = _CALLED(pk)[0]
    before.headline = "Only here"
    assert _CALLED(pk)[0].headline == story.headline
    PublishedStory.objects.filter(pk=pk).update(headline="Another", card={"topics": ["rivers"]})
    after = _CALLED(pk)[0]
    assert (after.headline, after.card) == ("Another", {"topics": ["rivers"]})


def test_a_row_is_as_django_reads_it(story, now):
    pk = publish(story, actor=SYSTEM, now=now).pk
    ours, theirs = _CALLED(pk)[0], PublishedStory.objects.cards().get(pk=pk)
    names = [field.attname for field in PublishedStory._meta.concrete_fields]
    assert ours.get_deferred_fields() == theirs.get_deferred_fields() == {"document"}
    assert [getattr(ours, name) for name in names] == [getattr(theirs, name) for name in names]
    assert not ours._state.adding
    assert ours._state.db == theirs._state.db


def test_numbers_grow_in_steps():
    assert in_steps([]) == []
    assert in_steps({3, 1}) == [1, *[3] * (STEP - 1)]
    assert len(in_steps(range(STEP))) == STEP
    assert len(in_steps(range(STEP + 1))) == 2 * STEP
