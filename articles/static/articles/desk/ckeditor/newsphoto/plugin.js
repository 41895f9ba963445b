/* A photo in the text: <figure data-photo="ID">, shown as the photo while writing.
 * Only the number is stored; the public page is made from the library at publish. Below it stands
 * what is said to who does not see it, in the story's language; what is wrong with that says the
 * server, by the rule of the checks before air. */
(function () {
  "use strict";
  var LIBRARY = "/admin/articles/photo/";
  var NOTHING = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
  var unsent = {};  /* alt texts that the library did not take, by photo: never thrown away */

  var known = null;

  /* As words.js does for modules: this page's words, by the English ones. For all our plugins. */
  CKEDITOR.newsroomSay = function (text, values) {
    var block = document.getElementById("desk-words");
    known = known || (block ? JSON.parse(block.textContent) : {});
    return (known[text] || text).replace(/\{(\w+)\}/g, function (whole, name) { return values && name in values ? values[name] : whole; });
  };

  function read(response) { return response.ok && !response.redirected ? response.json() : Promise.reject(new Error(String(response.status))); }

  function ask(parameters, done) {
    fetch(LIBRARY + "picker/?" + parameters, { credentials: "same-origin" })
      .then(read).then(function (data) { done(data.photos); }, function () { done([]); });
  }

  function serviceOf(editor) {
    var chosen = document.getElementById("id_service");
    return String(editor.config.newsroom.service || (chosen && chosen.value) || "");
  }

  /* Null where nobody can tell: no service is chosen yet, or the connection is away. */
  function look(editor, id, caption) {
    var said = new URLSearchParams({ service: serviceOf(editor), caption: caption || "" });
    return fetch(LIBRARY + id + "/alt/?" + said, { credentials: "same-origin", cache: "no-store" })
      .then(read).catch(function () { return null; });
  }

  function write(editor, told, alt) {
    var token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    var body = new URLSearchParams({ service: serviceOf(editor), alt: alt, seen: told.alt });
    unsent[told.id] = alt;
    return fetch(LIBRARY + told.id + "/alt/", { method: "POST", body: body, credentials: "same-origin", headers: { "X-CSRFToken": token } })
      .then(function (response) {
        if (response.ok && !response.redirected) { return response.json(); }
        return response.json().catch(function () { return {}; }).then(function (said) { throw new Error(said.sentence || ""); });
      })
      .then(function (fresh) {
        delete unsent[told.id];
        document.dispatchEvent(new CustomEvent("newsphoto-alt", { detail: { id: told.id, alt: fresh.alt, seen: told.alt } }));
      })
      .catch(function (error) {
        var why = error.message ? CKEDITOR.newsroomSay("The alt text was not saved: {why}", { why: error.message })
              : CKEDITOR.newsroomSay("The alt text was not saved. Check the connection, then open the photo again: it stands there.");
        editor.showNotification(CKEDITOR.tools.htmlEncode(why), "warning");
      })
      .then(function () { refresh(editor, told.id); });
  }

  function photosIn(editor) {
    return Object.keys(editor.widgets.instances)
      .map(function (key) { return editor.widgets.instances[key]; })
      .filter(function (widget) { return widget.name === "newsphoto"; });
  }

  function refresh(editor, id) {
    photosIn(editor).forEach(function (widget) { if (!id || String(widget.data.photo) === String(id)) { tell(editor, widget); } });
  }

  function captionOf(widget) { return widget && widget.parts && widget.parts.caption ? widget.parts.caption.getText().trim() : ""; }

  function tell(editor, widget) {
    var id = widget.data.photo;
    if (!id || !widget.parts.alt) { return; }
    look(editor, id, captionOf(widget)).then(function (told) {
      if (String(widget.data.photo) !== String(id)) { return; }
      var left = unsent[id];
      var words = left ? CKEDITOR.newsroomSay("Not saved: {text}", { text: left }) : told ? told.sentence || CKEDITOR.newsroomSay("Alt text: {text}", { text: told.alt }) : "";
      widget.parts.alt.setText(words);
      widget.parts.alt.setAttribute("dir", "auto");
      widget.parts.alt[told && told.fault || left ? "addClass" : "removeClass"]("is-fault");
    });
  }

  function show(widget, photo) {
    if (photo && photo.thumbnail) {
      widget.parts.image.setAttribute("src", photo.thumbnail);
      widget.parts.image.setAttribute("alt", photo.title);
    }
  }

  CKEDITOR.newsphoto = { ask: ask, look: look, write: write, captionOf: captionOf, unsent: unsent };

  /* The photo of that number in the text: chosen and in view. False where it is not. */
  CKEDITOR.newsphotoGo = function (editor, id) {
    var found = photosIn(editor).filter(function (widget) { return String(widget.data.photo) === String(id); })[0];
    if (!found) { return false; }
    editor.focus();
    found.focus();
    found.wrapper.$.scrollIntoView({ block: "center" });
    return true;
  };

  CKEDITOR.plugins.add("newsphoto", {
    requires: "widget,dialog,notification",
    onLoad: function () {
      CKEDITOR.dialog.add("newsphoto", this.path + "dialog.js");
      CKEDITOR.scriptLoader.load(this.path + "files.js");
      CKEDITOR.addCss(
        "figure[data-photo] img{max-height:300px;object-fit:cover}" +
        ".newsphoto-alt{display:block;padding:.35rem .6rem;font:.8125rem/1.45 system-ui,sans-serif;opacity:.8;cursor:pointer}" +
        ".newsphoto-alt:empty{display:none}" +
        ".newsphoto-alt.is-fault{opacity:1;background:#fbe9e7;color:#7c1d13;border-inline-start:3px solid #b3261e}"
      );
    },
    init: function (editor) {
      editor.widgets.add("newsphoto", {
        dialog: "newsphoto",
        draggable: true,
        template: '<figure data-photo=""><img src="' + NOTHING + '" alt=""><span class="newsphoto-alt"></span><figcaption></figcaption></figure>',
        parts: { image: "img", alt: ".newsphoto-alt", caption: "figcaption" },
        editables: { caption: { selector: "figcaption", allowedContent: "em strong; a[!href]" } },
        allowedContent: "figure[!data-photo]; figcaption",
        upcast: function (element) {
          if (element.name !== "figure" || !element.attributes["data-photo"]) { return false; }
          if (!element.getFirst("img")) {
            element.add(new CKEDITOR.htmlParser.element("img", { src: NOTHING, alt: "" }), 0);
          }
          if (!element.getFirst("figcaption")) { element.add(new CKEDITOR.htmlParser.element("figcaption")); }
          if (!element.getFirst("span")) { element.add(new CKEDITOR.htmlParser.element("span", { "class": "newsphoto-alt" }), 1); }
          return true;
        },
        downcast: function (element) {
          var caption = element.getFirst("figcaption");
          var figure = new CKEDITOR.htmlParser.element("figure", { "data-photo": this.data.photo });
          if (caption && caption.getHtml().replace(/<br\s*\/?>|&nbsp;|\s/g, "")) { figure.add(caption); }
          return figure;
        },
        init: function () {
          var widget = this;
          this.setData("photo", this.element.getAttribute("data-photo") || "");
          if (this.parts.alt) { this.parts.alt.on("click", function () { if (!editor.readOnly) { widget.edit(); } }); }
          this.on("blur", function () { tell(editor, widget); });  /* a caption may have been typed */
        },
        data: function () {
          var widget = this;
          if (!this.data.photo) { return; }
          this.element.setAttribute("data-photo", this.data.photo);
          ask("ids=" + encodeURIComponent(this.data.photo), function (photos) { show(widget, photos[0]); });
          tell(editor, widget);
        }
      });
      editor.ui.addButton("NewsPhoto", { label: CKEDITOR.newsroomSay("Photo"), command: "newsphoto", toolbar: "insert", icon: this.path + "icon.svg" });
      document.addEventListener("change", function (event) { if (event.target.id === "id_service") { refresh(editor); } });
    }
  });
})();
