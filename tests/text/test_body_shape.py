"""A cleaned body is a row of valid blocks: nothing empty, nothing loose, no words run together."""

import pytest

from articles.text.sanitise import clean_body


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("", ""),
        ("Loose words", "<p>Loose words</p>"),
        ("<h1>A</h1><h5>B</h5>", "<h2>A</h2>\n<h4>B</h4>"),
        ("<p><b>A</b> <i>B</i></p>", "<p><strong>A</strong> <em>B</em></p>"),
        ("<div>One</div><div>Two</div>", "<p>One</p>\n<p>Two</p>"),
        ("<div><p>One</p>Two</div>", "<p>One</p>\n<p>Two</p>"),
        ("<b style='font-weight:normal'><p>One</p><p>Two</p></b>", "<p>One</p>\n<p>Two</p>"),
        ("<p>One</p><p>&nbsp;</p><p> <br></p><p>Two</p>", "<p>One</p>\n<p>Two</p>"),
        ("<p>A<strong> </strong>B<em></em></p>", "<p>A B</p>"),
        ("<ul><li>A</li><li> </li>B</ul>", "<ul><li>A</li><li>B</li></ul>"),
        ("<li>A</li>", "<p>A</p>"),
        ("<p class=x style=y id=z onclick=w>A</p>", "<p>A</p>"),
        ("<p><span class=x>A</span></p>", "<p>A</p>"),
        ("<p>A<!-- note --></p>", "<p>A</p>"),
        ("<p>1 < 2 & 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_a_body_takes_its_shape(written, stored):
    assert clean_body(written) == stored


@pytest.mark.parametrize(
    "html",
    [
        '<p lang="kk" dir="auto">A <span lang="fr" dir="ltr">B</span> <bdo dir="rtl">C</bdo></p>',
        '<p><a href="/x" hreflang="ru" lang="ru">A</a> <abbr title="World">B</abbr></p>',
        "<p>H<sub>2</sub>O <s>A</s> <q>B</q> <cite>C</cite> <bdi>D</bdi><br>E</p>\n<hr>",
        "<blockquote><p>A</p></blockquote>\n<ol><li>B<ul><li>C</li></ul></li></ol>",
        (
            '<table><caption>A</caption><thead><tr><th scope="col" colspan="2">B</th></tr></thead>'
            '<tbody><tr><td rowspan="2">C</td><td></td></tr></tbody></table>'
        ),
    ],
)
def test_what_the_allow_list_names_survives(html):
    assert clean_body(html) == html


@pytest.mark.parametrize("attribute", ['dir="up"', 'lang="x y"', 'lang=""'])
def test_a_wrong_direction_or_language_is_dropped(attribute):
    assert clean_body(f"<p {attribute}>A</p>") == "<p>A</p>"
