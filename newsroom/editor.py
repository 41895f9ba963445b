"""CKEditor 4 with only what a body may hold: mirrors articles/text/allowlist.py.

The reasons stand in docs/adr/0004-ckeditor-4.md.
"""

EDITOR: dict[str, object] = {
    "versionCheck": False,
    "toolbar": "newsroom",
    "toolbar_newsroom": [
        ["Format", "Bold", "Italic"],
        ["Link", "Unlink", "Blockquote", "BulletedList", "NumberedList"],
        ["NewsPhoto", "PullQuote", "FactBox", "NewsEmbed", "NewsRelated"],
        ["Zwnj", "ShowZwnj"],
        ["Strike", "Subscript", "Superscript", "PasteText", "RemoveFormat"],
        ["Undo", "Redo"],
    ],
    "format_tags": "p;h2;h3",
    "stylesSet": False,  # no file of styles is fetched: there is no list of them
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
    "extraPlugins": "newsphoto,newsboxes,newslinks,newstyping,newspaste,autogrow",
    "allowedContent": (
        "p h2 h3 h4 blockquote ul ol li[lang,dir]; "
        "em strong s sub sup br hr cite q bdi; abbr[title]; bdo[dir]; "
        "a[!href,lang,hreflang]; span[lang,dir]; "
        "figure[!data-photo]; figcaption; figure[!data-embed]; figure[!data-story]; "
        "blockquote[!data-kind]; aside[!data-kind]; "
        "table caption[lang,dir]; thead tbody tr; "
        "th[scope,colspan,rowspan,lang,dir]; td[colspan,rowspan,lang,dir]"
    ),
    "forcePasteAsPlainText": False,
    "disableNativeSpellChecker": False,
    "entities": False,
    "width": "100%",
    "bodyClass": "body story",
    # The page scrolls, not a window in it; the first lines are there before the frame is.
    "height": 520,
    "autoGrow_onStartup": True,
    "autoGrow_minHeight": 420,
    "autoGrow_bottomSpace": 40,
    "resize_enabled": False,
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
    "resize_enabled": True,
    "bodyClass": "notice",
    "title": "Text of the notice",
}
