"""Pictures that an import refers to become placeholders for our photographs."""

import pytest

from articles.text.body import photo_ids, replace_figures
from articles.text.sanitise import clean_body

MAPPING = {"a001": 7}


def _imported(html, **options):
    return clean_body(replace_figures(html, MAPPING, **options))


@pytest.mark.parametrize(
    "picture",
    [
        '<figure data-assoc-ref="a001"><img src="x.jpg"></figure>',
        '<figure><div class="byline">C.</div><img src="x.jpg" data-assoc-ref="a001"/></figure>',
        '<div><figure><a href="/x"><img data-assoc-ref="a001"></a></figure></div>',
        '<img data-assoc-ref="a001">',
    ],
)
def test_a_known_reference_becomes_a_placeholder(picture):
    assert _imported(f"<p>A</p>{picture}<p>B</p>") == (
        '<p>A</p>\n<figure data-photo="7"></figure>\n<p>B</p>'
    )


@pytest.mark.parametrize("reference", ["b002", ""])
def test_an_unknown_reference_is_dropped_with_its_caption(reference):
    picture = f'<figure data-assoc-ref="{reference}"><figcaption>C</figcaption></figure>'
    assert _imported(f"<p>A</p>{picture}") == "<p>A</p>"


def test_an_import_cannot_name_one_of_our_photographs():
    assert photo_ids(_imported('<figure data-photo="99"></figure>')) == []


@pytest.mark.parametrize(("keep", "caption"), [(False, ""), (True, "<figcaption>C</figcaption>")])
def test_the_caption_stays_only_when_asked_for(keep, caption):
    picture = '<figure data-assoc-ref="a001"><img><figcaption>C</figcaption></figure>'
    assert _imported(picture, keep_caption=keep) == f'<figure data-photo="7">{caption}</figure>'


def test_the_reference_may_stand_in_another_attribute():
    html = replace_figures('<figure data-ref="a001"></figure>', MAPPING, "data-ref")
    assert html == '<figure data-photo="7"></figure>'
