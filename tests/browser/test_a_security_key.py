"""A key is added, asked for at the next log-in, and opens the desk: in a real browser."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def plug_in_a_key(page: Page) -> None:
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def give_password(page: Page) -> None:
    page.fill("#id_username", "reporter")
    page.fill("#id_password", "secret")
    page.click("input[type=submit]")


def test_a_key_is_asked_for_and_opens_the_desk(cast, page, site):
    desk = f"{site}/admin/".replace("127.0.0.1", "localhost")  # keys know names, not addresses
    plug_in_a_key(page)
    page.goto(desk)
    give_password(page)
    page.click("text=My account")
    page.click("text=Add a security key")
    page.fill("input[name=password]", "secret")
    page.locator("#content button[type=submit]").first.click()
    page.fill("input[name=name]", "On my key ring")
    page.click("#mfa_webauthn_add")
    expect(page.get_by_role("heading", name="Recovery Codes")).to_be_visible()

    page.context.clear_cookies()
    page.goto(desk)
    give_password(page)
    assert page.url.endswith("/admin/account/second/authenticate/")
    page.click("#mfa_webauthn_authenticate")
    expect(page.get_by_role("link", name="Today at the desk")).to_be_visible()
