"""The lines of a brat file that a record keeps as they were.

A record that came from brat has them with their numbers, so that an export gives the same file: relations, attributes
and equivalents that Diptych has no word for, in their order.
"""

from collections.abc import Iterator

from tui.formats.brat.field_notes import BODY
from tui.formats.brat.standoff import StandoffLine, cut_at_newlines, standoff_line, text_bound
from tui.model import Annotation, Placed, Span

KEPT = "brat"
"""The key of a record that holds its lines."""

NumberedLine = tuple[int, str]


def kept(lines: list[NumberedLine]) -> tuple[str, ...]:
    """Return lines as a record keeps them, each with its number."""
    return tuple(f"{number}\t{line}" for number, line in lines)


def kept_lines(annotation: Annotation) -> list[NumberedLine]:
    """Return the lines that a record keeps, the text-bound one first."""
    if not annotation.extra:
        return []
    value = dict(annotation.extra).get(KEPT, ())
    listed = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    pairs = (line.partition("\t") for line in listed if isinstance(line, str))
    return [(int(number), line) for number, _, line in pairs if number.isdecimal() and standoff_line(line)]


def line_body(line: str) -> str | None:
    """Return the text of a note that somebody wrote in brat, or None."""
    parsed = standoff_line(line)
    return parsed.text if parsed and parsed.id.startswith("#") and parsed.type == BODY else None


def current_lines(placed: Placed, text: str) -> Iterator[NumberedLine]:
    """Yield the lines that a record keeps, with what it says today."""
    lines = kept_lines(placed.annotation)
    bodies = [body for _, line in lines if (body := line_body(line)) is not None]
    is_same_body = "\n\n".join(bodies) == placed.annotation.body
    for position, (number, line) in enumerate(lines):
        parsed = standoff_line(line)
        if position == 0 and parsed:
            yield number, _at_todays_place(line, parsed, placed, text)
        elif is_same_body or line_body(line) is None:
            yield number, line


def has_new_body(annotation: Annotation) -> bool:
    """Return whether a record's body is not what its lines say."""
    bodies = [body for _, line in kept_lines(annotation) if (body := line_body(line)) is not None]
    return "\n\n".join(bodies) != annotation.body


def _at_todays_place(line: str, parsed: StandoffLine, placed: Placed, text: str) -> str:
    kind = placed.annotation.kind
    if _cut(parsed.spans, text) == _cut(placed.spans, text) and parsed.type == kind:
        return line
    return text_bound(parsed.id, kind, placed.spans, text)


def _cut(spans: list[Span] | tuple[Span, ...], text: str) -> list[Span]:
    return sorted(span for span in cut_at_newlines(spans, text) if span.of(text).strip())
