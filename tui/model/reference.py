"""The reference to a record."""

from typing import NamedTuple


class RecordRef(NamedTuple):
    """The article and id of a record.

    Ids are unique within an article.
    """

    article: str
    """The article's id; empty for a note on a proposition."""
    id: str
