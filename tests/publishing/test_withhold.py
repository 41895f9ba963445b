"""An order against a story becomes a notice that somebody else approves."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from articles.legal.atlas import Place, load_atlas
from articles.legal.facets import Facets
from articles.legal.law import law_at
from articles.legal.rules import load_rules
from articles.models import EditorialLog, LegalNotice, NoticeVersion, StaffRole
from articles.publishing.kill import kill
from articles.publishing.notices import approve
from articles.publishing.permissions import Deed, may
from articles.publishing.publish import publish
from articles.publishing.refusals import NotAllowed, VerbRefused, WrongState
from articles.publishing.withhold import Order, neutral_title, withhold


@pytest.fixture
def order(now):
    return Order(
        regions=("GB",), starts_at=now, key="abc", demanding_party="A court",
        legal_basis="Contempt of Court Act", legal_timezone="Europe/London",
    )  # fmt: skip


@pytest.fixture
def fa_officer(persian_newsroom):
    user = User.objects.create_user("fa_officer", password="secret", is_staff=True)
    StaffRole.objects.create(user=user, newsroom=persian_newsroom, role="legal_officer")
    return user


def withheld(story, place, now):
    law = law_at(load_rules(now), load_atlas(), now)
    facets = Facets(story.service.slug, story.service.language,
                    stories=frozenset({str(story.pk), str(story.translation_key)}))  # fmt: skip
    return law.withholds(Place(place), facets)


def test_a_story_is_withheld_once_somebody_else_approved(story, order, cast, now):
    version = withhold(story, order=order, actor=cast.legal_officer, now=now)
    assert not withheld(story, "GB", now)

    approve(version, actor=cast.second_legal_officer, now=now)
    assert withheld(story, "GB", now)
    assert not withheld(story, "IE", now)
    assert not withheld(story, "", now)


def test_nobody_approves_the_own_order(story, order, cast, now):
    version = withhold(story, order=order, actor=cast.legal_officer, now=now)
    with pytest.raises(NotAllowed):
        approve(version, actor=cast.legal_officer, now=now)


def test_the_order_says_what_was_asked(story, order, cast, now):
    asked = replace(
        order, public_reason=True, when_pushed="carry", title="Kept from you", body="<p>Why</p>",
        ends_at=now + timedelta(days=3), citation_url="https://example.org/law",
        blocked_by_url="https://example.org/us",
    )  # fmt: skip
    content = withhold(story, order=asked, actor=cast.legal_officer, now=now).content
    assert (content["kind"], content["reach"]) == ("withheld", "matched")
    assert content["demanding_party"] == "A court"
    assert content["when_pushed"] == "carry"
    assert content["public_reason"] is True
    assert content["texts"][0]["title"] == "Kept from you"
    assert content["ends_at"] == (now + timedelta(days=3)).isoformat()


def test_nothing_in_its_name_tells_of_the_story(story, order, cast, now):
    withhold(story, order=order, actor=cast.legal_officer, now=now)
    assert LegalNotice.objects.get().slug == f"withheld-{story.pk}-abc"


def test_without_words_readers_are_told_nothing(story, order, cast, now, persian, make_story):
    make_story(service=persian, headline="رود", translation_key=story.translation_key)
    content = withhold(story, order=order, actor=cast.legal_officer, now=now).content
    told = {text["language"]: text["title"] for text in content["texts"]}
    assert told == {"en": "This page cannot be shown where you are.", "fa": neutral_title("fa")}
    assert neutral_title("fa") != neutral_title("en")


def test_other_language_versions_may_be_left_out(story, order, cast, now, persian, make_story):
    other = make_story(service=persian, headline="رود", translation_key=story.translation_key)
    for reaches, key in ((True, "a"), (False, "b")):
        asked = replace(order, reaches_translations=reaches, key=key)
        version = withhold(story, order=asked, actor=cast.legal_officer, now=now)
        approve(version, actor=cast.second_legal_officer, now=now)
        assert withheld(other, "GB", now) is reaches
        NoticeVersion.objects.update(retired_at=now)


def test_a_newsrooms_officer_keeps_the_order_in_its_own_hands(
    fa_officer, order, persian, make_story, now
):
    story = make_story(service=persian, headline="رود")
    version = withhold(story, order=order, actor=fa_officer, now=now)
    services = [row["value"] for row in version.content["targets"] if row["dimension"] == "service"]
    assert services == ["fa"]
    assert may(fa_officer, Deed.EDIT_NOTICE, version.notice)


def test_an_officer_of_the_house_names_no_service(story, order, cast, now):
    version = withhold(story, order=order, actor=cast.legal_officer, now=now)
    assert {row["dimension"] for row in version.content["targets"]} == {"story", "region"}


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "service_chief", "outsider"])
def test_journalists_do_not_withhold(who, story, order, cast, now):
    with pytest.raises(NotAllowed):
        withhold(story, order=order, actor=getattr(cast, who), now=now)
    assert not LegalNotice.objects.exists()


def test_an_officer_of_another_newsroom_does_not_either(story, order, fa_officer, now):
    with pytest.raises(NotAllowed):
        withhold(story, order=order, actor=fa_officer, now=now)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("regions", ()), ("regions", ("XX",)), ("regions", ("<b>",)), ("key", ""),
        ("key", "../x"), ("key", "ü"), ("legal_timezone", "Mars/Olympus"),
        ("citation_url", "javascript:alert(1)"), ("blocked_by_url", "ftp://x.example"),
        ("when_pushed", "whisper"),
    ],
)  # fmt: skip
def test_a_bad_order_is_refused_and_nothing_is_left(field, value, story, order, cast, now):
    with pytest.raises(VerbRefused):
        withhold(story, order=replace(order, **{field: value}), actor=cast.legal_officer, now=now)
    assert not LegalNotice.objects.exists()
    assert not EditorialLog.objects.filter(verb="withhold").exists()


def test_an_order_that_ends_before_it_begins_is_refused(story, order, cast, now):
    with pytest.raises(WrongState, match="ends before"):
        withhold(story, order=replace(order, ends_at=now), actor=cast.legal_officer, now=now)


def test_a_killed_story_cannot_be_withheld(story, order, cast, now):
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="Source")
    with pytest.raises(WrongState, match="killed"):
        withhold(story, order=order, actor=cast.legal_officer, now=now)


def test_the_same_order_twice_is_one(story, order, cast, now):
    first = withhold(story, order=order, actor=cast.legal_officer, now=now)
    assert withhold(story, order=order, actor=cast.legal_officer, now=now) == first
    assert EditorialLog.objects.filter(verb="withhold").count() == 1


def test_who_asked_is_on_record(story, order, cast, now):
    version = withhold(story, order=order, actor=cast.legal_officer, now=now)
    entry = EditorialLog.objects.get(verb="withhold")
    assert (entry.noun, entry.noun_id, entry.actor) == ("story", story.pk, cast.legal_officer)
    assert entry.details == {"notice": version.notice_id}
