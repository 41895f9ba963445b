"""A view of the story list is kept, and what a page of the list shows."""

import html

LIST, VIEWS = "/admin/articles/story/", "/admin/stories/views/"


def keep(client, name="Dams", query="q=dam", **more):
    return client.post(VIEWS, {"deed": "keep", "name": name, "query": query} | more)


def text_of(response):
    return html.unescape(response.content.decode())


def shown(response):
    return {story.headline for story in response.context["cl"].result_list}
