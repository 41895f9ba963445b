"""What the forms of regions send."""

from django.urls import reverse

from articles.models import Region

LIST = "admin:articles_region_changelist"
ADD = "admin:articles_region_add"


def page_of(code):
    return reverse("admin:articles_region_change", args=[Region.objects.get(code=code).pk])


def formset(prefix, rows, initial=0):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{field}": value for field, value in row.items()}
    return data


def term(code, starts_on="", ends_on="", extent="full"):
    member = Region.objects.get(code=code).pk
    return {"member": member, "extent": extent, "starts_on": starts_on, "ends_on": ends_on}


def save_group(client, group, rows):
    data = {"name": group.name, "note": "", "_continue": "Save"} | formset("members", rows)
    return client.post(page_of(group.code), data)
