"""What was read of one article's annotation files."""

from typing import NamedTuple

from tui.model import Byline, Problem, Record


class ArticleRecords(NamedTuple):
    """What an article's list file and folder hold."""

    byline: Byline = Byline()
    records: tuple[Record, ...] = ()
    """Those of the list first, then those of the folder, by the time they were made."""
    problems: tuple[Problem, ...] = ()
