"""The image starts granian as demonstration, measurements and tests do."""

import json
import re
from pathlib import Path

from django.conf import settings

from articles.management.server import APPLICATION, server_options

DOCKERFILE = (Path(__file__).resolve().parents[2] / "deploy" / "Dockerfile").read_text("utf-8")


def test_the_image_gives_granian_the_same_options():
    command = re.search(r"^CMD (\[.*?\])", DOCKERFILE, re.MULTILINE | re.DOTALL)[1]
    said = json.loads(command.replace("\\\n", ""))
    ours = server_options()
    at = ours.index("--blocking-threads")
    del ours[at : at + 2]  # by the environment there, which the site's own check reads as well
    assert " ".join(ours) in " ".join(said)
    assert said[-1] == APPLICATION
    assert f"ENV GRANIAN_BLOCKING_THREADS={settings.WEB_THREADS} GRANIAN_WORKERS=" in DOCKERFILE
