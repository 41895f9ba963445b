/* Posts of other houses and stories of ours: stored as an address or a number, shown as a card.
 * Nothing is fetched from a provider, neither here nor on the page. */
(function () {
  "use strict";

  function ours(editor) { return editor.config.newsroom || {}; }

  function providerOf(editor, address) {
    var url;
    try { url = new URL(address.trim()); } catch (error) { return ""; }
    if (!/^https?:$/.test(url.protocol) || url.username || url.port || url.pathname === "/") { return ""; }
    return (ours(editor).providers || {})[url.hostname.replace(/^(www|m|mobile)\./, "")] || "";
  }

  function said(name, text) {
    var made = new CKEDITOR.htmlParser.element("span", { "class": name });
    made.add(new CKEDITOR.htmlParser.text(CKEDITOR.tools.htmlEncode(text)));
    return made;
  }

  function textOf(element) {
    return element ? CKEDITOR.tools.htmlDecode(element.getHtml().replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim() : "";
  }

  function notEmbeddable(editor) {
    var names = Object.values(ours(editor).providers || {});
    var once = names.filter(function (name, at) { return names.indexOf(name) === at; });
    return CKEDITOR.newsroomSay("That is no address of a post or film at {names}. Link to it instead.", { names: once.join(", ") });
  }

  CKEDITOR.dialog.add("newsembed", function (editor) {
    return {
      title: CKEDITOR.newsroomSay("Post or film from elsewhere"),
      minWidth: 420, minHeight: 150,
      contents: [{ id: "embed", elements: [
        { type: "text", id: "url", label: CKEDITOR.newsroomSay("Address"), inputStyle: "direction:ltr",
          setup: function (widget) { this.setValue(widget.data.url || ""); },
          validate: function () { return providerOf(editor, this.getValue()) ? true : notEmbeddable(editor); },
          commit: function (widget) { widget.setData("url", this.getValue().trim()); } },
        { type: "text", id: "title", label: CKEDITOR.newsroomSay("What it shows, in a sentence"),
          setup: function (widget) { this.setValue(widget.data.title || ""); },
          validate: CKEDITOR.dialog.validate.notEmpty(CKEDITOR.newsroomSay("Say what it shows: readers see this sentence, and the post only when they tap it.")),
          commit: function (widget) { widget.setData("title", this.getValue().trim()); } }
      ] }]
    };
  });

  function embedWidget(editor) {
    return {
      dialog: "newsembed",
      draggable: true,
      template: '<figure data-embed=""><span class="embed-provider"></span><span class="embed-title"></span></figure>',
      parts: { provider: ".embed-provider", title: ".embed-title" },
      allowedContent: "figure[!data-embed]; figcaption",
      upcast: function (element, data) {
        if (element.name !== "figure" || !element.attributes["data-embed"]) { return false; }
        data.url = element.attributes["data-embed"];
        data.title = textOf(element.getFirst("figcaption"));
        element.children.slice().forEach(function (child) { child.remove(); });
        element.add(said("embed-provider", ""));
        element.add(said("embed-title", data.title));
        return true;
      },
      downcast: function () {
        var figure = new CKEDITOR.htmlParser.element("figure", { "data-embed": this.data.url });
        var caption = new CKEDITOR.htmlParser.element("figcaption");
        caption.setHtml(CKEDITOR.tools.htmlEncode(this.data.title || ""));
        figure.add(caption);
        return figure;
      },
      data: function () {
        this.element.setAttribute("data-embed", this.data.url || "");
        this.parts.provider.setText(providerOf(editor, this.data.url || "") || "?");
        this.parts.title.setText(this.data.title || this.data.url || "");
      }
    };
  }

  function ask(editor, parameters, done) {
    var known = ours(editor);
    if (!known.related) { return; }
    fetch(known.related + "?service=" + Number(known.service || 0) + "&" + parameters, { credentials: "same-origin" })
      .then(function (response) { return response.ok ? response.json() : { stories: [] }; })
      .then(function (data) { done(data.stories); }, function () { done([]); });
  }

  function fill(list, stories, pick) {
    list.setHtml("");
    if (!stories.length) { list.setText(CKEDITOR.newsroomSay("No story of this service matches.")); }
    stories.forEach(function (story) {
      var button = new CKEDITOR.dom.element("button");
      button.setAttributes({ type: "button", dir: "auto", "data-story": story.id });
      button.addClass("newsrelated-choice");
      button.setText(story.headline);
      var state = new CKEDITOR.dom.element("small");
      state.setText(story.state);
      button.append(state);
      button.on("click", function () { pick(story); });
      list.append(button);
    });
  }

  CKEDITOR.dialog.add("newsrelated", function (editor) {
    var waiting = 0;
    function search(dialog, query) {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        ask(editor, "q=" + encodeURIComponent(query), function (stories) {
          fill(dialog.getContentElement("story", "list").getElement(), stories, function (story) {
            dialog.getContentElement("story", "number").setValue(String(story.id));
            dialog.getButton("ok").click();
          });
        });
      }, 150);
    }
    return {
      title: CKEDITOR.newsroomSay("Another story of ours"),
      minWidth: 470, minHeight: 330,
      contents: [{ id: "story", elements: [
        { type: "text", id: "query", label: CKEDITOR.newsroomSay("Search this service's stories"),
          onKeyup: function () { search(this.getDialog(), this.getValue()); } },
        { type: "html", id: "list", html: '<div class="newsrelated-list" role="group" aria-label="' + CKEDITOR.newsroomSay("Stories") + '"></div>' },
        { type: "text", id: "number", label: CKEDITOR.newsroomSay("Story number"),
          setup: function (widget) { this.setValue(widget.data.story || ""); },
          validate: CKEDITOR.dialog.validate.regex(/^[1-9][0-9]*$/, CKEDITOR.newsroomSay("Choose a story, or type its number.")),
          commit: function (widget) { widget.setData("story", this.getValue()); } }
      ] }],
      onShow: function () { search(this, ""); }
    };
  });

  function relatedWidget(editor) {
    return {
      dialog: "newsrelated",
      draggable: true,
      template: '<figure data-story=""><span class="related-label">Read also</span><span class="related-title"></span></figure>',
      parts: { title: ".related-title" },
      allowedContent: "figure[!data-story]",
      upcast: function (element, data) {
        if (element.name !== "figure" || !element.attributes["data-story"]) { return false; }
        data.story = element.attributes["data-story"];
        element.children.slice().forEach(function (child) { child.remove(); });
        element.add(said("related-label", "Read also"));
        element.add(said("related-title", ""));
        return true;
      },
      downcast: function () { return new CKEDITOR.htmlParser.element("figure", { "data-story": this.data.story }); },
      data: function () {
        var widget = this;
        this.element.setAttribute("data-story", this.data.story || "");
        if (!this.data.story) { return; }
        this.parts.title.setText(CKEDITOR.newsroomSay("Story {number}", { number: this.data.story }));
        ask(editor, "ids=" + encodeURIComponent(this.data.story), function (stories) {
          if (stories[0]) { widget.parts.title.setText(stories[0].headline); }
          else { widget.parts.title.setText(CKEDITOR.newsroomSay("Story {number}: not one of this service; readers will not see it", { number: widget.data.story })); }
        });
      }
    };
  }

  CKEDITOR.plugins.add("newslinks", {
    requires: "widget,dialog",
    init: function (editor) {
      editor.widgets.add("newsembed", embedWidget(editor));
      editor.widgets.add("newsrelated", relatedWidget(editor));
      editor.ui.addButton("NewsEmbed", { label: CKEDITOR.newsroomSay("Post or film from elsewhere"), command: "newsembed", toolbar: "insert", icon: this.path + "embed.svg" });
      editor.ui.addButton("NewsRelated", { label: CKEDITOR.newsroomSay("Another story of ours"), command: "newsrelated", toolbar: "insert", icon: this.path + "related.svg" });
    }
  });
})();
