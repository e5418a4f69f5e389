"""A workspace: a folder with articles and annotations."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the articles and annotations are; it says names and reads nothing."""

    root: Path
    articles: Path
    """The folder of the articles: `seeds/` or `articles/`, or the root itself for loose files."""
    files: tuple[Path, ...] = ()
    """Articles named one by one, which may lie elsewhere."""

    @property
    def annotations(self) -> Path:
        """The folder of all annotations."""
        return self.root / "annotations"

    @property
    def codebook(self) -> Path:
        """The codebook file."""
        return self.annotations / "codebook.yaml"

    def list_file(self, article_id: str) -> Path:
        """Return the shared list of one article's annotations."""
        return self.annotations / f"{article_id}.yaml"

    def records(self, article_id: str) -> Path:
        """Return the folder of the records that people add to one article in the reader."""
        return self.annotations / article_id

    @property
    def proposition_notes(self) -> Path:
        """The folder of the notes on propositions."""
        return self.annotations / "codebook"
