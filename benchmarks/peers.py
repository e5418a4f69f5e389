"""The programs that Diptych is compared with."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.terminal import Program

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "diptych-benchmarks"
PACKAGES = {"frogmouth": "frogmouth", "toolong": "tl", "baca": "baca", "epy-reader": "epy"}
"""The command of each package; each is installed in its own virtual environment."""
BARE = Program(
    "bare Textual app", (sys.executable, str(Path(__file__).with_name("bare.py"))), ("All of it is painted.",)
)
FLOOR = Program("baseline app", (sys.executable, str(Path(__file__).with_name("floor.py"))), ("All of it is painted.",))


def diptych(name: str, workspace: Path, shows: tuple[str, ...], marks: tuple[str, ...]) -> Program:
    """Return this repository's Diptych, opening a workspace."""
    return Program(name, (sys.executable, "-m", "tui", str(workspace)), shows, marks, cwd=ROOT)


def peers(texts: list[Path], words: str, folder: Path) -> tuple[list[Program], list[str]]:
    """Return the peers on these texts, and why each missing one is missing.

    A peer's first frame is painted when it shows `words`.
    """
    missing: list[str] = []
    packaged = (_packaged(package, texts[0], words, folder, missing) for package in PACKAGES)
    programs = [program for program in packaged if program]
    for name, arguments in {"less": ["less", str(texts[0])], "vim -O": ["vim", "-n", "-O", *map(str, texts)]}.items():
        if shutil.which(arguments[0]):
            programs.append(Program(name, tuple(arguments), (words,)))
        else:
            missing.append(f"{name}: not installed")
    return programs, missing


def _packaged(package: str, text: Path, words: str, folder: Path, missing: list[str]) -> Program | None:
    command = CACHE / package / "bin" / PACKAGES[package]
    if not command.exists() and not _install(package):
        missing.append(f"{package}: could not be installed")
        return None
    home = folder / f"home-{package}"
    home.mkdir()
    if package == "toolong":
        words = text.read_text(encoding="utf-8").rstrip().rpartition("\n")[2][:60]  # it starts at the end
    if package == "frogmouth":
        text = _copied(text, folder / "text.md")
    elif package in {"baca", "epy-reader"}:
        text = epub(text, folder / f"{package}.epub")
    return Program(package, (str(command), str(text)), (words,), environment={"HOME": str(home)})


def _install(package: str) -> bool:
    folder = CACHE / package
    venv.create(folder, with_pip=True, clear=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", package]
    result = subprocess.run(pip, check=False, capture_output=True)  # noqa: S603 - the names are those above
    return result.returncode == 0 and (folder / "bin" / PACKAGES[package]).exists()


def _copied(text: Path, copy: Path) -> Path:
    copy.write_bytes(text.read_bytes())
    return copy


def epub(text: Path, book: Path) -> Path:
    """Write a text as the smallest EPUB that the peers accept."""
    paragraphs = "".join(
        f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>"
        for line in text.read_text(encoding="utf-8").split("\n")
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body>{paragraphs}</body></html>'
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("content.opf", _CONTENT)
        archive.writestr("toc.ncx", _CONTENTS_TABLE)
        archive.writestr("a.xhtml", page)
    return book


_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_CONTENT = (
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>a</dc:title><dc:creator>a</dc:creator><dc:language>en'
    '</dc:language><dc:identifier id="id">a</dc:identifier></metadata><manifest><item id="a" href="a.xhtml" '
    'media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    "</manifest>"
    '<spine toc="ncx"><itemref idref="a"/></spine></package>'
)
_CONTENTS_TABLE = (
    '<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/><docTitle><text>a'
    '</text></docTitle><navMap><navPoint id="a" playOrder="1"><navLabel><text>a</text></navLabel>'
    '<content src="a.xhtml"/></navPoint></navMap></ncx>'
)
