"""lynx and w3m read a story in its order: where one is, the story, the law, the ways on."""

import subprocess

import pytest
from django.test import Client

from articles.pages.addresses import story_path
from tests.html import text_of
from tests.validators.tools import has_text_browsers

pytestmark = pytest.mark.skipif(
    not has_text_browsers(), reason="to enable: apt-get install lynx w3m"
)
COMMANDS = {
    "lynx": ["lynx", "-dump", "-nolist", "-force_html", "-display_charset=utf-8",
             "-assume_charset=utf-8", "-width=200"],
    "w3m": ["w3m", "-dump", "-T", "text/html", "-I", "utf-8", "-O", "utf-8", "-cols", "200"],
}  # fmt: skip


def squeezed(text):
    """Without white space, which a text browser puts between Persian words where it breaks them."""
    return "".join(text.split())


@pytest.mark.parametrize("program", COMMANDS)
@pytest.mark.parametrize("edition", ["", "text"])
@pytest.mark.parametrize("service", ["en", "fa"])
def test_a_story_is_read_in_order(service, edition, program, newsroom, settings, tmp_path):
    settings.DEMO = True
    row = newsroom.stories[service, "karasu-dam"].on_air
    row.refresh_from_db()
    path = story_path(service, row.slug, row.pk)
    asked = {"demo_place": "RU"} | ({"edition": edition} if edition else {})
    file = tmp_path / "page.html"
    file.write_bytes(Client().get(path, asked).content)
    done = subprocess.run(
        [*COMMANDS[program], str(file)], capture_output=True, text=True, check=True
    )
    seen = squeezed(done.stdout)
    words = [text_of(part["html"]) for part in row.document["segments"] if part["kind"] == "html"]
    expected = [
        row.service.brand, row.headline, row.standfirst, words[0][:40], words[-1][-30:],
        row.document["bylines"][0]["name"], row.document["publisher"]["description"][:40],
    ]  # fmt: skip
    places, start = [], 0
    for text in expected:
        start = seen.find(squeezed(text), start)
        places.append((text, start))
        assert start >= 0, places
