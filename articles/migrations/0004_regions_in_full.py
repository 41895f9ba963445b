"""Bring the atlas to its full size: every subdivision, dated groups, spellings of disputed places.

Where the data comes from: data/SOURCES.md. What staff have changed since the first load stays.
"""

import json
from datetime import date
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parent / "data"
# Without a code of its own in ISO 3166-2; "SO" is free within GE and is ours alone.
OWN_SUBDIVISIONS = {"GE-SO": ["South Ossetia", "GE"]}
NOTES = {
    "GE-AB": "De facto separate since 1993; law of Georgia: occupied (group GE-OCC).",
    "GE-SO": "No code in ISO 3166-2: this one is ours. The former South Ossetian autonomous oblast; "
    "Georgia counts it to Shida Kartli and three other regions.",
    "MD-BD": "City on the right bank, held by the authorities of Transnistria (MD-SN).",
    "MD-SN": "Left bank of the Dniester, de facto separate since 1992. See also MD-BD (Bender).",
    "RS-KM": "In Serbian codes only: readers here are placed in Kosovo (XK), as most sources say.",
    "UA-09": "Sources say UA or RU; both are brought here. Occupied in part (group UA-OCC).",
    "UA-14": "Sources say UA or RU; both are brought here. Occupied in part (group UA-OCC).",
    "UA-23": "Sources say UA or RU; both are brought here. Occupied in part (group UA-OCC).",
    "UA-40": "Sources say UA or RU; both are brought here. Does not inherit from RU (group UA-OCC).",
    "UA-43": "Sources say UA or RU; both are brought here. Does not inherit from RU (group UA-OCC).",
    "UA-65": "Sources say UA or RU; both are brought here. Occupied in part (group UA-OCC).",
    "XK": "User-assigned code, not in ISO 3166-1; some sources say RS. Neither inherits from the other.",
}
# Of the first load: spellings that are now kept without apostrophes and hyphens, and two numbers
# that older databases also use for Kamchatka and for Ust-Orda.
REPLACED_ALIASES = [
    ("RU", "82", "UA-43"),
    ("RU", "92", "UA-40"),
    ("RU", "ru-cr", "UA-43"),
    *[
        (country, said, code)
        for country in ("RU", "UA")
        for said, code in (
            ("donets'k oblast", "UA-14"),
            ("donetsk people's republic", "UA-14"),
            ("luhans'k oblast", "UA-09"),
            ("lugansk people's republic", "UA-09"),
            ("luhansk people's republic", "UA-09"),
        )
    ],
]


def read(name):
    return json.loads((DATA / name).read_text("utf-8"))


def load(apps, schema_editor):
    _add_regions(apps)
    _set_parents_and_notes(apps)
    _load_memberships(apps)
    _load_aliases(apps)


def _subdivisions():
    return read("subdivisions.json") | OWN_SUBDIVISIONS


def _notes():
    return NOTES | {code: group["note"] for code, group in read("groups.json").items()}


def _regions(apps):
    return {region.code: region for region in apps.get_model("articles", "Region").objects.all()}


def _add_regions(apps):
    Region = apps.get_model("articles", "Region")
    rows = [(code, name, "subdivision") for code, (name, _parent) in _subdivisions().items()]
    rows += [(code, group["name"], "group") for code, group in read("groups.json").items()]
    known = set(Region.objects.values_list("code", flat=True))
    Region.objects.bulk_create(
        [Region(code=code, name=name, kind=kind) for code, name, kind in rows if code not in known],
        batch_size=500,
    )


def _set_parents_and_notes(apps):
    regions, notes, changed = _regions(apps), _notes(), []
    for code, (_name, parent) in _subdivisions().items():
        if regions[code].kind == "subdivision" and regions[code].parent_id is None:
            regions[code].parent = regions.get(parent)
            changed.append(regions[code])
    for code, note in notes.items():
        if code in regions and not regions[code].note:
            regions[code].note = note
            changed.append(regions[code])
    Region = apps.get_model("articles", "Region")
    once = list({region.pk: region for region in changed}.values())
    Region.objects.bulk_update(once, ["parent", "note"], batch_size=400)


def _day(text):
    return date.fromisoformat(text) if text else None


def _load_memberships(apps):
    """A pair that staff have dated, annotated or extended is theirs; all others become ours."""
    Membership = apps.get_model("articles", "RegionMembership")
    regions, new = _regions(apps), []
    for code, group in read("groups.json").items():
        present = {}
        for row in Membership.objects.filter(group=regions[code]).select_related("member"):
            present.setdefault(row.member.code, []).append(row)
        for member, rows in _by_member(group["members"]).items():
            old = present.get(member, [])
            if old and not _is_as_first_loaded(old, rows):
                continue
            for row in old:
                row.delete()
            new += [
                Membership(
                    group=regions[code],
                    member=regions[member],
                    extent=extent,
                    starts_on=_day(starts_on),
                    ends_on=_day(ends_on),
                    note=note,
                )
                for _member, extent, starts_on, ends_on, note in rows
            ]
    Membership.objects.bulk_create(new, batch_size=500)


def _by_member(rows):
    found = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _is_as_first_loaded(old, rows):
    row = old[0]
    return (
        len(old) == 1
        and not (row.starts_on or row.ends_on or row.note)
        and row.extent == rows[0][1]
    )


def _load_aliases(apps):
    Alias = apps.get_model("articles", "RegionAlias")
    regions = _regions(apps)
    for country, said, code in REPLACED_ALIASES:
        Alias.objects.filter(country=country, subdivision=said, region=regions[code]).delete()
    known = set(Alias.objects.values_list("country", "subdivision"))
    Alias.objects.bulk_create(
        [
            Alias(country=country, subdivision=said, region=regions[code])
            for country, said, code in read("aliases.json")
            if (country, said) not in known
        ],
        batch_size=500,
    )


def unload(apps, schema_editor):
    """Back to what 0002 loaded; rows that staff have added or changed stay."""
    first = read("regions.json")
    _unload_aliases(apps, first)
    _unload_memberships(apps, first)
    _unload_regions(apps, first)


def _unload_aliases(apps, first):
    Alias = apps.get_model("articles", "RegionAlias")
    before = {(country, said) for country, said, _code in first["aliases"]}
    ours = {
        (country, said): code
        for country, said, code in read("aliases.json")
        if (country, said) not in before
    }
    gone = [
        alias.pk
        for alias in Alias.objects.select_related("region")
        if ours.get((alias.country, alias.subdivision)) == alias.region.code
    ]
    Alias.objects.filter(pk__in=gone).delete()
    regions, known = _regions(apps), set(Alias.objects.values_list("country", "subdivision"))
    Alias.objects.bulk_create(
        Alias(country=country, subdivision=said, region=regions[code])
        for country, said, code in REPLACED_ALIASES
        if (country, said) not in known
    )


def _unload_memberships(apps, first):
    Membership = apps.get_model("articles", "RegionMembership")
    ours = {
        (code, member, extent, _day(starts_on), _day(ends_on))
        for code, group in read("groups.json").items()
        for member, extent, starts_on, ends_on, _note in group["members"]
    }
    gone = [
        row.pk
        for row in Membership.objects.select_related("group", "member")
        if (row.group.code, row.member.code, row.extent, row.starts_on, row.ends_on) in ours
    ]
    Membership.objects.filter(pk__in=gone).delete()
    known = set(Membership.objects.values_list("group__code", "member__code"))
    regions = _regions(apps)
    Membership.objects.bulk_create(
        Membership(group=regions[code], member=regions[member], extent=extent)
        for code, group in first["groups"].items()
        for member, extent in group["members"]
        if (code, member) not in known
    )


def _unload_regions(apps, first):
    Region = apps.get_model("articles", "Region")
    before = first["countries"].keys() | first["subdivisions"].keys() | first["groups"].keys()
    ours = _subdivisions().keys() | read("groups.json").keys()
    # All of them: on the way back to 0003 nobody's own parents can be told from ours.
    Region.objects.filter(kind="subdivision").update(parent=None)
    for code, note in _notes().items():
        Region.objects.filter(code=code, note=note).update(note="")
    gone = [
        region.pk
        for region in Region.objects.filter(parts__isnull=True)
        if region.code in ours and region.code not in before
    ]
    for start in range(0, len(gone), 500):
        Region.objects.filter(pk__in=gone[start : start + 500]).delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_law_in_full")]
    operations = [migrations.RunPython(load, unload)]
