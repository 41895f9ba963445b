"""Text with a few marks becomes what an entry may hold, and nothing else."""

import html5lib
import pytest

from articles.text.allowlist import ENTRY_TAGS
from articles.text.marked import marked_to_html
from tests.hostile import hostile_texts


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("> a\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("2026 was hot", "<p>2026 was hot</p>"),
        ("-5 degrees", "<p>-5 degrees</p>"),
        ("3 * 4 ** 5", "<p>3 * 4 ** 5</p>"),
        ("<b>x</b> & y", "<p>&lt;b&gt;x&lt;/b&gt; &amp; y</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](https://a.b/?q=1&r=2)", '<p><a href="https://a.b/?q=1&amp;r=2">x</a></p>'),
        ('[x](https://a.b/"onclick=1)', '<p><a href="https://a.b/&quot;onclick=1">x</a></p>'),
        ("[a](https://a.b) **b**", '<p><a href="https://a.b">a</a> <strong>b</strong></p>'),
        ("متن **مهم**", "<p>متن <strong>مهم</strong></p>"),
        ("- \n-\n1.\n>", ""),
    ],
)
def test_marks(text, html):
    assert marked_to_html(text) == html


def test_hostile_text_stays_text(shared):
    for text in hostile_texts(shared):
        html = marked_to_html(text)
        tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
        found = [element for element in tree.iter() if isinstance(element.tag, str)]
        assert {one.tag for one in found} <= ENTRY_TAGS | {"DOCUMENT_FRAGMENT"}, text
        for one in found:
            assert set(one.attrib) <= {"href"}, text
            assert one.attrib.get("href", "https:").startswith(("http", "mailto:")), text
