"""How what was found in a workspace is listed: pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.reader.content import line_content, visible_line
from tui.reader.widgets.list_view import Rows
from tui.storage.cache.article_search import AROUND, ArticleHits, Snippet

INDENT = 3


@dataclass(frozen=True, slots=True)
class HitLine:
    """An article's title, or one hit in it."""

    found: ArticleHits
    snippet: Snippet | None = None
    """None on the article's own line, which stands for its first hit."""

    @property
    def start(self) -> int:
        """The code point to go to."""
        return (self.snippet or self.found.snippets[0]).start


def hit_lines(found: Iterable[ArticleHits]) -> list[HitLine]:
    """Return a line for each article and one for each hit that is shown of it."""
    return [line for each in found for line in (HitLine(each), *(HitLine(each, s) for s in each.snippets))]


class HitRows(Rows):
    """Articles and their hits."""

    def __init__(self, hits: Sequence[HitLine]) -> None:
        super().__init__(hits)
        self.hits = hits

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the line of an article, or of a hit with the words around it."""
        line = self.hits[index]
        if line.snippet is None:
            number = Content.styled(f"{line.found.number:>6}", "bold")
            title = line_content(line.found.title, "bold").truncate(width - number.cell_length, ellipsis=True, pad=True)
            return [Content.assemble(title, number)]
        return [_snippet_line(line.snippet, width)]


def _snippet_line(snippet: Snippet, width: int) -> Content:
    words = visible_line(snippet.words)
    room = max(8, (width - INDENT - len(words)) // 2)
    before = _spaced(snippet.before)[-room:]
    return Content.assemble(
        " " * INDENT,
        Content.styled(before.rjust(min(room, AROUND)), "$quiet"),
        Content.styled(words, "bold $accent"),
        Content.styled(_spaced(snippet.after), "$quiet"),
    )


def _spaced(around: str) -> str:
    """Return what stands beside a hit on one line, with the white space next to the hit kept as one space."""
    lead = " " if around[:1].isspace() else ""
    trail = " " if around[-1:].isspace() else ""
    return f"{lead}{visible_line(around)}{trail}" if around.strip() else lead
