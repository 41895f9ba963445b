"""What a page of approval binds its button to."""

import re


def hash_in(response):
    return re.search(r'name="seen_hash" value="(\w+)"', response.content.decode())[1]
