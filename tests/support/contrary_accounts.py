"""Three accounts: two contradict each other, and one is silent."""

from collations import Telling, annotate, collate

from tui.model import Codebook, Collation, Proposition

BOOK = Codebook(
    {"five": Proposition("five", "It cost 5 million", ("three",)), "three": Proposition("three", "It cost 3 million")}
)


def contrary_accounts(first: str = "It cost 5 million.") -> Collation:
    """Return A, who says five, B, who says three, and C, who says nothing."""
    return collate(
        Telling("one", first, (annotate("claim", "5 million", "Ann", "five", id="a"),)),
        Telling("two", "It cost 3 million.", (annotate("claim", "3 million", "Bob", "three", id="b"),)),
        Telling("three", "Nothing.", ()),
        book=BOOK,
    )
