/* What comes from Word, Google Docs or LibreOffice keeps what a story is made of, drops the rest,
 * and says what it dropped. CKEditor's own filters know those three; this one prepares and reports. */
(function () {
  "use strict";
  var SOURCES = [
    [/urn:schemas-microsoft-com:office|class="?Mso|mso-/i, "Word"],
    [/docs-internal-guid/i, "Google Docs"],
    [/<meta[^>]+generator[^>]+(LibreOffice|OpenOffice)/i, "LibreOffice"]
  ];
  var DROPPED = [
    [/<font[^>]+face=|font-family\s*:/i, "fonts"],
    [/<font[^>]+size=|font-size\s*:/i, "sizes"],
    [/<font[^>]+color=|[;"'\s]color\s*:\s*(?!windowtext|black|#000000|rgb\(0, ?0, ?0\))/i, "colours"],
    [/background(-color)?\s*:\s*(?!transparent|white|#fff|rgb\(255)|mso-highlight/i, "highlighting"],
    [/<u[\s>]|text-decoration(-line)?\s*:\s*underline/i, "underlining"],
    [/text-align\s*:\s*(center|justify|end)|\balign="?(center|justify)/i, "alignment"],
    [/<img[\s>]|<v:imagedata/i, "pictures"],
    [/mso-comment|class="?MsoComment|href="#cmnt/i, "comments"],
    [/mso-footnote|sdfootnote|href="#ftnt/i, "footnotes"]
  ];

  function sourceOf(html) {
    var found = SOURCES.filter(function (row) { return row[0].test(html); })[0];
    return found ? found[1] : "";
  }

  /* Links are blue and underlined by themselves, and a style sheet is not yet used. */
  function droppedFrom(html) {
    var body = html.replace(/<(style|head|a)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, "");
    return DROPPED.filter(function (row) { return row[0].test(body); }).map(function (row) { return row[1]; });
  }

  /* Titles are headings, and their quotation styles are quotations. */
  function prepared(html) {
    return html
      .replace(/<(\/?)h1(?=[\s>])/gi, "<$1h2")
      .replace(/<(\/?)h[56](?=[\s>])/gi, "<$1h4")
      .replace(/<p([^>]*class="?(?:MsoQuote|MsoIntenseQuote|quotations-western|quotations)\b[^>]*)>([\s\S]*?)<\/p>/gi,
        "<blockquote><p>$2</p></blockquote>")
      .replace(/<\/blockquote>\s*<blockquote>/gi, "")
      .replace(/<li([^>]*)>\s*<p[^>]*>((?:(?!<\/?(?:p|li)\b)[\s\S])*)<\/p>\s*<\/li>/gi, "<li$1>$2</li>");
  }

  function sentence(source, dropped) {
    var words = CKEDITOR.newsroomSay("Pasted from {program}. Headings, lists, links, quotes, bold and italic are kept.", { program: source });
    if (!dropped.length) { return words; }
    words += " " + CKEDITOR.newsroomSay("Dropped: {what}.", { what: dropped.map(function (one) { return CKEDITOR.newsroomSay(one); }).join(", ") });
    if (dropped.indexOf("pictures") >= 0) { words += " " + CKEDITOR.newsroomSay("Add pictures with the photo button: they need a credit."); }
    return words;
  }

  /* What held a font or a colour holds nothing more. */
  function dissolveSpans(editor) {
    editor.dataProcessor.dataFilter.addRules({ elements: { span: function (element) {
      if (!Object.keys(element.attributes).length) { delete element.name; }
    } } }, { priority: 11 });
  }

  CKEDITOR.plugins.add("newspaste", {
    requires: "clipboard,notification",
    init: function (editor) {
      editor.on("loaded", function () { dissolveSpans(editor); });
      editor.on("paste", function (event) {
        var raw = event.data.dataTransfer.getData("text/html", true) || event.data.dataValue || "";
        var source = sourceOf(raw);
        event.data.dataValue = prepared(event.data.dataValue || "");
        if (source) { event.data.newsroomTold = sentence(source, droppedFrom(raw)); }
      }, null, null, 1);
      editor.on("pasteFromWord", function (event) { event.data.dataValue = prepared(event.data.dataValue); });
      editor.on("paste", function (event) { event.data.dataValue = prepared(event.data.dataValue || ""); }, null, null, 5);
      editor.on("paste", function (event) {
        if (event.data.newsroomTold) { editor.showNotification(event.data.newsroomTold, "info", 12000); }
      }, null, null, 1000);
    }
  });
})();
