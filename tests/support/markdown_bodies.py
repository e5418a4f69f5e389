"""Bodies in Markdown that try to affect the text after them."""

from hypothesis import strategies as st

LINES = [
    *("", "word", "*so*", "# Head", "Head\n===", "> quote", "- item", "  - deeper", "1. one", "    code", "\tcode"),
    *("```", "```py", "~~~~", "<div>", "</div>", "<!-- a", "-->", "<script>", "| a | b |\n| - | - |", "***", "`x"),
    *("[1]", "[a][1]", "[1]: http://a.b 'T'", "[a](b)", "a  ", "a\\", "&amp;", "http://x.y", "\u2028", "<b>x"),
    *("[^1]", "[^1]: x", "---", "---\ntitle: x\n---", "%%", "$$", "::: x", ":::", "\\def\\x{y}", "`\\n %%`"),
    *("-   x", "<?php", "![i][1]", "> ```", "- ```", "<!DOCTYPE", "<![CDATA[", "[a\\]]: <b c>", "\\[1]", "\r"),
]
bodies = st.lists(st.sampled_from(LINES), max_size=7).map("\n".join)
