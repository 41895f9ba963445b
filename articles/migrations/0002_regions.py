"""Load the atlas: countries, the subdivisions that law distinguishes, groups, aliases."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).parent / "data" / "regions.json"


def load(apps, schema_editor):
    Region = apps.get_model("articles", "Region")
    Membership = apps.get_model("articles", "RegionMembership")
    Alias = apps.get_model("articles", "RegionAlias")
    data = json.loads(DATA.read_text("utf-8"))
    rows = [(code, name, "country") for code, name in data["countries"].items()]
    rows += [(code, name, "subdivision") for code, name in data["subdivisions"].items()]
    rows += [(code, group["name"], "group") for code, group in data["groups"].items()]
    Region.objects.bulk_create(Region(code=code, name=name, kind=kind) for code, name, kind in rows)
    regions = {region.code: region for region in Region.objects.all()}
    Membership.objects.bulk_create(
        Membership(group=regions[code], member=regions[member], extent=extent)
        for code, group in data["groups"].items()
        for member, extent in group["members"]
    )
    Alias.objects.bulk_create(
        Alias(country=country, subdivision=subdivision, region=regions[code])
        for country, subdivision, code in data["aliases"]
    )


def unload(apps, schema_editor):
    apps.get_model("articles", "Region").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]
