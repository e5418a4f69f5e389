"""The styles and lists of a Word document are recognised."""

import pytest
from zip_files import word_part

from tui.intake.docx_styles import ListLevel, numbering_of, style_id, styles_of
from tui.intake.xml_tree import xml_tree

_STYLES = """
<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="H"><w:name w:val="heading 3"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>
<w:style w:styleId="L"><w:name w:val="x"/><w:basedOn w:val="Q"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="R"><w:name w:val="y"/><w:basedOn w:val="R"/></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl><w:numFmt w:val="decimal"/></w:lvl><w:lvl><w:numFmt w:val="bullet"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
STYLES = styles_of(xml_tree(word_part("styles", _STYLES).encode()))
NUMBERING = numbering_of(xml_tree(word_part("numbering", _NUMBERING).encode()))


@pytest.mark.parametrize(
    ("style", "tag"),
    [("T", "h1"), ("H", "h3"), ("Q", "blockquote"), ("L", "blockquote"), ("R", "p"), ("", "p"), ("Title", "h1")],
)
def test_a_style_is_a_heading_a_quote_or_neither(style: str, tag: str) -> None:
    assert STYLES.tag(style) == tag


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', ListLevel("1", 1, False)),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', ListLevel("1", 0, True)),
        ('<w:numPr><w:ilvl w:val="77"/><w:numId w:val="9"/></w:numPr>', ListLevel("9", 8, False)),
        ('<w:pStyle w:val="L"/>', ListLevel("1", 0, True)),
        ('<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>', None),
        ("", None),
    ],
)
def test_a_paragraph_is_in_a_list_by_itself_or_its_style(properties: str, level: ListLevel | None) -> None:
    assert STYLES.list_level(xml_tree(word_part("pPr", properties).encode()), NUMBERING) == level


def test_a_paragraph_without_properties_has_no_style() -> None:
    assert (style_id(None), STYLES.list_level(None, NUMBERING)) == ("", None)
