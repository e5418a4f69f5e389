"""Links to articles, propositions, speakers and records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote

from tui.analysis.survey import Survey
from tui.formats.obsidian.note_names import NoteNames
from tui.model import Account

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
    blocks: Mapping[str, Mapping[str, str]]
    """The blocks of an article's records by record id, by article id."""
    in_folder: bool
    speaker_links: dict[tuple[str, ...], str] = field(default_factory=dict)
    """The links to speakers that were made before, by their names together."""

    def article(self, account: Account) -> str:
        """Return a link to an article."""
        return note_link(self.articles[account.article.id], f"{account.siglum} {account.article.title}")

    def proposition(self, slug: str, text: str) -> str:
        """Return a link to a proposition."""
        return note_link(self.propositions[slug], text)

    def speaker(self, canonical: str, name: str) -> str:
        """Return a link to a speaker, with the name that the article uses."""
        return note_link(self.speakers[canonical], name)

    def record(self, article: str, record_id: str, reference: str) -> str:
        """Return a link to a record, as in `[[articles/North#^r-a|A7]]`."""
        note = self.articles[article] if self.in_folder else ""
        return f"[[{note}#^{self.blocks[article][record_id]}|{reference}]]"  # of a reference nothing ends a link

    def block_ids(self, account: Account) -> str:
        """Return the ids of records whose block has another name, by block.

        They are written as in the query of an address: `r-a-b=a%20b`.
        """
        named = ((block, record) for record, block in self.blocks[account.article.id].items())
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
    records = {account.article.id: _record_blocks(account, blocks) for account in survey.accounts}
    return NotePlaces(targets[0], targets[1], targets[2], records, in_folder)


def _record_blocks(account: Account, names: NoteNames) -> dict[str, str]:
    ids = [placed.record.annotation.id for placed in account.statements()]
    return {record_id: names.block("r", record_id) for record_id in ids}


def _note_targets(folder: str, texts: Mapping[str, str]) -> dict[str, str]:
    names = NoteNames()
    return {key: f"{folder}/{names.note(text)}" for key, text in texts.items()}


def _slugs(survey: Survey) -> Iterable[str]:
    used = (placed.annotation.about for account in survey.accounts for placed in account.placed)
    return dict.fromkeys(slug for slug in (*used, *survey.proposition_notes) if slug)


def _speakers(survey: Survey) -> Iterable[str]:
    names = (name for account in survey.accounts for placed in account.placed for name in placed.annotation.speaker)
    return dict.fromkeys(map(survey.codebook.canonical_name, names))
