"""The keys of annotation files, and the values of unknown ones."""

from collections.abc import Mapping as AnyMapping

RETRIEVED = "retrieved"
"""The key of the time at which an article was fetched."""
BLIND = "blind"
"""The key of the codebook that hides the records of others."""
RECORDS_KEY = "annotations"
"""The key of a file's list of records."""

TEXTS = frozenset(
    {"article", "id", "kind", "on", "as", "about", "cue", "hedge", "prefix", "suffix", "body"}
    | {"annotator", "created", "modified", "suggested"}
)
"""Fields that hold one text."""
LISTS = frozenset({"speaker", "via", "quote", "was", "tags", "resolves"})
"""Fields that hold one text or a list of texts."""
OFFSETS = frozenset({"start", "end"})
"""Fields that hold an offset in code points of the article's canonical text, or one for each piece of the quote."""
FIELDS = (
    *("article", "id", "kind", "on", "resolves", "speaker", "as", "via", "about", "cue", "hedge"),
    *("quote", "prefix", "suffix", "start", "end"),
    *("was", "body", "tags", "annotator", "created", "modified", "suggested"),
)
"""Every known field, in the order of a new record."""
ATTRIBUTES = {name: {"as": "speaker_words"}.get(name, name) for name in FIELDS}
"""The attribute of `Annotation` that holds a field."""


def frozen_value(value: object) -> object:
    """Return a value of an unknown key with tuples instead of lists."""
    if isinstance(value, list | tuple):
        return tuple(frozen_value(item) for item in value)
    if isinstance(value, AnyMapping):
        return {name: frozen_value(item) for name, item in value.items()}
    return value
