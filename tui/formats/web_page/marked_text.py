"""An article's text as HTML, with its records highlighted."""

from collections.abc import Iterator, Mapping

from tui.analysis.survey import Survey
from tui.formats import phrasing
from tui.formats.web_page.safe_html import escape_html
from tui.layout.highlights import HighlightIndex, Run
from tui.model import NOTE, Account, Annotation, Codebook, Kind, Placed


def marked_text(account: Account, survey: Survey) -> Iterator[str]:
    """Yield the text in pieces, in which highlights lead to their records."""
    text = account.article.text
    records = {f"{account.siglum}{number}": placed for number, placed in account.numbered() if placed.spans}
    index = HighlightIndex((*span, key) for key, placed in records.items() for span in placed.spans)
    begun: set[str] = set()
    end = 0
    for run in index.runs(0, len(text)):
        yield escape_html(text[end : run.start])
        yield _mark(run, text[run.start : run.end], records, survey.codebook, begun)
        end = run.end
    yield escape_html(text[end:])


def _mark(run: Run, words: str, records: Mapping[str, Placed], codebook: Codebook, begun: set[str]) -> str:
    """Return a run as a link to the innermost of its records."""
    key = run.keys[-1]
    first = [name for name in run.keys if name not in begun]
    begun.update(first)
    annotation = records[key].annotation
    kind = codebook.kind(annotation.kind)
    signs = " ".join(codebook.kind(records[name].annotation.kind).glyph for name in first)
    sign = f' data-sign="{escape_html(signs)}"' if signs else ""
    title = escape_html(_summary(annotation, codebook))
    places = "".join(f'<span id="{name}"></span>' for name in first if name != key)
    place = f' id="{key}"' if key in first else ""
    link = f'<a class="mark {kind_class(kind)}"{place}{sign} href="#r-{key}" title="{title}">'
    return f"{places}{link}{escape_html(words)}</a>"


def kind_class(kind: Kind) -> str:
    """Return the class of the style sheet for a kind: its stance, or `note`."""
    return NOTE.name if kind.name == NOTE.name else str(kind.stance)


def _summary(annotation: Annotation, codebook: Codebook) -> str:
    about = codebook.proposition_text(annotation.about) if annotation.about else ""
    parts = (codebook.kind(annotation.kind).label, phrasing.speakers_or_own_voice(annotation), about)
    return " · ".join(part for part in parts if part)
