"""``verify_manifest`` names the first entry that is not what it was, and what is wrong with it."""

from datetime import timedelta

import pytest
from django.db import models

from articles.models import (
    AtlasEdition,
    LanguageService,
    NoticeManifest,
    NoticeVersion,
    Region,
)
from articles.proof.chain import verify
from articles.proof.refusals import Broken
from articles.proof.replay import law_then
from articles.proof.versions import Versions
from articles.publishing.manifest import hash_of
from articles.publishing.notices import retire


@pytest.fixture
def chain(enforce, cast, now):
    """Entries 0 to 4."""
    enforce("first", targets=[("region", "RU")])
    enforce("second", at=now + timedelta(hours=1))
    third = enforce("third", at=now + timedelta(hours=2))
    later = now + timedelta(hours=3)
    retire(third, actor=cast.legal_officer, now=later, reason="Lifted")
    return later


def test_a_whole_chain_is_verified(chain, run, newest_entry):
    assert run("verify_manifest") == (0, f"5 entries verified\nhead {newest_entry().entry_hash}\n")


def test_an_empty_manifest_is_whole(db, run):
    assert run("verify_manifest")[0] == 0


def test_a_changed_content(chain, run, tamper):
    content = NoticeManifest.objects.get(number=2).content
    content["versions"].pop()
    tamper(NoticeManifest, {"number": 2}, content=content)
    code, said = run("verify_manifest")
    assert code == 1
    assert "Entry 2: what it says no longer has the hash" in said


@pytest.mark.parametrize("field", ["cause", "happened_at"])
def test_a_changed_cause_or_time(field, chain, run, tamper):
    value = {"cause": "Nothing", "happened_at": chain}[field]
    tamper(NoticeManifest, {"number": 1}, **{field: value})
    assert "Entry 1: what it says no longer has the hash" in run("verify_manifest")[1]


def test_a_change_that_was_sealed_again(chain, run, tamper):
    entry = NoticeManifest.objects.get(number=2)
    entry.cause = "Nothing"
    tamper(NoticeManifest, {"number": 2}, cause=entry.cause, entry_hash=hash_of(entry))
    assert "Entry 3: it does not follow on the entry before" in run("verify_manifest")[1]


def test_a_deleted_entry(chain, run):
    models.QuerySet(NoticeManifest).filter(number=2).delete()
    assert "Entry 3: an entry is missing before it: number 2" in run("verify_manifest")[1]


def test_entries_that_changed_places(chain, run, tamper):
    tamper(NoticeManifest, {"number": 2}, number=99)
    tamper(NoticeManifest, {"number": 3}, number=2)
    tamper(NoticeManifest, {"number": 99}, number=3)
    assert "Entry 2: it does not follow on the entry before" in run("verify_manifest")[1]


def test_a_newest_entry_cut_off(chain, run):
    models.QuerySet(NoticeManifest).filter(number=4).delete()
    assert "Version 1 of “third” is not in force; no entry says so." in run("verify_manifest")[1]


def test_the_head_noted_earlier_finds_what_was_cut_off(chain, run, newest_entry):
    head = newest_entry().entry_hash
    assert run("verify_manifest", head=head)[0] == 0
    models.QuerySet(NoticeManifest).filter(number=4).delete()
    assert (
        f"The head noted earlier, {head}, is not in this chain"
        in run("verify_manifest", head=head)[1]
    )


def test_a_head_noted_long_ago_is_still_in_the_chain(chain, run):
    noted = NoticeManifest.objects.get(number=1).entry_hash
    assert run("verify_manifest", head=noted)[0] == 0


def test_an_altered_text(chain, run, tamper):
    version = NoticeVersion.objects.get(notice__slug="first")
    content = version.content | {"texts": [version.content["texts"][0] | {"title": "Nothing"}]}
    tamper(NoticeVersion, {"pk": version.pk}, content=content)
    code, said = run("verify_manifest")
    assert code == 1
    assert "Entry 1: version 1 of “first” has another content" in said


def test_an_altered_text_with_a_hash_to_match(chain, run, tamper):
    from articles.publishing.snapshot import content_hash

    version = NoticeVersion.objects.get(notice__slug="first")
    content = version.content | {"effects": ["noindex"]}
    tamper(NoticeVersion, {"pk": version.pk}, content=content, content_hash=content_hash(content))
    assert "version 1 of “first” has another content" in run("verify_manifest")[1]


def test_altered_dates(chain, run, tamper):
    tamper(NoticeVersion, {"notice__slug": "first"}, ends_at=chain + timedelta(days=1))
    assert "version 1 of “first” has other dates" in run("verify_manifest")[1]


def test_another_approver(chain, run, tamper, cast):
    tamper(NoticeVersion, {"notice__slug": "first"}, approved_by=cast.administrator)
    assert "was proposed or approved by somebody else" in run("verify_manifest")[1]


def test_an_altered_atlas(chain, run, tamper):
    content = AtlasEdition.objects.get().content
    content["groups"]["EU"] = []
    tamper(AtlasEdition, {}, content=content)
    assert "Entry 0: its atlas is not the one that was recorded" in run("verify_manifest")[1]


def test_a_schedule_that_does_not_follow_from_its_versions(enforce, run, tamper, newest_entry):
    enforce(targets=[("region", "RU")])
    entry = newest_entry()
    entry.content["schedule"][0]["places"] = ["DE"]
    tamper(NoticeManifest, {"number": 1}, content=entry.content, entry_hash=hash_of(entry))
    assert (
        "Entry 1: made again from its versions and atlas, its schedule is another"
        in run("verify_manifest")[1]
    )


def test_a_notice_put_in_force_behind_the_manifest(chain, run, tamper):
    tamper(NoticeVersion, {"notice__slug": "third"}, retired_at=None)
    assert "Version 1 of “third” is in force, but no entry says so." in run("verify_manifest")[1]


def test_regions_and_services_changed_behind_the_manifest(chain, run, english):
    Region.objects.create(code="XX", name="Somewhere", kind="country")
    assert "The atlas in use is another" in run("verify_manifest")[1]
    Region.objects.get(code="XX").delete()
    LanguageService.objects.filter(pk=english.pk).update(fallback_languages=["ru"])
    assert "The services are others" in run("verify_manifest")[1]


def test_nothing_is_replayed_from_a_broken_entry(chain, tamper):
    tamper(NoticeVersion, {"notice__slug": "first"}, number=7)
    with pytest.raises(Broken, match="version 1 of “first” has another number"):
        law_then(chain)


def test_a_long_chain_reads_each_version_once(enforce, now, django_assert_max_num_queries):
    for number in range(12):
        enforce(f"notice-{number}")
    with django_assert_max_num_queries(24):
        assert verify(now=now).is_whole


def test_versions_of_the_next_entries_are_asked_for_at_once(enforce, django_assert_num_queries):
    numbers = [
        enforce(f"notice-{number}", targets=[("region", "RU")]).versions.get().pk
        for number in range(6)
    ]
    contents = [entry.content for entry in NoticeManifest.objects.order_by("number")]
    versions = Versions()
    with django_assert_num_queries(1):
        versions.look_ahead(contents)
        found = [versions.of(content) for content in contents]
    assert {flaw for _versions, flaw in found} == {""}
    assert sorted(found[-1][0]) == sorted(numbers)
    with django_assert_num_queries(0):
        assert versions.of(contents[-1])[1] == ""


def test_a_version_that_is_gone_is_found_by_looking_ahead_too(enforce, run, tamper):
    for number in range(3):
        enforce(f"notice-{number}", targets=[("region", "RU")])
    tamper(NoticeVersion, {"notice__slug": "notice-1"}, content={})
    code, said = run("verify_manifest")
    assert code != 0
    assert "“notice-1”" in said
