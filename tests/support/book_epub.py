"""A small book of two reports."""

from zip_files import zip_file

_CONTAINER = """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0"><metadata>
<dc:title>Reports from the quay</dc:title><dc:creator>Mara Holm</dc:creator><dc:creator>Ivo Sand</dc:creator>
<dc:publisher>The Coast Gazette</dc:publisher><dc:date>2026-11-26</dc:date>
<dc:identifier>urn:uuid:1</dc:identifier><dc:source>https://gazette.example/book</dc:source></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/ch%201.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/ch2.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="a.css" media-type="text/css"/></manifest>
<spine><itemref idref="cover" linear="no"/><itemref idref="nav"/><itemref idref="two"/><itemref idref="one"/>
<itemref idref="css"/><itemref idref="gone"/></spine></package>"""
_NAV = """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol><li><a href="text/ch2.xhtml">The pier</a></li>
<li><a href="text/ch%201.xhtml#top">The quay</a></li></ol></nav></body></html>"""
_COVER = """<html xmlns="http://www.w3.org/1999/xhtml"><body><img src="c.png" alt="A ferry"/></body></html>"""
_ONE = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
<p>Nobody waits at the quay.</p><blockquote><p>We were not told.</p></blockquote></body></html>"""
_TWO = """<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>The pier is closed</h1>
<p>It has stood since 1911<a epub:type="noteref" href="#n1"><sup>1</sup></a>.</p>
<table><tr><th>Part</th><th>Cracks</th></tr><tr><td>North</td><td>12</td></tr></table>
<aside id="n1"><p>1. Town archive.</p></aside></body></html>"""

PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": _CONTAINER,
    "OEBPS/book.opf": _PACKAGE,
    "OEBPS/nav.xhtml": _NAV,
    "OEBPS/cover.xhtml": _COVER,
    "OEBPS/text/ch 1.xhtml": _ONE,
    "OEBPS/text/ch2.xhtml": _TWO,
    "OEBPS/a.css": "p {}",
}
TYPED = """\
# The pier is closed

It has stood since 1911[1].

| Part | Cracks |
| --- | --- |
| North | 12 |

1\\. Town archive.

# The quay

Nobody waits at the quay.

> We were not told.
"""


def book_epub(**parts: str) -> bytes:
    """Return the bytes of the book, with other parts."""
    return zip_file({**PARTS, **parts})
