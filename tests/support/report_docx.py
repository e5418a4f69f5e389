"""A report as Word saves it while two people change it."""

from zip_files import docx_file, paragraph, run

_STYLES = """
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Brief"><w:name w:val="Letter"/><w:basedOn w:val="Zitat"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
"""
_NOTES = f"""
<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
<w:footnote w:id="7">{paragraph("<w:r><w:footnoteRef/></w:r>" + run("Minutes of 4 May, page 3."))}</w:footnote>
"""
_COMMENTS = f"""<w:comment w:id="1" w:author="Ivo">{paragraph("Who said so?")}</w:comment>"""
_HEADER = paragraph("Draft, not for print")
_CORE = "<dc:creator>Mara Holm</dc:creator><dcterms:created>2026-11-26T14:30:00Z</dcterms:created>"


def _items(level: int, *texts: str) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr>'
    return "".join(paragraph(text, properties=numbered) for text in texts)


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


_BODY = (
    paragraph("The pier was unsafe", "Titel")
    + paragraph(
        run("The toll is ")
        + '<w:ins w:id="1" w:author="Ivo">'
        + run("39")
        + '</w:ins><w:del w:id="2" w:author="Ivo"><w:r><w:delText>35</w:delText></w:r></w:del>'
        + run(" dead")
        + '<w:r><w:footnoteReference w:id="7"/></w:r>'
        + run(", the ministry said.")
        + '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    + paragraph(run("It spoke of an "), properties='<w:rPr><w:del w:id="3"/></w:rPr>')
    + paragraph("<w:r><w:rPr><w:i/></w:rPr><w:t>accident</w:t></w:r><w:r><w:t>, not of 2 * 3 faults.</w:t></w:r>")
    + paragraph("What the letter says", "berschrift2")
    + paragraph("“We knew in May.", "Brief")
    + paragraph("We told nobody.”", "Zitat")
    + paragraph("Two things follow:")
    + paragraph("The pier stays closed.", "Punkt")
    + paragraph("The train runs.", "Punkt")
    + _items(0, "First the pier.")
    + _items(1, "Its northern part.", "Its southern part.")
    + _items(0, "Then the quay.")
    + paragraph("Table 1: The dead", "Beschriftung")
    + _table(("Place", "Dead"), ("Pier", "30"), ("Quay | north", "9"))
    + paragraph(
        '<w:r><w:drawing><docPr descr="The pier in May"/><w:txbxContent>'
        + paragraph("In a box")
        + "</w:txbxContent></w:drawing></w:r>"
        + run("See the picture.")
    )
    + paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("The end."))
    + "<w:sectPr/>"
)

TYPED = """\
# The pier was unsafe

The toll is 39 dead[^1], the ministry said.

It spoke of an accident, not of 2 * 3 faults.

## What the letter says

> “We knew in May.

> We told nobody.”

Two things follow:

- The pier stays closed.
- The train runs.

1. First the pier.
   1. Its northern part.
   2. Its southern part.
2. Then the quay.

Table 1: The dead

| Place | Dead |
| --- | --- |
| Pier | 30 |
| Quay \\| north | 9 |

See the picture.

In a box

The end.

[^1]: Minutes of 4 May, page 3.
"""
LEFT_OUT = (
    "[deleted: 35]",
    "[picture: The pier in May]",
    "[hidden: secret]",
    "[comment by Ivo: Who said so?]",
    "[header: Draft, not for print]",
)


def report_docx() -> bytes:
    """Return the bytes of the report."""
    return docx_file(
        _BODY,
        styles=_STYLES,
        numbering=_NUMBERING,
        footnotes=_NOTES,
        comments=_COMMENTS,
        header1=_HEADER,
        core=_CORE,
    )
