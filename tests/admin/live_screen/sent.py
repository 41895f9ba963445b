"""What the forms of the live screen send."""

import uuid


def typed(deed, text="The bridge is closed.", **more):
    return {"deed": deed, "key": str(uuid.uuid4()), "text": text} | more


def of(entry, deed, **more):
    """What the form of an entry in the stream sends."""
    fields = {
        "key": entry.key,
        "seen": entry.number,
        "headline": entry.headline,
        "text": entry.text,
    }
    sent = {f"e{entry.pk}-{name}": value for name, value in (fields | more).items()}
    return {"deed": deed, "entry": entry.pk} | sent
