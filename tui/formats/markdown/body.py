"""Bodies, which are Markdown, isolated from the text around them.

Only what would affect the text after a body is repaired: an open fence is closed, and link definitions, whose labels
count for the whole document, are written into the links. What is active, such as HTML, becomes text (see `sanitize`),
and so does what readers add to CommonMark, such as footnotes (see `extensions`).
A body that cannot be repaired is shown as its source, in a fence.
"""

import re

from tui.formats.markdown.extensions import MAY_EXTEND
from tui.model import canonicalize

_MAY_NEED_REPAIR = re.compile(rf"```|~~~|<|\]:|\]\(|{MAY_EXTEND.pattern}")


def isolate_body(body: str) -> str:
    """Return a body that does not affect the blocks after it.

    Empty lines around it, which mean nothing in Markdown, are dropped.
    """
    if not body:
        return ""
    source = re.sub(r"[\x00\ud800-\udfff]", "\ufffd", canonicalize(body))
    source = re.sub(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z", "", source)
    if not _MAY_NEED_REPAIR.search(source):
        return source
    from tui.formats.markdown.repair import repair_body  # noqa: PLC0415 - few bodies need a parser of Markdown

    return repair_body(source)
