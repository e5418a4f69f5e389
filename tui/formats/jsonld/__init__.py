"""Records as W3C Web Annotations in JSON-LD, out and in."""
