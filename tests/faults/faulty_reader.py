"""The running reader on a small workspace, with failpoints."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from failpoints import Failpoints
from save_actions import ANY, is_temporary
from terminal import Terminal

from tui.model import Workspace
from tui.storage.records.record_loader import RecordLoader

ARTICLES = ("one", "two", "three")
SHOWS = "? help"
FORM = "Ctrl+S save"
LIST = "article: two\nannotations:\n  - {id: own, kind: note, quote: Article two, body: x}\n  # kept\n"


@dataclass
class FaultyReader:
    """A folder with a workspace and a home, and the reader that runs in it."""

    roof: Path
    failpoints: Failpoints = field(init=False)
    terminal: Terminal = field(init=False)

    def __post_init__(self) -> None:
        self.failpoints = Failpoints(self.roof / "failpoints")
        for name in ARTICLES:
            _write(self.root / "articles" / f"{name}.txt", f"Article {name}\n\nThe ferry ran aground, he said.\n")
        _write(self.root / "annotations" / "two.yaml", LIST)
        _write(self.root / "annotations" / "codebook.yaml", "propositions:\n  p: P is so\n")
        self.state.mkdir(parents=True)

    @property
    def root(self) -> Path:
        return self.roof / "workspace"

    @property
    def state(self) -> Path:
        return self.roof / "home" / "state"

    @property
    def cache(self) -> Path:
        return self.roof / "home" / "cache"

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root, self.root / "articles")

    def start(self, shows: str | Callable[[str], bool] = SHOWS) -> None:
        """Start the reader, and wait until it shows something."""
        home = self.roof / "home"
        environment = {f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in ("state", "cache", "config", "data")}
        environment |= {"HOME": str(home), "DIPTYCH_ANNOTATOR": "Mira", **self.failpoints.environment()}
        self.terminal = Terminal([], self.root, environment=environment)
        self.terminal.wait_for(shows)

    def quit(self) -> None:
        """Quit, or raise AssertionError if that is not possible."""
        self.terminal.press("q")
        assert self.terminal.wait_end() == 0, self.terminal.text
        self.terminal.close()

    def type_note(self, words: str) -> None:
        """Open the note editor, and type words until they are on the screen."""
        self.terminal.press("n")
        self.terminal.wait_for(FORM)
        self.terminal.press(*words)
        self.terminal.wait_for(words)

    def save(self) -> bool:
        """Press the key that saves, and return whether that was acknowledged."""
        self.terminal.press("ctrl+s")
        return FORM not in self.terminal.wait_for(lambda text: FORM not in text or "Not saved:" in text)

    def drafts(self) -> str:
        return "".join(path.read_text(encoding="utf-8") for path in self.state.rglob("drafts/**/*.json"))

    def saved(self) -> str:
        """Return the text of all records."""
        files = sorted((self.root / "annotations").rglob("*.yaml"))
        return "".join(path.read_text(encoding="utf-8") for path in files if not path.name.startswith("."))

    def faults(self) -> list[str]:
        """Return what must not be: a record that cannot be read, or a traceback."""
        loaded = [RecordLoader(self.workspace).records(name, ANY) for name in ARTICLES]
        faults = [str(problem) for one in loaded for problem in one.problems]
        faults += [str(problem) for problem in RecordLoader(self.workspace).codebook()[1]]
        faults += ["the comment in the list is gone"] if "# kept" not in self.saved() else []
        return faults + (["a traceback"] if b"Traceback" in self.terminal.received else [])

    def temporary_files(self) -> list[str]:
        return [f"an orphaned {path.name}" for path in self.roof.rglob(".*") if is_temporary(path.name)]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
