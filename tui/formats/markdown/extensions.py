r"""What readers add to CommonMark, written out as text.

A body must not hide words (Obsidian's comments), run TeX (pandoc), or change the document around it (footnotes,
metadata, divisions, formulas without an end). `%%x%%` becomes `\%\%x\%\%`.
"""

import re

from markdown_it import MarkdownIt

MAY_EXTEND = re.compile(r"%%|\$\$|\[\^|:::|---|\\[A-Za-z]")
"""A quick check: without a match, `disarm_extensions` has nothing to replace."""
_EXTENSION = re.compile(
    r"(?P<kept>\\[^A-Za-z]|(?P<ticks>`+)(?!`)(?:.|\n)*?(?<!`)(?P=ticks)(?!`))"  # escapes and code
    r"|(?P<tex>\\)|(?P<pair>%%|\$\$)|(?P<footnote>\[)(?=\^[^\]\s]+\])|(?P<division>(?<!:):)(?=::)"
)
_METADATA = re.compile(r"(?<!-)---(?=[ \t]*$)")


def disarm_extensions(source: str, parser: MarkdownIt) -> str:
    """Return Markdown without other markup than that of CommonMark and tables.

    A rule of three hyphens, which may begin metadata, becomes one of asterisks.
    """
    if not MAY_EXTEND.search(source):
        return source
    rows = source.split("\n")
    for token in parser.parse(source):
        if token.type == "hr" and token.map:
            rows[token.map[0]] = _METADATA.sub("***", rows[token.map[0]])
    return _EXTENSION.sub(_as_text, "\n".join(rows))


def _as_text(match: re.Match[str]) -> str:
    markup = match[0]
    return markup if match["kept"] else "\\" + "\\".join(markup)
