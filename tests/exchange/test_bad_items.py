"""Bad input: a sentence with file, item and field, status 1, nothing half-imported."""

import json

import pytest
from django.core.management import CommandError

from articles.models import Photo, Story

BAD = [
    ({"uri": None}, "uri"),
    ({"uri": 7}, "uri"),
    ({"headlines": []}, "headlines"),
    ({"headlines": "text"}, "headlines"),
    ({"headlines": [{"role": "main", "value": "x" * 300}]}, "headlines[0].value"),
    ({"bodies": [{"contentType": "text/html", "value": 7}]}, "bodies[0].value"),
    ({"bodies": {"role": "html5"}}, "bodies"),
    ({"type": "picture"}, "type"),
    ({"urgency": 0}, "urgency"),
    ({"urgency": True}, "urgency"),
    ({"pubStatus": "perhaps"}, "pubStatus"),
    ({"firstCreated": "yesterday"}, "firstCreated"),
    ({"firstCreated": "2026-13-45T00:00:00Z"}, "firstCreated"),
    ({"language": "tlh"}, "language"),
    ({"language": None}, "language"),
    ({"people": ["Mara"]}, "people[0]"),
]


@pytest.mark.parametrize(("changes", "field"), BAD)
def test_the_refusal_names_item_and_field(changes, field, item_file, run, english):
    with pytest.raises(CommandError) as refused:
        run("import_ninjs", item_file(**changes))

    assert f"field {field}" in str(refused.value)
    assert refused.value.returncode == 1
    assert not Story.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '"text"', "[" * 100_000, "\udcff".encode("utf-8", "surrogatepass")]
)
def test_a_file_that_is_no_item_is_named(text, item_file, run, english):
    path = item_file()
    path.write_bytes(text if isinstance(text, bytes) else text.encode())

    with pytest.raises(CommandError, match=r"item\.json"):
        run("import_ninjs", path)


def test_one_bad_item_stops_the_good_one_beside_it(item_file, run, english):
    good = item_file("good.json")
    bad = item_file("bad.json", uri="urn:agency:2", pubStatus="perhaps")

    with pytest.raises(CommandError):
        run("import_ninjs", good, bad, "--publish")
    assert not Story.objects.exists()
    assert not Photo.objects.exists()


@pytest.mark.parametrize("href", ["photos/none.jpg", "../../../etc/hostname", "item.json"])
def test_a_picture_that_cannot_be_taken_in_is_named(href, item_file, run, english):
    item = json.loads(item_file().read_text())
    item["associations"][0]["renditions"][0]["href"] = href

    with pytest.raises(CommandError, match=r"associations\[0\]\.renditions\[0\]\.href"):
        run("import_ninjs", item_file(associations=item["associations"]))
    assert not Story.objects.exists()


def test_an_unknown_service_is_answered_with_those_that_exist(item_file, run, english):
    with pytest.raises(CommandError, match="there are: en"):
        run("import_ninjs", item_file(), "--service", "xx")
