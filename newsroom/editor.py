"""CKEditor 4 with only what a body may hold: mirrors articles/text/allowlist.py.

The reasons stand in docs/adr/0004-ckeditor-4.md.
"""

EDITOR: dict[str, object] = {
    "versionCheck": False,
    "toolbar": "newsroom",
    "toolbar_newsroom": [
        ["Format", "Bold", "Italic", "Strike", "Subscript", "Superscript"],
        ["Link", "Unlink", "NewsPhoto", "Blockquote", "BulletedList", "NumberedList"],
        ["PasteText", "RemoveFormat", "Undo", "Redo", "Maximize"],
    ],
    "format_tags": "p;h2;h3",
    "removePlugins": ",".join(
        [
            "about",
            "a11yhelp",
            "scayt",
            "wsc",
            "exportpdf",
            "iframe",
            "forms",
            "flash",
            "preview",
            "print",
            "save",
            "newpage",
            "templates",
            "sourcearea",
            "sourcedialog",
            "smiley",
            "elementspath",
            "uploadimage",
            "uploadfile",
            "filebrowser",
            "image",
            "image2",
            "easyimage",
            "cloudservices",
            "magicline",
        ]
    ),
    "extraPlugins": "newsphoto",
    "allowedContent": (
        "p h2 h3 h4 blockquote ul ol li[lang,dir]; "
        "em strong s sub sup br hr cite q bdi; abbr[title]; bdo[dir]; "
        "a[!href,lang,hreflang]; span[lang,dir]; "
        "figure[!data-photo]; figcaption; "
        "table caption[lang,dir]; thead tbody tr; "
        "th[scope,colspan,rowspan,lang,dir]; td[colspan,rowspan,lang,dir]"
    ),
    "forcePasteAsPlainText": False,
    "disableNativeSpellChecker": False,
    "entities": False,
    "width": "100%",
    "height": 520,
    "title": "Text of the story",
}

# A legal notice: paragraphs, links and strong words, as ``allowlist.NOTICE_TAGS``.
NOTICE_EDITOR: dict[str, object] = EDITOR | {
    "toolbar_newsroom": [["Bold", "Link", "Unlink", "PasteText", "RemoveFormat", "Undo", "Redo"]],
    "extraPlugins": "",
    "allowedContent": "p strong; a[!href]",
    "forcePasteAsPlainText": True,
    "linkShowAdvancedTab": False,
    "linkShowTargetTab": False,
    "height": 110,
    "bodyClass": "notice",
    "title": "Text of the notice",
}
