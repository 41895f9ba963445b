"""The machine's own Chromium, wherever its packager puts it."""

from __future__ import annotations

import shutil

# What Chromium would do beside the page: the pop-up of an address bar that nobody sees is a page of
# 260 files, loaded while ours is. The list replaces Playwright's, hence repeats what tests need.
UNUSED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "HttpsUpgrades", "PaintHolding", "Translate",
    "LensOverlay", "MediaRouter", "OptimizationHints", "DestroyProfileOnBrowserClose",
    "AvoidUnnecessaryBeforeUnloadCheckSync", "PreconnectToSearch", "AimEnabled",
    "NetworkTimeServiceQuerying", "HttpsFirstBalancedModeAutoEnable",
    "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect",
)  # fmt: skip
# Root in a container has no user namespace for the sandbox; the rest keeps a closed network quiet.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNUSED)}",
]


def find_chromium() -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    return None
