"""A legal notice is written at the desk: whom, where, when, and in which words."""

import html
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from articles.models import LegalNotice, NoticeText, Topic
from articles.publishing.notices import propose
from articles.publishing.starters import STARTERS
from articles.vocabularies import NoticeStatus
from tests.admin.notice_forms import notice_data, text_row

ADD = "/admin/articles/legalnotice/add/?starter=nothing"


@pytest.fixture
def desk(cast, log_in, english, persian, politics):
    return log_in(cast.legal_officer)


@pytest.fixture
def notice(desk):
    response = desk.post(ADD, notice_data())
    assert response.status_code == 302, response.context["errors"]
    return LegalNotice.objects.get()


def form_of(notice):
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


def targets(notice):
    rows = notice.targets.values_list("dimension", "value", "is_exclude")
    return {(dimension, value): is_exclude for dimension, value, is_exclude in rows}


def refused(response):
    assert response.status_code == 200
    return html.unescape(str(response.context["errors"]))


# -- Whom ----------------------------------------------------------------------------------------


def test_every_dimension_is_kept_as_a_row(desk, story):
    Topic.objects.create(slug="courts", name="Courts")
    desk.post(
        ADD,
        notice_data(
            region=["RU"], region_exclude=["UA-43"], service=["en"], language=["en"],
            topic=["courts"], section=["politics"], story=[str(story.pk)], service_exclude=["fa"],
        ),
    )  # fmt: skip
    assert targets(LegalNotice.objects.get()) == {
        ("region", "RU"): False, ("region", "UA-43"): True, ("service", "en"): False,
        ("service", "fa"): True, ("language", "en"): False, ("topic", "courts"): False,
        ("section", "politics"): False, ("story", str(story.pk)): False,
    }  # fmt: skip


def test_targets_are_changed_and_taken_away(desk, notice):
    desk.post(form_of(notice), notice_data(notice, region=["UA-OCC"], region_exclude=["RU"]))
    assert targets(notice) == {("region", "UA-OCC"): False, ("region", "RU"): True}


def test_the_form_shows_names_and_codes_of_what_is_chosen(desk, notice):
    page = desk.get(form_of(notice)).content.decode()
    assert "Russia (RU)" in page
    assert "Occupied territories of Ukraine (UA-OCC, group)" in page


@pytest.mark.parametrize(
    ("dimension", "value", "sentence"),
    [
        ("region", "QQ", "There is no region “QQ”."),
        ("service", "nowhere", "There is no service “nowhere”."),
        ("language", "xx", "No service uses the language “xx”."),
        ("topic", "none", "There is no topic “none”."),
        ("section", "none", "There is no section “none”."),
        ("story", "77", "There is no story “77” that you may see."),
        ("story", "x' OR 1=1", "that you may see."),
        ("story_exclude", "9" * 40, "that you may see."),
        ("region_exclude", "\u0663", "There is no region"),
    ],
)
def test_a_tampered_value_is_named_and_refused(dimension, value, sentence, desk):
    response = desk.post(ADD, notice_data(**{dimension: [value]}))
    assert sentence in refused(response)
    assert not LegalNotice.objects.exists()


def test_one_value_cannot_be_included_and_excluded(desk):
    response = desk.post(ADD, notice_data(region=["RU"], region_exclude=["RU", "DE"]))
    assert "“Russia (RU)” is both included and excluded." in refused(response)


def test_a_value_that_is_gone_since_may_stay_and_is_told(desk, notice):
    notice.targets.create(dimension="topic", value="gone")
    page = desk.get(form_of(notice)).content.decode()
    assert "gone (not to be found, or of another newsroom)" in page
    assert "There is no topic “gone”." in page
    notice.refresh_from_db()
    desk.post(form_of(notice), notice_data(notice, topic=["gone"]))
    assert ("topic", "gone") in targets(notice)


# -- Words ---------------------------------------------------------------------------------------


def test_words_are_cleaned_on_the_way_in(desk):
    hostile = text_row(
        "en", default=True, title="A\x07 <b>", body="<p>Hi<script>x</script> <em>you</em></p>"
    )
    desk.post(ADD, notice_data(texts=[hostile]))
    text = NoticeText.objects.get()
    assert text.title == "A <b>"
    assert text.body == "<p>Hi you</p>"


def test_a_single_text_is_the_default_by_itself(desk):
    desk.post(ADD, notice_data(texts=[text_row("fa")]))
    assert NoticeText.objects.get().is_default


@pytest.mark.parametrize("defaults", [(False, False), (True, True)])
def test_of_several_exactly_one_is_the_default(defaults, desk):
    rows = [
        text_row(tag, default=default) for tag, default in zip(("en", "fa"), defaults, strict=True)
    ]
    response = desk.post(ADD, notice_data(texts=rows))
    assert "Mark exactly one text as the default" in refused(response)


@pytest.mark.parametrize(("old", "new"), [("en", "fa"), ("fa", "en")])
def test_another_text_becomes_the_default(old, new, desk):
    rows = [text_row(tag, default=tag == old) for tag in ("en", "fa")]
    desk.post(ADD, notice_data(texts=rows))
    notice = LegalNotice.objects.get()
    data = notice_data(notice)
    numbers = {data[f"texts-{number}-language"]: number for number in (0, 1)}
    del data[f"texts-{numbers[old]}-default"]
    response = desk.post(form_of(notice), data | {f"texts-{numbers[new]}-default": "on"})
    assert response.status_code == 302
    assert notice.texts.get(is_default=True).language == new


def test_two_texts_in_one_language_are_refused(desk):
    rows = [text_row("en", default=True), text_row("en")]
    assert "There are two texts in English." in refused(desk.post(ADD, notice_data(texts=rows)))


def test_a_text_is_taken_away(desk):
    desk.post(ADD, notice_data(texts=[text_row("en", default=True), text_row("fa")]))
    notice = LegalNotice.objects.get()
    data = notice_data(notice)
    desk.post(form_of(notice), data | {"texts-1-DELETE": "on"})
    assert [text.language for text in notice.texts.all()] == ["en"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (text_row("xx"), "“xx” is not a language of our services."),
        (text_row("en", title="", body="<p></p>"), "Write a title or a text"),
        (text_row("en", link_text="More"), "The link has words but no address."),
        (text_row("en", link_url="javascript:alert(1)"), "Enter a valid URL."),
    ],
)
def test_a_text_that_cannot_be_is_refused(row, sentence, desk):
    assert sentence in refused(desk.post(ADD, notice_data(texts=[row])))


def test_a_label_may_have_a_title_alone(desk):
    desk.post(ADD, notice_data(texts=[text_row("en", body="")]))
    assert NoticeText.objects.get().body == ""


def test_languages_without_a_text_say_what_readers_get(desk, notice):
    page = desk.get(form_of(notice)).content.decode()
    assert "Persian: missing, readers get English" in page


def test_inputs_follow_the_direction_of_their_language(desk):
    desk.post(ADD, notice_data(texts=[text_row("fa")]))
    page = desk.get(form_of(LegalNotice.objects.get())).content.decode()
    assert 'dir="rtl" lang="fa"' in page
    assert "&quot;contentsLangDirection&quot;: &quot;rtl&quot;" in page


# -- Everything typed survives -------------------------------------------------------------------


def test_everything_typed_survives_a_refusal(desk, story):
    data = notice_data(
        slug="not a slug", region=["RU"], region_exclude=["QQ"], story=[str(story.pk)],
        effects=["hide_save"], internal_note="Ask counsel", legal_basis="Some act",
        texts=[text_row("en", title="My title")],
    )  # fmt: skip
    page = desk.post(ADD, data).content.decode()
    for typed in ("not a slug", "Russia (RU)", story.headline, "Ask counsel", "Some act",
                  "My title", "2024-02-20"):  # fmt: skip
        assert typed in page, typed
    assert 'value="hide_save" id="id_effects_3" checked' in " ".join(page.split()).replace(
        ' aria-invalid="true"', ""
    )


def test_a_notice_needs_a_place_unless_it_withholds(desk):
    assert "Choose at least one place" in refused(desk.post(ADD, notice_data(placements=None)))
    response = desk.post(ADD, notice_data(placements=None, kind="withheld"))
    assert response.status_code == 302


# -- Two at one notice ---------------------------------------------------------------------------


def test_the_second_to_save_is_told_and_loses_nothing(desk, notice, cast, log_in):
    mine, theirs = notice_data(notice), notice_data(notice)
    other = log_in(cast.second_legal_officer)
    other.post(form_of(notice), theirs | {"legal_basis": "Theirs"})

    response = desk.post(form_of(notice), mine | {"legal_basis": "Mine"})
    assert "second_legal_officer saved this notice after you had opened it" in refused(response)
    assert "Mine" in response.content.decode()
    notice.refresh_from_db()
    assert notice.legal_basis == "Theirs"

    again = mine | {"legal_basis": "Mine", "seen": notice.changed_at.isoformat()}
    assert f'value="{again["seen"]}"' in response.content.decode()
    desk.post(form_of(notice), again)
    notice.refresh_from_db()
    assert notice.legal_basis == "Mine"


def test_a_form_that_hides_what_it_has_seen_is_refused(desk, notice):
    response = desk.post(form_of(notice), notice_data(notice, seen=None))
    assert "after you had opened it" in refused(response)


def test_a_double_submit_makes_one_notice_and_no_second_text(desk):
    data = notice_data()
    assert desk.post(ADD, data).status_code == 302
    assert "already exists" in refused(desk.post(ADD, data))
    notice = LegalNotice.objects.get()
    change = notice_data(notice, texts=[text_row("fa")])
    desk.post(form_of(notice), change)
    assert desk.post(form_of(notice), change).status_code == 200
    assert notice.texts.count() == 2


# -- State ---------------------------------------------------------------------------------------


def test_a_changed_proposal_is_a_draft_again(desk, notice, cast, now):
    propose(notice, actor=cast.legal_officer, now=now)
    notice.refresh_from_db()
    desk.post(form_of(notice), notice_data(notice, region=["RU"]))
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.DRAFT


def test_saving_without_a_change_leaves_a_proposal_as_it_is(desk, notice, cast, now):
    version = propose(notice, actor=cast.legal_officer, now=now)
    notice.refresh_from_db()
    desk.post(form_of(notice), notice_data(notice))
    notice.refresh_from_db()
    assert notice.status == NoticeStatus.PROPOSED
    assert propose(notice, actor=cast.legal_officer, now=now) == version


def test_the_page_tells_the_summary_the_findings_and_the_verbs(desk, notice):
    notice.texts.update(title="[name of the organization]")
    page = desk.get(form_of(notice)).content.decode()
    assert "Shown at the foot of every story to readers in Russia and the occupied" in page
    assert "Fill in “[name of the organization]”" in page
    assert "Must be mended" in page
    assert reverse("admin:articles_legalnotice_propose", args=[notice.pk]) in page


def test_proposing_with_blanks_left_is_refused_with_a_sentence(desk, notice):
    notice.texts.update(title="[name of the organization]")
    response = desk.post(reverse("admin:articles_legalnotice_propose", args=[notice.pk]))
    assert response.status_code == 422
    assert "Fill in" in response.content.decode()


def test_opening_the_form_costs_at_most_50_queries(desk, notice, django_assert_max_num_queries):
    with django_assert_max_num_queries(50):
        desk.get(form_of(notice))


# -- Starters ------------------------------------------------------------------------------------


def test_adding_begins_with_the_starters(desk):
    page = desk.get(reverse("admin:articles_legalnotice_add")).content.decode()
    for starter in STARTERS:
        assert f'href="?starter={starter.key}"' in page
        assert starter.about in page or "’" in starter.about
    assert 'href="?starter=nothing"' in page


@pytest.mark.parametrize("starter", STARTERS, ids=lambda one: one.key)
def test_a_starter_fills_in_the_form(starter, desk):
    response = desk.get(f"/admin/articles/legalnotice/add/?starter={starter.key}")
    form = response.context["adminform"].form
    for name, value in starter.fields.items():
        assert form.initial[name] == value, name
    assert form.initial["region"] == sorted(starter.targets["region"])
    rows = response.context["inline_admin_formsets"][0].formset
    titles = [row.initial.get("title") for row in rows.initial_forms + rows.extra_forms]
    ours = [text["title"] for text in starter.texts if text["language"] in {"en", "fa"}]
    assert titles == ours
    assert [row["default"].value() for row in rows.extra_forms] == [True]


def test_a_starter_without_a_language_of_ours_leaves_the_language_open(desk, english):
    english.language = "tt"
    english.save()
    response = desk.get(f"/admin/articles/legalnotice/add/?starter={STARTERS[0].key}")
    rows = response.context["inline_admin_formsets"][0].formset.extra_forms
    assert [(row.initial["language"], row.initial["default"]) for row in rows] == [("", True)]


def test_the_short_name_of_a_starter_makes_way(desk):
    LegalNotice.objects.create(
        slug="eea-privacy", kind="privacy", reach="matched", starts_at=datetime.now(UTC)
    )
    response = desk.get("/admin/articles/legalnotice/add/?starter=eea-privacy")
    assert response.context["adminform"].form.initial["slug"] == "eea-privacy-2"


def test_an_unknown_starter_is_not_found(desk):
    assert desk.get("/admin/articles/legalnotice/add/?starter=x").status_code == 404
