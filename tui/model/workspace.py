"""The paths of a workspace."""

from dataclasses import dataclass
from pathlib import Path

from tui.model.names import compose_name


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with articles and annotations.

    It reads no files.
    """

    root: Path
    articles: Path
    """The articles' folder: `seeds/` or `articles/`, or the root if articles lie loose in it."""
    files: tuple[Path, ...] = ()
    """Articles named one by one, which may be elsewhere."""
    others: tuple["Workspace", ...] = ()
    """The workspaces that have the annotations of the other named articles, which cannot be changed here."""
    annotator: str = ""
    """Who reads, if that was said; else the settings say it."""
    blind: bool = False
    """Whether blind mode was asked for, whatever the codebook says."""

    @property
    def annotations(self) -> Path:
        return self.root / "annotations"

    @property
    def codebook(self) -> Path:
        return self.annotations / "codebook.yaml"

    def home(self, article_id: str) -> "Workspace":
        """Return the workspace that has the annotations of an article."""
        homes = (other for other in self.others if any(compose_name(file.stem) == article_id for file in other.files))
        return next(homes, self)

    def has_annotation_file(self, file: Path) -> bool:
        """Return whether a file is among the annotations of any open article."""
        return any(file.is_relative_to(workspace.annotations) for workspace in (self, *self.others))

    def list_file(self, article_id: str) -> Path:
        """Return the file of an article's shared list of annotations."""
        return self.home(article_id).annotations / f"{article_id}.yaml"

    def records(self, article_id: str) -> Path:
        """Return the folder of the record files that the reader adds."""
        return self.home(article_id).annotations / article_id

    @property
    def proposition_notes(self) -> Path:
        return self.annotations / "codebook"
