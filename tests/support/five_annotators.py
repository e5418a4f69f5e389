"""Five annotators in two articles, small enough to count by hand."""

from collections.abc import Iterator
from typing import NamedTuple

from collations import Telling, annotate, codebook, collate

from tui.model import Annotation, Collation

NORTH = "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd"
"""Runs of ten code points, from 0, 11, 22 and 33 on."""
SOUTH = "eeeeeeeeee ffffffffff"
BOOK = codebook(propositions={"p1": "One.", "p2": "Two.", "p3": "Three."}, speakers={"Sun": ("The Sun",)})


class Line(NamedTuple):
    """A statement: its first letter is the run that it is in."""

    id: str
    kind: str
    quote: str
    speaker: str = ""
    about: str = ""


_NORTH = {
    "Ada": (Line("a1", "claim", "aaaaaaaaaa", "Sun", "p1"), Line("b1", "claim", "bbbbbbbbbb", "", "p2")),
    "Ben": (Line("a2", "claim", "aaaaaaaaaa", "The Sun", "p1"), Line("b2", "denial", "bbbbbbbbbb", "", "p2")),
    "Cem": (Line("a3", "claim", "aaaaaaaaaa", "the sun", "p1"), Line("c3", "claim", "cccccccccc", "Sun")),
    "Dora": (Line("a4", "denial", "aaaaaaaaaa", "Sun", "p1"),),
    "machine:rules": (Line("a5", "claim", "aaaaa", "Moon", "p1"),),
}
_SOUTH = {
    "Ada": (Line("e1", "denial", "eeeeeeeeee", "Moon", "p1"),),
    "Ben": (Line("e2", "denial", "eeeeeeeeee", "Moon", "p2"), Line("f2", "claim", "ffffffffff", "Sun", "p3")),
    "Cem": (Line("e3", "denial", "eeeeeeeeee", "Moon", "p1"), Line("f3", "claim", "ffff gone", "Sun", "p3")),
}


def five_annotators() -> Collation:
    """Return the collation, with an article that only Ada read."""
    third = Telling("third", NORTH, tuple(_annotations({"ada": (Line("d1", "claim", "dddddddddd", "", "p3"),)})))
    return collate(
        Telling("north", NORTH, tuple(_annotations(_NORTH))),
        Telling("south", SOUTH, tuple(_annotations(_SOUTH))),
        third,
        Telling("unread", SOUTH),
        book=BOOK,
    )


def _annotations(lines: dict[str, tuple[Line, ...]]) -> Iterator[Annotation]:
    for annotator, own in lines.items():
        for line in own:
            yield annotate(line.kind, line.quote, line.speaker or (), line.about, id=line.id, annotator=annotator)


MEASURES = (
    *("span-f1-exact", "span-f1-overlap", "unitizing-alpha", "code-point-alpha", "kind-cohen-kappa", "kind-alpha"),
    *("speaker-share", "speaker-alpha", "proposition-share", "proposition-alpha"),
)
_SAME = None
"""There is no variation."""
PAIRS: dict[tuple[str, str], tuple[float | None, ...]] = {
    ("Ada", "Ben"): (0.857, 0.857, 0.720, 0.687, 0.4, 0.444, 1, 1, 0.667, 0.444),
    ("Ada", "Cem"): (0.667, 0.667, 0.190, 0.377, 1, 1, 1, 1, 1, _SAME),
    ("Ada", "Dora"): (0.667, 0.667, 0.436, 0.494, 0, 0, 1, _SAME, 1, _SAME),
    ("Ada", "machine:rules"): (0, 0.667, 0.146, 0.164, _SAME, _SAME, 0, 0, 1, _SAME),
    ("Ben", "Cem"): (0.571, 0.571, 0.035, 0.062, 1, 1, 1, 1, 0.5, 0),
    ("Ben", "Dora"): (0.667, 0.667, 0.436, 0.494, 0, 0, 1, _SAME, 1, _SAME),
    ("Ben", "machine:rules"): (0, 0.667, 0.146, 0.164, _SAME, _SAME, 0, 0, 1, _SAME),
    ("Cem", "Dora"): (0.667, 0.667, 0.325, 0.494, 0, 0, 1, _SAME, 1, _SAME),
    ("Cem", "machine:rules"): (0, 0.667, 0.009, 0.164, _SAME, _SAME, 0, 0, 1, _SAME),
    ("Dora", "machine:rules"): (0, 1, 0.721, 0.601, 0, 0, 0, 0, 1, _SAME),
}
"""The figures of each pair in the order of `MEASURES`, counted by hand."""
ALL = {
    "span-f1-exact": (0.5, 5),
    "span-f1-overlap": (0.7, 5),
    "code-point-alpha": (0.409, 64),
    "kind-fleiss-kappa": (-0.25, 1),
    "kind-alpha": (0.28, 3),
    "speaker-share": (0.714, 3),
    "speaker-alpha": (0.719, 3),
    "proposition-share": (0.857, 3),
    "proposition-alpha": (0.571, 3),
}
"""The figures of all with their numbers of units, counted by hand."""
ROWS = (
    ("span", "north", (0, 10), ("a1", "a2", "a3", "a4", "a5"), ()),
    ("kind", "north", (0, 10), ("a1", "a2", "a3", "a4", "a5"), ()),
    ("speaker", "north", (0, 10), ("a1", "a2", "a3", "a4", "a5"), ()),
    ("marked", "north", (11, 21), ("b1", "b2"), ("Cem", "Dora", "machine:rules")),
    ("kind", "north", (11, 21), ("b1", "b2"), ("Cem", "Dora", "machine:rules")),
    ("marked", "north", (22, 32), ("c3",), ("Ada", "Ben", "Dora", "machine:rules")),
    ("proposition", "south", (0, 10), ("e1", "e2", "e3"), ()),
    ("marked", "south", (11, 21), ("f2",), ("Ada", "Cem")),
)
"""The disagreements of all: what differs, where, the records, and who did not mark it."""
