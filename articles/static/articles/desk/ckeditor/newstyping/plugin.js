/* Quotation marks, joiners and letters as the story's language writes them.
 * What to type comes as data from articles/text/typography.py (config.newsroom). */
(function () {
  "use strict";
  var OPENS_AFTER = /^$|[\s\u00a0\u202f([{\u2013\u2014\/]$/;

  /* A word begins after a space, or after a mark that opens in this language: “ closes in German. */
  function begins(before, quotes) {
    var last = before.slice(-1);
    return OPENS_AFTER.test(before) || [quotes[0], quotes[2]].some(function (mark) { return last && mark.slice(-1) === last; });
  }

  function open(text, opening, closing) {
    var depth = 0;
    var first = opening.trim(), last = closing.trim();
    for (var at = 0; at < text.length; at += 1) {
      if (first === last) { depth = text[at] === first ? 1 - depth : depth; }
      else if (text[at] === first) { depth += 1; }
      else if (text[at] === last && depth) { depth -= 1; }
    }
    return depth > 0;
  }

  /* The mark that `typed` stands for after `before`; empty: leave what was typed. */
  function markFor(typed, before, language) {
    var quotes = language.quotes, outer = open(before, quotes[0], quotes[1]), inner = open(before, quotes[2], quotes[3]);
    var starts = begins(before, quotes);
    if (typed === "'") {
      if (inner && !starts) { return quotes[3]; }
      return starts ? quotes[2] : language.apostrophe;
    }
    if (starts) { return outer ? quotes[2] : quotes[0]; }
    if (inner && quotes[2] !== quotes[3]) { return quotes[3]; }
    if (!outer && /[0-9\u06f0-\u06f9]$/.test(before)) { return ""; }  /* inches, minutes */
    return outer ? quotes[1] : quotes[0];
  }

  function typedIn(event, language) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return ""; }
    return event.key === '"' || event.key === "'" || language.letters[event.key] ? event.key : "";
  }

  /* First what was typed, then what it stands for: undoing once gives the first back. */
  function retype(document, typed, mark, between) {
    document.execCommand("insertText", false, typed);
    between();
    document.execCommand("delete");
    document.execCommand("insertText", false, mark);
  }

  function textBefore(editor) {
    var range = editor.getSelection().getRanges()[0];
    if (!range) { return ""; }
    var block = range.startPath().block || range.root;
    var whole = editor.createRange();
    whole.setStartAt(block, CKEDITOR.POSITION_AFTER_START);
    whole.setEnd(range.startContainer, range.startOffset);
    var holder = new CKEDITOR.dom.element("div", editor.document);
    whole.cloneContents().appendTo(holder);
    return holder.getText().replace(/\u200b/g, "");
  }

  function inEditor(editor, language) {
    editor.on("contentDom", function () {
      var editable = editor.editable();
      editable.attachListener(editable, "keydown", function (event) {
        var pressed = event.data.$;
        if (pressed.isComposing || editor.readOnly) { return; }
        if (language.zwnj && pressed.shiftKey && pressed.code === "Space" && !pressed.ctrlKey) {
          event.data.preventDefault();
          editor.execCommand("zwnj");
          return;
        }
        var typed = typedIn(pressed, language);
        var mark = typed && (language.letters[typed] || markFor(typed, textBefore(editor), language));
        if (!mark || mark === typed) { return; }
        event.data.preventDefault();
        editor.fire("saveSnapshot");
        retype(editor.document.$, typed, mark, function () { editor.fire("saveSnapshot"); });
        editor.fire("saveSnapshot");
      });
    });
  }

  /* The form's own fields: headline, standfirst, kicker. */
  function inField(field, language) {
    field.addEventListener("keydown", function (event) {
      if (event.isComposing || field.readOnly) { return; }
      if (language.zwnj && event.shiftKey && event.code === "Space" && !event.ctrlKey) {
        event.preventDefault();
        document.execCommand("insertText", false, "\u200c");
        return;
      }
      var typed = typedIn(event, language);
      var mark = typed && (language.letters[typed] || markFor(typed, field.value.slice(0, field.selectionStart), language));
      if (!mark || mark === typed) { return; }
      event.preventDefault();
      retype(document, typed, mark, function () {});
    });
  }

  /* Where a joiner stands: drawn over the text, never put into it. */
  function showJoiners(editor, shown) {
    var view = editor.window.$;
    if (!view.CSS || !view.CSS.highlights) { return false; }
    view.CSS.highlights.delete("joiner");
    if (!shown) { return true; }
    var walker = editor.document.$.createTreeWalker(editor.editable().$, 4);
    var found = new view.Highlight();
    while (walker.nextNode()) {
      var text = walker.currentNode.data;
      for (var at = text.indexOf("\u200c"); at >= 0; at = text.indexOf("\u200c", at + 1)) {
        var range = editor.document.$.createRange();
        range.setStart(walker.currentNode, Math.max(0, at - 1));
        range.setEnd(walker.currentNode, Math.min(text.length, at + 2));
        found.add(range);
      }
    }
    view.CSS.highlights.set("joiner", found);
    return true;
  }

  function joiners(editor, path) {
    editor.addCommand("zwnj", { exec: function () { editor.insertText("\u200c"); } });
    editor.addCommand("showzwnj", {
      canUndo: false, async: false, editorFocus: false,
      exec: function () {
        this.toggleState();
        showJoiners(editor, this.state === CKEDITOR.TRISTATE_ON);
      }
    });
    function again() {
      if (editor.getCommand("showzwnj").state === CKEDITOR.TRISTATE_ON) { showJoiners(editor, true); }
    }
    editor.on("change", again);
    editor.ui.addButton("Zwnj", { label: CKEDITOR.newsroomSay("Half-space (ZWNJ), Shift+Space"), command: "zwnj", toolbar: "typing", icon: path + "zwnj.svg" });
    editor.ui.addButton("ShowZwnj", { label: CKEDITOR.newsroomSay("Show half-spaces"), command: "showzwnj", toolbar: "typing", icon: path + "showzwnj.svg" });
  }

  CKEDITOR.plugins.add("newstyping", {
    init: function (editor) {
      var language = editor.config.newsroom;
      if (!language || !language.quotes) { return; }
      inEditor(editor, language);
      if (language.zwnj) { joiners(editor, this.path); }
      document.querySelectorAll("[data-typed]").forEach(function (field) { inField(field, language); });
    }
  });
})();
