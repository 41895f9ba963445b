"""Where drafts are kept, and the page that keeps one."""

KEEP = "admin:draft_keep"
PAGE = "a-page-of-mine"
