"""Every list that has feeds, in three formats."""

LISTS = ("/en/", "/en/z/politics/", "/en/t/water/", "/en/author/mara-ellery/")
FILES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}
EVERY_FEED = [path + file for path in LISTS for file in FILES]
