"""ZIP archives, Word documents and books made of their parts."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def zip_file(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive with these parts."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name)  # of 1980, so that the bytes are the same each time
            archive.writestr(entry, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return packed.getvalue()


def docx_file(body: str, **parts: str) -> bytes:
    """Return a Word document with this body, and other parts such as `styles`.

    The part `core` is the content of the properties; any other is what stands in `word/NAME.xml`.
    """
    core = parts.pop("core", "")
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": word_part("document", f"<w:body>{body}</w:body>")}
    files |= {f"word/{name}.xml": word_part(name, content) for name, content in parts.items()}
    files["docProps/core.xml"] = (
        f'{_XML}<cp:coreProperties xmlns:cp="urn:core" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
    )
    return zip_file(files)


def word_part(name: str, content: str) -> str:
    """Return a part of a Word document whose outermost element has a name."""
    return f"{_XML}<w:{name} {_WORD}>{content}</w:{name}>"


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs, or of words, in a style of Word."""
    runs = content if content.startswith("<") else f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def run(words: str) -> str:
    """Return a run of words."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
