"""Photos whose public files a crash kept from being made: work for the sweep. Prints "left".

``made`` is answered with how many of them have their files by now.
"""

from __future__ import annotations

import sys
from io import BytesIO

import django

django.setup()

from django.utils import timezone
from PIL import Image

from articles.models import Photo, Rendition
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo


def leave_unfinished(number: int) -> None:
    for shade in range(number):
        out = BytesIO()
        Image.new("RGB", (640, 480), (shade, 90, 120)).save(out, "JPEG")
        add_photo(out.getvalue(), f"{shade}.jpg", actor=SYSTEM, now=timezone.now())
    Rendition.objects.all().delete()


def main(number: int) -> None:
    leave_unfinished(number)
    print("left", flush=True)
    for _line in sys.stdin:
        print(Photo.objects.exclude(renditions=None).distinct().count(), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
