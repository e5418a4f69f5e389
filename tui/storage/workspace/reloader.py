"""Reading again what is open, after files of it changed on disk."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from tui.anchoring.place_records import place_records
from tui.errors import ArticleError, SaveError
from tui.model import Account, Codebook, Collation, Problem, Record, Workspace, problem_of
from tui.storage.records.annotation_fields import record_text
from tui.storage.records.locate import parse_file
from tui.storage.records.repository import Deleted
from tui.storage.records.verified_edit import verified_record
from tui.storage.workspace.articles import read_article
from tui.storage.workspace.loader import WorkspaceLoader
from tui.storage.workspace.plain_loader import plain_loader


@dataclass(frozen=True, slots=True)
class ReloadResult:
    """What is open, as it is on disk now."""

    collation: Collation
    deleted: tuple[Deleted, ...] = ()
    """The records whose own file is gone, with what brings them back; notes on others first."""
    contents: Mapping[Path, bytes] = field(default_factory=dict)
    """What the files of single records hold now."""


def watched_folders(workspace: Workspace, accounts: Iterable[Account]) -> frozenset[Path]:
    """Return the folders in which something may change for these accounts; none of them has to be watched deeply."""
    found = {workspace.annotations, workspace.proposition_notes}
    for account in accounts:
        path = account.article.path
        found |= {path.parent, path.resolve().parent, workspace.records(account.article.id)}
    if not workspace.annotations.is_dir():
        found.add(workspace.root)
    return frozenset(folder for folder in found if folder.is_dir())


def record_contents(
    collation: Collation, known: Mapping[Path, bytes], changed: Collection[Path] = ()
) -> Mapping[Path, bytes]:
    """Return what the records' own files hold; only those that changed, or are not known yet, are read."""
    found: dict[Path, bytes] = {}
    for record in _records(collation):
        file = record.file
        if not record.in_list:
            with suppress(OSError):
                found[file] = known[file] if file in known and _real(file) not in changed else file.read_bytes()
    return found


def reload(
    workspace: Workspace, before: Collation, changed: Collection[Path], contents: Mapping[Path, bytes]
) -> ReloadResult:
    """Return what is open as it is on disk now; an account whose article cannot be read stays as it was.

    Only accounts that one of the `changed` files belongs to are read, all of them where the codebook is another.
    `contents` is what the records' own files held before.
    """
    loader = plain_loader(workspace)
    rest = loader.collation(())
    changed = frozenset(_real(path) for path in changed)
    everything = rest.codebook != before.codebook
    touched = [everything or _is_touched(workspace, account, changed) for account in before.accounts]
    problems = _standing(workspace, before, touched)
    accounts = list(before.accounts)
    for position, account in enumerate(before.accounts):
        if touched[position]:
            accounts[position], wrong = _again(loader, account, rest.codebook)
            problems += wrong
    after = replace(rest, accounts=tuple(accounts), problems=tuple(dict.fromkeys((*problems, *rest.problems))))
    return ReloadResult(after, _deleted(before, after, contents), record_contents(after, contents, changed))


def _is_touched(workspace: Workspace, account: Account, changed: Collection[Path]) -> bool:
    article = account.article
    folder = workspace.records(article.id)
    own = {article.path, article.path.resolve(), workspace.list_file(article.id), folder, workspace.annotations}
    names, inside = {_real(path) for path in own}, folder.resolve()
    return any(path in names or path.parent == inside for path in changed)


def _real(path: Path) -> Path:
    """Return a path as the system tells it: whatever the folder was called, and a link for itself."""
    return path.parent.resolve() / path.name


def _again(loader: WorkspaceLoader, account: Account, codebook: Codebook) -> tuple[Account, list[Problem]]:
    old = account.article
    found = loader.source.records(old.id, codebook)
    try:
        article = read_article(loader.workspace, old.id, found.byline)
    except ArticleError as error:
        article, wrong = old, [replace(problem_of(error, old.path), file=old.path)]
    else:
        wrong = []
    known = account.placed if article.text == old.text else ()
    placed = place_records(article, found.records, known)
    return replace(account, article=article, placed=placed, problems=found.problems), wrong


def _standing(workspace: Workspace, before: Collation, touched: Sequence[bool]) -> list[Problem]:
    """Return the problems of articles that are not read again, those that could not be opened among them."""
    again = {account.article.path for account, read in zip(before.accounts, touched, strict=True) if read}
    return [each for each in before.problems if each.file.parent == workspace.articles and each.file not in again]


def _records(collation: Collation) -> Iterator[Record]:
    yield from chain.from_iterable((each.record for each in account.placed) for account in collation.accounts)
    yield from collation.notes


def _deleted(before: Collation, after: Collation, contents: Mapping[Path, bytes]) -> tuple[Deleted, ...]:
    there = {record.annotation.ref for record in _records(after)}
    own = (each for each in _records(before) if not each.in_list)
    gone = {each.annotation.ref: each for each in own if each.annotation.ref not in there}
    lost = [each for each in gone.values() if not each.file.exists()]
    return tuple(_kept(each, contents.get(each.file)) for each in sorted(lost, key=lambda each: not each.annotation.on))


def _kept(record: Record, content: bytes | None) -> Deleted:
    """Return what brings a record back: the bytes of its file, or those it would be written with."""
    if content is not None:
        with suppress(SaveError):
            standing = verified_record(parse_file(record.file, content), record.annotation)
            if standing.digest == record.digest:
                return Deleted(standing, content)
    written = record_text(record.annotation).encode(errors="replace")
    return Deleted(verified_record(parse_file(record.file, written), record.annotation), written)
