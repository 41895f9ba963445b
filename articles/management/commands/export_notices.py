"""``manage.py export_notices``: every legal notice as JSON on stdout."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from articles.exchange.notices import export_notices


class Command(BaseCommand):
    help = "Write all legal notices (working copies) in the format that import_notices reads."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(json.dumps(export_notices(), ensure_ascii=False, indent=2))
