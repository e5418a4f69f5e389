"""The notes of articles, propositions and speakers, block by block."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui.analysis.people import Person
from tui.analysis.statements import Statement
from tui.formats import phrasing, statement_words
from tui.formats.export_format import ExportRequest
from tui.formats.markdown import escape
from tui.formats.markdown.comparison_table import remark_text
from tui.formats.markdown.inline_body import is_one_paragraph
from tui.formats.markdown.record_item import list_item
from tui.formats.obsidian.note_body import note_body, runs_something
from tui.formats.obsidian.note_places import NotePlaces
from tui.formats.obsidian.record_callout import annotation_callout, placed_callout, record_callout, speaker_links
from tui.formats.proposition_words import proposition_remarks
from tui.model import OWN_VOICE, Account, Codebook, Proposition


def article_blocks(account: Account, request: ExportRequest, places: NotePlaces) -> Iterator[str]:
    """Yield where an article is from, then its records in reading order."""
    survey = request.chosen
    source = (*map(escape.inline, phrasing.byline_parts(account)), escape.address(account.article.byline.url))
    yield _with_block(" · ".join(part for part in source if part) or "*no source*", places.articles[account.article.id])
    for record in survey.records(account):
        yield record_callout(record, survey.codebook, places)
    for note in survey.stray_notes(account):
        yield placed_callout(note, account, survey.codebook, places)


def proposition_blocks_of(slug: str, request: ExportRequest, places: NotePlaces) -> Iterator[str]:
    """Yield a proposition's status, remarks, statements and notes."""
    codebook = request.chosen.codebook
    row = request.whole.comparison.row(slug)
    status = f"*{row.status.words.capitalize()}*" if row else "*Nobody speaks of it*"
    yield _with_block(status, places.propositions[slug])
    yield from _remarks(codebook.proposition(slug), codebook)
    for other in codebook.contradicting(slug):
        yield f"Contradicts {places.proposition_links.get(other) or escape.inline(codebook.proposition_text(other))}"
    own = request.chosen.comparison.row(slug)
    if own:
        yield "\n".join(_statement_items((*own.evidence, *own.uncounted), request, places))
    for note in request.chosen.proposition_notes.get(slug, ()):
        yield annotation_callout(replace(note, about=""), codebook, places)


def speaker_blocks(person: Person, places: NotePlaces) -> Iterator[str]:
    """Yield who somebody is called, and what they say."""
    number = phrasing.count_noun(len(person.statements), "statement")
    yield _with_block(number, places.speakers[person.name])
    for contradiction in person.contradictions:
        yield f"Says and denies {places.proposition_links[contradiction.about]}"
    if items := "\n".join(_said_items((*person.statements, *person.doubtful), places)):
        yield items


def _remarks(proposition: Proposition, codebook: Codebook) -> Iterator[str]:
    """Yield the verdict, why, and the sources, each on its own line."""
    for remark in proposition_remarks(proposition, codebook):
        line = remark_text(proposition, remark)
        if remark.label == "because" and (runs_something(line) or not is_one_paragraph(proposition.because)):
            yield list_item((f"{remark.label.capitalize()}:", note_body(proposition.because)))
        elif remark.label != "contradicts":
            yield f"{remark.label.capitalize()}: {line}"


def _statement_items(statements: Iterable[Statement], request: ExportRequest, places: NotePlaces) -> Iterator[str]:
    codebook = request.chosen.codebook
    for statement in statements:
        names = statement.placed.record.annotation.speaker
        speakers = speaker_links(names, codebook, places) if names else OWN_VOICE
        quote = statement_words.statement_quote(statement)
        words = f" · {escape.inline(quote)}" if quote else ""
        yield f"- {places.record(statement)} · {speakers}{words}{_doubt(statement)}"


def _said_items(statements: Iterable[Statement], places: NotePlaces) -> Iterator[str]:
    links = places.proposition_links
    for statement in statements:
        slug = statement.placed.record.annotation.about
        about = f": {links[slug]}" if slug else ""
        yield f"- {places.record(statement)}{about}{_doubt(statement)}"


def _doubt(statement: Statement) -> str:
    if statement.kind.is_known and not statement.placed.is_doubtful:
        return ""
    doubt = statement_words.statement_doubt(statement)
    return f" · {escape.inline(doubt)}" if doubt else ""


def _with_block(line: str, target: str) -> str:
    """Return a line that is the target of links, if these lead to a block."""
    return f"{line} {target.removeprefix('#')}" if target.startswith("#^") else line
