"""`diptych note`: add a record without the reader."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tui.analysis.folding import fold
from tui.analysis.search import SearchQuery, TextSearcher
from tui.anchoring import describe
from tui.commands.group import did_you_mean
from tui.commands.options import (
    annotator_option,
    completed_from,
    require_kind,
    resolve_article,
    resolve_proposition,
    resolve_workspace,
    workspace_option,
)
from tui.commands.output import file_name, print_lines, print_message, require_stdout
from tui.errors import UsageError
from tui.formats.phrasing import in_context
from tui.layout.visible import make_visible
from tui.model import Annotation
from tui.model.names import compose_name
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.settings import annotator_name, read_config

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Article, Codebook, Span, TextSelector, Workspace


_SHOWN_PLACES = 5


@click.command()
@click.argument("article", metavar="[ARTICLE]", required=False, default="", shell_complete=completed_from("article"))
@workspace_option
@click.option("--quote", metavar="WORDS", default="", help="The words it is about, as in the article.")
@click.option("--body", metavar="TEXT", default="", help="The text of the record, in Markdown; - reads stdin.")
@click.option(
    "--kind",
    metavar="KIND",
    default="note",
    show_default=True,
    shell_complete=completed_from("kind"),
    help="claim, denial, agreement, note …",
)
@click.option(
    "--speaker",
    metavar="NAME",
    multiple=True,
    shell_complete=completed_from("speaker"),
    help="Who makes the statement; repeat it for several.",
)
@click.option(
    "--about",
    metavar="SLUG",
    default="",
    shell_complete=completed_from("proposition"),
    help="The proposition it is about: its slug or its sentence.",
)
@click.option("--cue", metavar="WORDS", default="", help='The words that report it, such as "told reporters".')
@click.option("--as", "speaker_words", metavar="WORDS", default="", help='The article\'s words for the speaker: "he".')
@click.option(
    "--via",
    metavar="NAME",
    multiple=True,
    shell_complete=completed_from("reporter"),
    help="Who reports it, nearest to the speaker first.",
)
@click.option("--hedge", metavar="WORDS", default="", help='The words that weaken it, such as "reportedly".')
@click.option(
    "--tag",
    "tags",
    metavar="TAG",
    multiple=True,
    shell_complete=completed_from("tag"),
    help="A keyword; repeat it for several.",
)
@click.option("--on", metavar="ID", default="", help="The annotation it is a note on.")
@click.option("--prefix", metavar="WORDS", default="", help="The words before the quote, if it occurs more than once.")
@click.option("--suffix", metavar="WORDS", default="", help="The words after the quote.")
@click.option("--occurrence", metavar="N", type=click.IntRange(min=1), help="Choose the Nth occurrence of the quote.")
@annotator_option
def note(
    article: str,
    folder: Path | None,
    quote: str,
    body: str,
    kind: str,
    speaker: tuple[str, ...],
    about: str,
    cue: str,
    speaker_words: str,
    via: tuple[str, ...],
    hedge: str,
    tags: tuple[str, ...],
    on: str,
    prefix: str,
    suffix: str,
    occurrence: int | None,
    annotator: str,
) -> None:
    """Add a record without the reader.

    ARTICLE is an article's id, its file, or a unique beginning of its name. Without --quote the record is about the
    whole article, or with --on about another annotation. Without ARTICLE but with --about, it is about a proposition.
    Prints the file that was written.

    \b
    Example:
      diptych note 002 --quote "We agreed on lifting sanctions" --body "Since when?"
      diptych note 002 --quote "visa" --occurrence 2 --kind claim --speaker "Sergey Lavrov"
      diptych note 002 --on sanctions-lifted --body "See the other account."
      diptych note --about lift-sanctions --body "Neither says when."
    """
    require_stdout()
    workspace = resolve_workspace(folder)
    from tui.storage.records.repository import create  # noqa: PLC0415 - to complete words, no parser is loaded
    from tui.storage.workspace.plain_loader import read_codebook  # noqa: PLC0415 - to complete words, no parser is loaded

    workspace = replace(workspace, annotator=annotator_name(read_config()[0], annotator))
    codebook = read_codebook(workspace)
    kind, about, on = map(compose_name, (kind, about, on))
    require_kind(codebook, kind)
    about = resolve_proposition(codebook, about) if about else ""
    article_id = resolve_article(workspace, article) if article else ""
    text = _body_of_stdin() if body == "-" else body
    _require_content(article_id, quote, text, about, on)
    annotation = Annotation(
        id="",
        kind=kind,
        article=article_id,
        target=_target(workspace, article_id, quote, prefix, suffix, occurrence),
        speaker=speaker,
        about=about,
        cue=cue,
        speaker_words=speaker_words,
        via=via,
        hedge=hedge,
        body=text,
        tags=tags,
        on=_annotation_id(workspace, codebook, article_id, on),
        annotator=workspace.annotator,
    )
    record = create(workspace, annotation)
    print_message(f"Added {codebook.kind(kind).label.lower()} {record.annotation.id}, signed {annotation.annotator}")
    print_lines([make_visible(file_name(record.file))])


def _body_of_stdin() -> str:
    text = sys.stdin.read().rstrip()
    if not text:
        raise UsageError("the body on stdin is empty; write it there, or leave out --body -")
    return text


def _require_content(article_id: str, quote: str, body: str, about: str, on: str) -> None:
    if not article_id and not about:
        raise UsageError("the record needs a target; name an article, or a proposition with --about")
    if not article_id and (quote or on):
        raise UsageError("a quote or another annotation is in an article; name the article first")
    if not quote and not body:
        raise UsageError("the record is empty; give it a --quote, a --body, or both")


def _annotation_id(workspace: Workspace, codebook: Codebook, article_id: str, on: str) -> str:
    if not on:
        return ""
    from tui.storage.workspace.plain_loader import plain_loader  # noqa: PLC0415 - to complete words, no parser is loaded

    records = plain_loader(workspace).source.records(article_id, codebook).records
    ids = [record.annotation.id for record in records]
    if on not in ids:
        raise UsageError(f'no annotation of {article_id} is called "{on}"{did_you_mean(on, ids)}')
    return on


def _target(
    workspace: Workspace, article_id: str, quote: str, prefix: str, suffix: str, occurrence: int | None
) -> TextSelector | None:
    if not quote:
        if prefix or suffix or occurrence:
            raise UsageError("--prefix, --suffix and --occurrence need a quote; give the --quote too")
        return None
    article = read_article(workspace, article_id)
    start, end = _span(article, quote, prefix, suffix, occurrence)
    return describe(article.text, start, end)


def _span(article: Article, quote: str, prefix: str, suffix: str, occurrence: int | None) -> Span:
    """Return a quote's place, whose white space and marks may differ."""
    searcher = TextSearcher(article.text)
    spans = searcher.find(SearchQuery(quote, fold=False)) or searcher.find(SearchQuery(quote))
    matches = [span for span in spans if _matches(article.text, span, prefix, suffix)]
    if not matches:
        raise UsageError(f"the quote is not in {article.id}; copy it from the article as it is there")
    if occurrence is None and len(matches) > 1:
        choice = f"choose one with --occurrence 1 to {len(matches)}"
        raise UsageError(f"the quote is in {len(matches)} places; {choice}: {_places(article.text, matches)}")
    if occurrence and occurrence > len(matches):
        raise UsageError(f"there is no occurrence {occurrence}; the quote is in {len(matches)} places")
    return matches[(occurrence or 1) - 1]


def _places(text: str, spans: list[Span]) -> str:
    """Return the first places of a quote with their numbers and contexts."""
    contexts = (in_context(text, span.start, span.end, around=20) for span in spans[:_SHOWN_PLACES])
    return ", ".join(f"{number} {context}" for number, context in enumerate(contexts, start=1))


def _matches(text: str, span: Span, prefix: str, suffix: str) -> bool:
    before = " ".join(fold(text[max(0, span.start - 4 * len(prefix) - 20) : span.start]).split())
    after = " ".join(fold(text[span.end : span.end + 4 * len(suffix) + 20]).split())
    return before.endswith(" ".join(fold(prefix).split())) and after.startswith(" ".join(fold(suffix).split()))
