"""A corrected address may change back, so that no browser may keep the redirect for ever."""


def test_a_redirect_is_asked_again(on_air, client):
    response = client.get(f"/en/a/wrong/{on_air.pk}.html")
    assert response.status_code == 301
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Vary"] == "Accept-Encoding, Noticezone"
    assert not response.cookies
