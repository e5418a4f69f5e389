"""What is known of the articles: who published each, when and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.intake.iso_date import iso_date
from tui.model import Byline
from tui.storage.records.repository import read_byline
from tui.storage.workspace.articles import read_article

if TYPE_CHECKING:
    from tui.model import Collation, Workspace


@dataclass(frozen=True, slots=True)
class Source:
    """An article's source, by where each value is from."""

    listed: Byline
    """From its list file."""
    in_text: Byline
    """From its front matter; the title from its first line too."""


def read_source(workspace: Workspace, article: str) -> Source:
    """Return an article's source, or raise an error if it cannot be read."""
    read = read_article(workspace, article)
    return Source(read_byline(workspace, article), replace(Byline().or_of(read.text), title=read.title))


def date_error(typed: str, before: str) -> str:
    """Return why a date cannot be saved, or an empty string.

    One that is not changed is kept, whatever it is.
    """
    if not typed or typed == before or iso_date(typed):
        return ""
    return f"“{typed}” is no date that can be read; write the year, month and day, as in 2016-12-31"


def date_to_save(typed: str, before: str) -> str:
    """Return a date as in ISO 8601, or as it is if it is not changed."""
    return before if typed == before else iso_date(typed) or typed


def with_source(collation: Collation, article: str, byline: Byline) -> Collation:
    """Return a collation with what an article's list file says of it."""
    accounts = (
        replace(account, article=replace(account.article, byline=byline.or_of(account.article.text)))
        if account.article.id == article
        else account
        for account in collation.accounts
    )
    return replace(collation, accounts=tuple(accounts))
