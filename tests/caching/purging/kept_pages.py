"""The kept pages that a change may mean, and whether one has to be made anew."""

# Where the river story stands: its own page, its translation's, and every list.
RIVER = {"river", "river in Persian", "front", "older front", "world"}
RIVER |= {"politics", "water", "mara"}


def is_made(site, path) -> bool:
    before = len(site.made)
    site.get(path)
    return len(site.made) > before


def values_of(form):
    for name in form.fields:
        value = form[name].value()
        if value is not None and value is not False and not hasattr(value, "read"):
            yield form.add_prefix(name), value
