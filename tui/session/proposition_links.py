"""Find the statements of an account on the same proposition."""

from collections.abc import Sequence

from tui.model import NOTE, Account, Annotation, Placed


def find_partners(account: Account, annotation: Annotation) -> tuple[Placed, ...]:
    """Return an account's other statements on the same proposition.

    Those without a place in the text are left out.
    """
    numbered = account.by_proposition.get(annotation.about, ()) if annotation.about else ()
    statements = (placed for _, placed in numbered if placed.span and placed.annotation.kind != NOTE.name)
    return tuple(placed for placed in statements if placed.annotation != annotation)


def next_partner(partners: Sequence[Placed], cursor: int, *, again: bool) -> int:
    """Return the index of the partner to go to, from 0.

    It is the first one, or `again` the first one after the cursor, a code point. After the last comes the first.
    """
    if not again:
        return 0
    starts = [placed.span.start for placed in partners if placed.span]
    return next((index for index, start in enumerate(starts) if start > cursor), 0)
