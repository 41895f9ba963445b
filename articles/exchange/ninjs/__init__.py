"""ninjs 3.x items in: read, check everything, then write stories in one transaction."""
