"""Legal notices by file: all or nothing, proposals until two people approve."""

import json

import pytest
from django.core.management import CommandError

from articles.models import LegalNotice, NoticeVersion

NOTICE = {
    "slug": "warning",
    "kind": "reader_warning",
    "regions": ["RU", "UA-OCC"],
    "exclude": {"regions": ["UA-65"]},
    "effects": ["hide_share"],
    "starts_at": "2024-02-20T00:00:00Z",
    "legal_timezone": "Europe/Moscow",
    "placements": ["article_foot"],
    "min_scale": 1.5,
    "texts": [
        {
            "language": "en",
            "title": "Be careful",
            "body": ["Sharing <em>may</em> be punished.<script>x</script>"],
            "link": {"text": "More", "url": "https://example.org/"},
        }
    ],
}


@pytest.fixture
def notice_file(tmp_path):
    def make(**changes):
        path = tmp_path / "notices.json"
        path.write_text(json.dumps({"notices": [NOTICE | changes]}))
        return path

    return make


def test_an_imported_notice_is_a_proposal(notice_file, run, db):
    out, _err = run("import_notices", notice_file())

    assert out == "warning\tproposed\n"
    assert not NoticeVersion.objects.in_force().exists()
    assert LegalNotice.objects.get().texts.get().body == "<p>Sharing may be punished.</p>"


def test_two_people_approve_on_the_way_in(notice_file, run, cast):
    run("import_notices", notice_file(), approve_as="legal_officer", second="second_legal_officer")
    version = NoticeVersion.objects.in_force().get()
    assert version.approved_by == cast.second_legal_officer


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("legal_officer", "legal_officer"),
        ("legal_officer", "reporter"),
        ("reporter", "legal_officer"),
        ("legal_officer", None),
        ("legal_officer", "nobody"),
    ],
)
def test_anything_less_than_two_legal_officers_writes_nothing(
    first, second, notice_file, run, cast
):
    with pytest.raises(CommandError):
        run("import_notices", notice_file(), approve_as=first, second=second)
    assert not LegalNotice.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"regions": ["RU", "Atlantis"]}, "regions"),
        ({"effects": ["explode"]}, "effects"),
        ({"texts": []}, "texts"),
        ({"starts_at": "soon"}, "starts_at"),
        ({"ends_at": "2001-01-01T00:00:00Z"}, "ends_at"),
        ({"legal_timezone": "Mars/Olympus"}, "legal_timezone"),
        ({"min_scale": 99}, "min_scale"),
        ({"citation_url": "javascript:alert(1)"}, "citation_url"),
        ({"citation_url": "https://"}, "citation_url"),
        ({"blocked_by_url": "https://example.org/" + "x" * 200}, "blocked_by_url"),
        ({"languages": ["en-" + "-".join(["abcdefgh"] * 10)]}, "languages"),
        ({"texts": [NOTICE["texts"][0] | {"language": "no tag"}]}, "language"),
        ({"services": ["tlh"]}, "services"),
        ({"topics": ["gossip"]}, "topics"),
        ({"sections": ["gossip"]}, "sections"),
        ({"languages": ["not a tag"]}, "languages"),
        ({"stories": [404]}, "stories"),
        ({"stories": ["9" * 40]}, "stories"),
        ({"exclude": {"regions": ["RU"]}}, "exclude.regions"),
        ({"exclude": {"region": ["RU"]}}, "exclude.region"),
        ({"efects": ["hide_share"]}, "efects"),
        ({"verbatim": "false"}, "verbatim"),
        ({"when_pushed": "perhaps"}, "when_pushed"),
        ({"texts": NOTICE["texts"] * 2}, "texts"),
        ({"texts": [NOTICE["texts"][0] | {"translation_status": "done"}]}, "translation_status"),
    ],
)
def test_a_bad_notice_is_refused_with_its_field(changes, field, notice_file, run, db):
    with pytest.raises(CommandError, match=f"item warning, field .*{field}"):
        run("import_notices", notice_file(**changes))
    assert not LegalNotice.objects.exists()


def test_what_goes_out_comes_in_again_unchanged(notice_file, run, db, tmp_path):
    run("import_notices", notice_file())
    first, _err = run("export_notices")
    again = tmp_path / "again.json"
    again.write_text(first)
    run("import_notices", again)
    second, _err = run("export_notices")

    assert json.loads(first) == json.loads(second)
    assert NoticeVersion.objects.count() == 1


def test_everything_that_a_notice_says_survives_the_way_out_and_in(notice_file, run, story):
    changes = {
        "stories": [str(story.pk)],
        "kind": "withheld", "when_pushed": "carry", "reaches_translations": False,
        "public_reason": True, "verbatim": True, "demanding_party": "A court",
        "citation_url": "https://example.org/order", "group_key": "order", "priority": 3,
        "texts": [NOTICE["texts"][0] | {"translation_status": "reviewed"}],
    }  # fmt: skip
    run("import_notices", notice_file(**changes))
    exported = json.loads(run("export_notices")[0])["notices"][0]
    assert {name: exported[name] for name in changes if name != "texts"} == {
        name: value for name, value in changes.items() if name != "texts"
    }
    assert exported["texts"][0]["translation_status"] == "reviewed"


def test_some_notices_can_go_out_and_a_misspelt_one_is_named(notice_file, run, db):
    run("import_notices", notice_file())
    assert json.loads(run("export_notices", "warning")[0])["notices"]
    with pytest.raises(CommandError, match="there is no notice “warming”"):
        run("export_notices", "warming")


def test_the_internal_note_stays_in_the_house(notice_file, run, db):
    run("import_notices", notice_file())
    LegalNotice.objects.update(internal_note="Our informant at the court")
    assert "informant" not in run("export_notices")[0]
    run("import_notices", notice_file(priority=9))
    assert LegalNotice.objects.get().internal_note == "Our informant at the court"


def test_one_bad_notice_keeps_all_out(tmp_path, run, db):
    path = tmp_path / "notices.json"
    path.write_text(json.dumps({"notices": [NOTICE, NOTICE | {"slug": "two", "kind": "rumour"}]}))
    with pytest.raises(CommandError, match="item two"):
        run("import_notices", path)
    assert not LegalNotice.objects.exists()


def test_the_same_notice_twice_is_refused(tmp_path, run, db):
    path = tmp_path / "notices.json"
    path.write_text(json.dumps({"notices": [NOTICE, NOTICE]}))
    with pytest.raises(CommandError, match="twice"):
        run("import_notices", path)
