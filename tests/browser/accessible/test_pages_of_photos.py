"""axe finds nothing on the desk's pages of photos."""

import pytest

from tests.browser.axe import NOT_OURS, violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_the_desk_s_pages_of_photos_have_no_violations(story, cast, site, readers_page):
    photo = story.story_photos.get().photo
    library = "/admin/articles/photo/"
    found = []
    for width, scheme in ((1280, "light"), (800, "dark"), (360, "dark")):
        # axe writes style sheets of its own where Django's import others
        page = readers_page(width=width, color_scheme=scheme, bypass_csp=True)
        page.goto(f"{site}/admin/")
        page.fill("#id_username", cast.photo_editor.username)
        page.fill("#id_password", "secret")
        page.click("input[type=submit]")
        for path in (
            library, f"{library}add/", f"{library}words/?ids={photo.pk}",
            f"{library}{photo.pk}/change/", f"{library}{photo.pk}/kill/",
        ):  # fmt: skip
            assert page.goto(site + path).status == 200, path
            found += [f"{path}: {bad}" for bad in violations(page) if not bad.startswith(NOT_OURS)]
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert found == [], "\n".join(found)
