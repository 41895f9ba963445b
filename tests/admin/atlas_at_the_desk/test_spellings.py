"""A spelling means one place, and takes no country away."""

from articles.models import Region, RegionAlias
from tests.admin.atlas_at_the_desk.forms import formset, page_of


def save_alias(client, code, country, subdivision):
    region = Region.objects.get(code=code)
    data = {"name": region.name, "note": region.note, "parent": region.parent_id or ""}
    existing = list(region.aliases.all())
    rows = [{"id": a.pk, "country": a.country, "subdivision": a.subdivision} for a in existing]
    rows.append({"country": country, "subdivision": subdivision})
    return client.post(page_of(code), data | formset("aliases", rows, len(existing)))


def test_a_spelling_is_kept_in_the_form_in_which_it_is_compared(administrator):
    assert save_alias(administrator, "UA-46", "ua", "  L’VIVS’KA-Oblast ").status_code == 302
    assert RegionAlias.objects.get(region__code="UA-46").subdivision == "lvivska oblast"


def test_one_spelling_means_one_place(administrator):
    page = save_alias(administrator, "UA-46", "RU", "Crimea")
    import re

    print(re.findall(r"errorlist.*?</ul>|errornote.*?</p>", page.content.decode(), re.S))
    assert "RU with “crimea” already means Crimea (UA-43)." in page.content.decode()


def test_a_whole_country_is_not_aliased_away(administrator):
    page = save_alias(administrator, "KZ", "RU", "")
    assert "RU is a country already" in page.content.decode()
