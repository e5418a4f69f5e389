"""A folder of notes, or one note with everything."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from tui.analysis.people import Person
from tui.analysis.row_order import RowOrder, sort_rows
from tui.formats import phrasing
from tui.formats.export_format import ExportRequest
from tui.formats.markdown import escape
from tui.formats.obsidian.note_names import safe_name
from tui.formats.obsidian.note_places import BLOCK_IDS, NotePlaces, find_places
from tui.formats.obsidian.properties import property_block, tag_names
from tui.formats.obsidian.vault_notes import article_blocks, proposition_blocks_of, speaker_blocks
from tui.model import Account, Proposition

_Properties = Mapping[str, str | Iterable[str]]
_Note = tuple[str, str, Callable[[], _Properties], Iterable[str]]
"""Its name, heading, properties and blocks. One note with everything has no properties of the others."""


def vault_files(request: ExportRequest) -> Iterator[tuple[str, str]]:
    """Yield the path of each note, with `/`, and its text."""
    places = find_places(request.chosen, in_folder=True)
    for name, heading, properties, blocks in (_overview(request, places), *_notes(request, places)):
        head = filter(None, (property_block(properties()), f"# {escape.line(heading)}"))
        yield f"{name}.md", "\n\n".join((*head, *blocks)) + "\n"


def vault_pieces(request: ExportRequest) -> Iterator[str]:
    """Yield one note with everything, in pieces of one record at most."""
    places = find_places(request.chosen, in_folder=False)
    _, heading, properties, blocks = _overview(request, places)
    yield f"{property_block(properties())}\n\n# {escape.line(heading)}"
    for block in blocks:
        yield f"\n\n{block}"
    for _, title, _, own in _notes(request, places):
        yield f"\n\n## {escape.line(title)}"
        for block in own:
            yield f"\n\n{block}"
    yield "\n"


def _notes(request: ExportRequest, places: NotePlaces) -> Iterator[_Note]:
    survey = request.chosen
    for account in survey.accounts:
        target = places.articles[account.article.id]
        heading = f"{account.siglum}. {account.article.title}"
        yield target, heading, partial(_article_properties, account, places), article_blocks(account, request, places)
    for slug, target in places.propositions.items():
        proposition = survey.codebook.proposition(slug)
        blocks = proposition_blocks_of(slug, request, places)
        yield target, proposition.text, partial(_proposition_properties, proposition, request), blocks
    people = {person.name: person for person in survey.people}
    for name, target in places.speakers.items():
        # Speakers of notes, and of records that are there as what a note is on, are nobody's statements.
        person = people.get(name) or Person(name, (), ())
        yield target, name, partial(_speaker_properties, person), speaker_blocks(person, places)


def _article_properties(account: Account, places: NotePlaces) -> _Properties:
    article, byline = account.article, account.article.byline
    return {
        "title": article.title,
        "aliases": [article.title],
        "article": article.id,
        BLOCK_IDS: places.block_ids(account),
        "outlet": byline.outlet,
        "author": byline.author,
        "date": byline.date,
        "url": byline.url,
        "tags": tag_names(tag for placed in account.placed for tag in placed.annotation.tags),
    }


def _proposition_properties(proposition: Proposition, request: ExportRequest) -> _Properties:
    row = request.whole.comparison.row(proposition.slug)
    return {
        "aliases": [proposition.text],
        "proposition": proposition.slug,
        "status": str(row.status) if row else "",
        "verdict": proposition.verdict,
        "checked": proposition.checked,
        "sources": proposition.sources,
    }


def _speaker_properties(person: Person) -> _Properties:
    return {"aliases": [name for name in person.variants if name != person.name]}


def _overview(request: ExportRequest, places: NotePlaces) -> _Note:
    return safe_name(request.title), request.title, lambda: {"generator": "diptych"}, _overview_blocks(request, places)


def _overview_blocks(request: ExportRequest, places: NotePlaces) -> Iterator[str]:
    survey = request.chosen
    rest = "What is disputed or agreed depends on all records."
    scope, is_blind = escape.inline(request.scope), request.whole.codebook.blind
    if line := phrasing.left_out_line(scope, rest, is_adjudicated=request.is_adjudicated, is_blind=is_blind):
        yield line
    yield escape.paragraphs(phrasing.comparison_totals(request.whole.comparison))
    yield from _list("Articles", map(places.article, survey.accounts))
    for status, own in _by_status(request).items():
        yield from _list(status.capitalize(), map(places.proposition_links.__getitem__, own))
    people = (f"{places.speaker(person.name, person.name)} · {len(person.statements)}" for person in survey.people)
    yield from _list("Who speaks", people)


def _by_status(request: ExportRequest) -> Mapping[str, list[str]]:
    """Return the chosen slugs by status, in the comparison's order."""
    groups: dict[str, list[str]] = {}
    chosen = {row.proposition.slug for row in request.chosen.comparison.rows}
    for row in sort_rows(request.whole.comparison.rows, RowOrder.STATUS):
        if row.proposition.slug in chosen:
            groups.setdefault(row.status.words, []).append(row.proposition.slug)
    return groups


def _list(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield f"**{heading}**"
        yield "\n".join(lines)
