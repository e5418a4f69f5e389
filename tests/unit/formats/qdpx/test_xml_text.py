"""Text comes back from XML, and ids are the same each time."""

from uuid import uuid5
from xml.etree.ElementTree import fromstring

import pytest

from tui.formats.qdpx.xml_text import _NAMESPACE, element, guid, text_element

HOSTILE = "a & <b> \"c\" 'd'\te\nf\r\n]]> 😀 é"


def test_text_comes_back_from_elements_and_attributes() -> None:
    root = fromstring(element("A", {"name": HOSTILE, "empty": ""}, (text_element("B", HOSTILE), text_element("C", ""))))
    assert root.attrib == {"name": HOSTILE}
    assert [(child.tag, child.text) for child in root] == [("B", HOSTILE)]
    assert element("A", {}) == "<A/>\n"


@pytest.mark.parametrize("character", ["\0", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_replaced(character: str) -> None:
    assert fromstring(text_element("A", f"a{character}b")).text == "a\ufffdb"


def test_an_id_is_the_same_each_time() -> None:
    assert guid("tag", "a") == "4bc8d102-db50-5312-92b8-a8c13c16c51b"
    assert all(guid(str(number)) == str(uuid5(_NAMESPACE, str(number))) for number in range(20))
    assert len({guid("tag", "a"), guid("kind", "a"), guid("tag", "b"), guid("ta", "ga")}) == 4
    assert guid("tag", "\ud800")
