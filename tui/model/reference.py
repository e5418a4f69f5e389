"""What one record is called everywhere in the program."""

from typing import NamedTuple


class RecordRef(NamedTuple):
    """The name of a record: ids are unique within an article."""

    article: str
    """The article's id; empty for a note on a proposition."""
    id: str
    """The annotation's id."""
