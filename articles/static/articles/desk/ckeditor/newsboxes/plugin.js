/* A pull quote and a box of facts: blocks of their own, written in as the page shows them.
 * Stored as <blockquote data-kind="pull"> (its last line a <cite>) and <aside data-kind="fact">. */
(function () {
  "use strict";
  var INLINE = "em strong br; a[!href]";

  function box(className, children) {
    var made = new CKEDITOR.htmlParser.element("div", { "class": className });
    children.forEach(function (child) { made.add(child); });
    return made;
  }

  function bare(node) {
    return node ? node.getHtml().replace(/<br\s*\/?>|&nbsp;|\s/g, "") : "";
  }

  function emptied(element) {
    var children = element.children.slice();
    children.forEach(function (child) { child.remove(); });
    return children;
  }

  function paragraph(html) {
    var made = new CKEDITOR.htmlParser.element("p");
    made.setHtml(html);
    return made;
  }

  /* The last paragraph, when it holds nothing but who spoke. */
  function citeIn(child) {
    if (!child || child.name !== "p") { return null; }
    var inside = child.children.filter(function (one) { return one.type !== CKEDITOR.NODE_TEXT || one.value.trim(); });
    return inside.length === 1 && inside[0].name === "cite" ? inside[0] : null;
  }

  var QUOTE = {
    template: '<blockquote data-kind="pull"><div class="pull-words"><p>{words}</p></div><div class="pull-source"></div></blockquote>',
    parts: { words: ".pull-words", source: ".pull-source" },
    editables: {
      words: { selector: ".pull-words", allowedContent: "p; " + INLINE },
      source: { selector: ".pull-source", allowedContent: "em" }
    },
    allowedContent: "blockquote[!data-kind]; cite",
    upcast: function (element) {
      if (element.name !== "blockquote" || element.attributes["data-kind"] !== "pull") { return false; }
      var children = emptied(element).filter(function (one) { return one.name; });
      var cite = citeIn(children[children.length - 1]);
      if (cite) { children.pop(); }
      var source = box("pull-source", []);
      if (cite) { source.setHtml(cite.getHtml()); }
      element.add(box("pull-words", children.length ? children : [paragraph("<br>")]));
      element.add(source);
      return true;
    },
    downcast: function (element) {
      var words = element.children[0], source = element.children[1];
      var made = new CKEDITOR.htmlParser.element("blockquote", { "data-kind": "pull" });
      emptied(words).forEach(function (child) { made.add(child); });
      if (bare(source)) { made.add(paragraph("<cite>" + source.getHtml().replace(/<br\s*\/?>/g, " ") + "</cite>")); }
      return made;
    }
  };

  var FACTS = {
    template: '<aside data-kind="fact"><div class="fact-title">{title}</div><div class="fact-body"><p>{words}</p></div></aside>',
    parts: { title: ".fact-title", body: ".fact-body" },
    editables: {
      title: { selector: ".fact-title", allowedContent: "em" },
      body: { selector: ".fact-body", allowedContent: "p ul ol li h4; " + INLINE }
    },
    allowedContent: "aside[!data-kind]",
    upcast: function (element) {
      if (element.name !== "aside" || element.attributes["data-kind"] !== "fact") { return false; }
      var children = emptied(element).filter(function (one) { return one.name; });
      var title = box("fact-title", []);
      if (children.length && /^h[234]$/.test(children[0].name)) { title.setHtml(children.shift().getHtml()); }
      element.add(title);
      element.add(box("fact-body", children.length ? children : [paragraph("<br>")]));
      return true;
    },
    downcast: function (element) {
      var title = element.children[0], body = element.children[1];
      var made = new CKEDITOR.htmlParser.element("aside", { "data-kind": "fact" });
      if (bare(title)) {
        var heading = new CKEDITOR.htmlParser.element("h3");
        heading.setHtml(title.getHtml().replace(/<br\s*\/?>/g, " "));
        made.add(heading);
      }
      emptied(body).forEach(function (child) { made.add(child); });
      return made;
    }
  };

  /* What is selected becomes the quotation, and stays in the text. */
  function selectedWords(editor) {
    var selection = editor.getSelection();
    var words = selection ? (selection.getSelectedText() || "").trim() : "";
    if (words) {
      var range = selection.getRanges()[0];
      range.collapse(false);
      range.select();
    }
    return CKEDITOR.tools.htmlEncode(words) || "<br>";
  }

  CKEDITOR.plugins.add("newsboxes", {
    requires: "widget",
    init: function (editor) {
      editor.widgets.add("pullquote", CKEDITOR.tools.extend({
        defaults: function () { return { words: selectedWords(editor) }; }
      }, QUOTE));
      editor.widgets.add("factbox", CKEDITOR.tools.extend({
        defaults: function () { return { title: "<br>", words: "<br>" }; }
      }, FACTS));
      editor.ui.addButton("PullQuote", { label: CKEDITOR.newsroomSay("Pull quote"), command: "pullquote", toolbar: "insert", icon: this.path + "quote.svg" });
      editor.ui.addButton("FactBox", { label: CKEDITOR.newsroomSay("Fact box"), command: "factbox", toolbar: "insert", icon: this.path + "facts.svg" });
    }
  });
})();
