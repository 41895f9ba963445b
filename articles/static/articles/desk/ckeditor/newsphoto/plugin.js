/* A photo in the text: <figure data-photo="ID">, shown as the photo while writing.
 * Only the number is stored; the public page is made from the library at publish. */
(function () {
  "use strict";
  var PICKER = "/admin/articles/photo/picker/";
  var NOTHING = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

  function ask(parameters, done) {
    fetch(PICKER + "?" + parameters, { credentials: "same-origin" })
      .then(function (response) { return response.ok ? response.json() : { photos: [] }; })
      .then(function (data) { done(data.photos); });
  }

  function show(widget, photo) {
    if (photo && photo.thumbnail) {
      widget.parts.image.setAttribute("src", photo.thumbnail);
      widget.parts.image.setAttribute("alt", photo.title);
    }
  }

  function fill(list, photos, pick) {
    list.setHtml("");
    photos.forEach(function (photo) {
      var button = new CKEDITOR.dom.element("button");
      button.setAttributes({ type: "button", title: photo.title, "data-photo": photo.id });
      button.addClass("newsphoto-choice");
      var image = new CKEDITOR.dom.element("img");
      image.setAttributes({ src: photo.thumbnail, alt: photo.title, width: 132, height: 88 });
      button.append(image);
      button.on("click", function () { pick(photo.id); });
      list.append(button);
    });
  }

  CKEDITOR.dialog.add("newsphoto", function (editor) {
    return {
      title: "Photo",
      minWidth: 470,
      minHeight: 330,
      contents: [{
        id: "photo",
        elements: [
          { type: "html", id: "upload", html:
            '<div><label>New photos <input type="file" multiple accept="image/*,.heic,.heif" class="newsphoto-files"></label>' +
            "<p>Or drop them into the text, or paste one there.</p></div>" },
          { type: "text", id: "query", label: "Search the library",
            onKeyup: function () { search(this.getDialog(), this.getValue()); } },
          { type: "html", id: "list", html: '<div class="newsphoto-list" role="group" aria-label="Photos"></div>' },
          { type: "text", id: "number", label: "Photo number",
            setup: function (widget) { this.setValue(widget.data.photo || ""); },
            validate: CKEDITOR.dialog.validate.regex(/^[1-9][0-9]*$/, "Choose a photo, or type its number."),
            commit: function (widget) { widget.setData("photo", this.getValue()); } }
        ]
      }],
      onLoad: function () {
        var dialog = this;
        var input = this.getContentElement("photo", "upload").getElement().findOne(".newsphoto-files").$;
        input.addEventListener("change", function () {
          var files = Array.from(input.files);
          input.value = "";
          dialog.hide();
          CKEDITOR.newsphotoSend(editor, files);
        });
      },
      onShow: function () { search(this, ""); }
    };

    function search(dialog, query) {
      ask("q=" + encodeURIComponent(query), function (photos) {
        var list = dialog.getContentElement("photo", "list").getElement();
        fill(list, photos, function (id) {
          dialog.getContentElement("photo", "number").setValue(String(id));
          dialog.getButton("ok").click();
        });
      });
    }
  });

  CKEDITOR.plugins.add("newsphoto", {
    requires: "widget,dialog,notification",
    onLoad: function () {
      CKEDITOR.scriptLoader.load(this.path + "files.js");
      CKEDITOR.addCss("figure[data-photo] img{max-height:300px;object-fit:cover}");
      CKEDITOR.document.appendStyleText(
        ".newsphoto-list{display:grid;grid-template-columns:repeat(3,1fr);grid-gap:8px;max-height:230px;overflow:auto}" +
        ".newsphoto-choice{padding:0;border:2px solid transparent;cursor:pointer}" +
        ".newsphoto-choice img{object-fit:cover;display:block;width:100%}" +
        ".newsphoto-choice:focus{border-color:#8a4b00;outline:none}"
      );
    },
    init: function (editor) {
      editor.widgets.add("newsphoto", {
        dialog: "newsphoto",
        draggable: true,
        template: '<figure data-photo=""><img src="' + NOTHING + '" alt=""><figcaption></figcaption></figure>',
        parts: { image: "img", caption: "figcaption" },
        editables: { caption: { selector: "figcaption", allowedContent: "em strong; a[!href]" } },
        allowedContent: "figure[!data-photo]; figcaption",
        upcast: function (element) {
          if (element.name !== "figure" || !element.attributes["data-photo"]) { return false; }
          if (!element.getFirst("img")) {
            element.add(new CKEDITOR.htmlParser.element("img", { src: NOTHING, alt: "" }), 0);
          }
          if (!element.getFirst("figcaption")) { element.add(new CKEDITOR.htmlParser.element("figcaption")); }
          return true;
        },
        downcast: function (element) {
          var caption = element.getFirst("figcaption");
          var figure = new CKEDITOR.htmlParser.element("figure", { "data-photo": this.data.photo });
          if (caption && caption.getHtml().replace(/<br\s*\/?>|&nbsp;|\s/g, "")) { figure.add(caption); }
          return figure;
        },
        init: function () { this.setData("photo", this.element.getAttribute("data-photo") || ""); },
        data: function () {
          var widget = this;
          if (!this.data.photo) { return; }
          this.element.setAttribute("data-photo", this.data.photo);
          ask("ids=" + encodeURIComponent(this.data.photo), function (photos) { show(widget, photos[0]); });
        }
      });
      editor.ui.addButton("NewsPhoto", { label: "Photo", command: "newsphoto", toolbar: "insert", icon: this.path + "icon.svg" });
    }
  });
})();
