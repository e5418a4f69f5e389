"""A writer of small PDF files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
"""Of a page, in points."""
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /NAME /Encoding /WinAnsiEncoding >>"
_FONTS = {"F1": "Times-Roman", "F2": "Times-Bold"}


@dataclass(frozen=True)
class PlacedText:
    """Words at a place, in points from the left and from the top."""

    words: str
    x: float
    y: float
    size: float = 10
    font: str = "F1"


def column(lines: Iterable[str], x: float, y: float, size: float = 10, leading: float = 12) -> list[PlacedText]:
    """Return lines below each other.

    A line that begins with blanks is indented by them, and an empty line is a gap.
    """
    return [
        PlacedText(line.strip(), x + (len(line) - len(line.lstrip())) * size / 2, y + number * leading, size)
        for number, line in enumerate(lines)
        if line.strip()
    ]


def pdf_file(pages: Sequence[Sequence[PlacedText]], source: Mapping[str, str] | None = None) -> bytes:
    """Return a PDF with these pages and this metadata."""
    return pdf_of([_content(page) for page in pages], source or {})


def pdf_of(
    contents: Sequence[bytes],
    source: Mapping[str, str] | None = None,
    trailer: str = "",
    filters: str = "",
    encoding: str = "WinAnsi",
) -> bytes:
    """Return a PDF whose pages have these content streams."""
    count = len(contents)
    fonts = " ".join(f"/{name} {3 + number} 0 R" for number, name in enumerate(_FONTS))
    first_page = 3 + len(_FONTS)
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{kids}] >>".encode(),
        *(_FONT.replace("NAME", name).replace("WinAnsi", encoding).encode() for name in _FONTS.values()),
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << {fonts} >> >> "
            f"/Contents {first_page + 2 * number + 1} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream")
    entries = " ".join(f"/{key} {_string(value)}" for key, value in (source or {}).items())
    objects.append(f"<< {entries} >>".encode("cp1252"))
    return _with_table(objects, trailer)


def _with_table(objects: Sequence[bytes], trailer: str) -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    root = f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer}"
    return bytes(data + f"trailer << {root} >>\nstartxref\n{start}\n%%EOF\n".encode())


def _content(page: Iterable[PlacedText]) -> bytes:
    return "\n".join(
        f"BT /{text.font} {text.size} Tf {text.x} {HEIGHT - text.y} Td {_string(text.words)} Tj ET" for text in page
    ).encode("cp1252")


def _string(words: str) -> str:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({escaped})"
