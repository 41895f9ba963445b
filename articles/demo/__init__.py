"""The demonstration newsroom: fictional people, stories and pictures, dated relative to loading."""
