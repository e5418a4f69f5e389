"""How records are listed: pure, from the collation to lines of content."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.analysis.filters import Filter
from tui.analysis.statements import numbered, tellers
from tui.analysis.threads import threads
from tui.model import BUILT_IN_KINDS, Account, Annotation, Codebook, Collation
from tui.reader.destinations import Place
from tui.reader.phrases import block, glyph, kind_words, shown, signed, speakers, text

KIND_KEYS = {"claim": "c", "denial": "d", "agreement": "a", "note": "n"}
OTHER_KEY = "o"
"""The key for the kinds that the codebook declares."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record in the list."""

    reference: str
    """The account's siglum and the record's number; empty for a note on a proposition."""
    article: str
    """The article's id; empty for a note on a proposition."""
    annotation: Annotation
    state: str = ""
    """The anchor's state, where the record has a quote."""

    @property
    def place(self) -> Place | None:
        """Where to go to see it, or None."""
        return Place(self.article, self.annotation.on or self.annotation.id) if self.article else None


def entries(collation: Collation) -> tuple[Entry, ...]:
    """Return all records: account by account in reading order, notes after what they are on, then the codebook's."""
    found = [entry for account in tellers(collation) for entry in _entries(account)]
    return (*found, *(Entry("", "", note.annotation) for note in collation.notes))


def _entries(account: Account) -> Iterator[Entry]:
    answers = threads(account)
    for number, placed in numbered(account):
        reference = f"{account.siglum}{number}"
        yield Entry(reference, account.article.id, placed.annotation, str(placed.state or ""))
        for note in answers.on(placed):
            yield Entry(reference, account.article.id, note.annotation)


def kept(found: Iterable[Entry], chosen: Filter, codebook: Codebook) -> tuple[Entry, ...]:
    """Return the entries that a filter keeps."""
    return tuple(
        entry
        for entry in found
        if (not chosen.articles or entry.article in chosen.articles)
        and chosen.matches_annotation(entry.annotation, codebook)
    )


def toggled(values: tuple[str, ...], chosen: Sequence[str]) -> tuple[str, ...]:
    """Return `values` with those chosen put in, or taken out where all of them are in."""
    if set(chosen) <= set(values):
        return tuple(value for value in values if value not in chosen)
    return tuple(dict.fromkeys((*values, *chosen)))


def with_field(chosen: Filter, name: str, values: tuple[str, ...]) -> Filter:
    """Return a filter with other values in one of its fields."""
    match name:
        case "speakers":
            return chosen._replace(speakers=values)
        case "about":
            return chosen._replace(about=values)
        case "annotators":
            return chosen._replace(annotators=values)
        case _:
            return chosen._replace(tags=values)


def other_kinds(codebook: Codebook) -> tuple[str, ...]:
    """Return the names of the kinds that are not built in."""
    built_in = {kind.name for kind in BUILT_IN_KINDS}
    return tuple(name for name in codebook.kinds if name not in built_in)


def people(found: Iterable[Entry], codebook: Codebook) -> Mapping[str, int]:
    """Return who speaks, variants of a name held together, with the number of statements, most first."""
    names = (codebook.person(name) for entry in found for name in entry.annotation.speaker)
    return dict(Counter(names).most_common())


def propositions(found: Iterable[Entry]) -> Mapping[str, int]:
    """Return the slugs that records are about, with their number, most first; an empty one for none."""
    return dict(Counter(entry.annotation.about for entry in found).most_common())


def annotators(found: Iterable[Entry]) -> Mapping[str, int]:
    """Return who made the records, with their number, most first; an empty one for nobody named."""
    return dict(Counter(entry.annotation.annotator for entry in found).most_common())


def tags(found: Iterable[Entry]) -> Mapping[str, int]:
    """Return the tags with the number of records, most first."""
    return dict(Counter(tag for entry in found for tag in entry.annotation.tags).most_common())


def totals(found: Sequence[Entry], codebook: Codebook, chosen: Filter, *, ascii_only: bool, roomy: bool) -> Content:
    """Return how many records there are of each kind, with the key that asks for them."""
    counts = Counter(entry.annotation.kind for entry in found)
    parts = [
        Content.styled(f"{len(found)} record{'' if len(found) == 1 else 's'}" if roomy else f"{len(found)}", "bold")
    ]
    for name, key in KIND_KEYS.items():
        kind = codebook.kind(name)
        parts.append(_asked(key, glyph(kind, ascii_only=ascii_only), counts[name], name, on=name in chosen.kinds))
    others = other_kinds(codebook)
    if others:
        number = sum(counts[name] for name in others)
        mark = Content("").join([glyph(codebook.kind(name), ascii_only=ascii_only) for name in others[:3]])
        parts.append(_asked(OTHER_KEY, mark, number, "other", on=set(others) <= set(chosen.kinds)))
    return Content("   " if roomy else "  ").join(parts)


def _asked(key: str, mark: Content, number: int, name: str, *, on: bool) -> Content:
    plural = "" if number == 1 or name == "other" else "s"
    style = "bold underline" if on else "" if number else "$quiet"
    return Content.assemble((key, "bold"), " ", mark, " ", (f"{number} {name}{plural}", style))


@dataclass(frozen=True)
class RecordRows:
    """Entries for a listing, a line each."""

    entries: Sequence[Entry]
    codebook: Codebook
    ascii_only: bool = False
    me: str = ""

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self.entries)

    def height(self, index: int, width: int) -> int:
        """Return 1."""
        return 1

    def can_take(self, index: int) -> bool:
        """Return True."""
        return True

    def ground(self, index: int, *, current: bool) -> str:
        """Return the colour behind the entry under the cursor."""
        return "$selection" if current else ""

    def lines(self, index: int, width: int, *, current: bool) -> list[Content]:
        """Return the entry's line: reference, kind, who, and the words."""
        entry = self.entries[index]
        annotation = entry.annotation
        kind = self.codebook.kind(annotation.kind)
        named = kind_words(kind, ascii_only=self.ascii_only) if width >= 90 else glyph(kind, ascii_only=self.ascii_only)
        cells = [
            (Content.styled(_indented(entry), "bold" if not annotation.on else "$quiet"), 8),
            (named, 14 if width >= 90 else 1),
            (text(_who(annotation, self.me), "bold"), 26 if width >= 90 else 20),
            (_words(annotation), 0),
        ]
        parts = [cell.truncate(room, ellipsis=True, pad=True) if room else cell for cell, room in cells]
        return [Content("  ").join(parts)]


def _indented(entry: Entry) -> str:
    if not entry.reference:
        return "–"
    return f"  on {entry.reference}" if entry.annotation.on else entry.reference


def _who(annotation: Annotation, me: str) -> str:
    return speakers(annotation) or ("you" if me and annotation.annotator == me else annotation.annotator)


def _words(annotation: Annotation) -> Content:
    if annotation.on or not annotation.quote:
        return text(annotation.body)
    quote = text(f"“{annotation.quote}”", "italic")
    return Content.assemble(quote, "  ", text(annotation.body, "$quiet")) if annotation.body else quote


def detail(entry: Entry, codebook: Codebook, me: str) -> list[Content]:
    """Return what the entry's line has no room for: proposition, comment, tags, who made it, and its state."""
    annotation = entry.annotation
    lines = []
    if annotation.quote:
        lines.append(text(f"“{annotation.quote}”", "italic"))
    if annotation.about:
        lines.append(
            Content.assemble(
                Content.styled("on ", "$quiet"), text(codebook.proposition_text(annotation.about), "italic")
            )
        )
    if annotation.body:
        lines += list(block(annotation.body).split("\n"))[:2]
    small = [
        signed(annotation, me),
        f"cue: {annotation.cue}" if annotation.cue else "",
        " ".join(f"#{tag}" for tag in annotation.tags),
        entry.state if entry.state != "exact" else "",
    ]
    lines.append(Content.styled(shown(" · ".join(part for part in small if part)), "$quiet"))
    return lines
