/* Photos dropped, pasted or chosen in the text: sent by the page, placed where they were dropped. */
(function () {
  "use strict";

  /* An invisible mark at the caret: it stays where it is while the writer goes on typing. */
  function markCaret(editor) {
    editor.focus();
    var range = editor.getSelection().getRanges()[0];
    var mark = new CKEDITOR.dom.element("span", editor.document);
    if (!range) { return null; }
    mark.setAttributes({ "data-cke-bookmark": 1, "data-newsphoto-mark": 1 });
    range.collapse(true);
    range.insertNode(mark);
    range.moveToPosition(mark, CKEDITOR.POSITION_AFTER_END);
    range.select();
    return mark;
  }

  function place(editor, mark, id) {
    editor.focus();
    if (mark && mark.getParent()) {
      var range = editor.createRange();
      range.setStartBefore(mark);
      range.collapse(true);
      range.select();
    }
    editor.insertHtml('<figure data-photo="' + Number(id) + '"></figure>');
  }

  function notices(editor) {
    var open = new Map();
    return {
      progressed: function (file, part) {
        if (!open.has(file)) { open.set(file, editor.showNotification(CKEDITOR.tools.htmlEncode(file.name), "progress", 0)); }
        open.get(file).update({ progress: part });
      },
      close: function (file) { if (open.has(file)) { open.get(file).hide(); } },
      refused: function (file, sentence) {
        this.close(file);
        editor.showNotification(CKEDITOR.tools.htmlEncode(file.name + ": " + sentence), "warning");
      }
    };
  }

  CKEDITOR.newsphotoSend = function (editor, files) {
    if (!files.length) { return; }
    var mark = markCaret(editor);
    var told = notices(editor);
    var left = files.length;
    function settled() { left -= 1; if (!left && mark) { mark.remove(); } }
    document.dispatchEvent(new CustomEvent("newsphoto-files", { cancelable: true, detail: {
      files: files,
      progressed: told.progressed,
      placed: function (file, photo) { told.close(file); place(editor, mark, photo.id); settled(); },
      refused: function (file, sentence) { told.refused(file, sentence); settled(); }
    } }));
  };

  function filesIn(transfer) {
    var files = [];
    for (var index = 0; index < transfer.getFilesCount(); index += 1) { files.push(transfer.getFile(index)); }
    return files.filter(Boolean);
  }

  function prepare(editor) {
    editor.on("paste", function (event) {
      var files = filesIn(event.data.dataTransfer);
      if (!files.length || event.data.dataValue) { return; }
      event.cancel();
      CKEDITOR.newsphotoSend(editor, files);
    }, null, null, 0);  /* before the editor turns pictures into text */
    document.addEventListener("newsphoto-place", function (event) { place(editor, null, event.detail.id); });
  }

  function isForStories(editor) { return !!editor.plugins.newsphoto; }

  Object.keys(CKEDITOR.instances).forEach(function (name) {
    var editor = CKEDITOR.instances[name];
    if (editor.status === "ready" && isForStories(editor)) { prepare(editor); }
    else { editor.on("instanceReady", function () { if (isForStories(editor)) { prepare(editor); } }); }
  });
  CKEDITOR.on("instanceCreated", function (event) {
    event.editor.on("instanceReady", function () { if (isForStories(event.editor)) { prepare(event.editor); } });
  });
})();
