"""Begin and lift blind mode, and refuse what would show others' marks."""

from collections.abc import Iterator

from tui.errors import UsageError
from tui.model import Codebook
from tui.session.import_plan import ImportedAnnotation, ImportPlan
from tui.session.session import Session
from tui.storage.records.blind_edit import set_blind
from tui.storage.records.rename_plan import codebook_plan
from tui.storage.workspace.blind_records import is_same_annotator, reader_name
from tui.storage.workspace.name_uses import read_name_uses


def change_blind_mode(session: Session, *, blind: bool) -> None:
    """Write into the codebook whether it is blind mode, as one step.

    Raise SaveError if that is impossible.
    """
    uses = read_name_uses(session.workspace)
    title = f"{'begin' if blind else 'lift'} blind mode"
    session.change_files(codebook_plan(uses, title, set_blind(uses.codebook, blind)))


def blind_refusal(session: Session) -> str:
    """Return why what compares annotators is not available, or ""."""
    return "blind: what others marked is hidden; lift blind mode in the codebook (b)." if session.codebook.blind else ""


def require_own_import(plan: ImportPlan, reader: str, codebook: Codebook) -> None:
    """Raise UsageError if a file has what somebody else than the reader made."""
    names = (name for each in plan.annotations for name in _makers(each, reader))
    if not all(is_same_annotator(name, reader, codebook) for name in names):
        raise UsageError("blind: the file has what others marked; import it when blind mode is lifted")


def require_import_in_mode(session: Session, plan: ImportPlan) -> None:
    """Raise UsageError if blind mode has begun and forbids a plan."""
    if session.codebook.blind:
        require_own_import(plan, reader_name(session.workspace), session.codebook)


def _makers(imported: ImportedAnnotation, reader: str) -> Iterator[str]:
    """Yield who would sign an annotation, and who made it if the file is ours."""
    if imported.annotation:
        yield imported.annotation.annotator
    if imported.foreign.is_own or not imported.annotation:
        yield imported.foreign.annotation.annotator or reader
