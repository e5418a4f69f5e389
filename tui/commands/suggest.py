"""`diptych suggest`: draft who says what in articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.analysis.alignment.aligned_drafts import MOST_COMPARED, AlignedDraft, align_drafts
from tui.attribution.article_language import article_language
from tui.attribution.attribution import THRESHOLD
from tui.commands.options import (
    annotator_option,
    blind_option,
    completed_from,
    json_option,
    load_collation,
    refuse_if_blind,
    resolve_workspace,
    workspace_option,
)
from tui.commands.output import output_page, print_json, print_lines, print_message
from tui.errors import UsageError
from tui.formats.phrasing import count_noun
from tui.formats.suggestion_list import match_lines, suggestion_lines, suggestions_shape
from tui.session.draft_link import Link
from tui.session.suggestion_drafts import article_lexicon, draft_in_parts
from tui.session.suggestions import open_suggestions
from tui.storage.workspace.refused_suggestions import read_refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.analysis.alignment.aligned_drafts import AlignedDrafts
    from tui.attribution.suggestion import Suggestion
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
@click.option("--explain", "explained", is_flag=True, help="Say after each draft why it is one, and why about what.")
@click.option(
    "--from",
    "source",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Take the drafts of another program from a file, instead of the rules.",
)
@click.option("--accept", is_flag=True, help="Save the drafts as records, but those that are marked or refused.")
@click.option(
    "--link",
    type=click.Choice([link.value for link in Link]),
    default=Link.NONE.value,
    show_default=True,
    help="With --accept: link to near propositions, or else make new ones too.",
)
@click.option("--dry-run", is_flag=True, help="With --accept: print what would be saved, and write nothing.")
@blind_option
@annotator_option
@json_option
def suggest(
    articles: tuple[str, ...],
    folder: Path | None,
    *,
    min_score: float,
    explained: bool,
    source: Path | None,
    accept: bool,
    link: str,
    dry_run: bool,
    annotator: str,
    as_json: bool,
) -> None:
    """Draft who says what in articles, by rules.

    A draft has a kind, the speakers by their full names, the words that report the statement, its quote, the rule that
    found it, a score, the nearest propositions, and what another account says alike. Nothing is written without
    --accept. All articles are read if none is named. The rules are made for news, in English, German, French, Spanish,
    Turkish and Russian. --from takes the drafts of another program from JSON in the shape of --json, W3C annotations,
    brat, and whatever else can be imported. When accepted, they are signed machine:NAME; the name is that after
    --annotator, or the one in the file, or the file's.

    \b
    Example:
      diptych suggest
      diptych suggest north --min-score 0.8 --explain
      diptych suggest --accept --min-score 0.9 --link new
      diptych suggest --from tagger.jsonld --accept --annotator tagger
      diptych suggest --json | jq -r '.[] | select(.kind == "denial") | .quote'
    """
    if link != Link.NONE and not accept:
        raise UsageError("--link is for --accept; write both, with --dry-run to see what would be saved")
    workspace = resolve_workspace(folder)
    if source:
        refuse_if_blind(workspace, "the drafts of a file count as others' marks")
    collation = load_collation(workspace, articles)
    drafted = _foreign(source, collation, min_score, annotator) if source else _drafted(workspace, collation, min_score)
    aligned = align_drafts(collation, [*_with_marks(workspace, collation, drafted.drafts)])
    if accept:
        signed = drafted._replace(annotator=drafted.annotator or _own_name(annotator))
        _accept(workspace, collation, aligned, signed, Link(link), dry_run=dry_run, as_json=as_json)
        return
    if as_json:
        print_json(suggestions_shape(aligned))
        return
    print_lines(_listing(aligned, collation, explained=explained))
    number = sum(len(own.drafts) for own in aligned.accounts)
    print_message(f"{count_noun(number, 'draft')} in {count_noun(len(aligned.accounts), 'article')}")


class _Drafted(NamedTuple):
    """Drafts by article id, and who signs them."""

    drafts: Mapping[str, Sequence[Suggestion]]
    about: Mapping[Suggestion, str]
    """The slugs of propositions that a file names."""
    annotator: str
    """"" if that is whoever accepts them."""


def _drafted(workspace: Workspace, collation: Collation, min_score: float) -> _Drafted:
    drafts = {
        account.article.id: _drafts(account, workspace, collation, min_score) for account in collation.articles_once
    }
    return _Drafted(drafts, {}, "")


def _own_name(annotator: str) -> str:
    from tui.storage.workspace.settings import annotator_name, read_config  # noqa: PLC0415 - for --accept

    return annotator_name(read_config()[0], annotator)


def _foreign(source: Path, collation: Collation, min_score: float, annotator: str) -> _Drafted:
    """Return the drafts of a file, and say how many have no place here."""
    from tui.session.foreign_drafts import machine_name, place_drafts, read_foreign_drafts  # noqa: PLC0415 - for --from

    document = read_foreign_drafts(source)
    placed = place_drafts(document, collation, source.name, min_score)
    if placed.without_article:
        print_message(f"diptych: left out {count_noun(placed.without_article, 'draft')} of articles that are not here")
    if placed.without_place:
        print_message(f"diptych: left out {count_noun(placed.without_place, 'draft')} with words that no article has")
    return _Drafted(placed.drafts, placed.about, machine_name(document, source, annotator))


def _drafts(account: Account, workspace: Workspace, collation: Collation, min_score: float) -> list[Suggestion]:
    """Return an article's drafts, none if its language has no lexicon."""
    lexicon = article_lexicon(account.article, workspace)
    if lexicon is None:
        language = article_language(account.article)
        advice = f"add annotations/lexicon.{language}.toml, or name its language in its list file"
        print_message(f"diptych: {account.article.id} seems to be in {language}, which has no lexicon; {advice}")
        return []
    parts = draft_in_parts(account.article, lexicon, collation.codebook, min_score)
    return [draft for part in parts for draft in part]


def _with_marks(
    workspace: Workspace, collation: Collation, drafts: Mapping[str, Sequence[Suggestion]]
) -> Iterator[tuple[Account, list[AlignedDraft]]]:
    """Yield each account's drafts, with whether they are marked or refused."""
    refused = read_refused(workspace)
    for account in collation.articles_once:
        own = drafts.get(account.article.id, ())
        still_open = frozenset(open_suggestions(own, account, refused))
        yield account, [AlignedDraft(draft, is_marked=draft not in still_open) for draft in own]


def _accept(
    workspace: Workspace,
    collation: Collation,
    aligned: AlignedDrafts,
    drafted: _Drafted,
    link: Link,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Save the drafts as records, and print these."""
    from tui.commands.accepted_drafts import accepted_lines, accepted_shape, save_accepted  # noqa: PLC0415 - for --accept
    from tui.session.linked_drafts import linked_drafts  # noqa: PLC0415 - for --accept

    accepted = linked_drafts(aligned, collation.codebook, drafted.about, link)
    save_accepted(workspace, collation, accepted, drafted.annotator, dry_run=dry_run)
    print_json(accepted_shape(accepted)) if as_json else print_lines(accepted_lines(aligned, accepted))


def _listing(aligned: AlignedDrafts, collation: Collation, *, explained: bool) -> Iterator[str]:
    """Yield the drafts under their articles, then what accounts say alike."""
    page = output_page()
    shown = [own for own in aligned.accounts if own.drafts] or aligned.accounts
    for own in shown:
        yield from page.rows(page.account_title(own.account), hanging=3)
        yield ""
        yield from suggestion_lines(own, collation.codebook, page, explained=explained)
        yield ""
    if aligned.matches:
        yield "In two accounts"
        yield ""
        yield from match_lines(aligned.matches, page)
        yield ""
    if len(aligned.accounts) > MOST_COMPARED:
        print_message(f"diptych: more than {MOST_COMPARED} articles are not compared; name some")
