"""The site as the benchmark serves it."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"

from newsroom.wsgi import application

__all__ = ["application"]
