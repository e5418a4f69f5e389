"""An article's text as HTML, with its records highlighted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from tui.analysis.account_view import AccountView
from tui.formats import phrasing
from tui.formats.web_page.safe_html import escape_html
from tui.layout.highlights import Run, all_runs
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
    begun: set[str] = set()
    end = 0
    for run in all_runs([(*span, key) for key, placed in records.items() for span in placed.spans]):
        yield escape_html(text[end : run.start])
        yield _mark(run, text[run.start : run.end], records, context, begun)
        end = run.end
    yield escape_html(text[end:])


def kind_class(kind: Kind) -> str:
    """Return the class of the style sheet for a kind: its stance, or `note`."""
    return NOTE.name if kind.name == NOTE.name else str(kind.stance)


@lru_cache(maxsize=256)
def html_sign(kind: Kind) -> str:
    """Return a kind's glyph in its colour."""
    return f'<span class="sign {kind_class(kind)}">{escape_html(kind.glyph)}</span>'


def _mark(run: Run, words: str, records: Mapping[str, Placed], context: MarkContext, begun: set[str]) -> str:
    """Return a run as a link to one of its records."""
    keys = run.keys
    key = _front(run, records, context) if len(keys) > 1 else keys[0]
    first = [name for name in keys if name not in begun]
    places = place = sign = ""
    if first:
        begun.update(first)
        places = "".join([f'<span id="{name}"></span>' for name in first if name != key]) if len(keys) > 1 else ""
        place = f' id="{key}"' if key in first else ""
        signs = " ".join([_sign(records[name].record.annotation, context) for name in first])
        sign = f' data-sign="{escape_html(signs)}"' if signs else ""
    annotation = records[key].record.annotation
    kind = context.codebook.kind(annotation.kind)
    row = context.rows.get(annotation.about)
    proposition = f' data-p="{row}"' if row else ""
    about = context.codebook.proposition_text(annotation.about) if annotation.about else ""
    title = _summary(kind.label, annotation.speaker, annotation.kind, about)
    classes = _classes(run, annotation, kind, records, context)
    return (
        f'{places}<a class="{classes}"{place}{sign}{proposition} href="#r-{key}" title="{title}">'
        f"{escape_html(words)}</a>"
    )


def _front(run: Run, records: Mapping[str, Placed], context: MarkContext) -> str:
    """Return the innermost record that is highlighted in every view, if any."""
    dim = context.view.glyph_only
    if dim:
        for key in reversed(run.keys):
            if records[key].record.annotation.id not in dim:
                return key
    return run.keys[-1]


def _classes(run: Run, annotation: Annotation, kind: Kind, records: Mapping[str, Placed], context: MarkContext) -> str:
    dim = " dim" if annotation.id in context.view.glyph_only else ""
    is_same, annotator = context.codebook.is_same_annotator, context.annotator
    is_own = bool(annotator) and any(is_same(records[key].annotation.annotator, annotator) for key in run.keys)
    return f"mark {kind_class(kind)}{dim}{' own' if is_own else ''}"


def _sign(annotation: Annotation, context: MarkContext) -> str:
    """Return a record's number, if its proposition has one, and its glyph."""
    return f"{context.view.numbers.get(annotation.id, '')}{context.codebook.kind(annotation.kind).glyph}"


@lru_cache(maxsize=4096)  # what is said again has the same title
def _summary(label: str, speakers: tuple[str, ...], kind: str, about: str) -> str:
    names = phrasing.and_list(speakers) or ("" if kind == NOTE.name else OWN_VOICE)
    return escape_html(" · ".join([part for part in (label, names, about) if part]))
