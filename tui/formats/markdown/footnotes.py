"""Quotes with a footnote that leads to their article."""

from collections.abc import MutableMapping
from functools import lru_cache

from tui.analysis.statements import Statement
from tui.formats import phrasing, statement_words
from tui.formats.citation import source_parts
from tui.formats.markdown import escape
from tui.model import OWN_VOICE, Account, Kind

Cited = MutableMapping[str, Account]
"""The accounts that have a footnote, by siglum."""


def attributed_quote(statement: Statement, cited: Cited) -> str:
    """Return who says what, as Markdown: `Denies: “No talks” — Zarif[^A]`.

    The account is added to those that have a footnote.
    """
    return f"{_label(statement.kind)}: {quote_with_speakers(statement, cited)}"


@lru_cache(maxsize=256)
def _label(kind: Kind) -> str:
    return escape.paragraphs(what_kind_does(kind))


def quote_with_speakers(statement: Statement, cited: Cited) -> str:
    """Return the quote and who says it, as in `“No talks” — Zarif[^A]`."""
    words = statement_words.mark_adjusted(statement, phrasing.in_quotes(statement.words))
    said = " — ".join([part for part in (words, _voice(statement)) if part])
    remarks = (
        statement_words.statement_qualifiers(statement),
        statement_words.marked_by(statement),
        statement_words.statement_doubt(statement),
    )
    line = " · ".join([part for part in (said, *remarks) if part])
    return f"{escape.inline(_one_line(line))}{footnote_reference(statement.account, cited)}"


def _voice(statement: Statement) -> str:
    account = statement.account
    whose = account.article.byline.outlet or f"account {account.siglum}"
    return phrasing.and_list(statement.names) or f"{OWN_VOICE} of {whose}"


def what_kind_does(kind: Kind) -> str:
    """Return what statements of a kind do, or its name if that is not known."""
    relation = phrasing.relation_label(kind)
    return _one_line(kind.label) if relation == "On" else relation


def footnote_reference(account: Account, cited: Cited) -> str:
    """Return the reference to an account's footnote, as in `[^A]`."""
    cited.setdefault(account.siglum, account)
    return f"[^{account.siglum}]"


def footnote(account: Account) -> str:
    """Return the footnote that names an account's article."""
    # Without the first words, a reader that knows no footnotes could take it for the definition of a link.
    source = f"Account {account.siglum}: {', '.join(source_parts(account))}"
    url = escape.address(account.article.byline.url.strip())
    return f"[^{account.siglum}]: {', '.join(part for part in (escape.inline(_one_line(source)), url) if part)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
