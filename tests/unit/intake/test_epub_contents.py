"""The table of contents names the chapters."""

import pytest
from book_epub import PARTS
from zip_files import zip_file

from tui.intake.epub_contents import chapter_titles
from tui.intake.xml_tree import xml_tree
from tui.intake.zip_archive import Archive

_MAP = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text></navLabel>
<content src="a.xhtml"/><navPoint><navLabel><text>Inner</text></navLabel><content src="a.xhtml#b"/></navPoint>
<navPoint/></navPoint></navMap></ncx>"""


def _titles(contents: str, properties: str, kind: str) -> dict[str, str]:
    item = f'<item href="toc/x" properties="{properties}" media-type="{kind}"/>'
    archive = Archive(zip_file({"toc/x": contents, "other": ""}))
    return chapter_titles(archive, xml_tree(f"<package><manifest>{item}</manifest></package>".encode()), "")


@pytest.mark.parametrize(
    ("contents", "properties", "kind", "titles"),
    [
        (_MAP, "", "application/x-dtbncx+xml", {"toc/a.xhtml": "One"}),
        ("<a href='../c.html'> A\n title </a><a>no</a><a href=d></a>", "nav", "text/html", {"c.html": "A title"}),
        ("<broken", "", "application/x-dtbncx+xml", {}),
        (_MAP, "", "text/html", {}),
    ],
)
def test_titles_are_by_the_name_of_the_chapter(
    contents: str, properties: str, kind: str, titles: dict[str, str]
) -> None:
    assert _titles(contents, properties, kind) == titles


def test_a_table_of_contents_that_is_missing_has_no_titles() -> None:
    package = xml_tree(PARTS["OEBPS/book.opf"].encode())
    assert chapter_titles(Archive(zip_file({})), package, "OEBPS") == {}
