"""The rows of the search in all articles: pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.reader.content import cut_start, line_content, visible_line
from tui.reader.widgets.list_view import Rows
from tui.storage.fulltext.article_search import SNIPPET_MARGIN, ArticleHits, Snippet

INDENT = 3


@dataclass(frozen=True, slots=True)
class HitLine:
    """An article's title, or one hit in it."""

    article: ArticleHits
    snippet: Snippet | None = None
    """None on the article's own line, which leads to its first hit."""

    @property
    def start(self) -> int:
        """The code point to go to."""
        return (self.snippet or self.article.snippets[0]).start


def hit_lines(articles: Iterable[ArticleHits]) -> list[HitLine]:
    """Return a line for each article, and one for each of its snippets."""
    return [HitLine(article, snippet) for article in articles for snippet in (None, *article.snippets)]


class HitRows(Rows):
    """Articles and their hits."""

    def __init__(self, hits: Sequence[HitLine]) -> None:
        super().__init__(hits)
        self.hits = hits

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        line = self.hits[index]
        if line.snippet is None:
            number = Content.styled(f"{line.article.number:>6}", "bold")
            title = line_content(line.article.title, "bold").truncate(
                width - number.cell_length, ellipsis=True, pad=True
            )
            return [Content.assemble(title, number)]
        return [_snippet_line(line.snippet, width)]


def _snippet_line(snippet: Snippet, width: int) -> Content:
    words = visible_line(snippet.words)
    side = min(SNIPPET_MARGIN, max(8, (width - INDENT - len(words)) // 2))
    return Content.assemble(
        " " * INDENT,
        Content.styled(cut_start(_before(snippet), side).rjust(side), "$quiet"),
        Content.styled(words, "bold $accent"),
        Content.styled(_after(snippet), "$quiet"),
    )


def _before(snippet: Snippet) -> str:
    """Return what is before a hit, from a whole word on if more is there."""
    words = _spaced(snippet.before)
    return f"…{words.partition(' ')[2] or words}" if snippet.start > SNIPPET_MARGIN else words


def _after(snippet: Snippet) -> str:
    """Return what is after a hit, to a whole word if there may be more."""
    words = _spaced(snippet.after)
    return f"{words.rpartition(' ')[0] or words}…" if len(snippet.after) == SNIPPET_MARGIN else words


def _spaced(context: str) -> str:
    """Return the text beside a hit on one line, keeping a space at either end."""
    lead = " " if context[:1].isspace() else ""
    trail = " " if context[-1:].isspace() else ""
    return f"{lead}{visible_line(context)}{trail}" if context.strip() else lead
