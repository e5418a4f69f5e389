"""Find the title in an article's text."""

import re

from tui.model.front_matter import HEAD, find_front_matter

MAX_TITLE = 300
CUT = " …"
"""The end of a title that is only the beginning of its line."""
_LONG_WORD = 40
"""A last word that is longer is cut, for scripts without spaces."""

# Compiled when a title has marks, as few do.
_COMMENT = r"(?s)<!--.*?-->"
_HEADING = r"#{1,6}[ \t]+(.*?)[ \t]*#*"
_LINK = r"!?\[([^\]]*)\]\([^)]*\)"
_MARK = re.compile(r"[*_`\[]")
_EMPHASIS = r"(\*{1,3}|_{1,3}|`)(?=\S)(.+?)(?<=\S)\1(?!\w)"


def text_title(text: str) -> str:
    """Return the front matter's title, else the first line without marks.

    It is empty if there is none. Of a very long line it is the first words and `CUT`.
    `text_title("# A **bold** word")` is `"A bold word"`.
    """
    front_matter = find_front_matter(text)
    if front_matter:
        from tui.model.source_fields import source_fields  # noqa: PLC0415 - few articles have front matter

        if title := source_fields(front_matter).get("title"):
            return title
    start = front_matter.end if front_matter else 0
    head = text[start : start + HEAD].lstrip()
    while head.startswith("<!--") and (comment := re.match(_COMMENT, head)):
        head = head[comment.end() :].lstrip()
    line = head[:MAX_TITLE].split("\n", 1)[0]
    rest = head[MAX_TITLE:].split("\n", 1)[0].strip() if len(line) == MAX_TITLE else ""
    stripped = line.strip()
    heading = re.fullmatch(_HEADING, stripped) if stripped[:1] == "#" else None
    title = _without_marks(heading[1] if heading else stripped)
    return _cut_at_word(title, is_whole=line[-1].isspace()) if rest else title


def _cut_at_word(title: str, *, is_whole: bool) -> str:
    """Return a title without its last word unless that is whole, and `CUT`.

    A title without words is returned as it is. `_cut_at_word("the ferry, whi", is_whole=False)` is `"the ferry …"`.
    """
    if not any(map(str.isalnum, title)):
        return title
    end = -1 if is_whole else title.rfind(" ", -_LONG_WORD)
    words = title if end < 0 else title[:end]
    return f"{words.rstrip(' ,;:')}{CUT}"


def _without_marks(line: str) -> str:
    # Most titles have none, and this is called whenever a title is shown.
    if _MARK.search(line):
        line = re.sub(_EMPHASIS, r"\2", re.sub(_LINK, r"\1", line)).strip()
    return line
