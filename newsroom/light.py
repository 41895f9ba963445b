"""The desk's own files without what only their writers need: comments and indentation."""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile
from rcssmin import cssmin
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Others' files are as light as they came.
OURS = "articles/"
MINIFIED = {"css": cssmin, "js": jsmin}


def lighter(name: str, text: str) -> str:
    minified = MINIFIED.get(name.rpartition(".")[2])
    return str(minified(text)) if minified and name.startswith(OURS) else text


class LightFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # it has no types
    """As ``collectstatic`` puts them into place."""

    def _save(self, name: str, content: Any) -> str:
        if name.startswith(OURS) and name.rpartition(".")[2] in MINIFIED:
            content = ContentFile(lighter(name, content.read().decode()).encode())
        return str(super()._save(name, content))
