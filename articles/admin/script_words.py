"""What the desk's scripts say: their words stand in the page, by the English ones (words.js)."""

from __future__ import annotations

from babel import Locale
from django.utils.translation import get_language, gettext, gettext_noop, ngettext

SAID = (
    gettext_noop("A photo is still on its way: save again when it is there."),
    gettext_noop("Add"),
    gettext_noop("Add an area"),
    gettext_noop("Add pictures with the photo button: they need a credit."),
    gettext_noop("Address"),
    gettext_noop("Alt text: {text}"),
    gettext_noop("Another story of ours"),
    gettext_noop("Area to blur"),
    gettext_noop("At most {most} links stand under a card."),
    gettext_noop("Blur"),
    gettext_noop("Choose a photo from the library"),
    gettext_noop("Choose a photo, or type its number."),
    gettext_noop("Choose a story, or type its number."),
    gettext_noop("Click where the eye should go; with the point in focus, arrow keys move it."),
    gettext_noop("Close"),
    gettext_noop("Crop"),
    gettext_noop("Crop {label}. Arrow keys move it, with shift they change its size."),
    gettext_noop("Dismiss"),
    gettext_noop(
        "Draw a box over each face. It is burned into every public file; the original "
        "stays as it is."
    ),
    gettext_noop(
        "Draw a box, drag it, or pull its corner. Without a box of its own, this crop "
        "follows the focal point."
    ),
    gettext_noop("Dropped: {what}."),
    gettext_noop("Fact box"),
    gettext_noop("Focal point"),
    gettext_noop("Focal point. Arrow keys move it."),
    gettext_noop("Follow the focal point again"),
    gettext_noop("Half-space (ZWNJ), Shift+Space"),
    gettext_noop("Height"),
    gettext_noop("Kept as a draft."),
    gettext_noop("Left"),
    gettext_noop("Link"),
    gettext_noop("Move “{name}”: arrow keys up and down"),
    gettext_noop("New photos"),
    gettext_noop("No photo is like that."),
    gettext_noop("No story of this service matches."),
    gettext_noop("No story on air is like that."),
    gettext_noop("None selected"),
    gettext_noop("Not saved yet"),
    gettext_noop("Not saved: the desk does not answer."),
    gettext_noop(
        "Not saved: you are not logged in any more. Log in in another tab, then press Save."
    ),
    gettext_noop("Not saved: {text}"),
    gettext_noop(
        "Not sent: the connection is away. What you typed is kept here; send it again "
        "when it is back."
    ),
    gettext_noop("On air."),
    gettext_noop("On the front"),
    gettext_noop("Or drop them into the text, or paste one there."),
    gettext_noop(
        "Pasted from {program}. Headings, lists, links, quotes, bold and italic are kept."
    ),
    gettext_noop("Photo"),
    gettext_noop("Photo number"),
    gettext_noop("Photos"),
    gettext_noop("Post or film from elsewhere"),
    gettext_noop("Preview of the crop {label}"),
    gettext_noop("Pull quote"),
    gettext_noop("Remove the link to “{name}”"),
    gettext_noop("Saving …"),
    gettext_noop(
        "Say what it shows: readers see this sentence, and the post only when they tap it."
    ),
    gettext_noop("Search the library"),
    gettext_noop("Search this service's stories"),
    gettext_noop("Show half-spaces"),
    gettext_noop("Show more"),
    gettext_noop("Show the whole picture again"),
    gettext_noop("Stories"),
    gettext_noop("Story number"),
    gettext_noop("Story {number}"),
    gettext_noop("Story {number}: not one of this service; readers will not see it"),
    gettext_noop("Take this area back"),
    gettext_noop("That is no address of a post or film at {names}. Link to it instead."),
    gettext_noop("The alt text is a file's name: say what the picture shows instead."),
    gettext_noop("The alt text repeats the caption: say what the picture shows instead."),
    gettext_noop(
        "The alt text was not saved. Check the connection, then open the photo again: it "
        "stands there."
    ),
    gettext_noop("The alt text was not saved: {why}"),
    gettext_noop("The connection broke off. The file is kept here: try again."),
    gettext_noop(
        "The desk could not take it in ({status}). What you typed is kept here; send it again."
    ),
    gettext_noop("The desk could not take the photo in ({status}). Try again."),
    gettext_noop(
        "The desk did not accept this page any more: log in anew in another tab, then send again."
    ),
    gettext_noop(
        "The desk did not accept this page any more: log in anew in another tab, then try again."
    ),
    gettext_noop("The desk does not answer. Are you still logged in?"),
    gettext_noop("The file has {size} MB; 50 MB is the most."),
    gettext_noop("The front is full."),
    gettext_noop("The library does not answer. Are you still logged in?"),
    gettext_noop("Top"),
    gettext_noop("Try again"),
    gettext_noop("Usable now"),
    gettext_noop("Use it"),
    gettext_noop("Use it: {title}"),
    gettext_noop("Use this for all photos: {field}"),
    gettext_noop("What it shows, in a sentence"),
    gettext_noop("Width"),
    gettext_noop(
        "You are logged out. Log in in another tab, then send again: what you typed is kept here."
    ),
    gettext_noop(
        "You are logged out. Log in in another tab, then try again: the file is kept here."
    ),
    gettext_noop("alignment"),
    gettext_noop("being looked at"),
    gettext_noop("colours"),
    gettext_noop("comments"),
    gettext_noop("fonts"),
    gettext_noop("footnotes"),
    gettext_noop("highlighting"),
    gettext_noop("no picture"),
    gettext_noop("other headline"),
    gettext_noop("other picture"),
    gettext_noop("pasted picture"),
    gettext_noop("pictures"),
    gettext_noop("pinned until {when}"),
    gettext_noop("sizes"),
    gettext_noop("underlining"),
    gettext_noop("waiting"),
    gettext_noop("{all} — selected: {some}"),
    gettext_noop("{n} characters: too long for cards, where more than {limit} wrap or are cut"),
    gettext_noop("“{name}” down"),
    gettext_noop("“{name}” is linked under “{other}”."),
    gettext_noop("“{name}” is off the front."),
    gettext_noop("“{name}” off the front"),
    gettext_noop("“{name}” up"),
    gettext_noop("“{name}”: {number} of {all}"),
    gettext_noop("“{title}” is in the library; its words can be written there."),
    gettext_noop("“{title}” stands beside this story already."),
    gettext_noop("“{title}” was in the library already: that one is used."),
    gettext_noop("↓ all"),
)
# One number of each kind that a language of the desk may tell apart.
SAMPLES = (100, 11, 5, 2, 1)


def _counted(n: int) -> dict[str, str]:
    """By what is said of many, which is what scripts ask by."""
    return {
        "{n} photos have come in.": ngettext(
            "One photo has come in.", "{n} photos have come in.", n
        ),
        "{n} characters": ngettext("{n} character", "{n} characters", n),
        "{n} links": ngettext("{n} link", "{n} links", n),
        "{n} minutes to read": ngettext("{n} minute to read", "{n} minutes to read", n),
        "{n} photos selected": ngettext("{n} photo selected", "{n} photos selected", n),
        "{n} words": ngettext("{n} word", "{n} words", n),
    }


def words_of_scripts() -> dict[str, str | dict[str, str]]:
    """In the language of the desk; of what is counted a form for each kind of number."""
    kind_of = Locale.parse(get_language() or "en", sep="-").plural_form
    forms: dict[str, dict[str, str]] = {}
    for n in SAMPLES:
        for many, form in _counted(n).items():
            forms.setdefault(many, {})[kind_of(n)] = form
            forms[many].setdefault("other", form)
    return {one: gettext(one) for one in SAID} | forms
