"""Find what a git merge left in an article."""

from collections.abc import Iterator

from tui.model import Article, Problem, Severity

_MARKS = ("\n<<<<<<< ", "\n=======\n", "\n>>>>>>> ")
"""The beginnings of the lines around the two versions, in order."""
_MESSAGE = "a merge left both versions here, and both are shown; keep one, and remove the <<<<<<< and >>>>>>> lines"


def merge_conflict(article: Article) -> Iterator[Problem]:
    """Yield a warning at the first place where a merge left both versions."""
    if _MARKS[0].strip() not in article.text:
        return
    text, offset, offsets = f"\n{article.text}", -1, []
    for mark in _MARKS:
        offset = text.find(mark, offset + 1)
        offsets.append(offset)
        if offset < 0:
            return
    yield Problem(article.path, text.count("\n", 0, offsets[0]) + 1, 1, _MESSAGE, Severity.WARNING)
