"""What is said of a record in the words of a project: user, time, comment."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from tui.formats.phrasing import attribution_parts, in_quotes, relation_label
from tui.formats.qdpx.xml_text import common_guid
from tui.model import Annotation, Codebook, Placed
from tui.model.timestamp import UNKNOWN, instant


def user_guid(annotator: str) -> str:
    """Return the id of an annotator, or an empty string for nobody."""
    return common_guid("user", annotator) if annotator else ""


@lru_cache(maxsize=4096)  # records of one import or session have the same
def date_time(timestamp: str) -> str:
    """Return a time in UTC as XML Schema has it, or an empty string.

    `date_time("2026-01-02T10:00:00+02:00")` is `"2026-01-02T08:00:00Z"`.
    """
    seconds = instant(timestamp)
    return "" if seconds == UNKNOWN else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def created_by(annotation: Annotation) -> Mapping[str, str]:
    """Return the attributes that say who created a record, and when."""
    return {"creatingUser": user_guid(annotation.annotator), "creationDateTime": date_time(annotation.created)}


def modified_by(annotation: Annotation) -> Mapping[str, str]:
    """Return the attributes that say who changed a record last, and when."""
    modified = date_time(annotation.modified)
    return {"modifyingUser": user_guid(annotation.annotator), "modifiedDateTime": modified} if modified else {}


def comment(placed: Placed) -> str:
    """Return a record's body, who says it, and the quote if it has changed."""
    annotation = placed.record.annotation
    said = " · ".join(attribution_parts(annotation))
    is_adjusted = placed.is_adjusted
    if not annotation.body and not is_adjusted:
        return said  # of most records
    was = f"Marked as {in_quotes(annotation.quote)}" if is_adjusted else ""
    return "\n\n".join(filter(None, (annotation.body, said, was)))


def whole_comment(placed: Placed, codebook: Codebook) -> str:
    """Return all that a record without a place says, with its quote."""
    annotation, kind = placed.annotation, codebook.kind(placed.annotation.kind)
    about = f"{relation_label(kind)}: {codebook.proposition_text(annotation.about)}" if annotation.about else ""
    tags = f"Tags: {', '.join(annotation.tags)}" if annotation.tags else ""
    heading = " · ".join(filter(None, (kind.label, about, tags)))
    return "\n\n".join(filter(None, (heading, in_quotes(annotation.quote), comment(placed))))
