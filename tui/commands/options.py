"""Options that several commands share, and the values they resolve to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui.analysis.filters import Filter
from tui.analysis.folding import fold
from tui.commands.annotators import how_to_lift, require_annotators
from tui.commands.group import did_you_mean
from tui.commands.output import print_message, problem_line, with_progress
from tui.errors import UsageError
from tui.model import Severity
from tui.model.names import compose_name
from tui.session.unknown_values import unknown_value
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.discovery import find_workspace, open_workspace
from tui.storage.workspace.sample import sample_workspace

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from tui.model import Codebook, Collation, Problem, Workspace

Command = TypeVar("Command", bound=Callable[..., Any])

SHOWN_ERRORS = 3
"""What a command prints of the errors that `diptych check` lists."""

PATH = click.Path(path_type=Path)
_BLIND = "tui.commands.blind"
"""The name under which click keeps whether `--blind` was given."""


def completed_from(source: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Return what answers a shell with the workspace's values of one source.

    The sources are the keys of `completion_values.SOURCES`.
    """

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from tui.commands.completion_values import matching_items  # noqa: PLC0415 - only if a shell asks

        return matching_items(source, ctx, incomplete)

    return complete


def _complete_folder(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only if a shell asks

    return [CompletionItem(incomplete, type="dir")]


workspace_option = click.option(
    "-w",
    "--workspace",
    "folder",
    metavar="DIR",
    type=PATH,
    shell_complete=_complete_folder,
    help="The workspace: a folder with seeds/ or articles/.",
)
workspace_argument = click.argument(
    "path", metavar="[WORKSPACE]", required=False, type=PATH, shell_complete=_complete_folder
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
annotator_option = click.option(
    "--annotator",
    metavar="NAME",
    default="",
    shell_complete=completed_from("annotator"),
    help="Sign with this name (else DIPTYCH_ANNOTATOR, the settings, git, the login).",
)


def _remember_blind(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    ctx.meta[_BLIND] = value


blind_option = click.option(
    "--blind",
    is_flag=True,
    expose_value=False,
    callback=_remember_blind,
    help="Hide what others marked, as blind: true in the codebook does.",
)
adjudicated_option = click.option(
    "--adjudicated", is_flag=True, help="Without what a settled disagreement has replaced; what is not settled stays."
)
annotators_option = click.option(
    "--annotator",
    "annotators",
    metavar="NAME",
    multiple=True,
    shell_complete=completed_from("annotator"),
    help='Only records by this person; repeatable; "" for no name.',
)
article_option = click.option(
    "--article",
    "articles",
    metavar="ID",
    multiple=True,
    shell_complete=completed_from("article"),
    help="Only this article: its id, file or a unique beginning.",
)
_FILTERS = (
    click.option(
        "--kind",
        "kinds",
        metavar="KIND",
        multiple=True,
        shell_complete=completed_from("kind"),
        help="Only this kind, such as claim or denial.",
    ),
    click.option(
        "--speaker",
        "speakers",
        metavar="NAME",
        multiple=True,
        shell_complete=completed_from("speaker"),
        help="Only this speaker, by the name or whole words of it.",
    ),
    click.option(
        "--about",
        "about",
        metavar="SLUG",
        multiple=True,
        shell_complete=completed_from("proposition"),
        help='Only on this proposition (or its sentence); "" for none.',
    ),
    article_option,
    annotators_option,
    click.option(
        "--tag",
        "tags",
        metavar="TAG",
        multiple=True,
        shell_complete=completed_from("tag"),
        help="Only with this tag.",
    ),
    click.option(
        "--via",
        metavar="NAME",
        multiple=True,
        shell_complete=completed_from("reporter"),
        help="Only reported by this person or agency.",
    ),
    click.option("--text", metavar="WORDS", default="", help="Only with these words; case and accents do not matter."),
)


def filter_options(command: Command) -> Command:
    """Add the options that filter records."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def resolve_workspace(folder: Path | None, path: Path | None = None) -> Workspace:
    """Return the workspace in `folder` (from -w) or `path` (the argument).

    If neither is given, return the one around the current folder, else the sample. Raise UsageError if they differ.
    """
    if folder and path and folder.absolute() != path.absolute():
        raise UsageError("the workspace is named twice; name it once, as an argument or after -w")
    named = folder or path
    return as_asked(open_workspace(named) if named else find_workspace(Path.cwd()) or _sample())


def as_asked(workspace: Workspace) -> Workspace:
    """Return a workspace with the mode that the command's options ask for."""
    context = click.get_current_context(silent=True)
    return replace(workspace, blind=True) if context and context.meta.get(_BLIND) else workspace


def _sample() -> Workspace:
    workspace = sample_workspace()
    print_message(f"diptych: no workspace around this folder; this is the bundled sample, in {workspace.root}")
    return workspace


def resolve_article(workspace: Workspace, name: str) -> str:
    """Return the id of an article, named by its id, file or a unique prefix.

    For example "north", "articles/north.txt" or "no". Raise UsageError if no article, or more than one, has the name.
    """
    ids, name = article_ids(workspace), compose_name(name)
    if name in ids:
        return name
    if Path(name).stem in ids:
        return Path(name).stem
    matches = [article_id for article_id in ids if name and article_id.startswith(name)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise UsageError(f'"{name}" begins the names of {len(matches)} articles; write more of it')
    raise UsageError(f'no article is called "{name}"{did_you_mean(name, list(ids))}')


def filter_from_options(workspace: Workspace, collation: Collation, **values: Any) -> Filter:
    """Return the filter of a command's options, or raise UsageError."""
    codebook = collation.codebook
    require_annotators(values["annotators"], collation, workspace)
    for field in ("kinds", "about"):
        values[field] = tuple(map(compose_name, values[field]))
    for name in values["kinds"]:
        require_kind(codebook, name)
    values["about"] = tuple(resolve_proposition(codebook, name) if name else "" for name in values["about"])
    values["articles"] = tuple(resolve_article(workspace, name) for name in values["articles"])
    criteria = Filter(**values)
    _require_values(criteria, collation, workspace)
    return criteria


def _require_values(criteria: Filter, collation: Collation, workspace: Workspace) -> None:
    """Raise UsageError if nothing in the whole workspace has a value.

    If not all of it can be read, only report why.
    """
    if not unknown_value(criteria, collation):
        return
    from tui.storage.workspace.plain_loader import read_collation  # noqa: PLC0415 - seldom needed

    # What the articles that are named do not have, others may.
    whole = read_collation(workspace, article_ids(workspace))
    message = unknown_value(criteria, whole)
    if not message:
        return
    errors, reported = _errors(whole), _errors(collation)
    if not errors:
        raise UsageError(message)
    _print_errors([problem for problem in errors if problem not in reported])


def require_kind(codebook: Codebook, name: str) -> None:
    """Raise UsageError if the codebook has no kind of this name."""
    if name not in codebook.kinds:
        raise UsageError(f'no kind is called "{name}"; there are {", ".join(codebook.kinds)}')


def resolve_proposition(codebook: Codebook, name: str) -> str:
    """Return the slug of a proposition, named by its slug or its sentence.

    Case, accents and a full stop at the end do not matter in a sentence. Raise UsageError if there is none.
    """
    if name in codebook.propositions:
        return name
    by_sentence = {sentence_key(proposition.text): slug for slug, proposition in codebook.propositions.items()}
    if sentence_key(name) in by_sentence:
        return by_sentence[sentence_key(name)]
    hint = did_you_mean(name, list(codebook.propositions))
    raise UsageError(f'the codebook has no proposition "{name}"{hint or "; see annotations/codebook.yaml"}')


def sentence_key(sentence: str) -> str:
    """Return what a sentence has in common with one that is typed from memory."""
    return " ".join(fold(sentence).split()).rstrip(".")


def load_collation(workspace: Workspace, articles: tuple[str, ...] = ()) -> Collation:
    """Return the workspace's accounts, or those of the named articles.

    Print the first errors on stderr, and exit with 2 if no article can be read.
    """
    from tui.storage.workspace.plain_loader import read_collation  # noqa: PLC0415 - to complete words, no parser is loaded

    ids = tuple(resolve_article(workspace, name) for name in articles) or article_ids(workspace)
    collation = read_collation(workspace, with_progress(ids))
    errors = _errors(collation)
    _print_errors(errors)
    if errors and not collation.accounts:
        click.get_current_context().exit(2)
    return collation


def _errors(collation: Collation) -> list[Problem]:
    problems = (*collation.problems, *(problem for account in collation.accounts for problem in account.problems))
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _print_errors(errors: list[Problem]) -> None:
    """Print the first errors on stderr, and how many more there are."""
    for problem in errors[:SHOWN_ERRORS]:
        print_message(f"diptych: {problem_line(problem)}")
    if len(errors) > SHOWN_ERRORS:
        print_message(f"diptych: and {len(errors) - SHOWN_ERRORS} more; see diptych check")


def refuse_if_blind(workspace: Workspace, reason: str) -> None:
    """Raise UsageError for a reason if it is blind mode."""
    from tui.storage.workspace.plain_loader import read_codebook  # noqa: PLC0415 - to complete words, no parser is loaded

    if read_codebook(workspace).blind:
        raise UsageError(f"blind: {reason}; {how_to_lift(workspace)}")


def adjudicated_collation(collation: Collation) -> Collation:
    """Return what settled disagreements leave, and report what is open."""
    from tui.analysis.adjudication import adjudicated  # noqa: PLC0415 - seldom asked for
    from tui.analysis.agreement.agreement import find_agreement  # noqa: PLC0415 - seldom asked for
    from tui.formats.agreement_words import open_disagreements  # noqa: PLC0415 - seldom asked for

    contrast = find_agreement(collation).whole
    if contrast.open:
        print_message(f"{open_disagreements(contrast)}; diptych agreement --open lists them")
    return adjudicated(collation)
