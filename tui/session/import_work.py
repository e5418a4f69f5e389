"""Import files: read them, plan what changes, and save it as one step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tui.errors import UsageError
from tui.formats.foreign import FIELDS, ForeignDocument
from tui.formats.import_format import IMPORT_FORMATS
from tui.formats.phrasing import count_noun
from tui.model import Collation, Workspace
from tui.session.hidden_records import hidden_sources
from tui.session.history import FilesChange
from tui.session.import_changes import plan_import_changes
from tui.session.import_codebook import CodebookAdditions
from tui.session.import_files import read_imports
from tui.session.import_plan import ImportChoice, ImportPlan, ImportPlanner
from tui.session.long_work import Watch, watched
from tui.session.session import Session
from tui.storage.files.file_stamp import FileStamp, file_stamp
from tui.storage.files.os_calls import OS_CALLS
from tui.storage.records.rename_plan import ChangePlan
from tui.storage.records.several_files import save_changes
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import read_collation
from tui.storage.workspace.reloader import reload


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """The files to import, and what is chosen for all of them."""

    paths: tuple[Path, ...]
    annotator: str
    """Who signs what nobody has signed."""
    sign_all: bool = False
    """Whether the annotator signs what others have signed too."""
    format_name: str = ""
    """Empty for what each file looks like."""
    columns: Mapping[str, str] = field(default_factory=dict)
    article: str = ""
    """The id of the article that all are about, if the files do not say it."""
    update: bool = False
    """Whether the later versions of known annotations are taken."""


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """What an import would do, with the changes that do it."""

    plan: ImportPlan
    additions: CodebookAdditions
    changes: ChangePlan


@dataclass(frozen=True, slots=True)
class SavedImport:
    """An import that is on disk, and what is open after it."""

    changes: ChangePlan
    before: Collation
    """What was open when it began."""
    after: Collation
    stamps: Mapping[Path, FileStamp | None]


def require_format(name: str) -> str:
    """Return the name of a format, or raise UsageError if there is none."""
    if name and name not in IMPORT_FORMATS:
        raise UsageError(f'no format is called "{name}"; there are {", ".join(IMPORT_FORMATS)}')
    return name


def columns_by_field(pairs: Iterable[str]) -> dict[str, str]:
    """Return the columns of fields, or raise UsageError.

    `columns_by_field(["quote=Text"])` is `{"quote": "Text"}`.
    """
    columns = dict(pair.partition("=")[::2] for pair in pairs)
    for name, column in columns.items():
        if name not in FIELDS or not column:
            raise UsageError(f"write FIELD=COLUMN; the fields are {', '.join(FIELDS)}")
    return columns


def prepare_import(workspace: Workspace, request: ImportRequest, watch: Watch) -> PreparedImport:
    """Read the files and all articles, and plan what changes.

    This may take long. Raise FormatError if a file cannot be read.
    """
    document = read_imports(request.paths, request.format_name, request.columns, watch)
    ids = article_ids(workspace)
    total = f"{len(ids):,}"
    reading = watched(ids, watch, lambda number: f"Reading article {number:,} of {total} …")
    collation = read_collation(workspace, reading)
    watch("Looking for the quotes …")
    return plan_import(workspace, collation, document, request)


def plan_import(
    workspace: Workspace, collation: Collation, document: ForeignDocument, request: ImportRequest
) -> PreparedImport:
    """Plan how annotations come into all articles of a workspace."""
    choice = ImportChoice(request.annotator, OS_CALLS.now(), request.sign_all, request.article)
    hidden = hidden_sources(workspace, collation)
    plan = ImportPlanner(collation, choice, OS_CALLS.new_id, hidden).plan(document.annotations)
    changes, additions = plan_import_changes(
        workspace, collation.codebook, document.codebook, plan, update=request.update
    )
    return PreparedImport(plan, additions, changes)


def save_import(workspace: Workspace, changes: ChangePlan, before: Collation, watch: Watch) -> SavedImport:
    """Save all changes or none, and read again what is open.

    This may take long. Raise SaveError if a file cannot be written, and what `watch` raises.
    """
    total = count_noun(len(changes.changes), "file")
    save_changes(
        workspace, changes.title, changes.changes, watch=lambda number: watch(f"Writing {number:,} of {total} …")
    )
    paths = [change.path for change in changes.changes]
    # A list gets no stamp, for it may also hold another record's change that somebody else just made.
    stamps = {path: file_stamp(path) for path in paths if path.parent != workspace.annotations}
    return SavedImport(changes, before, reload(workspace, before, paths, {}).collation, stamps)


def adopt_import(session: Session, saved: SavedImport) -> None:
    """Show an import that is on disk, as one step that can be undone."""
    session.stamps |= saved.stamps
    after = saved.after
    if session.collation is not saved.before:
        paths = [change.path for change in saved.changes.changes]
        after = reload(session.workspace, session.collation, paths, {}).collation
    session.adopt(after)
    session.history.add((FilesChange(saved.changes.title, saved.changes.changes),))
