"""What accepted drafts are linked to."""

from enum import StrEnum


class Link(StrEnum):
    """What accepted drafts are linked to."""

    NONE = "none"
    NEAR = "near"
    NEW = "new"
