"""The paths of a workspace."""

from dataclasses import dataclass
from pathlib import Path


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

    @property
    def annotations(self) -> Path:
        return self.root / "annotations"

    @property
    def codebook(self) -> Path:
        return self.annotations / "codebook.yaml"

    def list_file(self, article_id: str) -> Path:
        """Return the file of an article's shared list of annotations."""
        return self.annotations / f"{article_id}.yaml"

    def records(self, article_id: str) -> Path:
        """Return the folder of the record files that the reader adds."""
        return self.annotations / article_id

    @property
    def proposition_notes(self) -> Path:
        return self.annotations / "codebook"
