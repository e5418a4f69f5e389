"""Links to articles, propositions, speakers and records."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from urllib.parse import quote

from tui.analysis.statements import Statement
from tui.analysis.survey import Survey
from tui.formats.markdown import escape
from tui.formats.obsidian.note_names import NoteNames
from tui.model import Account, Kind

BLOCK_IDS = "block-ids"
"""The property of an article's note that says which records its blocks are, if their names do not."""
FOLDERS = ("articles", "propositions", "speakers")
_LOOKALIKES = str.maketrans(
    {"[": "(", "]": ")", "|": "¦", "<": "‹", ">": "›", "\\": "⧵", "`": "'", "%": "﹪", "$": "＄"}
)
"""What would end a link or begin other markup in its text."""


@dataclass(frozen=True, slots=True)
class NotePlaces:
    """The targets of links: names of notes in a folder, or blocks of one note."""

    articles: Mapping[str, str]
    """By id."""
    propositions: Mapping[str, str]
    """By slug."""
    speakers: Mapping[str, str]
    """By the codebook's name."""
    blocks: Mapping[str, Sequence[str]]
    """The blocks of an article's records in the order of their numbers, by article id."""
    link_starts: Mapping[str, str]
    """What a link to a record begins with, by article id: `[[articles/North#^`."""
    kind_names: Mapping[str, str]
    """The glyph and label of each kind, by name."""
    proposition_links: Mapping[str, str]
    """By slug."""
    speaker_links: dict[tuple[str, ...], str] = field(default_factory=dict)
    """The links to speakers that were made before, by their names together."""

    def article(self, account: Account) -> str:
        """Return a link to an article."""
        return note_link(self.articles[account.article.id], f"{account.siglum} {account.article.title}")

    def speaker(self, canonical: str, name: str) -> str:
        """Return a link to a speaker, with the name that the article uses."""
        return note_link(self.speakers[canonical], name)

    def record(self, statement: Statement) -> str:
        """Return a link to a record, with its kind.

        As in `[[articles/North#^r-a|A7]] ▸ Claim`. They are not kept, because there may be many records.
        """
        account, number, kind = statement.account, statement.number, statement.kind
        article = account.article.id
        block = self.blocks[article][number - 1]
        # No siglum ends a link.
        return f"{self.link_starts[article]}{block}|{account.siglum}{number}]] {self.kind_names[kind.name]}"

    def block_ids(self, account: Account) -> str:
        """Return the ids of records whose block has another name, by block.

        They are written as in the query of an address: `r-a-b=a%20b`.
        """
        named = zip(self.blocks[account.article.id], map(_ID, account.statements()), strict=True)
        # A block's id has no character to quote, and few ids of records have one.
        return "&".join(
            [
                f"{block}={record if record.isascii() and record.isalnum() else quote(record, safe='')}"
                for block, record in named
                if block != f"r-{record}"
            ]
        )


@lru_cache(maxsize=4096)  # every record leads to the same propositions and speakers
def note_link(target: str, text: str) -> str:
    """Return a link with a text on one line, without what would end the link."""
    return f"[[{target}|{' '.join(text.translate(_LOOKALIKES).split())}]]"


def find_places(survey: Survey, *, in_folder: bool) -> NotePlaces:
    """Return the targets of all links, of which no two are equal."""
    blocks = NoteNames()
    accounts = {account.article.id: f"{account.siglum} {account.article.title}" for account in survey.accounts}
    named = (accounts, {slug: slug for slug in _slugs(survey)}, {name: name for name in _speakers(survey)})
    targets = [
        _note_targets(folder, texts) if in_folder else {key: f"#^{blocks.block(folder[0], key)}" for key in texts}
        for folder, texts in zip(FOLDERS, named, strict=True)
    ]
    articles, propositions, speakers = targets
    links = {slug: note_link(target, survey.codebook.proposition_text(slug)) for slug, target in propositions.items()}
    own_blocks, starts = {}, {}
    kinds = {kind for account in survey.accounts for kind in set(map(_KIND, account.placed))}
    for account in survey.accounts:
        article = account.article.id
        own_blocks[article] = [blocks.block("r", record_id) for record_id in map(_ID, account.statements())]
        note = articles[article] if in_folder else ""
        starts[article] = f"[[{note}#^"
    names = {kind: _kind_name(survey.codebook.kind(kind)) for kind in kinds}
    return NotePlaces(articles, propositions, speakers, own_blocks, starts, names, links)


_ID, _KIND, _ABOUT, _SPEAKER = (attrgetter(f"record.annotation.{name}") for name in ("id", "kind", "about", "speaker"))


def _kind_name(kind: Kind) -> str:
    return escape.inline(f"{kind.glyph} {kind.label}")


def _note_targets(folder: str, texts: Mapping[str, str]) -> dict[str, str]:
    names = NoteNames()
    return {key: f"{folder}/{names.note(text)}" for key, text in texts.items()}


def _slugs(survey: Survey) -> Iterable[str]:
    used = chain.from_iterable(map(_ABOUT, account.placed) for account in survey.accounts)
    return dict.fromkeys(filter(None, chain(used, survey.proposition_notes)))


def _speakers(survey: Survey) -> Iterable[str]:
    together = dict.fromkeys(chain.from_iterable(map(_SPEAKER, account.placed) for account in survey.accounts))
    return dict.fromkeys(map(survey.codebook.canonical_name, chain.from_iterable(together)))
