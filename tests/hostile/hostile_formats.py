"""Documents of other formats than HTML that are made to hurt.

    python tests/hostile/hostile_formats.py WORKSPACE [--slow]

Add each to a workspace in one process, and print a line of JSON for each: its
name, the seconds of processor time, the peak memory so far in MiB, what became
of it, and the error if it was refused. A PDF is read by a process of its own,
whose time counts. Without `--slow`, those that take more than a second are left
out, except one of a kind.
"""

import json
import resource
import sys
import time
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import category
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

from book_epub import PARTS, book_epub
from mail_files import mail_file, multipart, part
from memory import limit_memory, peak_memory
from pdf_writer import PlacedText, pdf_file, pdf_of
from zip_files import docx_file, paragraph, zip_file

from tui.errors import DiptychError
from tui.intake.original import Original
from tui.model import Workspace
from tui.session.article_intake import IntakeOptions, add_extract, read_extracts

_FLATE = "/Filter /FlateDecode"
_SECRET = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
_GROWING = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '&{inner};&{inner};&{inner};&{inner};'>"
    for inner, name in zip("abcdefghi", "bcdefghij", strict=True)
)
_MOST_ADDED = 3
SLOW = {
    *("a PDF of 400,000 strings", "a PDF that unpacks twice"),
    *("a PDF of 25 million operators", "a PDF of 200,000 objects"),
    *("a PDF of less-than signs", "a PDF of nested arrays", "a DOCX of 90,000 paragraphs"),
    *("a broken feed of declarations", "a broken feed of entities", "a feed of half a million attributes"),
    *("a mail of 20,000 parts", "a mail of 800,000 headers", "a mail of 900,000 lines"),
}


def _repeated(megabytes: int, pattern: bytes) -> bytes:
    """Return what unpacks to a pattern repeated, packed once only.

    The check sum at its end is wrong.
    """
    packer = zlib.compressobj(9)
    start = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(pattern * (1_000_000 // len(pattern))) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * megabytes + packer.flush()


def pdfs() -> dict[str, bytes]:
    """Return PDF files, each with what it attacks."""
    key = f"/O ({'a' * 32}) /U ({'b' * 32}) /P -4 >> /ID [(a)(b)]"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> "
    return {
        "a PDF that unpacks to 2 GB": pdf_of([_repeated(2000, b" ")], filters=_FLATE),
        "a PDF that unpacks twice": pdf_of(
            [zlib.compress(_repeated(1000, b" "))], filters="/Filter [/FlateDecode /FlateDecode]"
        ),
        "a PDF of 25 million operators": pdf_of([_repeated(100, b"q Q\n")], filters=_FLATE),
        "a PDF of 400,000 strings": pdf_of([b"BT /F1 9 Tf " + b"(aaaaaaaa) Tj " * 400_000 + b"ET"]),
        "a PDF with a password": pdf_of([b"x"], trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 {key}"),
        "a PDF with an unknown lock": pdf_of([b"x"], trailer=f"/Encrypt << /Filter /None {key}"),
        "a PDF of nested arrays": pdf_of([b"[" * 200_000]),
        "a PDF of nested dictionaries": b"%PDF-1.4\n1 0 obj\n" + b"<<" * 200_000 + b"\nendobj\ntrailer<</Root 1 0 R>>",
        "a PDF whose pages are their own children": pdf_of([b"x"]).replace(b"[5 0 R]", b"[2 0 R]"),
        "a PDF whose form draws itself": pdf_of([b"/X Do " * 20]).replace(b"<< /Length", form + b"/Length"),
        "a PDF whose table is before itself": pdf_of([b"x"], trailer="/Prev 9"),
        "a PDF of letters larger than all": pdf_of([b"BT /F1 1e300 Tf 1e308 0 0 1e308 -1e308 1e308 Tm (abc) Tj ET"]),
        "a PDF of 200,000 objects": b"%PDF-1.4\n" + b"1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 200_000,
        "a PDF of less-than signs": b"%PDF-1.4\n" + b"<" * 20_000_000,
        "a PDF with a title that leads elsewhere": pdf_file(
            [[PlacedText("Words of a page", 50, 90)]], {"Title": "../../../../tmp/diptych-evil\x1b]0;x\x07"}
        ),
    }


def archives() -> dict[str, bytes]:
    """Return Word documents and books."""
    bomb = BytesIO()
    with (
        ZipFile(bomb, "w", ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as packed,
    ):
        for _ in range(200):
            packed.write(bytes(1_000_000))
    unusual = BytesIO()
    with ZipFile(unusual, "w", ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "x")
    loop = '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
    loop += '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
    own = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(own)}</w:footnote>'
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr>{paragraph("x")}</w:tc>'
    book = PARTS["OEBPS/book.opf"]
    chapter = PARTS["OEBPS/text/ch2.xhtml"]
    return {
        "a DOCX that unpacks to 200 MB": bomb.getvalue(),
        "a DOCX packed by LZMA": unusual.getvalue(),
        "a DOCX cut in half": docx_file(paragraph("x") * 999)[:600],
        "a DOCX of 20,000 parts": zip_file({"word/document.xml": "<a/>", **{f"word/{n}": "" for n in range(20_000)}}),
        "a DOCX of parts that lead elsewhere": zip_file({"../../../../tmp/diptych-evil": "x", "/etc/x": "y"}),
        "a DOCX with a secret": zip_file({"word/document.xml": f"{_SECRET}<document><body>&x;</body></document>"}),
        "a DOCX that grows": zip_file({"word/document.xml": f"{_GROWING}]><document><body>&j;</body></document>"}),
        "a DOCX of nested tables": docx_file(
            "<w:tbl><w:tr><w:tc>" * 40 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 40
        ),
        "a DOCX nested too deep": docx_file("<w:sdt>" * 5000),
        "a DOCX of 90,000 paragraphs": docx_file("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 90_000),
        "a DOCX of a million attributes": docx_file("<w:p " + " ".join(f'a{n}=""' for n in range(1_000_000)) + "/>"),
        "a DOCX whose styles are each other's base": docx_file(paragraph("words", "A"), styles=loop),
        "a DOCX whose note has itself": docx_file(
            paragraph('<w:r><w:t>words</w:t><w:footnoteReference w:id="1"/></w:r>'), footnotes=note
        ),
        "a DOCX of wide cells": docx_file(f"<w:tbl>{f'<w:tr>{wide * 20}</w:tr>' * 100}</w:tbl>" + paragraph("words")),
        "a DOCX with a list of a large depth": docx_file(
            paragraph("words", properties='<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>')
        ),
        "an EPUB that leads elsewhere": book_epub(**{"OEBPS/book.opf": book.replace("text/ch2.xhtml", "/etc/passwd")}),
        "an EPUB with a secret": book_epub(**{"OEBPS/book.opf": book.replace("<package", f"{_SECRET}<package")}),
        "an EPUB of one chapter many times": book_epub(
            **{"OEBPS/book.opf": book.replace("</spine>", '<itemref idref="two"/>' * 90_000 + "</spine>")}
        ),
        "an EPUB of deep chapters": book_epub(**{"OEBPS/text/ch2.xhtml": chapter.replace("<p>", "<div>" * 50_000)}),
        "an EPUB of less-than signs": book_epub(**{"OEBPS/text/ch2.xhtml": "<" * 9_000_000}),
        "an EPUB that is protected": book_epub(**{"META-INF/encryption.xml": "<a><EncryptedKey/></a>"}),
    }


def feeds() -> dict[str, bytes]:
    """Return feeds and news items in XML and JSON."""
    items = "<item><title>x</title></item>"
    broken = "<rss><channel><item><title>A & B</title><description>"
    nitf = "<nitf><body><body.content>"
    texts = {
        "a feed that grows": f"{_GROWING}]><rss><channel><item><title>&j;</title></item></channel></rss>",
        "a feed with a secret": f"{_SECRET}<rss><channel><item><title>&x;</title></item></channel></rss>",
        "a feed with a secret DTD": f"<!DOCTYPE rss SYSTEM 'file:///etc/passwd'><rss><channel>{items}</channel></rss>",
        "a feed nested too deep": "<rss><channel>" + "<item>" * 9000,
        "a feed of 3,000 entries": f"<rss><channel>{items * 3000}</channel></rss>",
        "a feed of half a million attributes": "<rss " + " ".join(f'a{n}=""' for n in range(500_000)) + "/>",
        "a broken feed of less-than signs": broken + "<" * 900_000,
        "a broken feed of brackets": broken + "<![CDATA[" * 100_000,
        "a broken feed of declarations": broken + "<!" * 400_000,
        "a broken feed of entities": broken + "&" * 900_000,
        "a broken feed of attributes": broken + "<a " + "b='" * 300_000,
        "a feed that runs": "<rss><channel><item><title>words</title><link>javascript:evil()</link>"
        "<description>&lt;script&gt;evil()&lt;/script&gt;</description></item></channel></rss>",
        "a feed that names a file": "/etc/passwd",
        "a feed in UTF-7": "<?xml version='1.0' encoding='utf-7'?><rss/>",
        "an NITF of nested quotations": f"{nitf}{'<bq>' * 100}words{'</bq>' * 100}</body.content></body></nitf>",
        "an NITF with a secret": f"{_SECRET}{nitf}&x;</body.content></body></nitf>",
        "a NewsML of nested items": "<newsMessage>" + "<newsItem>" * 100 + "</newsItem>" * 100 + "</newsMessage>",
        "a ninjs nested too deep": '{"headline": ' + "[" * 1_000_000,
        "a ninjs of large numbers": '{"headline": ' + "9" * 1_000_000 + "}",
        "a ninjs of surrogates": '{"headline": "\\ud800\\u0000\\u001b", "body_text": "words \\udfff\\u0007"}',
        "a ninjs of a million items": "[" + "{}," * 1_000_000 + "{}]",
        "a ninjs of deep HTML": '{"headline": "x", "body_xhtml": "' + "<div>" * 50_000 + 'words"}',
    }
    return {name: text.encode() for name, text in texts.items()}


def mails() -> dict[str, bytes]:
    """Return mails."""
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000))
    shallow = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(90))
    kind, body = multipart("mixed", *[part("words", "text/plain")] * 20_000)
    attached = {"Content-Disposition": "attachment; filename=../../../../tmp/diptych-evil\x1b"}
    return {
        "a mail of 20,000 parts": mail_file(body, kind),
        "a mail of nested parts": nested.encode(),
        "a mail of nested parts and lines": (shallow + "x\n" * 900_000).encode(),
        "a mail of nested mails": b"Content-Type: message/rfc822\n\n" * 5000 + b"words",
        "a mail of 800,000 headers": b"A: b\n" * 800_000 + b"\nwords",
        "a mail with a header of 5 MB": mail_file("words", Subject="x" * 5_000_000),
        "a mail from nested brackets": mail_file("words", From="(" * 500_000),
        "a mail of encoded words": mail_file("words", Subject="=?utf-8?q?" * 200_000),
        "a mail of 20 million lines": b"Subject: x\n\n" + b"\n" * 20_000_000,
        "a mail of 900,000 lines": b"Subject: x\n\n" + b"word\n" * 900_000,
        "a mail of quotations": mail_file(">" * 2_000_000 + "words"),
        "a mail of blanks": mail_file("words" + " " * 5_000_000 + "\n" + "- " * 1_000_000),
        "a mail in an encoding that escapes": mail_file("\\x1b\\x07words", "text/plain; charset=unicode_escape"),
        "a mail in an encoding that is slow": mail_file("words" * 100_000, "text/plain; charset=punycode"),
        "a mail with a file that leads elsewhere": mail_file(
            *reversed(multipart("mixed", part("words", "text/plain"), part("x", "text/plain", **attached)))
        ),
        "a saved page without a page": mail_file(*reversed(multipart("related", part("x", "image/gif")))),
        "a saved page of less-than signs": mail_file("<" * 9_000_000, "text/html"),
    }


def documents(*, slow: bool) -> Iterator[tuple[str, Original]]:
    """Yield the documents, each with a name that says its format."""
    yield from ((name, original) for name, original in _all() if slow or name not in SLOW)


def _all() -> Iterator[tuple[str, Original]]:
    for name, data in (*pdfs().items(), *archives().items()):
        yield name, Original(data, f"../../../../tmp/diptych-evil.{name.split()[1].lower()}")
    for name, data in feeds().items():
        yield name, Original(data, "a.rss" if "feed" in name else "a.json" if "ninjs" in name else "")
    for name, data in mails().items():
        yield name, Original(data, "a.mht" if "page" in name else "a.eml")


def main(root: Path, *, slow: bool) -> None:
    """Add each document, and print what became of it."""
    limit_memory(2000)
    workspace = Workspace(root, root / "articles")
    for name, original in documents(slow=slow):
        start = _seconds()
        result = _outcome(workspace, original)
        print(json.dumps({"name": name, "seconds": round(_seconds() - start, 2), "peak": peak_memory(), **result}))


def _seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _outcome(workspace: Workspace, original: Original) -> dict[str, str]:
    try:
        found = read_extracts(original, IntakeOptions())
        added = [add_extract(workspace, original, extract, IntakeOptions()) for extract in found[:_MOST_ADDED]]
    except DiptychError as error:
        return {"error": str(error)}
    text = "".join(addition.file.read_text("utf-8") for addition in added)
    control = {character for character in text if category(character) in ("Cc", "Cs")} - {"\n", "\t"}
    return {
        "files": " ".join(str(addition.file) for addition in added),
        "control": "".join(control),
        "text": text[:2000],
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), slow="--slow" in sys.argv)
