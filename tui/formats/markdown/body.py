"""Bodies, which are Markdown, made safe to stand among other text: what a body opens, it closes.

A body keeps its own Markdown. Only what would reach beyond it is mended: a fence left open is closed, and link
definitions, whose labels count for the whole document, are written into the links. What would act, such as HTML, is
written out as text (see `active`). A body that cannot be mended is shown as its source, in a fence.
"""

import re

from tui.model import canonical

_REACHES_OUT = re.compile(r"```|~~~|<|\]:|\]\(")


def self_contained(body: str) -> str:
    """Return `body` so that what follows it, after an empty line, is not drawn into it.

    Empty lines around it, which mean nothing in Markdown, are dropped.
    """
    if not body:
        return ""
    source = re.sub(r"[\x00\ud800-\udfff]", "\ufffd", canonical(body))
    source = re.sub(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z", "", source)
    if not _REACHES_OUT.search(source):
        return source
    from tui.formats.markdown.repair import repaired  # noqa: PLC0415 - few bodies need a parser of Markdown

    return repaired(source)
