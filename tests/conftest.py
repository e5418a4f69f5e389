"""Fixtures of all tests: an empty home folder, and real workspaces."""

import gc
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tui.model import Workspace

settings.register_profile("fixed", deadline=None, derandomize=True)  # a machine may be slow, and chance is fixed
settings.load_profile("fixed")

pytest_plugins = ["opening"]
sys.modules["budoux"] = None  # type: ignore[assignment]  # what is a word must not depend on an extra
sys.dont_write_bytecode = False  # or each worker, and each program that a test starts, compiles all modules again
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_FILES = (
    "seeds/000_99cd5badc6da52f9.txt",
    "seeds/002_b3c679df3c8f7e39.txt",
    "annotations/codebook.yaml",
    "annotations/000_99cd5badc6da52f9.yaml",
    "annotations/002_b3c679df3c8f7e39.yaml",
)

NORTH = """Ferry runs aground in fog

The ferry Aurora ran aground on Monday, the coast guard said. "Nobody was hurt," captain Ada Holm told reporters.

The company did not confirm or deny that the radar had failed. Repairs will take three weeks, it said.
"""
SOUTH = """Radar failed before grounding, crew says

The radar of the Aurora failed an hour before the ferry ran aground, two crew members said.

Captain Ada Holm denied it. "The radar worked," she said. The coast guard and the company agreed on an inquiry.
"""
CODEBOOK = """# Ferry propositions
propositions:
  radar-failed: The radar of the Aurora failed
  nobody-hurt: Nobody was hurt
  inquiry: There will be an inquiry
kinds:
  no-comment: {label: No comment, glyph: "?", stance: neutral}
speakers:
  Ada Holm: [Captain Holm]
"""
NORTH_LIST = """article: north
outlet: The North
# the first one
annotations:
  - id: hurt
    kind: claim
    speaker: Ada Holm
    about: nobody-hurt
    cue: told reporters
    quote: Nobody was hurt
  # the company keeps quiet
  - id: radar-open
    kind: no-comment
    speaker: [The company]
    about: radar-failed
    quote: did not confirm or deny that the radar had failed
    tags: [radar]
"""
SOUTH_LIST = """article: south
outlet: The South
annotations:
  - id: crew
    kind: claim
    speaker: [Two crew members]
    about: radar-failed
    quote: The radar of the Aurora failed an hour before the ferry ran aground
  - id: holm
    kind: denial
    speaker: [Ada Holm]
    about: radar-failed
    cue: denied
    quote: The radar worked
  - id: agreed
    kind: agreement
    speaker: [The coast guard, The company]
    about: inquiry
    quote: agreed on an inquiry
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests that take minutes")
    parser.addoption("--browser", action="store_true", help="also run the tests of the served reader in Chromium")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one more than the cores, since many tests wait for a program."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: Iterable[pytest.Item]) -> None:
    """Skip the tests that are run only when asked for."""
    reasons = {"long": "takes minutes; run with --long", "browser": "takes a minute; run with --browser"}
    for item in items:
        for name, reason in reasons.items():
            if name in item.keywords and not config.getoption(f"--{name}"):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_collection_finish() -> None:
    """Keep the garbage collector from scanning modules and test items."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the test's own home folder, with a terminal of all colours."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("DIPTYCH_ANNOTATOR", "Mira")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("NO_COLOR", "TEXTUAL", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def ferry(tmp_path: Path) -> Workspace:
    """Return a workspace of two articles with five annotations."""
    root = tmp_path / "ferry"
    files = {
        "articles/north.txt": NORTH,
        "articles/south.txt": SOUTH,
        "annotations/codebook.yaml": CODEBOOK,
        "annotations/north.yaml": NORTH_LIST,
        "annotations/south.yaml": SOUTH_LIST,
    }
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Workspace(root, root / "articles")


@pytest.fixture
def sample(tmp_path: Path) -> Workspace:
    """Return a copy of the bundled sample."""
    root = tmp_path / "sample"
    for name in SAMPLE_FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    return Workspace(root, root / "seeds")


@pytest.fixture(params=["buffered", "unbuffered"])
def buffering(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """Return the environment in which Python buffers stdout, or does not."""
    return {"PYTHONUNBUFFERED": "" if request.param == "buffered" else "1"}
