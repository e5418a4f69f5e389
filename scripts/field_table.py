"""Find out what each format keeps, by a round trip of every field.

What does not come back may be shown at least, which `shown_words` finds out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from shown_words import is_shown

from tui.analysis.survey import Survey
from tui.formats.export_format import FORMATS, ExportRequest
from tui.formats.foreign import ForeignAnnotation, ForeignDocument, ImportFile
from tui.formats.import_format import IMPORT_FORMATS
from tui.model import (
    BUILT_IN_KINDS,
    Account,
    Anchor,
    AnchorState,
    Annotation,
    Annotator,
    Article,
    Byline,
    Codebook,
    Collation,
    Kind,
    Placed,
    Proposition,
    Record,
    Span,
    Speaker,
    Stance,
    TextPiece,
    TextSelector,
)

TEXT = "Ada Holm told reporters on Monday that the bridge would, she hoped, reopen in May."
QUOTE = TextSelector("the bridge would", "that ", ", she", 38, 54)
PIECES = TextSelector.of_pieces((TextPiece("the bridge would", 39, 55), TextPiece("reopen", 68, 74)))
FULL = Annotation(
    "k", "hints", "one", QUOTE, ("Ada Holm", "Bo"), "p", "told reporters", "A *body*\nof two lines", ("a", "b"), "",
    ("an older quote",), "Mira", "2026-01-01T00:00:00.5Z", "2026-01-02T10:00:00+02:00", (("own", ("x", "y")),), "hoped",
    ("TASS",), "she", "clause before", ("s", "t"),
)  # fmt: skip
NOTES = {
    "notes on a record": Annotation("n1", "note", "one", on="k", body="B"),
    "notes on an article": Annotation("n2", "note", "one", body="B"),
    "notes on a proposition": Annotation("n3", "note", "", about="p", body="B"),
}
RECORDS = {
    "denials": Annotation("d", "denial", "one", TextSelector("reopen", "", "", 68, 74), about="p"),
    "neutral kinds, such as `no-comment`": Annotation(
        "o", "no-comment", "one", TextSelector("reopen", "", "", 68, 74), about="p"
    ),
    "statements without a proposition": Annotation("s", "claim", "one", TextSelector("reopen", "", "", 68, 74)),
}
BOOK = Codebook(
    {
        "p": Proposition("p", "The bridge reopens in May", ("unused",), "unproven", "B", ("S",), "2026-03-03"),
        "unused": Proposition("unused", "X is so"),
    },
    {kind.name: kind for kind in (*BUILT_IN_KINDS, Kind("hints", "Hints", "~", Stance.NEUTRAL))},
    {"Ada Holm": Speaker("Ada Holm", ("Holm",))},
    annotators={"Mira": Annotator("Mira", ("MK",))},
)
COMMON = tuple(name for name in FORMATS if name in IMPORT_FORMATS)
"""The formats that are written and read."""


@dataclass(frozen=True)
class Kept:
    """Something that a format keeps or loses."""

    what: str
    survives: Callable[[str], bool] | None = None
    """Whether it comes back from the format of this name. None if it is worked out, or is the article's."""

    def in_format(self, name: str) -> str:
        """Return what a format does with it: `back`, `shown`, or `–`."""
        if self.survives and name in COMMON and self.survives(name):
            return "back"
        return "shown" if is_shown(name, self.what) else "–"


def round_trip(name: str, *annotations: Annotation, state: AnchorState = AnchorState.EXACT) -> ForeignDocument:
    """Return what comes back of records in a format."""
    article = Article("one", TEXT, Path("one.txt"), Byline("T", "The Post", url="https://x.example/one"))
    placed = tuple(_placed(annotation, state) for annotation in annotations if annotation.article)
    notes = tuple(Record(annotation, Path("n.yaml"), 1) for annotation in annotations if not annotation.article)
    survey = Survey(Collation((Account("A", article, placed),), BOOK, notes))
    request, chosen = ExportRequest(survey, survey), FORMATS[name]
    if chosen.write:
        file = ImportFile(f"all{chosen.suffixes[0]}", "".join(chosen.write(request)))
    else:
        files = dict(chosen.write_files(request)) if chosen.write_files else {}
        file = ImportFile("one.ann", files["one.ann"], files["one.txt"])
    return IMPORT_FORMATS[name].read(file)


def _placed(annotation: Annotation, state: AnchorState) -> Placed:
    record = Record(annotation, Path("a.yaml"), 1)
    if annotation.target is None:
        return Placed(record)
    if state is not AnchorState.EXACT:
        return Placed(record, Anchor(state))
    quotes = [piece.quote for piece in annotation.target.pieces] or [annotation.quote]
    starts = [TEXT.index(quote) for quote in quotes]
    selector = TextSelector.of_pieces(
        tuple(TextPiece(quote, start, start + len(quote)) for quote, start in zip(quotes, starts, strict=True))
    )
    spans = tuple(_span(piece) for piece in selector.pieces or (TextPiece(quotes[0], selector.start, selector.end),))
    return Placed(record, Anchor(state, spans[0].start, spans[-1].end, 1.0, pieces=spans if len(spans) > 1 else ()))


def _span(piece: TextPiece) -> Span:
    return Span(piece.start or 0, piece.end or 0)


def kept() -> Iterator[Kept]:
    """Yield all that a record, its notes and the codebook can hold."""
    fields = {
        "id": "id", "kind": "kind", "speaker": "speaker", "as": "speaker_words", "via": "via", "about": "about",
        "cue": "cue", "hedge": "hedge", "body": "body", "tags": "tags", "was": "was", "annotator": "annotator",
        "created": "created", "modified": "modified", "suggested": "suggested", "resolves": "resolves",
        "keys of your own": "extra",
    }  # fmt: skip
    for what, attribute in fields.items():
        yield Kept(_code(what), partial(_same, attribute=attribute))
    yield Kept("`quote`", lambda name: _first(name, FULL).quote == FULL.quote)
    yield Kept(
        "`quote` in pieces",
        lambda name: _quotes(_first(name, replace(FULL, target=PIECES))) == _quotes(replace(FULL, target=PIECES)),
    )
    yield Kept("`prefix`, `suffix`", lambda name: _context(_first(name, FULL)) == _context(FULL))
    yield Kept("`start`, `end` as they were", lambda name: _hint(_first(name, FULL)) == _hint(FULL))
    yield Kept(
        "quotes without a certain place",
        lambda name: bool(round_trip(name, FULL, state=AnchorState.ORPHAN).annotations),
    )
    for what, note in NOTES.items():
        yield Kept(what, partial(_has, note=note))
    for what, record in RECORDS.items():
        yield Kept(what, partial(_has, note=record))
    yield Kept("the proposition's sentence", lambda name: _proposition(name).text == BOOK.propositions["p"].text)
    yield Kept(
        "its verdict, `because`, `sources`, `checked`", lambda name: _proposition(name) == BOOK.propositions["p"]
    )
    yield Kept("what contradicts it", lambda name: _proposition(name).contradicts == BOOK.propositions["p"].contradicts)
    yield Kept("its status")
    yield Kept("kinds of the codebook", lambda name: "hints" in round_trip(name, FULL).codebook.kinds)
    yield Kept("other names of speakers", lambda name: dict(round_trip(name, FULL).codebook.speakers) == BOOK.speakers)
    yield Kept("other names of annotators", _keeps_annotators)
    yield Kept("the article's title", lambda name: round_trip(name, FULL).annotations[0].article.title != "")
    yield Kept("its address", lambda name: round_trip(name, FULL).annotations[0].article.url != "")
    yield Kept("its outlet, date")
    yield Kept("its author")


def _keeps_annotators(name: str) -> bool:
    return dict(round_trip(name, FULL).codebook.annotators) == BOOK.annotators


def _proposition(name: str) -> Proposition:
    return round_trip(name, FULL).codebook.propositions.get("p", Proposition("", ""))


def _code(what: str) -> str:
    return what if " " in what else f"`{what}`"


def _first(name: str, annotation: Annotation) -> Annotation:
    return round_trip(name, annotation).annotations[0].annotation


def _same(name: str, attribute: str) -> bool:
    return bool(getattr(_first(name, FULL), attribute) == getattr(FULL, attribute))


def _quotes(annotation: Annotation) -> list[str]:
    return [piece.quote for piece in annotation.target.pieces] if annotation.target else []


def _context(annotation: Annotation) -> tuple[str, str]:
    return (annotation.target.prefix, annotation.target.suffix) if annotation.target else ("", "")


def _hint(annotation: Annotation) -> tuple[int | None, int | None]:
    return (annotation.target.start, annotation.target.end) if annotation.target else (None, None)


def _has(name: str, note: Annotation) -> bool:
    return any(_is_note(each, note) for each in round_trip(name, FULL, note).annotations)


def _is_note(foreign: ForeignAnnotation, note: Annotation) -> bool:
    return replace(foreign.annotation, article=note.article) == note


def field_table() -> str:
    """Return the table in Markdown, with a column for each format."""
    names = [*COMMON, *(name for name in FORMATS if name not in COMMON)]
    head = f"| | {' | '.join(f'`{name}`' for name in names)} |\n|---|{'---|' * len(names)}\n"
    rows = (f"| {each.what} | {' | '.join(map(each.in_format, names))} |\n" for each in kept())
    return head + "".join(rows)
