"""Two accounts of one speaker, who contradicts herself."""

from collations import Telling, annotate, codebook, collate

from tui.model import Collation

BOOK = codebook({"talks": "Talks took place"}, speakers={"Ada Holm": ("Holm",)})


def contradiction() -> Collation:
    """Return accounts that quote Ada Holm differently and in contradiction."""
    one = (
        annotate("claim", "We will build *our* cooperation", "Holm", id="a"),
        annotate("denial", "No talks", "Ada Holm", "talks", id="b"),
    )
    two = (
        annotate("claim", "We will now build our\ncooperation", "Ada Holm", id="c"),
        annotate("claim", "Talks", "Ada Holm", "talks", id="d"),
    )
    return collate(
        Telling("one", "We will build *our* cooperation. No talks.", one),
        Telling("two", "We will now build our\ncooperation. Talks.", two),
        book=BOOK,
    )
