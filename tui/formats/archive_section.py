"""The sections of an archive, of which an export can have some."""

from enum import StrEnum


class ArchiveSection(StrEnum):
    """A section of the Markdown archive."""

    ACCOUNTS = "accounts"
    """A table of the articles, with how many statements each has."""
    COMPARISON = "comparison"
    """A table of propositions and accounts, and what one account alone tells."""
    PROPOSITIONS = "propositions"
    """Contradictions, verdicts, and notes on propositions."""
    PEOPLE = "people"
    """Who speaks, who contradicts themselves, and quotes in two wordings."""
    RECORDS = "records"
    """Every record, once."""


ALL_SECTIONS = frozenset(ArchiveSection)
