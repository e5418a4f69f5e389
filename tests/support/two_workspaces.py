"""Articles in two workspaces, with their records."""

from pathlib import Path

from tui.analysis.comparison import Status
from tui.analysis.survey import Survey
from tui.storage.workspace.discovery import workspace_of_files
from tui.storage.workspace.plain_loader import read_collation

ONE = "  - {id: a, kind: claim, speaker: Ann, about: opens, quote: The bridge opens}\n"
TWO = "  - {id: a, kind: denial, speaker: Bob, about: opens, quote: The bridge stays shut}\n"
OPENS = "propositions:\n  opens: The bridge opens\n"


def write_article(file: Path, text: str, records: str, codebook: str = OPENS) -> Path:
    """Write an article, in a workspace or loose, with its records."""
    root = file.parent.parent if file.parent.name == "articles" else file.parent
    file.parent.mkdir(parents=True, exist_ok=True)
    (root / "annotations").mkdir(exist_ok=True)
    file.write_text(text)
    (root / "annotations" / f"{file.stem}.yaml").write_text(f"article: {file.stem}\nannotations:\n{records}")
    (root / "annotations" / "codebook.yaml").write_text(codebook)
    return file


def survey_of(*files: Path) -> Survey:
    return Survey(read_collation(workspace_of_files(files)))


def said_of(made: Survey) -> dict[str, tuple[Status, list[tuple[str, ...]]]]:
    """Return the status and the speakers of each account, by proposition."""
    return {row.proposition.text: (row.status, [cell.speakers for cell in row.cells]) for row in made.comparison.rows}
