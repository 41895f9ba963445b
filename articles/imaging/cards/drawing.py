"""The share card itself: brand, kicker and headline, on the photo or on plain ink."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from articles.imaging.cards.fitting import Block, fitted, one_line
from articles.imaging.cards.fonts import REGULAR
from articles.imaging.cards.setting import Hand, Line
from articles.imaging.files import RenderedFile, encode

WIDTH, HEIGHT = 1200, 630
MARGIN = 64
INNER = WIDTH - 2 * MARGIN
INK, PAPER, LAMP, ALARM, QUIET = "#121b23", "#ffffff", "#e9a93a", "#b3261e", "#d5dbe0"
# Under words the photo's lightest spot becomes no lighter than this (of 255): the kicker, the
# darkest of the colours, keeps a contrast of 4.5 on it.
LIGHTEST, INK_LIGHT = 68, 26
LEAST_VEIL = 0.5
# A smaller photo would be seen to be enlarged.
LEAST_WIDTH = 800
BRAND, KICKER, CREDIT = 34, 34, 22
TOP, FOOT, ROOM, BAR = 56, 56, 22, 12


@dataclass(frozen=True)
class Words:
    """What stands on a card, in its service's language; ``credit`` is the photo's."""

    brand: str
    kicker: str
    headline: str
    language: str
    is_rtl: bool
    is_breaking: bool = False
    credit: str = ""


def share_card(words: Words, ground: bytes | None, xmp: bytes = b"") -> RenderedFile:
    """One JPEG; raises NoGlyph or NoBidi for what cannot be set on this machine."""
    photo = _photo(ground) if ground else None
    sheet = _Sheet(words, photo)
    return encode(sheet.drawn(), "share", "jpeg", xmp)


def _photo(data: bytes) -> Image.Image | None:
    with Image.open(BytesIO(data)) as image:
        if image.width < LEAST_WIDTH:
            return None
        made = image.convert("RGB")
    return made.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _density(lightest: int) -> float:
    needed = (lightest - LIGHTEST) / (lightest - INK_LIGHT) if lightest > LIGHTEST else 0.0
    return max(LEAST_VEIL, needed)


class _Sheet:
    def __init__(self, words: Words, photo: Image.Image | None) -> None:
        self.words, self.photo = words, photo
        self.brand = one_line(words.brand, self._hand(BRAND), INNER - 2 * ROOM)
        self.kicker = one_line(words.kicker, self._hand(KICKER), INNER - 2 * ROOM)
        is_credited = photo is not None and words.credit
        small = self._hand(CREDIT, REGULAR)
        self.credit = one_line(words.credit, small, INNER) if is_credited else None
        self.foot = HEIGHT - FOOT - (CREDIT * 2 if self.credit else 0)
        above = TOP + 2 * ROOM + BRAND + (KICKER * 2 + ROOM if words.kicker else 0)
        self.block: Block = fitted(words.headline, self._hand(0), INNER, self.foot - above)

    def drawn(self) -> Image.Image:
        image = self._ground()
        on = ImageDraw.Draw(image)
        self._draw_brand(on)
        if self.words.kicker:
            self._draw_kicker(on)
        for number, line in enumerate(self.block.lines):
            self._put(on, line, self._head + self.block.above + number * self.block.leading, PAPER)
        if self.credit:
            self._put(on, self.credit, HEIGHT - FOOT * 0.75, QUIET)
        return image

    @property
    def _head(self) -> float:
        """Where the headline begins: it stands on the foot of the card."""
        return self.foot - self.block.height

    @property
    def _kicker_line(self) -> float:
        return self._head - 1.4 * ROOM - self.kicker.ink[1]

    @property
    def _veiled_from(self) -> float:
        top = self._kicker_line - self.kicker.ink[0] if self.words.kicker else self._head
        return top - ROOM

    def _ground(self) -> Image.Image:
        if self.photo is None:
            return Image.new("RGB", (WIDTH, HEIGHT), INK)
        ink = Image.new("RGB", (WIDTH, HEIGHT), INK)
        return Image.composite(ink, self.photo, self._veil(self.photo))

    def _veil(self, photo: Image.Image) -> Image.Image:
        """Clear at the top, dense from where the words begin; lighter photos need more of it."""
        begin = max(1, round(self._veiled_from))
        words = photo.crop((0, begin, WIDTH, HEIGHT)).convert("L").reduce(4)
        full = 255 * _density(max(words.tobytes()))
        column = [round(full * min(1.0, (row / begin) ** 2)) for row in range(HEIGHT)]
        veil = Image.new("L", (1, HEIGHT))
        veil.putdata(column)
        return veil.resize((WIDTH, HEIGHT))

    def _draw_brand(self, on: ImageDraw.ImageDraw) -> None:
        """In a box of its own, so that it can be read on every photo; a bar of light beside it."""
        above, below = self.brand.ink
        base, wide = TOP + above, MARGIN + self.brand.width + ROOM
        top, bottom = TOP - ROOM * 0.8, base + below + ROOM * 0.8
        left = WIDTH - wide if self.words.is_rtl else 0
        on.rectangle((left, top, left + wide, bottom), fill=INK)
        edge = WIDTH - BAR if self.words.is_rtl else 0
        on.rectangle((edge, top, edge + BAR - 1, bottom), fill=LAMP)
        self._put(on, self.brand, base, PAPER)

    def _draw_kicker(self, on: ImageDraw.ImageDraw) -> None:
        if not self.words.is_breaking:
            self._put(on, self.kicker, self._kicker_line, LAMP)
            return
        above, below = self.kicker.ink
        wide = self.kicker.width + 2 * ROOM
        left = WIDTH - MARGIN - wide if self.words.is_rtl else MARGIN
        base = self._kicker_line
        on.rectangle((left, base - above - 12, left + wide, base + below + 12), fill=ALARM)
        self.kicker.draw(on, left + ROOM, base, PAPER)

    def _put(self, on: ImageDraw.ImageDraw, line: Line, base: float, fill: str) -> None:
        x = WIDTH - MARGIN - line.width if self.words.is_rtl else MARGIN
        line.draw(on, x, base, fill)

    def _hand(self, size: int, weight: str = "Bold") -> Hand:
        return Hand(self.words.language, self.words.is_rtl, size, weight)
