"""Every public address is declared, and every declared output shows a story on air."""

from articles.front.urls import urlpatterns
from articles.pages.outputs import OUTPUTS


def test_every_public_address_is_declared():
    assert {pattern.name for pattern in urlpatterns} <= {output.name for output in OUTPUTS}


def test_every_output_shows_the_story_that_is_on_air(on_air, client, english):
    shown = [output for output in OUTPUTS if output.paths(on_air, english)]
    assert {"world", "front", "section", "author", "story"} <= {one.name for one in shown}
    for output in shown:
        for path in output.paths(on_air, english):
            assert on_air.headline in client.get(path).content.decode(), path
