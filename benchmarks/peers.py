"""The programs that Diptych is held against; those from the package index live in a folder of their own each."""

from __future__ import annotations

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
"""Package and command."""
BARE = Program(
    "bare Textual app", (sys.executable, str(Path(__file__).with_name("bare.py"))), ("All of it is painted.",)
)
FLOOR = Program("floor app", (sys.executable, str(Path(__file__).with_name("floor.py"))), ("All of it is painted.",))


def diptych(name: str, place: Path, shows: tuple[str, ...], marks: tuple[str, ...]) -> Program:
    """Return Diptych, as it lies here, opening a workspace."""
    return Program(name, (sys.executable, "-m", "tui", str(place)), shows, marks, cwd=ROOT)


def peers(texts: list[Path], words: str, folder: Path) -> tuple[list[Program], list[str]]:
    """Return the peers that can be had, each set to show `words`, and a line for each that cannot."""
    missing: list[str] = []
    found = [each for package in PACKAGES if (each := _packaged(package, texts[0], words, folder, missing))]
    for name, arguments in {"less": ["less", str(texts[0])], "vim -O": ["vim", "-n", "-O", *map(str, texts)]}.items():
        if shutil.which(arguments[0]):
            found.append(Program(name, tuple(arguments), (words,)))
        else:
            missing.append(f"{name}: not installed")
    return found, missing


def _packaged(package: str, text: Path, words: str, folder: Path, missing: list[str]) -> Program | None:
    command = CACHE / package / "bin" / PACKAGES[package]
    if not command.exists() and not _install(package):
        missing.append(f"{package}: could not be installed")
        return None
    home = folder / f"home-{package}"
    home.mkdir()
    if package == "toolong":
        words = text.read_text(encoding="utf-8").rstrip().rpartition("\n")[2][:60]  # it opens at the end
    if package == "frogmouth":
        text = _renamed(text, folder / "text.md")
    elif package in {"baca", "epy-reader"}:
        text = epub(text, folder / f"{package}.epub")
    return Program(package, (str(command), str(text)), (words,), environment={"HOME": str(home)})


def _install(package: str) -> bool:
    place = CACHE / package
    venv.create(place, with_pip=True, clear=True)
    pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", package]
    done = subprocess.run(pip, check=False, capture_output=True)  # noqa: S603 - the names are those above
    return done.returncode == 0 and (place / "bin" / PACKAGES[package]).exists()


def _renamed(text: Path, name: Path) -> Path:
    name.write_text(text.read_text(encoding="utf-8"), encoding="utf-8")
    return name


def epub(text: Path, name: Path) -> Path:
    """Write a text as the smallest EPUB that its readers take."""
    paragraphs = "".join(
        f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>"
        for line in text.read_text(encoding="utf-8").split("\n")
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body>{paragraphs}</body></html>'
    with zipfile.ZipFile(name, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("content.opf", _CONTENT)
        book.writestr("toc.ncx", _CONTENTS_TABLE)
        book.writestr("a.xhtml", page)
    return name


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
