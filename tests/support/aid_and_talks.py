"""Two small accounts of aid and talks, with records of every sort."""

from collations import Telling, annotate, codebook, collate

from tui.model import Byline, Collation

BOOK = codebook(
    {"aid": "Aid should come", "talks": "Talks | took *place*", "quiet": "Nobody says this"},
    speakers={"Mevlüt Çavuşoğlu": ("Cavusoglu",)},
)


def aid_and_talks() -> Collation:
    """Return the two accounts, with a note on a proposition."""
    first = (
        annotate("claim", "Aid must come", ["Cavusoglu", "Lavrov"], "aid", id="a", cue="said", tags=("x", "y")),
        annotate("denial", "No talks", "Zarif", "talks", id="b", body="- one\n- two\n\n```\nopen"),
        annotate("note", id="n1", on="b", body="# Hm", annotator="Ada", created="2026-05-03T10:00:00Z"),
        annotate("note", id="n2", on="n1", body="Quite", annotator="Bo"),
        annotate("note", id="n3", body="All of it.", annotator="Bo"),
        annotate("note", id="n4", on="gone", body="Where?"),
    )
    second = (annotate("no-comment", "no word", about="aid"), annotate("claim", "gone", "Zarif"))
    notes = (annotate("note", about="quiet", id="p1", body="Odd.", annotator="Ada"),)
    return collate(
        Telling("one", "Aid must come. No talks.", first, Byline(outlet="The Times", date="2016-12-27")),
        Telling("two", "There is no word.", second),
        book=BOOK,
        notes=notes,
    )
