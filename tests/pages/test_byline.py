"""The byline is one sentence, whoever stands in it."""

from articles.pages.byline import compose, linked


def credit(name, role="author", kind="person", slug="x", as_source=""):
    return {"name": name, "role": role, "kind": kind, "slug": slug, "as_source": as_source}


def sentence(*credits):
    return "".join(part.text for part in compose(credits, "en"))


def test_one_two_and_three_authors():
    assert sentence(credit("A")) == "written by A"
    assert sentence(credit("A"), credit("B")) == "written by A and B"
    assert sentence(credit("A"), credit("B"), credit("C")) == "written by A, B, and C"


def test_sources_are_worded_as_material():
    desk = credit("Kazakh Service", "source", "service")
    agencies = credit("agency reports", "source", "agency")
    assert sentence(credit("A"), desk, agencies) == (
        "written by A based on Kazakh Service material and agency reports"
    )
    assert sentence(desk) == "based on Kazakh Service material"


def test_every_role_has_its_clause():
    assert sentence(
        credit("A"), credit("B", "contributor"), credit("C", "translator"), credit("D", "editor")
    ) == ("written by A, with contributions by B, translated by C, edited by D")


def test_nobody_makes_no_sentence():
    assert sentence() == ""


def test_an_override_keeps_the_links_of_its_names():
    parts = linked(
        [credit("Ana", slug="ana"), credit("Ana Belova", slug="belova")],
        "Ana Belova reported from Riga with Ana",
        "en",
        lambda slug: f"/{slug}/",
    )
    assert [(part.text, part.url) for part in parts] == [
        ("Ana Belova", "/belova/"),
        (" reported from Riga with ", ""),
        ("Ana", "/ana/"),
    ]


def test_percent_signs_and_private_characters_in_names_do_no_harm():
    assert sentence(credit("100% \ue0000\ue001 %(names)s")) == (
        "written by 100% \ue0000\ue001 %(names)s"
    )


def test_hostile_characters_in_an_override_are_only_characters():
    credits = [credit("Ana", slug="ana"), credit("0", slug="zero"), credit("", slug="nobody")]
    text = "\ue0009\ue001 Ana \ue0000\ue001"
    parts = linked(credits, text, "en", lambda slug: f"/{slug}/")
    assert "".join(part.text for part in parts) == text
    assert [part.url for part in parts if part.text == "Ana"] == ["/ana/"]
