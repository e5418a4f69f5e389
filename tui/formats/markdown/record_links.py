"""References such as `B7`, as links that lead to their records.

An id of a record has capital letters, so that it is never the id that a reader of Markdown makes of a heading.
"""

from collections.abc import Sequence

from tui.analysis.statements import Statement

_SHOWN = 12
"""References in one line of a cell."""


def link_target(reference: str) -> str:
    """Return the place of a record, to which `record_link` leads."""
    return f'<a id="{reference}"></a>'


def record_link(reference: str, *, linked: bool) -> str:
    """Return a reference, as a link if its record is in the document.

    `record_link("B7", linked=True)` is `"[B7](#B7)"`.
    """
    return f"[{reference}](#{reference})" if linked else reference


def record_links(statements: Sequence[Statement]) -> str:
    """Return links to statements, and how many more there are.

    As in `[A1](#A1), [A4](#A4)`.
    """
    links = ", ".join([record_link(statement.reference, linked=True) for statement in statements[:_SHOWN]])
    more = len(statements) - _SHOWN
    return f"{links} and {more:,} more" if more > 0 else links
