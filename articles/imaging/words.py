"""The words that a public file carries: who made it, who owns it, what it shows. Never where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# What XML 1.0 cannot hold, escaped or not.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
DEFAULT = "en"
# Every file of a page carries them: bounds for one text (characters), and for all alt texts.
LONGEST, ALT_BYTES = 1000, 6000
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""{spaces}>{said}</rdf:Description>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)


@dataclass(frozen=True)
class PublicWords:
    """``alt_texts`` by language tag; ``digital_source_type`` is IPTC's code or its address."""

    creator: str = ""
    credit: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    alt_texts: Mapping[str, str] = field(default_factory=dict)
    digital_source_type: str = ""
    licence_url: str = ""


def xmp_packet(words: PublicWords) -> bytes:
    """XMP in UTF-8, the same for the same words; empty when there is nothing to say."""
    said = "".join(_properties(words))
    used = "".join(
        f' xmlns:{prefix}="{space}"'
        for prefix, space in NAMESPACES.items()
        if f"<{prefix}:" in said
    )
    return PACKET.format(spaces=used, said=said).encode() if said else b""


def _properties(words: PublicWords) -> Iterator[str]:
    if words.creator:
        yield _property("dc:creator", f"<rdf:Seq><rdf:li>{_text(words.creator)}</rdf:li></rdf:Seq>")
    if words.credit:
        yield _property("photoshop:Credit", _text(words.credit))
    if words.copyright_notice:
        yield _property("dc:rights", _alternative({"": words.copyright_notice}))
        yield _property("xmpRights:Marked", "True")
    if words.usage_terms:
        yield _property("xmpRights:UsageTerms", _alternative({"": words.usage_terms}))
    if words.licence_url:
        yield _property("xmpRights:WebStatement", _text(words.licence_url))
    if texts := _alt_texts(words.alt_texts):
        yield _property("Iptc4xmpCore:AltTextAccessibility", _alternative(texts))
    if kind := words.digital_source_type:
        yield _property(
            "Iptc4xmpExt:DigitalSourceType", _text(kind if "/" in kind else SOURCE_TYPES + kind)
        )


def _property(name: str, value: str) -> str:
    return f"<{name}>{value}</{name}>"


def _text(value: str) -> str:
    return escape(FORBIDDEN.sub("", value[:LONGEST]))


def _alt_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """English first, where there is one; as many as a light file can carry."""
    tags = sorted(texts, key=lambda tag: (tag != DEFAULT, tag))
    kept: dict[str, str] = {}
    room = ALT_BYTES
    for tag in tags:
        room -= len(_text(texts[tag]).encode())
        if texts[tag].strip() and LANGUAGE_TAG.fullmatch(tag) and (room >= 0 or not kept):
            kept[tag] = texts[tag]
    return kept


def _alternative(texts: Mapping[str, str]) -> str:
    """The first text is the default as well, as XMP asks for."""
    first = _text(next(iter(texts.values())))
    rows = [f'<rdf:li xml:lang="x-default">{first}</rdf:li>']
    rows += [
        f"<rdf:li xml:lang={quoteattr(tag)}>{_text(text)}</rdf:li>"
        for tag, text in texts.items()
        if tag
    ]
    return f"<rdf:Alt>{''.join(rows)}</rdf:Alt>"
