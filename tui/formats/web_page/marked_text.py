"""An article's text as HTML, with its records highlighted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from tui.analysis.account_view import AccountView, own_names
from tui.formats import phrasing
from tui.formats.web_page.safe_html import escape_html
from tui.layout.highlights import all_runs
from tui.model import NOTE, OWN_VOICE, Account, Codebook, Kind, Placed


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
    text, siglum = account.article.text, account.siglum
    records = {f"{siglum}{number}": placed for number, placed in account.numbered()}
    marker = _Marker(records, context)
    end = 0
    for start, after, keys in all_runs([(*span, key) for key, placed in records.items() for span in placed.spans]):
        if start > end:
            yield escape_html(text[end:start])
        end = after
        yield marker.link(keys, text[start:end])
    yield escape_html(text[end:])


def kind_class(kind: Kind) -> str:
    """Return the class of the style sheet for a kind: its stance, or `note`."""
    return NOTE.name if kind.name == NOTE.name else str(kind.stance)


@lru_cache(maxsize=256)
def html_sign(kind: Kind) -> str:
    """Return a kind's glyph in its colour."""
    return f'<span class="sign {kind_class(kind)}">{escape_html(kind.glyph)}</span>'


class _KindWords(NamedTuple):
    """A kind's words in the links to its records, escaped."""

    style: str
    label: str
    glyph: str
    nobody: str
    """Who speaks if no speaker is named."""

    @classmethod
    def of(cls, kind: Kind) -> "_KindWords":
        """Return the words of a kind."""
        nobody = "" if kind.name == NOTE.name else OWN_VOICE
        return cls(kind_class(kind), escape_html(kind.label), escape_html(kind.glyph), nobody)


class _Marker:
    """Writes the runs of a text, each as a link to one of its records."""

    def __init__(self, records: Mapping[str, Placed], context: MarkContext) -> None:
        self._annotations = {key: placed.record.annotation for key, placed in records.items()}
        self._context = context
        signed = (annotation.annotator for annotation in self._annotations.values())
        self._own = own_names(signed, context.annotator, context.codebook)
        """The names in the records of the annotator who has a view."""
        kinds = {annotation.kind for annotation in self._annotations.values()}
        self._kinds = {name: _KindWords.of(context.codebook.kind(name)) for name in kinds}
        self._numbers = context.view.numbers
        self._propositions: dict[str, tuple[str, str]] = {}
        """The attribute and the sentence of each proposition, escaped: many records are about one."""
        dim = context.view.glyph_only
        self._dim = {key for key, annotation in self._annotations.items() if annotation.id in dim} if dim else set()
        """The records that are highlighted only in the view of all annotators."""
        self._waiting = set(records)
        """The records that no run before has begun."""
        self._heads: dict[str, tuple[str, str]] = {}
        """What the links to a record begin and end their tag with: a record may have many runs."""

    def link(self, keys: tuple[str, ...], words: str) -> str:
        """Return a run as a link, which has the ids of those that begin there."""
        key = keys[-1]
        if key in self._dim:
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
        if first == [key]:
            places, signs = "", self._sign(key)
        else:
            places = "".join([f'<span id="{name}"></span>' for name in first if name != key])
            signs = " ".join(map(self._sign, first))
        place = f' id="{key}"' if key in first else ""
        return places, f'{place} data-sign="{signs}"' if signs else place

    def _sign(self, key: str) -> str:
        """Return a record's number, if its proposition has one, and its glyph."""
        annotation = self._annotations[key]
        return f"{self._numbers.get(annotation.id, '')}{self._kinds[annotation.kind].glyph}"

    def _head(self, key: str) -> tuple[str, str]:
        annotation = self._annotations[key]
        kind = self._kinds[annotation.kind]
        proposition, about = self._propositions.get(annotation.about) or self._proposition(annotation.about)
        who = _who(kind.label, annotation.speaker, kind.nobody)
        title = f"{who} · {about}" if about else who
        dim = " dim" if key in self._dim else ""
        head = f'<a class="mark {kind.style}{dim}', f'{proposition} href="#r-{key}" title="{title}">'
        self._heads[key] = head
        return head

    def _proposition(self, slug: str) -> tuple[str, str]:
        row = self._context.rows.get(slug)
        about = escape_html(self._context.codebook.proposition_text(slug)) if slug else ""
        proposition = self._propositions[slug] = f' data-p="{row}"' if row else "", about
        return proposition

    def _front(self, keys: tuple[str, ...]) -> str:
        """Return the innermost record that is highlighted in every view, if any."""
        return next((key for key in reversed(keys) if key not in self._dim), keys[-1])

    def _has_own(self, keys: tuple[str, ...]) -> bool:
        return any(self._annotations[key].annotator in self._own for key in keys)


@lru_cache(maxsize=4096)  # who speaks again has the same
def _who(label: str, speakers: tuple[str, ...], nobody: str) -> str:
    """Return a kind's label and the speakers, else `nobody`."""
    names = escape_html(phrasing.and_list(speakers)) or nobody
    return " · ".join([part for part in (label, names) if part])
