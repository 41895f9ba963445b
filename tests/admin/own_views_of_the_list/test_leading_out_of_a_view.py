"""From a view of one's own every other way leads out of it."""

from tests.admin.own_views_of_the_list.keeping import LIST, keep, text_of


def links_of(page):
    return {str(one["display"]): one["query_string"] for one in page.context["cl"].built_in}


def test_from_a_view_of_ones_own_the_others_lead_out_of_it(reporter):
    keep(reporter, "Dams", "view=mine&who=me&changed=week&q=dam")
    own = links_of(reporter.get(f"{LIST}?view=mine&who=me&changed=week&q=dam"))
    assert (own["All"], own["Approved"]) == ("?view=all", "?view=approved")
    by_hand = links_of(reporter.get(f"{LIST}?view=mine&who=me"))
    assert (by_hand["All"], by_hand["Approved"]) == ("?view=all", "?view=approved&who=me")


def test_all_is_lit_where_all_are_shown_and_else_all_is_cleared_in_one_step(reporter):
    clear = '<a class="story-to-narrow" href="?view=all" data-clear'
    everything = reporter.get(LIST, {"view": "all"})
    assert [one["selected"] for one in everything.context["cl"].built_in].index(True) == 0
    assert f"{clear} hidden>" in text_of(everything)
    narrowed = reporter.get(LIST, {"q": "dam"})
    assert not any(one["selected"] for one in narrowed.context["cl"].built_in)
    assert f"{clear}>" in text_of(narrowed)
