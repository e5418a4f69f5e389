"""An article's text as HTML, with its records highlighted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from tui.analysis.account_view import AccountView, own_names
from tui.formats import phrasing
from tui.formats.web_page.safe_html import escape_html
from tui.layout.highlights import all_runs
from tui.model import NOTE, OWN_VOICE, Account, Annotation, Codebook, Kind, Placed


@dataclass(frozen=True, slots=True)
class MarkContext:
    """What the highlights of an account show besides their words."""

    codebook: Codebook
    view: AccountView = field(default_factory=AccountView)
    """The numbers of shared propositions, and what has no highlight in the view `contrast`."""
    rows: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The place of each proposition in the comparison, by slug."""
    annotator: str = ""
    """Whose records are the reader's own."""


def marked_text(account: Account, context: MarkContext) -> Iterator[str]:
    """Yield the text in pieces, in which highlights lead to their records."""
    text = account.article.text
    records = {f"{account.siglum}{number}": placed for number, placed in account.numbered()}
    marker = _Marker(records, context)
    end = 0
    for run in all_runs([(*span, key) for key, placed in records.items() for span in placed.spans]):
        start = run.start
        if start > end:
            yield escape_html(text[end:start])
        end = run.end
        yield marker.link(run.keys, text[start:end])
    yield escape_html(text[end:])


def kind_class(kind: Kind) -> str:
    """Return the class of the style sheet for a kind: its stance, or `note`."""
    return NOTE.name if kind.name == NOTE.name else str(kind.stance)


@lru_cache(maxsize=256)
def html_sign(kind: Kind) -> str:
    """Return a kind's glyph in its colour."""
    return f'<span class="sign {kind_class(kind)}">{escape_html(kind.glyph)}</span>'


class _Marker:
    """Writes the runs of a text, each as a link to one of its records."""

    def __init__(self, records: Mapping[str, Placed], context: MarkContext) -> None:
        self._annotations = {key: placed.record.annotation for key, placed in records.items()}
        self._context = context
        signed = {annotation.annotator for annotation in self._annotations.values()}
        self._own = own_names(signed, context.annotator, context.codebook)
        """The names in the records of the annotator who has a view."""
        self._waiting = set(records)
        """The records that no run before has begun."""
        self._heads: dict[str, tuple[str, str]] = {}
        """What the links to a record begin and end their tag with: a record may have many runs."""

    def link(self, keys: tuple[str, ...], words: str) -> str:
        """Return a run as a link, which has the ids of those that begin there."""
        key = self._front(keys)
        opening, closing = self._heads.get(key) or self._head(key)
        own = " own" if self._own and self._has_own(keys) else ""
        if self._waiting.isdisjoint(keys):
            return f'{opening}{own}"{closing}{escape_html(words)}</a>'
        places, begun = self._begin(keys, key)
        return f'{places}{opening}{own}"{begun}{closing}{escape_html(words)}</a>'

    def _begin(self, keys: tuple[str, ...], key: str) -> tuple[str, str]:
        """Return the ids and signs of records that begin, around the link's tag."""
        first = [name for name in keys if name in self._waiting]
        self._waiting.difference_update(first)
        places = "".join([f'<span id="{name}"></span>' for name in first if name != key])
        signs = " ".join([self._sign(self._annotations[name]) for name in first])
        place = f' id="{key}"' if key in first else ""
        return places, f'{place} data-sign="{signs}"' if signs else place

    def _sign(self, annotation: Annotation) -> str:
        """Return a record's number, if its proposition has one, and its glyph."""
        glyph = escape_html(self._context.codebook.kind(annotation.kind).glyph)
        return f"{self._context.view.numbers.get(annotation.id, '')}{glyph}"

    def _head(self, key: str) -> tuple[str, str]:
        annotation, context = self._annotations[key], self._context
        kind = context.codebook.kind(annotation.kind)
        row = context.rows.get(annotation.about)
        proposition = f' data-p="{row}"' if row else ""
        about = context.codebook.proposition_text(annotation.about) if annotation.about else ""
        names = _names(annotation.speaker) or ("" if annotation.kind == NOTE.name else OWN_VOICE)
        title = " · ".join([part for part in (escape_html(kind.label), names, escape_html(about)) if part])
        dim = " dim" if annotation.id in context.view.glyph_only else ""
        head = f'<a class="mark {kind_class(kind)}{dim}', f'{proposition} href="#r-{key}" title="{title}">'
        self._heads[key] = head
        return head

    def _front(self, keys: tuple[str, ...]) -> str:
        """Return the innermost record that is highlighted in every view, if any."""
        dim = self._context.view.glyph_only
        if dim:
            for key in reversed(keys):
                if self._annotations[key].id not in dim:
                    return key
        return keys[-1]

    def _has_own(self, keys: tuple[str, ...]) -> bool:
        return any(self._annotations[key].annotator in self._own for key in keys)


@lru_cache(maxsize=4096)  # who speaks again has the same
def _names(speakers: tuple[str, ...]) -> str:
    return escape_html(phrasing.and_list(speakers))
