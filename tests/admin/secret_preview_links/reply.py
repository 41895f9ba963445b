"""What a reply says."""


def html(response):
    return response.content.decode()
