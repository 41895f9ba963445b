"""Hands at the editor: to open a story's text, type in it, paste into it and read it back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

CLIPBOARDS = Path(__file__).parent / "clipboards"
EDITOR = "CKEDITOR.instances.id_body"


def open_text(page: Page, site: str, story, html: str = "<p></p>") -> None:
    """The story's form with the caret at the end of ``html``."""
    page.goto(f"{site}/admin/articles/story/{story.pk}/change/")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("body[contenteditable=true]").wait_for()
    page.evaluate(
        f"() => new Promise(done => {EDITOR}.status === 'ready' ? done()"
        f" : {EDITOR}.on('instanceReady', () => done()))"
    )
    page.evaluate(f"html => new Promise(done => {EDITOR}.setData(html, {{callback: done}}))", html)
    page.evaluate(
        f"() => {{ const e = {EDITOR}; e.focus(); const r = e.createRange();"
        " r.moveToElementEditEnd(e.editable()); r.select(); e.resetUndo(); }"
    )


def wait_for_editor(page: Page) -> None:
    """Whole: what it loads after the page has come, too."""
    page.wait_for_function(f"() => window.CKEDITOR && {EDITOR}.status === 'ready'")


def text_of(page: Page) -> str:
    return page.evaluate(f"() => {EDITOR}.editable().getText().replace(/\\u200b/g, '').trim()")


def html_of(page: Page) -> str:
    return page.evaluate(f"() => {EDITOR}.getData()")


def paste(page: Page, html: str, plain: str = "") -> None:
    """As a browser does it: with what an office program has put on the clipboard."""
    page.evaluate(
        f"""([html, plain]) => {{
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", plain);
            const target = {EDITOR}.editable().$;
            const view = target.ownerDocument.defaultView;
            target.dispatchEvent(new view.ClipboardEvent("paste",
                {{clipboardData: data, bubbles: true, cancelable: true}}));
        }}""",
        [html, plain],
    )
