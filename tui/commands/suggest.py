"""`diptych suggest`: draft who says what in articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tui.attribution.article_language import article_language
from tui.attribution.attribution import THRESHOLD
from tui.attribution.suggestion import Suggestion, draft_suggestions
from tui.commands.options import completed_from, json_option, load_collation, resolve_workspace, workspace_option
from tui.commands.output import output_page, print_json, print_lines, print_message
from tui.formats.phrasing import count_noun
from tui.formats.suggestion_list import suggestion_lines, suggestions_shape
from tui.storage.workspace.lexicons import workspace_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.model import Account, Collation, Workspace


@click.command()
@click.argument("articles", metavar="[ARTICLE]…", nargs=-1, shell_complete=completed_from("article"))
@workspace_option
@click.option(
    "--min-score",
    metavar="SCORE",
    type=click.FloatRange(0, 1),
    default=THRESHOLD,
    show_default=True,
    help="Only drafts with this score or more, from 0 to 1.",
)
@click.option("--explain", "explained", is_flag=True, help="Say after each draft why it is one.")
@json_option
def suggest(
    articles: tuple[str, ...], folder: Path | None, *, min_score: float, explained: bool, as_json: bool
) -> None:
    """Draft who says what in articles, by rules.

    Nothing is written. A draft has a kind, the speakers by their full names, the words that report the statement, its
    quote, the rule that found it and a score. All articles are read if none is named. The rules are made for news, in
    English, German, French, Spanish, Turkish and Russian.

    \b
    Example:
      diptych suggest
      diptych suggest north --min-score 0.8 --explain
      diptych suggest --json | jq -r '.[] | select(.kind == "denial") | .quote'
    """
    workspace = resolve_workspace(folder)
    collation = load_collation(workspace, articles)
    drafts = [(account, _drafts(account, workspace, collation, min_score)) for account in collation.articles_once]
    if as_json:
        print_json([shape for account, found in drafts for shape in _shapes(account, found)])
        return
    print_lines(_listing(drafts, explained=explained))
    number = sum(len(found) for _, found in drafts)
    print_message(f"{count_noun(number, 'draft')} in {count_noun(len(drafts), 'article')}")


def _drafts(account: Account, workspace: Workspace, collation: Collation, min_score: float) -> list[Suggestion]:
    """Return an article's drafts, none if its language has no lexicon."""
    language = article_language(account.article)
    lexicon = workspace_lexicon(workspace, language)
    if lexicon is None:
        advice = f"add annotations/lexicon.{language}.toml, or name its language in its list file"
        print_message(f"diptych: {account.article.id} seems to be in {language}, which has no lexicon; {advice}")
        return []
    return draft_suggestions(account.article.text, language, min_score, collation.codebook, lexicon)


def _shapes(account: Account, found: list[Suggestion]) -> list[dict[str, Any]]:
    return suggestions_shape(found, account.article.id, account.article.text)


def _listing(drafts: list[tuple[Account, list[Suggestion]]], *, explained: bool) -> Iterator[str]:
    """Yield the drafts, each article's under its title."""
    page = output_page()
    for account, found in drafts:
        yield from page.rows(page.account_title(account), hanging=3)
        yield ""
        yield from suggestion_lines(found, account.article.text, page, explained=explained)
        yield ""
