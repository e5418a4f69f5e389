"""Records with any text in every field, for round trips."""

from pathlib import Path

from hypothesis import strategies as st

from tui.model import Annotation, Placed, Record, TextPiece, TextSelector

HOSTILE = (
    "\x1b[31m",
    "<script>",
    "=1+1",
    "a\tb",
    "a\\nb",
    "\u202e",
    '"',
    "T1\tclaim 0 1\tx",
    "# x",
    "{}",
    "🙂é",
    "e\u0301",
)
TEXTS = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
).filter(str.strip)
LINES = TEXTS.filter(lambda text: not set(text) & set("\n\r"))
SEVERAL = st.lists(TEXTS, max_size=2).map(tuple)
TIMES = st.sampled_from(["", "2026-01-01T10:00:00.5Z", "2026-01-01T10:00:00+02:00", "2026-01", "yesterday"])
OWN_KEYS = st.dictionaries(st.sampled_from(["own", "x y"]), st.one_of(TEXTS, SEVERAL), max_size=1)


@st.composite
def selectors(draw: st.DrawFn) -> TextSelector:
    """Draw a quote in one piece or several, with or without hints."""
    offsets = sorted(draw(st.sets(st.integers(0, 999), min_size=6, max_size=6)))
    count = draw(st.integers(1, 3))
    hints = draw(st.booleans())
    pieces = tuple(
        TextPiece(draw(TEXTS), *(offsets[2 * number : 2 * number + 2] if hints else (None, None)))
        for number in range(count)
    )
    return TextSelector.of_pieces(pieces, draw(st.one_of(st.just(""), TEXTS)), draw(st.one_of(st.just(""), TEXTS)))


@st.composite
def records(draw: st.DrawFn) -> Annotation:
    """Draw an annotation with any text in any field."""
    maybe = st.one_of(st.just(""), TEXTS)
    return Annotation(
        id=draw(TEXTS),
        kind=draw(st.one_of(st.sampled_from(["claim", "denial", "note"]), TEXTS)),
        target=draw(selectors()),
        speaker=draw(SEVERAL),
        about=draw(maybe),
        cue=draw(maybe),
        body=draw(maybe),
        tags=draw(SEVERAL),
        on=draw(maybe),
        was=draw(SEVERAL),
        annotator=draw(maybe),
        created=draw(TIMES),
        modified=draw(TIMES),
        extra=tuple(draw(OWN_KEYS).items()),
        hedge=draw(maybe),
        via=draw(SEVERAL),
        speaker_words=draw(maybe),
        suggested=draw(maybe),
        resolves=draw(SEVERAL),
    )


def unplaced(annotation: Annotation) -> Placed:
    """Return a record without an anchor."""
    return Placed(Record(annotation, Path("a.yaml"), 1))
