"""Every record of an account as HTML, with its body and its notes."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from tui.analysis.survey import NumberedRecord, Survey
from tui.formats import phrasing
from tui.formats.web_page.marked_text import html_sign, kind_class
from tui.formats.web_page.safe_html import escape_html, isolate_html
from tui.model import Account, Annotation, Codebook, Kind, Placed


def html_records(account: Account, survey: Survey, rows: Mapping[str, str]) -> Iterator[str]:
    """Yield the account's records as a list, with stray notes last.

    `rows` are the places of propositions in the comparison, by slug.
    """
    yield f"<h3>{isolate_html(f'{account.siglum} {account.article.title}')}</h3>\n<ol>\n"
    for record in survey.records(account):
        yield _item(record, survey.codebook, rows)
    for note in survey.stray_notes(account):
        yield f"<li>{_content(note, account, survey.codebook, '', {})}</li>\n"
    yield "</ol>\n"


def html_proposition_notes(survey: Survey) -> Iterator[str]:
    """Yield the notes on propositions as a list, if there are any."""
    notes = survey.collation.notes
    if notes:
        yield "<h3>On propositions</h3>\n<ol>\n"
        for note in notes:
            yield f"<li>{_annotation(note.annotation, survey.codebook, '', {})}</li>\n"
        yield "</ol>\n"


def _item(record: NumberedRecord, codebook: Codebook, rows: Mapping[str, str]) -> str:
    account, number, placed, notes = record
    reference = f"{account.siglum}{number}"
    own = _content(placed, account, codebook, reference, rows)
    if notes:
        own += "".join([f'<div class="notes">{_content(note, account, codebook, "", {})}</div>' for note in notes])
    return f'<li id="r-{reference}" class="{kind_class(codebook.kind(placed.record.annotation.kind))}">{own}</li>\n'


def _content(placed: Placed, account: Account, codebook: Codebook, reference: str, rows: Mapping[str, str]) -> str:
    place = reference if reference and placed.has_place else ""
    content = _annotation(placed.record.annotation, codebook, reference, rows, place=place)
    if placed.is_certain:
        return content
    doubt = phrasing.anchor_doubt(placed)
    quote = phrasing.current_quote(account, placed)
    today = f"<blockquote>{escape_html(quote)}</blockquote>" if quote else ""
    return f'{content}<p class="quiet">{escape_html(doubt)}{":" if quote else "."}</p>{today}'


def _annotation(
    annotation: Annotation, codebook: Codebook, reference: str, rows: Mapping[str, str], *, place: str = ""
) -> str:
    kind = codebook.kind(annotation.kind)
    link = f'<a href="#{place}">{reference}</a>' if place else reference
    sign, label = _sign_and_label(kind, phrasing.attribution_parts(annotation))
    signed = _signed(annotation) if annotation.annotator or annotation.created or annotation.resolves else ""
    text = f'<div class="head">{sign} {link} {label}{signed}</div>'
    if about := annotation.about:
        text += _relation(kind, codebook.proposition_text(about), rows.get(about, ""))
    if quote := annotation.quote:
        text += f"<blockquote>{escape_html(quote)}</blockquote>"
    if annotation.body:
        text += f'<div class="body">{escape_html(annotation.body)}</div>'
    if annotation.tags:
        text += f'<div class="quiet">Tags: {", ".join(map(isolate_html, annotation.tags))}</div>'
    return text


@lru_cache(maxsize=4096)  # what somebody says again has the same
def _sign_and_label(kind: Kind, attribution: tuple[str, ...]) -> tuple[str, str]:
    """Return a kind's sign, and its label with what is known of a statement."""
    return html_sign(kind), " · ".join([isolate_html(part) for part in (kind.label, *attribution)])


@lru_cache(maxsize=4096)  # many records are about one proposition
def _relation(kind: Kind, about: str, row: str) -> str:
    label = phrasing.relation_label(kind)
    sentence = f'<a href="#{row}">{isolate_html(about)}</a>' if row else isolate_html(about)
    return f'<div class="relation">{escape_html(label)}: {sentence}</div>'


def _signed(annotation: Annotation) -> str:
    signed = phrasing.record_signature(annotation) if annotation.resolves else phrasing.signature(annotation)
    return f' · <span class="quiet">{isolate_html(signed)}</span>' if signed else ""
