"""Our own code names the place inside the process, where no header reaches."""

from articles.legal.atlas import Place, load_atlas
from articles.legal.place import OWN_PLACE, place_of
from tests.legal.place.addresses import RUSSIAN


def test_our_own_code_may_name_the_place_inside_the_process(db):
    environ = {OWN_PLACE: Place("UA-43"), "REMOTE_ADDR": RUSSIAN}
    assert place_of(environ, load_atlas(), trusted=(), header="") == Place("UA-43")
    environ = {OWN_PLACE: "UA-43", "REMOTE_ADDR": RUSSIAN}
    assert place_of(environ, load_atlas(), trusted=(), header="") == Place("RU")


def test_no_header_is_written_where_our_own_place_stands():
    assert not OWN_PLACE.startswith("HTTP_")
