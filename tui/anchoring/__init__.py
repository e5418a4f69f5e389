"""From quotes to places in today's text, and back; pure functions."""
