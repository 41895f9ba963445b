"""The data that the atlas is loaded from, and the three answers about a membership."""

from pathlib import Path

from articles.legal.atlas import Membership

DATA = Path(__file__).resolve().parents[3] / "articles" / "migrations" / "data"

YES, MAYBE, NO = Membership.YES, Membership.MAYBE, Membership.NO
