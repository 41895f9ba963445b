/* Choosing a photo for the text: from the library or a file; and its alt text, written right here. */
CKEDITOR.dialog.add("newsphoto", function (editor) {
  "use strict";
  var waiting = 0, say = CKEDITOR.newsroomSay;

  CKEDITOR.document.appendStyleText(
    ".newsphoto-list{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));grid-gap:8px;max-height:230px;overflow:auto}" +
    ".newsphoto-choice{padding:0;border:2px solid transparent;cursor:pointer}" +
    ".newsphoto-choice img{object-fit:cover;display:block;width:100%;height:auto;aspect-ratio:3/2}" +
    ".newsphoto-files{color:inherit;max-width:100%}" +
    ".newsphoto-choice:focus,.newsphoto-choice.is-chosen{border-color:#8a4b00;outline:none}" +
    ".newsphoto-words[hidden]{display:none}" +
    ".newsphoto-words p{white-space:normal;margin:0 0 6px;line-height:1.4}" +
    ".newsphoto-words p.is-fault{padding:6px 9px;background:var(--darkened-bg);border-inline-start:3px solid var(--danger)}" +
    ".newsphoto-words label{display:block;white-space:normal;margin-bottom:3px}" +
    ".newsphoto-words textarea{width:100%;box-sizing:border-box;padding:6px 8px;border:1px solid;border-radius:3px;font:inherit;line-height:1.4;white-space:pre-wrap}"
  );

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

  function part(dialog, name) { return dialog.getContentElement("photo", name); }
  function panel(dialog) { return part(dialog, "words").getElement().$; }

  function search(dialog, query) {
    CKEDITOR.newsphoto.ask("q=" + encodeURIComponent(query), function (photos) {
      fill(part(dialog, "list").getElement(), photos, function (id) {
        dialog.isPicking = true;
        part(dialog, "number").setValue(String(id), true);
        tell(dialog);
      });
    });
  }

  function mark(dialog, id) {
    part(dialog, "list").getElement().find(".newsphoto-choice").toArray().forEach(function (one) {
      one[one.getAttribute("data-photo") === id ? "addClass" : "removeClass"]("is-chosen");
    });
  }

  function hide(dialog) { dialog.told = null; panel(dialog).hidden = true; }

  /* A photo that is picked and has its words is placed at once; else they are asked for first. */
  function tell(dialog) {
    var id = part(dialog, "number").getValue();
    mark(dialog, id);
    hide(dialog);
    if (!/^[1-9][0-9]{0,17}$/.test(id)) { dialog.isPicking = false; return; }
    CKEDITOR.newsphoto.look(editor, id, CKEDITOR.newsphoto.captionOf(dialog.edited)).then(function (told) {
      var isPicking = dialog.isPicking;
      if (part(dialog, "number").getValue() !== id || !dialog.isOpen) { return; }
      dialog.isPicking = false;
      var isAsking = told && told.may_write && (told.fault || CKEDITOR.newsphoto.unsent[id]);
      if (isPicking && !isAsking) { dialog.getButton("ok").click(); return; }
      if (told) { put(dialog, told); }
      if (isAsking) { panel(dialog).querySelector("textarea").focus(); }
    });
  }

  function put(dialog, told) {
    var place = panel(dialog), area = place.querySelector("textarea"), said = place.querySelector("p");
    dialog.told = told;
    said.textContent = told.sentence;
    said.hidden = !told.sentence;
    said.className = told.fault ? "is-fault" : "";
    place.querySelector("label").textContent = told.label;
    area.value = CKEDITOR.newsphoto.unsent[told.id] || told.alt;
    area.lang = told.language;
    area.dir = told.direction;
    area.readOnly = !told.may_write;
    place.querySelector("div").hidden = told.is_decorative;
    place.hidden = false;
  }

  return {
    title: say("Photo"),
    minWidth: Math.min(470, window.innerWidth - 60),
    minHeight: 330,
    contents: [{
      id: "photo",
      elements: [
        { type: "html", id: "upload", html:
          '<div><label>' + say("New photos") + ' <input type="file" multiple accept="image/*,.heic,.heif" class="newsphoto-files"></label>' +
          "<p>" + say("Or drop them into the text, or paste one there.") + "</p></div>" },
        { type: "text", id: "query", label: say("Search the library"),
          onKeyup: function () { search(this.getDialog(), this.getValue()); } },
        { type: "html", id: "list", html: '<div class="newsphoto-list" role="group" aria-label="' + say("Photos") + '"></div>' },
        { type: "text", id: "number", label: say("Photo number"),
          setup: function (widget) {
            var dialog = this.getDialog();
            dialog.edited = widget;
            this.setValue(widget.data.photo || "", true);
            tell(dialog);
          },
          onKeyup: function () { var dialog = this.getDialog(); clearTimeout(waiting); waiting = setTimeout(function () { tell(dialog); }, 250); },
          validate: CKEDITOR.dialog.validate.regex(/^[1-9][0-9]*$/, say("Choose a photo, or type its number.")),
          commit: function (widget) { widget.setData("photo", this.getValue()); } },
        { type: "html", id: "words", html:
          '<div class="newsphoto-words" hidden><p role="status"></p><div><label for="newsphoto-alt"></label>' +
          '<textarea id="newsphoto-alt" rows="3" maxlength="1000" spellcheck="true"></textarea></div></div>' }
      ]
    }],
    onLoad: function () {
      var dialog = this;
      var input = part(this, "upload").getElement().findOne(".newsphoto-files").$;
      input.addEventListener("change", function () {
        var files = Array.from(input.files);
        input.value = "";
        dialog.hide();
        CKEDITOR.newsphotoSend(editor, files);
      });
    },
    onShow: function () { this.isOpen = true; search(this, ""); },
    onOk: function () {
      var told = this.told, alt = panel(this).querySelector("textarea").value.trim();
      if (told && told.may_write && alt && (alt !== told.alt || CKEDITOR.newsphoto.unsent[told.id])) { CKEDITOR.newsphoto.write(editor, told, alt); }
    },
    onHide: function () { this.isOpen = this.isPicking = false; this.edited = null; hide(this); }
  };
});
